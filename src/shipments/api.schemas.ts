// A parcel as other programs see it, what a postal operator may record, and the story of a dossier with its parcels.
import { type Static, Type } from 'typebox'
import { Asked, Claim, Component, Count, Instant, OneOf, OrNull, page, Ref, Text, Uuid } from '../kernel/schema.ts'
import {
  type CommandName,
  commandNames,
  commands,
  flagNames,
  identityStates,
  kinds,
  legs,
  moneyStates,
  proofProfiles,
  proofStates,
  reasonCodes,
  statuses
} from './lifecycle.ts'
import type { ShipmentEvent } from './table.ts'

const anId = '019aaf10-5b1c-7d2e-9c4a-2f6b8d0e1a33'
const aRef = '000.00.18.H24-261123-0007-R1'
/** The steps of a postman: those of the desk and of the citizen are recorded on their own pages. */
const steps: readonly CommandName[] = commandNames.filter((name) => commands[name].by.includes('postman'))

const somebody = { name: 'Nguyễn Thị Lan', phone: '0912480123', address: 'Số 12 Lạch Tray', wardName: 'Phường Máy Tơ' }
const PartyOf = Component(
  'PostalParty',
  {
    name: Text('Name', somebody.name),
    phone: Text('Phone', somebody.phone),
    address: Text('House number and street', somebody.address),
    wardName: Type.Optional(Text('Ward', somebody.wardName))
  },
  { description: 'Who sends, who receives', examples: [somebody] }
)

const aShipment = {
  ref: aRef,
  trackingNumber: 'EH204518773VN',
  dossierId: anId,
  kind: 'delivery',
  leg: 'forward',
  status: 'out_for_delivery',
  statusWords: 'Đang đi phát',
  attempts: 1,
  money: 'none',
  proof: 'none',
  proofProfile: 'registered',
  identity: 'required',
  flags: [],
  carrier: 'vnpost',
  sender: { name: 'Sở Thông tin và Truyền thông', phone: '02253000000', address: 'Số 62 Võ Thị Sáu' },
  recipient: somebody,
  contents: ['Giấy phép nhập khẩu'],
  orderedAt: '2026-11-27T03:05:00Z',
  custodyAt: '2026-11-27T08:00:00Z',
  deliveredAt: null,
  lastEventAt: '2026-11-28T01:30:00Z',
  steps: ['deliver', 'fail_attempt']
}
export const ShipmentOf = Component(
  'Shipment',
  {
    ref: Text('Our reference', aRef),
    trackingNumber: OrNull(Text('The carrier’s number; null until it has the order', aShipment.trackingNumber)),
    dossierId: Uuid('The dossier it belongs to', anId),
    kind: OneOf(kinds, '`pickup`: papers to the desk; `delivery`: the result to the person'),
    leg: OneOf(legs, '`return`: on its way back'),
    status: OneOf(statuses, 'Who has it'),
    statusWords: Text('The same in words', aShipment.statusWords),
    attempts: Count('Visits that failed', 1),
    money: OneOf(moneyStates, 'Money to be collected'),
    proof: OneOf(proofStates, 'Proof of delivery'),
    proofProfile: OneOf(proofProfiles, 'What must be shown before it counts as delivered'),
    identity: OneOf(identityStates, 'Check of the receiver’s identity'),
    flags: Type.Array(OneOf(flagNames, 'What is wrong with it'), { description: 'What is wrong with it' }),
    carrier: Text('Who carries it', 'vnpost'),
    sender: Ref(PartyOf),
    recipient: Ref(PartyOf),
    contents: Type.Array(Text('A paper', 'Giấy phép nhập khẩu'), { description: 'What is in it' }),
    orderedAt: OrNull(Instant('The carrier has the order')),
    custodyAt: OrNull(Instant('The post holds it')),
    deliveredAt: OrNull(Instant('It was handed over')),
    lastEventAt: OrNull(Instant('Last heard of')),
    steps: Type.Array(OneOf(commandNames, 'A step'), { description: 'What a postal operator may record now' })
  },
  { description: 'A parcel', examples: [aShipment] }
)
export const ShipmentPage = page(ShipmentOf, [aShipment])

