// The whole life of a dossier on one screen: who may move it, from where to where, what happens to its legal clock,
// and what happens next. States are the ten of the national portal (numbers in `nationalStatus`) and the draft before them.
import { actsAs, type Role } from '../accounts/roles.ts'
import type { MoveJobName } from '../jobs/names.ts'
import type { Locale, Words } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'

export const states = [
  'draft', 'submitted', 'accepted', 'refused', 'in_progress', 'awaiting_supplement', 'awaiting_payment',
  'withdrawn', 'suspended', 'result_ready', 'returned'
] as const
export type State = (typeof states)[number]

/** Status codes of the national public-service portal. */
export const nationalStatus: Record<Exclude<State, 'draft'>, number> = {
  submitted: 1, accepted: 2, refused: 3, in_progress: 4, awaiting_supplement: 5,
  awaiting_payment: 6, withdrawn: 7, suspended: 8, result_ready: 9, returned: 10
}

/** What a state is called: to the person whose dossier it is, and to the people who work on it. */
export const stateWords: Record<State, Words & { desk: string }> = {
  draft:               { vi: 'Bản nháp, chưa nộp', en: 'Draft, not filed', desk: 'Bản nháp' },
  submitted:           { vi: 'Đã nộp, chờ quầy kiểm tra', en: 'Filed, waiting for the desk', desk: 'Mới đăng ký' },
  accepted:            { vi: 'Đã tiếp nhận', en: 'Accepted', desk: 'Được tiếp nhận' },
  refused:             { vi: 'Không được tiếp nhận', en: 'Not accepted', desk: 'Không được tiếp nhận' },
  in_progress:         { vi: 'Đang giải quyết', en: 'Being processed', desk: 'Đang xử lý' },
  awaiting_supplement: { vi: 'Cần ông/bà bổ sung giấy tờ', en: 'Waiting for papers from you', desk: 'Yêu cầu bổ sung giấy tờ' },
  awaiting_payment:    { vi: 'Cần ông/bà nộp phí, lệ phí', en: 'Waiting for your payment', desk: 'Yêu cầu thực hiện nghĩa vụ tài chính' },
  withdrawn:           { vi: 'Đã rút hồ sơ', en: 'Withdrawn', desk: 'Công dân yêu cầu rút hồ sơ' },
  suspended:           { vi: 'Tạm dừng giải quyết', en: 'Suspended', desk: 'Dừng xử lý' },
  result_ready:        { vi: 'Đã có kết quả', en: 'Result ready', desk: 'Đã xử lý xong' },
  returned:            { vi: 'Đã trả kết quả', en: 'Result returned', desk: 'Đã trả kết quả' }
}

/**
 * What a move does to the legal clock: NĐ 61/2018 Đ18–19 (restart: Đ19.4, apologise: Đ19.9). `finish` fixes early, on time or late for good;
 * `drop`: taken back, so that no date binds any more. */
export type ClockEffect = 'start' | 'stop' | 'restart' | 'pause' | 'resume' | 'apologise' | 'finish' | 'drop'
/** `same`: the dossier stays where it is. */
type Move = { from: readonly State[], to: State | 'same', by: readonly Role[], clock?: ClockEffect, next: readonly MoveJobName[], words: Words }
const table = <Name extends string>(rows: Record<Name, Move>): Record<Name, Move> => rows

const open = ['submitted', 'accepted', 'in_progress', 'awaiting_supplement', 'awaiting_payment', 'suspended'] as const

