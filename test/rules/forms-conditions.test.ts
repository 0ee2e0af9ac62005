// Conditions of forms: what a lawyer may write, what it means, and what the keeper of the data is told when it cannot be read.
import t from 'tap'
import { holds, parseCondition, restOf } from '../../src/forms/condition.ts'
import type { Answers } from '../../src/forms/definition.ts'
import { facts } from '../helpers/forms.ts'

const answers: Answers = {
  married: true,
  foreign: false,
  sex: 'female',
  copies: 3,
  note: 'Xin gấp',
  blank: '  ',
  reasons: ['work', 'study'],
  child_born_on: '2026-09-24',
  old_paper_of: '1950',
  mother: { name: 'Trần Thị Mai', bornOn: '2008-11-23' },
  father: { name: '', nationality: 'Việt Nam' },
  children: [{ child: 'An' }, { child: 'Bình' }]
}

t.test('a condition means what it says', async (t) => {
  const table: [string, boolean, string][] = [
    ['married = yes', true, 'yes is the answer yes'],
    ['foreign = no', true, 'no is an answer too'],
    ['unknown = no', false, 'who has not answered has not said no'],
    ['sex = female', true, 'the option chosen'],
    ['sex != male', true, 'another option'],
    ['unknown != male', true, 'nothing is not "male"'],
    ['sex in male, other', false, 'none of the list'],
    ['sex in male, female', true, 'one of the list'],
    ['reasons = study', true, 'one of several ticked'],
    ['reasons in leave, work', true, 'any of the list among several'],
    ['filled(note)', true, 'something is written'],
    ['filled(blank)', false, 'spaces are nothing'],
    ['filled(father)', false, 'a nationality that was filled in beforehand names nobody'],
    ['filled(mother)', true, 'a person with a name'],
    ['filled(mother.identityNumber)', false, 'a part that is missing'],
    ['copies > 2', true, 'a number'],
    ['copies >= 3 and copies <= 3 and not copies < 3', true, 'all four signs'],
    ['unknown > 0', false, 'nothing compares with nothing'],
    ['count(children) > 1', true, 'rows are counted'],
    ['count(unknown) < 1', true, 'no rows are none']
  ]
  for (const [text, expected, why] of table) t.equal(holds(parseCondition(text), answers, facts), expected, `${text}: ${why}`)
})

t.test('days and years are counted to the day of filing', async (t) => {
  const table: [string, boolean, string][] = [
    // Luật Hộ tịch 2014 Đ15: birth within 60 days. 24/9 to 23/11/2026 is exactly 60.
    ['days_since(child_born_on) > 60', false, 'the sixtieth day is in time'],
    ['days_since(child_born_on) >= 60', true, 'it is the sixtieth'],
    // Luật Hôn nhân và gia đình 2014 Đ8: from 18 years for the woman.
    ['years_since(mother.bornOn) >= 18', true, 'eighteen on the birthday itself'],
    ['years_since(old_paper_of) < 76', true, 'of a year alone the last day is taken'],
    ['years_since(unknown) < 18', false, 'an unknown age is no age']
  ]
  for (const [text, expected, why] of table) t.equal(holds(parseCondition(text), answers, facts), expected, `${text}: ${why}`)
})

t.test('facts of the filing are named with @, sisters of a row without the name of the group', async (t) => {
  t.ok(holds(parseCondition('@whom = self and years_since(@applicant.bornOn) >= 36'), {}, facts))
  t.notOk(holds(parseCondition('@whom = organisation'), {}, facts))
  t.ok(holds(parseCondition('child = An and married = yes'), answers, facts, { child: 'An' }))
})

t.test('not binds tighter than and, and tighter than or; parentheses decide', async (t) => {
  const is = (text: string) => holds(parseCondition(text), answers, facts)
  t.equal(is('sex = male and married = yes or copies = 3'), true)
  t.equal(is('sex = male and (married = yes or copies = 3)'), false)
  t.equal(is('not sex = male and copies = 3'), true)
  t.equal(is('not (sex = female and copies = 3)'), false)
})

t.test('what cannot be read is said with the place', async (t) => {
  const table: [string, RegExp][] = [
    ['', /hết điều kiện/],
    ['married', /sau "married"/],
    ['married =', /chờ một giá trị/],
    ['married = yes yes', /thừa "yes"/],
    ['(married = yes', /chờ "\)"/],
    ['filled note', /chờ "\("/],
    ['copies > many', /phải là một số nhưng gặp "many"/],
    ['days_since(born_on) = 60', /<, <=, > hoặc >=/],
    ['sex ~ male', /không hiểu từ "~ male"/],
    ['and = yes', /chờ tên ô nhưng gặp "and"/]
  ]
  for (const [text, sentence] of table) t.throws(() => parseCondition(text), { name: 'ConditionError', message: sentence }, text)
})

t.test('what is known already falls out of a condition that the browser repeats', async (t) => {
  const here = (name: string) => (name === 'sex' ? 'rows.0.sex' : undefined)
  const rest = (text: string) => restOf(parseCondition(text), here, (one) => holds(one, answers, facts))
  t.same(rest('sex = male and married = yes'), { is: 'all', of: [{ is: 'equal', field: 'rows.0.sex', value: 'male' }] })
  t.equal(rest('sex = male and married = no'), false)
  t.equal(rest('sex = male or married = yes'), true)
  t.equal(rest('not (sex = male and married = no)'), true)
  t.same(rest('not sex = male'), { is: 'not', of: { is: 'equal', field: 'rows.0.sex', value: 'male' } })
})
