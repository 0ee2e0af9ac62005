// The internal process of a dossier: taken from the pool, sent on, returned, given to a colleague, asked elsewhere; who may decide what in which step.
import { randomUUIDv7 } from 'node:crypto'
import t, { type Test } from 'tap'
import { type Actor, systemActor } from '../../src/accounts/roles.ts'
import { insertSubstitution } from '../../src/accounts/store.ts'
import { chainOf } from '../../src/audit/queries.ts'
import { decide, decideIn } from '../../src/dossiers/actions/decide.ts'
import { giveSupplement } from '../../src/dossiers/actions/give-supplement.ts'
import { confirmPaid, requestPayment } from '../../src/dossiers/actions/pause-and-resume.ts'
import { requestSupplement } from '../../src/dossiers/actions/request-supplement.ts'
import { takeDossier } from '../../src/dossiers/actions/take-dossier.ts'
import { withdrawDossier } from '../../src/dossiers/actions/withdraw-dossier.ts'
import { getDossier, movesOf, resultOf } from '../../src/dossiers/queries.ts'
import { lockDossier } from '../../src/dossiers/store.ts'
import { keepFile } from '../../src/files/actions/keep-file.ts'
import { assignStep } from '../../src/processing/actions/assign-step.ts'
import { answerConsultation, consultOffice, escalateConsultation, noteLateAnswer } from '../../src/processing/actions/consult-office.ts'
import { forwardDossier } from '../../src/processing/actions/forward-dossier.ts'
import { inStep } from '../../src/processing/actions/in-step.ts'
import { recordMeeting } from '../../src/processing/actions/record-meeting.ts'
import { returnStep, sendOn } from '../../src/processing/actions/send-on.ts'
import { takeStep, takeSteps } from '../../src/processing/actions/take-step.ts'
import {
  consultationsAt,
  consultationsOf,
  currentStepsOf,
  escalatedConsultations,
  handOversOf,
  meetingsOf,
  notForwarded
} from '../../src/processing/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, smallPdf } from '../helpers/dossiers.ts'
import { acceptedAtWard, statesOf, stepAt, theOffices } from '../helpers/offices.ts'
import { raceFor } from '../helpers/races.ts'

async function aPress(t: Test) {
  const shop = await openTestContext(t)
  const who = await theOffices(shop.context)
  const [van, huy, au, clerk] = [await who('xuly.stttt'), await who('xuly2.stttt'), await who('ky.stttt'), await who('quay.stttt')]
  return { shop, context: shop.context, who, van, huy, au, clerk }
}
/** Printing works at the department: appraise, head of division, head of the department. */
const threeSteps = { procedure: '2.001740', state: 'accepted' } as const

const result = async (shop: Awaited<ReturnType<typeof aPress>>['shop'], by: Actor) => {
  const file = await keepFile(shop.context, { name: 'ket-qua.pdf', bytes: smallPdf, ownerId: by.id })
  return { by, kind: 'approved' as const, number: '15/XN', title: 'Giấy xác nhận', fileId: file.id }
}

t.test(
  'accepted online, the process is planned at once and its first step lies in the pool; the times add up to the due time',
  async (t) => {
    const { shop, context } = await aPress(t)
    const { id } = await aDossier(context, threeSteps)

    await shop.runJobs()

    const steps = await currentStepsOf(context.db, id)
    t.same(
      steps.map(({ state, share, turn }) => [state, share, turn]),
      [
        ['in_pool', 65, 1],
        ['waiting', 15, 2],
        ['waiting', 20, 3]
      ]
    )
    t.equal(String(steps.at(-1)!.dueAt), String((await getDossier(context.db, id)).dueAt))
    await shop.runJobs()
    t.equal((await currentStepsOf(context.db, id)).length, 3, 'a job that runs twice plans once')
  }
)

