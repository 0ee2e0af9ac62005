// What is said in several places says the same in all of them: states, moves, statuses, jobs, refusals, messages; and the look of a file.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getTableConfig, PgDialect } from 'drizzle-orm/pg-core'
import t, { type Test } from 'tap'
import type { Context, Outside } from '../../src/context.ts'
import { issuedForms } from '../../src/documents/rules.ts'
import { moves, nationalStatus, states, stateWords } from '../../src/dossiers/lifecycle.ts'
import { dossierMove, dossierState } from '../../src/dossiers/table.ts'
import { handlersOf } from '../../src/jobs/handlers.ts'
import { fieldErrors } from '../../src/kernel/field-errors.ts'
import type { Words } from '../../src/kernel/locale.ts'
import { refusals } from '../../src/kernel/refusals.ts'
import { templates } from '../../src/notifications/templates.ts'
import {
  commands,
  identityStates,
  kinds,
  legs,
  moneyStates,
  proofStates,
  reasons,
  statuses,
  statusNames
} from '../../src/shipments/lifecycle.ts'
import { shipmentEvents, shipments } from '../../src/shipments/table.ts'
import { root, sourcesIn } from './sources.ts'

const src = sourcesIn('src')
const sources = [...src, ...sourcesIn('services')]
const openapi = readFileSync(join(root, 'openapi.yaml'), 'utf8')
const sorted = (words: Iterable<string>) => [...words].sort()
const holes = (text: string) => sorted(new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)))

