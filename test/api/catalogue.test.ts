// The open part of the API: the catalogue and the due-date calculator, as a program without a key sees them.
import t from 'tap'
import { searchProcedures } from '../../src/procedures/search-queries.ts'
import { openApiShop } from './api-shop.ts'

type Listed = { items: { code: string }[]; next: string | null }
const codesOf = ({ items }: Listed) => items.map(({ code }) => code)

t.test('a program finds what citizens find, in their order', async (t) => {
  const { get, context } = await openApiShop(t)
  const on = Temporal.PlainDate.from('2026-03-02')

  for (const words of ['khai sinh', 'dang ky kinh doanh', '1.0037', 'lam khai sinh cho con', '']) {
    const asked = (await get(`/api/v1/procedures?limit=50&q=${encodeURIComponent(words)}`)).json<Listed>()
    const citizens = await searchProcedures(context.db, words, { on, limit: 50 })
    t.same(codesOf(asked), codesOf(citizens), words || 'everything')
    t.not(asked.items.length, 0)
  }
})

t.test('page after page gives every procedure once', async (t) => {
  const { get } = await openApiShop(t)
  const seen: string[] = []

  for (let cursor = ''; ; ) {
    const page = (await get(`/api/v1/procedures?limit=40${cursor}`)).json<Listed>()
    seen.push(...codesOf(page))
    if (!page.next) break
    cursor = `&cursor=${page.next}`
  }

  t.equal(seen.length, 144)
  t.equal(new Set(seen).size, 144)
})

t.test('a form is there as data, with a schema that takes what the form asks; procedures without one ask the general form', async (t) => {
  const { get } = await openApiShop(t)

  const { statusCode, ...own } = await get('/api/v1/procedures/1.000656/form')
  const general = (await get('/api/v1/procedures/1.000028/form')).json()

  t.equal(statusCode, 200)
  const form = own.json()
  t.match(form, { code: '1.000656', title: { vi: /khai tử/ }, paper: 1, schema: { type: 'object', additionalProperties: false } })
  const fields = form.pages.flatMap((page: { fields: unknown[] }) => page.fields)
  t.match(
    fields.find(({ id }: { id: string }) => id === 'cause_words'),
    { required: true, shownWhen: { is: 'one_of', field: 'cause', values: ['accident', 'other'] }, label: { en: /which/ } }
  )
  t.match(
    fields.find(({ id }: { id: string }) => id === 'sex'),
    { kind: 'choice', options: [{ value: 'male', label: { vi: 'Nam' } }, {}] }
  )
  t.same(
    Object.keys(form.schema.properties),
    fields.map(({ id }: { id: string }) => id)
  )
  t.match(general, { pages: [{ fields: [{ id: 'subject' }, {}] }] })
  t.equal((await get('/api/v1/procedures/1.999999/form')).statusCode, 404)
})

t.test('filters hold on every page', async (t) => {
  const { get } = await openApiShop(t)

  const wards = (await get('/api/v1/procedures?level=ward&limit=100')).json()
  const first = (await get('/api/v1/procedures?level=ward&limit=30')).json<Listed>()
  const second = (await get(`/api/v1/procedures?level=ward&limit=30&cursor=${first.next}`)).json<Listed>()

  t.equal(wards.items.length, 42)
  t.equal(wards.next, null)
  t.ok(wards.items.every(({ level }: { level: string }) => level === 'ward'))
  t.same([...codesOf(first), ...codesOf(second)], codesOf(wards), 'pages lose nothing')
  const { sector } = wards.items[0]
  const ofSector = (await get(`/api/v1/procedures?sector=${encodeURIComponent(sector.code)}`)).json()
  t.ok(ofSector.items.every((item: { sector: { code: string } }) => item.sector.code === sector.code))
})

t.test('a procedure tells its papers, fees and time; an unknown one is a problem', async (t) => {
  const { get } = await openApiShop(t)

  const { statusCode, ...found } = await get('/api/v1/procedures/1.003725')
  const unknown = await get('/api/v1/procedures/1.999999')

  t.equal(statusCode, 200)
  t.match(found.json(), {
    code: '1.003725',
    level: 'department',
    processingTime: { kind: 'calendar_days', amount: 15 },
    papers: [{ number: 1, required: true }]
  })
  t.match(unknown, { statusCode: 404, headers: { 'content-type': /^application\/problem\+json/ } })
  t.match(unknown.json(), { code: 'PROCEDURE_NOT_FOUND', status: 404, title: 'Không có thủ tục mã 1.999999.' })
})