export const moves = table({
  submit:           { from: ['draft'],               to: 'submitted',           by: ['applicant', 'clerk', 'partner'], next: ['document.filled_form', 'document.filing_confirmation', 'notice.submitted', 'papers.collect'], words: { vi: 'Nộp hồ sơ', en: 'Filed' } },
  // QĐ 45/2016 Đ7.4: papers carried by the post are filed in law when the desk signs for them.
  receive_papers:   { from: ['submitted'],           to: 'submitted',           by: ['clerk'],                         next: ['originals.register'], words: { vi: 'Quầy nhận giấy tờ từ bưu điện', en: 'Papers received from the post' } },
  accept:           { from: ['submitted'],           to: 'accepted',            by: ['clerk'],   clock: 'start',       next: ['originals.register', 'register.enter', 'document.receipt', 'notice.accepted', 'process.follow'], words: { vi: 'Tiếp nhận hồ sơ', en: 'Accepted' } },
  refuse:           { from: ['submitted'],           to: 'refused',             by: ['clerk'],                         next: ['document.rejection', 'notice.refused', 'shipment.call_off', 'payment.refund'], words: { vi: 'Từ chối tiếp nhận', en: 'Refused at the desk' } },
  // NĐ 61/2018 Đ17, Đ11.2c: everything that is missing, in writing, once.
  ask_at_desk:      { from: ['submitted'],           to: 'awaiting_supplement', by: ['clerk'],                         next: ['document.supplement_request', 'notice.supplement'], words: { vi: 'Yêu cầu bổ sung hồ sơ', en: 'Supplement requested' } },
  ask_supplement:   { from: ['in_progress'],         to: 'awaiting_supplement', by: ['officer'], clock: 'stop',        next: ['document.supplement_request', 'notice.supplement', 'process.follow'], words: { vi: 'Yêu cầu bổ sung hồ sơ', en: 'Supplement requested' } },
  supplement:       { from: ['awaiting_supplement'], to: 'submitted',           by: ['applicant', 'clerk', 'partner'], next: ['originals.register', 'notice.supplemented'], words: { vi: 'Bổ sung hồ sơ', en: 'Supplement given' } },
  supplement_again: { from: ['awaiting_supplement'], to: 'accepted',            by: ['applicant', 'clerk', 'partner'], clock: 'restart', next: ['originals.register', 'document.receipt', 'notice.supplemented', 'process.follow'], words: { vi: 'Bổ sung hồ sơ', en: 'Supplement given' } },
  take:             { from: ['accepted'],            to: 'in_progress',         by: ['officer'],                       next: ['process.follow'], words: { vi: 'Nhận giải quyết', en: 'Taken up' } },
  request_payment:  { from: ['in_progress'],         to: 'awaiting_payment',    by: ['officer'], clock: 'pause',       next: ['notice.payment', 'process.follow'], words: { vi: 'Yêu cầu nộp phí, lệ phí', en: 'Payment requested' } },
  confirm_payment:  { from: ['awaiting_payment'],    to: 'in_progress',         by: ['clerk', 'system'], clock: 'resume', next: ['process.follow'], words: { vi: 'Đã nộp phí, lệ phí', en: 'Paid' } },
  suspend:          { from: ['in_progress'],         to: 'suspended',           by: ['officer'], clock: 'pause',       next: ['process.follow'], words: { vi: 'Tạm dừng giải quyết', en: 'Suspended' } },
  resume:           { from: ['suspended'],           to: 'in_progress',         by: ['officer'], clock: 'resume',      next: ['process.follow'], words: { vi: 'Tiếp tục giải quyết', en: 'Resumed' } },
  // NĐ 61/2018 Đ19.9: one letter, one new date; the head of the agency signs it, whoever has the dossier.
  apologise:        { from: ['accepted', 'in_progress'], to: 'same',            by: ['signer'],  clock: 'apologise',   next: ['document.apology', 'notice.apology', 'process.follow'], words: { vi: 'Xin lỗi và hẹn lại ngày trả kết quả', en: 'Apology and new due date' } },
  approve:          { from: ['in_progress'],         to: 'result_ready',        by: ['officer'], clock: 'finish',      next: ['document.result', 'result.register', 'notice.result', 'result.dispatch', 'process.follow'], words: { vi: 'Ký kết quả', en: 'Result signed' } },
  // NĐ 61/2018 Đ19.8: refusal on merit is a result, in writing, with its reason.
  refuse_on_merit:  { from: ['in_progress'],         to: 'result_ready',        by: ['officer'], clock: 'finish',      next: ['document.result', 'result.register', 'notice.result', 'result.dispatch', 'process.follow'], words: { vi: 'Ký văn bản từ chối giải quyết', en: 'Refused on merit' } },
  hand_over:        { from: ['result_ready'],        to: 'returned',            by: ['clerk'],                         next: ['document.hand_over_slip', 'notice.returned'], words: { vi: 'Trả kết quả tại quầy', en: 'Result handed over' } },
  deliver:          { from: ['result_ready'],        to: 'returned',            by: ['system'],                        next: ['notice.returned'], words: { vi: 'Bưu điện đã phát kết quả', en: 'Result delivered by post' } },
  release:          { from: ['result_ready'],        to: 'returned',            by: ['system'],                        next: [], words: { vi: 'Trả kết quả điện tử', en: 'Electronic result released' } },
  withdraw:         { from: open,                    to: 'withdrawn',           by: ['applicant', 'clerk', 'partner'], clock: 'drop', next: ['result.register', 'notice.withdrawn', 'shipment.call_off', 'payment.refund', 'process.follow'], words: { vi: 'Rút hồ sơ', en: 'Withdrawn' } }
})
export type MoveName = keyof typeof moves

declare const checked: unique symbol
/** A move somebody was allowed to make. Only step() can produce one, and saveMove() takes nothing else. */
export type AllowedMove = Omit<Move, 'to'> & { to: State, name: MoveName, [checked]: true }

/** @throws Refusal NOT_YOURS_TO_DO or MOVE_NOT_ALLOWED */
export function step(state: State, name: MoveName, role: Role): AllowedMove {
  const move = moves[name]
  if (!actsAs(role, ...move.by)) throw new Refusal('NOT_YOURS_TO_DO', { name, role })
  if (!move.from.includes(state)) throw new Refusal('MOVE_NOT_ALLOWED', { name, state, stateWords: stateWords[state].vi })
  return { ...move, to: move.to === 'same' ? state : move.to, name } as AllowedMove
}

/** The moves a role may make now: the buttons of a page, in the order of the table. */
export const movesFor = (state: State, role: Role): MoveName[] =>
  (Object.keys(moves) as MoveName[]).filter(name => moves[name].from.includes(state) && actsAs(role, ...moves[name].by))

export const isOpen = (state: State): boolean => (open as readonly State[]).includes(state)
export const wordsOf = (state: State, locale: Locale): string => stateWords[state][locale]
