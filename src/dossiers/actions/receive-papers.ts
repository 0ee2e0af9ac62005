// The desk has signed for papers the post brought: this instant is the legal filing time (QĐ 45/2016 Đ7.4).
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { procedureVersion } from '../../procedures/queries.ts'
import { lockOwn } from '../access.ts'
import { step } from '../lifecycle.ts'
import { papersOf } from '../queries.ts'
import { type Dossier, insertPapers, saveMove } from '../store.ts'

/** What both sides signed for and what was not as announced: the desk sees it when it checks the dossier. */
export type Difference = { manifest: string; line: number; says: string }

type Received = {
  dossierId: string
  by: Actor
  note: string
  at?: Temporal.Instant
  /** Names of the papers that were in the envelope. */
  arrived?: readonly string[]
  difference?: Difference | undefined
}

/** Inside the transaction that records the arrival of the parcel. A second arrival changes nothing. */
export async function receivePapers(
  tx: Tx,
  context: Context,
  { dossierId, by, note, at = context.now(), arrived = [], difference }: Received
): Promise<Dossier> {
  const dossier = await lockOwn(tx, dossierId, by)
  // Withdrawn while the post held the papers: the desk signs for them all the same, and gives them back.
  if (dossier.receivedAt || dossier.state !== 'submitted') return dossier
  const move = step(dossier.state, 'receive_papers', by.role)
  await keepArrived(tx, dossier, { arrived, at })
  const facts = { ...(difference && { difference }), ...(arrived.length > 0 && { arrived }) }
  return saveMove(tx, dossier, { move, by, at, note, facts, changes: { receivedAt: at } })
}

/** From now on the desk holds them: each paper of the procedure that nobody has listed before becomes a paper of the dossier. */
async function keepArrived(tx: Tx, dossier: Dossier, { arrived, at }: { arrived: readonly string[]; at: Temporal.Instant }): Promise<void> {
  const [{ documents }, known] = await Promise.all([procedureVersion(tx, dossier.procedureVersionId), papersOf(tx, dossier.id)])
  const fresh = documents.filter(({ number, name }) => arrived.includes(name) && !known.some((paper) => paper.number === number))
  const papers = fresh.map(({ number, name, form, copies }) => ({ number, name, form, copies, given: 'post' as const, fileId: null }))
  await insertPapers(tx, dossier.id, papers, at)
}
