// "Giao không được": the link in the message, three presses, the postman reads it; and everybody else who tries the door.
import t, { type Test } from 'tap'
import { systemActor } from '../../src/accounts/roles.ts'
import { recordByOperator } from '../../src/shipments/actions/record-by-operator.ts'
import type { Reason } from '../../src/shipments/lifecycle.ts'
import { currentWish, findShipmentById, shipmentsOfDossier } from '../../src/shipments/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, lan, toHome } from '../helpers/dossiers.ts'
import { postman } from '../helpers/parcels.ts'
import { openVisitor } from '../helpers/visitor.ts'

/** A result on its way by a post without an interface; its first visit failed on Tuesday, 3 March 2026, at ten. */
async function aFailedVisit(t: Test) {
  const shop = await openTestContext(t)
  const { context, sql, setNow, runJobs } = shop
  const application = { filer: lan, applicant: lan, subject: 'Xin phép', delivery: toHome }
  const filed = await aDossier(context, { state: 'result_ready', procedure: '2.001737', application })
  await runJobs()
  const parcel = (await shipmentsOfDossier(context.db, filed.id))[0]!
  const step = async (command: Parameters<typeof recordByOperator>[1]['command'], more: { reason?: Reason } = {}) => {
    const sealed = { papersPresent: parcel.contents, count: parcel.contents.length, sealNumber: 'NP-1', signatures: true }
    await recordByOperator(context, { shipmentId: parcel.id, eventId: context.newId(), command, by: postman, ...sealed, ...more })
  }
  await step('collect')
  setNow('2026-03-03T10:00+07:00')
  await step('go_out')
  await step('fail_attempt', { reason: 'recipient_absent' })
  await runJobs()
  const messages = () => sql<{ body: string; kind: string }[]>`select body, kind from messages where channel = 'sms' order by id`
  const link = /\/bp\/[\w-]+/.exec((await messages()).at(-1)!.body)![0]
  const app = await shop.app()
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const look = async () => (await findShipmentById(context.db, parcel.id))!
  const wish = async () => currentWish(context.db, await look())
  const sentCode = async () => {
    const [job] = await sql<{ code: string }[]>`
      select payload ->> 'code' as code from graphile_worker._private_jobs where payload ->> 'code' is not null order by id desc limit 1`
    return job!.code
  }
  return { ...shop, ...filed, parcel, step, messages, link, app, address, visitor: openVisitor(address), look, wish, sentCode }
}

t.test('from the message to "the post was told": one link, one choice, one button', async (t) => {
  const { visitor, link, wish, runJobs, messages, address } = await aFailedVisit(t)

  await visitor.get(link)
  for (const said of ['Bưu gửi chưa giao được', 'không có người nhận ở nhà', 'thứ Ba, 10/03/2026', 'Giao lại thứ Tư, 04/03/2026', '1022'])
    t.match(visitor.text, said)
  await visitor.submit(link, { way: 'redeliver:2026-03-05' })
  t.match(visitor.text, 'Giao lại tận nhà thứ Năm, 05/03/2026')
  t.match(visitor.text, 'Đang báo bưu điện')
  await runJobs()
  await visitor.get(link)

  t.match(visitor.text, 'Đã báo bưu điện lúc 10:00 ngày 03/03/2026')
  t.match(await wish(), { way: 'redeliver', via: 'link', attempt: 1 })
  t.match(
    (await messages()).at(-1),
    { kind: 'parcel_wish', body: /Giao lại tận nhà thứ Năm, 05\/03\/2026.*1022/ },
    'the known phone is told'
  )
  t.equal(
    (await messages()).every(({ body }) => body.length <= 160 + address.length),
    true
  )
})

t.test('a used link is read, not used again: a second choice needs the code sent to the phone', async (t) => {
  const { visitor, link, wish, address, sentCode } = await aFailedVisit(t)
  await visitor.get(link)
  const stale = openVisitor(address)
  await stale.get(link)
  await visitor.submit(link, { way: 'collect' })

  await stale.submit(link, { way: 'desk' })
  t.match(stale.text, 'Liên kết này đã dùng một lần')
  t.match(await wish(), { way: 'collect' }, 'whoever had the old page changed nothing')
  await visitor.submit(`${link}/ma`)
  t.match(visitor.text, 'Đã gửi mã 6 số đến 09x…123')
  await visitor.submit(`${link}/mo`, { code: '000000' })
  t.match(visitor.page, /Lỗi/)
  await visitor.submit(`${link}/mo`, { code: await sentCode() })
  await visitor.submit(link, { way: 'desk' })
  t.match(await wish(), { way: 'desk', via: 'code' })
  await visitor.get('/ho-so')
  t.match(visitor.url.pathname, '/dang-nhap', 'the code opened the parcel, not the account')
})

