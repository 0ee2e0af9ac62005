// The ledger of originals: codes on acceptance, from hand to hand with both sides confirming, and an answer after every step.
import t, { type Test } from 'tap'
import type { Actor } from '../../src/accounts/roles.ts'
import { getAgencyById } from '../../src/agencies/queries.ts'
import { findBreak } from '../../src/audit/chain.ts'
import { chainOf } from '../../src/audit/queries.ts'
import type { Context } from '../../src/context.ts'
import { receivePapers } from '../../src/dossiers/actions/receive-papers.ts'
import { giveBackOriginals } from '../../src/originals/actions/give-back.ts'
import { callBack, dropScan, handOutside, offerHandOver, openHandOver, scanForHandOver } from '../../src/originals/actions/hand-over.ts'
import { addOriginal, decideFate, removeOriginal, reportFound, reportLost, shelve } from '../../src/originals/actions/mend-ledger.ts'
import { offerOriginals } from '../../src/originals/actions/offer-originals.ts'
import { receiveHandOver, scanOnReceipt } from '../../src/originals/actions/receive.ts'
import { registerOriginalsOf } from '../../src/originals/actions/register.ts'
import { custodyOf } from '../../src/originals/custody.ts'
import { actsOf, findList, findOriginal, heldOriginalsOf, linesOf, listsFor, whereIs } from '../../src/originals/queries.ts'
import type { Receiver } from '../../src/originals/types.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, lan, staffOf } from '../helpers/dossiers.ts'
import { raceFor } from '../helpers/races.ts'

const papers = [
  { number: 1, name: 'Giấy khai sinh', form: 'original', given: 'paper' as const, copies: 1 },
  { number: 22, name: 'Bằng tốt nghiệp', form: 'certified_copy', given: 'paper' as const, copies: 2 },
  { number: 23, name: 'Căn cước', form: 'present', given: 'paper' as const, copies: 1 },
  { number: 24, name: 'Đơn', form: 'form', given: 'paper' as const, copies: 1 }
]

async function desk(t: Test) {
  const shop = await openTestContext(t)
  const { context } = shop
  const made = await aDossier(context, { state: 'accepted', channel: 'desk', papers })
  await shop.runJobs()
  const elsewhere = await staffOf(context, '303', 'clerk')
  const district = await getAgencyById(context.db, elsewhere.agencyId!)
  const toDistrict: Receiver = { kind: 'desk', agencyId: district.id, agencyName: district.name }
  const own = await getAgencyById(context.db, made.clerk.agencyId!)
  const toOfficer: Receiver = {
    kind: 'officer',
    personId: made.officer.id,
    personName: made.officer.name,
    agencyId: own.id,
    agencyName: own.name
  }
  return {
    shop,
    context,
    ...made,
    elsewhere,
    toDistrict,
    toOfficer,
    ids: (await whereIs(context.db, { dossierId: made.id })).map((one) => one.id)
  }
}

const codesOf = async (context: Context, dossierId: string) => (await whereIs(context.db, { dossierId })).map(({ code }) => code)
const holders = async (context: Context, dossierId: string) => (await whereIs(context.db, { dossierId })).map(({ holder }) => holder.kind)

/** Scanned by the giver, signed; and by the receiver, signed. */
async function give(context: Context, { codes, to, by }: { codes: readonly string[]; to: Receiver; by: Actor }) {
  const list = await openHandOver(context, { id: context.newId(), to, by })
  await scanForHandOver(context, { listId: list.id, codes, by })
  return offerHandOver(context, { listId: list.id, by })
}
async function take(context: Context, listId: string, { codes, by }: { codes: readonly string[]; by: Actor }) {
  await scanOnReceipt(context, { listId, codes, by })
  return receiveHandOver(context, { listId, by })
}

