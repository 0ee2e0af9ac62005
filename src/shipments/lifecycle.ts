// The whole life of a parcel on one screen: its states and their words, why it may fail, who may record what, from where to where.
// "Never refuse a fact, only refuse a command": carriers' events are kept whatever they say (fold.ts); this table guards our own people.
import type { Locale, Words } from '../kernel/locale.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'

/** `pickup`: papers from the citizen to the desk. `delivery`: the result from the desk to the citizen. */
export const kinds = ['pickup', 'delivery'] as const
export type Kind = typeof kinds[number]
export const legs = ['forward', 'return'] as const
export type Leg = typeof legs[number]

/** Custody, in the order of a journey: of two scans in the same second the later in this list comes last. */
export const statuses = [
  'draft', 'ordered', 'order_failed', 'assigned', 'pickup_failed', 'manifested', 'in_custody', 'in_transit', 'at_office', 'out_for_delivery',
  'attempt_failed', 'held_for_collection', 'action_needed', 'delivered_reported', 'return_reported', 'damaged', 'delivered', 'returned', 'lost', 'cancelled'
] as const
export type Status = typeof statuses[number]
/** Nothing after these moves the parcel; `lost` alone gives way to our own desk, which holds the parcel in its hands. */
export const ends: readonly Status[] = ['delivered', 'returned', 'lost', 'cancelled']
/** The post holds it: from the signed slip until somebody signs for it again. After this nothing can be cancelled, only returned. */
export const inHands: readonly Status[] = ['in_custody', 'in_transit', 'at_office', 'out_for_delivery', 'attempt_failed', 'held_for_collection', 'action_needed', 'delivered_reported', 'return_reported', 'damaged']

/** Money, proof and identity are told apart from custody: mixing them makes every screen ambiguous. */
export const moneyStates = ['none', 'due', 'collected', 'collect_failed', 'remitted', 'reconciled', 'disputed', 'waived'] as const
export type Money = typeof moneyStates[number]
export const proofStates = ['none', 'partial', 'complete', 'rejected'] as const
export type ProofState = typeof proofStates[number]
export const identityStates = ['not_required', 'required', 'passed', 'passed_proxy', 'failed'] as const
export type Identity = typeof identityStates[number]
export const flagNames = ['late', 'seal_broken', 'wet', 'suspected_lost', 'stale', 'disputed', 'cancel_pending'] as const
export type Flag = typeof flagNames[number]

/** What must be shown before a result counts as delivered (QĐ 45/2016, Đ10): copies, licences, originals that cannot be made again. */
export const proofProfiles = ['plain', 'registered', 'in_person'] as const
export type ProofProfile = typeof proofProfiles[number]

export const statusNames: Record<Status, Words> = {
  draft:               { vi: 'Đang chuẩn bị',                                  en: 'Being prepared' },
  ordered:             { vi: 'Đã đặt bưu điện',                                en: 'The post has the order' },
  order_failed:        { vi: 'Chưa đặt được bưu điện, cán bộ đang xử lý',      en: 'The post could not take the order yet; our staff are on it' },
  assigned:            { vi: 'Bưu tá đã nhận việc và sẽ đến',                  en: 'A postman is coming' },
  pickup_failed:       { vi: 'Bưu tá đến nhưng chưa nhận được',                en: 'The postman came but could not collect it' },
  manifested:          { vi: 'Đã lên phiếu bàn giao',                          en: 'Listed for hand-over to the post' },
  in_custody:          { vi: 'Bưu điện đã nhận',                               en: 'The post has it' },
  in_transit:          { vi: 'Đang vận chuyển',                                en: 'On the way' },
  at_office:           { vi: 'Đã đến bưu cục',                                 en: 'At the post office' },
  out_for_delivery:    { vi: 'Đang đi phát',                                   en: 'Out for delivery' },
  attempt_failed:      { vi: 'Phát chưa thành công',                           en: 'Delivery did not succeed' },
  held_for_collection: { vi: 'Chờ nhận tại bưu cục',                           en: 'Waiting for collection at the post office' },
  action_needed:       { vi: 'Cần ông/bà xác nhận thông tin nhận',             en: 'We need you to confirm the delivery details' },
  delivered_reported:  { vi: 'Bưu tá báo đã giao, đang xác nhận',              en: 'Reported as handed over, being confirmed' },
  return_reported:     { vi: 'Bưu tá báo đã hoàn, đang xác nhận',              en: 'Reported as sent back, being confirmed' },
  damaged:             { vi: 'Có sự cố với bưu gửi, cán bộ đang giải quyết',   en: 'Something happened to the parcel; our staff are on it' },
  delivered:           { vi: 'Đã giao',                                        en: 'Delivered' },
  returned:            { vi: 'Đã hoàn về nơi gửi',                             en: 'Returned to the sender' },
  lost:                { vi: 'Thất lạc, đang giải quyết',                      en: 'Lost; being settled' },
  cancelled:           { vi: 'Đã hủy',                                         en: 'Cancelled' }
}

