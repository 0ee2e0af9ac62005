// A draft and the agency's internal process go together: the step that drafts, the step that reads, the step that signs.
import t, { type Test } from 'tap'
import { decide } from '../../src/dossiers/actions/decide.ts'
import { withdrawDossier } from '../../src/dossiers/actions/withdraw-dossier.ts'
import { getDossier, papersOf } from '../../src/dossiers/queries.ts'
import { currentStepsOf } from '../../src/processing/queries.ts'
import { moveDraft } from '../../src/results/actions/draft-result.ts'
import { orderSigning } from '../../src/results/actions/order-signing.ts'
import { signBatch } from '../../src/results/actions/sign-batch.ts'
import { draftOf, resultOfDossier } from '../../src/results/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { staffOf } from '../helpers/dossiers.ts'
import { aResultDraft, signerOf } from '../helpers/results.ts'

/** Three steps: appraise and draft, read, sign. */
const procedure = '2.001737'

async function aScene(t: Test) {
  const shop = await openTestContext(t)
  const { context } = shop
  const made = await aResultDraft(context, { procedure })
  const colleague = await staffOf(context, 'STTTT', 'officer')
  const signer = await signerOf(context)
  const where = async () => {
    const steps = await currentStepsOf(context.db, made.id)
    const active = steps.find(({ state }) => state === 'in_pool' || state === 'in_hand')
    return [(await draftOf(context.db, made.id))!.state, active?.turn, active?.state]
  }
  const order = () => orderSigning(context, { batchId: context.newId(), draftIds: [made.draft.id], by: signer, title: 'Phó Giám đốc' })
  return { shop, context, made, colleague, signer, where, order }
}

t.test('sent for signature it stops at the step that reads first; the head cannot sign before', async (t) => {
  const { where, order } = await aScene(t)

  t.same(await where(), ['in_review', 2, 'in_pool'])
  const { ordered, left } = await order()
  t.equal(ordered, 0)
  t.match(left[0]!.refusal.code, /^STEP_/)
  t.same(await where(), ['in_review', 2, 'in_pool'], 'and nothing of that order was written')
})

t.test('read and agreed it comes to the head, whose order takes the step in hand and ends it with the decision', async (t) => {
  const { shop, context, made, colleague, signer, where } = await aScene(t)

  await moveDraft(context, { draftId: made.draft.id, name: 'endorse', by: colleague })
  t.same(await where(), ['to_sign', 3, 'in_pool'])
  const batchId = context.newId()
  await orderSigning(context, { batchId, draftIds: [made.draft.id], by: signer, title: 'Phó Giám đốc' })
  t.same(await where(), ['signing', 3, 'in_hand'])
  await signBatch(context, shop.outside, { batchId })
  await shop.runJobs()

  t.equal((await getDossier(context.db, made.id)).state, 'result_ready')
  t.same(await where(), ['signed', undefined, undefined])
})

t.test('the head returns it: draft and step are with the drafter again, who mends and sends it anew', async (t) => {
  const { context, made, colleague, signer, where } = await aScene(t)
  await moveDraft(context, { draftId: made.draft.id, name: 'endorse', by: colleague })

  await moveDraft(context, { draftId: made.draft.id, name: 'give_back', by: signer, note: 'Ghi rõ căn cứ' })

  t.same(await where(), ['returned', 1, 'in_hand'])
  await moveDraft(context, { draftId: made.draft.id, name: 'send', by: made.officer })
  t.same(await where(), ['in_review', 2, 'in_pool'])
})

t.test('withdrawn, or settled with a paper signed by hand: the draft lapses and waits on nobody’s table', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const [withdrawn, settled] = [await aResultDraft(context), await aResultDraft(context, { state: 'drafting' })]
  await withdrawDossier(context, { dossierId: withdrawn.id, by: withdrawn.citizen, reason: 'Không cần nữa' })
  const { fileId } = (await papersOf(context.db, settled.id))[0]!
  const made = { kind: 'approved' as const, number: '9/GP-STTTT', title: 'Giấy phép', fileId: fileId! }
  await decide(context, { dossierId: settled.id, by: settled.officer, ...made })

  await shop.runJobs()

  t.equal(await draftOf(context.db, withdrawn.id), undefined)
  t.equal(await draftOf(context.db, settled.id), undefined)
  t.match(await resultOfDossier(context.db, settled.id), { source: 'scanned', number: '9/GP-STTTT', sequence: null })
})
