// What happens to a parcel of the simulated carrier: a few lives, step by step, always the same for the same order.
import type { PostInstruction, PostOrder } from '../post.ts'

export const scripts = ['happy', 'fails_once', 'returned'] as const
export type Script = (typeof scripts)[number]

export type Step = {
  code: string
  reasonCode?: string
  text: string
  attempt?: number
  office?: { code: string; name: string }
  /** Papers counted, slip signed, bag sealed. */
  sealed?: true
  /** Somebody signed for it. */
  received?: true
}

const sorting = { code: '180000', name: 'Bưu cục trung tâm Hải Phòng' }
const local = { code: '181000', name: 'Bưu cục Ngô Quyền' }

const collected: Step = { code: 'COLLECTED', text: 'Bưu tá đã đếm giấy tờ, niêm phong và nhận bưu gửi', sealed: true }
const road: Step[] = [
  { code: 'MOVING', text: 'Rời bưu cục nhận', office: sorting },
  { code: 'AT_OFFICE', text: 'Đến bưu cục phát', office: local }
]
const out: Step = { code: 'OUT_FOR_DELIVERY', text: 'Bưu tá đang đi phát', office: local }
const assigned: Step = { code: 'COURIER_ASSIGNED', text: 'Bưu tá đã nhận việc' }
const handed: Step = { code: 'HANDED_OVER', text: 'Đã giao tận tay', received: true }

function failed(attempt: number, reasonCode: string): Step {
  return { code: 'NOT_DELIVERED', reasonCode, attempt, text: `Phát chưa thành công lần ${attempt}`, office: local }
}

function wayBack(reasonCode: string): Step[] {
  return [
    out,
    failed(1, reasonCode),
    out,
    failed(2, reasonCode),
    { code: 'KEPT_FOR_COLLECTION', text: 'Giữ tại bưu cục chờ nhận', office: local },
    { code: 'GOING_BACK', text: 'Hết hạn giữ, chuyển hoàn về nơi gửi', reasonCode, office: local },
    { code: 'GIVEN_BACK', text: 'Đã trả lại nơi gửi', received: true }
  ]
}

/** The whole life of a parcel, after ordering. */
export function journey(kind: PostOrder['kind'], script: Script): Step[] {
  const absent = kind === 'pickup' ? 'desk_closed' : 'recipient_absent'
  if (script === 'returned') return [assigned, collected, ...road, ...wayBack(absent)]
  if (script === 'happy') return [assigned, collected, ...road, out, handed]
  if (kind === 'delivery') return [assigned, collected, ...road, out, failed(1, absent), out, handed]
  const notReady: Step = { code: 'NOT_COLLECTED', reasonCode: 'recipient_absent', text: 'Bưu tá đến nhà nhưng không có người' }
  return [assigned, notReady, assigned, collected, ...road, out, handed]
}

/** What is left of a parcel's life once the recipient has said what they want: the next visit finds them. */
export function journeyAfter({ way }: PostInstruction): Step[] {
  if (way === 'redeliver') return [out, handed]
  if (way === 'collect') return [{ code: 'KEPT_FOR_COLLECTION', text: 'Giữ tại bưu cục chờ nhận', office: local }, handed]
  return [
    { code: 'GOING_BACK', text: 'Chuyển hoàn theo yêu cầu của người nhận', reasonCode: 'recipient_asked_later', office: local },
    { code: 'GIVEN_BACK', text: 'Đã trả lại nơi gửi', received: true }
  ]
}
