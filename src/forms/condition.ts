// Conditions as a lawyer may write them (`married = yes and years_since(born_on) < 18`), read once and held against the answers. Pure.
import type { Answers, Condition, FormFacts } from './definition.ts'
import { isDay } from './typed.ts'

/** What is wrong with the text of a condition, said to the person who keeps the data. */
export class ConditionError extends Error {
  override name = 'ConditionError'
}

type Token = { kind: 'name' | 'number' | 'sign' | 'end'; text: string }

const pattern = /\s*(?:(-?\d+(?:\.\d+)?)(?![\w.])|(@?[\p{L}\d_][\p{L}\d_.-]*)|(!=|<=|>=|[=<>(),]))/uy

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (text.slice(at).trim() !== '') {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found) throw new ConditionError(`không hiểu từ "${text.slice(at).trim()}"`)
    const [all, number, name, sign] = found
    tokens.push({ kind: number ? 'number' : name ? 'name' : 'sign', text: (number ?? name ?? sign)! })
    at += all.length
  }
  return [...tokens, { kind: 'end', text: 'hết điều kiện' }]
}

const measures = ['days_since', 'years_since', 'count'] as const
const orders = ['<', '<=', '>', '>='] as const
const keywords = new Set<string>(['and', 'or', 'not', 'in', 'filled', ...measures])

/** @throws ConditionError with a sentence that names the place */
export function parseCondition(text: string): Condition {
  const tokens = tokensOf(text)
  let at = 0
  const next = (): Token => tokens[at]!
  const take = (): Token => tokens[at++]!
  function taken(word: string): boolean {
    const isNext = next().text === word && next().kind !== 'end'
    if (isNext) at++
    return isNext
  }
  function demand(word: string) {
    if (!taken(word)) throw new ConditionError(`chờ "${word}" nhưng gặp "${next().text}"`)
  }
  function name(): string {
    const token = take()
    if (token.kind !== 'name' || keywords.has(token.text)) throw new ConditionError(`chờ tên ô nhưng gặp "${token.text}"`)
    return token.text
  }
  function joined(word: 'and' | 'or', is: 'all' | 'any', part: () => Condition): Condition {
    const of = [part()]
    while (taken(word)) of.push(part())
    return of.length === 1 ? of[0]! : { is, of }
  }
  const any = (): Condition => joined('or', 'any', all)
  const all = (): Condition => joined('and', 'all', one)

  function one(): Condition {
    if (taken('not')) return { is: 'not', of: one() }
    if (taken('(')) {
      const inside = any()
      demand(')')
      return inside
    }
    if (taken('filled')) return { is: 'filled', field: inParentheses() }
    const of = measures.find((measure) => taken(measure))
    return of ? compared(of, inParentheses()) : simple(name())
  }
  function inParentheses(): string {
    demand('(')
    const inside = name()
    demand(')')
    return inside
  }
  function compared(of: (typeof measures)[number] | 'value', field: string): Condition {
    const { text: how } = take()
    const known = orders.find((order) => order === how)
    if (!known) throw new ConditionError(`sau "${field}" phải là <, <=, > hoặc >= nhưng gặp "${how}"`)
    const { kind, text: value } = take()
    if (kind !== 'number') throw new ConditionError(`sau "${how}" phải là một số nhưng gặp "${value}"`)
    return { is: 'compared', of, field, how: known, value: Number(value) }
  }
  function simple(field: string): Condition {
    if (taken('=')) return { is: 'equal', field, value: value() }
    if (taken('!=')) return { is: 'not_equal', field, value: value() }
    if (!taken('in')) return compared('value', field)
    const values = [String(plain())]
    while (taken(',')) values.push(String(plain()))
    return { is: 'one_of', field, values }
  }
  function plain(): string {
    const { kind, text: word } = take()
    if ((kind !== 'name' && kind !== 'number') || keywords.has(word)) throw new ConditionError(`chờ một giá trị nhưng gặp "${word}"`)
    return word
  }
  function value(): string | number | boolean {
    const isNumber = next().kind === 'number'
    const word = plain()
    if (word === 'yes' || word === 'no') return word === 'yes'
    return isNumber ? Number(word) : word
  }

  const condition = any()
  if (next().kind !== 'end') throw new ConditionError(`thừa "${next().text}"`)
  return condition
}

