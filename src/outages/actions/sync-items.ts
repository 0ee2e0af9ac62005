// The network is back: what a machine accepted alone becomes dossiers, each in a commit of its own, with the number and the instant on its receipt.
import { type Actor, actsAs } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { findDossier } from '../../dossiers/queries.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { findItem } from '../queries.ts'
import { tolerance } from '../rules.ts'
import type { OfflineContent, Outcome, SentItem } from '../types.ts'
import { takeIn } from './take-in-item.ts'

type Fault = { fault?: unknown }
type Bundle = { by: Actor; items: readonly SentItem[]; clock: Temporal.Instant }

/** One bad item harms no other; a resent one gets the answer it had. @returns an outcome for each, in their order; a `fault` is ours */
export async function syncItems(context: Context, { by, items, clock }: Bundle): Promise<(Outcome & Fault)[]> {
  if (!actsAs(by.role, 'clerk') || !by.agencyId) throw new Refusal('NOT_YOURS_TO_DO', { role: by.role })
  const ahead = context.now().until(clock)
  // The time on a receipt stands (the citizen holds it); that the clock was wrong is for the supervisor to know.
  const skew = Math.abs(ahead.total('seconds')) > tolerance.minutes * 60 ? { skewSeconds: Math.round(ahead.total('seconds')) } : {}
  const outcomes: (Outcome & Fault)[] = []
  for (const sent of items) outcomes.push(await syncOne(context, { by, sent, facts: skew }))
  return outcomes
}

async function syncOne(
  context: Context,
  { by, sent, facts }: { by: Actor; sent: SentItem; facts: Record<string, unknown> }
): Promise<Outcome & Fault> {
  const content = readContent(sent.content)
  if (!content) return refused('', new Refusal('OUTAGE_UNREADABLE'))
  const before = await findItem(context.db, content.id)
  if (before && before.state !== 'refused') return answerAgain(context, before, sent)
  try {
    return await takeIn(context, { by, content, sent, facts })
  } catch (error) {
    if (error instanceof Refusal) return refused(content.id, error)
    // Our bug, and no reason to keep the others waiting: whoever asked writes it down.
    return { ...refused(content.id, new Refusal('OUTAGE_FAILED')), fault: error }
  }
}

const refused = (id: string, refusal: Refusal): Outcome => ({
  id,
  state: 'refused',
  reason: refusal.code,
  sentence: refusal.sentence('vi')
})

/** The same words once more are harmless; other words under a settled id are not taken, and change nothing. */
async function answerAgain(
  context: Context,
  before: { id: string; state: 'accepted' | 'refused' | 'voided'; content: string; agencyId: string },
  { content }: SentItem
): Promise<Outcome> {
  if (before.content !== content) return refused(before.id, new Refusal('OUTAGE_ALREADY_SETTLED'))
  const dossier = before.state === 'accepted' ? await findDossier(context.db, before.id) : undefined
  return { id: before.id, state: before.state, code: dossier?.code ?? undefined }
}

const isText = (value: unknown, most = 3000): value is string => typeof value === 'string' && value.length <= most && !value.includes('\0')
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0
/** What two kinds of clock agree on: `Date` rolls the 31st of February on, and such a day is none. */
const isInstant = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && text.replace('Z', '.000Z') === dateText(Date.parse(text))
const dateText = (at: number) => (Number.isNaN(at) ? '' : new Date(at).toISOString())
/** Codes have four digits, and five on a day nobody has seen yet. */
const mostNumber = 1_000_000

/** A program could send anything: only what has the shape goes on. */
export function readContent(text: string): OfflineContent | undefined {
  let read: Partial<OfflineContent> | null
  try {
    read = JSON.parse(text)
  } catch {
    return undefined
  }
  const { v, id, lease, number, at, versionId, body, dueAt, fee, cash, receipt, voided } = read ?? {}
  if (v !== 1 || !isText(id) || !isUuid(id) || !isText(lease) || !isUuid(lease) || !isText(versionId) || !isUuid(versionId))
    return undefined
  if (!isCount(number) || number > mostNumber || !isCount(fee) || !isCount(cash) || !isText(at) || !isText(dueAt) || !isText(receipt))
    return undefined
  if (!isInstant(at) || !isInstant(dueAt) || (voided !== undefined && !isText(voided, 500))) return undefined
  if (typeof body !== 'object' || body === null || Array.isArray(body) || Object.keys(body).length > 200) return undefined
  return read as OfflineContent
}
