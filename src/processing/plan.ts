// When each step of a dossier is due: the dossier's time shared out over working time, to the minute and without rest. Pure.
import { addWorkingMinutes, type WorkingCalendar, workingMinutesBetween } from '../deadlines/calendar.ts'
import { dayOf } from '../kernel/time.ts'

/** A step of a procedure as far as time is concerned. */
type Shared = { stage: number; share: number }
type Due = { dueAt: Temporal.Instant | null }

/** `turn`: steps of the same turn run side by side. `minutes`: working minutes of the turn. */
export type Planned = Due & { turn: number; minutes: number }

type Window = {
  /** The legal receipt of this cycle. */
  startAt: Temporal.Instant
  /** Null while no date can be named: steps then have none either. */
  dueAt: Temporal.Instant | null
  calendar: WorkingCalendar
  /** Paper goes from hand to hand: a stage's steps follow one another (NĐ 61/2018 Đ19.6). Data is everywhere at once. */
  onPaper: boolean
}

/** Turn by turn, how much of a hundred has gone by at its end: side by side the steps of a stage have its whole share. */
function turnsOf(steps: readonly Shared[], onPaper: boolean): { turns: number[]; ends: number[] } {
  const turns: number[] = []
  const shares: number[] = []
  for (const [i, { stage, share }] of steps.entries()) {
    const isBeside = !onPaper && i > 0 && steps[i - 1]!.stage === stage
    if (!isBeside) shares.push(0)
    shares[shares.length - 1]! += share
    turns.push(shares.length)
  }
  let gone = 0
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const ends = shares.map((share) => {
    gone += share
    return gone / whole
  })
  return { turns, ends }
}

/**
 * Each turn ends where its share of the working minutes between receipt and due time has gone by, cut to the whole minute; the last
 * ends exactly when the dossier is due. So the turns' minutes add up to the dossier's, whatever the rounding.
 */
export function planSteps<Step extends Shared>(steps: readonly Step[], { startAt, dueAt, calendar, onPaper }: Window): (Step & Planned)[] {
  const { turns, ends } = turnsOf(steps, onPaper)
  const total = dueAt ? Math.floor(workingMinutesBetween(calendar, startAt, dueAt)) : 0
  const gone = ends.map((end, i) => (i === ends.length - 1 ? total : Math.floor(total * end)))
  const dueOf = (turn: number) =>
    dueAt && turn < ends.length ? earlier(addWorkingMinutes(calendar, startAt, gone[turn - 1]!), dueAt) : dueAt
  const dues = ends.map((_, i) => dueOf(i + 1))
  return steps.map((step, i) => {
    const turn = turns[i]!
    return { ...step, turn, dueAt: dues[turn - 1]!, minutes: gone[turn - 1]! - (gone[turn - 2] ?? 0) }
  })
}

const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) <= 0 ? a : b)

/**
 * The dossier has another due time: its clock stood still and went on, or one new date was named (NĐ 61/2018 Đ19.9). Steps still to
 * be done move by the same working time; those of the last turn are due with the dossier. Nothing else moves a step's time: one that
 * was returned keeps its own, so going back and forth costs the office, not the applicant.
 */
export function shiftSteps<Step extends Due & { turn: number; isOpen: boolean }>(
  steps: readonly Step[],
  { dueAt, calendar }: { dueAt: Temporal.Instant; calendar: WorkingCalendar }
): Step[] {
  const last = Math.max(...steps.map(({ turn }) => turn))
  const before = steps.find(({ turn }) => turn === last)?.dueAt
  if (!before || before.equals(dueAt)) return [...steps]
  const later = Temporal.Instant.compare(dueAt, before) > 0
  const minutes = workingMinutesBetween(calendar, later ? before : dueAt, later ? dueAt : before)
  return steps.map((step) => {
    if (!step.isOpen || !step.dueAt) return step
    if (step.turn === last) return { ...step, dueAt }
    return { ...step, dueAt: later ? earlier(addWorkingMinutes(calendar, step.dueAt, minutes), dueAt) : earlier(step.dueAt, dueAt) }
  })
}

/** After the minute it was due is late; before that it is on time on its day and early on any day before (the statistics compare days). */
export const outcomes = ['early', 'on_time', 'late'] as const
export type Outcome = (typeof outcomes)[number]

export function outcomeOf(at: Temporal.Instant, dueAt: Temporal.Instant): Outcome {
  if (Temporal.Instant.compare(at, dueAt) > 0) return 'late'
  return dayOf(at).equals(dayOf(dueAt)) ? 'on_time' : 'early'
}
