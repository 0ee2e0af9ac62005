// The forms of the catalogue: complete in both languages, sound against their own samples, and true to the law where answers change what is asked.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { ownPlaces } from '../../src/agencies/actions/read-places.ts'
import { checkForm, feesDue, papersNeeded, shownPages } from '../../src/forms/checking.ts'
import type { Answers, Field, Form, FormFacts, PartyFacts } from '../../src/forms/definition.ts'
import { readPage } from '../../src/forms/reading.ts'
import { saidErrors, subjectOf } from '../../src/forms/saying.ts'
import type { FieldErrors } from '../../src/kernel/refusal.ts'
import { parseCatalogue } from '../../src/procedures/catalogue.ts'
import { feeFor } from '../../src/procedures/rules.ts'

type Sample = { facts: Omit<FormFacts, 'today'>; answers: Answers }

const today = Temporal.PlainDate.from('2026-11-23')
const src = join(import.meta.dirname, '../../src')
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsv'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
const { procedures } = parseCatalogue([...filesIn(join(src, 'agencies/catalogue')), ...filesIn(join(src, 'procedures/catalogue'))])
const codes = new Set(procedures.map(({ code }) => code))
const withForm = procedures.flatMap((procedure) => (procedure.form ? [{ ...procedure, form: procedure.form }] : []))

const entryOf = (code: string) => withForm.find((procedure) => procedure.code === code)!
const sampleOf = (code: string) => JSON.parse(readFileSync(join(src, 'procedures/samples', `${code}.json`), 'utf8')) as Sample
const factsOf = (code: string, more: Partial<FormFacts> = {}): FormFacts => ({ ...sampleOf(code).facts, today, ...more })
const answersOf = (code: string, changes: Answers = {}): Answers => ({ ...sampleOf(code).answers, ...changes })
const check = (code: string, changes: Answers = {}, facts = factsOf(code)): FieldErrors =>
  checkForm(entryOf(code).form, answersOf(code, changes), facts)

const fieldsOf = (form: Form): Field[] => form.pages.flatMap(({ fields }) => fields.flatMap((field) => [field, ...(field.fields ?? [])]))

t.test('at least fourteen procedures of wards, districts and departments have a form of their own', async (t) => {
  t.ok(withForm.length >= 14, `${withForm.length}`)
  for (const level of ['ward', 'district', 'department']) t.ok(withForm.filter((procedure) => procedure.level === level).length >= 3, level)
  for (const { form, code } of withForm) t.match(form.source, /Thông tư|Nghị định|Luật/, `${code} names its source`)
})

t.test('every word of every form is there in both languages, plain and without abbreviations', async (t) => {
  for (const { code, form } of withForm) {
    const rules = form.pages.flatMap((page) => page.rules ?? [])
    const fields = fieldsOf(form)
    const words = [
      form.title,
      ...form.pages.flatMap(({ title, hint }) => [title, hint]),
      ...fields.flatMap(({ label, hint, options = [] }) => [label, hint, ...options.map((option) => option.label)]),
      ...rules.map(({ sentence }) => sentence)
    ].filter((word) => word !== undefined)
    for (const { vi, en } of words) {
      t.ok(vi.trim() && en.trim(), `${code}: ${vi} / ${en}`)
      t.notMatch(vi, /\b(UBND|HĐND|CMND|CCCD|GCN|MST|SĐT|NĐ|TT)\b/, `${code}: ${vi}`)
      t.notMatch(en, /[ăơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ].*\b(ngày|của|không)\b/i, `${code}: is it English? ${en}`)
    }
  }
})

t.test('a form is short pages: no more than ten questions on one, no more than seven pages', async (t) => {
  for (const { code, form } of withForm) {
    t.ok(form.pages.length >= 2 && form.pages.length <= 7, `${code}: ${form.pages.length} pages`)
    for (const { id, fields } of form.pages) t.ok(fields.length >= 1 && fields.length <= 11, `${code} ${id}: ${fields.length} questions`)
  }
})

t.test('a sentence that sends people to another procedure names one we have', async (t) => {
  for (const { code, form } of withForm) {
    const sentences = [
      ...form.pages.flatMap((page) => page.rules ?? []).map(({ sentence }) => sentence),
      ...fieldsOf(form).map(({ hint }) => hint)
    ]
    for (const sentence of sentences)
      for (const [named] of (sentence?.vi ?? '').matchAll(/\b\d\.\d{6}\b/g)) t.ok(codes.has(named!), `${code} sends to ${named}`)
  }
})

