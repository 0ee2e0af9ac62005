// A clerk took cash at the desk (NĐ 61/2018 Đ22): booked with a receipt; a dossier that waited for the money goes on.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { lockOwn } from '../../dossiers/access.ts'
import { acceptWalkIn, type WalkIn } from '../../dossiers/actions/accept-walk-in.ts'
import { confirmPaid } from '../../dossiers/actions/pause-and-resume.ts'
import type { Dossier } from '../../dossiers/store.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { isPayable, paidOf, totalOf } from '../rules.ts'
import { closeOrder, ledgerOf, lockOpenOrder } from '../store.ts'
import { bookPayment } from './book-payment.ts'

/** A walk-in is accepted and its fee taken in the same commit: nobody is told "paid" without money booked, no money is booked for nothing. */
export const acceptWithCash = (context: Context, walkIn: WalkIn): Promise<Dossier> =>
  acceptWalkIn(context, { ...walkIn, paid: 'cash' }, (tx, dossier) => collectInside(tx, context, dossier, { by: walkIn.by }))

type Collected = { dossierId: string; by: Actor; note?: string }

/** Inside a transaction that holds the dossier. @throws Refusal PAYMENT_NOT_DUE */
export async function collectInside(
  tx: Tx,
  context: Context,
  dossier: Dossier,
  { by, note = '' }: Omit<Collected, 'dossierId'>
): Promise<void> {
  const ledger = await ledgerOf(tx, dossier.id)
  const amount = totalOf(dossier.fees) - paidOf(ledger)
  if (!isPayable(dossier.state) || amount <= 0) throw new Refusal('PAYMENT_NOT_DUE')
  // An order still open would be paid a second time; money that comes for it all the same goes to the reconciliation list.
  const open = await lockOpenOrder(tx, dossier.id)
  if (open) await closeOrder(tx, open.id, 'expired', context.now())
  const key = `cash:${dossier.id}:${ledger.length + 1}`
  await bookPayment(tx, context, dossier, { way: 'cash', amount, key, facts: note ? { note } : {}, by })
}

/** @throws Refusal PAYMENT_NOT_DUE when it was paid meanwhile, here or online */
export const collectCash = (context: Context, { dossierId, ...collected }: Collected): Promise<void> =>
  context.db.transaction(async (tx) => collectInside(tx, context, await lockOwn(tx, dossierId, collected.by), collected))

/** The desk's "paid" for a dossier that waits: books what is still owed; where the amount was settled on paper, only the move. */
export const confirmAtDesk = (context: Context, { dossierId, by, note = '' }: Collected): Promise<void> =>
  context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by)
    const owed = totalOf(dossier.fees) - paidOf(await ledgerOf(tx, dossierId))
    if (owed > 0 && dossier.state === 'awaiting_payment') await collectInside(tx, context, dossier, { by, note })
    else await confirmPaid(tx, context, dossier, { by, note })
  })
