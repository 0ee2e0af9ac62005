// Who may import whom: the rules of the house as data, and every import of src and services held against them.
import t from 'tap'
import { roomOf, type Source, sourcesIn } from './sources.ts'

/** Which drawer a file is in, by its name (the first row that fits), and from which drawers it may load something. */
type Drawer = { name: string; files: RegExp; from: readonly string[] | 'anything'; sentence: string }

const drawers: readonly Drawer[] = [
  {
    name: 'main',
    files: /^src\/(main(\.\w+)?|wire|stop|load-law|openapi|jobs\/is-alive)\.ts$/,
    from: 'anything',
    sentence: 'Starting files wire; they import anything.'
  },
  {
    name: 'contents',
    files: /^src\/(app|jobs\/handlers|integrations\/api)\.ts$/,
    from: 'anything',
    sentence: 'The tables of contents (pages, API, jobs) see all rooms.'
  },
  { name: 'context', files: /^src\/context\.ts$/, from: [], sentence: 'The context is types only.' },
  {
    name: 'environment',
    files: /^src\/(config|kept-secret)\.ts$/,
    from: ['kernel', 'environment'],
    sentence: 'The environment is read before any room is open.'
  },
  { name: 'kernel', files: /^src\/kernel\//, from: ['kernel'], sentence: 'The kernel knows no room.' },
  {
    name: 'database',
    files: /^src\/database\//,
    from: ['kernel', 'database', 'environment'],
    sentence: 'The database knows no room.'
  },
  {
    name: 'queue',
    files: /^src\/jobs\/(names|enqueue|runner)\.ts$/,
    from: ['kernel', 'database', 'queue'],
    sentence: 'The queue knows names and payloads; only handlers.ts knows who does the work.'
  },
  {
    name: 'web',
    files: /^src\/(web\/(?!site\.routes).+|integrations\/(guard|idempotency|rate-limit))\.ts$/,
    // Sessions are rows of `accounts`, claims on an Idempotency-Key are rows of `integrations`.
    from: ['web', 'kernel', 'pure', 'store', 'queries', 'barcode'],
    sentence: 'What all doors share (layout, components, sessions, keys, errors) knows no room but accounts and integrations.'
  },
  {
    name: 'table',
    files: /\/table\.ts$/,
    from: ['table', 'pure', 'database'],
    sentence: 'A table knows drizzle, column types and the words of its enums.'
  },
  {
    name: 'store',
    files: /\/([\w-]+-)?store\.ts$/,
    from: ['table', 'pure', 'kernel', 'queue', 'audit', 'database'],
    sentence: 'A store is SQL: its own table, the audit and the queue that belong to the same commit, the kernel.'
  },
  {
    name: 'queries',
    files: /\/([\w-]+-)?queries\.ts$/,
    from: ['table', 'queries', 'pure', 'kernel', 'database'],
    sentence: 'Queries are SQL: their own table, rules and the kernel.'
  },
  {
    name: 'barcode',
    files: /^src\/documents\/(barcodes|qr)\.ts$/,
    from: ['kernel', 'barcode'],
    sentence: 'A QR code or a bar code is drawn the same for paper and screen.'
  },
  {
    name: 'paper',
    files: /^src\/documents\/(forms\/[\w-]+|layout|official|pdf|typesetting)\.ts$/,
    from: ['paper', 'barcode', 'pure', 'kernel'],
    sentence: 'Paper is drawn from what it is given; it asks nobody.'
  },
  {
    name: 'routes',
    // Beside the routes: what they gather for a page, and read out of a form.
    files:
      /(\.routes|\/api\.[\w-]+|\/dossiers\/(applicant-facts|filing-step|officer-case|papers-sent|staff-case|staff-forms|walk-in-facts|walk-in-form|workplace)|\/processing\/at-work)\.ts$/,
    from: ['routes', 'pages', 'action', 'queries', 'barcode', 'pure', 'web', 'kernel'],
    sentence: 'Routes know actions, queries and pages; never tables, stores or SQL.'
  },
  {
    name: 'pages',
    files: /\/pages\//,
    from: ['pages', 'web', 'barcode', 'pure', 'kernel'],
    sentence: 'Pages draw what they are given: rules, words, components; never SQL.'
  },
  {
    name: 'action',
    // Beside the verbs: what several of them share, which reads and reckons but knows no SQL.
    files: new RegExp(
      `/(actions/[\\w-]+|${['dossiers/(access|clock|drafts)', 'deadlines/working-calendar', 'documents/(case|issue-[\\w-]+)', 'notifications/notify', 'shipments/story'].join('|')})\\.ts$`
    ),
    from: ['action', 'pure', 'store', 'queries', 'queue', 'audit', 'paper', 'kernel', 'database', 'environment'],
    sentence: 'An action knows rules, stores, queries and the queue; never fastify, SQL, pages or a telephone.'
  },
  {
    name: 'pure',
    files: new RegExp(
      `/(${[
        'steps|plan|forwarding|lifecycle|rules|roles|types|words|words/[\\w-]+|calendar|due|explain|day-cells|parse-calendar|fold|search|versions|application|numbering',
        'timeline|check-state|filing-form|filing-answers|filing-check|locker-form|open-now|queue-cursor|catalogue|catalogue-error|data-files|forms/[\\w-]+|forms-file|form-references|cases|search-index|search-filter|search-misses|templates|originals/custody|accounts/(devices|identity-card|people)|audit/chain|integrations/(keys|cursor)|payments/vietqr|procedures/initials|dossiers/(fee-counts|guidance)|shipments/manifest|places|place-data|documents/(signed-bytes|offline-receipt)|outages/(reading|accepting)|documents/(verification|wording)'
      ].join('|')})\\.ts$`
    ),
    from: ['pure', 'kernel'],
    sentence: 'A rule is true without a computer: types, other rules and the kernel.'
  }
]

/** Rooms from the valley up. A row may load only from rows above it; the audit and the kernel are known to all. */
const hill: readonly (readonly string[])[] = [
  ['kernel'],
  ['database'],
  ['jobs'],
  ['agencies'],
  ['accounts'],
  ['forms'],
  ['audit', 'files', 'integrations'],
  ['procedures'],
  ['helping'],
  ['deadlines'],
  ['dossiers'],
  ['originals'],
  ['processing', 'registers'],
  ['documents', 'shipments'],
  ['payments'],
  ['results', 'counters', 'outages', 'escalations'],
  ['notifications'],
  ['reports', 'feedback']
]

/**
 * Whoever stands at a counter may ask every room: the page of a dossier shows its papers and its parcels, the API's presenters too.
 * No circle can come of it, because nothing behind the counter ever imports a door. What changes things looks downhill only.
 */
const doors = ['routes', 'pages', 'web', 'contents', 'main']

const sources = sourcesIn('src', 'services')
const inSrc = sources.filter(({ path }) => path.startsWith('src/'))
const drawerOf = (path: string) => drawers.find(({ files }) => files.test(path))
const isOurs = (to: string) => /^(src|services)\//.test(to)
/** Every breach of a rule as "file imports what: the rule". */
function breaches(files: readonly Source[], sentence: string, isBreach: (from: string, to: string, isType: boolean) => boolean): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.filter(({ to, isType }) => isBreach(path, to, isType)).map(({ to }) => `${path} imports ${to}: ${sentence}`)
  )
}

