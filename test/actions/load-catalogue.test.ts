// The shop opens with the catalogue its data files describe; a second opening finds nothing to do.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { agenciesOf, desksOf, findAgency, openingHoursOf, searchAgencies, wardsOf } from '../../src/agencies/queries.ts'
import { migrate } from '../../src/database/migrate.ts'
import { loadCatalogue } from '../../src/procedures/actions/load-catalogue.ts'
import type { DataFile } from '../../src/procedures/data-files.ts'
import { findProcedure, proceduresOfEvent, procedureVersion, sectorsList } from '../../src/procedures/queries.ts'
import { feeFor } from '../../src/procedures/rules.ts'
import { searchProcedures } from '../../src/procedures/search-queries.ts'
import { openTestDatabase } from '../helpers/database.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-23')

async function anEmptyShop(t: Test) {
  const { db, sql, connection } = await openTestDatabase(t, { empty: true })
  await migrate(connection)
  return { db, sql, now: () => Temporal.Instant.from('2026-11-23T08:00+07:00') }
}

async function ownFiles(change: Record<string, (text: string) => string> = {}): Promise<DataFile[]> {
  const folders = ['agencies', 'procedures'].map((room) => join(import.meta.dirname, '../../src', room, 'catalogue'))
  const names = await Promise.all(
    folders.map(async (folder) => (await readdir(folder, { recursive: true })).map((name) => ({ name, folder })))
  )
  const files = names.flat().filter(({ name }) => name.endsWith('.tsv'))
  return Promise.all(
    files.map(async ({ name, folder }) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { name, text: change[name]?.(text) ?? text }
    })
  )
}

const tables = 'agencies desks opening_hours sectors procedures procedure_versions offerings required_documents fee_rules synonyms'.split(
  ' '
)

/** Every row of the catalogue but its load line; synonyms and hours are replaced at a load, so without their keys. */
async function everyRow({ sql }: Pick<Awaited<ReturnType<typeof openTestDatabase>>, 'sql'>) {
  const rows = await Promise.all(
    tables.map((table) =>
      sql.unsafe(
        `select (to_jsonb(t) - case when '${table}' = 'opening_hours' then 'id' else '' end)::text as row from ${table} t order by 1`
      )
    )
  )
  return rows.flat().map(({ row }) => row)
}

t.test('loaded twice, the catalogue is there once, and the second time costs nothing', async (t) => {
  const shop = await anEmptyShop(t)

  t.same(await loadCatalogue(shop), { newVersions: 144 })
  const rows = await everyRow(shop)
  const start = performance.now()
  t.same(await loadCatalogue(shop), { newVersions: 0 })
  t.ok(performance.now() - start < 300, 'within 300 ms')
  t.same(await everyRow(shop), rows)

  // The same content with a new comment is read again, and still makes no row.
  t.same(await loadCatalogue(shop, await ownFiles({ 'fees.tsv': (text) => `# kiểm tra lại\n${text}` })), { newVersions: 0 })
  t.same(await everyRow(shop), rows)
})

t.test('two starters at once: the second waits for the first and finds the catalogue loaded', async (t) => {
  const shop = await anEmptyShop(t)
  const held = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  const holder = shop.sql.begin(async (tx) => {
    await tx`lock table catalogue_loads in share row exclusive mode`
    held.resolve()
    await release.promise
  })
  await held.promise

  const loads = [loadCatalogue(shop), loadCatalogue(shop)]
  const bothWait = await untilWaiting(shop.sql, loads.length)
  release.resolve()
  await holder

  t.ok(bothWait, 'neither has begun while a third one loads')
  t.same((await Promise.all(loads)).map(({ newVersions }) => newVersions).sort(), [0, 144])
  t.equal((await searchProcedures(shop.db, '', { on: today, limit: 200 })).items.length, 144)
})

/** Whether so many come to wait for the catalogue's lock within five seconds. */
async function untilWaiting(sql: Awaited<ReturnType<typeof anEmptyShop>>['sql'], count: number): Promise<boolean> {
  for (const end = performance.now() + 5000; performance.now() < end; ) {
    const [row] = await sql<{ waiting: number }[]>`
      select count(*)::int as waiting from pg_locks where not granted and relation = 'catalogue_loads'::regclass and mode = 'ShareRowExclusiveLock'`
    if (row?.waiting === count) return true
  }
  return false
}

