// Words that found nothing are kept for the keepers of the catalogue; a citizen may ask that they be understood.
import type { Context } from '../../context.ts'
import { keptWords } from '../search-misses.ts'
import { noteMiss, noteReport } from '../store.ts'

type Noting = Pick<Context, 'db' | 'now'>

/** Nothing is kept of words that could point at a person. */
export async function noteMissedWords({ db, now }: Noting, text: string): Promise<void> {
  const words = keptWords(text)
  if (words) await db.transaction((tx) => noteMiss(tx, words, now()))
}

/** Gives false when nothing of the words may be kept. */
export async function reportWords({ db, now }: Noting, text: string): Promise<boolean> {
  const words = keptWords(text)
  if (!words) return false
  await db.transaction((tx) => noteReport(tx, words, now()))
  return true
}