t.test(
  'the first taking is the dossier’s own move; the step goes on with a note and its giver and receiver stand in the trace',
  async (t) => {
    const { shop, context, van, huy } = await aPress(t)
    const { id } = await aDossier(context, threeSteps)

    await takeStep(context, { dossierId: id, by: van })
    shop.setNow('2026-03-02T10:00+07:00')
    await sendOn(context, { dossierId: id, stepId: (await stepAt(context, id, 1)).id, by: van, note: 'Hồ sơ đủ điều kiện' })
    shop.setNow('2026-03-02T14:00+07:00')
    await takeStep(context, { dossierId: id, by: huy })

    t.match(await getDossier(context.db, id), { state: 'in_progress', officerName: huy.name })
    t.same(await statesOf(context, id), ['done', 'in_hand', 'waiting'])
    t.same(
      (await handOversOf(context.db, id)).map(({ kind, fromName, toName, takenAt }) => [kind, fromName, toName, takenAt !== null]),
      [
        ['forward', 'Phạm Thu Hà', van.name, true],
        ['send', van.name, huy.name, true]
      ]
    )
    t.ok(
      (await chainOf(context.db, id)).some(({ action }) => action === 'step_send'),
      'and it is in the audit chain'
    )
  }
)

t.test('only the step that decides it decides, and only in the hands of whoever holds it', async (t) => {
  const { shop, context, van, huy, au } = await aPress(t)
  const { id } = await aDossier(context, threeSteps)
  await takeStep(context, { dossierId: id, by: van })
  const decideAs = async (by: Actor) =>
    inStep(context, { dossierId: id, by, decision: 'approve' }, async (inside) =>
      decide(inside, { dossierId: id, ...(await result(shop, by)) })
    )

  await t.rejects(decideAs(van), { code: 'STEP_DECIDES_NOT' }, 'appraising is not deciding')
  await t.rejects(decideAs(huy), { code: 'STEP_NOT_YOURS' }, 'a colleague has nothing in hand')
  t.equal((await getDossier(context.db, id)).state, 'in_progress')
  for (const [position, by] of [
    [1, van],
    [2, van]
  ] as const) {
    if (position === 2) await takeStep(context, { dossierId: id, by })
    await sendOn(context, { dossierId: id, stepId: (await stepAt(context, id, position)).id, by, note: '' })
  }
  await t.rejects(takeStep(context, { dossierId: id, by: van }), { code: 'STEP_NOT_YOURS' }, 'the last step is the head’s')
  await takeStep(context, { dossierId: id, by: au })
  await t.rejects(sendOn(context, { dossierId: id, stepId: (await stepAt(context, id, 3)).id, by: au, note: '' }), { code: 'STEP_IS_LAST' })
  await decideAs(au)

  t.match(await resultOf(context.db, id), { kind: 'approved', signedBy: au.name })
  t.same(await statesOf(context, id), ['done', 'done', 'done'])
  t.equal((await stepAt(context, id, 3)).decision, 'approve')
  t.equal((await handOversOf(context.db, id)).at(-1)!.kind, 'decide')
})

t.test('a procedure without a process has one step in which one officer does everything, as before', async (t) => {
  const { shop, context, van } = await aPress(t)
  const { id } = await aDossier(context, { state: 'accepted' })
  await takeStep(context, { dossierId: id, by: van })

  await inStep(context, { dossierId: id, by: van, decision: 'approve' }, async (inside) =>
    decide(inside, { dossierId: id, ...(await result(shop, van)) })
  )

  t.equal((await getDossier(context.db, id)).state, 'result_ready')
  t.same(await statesOf(context, id), ['done'])
})

t.test('taken and decided by the dossier’s own moves alone, the process still tells it', async (t) => {
  const { shop, context, van } = await aPress(t)
  const { id } = await aDossier(context, { state: 'accepted' })
  await takeDossier(context, { dossierId: id, by: van })
  await shop.runJobs()
  t.match(await stepAt(context, id, 1), { state: 'in_hand', assigneeId: van.id })

  await context.db.transaction(async (tx) => decideIn(tx, { dossierId: id, ...(await result(shop, van)), at: context.now() }))
  await shop.runJobs()

  t.match(await stepAt(context, id, 1), { state: 'done', decision: 'approve' })
})

t.test('an older dossier that has no steps yet gets them when somebody works on it', async (t) => {
  const { shop, context, van } = await aPress(t)
  const { id } = await aDossier(context, threeSteps)
  await takeDossier(context, { dossierId: id, by: van })
  t.same(await statesOf(context, id), [], 'nothing has run yet')

  await sendOnFirst(context, id, van)

  t.same(await statesOf(context, id), ['done', 'in_pool', 'waiting'])
  t.ok(shop)
})

