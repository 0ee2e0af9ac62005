// One city with an object behind every address: what belongs to the department of the test, and people of every role there, elsewhere and nowhere.
import type { FastifyInstance } from 'fastify'
import { demoPassword, openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { ensurePerson } from '../../src/accounts/store.ts'
import type { TestShop } from './context.ts'
import { hidden } from './staff-browser.ts'

/** Where somebody stands to the objects of the city: their agency's or their own, somebody else's. */
export type Standing = 'own' | 'foreign'
export type Somebody = { role: string; standing: Standing; name: string }

/** Everything in the city belongs to the Department of Information and Communications, and to the citizen `owner`. */
const accounts: readonly (Somebody & { username: string })[] = [
  { role: 'clerk', standing: 'own', username: 'quay.stttt', name: 'a clerk of the agency' },
  { role: 'clerk', standing: 'foreign', username: 'quay.hongbang', name: 'a clerk of another agency' },
  { role: 'officer', standing: 'own', username: 'xuly.stttt', name: 'an officer of the agency' },
  { role: 'officer', standing: 'foreign', username: 'xuly.hongbang', name: 'an officer of another agency' },
  { role: 'signer', standing: 'own', username: 'ky.stttt', name: 'the signer of the agency' },
  { role: 'signer', standing: 'foreign', username: 'ky.hongbang', name: 'the signer of another agency' },
  { role: 'supervisor', standing: 'own', username: 'truongquay.stttt', name: 'the head of the desk' },
  { role: 'supervisor', standing: 'foreign', username: 'truongquay.hongbang', name: 'the head of another desk' },
  { role: 'postman', standing: 'own', username: 'buuta', name: 'a postman' }
]

export const ownerPhone = '0912480123'

type Doorway = { app: FastifyInstance; address: string }

const cookieOf = (cookies: { name: string; value: string }[]) => cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
const form = 'application/x-www-form-urlencoded'

/** Somebody before the app: a request with their cookie and token, never following a redirect. */
export type Caller = Somebody & { ask(method: string, url: string): Promise<{ status: number; body: string; location: string }> }

function caller(address: string, who: Somebody, cookie: string, token: string): Caller {
  return {
    ...who,
    async ask(method, url) {
      const isPost = method === 'POST'
      const leave = new AbortController()
      const answer = await fetch(address + url, {
        method,
        redirect: 'manual',
        signal: leave.signal,
        headers: { cookie, accept: 'text/html', ...(isPost && { 'content-type': form }) },
        body: isPost ? new URLSearchParams({ _csrf: token }).toString() : null
      })
      const said = { status: answer.status, location: answer.headers.get('location') ?? '' }
      // Live news never end by themselves.
      if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) return { ...said, body: await answer.text() }
      leave.abort()
      return { ...said, body: '' }
    }
  }
}

async function staffCaller({ app, address }: Doorway, { username, ...who }: (typeof accounts)[number]): Promise<Caller> {
  const door = await app.inject({ url: '/can-bo/dang-nhap', headers: { accept: 'text/html' } })
  const sent = new URLSearchParams({ _csrf: hidden(door.body, '_csrf'), username, password: demoPassword }).toString()
  const headers = { cookie: cookieOf(door.cookies), accept: 'text/html', 'content-type': form }
  const entered = await app.inject({ method: 'POST', url: '/can-bo/dang-nhap', headers, payload: sent })
  const cookie = cookieOf(entered.cookies)
  const page = await app.inject({
    url: who.role === 'postman' ? '/buu-dien' : '/can-bo/tai-khoan',
    headers: { cookie, accept: 'text/html' }
  })
  return caller(address, who, cookie, hidden(page.body, '_csrf'))
}

async function citizenCaller(shop: TestShop, { app, address }: Doorway, phone: string, who: Somebody): Promise<Caller> {
  const post = (url: string, cookie: string, fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url,
      headers: { cookie, accept: 'text/html', 'content-type': form },
      payload: new URLSearchParams(fields).toString()
    })
  const door = await app.inject({ url: '/dang-nhap', headers: { accept: 'text/html' } })
  const before = cookieOf(door.cookies)
  await post('/dang-nhap', before, { _csrf: hidden(door.body, '_csrf'), phone })
  const [job] = await shop.sql<{ code: string }[]>`
    select payload ->> 'code' as code from graphile_worker._private_jobs where payload ->> 'phone' = ${phone} order by id desc limit 1`
  const asking = await app.inject({ url: '/dang-nhap/ma', headers: { cookie: before, accept: 'text/html' } })
  const entered = await post('/dang-nhap/ma', before, { _csrf: hidden(asking.body, '_csrf'), code: job!.code })
  const cookie = cookieOf(entered.cookies)
  const page = await app.inject({ url: '/ho-so', headers: { cookie, accept: 'text/html' } })
  return caller(address, who, cookie, hidden(page.body, '_csrf'))
}

/** People of every role, here and elsewhere; a citizen with things, one without; and nobody. */
export async function everybody(shop: TestShop): Promise<{ callers: Caller[]; ownerId: string }> {
  const { context } = shop
  await openDemoAccounts(context)
  const app = await shop.app()
  const doorway = { app, address: await app.listen({ host: '127.0.0.1', port: 0 }) }
  const { id: ownerId } = await context.db.transaction((tx) => ensurePerson(tx, { phone: ownerPhone, locale: 'vi', at: context.now() }))
  const staff = []
  for (const account of accounts) staff.push(await staffCaller(doorway, account))
  const owner = await citizenCaller(shop, doorway, ownerPhone, {
    role: 'applicant',
    standing: 'own',
    name: 'the citizen whose things these are'
  })
  const other = await citizenCaller(shop, doorway, '0912000777', { role: 'applicant', standing: 'foreign', name: 'another citizen' })
  const nobody = caller(doorway.address, { role: 'nobody', standing: 'foreign', name: 'nobody' }, '', '')
  return { callers: [...staff, owner, other, nobody], ownerId }
}
