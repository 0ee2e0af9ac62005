// The round that lets nothing be late without a word: drafts apologies, tells whoever has to know, settles what is over. Each item by itself:
// one that fails is named and passed over. Any number of processes may make it at once, any number of times; a second round changes nothing.
import type { Context } from '../../context.ts'
import { workingCalendar, workingDaysBetween } from '../../deadlines/calendar.ts'
import { calendarRows, timeRulesOf } from '../../deadlines/queries.ts'
import { amountOf, type TimeRuleKind } from '../../deadlines/rules.ts'
import { draftApologyOf } from '../../dossiers/actions/apologise.ts'
import { dossiersWantingApology } from '../../dossiers/apology-queries.ts'
import type { Page } from '../../dossiers/time-queries.ts'
import { dayOf, instantAt } from '../../kernel/time.ts'
import { openEscalations } from '../queries.ts'
import { noticesToTell, tellMatter } from './raise.ts'
import { settleIfOver } from './settle.ts'
import { matterRounds, type Rules } from './watch.ts'

export type Failed = { round: string; id: string; error: unknown }
/** How many items each round had something to do with. */
export type Swept = { done: Record<string, number>; failed: Failed[] }

type Item = { id: string; work: () => Promise<boolean> }
type Round = { name: string; find: (page: Page) => Promise<readonly Item[]> }

const pageSize = 200
const first = '00000000-0000-0000-0000-000000000000'

/** @returns what was done and what failed; `stopped` is asked between items, so that a process can end */
export async function sweep(context: Context, { stopped = () => false }: { stopped?: () => boolean } = {}): Promise<Swept> {
  const swept: Swept = { done: {}, failed: [] }
  for (const round of await roundsOf(context)) await walk(round, swept, stopped)
  return swept
}

async function walk({ name, find }: Round, { done, failed }: Swept, stopped: () => boolean): Promise<void> {
  for (let after = first; !stopped(); ) {
    // A list that cannot be read fails its own round, and the next one is made all the same.
    const items = await find({ after, limit: pageSize }).catch((error: unknown) => {
      failed.push({ round: name, id: after, error })
      return []
    })
    for (const item of items) {
      if (stopped()) return
      try {
        if (await item.work()) done[name] = (done[name] ?? 0) + 1
      } catch (error) {
        failed.push({ round: name, id: item.id, error })
      }
    }
    if (items.length < pageSize) return
    after = items.at(-1)!.id
  }
}

async function rulesOf(context: Context): Promise<Rules> {
  const now = context.now()
  const rows = await timeRulesOf(context.db)
  const calendar = workingCalendar({ days: await calendarRows(context.db) })
  const days = (kind: TimeRuleKind) => amountOf(rows, kind, dayOf(now))
  /** The end of the day so many working days from today. */
  const ahead = (count: number) => {
    let day = dayOf(now).add({ days: 1 })
    while (workingDaysBetween(calendar, dayOf(now), day) <= count) day = day.add({ days: 1 })
    return instantAt(day, '00:00')
  }
  return { now, days, ahead }
}

async function roundsOf(context: Context): Promise<Round[]> {
  const { db } = context
  const rules = await rulesOf(context)
  const wanting = rules.ahead(rules.days('apology_lead'))
  const today = instantAt(dayOf(rules.now), '00:00')
  return [
    {
      name: 'apologies',
      find: async (page) =>
        (await dossiersWantingApology(db, { until: wanting, today, ...page })).map((id) => ({
          id,
          work: () => draftApologyOf(context, id)
        }))
    },
    ...matterRounds(rules).map(({ name, find }) => ({
      name,
      find: async (page: Page) =>
        (await noticesToTell(db, await find(context, page))).map((matter) => ({ id: matter.id, work: () => tellMatter(context, matter) }))
    })),
    {
      name: 'settled',
      find: async (page) => (await openEscalations(db, page)).map(({ id }) => ({ id, work: () => settleIfOver(context, id) }))
    }
  ]
}
