// The quarter's ratings of an agency, criterion by criterion, with the grade they come to; hidden while they are few.
import type { Workplace } from '../../dossiers/pages/desk/queue.ts'
import { fill } from '../../dossiers/words/desk.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { note, panel, table } from '../../web/components/index.ts'
import { deskPage, type Frame } from '../../web/layout.ts'
import { fewestShown, type OfficerGrade } from '../rules.ts'
import { type Points, type Satisfaction, satisfactions } from '../types.ts'
import { ratingWords } from '../words/citizen.ts'
import { figureWords as words } from '../words/officer.ts'
import { ownWords } from './parts.ts'

export type Figures = {
  quarter: { quarter: number; year: number }
  count: number
  /** Means by criterion; `undefined` when nothing could be counted. */
  criteria: Record<'c1' | 'c2' | 'c3' | 'c4' | 'c7', number | undefined>
  c8: { points: Points; all: number; onTime: number }
  sum: number
  grade: OfficerGrade
  satisfied: Record<Satisfaction, number>
  words: readonly string[]
}

const sources = { c1: words.computed, c2: words.computed, c3: words.said, c4: words.said, c7: words.both } as const
const decimal = (value: number | undefined, locale: Locale) =>
  value === undefined ? '–' : value.toLocaleString(locale, { minimumFractionDigits: 1 })

function criteriaTable({ criteria, c8, sum, grade }: Figures, locale: Locale): Html {
  const own = (Object.keys(sources) as (keyof typeof sources)[]).map((name) => ({
    cells: [words[name][locale], decimal(criteria[name], locale), sources[name][locale]]
  }))
  const total = { cells: [html`<b>${words.sum[locale]}</b>`, html`<b>${decimal(sum, locale)}</b>`, words[grade][locale]] }
  const eighth = { cells: [words.c8[locale], String(c8.points), fill(words.c8source[locale], { onTime: c8.onTime, all: c8.all })] }
  const columns = [{ title: words.criterion[locale] }, { title: words.points[locale], number: true }, { title: words.source[locale] }]
  return table({ caption: words.title[locale], columns, rows: [...own, total, eighth] })
}

export function ratingsPage(page: Frame & Workplace & { figures: Figures }): Html {
  const { locale, figures } = page
  const { count, quarter, satisfied } = figures
  const grades = table({
    caption: words.satisfaction[locale],
    columns: [{ title: words.satisfaction[locale] }, { title: words.count[locale], number: true }],
    rows: satisfactions.map((name) => ({ cells: [ratingWords[name][locale], String(satisfied[name])] }))
  })
  const said =
    figures.words.length > 0
      ? figures.words.map((text) => html`<blockquote>${ownWords(text)}</blockquote>`)
      : html`<p>${words.noWords[locale]}</p>`
  const body =
    count < fewestShown
      ? note('info', fill(words.few[locale], { count, least: fewestShown }))
      : html`${panel({ title: words.criterion[locale], body: criteriaTable(figures, locale), bare: true })}${panel({ title: words.satisfaction[locale], body: grades, bare: true })}${panel({ title: words.words[locale], body: said })}`
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1><span class="muted">${fill(words.span[locale], { ...quarter, count })}</span></div><div class="flow">${body}</div>`
  return deskPage({ ...page, title: words.title[locale], main })
}