t.test('pressed twice it is one wish, told once', async (t) => {
  const { app, link, visitor, sql, address } = await aFailedVisit(t)
  await visitor.get(link)
  const other = openVisitor(address)
  await other.get(link)
  await Promise.all([visitor.submit(link, { way: 'collect' }), other.submit(link, { way: 'collect' })])
  t.equal((await sql`select id from parcel_wishes`).length, 1)
  t.match([visitor.text, other.text], [/Đến bưu cục nhận/, /Đến bưu cục nhận/])
  t.ok(app)
})

t.test('the postman sees the wish before every step, and the citizen sees it in the story', async (t) => {
  const { visitor, link, parcel, citizen, id, app, context, look, step, wish } = await aFailedVisit(t)
  await visitor.get(link)
  await visitor.submit(link, {
    way: 'redeliver:2026-03-04',
    phone: '0987 654 321',
    receiverName: 'Trần Văn Nam',
    relation: 'chồng',
    address: '20 Lạch Tray'
  })

  const { parcelPage } = await import('../../src/shipments/pages/parcel.ts')
  const frame = { locale: 'vi' as const, path: '/', host: 'x' }
  const page = String(parcelPage({ ...frame, parcel: await look(), events: [], eventId: 'x', wish: await wish() }))
  for (const said of ['Người nhận yêu cầu', 'Giao lại tận nhà thứ Tư, 04/03/2026', 'tel:0987654321', 'Trần Văn Nam, chồng', '20 Lạch Tray'])
    t.match(page, said)
  t.ok(page.indexOf('Người nhận yêu cầu') < page.indexOf('Bước tiếp theo'))
  const { parcelEventsOf } = await import('../../src/shipments/story.ts')
  t.match((await parcelEventsOf(context.db, id, 'vi')).at(-1), { title: 'Giao lại tận nhà thứ Tư, 04/03/2026' })
  t.equal((await look()).recipient.address, parcel.recipient.address, 'the order stays as it was placed')

  await step('go_out')
  await visitor.get(link)
  t.match(visitor.text, 'Bây giờ không cần chọn gì')
  await step('fail_attempt', { reason: 'recipient_absent' })
  t.equal(await wish(), undefined, 'another failed visit asks anew')
  t.ok(citizen && app && systemActor)
})

t.test('out with the postman, on its way back: the form is refused, whatever page was open', async (t) => {
  const { visitor, link, step, wish } = await aFailedVisit(t)
  await visitor.get(link)
  await step('go_out')
  await visitor.submit(link, { way: 'collect' })
  t.equal(visitor.status, 409)
  t.match(visitor.text, 'hiện không đổi cách nhận được')
  t.equal(await wish(), undefined)
})

t.test('what is wrong stands beside its field, and what was typed stays', async (t) => {
  const { visitor, link, wish } = await aFailedVisit(t)
  await visitor.get(link)
  await visitor.submit(link, { way: 'redeliver:2026-03-08', phone: '12' })
  t.match(visitor.text, 'Số điện thoại gồm 10 số')
  t.match(visitor.page, 'value="12"')
  await visitor.submit(link, { way: 'redeliver:2026-03-08', phone: '' })
  t.match(visitor.text, 'Xin chọn một cách nhận', 'a Sunday was never offered')
  t.equal(await wish(), undefined)
})

t.test('a link that never was and one that is over get the same answer; nothing leaks from the page', async (t) => {
  const { visitor, link, setNow, sql } = await aFailedVisit(t)
  const token = link.split('/').at(-1)!
  const [kept] = await sql<{ links: string; events: string }[]>`
    select (select json_agg(l)::text from parcel_links l) as links, (select json_agg(e)::text from shipment_events e) as events`
  t.notMatch(`${kept!.links}${kept!.events}`, token, 'the token is nowhere but in the message')
  const headers = await visitor.headers(link)
  t.equal(headers.get('referrer-policy'), 'no-referrer')
  t.match(headers.get('x-robots-tag'), 'noindex')
  t.equal(headers.get('cache-control'), 'no-store')
  await visitor.get(link)
  t.notMatch(visitor.page, /Nguyễn Thị Lan|0912480123|031194006217/, 'the page does not say whose it is')

  const statuses: [number, string][] = []
  for (const path of [`/bp/${'A'.repeat(22)}`, '/bp/x', `${link.slice(0, -1)}_`, '/bp/%00']) {
    await visitor.get(path)
    statuses.push([visitor.status, /Liên kết này không còn dùng được/.exec(visitor.text)?.[0] ?? ''])
  }
  setNow('2026-03-18T10:00+07:00')
  await visitor.get(link)
  statuses.push([visitor.status, /Liên kết này không còn dùng được/.exec(visitor.text)?.[0] ?? ''])
  t.same(new Set(statuses.map(String)), new Set(['404,Liên kết này không còn dùng được']))
})
