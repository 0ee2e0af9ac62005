// An administrator says which limit holds from a day on, for whom, and by which article. The act stands in a chain of its own.
import type { Actor } from '../../accounts/roles.ts'
import type { Certainty } from '../../agencies/rules.ts'
import { headOf } from '../../audit/queries.ts'
import { appendAudit } from '../../audit/store.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { type FieldErrors, Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { findProcedure, sectorsList } from '../../procedures/queries.ts'
import type { TimeRuleKind } from '../rules.ts'
import { lockTimeRules, setTimeRule } from '../store.ts'

/** The audit chain of all limits. */
export const limitsChain = '00000000-0000-7000-8000-00000000001f'

type Limit = {
  by: Actor
  kind: TimeRuleKind
  scope: string
  amount: number | null
  validFrom: Temporal.PlainDate | undefined
  article: string
  certainty: Certainty
}

async function isKnown(tx: Tx, scope: string, on: Temporal.PlainDate): Promise<boolean> {
  const { items } = await sectorsList(tx)
  return items.some(({ code }) => code === scope) || (await findProcedure(tx, scope, { on })) !== undefined
}

/** @throws Refusal NOT_YOURS_TO_DO, FORM_INCOMPLETE */
export function setLimit(context: Context, { by, kind, scope, amount, validFrom, article, certainty }: Limit): Promise<void> {
  return context.db.transaction(async (tx) => {
    if (by.role !== 'administrator') throw new Refusal('NOT_YOURS_TO_DO', { role: by.role })
    const [at, today] = [context.now(), dayOf(context.now())]
    await lockTimeRules(tx)
    const fields: FieldErrors = {}
    if (kind === 'suspension' && !scope) fields['scope'] = 'SCOPE_REQUIRED'
    else if (scope && !(await isKnown(tx, scope, today))) fields['scope'] = 'SCOPE_UNKNOWN'
    // A law may let the clock stand still without an end; every other limit is a number.
    if (amount === null && kind !== 'suspension') fields['amount'] = 'NUMBER_INVALID'
    else if (amount !== null && !(Number.isInteger(amount) && amount >= 0 && amount <= 999)) fields['amount'] = 'NUMBER_INVALID'
    // What people were told under the old limit is not changed behind them.
    if (!validFrom) fields['validFrom'] = 'DATE_INVALID'
    else if (Temporal.PlainDate.compare(validFrom, today) < 0) fields['validFrom'] = 'DATE_IN_PAST'
    if (!article.trim()) fields['article'] = 'LEGAL_BASIS_REQUIRED'
    if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
    const rule = { kind, scope, amount, validFrom: validFrom!, validTo: null, article: article.trim(), certainty }
    await setTimeRule(tx, rule, at)
    const entry = { by, at, action: 'set_limit', facts: { ...rule, validFrom: rule.validFrom.toString() } }
    await appendAudit(tx, { chain: limitsChain, head: await headOf(tx, limitsChain), entries: [entry] })
  })
}
