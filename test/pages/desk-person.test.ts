// Who stands at the desk, without a script: the card read by the server, known people found, nobody's account taken by a phone number alone,
// an open twin seen before another is accepted, cash booked with the acceptance or not at all.
import t, { type Test } from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { ensurePerson, rememberPerson, verifyPerson } from '../../src/accounts/store.ts'
import { findDossier, movesOf, papersOf } from '../../src/dossiers/queries.ts'
import { entriesOf, lastOrderOf } from '../../src/payments/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { type Fields, hidden, signInAs } from '../helpers/staff-browser.ts'

const page = '/quay/tiep-nhan'
const card = '031085001234|164056789|Nguyễn Văn Bảy|08031985|Nam|5 Điện Biên Phủ, Minh Khai|01072021'
const pay = { account: { bin: '970436', account: '0123456789' } }

async function aWard(t: Test) {
  const shop = await openTestContext(t, { pay })
  await openDemoAccounts(shop.context)
  const clerk = await signInAs(await shop.app(), 'quay.minhkhai')
  const open = async () => hidden((await clerk.get(page)).body, 'formId')
  const send = (fields: Fields) => clerk.post(page, fields, { page })
  return { ...shop, clerk, open, send }
}

const copies: Fields = {
  'filer.name': 'Nguyễn Văn Bảy',
  'filer.identityNumber': '031085001234',
  'filer.phone': '0912480123',
  'filer.address': '5 Điện Biên Phủ',
  whom: 'self',
  procedure: '2.000815',
  paper: ['1'],
  'delivery.method': 'desk',
  step: 'accept'
}

const typedIn = (body: string, name: string) =>
  new RegExp(`<input[^>]* name="${name.replace('.', '\\.')}"[^>]* value="([^"]*)"`).exec(body)?.[1]
const focusOf = (body: string) => /<input[^>]* name="([^"]*)"[^>]* autofocus/.exec(body)?.[1]

t.test('a scanned card fills the fields; the cursor goes on to the phone', async (t) => {
  const { open, send } = await aWard(t)
  const { body } = await send({ formId: await open(), scan: card, step: 'scan' })
  t.same(
    ['filer.name', 'filer.identityNumber', 'filer.address', 'filer.bornOnDay', 'filer.bornOnYear'].map((name) => typedIn(body, name)),
    ['Nguyễn Văn Bảy', '031085001234', '5 Điện Biên Phủ, Minh Khai', '08', '1985']
  )
  t.equal(focusOf(body), 'filer.phone')
  t.notMatch(body, 'không khớp')
})

t.test('of a spoilt scan or an unknown card the number is kept, and the cursor is in the name', async (t) => {
  const { open, send } = await aWard(t)
  const spoilt = card.replace('Nguyễn Văn Bảy', 'Nguyn Vn By')
  for (const scan of [spoilt, `${card}|Cha|Mẹ`, '031085001234']) {
    const { body } = await send({ formId: await open(), scan, step: 'scan' })
    t.same(
      [typedIn(body, 'filer.identityNumber'), typedIn(body, 'filer.name'), focusOf(body)],
      ['031085001234', undefined, 'filer.name'],
      scan
    )
  }
  const { body } = await send({ formId: await open(), scan: 'https://vidu.vn/abc', step: 'scan' })
  t.match(body, 'Không thấy số căn cước trong mã vừa quét')
  t.equal(focusOf(body), 'scan')
})

t.test('a number that disagrees with sex or birth year is said in yellow and stops nobody', async (t) => {
  const { open, send, context } = await aWard(t)
  const formId = await open()
  const warned = await send({ formId, scan: card.replace('08031985', '08031986'), step: 'scan' })
  const sex = await send({ formId, scan: card.replace('|Nam|', '|Nữ|'), step: 'scan' })
  const accepted = await send({ ...copies, formId, 'filer.bornOnYear': '1986' })
  t.match(warned.body, 'Số căn cước không khớp với ngày sinh hoặc giới tính')
  t.match(sex.body, 'không khớp')
  t.equal(accepted.statusCode, 303)
  t.ok(await findDossier(context.db, formId))
})

