// Public tracking: the code and a second factor, one answer for every miss, few tries, nothing personal.
import t from 'tap'
import { aDossier, lan } from '../helpers/dossiers.ts'
import { openVisitor } from '../helpers/visitor.ts'
import { openScene } from './citizen-scene.ts'

t.test('code and last four digits open the page, however the code is typed', async (t) => {
  const { shop, address } = await openScene(t)
  const { code } = await aDossier(shop.context, { state: 'accepted' })
  const typed = [code, code.toLowerCase(), code.replaceAll('.', ''), ` ${code.replaceAll('0', 'O').replaceAll('-', ' ')} `]

  for (const one of typed) {
    const visitor = openVisitor(address)
    await visitor.get('/tra-cuu')
    await visitor.submit('/tra-cuu', { code: one, last4: lan.phone.slice(-4) })
    t.equal(visitor.url.pathname, `/tra-cuu/${code}`, one)
    t.equal(visitor.url.search, '', 'the factor does not stand in the address')
  }
})

t.test('the page tells state, date and reason, and nothing personal', async (t) => {
  const { shop, address } = await openScene(t)
  const { code, clerk } = await aDossier(shop.context, { state: 'accepted' })
  const visitor = openVisitor(address)
  await visitor.get('/tra-cuu')

  await visitor.submit('/tra-cuu', { code, last4: lan.identityNumber!.slice(-4) })

  t.match(visitor.text, 'Đã tiếp nhận')
  t.match(visitor.text, 'Nguyễn Thị L.')
  t.match(visitor.text, 'Vì sao là ngày này?')
  for (const secret of [lan.name, lan.phone, lan.identityNumber!, lan.address!, lan.email!, clerk.name]) t.notMatch(visitor.page, secret)
})

t.test('an unknown code and a wrong factor get the same answer', async (t) => {
  const { shop, address } = await openScene(t)
  const { code } = await aDossier(shop.context)
  const unknown = code.replace(/\d{4}$/, '9876')
  const ask = async (asked: string, last4: string) => {
    const visitor = openVisitor(address)
    await visitor.get('/tra-cuu')
    await visitor.submit('/tra-cuu', { code: asked, last4 })
    return { status: visitor.status, page: visitor.page.replaceAll(asked, '').replaceAll(last4, '') }
  }

  const [missed, wrong] = [await ask(unknown, '0123'), await ask(code, '4321')]

  t.equal(missed.status, 404)
  t.same(wrong, missed)
})

t.test('a tracking address alone opens nothing, for codes that exist and codes that do not', async (t) => {
  const { shop, address } = await openScene(t)
  const { code } = await aDossier(shop.context)
  const look = async (asked: string) => {
    const visitor = openVisitor(address)
    await visitor.get(`/tra-cuu/${asked}`)
    return { status: visitor.status, page: visitor.page.replaceAll(asked, '') }
  }

  t.same(await look(code), await look(code.replace(/\d{4}$/, '9876')))
})

t.test('after five tries in a minute one has to wait, also with the right digits', async (t) => {
  const { shop, address } = await openScene(t)
  const { code } = await aDossier(shop.context)
  const visitor = openVisitor(address)
  await visitor.get('/tra-cuu')
  for (const last4 of ['1111', '2222', '3333', '4444', '5555']) await visitor.submit('/tra-cuu', { code, last4 })

  await visitor.submit('/tra-cuu', { code, last4: lan.phone.slice(-4) })

  t.equal(visitor.status, 429)
  t.match(visitor.text, /Xin đợi \d+ giây/)
})

t.test('empty boxes are named and cost no try', async (t) => {
  const { address } = await openScene(t)
  const visitor = openVisitor(address)
  await visitor.get('/tra-cuu')

  for (let i = 0; i < 7; i++) await visitor.submit('/tra-cuu', { code: '', last4: '12' })

  t.equal(visitor.status, 422)
  t.match(visitor.text, 'Xin ghi đúng 4 chữ số cuối')
})
