// Random lives of dossiers: what people and the calendar might try, an office in memory that knows the rules, and what must hold of any history.
import { readFileSync } from 'node:fs'
import { actsAs, type Role } from '../../src/accounts/roles.ts'
import {
  addWorkingDays,
  closingInstant,
  type WorkingCalendar,
  workingCalendar,
  workingMinutesBetween
} from '../../src/deadlines/calendar.ts'
import { dueAt } from '../../src/deadlines/due.ts'
import { parseCalendar } from '../../src/deadlines/parse-calendar.ts'
import { newDateFault, parseTimeRules, ruleFor } from '../../src/deadlines/rules.ts'
import { clockAfter, revive } from '../../src/dossiers/clock.ts'
import { type ClockEffect, type MoveName, moves, type State, step } from '../../src/dossiers/lifecycle.ts'
import type { StoredClockEvent } from '../../src/dossiers/types.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { dayOf } from '../../src/kernel/time.ts'
import type { ProcessingTime } from '../../src/procedures/rules.ts'
import { answerFits } from '../../src/processing/lifecycle.ts'
import { planSteps } from '../../src/processing/plan.ts'

const catalogue = (name: string) => readFileSync(new URL(`../../src/deadlines/catalogue/${name}`, import.meta.url), 'utf8')
export const city: WorkingCalendar = workingCalendar({ days: parseCalendar(catalogue('calendar.tsv'), 'calendar.tsv') })
export const limits = parseTimeRules(catalogue('time-rules.tsv'), 'time-rules.tsv')

/** What of a move the history must tell; the store's rows have more. */
export type Told = {
  seq: number
  name: MoveName
  fromState: State
  toState: State
  at: Temporal.Instant
  actorId: string
  actorName: string
  actorRole: string
  facts: Record<string, unknown>
  dueAt: Temporal.Instant | null
}

export type Life = {
  state: State
  clock: StoredClockEvent[]
  dueAt: Temporal.Instant | null
  receivedAt: Temporal.Instant | null
  acceptedAt: Temporal.Instant | null
  supplementsAsked: number
  history: Told[]
  /** Put to other offices; they have deadlines of their own and never touch the dossier's. */
  questions?: readonly Question[]
}
/** `after`: how many moves there were before it; two things may happen in one minute. */
type Question = { after: number; askedAt: Temporal.Instant; answerBy: Temporal.Instant; answeredAt?: Temporal.Instant }
export type Setting = { rule: ProcessingTime; procedureCode: string; sectorCode: string; calendar: WorkingCalendar; limits: typeof limits }

export const unborn = (): Life => ({
  state: 'draft',
  clock: [],
  dueAt: null,
  receivedAt: null,
  acceptedAt: null,
  supplementsAsked: 0,
  history: []
})

/** Somebody tries something: which move, in whose name, so many minutes after the last try. `pick` is chance for whatever else is open. */
export type Attempt = { name: MoveName; role: Role; person: string; superior: string | undefined; minutes: number; pick: number }

const everybody: readonly Role[] = ['applicant', 'clerk', 'officer', 'signer', 'supervisor', 'system', 'partner', 'postman']
const all = Object.keys(moves) as MoveName[]
/** Endings come seldom, or no life would be long. */
const endings: readonly MoveName[] = ['withdraw', 'refuse', 'approve', 'refuse_on_merit']