t.test('every import leads to a file that is there', async (t) => {
  const there = new Set(sources.map(({ path }) => path))
  t.strictSame(
    breaches(sources, 'There is no such file.', (_, to) => isOurs(to) && to.endsWith('.ts') && !there.has(to)),
    []
  )
  t.ok(sources.flatMap(({ imports }) => imports).length > 500, 'and the imports were read at all')
})

t.test('every file of src is in one of the drawers the house knows', async (t) => {
  t.strictSame(
    inSrc
      .filter(({ path }) => !drawerOf(path))
      .map(({ path }) => `${path}: it has no drawer; see "Which room is my line for?" in src/README.md`),
    []
  )
})

t.test('each drawer loads only from the drawers it may know', async (t) => {
  const found = inSrc.flatMap(({ path, imports }) => {
    const { name, from, sentence } = drawerOf(path) ?? drawers[0]!
    if (from === 'anything') return []
    const isAllowed = (to: string) =>
      !to.startsWith('src/') || from.includes(drawerOf(to)?.name ?? '') || (from.includes('audit') && roomOf(to) === 'audit')
    return imports.filter(({ to, isType }) => !isType && !isAllowed(to)).map(({ to }) => `${path} (${name}) imports ${to}: ${sentence}`)
  })
  t.strictSame(found, [])
})

