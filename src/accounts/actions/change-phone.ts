// A new phone for an account: the new number is proved, and so is the old one, or the person came in with a linked identity.
import type { Context } from '../../context.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import type { Locale } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findPerson, findPersonByPhone } from '../queries.ts'
import type { Actor } from '../roles.ts'
import { endSessionsOf, lockPerson, setPhone, useCode } from '../store.ts'
import { requestSignInCode, tryCode } from './sign-in.ts'

/**
 * Sends a code to the new number and, unless the person is vouched for, to the old one.
 * @throws Refusal FORM_INCOMPLETE, TOO_MANY_TRIES
 */
export async function askForPhoneChange(
  context: Context,
  { by, typedPhone, isVouched, locale }: { by: Actor; typedPhone: string; isVouched: boolean; locale: Locale }
): Promise<string> {
  const person = await findPerson(context.db, by.id)
  const phone = await requestSignInCode(context, { typedPhone, locale })
  if (!isVouched) await requestSignInCode(context, { typedPhone: person!.phone, locale })
  return phone
}

type Change = { by: Actor; phone: string; code: string; oldCode?: string | undefined; isVouched: boolean; sessionKey: string }

/** Signs out everywhere else, and tells the old phone. @throws Refusal SIGN_IN_CODE_WRONG, PHONE_TAKEN */
export async function changePhone(context: Context, { by, phone, code, oldCode = '', isVouched, sessionKey }: Change): Promise<void> {
  const at = context.now()
  const isRight = await context.db.transaction(async (tx) => {
    const { phone: oldPhone } = (await findPerson(tx, by.id))!
    const fresh = await tryCode(tx, { phone, code, at })
    const old = isVouched ? undefined : await tryCode(tx, { phone: oldPhone, code: oldCode, at })
    // Both or none: a slip in one does not use up the other. The tries are counted, so the refusal waits for the commit.
    if (!fresh || !(isVouched || old)) return false
    // Codes before the person, as at every sign-in.
    const person = await lockPerson(tx, by.id)
    if (person.phone !== oldPhone) return false
    if (await findPersonByPhone(tx, phone)) throw new Refusal('PHONE_TAKEN')
    await useCode(tx, fresh, at)
    if (old) await useCode(tx, old, at)
    await setPhone(tx, person.id, phone)
    await endSessionsOf(tx, { of: by, at, except: sessionKey })
    const told = { phone: person.phone, newPhone: phone, locale: person.locale, at: at.toString() }
    await enqueue(tx, [{ name: 'notice.phone_changed', payload: told }], at)
    return true
  })
  if (!isRight) throw new Refusal('SIGN_IN_CODE_WRONG')
}
