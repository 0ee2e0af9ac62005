// The head's table: what waits to be signed with one password for all, and what became of each order.
import { shortCode } from '../../dossiers/numbering.ts'
import { fill } from '../../dossiers/words/desk.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { RefusalCode } from '../../kernel/refusals.ts'
import { formatInstant } from '../../kernel/time.ts'
import { actbar, chip, csrfField, errorSummary, field, icon, note, panel, table } from '../../web/components/index.ts'
import { deskPage } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import type { BatchLine } from '../queries.ts'
import { mostInBatch } from '../rules.ts'
import type { Draft } from '../store.ts'
import { nameOfPaper } from '../templates.ts'
import type { SigningProblem } from '../types.ts'
import { draftWords } from '../words/drafting.ts'
import { signWords as words } from '../words/signing.ts'
import type { DeskFrame } from './draft.ts'
import { draftAddress } from './drafts.ts'

type Order = { id: string; orderedAt: Temporal.Instant; signed: number; waiting: number; failed: number }

export type SignPage = DeskFrame & {
  drafts: readonly Draft[]
  /** There are more than one order takes. */
  isCut: boolean
  orders: readonly Order[]
  batchId: string
  /** Who looks: their own drafts are for somebody else. */
  signerId: string
  refused?: { refusal: Refusal; chosen: readonly string[] } | undefined
}

const sayProblem = ({ code, facts }: SigningProblem, locale: Locale): string => new Refusal(code as RefusalCode, facts).sentence(locale)

function waitingTable({ drafts, locale, signerId, refused }: SignPage): Html {
  const chosen = new Set(refused?.chosen)
  const rows = drafts.map((draft) => {
    const isOwn = draft.drafterId === signerId
    const value = `${draft.id}:${draft.revision}`
    const ticked = refused ? chosen.has(value) : true
    const label = fill(words.chooseThis[locale], { code: shortCode(draft.dossierCode) })
    const box = isOwn
      ? chip('plain', 'person', words.own[locale])
      : html`<input type="checkbox" name="draft" value="${value}" aria-label="${label}"${ticked ? html` checked` : ''}>`
    const last = draft.remark && html`<br><small lang="vi">${fill(words.lastTime[locale], { why: draft.remark })}</small>`
    return {
      cells: [
        box,
        html`<a href="${draftAddress(draft.dossierId)}" class="code" translate="no">${shortCode(draft.dossierCode)}</a>`,
        html`<span lang="vi">${nameOfPaper(draft)}</span>${last}`,
        draft.holderName,
        draftWords[draft.kind][locale],
        draft.drafterName,
        html`<a href="${draftAddress(draft.dossierId)}/xem.pdf" target="_blank">${words.read[locale]}<span class="vh"> ${shortCode(draft.dossierCode)}</span></a>`
      ]
    }
  })
  const columns = [
    words.choose,
    draftWords.code,
    draftWords.document,
    draftWords.holder,
    draftWords.kind,
    draftWords.drafter,
    words.read
  ].map((title) => ({
    title: title[locale]
  }))
  return table({ caption: words.waiting[locale], columns, rows, rowHeader: 1 })
}

function signForm(page: SignPage): Html {
  const { locale, csrf, batchId, refused, isCut } = page
  const password = field({
    name: 'password',
    type: 'password',
    label: words.password[locale],
    hint: words.passwordHint[locale],
    locale,
    width: 'middle',
    autocomplete: 'current-password',
    required: true,
    error: problemAt(refused?.refusal, 'password', locale)
  })
  const button = html`<button class="btn" data-key="Ctrl+Enter">${words.sign[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button>`
  const limit = `${fill(words.atMost[locale], { most: mostInBatch })}${isCut ? ` ${words.more[locale]}` : ''}`
  return html`<form method="post" action="/ky" novalidate>${csrfField(csrf)}<input type="hidden" name="batch" value="${batchId}">${panel({ title: words.waiting[locale], active: true, body: html`<p class="in hint">${words.caption[locale]}</p>${waitingTable(page)}<div class="in">${password}</div>`, bare: true })}${actbar(limit, button)}</form>`
}