t.test('sentences come in English when asked', async (t) => {
  const { get } = await openApiShop(t)

  const problem = await get('/api/v1/procedures/1.999999', { 'accept-language': 'en-GB' })
  const counted = await get('/api/v1/deadlines?procedure=1.003725&agency=STTTT&locale=en')

  t.equal(problem.json().title, 'There is no procedure 1.999999.')
  t.match(counted.json().explanation[0], /^Received at/)
})

t.test('sectors, agencies by level, parent and words, and one agency with its hours', async (t) => {
  const { get } = await openApiShop(t)

  const sectors = (await get('/api/v1/sectors')).json()
  const districts = (await get('/api/v1/agencies?level=district&limit=100')).json()
  const wards = (await get('/api/v1/agencies?parent=303&limit=100')).json()
  const named = (await get('/api/v1/agencies?q=hong%20bang')).json()
  const one = (await get('/api/v1/agencies/STTTT')).json()
  const none = await get('/api/v1/agencies/NOWHERE')

  t.ok(sectors.items.length > 5)
  t.equal(districts.items.length, 15)
  t.ok(wards.items.length > 5 && wards.items.every(({ parent }: { parent: string }) => parent === '303'))
  t.ok(named.items.some(({ code }: { code: string }) => code === '303'))
  t.match(one, { code: 'STTTT', level: 'department', openingHours: [{ weekday: 1 }] })
  t.match(none.json(), { status: 404, code: 'AGENCY_NOT_FOUND' })
})

t.test('the list of agencies goes on where its page ended', async (t) => {
  const { get } = await openApiShop(t)

  const first = (await get('/api/v1/agencies?level=district&limit=10')).json<Listed>()
  const second = (await get(`/api/v1/agencies?level=district&limit=10&cursor=${first.next}`)).json<Listed>()

  t.equal(new Set([...codesOf(first), ...codesOf(second)]).size, 15)
  t.equal(second.next, null)
})

t.test('received on Monday with fifteen days: the calculator says the day, counts to it and explains it', async (t) => {
  const { get } = await openApiShop(t)

  const counted = (await get('/api/v1/deadlines?procedure=1.003725&agency=STTTT&receivedAt=2026-03-02T08:30:00%2B07:00')).json()

  t.match(counted.dueAt, /^2026-03-17T/)
  t.equal(counted.countedFrom, '2026-03-02')
  t.equal(counted.receivedAt, '2026-03-02T01:30:00Z')
  t.match(counted.explanation.at(-1), /^Ngày hẹn trả: thứ Ba 17\/03\/2026/)
  t.match(
    counted.days.find(({ kind }: { kind: string }) => kind === 'due'),
    { day: '2026-03-17' }
  )
})

t.test('a plus sign that became a space is still the zone', async (t) => {
  const { get } = await openApiShop(t)

  const { receivedAt } = (await get('/api/v1/deadlines?procedure=1.003725&agency=STTTT&receivedAt=2026-03-02T08:30:00+07:00')).json()

  t.equal(receivedAt, '2026-03-02T01:30:00Z')
})

t.test('what makes no sense is told, not guessed', async (t) => {
  const { get } = await openApiShop(t)
  const wrong = [
    '/api/v1/procedures?limit=0',
    '/api/v1/procedures?limit=many',
    '/api/v1/procedures?cursor=abc',
    '/api/v1/procedures?level=village',
    '/api/v1/agencies?cursor=%7B%7D',
    '/api/v1/deadlines?procedure=1.003725',
    '/api/v1/deadlines?procedure=1.003725&agency=STTTT&receivedAt=2026-03-02T08:30',
    '/api/v1/deadlines?procedure=1.003725&agency=STTTT&receivedAt=2026-02-31T08:30:00Z'
  ]

  for (const url of wrong) t.match((await get(url)).json(), { status: 400, code: 'REQUEST_MALFORMED' }, url)
  t.equal((await get('/api/v1/deadlines?procedure=1.999999&agency=STTTT')).json().code, 'PROCEDURE_NOT_FOUND')
  t.equal((await get('/api/v1/deadlines?procedure=1.003725&agency=X')).json().code, 'AGENCY_NOT_FOUND')
})

t.test('who calls too often is told how long to wait', async (t) => {
  const { get } = await openApiShop(t, { limits: { perClient: 9, perAddress: 2 } })

  const answers = [await get('/api/v1/sectors'), await get('/api/v1/sectors'), await get('/api/v1/sectors')]

  t.same(
    answers.map(({ statusCode }) => statusCode),
    [200, 200, 429]
  )
  t.equal(answers[0]!.headers['ratelimit-remaining'], '1')
  t.match(Number(answers[2]!.headers['retry-after']), Number)
  t.equal(answers[2]!.json().code, 'TOO_MANY_TRIES')
})
