// One acceptance of an outage is held against its block, its signatures and the law of its day, and becomes a dossier; or is kept with the reason why not.
import { findWorking } from '../../accounts/queries.ts'
import type { Actor } from '../../accounts/roles.ts'
import { agenciesOf, getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { readOfflineReceipt } from '../../documents/offline-receipt.ts'
import { publishedKeys } from '../../documents/queries.ts'
import { fromBase64Url, isSignedBy, toHex } from '../../documents/signed-bytes.ts'
import { insertSealed, insertVoided } from '../../documents/store.ts'
import { checkPaper, digestOfFacts, initialsOf } from '../../documents/verification.ts'
import { acceptWalkIn } from '../../dossiers/actions/accept-walk-in.ts'
import { openDossiersOf } from '../../dossiers/desk-queries.ts'
import { findDossier } from '../../dossiers/queries.ts'
import type { Dossier } from '../../dossiers/store.ts'
import { insertFile } from '../../files/store.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { bookPayment } from '../../payments/actions/book-payment.ts'
import { findProcedure, type ProcedureView, procedureVersion } from '../../procedures/queries.ts'
import { settledNumbers } from '../queries.ts'
import { readOffline } from '../reading.ts'
import { contentBytes, receiptLines, tolerance } from '../rules.ts'
import { lockItem, lockLease, type NewItem, type NumberLease, saveItem, takeBackReturned } from '../store.ts'
import type { OfflineContent, Outcome, SentItem } from '../types.ts'
import { describe } from './gather-knowledge.ts'

const signatureLength = 64

export type Coming = {
  /** Who brings it; who accepted it is the person the block was lent to. */
  by: Actor
  content: OfflineContent
  sent: SentItem
  facts: Record<string, unknown>
  /** A head's word: the procedure in force on that day counts, though the machine knew another version. */
  despite?: string | undefined
}

/** Kept either way, except what names a block that is not this agency's. @throws Refusal */
export async function takeIn(context: Context, coming: Coming): Promise<Outcome> {
  const { content } = coming
  const file = await keepSent(context, coming.sent)
  try {
    return await context.db.transaction(async (tx) => {
      const lease = await lockLease(tx, content.lease)
      // Another bundle may have settled it while we waited for the block.
      const before = await lockItem(tx, content.id)
      if (before && before.state !== 'refused') throw new Refusal('OUTAGE_ALREADY_SETTLED')
      // Only its own machine mends it; what nobody's key proves may be anybody's.
      const isProven = before && before.reason !== 'OUTAGE_SIGNATURE_WRONG'
      if (isProven && before.leaseId !== content.lease) throw new Refusal('OUTAGE_ALREADY_SETTLED')
      const view = await procedureVersion(tx, content.versionId).catch(() => undefined)
      await check(tx, context, lease, coming)
      return content.voided
        ? giveUp(tx, context, coming, { lease: lease!, view })
        : accept(tx, context, { lease: lease!, view, file }, coming)
    })
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'OUTAGE_BLOCK_UNKNOWN' && error.code !== 'OUTAGE_ALREADY_SETTLED') {
      const item = await itemOf(context, {
        state: 'refused',
        reason: error.code,
        coming,
        facts: { ...coming.facts, ...plain(error.facts) }
      })
      await context.db.transaction(async (tx) => {
        // What came before with a good signature is not written over by a bad one.
        if (error.code === 'OUTAGE_SIGNATURE_WRONG' && (await lockItem(tx, content.id))) return
        await saveItem(tx, item)
      })
    }
    throw error
  }
}

/** What a sentence needs, as text: facts of a refusal may hold anything. */
const plain = (facts: Record<string, unknown>) => JSON.parse(JSON.stringify(facts)) as Record<string, unknown>

type Row = { state: NewItem['state']; reason?: string; coming: Coming; facts: Record<string, unknown>; settledBy?: string }

async function itemOf(context: Context, { state, reason = '', coming, facts, settledBy }: Row): Promise<NewItem> {
  const { by, content, sent } = coming
  const view = await procedureVersion(context.db, content.versionId).catch(() => undefined)
  return {
    id: content.id,
    agencyId: by.agencyId!,
    leaseId: content.lease,
    number: content.number,
    state,
    content: sent.content,
    signature: sent.signature,
    procedureCode: view?.procedure.code ?? '',
    sectorCode: view?.sector.code ?? '',
    acceptedAt: Temporal.Instant.from(content.at),
    syncedAt: context.now(),
    syncedBy: by.name,
    reason,
    facts,
    settledBy: settledBy ?? null
  }
}

