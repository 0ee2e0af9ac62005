// Who is told when something is about to be late, or is: the levels, what each is about, and what time makes of them. Pure.
import { type WorkingCalendar, workingDaysBetween } from '../deadlines/calendar.ts'
import { workingDaysBefore } from '../deadlines/rules.ts'
import type { Words } from '../kernel/locale.ts'
import { dayOf } from '../kernel/time.ts'

/**
 * due: a dossier and its due date; step: one step of the internal process; consultation: another office's answer; suspension: its
 * last day; supplement: papers asked for that do not come; proposal: a second request nobody has decided.
 */
export const subjects = ['due', 'step', 'consultation', 'suspension', 'supplement', 'proposal'] as const
export type Subject = (typeof subjects)[number]

export const subjectWords: Record<Subject, Words> = {
  due: { vi: 'Hạn trả kết quả', en: 'Due date' },
  step: { vi: 'Hạn của bước xử lý', en: 'Step of the process' },
  consultation: { vi: 'Chờ ý kiến phối hợp', en: 'Opinion of another office' },
  suspension: { vi: 'Hết thời gian tạm dừng', en: 'End of a suspension' },
  supplement: { vi: 'Chưa bổ sung giấy tờ', en: 'Papers not given' },
  proposal: { vi: 'Đề nghị bổ sung lần hai chưa quyết', en: 'Second request undecided' }
}

export const causes = ['due_soon', 'due_today', 'late', 'ends_soon', 'ended', 'unanswered', 'closing', 'undecided'] as const
export type Cause = (typeof causes)[number]

export const causeWords: Record<Cause, Words> = {
  due_soon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  due_today: { vi: 'Đến hạn hôm nay', en: 'Due today' },
  late: { vi: 'Đã trễ hạn', en: 'Late' },
  ends_soon: { vi: 'Sắp hết thời gian tạm dừng', en: 'The suspension ends soon' },
  ended: { vi: 'Đã hết thời gian tạm dừng, cần giải quyết tiếp', en: 'The suspension has ended: go on' },
  unanswered: { vi: 'Người nộp chưa bổ sung, nên gọi nhắc', en: 'The applicant has not answered: remind them' },
  closing: { vi: 'Đã lâu không bổ sung, đề nghị kết thúc hồ sơ', en: 'No answer for long: propose to close' },
  undecided: { vi: 'Lãnh đạo chưa quyết định', en: 'The head has not decided' }
}

/** Who is to do something about it. */
export const recipients = ['clerk', 'officer', 'signer', 'supervisor'] as const
export type Recipient = (typeof recipients)[number]

/** One notice: told once for this date, level and turn, however often the sweeper passes. */
export type Notice = { level: number; turn: number; to: Recipient; cause: Cause }

/** Something with a date, and who should have been told of it by now. `officerId` has it in hand. */
export type Matter = {
  id: string
  subject: Subject
  subjectId: string
  dossierId: string
  agencyId: string
  procedureCode: string
  sectorCode: string
  officerId: string | null
  dueAt: Temporal.Instant
  notices: readonly Notice[]
}

/** Working days, as the dated rules have them. */
export type Ladder = { officer: number; head: number; every: number }

/** Everybody who should have been told of a date by now: officer, then head, then head and supervisor again and again while it is late. */
export function noticesOf(due: Temporal.Instant, now: Temporal.Instant, calendar: WorkingCalendar, ladder: Ladder): Notice[] {
  const [dueDay, today] = [dayOf(due), dayOf(now)]
  const { compare } = Temporal.PlainDate
  const reached = (days: number) => compare(today, workingDaysBefore(calendar, dueDay, days)) >= 0
  const isLate = Temporal.Instant.compare(now, due) > 0
  const soon: Cause = isLate ? 'late' : compare(today, dueDay) === 0 ? 'due_today' : 'due_soon'
  const notices: Notice[] = []
  if (reached(ladder.officer)) notices.push({ level: 1, turn: 0, to: 'officer', cause: soon })
  if (reached(ladder.head)) notices.push({ level: 2, turn: 0, to: 'signer', cause: soon })
  if (!isLate) return notices
  // Only the turn that is reached now: a sweeper that slept a month does not shout ten times.
  const turn = Math.floor(workingDaysBetween(calendar, dueDay, today) / Math.max(1, ladder.every))
  return [...notices, { level: 3, turn, to: 'signer', cause: 'late' }, { level: 4, turn, to: 'supervisor', cause: 'late' }]
}

/** Later than this many working days is shown first. */
export const longLate = 3
