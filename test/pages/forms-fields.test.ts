// A page of a form as it is drawn: every kind of field without a script, what is wrong at its box, rows, conditions, and only one's own data offered.
import t from 'tap'
import { parseCondition } from '../../src/forms/condition.ts'
import type { Answers, Field } from '../../src/forms/definition.ts'
import { formFields } from '../../src/forms/pages/fields.ts'
import { readPage } from '../../src/forms/reading.ts'
import type { Locale } from '../../src/kernel/locale.ts'
import type { FieldErrors } from '../../src/kernel/refusal.ts'
import { aField, aForm, aPage, everyKind, facts, noPlaces, said } from '../helpers/forms.ts'

type Drawn = { answers?: Answers; errors?: FieldErrors; locale?: Locale }

function page(fields: readonly Field[]) {
  const form = aForm([aPage('mot', fields)])
  return {
    draw: ({ answers = {}, errors = {}, locale = 'vi' }: Drawn = {}) =>
      formFields(form, form.pages[0]!, { answers, errors, facts, locale, places: noPlaces }).toString(),
    read: (body: Record<string, unknown>, answers: Answers = {}) =>
      readPage(form, form.pages[0]!, body, { answers, facts, places: noPlaces })
  }
}

const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
const namesOf = (html: string) => new Set([...html.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name!))
/** Names and values of the boxes a browser would send back. */
function sentBack(html: string): Record<string, string | string[]> {
  const sent: [string, string][] = []
  const unescaped = (text = '') => text.replace(/&quot;/g, '"').replace(/&amp;/g, '&')
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const [name, type, value] = ['name', 'type', 'value'].map((key) => new RegExp(` ${key}="([^"]*)"`).exec(tag)?.[1])
    if (name && (!/radio|checkbox/.test(type ?? '') || / checked/.test(tag))) sent.push([name, unescaped(value)])
  }
  for (const [, name, value] of html.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</g)) sent.push([name!, unescaped(value)])
  const grouped = Map.groupBy(sent, ([name]) => name)
  return Object.fromEntries([...grouped].map(([name, all]) => [name, all.length > 1 ? all.map(([, value]) => value) : all[0]![1]]))
}

const everyAnswer: Answers = {
  name: 'An "Bé" & Bình',
  story: 'Hai\ndòng',
  copies: 3,
  area: 12.5,
  price: 1_250_000,
  born_on: '1950',
  sex: 'male',
  helped_by: ['male', 'female'],
  married: false,
  home: { line: 'Số 5', ward: 'Máy Tơ', province: 'Hải Phòng' },
  mother: { name: 'Mai', identityNumber: '031190000001', bornOn: '1990-02-01', nationality: 'Việt Nam' },
  shop: { name: 'Sông Cấm', taxCode: '0200000007' },
  phone: '0912480123',
  children: [{ child: 'Bình', child_born_on: '2019-11-01', school: 'Minh Khai' }, { child: 'Chi' }]
}

t.test('every kind of field is drawn with its answer, and a browser without scripts sends the same answer back', async (t) => {
  const { draw, read } = page(everyKind)
  const html = draw({ answers: everyAnswer })
  const { answers, errors } = read(sentBack(html))
  t.strictSame(answers, everyAnswer)
  t.same(errors, {})
  t.equal(new Set(idsOf(html)).size, idsOf(html).length, 'every id is there once')
})

