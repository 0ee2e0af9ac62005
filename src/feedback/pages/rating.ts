// Rating a finished dossier: three grades, three criteria in plain words, and what the person wants to add.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { dayOf, formatDay } from '../../kernel/time.ts'
import { choice, csrfField, errorSummary, field } from '../../web/components/form.ts'
import { note } from '../../web/components/status.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { satisfactions } from '../types.ts'
import { ratingWords as words } from '../words/citizen.ts'
import { type FormState, labelOf } from './parts.ts'

type Rated = { dossierId: string; procedureName: string }
export type RatingForm = Rated & FormState & { mendableUntil?: Temporal.Instant | undefined }

const criteria = ['contacts', 'agencies', 'attitude'] as const

function question(name: (typeof criteria)[number], { typed, refusal }: FormState, locale: Locale): Html {
  const options = ([2, 1, 0] as const).map((value) => ({ value: String(value), label: words[`${name}${value}`][locale] }))
  const hint = name === 'contacts' ? words.contactsHint[locale] : undefined
  return choice({ name, legend: words[name][locale], locale, options, checked: typed[name], hint, error: problemAt(refusal, name, locale) })
}

const backTo = ({ dossierId, procedureName }: Rated) => ({
  href: `/ho-so/${dossierId}`,
  label: html`<span lang="vi">${procedureName}</span>`
})

export function ratingPage({ form, ...frame }: Frame & { form: RatingForm }): Html {
  const { locale } = frame
  const { typed, refusal, mendableUntil } = form
  const labels = Object.fromEntries((['satisfaction', ...criteria, 'words'] as const).map((name) => [name, labelOf(words[name][locale])]))
  const grades = choice({
    name: 'satisfaction',
    legend: words.satisfaction[locale],
    locale,
    options: satisfactions.map((value) => ({ value, label: words[value][locale] })),
    checked: typed['satisfaction'],
    error: problemAt(refusal, 'satisfaction', locale)
  })
  const free = field({
    name: 'words',
    label: words.words[locale],
    locale,
    type: 'textarea',
    value: typed['words'],
    hint: words.wordsHint[locale],
    error: problemAt(refusal, 'words', locale),
    optional: true
  })
  const until = mendableUntil && note('info', words.mend[locale].replace('{until}', formatDay(dayOf(mendableUntil))))
  const main = html`${errorSummary(problemsOf(refusal, locale, labels), locale)}<h1>${words.title[locale]}</h1><p>${words.lead[locale]}</p>${until}
<form class="flow" method="post" action="/ho-so/${form.dossierId}/danh-gia" novalidate>${csrfField(frame.csrf)}${grades}${criteria.map((name) => question(name, form, locale))}${free}<button class="btn big block">${mendableUntil ? words.change[locale] : words.send[locale]}</button></form>`
  return citizenPage({ ...frame, title: words.title[locale], main, back: backTo(form), error: refusal !== undefined })
}

/** After the days for a second thought. */
export function ratingClosedPage({ rated, ratedAt, ...frame }: Frame & { rated: Rated; ratedAt: Temporal.Instant }): Html {
  const { locale } = frame
  const said = note('info', words.closed[locale].replace('{day}', formatDay(dayOf(ratedAt))))
  const main = html`<h1>${words.title[locale]}</h1>${said}${petitionInstead(locale)}`
  return citizenPage({ ...frame, title: words.title[locale], main, back: backTo(rated) })
}

const petitionInstead = (locale: Locale) => html`<p>${words.unhappy[locale]} <a href="/phan-anh">${petitionLink[locale]}</a></p>`
const petitionLink = { vi: 'Phản ánh, kiến nghị', en: 'Petitions' }

export function ratedPage({ rated, ...frame }: Frame & { rated: Rated }): Html {
  const { locale } = frame
  const main = html`<h1>${words.thanks[locale]}</h1><p>${words.thanksText[locale]}</p>${petitionInstead(locale)}<p><a href="/ho-so/${rated.dossierId}/danh-gia">${words.again[locale]}</a></p>`
  return citizenPage({ ...frame, title: words.thanks[locale], main, back: backTo(rated) })
}
