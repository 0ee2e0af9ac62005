// What a procedure costs by each way of filing, from when, and which days its time limit counts.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale, Words } from '../../kernel/locale.ts'
import { formatMoney } from '../../kernel/money.ts'
import { formatDay } from '../../kernel/time.ts'
import { table } from '../../web/components/desk.ts'
import type { ProcedureView } from '../queries.ts'
import { type Channel, channels, type FeeLine, type FeeRule, feeFor } from '../rules.ts'
import { channelNames } from '../words.ts'
import { inVietnamese, isFiledOnline, timeSummary } from './summary.ts'

const words = {
  title: { vi: 'Phí theo cách nộp', en: 'The fee by way of filing' },
  what: { vi: 'Khoản thu', en: 'Charge' },
  way: { vi: 'Cách nộp', en: 'Filed' },
  any: { vi: 'Mọi cách nộp', en: 'Any way' },
  amount: { vi: 'Mức thu', en: 'Amount' },
  none: { vi: 'Không thu', en: 'Not charged' },
  free: { vi: 'Thủ tục này không thu phí, lệ phí, nộp cách nào cũng vậy.', en: 'This procedure is free, however you file.' },
  postage: {
    vi: 'Mức thu là mức của ngày ông/bà nộp. Bưu điện đến lấy giấy hay giao kết quả thì trả thêm cước bưu điện.',
    en: 'The fee is that of the day you file. Collection and delivery by post are charged by the post.'
  },
  since: { vi: 'Mức này áp dụng từ {}.', en: 'This tariff has applied since {}.' },
  change: { vi: 'Mức thu đổi từ {}:', en: 'The tariff changes on {}:' },
  instead: { vi: '{new}, thay cho {old}', en: '{new} instead of {old}' },
  time: { vi: 'Thời gian tính thế nào', en: 'How the time is counted' },
  limit: { vi: 'Thời hạn', en: 'Time limit' },
  begins: {
    vi: 'Bắt đầu tính khi quầy nhận đủ giấy tờ; nộp qua bưu điện thì từ lúc quầy ký nhận phong bì.',
    en: 'It begins when the desk has accepted all papers; by post, when the desk signs for the envelope.'
  },
  mark: {
    vi: 'Ngày nhận không tính. Nhận sau 15:00 thì coi như nhận vào ngày làm việc tiếp theo.',
    en: 'The day of receipt does not count. Received after 15:00 is received on the next working day.'
  },
  stops: {
    vi: 'Những ngày chờ nộp phí, hoặc hồ sơ tạm dừng, không tính. Phải bổ sung giấy tờ thì tính lại từ đầu, khi đã bổ sung đủ.',
    en: 'Days of waiting for a payment or of a suspension do not count. After missing papers were asked for, it begins anew when all are there.'
  }
} satisfies Record<string, Words>

const counted: Record<ProcedureView['version']['processingTime']['kind'], Words> = {
  working_days: {
    vi: 'Chỉ tính ngày làm việc. Thứ Bảy, Chủ nhật, ngày lễ và ngày nghỉ bù không tính.',
    en: 'Only working days count. Saturdays, Sundays, holidays and days off in lieu do not.'
  },
  calendar_days: {
    vi: 'Tính cả thứ Bảy, Chủ nhật, ngày lễ. Ngày cuối rơi vào ngày nghỉ thì trả vào ngày làm việc tiếp theo.',
    en: 'Saturdays, Sundays and holidays count too. If the last day is a day off, the result comes on the next working day.'
  },
  hours: { vi: 'Tính theo giờ, kể từ lúc nhận đủ giấy tờ.', en: 'Counted in hours from the moment all papers are there.' },
  same_day: {
    vi: 'Nhận đến 15:00 thì trả trong ngày. Nhận sau 15:00 thì trả vào ngày làm việc tiếp theo.',
    en: 'Received until 15:00, it is answered the same day; later, on the next working day.'
  }
}

/** 01/01/2017 stands in the data where nobody has looked up the day. */
const unknownStart = Temporal.PlainDate.from('2017-01-01')

type Tariff = Map<string, Partial<Record<Channel, FeeLine>>>

/** The ways that are open, with what everybody pays on a day. */
function tariffOn(fees: readonly FeeRule[], open: readonly Channel[], filedOn: Temporal.PlainDate): Tariff {
  const rows: Tariff = new Map()
  for (const channel of open)
    for (const line of feeFor(fees, { channel, payerGroup: 'everyone', filedOn }))
      rows.set(line.name, { ...rows.get(line.name), [channel]: line })
  return rows
}

