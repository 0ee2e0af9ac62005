// A dossier goes to another desk or another officer: its originals that are here go along, on a list the receiver confirms by scan.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { getDossier } from '../../dossiers/queries.ts'
import { isSame } from '../custody.ts'
import { insertLine, lockOriginalsOfDossier, pendingLine } from '../store.ts'
import type { Original } from '../table.ts'
import type { Desk, Officer } from '../types.ts'
import { offerLines, openListIn, sideOf } from './hand-over.ts'
import { registerOriginals } from './register.ts'

type Offering = { dossierId: string; to: Desk | Officer; by: Actor; note?: string }

/** @returns undefined when nothing of the dossier is in the giver's hands, or it is there already */
export async function offerOriginals(
  tx: Tx,
  context: Context,
  { dossierId, to, by, note }: Offering
): Promise<{ listId: string; number: string; count: number } | undefined> {
  await registerOriginals(tx, context, await getDossier(tx, dossierId))
  const giver = await sideOf(tx, by)
  if (isSame(giver, to)) return undefined
  const here: Original[] = []
  for (const original of await lockOriginalsOfDossier(tx, dossierId)) {
    const { holder, offer, fate } = original
    const isHere = isSame(holder, giver) || (giver.kind === 'desk' && holder.kind === 'shelf' && holder.agencyId === giver.agencyId)
    if (isHere && !offer && fate !== 'retained' && !(await pendingLine(tx, original.id))) here.push(original)
  }
  if (here.length === 0) return undefined
  const list = await openListIn(tx, context, { id: context.newId(), to, by, note })
  const givenAt = context.now()
  for (const { id } of here) await insertLine(tx, { listId: list.id, originalId: id, givenAt, outcome: 'pending' })
  await offerLines(tx, context, list, { by })
  return { listId: list.id, number: list.number, count: here.length }
}
