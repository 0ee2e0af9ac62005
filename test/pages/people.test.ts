// Who answers for what and who stands in for whom: arranged by heads, in force at the next page, for lists and single dossiers alike.
import t, { type Test } from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { findStaff, substitutesFor } from '../../src/accounts/queries.ts'
import { chainOf } from '../../src/audit/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier } from '../helpers/dossiers.ts'
import { formsOf, hidden, signInAs } from '../helpers/staff-browser.ts'

const page = '/can-bo/phan-cong'

async function aHouse(t: Test) {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  const app = await shop.app()
  const idOf = async (username: string) => (await findStaff(shop.context.db, username))!.id
  return { shop, context: shop.context, app, idOf, head: await signInAs(app, 'ky.stttt') }
}

/** The sector of 1.003725, and one of another ministry. */
async function sectors({ shop }: Awaited<ReturnType<typeof aHouse>>) {
  const [own] = await shop.sql<{ code: string }[]>`
    select s.code from sectors s join procedures p on p.sector_id = s.id where p.code = '1.003725'`
  return { own: own!.code, other: 'G15-TP03' }
}

t.test('whoever answers for another sector neither opens nor finds nor sees the dossier listed; with the right one they do', async (t) => {
  const house = await aHouse(t)
  const { id, code } = await aDossier(house.context)
  const { own, other } = await sectors(house)
  const clerk = await signInAs(house.app, 'quay.stttt')
  const clerkId = await house.idOf('quay.stttt')
  const looks = async () => ({
    opened: (await clerk.get(`/quay/ho-so/${id}`)).statusCode,
    listed: (await clerk.get('/quay?hang=incoming')).body.includes(id),
    found: (await clerk.get('/quay/tim?q=nguyen+thi+lan')).body.includes(id)
  })
  t.strictSame(await looks(), { opened: 200, listed: true, found: true }, 'no row: everything at the agency')

  await house.head.post(`${page}/${clerkId}`, { scope: 'some', sector: other }, { page: `${page}/${clerkId}` })
  t.strictSame(await looks(), { opened: 404, listed: false, found: false })
  const tried = await clerk.post(`/quay/ho-so/${id}/tu-choi`, { reason: 'x', legalBasis: 'y' }, { page: '/quay' })
  t.equal(tried.statusCode, 404, 'nor is anything done to it')

  await house.head.post(`${page}/${clerkId}`, { scope: 'some', sector: [other, own] }, { page: `${page}/${clerkId}` })
  t.strictSame(await looks(), { opened: 200, listed: true, found: true })
  await house.head.post(`${page}/${clerkId}`, { scope: 'some', procedures: '1.003725' }, { page: `${page}/${clerkId}` })
  t.strictSame(await looks(), { opened: 200, listed: true, found: true }, 'by procedure')
  t.match((await house.head.get(page)).body, 'nhập khẩu xuất bản phẩm', 'the page of the head says it in words')
  t.equal((await chainOf(house.context.db, clerkId)).length, 3, 'and each change is written down')
  t.ok(code)
})

t.test('whoever stands in for a colleague has their duties, from the first day to the end of the last', async (t) => {
  const house = await aHouse(t)
  const { id } = await aDossier(house.context)
  const { own, other } = await sectors(house)
  const [absent, substitute] = [await house.idOf('xuly.stttt'), await house.idOf('xuly2.stttt')]
  for (const [staffId, sector] of [
    [absent, own],
    [substitute, other]
  ] as const)
    await house.head.post(`${page}/${staffId}`, { scope: 'some', sector }, { page: `${page}/${staffId}` })
  // A session lasts half a day: each morning they sign in again.
  const opens = async () => (await (await signInAs(house.app, 'xuly2.stttt')).get(`/xu-ly/ho-so/${id}`)).statusCode
  t.equal(await opens(), 404)

  const formId = hidden((await house.head.get(page)).body, 'formId')
  const fields = { formId, absentId: absent, substituteId: substitute, from: '2026-03-03', to: '4/3/2026', reason: 'Nghỉ phép' }
  for (let press = 0; press < 2; press++) t.equal((await house.head.post(`${page}/thay-the`, fields, { page })).statusCode, 303)
  t.equal(await opens(), 404, 'not before the first day')
  house.shop.setNow('2026-03-03T00:00+07:00')
  t.equal(await opens(), 200)
  t.same(
    (await substitutesFor(house.context.db, substitute, house.context.now())).map((one) => one.id),
    [absent],
    'pressed twice, arranged once'
  )
  house.shop.setNow('2026-03-04T23:59+07:00')
  t.equal(await opens(), 200)
  const head = await signInAs(house.app, 'ky.stttt')
  const [end] = formsOf((await head.get(page)).body).filter((address) => address.endsWith('/ket-thuc'))
  await head.post(end!, {}, { page })
  t.equal(await opens(), 404, 'back early')
})

t.test('nobody becomes a signer because the signer is away, and heads arrange their own house only', async (t) => {
  const house = await aHouse(t)
  const [signer, officer, clerk, elsewhere] = await Promise.all(['ky.stttt', 'xuly.stttt', 'quay.stttt', 'xuly.hongbang'].map(house.idOf))
  const dates = { from: '2026-03-03', to: '2026-03-04', reason: 'Nghỉ phép' }
  const arrange = (who: typeof house.head, absentId: string, substituteId: string) =>
    who.post(`${page}/thay-the`, { ...dates, absentId, substituteId }, { page })

  const asSigner = await arrange(house.head, signer!, officer!)
  t.equal(asSigner.statusCode, 422)
  t.match(asSigner.body, 'Người này không làm được việc của người vắng')
  t.match(asSigner.body, 'value="2026-03-03"', 'what was typed is still there')
  t.equal((await arrange(house.head, officer!, elsewhere!)).statusCode, 403)
  t.equal((await arrange(house.head, elsewhere!, officer!)).statusCode, 403)
  const desk = await signInAs(house.app, 'truongquay.stttt')
  t.equal((await arrange(desk, officer!, signer!)).statusCode, 403, 'the head of the desk cares for the desk')
  t.equal((await desk.get(`${page}/${officer}`)).statusCode, 404)
  t.equal((await desk.get(`${page}/${clerk}`)).statusCode, 200)
  const backwards = await house.head.post(
    `${page}/thay-the`,
    { absentId: officer!, substituteId: officer!, from: '2026-03-09', to: '2026-03-08' },
    { page }
  )
  for (const said of ['Người thay phải là người khác', 'Ngày cuối không được trước ngày đầu', 'Lỗi: ']) t.match(backwards.body, said)
})
