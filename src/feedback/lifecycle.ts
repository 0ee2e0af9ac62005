// The life of a petition (phản ánh, kiến nghị) and of a question on one screen: who may move it, from where to where.
// NĐ 20/2008/NĐ-CP, amended by NĐ 63/2010. Complaints and denunciations have laws of their own: `decline` says where they go.
import type { Role } from '../accounts/roles.ts'
import type { Locale, Words } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'

export const petitionStates = ['received', 'forwarded', 'answered', 'declined'] as const
export type PetitionState = (typeof petitionStates)[number]

export const petitionStateWords: Record<PetitionState, Words> = {
  received: { vi: 'Đã nhận, chờ trả lời', en: 'Received, waiting for an answer' },
  forwarded: { vi: 'Đã chuyển đến cơ quan có thẩm quyền', en: 'Passed on to the competent office' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  declined: { vi: 'Không giải quyết theo cách này', en: 'Not handled in this way' }
}

type PetitionMove = { from: readonly PetitionState[]; to: PetitionState; by: readonly Role[]; words: Words }
const petitionTable = <Name extends string>(rows: Record<Name, PetitionMove>): Record<Name, PetitionMove> => rows

const open = ['received', 'forwarded'] as const

export const petitionMoves = petitionTable({
  // Nothing comes before it: anybody may send one.
  send: { from: [], to: 'received', by: ['applicant'], words: { vi: 'Gửi phản ánh, kiến nghị', en: 'Sent' } },
  // NĐ 20/2008: what is not the office's own competence goes to the office whose it is, within 5 working days.
  forward: { from: open, to: 'forwarded', by: ['officer'], words: { vi: 'Chuyển cơ quan có thẩm quyền', en: 'Passed on' } },
  answer: { from: open, to: 'answered', by: ['officer'], words: { vi: 'Trả lời', en: 'Answered' } },
  decline: {
    from: open,
    to: 'declined',
    by: ['officer'],
    words: { vi: 'Không giải quyết, hướng dẫn nơi nhận', en: 'Not handled, directed elsewhere' }
  }
})
export type PetitionMoveName = keyof typeof petitionMoves

export const questionStates = ['asked', 'answered', 'released'] as const
export type QuestionState = (typeof questionStates)[number]

export const questionStateWords: Record<QuestionState, Words> = {
  asked: { vi: 'Chờ trả lời', en: 'Waiting for an answer' },
  answered: { vi: 'Đã trả lời, chưa công khai', en: 'Answered, not public' },
  released: { vi: 'Đã công khai', en: 'Public' }
}

type QuestionMove = { from: readonly QuestionState[]; to: QuestionState; by: readonly Role[]; words: Words }
const questionTable = <Name extends string>(rows: Record<Name, QuestionMove>): Record<Name, QuestionMove> => rows

export const questionMoves = questionTable({
  answer: { from: ['asked', 'answered'], to: 'answered', by: ['officer'], words: { vi: 'Trả lời', en: 'Answer' } },
  release: { from: ['answered'], to: 'released', by: ['officer'], words: { vi: 'Công khai', en: 'Make public' } },
  take_back: { from: ['released'], to: 'answered', by: ['officer'], words: { vi: 'Thôi công khai', en: 'Take back' } }
})
export type QuestionMoveName = keyof typeof questionMoves

type Life<State extends string> = { from: readonly State[]; to: State; by: readonly Role[] }

function check<State extends string>(move: Life<State>, words: Record<State, Words>, state: State, role: Role): State {
  if (!move.by.includes(role)) throw new Refusal('NOT_YOURS_TO_DO')
  if (!move.from.includes(state)) throw new Refusal('FEEDBACK_MOVE_NOT_ALLOWED', { stateWords: words[state].vi })
  return move.to
}

/** Where a move leads. @throws Refusal NOT_YOURS_TO_DO, FEEDBACK_MOVE_NOT_ALLOWED */
export const stepPetition = (state: PetitionState, name: PetitionMoveName, role: Role): PetitionState =>
  check<PetitionState>(petitionMoves[name], petitionStateWords, state, role)

/** Where a move leads. @throws Refusal NOT_YOURS_TO_DO, FEEDBACK_MOVE_NOT_ALLOWED */
export const stepQuestion = (state: QuestionState, name: QuestionMoveName, role: Role): QuestionState =>
  check<QuestionState>(questionMoves[name], questionStateWords, state, role)

/**
 * Whether everybody who has its address may read a question. What an editor took back is for who asked it only; before its release the
 * address is known to nobody else, because only their own message names it.
 */
export const isReadable = ({ state, publicSubject }: { state: QuestionState; publicSubject: string }): boolean =>
  state === 'released' || publicSubject === ''

export const isOpenPetition = (state: PetitionState): boolean => (open as readonly PetitionState[]).includes(state)
export const petitionWordsOf = (state: PetitionState, locale: Locale): string => petitionStateWords[state][locale]
