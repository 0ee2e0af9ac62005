// Repeats the server's conditions while somebody fills in a page: blocks appear and go as the answers say. Never the last word.
import type { Condition } from '../../forms/definition.ts'
import { onPage } from './page.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const isControl = (one: Element): one is Control => one.matches('input, select, textarea')

/** What stands in the boxes of a field; those in a hidden block say nothing. */
function values(form: HTMLFormElement, field: string, parts: readonly string[] = ['']): string[] {
  const names = new Set(parts.map((part) => field + part))
  return [...form.elements].flatMap((one) => {
    if (!isControl(one) || !names.has(one.name) || one.closest('[data-shown-when][hidden]')) return []
    const isOff = one instanceof HTMLInputElement && /^(radio|checkbox)$/.test(one.type) && !one.checked
    return isOff || one.value.trim() === '' ? [] : [one.value.trim()]
  })
}

const dateParts = ['Day', 'Month', 'Year']
const allParts = [
  '',
  ...dateParts,
  '.name',
  '.identityNumber',
  '.bornOnDay',
  '.bornOnMonth',
  '.bornOnYear',
  '.taxCode',
  '.address',
  '.line',
  '.ward',
  '.province'
]

const asNumber = (text: string | undefined) =>
  text === undefined
    ? Number.NaN
    : Number(
        text
          .replace(/\s/g, '')
          .replace(/\.(?=\d{3}(\D|$))/g, '')
          .replace(',', '.')
      )

/** Of a year alone its last day, as on the server. */
function asDay(form: HTMLFormElement, field: string): Date | undefined {
  const [first = '', month, year] = dateParts.map((part) => values(form, field, [part])[0])
  const [, d, m, y] = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})$/.exec(first) ?? [undefined, first, month, year]
  if (y && !d && !m) return new Date(Number(y), 11, 31)
  return d && m && y ? new Date(Number(y), Number(m) - 1, Number(d)) : undefined
}

function measured(form: HTMLFormElement, { of, field }: Condition & { is: 'compared' }): number {
  if (of === 'value') return asNumber(values(form, field)[0])
  if (of === 'count') return values(form, field).length
  const day = asDay(form, field)
  const now = new Date()
  if (!day) return Number.NaN
  if (of === 'days_since') return Math.floor((now.getTime() - day.getTime()) / 86_400_000)
  const isBefore = now.getMonth() < day.getMonth() || (now.getMonth() === day.getMonth() && now.getDate() < day.getDate())
  return now.getFullYear() - day.getFullYear() - (isBefore ? 1 : 0)
}

function isSame(form: HTMLFormElement, field: string, value: string | number | boolean): boolean {
  if (typeof value === 'number') return asNumber(values(form, field)[0]) === value
  return values(form, field).includes(typeof value === 'boolean' ? (value ? 'yes' : 'no') : value)
}

function holds(form: HTMLFormElement, condition: Condition): boolean {
  if (condition.is === 'all') return condition.of.every((one) => holds(form, one))
  if (condition.is === 'any') return condition.of.some((one) => holds(form, one))
  if (condition.is === 'not') return !holds(form, condition.of)
  if (condition.is === 'filled') return values(form, condition.field, allParts).length > 0
  if (condition.is === 'equal') return isSame(form, condition.field, condition.value)
  if (condition.is === 'not_equal') return !isSame(form, condition.field, condition.value)
  if (condition.is === 'one_of') return condition.values.some((value) => isSame(form, condition.field, value))
  const left = measured(form, condition)
  const { how, value } = condition
  return how === '<' ? left < value : how === '<=' ? left <= value : how === '>' ? left > value : left >= value
}

/** From first to last: what a hidden block asks shows nothing further down. */
function update(form: HTMLFormElement) {
  for (const block of form.querySelectorAll<HTMLElement>('[data-shown-when]')) {
    const isShown = holds(form, JSON.parse(block.dataset['shownWhen']!) as Condition)
    if (block.hidden === !isShown) continue
    block.hidden = !isShown
    // The server asks about blocks that were never seen; this one is.
    for (const mark of block.querySelectorAll<HTMLInputElement>('input[name="_an"]')) mark.disabled = isShown
  }
}

export function startConditions() {
  onPage(() => {
    for (const form of document.forms) if (form.querySelector('[data-shown-when]')) update(form)
  })
  for (const event of ['input', 'change'])
    document.addEventListener(event, ({ target }) => {
      const form = (target as Control).form
      if (form?.querySelector('[data-shown-when]')) update(form)
    })
}
