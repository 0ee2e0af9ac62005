// What we ask of any payment gateway, and what it may answer. The web process uses the pure half, jobs the one that telephones.

export type PayRequest = {
  /** Ours, never used twice. */
  txnRef: string
  /** Whole đồng. */
  amount: number
  info: string
  returnUrl: string
  ip: string
  locale: 'vi' | 'en'
  createdAt: Temporal.Instant
  expiresAt: Temporal.Instant
}

/** What the gateway says of one payment. Nothing in it may be believed unless `genuine`. */
export type PaymentNotice = {
  genuine: boolean
  txnRef: string
  /** Whole đồng; undefined when it cannot be read. */
  amount: number | undefined
  /** The gateway's own number of this payment. */
  gatewayRef: string
  paid: boolean
  /** The bank took the money and keeps it while it looks into it. */
  held?: boolean
  /** What it was for, as the order said and the gateway repeats. */
  info?: string
  /** The gateway's code: `00` paid, `24` cancelled … */
  code: string
  bank: string
  /** As the gateway wrote it: yyyyMMddHHmmss in GMT+7. */
  payDate: string
}

/** Pure: builds the address a person is sent to, and reads what the gateway says. */
export type PaymentGate = {
  readonly code: string
  payUrl(request: PayRequest): string
  read(query: Record<string, string>): PaymentNotice
  /** The gateway's own words in one order, whatever else came with them: what is kept, and known again. */
  kept(query: Record<string, string>): string
}

export type RefundRequest = {
  /** Ours, one for each refund for ever. */
  requestId: string
  txnRef: string
  amount: number
  gatewayRef: string
  /** The day and time of the payment as the gateway wrote it. */
  payDate: string
  info: string
  by: string
  at: Temporal.Instant
}

export type RefundOutcome =
  | { ok: true; gatewayRef: string }
  /** A person must look: refused, or we cannot tell whether it was carried out. */
  | { ok: false; kind: 'rejected' | 'unknown'; code: string; message: string }
  /** Surely not carried out. */
  | { ok: false; kind: 'retryable'; message: string }

export type PaymentQuery = {
  /** Ours, one for each question. */
  requestId: string
  txnRef: string
  /** When the order was made. */
  createdAt: Temporal.Instant
  at: Temporal.Instant
}

export type QueryOutcome =
  /** Decided: to be booked as if it had been told. `raw` is the answer as it came. */
  | { ok: true; notice: PaymentNotice; raw: string }
  /** Nobody has paid: not known, or still under way. */
  | { ok: false; kind: 'none'; code: string }
  /** Not heard, or nothing that may be believed: ask again later. */
  | { ok: false; kind: 'retryable'; message: string }

export type PaymentAdapter = PaymentGate & {
  refund(request: RefundRequest): Promise<RefundOutcome>
  query(request: PaymentQuery): Promise<QueryOutcome>
}
