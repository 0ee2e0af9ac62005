// One dossier, three agencies: with data all at once, on paper one after the other; the control slip shows every hand-over, the ledger of originals every hand.
import t, { type Test } from 'tap'
import type { Actor } from '../../src/accounts/roles.ts'
import { getAgencyById } from '../../src/agencies/queries.ts'
import type { Context } from '../../src/context.ts'
import { printProcessSlip, printTransferSlip } from '../../src/documents/actions/print-process.ts'
import { longInstant } from '../../src/documents/official.ts'
import { checkSeen } from '../../src/dossiers/access.ts'
import { decide } from '../../src/dossiers/actions/decide.ts'
import { refuseAtDesk } from '../../src/dossiers/actions/refuse-at-desk.ts'
import { getDossier } from '../../src/dossiers/queries.ts'
import { keepFile } from '../../src/files/actions/keep-file.ts'
import { offerOriginals } from '../../src/originals/actions/offer-originals.ts'
import { receiveHandOver } from '../../src/originals/actions/receive.ts'
import { actsOf, linesOf, listsFor, whereIs } from '../../src/originals/queries.ts'
import type { Holder } from '../../src/originals/types.ts'
import { inStep } from '../../src/processing/actions/in-step.ts'
import { returnStep, sendOn } from '../../src/processing/actions/send-on.ts'
import { takeStep } from '../../src/processing/actions/take-step.ts'
import { currentStepsOf, forwardingOf, handOversOf } from '../../src/processing/queries.ts'
import { readPdf, squeeze } from '../documents/read-pdf.ts'
import { openTestContext, type TestShop } from '../helpers/context.ts'
import { smallPdf } from '../helpers/dossiers.ts'
import { acceptedAtWard, statesOf, stepAt, theOffices } from '../helpers/offices.ts'

async function threeAgencies(t: Test) {
  const shop = await openTestContext(t)
  const who = await theOffices(shop.context)
  const names = {
    ...{ lan: 'quay.minhkhai', duc: 'xuly.minhkhai', hoa: 'ky.minhkhai' },
    ...{ quan: 'quay.hongbang', yen: 'xuly.hongbang', tung: 'quay.sldtbxh', ngoc: 'xuly.sldtbxh' }
  }
  const people = Object.fromEntries(await Promise.all(Object.entries(names).map(async ([key, name]) => [key, await who(name)])))
  return { shop, context: shop.context, ...(people as Record<keyof typeof names, Actor>) }
}

async function send(shop: TestShop, dossierId: string, position: number, { by, note, at }: { by: Actor; note: string; at: string }) {
  shop.setNow(at)
  await takeStep(shop.context, { dossierId, by })
  await sendOn(shop.context, { dossierId, stepId: (await stepAt(shop.context, dossierId, position)).id, by, note })
}

async function approve({ context }: TestShop, dossierId: string, by: Actor) {
  const file = await keepFile(context, { name: 'quyet-dinh.pdf', bytes: smallPdf, ownerId: by.id })
  const decision = { dossierId, by, kind: 'approved' as const, number: '21/QĐ-UBND', title: 'Quyết định trợ cấp', fileId: file.id }
  await takeStep(context, { dossierId, by })
  await inStep(context, { dossierId, by, decision: 'approve' }, (inside) => decide(inside, decision))
}

const filed = async (context: Context, id: string) => {
  const dossier = await getDossier(context.db, id)
  return { ...dossier, code: dossier.code! }
}
const textOfSlip = async (context: Context, id: string) =>
  (await readPdf((await printProcessSlip(context, await filed(context, id)))!)).text
/** A cell breaks words between lines. */
const solid = (text: string) => squeeze(text).replaceAll(' ', '').toLocaleLowerCase('vi')

