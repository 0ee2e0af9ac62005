// The helper's side: who asks me, asking for consent on the spot, one request, setting to work, stepping back.
import { maskPhone } from '../../accounts/rules.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { csrfField, errorSummary, field } from '../../web/components/form.ts'
import { chip, note } from '../../web/components/status.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { holds, standingOf } from '../rules.ts'
import type { Consent } from '../store.ts'
import { standingWords, givingWords as words } from '../words.ts'
import { lawSection, type Procedure, relationChoice, type Typed } from './parts.ts'

const named = (text: string, name: string) => text.replaceAll('{name}', name)
const home = '/giup-nguoi-khac'

const whom = ({ personName, personPhone }: Consent, locale: Locale) =>
  named(words.forName[locale], personName).replace('{phone}', maskPhone(personPhone))

/** Explicit, and by a press: nobody slips into somebody else's dossier. */
const enterForm = (consent: Consent, { csrf, locale }: Frame) =>
  html`<form method="post" action="${home}/${consent.id}/vao">${csrfField(csrf)}<button class="btn">${words.enter[locale]}<span class="vh"> ${whom(consent, locale)}</span></button></form>`

function line(consent: Consent, now: Temporal.Instant, frame: Frame): Html {
  const { locale } = frame
  const standing = standingOf(consent, now)
  const live = holds(standing)
  const until = words.until[locale].replace('{until}', formatInstant(consent.expiresAt, locale))
  const state = chip(live ? 'info' : 'plain', live ? 'people' : undefined, standingWords[standing][locale])
  const title = live ? html`<a href="${home}/${consent.id}">${whom(consent, locale)}</a>` : whom(consent, locale)
  return html`<article class="answer"><h3>${title}</h3><p class="why"><span lang="vi">${consent.procedureName}</span>${live && html` · ${until}`}</p><div class="cluster">${state}${live && enterForm(consent, frame)}</div></article>`
}

export function givingPage({ consents, now, ...frame }: Frame & { consents: readonly Consent[]; now: Temporal.Instant }): Html {
  const { locale } = frame
  const live = consents.filter((consent) => holds(standingOf(consent, now)))
  const over = consents.filter((consent) => !live.includes(consent))
  const list = (title: string, some: readonly Consent[]) =>
    some.length > 0 &&
    html`<section class="flow"><h2>${title}</h2><div class="answers">${some.map((one) => line(one, now, frame))}</div></section>`
  const beside = html`<section class="flow"><h2>${words.beside[locale]}</h2><p>${words.besideText[locale]}</p><p><a class="btn plain" href="/thu-tuc">${words.find[locale]}</a></p></section>`
  const none = consents.length === 0 && html`<p>${words.none[locale]}</p>`
  const main = html`<h1>${words.title[locale]}</h1><p class="lead">${words.lead[locale]}</p>${none}${list(words.waiting[locale], live)}${beside}${list(words.over[locale], over)}<p><a href="/ho-so">${words.mine[locale]}</a></p>`
  return citizenPage({ ...frame, title: words.title[locale], main, breadcrumbs: [] })
}

type CodeForm = { procedure: Procedure; knownName?: string | undefined; typed: Typed }

/** Two names are asked for: the summary says whose is meant. */
const labels = (locale: Locale) => ({ helperName: words.helperName[locale], personName: words.personName[locale] })

