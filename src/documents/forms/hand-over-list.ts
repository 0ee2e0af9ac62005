// Giấy bàn giao hồ sơ: which originals went from whose hands into whose, with both signatures, and every code to scan again. Two copies.
import { dayOf } from '../../kernel/time.ts'
import { field, paragraph, signed, table } from '../layout.ts'
import { type Heading, longInstant, officialHead, titleBlock } from '../official.ts'
import { type Part, printA4, type Sheet, type Strip } from '../pdf.ts'
import { bold, italic } from '../typesetting.ts'
import { type Label, labelGrid } from './original-labels.ts'

type Side = { who: string; name: string; signedAt?: Temporal.Instant | undefined; image?: Uint8Array | undefined }
/** `outcome` in words: `Đã nhận`, `Không thấy: …`. */
type Handed = Label & { form: string; outcome: string; taken: boolean; parcel?: string | undefined }

export type HandOverListData = {
  heading: Heading
  number: string
  at: Temporal.Instant
  giver: Side
  receiver: Side
  items: readonly Handed[]
  note?: string | undefined
  /** Only one side has signed: said on the paper. */
  waiting: boolean
}

/** NĐ 61/2018 Đ18: paper goes from the desk to who settles it on the same day, from hand to hand. */
const handOverReference = 'Theo Điều 18 Nghị định số 61/2018/NĐ-CP'

function sideText(sheet: Sheet, label: string, { who, name, signedAt }: Side): Strip[] {
  return field(sheet, label, [who, !who.includes(name) && name, signedAt && `ký lúc ${longInstant(signedAt)}`].filter(Boolean).join(', '))
}

function copy(sheet: Sheet, data: HandOverListData, note: string): Strip[] {
  const { items, giver, receiver } = data
  const byPost = items.some(({ parcel }) => parcel)
  const strips = [
    ...officialHead(sheet, { heading: data.heading, number: data.number, reference: handOverReference, on: dayOf(data.at) }),
    titleBlock(sheet, {
      lines: ['GIẤY BÀN GIAO HỒ SƠ', 'BẢN CHÍNH GIẤY TỜ'],
      under: italic(`(${note})`),
      qr: data.number,
      qrSays: `Mã QR của phiếu ${data.number}`,
      code: data.number,
      codeLabel: 'Số phiếu'
    }),
    ...sideText(sheet, 'Bên giao', giver),
    ...sideText(sheet, 'Bên nhận', receiver),
    ...paragraph(
      sheet,
      data.waiting
        ? [`Bên giao đã quét và giao ${items.length} bản sau đây. `, bold('Bên nhận chưa xác nhận'), ': bản chính vẫn do bên giao giữ.']
        : [
            'Hai bên đã cùng kiểm từng bản và giao nhận ',
            bold(`${items.filter(({ taken }) => taken).length}/${items.length} bản`),
            ' sau đây:'
          ],
      { before: 5, keep: true }
    ),
    ...table(
      sheet,
      [
        { head: 'TT', share: 5, align: 'center' },
        { head: 'Mã bản chính', share: 20 },
        { head: 'Tên giấy tờ', share: 27 },
        { head: 'Loại', share: 12 },
        { head: byPost ? 'Mã hồ sơ, bưu gửi' : 'Mã hồ sơ', share: 22 },
        { head: 'Tình trạng', share: 14 }
      ],
      items.map((item, index) => [
        String(index + 1),
        bold(item.code),
        item.name,
        item.form,
        [item.dossierCode, item.parcel].filter(Boolean).join(', '),
        item.outcome
      ]),
      { size: 8.5 }
    ),
    ...(data.note ? field(sheet, 'Ghi chú', data.note, { before: 4 }) : []),
    ...paragraph(sheet, 'Giấy này lập thành 02 bản, mỗi bên giữ 01 bản.', { before: 4 })
  ]
  const hands = signed(sheet, strips, [
    { title: 'BÊN GIAO', name: giver.name, image: giver.image },
    { title: 'BÊN NHẬN', name: receiver.name, image: receiver.image }
  ])
  return [...hands, ...paragraph(sheet, 'Mã vạch của từng bản, để quét khi nhận:', { before: 10, keep: true }), ...labelGrid(sheet, items)]
}

export function printHandOverList(data: HandOverListData): Promise<Uint8Array> {
  const part = (note: string): Part => ({ foot: `Giấy bàn giao số ${data.number} – ${note}`, strips: (sheet) => copy(sheet, data, note) })
  return printA4({ title: `Giấy bàn giao hồ sơ ${data.number}`, author: data.heading.agency, at: data.at }, [
    part('Bản 1: Bên giao giữ'),
    part('Bản 2: Bên nhận giữ')
  ])
}
