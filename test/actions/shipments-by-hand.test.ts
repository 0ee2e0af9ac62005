// Parcels in people's hands: the postman without a machine, the desk that signs, and whoever looks one up.
import { randomUUID } from 'node:crypto'
import t from 'tap'
import { lockDossier } from '../../src/dossiers/store.ts'
import { confirmArrival } from '../../src/shipments/actions/confirm-arrival.ts'
import { placeOrder } from '../../src/shipments/actions/place-order.ts'
import { type OperatorStep, recordByOperator } from '../../src/shipments/actions/record-by-operator.ts'
import { deskArrivals, eventsOf, findShipment, findShipments, openParcels, shipmentsOfDossier } from '../../src/shipments/queries.ts'
import { aFiledDossier, aParcelShop, clerk, lan, postman } from '../helpers/parcels.ts'

const step = (shipmentId: string, command: OperatorStep['command'], more: Partial<OperatorStep> = {}): OperatorStep => ({
  shipmentId,
  command,
  eventId: randomUUID(),
  by: postman,
  ...more
})
const sealed = { papersPresent: ['Giấy phép'], count: 1, sealNumber: 'NP-1', signatures: true }

t.test('a postman without any machine carries a result from door to door, with reasons and proof', async (t) => {
  const { context, open, post, look } = await aParcelShop(t)
  const { id } = await open()
  await placeOrder(context, { post }, { shipmentId: id })
  const does = (command: OperatorStep['command'], more = {}) => recordByOperator(context, step(id, command, more))

  await t.rejects(does('deliver'), { code: 'SHIPMENT_COMMAND_NOT_ALLOWED', status: 409 })
  await t.rejects(does('confirm_arrival'), { code: 'NOT_YOURS_TO_DO' })
  await t.rejects(does('collect', { ...sealed, papersPresent: [], signatures: false }), {
    code: 'PROOF_NEEDED',
    fields: { papers: 'PAPERS_NOT_ALL_PRESENT', signatures: 'SIGNATURES_REQUIRED' }
  })
  await does('collect', sealed)
  await does('go_out')
  await t.rejects(does('fail_attempt'), { code: 'REASON_NEEDED' })
  await t.rejects(does('fail_attempt', { reason: 'other' }), { code: 'REASON_NEEDED' })
  await does('fail_attempt', { reason: 'recipient_absent' })
  await t.rejects(
    does('turn_back', { reason: 'recipient_absent' }),
    { code: 'SHIPMENT_COMMAND_NOT_ALLOWED' },
    'two visits before it goes back'
  )
  await does('go_out')
  await t.rejects(does('deliver', { receiver: { name: 'Lan' } }), {
    code: 'PROOF_NEEDED',
    fields: { idLast4: 'LAST_DIGITS_INVALID', confirmation: 'CONFIRMATION_REQUIRED' }
  })
  const end = await does('deliver', { receiver: { name: lan.name, idLast4: '4512', signature: true } })

  t.match(end, { changed: { from: 'out_for_delivery', to: 'delivered' } })
  t.match(await look(id), { status: 'delivered', proof: 'complete', attempts: 1, sealNumber: 'NP-1' })
})

t.test('pressing twice records once', async (t) => {
  const { context, open, post, db } = await aParcelShop(t)
  const { id } = await open()
  await placeOrder(context, { post }, { shipmentId: id })
  const pressed = step(id, 'collect', sealed)

  const [first, second] = await Promise.all([recordByOperator(context, pressed), recordByOperator(context, pressed)])

  t.equal([first, second].filter(({ changed }) => changed).length, 1)
  t.equal((await eventsOf(db, id)).length, 2)
})

t.test('papers collected at home are filed when the desk signs, not when the postman came', async (t) => {
  const { context, clock, open, post, tell, readMessages, look, db, jobs, versionId } = await aParcelShop(t)
  const dossier = await aFiledDossier(context, versionId)
  const { id } = await open({ kind: 'pickup', dossierId: dossier.id, contents: ['Tờ khai', 'Giấy chứng sinh'] })
  await placeOrder(context, { post }, { shipmentId: id })
  const arrives = (more = {}) =>
    confirmArrival(context, {
      shipmentId: id,
      eventId: randomUUID(),
      seal: 'broken',
      papersCounted: 2,
      bothSigned: true,
      by: clerk,
      ...more
    })
  await t.rejects(arrives(), { code: 'SHIPMENT_COMMAND_NOT_ALLOWED' }, 'nothing was collected yet')

  await tell('/advance', { all: true, steps: 20 })
  await readMessages()
  t.match(await look(id), { status: 'delivered_reported', deliveredAt: null })
  t.same(
    (await deskArrivals(db, (await look(id)).agencyId!)).map((one) => one.id),
    [id]
  )
  t.equal((await openParcels(db)).length, 1)
  await t.rejects(arrives({ bothSigned: false, papersCounted: 0 }), {
    code: 'PROOF_NEEDED',
    fields: { papersCounted: 'COUNT_INVALID', bothSigned: 'SIGNATURES_REQUIRED' }
  })
  clock.at = Temporal.Instant.from('2026-03-03T07:45:00+07:00')
  await arrives()

  const filed = await look(id)
  t.match(filed, { status: 'delivered', flags: ['seal_broken'] })
  t.equal(String(filed.deliveredAt), '2026-03-03T00:45:00Z')
  const { receivedAt } = await db.transaction((tx) => lockDossier(tx, dossier.id))
  t.equal(String(receivedAt), String(filed.deliveredAt), 'the dossier is received in law in the same commit')
  t.ok((await jobs()).some(({ key }) => key === `shipment.delivered:${id}`))
  t.same(await deskArrivals(db), [])
})

t.test('a parcel is found by whatever is printed on it or on the receipt', async (t) => {
  const { context, open, post, db, look } = await aParcelShop(t)
  const { id, ourRef, dossierId } = await open()
  await placeOrder(context, { post }, { shipmentId: id })
  const { trackingNumber, carrierRef } = await look(id)
  const spaced = trackingNumber!.toLowerCase().replace(/(..)(...)(...)(...)(..)/, '$1 $2 $3 $4 $5')

  for (const text of [spaced, ourRef, carrierRef!, ' 000.00.18.h24-260302-0001 ']) t.equal((await findShipment(db, text))?.id, id, text)
  t.equal(await findShipment(db, 'EH000000005VN'), undefined)
  t.same(await findShipments(db, '  '), [])
  t.equal((await shipmentsOfDossier(db, dossierId)).length, 1)
})
