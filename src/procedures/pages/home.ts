// The front door: find a procedure, or a dossier; the occasions of life; how the city does today, in figures that exist.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale, Words } from '../../kernel/locale.ts'
import { formatDayLong } from '../../kernel/time.ts'
import { type Figure, figures } from '../../web/components/catalogue.ts'
import { csrfField, field, searchBox } from '../../web/components/form.ts'
import { type IconName, icon } from '../../web/icons.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'

const words = {
  title: { vi: 'Trang đầu', en: 'Home' },
  question: { vi: 'Ông/bà cần làm gì?', en: 'What do you need to do?' },
  lead: {
    vi: 'Gõ như khi nói, không cần dấu. Nộp tại nhà, bưu điện đưa kết quả đến tận cửa.',
    en: 'Type it as you would say it, in Vietnamese, with or without accents. File from home; the post brings the result to your door.'
  },
  placeholder: { vi: 'làm giấy khai sinh cho con', en: 'lam giay khai sinh' },
  often: { vi: 'Ví dụ:', en: 'For example:' },
  trackTitle: { vi: 'Hồ sơ của tôi đến đâu?', en: 'Where is my dossier?' },
  trackLead: {
    vi: 'Mã in trên giấy hẹn, hoặc quét mã vuông trên giấy.',
    en: 'The code is printed on your receipt; or scan the square code on it.'
  },
  code: { vi: 'Mã hồ sơ', en: 'Dossier code' },
  factor: { vi: '4 số cuối điện thoại đã khai', en: 'Last 4 digits of the phone you gave' },
  see: { vi: 'Xem hồ sơ', en: 'See the dossier' },
  life: { vi: 'Việc trong đời', en: 'Occasions of life' },
  today: { vi: 'Hôm nay', en: 'Today' },
  open: { vi: 'Đang mở cửa', en: 'Open now' },
  openValue: { vi: '{open} trên {all} nơi', en: '{open} of {all} places' },
  openUntil: { vi: 'Nhận hồ sơ đến {time}.', en: 'Papers are taken until {time}.' },
  closed: {
    vi: 'Lúc này các nơi đều nghỉ. Trên trang này ông/bà nộp được bất cứ lúc nào.',
    en: 'All places are closed now. On this site you can file at any hour.'
  },
  opensAt: {
    vi: 'Mở lại {time}. Trên trang này ông/bà nộp được bất cứ lúc nào.',
    en: 'They open again {time}. On this site you can file at any hour.'
  },
  seePlaces: { vi: 'Xem nơi nộp', en: 'See the places' },
  onTime: { vi: 'Trả kết quả đúng hẹn', en: 'Answered in time' },
  onTimeMeaning: {
    vi: '{good} trong {all} hồ sơ đã trả tháng này đúng hoặc trước hẹn. Sai hẹn thì có thư xin lỗi.',
    en: '{good} of the {all} dossiers answered this month were in time or early. When we are late you get a letter of apology.'
  },
  post: { vi: 'Nộp hoặc nhận qua bưu điện', en: 'Filed or delivered by post' },
  postMeaning: {
    vi: '{good} trong {all} hồ sơ tháng này đi qua bưu điện. Bưu gửi nào cũng có mã để theo dõi.',
    en: '{good} of the {all} dossiers of this month went by post. Every parcel has a code to follow.'
  },
  none: { vi: 'Chưa có số liệu', en: 'No figures yet' },
  noneOnTime: { vi: 'Chưa có hồ sơ nào được trả trong tháng này.', en: 'No dossier has been answered this month.' },
  nonePost: { vi: 'Chưa có hồ sơ nào trong tháng này.', en: 'No dossier has been filed this month.' }
} satisfies Record<string, Words>

export type LifeEvent = { phrase: string; icon: IconName; name: Words; hint: Words }

/** The eight occasions; `phrase` is how the catalogue files them. */
export const lifeEvents: readonly LifeEvent[] = [
  {
    phrase: 'sinh con',
    icon: 'child',
    name: { vi: 'Sinh con', en: 'Having a child' },
    hint: { vi: 'Khai sinh, nhận cha mẹ con, nơi ở', en: 'Birth registration, parentage, residence' }
  },
  {
    phrase: 'kết hôn',
    icon: 'rings',
    name: { vi: 'Kết hôn', en: 'Getting married' },
    hint: { vi: 'Đăng ký, xác nhận tình trạng hôn nhân', en: 'Registration, marital status' }
  },
  {
    phrase: 'nhà và đất',
    icon: 'land',
    name: { vi: 'Nhà và đất', en: 'House and land' },
    hint: { vi: 'Giấy phép xây dựng, sang tên', en: 'Building permit, transfer' }
  },
  {
    phrase: 'mở cửa hàng',
    icon: 'shop',
    name: { vi: 'Mở cửa hàng', en: 'Opening a shop' },
    hint: { vi: 'Hộ kinh doanh, an toàn thực phẩm', en: 'Household business, food safety' }
  },
  {
    phrase: 'đổi nơi ở',
    icon: 'house',
    name: { vi: 'Đổi nơi ở', en: 'Moving' },
    hint: { vi: 'Tạm trú, thường trú', en: 'Temporary and permanent residence' }
  },
  {
    phrase: 'con đi học',
    icon: 'school',
    name: { vi: 'Con đi học', en: 'Going to school' },
    hint: { vi: 'Chuyển trường, bản sao bằng', en: 'Changing school, certified copies' }
  },
  {
    phrase: 'trợ cấp',
    icon: 'heart',
    name: { vi: 'Trợ cấp, chăm sóc', en: 'Allowances, care' },
    hint: { vi: 'Người già, người khuyết tật', en: 'Older people, people with disabilities' }
  },
  {
    phrase: 'khi có người mất',
    icon: 'lotus',
    name: { vi: 'Khi có người mất', en: 'When somebody dies' },
    hint: { vi: 'Khai tử, mai táng phí, thừa kế', en: 'Death registration, funeral allowance, inheritance' }
  }
]

