// One person who wants to do what needs two: signing what was changed behind the head's back, widening one's own duties, standing in for oneself.
import t, { type Test } from 'tap'
import { arrangeSubstitution } from '../../src/accounts/actions/arrange-substitution.ts'
import { assignDuties } from '../../src/accounts/actions/assign-duties.ts'
import { demoPassword, openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { findWorking } from '../../src/accounts/queries.ts'
import { getDossier } from '../../src/dossiers/queries.ts'
import { collectCash } from '../../src/payments/actions/collect-cash.ts'
import { moveDraft, saveDraftText } from '../../src/results/actions/draft-result.ts'
import { draftOf } from '../../src/results/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, lan } from '../helpers/dossiers.ts'
import { aResultDraft } from '../helpers/results.ts'
import { signInAs } from '../helpers/staff-browser.ts'
import { actorOf } from '../helpers/staff-visitor.ts'

async function aHouse(t: Test) {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  const app = await shop.app()
  return { shop, context: shop.context, app }
}

t.test('the head signs the words that were on the page, not those put under them afterwards', async (t) => {
  const { context, app } = await aHouse(t)
  const { id, draft, officer } = await aResultDraft(context)
  const head = await signInAs(app, 'ky.stttt')
  const page = (await head.get('/ky')).body
  const ticked = /name="draft" value="([^"]*)"/.exec(page)![1]!
  t.ok(ticked.startsWith(draft.id))

  await moveDraft(context, { draftId: draft.id, name: 'take_back', by: officer })
  const taken = (await draftOf(context.db, id))!
  const values = { ...taken.values, purpose: 'Bán lẻ 5.000 bản' }
  await saveDraftText(context, { draftId: draft.id, by: officer, values, title: taken.title, revision: taken.revision })
  await moveDraft(context, { draftId: draft.id, name: 'send', by: officer })
  const pressed = await head.post('/ky', { batch: context.newId(), draft: ticked, password: demoPassword }, { page: '/ky' })

  t.equal(pressed.statusCode, 409)
  t.equal((await draftOf(context.db, id))!.state, 'to_sign')
  const again = /name="draft" value="([^"]*)"/.exec((await head.get('/ky')).body)![1]!
  const signed = await head.post('/ky', { batch: context.newId(), draft: again, password: demoPassword }, { page: '/ky' })
  t.equal(signed.statusCode, 303, 'read anew, it is ordered')
})

t.test(
  'a head who answers for one sector widens nothing for themselves: not by their own duties, not as a colleague’s substitute',
  async (t) => {
    const { shop, context } = await aHouse(t)
    const [supervisor, signer, clerk] = await Promise.all(['truongquay.stttt', 'ky.stttt', 'quay.stttt'].map((name) => actorOf(shop, name)))
    const few = [{ kind: 'procedure' as const, code: '1.001193' }]
    await assignDuties(context, { staffId: supervisor!.id, duties: few, by: signer! })
    const limited = { ...supervisor!, duties: few }
    const [from, to] = ['2026-03-02', '2026-03-06'].map((day) => Temporal.PlainDate.from(day))

    await t.rejects(assignDuties(context, { staffId: supervisor!.id, duties: [], by: limited }), { code: 'NOT_YOURS_TO_DO' })
    await t.rejects(assignDuties(context, { staffId: signer!.id, duties: [], by: signer! }), { code: 'NOT_YOURS_TO_DO' })
    const away = { absentId: clerk!.id, substituteId: supervisor!.id, from, to, reason: 'Nghỉ phép' }
    await t.rejects(arrangeSubstitution(context, { id: context.newId(), by: limited, ...away }), { code: 'FORM_INCOMPLETE' })

    t.same((await findWorking(context.db, supervisor!.id, context.now()))!.duties, few)
    await arrangeSubstitution(context, { id: context.newId(), by: signer!, ...away })
    t.equal((await findWorking(context.db, supervisor!.id, context.now()))!.duties, undefined, 'another head may')
  }
)

t.test('the counter gives nothing to a stranger without authority, and nothing that is not paid', async (t) => {
  const { shop, context, app } = await aHouse(t)
  const { id } = await aDossier(context, { state: 'result_ready' })
  const clerk = await signInAs(app, 'quay.stttt')
  const page = `/quay/tra/${id}`
  const given = { paper: 'Thẻ căn cước', last4: '6217', signatureOnPaper: 'yes' }

  const stranger = await clerk.post(page, { ...given, receiver: 'Nguyễn Văn Bảy', relation: 'Chồng' }, { page })
  t.equal(stranger.statusCode, 422)
  t.match(stranger.body, 'giấy ủy quyền')
  t.equal((await getDossier(context.db, id)).state, 'result_ready')
  const unpaid = await clerk.post(page, { ...given, receiver: lan.name }, { page })
  t.equal(unpaid.statusCode, 409)
  t.match(unpaid.body, 'phải thu')
  await collectCash(context, { dossierId: id, by: await actorOf(shop, 'quay.stttt') })
  t.equal((await clerk.post(page, { ...given, receiver: lan.name }, { page })).statusCode, 303)
})
