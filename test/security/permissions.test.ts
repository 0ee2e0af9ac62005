// Every address × every role × own and foreign: the list is the router's own, so an address nobody thought about fails here.
import t from 'tap'
import { actsAs, type Role } from '../../src/accounts/roles.ts'
import { openTestContext } from '../helpers/context.ts'
import { type Caller, everybody } from '../helpers/permission-city.ts'
import { objectsOf, pathOf } from '../helpers/permission-objects.ts'
import { watchRoutes } from '../helpers/routes.ts'

const isPage = ({ method, url }: { method: string; url: string }) =>
  (method === 'GET' || method === 'POST') && !url.startsWith('/api/') && !url.startsWith('/docs') && !url.includes('*')

/** Everything a request could change; sessions, tries and reads come and go. */
const restless = ['sessions', 'sign_in_codes', 'search_misses', 'idempotency_keys', 'payment_inbound']

t.test('every role at every address: let in, sent away, or told that there is no such thing', async (t) => {
  const watched = watchRoutes()
  const shop = await openTestContext(t, { pay: { account: { bin: '970436', account: '0123456789' } } })
  const { sql } = shop
  const { callers, ownerId } = await everybody(shop)
  const city = await objectsOf(shop, ownerId)
  const doors = watched.doors().filter(isPage)
  const guarded = doors.filter(({ admits }) => Array.isArray(admits))

  async function digest(): Promise<Record<string, string>> {
    const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public' order by 1`
    const sums: Record<string, string> = {}
    for (const { name } of tables.filter((table) => !restless.includes(table.name))) {
      const [row] = await sql.unsafe(`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from "${name}" t`)
      sums[name] = row!['sum']
    }
    return sums
  }

  await t.test('no address is without a word on who is let in', async (t) => {
    t.strictSame(
      watched
        .doors()
        .filter(({ admits, scope }) => !admits && !scope)
        .map(({ method, url }) => `${method} ${url}`),
      []
    )
    t.ok(guarded.length > 80, `${guarded.length} guarded addresses`)
  })

  const before = await digest()

  await t.test('whoever has another role, or none, is sent away', async (t) => {
    const wrong: string[] = []
    for (const { method, url, admits } of guarded) {
      const path = pathOf(url, city)
      if (!path) {
        wrong.push(`${method} ${url}: say in test/helpers/permission-objects.ts what stands behind it`)
        continue
      }
      for (const one of callers.filter(({ role }) => !actsAs(role as Role, ...(admits as Role[])))) {
        const { status, location } = await one.ask(method, path.path)
        const isSentAway =
          one.role === 'nobody' ? [303, 401, 403].includes(status) && !(status === 303 && !/dang-nhap/.test(location)) : status === 403
        if (!isSentAway) wrong.push(`${method} ${url}: ${one.name} got ${status} ${location}`)
      }
    }
    t.strictSame(wrong, [])
  })

  await t.test('whoever has the role, but not these things, is told that there are none', async (t) => {
    const wrong: string[] = []
    for (const { method, url, admits } of guarded) {
      const path = pathOf(url, city)
      if (!path?.owned) continue
      for (const one of callers.filter(({ role, standing }) => standing === 'foreign' && actsAs(role as Role, ...(admits as Role[])))) {
        const { status } = await one.ask(method, path.path)
        if (status !== 404 && status !== 403 && !(status === 422 && path.asksFirst))
          wrong.push(`${method} ${url}: ${one.name} got ${status}`)
      }
    }
    t.strictSame(wrong, [])
  })

  await t.test('lists of one agency say nothing of another’s', async (t) => {
    const wrong: string[] = []
    for (const { method, url, admits } of guarded.filter((door) => door.method === 'GET' && !door.url.includes(':'))) {
      for (const one of callers.filter(({ role, standing }) => standing === 'foreign' && actsAs(role as Role, ...(admits as Role[])))) {
        const { body } = await one.ask(method, url)
        const seen = city.telling.filter((text) => body.includes(text))
        if (seen.length > 0) wrong.push(`${method} ${url}: ${one.name} reads ${seen.join(', ')}`)
      }
    }
    t.strictSame(wrong, [])
  })

  await t.test('and of all that nothing was changed', async (t) => t.strictSame(await digest(), before))

  await t.test('whoever has the role and the thing is let in', async (t) => {
    const wrong: string[] = []
    const own = (one: Caller, admits: Role[]) => one.standing === 'own' && actsAs(one.role as Role, ...admits)
    for (const { method, url, admits } of guarded.filter((door) => door.method === 'GET')) {
      const path = pathOf(url, city)
      if (!path) continue
      for (const one of callers.filter((who) => own(who, admits as Role[]))) {
        const { status } = await one.ask(method, path.path)
        if (status >= 400 && !path.mayRefuse) wrong.push(`${method} ${url}: ${one.name} got ${status}`)
      }
    }
    t.strictSame(wrong, [])
  })
})
