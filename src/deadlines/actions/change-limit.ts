// An administrator sets the number of days of a limit that is not the law's own, such as how early an apology is drafted.
import type { Context } from '../../context.ts'
import { StartError } from '../../kernel/start-error.ts'
import { timeRuleKinds } from '../rules.ts'
import { setTimeRule } from '../store.ts'

type Limit = { kind: string; scope: string; validFrom: string; days: string }

/** @returns what holds now. @throws StartError when there is no such limit */
export async function changeLimit(context: Pick<Context, 'db' | 'now'>, { kind: asked, scope, validFrom, days }: Limit): Promise<string> {
  const kind = timeRuleKinds.find((one) => one === asked)
  const none = new StartError({
    vi: `Không có thời hạn nào như vậy: ${asked} ${scope} ${validFrom} (xem src/deadlines/catalogue/time-rules.tsv)`,
    en: `There is no limit ${asked} ${scope} ${validFrom}`
  })
  if (!kind || !/^\d{1,3}$/.test(days) || !/^\d{4}-\d\d-\d\d$/.test(validFrom)) throw none
  const rule = { kind, scope, validFrom: Temporal.PlainDate.from(validFrom), amount: Number(days), at: context.now() }
  if (!(await context.db.transaction((tx) => setTimeRule(tx, rule)))) throw none
  return `${kind} ${scope} ${validFrom}: ${days}`
}
