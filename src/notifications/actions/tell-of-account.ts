// Whoever has the phone of an account learns what was changed about the ways into it.
import { maskPhone } from '../../accounts/rules.ts'
import type { Context } from '../../context.ts'
import type { JobPayloads } from '../../jobs/names.ts'
import { formatInstant } from '../../kernel/time.ts'
import { tellPerson } from '../notify.ts'

export async function tellOfLinkedSignIn(
  context: Context,
  { phone, provider, locale, at }: JobPayloads['notice.identity_linked']
): Promise<void> {
  const values = { provider, at: formatInstant(Temporal.Instant.from(at), locale), url: `${context.baseUrl}/tai-khoan` }
  await tellPerson(context, { name: 'identity_linked', to: { phone }, locale, values, occasion: `identity_linked:${phone}:${at}` })
}

/** To the old phone: the new one was just proved and knows. */
export async function tellOfNewPhone(
  context: Context,
  { phone, newPhone, locale, at }: JobPayloads['notice.phone_changed']
): Promise<void> {
  const values = { newPhone: maskPhone(newPhone), at: formatInstant(Temporal.Instant.from(at), locale) }
  await tellPerson(context, { name: 'phone_changed', to: { phone }, locale, values, occasion: `phone_changed:${phone}:${at}` })
}
