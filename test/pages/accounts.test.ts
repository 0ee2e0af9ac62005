// The ways in and out, as people walk them: a provider and back, two accounts that must not become one, and who is signed in where.
import t, { type Test } from 'tap'
import { demoPassword, openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { findSession } from '../../src/accounts/queries.ts'
import { saveSession } from '../../src/accounts/store.ts'
import { openVisitor, type Visitor } from '../helpers/visitor.ts'
import { codeSentTo, openScene, type Scene, signIn, startBirth } from './citizen-scene.ts'
import { startIdentity } from './identity-scene.ts'

/** The shop and the stand-in for VNeID, which knows three citizens. */
async function openBoth(t: Test): Promise<Scene & { provider: { stop(): Promise<void> } }> {
  const identity = await startIdentity(t)
  const scene = await openScene(t, { identity: identity.provider })
  identity.open(scene.address)
  return { ...scene, provider: identity }
}

/** Presses the button of the provider and says over there who they are. */
async function enterElsewhere(scene: Scene, who: string, visitor = openVisitor(scene.address)): Promise<Visitor> {
  await visitor.get(`${scene.address}/dang-nhap/dinh-danh?tiep=/ho-so?trang=1`)
  await visitor.submit(/dang-nhap/, { 'cong-dan': who })
  return visitor
}

const at = ({ url }: Visitor) => url.pathname + url.search
const flashOf = ({ page }: Visitor) => /role="status" class="flash">([\s\S]*?)<\/div>/.exec(page)?.[1] ?? ''

t.test('a citizen signs in with VNeID, comes back to where they were going, and is known as verified', async (t) => {
  const scene = await openBoth(t)
  const visitor = openVisitor(scene.address)
  await visitor.get('/dang-nhap?tiep=/ho-so?trang=1')
  t.match(visitor.page, 'href="/dang-nhap/dinh-danh?tiep=%2Fho-so%3Ftrang%3D1"', 'a link, so that no policy about forms stands in the way')

  await enterElsewhere(scene, 'cong-dan-01', visitor)
  t.equal(at(visitor), '/ho-so?trang=1')
  await visitor.get('/tai-khoan')

  t.match(visitor.text, 'Nguyễn Thị Lan')
  t.match(visitor.text, 'Đã xác thực qua VNeID')
  t.match(visitor.text, '09x…123')
  t.match(visitor.text, '0311…6217', 'neither phone nor number is printed in full')
  t.notMatch(visitor.page, /0912480123|031194006217/)
})

t.test('an account that is there already asks for a code once; saying no leaves it as it was', async (t) => {
  const scene = await openBoth(t)
  const owner = await signIn(scene)

  const declining = await enterElsewhere(scene, 'cong-dan-01')
  t.equal(at(declining), '/dang-nhap/dinh-danh/ghep')
  t.match(declining.text, 'Đã có tài khoản với số 09x…123')
  await declining.get('/ho-so')
  t.equal(declining.url.pathname, '/dang-nhap', 'nobody is in yet')
  await declining.get('/dang-nhap/dinh-danh/ghep')
  await declining.submit('/dang-nhap/dinh-danh/thoi')
  t.match(flashOf(declining), 'tài khoản cũ giữ nguyên')
  await owner.get('/tai-khoan')
  t.notMatch(owner.page, 'name="dinh-danh"')

  const linking = await enterElsewhere(scene, 'cong-dan-01')
  await linking.submit('/dang-nhap/dinh-danh/ghep')
  const code = await codeSentTo(scene, '0912480123')
  await linking.submit('/dang-nhap/dinh-danh/ma', { code: code === '000000' ? '111111' : '000000' })
  t.equal(linking.status, 401)
  await linking.submit('/dang-nhap/dinh-danh/ma', { code })
  t.equal(at(linking), '/ho-so?trang=1')
  await owner.get('/tai-khoan')
  t.match(owner.page, 'name="dinh-danh"', 'it is the same account')
  const again = await enterElsewhere(scene, 'cong-dan-01')
  t.equal(at(again), '/ho-so?trang=1', 'the next time no code is asked for')
})

t.test('somebody without a phone over there gives one here, and proves it', async (t) => {
  const scene = await openBoth(t)
  const visitor = await enterElsewhere(scene, 'cong-dan-03')
  t.match(visitor.text, 'Phạm Thị Mơ')
  await visitor.submit('/dang-nhap/dinh-danh/ghep', { phone: '12' })
  t.equal(visitor.status, 422)
  await visitor.submit('/dang-nhap/dinh-danh/ghep', { phone: '0977 123 456' })
  await visitor.submit('/dang-nhap/dinh-danh/ma', { code: await codeSentTo(scene, '0977123456') })
  await visitor.get('/tai-khoan')
  t.match(visitor.text, 'Phạm Thị Mơ')
})

t.test('a signed-in citizen links, and only after seeing whose identity it is; unlinks, and the phone is left', async (t) => {
  const scene = await openBoth(t)
  const visitor = await signIn(scene, '0977123456')
  const goAndComeBack = async (who: string) => {
    await visitor.get(`${scene.address}/tai-khoan/dinh-danh`)
    await visitor.submit(/dang-nhap/, { 'cong-dan': who })
  }

  await goAndComeBack('cong-dan-02')
  t.equal(at(visitor), '/tai-khoan/ghep')
  t.match(visitor.text, 'Trần Văn Hùng')
  await visitor.submit('/tai-khoan/ghep', { 'dong-y': 'khong' })
  t.notMatch(visitor.page, 'name="dinh-danh"', 'said no: nothing tied')
  await goAndComeBack('cong-dan-02')
  await visitor.submit('/tai-khoan/ghep', { 'dong-y': 'co' })
  t.match(flashOf(visitor), 'Đã ghép VNeID')

  const other = await signIn(scene, '0912480123')
  await other.get(`${scene.address}/tai-khoan/dinh-danh`)
  await other.submit(/dang-nhap/, { 'cong-dan': 'cong-dan-02' })
  await other.submit('/tai-khoan/ghep', { 'dong-y': 'co' })
  t.match(flashOf(other), 'đã ghép với một tài khoản khác')

  const id = /name="dinh-danh" value="([^"]+)"/.exec((await visitor.get('/tai-khoan')) && visitor.page)![1]!
  await visitor.submit('/tai-khoan/go', { 'dinh-danh': id })
  t.match(flashOf(visitor), 'mã gửi đến điện thoại')
  t.notMatch(visitor.page, 'name="dinh-danh"')
})

