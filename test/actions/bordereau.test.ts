// The postman brings a bag: scanned, looked at, counted and signed for. The signing is the legal filing time (QĐ 45/2016 Đ7.4).
import t, { type Test } from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import type { Actor } from '../../src/accounts/roles.ts'
import { getDossier, movesOf } from '../../src/dossiers/queries.ts'
import { confirmArrival } from '../../src/shipments/actions/confirm-arrival.ts'
import { openManifest } from '../../src/shipments/actions/open-manifest.ts'
import { checkEnvelope, dropLine, scanEnvelope } from '../../src/shipments/actions/scan-envelope.ts'
import { receiveLines, signManifest } from '../../src/shipments/actions/sign-manifest.ts'
import { sayLine, seenAs } from '../../src/shipments/manifest.ts'
import { findManifest, linesOf } from '../../src/shipments/manifest-queries.ts'
import { eventsOf, findShipmentById } from '../../src/shipments/queries.ts'
import { aBag, anEnvelope } from '../helpers/bag.ts'
import { openTestContext } from '../helpers/context.ts'
import { staffOf } from '../helpers/dossiers.ts'

async function aDesk(t: Test) {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  const { context } = shop
  const by = (await staffOf(context, 'STTTT', 'clerk')) as Actor & { agencyId: string }
  const manifest = await openManifest(context, { carrier: 'manual', by })
  const manifestId = manifest.id
  const scan = async (code: string) => (await scanEnvelope(context, { manifestId, lineId: context.newId(), code, by })).line
  const look = (lineId: string, counted: number, seal: 'ok' | 'broken' = 'ok', reason = '') =>
    checkEnvelope(context, { manifestId, lineId, by, look: { seal, counted, reason } })
  const sign = () => signManifest(context, { manifestId, by, postman: 'Lê Văn Thư', onPaper: true })
  return { shop, context, by, manifest, manifestId, scan, look, sign }
}

t.test('the number says desk, day and count, and an open bordereau goes on', async (t) => {
  const { context, by, manifest, scan, look, sign, shop } = await aDesk(t)
  const [envelope] = await aBag(shop, 1)
  const again = await openManifest(context, { carrier: 'manual', by })
  await look((await scan(envelope!.number)).id, envelope!.papers)
  await sign()
  const next = await openManifest(context, { carrier: 'manual', by })

  t.equal(manifest.number, 'BB-STTTT-20260302-01')
  t.equal(again.id, manifest.id)
  t.equal(next.number, 'BB-STTTT-20260302-02')
})

t.test('everything in the bag has its line; what is ours is received at the instant of signing', async (t) => {
  const { shop, context, manifestId, scan, look, sign, by } = await aDesk(t)
  const [whole, torn, short, left] = await aBag(shop, 4)
  const strange = await anEnvelope(shop, { agency: '11311', procedure: '1.001193' })
  await look((await scan(whole!.number)).id, whole!.papers)
  await look((await scan(torn!.number)).id, torn!.papers, 'broken')
  await look((await scan(short!.code)).id, short!.papers - 1, 'ok', 'thiếu bản sao')
  await scan(strange.number)
  await scan('EH 000 000 001 VN')
  shop.setNow('2026-03-02T09:15+07:00')

  await sign()
  shop.setNow('2026-03-02T10:00+07:00')
  await sign()
  await receiveLines(context, { manifestId })

  const lines = (await linesOf(context.db, manifestId)).map(({ line }) => line)
  t.same(
    lines.map(({ state }) => state),
    ['ok', 'broken_seal', 'missing_paper', 'elsewhere', 'unknown', 'not_scanned']
  )
  t.equal(lines[3]!.otherAgency, 'Phường Minh Khai')
  t.equal(lines[4]!.scanned, 'EH 000 000 001 VN', 'the number is kept')
  t.equal(lines[5]!.shipmentId, left!.parcelId)
  for (const { dossierId } of [whole!, torn!, short!]) {
    const { receivedAt } = await getDossier(context.db, dossierId)
    t.equal(receivedAt?.toString(), '2026-03-02T02:15:00Z', 'both pressed again at ten: nothing changes')
    t.same(
      (await movesOf(context.db, dossierId)).map(({ name }) => name),
      ['submit', 'receive_papers']
    )
  }
  const facts = (await movesOf(context.db, short!.dossierId)).at(-1)!.facts
  t.match(facts['difference'], { manifest: 'BB-STTTT-20260302-01', line: 3, says: /^Thiếu 1 trên \d: thiếu bản sao$/ })
  t.notOk('difference' in (await movesOf(context.db, whole!.dossierId)).at(-1)!.facts, 'nothing differed')
  t.same((await findShipmentById(context.db, torn!.parcelId))!.flags, ['seal_broken'])
  t.not((await findShipmentById(context.db, left!.parcelId))!.status, 'delivered')
  t.not((await findShipmentById(context.db, strange.parcelId))!.status, 'delivered', 'it stays with the post')
  t.match((await eventsOf(context.db, strange.parcelId)).at(-1), { kind: 'note', reasonText: /Phường Minh Khai, chuyển tiếp/ })
  await t.rejects(scanEnvelope(context, { manifestId, lineId: context.newId(), code: left!.number, by }), { code: 'MANIFEST_SIGNED' })
})

