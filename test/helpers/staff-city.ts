// A department at work: one of everything its people may have before them, made by the same actions as in life and by the demo's own people.
import { arrangeSubstitution } from '../../src/accounts/actions/arrange-substitution.ts'
import { findStaff } from '../../src/accounts/queries.ts'
import type { Actor } from '../../src/accounts/roles.ts'
import { callNext } from '../../src/counters/actions/call-tickets.ts'
import { openShift } from '../../src/counters/actions/open-shift.ts'
import { takeTicket } from '../../src/counters/actions/take-ticket.ts'
import { publishKey } from '../../src/documents/actions/publish-key.ts'
import { acceptAtDesk } from '../../src/dossiers/actions/accept-at-desk.ts'
import { proposeApology } from '../../src/dossiers/actions/apologise.ts'
import { passTheRest } from '../../src/dossiers/actions/check-paper.ts'
import { decide } from '../../src/dossiers/actions/decide.ts'
import { giveGuidance } from '../../src/dossiers/actions/give-guidance.ts'
import { giveSupplement } from '../../src/dossiers/actions/give-supplement.ts'
import { proposeSecondRequest } from '../../src/dossiers/actions/propose-second-request.ts'
import { papersOf } from '../../src/dossiers/queries.ts'
import { sweep } from '../../src/escalations/actions/sweep.ts'
import { noticesFor } from '../../src/escalations/queries.ts'
import { keepFile } from '../../src/files/actions/keep-file.ts'
import { offerHandOver, openHandOver, scanForHandOver, sideOf } from '../../src/originals/actions/hand-over.ts'
import { whereIs } from '../../src/originals/queries.ts'
import { findProcedure } from '../../src/procedures/queries.ts'
import { consultOffice } from '../../src/processing/actions/consult-office.ts'
import { takeStep } from '../../src/processing/actions/take-step.ts'
import { consultationsAt, currentStepsOf } from '../../src/processing/queries.ts'
import { beginDraft, moveDraft, saveDraftText } from '../../src/results/actions/draft-result.ts'
import { orderSigning } from '../../src/results/actions/order-signing.ts'
import { proposeRevocation } from '../../src/results/actions/revoke-result.ts'
import { draftOf, resultOfDossier } from '../../src/results/queries.ts'
import { openManifest } from '../../src/shipments/actions/open-manifest.ts'
import { scanEnvelope } from '../../src/shipments/actions/scan-envelope.ts'
import { shipmentsOfDossier } from '../../src/shipments/queries.ts'
import { anEnvelope } from './bag.ts'
import type { TestShop } from './context.ts'
import { aCitizen, aDossier, lan, smallPdf, toHome } from './dossiers.ts'

type People = Record<'clerk' | 'officer' | 'colleague' | 'signer' | 'supervisor' | 'elsewhere', Actor>

/** The demo's people of the department; `elsewhere` is an officer of a ward. The accounts must be open. */
export async function peopleOf({ context }: TestShop): Promise<People> {
  const actor = async (username: string): Promise<Actor> => {
    const { id, fullName, role, agencyId } = (await findStaff(context.db, username))!
    return { id, name: fullName, role, agencyId: agencyId! }
  }
  return {
    clerk: await actor('quay.stttt'),
    officer: await actor('xuly.stttt'),
    colleague: await actor('xuly2.stttt'),
    signer: await actor('ky.stttt'),
    supervisor: await actor('truongquay.stttt'),
    elsewhere: await actor('xuly.minhkhai')
  }
}

type Made = { shop: TestShop; people: People; by: Actor }

