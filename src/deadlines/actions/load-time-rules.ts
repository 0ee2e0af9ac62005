// Puts the dated limits and the causes of lateness into the database. What an administrator has set stays.
import { readFile } from 'node:fs/promises'
import type { Context } from '../../context.ts'
import { parseLateCauses, parseTimeRules } from '../rules.ts'
import { saveLateCauses, saveTimeRules } from '../store.ts'

const read = (name: string) => readFile(new URL(`../catalogue/${name}`, import.meta.url), 'utf8')

/** @throws StartError naming each bad line; then nothing is loaded. */
export async function loadTimeRules(context: Pick<Context, 'db'>): Promise<void> {
  const rules = parseTimeRules(await read('time-rules.tsv'), 'src/deadlines/catalogue/time-rules.tsv')
  const causes = parseLateCauses(await read('late-causes.tsv'), 'src/deadlines/catalogue/late-causes.tsv')
  await context.db.transaction(async (tx) => {
    await saveTimeRules(tx, rules)
    await saveLateCauses(tx, causes)
  })
}
