// What money means here, without a computer: which fees are due, what a notice of the gateway changes, how the ledger adds up.
import { actsAs, type Role } from '../accounts/roles.ts'
import { isOpen, type State } from '../dossiers/lifecycle.ts'
import type { FeeLine } from '../dossiers/types.ts'

/** `held`: the bank has taken the money and looks into it; it is neither ours nor the payer's to use. */
export const orderStates = ['open', 'paid', 'failed', 'expired', 'mismatch', 'held'] as const
export type OrderState = (typeof orderStates)[number]
export const entryKinds = ['paid', 'refunded', 'mismatch', 'settled'] as const
export type EntryKind = (typeof entryKinds)[number]
export const ways = ['vnpay', 'transfer', 'cash'] as const
export type Way = (typeof ways)[number]
/**
 * Why an entry is on the list of the clerks. The first five are about money the gateway says it took; the others are refunds
 * that a person must finish.
 */
export const mismatchReasons = [
  'wrong_amount',
  'already_paid',
  'closed',
  'unknown_order',
  'held',
  'refund_failed',
  'refund_at_desk'
] as const
export type MismatchReason = (typeof mismatchReasons)[number]

/** How long an order may be paid; the gateway is told the same. */
export const orderMinutes = 15

/** A fee counted by the dossier has one amount, one whose copies were asked for is multiplied already; others are counted at the desk. */
const isCounted = ({ unit, quantity }: FeeLine) => quantity !== undefined || !unit || /^(hồ sơ|việc|lần)$/.test(unit)
/** The amounts fixed when the dossier was filed (NĐ 61/2018 Đ22). */
export const payableLines = (fees: readonly FeeLine[]): FeeLine[] => fees.filter((fee) => fee.amount > 0 && isCounted(fee))
export const totalOf = (fees: readonly FeeLine[]): number => payableLines(fees).reduce((sum, { amount }) => sum + amount, 0)

type Money = { kind: EntryKind; amount: number }
const sumOf = (entries: readonly Money[], kind: EntryKind) =>
  entries.filter((entry) => entry.kind === kind).reduce((sum, { amount }) => sum + amount, 0)

/** Paid towards the fees and not given back. A refund of money that never counted (a second payment) changes nothing here. */
export function paidOf(entries: readonly (Money & { id: string; refersTo: string | null })[]): number {
  const counted = new Set(entries.filter(({ kind }) => kind === 'paid').map(({ id }) => id))
  return (
    sumOf(entries, 'paid') -
    sumOf(
      entries.filter(({ refersTo }) => refersTo && counted.has(refersTo)),
      'refunded'
    )
  )
}

/** All the money we hold, applied or not: every đồng taken less every đồng given back. */
export const heldOf = (entries: readonly Money[]): number =>
  sumOf(entries, 'paid') + sumOf(entries, 'mismatch') - sumOf(entries, 'refunded')

export type ReplyCode = '00' | '01' | '02' | '04' | '97' | '99'
export const replies: Record<ReplyCode, string> = {
  '00': 'Confirm Success',
  '01': 'Order not found',
  '02': 'Order already confirmed',
  '04': 'Invalid amount',
  '97': 'Invalid signature',
  '99': 'Unknown error'
}

type Notice = { genuine: boolean; amount: number | undefined; paid: boolean; held?: boolean }
type Standing = {
  notice: Notice
  order: { amount: number; state: OrderState } | undefined
  /** What the dossier still owes. */
  outstanding: number
  /** Withdrawn or refused: nothing is owed any more. */
  isClosed: boolean
}
/** `entry` is money: the ledger's unique key makes it count once, however often it is told. */
export type Verdict = {
  reply: Exclude<ReplyCode, '99'>
  order?: Exclude<OrderState, 'open'>
  entry?: { kind: 'paid' } | { kind: 'mismatch'; reason: MismatchReason }
}

/** What a notice changes. Signature first, then order, amount, state: the order in which the gateway documents its codes. */
export function judge({ notice, order, outstanding, isClosed }: Standing): Verdict {
  if (!notice.genuine) return { reply: '97' }
  if (notice.held) return judgeHeld(notice, order)
  if (!order) return { reply: '01', ...(notice.paid && { entry: { kind: 'mismatch', reason: 'unknown_order' } }) }
  if (notice.amount !== order.amount) return { reply: '04', ...(notice.paid && { entry: { kind: 'mismatch', reason: 'wrong_amount' } }) }
  if (!notice.paid) return mayChange(order.state) ? { reply: '00', order: 'failed' } : { reply: '02' }
  // Told twice, or paid twice: the ledger knows which.
  if (order.state === 'paid' || order.state === 'mismatch') return { reply: '02', entry: { kind: 'mismatch', reason: 'already_paid' } }
  if (isClosed) return { reply: '00', order: 'mismatch', entry: { kind: 'mismatch', reason: 'closed' } }
  if (outstanding < order.amount) return { reply: '00', order: 'mismatch', entry: { kind: 'mismatch', reason: 'already_paid' } }
  return { reply: '00', order: 'paid', entry: { kind: 'paid' } }
}

