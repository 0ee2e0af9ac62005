// What pages and actions need of a sign-in elsewhere; made by wiring, absent where the city has none.
import type { VouchedIdentity } from '../../services/identity/identity.ts'

export type { Begun, IdentityProvider, VouchedIdentity } from '../../services/identity/identity.ts'

/** Whom a provider vouches for, and the provider's name as people know it. */
export type Vouched = { identity: VouchedIdentity; provider: string }
