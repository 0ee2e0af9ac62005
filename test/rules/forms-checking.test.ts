// Answers held against their form: what is wrong is said at its box in words that mend it, and what the answers make of papers, fees and subject.
import t from 'tap'
import { checkForm, feesDue, papersNeeded } from '../../src/forms/checking.ts'
import { parseCondition } from '../../src/forms/condition.ts'
import type { Answers, Field, PersonAnswer } from '../../src/forms/definition.ts'
import { generalForm } from '../../src/forms/general.ts'
import { prefilled } from '../../src/forms/prefilling.ts'
import { readPage } from '../../src/forms/reading.ts'
import { saidErrors, sayAnswers, subjectOf } from '../../src/forms/saying.ts'
import { aField, aForm, aPage, everyKind, facts, noPlaces, said } from '../helpers/forms.ts'

const formOf = (fields: readonly Field[]) => aForm([aPage('mot', fields)])
const everything = formOf(everyKind)
const wrong = (answers: Answers, form = everything) => {
  const { name, ...errors } = checkForm(form, answers, facts)
  return errors
}
const typed = (body: Record<string, unknown>) => readPage(everything, everything.pages[0]!, body, { answers: {}, facts, places: noPlaces })

t.test('a day is understood however it is written', async (t) => {
  const table: [string, string, string, string][] = [
    ['9', '11', '1990', '1990-11-09'],
    ['1/2/1990', '', '', '1990-02-01'],
    ['01-02-1990', '', '', '1990-02-01'],
    ['01021990', '', '', '1990-02-01'],
    ['', '', '1950', '1950'],
    ['1950', '', '', '1950']
  ]
  for (const [day, month, year, kept] of table) {
    const { answers, errors } = typed({ name: 'An', born_onDay: day, born_onMonth: month, born_onYear: year })
    t.equal(answers['born_on'], kept, `${day}|${month}|${year}`)
    t.same(errors, {})
  }
})

t.test('what is typed wrong stays as it was typed, and its box says what to do', async (t) => {
  const table: [Record<string, string>, string, string][] = [
    [{ born_onDay: '31', born_onMonth: '2', born_onYear: '1990' }, 'born_on', 'DATE_INVALID'],
    [{ born_onDay: '24', born_onMonth: '11', born_onYear: '2026' }, 'born_on', 'DATE_IN_FUTURE'],
    [{ copies: 'ba' }, 'copies', 'NUMBER_INVALID'],
    [{ copies: '0' }, 'copies', 'NUMBER_TOO_SMALL'],
    [{ copies: '21' }, 'copies', 'NUMBER_TOO_LARGE'],
    [{ copies: '2,5' }, 'copies', 'NUMBER_NOT_WHOLE'],
    [{ price: 'mười nghìn' }, 'price', 'MONEY_INVALID'],
    [{ phone: '12345' }, 'phone', 'PHONE_INVALID'],
    [{ 'mother.name': 'Mai', 'mother.identityNumber': '123' }, 'mother.identityNumber', 'IDENTITY_NUMBER_INVALID'],
    [{ 'mother.identityNumber': '031190000001' }, 'mother.name', 'NAME_REQUIRED'],
    [{ 'shop.name': 'Sông Cấm', 'shop.taxCode': '0200000006' }, 'shop.taxCode', 'TAX_CODE_INVALID'],
    [{ 'home.ward': 'Máy Tơ', 'home.province': 'Hải Phòng' }, 'home.line', 'ADDRESS_REQUIRED'],
    [{ 'home.line': 'Số 5', 'home.province': 'Hải Phòng' }, 'home.ward', 'WARD_NAME_REQUIRED'],
    [{ sex: 'robot' }, 'sex', 'OPTION_UNKNOWN'],
    [{ 'children.0.child': 'An', 'children.0.child_born_onDay': '40' }, 'children.0.child_born_on', 'DATE_INVALID']
  ]
  for (const [body, name, code] of table) {
    const read = typed({ name: 'An', ...body })
    t.same(read.errors, { [name]: code }, JSON.stringify(body))
    t.same(wrong(read.answers), { [name]: code }, 'and again when the draft is checked')
  }
})

t.test('money and numbers are understood with dots, spaces and commas', async (t) => {
  const kept = (body: Record<string, string>) => typed({ name: 'An', ...body }).answers
  for (const text of ['1250000', '1.250.000', '1 250 000', '1,250,000', '1.250.000 đ', '1.250.000 ₫'])
    t.equal(kept({ price: text })['price'], 1_250_000, text)
  for (const [text, value] of [
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['1.250', 1250],
    ['1.250,5', 1250.5]
  ] as const)
    t.equal(kept({ area: text })['area'], value, text)
  for (const text of ['+84 912 480 123', '0912.480.123', '0912480123']) t.equal(kept({ phone: text })['phone'], '0912480123', text)
})