/** At the desk: to be checked, asked a second time, out of the post bag, with originals, a ticket called, a slip instead of a dossier. */
async function deskOf({ shop, people, by }: Made) {
  const { context } = shop
  const { db } = context
  const { clerk } = people
  const submitted = await aDossier(context, { by })
  const asked = await aDossier(context, { by, state: 'awaiting_supplement' })
  const mended = await keepFile(context, { name: 'don-moi.pdf', bytes: smallPdf, ownerId: by.id })
  const again = await aDossier(context, { by, state: 'awaiting_supplement' })
  const paper = { number: 1, name: 'Đơn', form: 'original', given: 'file' as const, fileId: mended.id }
  await giveSupplement(context, { dossierId: again.id, by, papers: [paper] })
  await passTheRest(context, { dossierId: again.id, by: clerk })
  const request = await proposeSecondRequest(context, {
    dossierId: again.id,
    by: clerk,
    reasons: [{ paper: 'Đơn', paperNumber: 1, reason: 'Vẫn thiếu chữ ký' }],
    why: 'Giấy gửi lại còn thiếu chữ ký'
  })
  const envelope = await anEnvelope(shop)
  const manifest = await openManifest(context, { carrier: 'manual', by: clerk as Actor & { agencyId: string } })
  const { line } = await scanEnvelope(context, { lineId: context.newId(), manifestId: manifest.id, code: envelope.number, by: clerk })
  const original = { number: 1, name: 'Đơn đề nghị', form: 'original', copies: 2, given: 'paper' as const }
  const onPaper = await aDossier(context, { by, channel: 'desk', papers: [original] })
  await acceptAtDesk(context, { dossierId: onPaper.id, by: clerk })
  await shop.runJobs()
  const ticket = await takeTicket(context, { pressId: context.newId(), agencyId: clerk.agencyId!, topic: 'Nộp hồ sơ' })
  const waiting = await takeTicket(context, { pressId: context.newId(), agencyId: clerk.agencyId!, topic: 'Nộp hồ sơ' })
  const shift = await openShift(context, { by: clerk, counter: 1, cashFloat: 200_000 })
  await callNext(context, { by: clerk, seen: undefined })
  const view = (await findProcedure(db, '1.003725', { on: context.now().toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate() }))!
  const slip = await giveGuidance(context, {
    id: context.newId(),
    view,
    missing: [{ number: 2, name: 'Danh mục xuất bản phẩm' }] as never,
    ...{ note: 'Danh mục ghi đủ số bản', name: lan.name, phone: lan.phone, bySms: false, draft: { procedure: '1.003725' }, by: clerk }
  })
  return { submitted, asked, again, request, envelope, manifest, line, onPaper, ticket, waiting, shift, slip }
}