t.test('on acceptance each original on paper gets its code at the desk; shown papers and forms do not; twice is once', async (t) => {
  const { context, id, clerk } = await desk(t)

  const there = await whereIs(context.db, { dossierId: id })
  await registerOriginalsOf(context, { dossierId: id, moveSeq: 2 })

  t.strictSame(
    there.map(({ name }) => name),
    ['Giấy khai sinh', 'Bằng tốt nghiệp', 'Bằng tốt nghiệp']
  )
  t.equal(new Set(there.map(({ code }) => code)).size, 3)
  t.ok(there.every(({ holder, givenBy }) => holder.kind === 'desk' && givenBy === clerk.name))
  t.equal((await whereIs(context.db, { dossierId: id })).length, 3, 'the job ran twice')
})

t.test('a whole life: desk, officer, desk, another agency and back, post, citizen; “where is it” answers after every step', async (t) => {
  const { context, shop, id, clerk, officer, elsewhere, toOfficer, toDistrict, ids } = await desk(t)
  const codes = await codesOf(context, id)
  const own: Receiver = { kind: 'desk', agencyId: clerk.agencyId!, agencyName: 'Sở' }
  const where = async () => (await whereIs(context.db, { code: codes[0]! }))[0]!

  const out = await give(context, { codes, to: toOfficer, by: clerk })
  t.match(
    await where(),
    { holder: { kind: 'desk' }, onWay: { to: { personId: officer.id }, by: clerk.name } },
    'on its way, still the desk’s'
  )
  shop.setNow('2026-03-02T09:00+07:00')
  await take(context, out.id, { codes, by: officer })
  t.match(await where(), { holder: { kind: 'officer', personName: officer.name }, givenBy: clerk.name })
  t.equal((await where()).heldSince.toString(), '2026-03-02T02:00:00Z')
  t.equal((await where()).onWay, undefined)

  const back = await give(context, { codes, to: own, by: officer })
  await take(context, back.id, { codes, by: clerk })
  t.match(await where(), { holder: { kind: 'desk' }, givenBy: officer.name })

  const away = await give(context, { codes, to: toDistrict, by: clerk })
  await take(context, away.id, { codes, by: elsewhere })
  t.match(await where(), { holder: { kind: 'desk', agencyId: elsewhere.agencyId } })
  const home = await give(context, { codes, to: own, by: elsewhere })
  await take(context, home.id, { codes, by: clerk })

  const parcel = { id: context.newId(), number: 'EH204518773VN' }
  const post = await openHandOver(context, { id: context.newId(), to: { kind: 'post', carrier: 'vnpost' }, by: clerk })
  await scanForHandOver(context, { listId: post.id, codes, by: clerk, parcelOf: async () => parcel })
  await handOutside(context, { listId: post.id, by: clerk, receiver: { name: 'Bưu tá Nam', onPaper: true } })
  t.match(await where(), { holder: { kind: 'post', parcel } })

  await context.db.transaction(async (tx) => {
    const { enqueue } = await import('../../src/jobs/enqueue.ts')
    const payload = {
      parcelId: parcel.id,
      where: 'citizen' as const,
      carrier: 'vnpost',
      at: context.now().toString(),
      receiver: 'Nguyễn Thị Lan'
    }
    await enqueue(
      tx,
      [
        { name: 'originals.parcel', payload, key: 'one' },
        { name: 'originals.parcel', payload, key: 'two' }
      ],
      context.now()
    )
  })
  await shop.runJobs()
  t.match(await where(), { holder: { kind: 'citizen', name: 'Nguyễn Thị Lan' } })

  for (const originalId of ids) {
    const [original, acts, entries] = [
      await findOriginal(context.db, originalId),
      await actsOf(context.db, originalId),
      await chainOf(context.db, originalId)
    ]
    t.match(
      custodyOf(acts.map((act) => ({ ...act, by: { id: act.byId, name: act.byName } })))!.holder,
      original!.holder,
      'the row is the fold of its history'
    )
    t.equal(findBreak(entries, { count: original!.auditCount, hash: original!.auditHash }), undefined, 'and its chain of hashes is whole')
    t.equal(acts.length, 13)
  }
})