t.test(
  'electronic: district and department have it at the same time with the same deadline, and the ward decides after both',
  async (t) => {
    const { shop, context, lan, duc, hoa, yen, ngoc } = await threeAgencies(t)
    const id = await acceptedAtWard(context, { clerk: lan })
    await shop.runJobs()
    const before = await getDossier(context.db, id)
    t.throws(() => checkSeen(before, yen), { code: 'NOT_YOURS_TO_SEE' }, 'before it comes to them it does not exist for the district')

    await send(shop, id, 1, { by: duc, note: 'Đã xác minh tại nhà', at: '2026-03-04T09:10+07:00' })

    t.same(await statesOf(context, id), ['done', 'in_pool', 'in_pool', 'waiting'])
    const [, district, department] = await currentStepsOf(context.db, id)
    t.same(String(district!.dueAt), String(department!.dueAt))
    t.same((await getDossier(context.db, id)).sharedWith.toSorted(), [yen.agencyId!, ngoc.agencyId!].toSorted())
    await t.rejects(refuseAtDesk(context, { dossierId: id, by: { ...yen, role: 'clerk' }, reason: 'Không', legalBasis: 'Điều 1' }), {
      code: 'NOT_YOURS_TO_SEE'
    })
    await t.rejects(
      inStep(context, { dossierId: id, by: ngoc, decision: 'approve' }, async () => {}),
      { code: 'STEP_NOT_YOURS' }
    )

    shop.setNow('2026-03-06T08:00+07:00')
    await takeStep(context, { dossierId: id, by: ngoc })
    await t.rejects(
      sendOn(context, { dossierId: id, stepId: department!.id, by: ngoc, note: '' }),
      { code: 'FORM_INCOMPLETE' },
      'an opinion says something'
    )
    await sendOn(context, { dossierId: id, stepId: department!.id, by: ngoc, note: 'Đúng đối tượng' })
    t.same(await statesOf(context, id), ['done', 'in_pool', 'done', 'waiting'], 'the ward waits for the other')
    await send(shop, id, 2, { by: yen, note: 'Đồng ý', at: '2026-03-09T10:00+07:00' })
    t.same(await statesOf(context, id), ['done', 'done', 'done', 'in_pool'])
    shop.setNow('2026-03-10T15:30+07:00')
    await approve(shop, id, hoa)

    t.equal((await getDossier(context.db, id)).state, 'result_ready')
    const slip = await textOfSlip(context, id)
    t.match(slip, 'Mẫu số 05')
    for (const { fromName, toName, givenAt, takenAt } of await handOversOf(context.db, id))
      for (const said of [fromName, toName, longInstant(givenAt), takenAt ? longInstant(takenAt) : 'Chưa nhận'])
        t.ok(solid(slip).includes(solid(said)), said)
    for (const agency of ['Quận Hồng Bàng', 'Sở Lao động', 'Phường Minh Khai']) t.ok(solid(slip).includes(solid(agency)), agency)
    t.equal((await handOversOf(context.db, id)).length, 6, 'desk, two offices, their two answers, and the decision back to the desk')
    t.match(slip, 'Trước hạn')
  }
)

/** The desk or the officer gets what was sent there; counted, not scanned. */
async function receive(context: Context, by: Actor, to: Holder) {
  const lists = await listsFor(context.db, to)
  for (const { id } of lists) await receiveHandOver(context, { listId: id, by, counted: (await linesOf(context.db, id)).length })
  return lists.length
}
async function at(context: Context, person: Actor) {
  const { id: agencyId, name: agencyName } = await getAgencyById(context.db, person.agencyId!)
  const desk = { kind: 'desk' as const, agencyId, agencyName }
  return { desk, officer: { ...desk, kind: 'officer' as const, personId: person.id, personName: person.name } }
}

