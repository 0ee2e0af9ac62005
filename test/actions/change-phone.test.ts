// The phone is the account: it moves only with proof of both numbers, or of who the person is.
import t from 'tap'
import { askForPhoneChange, changePhone } from '../../src/accounts/actions/change-phone.ts'
import { requestSignInCode, signInWithCode } from '../../src/accounts/actions/sign-in.ts'
import { openTestContext, type TestShop } from '../helpers/context.ts'

const [oldPhone, newPhone] = ['0912480123', '0977123456']

async function lastCode({ sql }: TestShop, phone: string): Promise<string> {
  const [job] = await sql<{ code: string }[]>`
    select payload ->> 'code' as code from graphile_worker._private_jobs
     where payload ->> 'phone' = ${phone} and payload ->> 'code' is not null order by id desc limit 1`
  return job!.code
}

async function enter(shop: TestShop, phone: string) {
  await requestSignInCode(shop.context, { typedPhone: phone, locale: 'vi' })
  return signInWithCode(shop.context, { phone, code: await lastCode(shop, phone), locale: 'vi' })
}

t.test('with both codes the account has the new number, the old one is told, and opens it no more', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const by = await enter(shop, oldPhone)
  await askForPhoneChange(context, { by, typedPhone: newPhone, isVouched: false, locale: 'vi' })
  const codes = { code: await lastCode(shop, newPhone), oldCode: await lastCode(shop, oldPhone) }

  const change = (given: { code: string; oldCode?: string }) =>
    changePhone(context, { by, phone: newPhone, ...given, isVouched: false, sessionKey: '' })
  await t.rejects(change({ code: codes.code }), { code: 'SIGN_IN_CODE_WRONG' }, 'a stolen session has not the old phone')
  await t.rejects(change({ code: codes.oldCode, oldCode: codes.code }), { code: 'SIGN_IN_CODE_WRONG' }, 'each code is for its number')
  await change(codes)

  t.equal((await enter(shop, newPhone)).id, by.id)
  t.not((await enter(shop, oldPhone)).id, by.id)
  await shop.runJobs()
  t.match(await shop.sql`select recipient, body from messages where kind = 'phone_changed'`, [{ recipient: oldPhone, body: /09x…456/ }])
})

t.test('who is vouched for needs no code of a phone that is lost', async (t) => {
  const shop = await openTestContext(t)
  const by = await enter(shop, oldPhone)
  await askForPhoneChange(shop.context, { by, typedPhone: newPhone, isVouched: true, locale: 'vi' })
  const code = await lastCode(shop, newPhone)
  await changePhone(shop.context, { by, phone: newPhone, code, isVouched: true, sessionKey: '' })
  t.equal((await enter(shop, newPhone)).id, by.id)
})

t.test('a number that has an account of its own is not taken over', async (t) => {
  const shop = await openTestContext(t)
  const other = await enter(shop, newPhone)
  const by = await enter(shop, oldPhone)
  await askForPhoneChange(shop.context, { by, typedPhone: newPhone, isVouched: true, locale: 'vi' })
  const code = await lastCode(shop, newPhone)
  const work = changePhone(shop.context, { by, phone: newPhone, code, isVouched: true, sessionKey: '' })
  await t.rejects(work, { code: 'PHONE_TAKEN' })
  t.equal((await enter(shop, newPhone)).id, other.id)
})
