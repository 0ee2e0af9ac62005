// The gateway says what became of a payment. Its words are kept first; then, under the dossier's lock, the money is booked once.
import { createHash } from 'node:crypto'
import type { PaymentNotice } from '../../../services/payment/payment.ts'
import { systemActor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { findDossierByCode } from '../../dossiers/queries.ts'
import { type Dossier, lockDossier } from '../../dossiers/store.ts'
import {
  codeIn,
  entryKey,
  isClosed,
  judge,
  movedBy,
  paidOf,
  type ReplyCode,
  totalOf,
  unanswered,
  type Verdict,
  type Way
} from '../rules.ts'
import { addEntry, closeOrder, findOrderByRef, hasEntry, ledgerOf, lockOrder, markInbound, saveInbound } from '../store.ts'
import type { PaymentEntry, PaymentOrder } from '../table.ts'
import { bookPayment } from './book-payment.ts'

type Told = { gateway: string; notice: PaymentNotice; raw: string; ip: string }

/** @returns what the gateway is to be told */
export async function recordNotice(context: Context, { gateway, notice, raw, ip }: Told): Promise<ReplyCode> {
  const bodyHash = createHash('sha256').update(raw).digest('hex')
  await context.db.transaction((tx) =>
    saveInbound(tx, { gateway, bodyHash, body: raw, ip, verdict: notice.genuine ? 'signed' : 'bad', at: context.now() })
  )
  const reply = await bookNotice(context, { gateway, notice })
  await context.db.transaction((tx) => markInbound(tx, bodyHash, reply))
  return reply
}

/** Safe to call at the same time and any number of times with the same notice. */
export async function bookNotice(context: Context, { gateway, notice }: Pick<Told, 'gateway' | 'notice'>): Promise<ReplyCode> {
  if (!notice.genuine) return judge({ notice, order: undefined, outstanding: 0, isClosed: false }).reply
  return context.db.transaction(async (tx) => {
    const found = await findOrderByRef(tx, notice.txnRef)
    if (!found) {
      const verdict = judge({ notice, order: undefined, outstanding: 0, isClosed: false })
      // What it was for is signed by the gateway: it names whose clerks may know the payer.
      const code = codeIn(notice.info)
      const named = code ? await findDossierByCode(tx, code) : undefined
      await addMismatch(tx, context, { gateway, notice, verdict, agencyId: named?.agencyId })
      return verdict.reply
    }
    // The dossier first, then its order: everybody who handles money waits in this line.
    const dossier = await lockDossier(tx, found.dossierId)
    const order = await lockOrder(tx, found.id)
    const ledger = await ledgerOf(tx, dossier.id)
    const outstanding = totalOf(dossier.fees) - paidOf(ledger)
    const verdict = judge({ notice, order, outstanding, isClosed: isClosed(dossier.state) })
    if (verdict.order) await closeOrder(tx, order.id, verdict.order, context.now())
    if (verdict.entry?.kind === 'paid') await bookPaid(tx, context, { gateway, notice, dossier, order })
    else await addMismatch(tx, context, { gateway, notice, verdict, dossier, order })
    // The bank has decided about money it held: nothing is left for a clerk to find out.
    if (order.state === 'held' && verdict.order && verdict.order !== 'held') await letGo(tx, context, ledger, order)
    return verdict.reply
  })
}

/** A transfer is told through the same gateway; only the word on the receipt differs. */
const wayOf = ({ bank }: PaymentNotice): Way => (bank === 'VIETQR' ? 'transfer' : 'vnpay')
const factsOf = ({ txnRef, gatewayRef, payDate, bank }: PaymentNotice) => ({ txnRef, gatewayRef, payDate, bank })

type Booking = { gateway: string; notice: PaymentNotice; dossier: Dossier; order: PaymentOrder }

async function bookPaid(tx: Tx, context: Context, { gateway, notice, dossier, order }: Booking): Promise<void> {
  const key = entryKey(gateway, notice.txnRef, notice.gatewayRef, { kind: 'paid' })
  await bookPayment(tx, context, dossier, {
    way: wayOf(notice),
    amount: order.amount,
    key,
    orderId: order.id,
    facts: factsOf(notice),
    by: systemActor
  })
}

async function letGo(tx: Tx, context: Context, ledger: readonly PaymentEntry[], { id: orderId }: PaymentOrder): Promise<void> {
  for (const held of unanswered(ledger).filter((entry) => entry.reason === 'held' && entry.orderId === orderId)) {
    const { dossierId, agencyId, way } = held
    const by = { at: context.now(), actorId: systemActor.id, actorName: systemActor.name }
    const settled = { kind: 'settled' as const, amount: 0, refersTo: held.id, key: `settled:${held.id}`, facts: {} }
    await addEntry(tx, { dossierId, agencyId, orderId, way, ...settled, ...by })
  }
}

type Mismatch = Pick<Booking, 'gateway' | 'notice'> & Partial<Booking> & { verdict: Verdict; agencyId?: string | undefined }

async function addMismatch(
  tx: Tx,
  context: Context,
  { gateway, notice, verdict: { entry }, dossier, order, agencyId }: Mismatch
): Promise<void> {
  if (entry?.kind !== 'mismatch') return
  const key = entryKey(gateway, notice.txnRef, notice.gatewayRef, entry)
  if (await hasEntry(tx, key)) return
  await addEntry(tx, {
    dossierId: dossier?.id ?? null,
    agencyId: dossier?.agencyId ?? agencyId ?? null,
    orderId: order?.id ?? null,
    kind: 'mismatch',
    reason: entry.reason,
    way: wayOf(notice),
    amount: movedBy(entry, notice.amount ?? 0),
    key,
    facts: { ...factsOf(notice), claimed: notice.amount ?? 0 },
    at: context.now(),
    actorId: systemActor.id,
    actorName: systemActor.name
  })
}
