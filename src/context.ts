// What is within reach (Context) and what is a telephone (Outside). Plain values, made once by main and handed down.
import type { Mail } from '../services/mail/mail.ts'
import type { PaymentAdapter } from '../services/payment/payment.ts'
import type { PostalAdapter } from '../services/post/post.ts'
import type { Scanner } from '../services/scanner/scanner.ts'
import type { Signing } from '../services/signing/signing.ts'
import type { Sms } from '../services/sms/sms.ts'
import type { FileStore } from '../services/storage/storage.ts'
import type { Database } from './database/client.ts'
import type { Live } from './database/live.ts'
import type { Seal } from './documents/verification.ts'

/** Everything an action needs. The web process holds nothing more: no mail password, no carrier's key. */
export type Context = {
  db: Database
  /** What was announced by any process (database/live.ts). */
  live: Live
  files: FileStore
  /** Answers while somebody waits (docs/decisions/0013); absent where none is set up. */
  scanner?: Scanner | undefined
  now: () => Temporal.Instant
  newId: () => string
  /** The address people see, without a slash at the end: `https://motcua.example`. */
  baseUrl: string
}

/** Telephones: only the worker holds them, and only job functions use them. */
export type Outside = {
  post: PostalAdapter
  mail: Mail
  sms: Sms
  /** The city's seal on papers; the web process knows only its public half. */
  seal: Seal
  /** Signs results with a certificate of the agency. */
  signing: Signing
  /** Absent where nobody pays online. */
  payment?: PaymentAdapter | undefined
}
