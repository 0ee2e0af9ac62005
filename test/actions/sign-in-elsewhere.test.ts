// An identity somebody else vouches for, and the accounts that are there: nobody gets into one without proving its phone.
import t, { type Test } from 'tap'
import { rememberFiler } from '../../src/accounts/actions/remember-person.ts'
import { requestSignInCode, signInWithCode } from '../../src/accounts/actions/sign-in.ts'
import { linkToAccount, linkWithCode, signInElsewhere, unlinkIdentity } from '../../src/accounts/actions/sign-in-elsewhere.ts'
import { findPerson, findPersonByPhone, identitiesOf } from '../../src/accounts/queries.ts'
import type { Actor } from '../../src/accounts/roles.ts'
import type { Vouched, VouchedIdentity } from '../../src/accounts/types.ts'
import { openTestContext, type TestShop } from '../helpers/context.ts'
import { raceFor } from '../helpers/races.ts'

const phone = '0912480123'
const lan: VouchedIdentity = {
  issuer: 'https://vneid.example',
  subject: 'lan',
  name: 'Nguyễn Thị Lan',
  identityNumber: '031194006217',
  bornOn: '1994-05-12',
  verifiedPhone: '+84912480123',
  level: '2'
}
const vouched = (changes: Partial<VouchedIdentity> = {}): Vouched => ({ identity: { ...lan, ...changes }, provider: 'VNeID' })
const hung = { subject: 'hung', name: 'Trần Văn Hùng', identityNumber: '031078004512', bornOn: '1978-11-02' }

const enter = (context: TestShop['context'], changes?: Partial<VouchedIdentity>) =>
  signInElsewhere(context, { vouched: vouched(changes), locale: 'vi' })

async function codeTo({ context, sql }: TestShop, to = phone): Promise<string> {
  await requestSignInCode(context, { typedPhone: to, locale: 'vi' })
  const [job] = await sql<{ code: string }[]>`
    select payload ->> 'code' as code from graphile_worker._private_jobs where payload ->> 'phone' = ${to} and payload ->> 'code' is not null order by id desc limit 1`
  return job!.code
}

/** Signed in with a code, as everybody could before. */
async function byPhone(shop: TestShop, to = phone): Promise<Actor> {
  return signInWithCode(shop.context, { phone: to, code: await codeTo(shop, to), locale: 'vi' })
}

const people = async ({ sql }: TestShop): Promise<number> => (await sql<{ n: number }[]>`select count(*)::int as n from persons`)[0]!.n

const refusedAs = (t: Test, work: Promise<unknown>, code: string, what: string) => t.rejects(work, { code }, what)

t.test('a first sign-in opens an account with what the provider vouched for; the next one enters the same', async (t) => {
  const shop = await openTestContext(t)
  const first = await enter(shop.context)
  const second = await enter(shop.context)

  t.match(first, { actor: { name: 'Nguyễn Thị Lan', role: 'applicant' } })
  t.same(second, first)
  const person = (await findPersonByPhone(shop.context.db, phone))!
  t.match(person, { fullName: 'Nguyễn Thị Lan', identityNumber: '031194006217', verifiedBy: 'VNeID' })
  t.equal(String(person.bornOn), '1994-05-12')
  t.match(await identitiesOf(shop.context.db, person.id), [{ issuer: lan.issuer, subject: 'lan', level: '2' }])
  await shop.runJobs()
  const told = await shop.sql`select body from messages where kind = 'identity_linked'`
  t.equal(told.length, 1, 'the phone was told once')
  t.match(told[0]!['body'], 'VNeID')
})

t.test('a phone that has an account opens it to nobody: the provider’s word about the phone is not enough', async (t) => {
  const shop = await openTestContext(t)
  const owner = await byPhone(shop)

  t.same(await enter(shop.context), { asks: 'code', phone })
  t.same(await identitiesOf(shop.context.db, owner.id), [], 'nothing was tied')
  t.equal((await findPerson(shop.context.db, owner.id))!.verifiedAt, null)
  const wrong = linkWithCode(shop.context, { vouched: vouched(), phone, code: '000000', locale: 'vi' })
  await refusedAs(t, wrong, 'SIGN_IN_CODE_WRONG', 'no code was even sent')
  t.same(await identitiesOf(shop.context.db, owner.id), [])

  const code = await codeTo(shop)
  const linked = await linkWithCode(shop.context, { vouched: vouched(), phone, code, locale: 'vi' })
  t.equal(linked.id, owner.id)
  t.match(await enter(shop.context), { actor: { id: owner.id } }, 'from now on the identity is enough')
  await refusedAs(
    t,
    linkWithCode(shop.context, { vouched: vouched(), phone, code, locale: 'vi' }),
    'SIGN_IN_CODE_WRONG',
    'a code works once'
  )
})

