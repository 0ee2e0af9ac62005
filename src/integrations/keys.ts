// API keys: 256 random bits with a prefix that says where they count. We keep only their hash, which is enough to know them again.
import { createHash, randomBytes } from 'node:crypto'

/** What a key may open. Whoever may write shipments is a postal operator and sees every parcel. */
export const scopes = ['dossiers:read', 'dossiers:write', 'files:write', 'shipments:read', 'shipments:write'] as const
export type Scope = (typeof scopes)[number]

/** `mc_live_…`, or `mc_demo_…` in the embedded mode. */
export const newKey = (demo = false): string => `mc_${demo ? 'demo' : 'live'}_${randomBytes(32).toString('base64url')}`

// A long random key needs no slow hash: nobody can guess it.
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex')

/** The key of `Authorization: Bearer mc_live_…`. */
export const keyIn = (authorization: string | undefined): string | undefined =>
  /^Bearer\s+(mc_(?:live|demo)_[\w-]{43})$/i.exec(authorization ?? '')?.[1]
