// Mẫu số 04: drafted, completed, signed by another, once; the paper, the message and the history say the same.
import t from 'tap'
import { issuedOf } from '../../src/documents/queries.ts'
import { draftApologyOf, proposeApology, sendBackApology, signApology } from '../../src/dossiers/actions/apologise.ts'
import { decide } from '../../src/dossiers/actions/decide.ts'
import { requestPayment, resumeDossier, suspendDossier } from '../../src/dossiers/actions/pause-and-resume.ts'
import { apologiesOf } from '../../src/dossiers/apology-queries.ts'
import { getDossier, movesOf, papersOf } from '../../src/dossiers/queries.ts'
import { findFile } from '../../src/files/queries.ts'
import { latestMessages } from '../../src/notifications/queries.ts'
import { readPdf, squeeze } from '../documents/read-pdf.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, staffOf } from '../helpers/dossiers.ts'
import { raceFor } from '../helpers/races.ts'
import { allowSuspension } from '../helpers/time-rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const said = { causes: ['workload'], words: 'Cần xác minh tại kho', newDay: day('2026-03-24') }

/** Accepted on Monday 02/03/2026, due on Tuesday 17/03/2026 at 17:00. */
async function anOffice(t: Parameters<typeof openTestContext>[0], now = '2026-03-13T09:00+07:00') {
  const shop = await openTestContext(t, { now: '2026-03-02T08:30+07:00' })
  const one = await aDossier(shop.context, { state: 'in_progress' })
  const signer = { ...(await staffOf(shop.context, 'STTTT', 'officer')), name: 'Nguyễn Văn Ký', role: 'signer' as const }
  shop.setNow(now)
  return { shop, context: shop.context, ...one, signer }
}

t.test('the due date changes when the head signs; history, paper and message tell old date, new date and cause', async (t) => {
  const { shop, context, id, code, officer, signer } = await anOffice(t)

  await draftApologyOf(context, id)
  await proposeApology(context, { dossierId: id, by: officer, ...said })
  t.equal((await getDossier(context.db, id)).dueAt?.toString(), '2026-03-17T10:00:00Z', 'nothing changes before it is signed')
  await signApology(context, { dossierId: id, by: signer })
  await shop.runJobs()

  t.equal((await getDossier(context.db, id)).dueAt?.toString(), '2026-03-24T10:00:00Z')
  const move = (await movesOf(context.db, id)).at(-1)!
  t.match(move, { name: 'apologise', fromState: 'in_progress', toState: 'in_progress', actorName: signer.name })
  t.match(move.facts, { oldDueAt: '2026-03-17T10:00:00Z', newDueAt: '2026-03-24T10:00:00Z', lastDay: '2026-03-16', isLate: false })
  t.match(move.note, /Số hồ sơ tăng đột biến.*Cần xác minh tại kho/)
  const [paper] = (await issuedOf(context.db, id)).filter(({ form }) => form === 'apology')
  t.match(paper!.number, /\/PXL$/)
  const file = await findFile(context.db, paper!.fileId)
  const text = squeeze((await readPdf(new Uint8Array(await context.files.get(file!.sha256)))).text)
  for (const words of ['XIN LỖI', code, '17 tháng 3 năm 2026', '24 tháng 3 năm 2026', 'Cần xác minh tại kho', 'Nguyễn Văn Ký'])
    t.ok(text.includes(words), words)
  const messages = (await latestMessages(context.db)).filter(({ kind }) => kind === 'apology')
  t.same(messages.map(({ channel }) => channel).sort(), ['email', 'sms'])
  t.ok(messages.find(({ channel }) => channel === 'email')!.body.includes('17:00 ngày 17/03/2026'))
  t.ok(messages.every(({ body }) => body.includes('24/03/2026')))
})

t.test('one new date only: a second letter is refused, whoever asks', async (t) => {
  const { context, id, officer, signer } = await anOffice(t)
  await proposeApology(context, { dossierId: id, by: officer, ...said })
  await signApology(context, { dossierId: id, by: signer })

  await t.rejects(proposeApology(context, { dossierId: id, by: officer, ...said, newDay: day('2026-03-31') }), {
    code: 'APOLOGY_ALREADY_SENT'
  })
  await t.rejects(signApology(context, { dossierId: id, by: signer }), { code: 'APOLOGY_ALREADY_SENT' })
  t.equal(await draftApologyOf(context, id), false, 'the round of the house drafts none either')
})

t.test('who proposes does not sign; an officer never signs', async (t) => {
  const { context, id, officer, signer } = await anOffice(t)
  await proposeApology(context, { dossierId: id, by: signer, ...said })

  await t.rejects(signApology(context, { dossierId: id, by: signer }), { code: 'APOLOGY_FOUR_EYES' })
  await t.rejects(signApology(context, { dossierId: id, by: officer }), { code: 'NOT_YOURS_TO_DO' })
  const other = { ...signer, id: context.newId() }
  await t.resolves(signApology(context, { dossierId: id, by: other }))
})