/** Goes to the provider as Lan and stops where it would send her back. */
async function answerFor(start: string, shop: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next = start
  let body: URLSearchParams | undefined
  for (let hops = 0; hops < 8 && !next.startsWith(shop); hops++) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const answer: Response = await fetch(next, { headers: { cookie }, redirect: 'manual', ...(body && { method: 'POST', body }) })
    for (const line of answer.headers.getSetCookie()) cookies.set(line.split('=')[0]!, line.slice(line.indexOf('=') + 1).split(';')[0]!)
    body = answer.status === 200 ? new URLSearchParams({ 'cong-dan': 'cong-dan-01' }) : undefined
    next = answer.status === 200 ? next : new URL(answer.headers.get('location')!, next).href
  }
  return next.slice(shop.length)
}

t.test('an answer signs in only the browser that asked, and only once', async (t) => {
  const scene = await openBoth(t)
  const app = await scene.shop.app()
  const ask = (url: string, cookie = '') => app.inject({ url, headers: { host: new URL(scene.address).host, cookie, accept: 'text/html' } })
  const cookieOf = ({ cookies }: Awaited<ReturnType<typeof ask>>) => cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const began = await ask('/dang-nhap/dinh-danh')
  const back = await answerFor(began.headers.location!, scene.address)
  t.match(back, /^\/dang-nhap\/dinh-danh\/ve\?code=/)

  const lured = await ask(back)
  t.match(lured.headers.location, /^\/dang-nhap\?/, 'somebody who is sent the address is nobody here')
  const other = await ask('/dang-nhap/dinh-danh')
  const mixed = await ask(back, cookieOf(other))
  t.match(mixed.headers.location, /^\/dang-nhap\?/, 'nor somebody who has a question of their own open')

  const own = await ask(back, cookieOf(began))
  t.equal(own.headers.location, '/ho-so')
  const again = await ask(back, cookieOf(own))
  t.match(again.headers.location, /^\/dang-nhap\?/, 'a second time it is worth nothing')
  const old = await ask('/ho-so', cookieOf(began))
  t.match(old.headers.location, /^\/dang-nhap/, 'and the session from before the sign-in opens nothing')
})

