// Who comes vouched for by VNeID is one person: no way to ring a hundred strangers, no short way to somebody's account.
import t from 'tap'
import { openVisitor } from '../helpers/visitor.ts'
import { openScene } from '../pages/citizen-scene.ts'
import { startIdentity } from '../pages/identity-scene.ts'

t.test('one identity has ten codes sent in an hour, to whichever phones', async (t) => {
  const identity = await startIdentity(t)
  const scene = await openScene(t, { identity: identity.provider })
  identity.open(scene.address)
  const visitor = openVisitor(scene.address)
  await visitor.get('/dang-nhap/dinh-danh')
  await visitor.submit(/dang-nhap/, { 'cong-dan': 'cong-dan-03' })
  const ask = async (phone: string) => {
    await visitor.get('/dang-nhap/dinh-danh/ghep')
    await visitor.submit('/dang-nhap/dinh-danh/ghep', { phone })
    return visitor.status
  }

  for (let n = 0; n < 10; n++) t.equal(await ask(`091200010${n}`), 200)

  t.equal(await ask('0912000200'), 429)
  const [{ codes }] = await scene.shop.sql<[{ codes: number }]>`select count(*)::int as codes from sign_in_codes`
  t.equal(codes, 10)
})
