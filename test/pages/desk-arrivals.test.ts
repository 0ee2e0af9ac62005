// Parcels at the desk by HTTP: found by their number, checked, signed for once; then the dossier can be accepted.
import t, { type Test } from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import type { Actor } from '../../src/accounts/roles.ts'
import { movesOf } from '../../src/dossiers/queries.ts'
import { recordByOperator } from '../../src/shipments/actions/record-by-operator.ts'
import { shipmentsOfDossier } from '../../src/shipments/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, lan } from '../helpers/dossiers.ts'
import { hidden, signInAs } from '../helpers/staff-browser.ts'

async function aDesk(t: Test) {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  const app = await shop.app()
  return { shop, context: shop.context, app, clerk: await signInAs(app, 'quay.stttt') }
}

t.test('papers carried by the post: signed for at the desk, then the dossier can be accepted', async (t) => {
  const { shop, context, clerk } = await aDesk(t)
  const pickUp = { name: lan.name, phone: lan.phone, address: '18/7 Lạch Tray', wardCode: '11326', wardName: 'Phường Lạch Tray' }
  const application = { filer: lan, applicant: lan, subject: 'Nhập khẩu 12 cuốn sách', delivery: { method: 'desk' as const }, pickUp }
  const { id } = await aDossier(context, { channel: 'post', application })
  await shop.runJobs()
  const [parcel] = await shipmentsOfDossier(context.db, id)
  const postman: Actor = { id: context.newId(), name: 'Vũ Văn Nam', role: 'postman' }
  const papersPresent = parcel!.contents
  await recordByOperator(context, {
    shipmentId: parcel!.id,
    eventId: context.newId(),
    command: 'collect',
    by: postman,
    papersPresent,
    count: papersPresent.length,
    sealNumber: 'NP-1',
    slipNumber: 'PG-1',
    signatures: true
  })
  const page = `/quay/buu-gui/${parcel!.id}`

  const before = await clerk.get(`/quay/ho-so/${id}`)
  const found = await clerk.get(`/quay/buu-gui?so=${parcel!.ourRef}`)
  const unsigned = await clerk.post(page, { seal: 'ok', papersCounted: '0' }, { page })
  const eventId = hidden((await clerk.get(page)).body, 'eventId')
  const fields = { eventId, seal: 'ok', papersCounted: '9', bothSigned: 'yes' }
  const signed = await clerk.post(page, fields, { page })
  const again = await clerk.post(page, fields, { page })

  t.notMatch(before.body, `action="/quay/ho-so/${id}/tiep-nhan"`, 'nothing to accept yet')
  t.match(before.body, 'href="/quay/buu-gui"')
  t.equal(found.headers.location, page)
  t.equal(unsigned.statusCode, 422)
  t.match(unsigned.body, 'href="#bothSigned"')
  t.same([signed.statusCode, signed.headers.location], [303, `/quay/ho-so/${id}`])
  t.equal(again.statusCode, 303, 'pressed twice')
  t.same(
    (await movesOf(context.db, id)).map(({ name }) => name),
    ['submit', 'receive_papers']
  )
  t.match((await clerk.get(`/quay/ho-so/${id}`)).body, `action="/quay/ho-so/${id}/tiep-nhan"`)
})

t.test('somebody else’s parcel is named with the agency it belongs to', async (t) => {
  const { shop, context, app } = await aDesk(t)
  const { id } = await aDossier(context, {
    channel: 'post',
    application: {
      filer: lan,
      applicant: lan,
      subject: 'Sách',
      delivery: { method: 'desk' },
      pickUp: { name: lan.name, phone: lan.phone, address: '18 Lạch Tray', wardCode: '11326', wardName: 'Phường Lạch Tray' }
    }
  })
  await shop.runJobs()
  const [parcel] = await shipmentsOfDossier(context.db, id)
  const ward = await signInAs(app, 'quay.minhkhai')

  const page = await ward.get(`/quay/buu-gui?so=${parcel!.ourRef}`)

  t.equal(page.statusCode, 404)
  t.match(page.body, 'thuộc Sở Thông tin và Truyền thông')
  t.equal((await ward.get(`/quay/buu-gui/${parcel!.id}`)).statusCode, 404)
})
