// The job that signs an order: paper, number, signature, decision and register, item by item. One that fails stops no other; twice is once.
import { createHash } from 'node:crypto'
import { ServiceError } from '../../../services/service-error.ts'
import type { Actor } from '../../accounts/roles.ts'
import { type Agency, getAgencyById } from '../../agencies/queries.ts'
import type { Context, Outside } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { announce } from '../../database/live.ts'
import { decideIn } from '../../dossiers/actions/decide.ts'
import { step } from '../../dossiers/lifecycle.ts'
import { getDossier } from '../../dossiers/queries.ts'
import type { Dossier } from '../../dossiers/store.ts'
import { insertFile } from '../../files/store.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { findBatch, findDraft, itemsOfBatch, lastNumber } from '../queries.ts'
import { numberText, symbolOf } from '../rules.ts'
import { type Batch, type Draft, type Item, insertRegistered, lockDraft, lockItem, saveStep, settleItem, takeNumber } from '../store.ts'
import { nameOfPaper } from '../templates.ts'
import { paperOfDraft } from './paper.ts'
import { registeredOf } from './register-result.ts'

type Signing = Pick<Outside, 'signing'>

/** What the page of an order listens to. */
export const signingTopic = (batchId: string): string => `signing:${batchId}`

/** How often a paper is made anew because its number was taken meanwhile: each time somebody else got on. */
const mostTries = 100
/** So many in a row that the machine could not sign: the rest would only wait for it as well. */
const silentInARow = 2

/** Job `result.sign`. */
export async function signBatch(context: Context, outside: Signing, { batchId }: { batchId: string }): Promise<void> {
  const batch = await findBatch(context.db, batchId)
  if (!batch) return
  const waiting = (await itemsOfBatch(context.db, batchId)).filter(({ item }) => item.state === 'waiting')
  let silent: ServiceError | undefined
  let inARow = 0
  let bug: unknown
  for (const { item } of waiting) {
    try {
      await signItem(context, outside, { batch, item })
      inARow = 0
    } catch (error) {
      if (error instanceof ServiceError && error.retry) {
        // Its place on the list is kept: the queue comes again.
        silent = error
        await note(context, item, problemOf(error))
        if (++inARow >= silentInARow) break
        continue
      }
      if (!(error instanceof Refusal || error instanceof ServiceError)) bug ??= error
      await failItem(context, { batch, item, problem: problemOf(error) })
    }
  }
  if (silent) throw silent
  if (bug) throw bug
}

/** In the words a signer is shown. What is our own mistake is not told in its own words. */
function problemOf(error: unknown): { code: string; facts: Record<string, unknown> } {
  if (error instanceof Refusal) return { code: error.code, facts: error.facts }
  const detail = error instanceof ServiceError ? error.message.replace(/^signing: /, '') : 'lỗi của hệ thống'
  const { code, facts } = new Refusal('SIGNING_FAILED', { detail })
  return { code, facts }
}

type Work = { batch: Batch; item: Item }
type Problem = { code: string; facts: Record<string, unknown> }

const note = (context: Context, { id }: Item, problem: Problem) =>
  context.db.transaction(async (tx) => {
    const item = await lockItem(tx, id)
    if (item.state === 'waiting') await settleItem(tx, id, { state: 'waiting', problem, doneAt: null })
  })

const failItem = (context: Context, { batch, item: { id }, problem }: Work & { problem: Problem }) =>
  context.db.transaction(async (tx) => {
    const item = await lockItem(tx, id)
    if (item.state !== 'waiting') return
    const at = context.now()
    const draft = await lockDraft(tx, item.draftId)
    await settleItem(tx, id, { state: 'failed', problem, doneAt: at })
    await announce(tx, signingTopic(batch.id))
    if (draft.state === 'signing')
      await saveStep(tx, draft, { name: 'fail', state: 'to_sign', by: signerOf(batch), at, note: problem.code })
  })

const signerOf = (batch: Batch): Actor => ({ id: batch.signerId, name: batch.signerName, role: 'signer', agencyId: batch.agencyId })

