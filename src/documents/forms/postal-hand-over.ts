// Biên bản giao nhận hồ sơ: the post hands a bag of dossiers to the desk. The moment of signing is the legal filing time (QĐ 45/2016, Điều 7.4). A4.
import { dayOf } from '../../kernel/time.ts'
import { paragraph, signed, table } from '../layout.ts'
import { type Heading, longInstant, officialHead, titleBlock } from '../official.ts'
import { printA4, type Sheet, type Strip } from '../pdf.ts'
import { bold } from '../typesetting.ts'

/** `papers` as counted of announced: `2/3`; `condition` in words: `Đủ`, `Thiếu 1 trên 3: bản sao`. */
type HandedLine = { number: string; code: string; sender: string; papers: string; seal: string; condition: string }
type Signer = { name: string; signature?: Uint8Array | undefined }

export type PostalHandOverData = {
  heading: Heading
  number: string
  /** The carrier, as people know it. */
  carrier: string
  signedAt: Temporal.Instant
  /** Behind the QR code: the record in the house. */
  address: string
  received: number
  all: number
  lines: HandedLine[]
  postman: Signer
  clerk: Signer
  /** Signed by hand on the printed paper, in two copies. */
  onPaper: boolean
}

const postalHandOverReference = 'Theo Điều 7 Quyết định số 45/2016/QĐ-TTg'

function strips(sheet: Sheet, data: PostalHandOverData): Strip[] {
  const { heading, number, signedAt, received, all } = data
  return signed(
    sheet,
    [
      ...officialHead(sheet, { heading, number, reference: postalHandOverReference, on: dayOf(signedAt) }),
      titleBlock(sheet, {
        lines: ['BIÊN BẢN GIAO NHẬN HỒ SƠ', 'QUA DỊCH VỤ BƯU CHÍNH CÔNG ÍCH'],
        qr: data.address,
        qrSays: `Mã QR mở biên bản ${number}`
      }),
      ...paragraph(sheet, ['Hôm nay, hồi ', bold(longInstant(signedAt)), `, tại ${heading.desk}, ${heading.agency}, hai bên gồm:`], {
        before: 8
      }),
      ...paragraph(sheet, ['Bên giao: ', bold(data.postman.name), `, nhân viên bưu chính, ${data.carrier}.`]),
      ...paragraph(sheet, ['Bên nhận: ', bold(data.clerk.name), `, ${heading.desk}.`]),
      ...paragraph(
        sheet,
        [
          'Hai bên đã cùng kiểm tra niêm phong, đếm giấy tờ theo Phiếu gửi hồ sơ. ',
          bold(`Đã nhận ${received}/${all} bưu gửi`),
          ', cụ thể như sau:'
        ],
        { keep: true, before: 4 }
      ),
      ...table(
        sheet,
        [
          { head: 'TT', share: 5, align: 'center' },
          { head: 'Số bưu gửi', share: 22 },
          { head: 'Mã hồ sơ', share: 22 },
          { head: 'Người gửi', share: 17 },
          { head: 'Giấy tờ', share: 7, align: 'center' },
          { head: 'Niêm phong', share: 15 },
          { head: 'Tình trạng', share: 23 }
        ],
        data.lines.map((line, index) => [String(index + 1), line.number, line.code, line.sender, line.papers, line.seal, line.condition]),
        { size: 8.5 }
      ),
      ...paragraph(
        sheet,
        [
          'Thời điểm ký biên bản này là ',
          bold('thời điểm nộp hồ sơ'),
          ' theo khoản 4 Điều 7 Quyết định số 45/2016/QĐ-TTg, đối với các hồ sơ đã nhận.'
        ],
        { before: 6 }
      ),
      ...paragraph(
        sheet,
        data.onPaper
          ? 'Biên bản lập thành 02 liên, hai bên ký tay, mỗi bên giữ 01 liên. Sai lệch phát hiện sau được ghi ở biên bản kế tiếp.'
          : 'Hai bên ký trên màn hình; bản in và bản điện tử có giá trị như nhau. Sai lệch phát hiện sau được ghi ở biên bản kế tiếp.',
        { before: 2 }
      )
    ],
    [
      {
        title: 'BÊN GIAO',
        name: data.postman.name,
        image: data.postman.signature,
        ...(data.onPaper ? {} : { note: '(Ký trên màn hình)' })
      },
      { title: 'BÊN NHẬN', name: data.clerk.name, image: data.clerk.signature, ...(data.onPaper ? {} : { note: '(Ký trên màn hình)' }) }
    ]
  )
}

export function printPostalHandOver(data: PostalHandOverData): Promise<Uint8Array> {
  return printA4({ title: `Biên bản giao nhận hồ sơ ${data.number}`, author: data.heading.agency, at: data.signedAt }, [
    { foot: `Biên bản số ${data.number}`, strips: (sheet) => strips(sheet, data) }
  ])
}
