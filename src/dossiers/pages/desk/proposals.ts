// The tray of a head: who wants to ask for papers a second time, why, for what; agreed to or not, in writing.
import { type Body, textOf } from '../../../forms/typed.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { formatInstant } from '../../../kernel/time.ts'
import { chip, csrfField, errorSummary, field, icon, note, panel, table } from '../../../web/components/index.ts'
import { deskPage, type Frame } from '../../../web/layout.ts'
import { problemsOf } from '../../../web/request.ts'
import type { Proposal } from '../../check-queries.ts'
import { proposalWords as words } from '../../words/checking.ts'
import { fill } from '../../words/desk.ts'
import type { Workplace } from './queue.ts'
import { sayProblem } from './typed.ts'

export type ProposalsPage = Frame &
  Workplace & {
    open: readonly Proposal[]
    decided: readonly Proposal[]
    /** Whoever reads; their own proposals wait for somebody else. */
    readerId: string
    base: string
    refused?: { requestId: string; typed: Body; refusal: Refusal } | undefined
  }

function proposalPanel(page: ProposalsPage, { request, dossier }: Proposal): Html {
  const { locale, csrf, base, refused, readerId } = page
  const mine = refused?.requestId === request.id ? refused : undefined
  const asks = html`<h3>${words.asks[locale]}</h3><ul class="bullets" lang="vi">${request.reasons.map(({ paper, reason }) => html`<li><b>${paper}</b>: ${reason}</li>`)}</ul>`
  const reason = field({
    name: 'reason',
    id: `reason-${request.id}`,
    label: words.reason[locale],
    locale,
    type: 'textarea',
    rows: 2,
    maxlength: 1000,
    value: mine && textOf(mine.typed, 'reason'),
    error: sayProblem(mine?.refusal, 'reason', locale)
  })
  const form =
    request.proposedById === readerId
      ? note('info', words.own[locale])
      : html`<form class="flow" method="post" action="/can-bo/de-nghi/${request.id}" novalidate>${csrfField(csrf)}${reason}<p class="cluster"><button class="btn" name="answer" value="yes">${words.approve[locale]}</button><button class="btn danger" name="answer" value="no">${words.decline[locale]}</button></p></form>`
  const by = fill(words.by[locale], { name: request.proposedBy, at: formatInstant(request.proposedAt, locale) })
  return panel({
    title: html`<a href="${base}/${dossier.id}" translate="no">${dossier.code}</a> · <span lang="vi">${dossier.procedureName}</span>, ${dossier.applicantName}`,
    id: `de-nghi-${request.id}`,
    active: true,
    body: html`<p class="hint">${by}</p><p><b>${words.why[locale]}</b>: ${request.why}</p>${asks}${form}`
  })
}

export function proposalsPage(page: ProposalsPage): Html {
  const { locale, open, decided, refused } = page
  const problems = problemsOf(refused?.refusal, locale).map((problem) => ({
    ...problem,
    field: problem.field === 'reason' ? `reason-${refused?.requestId}` : problem.field
  }))
  const tray =
    open.length > 0
      ? html`<div class="flow">${open.map((proposal) => proposalPanel(page, proposal))}</div>`
      : html`<div class="panel"><div class="in empty"><p>${icon('check')}${words.none[locale]}</p></div></div>`
  const rows = decided.map(({ request, dossier }) => ({
    cells: [
      html`<a href="${page.base}/${dossier.id}" translate="no">${dossier.code}</a>`,
      html`${request.why}<small>${request.proposedBy}</small>`,
      html`${request.decision === 'approved' ? chip('ok', undefined, words.yes[locale]) : chip('warn', undefined, words.no[locale])}<small>${request.decidedBy}, ${formatInstant(request.decidedAt!, locale)}: ${request.decisionReason}</small>`
    ]
  }))
  const columns = [words.code, words.why, words.answer].map((title) => ({ title: title[locale] }))
  const past =
    rows.length > 0 && html`<div class="panel spaced">${table({ caption: words.decided[locale], columns, rows, showCaption: true })}</div>`
  const main = html`${errorSummary(problems, locale)}<div class="dhead"><h1>${words.title[locale]}</h1></div><div class="flow"><p class="hint">${words.intro[locale]}</p>${tray}</div>${past}`
  return deskPage({ ...page, title: words.title[locale], main, error: refused !== undefined })
}
