// Who calls the API and what their key opens. Reading the catalogue needs no key.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../accounts/roles.ts'
import { type Locale, locales } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import { hashOfKey, keyIn, type Scope } from './keys.ts'
import { type ApiClient, findClientByKey } from './queries.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose key came with the request; a wrong key is the same as none. */
    client?: ApiClient | undefined
  }
  interface FastifyContextConfig {
    /** What a key must open for this address; also written into openapi.yaml. */
    scope?: Scope
  }
}

/** Looks the key up for every request of this scope, before anything else. */
export function recogniseClients(app: FastifyInstance): void {
  app.decorateRequest('client', undefined)
  app.addHook('onRequest', async (request) => {
    const key = keyIn(request.headers.authorization)
    if (key) request.client = await findClientByKey(app.context.db, hashOfKey(key))
  })
}

/** @throws Refusal API_KEY_NEEDED */
export function clientOf({ client }: FastifyRequest): ApiClient {
  if (!client) throw new Refusal('API_KEY_NEEDED')
  return client
}

/** The integrator as the lifecycle and the audit know it. */
export function partner(request: FastifyRequest): Actor {
  const { id, name } = clientOf(request)
  return { id, name, role: 'partner' }
}

/** Route options: after the rate limit and before the body is read, so that strangers cost nothing. @throws Refusal API_KEY_NEEDED, SCOPE_MISSING */
export const needs = (scope: Scope) => ({
  config: { scope },
  preParsing: async (request: FastifyRequest): Promise<void> => {
    if (!clientOf(request).scopes.includes(scope)) throw new Refusal('SCOPE_MISSING', { scope })
  }
})

/** `?locale=` before `Accept-Language` before Vietnamese. */
export function localeFor(request: FastifyRequest): Locale {
  const asked = (request.query as { locale?: string }).locale ?? request.headers['accept-language']?.slice(0, 2).toLowerCase()
  return locales.find((locale) => locale === asked) ?? 'vi'
}
