// Turns, shifts and hand-outs: numbers without gaps, nobody called twice, cash that adds up to the đồng.
import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import type { Actor } from '../../src/accounts/roles.ts'
import { findAgency } from '../../src/agencies/queries.ts'
import { callAgain, callMissed, callNext, endTurn } from '../../src/counters/actions/call-tickets.ts'
import { closeShift, confirmShift } from '../../src/counters/actions/close-shift.ts'
import { handOut } from '../../src/counters/actions/hand-out.ts'
import { noteDossier } from '../../src/counters/actions/note-dossier.ts'
import { openShift } from '../../src/counters/actions/open-shift.ts'
import { placeOnShelf } from '../../src/counters/actions/place-on-shelf.ts'
import { bookOf, printShift } from '../../src/counters/actions/read-shift.ts'
import { takeTicket } from '../../src/counters/actions/take-ticket.ts'
import {
  aheadOf,
  findTicket,
  latestCalls,
  notesOf,
  openShiftOf,
  shelfOf,
  waitingTickets,
  waitingTimes
} from '../../src/counters/queries.ts'
import { issuedOf } from '../../src/documents/queries.ts'
import { getDossier, movesOf } from '../../src/dossiers/queries.ts'
import { keepFile } from '../../src/files/actions/keep-file.ts'
import { collectCash } from '../../src/payments/actions/collect-cash.ts'
import { entriesOf } from '../../src/payments/queries.ts'
import { openTestContext, type TestShop } from '../helpers/context.ts'
import { aDossier, lan, smallPdf, staffOf } from '../helpers/dossiers.ts'
import { aPng } from '../helpers/pictures.ts'
import { holdCommits, raceFor, someoneWaits } from '../helpers/races.ts'

const day = Temporal.PlainDate.from('2026-03-02')

async function aHall(t: Test, counters = 1) {
  const shop = await openTestContext(t)
  const { context } = shop
  const agency = (await findAgency(context.db, 'STTTT'))!
  const clerks: Actor[] = []
  for (let counter = 1; counter <= counters; counter++) {
    const clerk = await staffOf(context, 'STTTT', 'clerk')
    await openShift(context, { by: clerk, counter, cashFloat: 200_000 })
    clerks.push(clerk)
  }
  const take = (more: Partial<Parameters<typeof takeTicket>[1]> = {}) =>
    takeTicket(context, { pressId: randomUUID(), agencyId: agency.id, topic: 'Nộp hồ sơ', ...more })
  return { shop, context, agencyId: agency.id, clerks, clerk: clerks[0]!, take, hall: { agencyId: agency.id, day } }
}

t.test('numbers run from 1 each day, and the same press twice is one number', async (t) => {
  const { shop, context, take, hall } = await aHall(t)
  const pressId = randomUUID()

  const first = await take({ pressId })
  const again = await take({ pressId })
  const second = await take({ priorityClass: 'elderly' })
  shop.setNow('2026-03-03T08:00+07:00')
  const nextDay = await take()

  t.equal(first.code, 'A001')
  t.equal(again.id, first.id, 'leaning on the screen takes nothing more')
  t.equal(second.code, 'U002', 'one series, the letter says who goes first')
  t.equal(nextDay.code, 'A001')
  t.same(
    (await waitingTickets(context.db, hall)).map(({ code }) => code),
    ['U002', 'A001'],
    'who goes first goes first'
  )
})

t.test('the same press arriving twice at once waits for itself and gets one number', async (t) => {
  const { shop, context, agencyId, hall } = await aHall(t)
  const press = { pressId: randomUUID(), agencyId, topic: 'Nộp hồ sơ' }

  const { first, second } = await raceFor(
    shop,
    (slow) => takeTicket(slow, press),
    () => takeTicket(context, press)
  )

  t.equal(first.status === 'fulfilled' && first.value.code, 'A001')
  t.equal(second.status === 'fulfilled' && second.value.id, press.pressId)
  t.equal((await waitingTickets(context.db, hall)).length, 1)
})