/** The citizen's words for where a parcel is; the way back and the count of failed visits are said too. */
export function sayStatus(parcel: { status: Status, leg: Leg, attempts: number }, locale: Locale = 'vi'): string {
  const words = statusNames[parcel.status][locale]
  if (parcel.status === 'attempt_failed') return locale === 'vi' ? `Phát chưa thành công lần ${parcel.attempts}` : `Delivery attempt ${parcel.attempts} did not succeed`
  if (parcel.leg === 'return' && !ends.includes(parcel.status) && parcel.status !== 'return_reported') return locale === 'vi' ? `Đang hoàn: ${words.toLowerCase()}` : `Going back: ${words.toLowerCase()}`
  return words
}

/** Why a visit failed. One list for all carriers; the first word says whose side it is on, which the statistics need. */
export const reasons = {
  recipient_absent:               { vi: 'Không có người nhận ở nhà',                    en: 'Nobody was home' },
  recipient_unreachable_by_phone: { vi: 'Không gọi được cho người nhận',                en: 'The recipient could not be reached by phone' },
  recipient_asked_later:          { vi: 'Người nhận hẹn ngày khác',                     en: 'The recipient asked for another day' },
  recipient_moved:                { vi: 'Người nhận đã chuyển đi',                      en: 'The recipient has moved' },
  recipient_deceased:             { vi: 'Người nhận đã mất',                            en: 'The recipient has died' },
  recipient_refused:              { vi: 'Người nhận từ chối nhận',                      en: 'The recipient refused it' },
  recipient_refused_fee:          { vi: 'Người nhận không đồng ý trả phí',              en: 'The recipient refused to pay the fee' },
  recipient_no_id:                { vi: 'Người nhận chưa có giấy tờ tùy thân',          en: 'The recipient had no identity paper' },
  recipient_id_mismatch:          { vi: 'Giấy tờ tùy thân không khớp',                  en: 'The identity paper did not match' },
  proxy_without_paper:            { vi: 'Người nhận thay chưa có giấy ủy quyền',        en: 'The proxy had no paper of authority' },
  address_not_found:              { vi: 'Không tìm thấy địa chỉ',                       en: 'The address was not found' },
  address_incomplete:             { vi: 'Địa chỉ chưa đủ',                              en: 'The address is incomplete' },
  address_changed_by_reform:      { vi: 'Địa chỉ đã đổi do sắp xếp đơn vị hành chính',  en: 'The address changed with the administrative reform' },
  access_restricted:              { vi: 'Không vào được nơi nhận',                      en: 'The place could not be entered' },
  desk_closed:                    { vi: 'Bộ phận một cửa đóng cửa',                     en: 'The desk was closed' },
  sender_not_ready:               { vi: 'Người gửi chưa chuẩn bị xong',                 en: 'The sender was not ready' },
  sender_papers_missing:          { vi: 'Người gửi còn thiếu giấy tờ',                  en: 'The sender’s papers were not complete' },
  sender_cancelled:               { vi: 'Người gửi hủy',                                en: 'The sender cancelled' },
  carrier_capacity:               { vi: 'Bưu điện quá tải',                             en: 'The post was over capacity' },
  carrier_vehicle:                { vi: 'Phương tiện gặp sự cố',                        en: 'The vehicle broke down' },
  carrier_missort:                { vi: 'Bưu điện chuyển nhầm tuyến',                   en: 'The post sorted it wrongly' },
  damaged:                        { vi: 'Bưu gửi hư hỏng',                              en: 'The parcel was damaged' },
  lost:                           { vi: 'Bưu gửi thất lạc',                             en: 'The parcel was lost' },
  theft:                          { vi: 'Bưu gửi bị lấy cắp',                           en: 'The parcel was stolen' },
  weather:                        { vi: 'Thời tiết xấu',                                en: 'Bad weather' },
  disaster:                       { vi: 'Thiên tai',                                    en: 'A disaster' },
  regulatory_hold:                { vi: 'Cơ quan có thẩm quyền tạm giữ',                en: 'Held by an authority' },
  other:                          { vi: 'Lý do khác (ghi rõ)',                          en: 'Another reason (say which)' }
} as const satisfies Record<string, Words>
export type Reason = keyof typeof reasons
export const reasonCodes = Object.keys(reasons) as Reason[]