function part(held: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inside, name) => (typeof inside === 'object' && inside ? Object.entries(inside).find(([key]) => key === name)?.[1] : undefined),
    held
  )
}

/** An answer, a part of one, a sister in the same row, or a fact. */
export function valueAt(field: string, answers: Answers, facts: FormFacts, row?: Answers): unknown {
  if (field === '@today') return facts.today.toString()
  const path = field.split('.')
  if (field.startsWith('@')) return part({ ...facts }, [path[0]!.slice(1), ...path.slice(1)])
  return (row && part(row, path)) ?? part(answers, path)
}

/** Whether something was said at all. A nationality alone, which is filled in beforehand, names nobody. */
export function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  if (typeof value !== 'object' || value === null) return value !== undefined && value !== null
  return Object.entries(value).some(([name, inside]) => name !== 'nationality' && isFilled(inside))
}

/** `yes` stands for the answer yes and for an option of that name, `1` for the number and for the option. */
function isSame(held: unknown, value: string | number | boolean): boolean {
  const spelt = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  return Array.isArray(held) ? held.includes(spelt) : held === value || held === spelt
}

/** Of a year alone its last day is taken: whoever knows no better is as young, and as little late, as can be. */
function lastDay(held: unknown): Temporal.PlainDate | undefined {
  if (typeof held !== 'string' || !isDay(held)) return undefined
  return Temporal.PlainDate.from(held.length === 4 ? `${held}-12-31` : held)
}

function measured(of: 'value' | 'days_since' | 'years_since' | 'count', held: unknown, today: Temporal.PlainDate): number | undefined {
  if (of === 'count') return Array.isArray(held) ? held.length : 0
  if (of === 'value') return typeof held === 'number' ? held : undefined
  const since = lastDay(held)
  if (!since) return undefined
  return of === 'days_since' ? since.until(today).days : since.until(today, { largestUnit: 'year' }).years
}

function isOrdered(left: number, how: (typeof orders)[number], right: number): boolean {
  if (how === '<') return left < right
  if (how === '<=') return left <= right
  return how === '>' ? left > right : left >= right
}

/** Whether the claim is true. What is not answered equals nothing and compares with nothing. */
export function holds(condition: Condition, answers: Answers, facts: FormFacts, row?: Answers): boolean {
  if (condition.is === 'all') return condition.of.every((one) => holds(one, answers, facts, row))
  if (condition.is === 'any') return condition.of.some((one) => holds(one, answers, facts, row))
  if (condition.is === 'not') return !holds(condition.of, answers, facts, row)
  const held = valueAt(condition.field, answers, facts, row)
  if (condition.is === 'filled') return isFilled(held)
  if (condition.is === 'equal') return isSame(held, condition.value)
  if (condition.is === 'not_equal') return !isSame(held, condition.value)
  if (condition.is === 'one_of') return condition.values.some((value) => isSame(held, value))
  const left = measured(condition.of, held, facts.today)
  return left !== undefined && isOrdered(left, condition.how, condition.value)
}

/**
 * What is left of a condition when everything but some fields is known: true, false, or a condition that names those fields alone,
 * by their HTML names. The browser repeats it.
 */
export function restOf(
  condition: Condition,
  htmlName: (field: string) => string | undefined,
  known: (condition: Condition) => boolean
): Condition | boolean {
  if (condition.is === 'not') {
    const inside = restOf(condition.of, htmlName, known)
    return typeof inside === 'boolean' ? !inside : { is: 'not', of: inside }
  }
  if (condition.is === 'all' || condition.is === 'any') {
    const decides = condition.is === 'any'
    const parts = condition.of.map((one) => restOf(one, htmlName, known))
    if (parts.includes(decides)) return decides
    const open = parts.filter((one) => typeof one !== 'boolean')
    return open.length === 0 ? !decides : { is: condition.is, of: open }
  }
  const field = htmlName(condition.field)
  return field === undefined ? known(condition) : { ...condition, field }
}
