// The clerk's list: what came in, what is due, what waits; each line with its time, its place and its next step. And the search.
import { deskNews } from '../../../counters/pages/turns.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale, Words } from '../../../kernel/locale.ts'
import { dayOf, formatDay, formatTime } from '../../../kernel/time.ts'
import { icon, key, live, pager, table, tabs } from '../../../web/components/index.ts'
import { type DeskPage, deskPage, type Frame } from '../../../web/layout.ts'
import { stateWords } from '../../lifecycle.ts'
import { shortCode } from '../../numbering.ts'
import type { QueueName } from '../../queries.ts'
import type { Dossier } from '../../store.ts'
import { channelWords, emptyQueue, fill, nextWords, queueWords as words } from '../../words/desk.ts'
import { awaitsPost, dueChip, placeOf, type Today } from './due-chip.ts'

/** Who works here: what every page of a desk says in its bar. */
export type Workplace = Pick<DeskPage, 'role' | 'agencyName' | 'staffName' | 'find'>

/** State as the people who work on it call it. */
export const stateAtDesk = (dossier: Dossier, locale: Locale) =>
  locale === 'vi' ? stateWords[dossier.state].desk : stateWords[dossier.state].en

function clerkStep(dossier: Dossier): Words {
  const { state, delivery } = dossier
  if (awaitsPost(dossier)) return nextWords.arrival
  if (state === 'submitted') return nextWords.check
  if (state === 'awaiting_supplement') return nextWords.supplement
  if (state === 'awaiting_payment') return nextWords.pay
  if (state === 'result_ready') return delivery.method === 'post' ? nextWords.follow : nextWords.handOver
  return nextWords.see
}

type Lines = { rows: readonly Dossier[]; caption: string; base: string; today: Today; last?: (dossier: Dossier) => Html }

/** Dossiers as lines; `last` replaces the link to the next step. */
export function dossierTable({ rows, caption, base, today, last }: Lines): Html {
  const { locale } = today
  const columns = [words.due, words.code, words.applicant, words.procedure, words.channel, words.where, words.next]
  return table({
    caption,
    list: true,
    rowHeader: 2,
    columns: columns.map((title, i) => (i === 0 ? { title: title[locale], sorted: 'ascending' as const } : { title: title[locale] })),
    rows: rows.map((dossier) => {
      const href = `${base}/${dossier.id}`
      return {
        href,
        cells: [
          dueChip(dossier, today),
          html`<a class="num" href="${href}" translate="no">${shortCode(dossier.code!)}</a>`,
          dossier.applicantName,
          html`<span class="two-lines" lang="vi">${dossier.procedureName}</span>`,
          channelWords[dossier.channel][locale],
          html`${placeOf(dossier, locale)}<small>${stateAtDesk(dossier, locale)}</small>`,
          last?.(dossier) ?? html`<a href="${href}">${clerkStep(dossier)[locale]}<span class="vh"> ${shortCode(dossier.code!)}</span></a>`
        ]
      }
    })
  })
}

export const keyHelp = (locale: Locale) =>
  html`<p class="hint keys cluster"><span>${key('↑')} ${key('↓')} ${words.choose[locale]}</span><span>${key('Enter')} ${words.openKey[locale]}</span><span>${key('/')} ${words.findKey[locale]}</span><span>${words.days[locale]}</span><button type="button" class="linklike" hidden data-keys-switch></button></p>`

export type QueuePage = Frame &
  Workplace & {
    queue: QueueName
    sizes: Record<QueueName, number>
    rows: readonly Dossier[]
    today: Today
    /** The day's work, above the list. */
    top?: Html
    previous?: string | undefined
    next?: string | undefined
  }

export function deskQueuePage(page: QueuePage): Html {
  const { locale, queue, sizes, rows, today } = page
  const list = (Object.keys(sizes) as QueueName[]).map((name) => ({
    href: `/quay?hang=${name}`,
    label: words[name][locale],
    count: sizes[name],
    current: name === queue
  }))
  const last = rows.findLast(({ dueAt }) => dueAt)?.dueAt
  const reach = [fill(words.many[locale], { n: rows.length }), last && fill(words.until[locale], { day: formatDay(dayOf(last)) })]
  const body =
    rows.length > 0
      ? html`${dossierTable({ rows, caption: `${words[queue][locale]}. ${words.caption[locale]}`, base: '/quay/ho-so', today })}${pager({ locale, text: reach.filter(Boolean).join(' · '), previous: page.previous, next: page.next, keys: true })}`
      : html`<div class="in empty"><p>${icon('check')}${emptyQueue[queue][locale]}</p></div>`
  const queued = live({
    id: 'hang',
    from: deskNews,
    body: html`${page.top}${tabs(words.tabs[locale], list)}<div class="panel">${body}</div>`
  })
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1><span class="muted">${fill(words.dataAt[locale], { time: formatTime(today.now) })}</span><span class="end"><a class="btn plain" href="/quay/tiep-nhan" data-key="Alt+1">${icon('plus')}${words.walkIn[locale]} ${key('Alt')} ${key('1')}</a></span></div>${queued}${keyHelp(locale)}`
  return deskPage({ ...page, title: `${words[queue][locale]} · ${words.title[locale]}`, main })
}
