// Being heard, counted: the points of TT 01/2018, the days of NĐ 20/2008, the lives of petitions and questions.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import t from 'tap'
import { workingCalendar } from '../../src/deadlines/calendar.ts'
import { parseCalendar } from '../../src/deadlines/parse-calendar.ts'
import {
  petitionMoves,
  petitionStates,
  petitionStateWords,
  questionMoves,
  questionStates,
  questionStateWords,
  stepPetition,
  stepQuestion
} from '../../src/feedback/lifecycle.ts'
import {
  attitudePoints,
  average,
  checkPetition,
  checkQuestion,
  checkRating,
  cleanPetitionNumber,
  eachOfficePoints,
  mayStillMend,
  officerGrade,
  petitionDue,
  petitionNumber,
  petitionPoints,
  quarterOf,
  termOn,
  terms,
  totalTimePoints
} from '../../src/feedback/rules.ts'
import { petitionMove, petitionState, questionState } from '../../src/feedback/table.ts'
import type { Points } from '../../src/feedback/types.ts'
import { zone } from '../../src/kernel/time.ts'
import { fill, templates } from '../../src/notifications/templates.ts'

const at = (text: string) => Temporal.Instant.from(`${text}+07:00`)
const day = (text: string) => Temporal.PlainDate.from(text)
const part = (due: string | null, finished: string | null) => ({ dueAt: due && at(due), finishedAt: finished && at(finished) }) as never
const printed = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

t.test('criterion 1: shorter than the law 2, the same day 1, longer 0 (TT 01/2018 Đ13.1)', async (t) => {
  const table: [string, string | null, string | null, Points | undefined][] = [
    ['a day early', '2026-03-17T17:00', '2026-03-16T16:59', 2],
    ['the morning of the due day is the due day', '2026-03-17T17:00', '2026-03-17T07:00', 1],
    ['after closing time, still the due day', '2026-03-17T17:00', '2026-03-17T23:59', 1],
    ['one minute into the next day', '2026-03-17T17:00', '2026-03-18T00:00', 0],
    ['weeks late', '2026-03-17T17:00', '2026-04-17T09:00', 0],
    ['without a due date nothing is counted', null, '2026-03-17T09:00', undefined],
    ['nor while it is not finished', '2026-03-17T17:00', null, undefined]
  ]
  for (const [name, due, finished, points] of table) t.equal(totalTimePoints(part(due, finished)), points, name)
})

t.test('criterion 2: every office counts, and the slowest decides (Đ13.2)', async (t) => {
  const [early, onTime, late, unknown] = [
    part('2026-03-17T17:00', '2026-03-10T09:00'),
    part('2026-03-17T17:00', '2026-03-17T09:00'),
    part('2026-03-17T17:00', '2026-03-19T09:00'),
    part(null, null)
  ]
  const table: [string, ReturnType<typeof part>[], Points | undefined][] = [
    ['all early', [early, early], 2],
    ['one on its last day', [early, onTime], 1],
    ['one late', [early, onTime, late], 0],
    ['one without a date is not held against the others', [early, unknown], 2],
    ['nobody had a date', [unknown], undefined]
  ]
  for (const [name, parts, points] of table) t.equal(eachOfficePoints(parts), points, name)
})

t.test('criterion 7: early and no complaint 2, on time and no complaint 1, a complaint 0 (Đ13.7)', async (t) => {
  const table: [string, Points, Points | undefined, number, Points][] = [
    ['early, well served', 2, 2, 0, 2],
    ['on time, well served', 2, 1, 0, 1],
    ['late, though the person was kind', 2, 0, 0, 0],
    ['early, but the person complains on the slip', 0, 2, 0, 0],
    ['early, but a petition about behaviour stands', 2, 2, 1, 0],
    ['no date to keep: the slip alone', 1, undefined, 0, 1]
  ]
  for (const [name, answered, time, complaints, points] of table) t.equal(attitudePoints(answered, { time, complaints }), points, name)
})

t.test('criterion 8: all petitions in time 2, from 90 % 1, less 0; none at all is 2 (Đ13.8)', async (t) => {
  const table: [number, number, Points][] = [
    [0, 0, 2],
    [10, 10, 2],
    [10, 9, 1],
    [20, 18, 1],
    [20, 17, 0],
    [1, 0, 0]
  ]
  for (const [all, onTime, points] of table) t.equal(petitionPoints({ all, onTime }), points, `${onTime}/${all}`)
})

t.test('points over dossiers have one decimal, and the sum of 1 + 2 + 3 + 4 + 7 its grade (Đ15)', async (t) => {
  t.equal(average([2, 1, 2]), 1.7)
  t.equal(average([2, null, undefined]), 2, 'what could not be counted is left out')
  t.equal(average([null]), undefined)
  const table: [number, string][] = [
    [10, 'done'],
    [5, 'done'],
    [4.9, 'mostly'],
    [3.5, 'mostly'],
    [3.4, 'partly'],
    [0, 'partly']
  ]
  for (const [sum, grade] of table) t.equal(officerGrade(sum), grade, String(sum))
  fc.assert(
    fc.property(fc.array(fc.constantFrom<Points[]>(0, 1, 2), { minLength: 1 }), (list) => {
      const mean = average(list)!
      return mean >= Math.min(...list) && mean <= Math.max(...list)
    })
  )
})

t.test('a rating may be changed for seven days, to the minute', async (t) => {
  const rated = at('2026-03-02T08:30')
  t.ok(mayStillMend(rated, at('2026-03-09T08:29')))
  t.notOk(mayStillMend(rated, at('2026-03-09T08:30')))
})

