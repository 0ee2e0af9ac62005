// A citizen, signed in, names who may help: by phone, for one procedure or one dossier of theirs.
import { findPerson } from '../../accounts/queries.ts'
import type { Actor } from '../../accounts/roles.ts'
import { parsePhone } from '../../accounts/rules.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import type { FieldErrorCode } from '../../kernel/field-errors.ts'
import type { Locale } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { consentsOfDossier, consentsOfPerson, namedSince } from '../queries.ts'
import { holds, isPlainName, namedByPersonADay, namedToPhoneADay, relations, standingOf } from '../rules.ts'
import { type Consent, endConsent, lockAsking } from '../store.ts'
import { giveConsent, procedureToHelpWith } from './give-consent.ts'

/** A dossier of the citizen's own, which the caller has opened for them. */
type OwnDossier = { id: string; procedureCode: string; procedureName: string }

type Naming = {
  by: Actor
  typed: { helperPhone: string; helperName: string; personName: string; relation: string; shares: boolean }
  procedureCode?: string | undefined
  dossier?: OwnDossier | undefined
  locale: Locale
}

/** @throws Refusal FORM_INCOMPLETE with every field that is wrong */
function checked({ helperPhone, helperName, personName, relation }: Naming['typed'], ownPhone: string) {
  const fields: Record<string, FieldErrorCode> = {}
  const phone = parsePhone(helperPhone)
  const known = relations.find((one) => one === relation)
  if (!isPlainName(helperName)) fields['helperName'] = 'PLAIN_NAME_REQUIRED'
  if (!phone) fields['helperPhone'] = 'PHONE_INVALID'
  else if (phone === ownPhone) fields['helperPhone'] = 'HELPER_IS_YOURSELF'
  if (!known) fields['relation'] = 'ANSWER_REQUIRED'
  if (!isPlainName(personName)) fields['personName'] = 'PLAIN_NAME_REQUIRED'
  if (!phone || !known || Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
  return { helperPhone: phone, helperName, personName, relation: known }
}

/** The form sent twice is one consent. @throws Refusal HELPER_ALREADY when somebody else helps with this dossier */
async function sameAsBefore(
  tx: Tx,
  context: Context,
  asked: { personId: string; helperPhone: string; procedureCode: string; dossierId?: string }
) {
  const now = context.now()
  if (asked.dossierId) {
    for (const consent of await consentsOfDossier(tx, asked.dossierId)) {
      const standing = standingOf(consent, now)
      if (holds(standing) && consent.helperPhone === asked.helperPhone) return consent
      if (holds(standing)) throw new Refusal('HELPER_ALREADY', { name: consent.helperName })
      // Its time was over before the job that says so came by.
      if (!consent.endedAt) await endConsent(tx, consent.id, { why: 'expired', at: now })
    }
    return undefined
  }
  const waiting = (await consentsOfPerson(tx, asked.personId)).filter((consent) => standingOf(consent, now) === 'asked')
  return waiting.find(({ helperPhone, procedureCode }) => helperPhone === asked.helperPhone && procedureCode === asked.procedureCode)
}

/** @throws Refusal FORM_INCOMPLETE, PROCEDURE_NOT_FOUND, PROCEDURE_NOT_OFFERED, HELPER_ALREADY, HELP_LIMIT */
export async function nameHelper(context: Context, { by, typed, procedureCode = '', dossier, locale }: Naming): Promise<Consent> {
  const person = await findPerson(context.db, by.id)
  if (!person) throw new Refusal('SIGN_IN_NEEDED')
  const named = checked(typed, person.phone)
  const procedure = dossier
    ? { procedureCode: dossier.procedureCode, procedureName: dossier.procedureName }
    : await procedureToHelpWith(context, procedureCode)
  const at = context.now()
  return context.db.transaction(async (tx) => {
    await lockAsking(tx, named.helperPhone)
    const before = await sameAsBefore(tx, context, {
      personId: by.id,
      helperPhone: named.helperPhone,
      procedureCode: procedure.procedureCode,
      ...(dossier ? { dossierId: dossier.id } : {})
    })
    if (before) return before
    const sent = await namedSince(tx, { personId: by.id, phone: named.helperPhone, since: at.subtract({ hours: 24 }) })
    if (sent.byPerson >= namedByPersonADay || sent.toPhone >= namedToPhoneADay) throw new Refusal('HELP_LIMIT')
    return giveConsent(tx, context, {
      ...named,
      ...procedure,
      personId: by.id,
      personPhone: person.phone,
      way: 'named',
      locale,
      sharesParticulars: typed.shares,
      ...(dossier ? { dossierId: dossier.id, usedAt: at } : {})
    })
  })
}
