// Templates of results read and filled in: the house's own are sound, a faulty one names its line, and the right one is taken on a day.
import t from 'tap'
import { houseTemplates } from '../../src/results/actions/read-templates.ts'
import { capacityOf, numberText, symbolOf } from '../../src/results/rules.ts'
import { fillBlocks, firstValues, missingIn, nameOfPaper, parseTemplate, templateFor } from '../../src/results/templates.ts'

const whole = `name: Giấy thử
procedure: 1.000001
kind: approved
symbol: GP
title: GIẤY PHÉP
under: Nhập khẩu {what}
validFrom: 2026-01-01
certainty: unsure
ask what*: Cái gì | {subject} | 1
ask list: Danh mục | {answers.items} | 4
---
Xét đề nghị của {holder},
tại hồ sơ {code};

> CHO PHÉP:

Người được phép :: {holder}
Ghi chú :: {answers.note}
- {what}

| STT | Tên | Của |
| # | {list} | {holder} |

./.`

t.test('the house has a template for a dozen procedures and a letter of each kind for every other', async (t) => {
  const all = houseTemplates().map(({ template }) => template)
  t.ok(new Set(all.map(({ procedureCode }) => procedureCode)).size > 9)
  t.same(
    all
      .filter(({ procedureCode }) => procedureCode === '')
      .map(({ kind }) => kind)
      .sort(),
    ['approved', 'refused']
  )
  t.ok(
    all.every(({ certainty, source }) => certainty !== 'unsure' || source !== ''),
    'whoever is unsure says of what'
  )
})

t.test('what is typed becomes paragraphs, lines, items and a row for each line of a list', async (t) => {
  const { template, faults } = parseTemplate(whole)
  t.same(faults, [])
  const values = { ...firstValues(template, { subject: 'sách', 'answers.items': 'A\nB' }), holder: 'Lan', code: 'H1' }

  t.same(fillBlocks(template, values), [
    { kind: 'paragraph', text: 'Xét đề nghị của Lan, tại hồ sơ H1;' },
    { kind: 'middle', text: 'CHO PHÉP:' },
    { kind: 'line', label: 'Người được phép', text: 'Lan' },
    { kind: 'item', text: 'sách' },
    {
      kind: 'table',
      head: ['STT', 'Tên', 'Của'],
      rows: [
        ['1', 'A', 'Lan'],
        ['2', 'B', 'Lan']
      ]
    },
    { kind: 'paragraph', text: './.' }
  ])
  t.same(missingIn(template, { what: ' ' }), ['what'])
  t.equal(nameOfPaper({ title: 'GIẤY PHÉP', template, values }), 'Giấy phép nhập khẩu sách')
})

t.test('a faulty template names the line and the fault', async (t) => {
  const faultsOf = (text: string) => parseTemplate(text).faults.map(({ line, fault, what }) => [line, fault, what].join(' ').trim())
  t.same(faultsOf('name: x'), [
    '1 no_rule',
    '1 missing_key name',
    '1 missing_key kind',
    '1 missing_key symbol',
    '1 missing_key title',
    '1 missing_key validFrom',
    '1 missing_key certainty'
  ])
  t.same(faultsOf(whole.replace('{code}', '{cod}')), ['13 unknown_placeholder {cod}'])
  t.same(faultsOf(whole.replace('2026-01-01', '2026-02-30')), ['1 bad_value validFrom: 2026-02-30'])
  t.same(faultsOf(whole.replace('symbol: GP', 'symbol: gp/1')), ['1 bad_value symbol: gp/1'])
  t.same(
    faultsOf(whole.replace('kind: approved', 'kind: refused')),
    ['1 missing_key ask reason'],
    'a refusal has its reason (NĐ 61/2018 Đ19.8)'
  )
  t.same(faultsOf(whole.slice(0, whole.indexOf('---') + 3)), ['11 no_body'])
})

t.test('the agency’s own before the house’s, the procedure’s before the general one, never before its day', async (t) => {
  const one = (name: string, procedureCode: string, validFrom: string, agencyId?: string) => ({
    agencyId,
    template: { ...parseTemplate(whole).template, name, procedureCode, validFrom }
  })
  const all = [
    one('general', '', '2017-01-01'),
    one('house', '1.000001', '2026-01-01'),
    one('agency, all', '', '2026-01-01', 'a'),
    one('agency', '1.000001', '2026-02-01', 'a'),
    one('later', '1.000001', '2026-04-01', 'a')
  ]
  const nameOn = (day: string, procedureCode = '1.000001') =>
    templateFor(all, { procedureCode, kind: 'approved', on: Temporal.PlainDate.from(day) })?.name
  t.equal(nameOn('2025-12-31'), 'general')
  t.equal(nameOn('2026-01-15'), 'house')
  t.equal(nameOn('2026-03-01'), 'agency')
  t.equal(nameOn('2026-04-01'), 'later')
  t.equal(nameOn('2026-03-01', '1.000002'), 'agency, all')
  t.equal(templateFor(all, { procedureCode: 'x', kind: 'refused', on: Temporal.PlainDate.from('2026-01-01') }), undefined)
})

t.test('numbers, their signs and who signs for whom, as NĐ 30/2020 (Phụ lục I) has them', async (t) => {
  t.equal(numberText(5, 'GP', 'STTTT'), '05/GP-STTTT')
  t.equal(numberText(123, 'TB', symbolOf({ level: 'ward', code: '11311' })), '123/TB-UBND')
  t.same(capacityOf('ward', 'Phó Chủ tịch'), ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'])
  t.same(capacityOf('district', ''), ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'])
  t.same(capacityOf('department', 'Phó Giám đốc'), ['KT. GIÁM ĐỐC', 'Phó Giám đốc'])
  t.same(capacityOf('department', 'Giám đốc'), ['Giám đốc'])
})