async function sendOnFirst(context: Parameters<typeof takeStep>[0], id: string, by: Actor) {
  // Recording a verification brings the steps in line; then the first has a number to be sent by.
  await recordMeeting(context, {
    id: randomUUIDv7(),
    dossierId: id,
    by,
    heldAt: context.now(),
    place: 'Phòng 12',
    participants: 'Ông A',
    content: 'Đúng'
  })
  await sendOn(context, { dossierId: id, stepId: (await stepAt(context, id, 1)).id, by, note: '' })
}

t.test('returned with a reason it is in the same hands again, what lay between waits, and no due time moves', async (t) => {
  const { shop, context, van, huy, au } = await aPress(t)
  const { id, dossier } = await aDossier(context, threeSteps)
  await takeStep(context, { dossierId: id, by: van })
  await sendOn(context, { dossierId: id, stepId: (await stepAt(context, id, 1)).id, by: van, note: '' })
  await takeStep(context, { dossierId: id, by: huy })
  await sendOn(context, { dossierId: id, stepId: (await stepAt(context, id, 2)).id, by: huy, note: '' })
  await takeStep(context, { dossierId: id, by: au })
  const before = (await currentStepsOf(context.db, id)).map(({ dueAt }) => String(dueAt))
  const [first, last] = [await stepAt(context, id, 1), await stepAt(context, id, 3)]
  const back = { dossierId: id, stepId: last.id, by: au, toStepId: first.id }

  await t.rejects(returnStep(context, { ...back, reason: ' ' }), {
    code: 'FORM_INCOMPLETE',
    facts: { fields: { reason: 'REASON_REQUIRED' } }
  })
  shop.setNow('2026-03-04T09:00+07:00')
  await returnStep(context, { ...back, reason: 'Chưa ghi số máy in' })

  t.same(await statesOf(context, id), ['in_hand', 'waiting', 'returned'])
  t.equal((await stepAt(context, id, 1)).assigneeId, van.id)
  t.same(
    (await currentStepsOf(context.db, id)).map(({ dueAt }) => String(dueAt)),
    before
  )
  t.equal(String((await getDossier(context.db, id)).dueAt), String(dossier.dueAt))
  t.match((await handOversOf(context.db, id)).at(-1), { kind: 'return', note: 'Chưa ghi số máy in', toName: van.name })
  await sendOn(context, { dossierId: id, stepId: first.id, by: van, note: 'Đã ghi' })
  t.same(await statesOf(context, id), ['done', 'in_pool', 'returned'])
})

t.test('two officers take the same step: one has it, the other is told to look again', async (t) => {
  const { shop, context, van, huy } = await aPress(t)
  const { id } = await aDossier(context, threeSteps)

  const { first, second } = await raceFor(
    shop,
    (slow) => takeStep(slow, { dossierId: id, by: van }),
    () => takeStep(context, { dossierId: id, by: huy })
  )

  t.equal(first.status, 'fulfilled')
  t.match(second, { status: 'rejected', reason: { code: 'STEP_MOVED_ON', status: 409 } })
  t.equal((await stepAt(context, id, 1)).assigneeId, van.id)
})

t.test('pressed twice, sent once', async (t) => {
  const { context, van } = await aPress(t)
  const { id } = await aDossier(context, threeSteps)
  await takeStep(context, { dossierId: id, by: van })
  const { id: stepId } = await stepAt(context, id, 1)
  const send = () => sendOn(context, { dossierId: id, stepId, by: van, note: '' })

  await send()
  await t.rejects(send(), { code: 'STEP_MOVED_ON' })

  t.equal((await handOversOf(context.db, id)).filter(({ kind }) => kind === 'send').length, 1)
})

t.test('many are taken at once; what a colleague was quicker with is said', async (t) => {
  const { context, van, huy } = await aPress(t)
  const all = await Promise.all([1, 2, 3].map(() => aDossier(context, threeSteps)))
  await takeStep(context, { dossierId: all[1]!.id, by: huy })

  t.same(await takeSteps(context, { dossierIds: all.map(({ id }) => id), by: van }), { taken: 2, gone: 1 })
})

