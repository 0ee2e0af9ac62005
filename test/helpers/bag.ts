// A postman's bag: dossiers filed from home, their papers collected and sealed, on the way to a desk. Made by the same actions as in life.
import type { Actor } from '../../src/accounts/roles.ts'
import { fileDossier } from '../../src/dossiers/actions/file-dossier.ts'
import { openPickUp } from '../../src/shipments/actions/open-for-dossier.ts'
import { placeOrder } from '../../src/shipments/actions/place-order.ts'
import { recordByOperator } from '../../src/shipments/actions/record-by-operator.ts'
import { shipmentsOfDossier } from '../../src/shipments/queries.ts'
import { sampleAnswers } from './answers.ts'
import type { TestShop } from './context.ts'
import { aCitizen, lan } from './dossiers.ts'

export type Envelope = { dossierId: string; code: string; parcelId: string; number: string; papers: number }

const postman: Actor = { id: '0198c0de-0000-7000-8000-0000000b0577', name: 'Lê Văn Thư', role: 'postman' }
const pickUp = { name: lan.name, phone: lan.phone, address: '18/7 Lạch Tray', wardCode: '11326', wardName: 'Phường Lạch Tray' }

/** `collected: false`: the carrier has forgotten to tell that it took it. */
export async function anEnvelope(
  { context, outside }: TestShop,
  { agency = 'STTTT', procedure = '1.003725', collected = true }: { agency?: string; procedure?: string; collected?: boolean } = {}
): Promise<Envelope> {
  const by = await aCitizen(context)
  const dossier = await fileDossier(context, {
    procedureCode: procedure,
    agencyCode: agency,
    channel: 'post',
    application: { filer: lan, applicant: lan, subject: 'Theo thủ tục', delivery: { method: 'desk' }, pickUp },
    answers: sampleAnswers(procedure),
    papers: [],
    by,
    locale: 'vi',
    personId: by.id
  })
  await openPickUp(context, outside, { dossierId: dossier.id, moveSeq: 1 })
  const [opened] = await shipmentsOfDossier(context.db, dossier.id)
  await placeOrder(context, outside, { shipmentId: opened!.id })
  const papersPresent = opened!.contents
  if (collected) {
    await recordByOperator(context, {
      shipmentId: opened!.id,
      eventId: context.newId(),
      command: 'collect',
      by: postman,
      papersPresent,
      count: papersPresent.length,
      sealNumber: `NP-${dossier.code!.slice(-4)}`,
      slipNumber: `PG-${dossier.code!.slice(-4)}`,
      signatures: true
    })
  }
  const [parcel] = await shipmentsOfDossier(context.db, dossier.id)
  return {
    dossierId: dossier.id,
    code: dossier.code!,
    parcelId: parcel!.id,
    number: parcel!.trackingNumber ?? parcel!.ourRef,
    papers: parcel!.contents.length
  }
}

export async function aBag(shop: TestShop, size: number, how: Parameters<typeof anEnvelope>[1] = {}): Promise<Envelope[]> {
  const bag: Envelope[] = []
  for (let i = 0; i < size; i++) bag.push(await anEnvelope(shop, how))
  return bag
}
