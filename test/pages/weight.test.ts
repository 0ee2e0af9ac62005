// What a first visit costs an old phone: home, search, procedure and every page of a filing, with all they load, as sent over the wire.
import type { FastifyInstance } from 'fastify'
import t from 'tap'
import { openScene, pathOf, signIn } from './citizen-scene.ts'

/** The promise of the product: 50 KB without the two fonts, 120 KB with them. */
const most = { withoutFonts: 50_000, withFonts: 120_000 }

const isFont = (path: string) => path.endsWith('.woff2')

/** A module and the modules it cannot start without; what it fetches only when asked for is not counted. */
const importsOf = (script: string): string[] =>
  [...script.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)].map(([, file]) => `/assets/${file}`)

/** Bytes of a page's own assets, each once, compressed as a browser of the last ten years asks for them. */
async function assetsOf(app: FastifyInstance, page: string): Promise<Map<string, number>> {
  const sizes = new Map<string, number>()
  const waiting = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!)
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (sizes.has(path)) continue
    const { statusCode, rawPayload } = await app.inject({ url: path, headers: { 'accept-encoding': 'br' } })
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`)
    sizes.set(path, rawPayload.length)
    if (path.endsWith('.js')) waiting.push(...importsOf((await app.inject(path)).body))
  }
  return sizes
}

async function weigh(app: FastifyInstance, page: string) {
  const assets = [...(await assetsOf(app, page))]
  const sum = (chosen: typeof assets) => chosen.reduce((total, [, size]) => total + size, Buffer.byteLength(page))
  return {
    withoutFonts: sum(assets.filter(([path]) => !isFont(path))),
    withFonts: sum(assets),
    fonts: assets.filter(([path]) => isFont(path)).length
  }
}

t.test('a first visit to any page on the way to a filing stays under 50 KB, and 120 KB with the letters', async (t) => {
  const scene = await openScene(t)
  const app = await scene.shop.app()
  const lan = await signIn(scene)
  const check = async (path: string) => {
    await lan.get(path)
    t.equal(lan.status, 200, path)
    const { withoutFonts, withFonts, fonts } = await weigh(app, lan.page)
    t.equal(fonts, 2, `${path}: the letters of both subsets are counted`)
    t.ok(withoutFonts <= most.withoutFonts, `${path}: ${withoutFonts} bytes without fonts`)
    t.ok(withFonts <= most.withFonts, `${path}: ${withFonts} bytes with fonts`)
  }
  for (const path of ['/', '/tim?q=khai+sinh', '/thu-tuc/1.001193', '/thu-tuc/1.003725', '/nop/1.001193', '/tra-cuu']) await check(path)

  await lan.get('/nop/1.001193')
  await lan.submit('/nop/1.001193', { agency: '11302' })
  const filing = pathOf(lan)
  const steps = new Set([...lan.page.matchAll(new RegExp(`href="(${filing}/nop[^"?#]*)`, 'g'))].map(([, path]) => path!))
  t.ok(steps.size >= 3, `the steps of the filing are linked: ${[...steps].map((path) => path.split('/nop').at(-1)).join(' ')}`)
  for (const path of new Set([lan.url.pathname, ...steps])) await check(path)
})