t.test('given to a colleague by whoever has it, assigned by the head, never taken away by a colleague', async (t) => {
  const { context, who, van, huy, au } = await aPress(t)
  const { id } = await aDossier(context, threeSteps)
  await takeStep(context, { dossierId: id, by: van })
  const { id: stepId } = await stepAt(context, id, 1)
  const give = (by: Actor, toId: string) => assignStep(context, { dossierId: id, stepId, by, toId, note: '' })

  await t.rejects(give(huy, huy.id), { code: 'STEP_NOT_YOURS' })
  await t.rejects(
    give(van, (await who('xuly.minhkhai')).id),
    { code: 'FORM_INCOMPLETE', facts: { fields: { toId: 'PERSON_REQUIRED' } } },
    'nobody of another agency'
  )
  await t.rejects(give(van, (await who('quay.stttt')).id), { code: 'FORM_INCOMPLETE' }, 'nobody who does not do this work')
  await give(van, huy.id)
  await give(au, van.id)

  t.match(await stepAt(context, id, 1), { state: 'in_hand', assigneeId: van.id })
  t.same(
    (await handOversOf(context.db, id)).map(({ kind, toName }) => [kind, toName]),
    [
      ['forward', van.name],
      ['hand', huy.name],
      ['assign', van.name]
    ]
  )
})

t.test('the head assigns what nobody has taken up yet', async (t) => {
  const { shop, context, huy, au } = await aPress(t)
  const { id } = await aDossier(context, threeSteps)
  await shop.runJobs()

  await assignStep(context, { dossierId: id, stepId: (await stepAt(context, id, 1)).id, by: au, toId: huy.id, note: 'Gấp' })

  t.match(await getDossier(context.db, id), { state: 'in_progress', officerId: huy.id })
  t.same(
    (await movesOf(context.db, id)).map(({ name, actorName }) => [name, actorName]).at(-1),
    ['take', au.name],
    'the move is the head’s who pressed'
  )
})

t.test('who stands in for an absent colleague works on their step while they are away, and not after', async (t) => {
  const { shop, context, van, huy, au } = await aPress(t)
  const { id } = await aDossier(context, threeSteps)
  await takeStep(context, { dossierId: id, by: van })
  const { id: stepId } = await stepAt(context, id, 1)
  const send = () => sendOn(context, { dossierId: id, stepId, by: huy, note: '' })
  await t.rejects(send(), { code: 'STEP_NOT_YOURS' })
  await context.db.transaction((tx) =>
    insertSubstitution(tx, {
      ...{ id: randomUUIDv7(), absentId: van.id, substituteId: huy.id, reason: 'Nghỉ phép' },
      ...{
        startsAt: context.now(),
        endsAt: Temporal.Instant.from('2026-03-04T17:00+07:00'),
        arrangedBy: au.id,
        arrangedByName: au.name,
        createdAt: context.now()
      }
    })
  )
  shop.setNow('2026-03-05T08:00+07:00')
  await t.rejects(send(), { code: 'STEP_NOT_YOURS' }, 'back from leave')
  shop.setNow('2026-03-03T08:00+07:00')

  await send()

  t.same(await statesOf(context, id), ['done', 'in_pool', 'waiting'])
})

t.test('while a fee is awaited the steps stand still, and go on with as much time as they had', async (t) => {
  const { shop, context, van } = await aPress(t)
  const { id } = await aDossier(context, threeSteps)
  await takeStep(context, { dossierId: id, by: van })
  const planned = await currentStepsOf(context.db, id)
  await inStep(context, { dossierId: id, by: van, decision: 'request_payment' }, (inside) =>
    requestPayment(inside, { dossierId: id, by: van, note: 'Phí' })
  )
  t.ok((await stepAt(context, id, 1)).pausedAt)
  await t.rejects(sendOn(context, { dossierId: id, stepId: planned[0]!.id, by: van, note: '' }), { code: 'STEP_PAUSED' })

  shop.setNow('2026-03-04T08:30+07:00')
  await context.db.transaction(async (tx) => confirmPaid(tx, context, await lockDossier(tx, id), { by: systemActor, note: '' }))
  await shop.runJobs()

  const now = await currentStepsOf(context.db, id)
  t.same(
    now.map(({ pausedAt }) => pausedAt),
    [null, null, null]
  )
  t.equal(String(now.at(-1)!.dueAt), String((await getDossier(context.db, id)).dueAt))
  t.same(
    now.map(({ dueAt }, i) => dueAt!.since(planned[i]!.dueAt!).total('hours')),
    [96, 96, 48],
    'two working days for each step still to be done; for the first two a weekend lies between'
  )
})

