// The register of results: found by number, name, procedure or code; one result with its paper, its certificate and its revocation.
import { type Actor, actsAs } from '../../accounts/roles.ts'
import { shortCode } from '../../dossiers/numbering.ts'
import { fill } from '../../dossiers/words/desk.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { chip, csrfField, errorSummary, field, fold, icon, note, pager, pairs, panel, table } from '../../web/components/index.ts'
import { deskPage } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import type { Result, Revocation } from '../store.ts'
import { revokeWords, registerWords as words } from '../words/register.ts'
import type { DeskFrame } from './draft.ts'

export type Asked = { q: string; loai: string; hieuluc: string; tu: string; den: string }

export type RegisterPage = DeskFrame & {
  asked: Asked
  rows: readonly Result[]
  /** A day that was typed wrong. */
  wrongDay?: 'tu' | 'den' | undefined
  previous?: string | undefined
  next?: string | undefined
}

const stateChip = ({ revokedAt }: Pick<Result, 'revokedAt'>, locale: Locale): Html =>
  revokedAt ? chip('err', 'cross', words.revoked[locale]) : chip('ok', undefined, words.valid[locale])

function filters({ asked, locale, wrongDay }: RegisterPage): Html {
  const any = { value: '', label: words.any[locale] }
  const kinds = [any, { value: 'approved', label: words.approved[locale] }, { value: 'refused', label: words.refused[locale] }]
  const states = [
    any,
    { value: 'valid', label: words.valid[locale] },
    { value: 'revoked', label: words.revoked[locale] },
    { value: 'proposed', label: words.proposed[locale] }
  ]
  const dayOf = (name: 'tu' | 'den', label: string) =>
    field({ name, label, locale, type: 'date', value: asked[name], error: wrongDay === name ? words.dateWrong[locale] : undefined })
  return html`<form class="filters cluster" method="get" action="/ket-qua" role="search">${field({ name: 'q', label: words.search[locale], locale, type: 'search', value: asked.q, autocomplete: 'off', maxlength: 200 })}${field({ name: 'loai', label: words.kind[locale], locale, type: 'select', options: kinds, value: asked.loai })}${field({ name: 'hieuluc', label: words.state[locale], locale, type: 'select', options: states, value: asked.hieuluc })}${dayOf('tu', words.from[locale])}${dayOf('den', words.until[locale])}<p><button class="btn">${icon('search')}${words.find[locale]}</button></p></form>`
}

