// The life of a hand-over list: scanned by the giver, offered, confirmed by the receiver, with or without differences; or called back.
import type { Words } from '../kernel/locale.ts'

export const listStates = ['open', 'offered', 'received', 'received_with_differences', 'called_back', 'dropped'] as const
export type ListState = (typeof listStates)[number]

/** What became of one line. `extra`: the receiver found it in the bundle, nobody had offered it, so nobody's custody changed. */
export const outcomes = ['pending', 'confirmed', 'missing', 'refused', 'called_back', 'extra'] as const
export type Outcome = (typeof outcomes)[number]

/** After these a list is history: what was wrong is put right on the next one. */
export const isOver = (state: ListState): boolean => state !== 'open' && state !== 'offered'

export const listStateWords: Record<ListState, Words> = {
  open: { vi: 'Đang quét', en: 'Being scanned' },
  offered: { vi: 'Đã giao, chờ bên nhận', en: 'Given, not confirmed' },
  received: { vi: 'Đã nhận đủ', en: 'Received in full' },
  received_with_differences: { vi: 'Đã nhận, có chênh lệch', en: 'Received with differences' },
  called_back: { vi: 'Bên giao đã rút lại', en: 'Called back by the giver' },
  dropped: { vi: 'Đã bỏ, chưa giao gì', en: 'Dropped, nothing was given' }
}

export const outcomeWords: Record<Outcome, Words> = {
  pending: { vi: 'Chờ xác nhận', en: 'Waiting' },
  confirmed: { vi: 'Đã nhận', en: 'Received' },
  missing: { vi: 'Không thấy', en: 'Not there' },
  refused: { vi: 'Không nhận', en: 'Refused' },
  called_back: { vi: 'Rút lại', en: 'Called back' },
  extra: { vi: 'Thừa, ngoài phiếu', en: 'Extra, not on the list' }
}
