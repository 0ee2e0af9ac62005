// Whether one answer is what its field asks for; the code says how to mend it, by the HTML name of the part. Pure.
import { isIdentityNumber, isTaxCode, parsePhone } from '../accounts/rules.ts'
import type { FieldErrorCode } from '../kernel/field-errors.ts'
import type { FieldErrors } from '../kernel/refusal.ts'
import type { Field, FieldKind, Limits } from './definition.ts'
import { isDay } from './typed.ts'
import { isRecord } from './visible.ts'

export const longest = { text: 200, long_text: 2000, part: 200 } as const
export const mostRows = 20
export const mostMoney = 1_000_000_000_000

type Code = FieldErrorCode | undefined
type Check = (answer: unknown, field: Field, today: Temporal.PlainDate) => Code

const length = (text: string) => [...text].length

const textCheck = (most: number): Check => {
  return (answer, { limits = {} }) => {
    if (typeof answer !== 'string') return 'ANSWER_MALFORMED'
    return length(answer) > (limits.length ?? most) ? 'TOO_LONG' : undefined
  }
}

function range(value: number, { min, max }: Limits): Code {
  if (min !== undefined && value < min) return 'NUMBER_TOO_SMALL'
  return max !== undefined && value > max ? 'NUMBER_TOO_LARGE' : undefined
}

function checkNumber(answer: unknown, { limits = {} }: Field): Code {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return 'NUMBER_INVALID'
  if (Number(answer.toFixed(limits.decimals ?? 0)) !== answer) return 'NUMBER_NOT_WHOLE'
  return range(answer, limits)
}

function checkMoney(answer: unknown, { limits = {} }: Field): Code {
  if (!Number.isSafeInteger(answer)) return 'MONEY_INVALID'
  return range(answer as number, { min: 0, max: mostMoney, ...limits })
}

/** A year alone lies ahead, or behind, when all of it does. */
function checkDate(answer: unknown, { limits = {} }: Field, today: Temporal.PlainDate): Code {
  if (typeof answer !== 'string' || !isDay(answer)) return 'DATE_INVALID'
  const isYear = answer.length === 4
  if (isYear && !limits.yearOnly) return 'DATE_NOT_WHOLE'
  if (limits.min !== undefined && Number(answer.slice(0, 4)) < limits.min) return 'DATE_TOO_EARLY'
  const day = today.toString().slice(0, answer.length)
  if (limits.when === 'past' && answer > day) return 'DATE_IN_FUTURE'
  return limits.when === 'future' && answer < day ? 'DATE_IN_PAST' : undefined
}

const isOption = ({ options = [] }: Field, value: unknown) => options.some((option) => option.value === value)

function checkSeveral(answer: unknown, field: Field): Code {
  if (!Array.isArray(answer)) return 'ANSWER_MALFORMED'
  return answer.every((one) => isOption(field, one)) && new Set(answer).size === answer.length ? undefined : 'OPTION_UNKNOWN'
}

const plain: Partial<Record<FieldKind, Check>> = {
  text: textCheck(longest.text),
  long_text: textCheck(longest.long_text),
  number: checkNumber,
  money: checkMoney,
  date: checkDate,
  choice: (answer, field) => (isOption(field, answer) ? undefined : 'OPTION_UNKNOWN'),
  several: checkSeveral,
  yes_no: (answer) => (typeof answer === 'boolean' ? undefined : 'ANSWER_REQUIRED'),
  phone: (answer) => (typeof answer === 'string' && parsePhone(answer) ? undefined : 'PHONE_INVALID')
}

type PartCheck = { missing?: FieldErrorCode; wrong?: (text: string, today: Temporal.PlainDate, limits: Limits) => Code }

const born = (text: string, today: Temporal.PlainDate): Code =>
  isDay(text) ? (text > today.toString().slice(0, text.length) ? 'DATE_IN_FUTURE' : undefined) : 'DATE_INVALID'

/** Answers of several parts: which part is asked of everybody, and what each must look like. */
export const parts: Partial<Record<FieldKind, Record<string, PartCheck>>> = {
  person: {
    name: { missing: 'NAME_REQUIRED' },
    identityNumber: { wrong: (text) => (isIdentityNumber(text) ? undefined : 'IDENTITY_NUMBER_INVALID') },
    bornOn: { wrong: born },
    nationality: {}
  },
  organisation: {
    name: { missing: 'ORGANISATION_NAME_REQUIRED' },
    taxCode: { missing: 'TAX_CODE_INVALID', wrong: (text) => (isTaxCode(text) ? undefined : 'TAX_CODE_INVALID') },
    address: {}
  },
  address: {
    line: { missing: 'ADDRESS_REQUIRED' },
    ward: { missing: 'WARD_NAME_REQUIRED' },
    province: { missing: 'PROVINCE_REQUIRED' },
    wardCode: {}
  }
}

function checkPart(text: unknown, { missing, wrong }: PartCheck, today: Temporal.PlainDate, limits: Limits): Code {
  if (text === undefined || text === '') return missing
  if (typeof text !== 'string') return 'ANSWER_MALFORMED'
  if (length(text) > longest.part) return 'TOO_LONG'
  return wrong?.(text, today, limits)
}

function checkParts(name: string, answer: unknown, field: Field, today: Temporal.PlainDate): FieldErrors {
  const known = parts[field.kind]!
  if (!isRecord(answer)) return { [anchorOf(name, field)]: 'ANSWER_MALFORMED' }
  const errors: FieldErrors = {}
  for (const part of Object.keys(answer)) if (!Object.hasOwn(known, part)) errors[`${name}.${part}`] = 'UNKNOWN_FIELD'
  for (const [part, check] of Object.entries(known)) {
    const code = checkPart(answer[part], check, today, field.limits ?? {})
    if (code) errors[`${name}.${part}`] = code
  }
  return errors
}

/** Where the mending of a field begins: its first part, or itself. */
export const anchorOf = (name: string, { kind }: Pick<Field, 'kind'>): string => {
  const [first] = Object.keys(parts[kind] ?? {})
  return first ? `${name}.${first}` : name
}

/** What is wrong with an answer that was given. Groups are checked row by row elsewhere. */
export function checkAnswer(name: string, answer: unknown, field: Field, today: Temporal.PlainDate): FieldErrors {
  if (parts[field.kind]) return checkParts(name, answer, field, today)
  const code = plain[field.kind]?.(answer, field, today)
  return code ? { [name]: code } : {}
}

const missing: Partial<Record<FieldKind, FieldErrorCode>> = {
  choice: 'ANSWER_REQUIRED',
  several: 'ANSWER_REQUIRED',
  yes_no: 'ANSWER_REQUIRED',
  group: 'ROWS_TOO_FEW'
}

/** What is missing of a required field that was not answered. */
export function missingOf(name: string, field: Field): FieldErrors {
  const known = parts[field.kind]
  if (!known) return { [name]: missing[field.kind] ?? 'REQUIRED' }
  return Object.fromEntries(Object.entries(known).flatMap(([part, check]) => (check.missing ? [[`${name}.${part}`, check.missing]] : [])))
}
