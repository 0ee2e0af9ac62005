// The public statistics: what came, what was finished and when, what people think; every bar stands beside its numbers.
import { type Html, type HtmlValue, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { field, figures, fold, note, table } from '../../web/components/index.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { type Counts, columns, finishedOf, firstYear, type Period, type Row, receivedOf, type Statistics, shareOnTime } from '../rules.ts'
import { columnWords, words } from '../words.ts'

type Page = Frame & { statistics: Statistics; today: Temporal.PlainDate }

const fill = (text: string, values: Record<string, string>) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
const numeral = (value: number, locale: Locale) => value.toLocaleString(locale === 'vi' ? 'de-DE' : 'en-GB')
/** `95,5 %`; never rounded up to a whole that was not reached. */
function percent(share: number, locale: Locale): string {
  const tenths = Math.floor(share * 1000) / 10
  return `${tenths.toLocaleString(locale === 'vi' ? 'de-DE' : 'en-GB')}\u00a0%`
}

/** The whole is 0 to 100 %. The numbers stand in the same row, so the drawing is silent. */
function bar(share: number): Html {
  const kept = Math.round(share * 1000) / 10
  return html`<svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="late" width="100" height="8"/><rect class="kept" width="${kept}" height="8"/></svg>`
}

/** The query of a period: this year is asked for without one. */
const queryOf = ({ year, month }: Period) => `?nam=${year}${month === undefined ? '' : `&thang=${month}`}`

function choosePeriod({ statistics, today, locale }: Page): Html {
  const { period } = statistics
  const years = Array.from({ length: today.year - firstYear + 1 }, (_, i) => String(today.year - i))
  const months = Array.from({ length: 12 }, (_, i) => String(i + 1))
  const year = field({
    name: 'nam',
    label: words.year[locale],
    locale,
    type: 'select',
    value: period.year,
    options: years.map((value) => ({ value, label: value }))
  })
  const month = field({
    name: 'thang',
    label: words.month[locale],
    locale,
    type: 'select',
    value: period.month,
    empty: words.wholeYear[locale],
    options: months.map((value) => ({ value, label: value }))
  })
  return html`<form class="cluster period" method="get" action="/thong-ke">${year}${month}<button class="btn plain">${words.show[locale]}</button></form>`
}

function summary({ statistics: { total, petitions }, locale }: Page): Html {
  const say = (value: number) => numeral(value, locale)
  const share = total ? shareOnTime(total) : undefined
  const all = (names: readonly (keyof Counts)[]) => Object.fromEntries(names.map((name) => [name, total ? say(total[name]) : '']))
  const few = words.few[locale]
  return figures([
    {
      label: words.received[locale],
      value: total ? say(receivedOf(total)) : few,
      meaning: total ? fill(words.receivedMeaning[locale], all(['online', 'desk', 'post'])) : ''
    },
    {
      label: words.finished[locale],
      value: total ? say(finishedOf(total)) : few,
      meaning: total ? fill(words.finishedMeaning[locale], all(['early', 'onTime', 'late'])) : ''
    },
    {
      label: words.kept[locale],
      value: share === undefined ? words.none[locale] : percent(share, locale),
      meaning: share === undefined ? '' : fill(words.keptMeaning[locale], { n: say(Math.floor(share * 100)) })
    },
    {
      label: words.petitions[locale],
      value: petitions.due > 0 ? percent(petitions.onTime / petitions.due, locale) : words.none[locale],
      meaning: petitions.due > 0 ? fill(words.petitionsMeaning[locale], { onTime: say(petitions.onTime), due: say(petitions.due) }) : ''
    }
  ])
}

const counted = ['received', 'finished', 'early', 'onTime', 'late'] as const
const countOf = (counts: Counts, name: (typeof counted)[number]) =>
  name === 'received' ? receivedOf(counts) : name === 'finished' ? finishedOf(counts) : counts[name]

function countTable(rows: readonly Row[], { title, first }: { title: string; first: string }, locale: Locale): Html {
  const lines = rows.map(({ name, counts }) => {
    const share = counts ? shareOnTime(counts) : undefined
    const numbers = counted.map((column) =>
      counts ? numeral(countOf(counts, column), locale) : html`<span class="muted">${words.hidden[locale]}</span>`
    )
    const last: HtmlValue = share === undefined ? '–' : html`${percent(share, locale)} ${bar(share)}`
    return { cells: [html`<span lang="vi">${name}</span>`, ...numbers, last] }
  })
  const heads = counted.map((name) => ({ title: words[name][locale], number: true }))
  return table({ caption: title, columns: [{ title: first }, ...heads, { title: words.keptShare[locale], number: true }], rows: lines })
}

function tables({ statistics: { agencies, sectors, procedures }, locale }: Page): Html {
  if (agencies.length === 0) return note('info', words.nothing[locale])
  const isHidden = [...agencies, ...sectors, ...procedures].some(({ counts }) => counts === null)
  const section = (rows: readonly Row[], title: string, first: string) =>
    html`<section class="flow stats"><h2>${title}</h2>${countTable(rows, { title, first }, locale)}</section>`
  const list = countTable(procedures, { title: words.byProcedure[locale], first: words.procedure[locale] }, locale)
  return html`<p class="hint">${words.barNote[locale]}${isHidden && ` ${words.fewNote[locale]}`}</p>${section(agencies, words.byAgency[locale], words.agency[locale])}${section(sectors, words.bySector[locale], words.sector[locale])}${fold(words.byProcedure[locale], html`<div class="stats">${list}</div>`)}`
}

const gradeNames = ['very_satisfied', 'satisfied', 'not_satisfied'] as const
const criteria = ['totalTime', 'eachOffice', 'contacts', 'agencies', 'attitude'] as const

function ratingSection({ statistics: { ratings }, locale }: Page): Html {
  const { answers, grades, means } = ratings
  if (!grades || !means)
    return html`<section class="flow"><h2>${words.ratings[locale]}</h2><p>${fill(words.ratingsFew[locale], { n: String(answers) })}</p></section>`
  const byGrade = table({
    caption: words.grade[locale],
    columns: [{ title: words.grade[locale] }, { title: words.answers[locale], number: true }],
    rows: gradeNames.map((name) => ({ cells: [words[name][locale], numeral(grades[name], locale)] }))
  })
  const byCriterion = table({
    caption: words.criterion[locale],
    columns: [{ title: words.criterion[locale] }, { title: words.mean[locale], number: true }],
    rows: criteria.map((name) => ({ cells: [words[name][locale], means[name] === null ? '–' : numeral(means[name], locale)] }))
  })
  return html`<section class="flow"><h2>${words.ratings[locale]}</h2>${byGrade}${byCriterion}</section>`
}

/** Files of open data by their address, with the table they hold. */
const files = [
  { href: '/du-lieu-mo/co-quan.csv', words: words.byAgency },
  { href: '/du-lieu-mo/linh-vuc.csv', words: words.bySector },
  { href: '/du-lieu-mo/thu-tuc.csv', words: words.byProcedure },
  { href: '/du-lieu-mo/thong-ke.json', words: words.json }
]

function openData({ statistics: { period }, locale }: Page): Html {
  const query = queryOf(period)
  const links = files.map(
    ({ href, words: holds }) =>
      html`<li><a href="${href}${query}">${holds[locale]}</a> <span class="hint" translate="no">${href}</span></li>`
  )
  const meanings = table({
    caption: words.columns[locale],
    columns: [{ title: words.column[locale] }, { title: words.meaning[locale] }],
    rows: columns.map((name) => ({ cells: [html`<code translate="no">${name}</code>`, columnWords[name][locale]] }))
  })
  const api = html`<p>${words.api[locale]} <code translate="no">/api/v1/statistics</code>: <a href="/docs">${words.apiDocs[locale]}</a>.</p>`
  return html`<section class="flow"><h2>${words.open[locale]}</h2><p>${words.openText[locale]}</p><ul class="list">${links}</ul>${api}${fold(words.columns[locale], html`<p>${words.columnsText[locale]}</p>${meanings}`)}</section>`
}

export function statisticsPage(page: Page): Html {
  const { locale, statistics } = page
  const { from, to } = statistics.period
  const span = fill(words.asOf[locale], { from: formatDay(from), to: formatDay(to), at: formatInstant(statistics.asOf, locale) })
  const main = html`<header class="flow"><h1>${words.title[locale]}</h1><p>${words.lead[locale]}</p>${choosePeriod(page)}<p class="hint">${span}</p></header>${summary(page)}${tables(page)}${ratingSection(page)}${openData(page)}`
  return citizenPage({ ...page, title: words.title[locale], main, wide: true })
}
