// The desk's watch list: paper dossiers that have not left it, and offices that have not answered in time.

import { shortCode } from '../../dossiers/numbering.ts'
import type { Workplace } from '../../dossiers/pages/desk/queue.ts'
import { fill } from '../../dossiers/words/desk.ts'
import { type Html, html } from '../../kernel/html.ts'
import { formatInstant, formatInstantLong } from '../../kernel/time.ts'
import { chip, csrfField, icon, panel, table } from '../../web/components/index.ts'
import { deskPage, type Frame } from '../../web/layout.ts'
import type { Forwarding } from '../queries.ts'
import type { Consultation } from '../store.ts'
import { consultWords, forwardWords as words, workWords } from '../words/process.ts'

type About = { code: string; applicantName: string; procedureName: string }
export type ForwardingPage = Frame &
  Workplace & {
    waiting: readonly (Forwarding & About)[]
    late: readonly (Consultation & About)[]
    agencies: ReadonlyMap<string, string>
    now: Temporal.Instant
    /** Whoever heads the desk notes a late answer. */
    mayNote: boolean
  }

function waitingPanel({ waiting, now, csrf, locale }: ForwardingPage): Html {
  const title = html`${words.waiting[locale]} <span class="muted">${waiting.length}</span>`
  if (waiting.length === 0)
    return panel({
      title,
      id: 'chua-chuyen',
      body: html`<div class="in empty"><p>${icon('check')}${words.none[locale]}</p></div>`,
      bare: true
    })
  const rows = waiting.map(({ dossierId, code, applicantName, procedureName, acceptedAt, forwardBy }) => {
    const short = shortCode(code)
    const href = `/quay/ho-so/${dossierId}`
    const isLate = Temporal.Instant.compare(now, forwardBy) > 0
    return {
      href,
      cells: [
        html`<input type="checkbox" name="dossier" value="${dossierId}" aria-label="${fill(workWords.chooseOne[locale], { code: short })}">`,
        isLate ? chip('err', undefined, words.late[locale]) : chip('info', 'clock', formatInstantLong(forwardBy, locale)),
        html`<a class="num" href="${href}" translate="no">${short}</a>`,
        applicantName,
        html`<span class="two-lines" lang="vi">${procedureName}</span>`,
        formatInstant(acceptedAt, locale),
        html`<button class="btn plain" name="only" value="${dossierId}">${words.forward[locale]}<span class="vh"> ${short}</span></button>`
      ]
    }
  })
  const heads = [workWords.choose, words.until, workWords.code, workWords.applicant, workWords.procedure, words.accepted, workWords.next]
  const list = table({
    caption: words.caption[locale],
    list: true,
    rowHeader: 2,
    columns: heads.map((one) => ({ title: one[locale] })),
    rows
  })
  const form = html`<form method="post" action="/quay/chuyen">${csrfField(csrf)}${list}<div class="in"><button class="btn" data-key="Ctrl+Enter">${words.forwardChosen[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button></div></form>`
  return panel({ title, id: 'chua-chuyen', body: form, bare: true, active: true })
}

function latePanel({ late, agencies, csrf, locale, mayNote }: ForwardingPage): Html {
  const rows = late.map(({ id, question, toAgencyId, dueAt, code, applicantName }) => ({
    cells: [
      chip('err', undefined, fill(consultWords.until[locale], { at: formatInstantLong(dueAt, locale) })),
      html`<span lang="vi">${question}</span>`,
      agencies.get(toAgencyId) ?? '',
      html`<span class="num" translate="no">${shortCode(code)}</span><small>${applicantName}</small>`,
      mayNote
        ? html`<form method="post" action="/quay/chuyen/tra-loi-muon">${csrfField(csrf)}<input type="hidden" name="consultation" value="${id}"><button class="btn plain">${words.noted[locale]}<span class="vh"> ${shortCode(code)}</span></button></form>`
        : ''
    ]
  }))
  const columns = [consultWords.due, consultWords.question, consultWords.to, consultWords.dossier, workWords.next].map((one) => ({
    title: one[locale]
  }))
  const body =
    rows.length > 0
      ? table({ caption: `${words.lateAnswers[locale]}. ${consultWords.caption[locale]}`, rowHeader: 1, columns, rows })
      : html`<div class="in empty"><p>${icon('check')}${words.noLateAnswers[locale]}</p></div>`
  return panel({ title: words.lateAnswers[locale], id: 'tra-loi-muon', body, bare: true })
}

export function forwardingPage(page: ForwardingPage): Html {
  const { locale } = page
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1></div><p class="hint">${words.hint[locale]}</p><div class="flow">${waitingPanel(page)}${latePanel(page)}</div>`
  const keys = page.waiting.length > 0 ? [{ keys: ['Ctrl', 'Enter'], text: words.forwardChosen[locale].toLowerCase() }] : []
  return deskPage({ ...page, title: words.title[locale], main, keys })
}
