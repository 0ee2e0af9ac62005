// What this machine accepted alone: how many numbers are left, what waits, what came back with a reason; nothing goes without a word.

import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { formatInstant } from '../../../kernel/time.ts'
import { screenWords as words } from '../../../outages/words.ts'
import { panel, table } from '../../components/desk.ts'
import { chip, key } from '../../components/status.ts'
import { icon } from '../../icons.ts'
import type { KeptItem, KeptState } from './box.ts'

const fill = (text: string, facts: Record<string, string | number>) => text.replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? ''))

const looks: Record<KeptState, readonly ['ok' | 'warn' | 'err' | 'info' | 'plain', keyof typeof words]> = {
  given: ['info', 'stateSigned'],
  signed: ['info', 'stateSigned'],
  accepted: ['ok', 'stateAccepted'],
  refused: ['err', 'stateRefused'],
  voided: ['plain', 'stateVoided']
}

function acts(item: KeptItem, locale: Locale): Html {
  if (!item.body || item.voided) return html``
  const named = (text: string) => html`${text}<span class="vh"> ${item.code}</span>`
  const print = html`<button type="button" class="btn quiet" data-print="${item.id}">${named(words.printAgain[locale])}</button>`
  if (item.state !== 'refused') return print
  return html`${print}<button type="button" class="btn plain" data-mend="${item.id}">${named(words.mend[locale])}</button><form class="cluster" data-give-up="${item.id}" method="dialog"><label class="vh" for="huy-${item.id}">${words.why[locale]}</label><input class="input" id="huy-${item.id}" name="why" maxlength="300" placeholder="${words.why[locale]}"><button class="btn danger">${named(words.giveUp[locale])}</button></form>`
}

export function itemList(items: readonly KeptItem[], locale: Locale): Html {
  const waiting = items.filter(({ state }) => state === 'signed' || state === 'refused' || state === 'given').length
  const said = waiting > 0 ? fill(words.waiting[locale], { n: waiting }) : words.none[locale]
  const send = html`<span class="cluster"><span data-waiting="${waiting}">${said}</span>${waiting > 0 && html`<button type="button" class="btn plain" data-send data-key="G">${words.send[locale]} ${key('G')}</button>`}</span>`
  const rows = items
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .map((item) => {
      const [look, word] = looks[item.state]
      const why = item.sentence ?? item.voided
      return {
        cells: [
          html`<span class="code" translate="no">${item.code || String(item.number)}</span>`,
          html`${item.name}<small lang="vi">${item.procedure}</small>`,
          formatInstant(Temporal.Instant.from(item.at), locale),
          html`${chip(look, undefined, words[word][locale])}${why && html`<small>${why}</small>`}`,
          acts(item, locale)
        ]
      }
    })
  const body =
    rows.length > 0
      ? table({
          caption: words.caption[locale],
          columns: [words.code, words.who, words.when, words.state, words.act].map((one) => ({ title: one[locale] })),
          rows
        })
      : html`<div class="in empty"><p>${icon('check')}${words.empty[locale]}</p></div>`
  return panel({ title: words.list[locale], id: 'tren-may', bare: true, end: send, body })
}
