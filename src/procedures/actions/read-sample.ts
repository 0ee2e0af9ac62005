// The invented answers that show how a form is filled: one file for each procedure with a form of its own.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answers, FormFacts } from '../../forms/definition.ts'
import { isProcedureCode } from '../rules.ts'

export type Sample = { facts: Omit<FormFacts, 'today'>; answers: Answers }

const folder = join(import.meta.dirname, '../samples')

/** `undefined` for a procedure without one. */
export async function readSample(code: string): Promise<Sample | undefined> {
  if (!isProcedureCode(code)) return undefined
  const text = await readFile(join(folder, `${code}.json`), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Sample)
}
