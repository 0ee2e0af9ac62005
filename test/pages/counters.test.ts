// The hall and the counters by HTTP: two touches for a number, the display by its stream, the day on one page, a shift closed, a result handed out.
import t, { type Test } from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { findAgency } from '../../src/agencies/queries.ts'
import { waitingTickets } from '../../src/counters/queries.ts'
import { getDossier, movesOf } from '../../src/dossiers/queries.ts'
import { syncItems } from '../../src/outages/actions/sync-items.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, lan, smallPdf } from '../helpers/dossiers.ts'
import { aMachine } from '../helpers/outage.ts'
import { aPng } from '../helpers/pictures.ts'
import { hidden, signInAs } from '../helpers/staff-browser.ts'
import { openVisitor } from '../helpers/visitor.ts'

const hall = '/lay-so/STTTT'

async function aDesk(t: Test) {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  const app = await shop.app()
  const clerk = await signInAs(app, 'quay.stttt')
  const sit = async (who = clerk, counter = '1') => who.post('/quay/ca', { counter, cashFloat: '200.000' }, { page: '/quay/ca' })
  return { shop, context: shop.context, app, clerk, sit }
}

async function listening(t: Test) {
  const made = await aDesk(t)
  const address = await made.app.listen({ host: '127.0.0.1', port: 0 })
  return { ...made, address }
}

t.test('a number is two touches away, in either language; pressing again with the same page takes no other', async (t) => {
  const { context, address } = await listening(t)
  const person = openVisitor(address)
  await person.get(`${hall}/chon?viec=nop`)
  const page = person.page

  await person.submit(hall, { 'uu-tien': '' })
  const slip = person.text
  await person.get(`${hall}/chon?viec=nhan&lang=en`)
  const english = person.text
  await person.submit(hall, { 'uu-tien': 'elderly', lan: hidden(page, 'lan') })
  const same = person.text
  const agency = (await findAgency(context.db, 'STTTT'))!
  const waiting = await waitingTickets(context.db, { agencyId: agency.id, day: Temporal.PlainDate.from('2026-03-02') })

  t.match(slip, 'A001')
  t.match(slip, 'Ông/bà là người tiếp theo')
  t.match(english, 'Are you among those called first?')
  t.match(same, 'A001', 'the press of before')
  t.same(
    waiting.map(({ code, topic }) => [code, topic]),
    [['A001', 'Nộp hồ sơ']]
  )
})

t.test('the machine finds a procedure by its name, and only what this desk takes', async (t) => {
  const { app } = await aDesk(t)

  const found = await app.inject(`${hall}?q=xuat+ban`)
  const elsewhere = await app.inject(`${hall}?q=khai+sinh`)
  const nobody = await app.inject('/lay-so/KHONG-CO')

  t.match(found.body, 'thu-tuc=1.003725')
  t.notMatch(elsewhere.body, 'thu-tuc=1.001193')
  t.equal(nobody.statusCode, 404)
})

t.test('whoever leans on the machine is asked to wait', async (t) => {
  const { app } = await aDesk(t)
  const page = await app.inject({ url: `${hall}/chon?viec=nop`, headers: { accept: 'text/html' } })
  const cookie = page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const press = () =>
    app.inject({
      method: 'POST',
      url: hall,
      headers: { cookie, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: hidden(page.body, '_csrf'), lan: crypto.randomUUID(), viec: 'nop' }).toString()
    })

  const answers: number[] = []
  for (let i = 0; i < 31; i++) answers.push((await press()).statusCode)

  t.equal(answers[0], 303)
  t.equal(answers.at(-1), 429)
})

t.test('the display hears a call within two seconds, shows number and counter, and nobody’s name', async (t) => {
  const { app, clerk, sit, address } = await listening(t)
  const person = openVisitor(address)
  await person.get(`${hall}/chon?viec=nop`)
  await person.submit(hall, { 'uu-tien': 'pregnant' })
  await sit()
  const stream = await fetch(`${address}/man-hinh/STTTT/luong`)
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const until = async (words: string) => {
    while (!heard.includes(words)) heard += (await reader.read()).value ?? t.fail(`the stream ended before it said ${words}`)
  }
  await until('1 người đang chờ')
  heard = ''

  const pressedAt = performance.now()
  await clerk.post('/quay/luot/goi', { seen: '' }, { page: '/quay/luot' })
  await until('U001')
  const took = performance.now() - pressedAt
  const page = await app.inject('/man-hinh/STTTT')

  t.ok(took < 2000, `${Math.round(took)} ms from key to screen`)
  t.match(heard, 'Quầy 1')
  t.match(stream.headers.get('content-type'), 'text/event-stream')
  t.match(page.body, '<noscript><meta http-equiv="refresh" content="10"></noscript>')
  for (const said of [heard, page.body]) t.notMatch(said, /Nguyễn|Phạm|Trần/)
  // The stop does not wait for whoever looks at a screen.
  const stopping = performance.now()
  await app.close()
  t.ok(performance.now() - stopping < 3000, 'an open stream does not hold the stop')
})

