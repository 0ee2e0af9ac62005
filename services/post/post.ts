// What we ask of any post, and what it may answer. A carrier is added by writing one adapter that passes the contract test.

type PostAddress = { name: string; phone: string; address: string; wardCode?: string; wardName?: string }

export type PostOrder = {
  /** Ours, one per parcel for ever: the cure for "sent, no answer". */
  ourRef: string
  kind: 'pickup' | 'delivery'
  sender: PostAddress
  recipient: PostAddress
  /** The published list of papers, counted together by postman and sender (QĐ 45/2016 Đ6, Đ9). */
  contents: readonly string[]
  proofProfile: 'plain' | 'registered' | 'in_person'
}

export type OrderRef = { ourRef: string; carrierRef: string; trackingNumber: string; fee: number; orderedAt: Temporal.Instant }

/** What the recipient wants after a visit that failed. */
export type PostInstruction = {
  /** Ours, one per wish: told twice is told once. A later one takes the place of an earlier one. */
  id: string
  way: 'redeliver' | 'collect' | 'return'
  /** `2026-11-25`; for `redeliver`. */
  day?: string | undefined
  phone?: string | undefined
  receiver?: { name: string; relation: string } | undefined
  /** House number and street, within the same ward. */
  address?: string | undefined
}

/** Every answer of a carrier is one of these; an adapter throws only for bugs. */
export type Outcome<T> =
  | { ok: true; value: T }
  /** Do not repeat; a person must fix it. */
  | { ok: false; kind: 'rejected'; code: string; message: string; field?: string | undefined }
  /** Surely not carried out: 429, 503, no connection. `after` in seconds. */
  | { ok: false; kind: 'retryable'; message: string; after?: number | undefined }
  /** Sent, no clear answer: it may exist. Look it up by our own reference before sending again. */
  | { ok: false; kind: 'unknown'; message: string }
  /** Our key is not accepted. */
  | { ok: false; kind: 'auth'; message: string }

type PostReceiver = {
  name: string
  relation?: string
  idType?: string
  idLast4?: string
  method?: 'seen' | 'qr' | 'nfc'
  code?: boolean
  signature?: boolean
}

/** One scan in the carrier's own words. */
export type RawStatus = {
  ourRef?: string | undefined
  carrierRef?: string | undefined
  trackingNumber?: string | undefined
  /** The carrier's own number of this scan, when it has one. */
  eventId?: string | undefined
  code: string
  reasonCode?: string | undefined
  text?: string | undefined
  /** Exactly as the carrier wrote it. */
  occurredLocal: string
  attempt?: number | undefined
  office?: { code?: string; name?: string } | undefined
  receiver?: PostReceiver | undefined
  slipNumber?: string | undefined
  sealNumber?: string | undefined
  count?: number | undefined
}

/** The states of custody a carrier can report. `delivered` is never a carrier's to say: only proof or our desk makes it so. */
export type PostStatus =
  | 'ordered'
  | 'assigned'
  | 'pickup_failed'
  | 'in_custody'
  | 'in_transit'
  | 'at_office'
  | 'out_for_delivery'
  | 'attempt_failed'
  | 'held_for_collection'
  | 'action_needed'
  | 'delivered_reported'
  | 'return_reported'
  | 'damaged'
  | 'lost'
  | 'cancelled'

/** A code we do not know keeps the state: `status` is absent and the raw words are kept for the operator. */
export type MappedStatus = {
  status: PostStatus | undefined
  leg: 'forward' | 'return'
  reason: string | undefined
  occurredAt: Temporal.Instant
  /** The carrier gave no zone; Vietnamese time was taken. */
  zoneAssumed: boolean
}

export type WebhookVerdict = { verdict: 'signed' | 'shared_secret' | 'unsigned' | 'bad'; transportId?: string | undefined }
export type WebhookHeaders = Record<string, string | string[] | undefined>
/** Pure, over the raw bytes; what the web process needs of an adapter. */
export type VerifyWebhook = (headers: WebhookHeaders, raw: Uint8Array, now: Temporal.Instant) => WebhookVerdict

export type PostalAdapter = {
  readonly code: string
  /** The house asks, it never guesses. */
  readonly can: { cancel: boolean; findByOurRef: boolean; poll: boolean; webhook: boolean; instruct: boolean }
  createOrder(order: PostOrder, key: string): Promise<Outcome<OrderRef>>
  findByOurRef(ourRef: string): Promise<Outcome<OrderRef | null>>
  cancel(ourRef: string): Promise<Outcome<'cancelled' | 'already' | 'too_late'>>
  /** `too_late`: the postman is out with it, or it is on its way back. Only where `can.instruct`; elsewhere a person reads the wish. */
  instruct(ourRef: string, instruction: PostInstruction): Promise<Outcome<'taken' | 'too_late'>>
  /** Scans after a cursor, for all our parcels: what lost webhooks are found by. */
  track(since: string | null): Promise<Outcome<{ items: RawStatus[]; next: string | null }>>
  verifyWebhook: VerifyWebhook
  /** Pure; one body may hold many scans. Throws when it is not this carrier's format. */
  parseWebhook(raw: Uint8Array): RawStatus[]
  /** Pure, table-driven. Throws RangeError for a time it cannot read. */
  mapStatus(raw: RawStatus): MappedStatus
}
