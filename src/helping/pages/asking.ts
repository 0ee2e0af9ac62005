// The citizen's side: whom I asked for help, asking somebody, what they did, ending it.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { choice, csrfField, errorSummary, field } from '../../web/components/form.ts'
import { chip, note } from '../../web/components/status.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { holds, standingOf } from '../rules.ts'
import type { Consent } from '../store.ts'
import { standingWords, askingWords as words } from '../words.ts'
import { type Act, actList, lawSection, type Procedure, relationChoice, type Typed } from './parts.ts'

type Listing = Frame & { consents: readonly Consent[]; dossiers: readonly { id: string; name: string }[]; now: Temporal.Instant }

const period = ({ givenAt, expiresAt }: Consent, locale: Locale) =>
  words.until[locale].replace('{from}', formatInstant(givenAt, locale)).replace('{until}', formatInstant(expiresAt, locale))

function standingChip(consent: Consent, now: Temporal.Instant, locale: Locale): Html {
  const standing = standingOf(consent, now)
  return chip(holds(standing) ? 'info' : 'plain', holds(standing) ? 'people' : undefined, standingWords[standing][locale])
}

function consentLine(consent: Consent, now: Temporal.Instant, locale: Locale): Html {
  return html`<article class="answer"><h3><a href="/nho-giup/${consent.id}">${consent.helperName}</a></h3><p class="why"><span lang="vi">${consent.procedureName}</span> · ${period(consent, locale)}</p><p>${standingChip(consent, now, locale)}</p></article>`
}

export function askingPage({ consents, dossiers, now, ...frame }: Listing): Html {
  const { locale } = frame
  const mine =
    consents.length > 0
      ? html`<div class="answers">${consents.map((one) => consentLine(one, now, locale))}</div>`
      : html`<p>${words.none[locale]}</p>`
  const begun = dossiers.map(({ id, name }) => html`<li><a href="/nho-giup/moi?ho-so=${id}" lang="vi">${name}</a></li>`)
  const list = begun.length > 0 && html`<h3>${words.howDossier[locale]}</h3><ul class="listing">${begun}</ul>`
  const how = html`<section class="flow"><h2>${words.how[locale]}</h2>${list}<p>${words.howProcedure[locale]}</p><p><a class="btn plain" href="/thu-tuc">${words.find[locale]}</a></p></section>`
  const main = html`<h1>${words.title[locale]}</h1><p class="lead">${words.lead[locale]}</p><section class="flow"><h2>${words.mine[locale]}</h2>${mine}</section>${how}`
  return citizenPage({ ...frame, title: words.title[locale], main, breadcrumbs: [] })
}

export type AskForm = {
  procedure: Procedure
  /** Help with a dossier that exists; without it, with one that the helper begins. */
  dossierId?: string | undefined
  knownName?: string | undefined
  typed: Typed
}

const meaning = (locale: Locale) =>
  html`<section class="flow"><h2>${words.what[locale]}</h2><ul class="bullets"><li>${words.whatMay[locale]}</li><li>${words.whatMayNot[locale]}</li><li>${words.whatSeen[locale]}</li></ul></section>`

function askFields({ typed, dossierId, knownName }: AskForm, locale: Locale, refusal: Refusal | undefined): Html {
  const ask = (name: string, label: string, more: object = {}) =>
    field({ name, label, locale, value: typed[name], error: problemAt(refusal, name, locale), autocomplete: 'off', ...more })
  const phone = { type: 'tel', inputmode: 'tel', width: 'middle', hint: words.helperPhoneHint[locale] }
  const own = { value: typed['personName'] ?? knownName, autocomplete: 'name', hint: words.personNameHint[locale] }
  const shares = choice({
    name: 'shares',
    legend: words.shares[locale],
    locale,
    several: true,
    hint: words.sharesHint[locale],
    options: [{ value: 'yes', label: words.sharesYes[locale] }],
    checked: typed['shares']
  })
  const seen = dossierId ? note('info', words.seesDraft[locale]) : shares
  return html`${ask('helperName', words.helperName[locale])}${ask('helperPhone', words.helperPhone[locale], phone)}${relationChoice(words.relation[locale], typed, { locale, refusal })}${ask('personName', words.personName[locale], own)}${seen}`
}

/** Two names are asked for: the summary says whose is meant. */
const labels = (locale: Locale) => ({ helperName: words.helperName[locale], personName: words.personName[locale] })

export function askPage({ form, refusal, ...frame }: Frame & { form: AskForm; refusal?: Refusal | undefined }): Html {
  const { locale } = frame
  const { procedure, dossierId } = form
  const bound = dossierId
    ? html`<input type="hidden" name="ho-so" value="${dossierId}">`
    : html`<input type="hidden" name="thu-tuc" value="${procedure.code}">`
  const fields = askFields(form, locale, refusal)
  const main = html`${errorSummary(problemsOf(refusal, locale, labels(locale)), locale)}<header><p class="muted" lang="vi">${procedure.name}</p><h1>${words.newTitle[locale]}</h1></header>${meaning(locale)}<form class="flow-lg" method="post" action="/nho-giup/moi" novalidate>${csrfField(frame.csrf)}${bound}<div class="fields">${fields}</div><button class="btn big block">${words.ask[locale]}</button></form>${lawSection(procedure, locale)}`
  const back = { href: '/nho-giup', label: words.title[locale] }
  return citizenPage({ ...frame, title: words.newTitle[locale], main, back, error: refusal !== undefined })
}

/** The way out, wherever a helper is shown: one press. */
export const endForm = (consentId: string, { csrf, locale }: Frame): Html =>
  html`<form class="flow" method="post" action="/nho-giup/${consentId}/thoi">${csrfField(csrf)}<p class="hint">${words.endHint[locale]}</p><button class="btn danger">${words.end[locale]}</button></form>`

export type Help = { consent: Consent; acts: readonly Act[] }

export function helpPage({ help, now, ...frame }: Frame & { help: Help; now: Temporal.Instant }): Html {
  const { locale } = frame
  const { consent, acts } = help
  const title = words.oneTitle[locale].replace('{name}', consent.helperName)
  const dossier = consent.dossierId && html`<p><a class="btn plain" href="/ho-so/${consent.dossierId}">${words.openDossier[locale]}</a></p>`
  const end = holds(standingOf(consent, now)) && endForm(consent.id, frame)
  const main = html`<header class="flow"><p class="muted" lang="vi">${consent.procedureName}</p><h1>${title}</h1><p>${standingChip(consent, now, locale)}</p><p>${period(consent, locale)}</p></header>${dossier}<section class="flow"><h2>${words.acts[locale]}</h2>${actList(acts, locale)}</section>${end}`
  return citizenPage({ ...frame, title, main, back: { href: '/nho-giup', label: words.title[locale] } })
}