t.test('a supplement begins the process anew and the old steps stand in the trace (NĐ 61/2018 Đ19.4)', async (t) => {
  const { shop, context, van } = await aPress(t)
  const { id, citizen } = await aDossier(context, threeSteps)
  await takeStep(context, { dossierId: id, by: van })
  const ask = { dossierId: id, by: van, reasons: [{ paper: 'Đơn', paperNumber: 1, reason: 'Thiếu chữ ký' }] }
  await inStep(context, { dossierId: id, by: van, decision: 'ask_supplement' }, (inside) => requestSupplement(inside, ask))
  shop.setNow('2026-03-03T09:00+07:00')
  await giveSupplement(context, { dossierId: id, by: citizen, papers: [], note: 'Đã ký' })
  await shop.runJobs()

  t.same(await statesOf(context, id), ['in_pool', 'waiting', 'waiting'])
  t.equal(String((await stepAt(context, id, 3)).dueAt), String((await getDossier(context.db, id)).dueAt))
  t.equal((await stepAt(context, id, 1)).cycle, 2)
})

t.test('another office is asked with a deadline and answers on its own page; it sees the dossier and cannot decide it', async (t) => {
  const { shop, context, who, van } = await aPress(t)
  const ngoc = await who('xuly.sldtbxh')
  const { id } = await aDossier(context, threeSteps)
  await takeStep(context, { dossierId: id, by: van })
  const question = { id: randomUUIDv7(), dossierId: id, by: van, agencyCode: 'SLDTBXH', question: 'Cơ sở có đăng ký lao động không?' }
  const dueAt = Temporal.Instant.from('2026-03-04T17:00+07:00')
  const late = Temporal.Instant.from('2026-04-30T17:00+07:00')

  await t.rejects(consultOffice(context, { ...question, dueAt: late }), {
    code: 'FORM_INCOMPLETE',
    facts: { fields: { dueAt: 'DEADLINE_OUTSIDE' } }
  })
  await t.rejects(consultOffice(context, { ...question, agencyCode: 'STTTT', dueAt }), {
    code: 'FORM_INCOMPLETE',
    facts: { fields: { agencyCode: 'OFFICE_REQUIRED' } }
  })
  await consultOffice(context, { ...question, dueAt })
  await consultOffice(context, { ...question, dueAt })

  const [asked] = await consultationsAt(context.db, { agencyId: ngoc.agencyId! }, 'to_answer')
  t.match(asked, { question: question.question, dossierId: id })
  t.same((await getDossier(context.db, id)).sharedWith, [ngoc.agencyId])
  const file = await result(shop, ngoc)
  await t.rejects(decide(context, { dossierId: id, ...file }), { code: 'NOT_YOURS_TO_SEE' })
  await answerConsultation(context, { consultationId: asked!.id, by: ngoc, answer: 'Có, từ năm 2024' })
  await t.rejects(answerConsultation(context, { consultationId: asked!.id, by: ngoc, answer: 'Không' }), { code: 'CONSULTATION_ANSWERED' })
  await shop.runJobs()

  t.match(await consultationsOf(context.db, id), [{ answer: 'Có, từ năm 2024', answeredBy: ngoc.name, escalatedAt: null }])
  t.same(
    (await handOversOf(context.db, id)).map(({ kind }) => kind),
    ['forward', 'consult', 'answer'],
    'asked twice by the same form, it stands there once'
  )
})