t.test('two clerks press at once: while one holds the first ticket the other gets the second without waiting', async (t) => {
  const { shop, context, clerks, take } = await aHall(t, 2)
  await take()
  await take()
  const { slow, reached, proceed } = holdCommits(context)

  const one = callNext(slow, { by: clerks[0]!, seen: undefined })
  await reached
  const waits = someoneWaits(shop.sql).then(
    () => undefined,
    () => undefined
  )
  const two = await Promise.race([callNext(context, { by: clerks[1]!, seen: undefined }), waits])
  proceed()

  t.equal(two?.code, 'A002', 'answered while the other had not committed')
  t.equal((await one).code, 'A001')
  t.same([(await one).counter, two?.counter], [1, 2])
})

t.test('F9 ends the turn and calls the next; pressed on an old page it calls nobody more', async (t) => {
  const { context, clerk, take, hall } = await aHall(t)
  for (let i = 0; i < 3; i++) await take()

  const a = await callNext(context, { by: clerk, seen: undefined })
  const pressedTwice = await callNext(context, { by: clerk, seen: undefined })
  const b = await callNext(context, { by: clerk, seen: a.id })

  t.equal(pressedTwice.id, a.id)
  t.equal(b.code, 'A002')
  t.equal((await findTicket(context.db, a.id))!.state, 'done')
  t.equal((await waitingTickets(context.db, hall)).length, 1)
  t.equal(await aheadOf(context.db, (await waitingTickets(context.db, hall))[0]!), 0)
})

t.test('called again the number is newest on the display; not there it goes off it, and comes back when the person does', async (t) => {
  const { shop, context, clerks, take, hall } = await aHall(t, 2)
  await take()
  await take()
  const a = await callNext(context, { by: clerks[0]!, seen: undefined })
  shop.setNow('2026-03-02T08:31+07:00')
  await callNext(context, { by: clerks[1]!, seen: undefined })
  shop.setNow('2026-03-02T08:32+07:00')

  const again = await callAgain(context, { by: clerks[0]! })
  const shown = await latestCalls(context.db, hall)
  await endTurn(context, { by: clerks[0]!, how: 'no_show' })
  const without = await latestCalls(context.db, hall)
  shop.setNow('2026-03-02T08:40+07:00')
  const back = await callMissed(context, { by: clerks[1]!, ticketId: a.id })

  t.equal(again.calls, 2)
  t.same(
    shown.map(({ code }) => code),
    ['A001', 'A002']
  )
  t.same(
    without.map(({ code }) => code),
    ['A002']
  )
  t.match(back, { code: 'A001', state: 'called', counter: 2, calls: 3 })
  t.equal(back.calledAt!.toString(), a.calledAt!.toString(), 'the waiting time is that of the first call')
  await t.rejects(callAgain(context, { by: clerks[0]! }), { code: 'TICKET_NOT_AT_COUNTER' })
})

t.test('nobody calls without a shift, and nobody is called when nobody waits', async (t) => {
  const { context, clerk } = await aHall(t)
  const stranger = await staffOf(context, 'STTTT', 'clerk')

  await t.rejects(callNext(context, { by: stranger, seen: undefined }), { code: 'SHIFT_NEEDED' })
  await t.rejects(callNext(context, { by: clerk, seen: undefined }), { code: 'NOBODY_WAITS' })
  await t.rejects(openShift(context, { by: stranger, counter: 1, cashFloat: 0 }), { code: 'SHIFT_OPEN_ALREADY' }, 'the counter is taken')
  await t.rejects(openShift(context, { by: stranger, counter: 0, cashFloat: -5 }), { code: 'FORM_INCOMPLETE' })
})

t.test('waiting times are counted by day, and who waited longer than the rule is counted apart', async (t) => {
  const { shop, context, agencyId, clerk, take } = await aHall(t)
  await take()
  await take()
  shop.setNow('2026-03-02T08:40+07:00')
  const a = await callNext(context, { by: clerk, seen: undefined })
  shop.setNow('2026-03-02T08:46+07:00')
  await callNext(context, { by: clerk, seen: a.id })

  const times = await waitingTimes(context.db, { agencyId, from: day, to: day })

  t.match(times, [{ agencyId, served: 2, missed: 0, averageMinutes: 13, longestMinutes: 16, tooLong: 1 }])
})