function openWays({ offerings }: ProcedureView): Channel[] {
  const isOpen: Record<Channel, boolean> = {
    online: offerings.some(isFiledOnline),
    desk: true,
    post: offerings.some(({ postIn }) => postIn)
  }
  return channels.filter((channel) => isOpen[channel])
}

const amountOf = (line: FeeLine | undefined, locale: Locale) => (line ? formatMoney(line.amount) : words.none[locale])

/** One line for each amount: ways that cost the same share it. */
function feeTable(rows: Tariff, open: readonly Channel[], locale: Locale): Html {
  const lines = [...rows].flatMap(([name, byChannel]) => {
    const { condition, unit } = Object.values(byChannel)[0]!
    const amounts = Map.groupBy(open, (channel) => amountOf(byChannel[channel], locale))
    const what = html`${inVietnamese(name, locale)}${condition && html`<small>${inVietnamese(condition, locale)}</small>`}`
    const per = html`<small>/ ${inVietnamese(unit, locale)}</small>`
    return [...amounts].map(([amount, ways]) => ({
      cells: [
        what,
        ways.length === open.length ? words.any[locale] : ways.map((channel) => channelNames[channel][locale]).join(', '),
        html`<span class="num">${amount}</span>${amount !== words.none[locale] && per}`
      ]
    }))
  })
  const columns = [{ title: words.what[locale] }, { title: words.way[locale] }, { title: words.amount[locale] }]
  return table({ caption: words.title[locale], columns, rows: lines })
}

/** The first day after `on` on which somebody pays something else. */
function nextChange(fees: readonly FeeRule[], open: readonly Channel[], on: Temporal.PlainDate, locale: Locale): Html {
  const { compare } = Temporal.PlainDate
  const days = fees.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo ? [validTo] : [])]).filter((day) => compare(day, on) > 0)
  const now = tariffOn(fees, open, on)
  for (const day of days.sort(compare)) {
    const then = tariffOn(fees, open, day)
    const changes = [...new Set([...now.keys(), ...then.keys()])].flatMap((name) =>
      open.flatMap((channel) => {
        const [before, after] = [now.get(name)?.[channel], then.get(name)?.[channel]]
        if (before?.amount === after?.amount) return []
        const instead = words.instead[locale].replace('{new}', amountOf(after, locale)).replace('{old}', amountOf(before, locale))
        return [html`<li>${inVietnamese(name, locale)}, ${channelNames[channel][locale]}: ${instead}.</li>`]
      })
    )
    if (changes.length > 0)
      return html`<p><b>${words.change[locale].replace('{}', formatDay(day))}</b></p><ul class="bullets">${changes}</ul>`
  }
  return html``
}

/** When what is charged today began, as far as it was looked up. */
function since(fees: readonly FeeRule[], on: Temporal.PlainDate, locale: Locale): Html {
  const { compare } = Temporal.PlainDate
  const begun = fees
    .filter(
      ({ payerGroup, validFrom, validTo }) =>
        payerGroup === 'everyone' && compare(validFrom, on) <= 0 && (!validTo || compare(on, validTo) < 0)
    )
    .map(({ validFrom }) => validFrom)
    .sort(compare)
    .at(-1)
  return begun && compare(begun, unknownStart) > 0 ? html`<p>${words.since[locale].replace('{}', formatDay(begun))}</p>` : html``
}

export function costSection(view: ProcedureView, on: Temporal.PlainDate, locale: Locale): Html {
  const open = openWays(view)
  const rows = tariffOn(view.fees, open, on)
  const body =
    rows.size > 0
      ? html`${feeTable(rows, open, locale)}${since(view.fees, on, locale)}${nextChange(view.fees, open, on, locale)}<p class="hint">${words.postage[locale]}</p>`
      : html`<p>${words.free[locale]}</p>${nextChange(view.fees, open, on, locale)}`
  return html`<section class="flow"><h2>${words.title[locale]}</h2>${body}</section>`
}

export function timeSection({ version }: ProcedureView, locale: Locale): Html {
  const { kind } = version.processingTime
  const lines = [
    html`${words.limit[locale]}: <b>${timeSummary(version.processingTime, locale).value}</b>.`,
    counted[kind][locale],
    words.begins[locale],
    kind === 'working_days' || kind === 'calendar_days' ? words.mark[locale] : undefined,
    words.stops[locale]
  ]
  return html`<section class="flow"><h2>${words.time[locale]}</h2><ul class="bullets">${lines.filter(Boolean).map((line) => html`<li>${line}</li>`)}</ul></section>`
}