t.test('one bad line, and nothing is loaded', async (t) => {
  const shop = await anEmptyShop(t)

  const load = loadCatalogue(shop, await ownFiles({ 'fees.tsv': (text) => text.replace('\t50000\t', '\t50.000\t') }))

  await t.rejects(load, { name: 'CatalogueError', message: /fees\.tsv, dòng \d+: cột "amount" ghi "50\.000"/ })
  t.same(await everyRow(shop), [])
})

t.test('a new fee from a new day makes a new version; a dossier filed before keeps the old one', async (t) => {
  const shop = await anEmptyShop(t)
  await loadCatalogue(shop)
  const pinned = (await findProcedure(shop.db, '1.003725', { on: today }))!
  const change = {
    'procedures.tsv': (text: string) => text.replace(/^(1\.003725\t.*)2017-01-01/m, '$12027-01-01'),
    'fees.tsv': (text: string) => text.replace(/^(1\.003725\t.*)50000/m, '$160000')
  }

  t.same(await loadCatalogue(shop, await ownFiles(change)), { newVersions: 1 })

  const amountOn = async (on: string) => (await findProcedure(shop.db, '1.003725', { on: day(on) }))?.fees[0]?.amount
  t.equal(await amountOn('2026-12-31'), 50_000)
  t.equal(await amountOn('2027-01-01'), 60_000)
  t.equal(await amountOn('2016-12-31'), undefined, 'before its first version there was no such procedure')
  t.match((await procedureVersion(shop.db, pinned.version.id)).fees, [{ id: pinned.fees[0]?.id, amount: 50_000 }])
  t.same(await loadCatalogue(shop, await ownFiles(change)), { newVersions: 0 })
})

t.test('a form that is new, or mended, begins on the day it is loaded; what was begun before keeps its own', async (t) => {
  const shop = await anEmptyShop(t)
  const [form, code] = ['forms/1.000656.tsv', '1.000656']
  const [all, mended] = [await ownFiles(), await ownFiles({ [form]: (text) => text.replace('Giới tính', 'Nam hay nữ') })]
  await loadCatalogue(
    shop,
    all.filter(({ name }) => name !== form)
  )
  const at = (on: string) => ({ ...shop, now: () => Temporal.Instant.from(`${on}T08:00+07:00`) })

  t.same(await loadCatalogue(at('2026-11-24'), all), { newVersions: 1 })
  t.same(await loadCatalogue(at('2026-11-25'), all), { newVersions: 0 })
  t.same(await loadCatalogue(at('2026-11-26'), mended), { newVersions: 1 })
  t.same(await loadCatalogue(at('2026-11-27'), mended), { newVersions: 0 })

  const formOn = async (on: string) => (await findProcedure(shop.db, code, { on: day(on) }))!.version.form
  const sexOn = async (on: string) => (await formOn(on))?.pages.flatMap(({ fields }) => fields).find(({ id }) => id === 'sex')?.label.vi
  t.equal(await formOn('2026-11-23'), null, 'the general form until then')
  t.equal(await sexOn('2026-11-24'), 'Giới tính')
  t.equal(await sexOn('2026-11-25'), 'Giới tính')
  t.equal(await sexOn('2026-11-26'), 'Nam hay nữ')
})

t.test('a change without a new day is refused: what dossiers are pinned to is not rewritten', async (t) => {
  const shop = await anEmptyShop(t)
  await loadCatalogue(shop)
  const rows = await everyRow(shop)

  const load = loadCatalogue(
    shop,
    await ownFiles({ 'documents.tsv': (text) => text.replace('Giấy chứng sinh;', 'Giấy chứng sinh bản chính;') })
  )

  await t.rejects(load, { message: /thủ tục 1\.001193 .* hãy đặt valid_from sau 2017-01-01/ })
  t.same(await everyRow(shop), rows)
})

t.test('an agency gets its right number and keeps its id; a procedure that ends is gone from that day', async (t) => {
  const shop = await anEmptyShop(t)
  await loadCatalogue(shop)
  const before = await findAgency(shop.db, 'STTTT')
  const change = {
    'agencies.tsv': (text: string) => text.replace('000.00.18.H24', '000.00.77.H24'),
    'procedures.tsv': (text: string) => text.replace(/^(2\.001732\t.*2017-01-01\t)\t/m, '$12027-01-01\t')
  }

  t.same(await loadCatalogue(shop, await ownFiles(change)), { newVersions: 0 })

  t.match(await findAgency(shop.db, 'STTTT'), { id: before?.id, identifier: '000.00.77.H24', parentId: before?.parentId })
  t.ok(await findProcedure(shop.db, '2.001732', { on: day('2026-12-31') }))
  t.equal(await findProcedure(shop.db, '2.001732', { on: day('2027-01-01') }), undefined)
})