/** These end the visits at once. All others owe the recipient two invitations before the parcel goes back (TT 17/2017). */
const noSecondVisit: readonly Reason[] = ['recipient_deceased', 'recipient_refused', 'recipient_moved', 'damaged', 'regulatory_hold']

export type By = 'applicant' | 'clerk' | 'postman' | 'system'
type Command = {
  from: readonly Status[], to: Status, by: readonly By[]
  /** Only for this kind; both when absent. */
  kind?: Kind
  /** The leg it is recorded on; absent: whichever the parcel is on. */
  leg?: Leg
  turnsBack?: boolean
  /** `reason` must be chosen; `proof`: who received it; `seal`: papers counted, sealed and the slip signed by both. */
  needs?: 'reason' | 'proof' | 'seal'
  words: Words
}
const table = <Name extends string>(rows: Record<Name, Command>) => rows

export const commands = table({
  place_order:     { from: ['draft', 'order_failed'],                                                      to: 'ordered',             by: ['system', 'clerk'],               words: { vi: 'Đặt bưu điện', en: 'Order the post' } },
  cancel:          { from: ['draft', 'ordered', 'order_failed', 'assigned', 'pickup_failed'],              to: 'cancelled',           by: ['applicant', 'clerk', 'system'],  words: { vi: 'Hủy gửi qua bưu điện', en: 'Cancel the post' } },
  assign:          { from: ['ordered', 'pickup_failed'],                                                   to: 'assigned',            by: ['postman'],                       words: { vi: 'Nhận việc', en: 'Take the job' } },
  collect:         { from: ['ordered', 'assigned', 'pickup_failed', 'manifested'],                         to: 'in_custody',          by: ['postman'], needs: 'seal',        words: { vi: 'Đã nhận bưu gửi', en: 'Collected' } },
  fail_pickup:     { from: ['ordered', 'assigned'],                                                        to: 'pickup_failed',       by: ['postman'], needs: 'reason',      words: { vi: 'Chưa nhận được', en: 'Could not collect' } },
  depart:          { from: ['in_custody', 'at_office', 'attempt_failed', 'action_needed'],                 to: 'in_transit',          by: ['postman'],                       words: { vi: 'Chuyển đi', en: 'Send on' } },
  arrive:          { from: ['in_custody', 'in_transit', 'attempt_failed'],                                 to: 'at_office',           by: ['postman'],                       words: { vi: 'Đến bưu cục', en: 'Arrived at the office' } },
  go_out:          { from: ['in_custody', 'in_transit', 'at_office', 'attempt_failed', 'held_for_collection', 'action_needed'], to: 'out_for_delivery', by: ['postman'], leg: 'forward', words: { vi: 'Đi phát', en: 'Out for delivery' } },
  deliver:         { from: ['in_custody', 'at_office', 'out_for_delivery', 'attempt_failed', 'held_for_collection'],            to: 'delivered_reported', by: ['postman'], leg: 'forward', needs: 'proof', words: { vi: 'Đã giao', en: 'Handed over' } },
  fail_attempt:    { from: ['out_for_delivery', 'delivered_reported'],                                     to: 'attempt_failed',      by: ['postman'], leg: 'forward', needs: 'reason', words: { vi: 'Không giao được', en: 'Could not hand over' } },
  hold:            { from: ['at_office', 'attempt_failed', 'action_needed'],                               to: 'held_for_collection', by: ['postman'], leg: 'forward', words: { vi: 'Giữ tại bưu cục chờ nhận', en: 'Hold at the office' } },
  ask:             { from: ['in_transit', 'at_office', 'attempt_failed', 'held_for_collection'],           to: 'action_needed',       by: ['postman', 'clerk'], leg: 'forward', needs: 'reason', words: { vi: 'Hỏi lại người nhận', en: 'Ask the recipient' } },
  turn_back:       { from: ['attempt_failed', 'held_for_collection', 'action_needed', 'damaged'],          to: 'in_transit',          by: ['postman', 'clerk'], leg: 'forward', turnsBack: true, needs: 'reason', words: { vi: 'Hoàn về nơi gửi', en: 'Send back' } },
  report_returned: { from: ['in_transit', 'at_office'],                                                    to: 'return_reported',     by: ['postman'], leg: 'return', needs: 'proof', words: { vi: 'Đã trả lại nơi gửi', en: 'Given back to the sender' } },
  report_damaged:  { from: ['in_custody', 'in_transit', 'at_office', 'out_for_delivery', 'attempt_failed', 'held_for_collection', 'action_needed'], to: 'damaged', by: ['postman', 'clerk'], needs: 'reason', words: { vi: 'Báo hư hỏng', en: 'Report damage' } },
  confirm_arrival: { from: inHands,                                                                        to: 'delivered',           by: ['clerk'], kind: 'pickup', leg: 'forward', words: { vi: 'Ký nhận túi hồ sơ', en: 'Sign for the papers' } },
  confirm_return:  { from: inHands,                                                                        to: 'returned',            by: ['clerk'], kind: 'delivery', leg: 'return', words: { vi: 'Ký nhận bưu gửi hoàn', en: 'Sign for the returned parcel' } },
  declare_lost:    { from: inHands,                                                                        to: 'lost',                by: ['clerk'], needs: 'reason',        words: { vi: 'Kết luận thất lạc', en: 'Declare lost' } },
  dispute:         { from: ['delivered_reported'],                                                         to: 'action_needed',       by: ['applicant'], kind: 'delivery',   words: { vi: 'Tôi chưa nhận được', en: 'I did not receive it' } }
})
export type CommandName = keyof typeof commands
export const commandNames = Object.keys(commands) as CommandName[]

