// Doors that must not give way: codes by the dozen, people who have left, papers of a dossier that was taken back.
import t from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { requestSignInCode, signInWithCode } from '../../src/accounts/actions/sign-in.ts'
import { receivePapers } from '../../src/dossiers/actions/receive-papers.ts'
import { withdrawDossier } from '../../src/dossiers/actions/withdraw-dossier.ts'
import { latestMessages } from '../../src/notifications/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, lan } from '../helpers/dossiers.ts'
import { signInAs } from '../helpers/staff-browser.ts'

const phone = lan.phone

t.test('twelve requests for a code at the same moment send five, and only the last one opens', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop

  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, () => requestSignInCode(context, { typedPhone: phone, locale: 'vi' }))
  )
  await shop.runJobs()

  t.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 5)
  const codes = (await latestMessages(context.db)).map(({ body }) => body.slice(0, 6))
  const tries = await Promise.allSettled(codes.map((code) => signInWithCode(context, { phone, code, locale: 'vi' })))
  t.ok(tries.filter(({ status }) => status === 'fulfilled').length <= 1, 'the codes before the last are void')
})

t.test('a clerk who has left is out at the next page', async (t) => {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  const clerk = await signInAs(await shop.app(), 'quay.stttt')
  t.equal((await clerk.get('/quay')).statusCode, 200)

  await shop.sql`update staff set active = false where username = 'quay.stttt'`

  const { statusCode, headers } = await clerk.get('/quay')
  t.equal(statusCode, 303)
  t.match(headers.location, /can-bo\/dang-nhap/)
})

t.test('papers of a dossier that was withdrawn on the way are signed for all the same', async (t) => {
  const { context } = await openTestContext(t)
  const { id, citizen, clerk } = await aDossier(context)
  await withdrawDossier(context, { dossierId: id, by: citizen, reason: '' })

  const dossier = await context.db.transaction((tx) => receivePapers(tx, context, { dossierId: id, by: clerk, note: '' }))

  t.equal(dossier.state, 'withdrawn')
})