t.test('the desk’s page: the turn at my counter, what the day asks, and the one thing Enter opens', async (t) => {
  const { context, clerk, sit, address } = await listening(t)
  await aDossier(context)
  const quietFirst = await clerk.get('/quay')
  const person = openVisitor(address)
  await person.get(`${hall}/chon?viec=nop`)
  await person.submit(hall, { 'uu-tien': '' })

  const noShift = await clerk.get('/quay')
  await sit()
  const ready = await clerk.get('/quay')
  await clerk.post('/quay/luot/goi', { seen: '', returnTo: '/quay' }, { page: '/quay' })
  const serving = await clerk.get('/quay')

  t.match(quietFirst.body, /href="\/quay\?hang=incoming" data-key="Enter"/, 'the filing that waits')
  t.match(noShift.body, 'Chưa mở ca hôm nay')
  t.match(ready.body, /data-key="F9">Gọi tiếp \(1\)/)
  t.match(ready.body, 'data-key="Enter"')
  t.match(serving.body, /class="serving"[^>]*>A001</)
  for (const key of ['F8', 'F9', 'F10', 'Shift\\+F9']) t.match(serving.body, new RegExp(`data-key="${key}"`))
})

t.test('a shift: opened at a counter, closed against the books, read by the head, confirmed by somebody else', async (t) => {
  const { app, clerk, sit, shop } = await aDesk(t)
  const head = await signInAs(app, 'truongquay.stttt')
  const bad = await clerk.post('/quay/ca', { counter: 'x', cashFloat: 'nhiều' }, { page: '/quay/ca' })
  const opened = await sit()
  const page = await clerk.get('/quay/ca')
  const action = /action="(\/quay\/ca\/[^"]+\/dong)"/.exec(page.body)![1]!
  shop.setNow('2026-03-02T11:30+07:00')

  const unnamed = await clerk.post(action, { 'to.50000': '3' }, { page: '/quay/ca' })
  const closed = await clerk.post(action, { 'to.100000': '2', handedTo: 'Ca chiều' }, { page: '/quay/ca' })
  const record = closed.headers.location as string
  const own = await clerk.get(record)
  const seen = await head.get(record)
  await head.post(`${record}/xac-nhan`, {}, { page: record })
  const after = await clerk.get(record)
  const pdf = await clerk.get(`${record}/bien-ban.pdf`)
  const foreign = await (await signInAs(app, 'quay.minhkhai')).get(record)

  t.equal(bad.statusCode, 422)
  t.match(bad.body, 'nhiều', 'what was typed stays')
  t.equal(opened.statusCode, 303)
  t.equal(unnamed.statusCode, 422)
  t.match(unnamed.body, 'Tiền đếm được lệch với sổ')
  t.notMatch(own.body, '/xac-nhan"', 'nobody confirms the own drawer')
  t.match(seen.body, '/xac-nhan"')
  t.match(after.body, 'xác nhận lúc')
  t.equal(pdf.headers['content-type'], 'application/pdf')
  t.equal(foreign.statusCode, 404)
})

t.test('a shift names, one by one, what was accepted without a network and is no dossier yet', async (t) => {
  const { shop, context, app } = await aDesk(t)
  const machine = await aMachine(shop)
  const forged = { ...(await machine.accept('2026-03-02T08:40:00+07:00')), signature: '' }
  shop.setNow('2026-03-02T09:00+07:00')
  await syncItems(context, { by: machine.by, items: [forged], clock: context.now() })
  const clerk = await signInAs(app, 'quay.minhkhai')
  await clerk.post('/quay/ca', { counter: '1', cashFloat: '0' }, { page: '/quay/ca' })

  const page = await clerk.get('/quay/ca')
  const action = /action="(\/quay\/ca\/[^"]+\/dong)"/.exec(page.body)![1]!
  const closed = await clerk.post(action, { handedTo: 'Ca chiều' }, { page: '/quay/ca' })
  const record = await clerk.get(closed.headers.location as string)

  for (const { body } of [page, record]) t.match(body, /Hồ sơ ngoại tuyến chưa đồng bộ \(1\)<\/dt><dd>H\d\d-260302-0001 2\.000815/)
})

