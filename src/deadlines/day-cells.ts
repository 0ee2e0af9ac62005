// The counting as a calendar: one cell a day, whole weeks from Monday to Sunday, for the screen and the receipt to draw.
import type { Locale } from '../kernel/locale.ts'
import { dayOf } from '../kernel/time.ts'
import type { Begun, Due, Step } from './due.ts'

/** `n` is the number printed under a counted day; `why` is said of days off and of days on which the clock stood still. */
export type DayCell = {
  day: Temporal.PlainDate
  kind: 'received' | 'mark' | 'counted' | 'off' | 'due' | 'blank'
  n?: number
  why?: string
}

const stopped = { vi: 'tạm dừng', en: 'clock stopped' }

/** The weeks from the receipt (or the restart, which makes the time before it void) to the due day; empty before the start. */
export function dayCells(due: Due, locale: Locale = 'vi'): DayCell[] {
  const start = due.steps.findLastIndex((step) => step.kind === 'received' || step.kind === 'restarted')
  if (start < 0) return []
  const steps = due.steps.slice(start)
  const days = steps.flatMap(daysOf)
  if (due.dueAt) days.push(dayOf(due.dueAt))
  days.sort(Temporal.PlainDate.compare)
  const cells = weeks(days[0]!, days.at(-1)!)
  // Written over one another in this order: what a day is called last is what matters most about it.
  for (const step of [...steps].sort((a, b) => rank(a) - rank(b))) draw(cells, step, locale)
  const dueCell = due.dueAt && cells.get(dayOf(due.dueAt).toString())
  if (dueCell) dueCell.kind = 'due'
  stopBetween(cells, steps, locale)
  return [...cells.values()]
}

function daysOf(step: Step): Temporal.PlainDate[] {
  const days = 'day' in step ? [step.day] : []
  return 'at' in step ? [...days, dayOf(step.at)] : days
}

function weeks(first: Temporal.PlainDate, last: Temporal.PlainDate): Map<string, DayCell> {
  const cells = new Map<string, DayCell>()
  const sunday = last.add({ days: 7 - last.dayOfWeek })
  for (let day = first.subtract({ days: first.dayOfWeek - 1 }); Temporal.PlainDate.compare(day, sunday) <= 0; day = day.add({ days: 1 })) {
    cells.set(day.toString(), { day, kind: 'blank' })
  }
  return cells
}

const order: Step['kind'][] = ['off', 'resumed', 'counted', 'stretch', 'received', 'restarted']
const rank = ({ kind }: Step) => order.indexOf(kind)

function draw(cells: Map<string, DayCell>, step: Step, locale: Locale): void {
  const cell = (day: Temporal.PlainDate) => cells.get(day.toString())!
  if (step.kind === 'off') Object.assign(cell(step.day), { kind: 'off', why: step.off.name[locale] })
  if (step.kind === 'stretch' && cell(step.day).kind !== 'received') cell(step.day).kind = 'counted'
  if (step.kind === 'counted') Object.assign(cell(step.day), { kind: 'counted', n: step.n }, step.off && { why: step.off.name[locale] })
  if (step.kind === 'resumed') cell(step.day).kind = 'mark'
  if (step.kind !== 'received' && step.kind !== 'restarted') return
  cell(step.day).kind = 'mark'
  Object.assign(cell(dayOf(step.at)), { kind: 'received' }, step.off && { why: step.off.name[locale] })
}

/** Days between a stop and its resumption (or the end of the drawing, while it lasts) say why nothing is counted. */
function stopBetween(cells: Map<string, DayCell>, steps: readonly Step[], locale: Locale): void {
  steps.forEach((step, index) => {
    if (step.kind !== 'paused') return
    const resumed = steps.slice(index).find((next): next is Begun => next.kind === 'resumed')
    for (const cell of cells.values()) {
      const isInside =
        Temporal.PlainDate.compare(cell.day, step.day) > 0 && (!resumed || Temporal.PlainDate.compare(cell.day, resumed.day) < 0)
      if (cell.kind === 'blank' && isInside) cell.why = stopped[locale]
    }
  })
}
