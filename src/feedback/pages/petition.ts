// Petitions for the people who send them: where each kind of grievance goes, the form, one petition and what became of it.
import type { PlaceGroup } from '../../dossiers/pages/applicant/parts.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { dayOf, formatDayLong, formatInstant } from '../../kernel/time.ts'
import { choice, csrfField, errorSummary, field } from '../../web/components/form.ts'
import { code, note } from '../../web/components/status.ts'
import { thread } from '../../web/components/thread.ts'
import { uploadCard } from '../../web/components/upload.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { isOpenPetition, petitionMoves, petitionWordsOf } from '../lifecycle.ts'
import type { SavedPetitionMove } from '../queries.ts'
import type { Petition } from '../store.ts'
import { petitionKinds } from '../types.ts'
import { petitionWords as words } from '../words/citizen.ts'
import { contactFields, type FormState, labelOf, officeSelect, ownWords } from './parts.ts'

export type KeptFile = { id: string; name: string }
const home = (locale: Locale) => ({ href: '/phan-anh', label: words.title[locale] })

function lookup({ typed, refusal }: FormState, locale: Locale): Html {
  const at = (name: string) => ({ name, locale, value: typed[name], error: problemAt(refusal, name, locale) })
  return html`<section class="flow" aria-labelledby="tra-cuu"><h2 id="tra-cuu">${words.lookup[locale]}</h2><form class="flow" method="post" action="/phan-anh/tra-cuu" novalidate>
${field({ ...at('number'), label: words.number[locale], hint: words.numberHint[locale], autocomplete: 'off', autocapitalize: 'characters', width: 'middle', maxlength: 40 })}
${field({ ...at('last4'), label: words.last4[locale], inputmode: 'numeric', autocomplete: 'off', width: 'short', maxlength: 8 })}
<button class="btn plain">${words.see[locale]}</button></form></section>`
}

function mine(petitions: readonly Petition[], locale: Locale): Html {
  if (petitions.length === 0) return html``
  const lines = petitions.map(
    ({ number, state, receivedAt }) =>
      html`<li><a href="/phan-anh/${number}" translate="no">${number}</a><span>${petitionWordsOf(state, locale)} · ${words.sentAt[locale].replace('{at}', formatInstant(receivedAt, locale))}</span></li>`
  )
  return html`<section class="flow"><h2>${words.mine[locale]}</h2><ul class="listing">${lines}</ul></section>`
}

/** The front page, and the answer to a look-up that matched nothing. */
export function petitionsPage({ petitions, form, ...frame }: Frame & { petitions: readonly Petition[]; form: FormState }): Html {
  const { locale } = frame
  const { refusal } = form
  const named = problemsOf(refusal, locale).map((one) => (one.field === 'chinh' ? { ...one, field: 'number' } : one))
  const laws = html`<section class="flow"><h2>${words.otherLaws[locale]}</h2><p>${words.complaint[locale]}</p><p>${words.denunciation[locale]}</p><p>${words.reception[locale]}</p></section>`
  const main = html`${errorSummary(named, locale)}<div class="flow-lg"><header class="flow"><h1>${words.title[locale]}</h1><p>${words.lead[locale]}</p><p><a class="btn big" href="/phan-anh/gui">${words.start[locale]}</a></p></header>${mine(petitions, locale)}${lookup(form, locale)}${laws}</div>`
  return citizenPage({ ...frame, title: words.title[locale], main, breadcrumbs: [], error: refusal !== undefined })
}

export type PetitionForm = FormState & { formKey: string; groups: readonly PlaceGroup[]; kept: readonly KeptFile[]; mayUpload: boolean }

