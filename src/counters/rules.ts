// What a turn is without a computer: its number, who goes first and by which rule, how long is too long; and how a drawer of cash adds up.

export const ticketStates = ['waiting', 'called', 'done', 'no_show'] as const

type Certainty = 'sourced' | 'known' | 'unsure'

/**
 * Who goes before others. The laws name these people for other queues (health, transport, citizen reception); for the one-stop desk
 * it is the desk's own rules that put them first, which is why none of the lines is more than unsure.
 */
export const priorityClasses = [
  {
    id: 'elderly',
    vi: 'Người từ 70 tuổi',
    en: 'Aged 70 or older',
    basis: 'Luật Người cao tuổi 2009; nội quy của quầy',
    certainty: 'unsure'
  },
  {
    id: 'disabled',
    vi: 'Người khuyết tật',
    en: 'Person with a disability',
    basis: 'Luật Người khuyết tật 2010; nội quy của quầy',
    certainty: 'unsure'
  },
  {
    id: 'pregnant',
    vi: 'Phụ nữ mang thai, nuôi con nhỏ',
    en: 'Pregnant, or with a small child',
    basis: 'Nội quy của quầy',
    certainty: 'unsure'
  },
  {
    id: 'merit',
    vi: 'Người có công, thương binh',
    en: 'Person of merit, war invalid',
    basis: 'Pháp lệnh Ưu đãi người có công 2020; nội quy của quầy',
    certainty: 'unsure'
  }
] as const satisfies readonly { id: string; vi: string; en: string; basis: string; certainty: Certainty }[]
export type PriorityClass = (typeof priorityClasses)[number]['id']
export const priorityIds = priorityClasses.map(({ id }) => id) as [PriorityClass, ...PriorityClass[]]

/** `A012`, `U013` for those who go first: one running number for an agency and day, so the figure alone is enough too. */
export const ticketCode = (number: number, isFirst: boolean): string => `${isFirst ? 'U' : 'A'}${String(number).padStart(3, '0')}`

/** How long somebody may wait for a turn: NĐ 107/2021 as it is known (30 minutes, then 15 from 2025). The text itself was not found. */
export const waitingLimits: readonly { from: string; minutes: number; basis: string; certainty: Certainty }[] = [
  { from: '2021-12-06', minutes: 30, basis: 'NĐ 107/2021/NĐ-CP', certainty: 'unsure' },
  { from: '2025-01-01', minutes: 15, basis: 'NĐ 107/2021/NĐ-CP', certainty: 'unsure' }
]

/** The limit in force on a day; `undefined` before there was one. */
export const waitingLimitOn = (day: Temporal.PlainDate) => waitingLimits.findLast(({ from }) => Temporal.PlainDate.compare(from, day) <= 0)

export const minutesBetween = (from: Temporal.Instant, to: Temporal.Instant): number => Math.floor(from.until(to).total('minutes'))

export const waitedTooLong = (takenAt: Temporal.Instant, now: Temporal.Instant, limitMinutes: number | undefined): boolean =>
  limitMinutes !== undefined && minutesBetween(takenAt, now) > limitMinutes

/** Nobody's pace is known before the first turns of the day are over. */
const usualMinutes = 6

/** Minutes until a turn, from the pace of the turns finished today; several counters share the queue. Rounded up to five. */
export function estimatedWait({
  ahead,
  minutesOfTurns,
  counters
}: {
  ahead: number
  minutesOfTurns: readonly number[]
  counters: number
}): number {
  const sum = minutesOfTurns.reduce((total, one) => total + one, 0)
  const pace = minutesOfTurns.length >= 3 ? Math.max(1, sum / minutesOfTurns.length) : usualMinutes
  return Math.ceil((ahead * pace) / Math.max(1, counters) / 5) * 5
}

/** Notes and coins in use, largest first (đồng). */
export const denominations = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500] as const
/** How many of each were counted, by denomination. */
export type CashCount = Partial<Record<`${(typeof denominations)[number]}`, number>>

export const countedTotal = (count: CashCount): number => denominations.reduce((sum, value) => sum + value * (count[`${value}`] ?? 0), 0)

type CashEntry = { kind: 'paid' | 'refunded' | 'mismatch' | 'settled'; amount: number }

/** Cash that came in less cash that was given back; lines that move no money count nothing. */
export function cashTaken(entries: readonly CashEntry[]): { paid: number; refunded: number; net: number } {
  const sumOf = (kind: CashEntry['kind']) => entries.filter((entry) => entry.kind === kind).reduce((sum, { amount }) => sum + amount, 0)
  const [paid, refunded] = [sumOf('paid'), sumOf('refunded')]
  return { paid, refunded, net: paid - refunded }
}

/** Too much is positive, too little negative; 0 needs no word, anything else a reason. */
export const differenceOf = ({ float, net, counted }: { float: number; net: number; counted: number }): number => counted - (float + net)

/** A place for a result on the shelf: `A3`, `B-12`. */
export const isShelf = (text: string): boolean => /^[\p{L}\d][\p{L}\d .\-/]{0,19}$/u.test(text)

/** What a scanner of the desk must read without a fault: every sort of letter that typing tools like to change. */
export const testText = 'MOT CUA|Đặng Thị Ướt|Lê Văn Hoà|awdeasdoo DDAAWW 0123456789'

export type ScanVerdict = 'right' | 'digits_only' | 'unaccented' | 'telex' | 'other'

/** What became of the known text on its way through scanner, keyboard layout and typing tool. */
export function judgeScan(scanned: string, expected: string = testText): ScanVerdict {
  const got = scanned.normalize('NFC').trim()
  if (got === expected) return 'right'
  const bare = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[đ]/g, 'd')
      .replace(/[Đ]/g, 'D')
  if (got === bare(expected) || got.replace(/[?�]/g, '') === [...expected].filter((sign) => sign.charCodeAt(0) < 128).join(''))
    return 'unaccented'
  // The plain part has no accents: if it has some now, a typing tool (Unikey, Telex) was on.
  const plain = expected.split('|').at(-1)!
  const last = got.split('|').at(-1)!
  if (last !== plain && /[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]/.test(last)) return 'telex'
  return /0123456789/.test(got) ? 'digits_only' : 'other'
}

/** What is announced when a turn of an agency changes (database/live.ts). */
export const ticketsTopic = (agencyId: string): string => `tickets:${agencyId}`
