// What a desk's machine needs to know to accept without a network, and what it brings back. The same in the browser and on the server.
import type { CalendarDay, OpeningHours } from '../deadlines/calendar.ts'
import type { FeeLine } from '../dossiers/types.ts'
import type { ProcessingTime } from '../procedures/rules.ts'

type Paper = { number: number; name: string; form: string; copies: number; required: boolean; condition: string | null }
export type Tariff = FeeLine & { condition?: string | null | undefined }

export type OfflineProcedure = {
  code: string
  name: string
  versionId: string
  processingTime: ProcessingTime
  onlineLevel: number
  postOut: boolean
  documents: Paper[]
  /** Charged for certain, and charged once the desk has counted or seen the condition. */
  due: Tariff[]
  perhaps: Tariff[]
}

type Dated<Row> = {
  [Key in keyof Row]: Row[Key] extends Temporal.PlainDate ? string : Row[Key] extends Temporal.PlainDate | null ? string | null : Row[Key]
}

/** All of one day at one desk; days as ISO text, because it travels and is kept. */
export type Knowledge = {
  day: string
  agency: { id: string; code: string; identifier: string; name: string; heading: string }
  staff: { id: string; name: string }
  procedures: OfflineProcedure[]
  wards: { name: string; places: { code: string; name: string }[] }[]
  calendar: { days: Dated<CalendarDay>[]; hours: Dated<OpeningHours>[] }
}

/** A block of numbers as the machine has it. */
export type HeldLease = {
  id: string
  day: string
  first: number
  last: number
  certificate: string
  validFrom: string
  validTo: string
}

/** What the machine signs: one acceptance, or a number given up. `body` is the form as it was typed, under the walk-in's own names. */
export type OfflineContent = {
  v: 1
  id: string
  lease: string
  number: number
  /** The instant printed on the receipt; seconds. */
  at: string
  versionId: string
  body: Record<string, string | string[]>
  dueAt: string
  /** What the fees came to, and what of it was taken in cash. */
  fee: number
  cash: number
  receipt: string
  voided?: string | undefined
}

/** `content` is the text that was signed, letter by letter. */
export type SentItem = { content: string; signature: string }

export type Outcome = {
  id: string
  state: 'accepted' | 'refused' | 'voided'
  code?: string | undefined
  reason?: string | undefined
  sentence?: string | undefined
}
