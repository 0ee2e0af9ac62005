// The house's own text, for tests that read it: every TypeScript file, and what it imports.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

export type Import = {
  /** A path from the root of the repository, or the name of a package. */
  to: string
  /** Gone when Node has stripped the types. `import { type X }` is none: the file is still loaded. */
  isType: boolean
}
export type Source = { path: string; text: string; imports: Import[] }

/** Files below these folders, by their path from the root, in order. */
export const sourcesIn = (...folders: string[]): Source[] =>
  folders
    .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return { path, text, imports: importsOf(path, text) }
    })

const statement = /^(?:import|export)(\s+type)?\s(?:[^'"`;]*?\sfrom\s)?\s*'([^']+)'/gm
const dynamic = /\bawait import\('([^']+)'\)|\bimport\('([^']+)'\)\s*\.then/g

export function importsOf(path: string, text: string): Import[] {
  const resolved = (to: string) => (to.startsWith('.') ? join(dirname(path), to) : to)
  return [
    ...[...text.matchAll(statement)].map(([, type, to]) => ({ to: resolved(to!), isType: type !== undefined })),
    ...[...text.matchAll(dynamic)].map(([, awaited, then]) => ({ to: resolved((awaited ?? then)!), isType: false }))
  ]
}

/** `dossiers` of `src/dossiers/store.ts`; undefined for the files that stand outside all rooms. */
export const roomOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1]
