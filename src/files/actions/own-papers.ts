// "Giấy tờ của tôi": a person keeps a paper for the next time, corrects what is written about it, takes it away, uses it again.
import type { Context } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findFile, findLockerPaper, lockerOf } from '../queries.ts'
import { maxOwnPapers } from '../rules.ts'
import { deleteLockerPaper, type FileRow, insertFile, insertLockerPaper, type LockerPaper, updateLockerPaper } from '../store.ts'

export type PaperFacts = Pick<LockerPaper, 'name' | 'issuer' | 'number' | 'issuedOn' | 'expiresOn'>

/** The same bytes under an id of their own, so that each dossier's copy is seen by that dossier's people only. */
export async function copyFile(context: Context, { sha256, size, mediaType, name, scan }: FileRow, ownerId: string): Promise<FileRow> {
  const values = { id: context.newId(), sha256, size, mediaType, name, scan, ownerId, createdAt: context.now() }
  return context.db.transaction((tx) => insertFile(tx, values))
}

type Keeping = { fileId: string; personId: string; facts: PaperFacts }

/** The person ticked that it may be kept (NĐ 13/2023 Đ11: said clearly, for this purpose). @throws Refusal FILE_NOT_FOUND, TOO_MANY_FILES */
export async function keepOwnPaper(context: Context, { fileId, personId, facts }: Keeping): Promise<void> {
  const given = await findFile(context.db, fileId)
  if (!given) throw new Refusal('FILE_NOT_FOUND')
  const own = await lockerOf(context.db, personId)
  // Pressed twice, kept once.
  if (own.some(({ sha256 }) => sha256 === given.sha256)) return
  if (own.length >= maxOwnPapers) throw new Refusal('TOO_MANY_FILES', { most: maxOwnPapers })
  const file = await copyFile(context, given, personId)
  const now = context.now()
  const values = { id: context.newId(), personId, fileId: file.id, sha256: file.sha256, ...facts, consentedAt: now, updatedAt: now }
  await context.db.transaction((tx) => insertLockerPaper(tx, values))
}

type Own = { id: string; personId: string }

export const correctOwnPaper = (context: Context, { id, personId, facts }: Own & { facts: PaperFacts }): Promise<void> =>
  context.db.transaction((tx) => updateLockerPaper(tx, { id, personId, facts: { ...facts, updatedAt: context.now() } }))

/** Consent is taken back at any time (NĐ 13/2023 Đ12). What was filed stays in its dossier: it has a copy of its own. */
export const deleteOwnPaper = (context: Context, own: Own): Promise<void> => context.db.transaction((tx) => deleteLockerPaper(tx, own))

/** A copy of one's own paper, to be put into a dossier. @throws Refusal FILE_NOT_FOUND */
export async function reuseOwnPaper(context: Context, own: Own): Promise<FileRow> {
  const paper = await findLockerPaper(context.db, own)
  const file = paper && (await findFile(context.db, paper.fileId))
  if (!file) throw new Refusal('FILE_NOT_FOUND')
  return copyFile(context, file, own.personId)
}
