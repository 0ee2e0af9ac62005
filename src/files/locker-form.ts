// What a person writes about a paper of their own: read out of the form, checked, put back into it. Pure.
import type { FieldErrorCode } from '../kernel/field-errors.ts'
import type { FieldErrors } from '../kernel/refusal.ts'

type Body = Readonly<Record<string, unknown>>
type Facts = {
  name: string
  issuer: string
  number: string
  issuedOn: Temporal.PlainDate | null
  expiresOn: Temporal.PlainDate | null
}
export type Typed = Readonly<Record<string, string>>

const longest = 200

const textOf = (body: Body, name: string): string => {
  const held = [body[name]].flat()[0]
  return typeof held === 'string'
    ? held
        .normalize('NFC')
        .replace(/\p{Cc}/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : ''
}

function dateOf(body: Body, name: string): { day: Temporal.PlainDate | null; error?: FieldErrorCode } {
  const [day, month, year] = ['Day', 'Month', 'Year'].map((part) => textOf(body, `${name}${part}`)) as [string, string, string]
  if (!day && !month && !year) return { day: null }
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^(19|20)\d{2}$/.test(year)) return { day: null, error: 'DATE_INVALID' }
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) }
    return { day: Temporal.PlainDate.from(parts, { overflow: 'reject' }) }
  } catch {
    return { day: null, error: 'DATE_INVALID' }
  }
}

/** Errors by field; the facts are only whole when there are none. */
export function readFacts(body: Body, today: Temporal.PlainDate): { facts: Facts; errors: FieldErrors } {
  const errors: FieldErrors = {}
  const [name, issuer, number] = ['name', 'issuer', 'number'].map((field) => textOf(body, field)) as [string, string, string]
  if (!name) errors['name'] = 'REQUIRED'
  for (const [field, text] of Object.entries({ name, issuer, number })) if (text.length > longest) errors[field] = 'TOO_LONG'
  const issued = dateOf(body, 'issuedOn')
  const expires = dateOf(body, 'expiresOn')
  if (issued.error) errors['issuedOn'] = issued.error
  if (expires.error) errors['expiresOn'] = expires.error
  if (issued.day && Temporal.PlainDate.compare(issued.day, today) > 0) errors['issuedOn'] = 'DATE_IN_FUTURE'
  if (issued.day && expires.day && Temporal.PlainDate.compare(issued.day, expires.day) > 0) errors['expiresOn'] = 'EXPIRY_BEFORE_ISSUE'
  return { facts: { name, issuer, number, issuedOn: issued.day, expiresOn: expires.day }, errors }
}

const boxes = (name: string, day: Temporal.PlainDate | null): Typed =>
  day ? { [`${name}Day`]: String(day.day), [`${name}Month`]: String(day.month), [`${name}Year`]: String(day.year) } : {}

/** The fields of a paper as it is written down now. */
export const typedOf = ({ name, issuer, number, issuedOn, expiresOn }: Facts): Typed => ({
  name,
  issuer,
  number,
  ...boxes('issuedOn', issuedOn),
  ...boxes('expiresOn', expiresOn)
})

/** Everything typed, to be shown again. */
export const typedIn = (body: Body): Typed => Object.fromEntries(Object.keys(body).map((name) => [name, textOf(body, name)]))
