// Who would fill the disk with files nobody asked for.
import t from 'tap'
import { maxFilesADay } from '../../src/files/rules.ts'
import { announce } from '../helpers/tus.ts'
import { openScene, signIn, startBirth } from '../pages/citizen-scene.ts'

t.test('a citizen sends five hundred files a day, however many of them are refused; the next one is served', async (t) => {
  const scene = await openScene(t)
  const { address } = scene
  const [busy, other] = [await signIn(scene), await signIn(scene, '0983111222')]
  const send = ({ cookie }: typeof busy) => announce({ address, cookie }, { size: 9, name: 'a.pdf' })

  for (let sent = 0; sent < maxFilesADay; sent++) if ((await send(busy)).status === 429) t.fail(`${sent} was too many`)

  t.equal((await send(busy)).status, 429)
  t.equal((await send(other)).status, 201)
})

t.test('a paper of one’s own that is somebody else’s, or was taken away meanwhile, is named at its slot', async (t) => {
  const scene = await openScene(t)
  const visitor = await signIn(scene)
  const path = await startBirth(visitor)
  await visitor.submit(/nguoi-nop$/, { whom: 'self', 'filer.name': 'Nguyễn Thị Lan', 'filer.identityNumber': '031194006217' })
  await visitor.get(`${path}/nop/giay-to`)

  await visitor.submit(/giay-to$/, { 'reuse.2': scene.shop.context.newId() })

  t.equal(visitor.status, 404)
  t.match(visitor.text, 'Không tìm thấy tệp.')
})
