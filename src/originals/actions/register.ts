// Paper originals that come into the house get their code and their first holder: the desk that took them in. May run twice.
import { type Actor, actsAs } from '../../accounts/roles.ts'
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { getDossier, movesOf, papersOf, type SavedMove } from '../../dossiers/queries.ts'
import type { Dossier, Paper } from '../../dossiers/store.ts'
import type { AfterMove } from '../../jobs/names.ts'
import { codeOf, isHeld } from '../rules.ts'
import { insertOriginal } from '../store.ts'
import type { Desk } from '../types.ts'

/** The desk of an agency under the name it has today. */
export async function deskOf(tx: Tx | Context['db'], agencyId: string): Promise<Desk> {
  const { name } = await getAgencyById(tx, agencyId)
  return { kind: 'desk', agencyId, agencyName: name }
}

/** Uploaded before, and its original was in the envelope the desk signed for. */
const cameAlong = (paper: Paper, moves: readonly SavedMove[]): SavedMove | undefined =>
  moves.find(({ name, facts }) => {
    const { arrived } = facts as { arrived?: readonly string[] }
    return name === 'receive_papers' && arrived?.includes(paper.name)
  })

/** The move by which a paper came into the house: the post's bundle was signed for, or a clerk took the paper over the counter. */
function takenIn(paper: Paper, moves: readonly SavedMove[]): SavedMove | undefined {
  if (paper.given === 'file') return cameAlong(paper, moves)
  const later = moves.filter(({ at }) => Temporal.Instant.compare(at, paper.addedAt) >= 0)
  if (paper.given === 'post') return later.find(({ name }) => name === 'receive_papers')
  const isClerks = ({ actorRole }: SavedMove) => actsAs(actorRole as Actor['role'], 'clerk')
  return later.find((move) => ['accept', 'supplement', 'supplement_again'].includes(move.name) && isClerks(move))
}

/** Inside a transaction: whoever prints codes or gives originals back may call it first, and finds them there. */
export async function registerOriginals(tx: Tx, context: Context, dossier: Dossier): Promise<void> {
  const papers = (await papersOf(tx, dossier.id)).filter(({ form, given }) => isHeld({ form, given: given === 'file' ? 'post' : given }))
  if (papers.length === 0 || !dossier.code) return
  const [moves, desk] = [await movesOf(tx, dossier.id), await deskOf(tx, dossier.agencyId)]
  for (const paper of papers) {
    const move = takenIn(paper, moves)
    if (!move) continue
    const by: Actor = { id: move.actorId, name: move.actorName, role: move.actorRole as Actor['role'] }
    for (let copyNumber = 1; copyNumber <= Math.max(1, paper.copies); copyNumber++) {
      const id = context.newId()
      await insertOriginal(
        tx,
        {
          id,
          code: codeOf(id),
          dossierId: dossier.id,
          dossierCode: dossier.code,
          agencyId: dossier.agencyId,
          procedureCode: dossier.procedureCode,
          sectorCode: dossier.sectorCode,
          paperId: paper.id,
          copyNumber,
          name: paper.name,
          form: paper.form,
          registeredAt: move.at
        },
        { by, at: move.at, way: paper.given === 'paper' ? 'hand' : 'post', to: desk }
      )
    }
  }
}

/** Job `originals.register`, after every move that brings paper in. */
export async function registerOriginalsOf(context: Context, { dossierId }: AfterMove): Promise<void> {
  const dossier = await getDossier(context.db, dossierId)
  await context.db.transaction((tx) => registerOriginals(tx, context, dossier))
}