export function signPage(page: SignPage): Html {
  const { locale, drafts, orders, refused } = page
  const list =
    drafts.length > 0
      ? signForm(page)
      : panel({
          title: words.waiting[locale],
          body: html`<div class="in empty"><p>${icon('check')}${words.none[locale]}</p></div>`,
          bare: true
        })
  const lines = orders.map(
    ({ id, orderedAt, ...counts }) =>
      html`<li><a href="/ky/lo/${id}">${fill(words.orderAt[locale], { at: formatInstant(orderedAt, locale) })}</a><span>${fill(words.counts[locale], counts)}</span></li>`
  )
  const recent = orders.length > 0 && panel({ title: words.orders[locale], body: html`<ul class="listing">${lines}</ul>` })
  const main = html`${errorSummary(problemsOf(refused?.refusal, locale), locale)}<div class="dhead"><h1>${words.title[locale]}</h1><span class="muted">${fill(words.all[locale], { n: drafts.length })}</span></div><div class="flow">${list}${recent}</div>`
  return deskPage({ ...page, title: words.title[locale], main, error: refused !== undefined })
}

const looks = { signed: 'ok', waiting: 'info', failed: 'err' } as const
const stateOf = { signed: words.signed, waiting: words.isWaiting, failed: words.failed } as const

export type BatchPage = DeskFrame & { batch: { id: string; orderedAt: Temporal.Instant }; lines: readonly BatchLine[] }

export function batchPage(page: BatchPage): Html {
  const { locale, batch, lines, csrf } = page
  const count = (state: keyof typeof looks) => lines.filter(({ item }) => item.state === state).length
  const [done, waiting, failed] = [count('signed'), count('waiting'), count('failed')]
  const rows = lines.map(({ item, draft, result }) => {
    const why = item.problem && item.state !== 'signed' && html`<br><small>${sayProblem(item.problem, locale)}</small>`
    const number = result ? html`<a href="/ket-qua/${result.id}" class="code" translate="no">${result.number}</a>` : ''
    return {
      cells: [
        String(item.position),
        html`<a href="${draftAddress(draft.dossierId)}" class="code" translate="no">${shortCode(draft.dossierCode)}</a>`,
        html`<span lang="vi">${nameOfPaper(draft)}</span>`,
        draft.holderName,
        html`${chip(looks[item.state], undefined, stateOf[item.state][locale])}${why}`,
        number
      ]
    }
  })
  const columns = [words.order, draftWords.code, draftWords.document, draftWords.holder, words.state, words.number].map((title) => ({
    title: title[locale]
  }))
  const said = fill(words.progress[locale], { done, all: lines.length })
  const bar = html`<p><progress max="${lines.length}" value="${done + failed}" aria-label="${said}"></progress> <strong>${said}</strong></p>`
  const going =
    waiting > 0
      ? html`${note('info', words.working[locale])}<p class="cluster"><a class="btn quiet" href="/ky/lo/${batch.id}">${words.refresh[locale]}</a></p>`
      : note(failed > 0 ? 'warn' : 'ok', words.finished[locale])
  const stop =
    waiting > 0 &&
    html`<form method="post" action="/ky/lo/${batch.id}/dung">${csrfField(csrf)}<p><button class="btn danger">${words.stop[locale]}</button></p></form>`
  const again = failed > 0 && html`<p><a class="btn plain" href="/ky">${words.again[locale]}</a></p>`
  // The whole part is read again when the worker says so; without a script the link above does it.
  const live = html`<div class="flow" id="lan-ky" data-live="/ky/lo/${batch.id}/dong">${bar}${going}${stop}${again}${panel({ title: said, body: table({ caption: said, columns, rows, rowHeader: 1 }), bare: true })}</div>`
  const title = fill(words.orderAt[locale], { at: formatInstant(batch.orderedAt, locale) })
  const main = html`<div class="dhead"><a class="back" href="/ky">${words.title[locale]}</a><h1>${title}</h1></div>${live}`
  return deskPage({ ...page, title, main })
}
