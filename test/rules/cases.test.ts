// "Am I in the right place": the questions as data, a wrong line named by file and number, and the answer they come to.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { type CaseQuestion, caseColumns, judge, readCases } from '../../src/procedures/cases.ts'
import { type Problem, readDataFile } from '../../src/procedures/data-files.ts'

const header = caseColumns.join('\t')
const known = (code: string) => code === '1.001193' || code === '2.000528'

function read(...lines: string[]) {
  const problems: Problem[] = []
  const rows = readDataFile(
    { name: 'cases.tsv', text: [header, ...lines].join('\n') },
    { name: 'cases.tsv', columns: caseColumns, problems }
  )
  const entries = readCases(rows, known)
  return { entries, problems: problems.map(({ file, line, sentence }) => `${file}:${line} ${sentence}`) }
}

const no = '1.001193\t1\tCó ai là người nước ngoài?\tIs anybody a foreigner?\tKhông\tNo\tsame\t\t'
const yes = '1.001193\t1\t\t\tCó\tYes\t2.000528\tQuận giải quyết\tThe district decides'

t.test('a question and its answers are read', async (t) => {
  const { entries, problems } = read(no, yes)
  t.same(problems, [])
  t.match(entries, [
    { question: 1, answer: 1, asks: { vi: 'Có ai là người nước ngoài?' }, says: { en: 'No' }, leads: 'same', other: null, advice: null },
    {
      question: 1,
      answer: 2,
      asks: { vi: 'Có ai là người nước ngoài?' },
      leads: 'other',
      other: '2.000528',
      advice: { en: 'The district decides' }
    }
  ])
})

t.test('every wrong line is named', async (t) => {
  const change = (line: string, from: string, to: string) => line.replace(from, to)
  const table: [string[], RegExp][] = [
    [[no], /:2 một câu hỏi phải có ít nhất hai câu trả lời/],
    [[change(no, 'same\t\t', '2.000528\t\t'), yes], /:2 một câu hỏi phải có ít nhất một câu trả lời same/],
    [[no, change(yes, '2.000528', '2.999999')], /:3 thủ tục "2.999999" không có/],
    [[no, change(yes, '2.000528', '1.001193')], /:3 dẫn về chính thủ tục này thì ghi same/],
    [[no, change(yes, '2.000528', 'maybe')], /:3 cột "leads" ghi "maybe"/],
    [[no, change(yes, '2.000528\tQuận giải quyết\tThe district decides', 'no\t\t')], /:3 câu trả lời "no" phải khuyên/],
    [[no, change(yes, '\tThe district decides', '\t')], /:3 lời khuyên phải có cả tiếng Việt và tiếng Anh/],
    [[change(no, 'same\t\t', 'same\tvì\tso'), yes], /:2 câu trả lời "same" không có lời khuyên/],
    [[no, change(yes, '\t1\t\t\t', '\t1\tLại hỏi\tAgain\t')], /:3 câu hỏi chỉ ghi ở dòng đầu/],
    [[change(no, '\t1\t', '\t2\t'), change(yes, '\t1\t', '\t2\t')], /:2 câu hỏi phải mang số 1/],
    [[change(no, '\t1\t', '\t5\t'), yes], /:2 cột "question" ghi "5"/],
    [[change(no, '1.001193', '1.999999'), change(yes, '1.001193', '1.999999')], /:2 thủ tục "1.999999" không có/],
    [[change(no, 'Is anybody a foreigner?', ''), yes], /:2 cột "ask_en" không được để trống/]
  ]
  for (const [lines, expected] of table) {
    const { problems } = read(...lines)
    t.ok(
      problems.some((problem) => expected.test(problem)),
      `${expected}: ${problems.join(' · ')}`
    )
  }
})

const answer = (number: number, leads: 'same' | 'other' | 'not_eligible') => ({
  answer: number,
  says: { vi: '', en: '' },
  leads,
  other: leads === 'other' ? '2.000528' : null,
  advice: null
})
const questions: CaseQuestion[] = [
  { number: 1, asks: { vi: '', en: '' }, answers: [answer(1, 'same'), answer(2, 'other')] },
  { number: 2, asks: { vi: '', en: '' }, answers: [answer(1, 'same'), answer(2, 'not_eligible')] }
]

t.test('the first answer that leads away decides; all others must be given', async (t) => {
  const say = (...given: [number, number][]) => judge(questions, new Map(given))
  t.same(say([1, 1], [2, 1]), { kind: 'here' })
  t.match(say([1, 2]), { kind: 'elsewhere', question: { number: 1 }, answer: { other: '2.000528' } })
  t.match(say([2, 2]), { kind: 'elsewhere', question: { number: 2 } })
  t.same(say([1, 1]), { kind: 'unanswered', missing: [2] })
  t.same(say([1, 9], [2, Number.NaN]), { kind: 'unanswered', missing: [1, 2] })
})

t.test('at least eight procedures ask before they begin', async (t) => {
  const text = readFileSync(join(import.meta.dirname, '../../src/procedures/catalogue/cases.tsv'), 'utf8')
  const asking = new Set([...text.matchAll(/^([12]\.\d{6})\t/gm)].map(([, code]) => code))
  for (const code of ['1.001193', '1.000894', '1.000656', '1.001612', '1.013225', '2.000815', '1.004873', '1.003725'])
    t.ok(asking.has(code), code)
})
