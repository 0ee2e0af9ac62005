// Tells whoever has to know of one matter, once.
import type { Context } from '../../context.ts'
import type { Db } from '../../database/client.ts'
import { claimDossier } from '../../dossiers/store.ts'
import { told } from '../queries.ts'
import type { Matter, Notice } from '../rules.ts'
import { tell } from '../store.ts'
import type { Broken } from './watch.ts'

type Key = Pick<Matter, 'subject' | 'subjectId' | 'dueAt'> & Pick<Notice, 'level' | 'turn'>
const keyOf = ({ subject, subjectId, dueAt, level, turn }: Key) => [subject, subjectId, dueAt.epochNanoseconds, level, turn].join(' ')

/** The matters of a page with what has not been told yet; those already told are kept, empty, so that the page keeps its length. */
export async function noticesToTell(db: Db, matters: readonly (Matter | Broken)[]): Promise<(Matter | Broken)[]> {
  const ids = matters.map(({ id }) => id)
  const known = new Set((await told(db, ids)).map(keyOf))
  const isNew = (matter: Matter) => (notice: Notice) => !known.has(keyOf({ ...matter, ...notice }))
  return matters.map((matter) => ('fault' in matter ? matter : { ...matter, notices: matter.notices.filter(isNew(matter)) }))
}

/** In its own commit, with the dossier in hand; whoever holds it now is waited for by the next round. @returns whether somebody was told */
export async function tellMatter(context: Context, found: Matter | Broken): Promise<boolean> {
  if ('fault' in found) throw found.fault
  const { notices, ...matter } = found
  if (notices.length === 0) return false
  return context.db.transaction(async (tx) => {
    const dossier = await claimDossier(tx, matter.dossierId)
    // The date may have changed since it was read.
    if (!dossier || (matter.subject === 'due' && !dossier.dueAt?.equals(matter.dueAt))) return false
    const { dossierId, agencyId, procedureCode, sectorCode, subject, subjectId, dueAt, officerId } = matter
    await tell(
      tx,
      notices.map(({ level, turn, to, cause }) => ({
        ...{ dossierId, agencyId, procedureCode, sectorCode, subject, subjectId, dueAt, level, turn, cause },
        toRole: to,
        toPersonId: to === 'officer' ? officerId : null,
        raisedAt: context.now()
      }))
    )
    return true
  })
}
