// Mẫu số 05: who gave the dossier to whom, when, and whether each was done before, on or after its time. Printed from the trace, kept by the office.
import { dayOf } from '../../kernel/time.ts'
import { field, paragraph, table } from '../layout.ts'
import { type Heading, longInstant, officialHead, titleBlock } from '../official.ts'
import { printA5, type Sheet, type Strip } from '../pdf.ts'
import { bold, italic, type Text } from '../typesetting.ts'
import { type Wording, wordsOn } from '../wording.ts'

export type HandedOver = {
  from: { agency: string; name: string }
  to: { agency: string; name: string }
  givenAt: Temporal.Instant
  takenAt: Temporal.Instant | undefined
  /** `Trước hạn`, `Đúng hạn`, `Quá hạn`; empty for what has no time of its own. */
  result: string
  note: string
}

export type ProcessSlipData = {
  heading: Heading
  code: string
  trackingUrl: string
  printedAt: Temporal.Instant
  owner: string
  procedure: string
  receivedAt: Temporal.Instant
  dueAt: Temporal.Instant | undefined
  agency: string
  /** Agencies that took part, each once. */
  others: string[]
  book: { volume: string; line: string }
  handOvers: HandedOver[]
  wording?: Wording | undefined
}

const side = (label: string, { agency, name }: HandedOver['from']): Text => [bold(`${label}: `), [agency, name].filter(Boolean).join(' – ')]

function rows(handOvers: readonly HandedOver[]): Text[][] {
  return handOvers.flatMap(({ from, to, givenAt, takenAt, result, note }, i) => [
    [side(`${i + 1}.1. Giao`, from), longInstant(givenAt), result, note],
    [side(`${i + 1}.2. Nhận`, to), takenAt ? longInstant(takenAt) : '', '', takenAt ? '' : 'Chưa nhận']
  ])
}

function strips(sheet: Sheet, data: ProcessSlipData): Strip[] {
  const { say, lines } = wordsOn('process_slip', data.wording)
  return [
    ...officialHead(sheet, { heading: data.heading, reference: say('reference'), on: dayOf(data.printedAt) }),
    titleBlock(sheet, { lines: lines('title'), qr: data.trackingUrl, code: data.code }),
    ...field(sheet, 'Vào Sổ theo dõi hồ sơ', `Quyển số ${data.book.volume}, số thứ tự ${data.book.line || '……'}`, { before: 8 }),
    ...field(sheet, 'Kèm theo hồ sơ của', data.owner, { strong: true }),
    ...field(sheet, 'Thủ tục hành chính', data.procedure),
    ...field(sheet, 'Ngày nhận hồ sơ', longInstant(data.receivedAt)),
    ...field(sheet, 'Ngày hẹn trả kết quả', data.dueAt ? longInstant(data.dueAt) : 'đồng hồ đang dừng'),
    ...field(sheet, 'Cơ quan (bộ phận) giải quyết hồ sơ', data.agency),
    ...field(sheet, 'Cơ quan phối hợp giải quyết hồ sơ', data.others.join('; ') || 'không'),
    ...table(
      sheet,
      [
        { head: 'TÊN CƠ QUAN', share: 34 },
        { head: 'THỜI GIAN GIAO, NHẬN HỒ SƠ', share: 29 },
        { head: 'KẾT QUẢ GIẢI QUYẾT HỒ SƠ (Trước hạn/Đúng hạn/Quá hạn)', share: 18 },
        { head: 'GHI CHÚ', share: 19 }
      ],
      rows(data.handOvers),
      { size: 8.5, before: 6 }
    ),
    ...paragraph(sheet, italic(say('note')), { size: 8.5, before: 6 })
  ]
}

export function drawProcessSlip(data: ProcessSlipData): Promise<Uint8Array> {
  return printA5({ title: `Phiếu kiểm soát quá trình giải quyết hồ sơ ${data.code}`, author: data.heading.agency, at: data.printedAt }, [
    { foot: data.code, strips: (sheet) => strips(sheet, data) }
  ])
}
