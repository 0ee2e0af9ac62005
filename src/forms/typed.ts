// What people type into a form, cleaned: text without control characters, digits without spaces, dates however they were written. Pure.
import { parsePhone } from '../accounts/rules.ts'

/** A posted form; a field that came twice is a list. */
export type Body = Readonly<Record<string, unknown>>
/** What stands in the fields of a page, by field name. */
export type Values = Readonly<Record<string, string | undefined>>

/** Ten times what the longest box takes, so that whoever wrote too much finds it again; nobody types more, a program does. */
const longestTyped = 20_000
const mostValues = 300

/** NFC, without control characters, outer spaces gone. PostgreSQL refuses some control characters, and nobody typed one on purpose. */
const clean = (text: string): string =>
  text
    .slice(0, longestTyped)
    .toWellFormed()
    .normalize('NFC')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim()

/** One field as text. */
export function textOf(body: Body, name: string): string {
  const held = body[name]
  const text = Array.isArray(held) ? held[0] : held
  return typeof text === 'string' ? clean(text) : ''
}

/** All values of a field that may come several times. */
export const listOf = (body: Body, name: string): string[] =>
  [body[name]]
    .flat()
    .slice(0, mostValues)
    .flatMap((held) => (typeof held === 'string' && clean(held) ? [clean(held)] : []))

/** Everything typed, to be shown again. */
export const valuesOf = (body: Body): Values => Object.fromEntries(Object.keys(body).map((name) => [name, textOf(body, name)]))

export const oneLine = (body: Body, name: string): string => textOf(body, name).replace(/\s+/g, ' ')
export const digits = (body: Body, name: string): string => textOf(body, name).replace(/[\s.]/g, '')
export const phoneOf = (body: Body, name: string): string => parsePhone(textOf(body, name)) ?? textOf(body, name)

/** `2026-11-09`, or `1950` where only the year is known; a day that is in the calendar. */
export function isDay(text: string): boolean {
  if (/^(19|20)\d{2}$/.test(text)) return true
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** `1/2/1990`, `01-02-1990`, `01021990`, `1990` or `1990-02-01` as the house keeps it; otherwise as it was typed. */
function dayFrom(typed: string): string {
  const [, day, month, year] = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed) ?? []
  if (!day || !month || !year) return typed
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? iso : `${day}/${month}/${year}`
}

/** Three boxes, the whole date in the first one, or the year alone. What is no date stays as it was typed; nothing typed is `''`. */
export function dateTyped(body: Body, name: string): string {
  const boxes = ['Day', 'Month', 'Year'].map((part) => oneLine(body, `${name}${part}`))
  const [day = '', month = '', year = ''] = boxes
  if (!month && !year) return dayFrom(day)
  return !day && !month && isDay(year) ? year : dayFrom(boxes.join('/'))
}

/** A kept date, or what was typed instead of one, in the three boxes. */
export function dateBoxes(kept: string): { day: string; month: string; year: string } {
  if (isDay(kept)) {
    const [year, month = '', day = ''] = kept.split('-')
    return { day, month, year: year! }
  }
  const parts = kept.split('/')
  const [day = '', month = '', year = ''] = parts.length === 3 ? parts : [kept]
  return { day, month, year }
}

/** `1.250.000`, `1 250 000 đ` or `1250000`: whole đồng. */
export function moneyTyped(typed: string): number | string {
  const bare = typed.replace(/\s*(₫|đ|đồng|vnđ|vnd)\.?$/i, '').replace(/\s/g, '')
  return /^(\d+|\d{1,3}([.,]\d{3})+)$/.test(bare) ? Number(bare.replace(/[.,]/g, '')) : typed
}

/** A comma begins the decimals, dots part thousands; `12.5` is understood too. */
export function numberTyped(typed: string): number | string {
  const bare = typed.replace(/\s/g, '')
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'))
  return /^-?\d+([.,]\d+)?$/.test(bare) ? Number(bare.replace(',', '.')) : typed
}