t.test('two receivers confirm the same list: the second is told that it is over, and every paper moved once', async (t) => {
  const { context, shop, id, elsewhere, clerk, toDistrict, ids } = await desk(t)
  const codes = await codesOf(context, id)
  const list = await give(context, { codes, to: toDistrict, by: clerk })
  const colleague = { ...elsewhere, id: context.newId(), name: 'Người thứ hai' }
  await scanOnReceipt(context, { listId: list.id, codes, by: elsewhere })

  const { first, second } = await raceFor(
    shop,
    (context) => receiveHandOver(context, { listId: list.id, by: elsewhere }),
    () => receiveHandOver(context, { listId: list.id, by: colleague })
  )

  t.equal(first.status, 'fulfilled')
  t.match(second, { status: 'rejected', reason: { code: 'HAND_OVER_OVER' } })
  for (const originalId of ids)
    t.strictSame(
      (await actsOf(context.db, originalId)).map(({ kind }) => kind),
      ['registered', 'offered', 'confirmed']
    )
})

t.test('what did not come or is not wanted stays with the giver, with its reason; what is silent keeps the list open', async (t) => {
  const { context, id, clerk, elsewhere, toDistrict } = await desk(t)
  const codes = await codesOf(context, id)
  const list = await give(context, { codes, to: toDistrict, by: clerk })
  await scanOnReceipt(context, { listId: list.id, codes: codes.slice(0, 1), by: elsewhere })
  const lines = await linesOf(context.db, list.id)
  const idOf = (code: string) => lines.find(({ original }) => original.code === code)!.original.id

  await t.rejects(receiveHandOver(context, { listId: list.id, by: elsewhere }), { code: 'HAND_OVER_UNACCOUNTED' })
  await t.rejects(
    receiveHandOver(context, { listId: list.id, by: elsewhere, counted: 2 }),
    { code: 'HAND_OVER_UNACCOUNTED' },
    'two are not three'
  )
  const received = await receiveHandOver(context, {
    listId: list.id,
    by: elsewhere,
    differences: new Map([
      [idOf(codes[1]!), { outcome: 'missing', reason: 'Không có trong túi' }],
      [idOf(codes[2]!), { outcome: 'refused', reason: 'Rách góc' }]
    ])
  })

  t.equal(received.state, 'received_with_differences')
  const now = await whereIs(context.db, { dossierId: id })
  const agencyOf = (code: string) => (now.find((one) => one.code === code)!.holder as { agencyId?: string }).agencyId
  t.strictSame(codes.map(agencyOf), [elsewhere.agencyId, clerk.agencyId, clerk.agencyId])
  t.ok(
    now.every(({ onWay }) => onWay === undefined),
    'nothing is on its way any more'
  )
})

t.test('a pile may be counted instead of scanned; a paper nobody gave is written down as extra and changes no hands', async (t) => {
  const { context, id, clerk, elsewhere, toDistrict } = await desk(t)
  const [one, two, three] = await codesOf(context, id)
  const list = await give(context, { codes: [one!, two!], to: toDistrict, by: clerk })

  const taken = await scanOnReceipt(context, { listId: list.id, codes: [three!, 'BG-2222-2222'], by: elsewhere })
  const received = await receiveHandOver(context, { listId: list.id, by: elsewhere, counted: 2 })

  t.strictSame(
    taken.map(({ scan }) => scan),
    ['extra', 'unknown']
  )
  t.equal(received.state, 'received_with_differences')
  t.match(await whereIs(context.db, { code: one! }), [{ holder: { agencyId: elsewhere.agencyId } }])
  t.match(await whereIs(context.db, { code: three! }), [{ holder: { agencyId: clerk.agencyId } }], 'still the giver’s')
})