/** 20.000 đồng to be paid. */
async function owing(shop: TestShop, state: 'submitted' | 'result_ready' = 'submitted') {
  const made = await aDossier(shop.context, { state })
  const fees = JSON.stringify([{ name: 'Phí', amount: 20_000, unit: 'việc', quantity: 1 }])
  await shop.sql.unsafe('update dossiers set fees = $1::jsonb where id = $2', [fees, made.id])
  return made
}

t.test('a shift counts its own cash, what was given back is taken off, and a difference needs its reason', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const clerk = await staffOf(context, 'STTTT', 'clerk')
  const shift = await openShift(context, { by: clerk, counter: 3, cashFloat: 100_000 })
  const { id } = await owing(shop)
  shop.setNow('2026-03-02T09:00+07:00')
  await collectCash(context, { dossierId: id, by: clerk })
  const [paid] = await entriesOf(context.db, id)
  const refund = randomUUID()
  await shop.sql`
    insert into payment_entries (id, dossier_id, agency_id, seq, kind, way, amount, key, refers_to, facts, at, actor_id, actor_name)
    values (${refund}, ${id}, ${clerk.agencyId!}, 2, 'refunded', 'cash', 5000, 'refunded:test', ${paid!.id}, '{}', '2026-03-02T09:10+07:00', ${clerk.id}, ${clerk.name})`
  shop.setNow('2026-03-02T11:30+07:00')
  const closing = { by: clerk, shiftId: shift.id, cashCount: { '100000': 1, '10000': 1 }, handedTo: 'Lê Thị Mai' }

  await t.rejects(closeShift(context, { ...closing, reason: ' ' }), {
    code: 'FORM_INCOMPLETE',
    facts: { fields: { reason: 'DIFFERENCE_REASON_REQUIRED' } }
  })
  const closed = await closeShift(context, { ...closing, reason: 'Thiếu 5.000 khi thối tiền' })

  t.match(closed, { paid: 20_000, refunded: 5_000, counted: 110_000, difference: -5_000, handedTo: 'Lê Thị Mai' })
  t.equal((await bookOf(context.db, closed)).entries.length, 2)
  await t.rejects(closeShift(context, { ...closing, reason: 'lần hai' }), { code: 'SHIFT_CLOSED' })
  t.same(
    closed.openThings.map(({ kind }) => kind),
    ['incoming'],
    'what is left is said'
  )
})

t.test('cash taken after the close belongs to the next shift, also when it was on its way while the drawer was counted', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const clerk = await staffOf(context, 'STTTT', 'clerk')
  const first = await openShift(context, { by: clerk, counter: 1, cashFloat: 0 })
  const { id } = await owing(shop)
  shop.setNow('2026-03-02T11:00+07:00')

  // The money is booked, not yet committed, while the same clerk closes the shift.
  const { slow, reached: booked, proceed } = holdCommits(context)
  const paying = collectCash(slow, { dossierId: id, by: clerk })
  await booked
  const closed = await closeShift(context, { by: clerk, shiftId: first.id, cashCount: {}, reason: '', handedTo: '' })
  proceed()
  await paying
  shop.setNow('2026-03-02T13:30+07:00')
  const second = await openShift(context, { by: clerk, counter: 1, cashFloat: 0 })
  const next = await closeShift(context, { by: clerk, shiftId: second.id, cashCount: { '20000': 1 }, reason: '', handedTo: '' })

  t.match(closed, { paid: 0, difference: 0 })
  t.match(next, { paid: 20_000, difference: 0 }, 'counted once, in the next')
})