export function petitionFormPage({ form, ...frame }: Frame & { form: PetitionForm }): Html {
  const { locale } = frame
  const { typed, refusal, kept, formKey, groups, mayUpload } = form
  const labels = Object.fromEntries(
    (['kind', 'agency', 'text', 'name', 'phone', 'email', 'files'] as const).map((name) => [name, labelOf(words[name][locale])])
  )
  const at = (name: string) => ({ name, locale, value: typed[name], error: problemAt(refusal, name, locale) })
  const kinds = choice({
    name: 'kind',
    legend: words.kind[locale],
    locale,
    options: petitionKinds.map((value) => ({ value, label: words[value][locale], hint: words[`${value}Hint`][locale] })),
    checked: typed['kind'],
    error: problemAt(refusal, 'kind', locale)
  })
  // Nobody unknown sends files (web/multipart.ts); said before anything is typed, because signing in leaves the page.
  const signIn =
    !mayUpload && html`<p>${words.signInForFiles[locale]} <a href="/dang-nhap?tiep=/phan-anh/gui">${words.signIn[locale]}</a></p>`
  const files = uploadCard({
    name: 'files',
    title: words.files[locale],
    locale,
    hint: words.filesHint[locale],
    files: kept,
    error: problemAt(refusal, 'files', locale),
    multiple: true
  })
  const hidden = [['formKey', formKey] as const, ...kept.map(({ id }) => ['kept', id] as const)].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`
  )
  const main = html`${errorSummary(problemsOf(refusal, locale, labels), locale)}<h1>${words.start[locale]}</h1>${signIn}
<form class="flow" method="post" action="/phan-anh/gui"${mayUpload && html` enctype="multipart/form-data"`} novalidate>${csrfField(frame.csrf)}${hidden}
${kinds}
${officeSelect(form, { label: words.agency[locale], hint: words.agencyHint[locale], groups, locale })}
${field({ ...at('dossier'), label: words.dossier[locale], optional: true, autocomplete: 'off', maxlength: 60 })}
${field({ ...at('text'), label: words.text[locale], hint: words.textHint[locale], type: 'textarea', rows: 8 })}
${mayUpload && files}
${contactFields(form, locale)}
<button class="btn big block">${words.send[locale]}</button></form>
<p class="hint">${words.otherLaws[locale]}: <a href="/phan-anh">${words.title[locale]}</a></p>`
  return citizenPage({ ...frame, title: words.start[locale], main, back: home(locale), error: refusal !== undefined })
}

export type PetitionFacts = {
  petition: Petition
  agencyName: string
  moves: readonly (SavedPetitionMove & { toAgencyName: string })[]
  files: readonly KeptFile[]
  now: Temporal.Instant
}

function whatNext({ petition, agencyName, now }: PetitionFacts, locale: Locale): Html {
  const { state, answer, answerDueAt, forwardDueAt } = petition
  if (!isOpenPetition(state)) {
    const title = state === 'answered' ? words.answer[locale] : words.declined[locale]
    return html`<section class="flow"><h2>${title}</h2><p class="muted">${agencyName}</p>${ownWords(answer)}</section>`
  }
  const day = (at: Temporal.Instant) => formatDayLong(dayOf(at), locale)
  if (Temporal.Instant.compare(now, answerDueAt) > 0) return note('warn', words.late[locale].replace('{due}', day(answerDueAt)))
  const forward =
    Temporal.Instant.compare(now, forwardDueAt) <= 0 && html`<p>${words.forwardBy[locale].replace('{due}', day(forwardDueAt))}</p>`
  return html`<div class="flow"><p><strong>${words.due[locale].replace('{due}', day(answerDueAt))}</strong></p>${forward}</div>`
}

/** Newest first. A closing note is the answer, which stands above in full. */
export function historyOf(moves: PetitionFacts['moves'], locale: Locale): Html {
  const items = moves.toReversed().map(({ name, at, note: said, toAgencyName }, i) => ({
    kind: 'office' as const,
    look: i === 0 ? ('now' as const) : undefined,
    at: formatInstant(at, locale),
    title: petitionMoves[name].words[locale],
    text:
      name === 'forward' ? html`${words.forwardedTo[locale].replace('{agency}', toAgencyName)} <span lang="vi">${said}</span>` : undefined
  }))
  return thread(items)
}

export function petitionPage({ facts, ...frame }: Frame & { facts: PetitionFacts }): Html {
  const { locale } = frame
  const { petition, agencyName, moves, files } = facts
  const { number, state, kind, dossierCode, text } = petition
  const title = petitionWordsOf(state, locale)
  const links = files.map(({ id, name }) => html`<li><a href="/phan-anh/${number}/tep/${id}">${name}</a></li>`)
  const head = html`<header class="flow"><p class="muted">${words.title[locale]}</p><h1>${title}</h1><p class="hint">${words.number[locale]} ${code(number)}<br>${words.to[locale].replace('{agency}', agencyName)}<br>${words.keep[locale]}</p></header>`
  const sent = html`<section class="flow"><h2>${words.yours[locale]}</h2><p class="hint">${words[kind][locale]}${dossierCode && html` · ${words.dossier[locale]} ${code(dossierCode)}`}</p>${ownWords(text)}${links.length > 0 && html`<ul class="listing">${links}</ul>`}</section>`
  const story = html`<section class="flow"><h2>${words.history[locale]}</h2>${historyOf(moves, locale)}</section>`
  const main = html`<div class="flow-lg">${head}${whatNext(facts, locale)}${sent}${story}</div>`
  return citizenPage({ ...frame, title: `${title} – ${number}`, main, back: home(locale) })
}

export const sentWords = ({ number }: Petition, phone: string, locale: Locale): string =>
  words.sent[locale].replace('{number}', number).replace('{phone}', phone)
