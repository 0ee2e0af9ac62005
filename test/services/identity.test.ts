// Signing in at a real OpenID Connect provider: whom it vouches for is believed only when every part of the answer is right.
import { createSign, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import type { Begun } from '../../services/identity/identity.ts'
import { oidc } from '../../services/identity/oidc.ts'
import { openProvider } from '../../services/identity/simulator/provider.ts'
import { openVisitor } from '../helpers/visitor.ts'

const credentials = { clientId: 'mot-cua', clientSecret: 'only-for-this-test' }
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const key = { ...privateKey.export({ format: 'jwk' }), kid: 'thu', alg: 'RS256', use: 'sig' } as never

type Claims = Record<string, unknown>
/** Changes what the token endpoint hands out: claims, and the key that signs them. */
type Tamper = { claims?: (claims: Claims) => Claims; by?: typeof privateKey }

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
function signed(claims: Claims, by: typeof privateKey): string {
  const text = `${encode({ alg: 'RS256', kid: 'thu' })}.${encode(claims)}`
  return `${text}.${createSign('sha256').update(text).sign(by).toString('base64url')}`
}

function tampered(body: string, { claims = (one) => one, by = privateKey }: Tamper): string {
  const tokens = JSON.parse(body) as { id_token: string }
  const held = JSON.parse(Buffer.from(tokens.id_token.split('.')[1]!, 'base64url').toString()) as Claims
  return JSON.stringify({ ...tokens, id_token: signed(claims(held), by) })
}

/** Lets the provider answer, and changes the answer on its way. */
function onTheWay(response: ServerResponse, tamper: Tamper): void {
  const end = response.end.bind(response) as (text: string) => ServerResponse
  response.end = ((text: Buffer | string) => {
    const body = response.statusCode === 200 ? tampered(String(text), tamper) : String(text)
    response.removeHeader('content-length')
    return end(body)
  }) as never
}

/** The shop's own address, where people come back to. */
const shop = createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1')
await once(shop, 'listening')
t.teardown(() => shop.close())
const returnUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/dang-nhap/dinh-danh/ve`

async function listening(t: Test, answer: (request: IncomingMessage, response: ServerResponse) => unknown) {
  const server = createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return { server, issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

async function aProvider(t: Test, tamper?: Tamper) {
  const { server, issuer } = await listening(t, (request, response) => {
    if (tamper && request.url === '/token') onTheWay(response, tamper)
    return answer(request, response)
  })
  const answer = openProvider({ issuer, ...credentials, returnUrls: [returnUrl], key })
  return { server, issuer, provider: oidc({ issuer, ...credentials, name: 'VNeID' }) }
}

type Scene = Awaited<ReturnType<typeof aProvider>>

async function begun({ provider }: Scene): Promise<{ url: string; begun: Begun }> {
  const start = await provider.begin({ returnUrl, locale: 'vi' })
  if ('trouble' in start) throw new Error(start.trouble)
  return start
}

/** A person who chooses who they are over there. @returns the query they are sent back with */
async function comeBack(url: string, who: string): Promise<string> {
  const visitor = openVisitor(url)
  await visitor.get(url)
  await visitor.submit(/dang-nhap/, { 'cong-dan': who })
  return visitor.url.search.slice(1)
}

t.test('whom the provider vouches for comes back with name, number, birth date and a phone it checked', async (t) => {
  const scene = await aProvider(t)
  const start = await begun(scene)
  const asked = Object.fromEntries(new URL(start.url).searchParams)
  t.match(asked, {
    response_type: 'code',
    code_challenge_method: 'S256',
    prompt: 'login',
    state: start.begun.state,
    nonce: start.begun.nonce
  })

  const query = await comeBack(start.url, 'cong-dan-01')

  t.same(await scene.provider.finish({ query, begun: start.begun }), {
    issuer: scene.issuer,
    subject: 'cong-dan-01',
    name: 'Nguyễn Thị Lan',
    identityNumber: '031194006217',
    bornOn: '1994-05-12',
    verifiedPhone: '+84912480123',
    level: 'muc-2'
  })
})

t.test('a phone the provider has not checked is not taken', async (t) => {
  const scene = await aProvider(t, { claims: (claims) => ({ ...claims, phone_number_verified: false }) })
  const start = await begun(scene)
  const identity = await scene.provider.finish({ query: await comeBack(start.url, 'cong-dan-01'), begun: start.begun })
  t.match(identity, { subject: 'cong-dan-01' })
  t.equal('verifiedPhone' in identity && identity.verifiedPhone, undefined)
})

t.test('an answer to another question is refused: state, nonce, verifier, and a code that was used', async (t) => {
  const scene = await aProvider(t)
  const start = await begun(scene)
  const untrue = async (query: string, changed: Partial<Begun>, what: string) =>
    t.match(await scene.provider.finish({ query, begun: { ...start.begun, ...changed } }), { trouble: 'untrue' }, what)
  const query = await comeBack(start.url, 'cong-dan-01')

  await untrue(query, { state: 'somebody-else' }, 'state')
  await untrue(query.replace(/code=[^&]+/, 'code=made-up'), {}, 'a code nobody gave out')
  await untrue(query.replace(/iss=[^&]+/, `iss=${encodeURIComponent('https://evil.example')}`), {}, 'the provider that sent them back')
  await untrue(query, { nonce: 'somebody-else' }, 'nonce')
  await untrue(query, {}, 'the same answer once more')
  const other = await begun(scene)
  const stolen = await comeBack(other.url, 'cong-dan-02')
  await untrue(stolen, { state: other.begun.state, nonce: other.begun.nonce }, 'a stolen code without its verifier')
})

t.test('a token is believed only with the right signature, issuer, audience and time', async (t) => {
  const now = Math.floor(Date.now() / 1000)
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const wrong: Record<string, Tamper> = {
    'signed by somebody else': { by: stranger },
    'of another issuer': { claims: (claims) => ({ ...claims, iss: 'https://evil.example' }) },
    'for another shop': { claims: (claims) => ({ ...claims, aud: 'another' }) },
    expired: { claims: (claims) => ({ ...claims, iat: now - 7200, exp: now - 3600 }) },
    'without a nonce': { claims: ({ nonce: _, ...claims }) => claims }
  }
  for (const [what, tamper] of Object.entries(wrong)) {
    const scene = await aProvider(t, tamper)
    const start = await begun(scene)
    const answer = await scene.provider.finish({ query: await comeBack(start.url, 'cong-dan-01'), begun: start.begun })
    t.match(answer, { trouble: 'untrue' }, what)
  }
})

t.test('who says no over there comes back as somebody who said no', async (t) => {
  const scene = await aProvider(t)
  const start = await begun(scene)
  const query = await comeBack(start.url, '')
  t.match(query, /error=access_denied/)
  t.match(await scene.provider.finish({ query, begun: start.begun }), { trouble: 'declined' })
})

t.test('a provider that is down or silent is said to be down, in time; once it is back it is asked anew', async (t) => {
  const slow = await listening(t, () => {})
  const silent = oidc({ issuer: slow.issuer, ...credentials, name: 'VNeID', timeoutMs: 200 })
  const since = performance.now()
  t.same(await silent.begin({ returnUrl, locale: 'vi' }), { trouble: 'down' })
  t.ok(performance.now() - since < 2000, 'nobody waits longer than the limit')

  let isUp = false
  const { issuer } = await listening(t, (request, response) => {
    if (isUp) return answer(request, response)
    response.writeHead(502).end()
  })
  const answer = openProvider({ issuer, ...credentials, returnUrls: [returnUrl], key })
  const provider = oidc({ issuer, ...credentials, name: 'VNeID' })
  t.same(await provider.begin({ returnUrl, locale: 'vi' }), { trouble: 'down' })
  isUp = true
  t.match(await provider.begin({ returnUrl, locale: 'vi' }), { url: String })
})

t.test('a provider that falls silent while somebody is over there is down, not untrue', async (t) => {
  const scene = await aProvider(t)
  const start = await begun(scene)
  const query = await comeBack(start.url, 'cong-dan-01')
  scene.server.closeAllConnections()
  scene.server.close()
  t.match(await scene.provider.finish({ query, begun: start.begun }), { trouble: 'down' })
})
