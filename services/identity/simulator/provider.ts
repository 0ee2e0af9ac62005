// The stand-in for VNeID: a real OpenID Connect provider whose only question is which made-up citizen you are.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import Provider, { type Adapter, type AdapterPayload, type JWK } from 'oidc-provider'
import { demoCitizens } from './citizens.ts'
import { errorPage, signInPage } from './pages.ts'

export type ProviderOptions = {
  issuer: string
  clientId: string
  clientSecret: string
  /** Addresses people may be sent back to. */
  returnUrls: readonly string[]
  /** Private RSA key; a new one when none is given. */
  key?: JWK
}

/** Everything in memory: after a restart the stand-in knows nobody, and whoever was at its page starts again. */
function memory() {
  const kept = new Map<string, { payload: AdapterPayload; until: number }>()
  return class implements Adapter {
    private readonly model: string
    constructor(model: string) {
      this.model = model
    }
    async upsert(id: string, payload: AdapterPayload, expiresIn: number) {
      const now = Date.now()
      for (const [key, { until }] of kept) if (until < now) kept.delete(key)
      kept.set(`${this.model}:${id}`, { payload, until: now + (expiresIn || 3600) * 1000 })
    }
    async find(id: string) {
      const found = kept.get(`${this.model}:${id}`)
      return found && found.until > Date.now() ? found.payload : undefined
    }
    async findByUid(uid: string) {
      return [...kept.values()].find(({ payload }) => payload.uid === uid)?.payload
    }
    async findByUserCode() {
      return undefined
    }
    async consume(id: string) {
      const found = kept.get(`${this.model}:${id}`)
      if (found) found.payload.consumed = Math.floor(Date.now() / 1000)
    }
    async destroy(id: string) {
      kept.delete(`${this.model}:${id}`)
    }
    async revokeByGrantId(grantId: string) {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key)
    }
  }
}

const newKey = (): JWK => ({
  ...(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) as JWK),
  kid: 'thu',
  alg: 'RS256',
  use: 'sig'
})

/** Everybody who has an account here has agreed to what is asked: the stand-in shows no second page. */
async function grantAll(provider: Provider, { clientId, accountId }: { clientId: string; accountId: string | undefined }) {
  const grant = new provider.Grant({ clientId, ...(accountId && { accountId }) })
  grant.addOIDCScope('openid profile phone')
  await grant.save()
  return grant
}

function configured({ issuer, clientId, clientSecret, returnUrls, key = newKey() }: ProviderOptions): Provider {
  const provider: Provider = new Provider(issuer, {
    adapter: memory(),
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [...returnUrls], grant_types: ['authorization_code'] }],
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(24).toString('hex')] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    claims: { openid: ['sub', 'acr'], profile: ['name', 'birthdate', 'identity_number'], phone: ['phone_number', 'phone_number_verified'] },
    conformIdTokenClaims: false,
    acrValues: ['muc-2'],
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 1800, Session: 600, Grant: 600 },
    interactions: { url: (_ctx, { uid }) => `/dang-nhap/${uid}` },
    renderError: (ctx, { error, error_description: description }) => {
      ctx.type = 'html'
      ctx.body = errorPage(`${error}: ${description ?? ''}`)
    },
    loadExistingGrant: (ctx) =>
      grantAll(provider, { clientId: ctx.oidc.client!.clientId, accountId: ctx.oidc.session?.accountId ?? undefined }),
    findAccount: async (_ctx, subject) => {
      const citizen = demoCitizens.find((one) => one.subject === subject)
      if (!citizen) return undefined
      const { name, identityNumber, birthdate, phone } = citizen
      const claims = { sub: subject, name, identity_number: identityNumber, birthdate, acr: 'muc-2' }
      return { accountId: subject, claims: async () => (phone ? { ...claims, phone_number: phone, phone_number_verified: true } : claims) }
    }
  })
  return provider
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) {
    text += chunk
    if (text.length > 10_000) break
  }
  return new URLSearchParams(text)
}

function page(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(text)
}

/** Answers like any provider; `/dang-nhap/<uid>` is the page where one says who one is. */
export function openProvider(options: ProviderOptions): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const provider = configured(options)
  const rest = provider.callback()
  return async (request, response) => {
    if (!request.url?.startsWith('/dang-nhap/')) return rest(request, response)
    try {
      await provider.interactionDetails(request, response)
      if (request.method !== 'POST') return page(response, 200, signInPage(request.url))
      const who = (await formOf(request)).get('cong-dan')
      const citizen = demoCitizens.find(({ subject }) => subject === who)
      const result = citizen
        ? { login: { accountId: citizen.subject, acr: 'muc-2' } }
        : { error: 'access_denied', error_description: 'The person said no' }
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
    } catch (error) {
      page(response, 400, errorPage((error as Error).message))
    }
  }
}