t.test('quarters begin in January, April, July and October', async (t) => {
  const table = [
    ['2026-01-01', '2026-01-01', '2026-04-01'],
    ['2026-03-31', '2026-01-01', '2026-04-01'],
    ['2026-11-23', '2026-10-01', '2027-01-01']
  ] as const
  for (const [one, from, until] of table) t.same(Object.values(quarterOf(day(one))).map(String), [from, until], one)
})

const days = parseCalendar(readFileSync(new URL('../../src/deadlines/catalogue/calendar.tsv', import.meta.url), 'utf8'), 'calendar.tsv')
const calendar = workingCalendar({ days })

t.test('a petition is passed on within five working days and answered within the dated term (NĐ 20/2008)', async (t) => {
  const table: [string, string, string, string][] = [
    ['on a Monday', '2026-03-02T08:30', '2026-03-09', '2026-03-23'],
    ['late in the evening is still that day', '2026-03-02T23:59', '2026-03-09', '2026-03-23'],
    ['on a Saturday: Monday is the first day', '2026-03-07T10:00', '2026-03-13', '2026-03-27'],
    ['24 November is a day off', '2026-11-23T09:00', '2026-12-01', '2026-12-15'],
    ['over Tết', '2026-02-12T09:00', '2026-02-26', '2026-03-12']
  ]
  for (const [name, arrived, forward, answer] of table) {
    const { forwardDueAt, answerDueAt } = petitionDue(calendar, at(arrived))
    t.same([printed(forwardDueAt).slice(0, 10), printed(answerDueAt).slice(0, 10)], [forward, answer], name)
  }
})

t.test('the term of an answer is data with a date, and says that it is unsure', async (t) => {
  t.same(
    terms.map(({ validFrom }) => validFrom),
    terms.map(({ validFrom }) => validFrom).toSorted(),
    'by date'
  )
  t.match(termOn(day('2026-11-23')), { forwardDays: 5, certainty: { forward: 'sourced', answer: 'unsure' } })
})

t.test('the number of a petition: city, day, running number; read as people type it', async (t) => {
  t.equal(petitionNumber(day('2026-11-23'), 7), 'PA-261123-0007')
  t.equal(petitionNumber(day('2026-11-23'), 12345), 'PA-261123-12345')
  for (const typed of ['PA-261123-0007', 'pa 261123 0007', '261123-0007', ' pa.261123.OOO7 '])
    t.equal(cleanPetitionNumber(typed), 'PA-261123-0007', typed)
  t.equal(cleanPetitionNumber('hello'), 'HELLO')
  t.equal(cleanPetitionNumber(''), '')
})

t.test('states and moves are the same in lifecycle, database and words', async (t) => {
  t.strictSame(petitionState.enumValues, petitionStates)
  t.strictSame(petitionMove.enumValues, Object.keys(petitionMoves))
  t.strictSame(questionState.enumValues, questionStates)
  for (const { vi, en } of [
    ...Object.values(petitionStateWords),
    ...Object.values(questionStateWords),
    ...Object.values(petitionMoves).map(({ words }) => words),
    ...Object.values(questionMoves).map(({ words }) => words)
  ])
    t.ok(vi && en)
})

t.test('what is closed stays closed, and only officers settle', async (t) => {
  for (const name of ['forward', 'answer', 'decline'] as const) {
    for (const state of ['received', 'forwarded'] as const) t.equal(stepPetition(state, name, 'officer'), petitionMoves[name].to)
    for (const state of ['answered', 'declined'] as const)
      t.throws(() => stepPetition(state, name, 'officer'), { code: 'FEEDBACK_MOVE_NOT_ALLOWED' }, `${name} of ${state}`)
    for (const role of ['applicant', 'clerk', 'postman', 'partner', 'system'] as const)
      t.throws(() => stepPetition('received', name, role), { code: 'NOT_YOURS_TO_DO' }, `${name} by ${role}`)
  }
  t.throws(() => stepQuestion('asked', 'release', 'officer'), { code: 'FEEDBACK_MOVE_NOT_ALLOWED' }, 'nothing is public without an answer')
  t.throws(() => stepQuestion('answered', 'release', 'clerk'), { code: 'NOT_YOURS_TO_DO' })
  t.equal(stepQuestion('released', 'take_back', 'officer'), 'answered')
})

t.test('forms say what is missing, in their own order', async (t) => {
  const empty = { name: '', phone: '', email: '', text: '', agency: '' }
  t.same(Object.entries(checkPetition({ ...empty, kind: '' })), [
    ['kind', 'ANSWER_REQUIRED'],
    ['agency', 'OFFICE_REQUIRED'],
    ['text', 'REQUIRED'],
    ['name', 'NAME_REQUIRED'],
    ['phone', 'PHONE_INVALID']
  ])
  t.same(checkQuestion({ ...empty, subject: 'x'.repeat(201), email: 'a@b' }), {
    agency: 'OFFICE_REQUIRED',
    subject: 'TOO_LONG',
    text: 'REQUIRED',
    name: 'NAME_REQUIRED',
    phone: 'PHONE_INVALID',
    email: 'EMAIL_INVALID'
  })
  t.same(checkRating({ satisfaction: 'satisfied', contacts: 0, agencies: 1, words: '' }), { attitude: 'ANSWER_REQUIRED' })
})

t.test('short messages about petitions and questions fit one SMS without accents', async (t) => {
  const values = {
    number: 'PA-261123-0007',
    due: 'thứ Hai, 23/11/2026',
    url: `https://motcua.example/hoi-dap/${'0'.repeat(36)}`
  }
  for (const name of ['petition_received', 'petition_forwarded', 'petition_answered', 'petition_declined', 'question_answered'])
    for (const text of Object.values(templates[name]!.sms)) t.ok(fill(text, values).length <= 160, `${name}: ${fill(text, values).length}`)
})
