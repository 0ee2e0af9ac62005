// Search results: enough on each card to choose without opening it; and a way on when nothing fits.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale, Words } from '../../kernel/locale.ts'
import { answerCard } from '../../web/components/catalogue.ts'
import { searchBox } from '../../web/components/form.ts'
import { note } from '../../web/components/status.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import type { ApplicantKind } from '../rules.ts'
import { lifeEventList, lifeEvents } from './home.ts'
import {
  applicantWords,
  feeSummary,
  fileFromHome,
  inVietnamese,
  type ProcedureCard,
  procedureHref,
  timeSummary,
  wayLines
} from './summary.ts'

const words = {
  title: { vi: 'Kết quả tìm', en: 'Search results' },
  label: { vi: 'Tìm thủ tục', en: 'Search procedures' },
  found: { vi: '{n} thủ tục hợp với', en: '{n} procedures match' },
  foundMore: { vi: '{n} thủ tục hợp nhất với', en: 'The {n} best matches for' },
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
  everyone: { vi: 'Tất cả', en: 'All' },
  more: { vi: 'Xem thêm', en: 'Show more' }
} satisfies Record<string, Words>

export type SearchFilter = { who?: ApplicantKind | undefined; online?: boolean | undefined }

export type SearchResults = {
  query: string
  /** An occasion of life was asked for instead of words: its phrase in the catalogue. */
  event?: string | undefined
  filter: SearchFilter
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

function filterHref(query: string, filter: SearchFilter): string {
  const parameters = new URLSearchParams({ q: query })
  if (filter.who) parameters.set('who', filter.who)
  if (filter.online) parameters.set('online', '1')
  return `/tim?${parameters}`
}

function filters({ query, filter }: SearchResults, locale: Locale): Html {
  const link = (next: SearchFilter, label: string) => {
    const here = next.who === filter.who && Boolean(next.online) === Boolean(filter.online)
    return html`<a href="${filterHref(query, next)}"${here ? html` aria-current="true"` : ''}>${label}</a>`
  }
  return html`<nav class="filters" aria-label="${words.filter[locale]}">${link({}, words.everyone[locale])}${link({ who: 'citizen' }, applicantWords.citizen[locale])}${link({ who: 'organisation' }, applicantWords.organisation[locale])}${link({ online: true }, fileFromHome[locale])}</nav>`
}

const isFiltered = ({ filter }: SearchResults) => Boolean(filter.who || filter.online)

function heading(search: SearchResults, locale: Locale): Html {
  const occasion = lifeEvents.find((event) => event.phrase === search.event)
  if (occasion)
    return html`<h1>${words.occasion[locale]} ${occasion.name[locale]}</h1><p class="muted" role="status">${words.order[locale]}</p>`
  const sentence = (search.next ? words.foundMore : words.found)[locale].replace('{n}', String(search.results.length))
  return html`<h1 class="vh">${words.title[locale]}</h1><p class="muted" role="status">${sentence} “${search.query}”</p>`
}

function found(search: SearchResults, locale: Locale): Html {
  const more = search.next && html`<p><a class="btn plain" rel="next" href="${search.next}">${words.more[locale]}</a></p>`
  const wrong = note('info', html`${words.wrongText[locale]} <a href="/thu-tuc">${words.all[locale]}</a>.`, words.wrong[locale])
  return html`${heading(search, locale)}${!search.event && filters(search, locale)}<div class="answers">${search.results.map((one, i) => card(one, i === 0 && !search.event, locale))}</div>${more}${wrong}`
}

function nothing(search: SearchResults, locale: Locale): Html {
  const nearest =
    search.nearest.length > 0 &&
    html`<h2>${words.nearest[locale]}</h2><div class="answers">${search.nearest.slice(0, 3).map((one) => card(one, false, locale))}</div>`
  const help = html`<p>${words.advice[locale]}</p><ul class="bullets"><li><a href="tel:1022">${words.call[locale]}</a></li><li><a href="/thu-tuc">${words.all[locale]}</a></li></ul>`
  return html`<h1 role="status">${words.nothing[locale]} “${search.event ?? search.query}”</h1>${isFiltered(search) && filters(search, locale)}${help}${nearest}`
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
