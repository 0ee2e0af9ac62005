// Somebody is quicker than the house's own jobs.
import t from 'tap'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, lan } from '../helpers/dossiers.ts'
import { handOverAtDesk } from '../helpers/hand-over.ts'

t.test('a result handed over at the desk before the post was told is not sent a second time', async (t) => {
  const shop = await openTestContext(t)
  const delivery = { method: 'post' as const, name: lan.name, phone: lan.phone, address: 'Số 5', wardCode: '11302', wardName: 'Lạch Tray' }
  const { id, clerk } = await aDossier(shop.context, {
    state: 'result_ready',
    application: { filer: lan, applicant: lan, subject: 'Sách', delivery }
  })
  const check = { paper: 'Căn cước', last4: '6217', receiver: lan.name, relation: '' }
  await handOverAtDesk(shop.context, { dossierId: id, by: clerk, check })

  await shop.runJobs()

  t.same(await shop.sql`select our_ref from shipments`, [])
})