async function signItem(context: Context, outside: Signing, { batch, item }: Work): Promise<void> {
  const draft = (await findDraft(context.db, item.draftId))!
  const dossier = await getDossier(context.db, draft.dossierId)
  // Asked before a signature is spent on it; asked again in the commit.
  step(dossier.state, draft.kind === 'approved' ? 'approve' : 'refuse_on_merit', 'signer')
  const agency = await getAgencyById(context.db, dossier.agencyId)
  for (let tries = 0; tries < mostTries; tries++) {
    if (await trySigning(context, outside, { batch, item, draft, dossier, agency })) return
  }
  throw new ServiceError('signing', 'the register is too busy', { retry: true })
}

type Made = {
  at: Temporal.Instant
  book: { agencyId: string; year: number; symbol: string }
  sequence: number
  number: string
  signed: Signed
}
type Signed = Awaited<ReturnType<Outside['signing']['sign']>>
type Whole = Work & { draft: Draft; dossier: Dossier; agency: Agency }

/**
 * The number is printed before it is anybody's: the next one by the register is put on the paper, the paper is signed, and only the
 * commit takes the number, if it is still the next. So a number is never given to two, and none is lost with a paper that failed.
 * @returns false when somebody else took the number meanwhile
 */
async function trySigning(context: Context, outside: Signing, whole: Whole): Promise<boolean> {
  const made = await makePaper(context, outside, whole)
  try {
    await context.db.transaction((tx) => keepResult(tx, context, whole, made))
    return true
  } catch (error) {
    if (error instanceof NumberTaken) return false
    throw error
  }
}

class NumberTaken extends Error {}

async function makePaper(context: Context, { signing }: Signing, { batch, draft, dossier, agency }: Whole): Promise<Made> {
  // Whole seconds: what is in the register is what the signature says.
  const at = context.now().round({ smallestUnit: 'second', roundingMode: 'trunc' })
  const book = { agencyId: agency.id, year: dayOf(at).year, symbol: draft.template.symbol }
  const sequence = (await lastNumber(context.db, book)) + 1
  const number = numberText(sequence, book.symbol, symbolOf(agency))
  const signature = { number, signer: batch.signerName, title: batch.signerTitle }
  const signed = await signing.sign(await paperOfDraft(context, { draft, dossier, at, signature }), {
    agencyCode: agency.code,
    agencyName: agency.name,
    signerName: batch.signerName,
    reason: `Ký ${nameOfPaper(draft)} số ${number}`,
    place: 'Hải Phòng',
    at: new Date(at.epochMilliseconds)
  })
  return { at, book, sequence, number, signed }
}

/** Decision, register, number and file in one commit. @throws NumberTaken, Refusal */
async function keepResult(tx: Tx, context: Context, { batch, item, draft, dossier, agency }: Whole, made: Made): Promise<void> {
  const { at, book, sequence, number, signed } = made
  const held = await lockItem(tx, item.id)
  // Done by the same job before it was stopped, or called off while it signed.
  if (held.state !== 'waiting') return
  const by = signerOf(batch)
  const { kind } = draft
  const title = nameOfPaper(draft)
  const sha256 = createHash('sha256').update(signed.pdf).digest('hex')
  const fileId = context.newId()
  const name = `ket-qua-${number.replaceAll('/', '-')}-${dossier.code}.pdf`
  const size = signed.pdf.length
  await insertFile(tx, { id: fileId, sha256, size, mediaType: 'application/pdf', name, ownerId: batch.signerId, createdAt: at })
  await decideIn(tx, { dossierId: dossier.id, by, kind, number, title, fileId, reason: draft.values['reason'] ?? '', at })
  await saveStep(tx, await lockDraft(tx, draft.id), { name: 'sign', state: 'signed', by, at, note: number })
  await settleItem(tx, item.id, { state: 'signed', problem: null, doneAt: at })
  await announce(tx, signingTopic(batch.id))
  // Nearly last, because this row is shared by everybody who signs at the agency: held for a few milliseconds.
  if (!(await takeNumber(tx, { ...book, sequence }))) throw new NumberTaken()
  const certificate = { ...signed.with, validUntil: signed.with.validUntil.toISOString() }
  const line = registeredOf(dossier, agency, { kind, number, title, signedBy: batch.signerName, signedAt: at, fileId, sha256 })
  await insertRegistered(tx, { ...line, source: 'signed', year: book.year, symbol: book.symbol, sequence, certificate })
  // Only now, so that no signed paper lies about whose number is another's.
  await context.files.put(signed.pdf)
}
