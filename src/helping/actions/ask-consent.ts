// A helper beside the citizen asks for consent: a code goes to the citizen's phone, and reading it out is the consent.
import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { findPerson } from '../../accounts/queries.ts'
import type { Actor } from '../../accounts/roles.ts'
import { parsePhone } from '../../accounts/rules.ts'
import { ensurePerson } from '../../accounts/store.ts'
import type { Context } from '../../context.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import type { FieldErrorCode } from '../../kernel/field-errors.ts'
import type { Locale } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { asksSince } from '../queries.ts'
import { askedByHelperADay, askedOfPhoneADay, codeMinutes, isPlainName, relations } from '../rules.ts'
import { type Consent, insertAsk, lockAsking, tryAsk, useAsk } from '../store.ts'
import { giveConsent, procedureToHelpWith } from './give-consent.ts'

type Asking = {
  by: Actor
  typed: { personPhone: string; personName: string; helperName: string; relation: string }
  procedureCode: string
}

/** @throws Refusal FORM_INCOMPLETE with every field that is wrong */
function checked({ personPhone, personName, helperName, relation }: Asking['typed'], ownPhone: string) {
  const fields: Record<string, FieldErrorCode> = {}
  const phone = parsePhone(personPhone)
  const known = relations.find((one) => one === relation)
  if (!isPlainName(personName)) fields['personName'] = 'PLAIN_NAME_REQUIRED'
  if (!phone) fields['personPhone'] = 'PHONE_INVALID'
  else if (phone === ownPhone) fields['personPhone'] = 'HELPER_IS_YOURSELF'
  if (!known) fields['relation'] = 'ANSWER_REQUIRED'
  if (!isPlainName(helperName)) fields['helperName'] = 'PLAIN_NAME_REQUIRED'
  if (!phone || !known || Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
  return { personPhone: phone, personName, helperName, relation: known }
}

/**
 * The answer is the same whether or not the phone is known. @returns what the code is asked under
 * @throws Refusal FORM_INCOMPLETE, PROCEDURE_NOT_FOUND, PROCEDURE_NOT_OFFERED, HELP_LIMIT
 */
export async function askForConsent(context: Context, { by, typed, procedureCode }: Asking): Promise<string> {
  const helper = await findPerson(context.db, by.id)
  if (!helper) throw new Refusal('SIGN_IN_NEEDED')
  // Whoever has a name with us goes by it: the message says who asks.
  const asked = checked({ ...typed, helperName: helper.fullName ?? typed.helperName }, helper.phone)
  const procedure = await procedureToHelpWith(context, procedureCode)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const codeHash = await hash(code)
  const at = context.now()
  return context.db.transaction(async (tx) => {
    await lockAsking(tx, by.id)
    await lockAsking(tx, asked.personPhone)
    const sent = await asksSince(tx, { helperId: by.id, phone: asked.personPhone, since: at.subtract({ hours: 24 }) })
    if (sent.byHelper >= askedByHelperADay || sent.toPhone >= askedOfPhoneADay) throw new Refusal('HELP_LIMIT')
    const expiresAt = at.add({ minutes: codeMinutes })
    const row = { ...asked, ...procedure, helperId: by.id, helperPhone: helper.phone, codeHash, createdAt: at, expiresAt }
    const askId = await insertAsk(tx, row)
    await enqueue(tx, [{ name: 'notice.helper_code', payload: { askId, helperId: by.id, phone: asked.personPhone, code } }], at)
    return askId
  })
}

/** @throws Refusal HELP_CODE_WRONG after a wrong, used or expired code, and after five tries whatever was typed */
export async function confirmConsent(
  context: Context,
  { by, askId, code, locale }: { by: Actor; askId: string; code: string; locale: Locale }
): Promise<Consent> {
  const at = context.now()
  // The try is counted even though it fails, so the refusal is thrown after the commit.
  const consent = await context.db.transaction(async (tx) => {
    const ask = await tryAsk(tx, { id: askId, helperId: by.id, at })
    if (!ask || !(await verify(ask.codeHash, code.replace(/\s/g, '')))) return undefined
    await useAsk(tx, ask.id, at)
    const { id: personId } = await ensurePerson(tx, { phone: ask.personPhone, locale, at })
    const { personName, personPhone, helperName, helperPhone, relation, procedureCode, procedureName } = ask
    const named = { personName, personPhone, helperName, helperPhone, relation, procedureCode, procedureName }
    return giveConsent(tx, context, { ...named, personId, helperId: by.id, way: 'code', locale })
  })
  if (!consent) throw new Refusal('HELP_CODE_WRONG')
  return consent
}