/** Behind it: in hand, with an apology proposed, a question to and from another office, drafts on every step to the signature, results. */
async function officeOf({ shop, people, by }: Made) {
  const { context } = shop
  const { db } = context
  const { officer, colleague, signer, elsewhere } = people
  const inHand = async () => {
    const made = await aDossier(context, { by, state: 'accepted' })
    await shop.runJobs()
    await takeStep(context, { dossierId: made.id, by: officer })
    return made
  }
  const working = await inHand()
  // Known at the district too, which is asked about it.
  const consulted = await inHand()
  const pool = await aDossier(context, { by, state: 'accepted' })
  const late = await inHand()
  await proposeApology(context, {
    dossierId: late.id,
    by: officer,
    causes: [],
    words: 'Chờ ý kiến của cơ quan khác',
    newDay: Temporal.PlainDate.from('2026-03-31')
  })
  const due = Temporal.Instant.from('2026-03-06T17:00:00+07:00')
  await consultOffice(context, {
    id: context.newId(),
    dossierId: consulted.id,
    by: officer,
    agencyCode: '303',
    question: 'Nhà xuất bản có ở quận không?',
    dueAt: due
  })
  const away = await aDossier(context, { state: 'accepted', procedure: '1.005461', agency: '11311' })
  await shop.runJobs()
  await takeStep(context, { dossierId: away.id, by: elsewhere })
  await consultOffice(context, {
    id: context.newId(),
    dossierId: away.id,
    by: elsewhere,
    agencyCode: 'STTTT',
    question: 'Có giấy phép chưa?',
    dueAt: Temporal.Instant.from('2026-03-03T17:00:00+07:00')
  })
  const drafts: Record<string, Awaited<ReturnType<typeof inHand>>> = {}
  for (const state of ['drafting', 'in_review', 'to_sign', 'ordered'] as const) {
    const made = await inHand()
    const begun = await beginDraft(context, { dossierId: made.id, kind: 'approved', by: officer })
    const values = Object.fromEntries(begun.template.asked.map(({ id, label }) => [id, begun.values[id] || `Nội dung của ${label}`]))
    await saveDraftText(context, { draftId: begun.id, by: officer, values, title: begun.title, revision: begun.revision })
    if (state !== 'drafting')
      await moveDraft(context, { draftId: begun.id, name: state === 'in_review' ? 'ask_review' : 'send', by: officer })
    drafts[state] = made
  }
  const ordered = (await draftOf(db, drafts['ordered']!.id))!
  const batch = context.newId()
  await orderSigning(context, { batchId: batch, draftIds: [ordered.id], by: signer, title: 'Phó Giám đốc' })
  const scanned = await keepFile(context, { name: 'giay-phep.pdf', bytes: smallPdf, ownerId: officer.id })
  const decided = async (delivery: typeof toHome | { method: 'desk' }) => {
    const made = await aDossier(context, {
      by,
      state: 'accepted',
      application: { filer: lan, applicant: lan, subject: 'Nhập sách', delivery }
    })
    await shop.runJobs()
    await takeStep(context, { dossierId: made.id, by: officer })
    await decide(context, {
      dossierId: made.id,
      by: officer,
      kind: 'approved',
      number: `${made.code.slice(-2)}/GP`,
      title: 'Giấy phép',
      fileId: scanned.id
    })
    await shop.runJobs()
    return made
  }
  const ready = await decided({ method: 'desk' })
  const byPost = await decided(toHome)
  const result = (await resultOfDossier(db, ready.id))!
  await proposeRevocation(context, {
    formId: context.newId(),
    resultId: result.id,
    by: colleague,
    reason: 'Ghi sai tên',
    legalBasis: 'Điều 9'
  })
  const toAnswer = (await consultationsAt(db, { agencyId: officer.agencyId! }, 'to_answer'))[0]
  return { working, consulted, pool, late, away, drafts, batch, ready, byPost, result, toAnswer }
}

export type StaffCity = Awaited<ReturnType<typeof aStaffCity>>

/** `ownerId` is a citizen who may have an account; without one somebody is made. Demo accounts must be open. */
export async function aStaffCity(shop: TestShop, ownerId?: string) {
  const { context } = shop
  const { db } = context
  await publishKey(context, shop.outside)
  const people = await peopleOf(shop)
  const by: Actor = ownerId ? { id: ownerId, name: lan.name, role: 'applicant' } : await aCitizen(context)
  const desk = await deskOf({ shop, people, by })
  const office = await officeOf({ shop, people, by })
  const held = await whereIs(db, { dossierId: desk.onPaper.id })
  const toOfficer = await sideOf(db, people.officer)
  const lists: string[] = []
  for (const { code } of held.slice(0, 2)) {
    const list = await openHandOver(context, { id: context.newId(), to: toOfficer, by: people.clerk })
    await scanForHandOver(context, { listId: list.id, codes: [code], by: people.clerk })
    lists.push(list.id)
  }
  await offerHandOver(context, { listId: lists[1]!, by: people.clerk })
  const substitution = context.newId()
  const days = { from: Temporal.PlainDate.from('2026-03-09'), to: Temporal.PlainDate.from('2026-03-13') }
  await arrangeSubstitution(context, {
    ...{ id: substitution, absentId: people.officer.id, substituteId: people.colleague.id, reason: 'Nghỉ phép', by: people.signer },
    ...days
  })
  await sweep(context)
  const [notice] = await noticesFor(db, people.officer)
  const [paper] = await papersOf(db, desk.submitted.id)
  const [parcel] = await shipmentsOfDossier(db, office.byPost.id)
  const [step] = await currentStepsOf(db, office.working.id)
  return { ...desk, ...office, people, by, originals: held, lists, substitution, notice, paper: paper!, parcel: parcel!, step: step! }
}
