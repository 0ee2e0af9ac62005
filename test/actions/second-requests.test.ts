// Asking twice is forbidden (NĐ 61/2018 Đ5, Đ11.2c) unless a head says so in writing: for officers whoever signs, within the law's days.
import { randomUUIDv7 } from 'node:crypto'
import t, { type Test } from 'tap'
import type { Actor, Role } from '../../src/accounts/roles.ts'
import { approveSecondRequest, declineSecondRequest } from '../../src/dossiers/actions/approve-second-request.ts'
import { giveSupplement } from '../../src/dossiers/actions/give-supplement.ts'
import { proposeSecondRequest } from '../../src/dossiers/actions/propose-second-request.ts'
import { requestSupplement } from '../../src/dossiers/actions/request-supplement.ts'
import { takeDossier } from '../../src/dossiers/actions/take-dossier.ts'
import { openProposals } from '../../src/dossiers/check-queries.ts'
import { getDossier, movesOf, reachOf } from '../../src/dossiers/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier } from '../helpers/dossiers.ts'
import { raceFor } from '../helpers/races.ts'

const reasons = [{ paper: 'Đơn', paperNumber: 1, reason: 'Vẫn thiếu chữ ký' }]

/** Accepted, asked for by the officer, completed on Wednesday, and still not right. */
async function anOfficersCase(t: Test) {
  const shop = await openTestContext(t)
  const { context } = shop
  const { id, officer, citizen, dossier } = await aDossier(context, { state: 'in_progress' })
  const head = (role: Role, agencyId: string | undefined = dossier.agencyId): Actor => ({
    id: randomUUIDv7(),
    name: 'Đỗ Văn Ký',
    role,
    agencyId
  })
  await requestSupplement(context, { dossierId: id, by: officer, reasons })
  shop.setNow('2026-03-04T09:00+07:00')
  await giveSupplement(context, { dossierId: id, by: citizen, papers: [], note: 'Đã gửi lại' })
  await takeDossier(context, { dossierId: id, by: officer })
  const propose = (formId?: string) => proposeSecondRequest(context, { dossierId: id, by: officer, reasons, why: 'Chữ ký sai chỗ', formId })
  return { shop, context, id, officer, dossier, head, propose }
}

t.test('an officer’s second request is sent by the head who signs, and the clock stops', async (t) => {
  const { context, id, officer, head, propose } = await anOfficersCase(t)
  await t.rejects(requestSupplement(context, { dossierId: id, by: officer, reasons }), { code: 'SUPPLEMENT_ALREADY_ASKED' })
  const formId = randomUUIDv7()
  const request = await propose(formId)
  const answer = { requestId: request.id, reason: 'Không có chữ ký thì không cấp được' }

  t.equal((await propose(formId)).id, request.id, 'pressed twice')
  await t.rejects(propose(), { code: 'SECOND_REQUEST_OPEN' })
  await t.rejects(approveSecondRequest(context, { ...answer, by: officer }), { code: 'NOT_YOURS_TO_DO' })
  await t.rejects(
    approveSecondRequest(context, { ...answer, by: head('supervisor') }),
    { code: 'NOT_YOURS_TO_DO' },
    'the desk’s head is not theirs'
  )
  await t.rejects(approveSecondRequest(context, { ...answer, by: head('signer', randomUUIDv7()) }), { code: 'NOT_YOURS_TO_SEE' })
  await t.rejects(approveSecondRequest(context, { ...answer, reason: ' ', by: head('signer') }), { code: 'FORM_INCOMPLETE' })
  const signer = head('signer')
  t.equal((await openProposals(context.db, { ...reachOf(signer), atDesk: false })).length, 1)
  await approveSecondRequest(context, { ...answer, by: signer })

  const { state, supplementsAsked, dueAt } = await getDossier(context.db, id)
  t.same([state, supplementsAsked, dueAt], ['awaiting_supplement', 2, null])
  t.match((await movesOf(context.db, id)).at(-1), { name: 'ask_supplement', actorName: 'Đỗ Văn Ký', facts: { proposedBy: officer.name } })
})

t.test('a head’s word does not lengthen the three working days', async (t) => {
  const { shop, context, head, propose } = await anOfficersCase(t)
  const request = await propose()
  shop.setNow('2026-03-10T09:00+07:00')

  await t.rejects(approveSecondRequest(context, { requestId: request.id, by: head('signer'), reason: 'Cần' }), {
    code: 'SUPPLEMENT_TOO_LATE'
  })
  await t.rejects(propose(), { code: 'SUPPLEMENT_TOO_LATE' })
  await t.resolves(declineSecondRequest(context, { requestId: request.id, by: head('signer'), reason: 'Đã quá hạn' }))
})

t.test('a first request needs nobody’s word', async (t) => {
  const { context } = await openTestContext(t)
  const { id, officer } = await aDossier(context, { state: 'in_progress' })

  await t.rejects(proposeSecondRequest(context, { dossierId: id, by: officer, reasons, why: 'Cần' }), { code: 'SECOND_REQUEST_NOT_NEEDED' })
})

t.test('two heads answer at once: the first counts, the other is told to look again', async (t) => {
  const { shop, context, id, head, propose } = await anOfficersCase(t)
  const { id: requestId } = await propose()

  const { first, second } = await raceFor(
    shop,
    (slow) => approveSecondRequest(slow, { requestId, by: head('signer'), reason: 'Cần' }),
    () => declineSecondRequest(context, { requestId, by: head('signer'), reason: 'Không cần' })
  )

  t.equal(first.status, 'fulfilled')
  t.match(second, { status: 'rejected', reason: { code: 'SECOND_REQUEST_NOT_FOUND' } })
  t.equal((await getDossier(context.db, id)).supplementsAsked, 2)
})
