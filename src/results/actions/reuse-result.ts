// A result of ours is a paper of its holder's next dossier without being brought: what the register holds, nobody is asked for again.
import type { Context } from '../../context.ts'
import { findDossier } from '../../dossiers/queries.ts'
import { copyFile } from '../../files/actions/own-papers.ts'
import { findFile } from '../../files/queries.ts'
import type { FileRow } from '../../files/store.ts'
import { reusableResults } from '../queries.ts'
import type { Result } from '../store.ts'

/** Those that hold and were returned: before that a result is not the citizen's yet. */
export async function resultsInHand(context: Context, personId: string): Promise<Result[]> {
  const all = await reusableResults(context.db, { personId })
  const dossiers = await Promise.all(all.map(({ dossierId }) => findDossier(context.db, dossierId)))
  return all.filter((_, index) => dossiers[index]?.state === 'returned')
}

/**
 * The same signed bytes, kept once, under an id of the new dossier: its people see them there, and whoever checks them finds the
 * register. @returns undefined when it is no result of this person that holds
 */
export async function reuseResult(context: Context, { id, personId }: { id: string; personId: string }): Promise<FileRow | undefined> {
  const result = (await resultsInHand(context, personId)).find((one) => one.id === id)
  const file = result && (await findFile(context.db, result.fileId))
  return file && copyFile(context, file, personId)
}
