// One dossier as the people who work on it see it: everything their page shows, read at once.

import type { Actor } from '../accounts/roles.ts'
import { getAgencyById } from '../agencies/queries.ts'
import { readersOf } from '../audit/queries.ts'
import type { Context } from '../context.ts'
import { notesOf, shelfOf } from '../counters/queries.ts'
import type { DeskNote, Shelf } from '../counters/store.ts'
import type { WorkingCalendar } from '../deadlines/calendar.ts'
import { type DayCell, dayCells } from '../deadlines/day-cells.ts'
import { type Due, dueAt } from '../deadlines/due.ts'
import { explain } from '../deadlines/explain.ts'
import { timeRulesOf } from '../deadlines/queries.ts'
import { ruleFor, type TimeRule } from '../deadlines/rules.ts'
import { workingCalendarOf } from '../deadlines/working-calendar.ts'
import { issuedOf } from '../documents/queries.ts'
import { filesOf } from '../files/queries.ts'
import type { FileRow } from '../files/store.ts'
import type { SaidPage } from '../forms/saying.ts'
import type { Locale } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { type OriginalNow, whereIs } from '../originals/queries.ts'
import type { DossierMoney } from '../payments/pages/desk.ts'
import { entriesOf } from '../payments/queries.ts'
import { isPayable, paidOf, totalOf } from '../payments/rules.ts'
import { type ProcedureView, procedureVersion } from '../procedures/queries.ts'
import { resultsByHash, reusableResults } from '../results/queries.ts'
import type { Result } from '../results/store.ts'
import { type Shipment, shipmentsOfDossier } from '../shipments/queries.ts'
import { parcelEventsOf } from '../shipments/story.ts'
import { checkOwn, checkSeen } from './access.ts'
import { apologiesOf } from './apology-queries.ts'
import { secondRequestsOf } from './check-queries.ts'
import type { SecondRequest } from './check-store.ts'
import { countDue, supplementLimitOf } from './clock.ts'
import { saidOf } from './filing-answers.ts'
import { findDossier, movesOf, openTwins, papersOf, resultOf, type SavedMove, supplementRequestsOf } from './queries.ts'
import type { Apology, Dossier, Paper, SupplementRequest } from './store.ts'
import { type TimelineItem, timelineOf } from './timeline.ts'

/** A head is full after so many. */
const mostKnown = 6

type Counted = { due: Due; sentences: string[]; cells: DayCell[] }

export type StaffCase = {
  dossier: Dossier & { code: string }
  agencyName: string
  view: ProcedureView
  papers: Paper[]
  files: ReadonlyMap<string, FileRow>
  moves: SavedMove[]
  requests: SupplementRequest[]
  /** Proposals to ask a second time, oldest first. */
  seconds: SecondRequest[]
  result: Awaited<ReturnType<typeof resultOf>>
  issued: Awaited<ReturnType<typeof issuedOf>>
  parcels: Shipment[]
  money: DossierMoney
  /** The form in words. */
  said: SaidPage[]
  timeline: TimelineItem[]
  readers: Awaited<ReturnType<typeof readersOf>>
  /** What colleagues noted, and where its result lies; for staff only. */
  notes: { notes: DeskNote[]; shelf: Shelf | undefined; noteId: string }
  /** Papers the house holds, and who has each. */
  originals: OriginalNow[]
  twins: Awaited<ReturnType<typeof openTwins>>
  /** What the register of results knows: of the same person, and of the files that were given. */
  known: { earlier: Result[]; proven: Result[] }
  /** The legal clock of this dossier; before acceptance what it would be if it were accepted now. */
  counted: Counted | undefined
  /** Until when an officer may ask for a supplement (NĐ 61/2018 Đ19.4). */
  lastDayToAsk: Temporal.PlainDate | undefined
  /** The law by which this dossier may be suspended; none for most. */
  suspension: TimeRule | undefined
  /** The letter of apology, open or signed. */
  apology: Apology | undefined
  calendar: WorkingCalendar
  now: Temporal.Instant
}

