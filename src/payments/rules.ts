// What money means here, without a computer: which fees are due, what a notice of the gateway changes, how the ledger adds up.
import { isOpen, type State } from '../dossiers/lifecycle.ts'
import type { FeeLine } from '../dossiers/types.ts'

export const orderStates = ['open', 'paid', 'failed', 'expired', 'mismatch'] as const
export type OrderState = (typeof orderStates)[number]
export const entryKinds = ['paid', 'refunded', 'mismatch', 'settled'] as const
export type EntryKind = (typeof entryKinds)[number]
export const ways = ['vnpay', 'transfer', 'cash'] as const
export type Way = (typeof ways)[number]
/**
 * Why an entry is on the list of the clerks. The first four are about money the gateway says it took; the others are refunds
 * that a person must finish.
 */
export const mismatchReasons = ['wrong_amount', 'already_paid', 'closed', 'unknown_order', 'refund_failed', 'refund_at_desk'] as const
export type MismatchReason = (typeof mismatchReasons)[number]

/** How long an order may be paid; the gateway is told the same. */
export const orderMinutes = 15

/** A fee counted by the dossier has one amount; one by page or by copy is counted at the desk. */
const countedByDossier = (unit: string | undefined) => !unit || /^(hồ sơ|việc|lần)$/.test(unit)
/** The amounts fixed when the dossier was filed (NĐ 61/2018 Đ22). */
export const payableLines = (fees: readonly FeeLine[]): FeeLine[] => fees.filter(({ amount, unit }) => amount > 0 && countedByDossier(unit))
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

type Notice = { genuine: boolean; amount: number | undefined; paid: boolean }
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
  if (!order) return { reply: '01', ...(notice.paid && { entry: { kind: 'mismatch', reason: 'unknown_order' } }) }
  if (notice.amount !== order.amount) return { reply: '04', ...(notice.paid && { entry: { kind: 'mismatch', reason: 'wrong_amount' } }) }
  if (!notice.paid) return order.state === 'open' || order.state === 'expired' ? { reply: '00', order: 'failed' } : { reply: '02' }
  // Told twice, or paid twice: the ledger knows which.
  if (order.state === 'paid' || order.state === 'mismatch') return { reply: '02', entry: { kind: 'mismatch', reason: 'already_paid' } }
  if (isClosed) return { reply: '00', order: 'mismatch', entry: { kind: 'mismatch', reason: 'closed' } }
  if (outstanding < order.amount) return { reply: '00', order: 'mismatch', entry: { kind: 'mismatch', reason: 'already_paid' } }
  return { reply: '00', order: 'paid', entry: { kind: 'paid' } }
}

/** More than one row of the ledger holds; no fee comes near it, so such a sum is a claim as well. */
const mostBooked = 2_147_483_647

/** Money that counts carries its amount; a claim whose amount is in dispute moves nothing until a person has looked. */
export const movedBy = (entry: NonNullable<Verdict['entry']>, claimed: number): number =>
  (entry.kind === 'mismatch' && entry.reason === 'wrong_amount') || claimed > mostBooked ? 0 : claimed

/** One key for one payment at the gateway, whatever it was booked as; a disputed claim has a key of its own. */
export const entryKey = (way: string, txnRef: string, gatewayRef: string, entry: NonNullable<Verdict['entry']>): string =>
  entry.kind === 'mismatch' && entry.reason === 'wrong_amount'
    ? `${way}:disputed:${txnRef}:${gatewayRef}`
    : `${way}:${txnRef}:${gatewayRef}`

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

/** What is still on the list of the clerks. */
export function unanswered<Entry extends { id: string; kind: EntryKind; refersTo: string | null }>(entries: readonly Entry[]): Entry[] {
  const answered = new Set(entries.filter(({ kind }) => kind === 'refunded' || kind === 'settled').map(({ refersTo }) => refersTo))
  return entries.filter(({ id, kind }) => kind === 'mismatch' && !answered.has(id))
}
