// "Am I in the right place": one to four questions before a procedure is begun, and where each answer leads. Pure.
import type { Words } from '../kernel/locale.ts'
import type { DataRow } from './data-files.ts'
import { type CaseLeads, isProcedureCode } from './rules.ts'

/** One answer to one question. `other` is the code it leads to; `advice` says why, or what to do instead. */
export type CaseEntry = {
  procedure: string
  question: number
  answer: number
  asks: Words
  says: Words
  leads: CaseLeads
  other: string | null
  advice: Words | null
}

export const caseColumns = ['procedure', 'question', 'ask', 'ask_en', 'answer', 'answer_en', 'leads', 'advice', 'advice_en'] as const

const mostQuestions = 4

/** Lines of one question stand together; its first line asks, those below it leave `ask` empty. */
export function readCases(rows: readonly DataRow[], isProcedure: (code: string) => boolean): CaseEntry[] {
  const entries: (CaseEntry & { row: DataRow })[] = []
  for (const row of rows) {
    const before = entries.at(-1)
    const procedure = row.text('procedure')
    const question = row.whole('question', { from: 1, to: mostQuestions })
    if (!isProcedure(procedure)) row.bad(`thủ tục "${procedure}" không có trong procedures.tsv`)
    const goesOn = before?.procedure === procedure && before.question === question
    if (goesOn && row.optional('ask') !== null) row.bad('câu hỏi chỉ ghi ở dòng đầu của nó')
    if (!goesOn) requireNext(row, { procedure, question }, entries)
    const asks = goesOn ? before.asks : { vi: row.text('ask'), en: row.text('ask_en') }
    const says = { vi: row.text('answer'), en: row.text('answer_en') }
    entries.push({ procedure, question, answer: goesOn ? before.answer + 1 : 1, asks, says, ...readLead(row, procedure, isProcedure), row })
  }
  requireChoices(entries)
  return entries.map(({ row: _, ...entry }) => entry)
}

function requireNext(row: DataRow, { procedure, question }: Pick<CaseEntry, 'procedure' | 'question'>, before: readonly CaseEntry[]) {
  const last = before.at(-1)
  const next = last?.procedure === procedure ? last.question + 1 : 1
  if (question !== next) row.bad(`câu hỏi phải mang số ${next}`)
  if (last?.procedure !== procedure && before.some((entry) => entry.procedure === procedure))
    row.bad(`các câu hỏi của thủ tục ${procedure} phải đứng liền nhau`)
}

function readLead(row: DataRow, procedure: string, isProcedure: (code: string) => boolean): Pick<CaseEntry, 'leads' | 'other' | 'advice'> {
  const lead = row.text('leads')
  const isOther = isProcedureCode(lead)
  if (!isOther && lead !== 'same' && lead !== 'no') row.bad(`cột "leads" ghi "${lead}", phải là same, no hoặc mã thủ tục`)
  if (isOther && !isProcedure(lead)) row.bad(`thủ tục "${lead}" không có trong procedures.tsv`)
  if (lead === procedure) row.bad('dẫn về chính thủ tục này thì ghi same')
  const [vi, en] = [row.optional('advice'), row.optional('advice_en')]
  if ((vi === null) !== (en === null)) row.bad('lời khuyên phải có cả tiếng Việt và tiếng Anh')
  if (lead === 'no' && vi === null) row.bad('câu trả lời "no" phải khuyên người dân làm gì')
  if (lead === 'same' && vi !== null) row.bad('câu trả lời "same" không có lời khuyên')
  const leads: CaseLeads = isOther ? 'other' : lead === 'no' ? 'not_eligible' : 'same'
  return { leads, other: isOther ? lead : null, advice: vi !== null && en !== null ? { vi, en } : null }
}

/** A question with one answer is none; one that nobody passes closes the procedure. */
function requireChoices(entries: readonly (CaseEntry & { row: DataRow })[]) {
  const questions = Map.groupBy(entries, ({ procedure, question }) => `${procedure} ${question}`)
  for (const answers of questions.values()) {
    const { row } = answers[0]!
    if (answers.length < 2) row.bad('một câu hỏi phải có ít nhất hai câu trả lời')
    if (!answers.some(({ leads }) => leads === 'same')) row.bad('một câu hỏi phải có ít nhất một câu trả lời same')
  }
}

export type CaseAnswer = Pick<CaseEntry, 'answer' | 'says' | 'leads' | 'other' | 'advice'>
export type CaseQuestion = { number: number; asks: Words; answers: CaseAnswer[] }

export type Verdict =
  | { kind: 'unanswered'; missing: number[] }
  | { kind: 'here' }
  | { kind: 'elsewhere'; answer: CaseAnswer; question: CaseQuestion }

/** The first answer that leads away decides, whatever else was left open. */
export function judge(questions: readonly CaseQuestion[], given: ReadonlyMap<number, number>): Verdict {
  for (const question of questions) {
    const answer = question.answers.find((one) => one.answer === given.get(question.number))
    if (answer && answer.leads !== 'same') return { kind: 'elsewhere', answer, question }
  }
  const missing = questions
    .filter(({ number, answers }) => !answers.some(({ answer }) => answer === given.get(number)))
    .map(({ number }) => number)
  return missing.length > 0 ? { kind: 'unanswered', missing } : { kind: 'here' }
}
