// Where to file: departments, districts with their wards, and when the desks are open.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale, Words } from '../../kernel/locale.ts'
import { weekdays } from '../../kernel/time.ts'
import { fold } from '../../web/components/catalogue.ts'
import { chip, note } from '../../web/components/status.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { inVietnamese } from './summary.ts'

const words = {
  title: { vi: 'Nơi nộp và giờ mở cửa', en: 'Where to file and opening hours' },
  lead: {
    vi: 'Mỗi nơi dưới đây có quầy một cửa. Cán bộ ở quầy nhập giúp ông/bà, không mất tiền công.',
    en: 'Each place below has a one-stop desk. The clerk fills in the form for you, at no charge.'
  },
  hours: { vi: 'Giờ nhận hồ sơ', en: 'Opening hours' },
  open: { vi: 'Đang mở, nhận hồ sơ đến {}', en: 'Open now, until {}' },
  closed: { vi: 'Đang nghỉ', en: 'Closed now' },
  opensAt: { vi: 'Đang nghỉ, mở lại {}', en: 'Closed now, opens {}' },
  to: { vi: 'đến', en: 'to' },
  holidays: {
    vi: 'Ngày lễ, Tết các quầy nghỉ. Giấy nhận sau 15:00 tính vào ngày làm việc kế tiếp.',
    en: 'Desks are closed on public holidays. Papers received after 15:00 count from the next working day.'
  },
  wards: { vi: 'Xã, phường, thị trấn', en: 'Wards and communes' },
  wardsLead: { vi: 'Chọn quận, huyện để xem các xã, phường, thị trấn.', en: 'Open a district to see its wards and communes.' },
  districtOffice: { vi: 'Quầy một cửa của quận, huyện', en: 'The district’s own one-stop desk' },
  count: { vi: '{} nơi', en: '{} places' },
  departments: { vi: 'Sở, ban, ngành của thành phố', en: 'City departments' },
  partners: { vi: 'Cơ quan phối hợp', en: 'Partner offices' }
} satisfies Record<string, Words>

type Opening = { weekday: number; opens: string; closes: string }
type Place = { code: string; name: string }

export type Places = {
  districts: readonly (Place & { wards: readonly Place[] })[]
  departments: readonly Place[]
  partners: readonly Place[]
  /** The hours of everybody; a weekday without a line is a day without a desk. */
  hours: readonly Opening[]
  now: { isOpen: true; until: string } | { isOpen: false; opensAt?: string | undefined }
  /** Said when the list is that of another year than today's. */
  boundaries?: string | undefined
}

const clock = (time: string) => time.replace(/^0/, '')

/** Days with the same hours in a row become one line: "Thứ Hai đến thứ Sáu". */
function hourLines(hours: readonly Opening[], locale: Locale): { days: string; times: string }[] {
  const lines: { from: number; to: number; times: string }[] = []
  for (let day = 1; day <= 7; day++) {
    const times = hours
      .filter((opening) => opening.weekday === day)
      .map((opening) => `${clock(opening.opens)}–${clock(opening.closes)}`)
      .join(', ')
    const last = lines.at(-1)
    if (last && last.times === times) last.to = day
    else lines.push({ from: day, to: day, times })
  }
  const name = (day: number) => weekdays[locale][day - 1]!
  const days = ({ from, to }: { from: number; to: number }) => (from === to ? name(from) : `${name(from)} ${words.to[locale]} ${name(to)}`)
  return lines.map((line) => ({ days: capital(days(line)), times: line.times || { vi: 'Nghỉ', en: 'Closed' }[locale] }))
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function nowChip({ now }: Places, locale: Locale): Html {
  if (now.isOpen) return chip('ok', undefined, words.open[locale].replace('{}', clock(now.until)))
  return chip('plain', 'clock', now.opensAt ? words.opensAt[locale].replace('{}', now.opensAt) : words.closed[locale])
}

function names(list: readonly Place[], locale: Locale): Html {
  return html`<ul class="columns">${list.map((place) => html`<li>${inVietnamese(place.name, locale)}</li>`)}</ul>`
}

function districtFold(district: Places['districts'][number], locale: Locale): Html {
  const title = html`${inVietnamese(district.name, locale)} <small>${words.count[locale].replace('{}', String(district.wards.length + 1))}</small>`
  return fold(
    title,
    html`<p class="small muted">${words.districtOffice[locale]}: ${inVietnamese(district.name, locale)}</p>${names(district.wards, locale)}`
  )
}

export function placesPage({ places, ...frame }: Frame & { places: Places }): Html {
  const { locale } = frame
  const lines = hourLines(places.hours, locale).map((line) => html`<div><dt>${line.days}</dt><dd>${line.times}</dd></div>`)
  const hours = html`<section class="aside flow" aria-labelledby="gio"><h2 id="gio">${words.hours[locale]}</h2><p>${nowChip(places, locale)}</p><dl class="kv">${lines}</dl><p class="small muted">${words.holidays[locale]}</p></section>`
  const wards = html`<section class="flow"><h2>${words.wards[locale]}</h2><p class="muted">${words.wardsLead[locale]}</p><div>${places.districts.map((district) => districtFold(district, locale))}</div></section>`
  const departments = html`<section class="flow"><h2>${words.departments[locale]}</h2>${names(places.departments, locale)}</section>`
  const partners =
    places.partners.length > 0 && html`<section class="flow"><h2>${words.partners[locale]}</h2>${names(places.partners, locale)}</section>`
  const boundaries = places.boundaries && note('info', places.boundaries)
  const main = html`<h1>${words.title[locale]}</h1><p class="lead">${words.lead[locale]}</p><div class="split"><div class="flow-lg">${boundaries}${wards}${departments}${partners}</div>${hours}</div>`
  return citizenPage({ ...frame, title: words.title[locale], main, wide: true })
}