export function registerPage(page: RegisterPage): Html {
  const { locale, rows, previous, next, wrongDay } = page
  const lines = rows.map((result) => ({
    href: `/ket-qua/${result.id}`,
    cells: [
      html`<a href="/ket-qua/${result.id}" class="code" translate="no">${result.number}</a>`,
      html`<span lang="vi">${result.title}</span>`,
      result.holderName,
      html`<span lang="vi">${result.procedureName}</span>`,
      html`<span class="code" translate="no">${shortCode(result.dossierCode)}</span>`,
      html`${formatInstant(result.signedAt, locale)}<br><small>${result.signedBy}</small>`,
      stateChip(result, locale)
    ]
  }))
  const columns = [words.number, words.document, words.holder, words.procedure, words.dossier, words.signedAt, words.state].map(
    (title) => ({ title: title[locale] })
  )
  const list =
    lines.length > 0
      ? table({ caption: `${words.title[locale]}. ${words.caption[locale]}`, columns, rows: lines, list: true })
      : html`<div class="in empty"><p>${words.none[locale]}</p></div>`
  const turn = (previous || next) && pager({ locale, text: fill(words.many[locale], { n: rows.length }), previous, next, keys: true })
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1></div><div class="flow">${panel({ title: words.find[locale], body: filters(page) })}${panel({ title: words.title[locale], body: html`${list}${turn}`, bare: true })}</div>`
  return deskPage({ ...page, title: words.title[locale], main, error: wrongDay !== undefined })
}

export type ResultPage = DeskFrame & {
  result: Result
  revocations: readonly Revocation[]
  actor: Actor
  formId: string
  refused?: { action: string; refusal: Refusal; typed: { reason: string; legalBasis: string; note: string } } | undefined
}

const baseOf = ({ result }: ResultPage) => `/ket-qua/${result.id}`

function proposeForm(page: ResultPage): Html {
  const { locale, csrf, refused, formId } = page
  const here = refused?.action === 'de-nghi-thu-hoi' ? refused : undefined
  const reason = field({
    name: 'reason',
    label: revokeWords.reason[locale],
    hint: revokeWords.reasonHint[locale],
    locale,
    type: 'textarea',
    rows: 3,
    maxlength: 1000,
    value: here?.typed.reason,
    error: problemAt(here?.refusal, 'reason', locale)
  })
  const basis = field({
    name: 'legalBasis',
    label: revokeWords.basis[locale],
    locale,
    maxlength: 300,
    autocomplete: 'off',
    value: here?.typed.legalBasis,
    error: problemAt(here?.refusal, 'legalBasis', locale)
  })
  const form = html`<form class="flow" method="post" action="${baseOf(page)}/de-nghi-thu-hoi" novalidate>${csrfField(csrf)}<input type="hidden" name="formId" value="${formId}"><p class="hint">${revokeWords.lead[locale]}</p>${reason}${basis}<p><button class="btn danger">${revokeWords.propose[locale]}</button></p></form>`
  return fold(revokeWords.title[locale], form, { open: here !== undefined, id: 'thu-hoi' })
}

function settleForms(page: ResultPage, open: Revocation): Html {
  const { locale, csrf, actor, refused } = page
  const here = refused?.action === 'khong-thu-hoi' ? refused : undefined
  const said = html`<p><b>${fill(revokeWords.waits[locale], { by: open.proposedBy, at: formatInstant(open.proposedAt, locale) })}</b></p>${pairs(
    [
      { label: revokeWords.reason[locale], value: html`<span lang="vi">${open.reason}</span>` },
      { label: revokeWords.basis[locale], value: html`<span lang="vi">${open.legalBasis}</span>` }
    ]
  )}`
  if (!actsAs(actor.role, 'signer') || actor.id === open.proposedById) return html`${said}${note('info', revokeWords.others[locale])}`
  const why = field({
    name: 'note',
    label: revokeWords.note[locale],
    locale,
    type: 'textarea',
    rows: 2,
    maxlength: 1000,
    value: here?.typed.note,
    error: problemAt(here?.refusal, 'note', locale)
  })
  const confirm = html`<form method="post" action="${baseOf(page)}/thu-hoi">${csrfField(csrf)}<p><button class="btn danger">${revokeWords.confirm[locale]}</button></p></form>`
  const decline = html`<form class="flow" method="post" action="${baseOf(page)}/khong-thu-hoi" novalidate>${csrfField(csrf)}${why}<p><button class="btn plain">${revokeWords.decline[locale]}</button></p></form>`
  return html`${said}${confirm}${fold(revokeWords.decline[locale], decline, { open: here !== undefined })}`
}

function revocation(page: ResultPage): Html {
  const { locale, result, revocations, actor } = page
  if (result.revokedAt) {
    const at = formatInstant(result.revokedAt, locale)
    const said = fill(revokeWords.revokedAt[locale], {
      at,
      by: result.revokedBy!,
      reason: result.revokedReason!,
      basis: result.revokedBasis!
    })
    return panel({ title: words.revoked[locale], body: note('err', said) })
  }
  const open = revocations.find(({ decidedAt }) => decidedAt === null)
  const before = revocations
    .filter(({ decidedAt }) => decidedAt !== null)
    .map(
      ({ decidedBy, decidedAt, note: why }) =>
        html`<li>${fill(revokeWords.wasDeclined[locale], { by: decidedBy!, at: formatInstant(decidedAt!, locale), note: why })}</li>`
    )
  const earlier = before.length > 0 && html`<h3>${revokeWords.history[locale]}</h3><ul class="listing">${before}</ul>`
  if (open) return panel({ title: words.proposed[locale], active: true, body: html`${settleForms(page, open)}${earlier}` })
  if (!actsAs(actor.role, 'officer')) return html``
  return panel({ title: revokeWords.title[locale], body: html`${proposeForm(page)}${earlier}` })
}

export function oneResultPage(page: ResultPage): Html {
  const { locale, result, refused, actor } = page
  const { certificate } = result
  const dossierHref = actsAs(actor.role, 'officer') ? `/xu-ly/ho-so/${result.dossierId}` : `/quay/ho-so/${result.dossierId}`
  const facts = pairs([
    { label: words.number[locale], value: html`<span translate="no">${result.number}</span>` },
    { label: words.state[locale], value: stateChip(result, locale) },
    { label: words.kind[locale], value: words[result.kind][locale] },
    { label: words.holder[locale], value: result.holderName },
    { label: words.identity[locale], value: result.holderIdentity },
    { label: words.procedure[locale], value: html`<span lang="vi">${result.procedureName}</span>` },
    { label: words.dossier[locale], value: html`<a href="${dossierHref}" class="code" translate="no">${result.dossierCode}</a>` },
    { label: words.signedBy[locale], value: result.signedBy },
    { label: words.signedAt[locale], value: formatInstant(result.signedAt, locale) },
    { label: words.source[locale], value: (result.source === 'signed' ? words.digital : words.scanned)[locale] },
    certificate && {
      label: words.certificate[locale],
      value: html`<span lang="vi">${fill(words.certificateOf[locale], { subject: certificate.subject, issuer: certificate.issuer, serial: certificate.serial })}</span>`
    }
  ])
  const test = certificate?.isTest && note('warn', words.testCertificate[locale])
  const file = `/tep/${result.fileId}`
  const viewer = html`<section class="viewer" aria-label="${words.document[locale]}"><iframe src="${file}#navpanes=0" title="${result.title} ${result.number}"></iframe><div class="tools"><a href="${file}" target="_blank">${words.open[locale]}</a><span class="hint">${words.print[locale]}</span></div></section>`
  const main = html`${errorSummary(problemsOf(refused?.refusal, locale), locale)}<div class="dhead"><h1><span lang="vi">${result.title}</span> ${result.number}</h1><span class="end"><a class="back" href="/ket-qua">${icon('back')}${words.back[locale]}</a></span></div><div class="dossier"><div class="flow">${viewer}</div><div class="flow">${test}${panel({ title: words.document[locale], body: facts })}${revocation(page)}</div></div>`
  return deskPage({ ...page, title: `${result.title} ${result.number}`, main, error: refused !== undefined })
}