t.test('every paper and fee that the catalogue makes conditional is decided by the answers', async (t) => {
  // What only the officer knows, or what follows from the way of filing.
  const byOthers = /không tra cứu được trong cơ sở dữ liệu|gửi hồ sơ qua bưu điện/
  for (const { code, form, documents, fees } of withForm) {
    for (const { number, condition } of documents)
      if (condition && !byOthers.test(condition))
        t.ok(
          form.papers.some((paper) => paper.number === number),
          `${code} paper ${number}: ${condition}`
        )
    for (const { name, condition } of fees)
      if (condition)
        t.ok(
          form.fees.some((fee) => fee.name === name),
          `${code}: ${name}`
        )
  }
})

t.test('of every form there is a sample without a mistake, and its places are the places they say', async (t) => {
  for (const { code, form } of withForm) {
    t.strictSame(check(code), {}, `${code} ${form.title.vi}`)
    t.not(subjectOf(form, answersOf(code)), form.title.vi, `${code}: ${subjectOf(form, answersOf(code))}`)
    for (const { ward, province, wardCode } of addressesIn(answersOf(code)))
      t.same(ownPlaces().matchWard(ward, province), { wardCode, name: ward }, `${code}: ${ward}`)
  }
})

function addressesIn(value: unknown): { ward: string; province: string; wardCode: string }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('ward' in value) return [value as { ward: string; province: string; wardCode: string }]
  return Object.values(value).flatMap(addressesIn)
}

t.test('a form without a required answer says so, whichever it is', async (t) => {
  for (const { code, form } of withForm) {
    const required = shownPages(form, answersOf(code), factsOf(code))
      .flatMap(({ fields }) => fields)
      .filter((field) => field.required === true && answersOf(code)[field.id] !== undefined)
    t.ok(required.length > 0)
    for (const { id } of required) {
      const errors = Object.keys(check(code, { [id]: undefined }))
      t.ok(
        errors.some((name) => name.split('.')[0] === id),
        `${code} without ${id}: ${errors}`
      )
    }
  }
})

const person = (bornOn: string) => ({ name: 'Lê Thu Hà', bornOn })

t.test('a wrong answer is refused at its own field, with the sentence that says why', async (t) => {
  const table: [string, Answers, string, RegExp][] = [
    ['1.001193', { is_foreign: true }, 'is_foreign', /2\.000528/],
    ['1.001193', { child_born_on: '2026-11-24' }, 'child_born_on', /không được sau hôm nay/],
    ['1.001193', { child_born_on: '2008-11-23' }, 'child_born_on', /1\.004772/],
    ['1.001193', { child_sex: 'x' }, 'child_sex', /./],
    ['1.000894', { is_foreign: true }, 'is_foreign', /2\.000806/],
    ['1.000894', { bride: { name: 'Lê Thu Hà' } }, 'bride.bornOn', /Xin ghi ngày sinh/],
    ['1.000656', { died_on: '2027-01-01' }, 'died_on', /không được sau hôm nay/],
    ['1.004873', { status: 'married', spouse: 'Trần Văn Hùng' }, 'purpose', /Điều 5/],
    ['2.000635', { copies: 0 }, 'copies', /./],
    ['2.000635', { copies: 21 }, 'copies', /./],
    ['1.004859', { born_on: '2012-11-23' }, 'kind', /2\.000748/],
    ['1.001022', { other_parent: 'disagrees' }, 'other_parent', /tòa án/],
    ['1.001022', { evidence: 'witness', witnesses: [{ name: 'Lê Thu Hà', phone: '0912480123' }] }, 'witnesses', /./],
    ['1.004884', { registered_year: 2016 }, 'registered_year', /2\.000635/],
    ['1.004884', { register_lost: false }, 'register_lost', /2\.000635/],
    ['1.004222', { head_agrees: false }, 'head_agrees', /Điều 20/],
    ['1.004194', { stay_until: '2026-11-22' }, 'stay_until', /./],
    ['1.001776', { poverty: 'none' }, 'category', /hộ nghèo/],
    ['1.001776', { category: 'elderly', elderly_support: 'none', person: person('1966-11-24') }, 'category', /từ đủ 60 tuổi/],
    ['1.001731', { deceased: person('1960-01-01') }, 'kind', /từ đủ 80 tuổi/],
    ['1.001612', { owner: person('2008-11-24') }, 'owner.bornOn', /từ đủ 18 tuổi/],
    ['1.001612', { has_other: true }, 'has_other', /một hộ kinh doanh/],
    ['1.013225', { designed_by: 'self', floor_area: 260, height: 12.5 }, 'designed_by', /250 m²/],
    ['2.000620', { no_minors: false }, 'no_minors', /18 tuổi/],
    ['1.003725', { purpose: 'sale' }, 'purpose', /Cục Xuất bản/],
    ['1.003725', { publications: [] }, 'publications', /./],
    ['2.001171', { held_on: '2026-11-23' }, 'held_on', /24 giờ/],
    ['2.000488', { kind: 'two', relation: 'authorised' }, 'kind', /Điều 46/],
    ['2.001199', { members: [{ member_name: 'Trần Văn Hùng', number: '031088001234', share: 1, is_foreign: false }] }, 'members', /./],
    ['2.000591', { has_certificate: true }, 'has_certificate', /Không cần nộp/]
  ]
  for (const [code, changes, field, sentence] of table) {
    const errors = check(code, changes)
    t.strictSame(Object.keys(errors), [field], `${code} ${JSON.stringify(changes)}`)
    const said = saidErrors(entryOf(code).form, errors, answersOf(code, changes), factsOf(code))
    t.match(said[field]?.sentence.vi, sentence)
  }
})