const mayChange = (state: OrderState) => state === 'open' || state === 'expired' || state === 'held'

/**
 * The bank took the money and suspects fraud (VNPAY code 07). It does not count as paid and must not be paid again: the order waits,
 * a clerk sees it, and the gateway's last word, paid or not, is still heard.
 */
function judgeHeld(notice: Notice, order: Standing['order']): Verdict {
  const entry = { kind: 'mismatch', reason: 'held' } as const
  if (!order) return { reply: '01', entry }
  if (notice.amount !== order.amount) return { reply: '04', entry }
  return mayChange(order.state) ? { reply: '00', order: 'held', entry } : { reply: '02', entry }
}

/** More than one row of the ledger holds; no fee comes near it, so such a sum is a claim as well. */
const mostBooked = 2_147_483_647

/** Money that counts carries its amount; a claim whose amount is in dispute moves nothing until a person has looked. */
export const movedBy = (entry: NonNullable<Verdict['entry']>, claimed: number): number =>
  isClaim(entry) || claimed > mostBooked ? 0 : claimed

const claims = { wrong_amount: 'disputed', held: 'held' } as const
type Claim = { kind: 'mismatch'; reason: keyof typeof claims }
/** Something the gateway says about money that we do not have. */
const isClaim = (entry: NonNullable<Verdict['entry']>): entry is Claim => entry.kind === 'mismatch' && entry.reason in claims

/** One key for one payment at the gateway, whatever it was booked as; a disputed claim has a key of its own. */
export const entryKey = (way: string, txnRef: string, gatewayRef: string, entry: NonNullable<Verdict['entry']>): string =>
  isClaim(entry) ? `${way}:${claims[entry.reason]}:${txnRef}:${gatewayRef}` : `${way}:${txnRef}:${gatewayRef}`

/** Fees may be paid from the filing until the result is handed over. */
export const isPayable = (state: State): boolean => isOpen(state) || state === 'result_ready'
/** Nothing is owed any more: money that comes now goes back. */
export const isClosed = (state: State): boolean => state === 'withdrawn' || state === 'refused'
/** Work had not begun: what was paid is given back. */
export const isBeforeWork = (state: State): boolean => state === 'submitted' || state === 'accepted'

type Listed = { id: string; reason: MismatchReason | null; amount: number; refersTo: string | null; facts: { claimed?: number } }

/**
 * What closes a line of the list: money we hold without a reason goes back; a refund that failed is made by hand, and the line is settled;
 * a disputed amount is only settled, because nothing of it is in the ledger.
 */
export function answersTo(entry: Listed): { kind: 'refunded' | 'settled'; refersTo: string; amount: number }[] {
  if (entry.reason === 'refund_failed' || entry.reason === 'refund_at_desk')
    return [
      { kind: 'refunded', refersTo: entry.refersTo!, amount: entry.facts.claimed! },
      { kind: 'settled', refersTo: entry.id, amount: 0 }
    ]
  if (entry.amount > 0) return [{ kind: 'refunded', refersTo: entry.id, amount: entry.amount }]
  return [{ kind: 'settled', refersTo: entry.id, amount: 0 }]
}

/** An order nobody has closed yet may have run out all the same. */
export const orderStanding = (order: { state: OrderState; expiresAt: Temporal.Instant }, now: Temporal.Instant): OrderState =>
  order.state === 'open' && Temporal.Instant.compare(now, order.expiresAt) >= 0 ? 'expired' : order.state

/** The gateway gives a notice up after minutes; then an order that ran out unheard is asked for, and once more the next day. */
const askAfter = { minutes: 5 }
const askAgainAfter = { hours: 24 }

/** Orders that ran out before the first of these were never asked for and should be; asked before the second, once more. */
export const askTimes = (now: Temporal.Instant) => ({
  ranOutBy: now.subtract(askAfter),
  againIfBy: now.subtract(askAgainAfter),
  since: now.subtract({ hours: 72 })
})

/** The dossier code in what a payment was for: `Nop phi ho so 000.00.18.H24-261123-0001`. */
export const codeIn = (info: string | undefined): string | undefined => /\d{3}\.\d{2}\.\d{2}\.H\d{2}-\d{6}-\d{4,}/.exec(info ?? '')?.[0]

/**
 * Who may close an entry: the clerks of its agency. Where no agency is known an officer does it: closing writes a refund of any
 * amount, and the clerks who handle the cash drawers should not be the ones who decide whose stray money it was.
 */
export const maySettle = (entry: { agencyId: string | null }, by: { role: Role; agencyId?: string | null | undefined }): boolean =>
  entry.agencyId ? actsAs(by.role, 'clerk') && entry.agencyId === by.agencyId : actsAs(by.role, 'officer')

/** What is still on the list of the clerks. */
export function unanswered<Entry extends { id: string; kind: EntryKind; refersTo: string | null }>(entries: readonly Entry[]): Entry[] {
  const answered = new Set(entries.filter(({ kind }) => kind === 'refunded' || kind === 'settled').map(({ refersTo }) => refersTo))
  return entries.filter(({ id, kind }) => kind === 'mismatch' && !answered.has(id))
}
