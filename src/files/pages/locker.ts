// "Giấy tờ của tôi": what is kept and how long it is valid, which dossiers use it, what could be kept, and the forms for it.
import { stateWords } from '../../dossiers/lifecycle.ts'
import { shortCode } from '../../dossiers/numbering.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatDay } from '../../kernel/time.ts'
import { csrfField, dateField, errorMessage, errorSummary, field } from '../../web/components/form.ts'
import { chip, note } from '../../web/components/status.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import type { Typed } from '../locker-form.ts'
import { expiryOf } from '../rules.ts'
import type { LockerPaper } from '../store.ts'
import { lockerWords as words } from '../words.ts'

/** An open dossier that holds the same paper. */
export type Dependent = { dossierId: string; code: string | null; procedureName: string; state: keyof typeof stateWords }
export type OwnPaper = LockerPaper & { usedBy: readonly Dependent[] }
/** A paper of a filed dossier that is not kept yet. */
export type GivenPaper = { fileId: string; name: string; code: string }

export const lockerHref = '/giay-to-cua-toi'
const chipKinds = { valid: 'ok', soon: 'warn', expired: 'err' } as const

/** "Đã hết hạn", with its sign; nothing for a paper without a last day. */
export function expiryChip(expiresOn: Temporal.PlainDate | null, today: Temporal.PlainDate, locale: Locale): Html | undefined {
  const expiry = expiryOf(expiresOn, today)
  return expiry && chip(chipKinds[expiry], expiry === 'valid' ? 'check' : 'warning', words[expiry][locale])
}

function dependents(usedBy: readonly Dependent[], locale: Locale): Html {
  const lines = usedBy.map(({ dossierId, code, procedureName, state }) => {
    const stands = code ? html`<span class="code" translate="no">${shortCode(code)}</span>` : words.draft[locale]
    return html`<li><a href="/ho-so/${dossierId}${!code && '/nop/giay-to'}" lang="vi">${procedureName}</a><span class="hint">${stands}${code && html` · ${stateWords[state][locale]}`}</span></li>`
  })
  return html`<ul class="listing">${lines}</ul>`
}

function facts({ issuer, number, issuedOn, expiresOn }: LockerPaper, locale: Locale): Html {
  const rows = [
    [words.issuer, issuer],
    [words.number, number],
    [words.issuedOn, issuedOn && formatDay(issuedOn)],
    [words.expiresOn, expiresOn && formatDay(expiresOn)]
  ] as const
  const told = rows.flatMap(([label, value]) => (value ? [html`<div><dt>${label[locale]}</dt><dd>${value}</dd></div>`] : []))
  return html`${told.length > 0 && html`<dl class="kv">${told}</dl>`}`
}

function ownCard(paper: OwnPaper, { locale, today }: { locale: Locale; today: Temporal.PlainDate }): Html {
  const { id, fileId, name, expiresOn, usedBy } = paper
  const expiry = expiryOf(expiresOn, today)
  const warning =
    (expiry === 'soon' && note('warn', words.soonText[locale].replace('{day}', formatDay(expiresOn!)))) ||
    (expiry === 'expired' && note('err', words.expiredText[locale].replace('{day}', formatDay(expiresOn!))))
  const which = html`<span class="vh" lang="vi"> ${name}</span>`
  const links = html`<p class="cluster"><a href="/tep/${fileId}">${words.view[locale]}${which}</a><a href="${lockerHref}/${id}/sua">${words.edit[locale]}${which}</a><a href="${lockerHref}/${id}/bo">${words.remove[locale]}${which}</a></p>`
  const used = usedBy.length > 0 && html`<div><h3>${words.usedBy[locale]}</h3>${dependents(usedBy, locale)}</div>`
  return html`<article class="answer flow"><h2 class="cluster"><span lang="vi">${name}</span>${expiryChip(expiresOn, today, locale)}</h2>${facts(paper, locale)}${warning}${used}${links}</article>`
}

type LockerPage = Frame & { own: readonly OwnPaper[]; given: readonly GivenPaper[]; today: Temporal.PlainDate }

