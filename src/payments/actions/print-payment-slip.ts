// The open order of a dossier on paper: the same code as on the screen. Paid late it is still booked, as every transfer is.
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import { headingOf, lookUpOf, personOf } from '../../documents/case.ts'
import { drawPaymentSlip } from '../../documents/forms/payment-slip.ts'
import type { Dossier } from '../../dossiers/store.ts'
import { lastOrderOf } from '../queries.ts'
import { orderStanding, payableLines } from '../rules.ts'
import type { PayDesk } from '../types.ts'
import { vietQr } from '../vietqr.ts'

/** Nothing where there is no account to transfer to, or no order that may be paid now. */
export async function printPaymentSlip(
  context: Context,
  { dossier, account }: { dossier: Dossier; account: PayDesk['account'] }
): Promise<Uint8Array | undefined> {
  const order = await lastOrderOf(context.db, dossier.id)
  if (!account || !order || orderStanding(order, context.now()) !== 'open') return undefined
  const { txnRef, amount, createdAt } = order
  return drawPaymentSlip({
    heading: headingOf(await getAgencyById(context.db, dossier.agencyId)),
    code: dossier.code!,
    madeAt: createdAt,
    payer: personOf(dossier.filer),
    procedure: dossier.procedureName,
    lines: payableLines(dossier.fees),
    amount,
    vietQr: vietQr({ ...account, amount, purpose: txnRef }),
    account: account.account,
    purpose: txnRef,
    lookUp: lookUpOf(context)
  })
}
