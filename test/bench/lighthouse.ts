// How an old phone fares: Lighthouse (mobile, with its own slow network and processor) on four pages of the system started as a new user would.
// `node test/bench/lighthouse.ts [folder for the reports]` prints one JSON line a page and a table of medians; no test depends on it.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import lighthouse from 'lighthouse'
import { openBrowser } from '../helpers/browser.ts'
import { smallPdf } from '../helpers/dossiers.ts'
import { lookUpCode } from '../helpers/outbox.ts'
import { eventually, integrator } from '../helpers/parties.ts'
import { type Shop, startShop } from '../helpers/shop.ts'
import { openVisitor, type Visitor } from '../helpers/visitor.ts'

const [, , folder] = process.argv
const categories = ['performance', 'accessibility', 'best-practices'] as const
const rounds = 3
const phone = '0912480123'

type Scores = Record<(typeof categories)[number], number>

const shop = await startShop()
const closers: (() => unknown)[] = [() => shop.stop()]
try {
  const port = 9300 + (process.pid % 500)
  await openBrowser({ teardown: (close) => closers.unshift(close) }, [`--remote-debugging-port=${port}`])
  const visitor = await signedIn(shop)
  const tracking = await trackedDossier(shop, visitor)
  const filing = await firstFormPage(visitor)
  const pages = { home: '/', procedure: '/thu-tuc/1.001193', filing, tracking }
  const table: ({ page: string; path: string } & Scores)[] = []
  for (const [page, path] of Object.entries(pages)) {
    const scores: Scores[] = []
    for (let round = 0; round < rounds; round++) scores.push(await measure(page, { path, port, cookie: visitor.cookie }))
    const medians = Object.fromEntries(categories.map((category) => [category, median(scores.map((one) => one[category]))])) as Scores
    console.log(JSON.stringify({ page, path, ...medians, rounds: scores }))
    table.push({ page, path: path.slice(0, 30), ...medians })
  }
  console.table(table)
} finally {
  for (const close of closers) await close()
}

async function signedIn(shop: Shop): Promise<Visitor> {
  const visitor = openVisitor(shop.address)
  await visitor.get('/dang-nhap')
  await visitor.submit('/dang-nhap', { phone })
  const code = await eventually('the sign-in code', () => lookUpCode(shop, phone))
  await visitor.submit('/dang-nhap/ma', { code })
  return visitor
}

/** A dossier filed by an integrator, opened on the tracking page as anybody who knows its code and phone would. */
async function trackedDossier(shop: Shop, visitor: Visitor): Promise<string> {
  const api = integrator(shop)
  const applicant = { kind: 'person', name: 'Nguyễn Thị Lan', phone, identityNumber: '031194006217' }
  const filed = await api.post<{ code: string }>('/dossiers', {
    procedure: '1.005461',
    agency: '11302',
    subject: 'Đăng ký lại khai tử',
    applicant,
    delivery: { method: 'desk' },
    answers: { subject: 'Đăng ký lại khai tử' },
    papers: await Promise.all([1, 2].map(async (number) => ({ number, fileId: await api.upload('giay.pdf', smallPdf) })))
  })
  if (filed.status !== 201) throw new Error(`the filing answered ${filed.status}: ${JSON.stringify(filed.body)}`)
  await visitor.get('/tra-cuu')
  await visitor.submit('/tra-cuu', { code: filed.body.code, last4: phone.slice(-4) })
  return visitor.url.pathname
}

/** The first page of the form of a birth registration, in a draft of one's own. */
async function firstFormPage(visitor: Visitor): Promise<string> {
  await visitor.get('/nop/1.001193')
  await visitor.submit('/nop/1.001193', { agency: '11302' })
  const [draft] = /^\/ho-so\/[0-9a-f-]{36}/.exec(visitor.url.pathname)!
  await visitor.get(`${draft}/nop/nguoi-nop`)
  await visitor.submit(/nguoi-nop$/, { whom: 'self', 'filer.name': 'Nguyễn Thị Lan', 'filer.phone': phone })
  return visitor.url.pathname
}

async function measure(page: string, { path, port, cookie }: { path: string; port: number; cookie: string }): Promise<Scores> {
  const options = { port, onlyCategories: [...categories], output: 'html' as const, logLevel: 'error' as const, extraHeaders: { cookie } }
  const { lhr, report } = (await lighthouse(`${shop.address}${path}`, options))!
  if (lhr.runtimeError) throw new Error(`${page}: ${lhr.runtimeError.message}`)
  if (new URL(lhr.finalDisplayedUrl).pathname !== path) throw new Error(`${page}: ended at ${lhr.finalDisplayedUrl}`)
  if (folder) {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `${page}.html`), String(report))
  }
  return Object.fromEntries(categories.map((category) => [category, Math.round((lhr.categories[category]!.score ?? 0) * 100)])) as Scores
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}
