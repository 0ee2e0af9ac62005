// Names of places are offered to whoever types one: public, kept for a day, not without end.
import t from 'tap'
import { openTestContext } from '../helpers/context.ts'

t.test('wards and provinces are offered by their names, and a browser may keep the answer', async (t) => {
  const shop = await openTestContext(t)
  const app = await shop.app()
  const wards = await app.inject('/dia-danh?q=may%20to')
  t.equal(wards.statusCode, 200)
  t.strictSame(wards.json(), { items: [{ value: 'Phường Máy Tơ', note: '', province: 'Hải Phòng' }] })
  t.equal(wards.headers['cache-control'], 'public, max-age=86400')
  t.equal(wards.headers['set-cookie'], undefined, 'nobody is followed')
  const provinces = await app.inject('/dia-danh?cap=tinh&q=hai%20duong')
  t.strictSame(provinces.json().items[0], { value: 'Hải Dương', note: 'nay thuộc Hải Phòng', province: 'Hải Dương' })
  const english = await app.inject('/dia-danh?lang=en&q=may%20chai')
  t.equal(english.json().items[0].note, 'now in Phường Ngô Quyền')
  t.strictSame((await app.inject('/dia-danh')).json(), { items: [] })
  t.equal((await app.inject(`/dia-danh?q=${'a'.repeat(101)}`)).statusCode, 400)
  t.equal((await app.inject('/dia-danh?cap=huyen&q=an')).statusCode, 400)

  const codes = new Set<number>()
  for (let i = 0; i < 240; i++) codes.add((await app.inject('/dia-danh?q=an')).statusCode)
  t.strictSame([...codes], [200, 429], 'who asks without end is asked to wait')
})