t.test('a line that cannot be received is said, and holds up no other', async (t) => {
  const { shop, context, manifestId, scan, look, sign, by } = await aDesk(t)
  const [taken, other] = await aBag(shop, 2)
  await look((await scan(taken!.number)).id, taken!.papers)
  await look((await scan(other!.number)).id, other!.papers)
  const one = { shipmentId: taken!.parcelId, eventId: context.newId(), seal: 'ok' as const, papersCounted: 1, bothSigned: true, by }
  await confirmArrival(context, one)
  shop.setNow('2026-03-02T09:15+07:00')

  await sign()

  const lines = (await linesOf(context.db, manifestId)).map(({ line }) => line)
  t.match(lines[0]!.failure, 'nên không ghi được bước này')
  t.equal(lines[0]!.receivedAt, null)
  t.equal(lines[1]!.failure, null)
  t.equal((await getDossier(context.db, taken!.dossierId)).receivedAt?.toString(), '2026-03-02T01:30:00Z', 'as it was signed for before')
  t.equal((await getDossier(context.db, other!.dossierId)).receivedAt?.toString(), '2026-03-02T02:15:00Z')
})

t.test('when the house stops between the signing and the receiving, the job receives later what was filed at the signing', async (t) => {
  const { shop, context, manifestId, scan, look, by } = await aDesk(t)
  const [envelope] = await aBag(shop, 1)
  await look((await scan(envelope!.number)).id, envelope!.papers)
  shop.setNow('2026-03-02T09:15+07:00')
  let commits = 0
  const stopping = Object.assign(Object.create(context.db), {
    transaction: (work: never) => {
      if (++commits > 1) throw new Error('the power is gone')
      return context.db.transaction(work)
    }
  })

  await t.rejects(signManifest({ ...context, db: stopping }, { manifestId, by, postman: 'Lê Văn Thư', onPaper: true }), /power/)
  t.equal((await getDossier(context.db, envelope!.dossierId)).receivedAt, null)
  shop.setNow('2026-03-02T10:00+07:00')
  await shop.runJobs()

  t.equal((await getDossier(context.db, envelope!.dossierId)).receivedAt?.toString(), '2026-03-02T02:15:00Z')
  t.ok((await findManifest(context.db, manifestId))!.fileId, 'and the record is drawn')
})

t.test('the bag is a fact: a parcel the carrier never reported as collected is received all the same', async (t) => {
  const { shop, context, scan, look, sign } = await aDesk(t)
  const silent = await anEnvelope(shop, { collected: false })

  await look((await scan(silent.number)).id, silent.papers)
  await sign()

  t.equal((await findShipmentById(context.db, silent.parcelId))!.status, 'delivered')
  t.ok((await getDossier(context.db, silent.dossierId)).receivedAt)
})

