// Money arrived: one row of the ledger, its receipt number, the receipt to be made, and the dossier goes on, all in one commit.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { confirmPaid } from '../../dossiers/actions/pause-and-resume.ts'
import type { Dossier } from '../../dossiers/store.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { dayOf } from '../../kernel/time.ts'
import { paidOf, totalOf, type Way } from '../rules.ts'
import { addEntry, hasEntry, ledgerOf, nextReceiptNumber } from '../store.ts'
import type { EntryFacts } from '../table.ts'

export type Payment = { way: Way; amount: number; key: string; orderId?: string; facts: EntryFacts; by: Actor }

/** Inside a transaction that holds the dossier. @returns false when this money was booked before */
export async function bookPayment(tx: Tx, context: Context, dossier: Dossier, payment: Payment): Promise<boolean> {
  const { by, key, way, amount, orderId = null, facts } = payment
  if (await hasEntry(tx, key)) return false
  const at = context.now()
  const year = dayOf(at).year
  const number = await nextReceiptNumber(tx, { agencyId: dossier.agencyId, year })
  const receiptNumber = `${String(number).padStart(7, '0')}/${year}`
  const entry = await addEntry(tx, {
    dossierId: dossier.id,
    agencyId: dossier.agencyId,
    orderId,
    kind: 'paid',
    way,
    amount,
    key,
    receiptNumber,
    facts,
    at,
    actorId: by.id,
    actorName: by.name
  })
  // The dossier is held and the key was looked for: only another dossier's payment could have taken it.
  if (!entry) throw new Error(`The payment ${key} is booked for another dossier`)
  await enqueue(tx, [{ name: 'payment.receipt', payload: { entryId: entry.id }, key: `payment.receipt:${entry.id}` }], at)
  const owed = totalOf(dossier.fees) - paidOf(await ledgerOf(tx, dossier.id))
  if (dossier.state === 'awaiting_payment' && owed <= 0) await confirmPaid(tx, context, dossier, { by, note: receiptNumber })
  return true
}