t.test('somebody else confirms a shift, once, and the record prints with both names', async (t) => {
  const { context, clerk } = await aHall(t)
  const colleague = await staffOf(context, 'STTTT', 'clerk')
  const stranger = await staffOf(context, '11311', 'clerk')
  const shift = (await openShiftOf(context.db, clerk.id))!
  await t.rejects(confirmShift(context, { by: colleague, shiftId: shift.id }), { code: 'SHIFT_NOT_FOUND' }, 'an open one is not confirmed')
  const closed = await closeShift(context, { by: clerk, shiftId: shift.id, cashCount: { '200000': 1 }, reason: '', handedTo: '' })

  await t.rejects(confirmShift(context, { by: clerk, shiftId: shift.id }), { code: 'SHIFT_NEEDS_ANOTHER' })
  await t.rejects(confirmShift(context, { by: stranger, shiftId: shift.id }), { code: 'SHIFT_NOT_FOUND' })
  const confirmed = await confirmShift(context, { by: colleague, shiftId: shift.id })
  const twice = await confirmShift(context, { by: colleague, shiftId: shift.id })

  t.equal(closed.difference, 0)
  t.equal(confirmed.confirmedById, colleague.id)
  t.equal(String(twice.confirmedAt), String(confirmed.confirmedAt))
  await t.rejects(confirmShift(context, { by: await staffOf(context, 'STTTT', 'clerk'), shiftId: shift.id }), { code: 'SHIFT_CONFIRMED' })
  const pdf = await printShift(context, { ...confirmed, closedAt: confirmed.closedAt! })
  t.equal(Buffer.from(pdf.subarray(0, 5)).toString(), '%PDF-')
})

const check = { paper: 'Thẻ căn cước', last4: '6217', receiver: lan.name, relation: '' }

t.test('handing out: identity, authority, fee and signature are asked for; then the slip carries the signature', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const { id, clerk } = await owing(shop, 'result_ready')
  const picture = await keepFile(context, { name: 'chu-ky.png', bytes: aPng, ownerId: clerk.id })
  const paper = await keepFile(context, { name: 'uy-quyen.pdf', bytes: smallPdf, ownerId: clerk.id })
  await placeOnShelf(context, { dossierId: id, by: clerk, shelf: 'a3' })
  const form = {
    dossierId: id,
    by: clerk,
    check,
    signature: { fileId: picture.id },
    proxyFileId: undefined,
    cashTaken: true,
    originalIds: [],
    isHere: async () => {}
  }
  const wrong = (fields: Record<string, string>) => ({ code: 'FORM_INCOMPLETE', facts: { fields } })

  t.equal((await shelfOf(context.db, id))?.shelf, 'A3')
  await t.rejects(handOut(context, { ...form, check: { ...check, last4: '62' } }), wrong({ last4: 'LAST_DIGITS_INVALID' }))
  await t.rejects(handOut(context, { ...form, signature: undefined }), wrong({ signature: 'SIGNATURE_REQUIRED' }))
  await t.rejects(handOut(context, { ...form, check: { ...check, receiver: 'Trần Văn Bình' } }), wrong({ proxy: 'AUTHORISATION_REQUIRED' }))
  await t.rejects(handOut(context, { ...form, cashTaken: false }), { code: 'FEE_STILL_OWED' })
  t.equal((await entriesOf(context.db, id)).length, 0, 'what was refused booked nothing')
  await handOut(context, { ...form, check: { ...check, receiver: 'Trần Văn Bình', relation: 'con' }, proxyFileId: paper.id })

  t.equal((await getDossier(context.db, id)).state, 'returned')
  t.match((await movesOf(context.db, id)).at(-1)?.facts, { receiver: 'Trần Văn Bình', signatureFileId: picture.id, proxyFileId: paper.id })
  t.match(await entriesOf(context.db, id), [{ way: 'cash', amount: 20_000, actorId: clerk.id }])
  t.equal(await shelfOf(context.db, id), undefined)
  await t.rejects(handOut(context, form), { code: 'MOVE_NOT_ALLOWED' })
  await shop.runJobs()
  t.ok((await issuedOf(context.db, id)).some(({ form }) => form === 'hand_over_slip'))
})

t.test('a note is kept once however often its form is sent, and only at the own agency', async (t) => {
  const { context } = await openTestContext(t)
  const { id, clerk } = await aDossier(context)
  const note = { noteId: randomUUID(), dossierId: id, by: clerk, text: 'Gọi trước khi trả' }

  await noteDossier(context, note)
  await noteDossier(context, note)

  t.match(await notesOf(context.db, id), [{ text: 'Gọi trước khi trả', byName: clerk.name }])
  await t.rejects(noteDossier(context, { ...note, by: await staffOf(context, '11311', 'clerk') }), { code: 'NOT_YOURS_TO_SEE' })
  await t.rejects(noteDossier(context, { ...note, text: ' ' }), { code: 'NOTE_EMPTY' })
})
