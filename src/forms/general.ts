// The form of procedures that have none of their own: what is asked for, in the citizen's words, and how many copies where that counts. Pure.
import type { Field, Form } from './definition.ts'

const copies: Field = {
  id: 'copies',
  kind: 'number',
  label: { vi: 'Số bản cần nhận', en: 'Number of copies' },
  required: false,
  limits: { min: 1, max: 20 }
}

const subject: Field = {
  id: 'subject',
  kind: 'long_text',
  label: { vi: 'Nội dung yêu cầu giải quyết', en: 'What you ask for' },
  hint: { vi: 'Một hai câu là đủ. Nội dung này được in trên giấy hẹn.', en: 'One or two sentences. It is printed on the receipt.' },
  required: true,
  limits: { length: 2000 }
}

const note: Field = {
  id: 'note',
  kind: 'long_text',
  label: { vi: 'Điều khác muốn báo cho cơ quan', en: 'Anything else the office should know' },
  required: false
}

/** `countsCopies`: the result comes in copies, and their number makes the fee. */
export const generalForm = ({ countsCopies }: { countsCopies: boolean }): Form => ({
  title: { vi: 'Nội dung yêu cầu giải quyết', en: 'What is asked for' },
  source: 'Nghị định 61/2018/NĐ-CP',
  certainty: 'known',
  subject: '{subject}',
  pages: [
    {
      id: 'noi-dung',
      title: { vi: 'Nội dung', en: 'Your request' },
      fields: countsCopies ? [subject, copies, note] : [subject, note]
    }
  ],
  papers: [],
  fees: []
})