t.test('cause and new date are both needed, and the date is a working day after the old one', async (t) => {
  const { context, id, officer, signer } = await anOffice(t)
  const faults = (more: object) =>
    proposeApology(context, { dossierId: id, by: officer, ...said, ...more }).then(
      () => 'nothing',
      ({ facts }) => facts.fields
    )

  t.same(await faults({ causes: [], words: ' ', newDay: undefined }), { causes: 'CAUSE_REQUIRED', newDay: 'DATE_INVALID' })
  t.same(await faults({ newDay: day('2026-03-17') }), { newDay: 'NEW_DATE_NOT_LATER' })
  t.same(await faults({ newDay: day('2026-03-21') }), { newDay: 'NEW_DATE_DAY_OFF' })
  await t.rejects(signApology(context, { dossierId: id, by: signer }), { code: 'APOLOGY_NOT_FOUND' })
  await draftApologyOf(context, id)
  await t.rejects(signApology(context, { dossierId: id, by: signer }), { code: 'APOLOGY_NOT_PROPOSED' })
})

t.test('sent back by the head, mended by the officer, signed', async (t) => {
  const { context, id, officer, signer } = await anOffice(t)
  await proposeApology(context, { dossierId: id, by: officer, ...said })

  await sendBackApology(context, { dossierId: id, by: signer, why: 'Hẹn gần hơn' })
  await t.rejects(signApology(context, { dossierId: id, by: signer }), { code: 'APOLOGY_NOT_PROPOSED' })
  await proposeApology(context, { dossierId: id, by: officer, ...said, newDay: day('2026-03-19') })
  const signed = await signApology(context, { dossierId: id, by: signer })

  t.equal(signed.dueAt?.toString(), '2026-03-19T10:00:00Z')
})

t.test('signed on the due day or after it the letter is late, and both facts are kept (NĐ 61/2018 Đ19.9)', async (t) => {
  for (const [now, why] of [
    ['2026-03-17T08:00+07:00', 'on the due day'],
    ['2026-03-18T08:00+07:00', 'after it']
  ] as const) {
    const { context, id, officer, signer } = await anOffice(t, now)
    await proposeApology(context, { dossierId: id, by: officer, ...said })
    await signApology(context, { dossierId: id, by: signer })
    t.match((await movesOf(context.db, id)).at(-1)!.facts, { isLate: true, lastDay: '2026-03-16' }, why)
  }
})

t.test('the result comes first, or the clock stops: the draft withdraws itself', async (t) => {
  const { context, id, officer } = await anOffice(t)
  await draftApologyOf(context, id)
  const [paper] = await papersOf(context.db, id)
  await decide(context, { dossierId: id, by: officer, kind: 'approved', number: '1/GP', title: 'Giấy phép', fileId: paper!.fileId! })
  t.match(await apologiesOf(context.db, id), [{ withdrawnWhy: 'approve', signedAt: null }])

  const stopped = await aDossier(context, { state: 'in_progress' })
  await draftApologyOf(context, stopped.id)
  await requestPayment(context, { dossierId: stopped.id, by: stopped.officer, note: 'Lệ phí' })
  t.match(await apologiesOf(context.db, stopped.id), [{ withdrawnWhy: 'request_payment' }])
})

t.test('a suspension keeps article and last day, and what was left of the time comes back', async (t) => {
  const { shop, context, id, officer } = await anOffice(t, '2026-03-10T09:00+07:00')
  await t.rejects(suspendDossier(context, { dossierId: id, by: officer, note: 'Chờ' }), { code: 'SUSPENSION_NOT_ALLOWED' })
  await allowSuspension(context, { days: 20 })

  await suspendDossier(context, { dossierId: id, by: officer, note: 'Chờ giám định' })
  t.match((await movesOf(context.db, id)).at(-1)!.facts, { article: 'Luật thử nghiệm Điều 1', until: '2026-03-30', certainty: 'known' })
  shop.setNow('2026-03-12T09:00+07:00')
  const resumed = await resumeDossier(context, { dossierId: id, by: officer, note: '' })

  t.equal(resumed.dueAt?.toString(), '2026-03-19T10:00:00Z', 'two days later than 17/03')
})

t.test('two heads sign at once: one letter, one new date', async (t) => {
  const { shop, context, id, officer, signer } = await anOffice(t)
  await proposeApology(context, { dossierId: id, by: officer, ...said })
  const other = { ...signer, id: context.newId() }

  const { first, second } = await raceFor(
    shop,
    (slow) => signApology(slow, { dossierId: id, by: signer }),
    () => signApology(context, { dossierId: id, by: other })
  )

  t.equal(first.status, 'fulfilled')
  t.match(second, { status: 'rejected', reason: { code: 'APOLOGY_ALREADY_SENT' } })
  t.equal((await movesOf(context.db, id)).filter(({ name }) => name === 'apologise').length, 1)
})