t.test('what the provider vouched for is filled in when filing', async (t) => {
  const scene = await openBoth(t)
  const visitor = await enterElsewhere(scene, 'cong-dan-01')
  await startBirth(visitor)
  t.match(visitor.page, 'value="Nguyễn Thị Lan"')
  t.match(visitor.page, 'value="031194006217"')
})

t.test('who says no over there comes back to the page they left, with where they were going', async (t) => {
  const scene = await openBoth(t)
  const declined = await enterElsewhere(scene, '')
  t.equal(declined.url.pathname, '/dang-nhap')
  t.match(flashOf(declined), 'Ông/bà đã chọn không đăng nhập')
  t.match(declined.page, 'name="tiep" value="/ho-so?trang=1"')
})

t.test('while VNeID is down the page says so and the phone still works', async (t) => {
  const scene = await openBoth(t)
  await scene.provider.stop()
  const visitor = openVisitor(scene.address)
  await visitor.get('/dang-nhap/dinh-danh?tiep=/ho-so?trang=1')
  t.equal(visitor.url.pathname, '/dang-nhap')
  t.match(flashOf(visitor), 'VNeID đang không phản hồi')
  await visitor.submit('/dang-nhap', { phone: '0912480123' })
  await visitor.submit('/dang-nhap/ma', { code: await codeSentTo(scene, '0912480123') })
  t.equal(at(visitor), '/ho-so?trang=1')
})

t.test(
  'a new phone is proved, and so is the old one; who linked VNeID a week ago and came in with it proves the new one only',
  async (t) => {
    const scene = await openBoth(t)
    const visitor = await signIn(scene)
    await visitor.get('/tai-khoan/doi-so')
    await visitor.submit('/tai-khoan/doi-so', { phone: '12' })
    t.equal(visitor.status, 422)
    await visitor.submit('/tai-khoan/doi-so', { phone: '0977 123 456' })
    const [code, oldCode] = [await codeSentTo(scene, '0977123456'), await codeSentTo(scene, '0912480123')]
    await visitor.submit('/tai-khoan/doi-so/ma', { code, oldCode: '' })
    t.equal(visitor.status, 422)
    await visitor.submit('/tai-khoan/doi-so/ma', { code, oldCode: oldCode === '000000' ? '111111' : '000000' })
    t.equal(visitor.status, 401)
    await visitor.submit('/tai-khoan/doi-so/ma', { code, oldCode })
    t.equal(visitor.url.pathname, '/tai-khoan', 'a slip in one code did not use up the other')
    t.match(visitor.text, '09x…456')

    await enterElsewhere(scene, 'cong-dan-01')
    const early = await enterElsewhere(scene, 'cong-dan-01')
    await early.get('/tai-khoan/doi-so')
    await early.submit('/tai-khoan/doi-so', { phone: '0912 480 124' })
    t.match(early.page, 'name="oldCode"', 'linked today, it could be anybody who found the telephone unlocked')
    scene.shop.setNow('2026-03-09T08:31+07:00')
    const lan = await enterElsewhere(scene, 'cong-dan-01')
    await lan.get('/tai-khoan/doi-so')
    await lan.submit('/tai-khoan/doi-so', { phone: '0912 480 124' })
    t.notMatch(lan.page, 'name="oldCode"')
    await lan.submit('/tai-khoan/doi-so/ma', { code: await codeSentTo(scene, '0912480124') })
    t.match(lan.text, '09x…124')
  }
)

