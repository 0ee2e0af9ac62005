// A procedure in the few words a person chooses by: its time, its fee, its ways.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale, Words } from '../../kernel/locale.ts'
import { formatMoney } from '../../kernel/money.ts'
import type { ProcedureItem } from '../queries.ts'
import type { ApplicantKind, FeeRule, PayerGroup, ProcedureLevel, ProcessingTime } from '../rules.ts'
import { sayProcessingTime } from '../words.ts'

/** A line of a list with its tariff (from `feesInForce`) and why it was found. */
export type ProcedureCard = Pick<ProcedureItem, 'code' | 'name' | 'processingTime' | 'onlineLevel' | 'postIn' | 'postOut'> & {
  fees?: readonly FeeRule[] | undefined
  why?: string | undefined
}

export type Summary = { value: string; detail?: string }

const text = <Name extends string>(entries: Record<Name, Words>) => entries
const fill = (words: Words, locale: Locale, value: string | number) => words[locale].replace('{}', String(value))

const timeWords = text({
  afterCutOff: { vi: 'Nhận sau {}: ngày làm việc sau', en: 'Received after {}: the next working day' },
  allDays: { vi: 'Tính cả ngày nghỉ', en: 'Days off count too' }
})

export function timeSummary(time: ProcessingTime, locale: Locale): Summary {
  const value = sayProcessingTime(time, locale)
  if (time.kind === 'same_day') return { value, detail: fill(timeWords.afterCutOff, locale, time.cutOff) }
  return time.kind === 'calendar_days' ? { value, detail: timeWords.allDays[locale] } : { value }
}

const feeWords = text({
  free: { vi: 'Miễn phí', en: 'Free' },
  usuallyFree: { vi: 'Thường miễn phí', en: 'Usually free' },
  from: { vi: 'Từ {}', en: 'From {}' },
  seeTariff: { vi: 'Tùy trường hợp, xem mức thu ở dưới', en: 'It depends; see the tariff below' },
  per: { vi: 'mỗi {}', en: 'per {}' },
  online: { vi: 'Nộp qua mạng: {}', en: 'Filed online: {}' }
})

/** A fee counted by the file needs no "per"; by the page or by the copy it does. */
const perUnit = (unit: string, locale: Locale) => (/^(hồ sơ|việc|lần)$/.test(unit) ? undefined : fill(feeWords.per, locale, unit))

/** The tariff of a day: what is in force, and of two rules for the same payers and way the newer one. */
export function feesInForce(rules: readonly FeeRule[], on: Temporal.PlainDate): FeeRule[] {
  const newest = new Map<string, FeeRule>()
  for (const rule of rules) {
    const { compare } = Temporal.PlainDate
    if (compare(rule.validFrom, on) > 0 || (rule.validTo && compare(on, rule.validTo) >= 0)) continue
    const key = [rule.name, rule.condition, rule.channel, rule.payerGroup].join('|')
    const before = newest.get(key)
    if (!before || compare(rule.validFrom, before.validFrom) > 0) newest.set(key, rule)
  }
  return [...newest.values()]
}

/** The figure a person takes away: what everybody pays at a desk, always or in some cases, and online where that differs. */
export function feeSummary(fees: readonly FeeRule[], locale: Locale): Summary {
  const atDesk = fees.filter((fee) => fee.payerGroup === 'everyone' && fee.channel !== 'online' && fee.amount > 0)
  const always = atDesk.filter((fee) => fee.condition === null)
  const sometimes = atDesk.filter((fee) => fee.condition !== null)
  if (always.length === 0) return sometimesOnly(sometimes, locale)
  if (atDesk.length === 1) return single(always[0]!, fees, locale)
  const least = always.reduce((low, fee) => (fee.amount < low.amount ? fee : low))
  return { value: fill(feeWords.from, locale, formatMoney(least.amount)), detail: feeWords.seeTariff[locale] }
}

function sometimesOnly([first, ...others]: readonly FeeRule[], locale: Locale): Summary {
  if (!first) return { value: feeWords.free[locale] }
  const detail = others.length === 0 && locale === 'vi' ? `${formatMoney(first.amount)} ${first.condition}` : feeWords.seeTariff[locale]
  return { value: feeWords.usuallyFree[locale], detail }
}

function single(only: FeeRule, fees: readonly FeeRule[], locale: Locale): Summary {
  const online = fees.find((fee) => fee.payerGroup === 'everyone' && fee.channel === 'online' && fee.name === only.name)
  const differs = online && online.amount !== only.amount && fill(feeWords.online, locale, formatMoney(online.amount))
  const detail = [perUnit(only.unit, locale), differs].filter(Boolean).join(' · ')
  return { value: formatMoney(only.amount), ...(detail ? { detail } : {}) }
}

export const payerWords: Record<PayerGroup, Words> = {
  everyone: { vi: 'Mọi người', en: 'Everyone' },
  poor: { vi: 'Hộ nghèo', en: 'Poor households' },
  merit: { vi: 'Người có công', en: 'People of merit' },
  disabled: { vi: 'Người khuyết tật', en: 'People with disabilities' },
  elderly: { vi: 'Người cao tuổi', en: 'Older people' },
  child: { vi: 'Trẻ em', en: 'Children' }
}

export const applicantWords: Record<ApplicantKind, Words> = {
  citizen: { vi: 'Người dân', en: 'Citizens' },
  organisation: { vi: 'Tổ chức, doanh nghiệp', en: 'Organisations, businesses' }
}

/** Who decides or receives, when no single agency is named. */
export const levelWords: Record<ProcedureLevel, Words> = {
  city: { vi: 'Ủy ban nhân dân thành phố', en: 'City People’s Committee' },
  department: { vi: 'Sở, ban, ngành', en: 'City department' },
  district: { vi: 'Ủy ban nhân dân quận, huyện', en: 'District People’s Committee' },
  ward: { vi: 'Ủy ban nhân dân xã, phường, thị trấn', en: 'Ward or commune People’s Committee' }
}

const wayWords = text({
  home: { vi: 'Nộp tại nhà', en: 'File from home' },
  desk: { vi: 'Đến quầy nộp', en: 'Filed at a desk' },
  byPost: { vi: 'Nhận qua bưu điện', en: 'Result by post' },
  collect: { vi: 'Đến quầy nhận kết quả', en: 'Result collected at the desk' },
  pickUp: { vi: 'Bưu điện đến lấy giấy', en: 'Papers collected by post' }
})
export const fileFromHome = wayWords.home

/** NĐ 43/2011 Đ3.4: levels 3 and 4 are filed online, level 2 only explains. */
export const isFiledOnline = ({ onlineLevel }: { onlineLevel: number }): boolean => onlineLevel >= 3

/** The two or three ways that matter before a procedure is opened. */
export function wayLines(card: ProcedureCard, locale: Locale): { possible: boolean; text: string }[] {
  const online = isFiledOnline(card)
  const lines = [
    { possible: online, text: (online ? wayWords.home : wayWords.desk)[locale] },
    { possible: card.postOut, text: (card.postOut ? wayWords.byPost : wayWords.collect)[locale] }
  ]
  return card.postIn && !online ? [...lines, { possible: true, text: wayWords.pickUp[locale] }] : lines
}

/** Names of procedures, papers and agencies exist in Vietnamese only; on English pages screen readers are told so. */
export const inVietnamese = (name: string, locale: Locale): Html => (locale === 'vi' ? html`${name}` : html`<span lang="vi">${name}</span>`)

export const procedureHref = (code: string): string => `/thu-tuc/${encodeURIComponent(code)}`
