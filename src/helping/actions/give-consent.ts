// What both ways of asking for help share: the procedure that may be asked for, and the consent as it is written down and told.
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { findProcedure } from '../../procedures/queries.ts'
import { consentDays, isFiledFromHome } from '../rules.ts'
import { type Consent, insertConsent } from '../store.ts'

/** @throws Refusal PROCEDURE_NOT_FOUND when it is unknown or not in force today, PROCEDURE_NOT_OFFERED when only the desk takes it */
export async function procedureToHelpWith({ db, now }: Context, code: string): Promise<{ procedureCode: string; procedureName: string }> {
  const found = await findProcedure(db, code, { on: dayOf(now()) })
  if (!found) throw new Refusal('PROCEDURE_NOT_FOUND', { code })
  if (!isFiledFromHome(found.offering)) throw new Refusal('PROCEDURE_NOT_OFFERED', { code })
  return { procedureCode: found.procedure.code, procedureName: found.version.name }
}

/** Written down, told to both, and ended by itself after seven days: one commit. */
export async function giveConsent(
  tx: Tx,
  context: Context,
  values: Omit<Parameters<typeof insertConsent>[1], 'id' | 'givenAt' | 'expiresAt'>
): Promise<Consent> {
  const givenAt = context.now()
  const expiresAt = givenAt.add({ hours: 24 * consentDays })
  const consent = await insertConsent(tx, { ...values, givenAt, expiresAt })
  const consentId = consent.id
  await enqueue(
    tx,
    [
      { name: 'notice.help', payload: { consentId, occasion: 'given' } },
      { name: 'help.expire', payload: { consentId }, key: `help.expire:${consentId}`, runAt: expiresAt }
    ],
    givenAt
  )
  return consent
}