/** `good` of `all`; nothing is shown as a share while `all` is 0. */
type Share = { good: number; all: number }

export type HomeFacts = {
  today: Temporal.PlainDate
  /** `until` when some are open, `opensAt` ("thứ Hai 7:00") when none is. */
  agencies: { open: number; all: number; until?: string | undefined; opensAt?: string | undefined }
  onTime: Share
  byPost: Share
}

/** The procedures of one occasion, in the order people need them. */
const eventHref = (phrase: string) => `/tim?viec=${encodeURIComponent(phrase)}`
const searchHref = (query: string) => `/tim?q=${encodeURIComponent(query)}`
const fill = (sentence: string, facts: Record<string, string | number>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? ''))

/** `95,8 %` in Vietnamese, `95.8 %` in English; never rounded up to a perfect hundred. */
function percent({ good, all }: Share, locale: Locale): string {
  const tenths = Math.floor((good / all) * 1000) / 10
  return `${tenths.toLocaleString(locale === 'vi' ? 'de-DE' : 'en-US')}\u00a0%`
}

function openFigure({ agencies }: HomeFacts, locale: Locale): Figure {
  const { open, all, until, opensAt } = agencies
  const sentence =
    open > 0
      ? until && fill(words.openUntil[locale], { time: until })
      : opensAt
        ? fill(words.opensAt[locale], { time: opensAt })
        : words.closed[locale]
  return {
    label: words.open[locale],
    value: fill(words.openValue[locale], { open, all }),
    meaning: html`${sentence} <a href="/noi-nop">${words.seePlaces[locale]}</a>.`
  }
}

function shareFigure(share: Share, label: string, meaning: string, none: string, locale: Locale): Figure {
  if (share.all === 0) return { label, value: words.none[locale], meaning: none }
  return { label, value: percent(share, locale), meaning: fill(meaning, { good: share.good, all: share.all }) }
}

export function lifeEventList(locale: Locale): Html {
  const items = lifeEvents.map(
    (event) =>
      html`<li><a href="${eventHref(event.phrase)}">${icon(event.icon)}<b>${event.name[locale]}</b><span>${event.hint[locale]}</span></a></li>`
  )
  return html`<ul class="life">${items}</ul>`
}

function hero(frame: Frame): Html {
  const { locale } = frame
  const examples = ['khai sinh', 'bản sao', 'hộ kinh doanh']
  const links = examples.map((example, i) => html`${i > 0 && ', '}<a href="${searchHref(example)}" lang="vi">${example}</a>`)
  const search = searchBox({ locale, label: words.question[locale], placeholder: words.placeholder[locale] })
  const track = html`<form action="/tra-cuu" method="post" novalidate>${csrfField(frame.csrf)}${field({ name: 'code', label: words.code[locale], locale, placeholder: 'H24-261113-0187', autocapitalize: 'characters', autocomplete: 'off' })}${field({ name: 'last4', label: words.factor[locale], locale, inputmode: 'numeric', maxlength: 4, width: 'short', autocomplete: 'off' })}<button class="btn plain">${words.see[locale]}</button></form>`
  return html`<section class="hero"><div class="wrap wide split"><div><h1>${words.question[locale]}</h1><p>${words.lead[locale]}</p>${search}<p class="often">${words.often[locale]} ${links}</p></div><section class="trackbox" aria-labelledby="hoi-ho-so"><h2 id="hoi-ho-so">${words.trackTitle[locale]}</h2><p>${words.trackLead[locale]}</p>${track}</section></div></section>`
}

export function homePage({ facts, ...frame }: Frame & { facts: HomeFacts }): Html {
  const { locale } = frame
  const today = figures([
    openFigure(facts, locale),
    shareFigure(facts.onTime, words.onTime[locale], words.onTimeMeaning[locale], words.noneOnTime[locale], locale),
    shareFigure(facts.byPost, words.post[locale], words.postMeaning[locale], words.nonePost[locale], locale)
  ])
  const main = html`${hero(frame)}<section class="section"><div class="wrap wide flow"><h2>${words.life[locale]}</h2>${lifeEventList(locale)}</div></section><section class="ground section"><div class="wrap wide flow"><h2>${words.today[locale]}, ${formatDayLong(facts.today, locale)}</h2>${today}</div></section>`
  return citizenPage({ ...frame, title: words.title[locale], main, bare: true })
}
