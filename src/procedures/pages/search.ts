// Search results: enough on each card to choose without opening it; and a way on when nothing fits.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale, Words } from '../../kernel/locale.ts'
import { answerCard, fold } from '../../web/components/catalogue.ts'
import { searchBox } from '../../web/components/form.ts'
import { note } from '../../web/components/status.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { applicantKinds, procedureLevels } from '../rules.ts'
import { type Counts, onlineChoices, type SearchFilter } from '../search-filter.ts'
import { lifeEventList, lifeEvents } from './home.ts'
import {
  applicantWords,
  feeSummary,
  inVietnamese,
  levelWords,
  type ProcedureCard,
  procedureHref,
  timeSummary,
  wayLines
} from './summary.ts'

const words = {
  title: { vi: 'Kết quả tìm', en: 'Search results' },
  label: { vi: 'Tìm thủ tục', en: 'Search procedures' },
  found: { vi: '{n} thủ tục hợp với', en: '{n} procedures match' },
  occasion: { vi: 'Việc trong đời:', en: 'Occasion:' },
  order: { vi: 'Xếp theo thứ tự nên làm.', en: 'In the order they are best done.' },
  nothing: { vi: 'Chưa tìm thấy thủ tục nào hợp với', en: 'Nothing found for' },
  nearest: { vi: 'Gần với điều ông/bà tìm nhất', en: 'The nearest we have' },
  advice: { vi: 'Thử gõ ngắn hơn, chỉ tên giấy tờ ông/bà cần. Hoặc:', en: 'Try fewer words, just the name of the paper you need. Or:' },
  call: { vi: 'gọi 1022, nói việc ông/bà cần', en: 'call 1022 and say what you need' },
  all: { vi: 'xem tất cả thủ tục, xếp A–Z', en: 'see all procedures, A–Z' },
  empty: { vi: 'Ông/bà cần làm gì?', en: 'What do you need to do?' },
  emptyLead: {
    vi: 'Gõ vào ô trên, không cần dấu; hoặc chọn một việc dưới đây.',
    en: 'Type above, with or without accents; or choose an occasion below.'
  },
  wrong: { vi: 'Không đúng việc ông/bà cần?', en: 'Not what you need?' },
  wrongText: { vi: 'Gọi 1022, hoặc', en: 'Call 1022, or' },
  filter: { vi: 'Lọc kết quả', en: 'Filter results' },
  who: { vi: 'Ai làm', en: 'For whom' },
  level: { vi: 'Nơi giải quyết', en: 'Decided by' },
  online: { vi: 'Cách nộp', en: 'How it is filed' },
  home: { vi: 'Nộp được tại nhà', en: 'From home' },
  paid: { vi: 'Nộp và trả phí tại nhà', en: 'From home, fee included' },
  desk: { vi: 'Chỉ nộp tại quầy', en: 'Only at a desk' },
  all1: { vi: 'Tất cả', en: 'All' },
  lift: { vi: 'Bỏ lọc, xem lại tất cả kết quả', en: 'Remove the filter and see all results' },
  noneFiltered: {
    vi: 'Có thủ tục hợp với từ ông/bà gõ, nhưng không có thủ tục nào qua được bộ lọc.',
    en: 'There are procedures for your words, but none passes the filter.'
  },
  page: { vi: 'Tiếp theo của kết quả cho', en: 'More results for' },
  first: { vi: 'Về đầu danh sách', en: 'Back to the first results' },
  more: { vi: 'Xem thêm', en: 'Show more' },
  report: { vi: 'Báo cho chúng tôi từ khóa này', en: 'Tell us about these words' },
  reportText: {
    vi: 'Chúng tôi chỉ giữ từ khóa, không giữ ai đã tìm; số điện thoại, số giấy tờ có trong đó bị cắt bỏ.',
    en: 'We keep the words only, not who searched; phone and document numbers in them are cut out.'
  },
  reported: { vi: 'Đã ghi lại từ khóa này. Cảm ơn ông/bà.', en: 'These words are noted. Thank you.' }
} satisfies Record<string, Words>

export type SearchResults = {
  query: string
  /** An occasion of life was asked for instead of words: its phrase in the catalogue. */
  event?: string | undefined
  filter: SearchFilter
  /** How many fit the words and the filter, on all pages, and how many each choice would leave. */
  total?: number | undefined
  counts?: Counts | undefined
  /** The code after which this page begins; undefined on the first. */
  after?: string | undefined
  /** The words were just reported as missing. */
  reported?: boolean | undefined
  results: readonly ProcedureCard[]
  /** Up to three, when there are no results. */
  nearest: readonly ProcedureCard[]
  /** Address of the next results, if any. */
  next?: string | undefined
}

function card(found: ProcedureCard, best: boolean, locale: Locale): Html {
  return answerCard({
    href: procedureHref(found.code),
    title: inVietnamese(found.name, locale),
    locale,
    why: found.why && inVietnamese(found.why, locale),
    time: timeSummary(found.processingTime, locale).value,
    fee: found.fees && feeSummary(found.fees, locale).value,
    ways: wayLines(found, locale),
    best
  })
}

export function searchHref(query: string, filter: SearchFilter, after?: string): string {
  const chosen = Object.entries({ ...filter, after }).filter(([, value]) => value !== undefined) as [string, string][]
  return `/tim?${new URLSearchParams([['q', query], ...chosen])}`
}

type FilterName = keyof Counts & keyof SearchFilter

