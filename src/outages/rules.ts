// What holds for numbers lent out for an outage: how many, how long, what of an acceptance must agree. Pure; the browser uses it as well.

import { utf8 } from '../documents/signed-bytes.ts'
import { countedFees, type FeeCounts, isCountedAtDesk } from '../dossiers/fee-counts.ts'
import type { OfflineProcedure, Tariff } from './types.ts'

export const itemStates = ['accepted', 'refused', 'voided'] as const

/** Two hours of a busy desk, with some to spare; few enough that a lost machine loses little. */
export const blockSize = 50
/** A machine that has this many left asks for more. */
const lowWater = 20
/** A machine that asks for a fifth block in a day is no desk. */
export const mostBlocks = 4
/** From here on the next working day's numbers are lent as well, so that a network gone overnight stops nobody in the morning. */
const eveningFrom = '15:00'
/** Clocks of office machines drift; beyond this somebody should look. */
export const tolerance = { minutes: 5 }

export const isLow = (left: number): boolean => left < lowWater

export const lendsTomorrow = (time: Temporal.PlainTime): boolean => Temporal.PlainTime.compare(time, eveningFrom) >= 0

/** Signed before the text, so that no other use of the machine's key can be passed off as an acceptance. */
export const contentBytes = (content: string): Uint8Array => utf8.encode(`mot-cua/offline-dossier/1\0${content}`)

/** The lines of the screen in their order, `fee.0` counts the first: certain ones, then those somebody must count. */
export const linesOf = ({ due, perhaps }: OfflineProcedure): Tariff[] => [...due, ...perhaps].filter(({ amount }) => amount > 0)

/** How often each counted line is charged, from the boxes of the form. */
export function countsOf(procedure: OfflineProcedure, boxes: Readonly<Record<string, unknown>>): FeeCounts {
  const counted = linesOf(procedure).flatMap((line, i) => {
    const n = Number(boxes[`fee.${i}`])
    return isCountedAtDesk(line) && Number.isInteger(n) && n > 0 && n < 10_000 ? [[line.name, n] as const] : []
  })
  return Object.fromEntries(counted)
}

export const feesOf = ({ due, perhaps }: OfflineProcedure, counts: FeeCounts) => countedFees(due, perhaps, counts)
export const sumOf = (fees: readonly { amount: number }[]): number => fees.reduce((sum, { amount }) => sum + amount, 0)

/** What the receipt's digest covers besides its printed facts; both sides reckon it. */
export const receiptLines = ({
  code,
  name,
  procedure,
  papers
}: {
  code: string
  name: string
  procedure: string
  papers: readonly string[]
}) => ['offline_receipt', code, name, procedure, ...papers]