/** The lists of words in openapi.yaml, without the `null` of what may be missing. */
const enums = [...openapi.matchAll(/^( *)enum:\n((?:\1 {2}- .*\n)+)/gm)].map(([, , lines]) =>
  [...lines!.matchAll(/- (.*)/g)].map(([, word]) => word!.replace(/^(["'])(.*)\1$/, '$2')).filter((word) => word !== 'null')
)
const isDescribed = (words: readonly string[]) => enums.some((described) => described.join() === words.join())

t.test('the states of a dossier are the same in lifecycle, database, words, national codes and API', async (t) => {
  t.strictSame(dossierState.enumValues, states)
  t.strictSame(sorted(Object.keys(stateWords)), sorted(states))
  t.strictSame(sorted(['draft', ...Object.keys(nationalStatus)]), sorted(states))
  t.ok(isDescribed(states), 'openapi.yaml: run npm run openapi')
  const entered = new Set<string>(Object.values(moves).map(({ to }) => to))
  t.strictSame(
    states.filter((state) => state !== 'draft' && !entered.has(state)),
    [],
    'a move leads to each of them'
  )
})

t.test('the moves of a dossier are the same in lifecycle and database, and each has words', async (t) => {
  t.strictSame(dossierMove.enumValues, Object.keys(moves))
  for (const [name, { words }] of Object.entries(moves)) isSaid(t, name, words)
})

t.test('the statuses of a parcel are the same in lifecycle, words, table checks and API', async (t) => {
  t.strictSame(Object.keys(statusNames), statuses)
  const listed = { kind: kinds, leg: legs, status: statuses, money: moneyStates, proof: proofStates, identity: identityStates }
  for (const [column, words] of Object.entries(listed)) t.strictSame(checkedWords(shipments, `shipments_${column}_known`), words, column)
  t.strictSame(checkedWords(shipmentEvents, 'shipment_events_status_known'), statuses)
  t.ok(isDescribed(statuses), 'openapi.yaml: run npm run openapi')
  t.ok(isDescribed(Object.keys(reasons)), 'the reasons too')
  for (const [name, { words }] of Object.entries(commands)) isSaid(t, name, words)
})

function checkedWords(table: typeof shipments | typeof shipmentEvents, name: string): string[] {
  const check = getTableConfig(table).checks.find((one) => one.name === name)
  const text = check ? new PgDialect({ casing: 'snake_case' }).sqlToQuery(check.value).sql : ''
  return [...text.matchAll(/'([^']*)'/g)].map(([, word]) => word!)
}

t.test('what a carrier may report is a status of ours', async (t) => {
  const contract = readFileSync(join(root, 'services/post/post.ts'), 'utf8')
  const reported = [...contract.match(/type PostStatus =((?:\s*\| '\w+')+)/)![1]!.matchAll(/'(\w+)'/g)].map(([, word]) => word!)
  t.ok(reported.length > 5)
  t.strictSame(
    reported.filter((word) => !statuses.some((status) => status === word)),
    []
  )
})

t.test('every paper the house issues is one the API knows', async (t) => {
  t.ok(isDescribed([...issuedForms, 'result']))
})

t.test('every job has a handler, and something calls for it', async (t) => {
  const handled = Object.keys(handlersOf({} as Context, {} as Outside))
  const names = [...readFileSync(join(root, 'src/jobs/names.ts'), 'utf8').matchAll(/^ {2}'([\w.]+)': /gm)].map(([, name]) => name!)
  t.ok(names.length > 10)
  t.strictSame(sorted(handled), sorted(names))
  const elsewhere = src.filter(({ path }) => !/^src\/jobs\/(names|handlers)\.ts$/.test(path))
  t.strictSame(
    names.filter((name) => !elsewhere.some(({ text }) => text.includes(`'${name}'`))),
    [],
    'a job nobody puts on the queue is dead'
  )
})

/** Each `new Refusal(…)`: the codes it may have and, when they stand right there, the names of its facts. */
const thrown = src.flatMap(({ path, text }) =>
  [...text.matchAll(/new Refusal\(\s*([^,{)]*)(?:,\s*(\{[^\n]*))?/g)].map(([, code, facts]) => ({
    path,
    codes: [...code!.matchAll(/'([A-Z_]+)'/g)].map(([, word]) => word!),
    facts
  }))
)

t.test('every refusal that is thrown is in the catalogue, and the catalogue has no other', async (t) => {
  const codes = new Set(thrown.flatMap((one) => one.codes))
  t.strictSame(
    [...codes].filter((code) => !(code in refusals)),
    []
  )
  t.strictSame(
    Object.keys(refusals).filter((code) => !codes.has(code)),
    [],
    'a refusal nobody throws is dead'
  )
})

t.test('every refusal is said in both languages with the same facts, and whoever throws it gives them', async (t) => {
  for (const [code, { vi, en }] of Object.entries(refusals)) {
    isSaid(t, code, { vi, en })
    // A state in the middle of an English sentence is still a Vietnamese word of the shop, so both carry the same holes.
    t.strictSame(holes(en), holes(vi), code)
  }
  const silent = thrown.flatMap(({ path, codes, facts = '' }) =>
    codes.flatMap((code) =>
      holes(refusals[code as keyof typeof refusals]?.vi ?? '')
        .filter((name) => !new RegExp(`\\b${name}\\b`).test(facts))
        .map((name) => `${path}: ${code} needs { ${name} }`)
    )
  )
  t.strictSame(silent, [])
})

t.test('every field error is said in both languages, and some form needs it', async (t) => {
  const elsewhere = src.filter(({ path }) => path !== 'src/kernel/field-errors.ts').map(({ text }) => text)
  for (const [code, words] of Object.entries(fieldErrors)) isSaid(t, code, words)
  t.strictSame(
    Object.keys(fieldErrors).filter((code) => !elsewhere.some((text) => text.includes(`'${code}'`) || text.includes(`${code}:`))),
    []
  )
})

t.test('every message says the same in both languages', async (t) => {
  for (const [name, template] of Object.entries(templates))
    for (const part of ['subject', 'body', 'sms'] as const)
      t.strictSame(holes(template[part].en), holes(template[part].vi), `${name}.${part}`)
})

function isSaid(t: Test, name: string, { vi, en }: Words): void {
  t.ok(vi.trim() && en.trim(), `${name} in both languages`)
}

t.test('every file begins by saying what it promises', async (t) => {
  const everything = [...sources, ...sourcesIn('test')]
  t.strictSame(
    everything
      .filter(({ text }) => !/^\/\/ \S/.test(text))
      .map(({ path }) => `${path}: the first line is a comment that says what the file promises`),
    []
  )
})

t.test('a file fits into a head: at most 350 lines', async (t) => {
  // Tables that a lawyer or a postmaster proof-reads from top to bottom; cut in two they could not.
  const tables = ['src/dossiers/lifecycle.ts', 'src/shipments/lifecycle.ts', 'src/kernel/refusals.ts', 'src/kernel/field-errors.ts']
  t.strictSame(
    sources
      .filter(({ path, text }) => !tables.includes(path) && text.split('\n').length > 351)
      .map(({ path, text }) => `${path}: ${text.split('\n').length - 1} lines; find its second noun`),
    []
  )
})

t.test('nothing is left for later, switched off or printed in passing', async (t) => {
  // Put together here, so that this file does not find itself.
  const forbidden = {
    [`${'TO'}DO`]: /\bTODO\b|\bFIXME\b/,
    [`${'as'} any`]: /\bas any\b|<any>/,
    [`@ts-${'ignore'}`]: /@ts-(ignore|nocheck)/
  }
  const files = [...sources, ...sourcesIn('test').filter(({ path }) => !path.startsWith('test/house/'))]
  for (const [name, pattern] of Object.entries(forbidden))
    t.strictSame(
      files.filter(({ text }) => pattern.test(text)).map(({ path }) => path),
      [],
      name
    )
  t.strictSame(
    sources
      .filter(({ text }) => /\bconsole\.\w+\(/.test(text))
      .map(({ path }) => `${path}: the log is request.log or the logger it was given`),
    []
  )
})

t.test('no test is skipped or runs alone', async (t) => {
  t.strictSame(
    sourcesIn('test')
      .filter(({ path, text }) => path.endsWith('.test.ts') && /\bt\.(only|skip|todo)\(|\{ (skip|todo|only): true/.test(text))
      .map(({ path }) => path),
    []
  )
})