t.test('a citizen sees where they are signed in and signs out there, at once', async (t) => {
  const scene = await openScene(t)
  const [here, phone, library] = [await signIn(scene), await signIn(scene), await signIn(scene)]
  const isIn = async (visitor: Visitor) => (await visitor.get('/ho-so')) && visitor.url.pathname === '/ho-so'
  const stranger = await signIn(scene, '0983112244')
  const keys = (visitor: Visitor) => [...visitor.page.matchAll(/name="phien" value="([0-9a-f]{64})"/g)].map(([, key]) => key!)

  await here.get('/tai-khoan')
  t.equal(here.page.match(/Đang dùng/g)?.length, 1)
  t.equal(keys(here).length, 2, 'this one is left with the ordinary way out')
  const [one] = keys(here)
  await stranger.get('/tai-khoan')
  await stranger.submit('/tai-khoan/dang-xuat-het', { 'pham-vi': 'khac' })
  await stranger.submit('/tai-khoan/dang-xuat-het', { 'pham-vi': 'khac', phien: one! })
  t.same([await isIn(phone), await isIn(library)], [true, true], 'a stranger ends nobody’s')

  await here.get('/tai-khoan')
  await here.submit('/tai-khoan/dang-xuat', { phien: one! })
  t.equal([await isIn(phone), await isIn(library)].filter(Boolean).length, 1)
  await here.get('/tai-khoan')
  await here.submit('/tai-khoan/dang-xuat-het', { 'pham-vi': 'khac' })
  t.same([await isIn(here), await isIn(phone), await isIn(library)], [true, false, false])
  await here.get('/tai-khoan')
  await here.submit('/tai-khoan/dang-xuat-het', { 'pham-vi': 'het' })
  t.equal(await isIn(here), false)
})

t.test('a session that ended is not brought back by a request that was under way', async (t) => {
  const scene = await openScene(t)
  const visitor = await signIn(scene)
  const { sql, context } = scene.shop
  const [row] = await sql<{ id: string; data: unknown; personId: string }[]>`
    select id, data, person_id as "personId" from sessions where person_id is not null`
  await visitor.get('/tai-khoan')
  await visitor.submit('/tai-khoan/dang-xuat-het', { 'pham-vi': 'het' })

  // What the other request does at its end, with all it read at its beginning.
  const at = context.now()
  await context.db.transaction((tx) => saveSession(tx, { ...row!, expiresAt: at.add({ hours: 12 }), createdAt: at, lastSeenAt: at }))

  t.equal(await findSession(context.db, row!.id, at), undefined)
})

t.test('being seen is written down at most every ten minutes', async (t) => {
  const scene = await openScene(t, { now: '2026-03-02T08:30+07:00' })
  const visitor = await signIn(scene)
  const seen = async () =>
    String((await scene.shop.sql<{ at: unknown }[]>`select last_seen_at as at from sessions where person_id is not null`)[0]!.at)
  const before = await seen()
  scene.shop.setNow('2026-03-02T08:39+07:00')
  await visitor.get('/tai-khoan')
  t.equal(await seen(), before)
  scene.shop.setNow('2026-03-02T08:41+07:00')
  await visitor.get('/tai-khoan')
  t.not(await seen(), before)
})

t.test('staff have the same list, each their own, and leave everywhere', async (t) => {
  const scene = await openScene(t)
  await openDemoAccounts(scene.shop.context)
  const enter = async (username: string) => {
    const visitor = openVisitor(scene.address)
    await visitor.get('/can-bo/dang-nhap')
    await visitor.submit('/can-bo/dang-nhap', { username, password: demoPassword })
    await visitor.get('/can-bo/tai-khoan')
    return visitor
  }
  const [clerk, elsewhere, postman, officer] = [
    await enter('quay.stttt'),
    await enter('quay.stttt'),
    await enter('buuta'),
    await enter('xuly.stttt')
  ]
  t.same([clerk.status, postman.status, officer.status], [200, 200, 200])
  t.notMatch(postman.page, 'name="phien"', 'nobody else’s')
  await clerk.get('/can-bo/tai-khoan')
  await clerk.submit('/can-bo/tai-khoan/dang-xuat-het', { 'pham-vi': 'khac' })
  await elsewhere.get('/can-bo/tai-khoan')
  t.equal(elsewhere.url.pathname, '/can-bo/dang-nhap')
  await clerk.get('/can-bo/tai-khoan')
  t.equal(clerk.status, 200)
  await clerk.submit('/can-bo/tai-khoan/dang-xuat-het', { 'pham-vi': 'het' })
  t.equal(clerk.url.pathname, '/can-bo/dang-nhap')
  const citizen = await signIn(scene)
  await citizen.get('/can-bo/tai-khoan')
  t.equal(citizen.status, 403)
})
