// A shift with its money: what an open one would come to now, what a closed one came to; and its record on paper.
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { Db } from '../../database/client.ts'
import { headingOf } from '../../documents/case.ts'
import { printShiftRecord } from '../../documents/forms/shift-record.ts'
import { codesOfDossiers } from '../../dossiers/queries.ts'
import { entriesByIds, type PaymentEntry } from '../../payments/queries.ts'
import { entriesOfShift, shiftBefore, uncountedCash } from '../queries.ts'
import { denominations } from '../rules.ts'
import type { Shift } from '../store.ts'
import type { OpenThing } from '../table.ts'
import { openThingWords } from '../words/desk.ts'
import { cashSince } from './close-shift.ts'

export type ShiftEntry = PaymentEntry & { code: string }
export type ShiftBook = { shift: Shift; entries: ShiftEntry[] }

/** The movements of cash of a shift, each with the code of its dossier. */
export async function bookOf(db: Db, shift: Shift): Promise<ShiftBook> {
  const entries = shift.closedAt
    ? await entriesByIds(db, await entriesOfShift(db, shift.id))
    : await uncountedCash(db, shift, cashSince(shift, await shiftBefore(db, shift)))
  const codes = await codesOfDossiers(
    db,
    entries.flatMap(({ dossierId }) => dossierId ?? [])
  )
  return { shift, entries: entries.map((entry) => ({ ...entry, code: codes.get(entry.dossierId ?? '') ?? '' })) }
}

/** By kind, in the order they are said. */
export const groupedThings = (things: readonly OpenThing[]): { kind: OpenThing['kind']; what: string[] }[] =>
  [...Map.groupBy(things, ({ kind }) => kind)].map(([kind, list]) => ({ kind, what: list.map(({ what }) => what) }))

/** The same shift prints the same paper, until somebody confirms it. */
export async function printShift({ db }: Context, shift: Shift & { closedAt: Temporal.Instant }): Promise<Uint8Array> {
  const [agency, { entries }] = await Promise.all([getAgencyById(db, shift.agencyId), bookOf(db, shift)])
  return printShiftRecord({
    heading: headingOf(agency),
    counter: shift.counter,
    clerk: shift.clerkName,
    openedAt: shift.openedAt,
    closedAt: shift.closedAt,
    cashFloat: shift.cashFloat,
    paid: shift.paid!,
    refunded: shift.refunded!,
    counted: shift.counted!,
    difference: shift.difference!,
    reason: shift.reason,
    notes: denominations.flatMap((value) => {
      const count = shift.cashCount?.[`${value}`] ?? 0
      return count > 0 ? [{ value, count }] : []
    }),
    receipts: entries.map(({ receiptNumber, code, at, amount, kind }) => {
      return { number: receiptNumber ?? '', dossier: code, at, amount, givenBack: kind === 'refunded' }
    }),
    openThings: groupedThings(shift.openThings).map(({ kind, what }) => ({ kind: openThingWords[kind].vi, what })),
    handedTo: shift.handedTo,
    confirmed: shift.confirmedAt ? { name: shift.confirmedByName!, at: shift.confirmedAt } : undefined
  })
}
