// The job that prints the receipt of a payment, once; safe to run twice.
import { systemActor } from '../../accounts/roles.ts'
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context, Outside } from '../../context.ts'
import { registerPaper, sealFacts } from '../../documents/actions/seal-paper.ts'
import { headingOf, lookUpOf, personOf } from '../../documents/case.ts'
import { printPaymentReceipt } from '../../documents/forms/payment-receipt.ts'
import { hasIssued } from '../../documents/queries.ts'
import { insertIssued } from '../../documents/store.ts'
import { getDossier } from '../../dossiers/queries.ts'
import { insertFile } from '../../files/store.ts'
import { findEntry } from '../queries.ts'
import { payableLines } from '../rules.ts'
import { wayNames } from '../words.ts'

/** Job `payment.receipt`. */
export async function issuePaymentReceipt(
  context: Context,
  outside: Pick<Outside, 'seal'>,
  { entryId }: { entryId: string }
): Promise<void> {
  const entry = await findEntry(context.db, entryId)
  if (entry?.kind !== 'paid' || !entry.dossierId || !entry.receiptNumber) return
  const after = { dossierId: entry.dossierId, form: 'payment_receipt' as const, moveSeq: entry.seq }
  if (await hasIssued(context.db, after)) return
  const dossier = await getDossier(context.db, entry.dossierId)
  const agency = await getAgencyById(context.db, dossier.agencyId)
  const clerk = entry.way === 'cash' ? entry.actorName : ''
  const sealed = await sealFacts(context, outside, {
    form: 'payment_receipt',
    number: entry.receiptNumber,
    code: dossier.code!,
    issuedAt: entry.at,
    holder: dossier.filer.name,
    agencyName: agency.name,
    signedBy: clerk,
    amount: entry.amount
  })
  const bytes = await printPaymentReceipt({
    sealUrl: sealed.address,
    heading: headingOf(agency),
    number: entry.receiptNumber,
    code: dossier.code!,
    paidAt: entry.at,
    trackingUrl: `${context.baseUrl}/tra-cuu/${dossier.code}`,
    payer: personOf(dossier.filer),
    procedure: dossier.procedureName,
    lines: payableLines(dossier.fees),
    amount: entry.amount,
    way: wayNames[entry.way].vi,
    reference: entry.facts.gatewayRef,
    lookUp: lookUpOf(context),
    clerk
  })
  const { sha256, size } = await context.files.put(bytes)
  const madeAt = context.now()
  await context.db.transaction(async (tx) => {
    const fileId = context.newId()
    if (!(await insertIssued(tx, { ...after, number: entry.receiptNumber!, fileId, sha256, madeAt }))) return
    const name = `bien-lai-${entry.receiptNumber!.replace('/', '-')}.pdf`
    await insertFile(tx, { id: fileId, sha256, size, mediaType: 'application/pdf', name, ownerId: systemActor.id, createdAt: madeAt })
    await registerPaper(tx, outside, { sealed, dossierId: dossier.id, fileId, sha256 })
  })
}