t.test('the kernel and the database know no room, not even its types', async (t) => {
  const known = { kernel: ['kernel'], database: ['kernel', 'database'] } as Record<string, string[]>
  const ownFloor = inSrc.filter(({ path }) => roomOf(path)! in known)
  t.strictSame(
    breaches(
      ownFloor,
      'The ground floor knows no room.',
      (from, to) => roomOf(to) !== undefined && !known[roomOf(from)!]!.includes(roomOf(to)!)
    ),
    []
  )
})

t.test('a room opens only its own table', async (t) => {
  const rule = 'A room opens only its own table; ask the other room by its queries.'
  const found = breaches(inSrc, rule, (from, to, isType) => {
    if (isType || !to.endsWith('/table.ts') || roomOf(from) === roomOf(to)) return false
    // A foreign key may point downhill.
    return !(from.endsWith('/table.ts') && heightOf(to) < heightOf(from))
  })
  t.strictSame(found, [])
})

const heightOf = (path: string) => hill.findIndex((rooms) => rooms.includes(roomOf(path) ?? ''))

t.test('rooms look downhill only', async (t) => {
  const behindTheCounter = inSrc.filter(({ path }) => roomOf(path) && !doors.includes(drawerOf(path)?.name ?? ''))
  t.strictSame(
    behindTheCounter.filter(({ path }) => heightOf(path) < 0).map(({ path }) => `${path}: this room has no place on the hill yet`),
    []
  )
  const found = breaches(behindTheCounter, 'Rooms look downhill only (the order is `hill` in this test).', (from, to) => {
    const isOtherRoom = to.startsWith('src/') && roomOf(to) !== undefined && roomOf(to) !== roomOf(from)
    if (!isOtherRoom || to === 'src/accounts/roles.ts' || roomOf(to) === 'audit') return false
    return heightOf(to) < 0 || heightOf(to) >= heightOf(from)
  })
  t.strictSame(found, [])
})

t.test('nobody imports in a circle', async (t) => {
  t.strictSame(circlesOf(sources), [])
})

/** Circles of what Node really loads, each as a path; types are gone by then. */
function circlesOf(files: readonly Source[]): string[] {
  const next = new Map(files.map(({ path, imports }) => [path, imports.filter(({ isType }) => !isType).map(({ to }) => to)]))
  const circles: string[] = []
  const done = new Set<string>()
  const walk = (path: string, trail: string[]) => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    else if (!done.has(path)) for (const to of next.get(path) ?? []) walk(to, [...trail, path])
    done.add(path)
  }
  for (const path of next.keys()) walk(path, [])
  return circles
}

