// The postman's pages, by HTTP as a phone without a script would use them: found, read, recorded once, refused in words.
import formbody from '@fastify/formbody'
import rateLimit from '@fastify/rate-limit'
import Fastify from 'fastify'
import t, { type Test } from 'tap'
import { manualPost } from '../../services/post/manual.ts'
import { diskStore } from '../../services/storage/disk.ts'
import { openShipment } from '../../src/shipments/actions/open-shipment.ts'
import { placeOrder } from '../../src/shipments/actions/place-order.ts'
import { postalRoutes } from '../../src/shipments/postal.routes.ts'
import { eventsOf, findShipmentById } from '../../src/shipments/queries.ts'
import { assets } from '../../src/web/assets.ts'
import { translateErrors } from '../../src/web/errors.ts'
import { readMultipart } from '../../src/web/multipart.ts'
import { carryRequests } from '../../src/web/request.ts'
import { openSessions } from '../../src/web/session.ts'

import { axeCheck, openBrowser } from '../helpers/browser.ts'
import { openTestDatabase } from '../helpers/database.ts'
import { agencyId, aPlaceForParcels, draftId } from '../helpers/parcels.ts'

const postman = { id: '0198c0de-0000-7000-8000-0000000b0577', name: 'Lê Văn Thư', role: 'postman' as const }
const place = { name: 'Bộ phận một cửa Sở Xây dựng', phone: '0225 3747537', address: '32 Lý Tự Trọng' }
const lan = { name: 'Nguyễn Thị <Lan>', phone: '0912 345 678', address: 'Số 5, ngõ 12 Lạch Tray', wardName: 'phường Ngô Quyền' }

/** A post without an interface, one ordered result, and a postman signed in. */
async function aRound(t: Test) {
  const { db, sql } = await openTestDatabase(t)
  await aPlaceForParcels({ db, sql })
  await sql`
    insert into staff (id, username, full_name, password_hash, role, created_at)
    values (${postman.id}, 'thu', ${postman.name}, '', 'postman', '2026-03-02T08:00:00+07:00')`
  let at = Temporal.Instant.from('2026-03-02T08:30:00+07:00')
  const now = () => {
    at = at.add({ seconds: 1 })
    return at
  }
  const context = {
    db,
    files: diskStore(t.testdir()),
    now,
    newId: () => crypto.randomUUID(),
    baseUrl: 'http://localhost',
    live: { subscribe: () => () => {} }
  }
  const app = Fastify()
  app.decorate('context', context)
  app.decorate('demo', true)
  carryRequests(app)
  translateErrors(app)
  await app.register(rateLimit, { global: false })
  await app.register(assets)
  await app.register(async (pages) => {
    await pages.register(formbody)
    await readMultipart(pages)
    await openSessions(pages, { context, secret: 'a secret that is long enough to sign with' })
    pages.get<{ Params: { role: 'postman' | 'clerk' } }>('/vao/:role', async (request, reply) => {
      request.session.actor = { ...postman, role: request.params.role }
      return reply.send('ok')
    })
    await pages.register(postalRoutes)
  })
  t.teardown(() => app.close())
  const parcel = await db.transaction((tx) =>
    openShipment(tx, context, {
      dossierId: draftId,
      dossierCode: '000.00.18.H24-260302-0001',
      kind: 'delivery',
      carrier: 'manual',
      agencyId,
      sender: place,
      recipient: lan,
      contents: ['Giấy phép', 'Bản vẽ']
    })
  )
  await placeOrder(context, { post: manualPost({ fee: 30000, now }) }, { shipmentId: parcel.id })
  const enter = async (role: string) => (await app.inject(`/vao/${role}`)).cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const cookie = await enter('postman')
  const get = (url: string, as = cookie) => app.inject({ url, headers: { cookie: as, accept: 'text/html' } })
  const token = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
  /** Fills the form of a step as it is on its page, and presses its button. */
  async function press(command: string, fields: Record<string, string | string[]> = {}) {
    const page = `/buu-dien/${parcel.id}`
    const form = await get(`${page}/buoc/${command}`)
    const { body } = form.statusCode === 200 ? form : await get(page)
    const all = new URLSearchParams({ _csrf: token(body, '_csrf'), eventId: token(body, 'eventId') })
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) all.append(name, one)
    const send = () =>
      app.inject({
        method: 'POST',
        url: `${page}/buoc/${command}`,
        headers: { cookie, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        payload: all.toString()
      })
    return { answer: await send(), again: send }
  }
  const look = async () => (await findShipmentById(db, parcel.id))!
  return { app, db, parcel, enter, get, press, look, cookie }
}
const collected = { papers: ['Giấy phép', 'Bản vẽ'], count: '2', sealNumber: 'NP-77', signatures: 'yes' }

