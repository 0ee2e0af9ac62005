// Limits a test wants that the catalogue does not have.
import type { Context } from '../../src/context.ts'
import type { TimeRule } from '../../src/deadlines/rules.ts'
import { saveTimeRules } from '../../src/deadlines/store.ts'

export const setRules = (context: Context, ...rules: TimeRule[]) => context.db.transaction((tx) => saveTimeRules(tx, rules))

/** As if the law of the procedure let the clock stand still; of the catalogue's laws only that of land does. */
export const allowSuspension = (context: Context, { procedure = '1.003725', days = 30 as number | null } = {}) =>
  setRules(context, {
    kind: 'suspension',
    scope: procedure,
    amount: days,
    validFrom: Temporal.PlainDate.from('2020-01-01'),
    validTo: null,
    article: 'Luật thử nghiệm Điều 1',
    certainty: 'known'
  })
