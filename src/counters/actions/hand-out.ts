// The result leaves the counter: identity seen, authority for a proxy, what is owed taken, originals given back, signed for: one commit.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { lockOwn } from '../../dossiers/access.ts'
import { requireFields } from '../../dossiers/application.ts'
import { step } from '../../dossiers/lifecycle.ts'
import { type Dossier, insertPapers, saveMove } from '../../dossiers/store.ts'
import { fold } from '../../kernel/fold.ts'
import { formatMoney } from '../../kernel/money.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { giveBackOriginals } from '../../originals/actions/give-back.ts'
import { collectInside } from '../../payments/actions/collect-cash.ts'
import { isPayable, paidOf, totalOf } from '../../payments/rules.ts'
import { ledgerOf } from '../../payments/store.ts'
import { takeFromShelf } from '../store.ts'

export type HandOut = {
  dossierId: string
  by: Actor
  /** Only the end of the number is kept. */
  check: { paper: string; last4: string; receiver: string; relation: string }
  /** The picture of a signature on glass, or that the printed slip was signed; absent when nobody signed. */
  signature: { fileId: string } | { onPaper: true } | undefined
  /** The photo of the authorisation. */
  proxyFileId: string | undefined
  /** The clerk says that the cash is in the drawer. */
  cashTaken: boolean
  originalIds: readonly string[]
  /** Throws when the result is on its way to somebody. */
  isHere: (tx: Tx, dossier: Dossier) => Promise<void>
}

/** Applicant, or who filed and holds the receipt; anybody else needs an authorisation (NĐ 61/2018 Đ6.2b). */
export const isProxy = ({ applicant, filer }: Pick<Dossier, 'applicant' | 'filer'>, receiver: string): boolean =>
  fold(receiver) !== fold(applicant.name) && fold(receiver) !== fold(filer.name)

function checkForm(dossier: Dossier, { check, signature, proxyFileId }: HandOut): void {
  const receiver = check.receiver.trim()
  requireFields({
    paper: check.paper ? undefined : 'CHOICE_REQUIRED',
    last4: /^\d{4}$/.test(check.last4) ? undefined : 'LAST_DIGITS_INVALID',
    receiver: receiver ? undefined : 'NAME_REQUIRED',
    proxy: receiver && isProxy(dossier, receiver) && !proxyFileId ? 'AUTHORISATION_REQUIRED' : undefined,
    signature: signature ? undefined : 'SIGNATURE_REQUIRED'
  })
}

async function takeWhatIsOwed(tx: Tx, context: Context, dossier: Dossier, { by, cashTaken }: HandOut): Promise<void> {
  const owed = totalOf(dossier.fees) - paidOf(await ledgerOf(tx, dossier.id))
  if (owed <= 0 || !isPayable(dossier.state)) return
  if (!cashTaken) throw new Refusal('FEE_STILL_OWED', { amount: formatMoney(owed) })
  await collectInside(tx, context, dossier, { by })
}

/** @throws Refusal MOVE_NOT_ALLOWED when it was handed out before, FORM_INCOMPLETE, FEE_STILL_OWED, whatever `isHere` says */
export function handOut(context: Context, given: HandOut): Promise<Dossier> {
  const { dossierId, by, check, signature, proxyFileId, originalIds, isHere } = given
  return context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by)
    const move = step(dossier.state, 'hand_over', by.role)
    await isHere(tx, dossier)
    checkForm(dossier, given)
    await takeWhatIsOwed(tx, context, dossier, given)
    const at = context.now()
    const receiver = check.receiver.trim()
    const isForOther = isProxy(dossier, receiver)
    if (isForOther && proxyFileId)
      await insertPapers(
        tx,
        dossierId,
        [{ number: 0, name: 'Giấy ủy quyền nhận kết quả', form: 'copy', given: 'file', fileId: proxyFileId }],
        at
      )
    const signatureFileId = signature && 'fileId' in signature ? signature.fileId : undefined
    const back = await giveBackOriginals(tx, context, {
      dossierId,
      ids: originalIds,
      by,
      receiver: { name: receiver, relation: check.relation, idLast4: check.last4, ...(signatureFileId && { signatureFileId }) }
    })
    await takeFromShelf(tx, { dossierId, at })
    const facts = {
      ...check,
      receiver,
      ...(signatureFileId ? { signatureFileId } : { signedOnPaper: true }),
      ...(isForOther && proxyFileId && { proxyFileId }),
      ...(back.length > 0 && { originals: back.map(({ name, code }) => `${name} (${code})`) })
    }
    return saveMove(tx, dossier, { move, by, at, facts, changes: { returnedAt: at } })
  })
}