type Parcel = { kind: Kind, status: Status, leg: Leg, attempts: number }

/** Whether this person may record this step now. The page's buttons and the guard below ask the same question. */
export function mayStep(parcel: Parcel, name: CommandName, by: By): boolean {
  const row: Command = commands[name]
  return row.by.includes(by) && row.from.includes(parcel.status) && (row.kind ?? parcel.kind) === parcel.kind && (row.leg ?? parcel.leg) === parcel.leg
}

export const stepsFor = (parcel: Parcel, by: By): CommandName[] => commandNames.filter(name => mayStep(parcel, name, by))

declare const checked: unique symbol
/** A step somebody was allowed to record. Only step() makes one. */
export type AllowedStep = Command & { name: CommandName, onLeg: Leg, [checked]: true }

/** Checks a command. Refuses with SHIPMENT_COMMAND_NOT_ALLOWED, NOT_YOURS_TO_DO or REASON_NEEDED. */
export function step(parcel: Parcel, name: CommandName, by: By, reason?: Reason): AllowedStep {
  const row: Command = commands[name]
  if (!row.by.includes(by)) throw new Refusal('NOT_YOURS_TO_DO', { name, by })
  if (!mayStep(parcel, name, by)) throw new Refusal('SHIPMENT_COMMAND_NOT_ALLOWED', { name, status: parcel.status, statusWords: sayStatus(parcel) })
  if (row.needs === 'reason' && !reason) throw new Refusal('REASON_NEEDED', { fields: { reason: 'REASON_REQUIRED' } satisfies FieldErrors })
  if (row.turnsBack && parcel.attempts < 2 && !noSecondVisit.includes(reason!)) throw new Refusal('SHIPMENT_COMMAND_NOT_ALLOWED', { name, status: parcel.status, statusWords: `${sayStatus(parcel)}; cần ít nhất hai lần phát trước khi hoàn` })
  return { ...row, name, onLeg: row.turnsBack ? 'return' : parcel.leg } as AllowedStep
}
