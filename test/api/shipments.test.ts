// Parcels by the API: the client follows its own, the postal operator records what happens to any.
import t from 'tap'
import { acceptAtDesk } from '../../src/dossiers/actions/accept-at-desk.ts'
import { decide } from '../../src/dossiers/actions/decide.ts'
import { takeDossier } from '../../src/dossiers/actions/take-dossier.ts'
import { keepFile } from '../../src/files/actions/keep-file.ts'
import { smallPdf, staffOf } from '../helpers/dossiers.ts'
import { aFiledDossier, type Caller, openApiShop } from './api-shop.ts'

type Shop = Awaited<ReturnType<typeof openApiShop>>

/** The result of a dossier, signed and ordered from the post. */
async function aParcel({ context, runJobs }: Shop, client: Caller) {
  const home = { name: 'Nguyễn Thị Lan', phone: '0912480123', address: '18/7 Lạch Tray', wardCode: '11296' }
  const dossierId = await aFiledDossier(client, { delivery: { method: 'post', ...home } })
  const [clerk, officer] = [await staffOf(context, 'STTTT', 'clerk'), await staffOf(context, 'STTTT', 'officer')]
  await acceptAtDesk(context, { dossierId, by: clerk })
  await takeDossier(context, { dossierId, by: officer })
  const file = await keepFile(context, { name: 'ket-qua.pdf', bytes: smallPdf, ownerId: officer.id })
  await decide(context, { dossierId, by: officer, kind: 'approved', number: '15/GP-STTTT', title: 'Giấy phép', fileId: file.id })
  await runJobs()
  const [parcel] = (await client.get(`/api/v1/dossiers/${dossierId}/shipments`)).json().items
  return { dossierId, parcel }
}

t.test('a result goes by post: the client sees the parcel, its events and one story of both', async (t) => {
  const shop = await openApiShop(t)
  const client = await shop.aClient(['dossiers:read', 'dossiers:write', 'files:write', 'shipments:read'])

  const { dossierId, parcel } = await aParcel(shop, client)

  t.match(parcel, { kind: 'delivery', status: 'ordered', statusWords: 'Đã đặt bưu điện', recipient: { name: 'Nguyễn Thị Lan' } })
  t.same((await client.get(`/api/v1/shipments/${parcel.ref}`)).json(), parcel)
  t.ok((await client.get(`/api/v1/shipments/${parcel.ref}/events`)).json().items.length > 0)
  t.ok((await client.get(`/api/v1/dossiers/${dossierId}/timeline`)).json().items.some(({ where }: { where: string }) => where === 'mail'))
})

t.test('another client finds no parcel; an operator finds every one', async (t) => {
  const shop = await openApiShop(t)
  const [client, stranger, operator] = [
    await shop.aClient(),
    await shop.aClient(['shipments:read']),
    await shop.aClient(['shipments:read', 'shipments:write'])
  ]
  const { parcel } = await aParcel(shop, client)
  const url = `/api/v1/shipments/${parcel.ref}`

  const seen = [await stranger.get(url), await stranger.get(`${url}/events`), await operator.get('/api/v1/shipments/EH000000000VN')]
  const recorded = await stranger.post(`${url}/events`, { step: 'assign' })

  for (const answer of seen) t.match(answer.json(), { status: 404, code: 'SHIPMENT_NOT_FOUND' })
  t.match(recorded.json(), { status: 403, code: 'SCOPE_MISSING' })
  t.equal((await operator.get(url)).json().ref, parcel.ref)
})

t.test('an operator records a journey: allowed steps, with reason and proof, each once', async (t) => {
  const shop = await openApiShop(t)
  const operator = await shop.aClient()
  const { dossierId, parcel } = await aParcel(shop, operator)
  const url = `/api/v1/shipments/${parcel.ref}/events`
  const minute = (at: number) => shop.setNow(`2026-03-02T10:${String(at).padStart(2, '0')}+07:00`)
  const collect = { step: 'collect', sealNumber: 'NP-1', papersPresent: parcel.contents, count: parcel.contents.length, signatures: true }

  t.match((await operator.post(url, { step: 'deliver' })).json(), { status: 409, code: 'SHIPMENT_COMMAND_NOT_ALLOWED' })
  t.match((await operator.post(url, { step: 'collect' })).json(), { status: 422, code: 'PROOF_NEEDED' })
  minute(1)
  t.match((await operator.post(url, collect, 'C')).json(), { status: 'in_custody' })
  minute(2)
  t.equal((await operator.post(url, collect, 'C')).headers['idempotent-replayed'], 'true')
  t.match((await operator.post(url, { step: 'go_out', place: 'Bưu cục Ngô Quyền' })).json(), { status: 'out_for_delivery', attempts: 0 })
  minute(3)
  t.match((await operator.post(url, { step: 'fail_attempt' })).json(), { status: 422, code: 'REASON_NEEDED' })
  t.match((await operator.post(url, { step: 'fail_attempt', reason: 'recipient_absent' })).json(), {
    status: 'attempt_failed',
    attempts: 1
  })
  minute(4)
  await operator.post(url, { step: 'go_out' })
  minute(5)
  const receiver = { name: 'Nguyễn Thị Lan', relation: 'Chính chủ', idType: 'CCCD', idLast4: '6217', method: 'seen', signature: true }
  t.equal((await operator.post(url, { step: 'deliver', receiver })).json().status, 'delivered')
  await shop.runJobs()

  const events = (await operator.get(url)).json().items
  t.same(
    events.filter(({ source }: { source: string }) => source === 'operator_web').map(({ status }: { status: string }) => status),
    ['in_custody', 'out_for_delivery', 'attempt_failed', 'out_for_delivery', 'delivered_reported']
  )
  t.equal((await operator.get(`/api/v1/dossiers/${dossierId}`)).json().state, 'returned')
})