t.test('somebody who was here before is found by number or by phone: phone and address of the last time, to be confirmed', async (t) => {
  const { open, send, clerk } = await aWard(t)
  await send({ ...copies, formId: await open(), 'filer.address': '9 Cầu Đất' })
  const byCard = await send({ formId: await open(), scan: '031085001234', step: 'scan' })
  const byPhone = await send({ formId: await open(), 'filer.phone': '0912 480 123', step: 'choose' })
  const typed = await send({ formId: await open(), 'filer.identityNumber': '031085001234', 'filer.phone': '0987654321', step: 'choose' })

  t.same([typedIn(byCard.body, 'filer.phone'), typedIn(byCard.body, 'filer.address')], ['0912480123', '9 Cầu Đất'])
  t.equal(focusOf(byCard.body), 'filer.phone', 'Enter confirms it')
  t.match(byCard.body, 'Lần trước: 02/03/2026')
  t.equal(typedIn(byPhone.body, 'filer.name'), 'Nguyễn Văn Bảy')
  t.equal(typedIn(typed.body, 'filer.phone'), '0987654321', 'what was typed stays')
  t.match(byCard.body, 'Đang có 1 hồ sơ chưa xong ở đây')
  t.ok(clerk)
})

t.test('what somebody gave at another agency is not shown here', async (t) => {
  const { open, send, app } = await aWard(t)
  const other = await signInAs(await app(), 'quay.stttt')
  const formId = hidden((await other.get(page)).body, 'formId')
  const there = await other.post(page, { ...copies, formId, procedure: '1.003725', paper: ['1', '2'] }, { page })
  const here = await send({ formId: await open(), scan: '031085001234', step: 'scan' })
  t.equal(there.statusCode, 303)
  t.equal(typedIn(here.body, 'filer.phone'), undefined)
})

t.test('another card takes the person before it off the screen', async (t) => {
  const { open, send } = await aWard(t)
  const { body } = await send({ ...copies, formId: await open(), scan: '031194006217', step: 'scan' })
  t.same(
    ['filer.identityNumber', 'filer.name', 'filer.phone'].map((name) => typedIn(body, name)),
    ['031194006217', undefined, undefined]
  )
  t.match(body, '<option value="2.000815" selected>', 'the procedure stays')
})

t.test('a dossier goes into an account only by a verified number and name, and only if the clerk leaves the tick', async (t) => {
  const { open, send, context } = await aWard(t)
  const person = await context.db.transaction(async (tx) => {
    const { id } = await ensurePerson(tx, { phone: '0934000111', locale: 'vi', at: context.now() })
    await rememberPerson(tx, id, { fullName: 'Nguyễn Văn Bảy', identityNumber: '031085001234' })
    return id
  })
  const phoneOnly = await send({ ...copies, formId: await open(), 'filer.phone': '0934000111', step: 'choose' })
  const unverified = await open()
  await send({ ...copies, formId: unverified, 'filer.phone': '0934000111', attach: '1' })
  await context.db.transaction((tx) => verifyPerson(tx, person, { verifiedAt: context.now(), verifiedBy: 'VNeID' }))
  const offered = await send({ formId: await open(), scan: card.replace('Bảy', 'Bảy'), step: 'scan' })
  const [ticked, unticked, otherName] = [await open(), await open(), await open()]
  const again = { 'filer.phone': '0912480123', subject: 'x' }
  const seen = async () =>
    /name="again" value="([^"]*)"/.exec((await send({ ...copies, formId: await open(), step: 'choose' })).body)?.[1] ?? ''
  await send({ ...copies, ...again, formId: ticked, attach: '1', attachShown: '1', again: await seen() })
  await send({ ...copies, ...again, formId: unticked, attachShown: '1', again: await seen() })
  await send({ ...copies, ...again, formId: otherName, 'filer.name': 'Nguyễn Văn Tám', attach: '1', again: await seen() })

  t.match(phoneOnly.body, 'số điện thoại không chứng minh là ai nên hồ sơ không đưa vào tài khoản')
  t.equal((await findDossier(context.db, unverified))!.personId, null, 'a number somebody typed into an account proves nothing')
  t.match(offered.body, /đã xác thực bằng VNeID.*name="attach" value="1" checked/s)
  t.equal((await findDossier(context.db, ticked))!.personId, person)
  t.equal((await findDossier(context.db, unticked))!.personId, null)
  t.equal((await findDossier(context.db, otherName))!.personId, null)
})

