// Signing in: a code by phone for citizens, a password for staff, and nobody is sent to another site.
import t from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { localPath } from '../../src/web/local-path.ts'
import { openVisitor } from '../helpers/visitor.ts'
import { codeSentTo, openScene, signIn } from './citizen-scene.ts'

t.test('a citizen signs in with the code sent to the phone and comes back to where they were going', async (t) => {
  const scene = await openScene(t)
  const visitor = openVisitor(scene.address)

  await visitor.get('/ho-so')
  t.equal(visitor.url.pathname, '/dang-nhap', 'my dossiers ask for a sign-in')
  await visitor.submit('/dang-nhap', { phone: '0912 480 123' })
  t.match(visitor.text, '09x…123', 'the page says where the code went without printing the number')
  const code = await codeSentTo(scene, '0912480123')
  await visitor.submit('/dang-nhap/ma', { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })

  t.equal(visitor.url.pathname, '/ho-so', 'a code pasted with blanks is taken')
})

t.test('a wrong phone or a wrong code keeps the form and says how to mend it', async (t) => {
  const scene = await openScene(t)
  const visitor = openVisitor(scene.address)

  await visitor.get('/dang-nhap')
  await visitor.submit('/dang-nhap', { phone: '12 34' })
  t.equal(visitor.status, 422)
  t.match(visitor.page, 'value="12 34"', 'what was typed is still there')
  await visitor.submit('/dang-nhap', { phone: '0912480123' })
  const right = await codeSentTo(scene, '0912480123')
  await visitor.submit('/dang-nhap/ma', { code: right === '000000' ? '111111' : '000000' })
  t.equal(visitor.status, 401)
  t.match(visitor.text, 'Mã chưa đúng hoặc đã hết hạn')
  await visitor.submit('/dang-nhap/ma', { code: right })
  t.equal(visitor.url.pathname, '/ho-so')
})

t.test('a session id known before the sign-in opens nothing after it', async (t) => {
  const { address, shop } = await openScene(t)
  const app = await shop.app()
  const before = await app.inject({ url: '/dang-nhap' })
  const planted = before.cookies.find(({ name }) => name === 'motcua')!.value
  const token = /name="_csrf" value="([^"]+)"/.exec(before.body)![1]!
  const post = (url: string, fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url,
      cookies: { motcua: planted },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: token, ...fields }).toString()
    })
  await post('/dang-nhap', { phone: '0912480123' })

  const answer = await post('/dang-nhap/ma', { code: await codeSentTo({ shop, address }, '0912480123') })

  t.equal(answer.statusCode, 303)
  t.not(answer.cookies.find(({ name }) => name === 'motcua')?.value, planted, 'the session has a new id')
  const asPlanted = await app.inject({ url: '/ho-so', cookies: { motcua: planted } })
  t.match(asPlanted.headers['location'], /^\/dang-nhap/, 'the old one is signed out')
})

t.test('a link that names another site never leads there', async (t) => {
  for (const elsewhere of [
    '//evil.example',
    'https://evil.example/ho-so',
    '/\\evil.example',
    '/.//evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'ho-so'
  ])
    t.equal(localPath(elsewhere, '/ho-so'), '/ho-so', elsewhere)
  t.equal(localPath('/nop/1.001193?agency=11302', '/ho-so'), '/nop/1.001193?agency=11302')

  const scene = await openScene(t)
  const visitor = openVisitor(scene.address)
  await visitor.get('/dang-nhap?tiep=//evil.example')
  await visitor.submit('/dang-nhap', { phone: '0912480123', tiep: '//evil.example' })
  await visitor.submit('/dang-nhap/ma', { code: await codeSentTo(scene, '0912480123') })
  t.equal(visitor.url.href, `${scene.address}/ho-so`)
})

t.test('who has signed out has signed out', async (t) => {
  const scene = await openScene(t)
  const visitor = await signIn(scene)

  await visitor.submit('/dang-xuat')
  await visitor.get('/ho-so')

  t.equal(visitor.url.pathname, '/dang-nhap')
})

t.test('staff land where their work is; a wrong password says only that one of the two is wrong', async (t) => {
  const { shop, address } = await openScene(t)
  await openDemoAccounts(shop.context)
  const enter = async (username: string, password: string) => {
    const visitor = openVisitor(address)
    await visitor.get('/can-bo/dang-nhap?tiep=/ho-so')
    await visitor.submit('/can-bo/dang-nhap', { username, password })
    return visitor
  }

  const wrong = await enter('quay.stttt', 'sai')
  const unknown = await enter('khong.co', 'sai')
  const clerk = await enter('quay.stttt', 'motcua-demo')
  const officer = await enter('xuly.stttt', 'motcua-demo')
  const postman = await enter('buuta', 'motcua-demo')

  t.equal(wrong.status, 401)
  t.match(wrong.page, 'value="quay.stttt"')
  t.equal(wrong.text.replace('quay.stttt', ''), unknown.text.replace('khong.co', ''), 'nobody learns which names exist')
  t.same(
    [clerk, officer, postman].map(({ url }) => url.pathname),
    ['/quay', '/xu-ly', '/buu-dien']
  )
})
