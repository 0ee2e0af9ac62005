// What we ask of whoever carries our short messages, and the two who need no machine: the outbox, and nobody.
import { ServiceError } from '../service-error.ts'

export type Sms = {
  /** Carries no accents, or makes three messages of one that has them: text is handed over without. */
  unaccented?: boolean
  /** Resolves when taken over by the other side; otherwise a ServiceError that says whether to try again. */
  send(message: { to: string; text: string }): Promise<void>
}

/** The embedded mode: nothing leaves the machine, the outbox page shows what was written. */
export const smsOutbox: Sms = { send: async () => {} }

/** No gateway is connected: each message is parked where the operator sees it, instead of being lost quietly. */
export const noSms: Sms = {
  send: async () => {
    throw new ServiceError('sms', 'no gateway is connected', { retry: false })
  }
}