t.test('an open dossier of the same person and procedure is shown beside; accepting another takes a tick', async (t) => {
  const { open, send, context } = await aWard(t)
  const first = await open()
  await send({ ...copies, formId: first })
  const formId = await open()
  const shown = await send({ ...copies, formId, step: 'choose' })
  const refused = await send({ ...copies, formId })
  const accepted = await send({ ...copies, formId, again: first })
  const other = await send({ ...copies, formId: await open(), procedure: '2.000884', paper: ['1', '2'], again: '' })

  const { code } = (await findDossier(context.db, first))!
  t.match(shown.body, 'Đang có hồ sơ cùng thủ tục chưa xong')
  t.match(shown.body, code!)
  t.equal(refused.statusCode, 422)
  t.match(refused.body, 'href="#again"')
  t.equal(accepted.statusCode, 303)
  t.ok(await findDossier(context.db, formId))
  t.equal(other.statusCode, 303, 'another procedure is no twin')
})

t.test('cash is booked in the commit that accepts, however often the button is pressed; uncounted it is not taken', async (t) => {
  const { open, send, context, sql } = await aWard(t)
  const formId = await open()
  const uncounted = await send({ ...copies, formId, pay: 'cash' })
  const counted = { ...copies, formId, pay: 'cash', 'fee.0': '2', 'fee.1': '1' }
  const pressed = await Promise.all([1, 2, 3].map(() => send(counted)))

  t.equal(uncounted.statusCode, 422)
  t.match(uncounted.body, 'href="#fee.0"')
  t.same(new Set(pressed.map(({ headers }) => headers.location)), new Set([`/quay/tiep-nhan/${formId}/xong`]))
  t.match(await entriesOf(context.db, formId), [{ way: 'cash', amount: 5000 }])
  t.same(await sql`select count(*)::int as count from dossiers`, [{ count: 1 }])
  t.match((await movesOf(context.db, formId)).at(-1), { name: 'accept', facts: { paid: 'cash' } })
})

t.test('a VietQR code is shown for what is owed; nothing is booked until the money came', async (t) => {
  const { open, send, context, clerk } = await aWard(t)
  const formId = await open()
  await send({ ...copies, formId, pay: 'transfer', 'fee.0': '2' })
  const { body, headers } = await clerk.get(`/quay/tiep-nhan/${formId}/xong`)
  t.match(await lastOrderOf(context.db, formId), { amount: 4000, state: 'open' })
  t.same(await entriesOf(context.db, formId), [])
  t.match(body, /Mã VietQR 4\.000/)
  t.ok(headers['refresh'])
})

t.test('in which form a paper was brought stands on the dossier', async (t) => {
  const { open, send, context } = await aWard(t)
  const formId = await open()
  await send({ ...copies, formId, paper: ['1', '2'], 'form.2': 'certified_copy', 'form.1': 'nonsense', 'copies.2': '3' })
  t.match(await papersOf(context.db, formId), [
    { number: 1, form: 'present' },
    { number: 2, form: 'certified_copy', copies: 3 }
  ])
})

t.test('the page after accepting belongs to the agency', async (t) => {
  const { open, send, app } = await aWard(t)
  const formId = await open()
  await send({ ...copies, formId })
  const other = await signInAs(await app(), 'quay.hongbang')
  t.equal((await other.get(`/quay/tiep-nhan/${formId}/xong`)).statusCode, 404)
})