/** Everything the machine could have got wrong, or somebody forged. @throws Refusal */
async function check(tx: Tx, context: Context, lease: NumberLease | undefined, { by, content, sent }: Coming): Promise<void> {
  if (!lease?.certificate || lease.agencyId !== by.agencyId) throw new Refusal('OUTAGE_BLOCK_UNKNOWN')
  const { number, at } = content
  const signature = fromBase64Url(sent.signature)
  if (!signature || !(await isSignedBy(fromBase64Url(lease.deviceKey)!, contentBytes(sent.content), signature)))
    throw new Refusal('OUTAGE_SIGNATURE_WRONG')
  if (number < lease.first || number > lease.last)
    throw new Refusal('OUTAGE_NUMBER_OUTSIDE', { number, first: lease.first, last: lease.last })
  if ((await settledNumbers(tx, lease.id)).includes(number)) throw new Refusal('OUTAGE_NUMBER_USED', { number })
  const acceptedAt = Temporal.Instant.from(at)
  const earliest = lease.leasedAt.subtract(tolerance)
  const isInTime = Temporal.Instant.compare(acceptedAt, earliest) >= 0 && Temporal.Instant.compare(acceptedAt, lease.expiresAt) < 0
  if (!isInTime || !dayOf(acceptedAt).equals(lease.day)) throw new Refusal('OUTAGE_TIME_OUTSIDE')
  if (Temporal.Instant.compare(acceptedAt, context.now().add(tolerance)) > 0) throw new Refusal('OUTAGE_TIME_AHEAD')
  const there = await findDossier(tx, content.id)
  if (there) throw new Refusal('OUTAGE_ACCEPTED_ONLINE', { code: there.code })
}

type Proven = { lease: NumberLease; view: ProcedureView | undefined; file: Kept }

/** The receipt in the citizen's hand must say what the house now writes down. @throws Refusal OUTAGE_RECEIPT_WRONG */
async function checkReceipt(tx: Tx, content: OfflineContent, printed: { holder: string; procedure: string; papers: string[] }) {
  const proof = await checkPaper(content.receipt, await publishedKeys(tx))
  const read = readOfflineReceipt(content.receipt)
  if (proof.verdict !== 'genuine' || !read) throw new Refusal('OUTAGE_RECEIPT_WRONG')
  const { facts, lease } = read
  const seconds = (text: string) => Math.floor(Temporal.Instant.from(text).epochMilliseconds / 1000)
  const { holder, ...told } = printed
  const digest = await digestOfFacts(receiptLines({ code: facts.code, name: holder, ...told }))
  const agrees =
    read.number === content.number &&
    facts.issuedAt === seconds(content.at) &&
    facts.dueAt === seconds(content.dueAt) &&
    (facts.amount ?? 0) === content.cash &&
    facts.holder === initialsOf(holder) &&
    toHex(facts.digest) === toHex(digest)
  if (!agrees) throw new Refusal('OUTAGE_RECEIPT_WRONG')
  return { facts, keyId: lease.keyId }
}

/** Printed from what the machine knew; filed under what was in force. @throws Refusal */
async function readContent(tx: Tx, view: ProcedureView | undefined, { content, despite }: Coming) {
  const day = dayOf(Temporal.Instant.from(content.at))
  const inForce = view && (await findProcedure(tx, view.procedure.code, { on: day }))
  if (!view || !inForce) throw new Refusal('PROCEDURE_NOT_FOUND', { code: view?.procedure.code ?? content.versionId })
  if (inForce.version.id !== view.version.id && !despite) throw new Refusal('OUTAGE_VERSION_OTHER')
  const wards = new Map((await agenciesOf(tx, 'ward')).items.map(({ code, name }) => [code, name]))
  const read = readOffline(content.body, { today: day, procedure: describe(view, day), wardName: (code) => wards.get(code) })
  const fields = read.errors
  if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
  return { procedure: view.procedure, version: view.version, read }
}