t.test('each library stays where it belongs', async (t) => {
  const libraries = [
    { what: /^(@?fastify($|[/-])|@fastify\/)/, where: ['web', 'routes', 'contents', 'main'], sentence: 'Only doors know fastify.' },
    {
      what: /^(drizzle-orm|postgres|pg)($|\/)/,
      where: ['database', 'table', 'store', 'queries'],
      sentence: 'Only database, tables, stores and queries speak SQL.'
    },
    { what: /^graphile-worker/, where: ['queue', 'database'], sentence: 'Only the queue knows the queue’s library.' },
    { what: /^(pdfkit|bwip-js|qrcode)/, where: ['paper', 'barcode'], sentence: 'Only paper is drawn with pen and barcode.' }
  ]
  for (const { what, where, sentence } of libraries)
    t.strictSame(
      breaches(inSrc, sentence, (from, to) => what.test(to) && !where.includes(drawerOf(from)?.name ?? '')),
      [],
      sentence
    )
  // A hash is arithmetic: the same for everybody, whatever the machine.
  const hashes = ['src/audit/chain.ts', 'src/integrations/keys.ts']
  const purely = inSrc.filter(({ path }) => drawerOf(path)?.name === 'pure')
  const rule = 'Rules need no library and no machine.'
  t.strictSame(
    breaches(purely, rule, (from, to) => !isOurs(to) && !(hashes.includes(from) && to === 'node:crypto')),
    [],
    rule
  )
})

t.test('services are somebody else’s machines: they know nothing of the shop, and we see their contracts only', async (t) => {
  const services = sources.filter(({ path }) => path.startsWith('services/'))
  t.strictSame(
    breaches(services, 'A service never imports src.', (_, to) => to.startsWith('src/')),
    []
  )
  const machine = (path: string) => path.split('/')[1]
  const rule = 'Machines do not know each other.'
  t.strictSame(
    breaches(services, rule, (from, to) => isOurs(to) && to !== 'services/service-error.ts' && machine(from) !== machine(to)),
    []
  )
  const isContract = (path: string) => /^services\/(\w+)\/\1\.ts$/.test(path)
  // Beside job functions, the carrier's and the gateway's doors: they verify what was sent by the contract's own pure function.
  const seesContracts =
    /^src\/(context|accounts\/types|shipments\/(webhook\.routes|actions\/receive-webhook)|payments\/(types|gateway\.routes|actions\/record-notice))\.ts$/
  const isJobFunction = ({ text }: Source) => /import type \{[^}]*\bOutside\b[^}]*\} from '[./]*context\.ts'/.test(text)
  const files = new Map(sources.map((source) => [source.path, source]))
  const only = 'Only wiring loads services; job functions know contracts (types) and ServiceError.'
  t.strictSame(
    breaches(inSrc, only, (from, to, isType) => {
      if (!to.startsWith('services/') || drawerOf(from)?.name === 'main') return false
      if (!isType) return to !== 'services/service-error.ts' || !(isJobFunction(files.get(from)!) || from === 'src/jobs/runner.ts')
      return !isContract(to) || !(seesContracts.test(from) || isJobFunction(files.get(from)!))
    }),
    []
  )
})

t.test('only web/errors.ts and web/request.ts set the status of an error', async (t) => {
  const setters = ['src/web/errors.ts', 'src/web/request.ts']
  // It plays back, byte for byte, an answer that was given before.
  const playback = 'src/integrations/idempotency.ts'
  const errorStatus = /\.(?:status|code)\((?!20\d\)|30\d\))[^)]*\)|statusCode\s*=[^=]/
  t.strictSame(
    inSrc
      .filter(({ path, text }) => ![...setters, playback].includes(path) && errorStatus.test(text) && /fastify/i.test(text))
      .map(({ path }) => `${path}: throw a Refusal; web/errors.ts gives it its status`),
    []
  )
})

t.test('the wall clock is read in one place: everybody else asks context.now()', async (t) => {
  const wallClock = /Temporal\.Now\.|\bDate\.now\(|\bnew Date\(\)/
  // The supervisor waits for a real process, and the browser has a clock of its own.
  const realTime = /^src\/(main[\w.]*|wire|database\/embedded|web\/browser\/[\w/-]+)\.ts$/
  t.strictSame(
    inSrc
      .filter(({ path, text }) => !realTime.test(path) && wallClock.test(text))
      .map(({ path }) => `${path}: time is handed in, so that a test can move it`),
    []
  )
})