t.test('only a postman enters', async (t) => {
  const { get, enter, parcel } = await aRound(t)

  t.match(await get(`/buu-dien/${parcel.id}`, ''), { statusCode: 303, headers: { location: /dang-nhap/ } })
  t.equal((await get(`/buu-dien/${parcel.id}`, await enter('clerk'))).statusCode, 403)
  t.equal((await get('/buu-dien')).statusCode, 200)
})

t.test('a parcel is found by its number however it is typed; an unknown one is said, and the number stays', async (t) => {
  const { get, parcel } = await aRound(t)

  t.match(await get(`/buu-dien?so=${encodeURIComponent('000.00.18.h24-260302-0001-d1 ')}`), {
    statusCode: 303,
    headers: { location: `/buu-dien/${parcel.id}` }
  })
  t.equal((await get('/buu-dien?so=000.00.18.H24-260302-0001')).statusCode, 303, 'by the code of its dossier')
  const unknown = await get('/buu-dien?so=EH1')
  t.equal(unknown.statusCode, 404)
  t.match(unknown.body, /value="EH1"/)
  t.match(unknown.body, /Không có bưu gửi số “EH1”/)
  for (const url of ['/buu-dien/none', `/buu-dien/${crypto.randomUUID()}`, `/buu-dien/${parcel.id}/buoc/fly`])
    t.equal((await get(url)).statusCode, 404)
})

t.test('its page says whose it is and offers exactly the steps that are allowed', async (t) => {
  const { get, parcel } = await aRound(t)

  const { body } = await get(`/buu-dien/${parcel.id}`)

  t.match(body, /tel:02253747537/, 'before it is collected: the desk')
  t.match(body, /Nguyễn Thị &lt;Lan&gt;/)
  t.match(body, /Đã đặt bưu điện/)
  for (const step of ['assign', 'collect', 'fail_pickup']) t.match(body, `/buoc/${step}"`)
  for (const step of ['deliver', 'cancel', 'confirm_return']) t.notMatch(body, `/buoc/${step}"`)
  t.match((await get(`/buu-dien/${parcel.id}?lang=en`)).body, /The post has the order/)
})

t.test('papers not all ticked: the form again, everything typed is there, each error leads to its field', async (t) => {
  const { press, look } = await aRound(t)

  const { answer } = await press('collect', { ...collected, papers: 'Bản vẽ', count: '1', signatures: [] })

  t.equal(answer.statusCode, 422)
  t.match(answer.body, /href="#papers"/)
  t.match(answer.body, /href="#count"/)
  t.match(answer.body, /href="#signatures"/)
  t.match(answer.body, /value="NP-77"/)
  t.match(answer.body, /value="Bản vẽ" checked/)
  t.notMatch(answer.body, /value="Giấy phép" checked/)
  t.equal((await look()).status, 'ordered')
})

