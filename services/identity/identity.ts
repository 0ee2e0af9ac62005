// The contract with whoever vouches for people (VNeID, the national portal): where to send a person, and who came back.

/** Kept in the session of the person who left, and compared when somebody comes back. */
export type Begun = { state: string; nonce: string; verifier: string; returnUrl: string }

/** Whom the provider vouches for. What it does not know is absent. */
export type VouchedIdentity = {
  issuer: string
  /** The provider's name for the person; never changes, never given to another. */
  subject: string
  name?: string | undefined
  identityNumber?: string | undefined
  /** `1994-05-12` */
  bornOn?: string | undefined
  /** As the provider writes it, only when it says it checked it. */
  verifiedPhone?: string | undefined
  /** How sure it is (`acr`), in its own words. */
  level?: string | undefined
}

/**
 * down: no answer in time, or none that could be read; declined: the person or the provider said no;
 * untrue: the answer is not one to our question (state, nonce, signature, issuer, expiry, a code used twice).
 */
export type IdentityTrouble = 'down' | 'declined' | 'untrue'

export type IdentityProvider = {
  issuer: string
  /** As people call it: the words of the button. */
  name: string
  /** Where to send the person, and what to keep until they come back. Answers within five seconds. */
  begin(ask: { returnUrl: string; locale: 'vi' | 'en' }): Promise<{ url: string; begun: Begun } | { trouble: IdentityTrouble }>
  /** `query` of the address the person came back to. Answers within five seconds. */
  finish(back: { query: string; begun: Begun }): Promise<VouchedIdentity | { trouble: IdentityTrouble; why: string }>
}
