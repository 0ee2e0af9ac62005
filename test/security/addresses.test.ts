// Whoever has a network of addresses has no more tries than whoever has one.
import t from 'tap'
import { networkOf } from '../../src/kernel/network.ts'
import { openTestContext } from '../helpers/context.ts'

t.test('addresses of one IPv6 network are one, those of another are another', async (t) => {
  const same = ['2001:db8:1:2::1', '2001:db8:1:2:a:b:c:d', '2001:db8:1:2::']

  t.same(new Set(same.map(networkOf)), new Set(['2001:db8:1:2::/64']))
  t.equal(networkOf('2001:db8::1'), '2001:db8:0:0::/64')
  t.equal(networkOf('::1'), '0:0:0:0::/64')
  for (const one of ['203.0.113.7', '::ffff:203.0.113.7']) t.equal(networkOf(one), one)
})

t.test('the sixth look for a dossier in a minute is refused, from whichever address of the network', async (t) => {
  const shop = await openTestContext(t)
  const app = await shop.app()
  const look = async (remoteAddress: string, n: number) => {
    const payload = `code=000.00.01.H24-260302-000${n}&last4=1234`
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
    return (await app.inject({ method: 'POST', url: '/tra-cuu', remoteAddress, headers, payload })).statusCode
  }

  for (let n = 1; n < 6; n++) t.not(await look(`2001:db8:1:2::${n}`, n), 429)

  t.equal(await look('2001:db8:1:2::6', 6), 429)
  t.not(await look('2001:db8:1:3::6', 6), 429)
})