t.test('marriage: he from the day he is 20, she from the day she is 18 (Luật Hôn nhân và gia đình 2014, Đ8)', async (t) => {
  const table: [Answers, string[]][] = [
    [{ groom: person('2006-11-23') }, []],
    [{ groom: person('2006-11-24') }, ['groom.bornOn']],
    [{ bride: person('2008-11-23') }, []],
    [{ bride: person('2008-11-24') }, ['bride.bornOn']],
    [{ bride: person('2008-11-24'), groom: person('2006-11-24') }, ['bride.bornOn', 'groom.bornOn']]
  ]
  for (const [changes, expected] of table) t.strictSame(Object.keys(check('1.000894', changes)), expected, JSON.stringify(changes))
})

/** Numbers of the papers that must be given with these answers. */
function needed(code: string, changes: Answers, facts = factsOf(code)): number[] {
  const { form, documents } = entryOf(code)
  const papers = documents.map((paper) => ({ ...paper, required: paper.condition === null }))
  return papersNeeded(form, papers, answersOf(code, changes), facts)
    .filter(({ required, form: kind }) => required && kind !== 'present')
    .map(({ number }) => number)
}

t.test('birth: which papers depends on the child and on who comes', async (t) => {
  const table: [string, Answers, number[]][] = [
    ['married parents: the birth notice', {}, [2]],
    ['only the mother is named: the same', { circumstance: 'mother_only' }, [2]],
    ['abandoned: the record of it instead', { circumstance: 'abandoned' }, [3]],
    ['a surrogate mother: her confirmation too', { circumstance: 'surrogacy' }, [2, 4]],
    ['somebody authorised: the authorisation too', { relation: 'authorised' }, [2, 5]],
    ['a grandparent needs none', { relation: 'grandparent' }, [2]]
  ]
  for (const [name, changes, numbers] of table) t.strictSame(needed('1.001193', changes), numbers, name)
})

t.test('birth: only the pages that fit are asked', async (t) => {
  const pages = (circumstance: string) =>
    shownPages(entryOf('1.001193').form, answersOf('1.001193', { circumstance }), factsOf('1.001193')).map(({ id }) => id)
  t.strictSame(pages('married'), ['truong-hop', 'tre-em', 'me', 'cha', 'ban-sao'])
  t.strictSame(pages('mother_only'), ['truong-hop', 'tre-em', 'me', 'ban-sao'])
  t.strictSame(pages('abandoned'), ['truong-hop', 'tre-em', 'nguoi-cham-soc', 'ban-sao'])
})

t.test('marriage: whoever lives elsewhere brings the confirmation of status', async (t) => {
  const table: [boolean, boolean, number[]][] = [
    [true, true, []],
    [false, true, [2]],
    [true, false, [2]],
    [false, false, [2]]
  ]
  for (const [bride, groom, numbers] of table)
    t.strictSame(needed('1.000894', { bride_lives_here: bride, groom_lives_here: groom }), numbers, `bride ${bride}, groom ${groom}`)
})