async function accept(tx: Tx, context: Context, { lease, view, file }: Proven, coming: Coming): Promise<Outcome> {
  const { by, content, despite } = coming
  const at = Temporal.Instant.from(content.at)
  const { procedure, version, read } = await readContent(tx, view, coming)
  const { filer, applicant } = read.application
  const papers = read.papers.map(({ name }) => name)
  const { facts: sealed, keyId } = await checkReceipt(tx, content, { holder: filer.name, procedure: version.name, papers })
  const agency = await getAgencyById(tx, lease.agencyId)
  // What they answered for when they took it in; a head may let it count all the same.
  const duties = despite ? undefined : (await findWorking(tx, lease.staffId, at))?.duties
  const twins = await openDossiersOf(tx, { agencyId: lease.agencyId, party: applicant })
  const dossier = await acceptWalkIn(
    // As if it had happened then: the instant on the receipt is the legal one (NĐ 61/2018 Đ17, Đ18).
    { ...context, db: tx, now: () => at, newId: firstIs(content.id, context.newId) },
    {
      procedureCode: procedure.code,
      agencyCode: agency.code,
      application: read.application,
      papers: read.papers.map((paper) => ({ ...paper, given: 'paper' as const, fileId: null })),
      feeCounts: read.feeCounts,
      by: { id: lease.staffId, name: lease.staffName, role: lease.staffRole, agencyId: lease.agencyId, duties },
      locale: 'vi',
      number: content.number,
      besides: twins.map(({ id }) => id),
      paid: content.cash > 0 ? 'cash' : undefined,
      facts: { outage: true, syncedAt: context.now().toString(), syncedBy: by.name }
    },
    (inner, filed) => book(inner, context, filed, { lease, at, cash: content.cash })
  )
  const flags = {
    ...coming.facts,
    ...(dossier.dueAt && !sameSecond(dossier.dueAt, content.dueAt) && { printedDueAt: content.dueAt }),
    ...(twins.length > 0 && { twins: twins.map(({ code }) => code) }),
    ...(despite && { despite }),
    code: dossier.code
  }
  await saveItem(tx, await itemOf({ ...context, db: tx }, { state: 'accepted', coming, facts: flags, settledBy: by.name }))
  await takeBackReturned(tx, lease.id, content.number)
  await insertSealed(tx, {
    dossierId: dossier.id,
    form: 'offline_receipt',
    number: sealed.number,
    keyId,
    token: content.receipt,
    fileId: await insertSent(tx, context, { lease, file, code: dossier.code! }),
    sha256: file.sha256,
    agencyName: agency.name,
    signedBy: lease.staffName,
    issuedAt: at
  })
  return { id: content.id, state: 'accepted', code: dossier.code! }
}

const sameSecond = (at: Temporal.Instant, text: string) => at.epochMilliseconds === Temporal.Instant.from(text).epochMilliseconds

/** What was really taken is booked, whatever the tariff says now: money in the till is money in the book. */
async function book(
  tx: Tx,
  context: Context,
  dossier: Dossier,
  { lease, at, cash }: { lease: NumberLease; at: Temporal.Instant; cash: number }
) {
  if (cash === 0) return
  const by = { id: lease.staffId, name: lease.staffName, role: lease.staffRole, agencyId: lease.agencyId }
  const payment = { way: 'cash' as const, amount: cash, key: `cash:${dossier.id}:1`, facts: {}, by }
  await bookPayment(tx, { ...context, now: () => at }, dossier, payment)
}

/** The machine's own id for the dossier, ours for everything else. */
function firstIs(id: string, newId: () => string): () => string {
  let given = false
  return () => {
    if (given) return newId()
    given = true
    return id
  }
}

/** The number was given and given up at the machine: nobody will get it, and a receipt that was printed is taken back. */
async function giveUp(tx: Tx, context: Context, coming: Coming, { lease, view }: Pick<Proven, 'lease' | 'view'>): Promise<Outcome> {
  const { by, content } = coming
  await saveItem(tx, {
    ...(await itemOf(
      { ...context, db: tx },
      { state: 'voided', reason: content.voided!, coming, facts: coming.facts, settledBy: by.name }
    )),
    procedureCode: view?.procedure.code ?? ''
  })
  await revokeReceipt(tx, context, { lease, content, by, reason: content.voided! })
  return { id: content.id, state: 'voided' }
}

type Kept = { sha256: string; size: number }
/** Exactly what came, with its signature: what the receipt in the citizen's hand stands on. */
const keepSent = (context: Context, sent: SentItem): Promise<Kept> => context.files.put(Buffer.from(JSON.stringify(sent)))

async function insertSent(
  tx: Tx,
  context: Context,
  { lease, file, code }: { lease: NumberLease; file: Kept; code: string }
): Promise<string> {
  const id = context.newId()
  const name = `tiep-nhan-ngoai-tuyen-${code}.json`
  await insertFile(tx, { id, ...file, mediaType: 'application/json', name, ownerId: lease.staffId, createdAt: context.now() })
  return id
}

type Taken = { lease: NumberLease; content: OfflineContent; by: Actor; reason: string }

/** Only what this machine signed for this number can be taken back. */
export async function revokeReceipt(tx: Tx, context: Context, { lease, content: { receipt, number }, by, reason }: Taken): Promise<void> {
  const read = readOfflineReceipt(receipt)
  const block = fromBase64Url(lease.certificate ?? '')?.slice(-signatureLength)
  if (!read || !block || read.number !== number || toHex(read.certificateSignature) !== toHex(block)) return
  if ((await checkPaper(receipt, await publishedKeys(tx))).verdict !== 'genuine') return
  await insertVoided(tx, { token: receipt, voidedAt: context.now(), voidedBy: by.name, reason })
}
