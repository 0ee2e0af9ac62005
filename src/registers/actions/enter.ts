// An accepted dossier gets its line in the book of its year: once, without a gap, in the order of acceptance.
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { getDossier } from '../../dossiers/queries.ts'
import type { Dossier } from '../../dossiers/store.ts'
import type { AfterMove } from '../../jobs/names.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { lineOf } from '../queries.ts'
import { yearOf } from '../rules.ts'
import { addLines, lockBookOf } from '../store.ts'

/** What stands in the book about a dossier for good. */
export const entryOf = ({ id, code, procedureCode, sectorCode, acceptedAt }: Dossier) => ({
  dossierId: id,
  code: code!,
  procedureCode,
  sectorCode,
  acceptedAt: acceptedAt!,
  acceptedOn: dayOf(acceptedAt!)
})

/** Inside a transaction; whoever prints the number first gives it. A dossier that was never accepted has none. @throws Refusal REGISTER_CLOSED */
export async function enterRegister(tx: Tx, dossier: Dossier): Promise<{ number: string; line: number } | undefined> {
  if (!dossier.acceptedAt || !dossier.code) return undefined
  const book = await lockBookOf(tx, { agencyId: dossier.agencyId, year: yearOf(dossier.acceptedAt) })
  // Asked with the book in hand: the job and the receipt may both be here.
  const there = await lineOf(tx, dossier.id)
  if (there) return there
  if (book.state === 'closed') throw new Refusal('REGISTER_CLOSED', { number: book.number })
  return { number: book.number, line: await addLines(tx, book, [entryOf(dossier)]) }
}

/** Job `register.enter`, after the acceptance. */
export async function enterAccepted(context: Context, { dossierId }: AfterMove): Promise<void> {
  await context.db.transaction(async (tx) => enterRegister(tx, await getDossier(tx, dossierId)))
}