t.test('collected, failed once with its reason, delivered with proof; a second press changes nothing', async (t) => {
  const { press, look, get, db, parcel } = await aRound(t)

  t.equal((await press('collect', collected)).answer.statusCode, 303)
  t.match((await get(`/buu-dien/${parcel.id}`)).body, /Đã ghi: Đã nhận bưu gửi/)
  await press('go_out')
  t.equal((await press('fail_attempt', {})).answer.statusCode, 422)
  await press('fail_attempt', { reason: 'recipient_absent', reasonText: 'Hàng xóm bảo đi làm' })
  t.match((await get(`/buu-dien/${parcel.id}`)).body, /Không có người nhận ở nhà · Hàng xóm bảo đi làm/)
  await press('go_out')
  const bad = await press('deliver', { receiverName: 'Nguyễn Thị Lan', idLast4: '45', confirmation: 'code' })
  t.equal(bad.answer.statusCode, 422)
  t.match(bad.answer.body, /href="#idLast4"/)
  t.match(bad.answer.body, /value="code" checked/)
  const last = await press('deliver', { receiverName: 'Nguyễn Thị Lan', idLast4: '4512', confirmation: 'signature' })
  t.equal((await last.again()).statusCode, 303, 'pressed twice')

  t.match(await look(), { status: 'delivered', attempts: 1, sealNumber: 'NP-77', receiver: { name: 'Nguyễn Thị Lan', signature: true } })
  t.equal((await eventsOf(db, parcel.id)).length, 6)
  const { body } = await get(`/buu-dien/${parcel.id}`)
  t.match(body, /đã kết thúc/)
  t.notMatch(body, /4512/, 'the digits of the identity paper are not for everybody to read')
})

t.test('somebody else was quicker: 409, the words of the state, and the parcel as it is now', async (t) => {
  const { app, press, parcel, cookie, get } = await aRound(t)
  const { body } = await get(`/buu-dien/${parcel.id}`)
  const old = new URLSearchParams({ _csrf: /name="_csrf" value="([^"]*)"/.exec(body)![1]!, eventId: crypto.randomUUID() })
  await press('collect', collected)

  const late = await app.inject({
    method: 'POST',
    url: `/buu-dien/${parcel.id}/buoc/assign`,
    headers: { cookie, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: old.toString()
  })
  const forged = await app.inject({ method: 'POST', url: `/buu-dien/${parcel.id}/buoc/go_out`, headers: { cookie, accept: 'text/html' } })

  t.equal(late.statusCode, 409)
  t.match(late.body, /Bưu gửi đang ở trạng thái “Bưu điện đã nhận”/)
  t.equal(forged.statusCode, 403, 'a form that is not ours')
})

t.test('in a browser on a phone: no serious fault on the list, the parcel and its forms', async (t) => {
  const { app, press, parcel, cookie } = await aRound(t)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await openBrowser(t)
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const [name, value] = cookie.split('=') as [string, string]
  await context.addCookies([{ name, value: decodeURIComponent(value), url: address }])
  const page = await context.newPage()
  const shots = process.env['SHOTS']
  const see = async (path: string, shot: string) => {
    await page.goto(address + path)
    if (shots) await page.screenshot({ path: `${shots}/${shot}.png`, fullPage: true })
    t.same(await axeCheck(page), [], path)
    t.ok(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
      `${path} does not scroll sideways`
    )
  }

  await see('/buu-dien', 'list')
  await see(`/buu-dien/${parcel.id}`, 'ordered')
  await see(`/buu-dien/${parcel.id}/buoc/collect`, 'collect')
  await page.getByRole('button', { name: 'Đã nhận bưu gửi' }).click()
  if (shots) await page.screenshot({ path: `${shots}/collect-errors.png`, fullPage: true })
  t.same(await axeCheck(page), [], 'with errors')
  await press('collect', collected)
  await press('go_out')
  await see(`/buu-dien/${parcel.id}/buoc/deliver`, 'deliver')
  await see(`/buu-dien/${parcel.id}/buoc/fail_attempt`, 'fail')
  await press('fail_attempt', { reason: 'recipient_absent' })
  await see(`/buu-dien/${parcel.id}`, 'failed')
})