t.test('other papers follow the answers too', async (t) => {
  const table: [string, Answers, number[]][] = [
    ['1.004873', {}, [2]],
    ['1.004873', { status: 'single' }, []],
    ['1.004859', {}, [2]],
    ['1.004859', { kind: 'change', parents_agree: true }, [2, 3]],
    ['1.004222', { is_head: true, home_kind: 'own' }, [2]],
    ['1.004222', {}, [2, 3]],
    ['1.001612', { founder: 'family', members: [{ member_name: 'A', born_on: '1990-01-01', identity: '031190004821' }] }, [2, 3, 4]],
    ['1.013225', { has_neighbours: false }, [2, 3]],
    ['1.013225', {}, [2, 3, 4]],
    ['1.003725', { is_held: false }, []],
    ['1.003725', { list_how: 'file', titles: 40, total_copies: 60 }, [2, 3]]
  ]
  for (const [code, changes, numbers] of table) t.strictSame(needed(code, changes), numbers, `${code} ${JSON.stringify(changes)}`)
})

/** What is to be paid at the desk, by everybody, today. */
function due(code: string, changes: Answers): [string, number][] {
  const { form, fees } = entryOf(code)
  const lines = feeFor(fees, { channel: 'desk', payerGroup: 'everyone', filedOn: today })
  return feesDue(form, lines, answersOf(code, changes), factsOf(code)).map(({ name, amount }) => [name, amount])
}

t.test('fees: late registration, number of copies, kind of building', async (t) => {
  const late = 'Lệ phí hộ tịch, đăng ký không đúng hạn'
  const permit = 'Lệ phí cấp giấy phép xây dựng'
  const table: [string, Answers, [string, number][]][] = [
    ['1.001193', { child_born_on: '2026-09-24' }, []],
    ['1.001193', { child_born_on: '2026-09-23' }, [[late, 8000]]],
    ['1.000656', { died_on: '2026-11-08' }, []],
    ['1.000656', { died_on: '2026-11-07' }, [[late, 8000]]],
    ['2.000635', { copies: 1 }, [['Phí cấp bản sao trích lục hộ tịch', 8000]]],
    ['2.000635', { copies: 4 }, [['Phí cấp bản sao trích lục hộ tịch', 32_000]]],
    ['1.013225', {}, [[permit, 75_000]]],
    ['1.013225', { kind: 'works', works_kind: 'Nhà kho, cấp IV' }, [[`${permit} công trình khác`, 150_000]]],
    ['2.000620', {}, [['Phí thẩm định điều kiện kinh doanh', 800_000]]]
  ]
  for (const [code, changes, lines] of table) t.strictSame(due(code, changes), lines, `${code} ${JSON.stringify(changes)}`)
})

t.test('an organisation is asked who answers for it, a person is not', async (t) => {
  const filer: PartyFacts = { name: 'Nguyễn Thị Lan', phone: '0912480123' }
  const organisation = {
    whom: 'organisation',
    filer,
    applicant: { name: 'Trường Đại học Hải Phòng', taxCode: '0100109106', phone: '0912480123' }
  } as const
  t.strictSame(Object.keys(check('1.003725', {}, factsOf('1.003725', organisation))), ['responsible'])
  t.strictSame(check('1.003725', {}), {})
})

t.test('a ward that may be one of several is asked about on its page, and not again once it is chosen', async (t) => {
  const { form } = entryOf('1.001731')
  const page = form.pages.find(({ id }) => id === 'nguoi-mat')!
  const read = (ward: string) => {
    const body = { 'last_address.line': 'Thôn 3', 'last_address.ward': ward, 'last_address.province': 'Hải Phòng' }
    return readPage(form, page, body, { answers: answersOf('1.001731'), facts: factsOf('1.001731'), places: ownPlaces() })
  }
  const asked = read('Hòa Bình').errors
  t.equal(asked['last_address.ward'], 'WARD_AMBIGUOUS')
  t.equal(Object.keys(asked).at(-1), 'last_address.ward', 'in the order of the page')
  const { answers, errors } = read('Xã Hoà Bình, huyện Vĩnh Bảo')
  t.equal(errors['last_address.ward'], undefined)
  t.strictSame(answers['last_address'], { line: 'Thôn 3', ward: 'Xã Hoà Bình, huyện Vĩnh Bảo', province: 'Hải Phòng', wardCode: '11890' })
})