const sources = ['webhook', 'poll', 'file', 'operator_web', 'desk_scan', 'citizen', 'system'] as const satisfies ShipmentEvent['source'][]
const anEvent = {
  id: anId,
  status: 'attempt_failed',
  statusWords: 'Phát chưa thành công',
  leg: 'forward',
  attempt: 1,
  reason: 'recipient_absent',
  reasonWords: 'Không có người nhận ở nhà',
  text: null,
  occurredAt: '2026-11-28T02:30:00Z',
  receivedAt: '2026-11-28T02:30:04Z',
  place: 'Bưu cục Ngô Quyền',
  source: 'webhook',
  isVoid: false
}
export const ShipmentEventOf = Component(
  'ShipmentEvent',
  {
    id: Uuid('Id of the event', anId),
    status: OrNull(OneOf(statuses, 'The state it leads to; null for a note')),
    statusWords: OrNull(Text('The same in words', anEvent.statusWords)),
    leg: OneOf(legs, 'On the way there or back'),
    attempt: OrNull(Count('Which visit', 1)),
    reason: OrNull(OneOf(reasonCodes, 'Why')),
    reasonWords: OrNull(Text('The same in words', anEvent.reasonWords)),
    text: OrNull(Text('What was written beside it', 'Hẹn chiều')),
    occurredAt: Instant('When it happened'),
    receivedAt: Instant('When we heard of it'),
    place: OrNull(Text('Where', anEvent.place)),
    source: OneOf(sources, 'Who told us'),
    isVoid: Claim('It was withdrawn: it did not happen, or not so', false)
  },
  { description: 'Something that happened to a parcel', examples: [anEvent] }
)
export const ShipmentEventPage = page(ShipmentEventOf, [anEvent])

const aReceiver = { name: 'Nguyễn Thị Lan', relation: 'Chính chủ', idType: 'CCCD', idLast4: '1234', code: false, signature: true }
const ReceiverOf = Asked(
  'Receiver',
  {
    name: Text('Full name', aReceiver.name, { maxLength: 200 }),
    relation: Type.Optional(Text('What they are to the recipient', 'Chính chủ', { maxLength: 100 })),
    idType: Type.Optional(Text('Identity paper', 'CCCD', { maxLength: 40 })),
    idLast4: Type.Optional(Text('The last four digits of its number, never more', '1234', { pattern: String.raw`^\d{4}$` })),
    method: Type.Optional(OneOf(['seen', 'qr', 'nfc'] as const, 'How the identity paper was read')),
    code: Type.Optional(Claim('They said the one-time code', false)),
    signature: Type.Optional(Claim('They signed', true))
  },
  { description: 'Who took it over (QĐ 45/2016 Đ10); needed for `deliver` and `report_returned`', examples: [aReceiver] }
)
const aStep = { step: 'deliver', receiver: aReceiver }
export const StepOf = Asked(
  'ShipmentStep',
  {
    step: OneOf(steps, 'What happened'),
    reason: Type.Optional(OneOf(reasonCodes, 'Why; needed for a visit that failed, a question, a return, damage')),
    reasonText: Type.Optional(Text('In words; needed for `other`', 'Hẹn chiều', { maxLength: 500 })),
    receiver: Type.Optional(Ref(ReceiverOf)),
    slipNumber: Type.Optional(Text('Number of the slip (Phiếu gửi)', 'PG-0012', { maxLength: 60 })),
    sealNumber: Type.Optional(Text('Number of the seal; needed for `collect`', 'NP-88213', { maxLength: 60 })),
    papersPresent: Type.Optional(
      Type.Array(Text('A paper by its name in `contents`', 'Đơn đề nghị', { maxLength: 300 }), {
        maxItems: 100,
        description: 'The papers that are there; `collect` needs all'
      })
    ),
    count: Type.Optional(Count('How many papers were counted; needed for `collect`', 3, { minimum: 0, maximum: 1000 })),
    signatures: Type.Optional(Claim('Both have signed the slip; needed for `collect`', true)),
    place: Type.Optional(Text('Where', 'Bưu cục Ngô Quyền', { maxLength: 200 }))
  },
  { description: 'What a postal operator records', examples: [aStep] }
)

const anItem = {
  where: 'office',
  look: 'now',
  at: '2026-11-23T02:20:00Z',
  title: 'Tiếp nhận hồ sơ',
  text: 'Phạm Thị Hoa, Sở Thông tin và Truyền thông'
}
export const TimelineItemOf = Component(
  'TimelineItem',
  {
    where: OneOf(['office', 'mail'] as const, 'At an agency or on the road'),
    look: OneOf(['next', 'now', 'problem', 'past'] as const, '`next` is still to come; `now` is where it stands; `problem` needs somebody'),
    at: OrNull(Instant('When it happened; null for what is to come', anItem.at)),
    title: Text('What', anItem.title),
    text: OrNull(Text('Who, and a note', anItem.text))
  },
  { description: 'One event of the story', examples: [anItem] }
)
export const TimelinePage = page(TimelineItemOf, [anItem])

export const shipmentSchemas = [
  PartyOf,
  ShipmentOf,
  ShipmentPage,
  ShipmentEventOf,
  ShipmentEventPage,
  ReceiverOf,
  StepOf,
  TimelineItemOf,
  TimelinePage
]
export type AskedStep = Static<typeof StepOf>