/** Numbers that look like chance and are always the same for a seed (mulberry32). */
function dice(seed: number) {
  let a = seed
  return (below: number) => {
    a = (a + 0x6d2b79f5) | 0
    const t = Math.imul(a ^ (a >>> 15), a | 1)
    const mixed = t ^ (t + Math.imul(t ^ (t >>> 7), t | 61))
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** One number makes one attempt, so that a failing life is a short list of numbers. */
export function attemptOf(seed: number, state: State, playable: readonly MoveName[] = all): Attempt {
  const draw = dice(seed)
  const isWild = draw(8) === 0
  const open = playable.filter((name) => moves[name].from.includes(state) && (!endings.includes(name) || draw(12) === 0))
  const choice = isWild || open.length === 0 ? playable : open
  const name = choice[draw(choice.length)]!
  const able = isWild ? everybody : moves[name].by
  const role = able[draw(able.length)]!
  const person = `${role}-${draw(2)}`
  // Sometimes a head who would agree with himself.
  const superior = [`head-${draw(2)}`, person, undefined, undefined][draw(4)]
  const long = draw(5)
  const minutes = long === 0 ? draw(20) * 1440 + 31 : draw(40) * 37
  return { name, role, person, superior, minutes, pick: draw(1000) }
}

const no = (code: ConstructorParameters<typeof Refusal>[0]) => new Refusal(code)

/** The office in memory: the same rules, no database. @throws Refusal, or RangeError of the clock, when it may not be */
export function live(life: Life, { name, role, person, superior, pick }: Attempt, at: Temporal.Instant, setting: Setting): Life {
  const move = step(life.state, name, role)
  const { rule, calendar, procedureCode, sectorCode } = setting
  const about = { procedureCode, sectorCode, on: dayOf(at) }
  const facts: Record<string, unknown> = {}
  const next = { ...life, state: move.to }
  let newDueAt: Temporal.Instant | undefined
  if (name === 'ask_at_desk' || name === 'ask_supplement') {
    if (life.supplementsAsked > 0 && (!superior || superior === person)) throw no('SUPPLEMENT_ALREADY_ASKED')
    if (name === 'ask_supplement') {
      const received = dayOf(life.receivedAt!)
      const limit = ruleFor(setting.limits, 'supplement_limit', { ...about, on: received })!
      const lastDay = addWorkingDays(calendar, received, limit.amount!)
      if (Temporal.PlainDate.compare(dayOf(at), lastDay) > 0) throw no('SUPPLEMENT_TOO_LATE')
      facts['lastDay'] = lastDay.toString()
    }
    next.supplementsAsked++
    if (life.supplementsAsked > 0) Object.assign(facts, { proposedBy: person, approvalReason: 'Giấy tờ mới phát hiện' })
  }
  if (name === 'suspend') {
    const law = ruleFor(setting.limits, 'suspension', about)
    if (!law) throw no('SUSPENSION_NOT_ALLOWED')
    facts['article'] = law.article
  }
  if (name === 'apologise') {
    const day = dayOf(life.dueAt!).add({ days: pick % 12 })
    if (newDateFault(calendar, { day, dueAt: life.dueAt!, now: at })) throw no('FORM_INCOMPLETE')
    if (superior === person) throw no('APOLOGY_FOUR_EYES')
    newDueAt = closingInstant(calendar, day)
    Object.assign(facts, { oldDueAt: life.dueAt!.toString(), newDueAt: newDueAt.toString(), proposedBy: superior ?? 'officer-0' })
  }
  next.clock = clockAfter(life.clock, move.clock, at, newDueAt)
  if (move.clock === 'start' || move.clock === 'restart') next.receivedAt = at
  if (move.clock === 'start') next.acceptedAt = at
  if (move.clock === 'drop') next.dueAt = null
  else if (move.clock && move.clock !== 'finish') next.dueAt = dueAt(revive(next.clock), rule, calendar).dueAt
  const actorName = facts['approvalReason'] ? superior! : person
  const told = {
    seq: life.history.length + 1,
    name,
    fromState: life.state,
    toState: move.to,
    at,
    actorId: person,
    actorName,
    actorRole: role
  }
  return { ...next, history: [...life.history, { ...told, facts, dueAt: next.dueAt }] }
}

/** Somebody asks another office, or the oldest question is answered. @throws Refusal when it may not be asked now */
export function consult(life: Life, { pick }: Attempt, at: Temporal.Instant): Life {
  const { questions = [], state, dueAt: dossierDueAt } = life
  const open = questions.findIndex(({ answeredAt }) => !answeredAt)
  if (open >= 0 && pick % 2 === 0) return { ...life, questions: questions.with(open, { ...questions[open]!, answeredAt: at }) }
  if (state !== 'in_progress') throw no('MOVE_NOT_ALLOWED')
  const answerBy = at.add({ hours: (pick % 30) * 8 })
  if (!answerFits(answerBy, { at, dossierDueAt })) throw no('FORM_INCOMPLETE')
  return { ...life, questions: [...questions, { after: life.history.length, askedAt: at, answerBy }] }
}

const lawful: readonly (ClockEffect | undefined)[] = ['start', 'restart', 'stop', 'pause', 'resume', 'apologise', 'drop']
/** After these there is no due date: the clock stands still, or nothing is owed any more. */
const without: readonly (ClockEffect | undefined)[] = ['stop', 'pause', 'drop']
const same = (a: Temporal.Instant | null, b: Temporal.Instant | null) => (a && b ? a.equals(b) : a === b)
const printed = (clock: readonly StoredClockEvent[]) => clock.map(({ kind, at, newDueAt }) => `${kind} ${at} ${newDueAt ?? ''}`).join(', ')
const asks: readonly MoveName[] = ['ask_at_desk', 'ask_supplement']

/** What is wrong with a life, told from its history alone; nothing when all promises are kept. */
export function faultsOf({ history, state, clock, dueAt: due, receivedAt, questions = [] }: Life, { rule, calendar }: Setting): string[] {
  const faults = questions.flatMap((one) => questionFaults(one, history))
  let at: State = 'draft'
  let before: Temporal.Instant | null = null
  let retold: StoredClockEvent[] = []
  let asked = 0
  let apologised = 0
  for (const told of history) {
    const { seq, name, facts, actorRole, actorId } = told
    const move = moves[name]
    const say = (what: string) => faults.push(`${seq} ${name}: ${what}`)
    if (told.fromState !== at || !move.from.includes(at)) say(`from ${told.fromState}, though it was ${at}`)
    if (told.toState !== (move.to === 'same' ? at : move.to)) say(`leads to ${told.toState}`)
    if (!actsAs(actorRole as Role, ...move.by)) say(`made by ${actorRole}`)
    at = told.toState
    if (!same(before, told.dueAt) && !lawful.includes(move.clock)) say('the due date changed without a lawful cause')
    if (without.includes(move.clock) && told.dueAt) say('a stopped clock has a due date')
    if (move.clock && !without.includes(move.clock) && !told.dueAt) say('a running clock has no due date')
    if (asks.includes(name) && ++asked > 1 && (!facts['approvalReason'] || facts['proposedBy'] === told.actorName))
      say('asked again without a superior')
    if (name === 'suspend' && !facts['article']) say('suspended without an article')
    if (name === 'apologise') {
      if (++apologised > 1) say('a second new date')
      if (facts['proposedBy'] === actorId) say('one pair of eyes')
      const later = before && Temporal.Instant.compare(Temporal.Instant.from(String(facts['newDueAt'])), before) > 0
      if (!later || !same(Temporal.Instant.from(String(facts['newDueAt'])), told.dueAt)) say('the new date is not the one that was signed')
    }
    const newDueAt = facts['newDueAt'] ? Temporal.Instant.from(String(facts['newDueAt'])) : undefined
    retold = clockAfter(retold, move.clock, told.at, newDueAt)
    before = told.dueAt
  }
  if (at !== state) faults.push(`the history ends in ${at}, the dossier is ${state}`)
  if (printed(retold) !== printed(clock)) faults.push(`the history tells ${printed(retold)}, the clock ${printed(clock)}`)
  const counted = dueAt(revive(retold), rule, calendar)
  if (!same(state === 'withdrawn' ? null : counted.dueAt, due)) faults.push(`the clock says ${counted.dueAt}, the dossier ${due}`)
  return [...faults, ...countFaults(counted.steps, rule), ...(due && receivedAt ? planFaults({ receivedAt, due, calendar }) : [])]
}

/** Asked while somebody worked on the dossier, to be answered before it was due then, as the history tells both. */
function questionFaults({ after, askedAt, answerBy, answeredAt }: Question, history: readonly Told[]): string[] {
  const then = history[after - 1]
  const faults = then?.toState === 'in_progress' ? [] : [`a question in ${then?.toState}`]
  if (then?.dueAt && Temporal.Instant.compare(answerBy, then.dueAt) > 0)
    faults.push(`an answer for ${answerBy}, though it was due ${then.dueAt}`)
  if (answeredAt && Temporal.Instant.compare(answeredAt, askedAt) < 0) faults.push('answered before it was asked')
  return faults
}

/** Since the last start days are counted 1, 2, 3 …, none twice, and up to the limit unless a stop or an apology came between. */
function countFaults(steps: ReturnType<typeof dueAt>['steps'], rule: ProcessingTime): string[] {
  if (rule.kind !== 'working_days' && rule.kind !== 'calendar_days') return []
  const since = steps.slice(
    Math.max(
      0,
      steps.findLastIndex(({ kind }) => kind === 'received' || kind === 'restarted')
    )
  )
  const numbers = since.flatMap((one) => (one.kind === 'counted' ? [one.n] : []))
  const days = since.flatMap((one) => (one.kind === 'counted' ? [one.day.toString()] : []))
  const faults = days.some((day, index) => index > 0 && days[index - 1]! >= day) ? ['a day was counted twice'] : []
  // Between the old date and the new one stand the days by which the old one was moved off a holiday.
  const jumps = numbers.filter((n, index) => n !== (numbers[index - 1] ?? 0) + 1)
  const mayJump = since.some(({ kind }) => kind === 'apologised')
  if (jumps.length > (mayJump ? 1 : 0)) faults.push(`days counted ${numbers.join(', ')}`)
  const stops = since.some(({ kind }) => kind === 'paused' || kind === 'apologised')
  if (!stops && steps.length > 0 && numbers.length !== rule.amount) faults.push(`${numbers.length} days counted of ${rule.amount}`)
  return faults
}

/** Three hands, two of them side by side where the dossier is data. */
const shares = [
  { stage: 1, share: 20 },
  { stage: 2, share: 30 },
  { stage: 2, share: 35 },
  { stage: 3, share: 15 }
]

/** The times of the steps add up to the dossier's, in order, and the last is due with it; on paper as on screen. */
function planFaults({
  receivedAt,
  due,
  calendar
}: {
  receivedAt: Temporal.Instant
  due: Temporal.Instant
  calendar: WorkingCalendar
}): string[] {
  return [true, false].flatMap((onPaper) => {
    const steps = planSteps(shares, { startAt: receivedAt, dueAt: due, calendar, onPaper })
    const byTurn = new Map(steps.map(({ turn, minutes }) => [turn, minutes]))
    const sum = [...byTurn.values()].reduce((all, minutes) => all + minutes, 0)
    const total = Math.floor(workingMinutesBetween(calendar, receivedAt, due))
    const faults = sum === total ? [] : [`steps of ${sum} minutes in a dossier of ${total}`]
    if (!steps.at(-1)!.dueAt?.equals(due)) faults.push(`the last step is due ${steps.at(-1)!.dueAt}, the dossier ${due}`)
    const falls = steps.some(({ dueAt }, i) => i > 0 && Temporal.Instant.compare(steps[i - 1]!.dueAt!, dueAt!) > 0)
    return falls ? [...faults, 'a step is due before the one that comes before it'] : faults
  })
}
