// Whoever asked for help and whoever gives it are both told when it is allowed and when it is over; and the code that allows it.
import { findPerson } from '../../accounts/queries.ts'
import type { Context } from '../../context.ts'
import { findAsk, findConsent } from '../../helping/queries.ts'
import type { JobPayloads } from '../../jobs/names.ts'
import { formatInstant } from '../../kernel/time.ts'
import { tellPerson } from '../notify.ts'

/** A short message names the procedure by its first words; the page behind it says the rest. */
const short = (text: string): string => (text.length <= 40 ? text : `${text.slice(0, 39).trimEnd()}…`)

export async function tellOfHelp(context: Context, { consentId, occasion }: JobPayloads['notice.help']): Promise<void> {
  const consent = await findConsent(context.db, consentId)
  if (!consent) return
  const { personName: person, helperName: helper, locale } = consent
  const citizen = await findPerson(context.db, consent.personId)
  const values = { person, helper, procedure: short(consent.procedureName), until: formatInstant(consent.expiresAt, locale) }
  const isGiven = occasion === 'given'
  const toCitizen = {
    name: isGiven ? 'help_allowed' : 'help_over',
    to: { phone: citizen?.phone ?? consent.personPhone, email: citizen?.email },
    values: { ...values, name: person, url: `${context.baseUrl}/nho-giup/${consentId}` }
  }
  const toHelper = {
    name: isGiven ? 'help_asked' : 'help_over',
    to: { phone: consent.helperPhone },
    values: { ...values, name: helper, url: `${context.baseUrl}/giup-nguoi-khac` }
  }
  const told = { locale, occasion: `help:${consentId}:${occasion}` }
  await tellPerson(context, { ...told, ...toCitizen })
  await tellPerson(context, { ...told, ...toHelper, occasion: `${told.occasion}:helper` })
}

export async function tellHelperCode(context: Context, { askId, phone, code, helperId }: JobPayloads['notice.helper_code']): Promise<void> {
  const ask = await findAsk(context.db, { id: askId, helperId })
  if (!ask) return
  // In Vietnamese: the language of a phone that may never have been here is not known.
  const values = { secret: code, helper: ask.helperName, phone: ask.helperPhone, procedure: short(ask.procedureName) }
  await tellPerson(context, { name: 'helper_code', to: { phone }, locale: 'vi', values, occasion: `helper_code:${askId}` })
}
