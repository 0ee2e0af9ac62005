// What came with the page of papers, slot by slot: files of this post, files sent piece by piece before it, one's own papers; joined if asked.
import type { FastifyRequest } from 'fastify'
import { ownerOf } from '../accounts/roles.ts'
import type { Context } from '../context.ts'
import { joinPages } from '../files/actions/join-pages.ts'
import { keepFile } from '../files/actions/keep-file.ts'
import { giveFiles } from '../files/actions/keep-upload.ts'
import { reuseOwnPaper } from '../files/actions/own-papers.ts'
import { filesOf } from '../files/queries.ts'
import { maxFilesOfPaper } from '../files/rules.ts'
import type { FileRow } from '../files/store.ts'
import { type Body, listOf, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import { reuseResult } from '../results/actions/reuse-result.ts'
import { addPapers } from './actions/add-paper.ts'
import type { Opened } from './filing-step.ts'

type Paper = Opened['view']['documents'][number]
/** What was wrong, by slot (`paper.<number>`). */
export type Refused = Map<string, Refusal>

/** The papers of this filing that may be uploaded: what is only shown at the desk is not. */
export const papersToUpload = ({ view }: Opened): Paper[] => view.documents.filter(({ form }) => form !== 'present')

/** The refusal; what is our own mistake is logged, and the person is told that nothing else was lost. */
function refusalOf(error: unknown, { request, name }: { request: FastifyRequest; name: string }): Refusal {
  if (error instanceof Refusal) return error
  request.log.error({ err: error }, 'a file was not kept')
  return new Refusal('UPLOAD_FAILED', { name })
}

/** Sent piece by piece before: only the person's own, and each once. @throws Refusal FILE_NOT_FOUND */
async function keptBefore({ db }: Context, request: FastifyRequest, { number, files }: { number: number; files: Opened['files'] }) {
  const ids = listOf(request.body as Body, `kept.${number}`)
  const inDraft = new Set(files.map(({ fileId }) => fileId))
  const rows = await filesOf(db, ids.filter(isUuid))
  const owners = [request.actor.id, ownerOf(request.actor)]
  if (rows.some(({ ownerId }) => !owners.includes(ownerId)) || rows.length !== new Set(ids).size) throw new Refusal('FILE_NOT_FOUND')
  // In the order they were given.
  return ids.flatMap((id) => rows.find((row) => row.id === id && !inDraft.has(id)) ?? [])
}

/** A paper of "Giấy tờ của tôi", or a result of ours that this person holds. @throws Refusal FILE_NOT_FOUND */
const reuse = async (context: Context, own: { id: string; personId: string }): Promise<FileRow> =>
  (await reuseResult(context, own)) ?? reuseOwnPaper(context, own)

/** New files of one slot. What is refused does not keep the others out. */
async function newFiles(context: Context, request: FastifyRequest, { opened, paper, refused }: Slot): Promise<FileRow[]> {
  const { number } = paper
  const slot = `paper.${number}`
  const personId = request.actor.id
  const sent = request.uploads.filter(({ field }) => field === slot)
  const before = await keptBefore(context, request, { number, files: opened.files })
  // A helper has no business with anybody's own papers, the citizen's or theirs.
  const own =
    opened.draft.personId === personId && !request.actor.onBehalfOf ? listOf(request.body as Body, `reuse.${number}`).filter(isUuid) : []
  const there = replaces(request, number) ? 0 : opened.files.filter((file) => file.number === number).length
  if (there + before.length + sent.length + own.length > maxFilesOfPaper) {
    refused.set(slot, new Refusal('TOO_MANY_FILES', { most: maxFilesOfPaper }))
    return []
  }
  const kept = [...before]
  const works = [
    ...sent.map((upload) => ({ name: upload.name, work: () => keepFile(context, { ...upload, ownerId: ownerOf(request.actor) }) })),
    ...own.map((id) => ({ name: paper.name, work: () => reuse(context, { id, personId }) }))
  ]
  for (const { name, work } of works) {
    try {
      kept.push(await work())
    } catch (error) {
      refused.set(slot, refusalOf(error, { request, name }))
    }
  }
  return kept
}

type Slot = { opened: Opened; paper: Paper; refused: Refused }
const replaces = ({ body }: FastifyRequest, number: number) => textOf(body as Body, `replace.${number}`) === '1'

/** Several files as one PDF, or as they were when that cannot be done. */
async function joined(
  context: Context,
  request: FastifyRequest,
  { files, paper, refused }: Slot & { files: FileRow[] }
): Promise<FileRow[]> {
  if (files.length < 2) return files
  try {
    return [await joinPages(context, { files, name: paper.name, ownerId: ownerOf(request.actor) })]
  } catch (error) {
    refused.set(`paper.${paper.number}`, refusalOf(error, { request, name: paper.name }))
    return files
  }
}

/** Keeps the readable files of every slot. @returns what was wrong with the others */
export async function takeFiles(context: Context, request: FastifyRequest, opened: Opened): Promise<Refused> {
  const refused: Refused = new Map()
  for (const paper of papersToUpload(opened)) {
    const slot = { opened, paper, refused }
    const { number, name, form, copies } = paper
    const found = await newFiles(context, request, slot)
    const asked = textOf(request.body as Body, `join.${number}`) === '1'
    await giveFiles(context, { ids: found.map(({ id }) => id), from: request.actor.id, to: ownerOf(request.actor) })
    const files = asked ? await joined(context, request, { ...slot, files: found }) : found
    if (files.length === 0) continue
    const old = replaces(request, number) ? opened.files.filter((file) => file.number === number) : []
    const papers = files.map(({ id }) => ({ number, name, form, copies, given: 'file' as const, fileId: id }))
    await addPapers(context, { dossierId: opened.draft.id, by: request.actor, papers, instead: old.map(({ paperId }) => paperId) })
  }
  return refused
}

/** The files that lie in a slot already become one PDF; until it is kept they stay. */
export async function joinSlot(context: Context, request: FastifyRequest, { opened, paper, refused }: Slot): Promise<void> {
  const there = opened.files.filter((file) => file.number === paper.number)
  const rows = await filesOf(
    context.db,
    there.map(({ fileId }) => fileId)
  )
  const files = there.flatMap(({ fileId }) => rows.find(({ id }) => id === fileId) ?? [])
  const [one, ...others] = await joined(context, request, { opened, paper, refused, files })
  if (!one || others.length > 0 || there.length < 2) return
  const { number, name, form, copies } = paper
  await addPapers(context, {
    dossierId: opened.draft.id,
    by: request.actor,
    papers: [{ number, name, form, copies, given: 'file', fileId: one.id }],
    instead: there.map(({ paperId }) => paperId)
  })
}
