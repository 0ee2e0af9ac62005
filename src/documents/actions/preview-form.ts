// What an official form would look like with these words: the same drawing, for a person who does not exist.
import type { Context } from '../../context.ts'
import { dayOf } from '../../kernel/time.ts'
import { printApology } from '../forms/apology.ts'
import { drawProcessSlip } from '../forms/process-slip.ts'
import { printReceipt } from '../forms/receipt.ts'
import { printRegisterBook } from '../forms/register-book.ts'
import { printRejection } from '../forms/rejection.ts'
import { printSupplementRequest } from '../forms/supplement-request.ts'
import type { WordedForm, Wording } from '../wording.ts'

export async function previewForm(
  { now, baseUrl }: Pick<Context, 'now' | 'baseUrl'>,
  form: WordedForm,
  wording: Wording
): Promise<Uint8Array> {
  const at = now()
  const code = '000.00.00.H24-000000-0000'
  const clerk = { name: 'Nguyễn Văn Mẫu', phone: '1022' }
  const shared = {
    heading: { agency: 'Tên cơ quan, đơn vị', desk: 'Bộ phận Tiếp nhận và Trả kết quả', place: 'Hải Phòng', electronic: true },
    number: '00/XEM-THU',
    code,
    issuedAt: at,
    trackingUrl: `${baseUrl}/tra-cuu/${code}`,
    applicant: { name: 'Nguyễn Thị Ví Dụ', address: 'Số 1, đường Ví Dụ, phường Ví Dụ', phone: '0900 000 000', idNumber: '031 000 000 000' },
    procedure: '0.000000 – Tên thủ tục hành chính, dài như thường gặp, để thấy chỗ xuống dòng',
    lookUp: { url: `${baseUrl}/tra-cuu`, phone: '1022' },
    wording
  }
  const papers = [
    { name: 'Đơn đề nghị (theo mẫu)', originals: 1, certifiedCopies: 0, copies: 0 },
    { name: 'Giấy tờ kèm theo', originals: 0, certifiedCopies: 1, copies: 1 }
  ]
  const print: Record<WordedForm, () => Promise<Uint8Array>> = {
    receipt: () =>
      printReceipt({
        ...shared,
        channel: 'Trực tiếp tại quầy',
        papers,
        sets: 1,
        processingTime: '05 ngày làm việc',
        receivedAt: at,
        dueAt: at.add({ hours: 24 * 7 }),
        explanation: ['Cách đếm ngày được in ở đây.'],
        resultAt: 'quầy một cửa',
        book: { volume: '2026', line: '0' },
        fees: [],
        clerk: clerk.name
      }),
    supplement_request: () =>
      printSupplementRequest({ ...shared, papers, reasons: ['Giấy tờ kèm theo bị mờ, không đọc được.'], officer: clerk }),
    rejection: () =>
      printRejection({
        ...shared,
        variant: 'online',
        submittedAt: at,
        reasons: ['Không thuộc thẩm quyền giải quyết.'],
        articles: ['Điều … Nghị định …'],
        clerk
      }),
    apology: () =>
      printApology({
        ...shared,
        receivedAt: at.subtract({ hours: 24 * 7 }),
        oldDueAt: at.add({ hours: 24 * 2 }),
        newDueAt: at.add({ hours: 24 * 7 }),
        causes: ['Cần xác minh thêm thông tin trong hồ sơ'],
        signer: clerk.name
      }),
    process_slip: () =>
      drawProcessSlip({
        ...shared,
        printedAt: at,
        owner: shared.applicant.name,
        receivedAt: at,
        dueAt: at.add({ hours: 24 * 7 }),
        agency: shared.heading.agency,
        others: ['Cơ quan phối hợp'],
        book: { volume: '2026', line: '0' },
        handOvers: [
          {
            from: { agency: shared.heading.desk, name: clerk.name },
            to: { agency: 'Phòng chuyên môn', name: 'Trần Thị Mẫu' },
            givenAt: at,
            takenAt: at,
            result: 'Đúng hạn',
            note: ''
          }
        ]
      }),
    register_book: () =>
      printRegisterBook({
        heading: shared.heading,
        number: '00/XEM-THU',
        year: dayOf(at).year,
        piece: { nth: 1, of: 1 },
        rows: [
          {
            ...{ line: 1, code, procedure: shared.procedure, sets: 1, name: shared.applicant.name, address: shared.applicant.address },
            ...{
              agency: shared.heading.agency,
              receivedAt: at,
              dueAt: at,
              returnedAt: null,
              method: 'Trực tiếp tại quầy',
              signed: '',
              note: ''
            }
          }
        ],
        at,
        closed: { at, lines: 1, hash: '0'.repeat(64), proposedBy: clerk.name, closedBy: 'Trần Thị Mẫu' },
        wording
      })
  }
  return print[form]()
}