t.test('each scan of the giver is answered for itself, and a list called back leaves everything where it is', async (t) => {
  const { context, id, clerk, officer, elsewhere, toDistrict, toOfficer } = await desk(t)
  const codes = await codesOf(context, id)
  const list = await openHandOver(context, { id: context.newId(), to: toDistrict, by: clerk })
  t.equal((await openHandOver(context, { id: list.id, to: toDistrict, by: clerk })).number, list.number, 'a form sent twice opens one list')

  const scanned = await scanForHandOver(context, { listId: list.id, codes: [codes[0]!, codes[0]!, codes[1]!, 'BG-2222-2222'], by: clerk })
  t.strictSame(
    scanned.map(({ scan }) => scan),
    ['added', 'already', 'added', 'unknown']
  )
  await dropScan(context, { listId: list.id, originalId: scanned[2]!.original!.id, by: clerk })
  await t.rejects(
    scanForHandOver(context, { listId: list.id, codes, by: officer }),
    { code: 'HAND_OVER_NOT_FOUND' },
    'not the officer’s list'
  )
  await offerHandOver(context, { listId: list.id, by: clerk })
  const other = await openHandOver(context, { id: context.newId(), to: toOfficer, by: clerk })
  t.match(await scanForHandOver(context, { listId: other.id, codes: [codes[0]!], by: clerk }), [{ scan: 'on_its_way' }])
  t.equal((await listsFor(context.db, toDistrict)).length, 1)

  await t.rejects(callBack(context, { listId: list.id, by: elsewhere, reason: 'x' }), { code: 'HAND_OVER_NOT_FOUND' })
  await callBack(context, { listId: list.id, by: clerk, reason: 'Gửi nhầm nơi' })

  t.match(await whereIs(context.db, { code: codes[0]! }), [{ holder: { agencyId: clerk.agencyId }, onWay: undefined }])
  await t.rejects(take(context, list.id, { codes, by: elsewhere }), { code: 'HAND_OVER_OVER' })
  t.equal((await listsFor(context.db, toDistrict)).length, 0)
})

t.test('a step that goes to another agency takes along what the desk has; the desk there confirms it', async (t) => {
  const { context, id, clerk, officer, elsewhere, toDistrict } = await desk(t)
  const codes = await codesOf(context, id)
  if (toDistrict.kind !== 'desk') return

  const offered = await context.db.transaction((tx) => offerOriginals(tx, context, { dossierId: id, to: toDistrict, by: clerk }))
  const again = await context.db.transaction((tx) => offerOriginals(tx, context, { dossierId: id, to: toDistrict, by: clerk }))
  const nothing = await context.db.transaction((tx) => offerOriginals(tx, context, { dossierId: id, to: toDistrict, by: officer }))
  await take(context, offered!.listId, { codes, by: elsewhere })

  t.match(offered, { count: 3, number: /^GB-STTTT-260302-\d\d$/ })
  t.strictSame([again, nothing], [undefined, undefined])
  t.ok(
    (await whereIs(context.db, { dossierId: id })).every(({ holder }) => (holder as { agencyId?: string }).agencyId === elsewhere.agencyId)
  )
})

t.test('originals go home with the result in the same transaction; what the agency keeps or another has does not', async (t) => {
  const { context, id, clerk, toOfficer } = await desk(t)
  const [kept, gone, home] = await whereIs(context.db, { dossierId: id })
  await decideFate(context, { originalId: kept!.id, fate: 'retained', reason: 'Thu lại theo thủ tục', by: clerk })
  await give(context, { codes: [gone!.code], to: toOfficer, by: clerk })

  t.strictSame(
    (await heldOriginalsOf(context.db, id)).map(({ id }) => id),
    [home!.id]
  )
  const back = { dossierId: id, ids: [home!.id], by: clerk, receiver: { name: 'Nguyễn Thị Lan', idLast4: '6217' } }
  const given = await context.db.transaction((tx) => giveBackOriginals(tx, context, back))
  const twice = await context.db.transaction((tx) => giveBackOriginals(tx, context, back))
  await t.rejects(
    context.db.transaction((tx) => giveBackOriginals(tx, context, { ...back, ids: [gone!.id] })),
    { code: 'ORIGINAL_ON_ITS_WAY' }
  )

  t.match(given, [{ code: home!.code, name: 'Bằng tốt nghiệp' }])
  t.strictSame(twice, [])
  t.match(await whereIs(context.db, { code: home!.code }), [{ holder: { kind: 'citizen', name: 'Nguyễn Thị Lan' } }])
})