t.test('a result is handed out by scanning its receipt: shelf, identity, signature on glass; then the slip', async (t) => {
  const { shop, context, clerk } = await aDesk(t)
  const { id, code } = await aDossier(context, { state: 'result_ready' })
  const page = `/quay/tra/${id}`
  const signature = `data:image/png;base64,${aPng.toString('base64')}`

  const scanned = await clerk.get(`/quay/tra?ma=${encodeURIComponent(`http://motcua.test/tra-cuu/${code}`)}`)
  await clerk.post(`${page}/ke`, { shelf: 'b-12' }, { page })
  const shown = await clerk.get(page)
  const unsigned = await clerk.post(page, { paper: 'Thẻ căn cước', last4: '6217', receiver: lan.name }, { page })
  const stranger = await clerk.post(page, { paper: 'Hộ chiếu', last4: '1234', receiver: 'Trần Văn Bình', signature }, { page, files: [] })
  const proxied = await clerk.post(
    page,
    { paper: 'Hộ chiếu', last4: '1234', receiver: 'Trần Văn Bình', relation: 'con', cash: 'yes', signature },
    { page, files: [{ field: 'proxy', name: 'uy-quyen.pdf', bytes: smallPdf }] }
  )
  const twice = await clerk.post(page, { paper: 'Hộ chiếu', last4: '1234', receiver: lan.name, signature }, { page })
  await shop.runJobs()
  const done = await clerk.get(page)

  t.equal(scanned.headers.location, page)
  t.match(shown.body, 'B-12')
  t.match(shown.body, 'data-signature')
  t.equal(unsigned.statusCode, 422)
  t.match(unsigned.body, 'Xin ký vào ô')
  t.match(unsigned.body, 'value="6217"', 'what was typed stays')
  t.match(stranger.body, 'cần ảnh giấy ủy quyền')
  t.equal(proxied.statusCode, 303)
  t.equal(twice.statusCode, 409)
  t.equal((await getDossier(context.db, id)).state, 'returned')
  t.match((await movesOf(context.db, id)).at(-1)?.facts, { receiver: 'Trần Văn Bình', signatureFileId: String })
  t.match(done.body, 'In giấy biên nhận')
})

t.test('nothing found: how such a thing is written, what comes close; where else only for the head of the desk', async (t) => {
  const { context, app, clerk } = await aDesk(t)
  const head = await signInAs(app, 'truongquay.stttt')
  const { id } = await aDossier(context)
  const other = await aDossier(context, { procedure: '1.001193', agency: '11311' })

  const typo = await clerk.get('/quay/tim?q=nguyen+thi+lann')
  const short = await clerk.get('/quay/tim?q=091248012')
  const clerkSees = await clerk.get(`/quay/tim?q=${other.code}`)
  const headSees = await head.get(`/quay/tim?q=${other.code}`)
  const tail = await clerk.get(`/quay/tim?q=${(await getDossier(context.db, id)).code!.slice(-4)}`)

  t.match(typo.body, 'Gần giống')
  t.match(typo.body, id)
  t.match(short.body, 'Số điện thoại có 10 chữ số')
  t.match(clerkSees.body, 'Không có ở đây')
  t.notMatch(clerkSees.body, 'Minh Khai')
  t.match(headSees.body, /Có ở quầy khác: [^<]*Minh Khai/)
  t.equal(tail.headers.location, `/quay/ho-so/${id}`)
})

t.test('the device check says what became of the test code, and the one thing to do', async (t) => {
  const { clerk } = await aDesk(t)
  const page = await clerk.get('/quay/thiet-bi')
  const text = /Phải là|MOT CUA\|[^<"]+/.exec((await clerk.get('/quay/thiet-bi?quet=x')).body)?.[0]
  const telex = await clerk.get(`/quay/thiet-bi?quet=${encodeURIComponent('MOT CUA|Đặng Thị Ướt|Lê Văn Hoà|ădêasdoo ĐAĂW 0123456789')}`)
  const plain = await clerk.get(`/quay/thiet-bi?quet=${encodeURIComponent('MOT CUA|Dang Thi Uot|Le Van Hoa|awdeasdoo DDAAWW 0123456789')}`)
  const right = await clerk.get(`/quay/thiet-bi?quet=${encodeURIComponent('MOT CUA|Đặng Thị Ướt|Lê Văn Hoà|awdeasdoo DDAAWW 0123456789')}`)

  t.equal(page.statusCode, 200)
  t.ok(text)
  t.match(telex.body, 'tắt Unikey')
  t.match(plain.body, 'Unicode/ALT')
  t.match(right.body, 'Đúng từng chữ')
})

t.test('a note stands on the dossier’s page for staff', async (t) => {
  const { context, clerk } = await aDesk(t)
  const { id } = await aDossier(context)
  const page = `/quay/ho-so/${id}`

  const sent = await clerk.post(`/quay/ghi-chu/${id}`, { text: 'Khách hẹn đến chiều thứ Tư', noteId: crypto.randomUUID() }, { page })
  const shown = await clerk.get(page)

  t.equal(sent.statusCode, 303)
  t.match(shown.body, 'Khách hẹn đến chiều thứ Tư')
})