t.test('every error names its box and says what to do, in both languages', async (t) => {
  const answers = { copies: 30, children: [{ child: 'An' }, { child_born_on: '2026-02-31' }], mother: { name: 'Mai', bornOn: 'hôm qua' } }
  const errors = checkForm(everything, answers, facts)
  const sentences = saidErrors(everything, errors, answers, facts)
  t.same(Object.keys(sentences), ['name', 'copies', 'mother.bornOn', 'children.1.child', 'children.1.child_born_on'])
  t.equal(sentences['mother.bornOn']?.label.vi, 'Ô mother: Ngày sinh')
  t.equal(sentences['children.1.child']?.label.vi, 'Con thứ 2: Họ và tên')
  t.match(sentences['copies']?.sentence, { vi: /nhiều nhất 20/, en: /at most 20/ })
})

const whole: readonly [string, unknown][] = [
  ['name', 5],
  ['born_on', { day: 1 }],
  ['helped_by', 'male'],
  ['helped_by', ['male', 'male']],
  ['married', 'yes'],
  ['mother', 'Mai'],
  ['mother', { name: 'Mai', age: 3 }],
  ['home', ['Số 5']],
  ['children', { child: 'An' }],
  ['children', ['An']],
  ['children', [{ child: 'An', age: 3 }]],
  ['stranger', 'x']
]
t.test('what a program sends in another shape is refused at its name', async (t) => {
  for (const [id, value] of whole) {
    const names = Object.keys(wrong({ [id]: value } as Answers)).filter((name) => name.startsWith(id))
    const named = id === 'name' ? checkForm(everything, { name: value } as Answers, facts) : names
    t.ok(Object.keys(named).length > 0, `${id}: ${JSON.stringify(value)}`)
  }
})

t.test('rows have a least and a most number', async (t) => {
  const form = formOf([{ ...everyKind.at(-1)!, required: true, limits: { min: 2, max: 3 } }])
  const rows = (count: number) => ({ children: Array.from({ length: count }, () => ({ child: 'An' })) })
  t.same(checkForm(form, {}, facts), { children: 'ROWS_TOO_FEW' })
  t.same(checkForm(form, rows(1), facts), { children: 'ROWS_TOO_FEW' })
  t.same(checkForm(form, rows(3), facts), {})
  t.same(checkForm(form, rows(4), facts), { children: 'ROWS_TOO_MANY' })
})

t.test('a hidden answer counts as not given: it asks for nothing, needs no paper and costs nothing', async (t) => {
  const form = aForm(
    [
      aPage('mot', [
        aField('married', { kind: 'yes_no' }),
        aField('foreign', { kind: 'yes_no', shownWhen: parseCondition('married = yes') })
      ]),
      aPage('hai', [aField('country', { required: true })], { shownWhen: parseCondition('foreign = yes') })
    ],
    {
      papers: [
        { number: 2, required: true, shownWhen: parseCondition('foreign = yes') },
        { number: 3, required: parseCondition('married = yes') }
      ],
      fees: [{ name: 'Phí nước ngoài', shownWhen: parseCondition('foreign = yes') }]
    }
  )
  const papers = [1, 2, 3].map((number) => ({ number, required: number === 1 }))
  const fees = [
    { name: 'Lệ phí', amount: 8000, condition: null },
    { name: 'Phí nước ngoài', amount: 75_000, condition: 'khi có yếu tố nước ngoài' }
  ]
  const left = { married: false, foreign: true }
  t.same(checkForm(form, left, facts), {})
  t.same(papersNeeded(form, papers, left, facts), [
    { number: 1, required: true },
    { number: 3, required: false }
  ])
  t.same(
    feesDue(form, fees, left, facts).map(({ amount }) => amount),
    [8000]
  )
  const right = { married: true, foreign: true }
  t.same(checkForm(form, right, facts), { country: 'REQUIRED' })
  t.same(
    papersNeeded(form, papers, right, facts).map(({ required }) => required),
    [true, true, true]
  )
  t.same(
    feesDue(form, fees, right, facts).map(({ amount }) => amount),
    [8000, 75_000]
  )
})

t.test('a fee is counted by an answer or by the rows of a group; the filled form itself is no paper', async (t) => {
  const form = {
    ...everything,
    paper: 1,
    fees: [
      { name: 'Bản sao', quantity: 'copies' },
      { name: 'Thẻ', quantity: 'children' }
    ]
  }
  const lines = [
    { name: 'Bản sao', amount: 8000, condition: null },
    { name: 'Thẻ', amount: 5000, condition: 'khi cấp thẻ' }
  ]
  const answers = { name: 'An', copies: 3, children: [{ child: 'An' }, { child: 'Bình' }] }
  t.same(
    feesDue(form, lines, answers, facts).map(({ amount, quantity }) => [amount, quantity]),
    [
      [24_000, 3],
      [10_000, 2]
    ]
  )
  t.same(
    feesDue(form, lines.slice(0, 1), { name: 'An' }, facts).map(({ amount }) => amount),
    [8000],
    'not said: once'
  )
  t.same(
    feesDue({ ...form, fees: [] }, lines, answers, facts).map(({ name }) => name),
    ['Bản sao'],
    'a condition the form does not speak of is for the desk'
  )
  t.same(
    papersNeeded(
      form,
      [
        { number: 1, required: true },
        { number: 2, required: true }
      ],
      answers,
      facts
    ).map(({ number }) => number),
    [2]
  )
})

