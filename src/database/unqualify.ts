// Part of `npm run db:generate`: takes the schema's name out of new migrations, because one city is one schema (search_path).
import { readdir, readFile, writeFile } from 'node:fs/promises'

const folder = new URL('migrations/', import.meta.url)

for (const name of await readdir(folder)) {
  if (!name.endsWith('.sql')) continue
  const file = new URL(name, folder)
  const text = await readFile(file, 'utf8')
  const unqualified = text.replaceAll('"public".', '')
  // A landed migration has none left, so it is never touched again.
  if (unqualified !== text) await writeFile(file, unqualified)
}
