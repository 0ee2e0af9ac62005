// Answers people might give: those of the catalogue's own samples, so that a test files what a citizen would.
import { existsSync, readFileSync } from 'node:fs'
import type { Answers } from '../../src/forms/definition.ts'

/** To the form of a procedure; none for one that has only the general form. */
export function sampleAnswers(procedure: string): Answers | undefined {
  const path = new URL(`../../src/procedures/samples/${procedure}.json`, import.meta.url)
  if (!existsSync(path)) return undefined
  // The clock of most tests stands at March 2026: nothing in the answers lies ahead of it.
  const text = readFileSync(path, 'utf8').replace(/"2026-(0[3-9]|1\d)-\d\d"/g, '"2026-02-09"')
  return (JSON.parse(text) as { answers: Answers }).answers
}
