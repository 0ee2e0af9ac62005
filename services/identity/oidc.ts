// An OpenID Connect provider: authorization code with PKCE, state and nonce; the ID token is believed only when its signature,
// issuer, audience, nonce and time are right. Nothing takes longer than five seconds.
import * as client from 'openid-client'
import type { Begun, IdentityProvider, IdentityTrouble, VouchedIdentity } from './identity.ts'

export type OidcOptions = {
  /** Issuer identifier; its discovery document says the rest. Plain HTTP only where the address is this machine's own. */
  issuer: string
  clientId: string
  clientSecret: string
  name: string
  /** The claim that holds the personal identity number. */
  numberClaim?: string
  timeoutMs?: number
}

const scope = 'openid profile phone'

class TooSlow extends Error {}

/** The work, or `TooSlow` when it takes longer; the sockets underneath have the same limit and close by themselves. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`no answer in ${ms} ms`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** Codes of the library for an answer that came and is not one to our question. */
const untrueCodes = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_INVALID_REQUEST',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_MISSING_SERVER_METADATA'
])

function troubleOf(error: unknown): IdentityTrouble {
  if (error instanceof client.AuthorizationResponseError)
    return ['server_error', 'temporarily_unavailable'].includes(error.error) ? 'down' : 'declined'
  // The token endpoint refuses a code that was used, has run out or was given to somebody else.
  if (error instanceof client.ResponseBodyError) return error.status >= 500 ? 'down' : 'untrue'
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && untrueCodes.has(code) ? 'untrue' : 'down'
}

const whyOf = (error: unknown): string => {
  const { code, message } = error as Error & { code?: string }
  return [code, message].filter(Boolean).join(': ')
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim().slice(0, 200) : undefined)

export function oidc({
  issuer,
  clientId,
  clientSecret,
  name,
  numberClaim = 'identity_number',
  timeoutMs = 5_000
}: OidcOptions): IdentityProvider {
  const isPlain = issuer.startsWith('http://')
  let known: Promise<client.Configuration> | undefined

  async function discover(): Promise<client.Configuration> {
    const config = await client.discovery(new URL(issuer), clientId, clientSecret, client.ClientSecretBasic(clientSecret), {
      timeout: timeoutMs / 1000,
      execute: isPlain ? [client.allowInsecureRequests, client.enableNonRepudiationChecks] : [client.enableNonRepudiationChecks]
    })
    return config
  }

  /** Read once; read again after the provider could not be asked, or its answers no longer fit. */
  function configuration(): Promise<client.Configuration> {
    known ??= discover()
    known.catch(forget)
    return known
  }
  function forget() {
    known = undefined
  }

  function identityOf(claims: client.IDToken | (client.IDToken & client.UserInfoResponse)): VouchedIdentity {
    return {
      issuer: claims.iss,
      subject: claims.sub,
      name: textOf(claims['name'])?.normalize('NFC'),
      identityNumber: textOf(claims[numberClaim]),
      bornOn: textOf(claims['birthdate']),
      verifiedPhone: claims['phone_number_verified'] === true ? textOf(claims['phone_number']) : undefined,
      level: textOf(claims['acr'])
    }
  }

  async function exchange(query: string, { state, nonce, verifier, returnUrl }: Begun): Promise<VouchedIdentity> {
    const config = await configuration()
    const tokens = await client.authorizationCodeGrant(config, new URL(`${returnUrl}?${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true
    })
    const claims = tokens.claims()!
    const isWhole = claims['name'] !== undefined && claims[numberClaim] !== undefined
    if (isWhole || !config.serverMetadata().userinfo_endpoint) return identityOf(claims)
    const more = await client.fetchUserInfo(config, tokens.access_token, claims.sub)
    return identityOf({ ...more, ...claims })
  }

  return {
    issuer,
    name,
    async begin({ returnUrl, locale }) {
      const begun = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier(), returnUrl }
      try {
        const config = await within(timeoutMs, configuration())
        const url = client.buildAuthorizationUrl(config, {
          redirect_uri: returnUrl,
          scope,
          state: begun.state,
          nonce: begun.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
          code_challenge_method: 'S256',
          // Asked anew each time: on a shared computer the one before may still be signed in over there.
          prompt: 'login',
          ui_locales: locale
        })
        return { url: url.href, begun }
      } catch {
        forget()
        return { trouble: 'down' }
      }
    },
    async finish({ query, begun }) {
      try {
        return await within(timeoutMs, exchange(query, begun))
      } catch (error) {
        const trouble = troubleOf(error)
        if (trouble !== 'declined') forget()
        return { trouble, why: whyOf(error) }
      }
    }
  }
}