export function besidePage({ form, refusal, ...frame }: Frame & { form: CodeForm; refusal?: Refusal | undefined }): Html {
  const { locale } = frame
  const { procedure, typed, knownName } = form
  const ask = (name: string, label: string, more: object = {}) =>
    field({ name, label, locale, value: typed[name], error: problemAt(refusal, name, locale), autocomplete: 'off', ...more })
  const phone = { type: 'tel', inputmode: 'tel', width: 'middle', hint: words.personPhoneHint[locale] }
  const own = !knownName && ask('helperName', words.helperName[locale], { autocomplete: 'name', hint: words.helperNameHint[locale] })
  const fields = html`${ask('personName', words.personName[locale])}${ask('personPhone', words.personPhone[locale], phone)}${relationChoice(words.relation[locale], typed, { locale, refusal })}${own}`
  const main = html`${errorSummary(problemsOf(refusal, locale, labels(locale)), locale)}<header><p class="muted" lang="vi">${procedure.name}</p><h1>${words.newTitle[locale]}</h1></header><p>${words.newLead[locale]}</p><form class="flow-lg" method="post" action="${home}/moi" novalidate>${csrfField(frame.csrf)}<input type="hidden" name="thu-tuc" value="${procedure.code}"><div class="fields">${fields}</div><button class="btn big block">${words.send[locale]}</button></form>${lawSection(procedure, locale)}`
  const back = { href: home, label: words.title[locale] }
  return citizenPage({ ...frame, title: words.newTitle[locale], main, back, error: refusal !== undefined })
}

type CodePage = Frame & {
  ask: { id: string; personName: string; personPhone: string; procedureCode: string; procedureName: string }
  typed?: string
  refusal?: Refusal | undefined
}

export function consentCodePage({ ask, typed, refusal, ...frame }: CodePage): Html {
  const { locale } = frame
  const wrong = refusal?.code === 'HELP_CODE_WRONG' ? refusal.sentence(locale) : problemAt(refusal, 'code', locale)
  const problems = wrong ? [{ field: 'code', sentence: wrong }] : problemsOf(refusal, locale)
  const sent = named(words.codeSent[locale], ask.personName).replace('{phone}', maskPhone(ask.personPhone))
  const code = field({
    name: 'code',
    label: words.code[locale],
    locale,
    value: typed,
    hint: words.codeLasts[locale],
    autocomplete: 'off',
    inputmode: 'numeric',
    width: 'otp',
    error: wrong
  })
  const again = `${home}/moi?thu-tuc=${encodeURIComponent(ask.procedureCode)}`
  const main = html`${errorSummary(problems, locale)}<header><p class="muted" lang="vi">${ask.procedureName}</p><h1>${words.codeTitle[locale]}</h1></header><p>${sent}</p><form class="flow" method="post" action="${home}/ma/${ask.id}" novalidate>${csrfField(frame.csrf)}${code}<button class="btn big block">${words.codeSubmit[locale]}</button></form><p><a href="${again}">${words.again[locale]}</a></p>`
  return citizenPage({
    ...frame,
    title: words.codeTitle[locale],
    main,
    back: { href: again, label: words.newTitle[locale] },
    error: refusal !== undefined
  })
}

/** One request: for whom, what may be done, what the law still asks, and both ways out. */
export function requestPage({ consent, procedure, ...frame }: Frame & { consent: Consent; procedure: Procedure }): Html {
  const { locale } = frame
  const title = named(words.oneTitle[locale], consent.personName)
  const until = words.until[locale].replace('{until}', formatInstant(consent.expiresAt, locale))
  const out = html`<section class="flow" id="thoi"><h2>${words.leaveTitle[locale]}</h2><p class="hint">${words.leaveHint[locale]}</p><form method="post" action="${home}/${consent.id}/thoi">${csrfField(frame.csrf)}<button class="btn plain">${(consent.helperId ? words.leave : words.decline)[locale]}</button></form><p><a href="/ho-so">${words.mine[locale]}</a></p></section>`
  const main = html`<header class="flow"><p class="muted" lang="vi">${procedure.name}</p><h1>${title}</h1><p>${whom(consent, locale)}. ${until}.</p></header><p>${named(words.oneMay[locale], consent.personName)}</p>${note('info', named(words.oneSeen[locale], consent.personName))}${enterForm(consent, frame)}${lawSection(procedure, locale, consent.relation)}${out}`
  return citizenPage({ ...frame, title, main, back: { href: home, label: words.title[locale] } })
}
