// What the round watches: each kind of matter, where it is found, and who should have been told of it by now.
import type { Context } from '../../context.ts'
import { type TimeRuleKind, workingDaysBefore } from '../../deadlines/rules.ts'
import { workingCalendarOf } from '../../deadlines/working-calendar.ts'
import { dueBefore, type Page, suspended, unanswered, undecided } from '../../dossiers/time-queries.ts'
import { dayOf, instantAt } from '../../kernel/time.ts'
import { questionsDueBefore, stepsDueBefore } from '../../processing/time-queries.ts'
import { type Ladder, type Matter, type Notice, noticesOf, type Subject } from '../rules.ts'

/** The day the round is made on, the dated limits, and the end of the day so many working days ahead. */
export type Rules = { now: Temporal.Instant; days: (kind: TimeRuleKind) => number; ahead: (count: number) => Temporal.Instant }

/** A row nobody can make a matter of: it is named, and the others go on. */
export type Broken = { id: string; fault: unknown }
export type MatterRound = { name: string; find: (context: Context, page: Page) => Promise<(Matter | Broken)[]> }

type Told = Pick<Matter, 'subject' | 'dueAt' | 'notices'>
type Row = Omit<Matter, keyof Told | 'subjectId'>

function round<Found extends Row>(
  name: string,
  find: (context: Context, page: Page) => Promise<Found[]>,
  matterOf: (context: Context, row: Found) => Promise<Told>
): MatterRound {
  const one = async (context: Context, row: Found): Promise<Matter | Broken> => {
    try {
      return { ...row, subjectId: row.id, ...(await matterOf(context, row)) }
    } catch (fault) {
      return { id: row.id, fault }
    }
  }
  return { name, find: async (context, page) => Promise.all((await find(context, page)).map((row) => one(context, row))) }
}

const reached = (at: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0
const days = (count: number) => ({ hours: 24 * count })

export const matterRounds = (rules: Rules): MatterRound[] => [
  dueDates(rules),
  steps(rules),
  questions(rules),
  suspensions(rules),
  supplements(rules),
  proposals(rules)
]

function dueDates({ now, days: limit, ahead }: Rules): MatterRound {
  const ladder: Ladder = { officer: limit('escalate_officer'), head: limit('escalate_head'), every: limit('escalate_every') }
  const until = ahead(Math.max(ladder.officer, ladder.head))
  return round(
    'due dates',
    ({ db }, page) => dueBefore(db, until, page),
    async ({ db }, { dueAt, receivedAt, agencyId }) => {
      // What came in today is being done; heads hear of a procedure of one day when it is late, not at each acceptance.
      const isFresh = receivedAt !== null && dayOf(receivedAt).equals(dayOf(now)) && !reached(dueAt, now)
      return { subject: 'due', dueAt, notices: isFresh ? [] : noticesOf(dueAt, now, await workingCalendarOf(db, agencyId), ladder) }
    }
  )
}

type Part = { name: string; subject: Subject; find: typeof stepsDueBefore | typeof questionsDueBefore }

/** A part of a dossier with a time of its own: who does it is told before, their head when it is over; nobody in between. */
function partsInTime({ now, days: limit, ahead }: Rules, { name, subject, find }: Part): MatterRound {
  const ladder: Ladder = { officer: limit('escalate_officer'), head: 0, every: limit('escalate_every') }
  return round(
    name,
    ({ db }, page) => find(db, ahead(ladder.officer), page),
    async ({ db }, { dueAt, agencyId }) => {
      const notices = noticesOf(dueAt, now, await workingCalendarOf(db, agencyId), ladder)
      return { subject, dueAt, notices: notices.filter(({ level }) => level === 1 || level === 3) }
    }
  )
}

/** The desk hears of the dossier's date, not of every step. */
const steps = (rules: Rules) => partsInTime(rules, { name: 'steps', subject: 'step', find: stepsDueBefore })

/** NĐ 61/2018 Đ19.5: the office that is asked answers in time. The desk that forwarded the dossier is told by the process itself. */
const questions = (rules: Rules) => partsInTime(rules, { name: 'questions', subject: 'consultation', find: questionsDueBefore })

/** The law's longest time for a suspension is watched: the officer before it ends, the head when it has. */
function suspensions({ now, days: limit }: Rules): MatterRound {
  return round(
    'suspensions',
    ({ db }, page) => suspended(db, page),
    async ({ db }, { facts, agencyId }) => {
      // Where the law sets no end there is no date to remind of.
      if (typeof facts?.['until'] !== 'string') return { subject: 'suspension', dueAt: now, notices: [] }
      const until = Temporal.PlainDate.from(facts['until'])
      const endsAt = instantAt(until.add({ days: 1 }), '00:00')
      const warnOn = workingDaysBefore(await workingCalendarOf(db, agencyId), until, limit('suspension_reminder'))
      const notices: Notice[] = []
      if (reached(instantAt(warnOn, '00:00'), now)) notices.push({ level: 1, turn: 0, to: 'officer', cause: 'ends_soon' })
      if (reached(endsAt, now)) notices.push({ level: 2, turn: 0, to: 'signer', cause: 'ended' })
      return { subject: 'suspension', dueAt: endsAt, notices }
    }
  )
}

/** Nobody answers: remind them, and much later propose to close. How long is the house's own rule; the law sets none. */
function supplements({ now, days: limit }: Rules): MatterRound {
  const [remind, close] = [limit('supplement_reminder'), limit('supplement_closing')]
  return round(
    'supplements',
    ({ db }, page) => unanswered(db, now.subtract(days(Math.min(remind, close))), page),
    async (_, { askedAt, atDesk }) => {
      const notices: Notice[] = []
      if (reached(askedAt.add(days(remind)), now)) notices.push({ level: 1, turn: 0, to: 'clerk', cause: 'unanswered' })
      if (reached(askedAt.add(days(close)), now))
        notices.push({ level: 2, turn: 0, to: atDesk ? 'supervisor' : 'signer', cause: 'closing' })
      return { subject: 'supplement', dueAt: askedAt, notices }
    }
  )
}

/** A citizen waits behind every proposal that lies. */
function proposals({ now, days: limit }: Rules): MatterRound {
  return round(
    'proposals',
    ({ db }, page) => undecided(db, now, page),
    async ({ db }, { proposedAt, atDesk, agencyId }) => {
      const lastDay = workingDaysBefore(await workingCalendarOf(db, agencyId), dayOf(now), limit('proposal_waiting'))
      const lies = Temporal.PlainDate.compare(dayOf(proposedAt), lastDay) <= 0
      const notices: Notice[] = lies ? [{ level: 1, turn: 0, to: atDesk ? 'supervisor' : 'signer', cause: 'undecided' }] : []
      return { subject: 'proposal', dueAt: proposedAt, notices }
    }
  )
}