t.test('answers that cannot be together are said with the sentence of the law, the first that holds', async (t) => {
  const rule = (at: string, when: string, sentence: string) => ({ at, wrongWhen: parseCondition(when), sentence: said(sentence) })
  const page = aPage('mot', [aField('bride', { kind: 'person', required: true })], {
    rules: [
      rule('bride.bornOn', 'not filled(bride.bornOn)', 'Xin ghi ngày sinh'),
      rule('bride.bornOn', 'years_since(bride.bornOn) < 18', 'Chưa đủ 18 tuổi')
    ]
  })
  const form = aForm([page])
  const sentence = (bride: PersonAnswer) => {
    const errors = checkForm(form, { bride }, facts)
    return saidErrors(form, errors, { bride }, facts)['bride.bornOn']?.sentence.vi
  }
  t.equal(sentence({ name: 'Mai' }), 'Xin ghi ngày sinh')
  t.equal(sentence({ name: 'Mai', bornOn: '2010-01-01' }), 'Chưa đủ 18 tuổi')
  t.match(sentence({ name: 'Mai', bornOn: 'hôm qua' }), /Ngày chưa đúng/, 'a wrong day is said as such')
  t.equal(sentence({ name: 'Mai', bornOn: '2008-11-23' }), undefined, 'eighteen today')
})

t.test('known answers are filled in, and never over those that were given', async (t) => {
  const form = formOf([
    aField('name', { prefill: 'applicant.name' }),
    aField('phone', { kind: 'phone', prefill: 'filer.phone' }),
    aField('signed_on', { kind: 'date', prefill: 'today' }),
    aField('me', { kind: 'person', prefill: 'applicant' }),
    aField('shop', { kind: 'organisation', prefill: 'applicant' }),
    aField('home', { kind: 'address', prefill: 'applicant.address' }),
    aField('other_home', { kind: 'address', prefill: '=home' }),
    aField('hidden', { prefill: 'applicant.name', shownWhen: parseCondition('name = nobody') })
  ])
  t.same(prefilled(form, { name: 'Bình' }, facts), {
    name: 'Bình',
    phone: '0912480123',
    signed_on: '2026-11-23',
    me: { name: 'Nguyễn Thị Lan', identityNumber: '031190000001', bornOn: '1990-05-17' },
    home: { line: 'Số 5, ngõ 12', ward: '', province: '' },
    other_home: { line: 'Số 5, ngõ 12', ward: '', province: '' }
  })
})

t.test('answers are said as people write them', async (t) => {
  const answers: Answers = {
    name: 'An',
    price: 1_250_000,
    area: 12.5,
    born_on: '1950',
    sex: 'male',
    helped_by: ['male', 'female'],
    married: false,
    home: { line: 'Số 5', ward: 'Máy Tơ', province: 'Hải Phòng' },
    mother: { name: 'Mai', identityNumber: '031190000001', bornOn: '1990-02-01' },
    children: [{ child: 'Bình', child_born_on: '2026-11-01', school: 'không hỏi' }]
  }
  const lines = (locale: 'vi' | 'en') =>
    Object.fromEntries(sayAnswers(everything, answers, facts, locale)[0]!.lines.map(({ id, value }) => [id, value]))
  t.match(lines('vi'), {
    ...{ price: '1.250.000\u00a0₫', area: '12,5', born_on: '1950', sex: 'Nam', helped_by: 'Nam; Nữ', married: 'Không', copies: '' },
    home: 'Số 5, Máy Tơ, Hải Phòng',
    mother: 'Mai, sinh ngày 01/02/1990, số định danh 031190000001',
    'children.0': 'Họ và tên: Bình; Ô child_born_on: 01/11/2026'
  })
  t.match(lines('en'), { sex: 'Male', married: 'No', mother: 'Mai, born 01/02/1990, identity number 031190000001' })
  t.notMatch(lines('vi')['children.0'], /không hỏi/, 'what was not asked is not said')
})

t.test('the subject is made of answers; its empty parts vanish', async (t) => {
  const form = { ...everything, subject: 'Khai sinh cho {mother}, {story}' }
  t.equal(subjectOf(form, { mother: { name: 'Mai' }, story: 'Hải Phòng' }), 'Khai sinh cho Mai, Hải Phòng')
  t.equal(subjectOf(form, { mother: { name: 'Mai' } }), 'Khai sinh cho Mai')
  t.equal(subjectOf(form, {}), 'Tờ khai', 'nothing of it is known: the title')
  t.equal(subjectOf(generalForm({ countsCopies: false }), { subject: 'Xin cấp lại\nbản sao' }), 'Xin cấp lại bản sao')
})