t.test('the three procedures everybody tries first are as the law says', async (t) => {
  const { db } = await openTestDatabase(t)

  const books = (await findProcedure(db, '1.003725', { on: today }))!
  t.match(books, { sector: { code: 'L-XBIPH' }, version: { level: 'department', processingTime: { kind: 'calendar_days', amount: 15 } } })
  t.match(books.offering, { onlineLevel: 4, postIn: true, postOut: true, agencyId: (await findAgency(db, 'STTTT'))!.id })
  t.same(
    books.documents.filter(({ required }) => required).map(({ number, form, copies }) => [number, form, copies]),
    [
      [1, 'form', 1],
      [2, 'original', 3]
    ]
  )
  t.match(feeFor(books.fees, { channel: 'online', payerGroup: 'everyone', filedOn: today }), [
    { amount: 50_000, unit: 'hồ sơ', condition: null }
  ])
  const birth = (await findProcedure(db, '1.001193', { on: today }))!
  t.match(birth.version, {
    level: 'ward',
    agencyId: null,
    processingTime: { kind: 'same_day', cutOff: '15:00' },
    resultName: 'Giấy khai sinh'
  })
  const copies = (await findProcedure(db, '2.000815', { on: today }))!
  t.match(copies, { sector: { code: 'G15-TP03' }, offering: { level: 'ward', onlineLevel: 2, postIn: false, postOut: false } })
  t.same(
    copies.offerings.map(({ level }) => level),
    ['ward', 'district']
  )
  t.equal(await findProcedure(db, '1.000000', { on: today }), undefined)
  await t.rejects(procedureVersion(db, books.procedure.id), { message: /no procedure version/ })
})

t.test('agencies are found by code, level, district and name', async (t) => {
  const { db } = await openTestDatabase(t)

  t.equal((await agenciesOf(db)).items.length, 264)
  t.equal((await agenciesOf(db, 'ward')).items.length, 223)
  t.equal((await wardsOf(db, '303')).items.length, 11)
  t.same((await wardsOf(db, '999')).items, [])
  t.match((await searchAgencies(db, 'minh tan kien th', 5)).items, [{ name: 'Xã Minh Tân' }])
  t.equal((await searchAgencies(db, 'An Đồng', 5)).items[0]?.name, 'Xã An Đồng', 'exact spelling before An Dồng')
  t.equal((await searchAgencies(db, '', 5)).items.length, 5)
  const ward = (await wardsOf(db, '303')).items[0]!
  t.match(await desksOf(db, ward.id), [{ name: 'Bộ phận Tiếp nhận và Trả kết quả' }])
  const week = await openingHoursOf(db, ward.id, today)
  t.same([...new Set(week.map(({ weekday }) => weekday))], [1, 2, 3, 4, 5])
  t.same(
    week.filter(({ weekday }) => weekday === 1).map(({ opens, closes }) => `${opens}–${closes}`),
    ['07:00–11:30', '13:30–17:00']
  )
  t.same(await openingHoursOf(db, ward.id, day('2016-12-31')), [], 'no hours were in force yet')
})

t.test('everything A–Z in Vietnamese order, page after page without a gap', async (t) => {
  const { db } = await openTestDatabase(t)

  const names: string[] = []
  let after: string | undefined
  do {
    const page = await searchProcedures(db, '', { on: today, limit: 50, after })
    names.push(...page.items.map(({ name }) => name))
    after = page.next ?? undefined
  } while (after !== undefined)

  t.equal(names.length, 144)
  t.same(names, [...names].sort(new Intl.Collator('vi').compare))
  t.same(await searchProcedures(db, '', { on: today, limit: 5, after: 'x' }), { items: [], next: null })
  t.equal((await sectorsList(db)).items.length, 37)
})

t.test('a life event gathers what people need then, in the order they need it', async (t) => {
  const { db } = await openTestDatabase(t)

  const events = ['sinh con', 'Kết hôn', 'nhà và đất', 'mở cửa hàng', 'đổi nơi ở', 'con đi học', 'trợ cấp', 'khi có người mất']
  for (const event of events) t.ok((await proceduresOfEvent(db, event, { on: today })).items.length >= 3, event)
  t.equal((await proceduresOfEvent(db, 'sinh con', { on: today })).items[0]?.code, '1.001193')
  t.same(await proceduresOfEvent(db, 'trúng số', { on: today }), { items: [], next: null })
})