/**
 * A filed dossier of the agency the person works at, or with `shared` one their agency takes part in; any other is not to be told from
 * none. @throws Refusal DOSSIER_NOT_FOUND, NOT_YOURS_TO_SEE
 */
export async function dossierAtWork({ db }: Context, id: string, by: Actor, shared = false): Promise<Dossier & { code: string }> {
  const dossier = isUuid(id) ? await findDossier(db, id) : undefined
  if (!dossier) throw new Refusal('DOSSIER_NOT_FOUND', { id })
  if (shared) checkSeen(dossier, by)
  else checkOwn(dossier, by)
  return { ...dossier, code: dossier.code! }
}

export async function readCase(context: Context, dossier: Dossier & { code: string }, locale: Locale): Promise<StaffCase> {
  const { db } = context
  const { id, agencyId, applicant, procedureCode } = dossier
  const [agency, view, papers, moves, requests, seconds, result, issued, entries] = await Promise.all([
    getAgencyById(db, agencyId),
    procedureVersion(db, dossier.procedureVersionId),
    papersOf(db, id),
    movesOf(db, id),
    supplementRequestsOf(db, id),
    secondRequestsOf(db, id),
    resultOf(db, id),
    issuedOf(db, id),
    entriesOf(db, id)
  ])
  const total = totalOf(dossier.fees)
  const owed = total - paidOf(entries)
  const [files, parcels, events, readers, calendar, originals, notes, shelf] = await Promise.all([
    filesOf(
      db,
      papers.flatMap(({ fileId }) => fileId ?? [])
    ),
    shipmentsOfDossier(db, id),
    parcelEventsOf(db, id, locale),
    readersOf(db, id),
    workingCalendarOf(db, agencyId),
    whereIs(db, { dossierId: id }),
    notesOf(db, id),
    shelfOf(db, id)
  ])
  const { identityNumber } = applicant
  const twins = identityNumber ? (await openTwins(db, { identityNumber, procedureCode })).filter((twin) => twin.id !== id) : []
  const holder = identityNumber ?? applicant.taxCode
  const [earlier, proven] = await Promise.all([
    reusableResults(db, { identityNumber: holder }),
    resultsByHash(
      db,
      files.map(({ sha256 }) => sha256)
    )
  ])
  const now = context.now()
  return {
    dossier,
    agencyName: agency.name,
    view,
    papers,
    files: new Map(files.map((file) => [file.id, file])),
    moves,
    requests,
    seconds,
    result,
    issued,
    parcels,
    // A dossier that waits for the money has its own form among the clerk's moves.
    money: { total, owed, entries, mayCollect: owed > 0 && isPayable(dossier.state) && dossier.state !== 'awaiting_payment' },
    said: saidOf(view, dossier, locale),
    timeline: timelineOf({ dossier, moves, parcels: events, agencyName: agency.name, locale, audience: 'desk' }),
    readers,
    notes: { notes, shelf, noteId: context.newId() },
    originals,
    twins,
    known: { earlier: earlier.filter(({ dossierId }) => dossierId !== id).slice(0, mostKnown), proven },
    counted: await countedOf(context, { dossier, view, calendar, now, locale }),
    lastDayToAsk: (await supplementLimitOf(db, dossier))?.lastDay,
    suspension: ruleFor(await timeRulesOf(db), 'suspension', { procedureCode, sectorCode: dossier.sectorCode, on: dayOf(now) }),
    apology: (await apologiesOf(db, id)).find(({ withdrawnAt }) => !withdrawnAt),
    calendar,
    now
  }
}

type Counting = { dossier: Dossier; view: ProcedureView; calendar: WorkingCalendar; now: Temporal.Instant; locale: Locale }

async function countedOf({ db }: Context, { dossier, view, calendar, now, locale }: Counting): Promise<Counted | undefined> {
  const rule = view.version.processingTime
  const preview = () => dueAt([{ kind: 'received', at: dossier.receivedAt ?? now }], rule, calendar)
  const due = dossier.state === 'submitted' ? preview() : await countDue(db, dossier)
  return due && { due, sentences: explain(due, rule, locale), cells: dayCells(due, locale) }
}