/** One question with its answers; an answer that would leave nothing is not offered. */
function filterGroup<Name extends FilterName>(
  search: SearchResults,
  counts: Counts,
  {
    name,
    choices,
    label,
    locale
  }: {
    name: Name
    choices: readonly NonNullable<SearchFilter[Name]>[]
    label: (choice: NonNullable<SearchFilter[Name]>) => string
    locale: Locale
  }
): Html {
  const here = search.filter[name]
  const left = counts[name] as Record<string, number>
  const link = (choice: SearchFilter[Name] | undefined, text: string, count: number) =>
    html`<li><a href="${searchHref(search.query, { ...search.filter, [name]: choice })}"${choice === here ? html` aria-current="true"` : ''}>${text} <small>${count}</small></a></li>`
  const offered = choices.filter((choice) => left[choice]! > 0 || choice === here)
  if (offered.length < 2 && here === undefined) return html``
  return html`<div class="flow"><h2 class="h3" id="loc-${name}">${words[name][locale]}</h2><ul class="filters" aria-labelledby="loc-${name}">${link(undefined, words.all1[locale], left['all']!)}${offered.map((choice) => link(choice, label(choice), left[choice]!))}</ul></div>`
}

function filters(search: SearchResults, locale: Locale): Html {
  const { counts, query } = search
  if (!counts) return html``
  const groups = [
    filterGroup(search, counts, { name: 'who', choices: applicantKinds, label: (one) => applicantWords[one][locale], locale }),
    filterGroup(search, counts, { name: 'level', choices: procedureLevels, label: (one) => levelWords[one][locale], locale }),
    filterGroup(search, counts, { name: 'online', choices: onlineChoices, label: (one) => words[one][locale], locale })
  ]
  if (groups.every((group) => group.toString() === '')) return html``
  const lift = isFiltered(search) && html`<p><a href="${searchHref(query, {})}">${words.lift[locale]}</a></p>`
  return html`<nav aria-label="${words.filter[locale]}">${fold(words.filter[locale], html`${groups}${lift}`, { open: isFiltered(search) })}</nav>`
}

const isFiltered = ({ filter }: SearchResults) => Boolean(filter.who || filter.level || filter.online)

function heading(search: SearchResults, locale: Locale): Html {
  const occasion = lifeEvents.find((event) => event.phrase === search.event)
  if (occasion)
    return html`<h1>${words.occasion[locale]} ${occasion.name[locale]}</h1><p class="muted" role="status">${words.order[locale]}</p>`
  const sentence = search.after ? words.page[locale] : words.found[locale].replace('{n}', String(search.total ?? search.results.length))
  return html`<h1 class="vh">${words.title[locale]}</h1><p class="muted" role="status">${sentence} “${search.query}”</p>`
}

function found(search: SearchResults, locale: Locale): Html {
  const next = search.next && html`<a class="btn plain" rel="next" href="${search.next}">${words.more[locale]}</a>`
  const first = search.after && html`<a href="${searchHref(search.query, search.filter)}">${words.first[locale]}</a>`
  const more = (next || first) && html`<p class="cluster">${next}${first}</p>`
  const wrong = note('info', html`${words.wrongText[locale]} <a href="/thu-tuc">${words.all[locale]}</a>.`, words.wrong[locale])
  return html`${heading(search, locale)}${!search.event && filters(search, locale)}<div class="answers">${search.results.map((one, i) => card(one, i === 0 && !search.event && !search.after, locale))}</div>${more}${wrong}`
}

function reportForm({ query, reported }: SearchResults, locale: Locale): Html {
  if (reported) return note('ok', html`<span role="status">${words.reported[locale]}</span>`)
  return html`<form method="post" action="/tim/bao-tu-khoa" class="flow"><input type="hidden" name="q" value="${query}"><button class="btn plain">${words.report[locale]}</button><p class="hint">${words.reportText[locale]}</p></form>`
}

function nothing(search: SearchResults, locale: Locale): Html {
  const nearest =
    search.nearest.length > 0 &&
    html`<h2>${words.nearest[locale]}</h2><div class="answers">${search.nearest.slice(0, 3).map((one) => card(one, false, locale))}</div>`
  if (isFiltered(search) && search.counts)
    return html`<h1><span role="status">${words.nothing[locale]} “${search.query}”</span></h1><p>${words.noneFiltered[locale]}</p><p><a class="btn" href="${searchHref(search.query, {})}">${words.lift[locale]}</a></p>${filters(search, locale)}${nearest}`
  const help = html`<p>${words.advice[locale]}</p><ul class="bullets"><li><a href="tel:1022">${words.call[locale]}</a></li><li><a href="/thu-tuc">${words.all[locale]}</a></li></ul>`
  return html`<h1><span role="status">${words.nothing[locale]} “${search.event ?? search.query}”</span></h1>${help}${!search.event && reportForm(search, locale)}${nearest}`
}

export function searchPage({ search, ...frame }: Frame & { search: SearchResults }): Html {
  const { locale } = frame
  const box = searchBox({ locale, label: words.label[locale], value: search.query, small: true })
  const isEmpty = search.query.trim() === '' && !search.event
  const rest = isEmpty
    ? html`<h1>${words.empty[locale]}</h1><p>${words.emptyLead[locale]}</p>${lifeEventList(locale)}<p><a href="/thu-tuc">${words.all[locale]}</a></p>`
    : search.results.length > 0
      ? found(search, locale)
      : nothing(search, locale)
  const title = isEmpty ? words.label[locale] : `“${search.event ?? search.query}” – ${words.title[locale]}`
  return citizenPage({ ...frame, title, main: html`${box}${rest}`, wide: isEmpty })
}
