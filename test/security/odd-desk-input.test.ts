// What no screen sends: numbers no column holds, days no calendar has, texts that are none. A refusal or a page, never a fault of ours.
import t from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier } from '../helpers/dossiers.ts'
import { aMachine } from '../helpers/outage.ts'
import { signInAs } from '../helpers/staff-browser.ts'
import { actorOf } from '../helpers/staff-visitor.ts'

t.test('addresses and forms of desk and office with values out of the world', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  await openDemoAccounts(context)
  const app = await shop.app()
  const { id } = await aDossier(context, { state: 'accepted' })
  await shop.runJobs()
  const [clerk, officer, head] = [await signInAs(app, 'quay.stttt'), await signInAs(app, 'xuly.stttt'), await signInAs(app, 'ky.stttt')]
  const faults: string[] = []
  const note = ({ statusCode, body }: { statusCode: number; body: string }, what: string) => {
    if (statusCode >= 500) faults.push(`${statusCode} ${what} ${body.includes('<') ? '' : body.slice(0, 200)}`)
  }
  const days = ['-271821-04-20', '+275760-09-13', '9999-12-31', '2026-02-31', '0000-01-01', '2026-03-02[u-ca=hebrew]', '\0', '999999999999']
  const numbers = ['-1', '99999999999', '1e300', '-1e300', 'NaN', 'Infinity', '0x10', '\0', '9007199254740993']

  for (const n of numbers) note(await clerk.get(`/so-theo-doi/${encodeURIComponent(n)}`), `book ${n}`)
  for (const n of numbers) {
    const value = encodeURIComponent(n)
    for (const url of [
      `/so-theo-doi/2026?sau=${value}`,
      `/so-theo-doi/tep/${id}/${value}`,
      `/quay/ho-so/${id}?giay=${value}`,
      `/quay/tra?ma=${value}`
    ])
      note(await clerk.get(url), url)
    note(await officer.get(`/xu-ly/ho-so/${id}?giay=${value}`), `paper ${n}`)
    note(await officer.get(`/xu-ly?trang=${value}&sau=${value}&bang=${value}`), `tray ${n}`)
    note(await head.get(`/ket-qua/mau/dong-y/1.003725?ban=${value}`), `version ${n}`)
    note(await clerk.post('/quay/ca', { counter: n, cashFloat: n }, { page: '/quay/ca' }), `shift ${n}`)
  }
  for (const day of days) {
    const value = encodeURIComponent(day)
    note(await clerk.get(`/so-theo-doi/2026?tu=${value}&den=${value}&linh-vuc=${value}`), `book from ${day}`)
    note(await clerk.post('/so-theo-doi/2026/xuat', { tu: day, den: day, format: 'xlsx' }, { page: '/so-theo-doi/2026' }), `export ${day}`)
    note(await clerk.get(`/ket-qua?tu=${value}&den=${value}&sau=${value}&truoc=${value}`), `results from ${day}`)
    note(
      await head.post('/ket-qua/mau/dong-y/1.003725', { text: 'x', validFrom: day, note: day, after: day }, { page: '/ky' }),
      `template ${day}`
    )
    note(
      await head.post(
        '/can-bo/phan-cong/thay-the',
        {
          absentId: (await actorOf(shop, 'xuly.stttt')).id,
          substituteId: (await actorOf(shop, 'xuly2.stttt')).id,
          from: day,
          to: day,
          reason: day
        },
        { page: '/can-bo/phan-cong' }
      ),
      `substitution ${day}`
    )
  }
  await clerk.post('/quay/ca', { counter: '7', cashFloat: '100.000.000' }, { page: '/quay/ca' })
  const [shift] = await shop.sql<{ id: string }[]>`select id from counter_shifts`
  note(
    await clerk.post(`/quay/ca/${shift!.id}/dong`, { 'to.500000': '99999', reason: 'x' }, { page: '/quay/ca' }),
    'a drawer of fifty billion'
  )
  t.same(faults, [])
})

t.test('what a machine says of its clock and its numbers', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  await openDemoAccounts(context)
  const app = await shop.app()
  const by = await actorOf(shop, 'quay.minhkhai')
  const machine = await aMachine(shop, { by })
  const sent = await machine.accept('2026-03-02T08:31:00+07:00')
  const content = JSON.parse(sent.content)
  const { cookie, get } = await signInAs(app, 'quay.minhkhai')
  const { csrf } = JSON.parse((await get('/quay/ngoai-tuyen/phien')).body)
  const send = async (url: string, payload: object) =>
    app.inject({ method: 'POST', url, headers: { cookie, accept: 'application/json' }, payload: { _csrf: csrf, ...payload } })
  const faults: string[] = []
  const clocks = ['2026-99-99T00:00:00Z', '9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z', '2026-02-31T10:00:00Z', '2026-03-02T24:00:00Z']
  for (const clock of clocks) {
    const asked = await send('/quay/ngoai-tuyen/so', { deviceKey: machine.deviceKey, left: {}, held: [], clock })
    if (asked.statusCode >= 500) faults.push(`lease ${clock}`)
    const brought = await send('/quay/ngoai-tuyen/dong-bo', { clock, items: [] })
    if (brought.statusCode >= 500) faults.push(`sync ${clock}`)
  }
  for (const change of [
    { number: 1e300 },
    { number: 2 ** 40 },
    { at: '2026-02-31T10:00:00Z' },
    { at: '2026-03-02T24:00:00Z' },
    { at: '9999-12-31T23:59:59Z' },
    { dueAt: '2026-02-31T10:00:00Z' },
    { cash: 1e15, fee: 1e15 },
    { body: { 'filer.name': { a: 1 }, paper: [[1]], procedure: 5 } },
    { body: { ...content.body, 'filer.name': 'a\u0000b' } },
    { receipt: 'x'.repeat(3000) },
    { voided: 'a\u0000b' }
  ]) {
    const item = await machine.resign({ ...content, ...change })
    const answer = await send('/quay/ngoai-tuyen/dong-bo', { clock: '2026-03-02T01:31:00Z', items: [item] })
    const [outcome] = answer.statusCode === 200 ? JSON.parse(answer.body).outcomes : []
    if (answer.statusCode !== 200 || outcome.reason === 'OUTAGE_FAILED')
      faults.push(`${JSON.stringify(change).slice(0, 80)} ${answer.statusCode} ${outcome?.reason}`)
  }
  t.same(faults, [])
})
