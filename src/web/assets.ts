// Styles, fonts, drawings and browser modules: bundled once at the first need, named after their content, kept in memory, never stale.

import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import type { FastifyPluginAsync } from 'fastify'
import { Refusal } from '../kernel/refusal.ts'
import { admit } from './guard.ts'

type Asset = { type: string; body: Buffer; br?: Buffer; gzip?: Buffer }
type Bundle = {
  byName: ReadonlyMap<string, string>
  byFile: ReadonlyMap<string, Asset>
  /** What a file loads at once, by its name: without them it is nothing. */
  needs: ReadonlyMap<string, readonly string[]>
}

const here = import.meta.dirname
const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  woff2: 'font/woff2'
}

/** Entry files by the name pages ask for; fonts and drawings join through the stylesheet. */
const entries = {
  style: join(here, 'styles/style.css'),
  work: join(here, 'styles/work.css'),
  citizen: join(here, 'browser/citizen.ts'),
  desk: join(here, 'browser/desk.ts'),
  post: join(here, 'browser/post.ts'),
  hall: join(here, 'browser/hall.ts'),
  outage: join(here, 'browser/outage.ts'),
  // Only fetched by a page on which a file was chosen.
  uploader: join(here, 'browser/uploader.ts'),
  mark: join(here, 'styles/art/mark.svg')
}

/** The name a page asks for: fonts are known by their subset, everything else by its file. */
function plainName(source: string, extension: string): string {
  const name = basename(source)
    .replace(/-wght-normal\.woff2$/, '.woff2')
    .replace(/\.ts$/, '.js')
  return name.endsWith(`.${extension}`) ? name : `${name}.${extension}`
}

function asset(extension: string, contents: Uint8Array): Asset {
  const body = Buffer.from(contents)
  const type = types[extension] ?? 'application/octet-stream'
  if (extension === 'woff2') return { type, body }
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  return { type, body, br: brotliCompressSync(body, quality), gzip: gzipSync(body) }
}

function build(): Bundle {
  const result = buildSync({
    entryPoints: entries,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    // What a page imports only when asked for (the card reader, resumable uploads) comes as a piece of its own.
    splitting: true,
    chunkNames: '[name]-[hash]',
    outdir: join(here, 'assets'),
    absWorkingDir: here,
    publicPath: '/assets',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.wasm': 'file', '.svg': 'copy' },
    target: ['chrome100', 'firefox100', 'safari15.4'],
    legalComments: 'none',
    logLevel: 'silent'
  })
  const sources = new Map(Object.entries(result.metafile.outputs).map(([file, output]) => [basename(file), output]))
  const byName = new Map<string, string>()
  const byFile = new Map<string, Asset>()
  const needs = new Map<string, readonly string[]>()
  for (const file of result.outputFiles) {
    const name = basename(file.path)
    const extension = name.split('.').at(-1)!
    const output = sources.get(name)!
    byName.set(plainName(output.entryPoint ?? Object.keys(output.inputs)[0] ?? name, extension), name)
    byFile.set(name, asset(extension, file.contents))
    needs.set(
      name,
      output.imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => basename(path))
    )
  }
  return { byName, byFile, needs }
}

let bundle: Bundle | undefined

function bundled(): Bundle {
  bundle ??= build()
  return bundle
}

/** Address of an asset by its plain name: `style.css`, `citizen.js`, `inter-latin.woff2`, `mark.svg`. An unknown name is our mistake. */
export function assetUrl(name: string): string {
  const file = bundled().byName.get(name)
  if (!file) throw new Error(`No asset is named ${name}`)
  return `/assets/${file}`
}

/** A file and all it loads at once, as addresses. */
function withNeeds(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const need of bundled().needs.get(file) ?? []) withNeeds(need, seen)
  return seen
}

let worker: string | undefined

/**
 * The script that stands between a desk and a network that is gone. It carries the list of what it keeps; the list changes with the
 * content of any of it, and with the list the version, so that browsers fetch the new ones by themselves.
 */
export function outageWorker(pages: readonly string[]): string {
  if (worker) return worker
  const script = withNeeds(bundled().byName.get('outage.js')!)
  const others = ['work.css', 'inter-latin.woff2', 'inter-vietnamese.woff2', 'mark.svg'].map((name) => bundled().byName.get(name)!)
  const files = [...script, ...others].sort().map((file) => `/assets/${file}`)
  const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12)
  const { outputFiles } = buildSync({
    entryPoints: [join(here, 'browser/outage/worker.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    define: { VERSION: JSON.stringify(version), FILES: JSON.stringify([...files, ...pages]) },
    target: ['chrome100'],
    legalComments: 'none',
    logLevel: 'silent'
  })
  worker = outputFiles[0]!.text
  return worker
}

function encodingFor(accepted: string, found: Asset): 'br' | 'gzip' | undefined {
  if (found.br && /\bbr\b/.test(accepted)) return 'br'
  return found.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

/** Serves `/assets/:file`. The name changes with the content, so a browser may keep it for a year. */
export const assets: FastifyPluginAsync = async (app) => {
  admit(app, 'anybody')
  const { byFile } = bundled()
  app.get<{ Params: { file: string } }>('/assets/:file', { schema: { hide: true }, logLevel: 'warn' } as object, async (request, reply) => {
    const found = byFile.get(request.params.file)
    if (!found) throw new Refusal('PAGE_NOT_FOUND')
    const encoding = encodingFor(String(request.headers['accept-encoding'] ?? ''), found)
    reply.header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding').type(found.type)
    if (encoding) reply.header('content-encoding', encoding)
    return reply.send(encoding ? found[encoding] : found.body)
  })
}
