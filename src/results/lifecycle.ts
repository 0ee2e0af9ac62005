// The life of a draft of a result on one screen: who may move it, from where to where. What is signed is a result and never a draft again.
import { type Actor, actsAs, type Role } from '../accounts/roles.ts'
import type { Words } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'

/** drafting: with who drafts it; in_review: a colleague reads it; to_sign: on the head's table; signing: ordered, the worker signs it. */
export const draftStates = ['drafting', 'in_review', 'returned', 'to_sign', 'signing', 'signed', 'dropped'] as const
export type DraftState = (typeof draftStates)[number]

export const draftStateWords: Record<DraftState, Words> = {
  drafting: { vi: 'Đang soạn', en: 'Being drafted' },
  in_review: { vi: 'Chờ xem xét', en: 'In review' },
  returned: { vi: 'Trả lại để sửa', en: 'Returned for changes' },
  to_sign: { vi: 'Chờ ký', en: 'Waiting for signature' },
  signing: { vi: 'Đang ký', en: 'Being signed' },
  signed: { vi: 'Đã ký', en: 'Signed' },
  dropped: { vi: 'Đã bỏ', en: 'Dropped' }
}

/** `eyes`: the drafter alone, anybody but the drafter (two pairs of eyes), or whoever has the role. */
type Move = { from: readonly DraftState[]; to: DraftState; by: readonly Role[]; eyes: 'drafter' | 'other' | 'any'; words: Words }
const table = <Name extends string>(rows: Record<Name, Move>): Record<Name, Move> => rows

// biome-ignore format: a table is proof-read from top to bottom.
export const draftMoves = table({
  edit:        { from: ['drafting', 'returned'],   to: 'drafting',  by: ['officer'], eyes: 'drafter', words: { vi: 'Lưu dự thảo', en: 'Save the draft' } },
  ask_review:  { from: ['drafting', 'returned'],   to: 'in_review', by: ['officer'], eyes: 'drafter', words: { vi: 'Chuyển đồng nghiệp xem xét', en: 'Send for review' } },
  send:        { from: ['drafting', 'returned'],   to: 'to_sign',   by: ['officer'], eyes: 'drafter', words: { vi: 'Trình ký', en: 'Send for signature' } },
  take_back:   { from: ['in_review', 'to_sign'],   to: 'drafting',  by: ['officer'], eyes: 'drafter', words: { vi: 'Lấy lại để sửa', en: 'Take back' } },
  endorse:     { from: ['in_review'],              to: 'to_sign',   by: ['officer'], eyes: 'other',   words: { vi: 'Đồng ý, trình ký', en: 'Agree and send for signature' } },
  give_back:   { from: ['in_review', 'to_sign'],   to: 'returned',  by: ['officer'], eyes: 'other',   words: { vi: 'Trả lại người soạn', en: 'Return to the drafter' } },
  order:       { from: ['to_sign', 'in_review'],   to: 'signing',   by: ['signer'],  eyes: 'other',   words: { vi: 'Ra lệnh ký', en: 'Ordered to be signed' } },
  fail:        { from: ['signing'],                to: 'to_sign',   by: ['system'],  eyes: 'any',     words: { vi: 'Chưa ký được', en: 'Could not be signed' } },
  sign:        { from: ['signing'],                to: 'signed',    by: ['system'],  eyes: 'any',     words: { vi: 'Đã ký', en: 'Signed' } },
  drop:        { from: ['drafting', 'returned'],   to: 'dropped',   by: ['officer'], eyes: 'drafter', words: { vi: 'Bỏ dự thảo', en: 'Drop the draft' } },
  // The dossier was withdrawn, or settled with a paper signed by hand: nobody needs the draft any more.
  lapse:       { from: ['drafting', 'in_review', 'returned', 'to_sign'], to: 'dropped', by: ['system'], eyes: 'any', words: { vi: 'Hồ sơ đã kết thúc, bỏ dự thảo', en: 'The dossier is closed, the draft lapsed' } }
})
export type DraftMove = keyof typeof draftMoves

type Standing = { state: DraftState; drafterId: string }

export const mayMove = ({ state, drafterId }: Standing, name: DraftMove, by: Pick<Actor, 'id' | 'role'>): boolean => {
  const { from, by: roles, eyes } = draftMoves[name]
  const isRight = eyes === 'any' || (eyes === 'drafter') === (by.id === drafterId)
  return from.includes(state) && actsAs(by.role, ...roles) && isRight
}

/** @returns the state after the move. @throws Refusal NOT_YOURS_TO_DO, NEEDS_OTHER_EYES, RESULT_DRAFT_ELSEWHERE */
export function stepDraft(draft: Standing, name: DraftMove, by: Pick<Actor, 'id' | 'role'>): DraftState {
  const { from, to, by: roles, eyes } = draftMoves[name]
  if (!actsAs(by.role, ...roles)) throw new Refusal('NOT_YOURS_TO_DO', { name, role: by.role })
  if (eyes === 'other' && by.id === draft.drafterId) throw new Refusal('NEEDS_OTHER_EYES')
  if (eyes === 'drafter' && by.id !== draft.drafterId) throw new Refusal('NOT_YOUR_DRAFT')
  if (!from.includes(draft.state)) throw new Refusal('RESULT_DRAFT_ELSEWHERE', { state: draftStateWords[draft.state].vi })
  return to
}
