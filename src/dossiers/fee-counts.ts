// Fees the desk itself counts: so many pages, so many copies, or a line whose condition the clerk has seen to be met. Pure; browsers may use it.
import { type Body, textOf } from '../forms/typed.ts'
import type { ProcedureView } from '../procedures/queries.ts'
import { feeFor } from '../procedures/rules.ts'
import type { FeeLine } from './types.ts'

/** How often a fee is charged, by its name; a fee that is not named here is charged as the tariff says. */
export type FeeCounts = Readonly<Record<string, number>>

type Line = FeeLine & { condition?: string | null }

/** One amount for the dossier, whatever it holds. */
const isByDossier = ({ unit }: Pick<FeeLine, 'unit'>) => !unit || /^(hồ sơ|việc|lần)$/.test(unit)

/** Lines that are charged only as often as somebody at the desk says: by page or copy, or where a condition is met. */
export const isCountedAtDesk = (line: Line): boolean => line.amount > 0 && (!isByDossier(line) || Boolean(line.condition))

/** As many times as there are pages or copies, whatever is brought. */
export const isByPage = (line: Line): boolean => line.amount > 0 && !isByDossier(line)

/** Nobody brings more pages; a scanner's burst in the wrong box does. */
const most = 9999

/** `2` → 2; nothing, a word or a huge number is not counted. */
function readCount(typed: string): number | undefined {
  const n = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0
  return n > 0 && n <= most ? n : undefined
}

/** The fees of a walk-in: lines that were counted carry how many and what that makes; conditional lines join once they are counted. */
export function countedFees(due: readonly FeeLine[], perhaps: readonly Line[], counts: FeeCounts): FeeLine[] {
  const times = (line: FeeLine): FeeLine => {
    const n = counts[line.name]
    return n && isCountedAtDesk(line) ? { ...line, amount: (line.amount / (line.quantity || 1)) * n, quantity: n } : line
  }
  const met = perhaps.filter(({ name }) => (counts[name] ?? 0) > 0)
  return [
    ...due.map(times),
    ...met.map(({ condition: _, ...line }) => ({ ...line, amount: line.amount * counts[line.name]!, quantity: counts[line.name]! }))
  ]
}

/** The tariff of the day for a walk-in, in the order of the screen: `fee.0` counts the first line. */
export const deskTariff = (view: ProcedureView, today: Temporal.PlainDate) =>
  feeFor(view.fees, { channel: 'desk', payerGroup: 'everyone', filedOn: today }).filter(({ amount }) => amount > 0)
export type TariffLine = ReturnType<typeof deskTariff>[number]

export function countsIn(body: Body, lines: readonly TariffLine[]): FeeCounts {
  const counts = lines.flatMap((line, i) => {
    const n = isCountedAtDesk(line) ? readCount(textOf(body, `fee.${i}`)) : undefined
    return n ? [[line.name, n] as const] : []
  })
  return Object.fromEntries(counts)
}

/** What the lines come to as counted now; what is not counted yet is not in it. */
export function sumOf(lines: readonly TariffLine[], counts: FeeCounts): number {
  const certain = lines.filter((line) => !isCountedAtDesk(line) || counts[line.name])
  return countedFees(certain, [], counts).reduce((sum, { amount }) => sum + amount, 0)
}

export const payWays = ['later', 'cash', 'transfer'] as const
export type PayWay = (typeof payWays)[number]

export const payWayOf = (body: Body): PayWay => payWays.find((way) => way === textOf(body, 'pay')) ?? 'later'
