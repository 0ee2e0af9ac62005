// A dossier was taken back or refused before anybody worked on it: what was paid goes back the way it came.
import { ServiceError } from '../../../services/service-error.ts'
import { systemActor } from '../../accounts/roles.ts'
import type { Context, Outside } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { getDossier, movesOf } from '../../dossiers/queries.ts'
import { type Dossier, lockDossier } from '../../dossiers/store.ts'
import type { AfterMove } from '../../jobs/names.ts'
import { isBeforeWork } from '../rules.ts'
import { addEntry, isAnswered, ledgerOf } from '../store.ts'
import type { NewPaymentEntry, PaymentEntry } from '../table.ts'

type Outcome = { kind: 'refunded'; gatewayRef: string } | { kind: 'by_hand'; reason: 'refund_failed' | 'refund_at_desk'; note: string }

/** Job `payment.refund`. @throws ServiceError when the gateway cannot be reached: run again later */
export async function refundPayments(
  context: Context,
  { payment }: Pick<Outside, 'payment'>,
  { dossierId, moveSeq }: AfterMove
): Promise<void> {
  const move = (await movesOf(context.db, dossierId)).find(({ seq }) => seq === moveSeq)
  if (!move || !isBeforeWork(move.fromState)) return
  const dossier = await getDossier(context.db, dossierId)
  const ledger = await context.db.transaction((tx) => ledgerOf(tx, dossierId))
  // The list was told already: from then on it is a person's.
  const known = new Set(ledger.map(({ refersTo }) => refersTo))
  for (const paid of ledger.filter(({ id, kind }) => kind === 'paid' && !known.has(id))) {
    const outcome = await giveBack(context, payment, dossier, paid)
    await context.db.transaction(async (tx) => record(tx, context, await lockDossier(tx, dossierId), { paid, outcome }))
  }
}

/** The telephone, outside any transaction. The same request again is the same refund, because its number is the payment's own. */
async function giveBack(context: Context, payment: Outside['payment'], dossier: Dossier, paid: PaymentEntry): Promise<Outcome> {
  if (paid.way === 'cash' || !payment) return { kind: 'by_hand', reason: 'refund_at_desk', note: '' }
  const answer = await payment.refund({
    requestId: paid.id,
    txnRef: paid.facts.txnRef!,
    amount: paid.amount,
    gatewayRef: paid.facts.gatewayRef!,
    payDate: paid.facts.payDate ?? '',
    info: `Hoan phi ho so ${dossier.code}`,
    by: 'motcua',
    at: context.now()
  })
  if (answer.ok) return { kind: 'refunded', gatewayRef: answer.gatewayRef }
  if (answer.kind === 'retryable') throw new ServiceError('payment', answer.message, { retry: true })
  return { kind: 'by_hand', reason: 'refund_failed', note: `${answer.code} ${answer.message}`.trim() }
}

async function record(tx: Tx, context: Context, dossier: Dossier, { paid, outcome }: { paid: PaymentEntry; outcome: Outcome }) {
  if (await isAnswered(tx, paid.id)) return
  const { txnRef } = paid.facts
  const base = {
    dossierId: dossier.id,
    agencyId: dossier.agencyId,
    orderId: paid.orderId,
    way: paid.way,
    refersTo: paid.id,
    at: context.now(),
    actorId: systemActor.id,
    actorName: systemActor.name
  }
  const entry: NewPaymentEntry =
    outcome.kind === 'refunded'
      ? { ...base, kind: 'refunded', amount: paid.amount, key: `refunded:${paid.id}`, facts: { txnRef, gatewayRef: outcome.gatewayRef } }
      : {
          ...base,
          kind: 'mismatch',
          reason: outcome.reason,
          amount: 0,
          key: `${outcome.reason}:${paid.id}`,
          facts: { txnRef, claimed: paid.amount, note: outcome.note }
        }
  await addEntry(tx, entry)
}