t.test('every box has a label or a legend, and hints are tied to what they explain', async (t) => {
  const html = page(everyKind).draw()
  const labelled = new Set([...html.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id))
  for (const [tag] of html.matchAll(/<(?:input|textarea|select)[^>]* class="input[^>]*>/g)) {
    const [id] = idsOf(tag)
    if (!/(Day|Month|Year)"/.test(tag)) t.ok(labelled.has(id), id ?? tag)
  }
  const ids = new Set(idsOf(html))
  for (const [, about] of html.matchAll(/aria-describedby="([^"]+)"/g)) for (const id of about!.split(' ')) t.ok(ids.has(id), id)
  for (const legend of ['Ô home', 'Ô mother', 'Ô shop', 'Ô sex', 'Ô born_on']) t.match(html, new RegExp(`<legend>${legend}`))
})

t.test('what is wrong is said at the box that the summary leads to, and what was typed is still there', async (t) => {
  const { draw, read } = page(everyKind)
  const typed = {
    ...{ name: '', copies: 'ba mươi', price: 'mười nghìn', born_onDay: '31', born_onMonth: '2', born_onYear: '1990', phone: '0912' },
    ...{ 'mother.name': '', 'mother.identityNumber': '123', 'shop.name': 'Sông Cấm', 'shop.taxCode': '1', 'home.line': 'Số 5' },
    ...{ 'children.0.child': '', 'children.0.child_born_onDay': '31/2/2020' }
  }
  const { answers, errors } = read(typed)
  const html = draw({ answers, errors })
  const ids = new Set(idsOf(html))
  t.ok(Object.keys(errors).length >= 11, Object.keys(errors).join(', '))
  for (const name of Object.keys(errors)) {
    t.ok(ids.has(name), `the summary leads to ${name}`)
    t.ok(ids.has(`${name}-loi`), `and a sentence stands at ${name}`)
  }
  const shown = sentBack(html)
  for (const [name, text] of Object.entries(typed).filter(([name, text]) => text && !name.startsWith('children')))
    t.equal(shown[name], text, name)
  t.same([shown['children.0.child_born_onDay'], shown['children.0.child_born_onMonth']], ['31', '2'])
})

const rows: Field = { ...everyKind.at(-1)!, required: true, limits: { min: 1, max: 3 } }

t.test('rows come and go with buttons, without a script, and nothing typed is lost', async (t) => {
  const { draw, read } = page([aField('name'), rows])
  const first = draw()
  t.match(first, /<legend>Con thứ 1<\/legend>/, 'a group that must have a row shows one')
  t.ok(namesOf(first).has('add.children'))
  const added = read({ ...sentBack(first), 'children.0.child': 'An', 'add.children': '1' })
  t.equal(added.rowsChanged, 'children.1.child')
  t.same(added.errors, {}, 'nobody is blamed for a row just added')
  const second = draw({ answers: added.answers })
  t.match(second, /Con thứ 2/)
  const removed = read({ ...sentBack(second), 'children.1.child': 'Bình', 'remove.children': '0' })
  t.same(removed.answers['children'], [{ child: 'Bình' }])
  const full = { children: [{ child: 'A' }, { child: 'B' }, { child: 'C' }] }
  t.notOk(namesOf(draw({ answers: full })).has('add.children'), 'no more than the form has room for')
  t.same(read({ 'children.0.child': 'An', 'children.1.child': '' }).answers['children'], [{ child: 'An' }], 'an empty row says nothing')
  t.match(first, /^<button class="vh" name="after" value="next"/, 'Enter goes on instead of removing a row')
})

const asking = [
  aField('married', { kind: 'yes_no', required: true }),
  aField('spouse', { required: true, shownWhen: parseCondition('married = yes') })
]

t.test('a field that the answers ask for comes back with the page once, and only then is it missed', async (t) => {
  const { draw, read } = page(asking)
  const first = draw()
  t.match(first, /<div data-shown-when="[^"]*" hidden><input type="hidden" name="_an" value="spouse">/)
  const unseen = read({ ...sentBack(first), married: 'yes' })
  t.same([unseen.appeared, unseen.errors], [['spouse'], {}])
  const second = draw({ answers: unseen.answers })
  t.notMatch(second, / hidden>/)
  t.same(read(sentBack(second)).errors, { spouse: 'REQUIRED' })
  t.same(read({ ...sentBack(first), married: 'no' }).appeared, [])
})

t.test('a hidden answer stays in the draft until it is filed', async (t) => {
  const { draw, read } = page(asking)
  const kept = read({ ...sentBack(draw({ answers: { married: true, spouse: 'Mai' } })), married: 'no' })
  t.same(kept.answers, { married: false, spouse: 'Mai' })
  t.same(kept.errors, {})
})

t.test('what other pages decide is decided by the server: it is on the page or it is not, and its answer is kept', async (t) => {
  const form = aForm([aPage('mot', [asking[0]!]), aPage('hai', [aField('city'), asking[1]!])])
  const draw = (answers: Answers) => formFields(form, form.pages[1]!, { answers, errors: {}, facts, locale: 'vi' }).toString()
  t.notMatch(draw({ married: false, spouse: 'Mai' }), /name="spouse"/)
  t.match(draw({ married: true }), /name="spouse"/)
  t.notMatch(draw({ married: true }), /data-shown-when/)
  const read = readPage(
    form,
    form.pages[1]!,
    { ...sentBack(draw({ married: false })), city: 'Hải Phòng' },
    { answers: { married: false, spouse: 'Mai' }, facts, places: noPlaces }
  )
  t.same(read.answers, { married: false, spouse: 'Mai', city: 'Hải Phòng' })
})

t.test('the browser offers a person’s own data for their own boxes only', async (t) => {
  const html = page([
    aField('me', { kind: 'person', prefill: 'applicant' }),
    aField('mother', { kind: 'person' }),
    aField('my_phone', { kind: 'phone', prefill: 'filer.phone' }),
    aField('her_phone', { kind: 'phone' })
  ]).draw()
  const offered = (name: string) => new RegExp(`name="${name.replace('.', '\\.')}"[^>]* autocomplete="([^"]+)"`).exec(html)?.[1]
  t.same([offered('me.name'), offered('me.bornOnDay'), offered('my_phone')], ['name', 'bday-day', 'tel'])
  t.same([offered('mother.name'), offered('mother.bornOnDay'), offered('her_phone')], ['off', 'off', 'off'])
})

t.test('in English every word of the form is English', async (t) => {
  const english = page([aField('name', { label: said('Họ tên'), hint: said('Như trên giấy') }), ...everyKind.slice(1)]).draw({
    locale: 'en'
  })
  t.match(english, /Họ tên \(en\)/)
  t.notMatch(
    english
      .replaceAll(/Việt Nam|đồng/g, '')
      .replace(/[^<>]*\(en\)/g, '')
      .replace(/>(Con|Ô)[^<]*/g, ''),
    /[ơưđ]|không|Ngày/i
  )
})

t.test('of several wards with one name all are named', async (t) => {
  const form = aForm([aPage('mot', [aField('home', { kind: 'address' })])])
  const several = [
    { wardCode: '1', name: 'Phường Hòa Bình, quận A', note: said('đến 30/6/2025') },
    { wardCode: '2', name: 'Xã Hòa Bình, huyện B', note: said('nay là xã C') }
  ]
  const places = { matchWard: () => ({ several }) }
  const answers: Answers = { home: { line: 'Số 5', ward: 'Hòa Bình', province: 'Hải Phòng' } }
  const html = formFields(form, form.pages[0]!, { answers, errors: {}, facts, locale: 'vi', places }).toString()
  for (const { name } of several) t.match(html, name)
})