t.test('nothing is signed while an envelope lies unchecked, or without both signatures', async (t) => {
  const { shop, context, manifestId, scan, look, by } = await aDesk(t)
  const [envelope] = await aBag(shop, 1)
  const sign = (how: object) => signManifest(context, { manifestId, by, postman: 'Lê Văn Thư', onPaper: true, ...how })

  await t.rejects(sign({}), { code: 'MANIFEST_EMPTY' })
  const line = await scan(envelope!.number)
  await t.rejects(sign({}), { code: 'MANIFEST_UNCHECKED', facts: { n: 1 } })
  await look(line.id, envelope!.papers)
  await t.rejects(sign({ postman: ' ', onPaper: false }), {
    code: 'FORM_INCOMPLETE',
    facts: { fields: { postman: 'NAME_REQUIRED', signature: 'SIGNATURES_REQUIRED' } }
  })
  await t.rejects(signManifest(context, { manifestId, by: { ...by, agencyId: context.newId() }, postman: 'X', onPaper: true }), {
    code: 'MANIFEST_NOT_FOUND'
  })
  await t.resolves(sign({}))
})

t.test('what is found wrong later is a line of the next bordereau; the signed one stays', async (t) => {
  const { shop, context, by, manifestId, scan, look, sign } = await aDesk(t)
  const [envelope] = await aBag(shop, 1)
  const first = await scan(envelope!.number)
  await look(first.id, envelope!.papers)
  await sign()

  const next = await openManifest(context, { carrier: 'manual', by })
  const { line } = await scanEnvelope(context, { manifestId: next.id, lineId: context.newId(), code: envelope!.number, by })
  await t.rejects(checkEnvelope(context, { manifestId: next.id, lineId: line.id, by, look: { seal: undefined, counted: undefined } }), {
    code: 'FORM_INCOMPLETE',
    facts: { fields: { reason: 'REASON_REQUIRED' } }
  })
  const look2 = { seal: undefined, counted: undefined, reason: `${line.reason}: thừa một ảnh thẻ` }
  const corrected = await checkEnvelope(context, { manifestId: next.id, lineId: line.id, by, look: look2 })

  t.match(corrected, { state: 'correction', corrects: first.id, reason: 'Dòng 1, biên bản BB-STTTT-20260302-01: thừa một ảnh thẻ' })
  t.equal((await linesOf(context.db, manifestId))[0]!.line.state, 'ok')
  t.equal((await signManifest(context, { manifestId: next.id, by, postman: 'Lê Văn Thư', onPaper: true })).signedAt !== null, true)
})

t.test('one envelope is one line, however often and by whatever number it is scanned; a wrong one is taken away', async (t) => {
  const { shop, context, by, manifestId, scan } = await aDesk(t)
  const [envelope] = await aBag(shop, 1)

  const lineId = context.newId()
  await Promise.all([0, 1].map(() => scanEnvelope(context, { manifestId, lineId, code: envelope!.number, by })))
  const again = await scan(envelope!.code)
  await scan('khong-co')
  const unknown = await scan(' KHONG-CO ')

  t.equal(again.id, lineId)
  t.equal((await linesOf(context.db, manifestId)).length, 2)
  await dropLine(context, { manifestId, lineId: unknown.id, by })
  t.equal((await linesOf(context.db, manifestId)).length, 1)
})

t.test('a look at an envelope says seal and count, and why the count differs', async (t) => {
  const line = (seen: ReturnType<typeof seenAs>, announced: number) => sayLine({ ...seen, announced, otherAgency: null })

  t.throws(() => seenAs({ seal: undefined, counted: undefined }, 3), {
    code: 'FORM_INCOMPLETE',
    facts: { fields: { seal: 'CHOICE_REQUIRED', counted: 'NUMBER_INVALID' } }
  })
  t.throws(() => seenAs({ seal: 'ok', counted: 2 }, 3), { code: 'FORM_INCOMPLETE', facts: { fields: { reason: 'REASON_REQUIRED' } } })
  t.equal(line(seenAs({ seal: 'ok', counted: 3 }, 3), 3), 'Đủ')
  t.equal(line(seenAs({ seal: 'broken', counted: 3 }, 3), 3), 'Đủ, niêm phong rách')
  t.equal(line(seenAs({ seal: 'broken', counted: 1, reason: 'bản sao' }, 3), 3), 'Thiếu 2 trên 3, niêm phong rách: bản sao')
  t.equal(line(seenAs({ seal: 'ok', counted: 4, reason: 'một ảnh' }, 3), 3), 'Thừa 1 so với 3: một ảnh')
})
