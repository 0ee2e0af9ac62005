// The one box of the desk stays quick at a million dossiers: every way in goes by an index, none reads the table from end to end.
import t from 'tap'
import { findAgency } from '../../src/agencies/queries.ts'
import { type Asked, hintFor, readAsked } from '../../src/dossiers/search.ts'
import { agenciesWith, searchDossiers, searchQuery } from '../../src/dossiers/search-queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier } from '../helpers/dossiers.ts'

type Plan = { 'Node Type': string; 'Index Name'?: string; Plans?: Plan[] }
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

t.test(
  'twenty thousand dossiers, four thousand of them here: a code, its end, a phone, a number and a common name each find their index',
  async (t) => {
    const { context, sql } = await openTestContext(t)
    const { dossier, code } = await aDossier(context)
    const agency = (await findAgency(context.db, 'STTTT'))!
    // Copies of one true dossier, spread over agencies; a third of the city is called Nguyễn Thị.
    const columns = (
      await sql<{ name: string }[]>`
    select column_name as name from information_schema.columns where table_name = 'dossiers' and table_schema = current_schema()`
    )
      .map(({ name }) => name)
      .filter((name) => !['id', 'code', 'agency_id', 'search_text'].includes(name))
      .map((name) => `"${name}"`)
      .join(', ')
    await sql.unsafe(`
    insert into dossiers (code, agency_id, search_text, ${columns})
    select '000.00.18.H24-260301-' || lpad(n::text, 5, '0'), case n % 5 when 0 then '${agency.id}'::uuid else (select id from agencies order by code limit 1 offset n % 20) end,
           case n % 3 when 0 then 'nguyen thi lan' else 'tran van ' || n end || ' 09' || lpad(n::text, 8, '0') || ' 03' || lpad(n::text, 10, '0'),
           ${columns}
      from dossiers, generate_series(1, 20000) n where dossiers.id = '${dossier.id}'`)
    await sql.unsafe('analyze dossiers')
    const reach = { agencyId: agency.id, duties: undefined }

    const ways: Record<string, string> = {
      [code]: 'dossiers_code_unique',
      [code.slice(-4)]: 'dossiers_found_by_code_end',
      '0912480123': 'dossiers_found_by_words',
      '031194006217': 'dossiers_found_by_words',
      'nguyen thi': 'dossiers_found_by_words',
      'Nguyễn Thị Lan': 'dossiers_found_by_words'
    }
    for (const [typed, index] of Object.entries(ways)) {
      const asked = readAsked(typed) as Exclude<Asked, { kind: 'nothing' }>
      const question = searchQuery(context.db, { asked, reach }).toSQL()
      const [row] = await sql.unsafe<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
        `explain (format json) ${question.sql}`,
        question.params as string[]
      )
      const nodes = nodesOf(row!['QUERY PLAN'][0]!.Plan)
      t.notOk(
        nodes.some((node) => node['Node Type'] === 'Seq Scan'),
        `${typed}: not from end to end`
      )
      t.ok(
        nodes.some((node) => node['Index Name'] === index),
        `${typed}: by ${index}, was ${nodes.map((node) => node['Index Name'] ?? node['Node Type'])}`
      )
      const found = await searchDossiers(context.db, { asked, reach })
      t.ok(found.length > 0 && found.every(({ agencyId }) => agencyId === agency.id), `${typed}: found, and only here`)
    }
  }
)

t.test('what is typed is understood as people type it', async (t) => {
  const kinds: [string, Asked['kind']][] = [
    ['000.00.18.H24-260302-0001', 'code'],
    ['0000018h24 260302 0001', 'code'],
    ['http://motcua.test/tra-cuu/000.00.18.H24-260302-0001', 'code'],
    ['0187', 'code_end'],
    ['260302-0187', 'code_end'],
    ['2603020187', 'code_end'],
    ['H24-260302-0187', 'code_end'],
    ['0912 480 123', 'number'],
    ['+84912480123', 'number'],
    ['031194006217', 'number'],
    ['nguyễn thị lan', 'words'],
    ['  ', 'nothing']
  ]
  for (const [typed, kind] of kinds) t.equal(readAsked(typed).kind, kind, typed)
  t.equal(hintFor('091248012', readAsked('091248012')), 'phone_short')
  t.equal(hintFor('03119400621', readAsked('03119400621')), 'identity_short')
  t.equal(hintFor('H24-26', readAsked('H24-26')), 'code_odd')
})

t.test('another desk is found by code, phone and number, never by name', async (t) => {
  const { context } = await openTestContext(t)
  const { code, dossier } = await aDossier(context)
  const other = (await findAgency(context.db, '11311'))!.id

  for (const typed of [code, '0912480123', '031194006217'])
    t.same(await agenciesWith(context.db, { asked: readAsked(typed), agencyId: other }), [dossier.agencyId], typed)
  t.same(await agenciesWith(context.db, { asked: readAsked('nguyen thi lan'), agencyId: other }), [])
})
