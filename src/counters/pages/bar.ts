// My counter, on every page where people are served: who is here, how many wait, and the keys of the queue.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { csrfField, icon } from '../../web/components/index.ts'
import type { CounterNow } from '../desk-queries.ts'
import { priorityClasses } from '../rules.ts'
import type { Ticket } from '../store.ts'
import { fill, barWords as words } from '../words/desk.ts'

/** Why somebody goes first, in words. */
export const sayPriority = (ticket: Pick<Ticket, 'priorityClass'>, locale: Locale): string | undefined =>
  priorityClasses.find(({ id }) => id === ticket.priorityClass)?.[locale]

type Bar = { locale: Locale; csrf: string | undefined; now: CounterNow; returnTo: string }
type Press = { action: string; label: string; keyName: string; look: string; seen?: string | undefined }

function press({ csrf, returnTo }: Bar, { action, label, keyName, look, seen }: Press): Html {
  return html`<form method="post" action="/quay/luot/${action}">${csrfField(csrf)}<input type="hidden" name="returnTo" value="${returnTo}">${seen !== undefined && html`<input type="hidden" name="seen" value="${seen}">`}<button class="btn ${look}" data-key="${keyName}">${label} <kbd>${keyName}</kbd></button></form>`
}

/** The form that calls the next person; `seen` makes a second press call nobody more. */
export const callButton = (bar: Bar, label: string, keyName: string, look: string): Html =>
  press(bar, { action: 'goi', label, keyName, look, seen: bar.now.current?.id ?? '' })

function serving(ticket: Ticket, locale: Locale): Html {
  const why = sayPriority(ticket, locale)
  const said = [
    ticket.topic,
    why && fill(words.first[locale], { why }),
    ticket.calls > 1 && fill(words.calledTimes[locale], { n: ticket.calls })
  ]
  return html`<span class="vh">${words.serving[locale]}</span><b class="serving" translate="no">${ticket.code}</b><span>${said.filter(Boolean).join(' · ')}</span>`
}

export function counterBar(bar: Bar): Html {
  const { locale, now } = bar
  const { shift, current, waiting } = now
  if (!shift)
    return html`<section class="counterbar" aria-label="${words.bar[locale]}">${icon('desk')}<span>${words.noShift[locale]}</span><span class="end"><a class="btn plain" href="/quay/ca">${words.openShift[locale]}</a></span></section>`
  const at = current ? serving(current, locale) : html`<span class="muted">${words.nobody[locale]}</span>`
  const going =
    current &&
    html`<a class="btn quiet" href="/quay/tiep-nhan?luot=${current.id}" data-key="F2">${words.accept[locale]} <kbd>F2</kbd></a><a class="btn quiet" href="/quay/tra" data-key="F4">${words.handOut[locale]} <kbd>F4</kbd></a>${press(bar, { action: 'goi-lai', label: words.again[locale], keyName: 'F10', look: 'quiet' })}${press(bar, { action: 'vang', label: words.missed[locale], keyName: 'Shift+F9', look: 'quiet' })}${press(bar, { action: 'xong', label: words.done[locale], keyName: 'F8', look: 'quiet' })}`
  const next = (waiting.length > 0 || current) && callButton(bar, `${words.next[locale]} (${waiting.length})`, 'F9', 'plain')
  return html`<section class="counterbar" aria-label="${words.bar[locale]}"><a href="/quay/luot"><b>${fill(words.counter[locale], { n: shift.counter })}</b></a>${at}<span class="end">${going}${next}<a class="btn quiet" href="/quay/ca" data-key="Alt+3">${words.shift[locale]} <kbd>Alt+3</kbd></a></span></section>`
}