t.test('no answer by the deadline: the head of the desk finds it on the list, once, until it is noted (NĐ 61/2018 Đ19.5)', async (t) => {
  const { shop, context, who, van, clerk } = await aPress(t)
  const { id } = await aDossier(context, threeSteps)
  await takeStep(context, { dossierId: id, by: van })
  const dueAt = Temporal.Instant.from('2026-03-03T11:00+07:00')
  await consultOffice(context, { id: randomUUIDv7(), dossierId: id, by: van, agencyCode: 'SLDTBXH', question: 'Hỏi?', dueAt })
  const { id: consultationId } = (await consultationsOf(context.db, id))[0]!
  const list = () => escalatedConsultations(context.db, { agencyId: van.agencyId! })
  await escalateConsultation(context, { consultationId })
  t.same(await list(), [], 'not before its time')

  shop.setNow('2026-03-03T11:00+07:00')
  await escalateConsultation(context, { consultationId })
  await escalateConsultation(context, { consultationId })
  t.equal((await list()).length, 1)
  await noteLateAnswer(context, { consultationId, by: await who('truongquay.stttt') })

  t.same(await list(), [])
  t.equal((await chainOf(context.db, id)).filter(({ action }) => action === 'consult_late').length, 1)
  t.ok(clerk)
})

t.test('a verification is written down with time, place, participants and content (NĐ 61/2018 Đ19.3)', async (t) => {
  const { context, van } = await aPress(t)
  const { id } = await aDossier(context, threeSteps)
  await takeStep(context, { dossierId: id, by: van })
  const held = { id: randomUUIDv7(), dossierId: id, by: van, heldAt: context.now().subtract({ hours: 1 }), place: 'Cơ sở in, 5 Lạch Tray' }
  const said = { participants: 'Ông Nguyễn Văn A, ông Bùi Quang Huy', content: 'Hai máy in đúng như khai' }

  await t.rejects(recordMeeting(context, { ...held, ...said, participants: '' }), {
    code: 'FORM_INCOMPLETE',
    facts: { fields: { participants: 'REQUIRED' } }
  })
  await recordMeeting(context, { ...held, ...said })
  await recordMeeting(context, { ...held, ...said })

  t.match(await meetingsOf(context.db, id), [{ ...said, place: held.place, recordedBy: van.name }])
  t.equal((await meetingsOf(context.db, id)).length, 1)
})

t.test('a paper dossier is on the watch list until it leaves the desk; an electronic one left it when it was accepted', async (t) => {
  const { shop, context, who } = await aPress(t)
  const [lan, duc] = [await who('quay.minhkhai'), await who('xuly.minhkhai')]
  const here = { agencyId: lan.agencyId! }
  const late = (now: string) => notForwarded(context.db, here, Temporal.Instant.from(now), { lateOnly: true })
  await acceptedAtWard(context, { clerk: lan })
  const byDesk = await acceptedAtWard(context, { clerk: lan, channel: 'desk' })
  const byTaking = await acceptedAtWard(context, { clerk: lan, channel: 'desk' })
  await shop.runJobs()

  t.same((await notForwarded(context.db, here, context.now())).map(({ dossierId }) => dossierId).sort(), [byDesk, byTaking].sort())
  t.same(await late('2026-03-02T17:00+07:00'), [], 'accepted in the morning: there is time until closing')
  t.equal((await late('2026-03-02T17:01+07:00')).length, 2)
  await forwardDossier(context, { dossierId: byDesk, by: lan })
  await forwardDossier(context, { dossierId: byDesk, by: lan })
  await takeStep(context, { dossierId: byTaking, by: duc })

  t.same(await notForwarded(context.db, here, context.now()), [])
  t.equal((await handOversOf(context.db, byDesk)).length, 1)
})

t.test('withdrawn in the middle, nothing is left in anybody’s list', async (t) => {
  const { shop, context, who, van } = await aPress(t)
  const { id, citizen } = await aDossier(context, threeSteps)
  await takeStep(context, { dossierId: id, by: van })

  await withdrawDossier(context, { dossierId: id, by: citizen, reason: '' })
  await shop.runJobs()

  t.same(await statesOf(context, id), ['skipped', 'skipped', 'skipped'])
  const lan = await who('quay.minhkhai')
  const onPaper = await acceptedAtWard(context, { clerk: lan, channel: 'desk' })
  await shop.runJobs()
  await withdrawDossier(context, { dossierId: onPaper, by: lan, reason: 'Đổi ý' })
  await shop.runJobs()
  t.same(await notForwarded(context.db, { agencyId: lan.agencyId! }, context.now()), [], 'nor on the desk’s')
})