t.test('by hand, with a reason: one more, one that never was, one lost and found, one on the shelf; strangers may not', async (t) => {
  const { context, id, clerk, elsewhere, ids } = await desk(t)
  const [first, second, third] = ids as [string, string, string]
  const newId = context.newId()

  await addOriginal(context, { id: newId, dossierId: id, name: 'Sổ hộ khẩu', form: 'original', reason: 'Nhận thêm tại quầy', by: clerk })
  await t.rejects(addOriginal(context, { id: context.newId(), dossierId: id, name: 'X', form: 'original', reason: ' ', by: clerk }), {
    code: 'FORM_INCOMPLETE'
  })
  await t.rejects(addOriginal(context, { id: context.newId(), dossierId: id, name: 'X', form: 'original', reason: 'y', by: elsewhere }), {
    code: 'NOT_YOURS_TO_SEE'
  })
  await removeOriginal(context, { originalId: first, reason: 'Ghi nhầm', by: { ...clerk, role: 'supervisor' } })
  await t.rejects(removeOriginal(context, { originalId: second, reason: 'Ghi nhầm', by: elsewhere }), { code: 'ORIGINAL_NOT_YOURS' })
  await reportLost(context, { originalId: second, reason: 'Không thấy khi kiểm kê', last: 'Phạm Thu Hà', by: clerk })
  t.match(await findOriginal(context.db, second), { holder: { kind: 'lost', last: 'Phạm Thu Hà' } })
  await reportFound(context, { originalId: second, reason: 'Kẹp trong hồ sơ khác', by: clerk })
  await shelve(context, { originalId: third, place: 'A-12', by: clerk })

  t.strictSame((await holders(context, id)).sort(), ['desk', 'desk', 'shelf'])
  const list = await openHandOver(context, { id: context.newId(), to: { kind: 'citizen', name: 'Lan' }, by: clerk })
  const { code } = (await findOriginal(context.db, third))!
  t.match(await scanForHandOver(context, { listId: list.id, codes: [code], by: clerk }), [{ scan: 'added' }], 'a shelf is the desk’s')
  await t.rejects(
    offerHandOver(context, { listId: list.id, by: clerk }),
    { code: 'ORIGINAL_BOTH_SIDES' },
    'a citizen signs or gets nothing'
  )
  t.equal((await findList(context.db, list.id))!.state, 'open')
})

t.test(
  'what the post brought is held from the desk’s signature on: papers that were only sent as files too, when they were in the envelope',
  async (t) => {
    const shop = await openTestContext(t)
    const { context } = shop
    const pickUp = { name: lan.name, phone: lan.phone, address: '18/7 Lạch Tray', wardCode: '11326', wardName: 'Phường Lạch Tray' }
    const application = { filer: lan, applicant: lan, subject: 'Nhập khẩu 12 cuốn sách', delivery: { method: 'desk' as const }, pickUp }
    const given = ['Giấy khai sinh', 'Bằng tốt nghiệp'].map((name, i) => ({
      number: 21 + i,
      name,
      form: 'original',
      given: 'file' as const,
      copies: 1
    }))
    const sent = [...given, { number: 23, name: 'Sổ hộ khẩu', form: 'original', given: 'post' as const, copies: 1 }]
    const { id, clerk } = await aDossier(context, { channel: 'post', application, papers: sent })
    await shop.runJobs()
    t.strictSame(await whereIs(context.db, { dossierId: id }), [], 'still with the citizen or the post')

    await context.db.transaction((tx) =>
      receivePapers(tx, context, { dossierId: id, by: clerk, note: '', arrived: ['Giấy khai sinh', 'Sổ hộ khẩu'] })
    )
    await shop.runJobs()

    const there = await whereIs(context.db, { dossierId: id })
    t.strictSame(there.map(({ name }) => name).sort(), ['Giấy khai sinh', 'Sổ hộ khẩu'])
    t.ok(there.every(({ holder }) => holder.kind === 'desk'))
  }
)
