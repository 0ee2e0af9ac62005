// What a signature on a result needs: whose certificate it is, and the signed bytes. The key never leaves the adapter.
import { ServiceError } from '../service-error.ts'

/** Who signs by law, as the signature says it: shown by every reader of PDF. */
export type SigningOrder = {
  /** The agency's code: an adapter that holds a key for each takes that agency's. */
  agencyCode: string
  agencyName: string
  /** The natural person who gave the order. */
  signerName: string
  /** One sentence, e.g. `Ký kết quả số 15/GP-STTTT`. */
  reason: string
  place: string
  at: Date
}

/** What stands in the certificate: kept with the register, so that a later reader knows with what a paper was signed. */
export type SignedWith = { subject: string; issuer: string; serial: string; validUntil: Date; isTest: boolean }

export type Signing = {
  /** @returns the PDF with one signature more. @throws ServiceError: `retry` when the key cannot be reached now */
  sign(pdf: Uint8Array, order: SigningOrder): Promise<{ pdf: Uint8Array; with: SignedWith }>
}

/** Where no certificate is set up: drafts wait, and the signer reads why. */
export const noSigning: Signing = {
  async sign() {
    throw new ServiceError('signing', 'chưa cài chứng thư số (SIGNING_P12)', { retry: false })
  }
}
