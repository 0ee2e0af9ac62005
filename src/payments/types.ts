// What the pages need to offer ways of paying; made by wiring, empty where the city has none.
import type { PaymentGate } from '../../services/payment/payment.ts'

/** The account a QR code sends money to. */
export type BankAccount = { bin: string; account: string }

export type PayDesk = {
  gate?: PaymentGate | undefined
  account?: BankAccount | undefined
  /** The embedded mode: where play money is transferred. */
  tryUrl?: string | undefined
}