t.test('on paper: one office after the other, the originals along with it, and every hand stands in slip and ledger', async (t) => {
  const { shop, context, lan, duc, hoa, quan, yen, tung, ngoc } = await threeAgencies(t)
  const id = await acceptedAtWard(context, { clerk: lan, channel: 'desk' })
  await shop.runJobs()
  const give = async (from: Actor, to: Actor) => {
    const { officer } = await at(context, to)
    await context.db.transaction((tx) => offerOriginals(tx, context, { dossierId: id, to: officer, by: from }))
    t.equal(await receive(context, to, officer), 1, `${to.name} signs for the papers`)
  }
  const cross = async (to: Actor) =>
    t.equal(await receive(context, to, (await at(context, to)).desk), 1, `the desk of ${to.name} signs for the papers`)

  await give(lan, duc)
  await shop.runJobs()
  t.match(await forwardingOf(context.db, id), { way: 'originals' }, 'the list signed by both is the forwarding')
  await send(shop, id, 1, { by: duc, note: 'Đã xác minh', at: '2026-03-04T09:10+07:00' })
  t.same(await statesOf(context, id), ['done', 'in_pool', 'waiting', 'waiting'], 'the department waits until the district is done')
  await t.rejects(takeStep(context, { dossierId: id, by: ngoc }), { code: 'NOT_YOURS_TO_SEE' })
  const transfer = await readPdf((await printTransferSlip(context, await filed(context, id)))!)
  for (const { name, dueAt } of await currentStepsOf(context.db, id)) {
    t.ok(solid(transfer.text).includes(solid(name.vi)), name.vi)
    t.ok(solid(transfer.text).includes(solid(longInstant(dueAt!))), 'and its deadline')
  }
  await cross(quan)
  await give(quan, yen)
  await send(shop, id, 2, { by: yen, note: 'Đồng ý', at: '2026-03-06T09:00+07:00' })
  await cross(tung)
  await give(tung, ngoc)
  await send(shop, id, 3, { by: ngoc, note: 'Đúng đối tượng', at: '2026-03-11T09:00+07:00' })
  await cross(lan)
  shop.setNow('2026-03-12T09:00+07:00')
  await approve(shop, id, hoa)

  const trace = await handOversOf(context.db, id)
  t.same(
    trace.map(({ kind, fromName, toName }) => [kind, fromName, toName]),
    [
      ['forward', lan.name, duc.name],
      ['send', duc.name, yen.name],
      ['send', yen.name, ngoc.name],
      ['send', ngoc.name, hoa.name],
      ['decide', hoa.name, '']
    ]
  )
  const slip = solid(await textOfSlip(context, id))
  for (const { fromName, givenAt } of trace) t.ok(slip.includes(solid(fromName)) && slip.includes(solid(longInstant(givenAt))), fromName)
  const originals = await whereIs(context.db, { dossierId: id })
  t.equal(originals.length, 2)
  for (const { id: originalId, holder } of originals) {
    t.equal(holder.kind, 'desk')
    const confirmed = (await actsOf(context.db, originalId)).filter(({ kind }) => kind === 'confirmed')
    t.same(
      confirmed.map(({ byName }) => byName),
      [duc, quan, yen, tung, ngoc, lan].map(({ name }) => name)
    )
  }
})

t.test('the department sends it back to the ward with the reason; the district is not asked twice', async (t) => {
  const { shop, context, lan, duc, yen, ngoc } = await threeAgencies(t)
  const id = await acceptedAtWard(context, { clerk: lan })
  await shop.runJobs()
  await send(shop, id, 1, { by: duc, note: 'Xong', at: '2026-03-04T09:10+07:00' })
  await send(shop, id, 2, { by: yen, note: 'Đồng ý', at: '2026-03-05T10:00+07:00' })
  await takeStep(context, { dossierId: id, by: ngoc })
  const [first, , third] = await currentStepsOf(context.db, id)

  await returnStep(context, { dossierId: id, stepId: third!.id, by: ngoc, toStepId: first!.id, reason: 'Thiếu bản trích lục' })
  t.same(await statesOf(context, id), ['in_hand', 'done', 'returned', 'waiting'])
  await sendOn(context, { dossierId: id, stepId: first!.id, by: duc, note: 'Đã bổ sung trích lục' })

  t.same(await statesOf(context, id), ['done', 'done', 'in_pool', 'waiting'])
  t.match((await handOversOf(context.db, id)).at(-2), { kind: 'return', note: 'Thiếu bản trích lục', toName: duc.name })
})
