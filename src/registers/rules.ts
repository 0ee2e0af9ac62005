// The book a desk keeps of its dossiers (sổ theo dõi hồ sơ, Mẫu số 06): one for each agency and year, numbered, closed at the year's end (TT 01/2018 Đ10).
import { dayOf } from '../kernel/time.ts'

export const bookStates = ['open', 'proposed', 'closed'] as const
export type BookState = (typeof bookStates)[number]

/** `01/2026`: the first book of the year. */
export const bookNumber = (year: number): string => `01/${year}`

/** The book a dossier belongs into: the year in which it was accepted, as a calendar here says it. */
export const yearOf = (acceptedAt: Temporal.Instant): number => dayOf(acceptedAt).year

/** A year is closed when it is over, not on its last afternoon. */
export const isOver = (year: number, now: Temporal.Instant): boolean => dayOf(now).year > year

/** One line of Mẫu số 06. Days and times as they are; the pen and the sheet write them each in their own way. */
export type RegisterRow = {
  line: number
  code: string
  procedure: string
  sets: number
  name: string
  address: string
  agency: string
  receivedAt: Temporal.Instant
  dueAt: Temporal.Instant | null
  returnedAt: Temporal.Instant | null
  method: string
  signed: string
  note: string
}

export const columnNames = {
  line: 'STT',
  code: 'Mã hồ sơ',
  procedure: 'Tên thủ tục hành chính',
  sets: 'Số lượng hồ sơ (bộ)',
  name: 'Tên cá nhân, tổ chức',
  address: 'Địa chỉ, số điện thoại',
  agency: 'Cơ quan chủ trì giải quyết',
  receivedAt: 'Nhận hồ sơ: ngày, tháng, năm',
  dueAt: 'Hẹn trả kết quả: ngày, tháng, năm',
  returnedAt: 'Trả kết quả: ngày, tháng, năm',
  method: 'Phương thức nhận kết quả',
  signed: 'Ký nhận',
  note: 'Ghi chú'
} as const satisfies Record<keyof RegisterRow, string>

type Entered = {
  code: string | null
  state: string
  procedureName: string
  applicantName: string
  applicant: { address?: string | undefined; phone: string }
  delivery: { method: 'desk' | 'post' | 'electronic' }
  receivedAt: Temporal.Instant | null
  acceptedAt: Temporal.Instant | null
  dueAt: Temporal.Instant | null
  returnedAt: Temporal.Instant | null
  finishedAt: Temporal.Instant | null
}

const methods = { desk: 'Trực tiếp tại quầy', post: 'Bưu chính công ích', electronic: 'Trực tuyến' } as const
const notes: Readonly<Record<string, string>> = {
  withdrawn: 'Người nộp rút hồ sơ',
  awaiting_supplement: 'Đang chờ bổ sung',
  suspended: 'Tạm dừng giải quyết',
  refused: 'Từ chối'
}

/** What the book says of a dossier today. */
export function rowOf(dossier: Entered, { line, agency }: { line: number; agency: string }): RegisterRow {
  const { delivery, returnedAt, finishedAt, dueAt, state } = dossier
  const late = finishedAt && dueAt && Temporal.Instant.compare(finishedAt, dueAt) > 0
  return {
    line,
    code: dossier.code ?? '',
    procedure: dossier.procedureName,
    sets: 1,
    name: dossier.applicantName,
    address: [dossier.applicant.address, dossier.applicant.phone].filter(Boolean).join(', '),
    agency,
    receivedAt: dossier.receivedAt ?? dossier.acceptedAt!,
    dueAt,
    returnedAt,
    method: methods[delivery.method],
    signed: returnedAt ? (delivery.method === 'electronic' ? 'Điện tử' : 'Đã ký nhận') : '',
    note: [notes[state], late && 'Quá hạn'].filter(Boolean).join('; ')
  }
}

/** What can never change of a line once it stands in the book, as the hash of a closed book takes it. */
export const lineText = ({ line, code, acceptedAt }: { line: number; code: string; acceptedAt: Temporal.Instant }): string =>
  `${line}\t${code}\t${acceptedAt.toString({ smallestUnit: 'microsecond', roundingMode: 'trunc' })}\n`

export const exportFormats = ['pdf', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]
/** Which lines are wanted: days of acceptance, a sector. */
export type RegisterFilter = { from?: string | undefined; to?: string | undefined; sector?: string | undefined }
/** Lines in one file of paper: about eighty pages, which a printer takes and a worker holds. */
export const linesInFile = 1000