t.test('the same number is no reason to enter either: without a phone, one is asked for', async (t) => {
  const shop = await openTestContext(t)
  const owner = await byPhone(shop)
  await rememberFiler(shop.context, { personId: owner.id, known: { fullName: 'Nguyễn Thị Lan', identityNumber: lan.identityNumber } })

  t.same(await enter(shop.context, { verifiedPhone: undefined }), { asks: 'phone' })
  t.same(await enter(shop.context, { verifiedPhone: 'not a phone' }), { asks: 'phone' })
  t.equal(await people(shop), 1)
})

t.test('five wrong codes are five, whoever is vouched for', async (t) => {
  const shop = await openTestContext(t)
  await byPhone(shop)
  const code = await codeTo(shop)
  const wrong = code === '111111' ? '222222' : '111111'
  for (let tries = 0; tries < 5; tries++)
    await refusedAs(t, linkWithCode(shop.context, { vouched: vouched(), phone, code: wrong, locale: 'vi' }), 'SIGN_IN_CODE_WRONG', 'wrong')
  await refusedAs(
    t,
    linkWithCode(shop.context, { vouched: vouched(), phone, code, locale: 'vi' }),
    'SIGN_IN_CODE_WRONG',
    'now the right one is too late'
  )
})

t.test('an account that is one person’s does not become another’s, phone or not', async (t) => {
  const shop = await openTestContext(t)
  await enter(shop.context)
  const asHung = vouched(hung)

  const code = await codeTo(shop)
  await refusedAs(
    t,
    linkWithCode(shop.context, { vouched: asHung, phone, code, locale: 'vi' }),
    'IDENTITY_OF_ANOTHER',
    'another number, with the right code'
  )
  const sameNumber = vouched({ subject: 'second-account' })
  const owner = (await findPersonByPhone(shop.context.db, phone))!
  const by = { id: owner.id, name: '', role: 'applicant' as const }
  await refusedAs(
    t,
    linkToAccount(shop.context, { vouched: sameNumber, by }),
    'IDENTITY_OF_ANOTHER',
    'a second identity of the same provider'
  )
  t.equal((await identitiesOf(shop.context.db, owner.id)).length, 1)
})

t.test('an identity that is tied to one account is not tied to a second', async (t) => {
  const shop = await openTestContext(t)
  await enter(shop.context)
  const stranger = await byPhone(shop, '0983112244')

  await refusedAs(t, linkToAccount(shop.context, { vouched: vouched(), by: stranger }), 'IDENTITY_LINKED_ELSEWHERE', 'from inside')
  const code = await codeTo(shop, '0983112244')
  const work = linkWithCode(shop.context, { vouched: vouched(), phone: '0983112244', code, locale: 'vi' })
  await refusedAs(t, work, 'IDENTITY_LINKED_ELSEWHERE', 'with a code')
  t.same(await identitiesOf(shop.context.db, stranger.id), [])
})

t.test('two first sign-ins at the same moment make one person', async (t) => {
  const shop = await openTestContext(t)
  const { first, second } = await raceFor(
    shop,
    (slow) => enter(slow),
    () => enter(shop.context)
  )
  t.equal(first.status, 'fulfilled')
  t.same(second, first)
  t.equal(await people(shop), 1)
})

t.test('two people whom the provider gives the same phone: the second has to prove it', async (t) => {
  const shop = await openTestContext(t)
  const { second } = await raceFor(
    shop,
    (slow) => enter(slow),
    () => enter(shop.context, hung)
  )
  t.match(second, { status: 'fulfilled', value: { asks: 'code', phone } })
  t.equal(await people(shop), 1)
})

t.test('what was vouched for is not typed over; what was not, is remembered as before', async (t) => {
  const shop = await openTestContext(t)
  await enter(shop.context)
  const { id } = (await findPersonByPhone(shop.context.db, phone))!

  await rememberFiler(shop.context, { personId: id, known: { fullName: 'Tên Khác', identityNumber: '031078004512', email: 'lan@vidu.vn' } })

  t.match(await findPerson(shop.context.db, id), { fullName: 'Nguyễn Thị Lan', identityNumber: '031194006217', email: 'lan@vidu.vn' })
})

t.test('an identity that was taken away enters no more, and the phone still does', async (t) => {
  const shop = await openTestContext(t)
  const owner = await byPhone(shop)
  await linkToAccount(shop.context, { vouched: vouched(), by: owner })
  const [identity] = await identitiesOf(shop.context.db, owner.id)
  const stranger = await byPhone(shop, '0983112244')

  await unlinkIdentity(shop.context, { id: identity!.id, by: stranger, sessionKey: '' })
  t.equal((await identitiesOf(shop.context.db, owner.id)).length, 1, 'somebody else cannot take it away')
  await unlinkIdentity(shop.context, { id: identity!.id, by: owner, sessionKey: '' })

  t.same(await enter(shop.context), { asks: 'code', phone })
  t.equal((await byPhone(shop)).id, owner.id)
})
