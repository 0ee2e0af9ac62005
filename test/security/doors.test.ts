// A door nobody has thought about: it is named, and the house does not open.
import Fastify from 'fastify'
import t from 'tap'
import { admit, watchDoors } from '../../src/web/guard.ts'

t.test('an address is guarded by the scope it stands in, by the innermost word, or by an API scope; any other is named', async (t) => {
  const app = Fastify()
  const { unguarded } = watchDoors(app)
  await app.register(async (desk) => {
    admit(desk, ['clerk'])
    desk.get('/quay', async () => 'in')
    await desk.register(async (inner) => {
      admit(inner, 'bearer')
      inner.get('/quay/lien-ket', { config: { csrf: false } }, async () => 'in')
    })
  })
  await app.register(async (forgotten) => {
    forgotten.post('/quen', async () => 'in')
  })
  app.get('/api', { config: { scope: 'dossiers:read' } as never }, async () => 'in')
  await app.ready()

  t.strictSame(unguarded(), ['POST /quen'])
})