export function lockerPage(page: LockerPage): Html {
  const { locale, own, given } = page
  const kept =
    own.length > 0
      ? html`<div class="answers">${own.map((paper) => ownCard(paper, page))}</div>`
      : html`<p class="lead">${words.none[locale]}</p>${given.length === 0 && html`<p>${words.noneNext[locale]} <a href="/thu-tuc">${words.find[locale]}</a></p>`}`
  const lines = given.map(
    ({ fileId, name, code }) =>
      html`<article class="answer"><h3><a href="/tep/${fileId}" lang="vi">${name}</a></h3><p class="why">${words.givenIn[locale].replace('{code}', shortCode(code))}</p><p><a class="btn plain" href="${lockerHref}/giu/${fileId}">${words.keep[locale]}<span class="vh" lang="vi"> ${name}</span></a></p></article>`
  )
  const more = lines.length > 0 && html`<section class="flow"><h2>${words.given[locale]}</h2><div class="answers">${lines}</div></section>`
  const main = html`<h1>${words.title[locale]}</h1><p>${words.lead[locale]}</p>${kept}${more}`
  const back = { href: '/ho-so', label: words.mine[locale] }
  return citizenPage({ ...page, title: words.title[locale], main, breadcrumbs: [back] })
}

type PaperForm = Frame & {
  action: string
  fileId: string
  /** Asked for once, when it is kept. */
  asksConsent: boolean
  typed: Typed
  refusal?: Refusal | undefined
}

export function ownPaperPage(page: PaperForm): Html {
  const { locale, typed, refusal, asksConsent } = page
  const title = (asksConsent ? words.keepTitle : words.editTitle)[locale]
  const text = (name: 'name' | 'issuer' | 'number', options: { hint?: string; optional?: boolean }) =>
    field({
      name,
      label: words[name][locale],
      locale,
      value: typed[name],
      error: problemAt(refusal, name, locale),
      maxlength: 200,
      ...options
    })
  const date = (name: 'issuedOn' | 'expiresOn', hint?: string) =>
    dateField({
      name,
      label: words[name][locale],
      locale,
      hint,
      optional: true,
      value: { day: typed[`${name}Day`], month: typed[`${name}Month`], year: typed[`${name}Year`] },
      error: problemAt(refusal, name, locale)
    })
  const wrong = problemAt(refusal, 'consent', locale)
  const described = wrong ? html` aria-describedby="consent-loi" aria-invalid="true"` : ''
  const ticked = typed['consent'] === 'yes' ? html` checked` : ''
  const consent =
    asksConsent &&
    html`<fieldset class="field choice${wrong ? ' bad' : ''}"><legend>${words.consentTitle[locale]}</legend>${wrong && errorMessage('consent-loi', wrong, locale)}<div class="one"><label for="consent"><input type="checkbox" id="consent" name="consent" value="yes"${described}${ticked}><span class="what">${words.consent[locale]}</span></label></div></fieldset>`
  const fields = html`${text('name', { hint: words.nameHint[locale] })}${text('issuer', { hint: words.issuerHint[locale], optional: true })}${text('number', { optional: true })}${date('issuedOn')}${date('expiresOn', words.expiresHint[locale])}${consent}`
  const problems = problemsOf(refusal, locale, {
    name: words.name[locale],
    issuer: words.issuer[locale],
    number: words.number[locale],
    issuedOn: words.issuedOn[locale],
    expiresOn: words.expiresOn[locale]
  })
  const main = html`${errorSummary(problems, locale)}<h1>${title}</h1><p><a href="/tep/${page.fileId}">${words.view[locale]}<span class="vh" lang="vi"> ${typed['name']}</span></a></p><form class="flow-lg" method="post" action="${page.action}" novalidate>${csrfField(page.csrf)}<div class="fields">${fields}</div><p class="cluster"><button class="btn big">${(asksConsent ? words.keep : words.save)[locale]}</button><a href="${lockerHref}">${words.cancel[locale]}</a></p></form>`
  return citizenPage({ ...page, title, main, error: problems.length > 0, back: { href: lockerHref, label: words.title[locale] } })
}

export function removePage(page: Frame & { paper: OwnPaper }): Html {
  const { locale, paper } = page
  const used =
    paper.usedBy.length > 0 && html`<section class="flow"><p>${words.removeUsed[locale]}</p>${dependents(paper.usedBy, locale)}</section>`
  const main = html`<h1>${words.removeTitle[locale]}</h1><p lang="vi"><b>${paper.name}</b></p><p>${words.removeText[locale]}</p>${used}<form class="cluster" method="post" action="${lockerHref}/${paper.id}/bo">${csrfField(page.csrf)}<button class="btn danger">${words.remove[locale]}</button><a href="${lockerHref}">${words.removeKeep[locale]}</a></form>`
  return citizenPage({ ...page, title: words.removeTitle[locale], main, back: { href: lockerHref, label: words.title[locale] } })
}
