// What follows a move without anybody waiting: papers, messages, parcels. Every job may run twice.
import t from 'tap'
import { issueReceipt } from '../../src/documents/issue-documents.ts'
import { issuedOf } from '../../src/documents/queries.ts'
import { giveSupplement } from '../../src/dossiers/actions/give-supplement.ts'
import { refuseAtDesk } from '../../src/dossiers/actions/refuse-at-desk.ts'
import { getDossier, movesOf } from '../../src/dossiers/queries.ts'
import { findFile } from '../../src/files/queries.ts'
import { parkedJobs, pendingJobs } from '../../src/jobs/runner.ts'
import { notifyOfMove } from '../../src/notifications/notify.ts'
import { latestMessages } from '../../src/notifications/queries.ts'
import { fill, templates } from '../../src/notifications/templates.ts'
import { shipmentsOfDossier } from '../../src/shipments/queries.ts'
import { readPdf, squeeze } from '../documents/read-pdf.ts'
import { openTestContext, type TestShop } from '../helpers/context.ts'
import { aDossier, lan } from '../helpers/dossiers.ts'

async function pdfText({ context }: TestShop, dossierId: string, form: string): Promise<string> {
  const document = (await issuedOf(context.db, dossierId)).find((issued) => issued.form === form)
  const file = await findFile(context.db, document!.fileId)
  const { text } = await readPdf(new Uint8Array(await context.files.get(file!.sha256)))
  return squeeze(text)
}

t.test('an accepted dossier has its receipt and appointment, with how the day was counted', async (t) => {
  const shop = await openTestContext(t, { now: '2026-03-02T08:30+07:00' })
  const { id, code } = await aDossier(shop.context, { state: 'accepted' })

  await shop.runJobs()

  const text = await pdfText(shop, id, 'receipt')
  t.match(text, /GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ/)
  for (const said of [code, lan.name, 'Phạm Thu Hà', '17 tháng 3 năm 2026']) t.ok(text.includes(said), said)
  t.same(await pendingJobs(shop.sql), [], 'nothing is left to do')
  t.same(await parkedJobs(shop.sql), [], 'nothing was given up')
})

t.test('the receipt is made once, however often its job runs', async (t) => {
  const shop = await openTestContext(t)
  const { context, outside } = shop
  const { id } = await aDossier(context, { state: 'accepted' })
  const moveSeq = (await movesOf(context.db, id)).at(-1)!.seq

  const after = { dossierId: id, moveSeq }
  await Promise.all([issueReceipt(context, outside, after), issueReceipt(context, outside, after)])
  await shop.runJobs()

  t.equal((await issuedOf(context.db, id)).filter(({ form }) => form === 'receipt').length, 1)
})

t.test('a supplement request names every paper; a refusal its reason and article', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const asked = await aDossier(context, { state: 'awaiting_supplement' })
  const refused = await aDossier(context)
  await refuseAtDesk(context, {
    dossierId: refused.id,
    by: refused.clerk,
    reason: 'Không thuộc thẩm quyền của Sở',
    legalBasis: 'Luật Xuất bản 2012, Điều 42'
  })

  await shop.runJobs()

  t.match(await pdfText(shop, asked.id, 'supplement_request'), /Thiếu chữ ký/)
  const text = await pdfText(shop, refused.id, 'rejection')
  t.match(text, /Không thuộc thẩm quyền của Sở/)
  t.match(text, /Điều 42/)
})

t.test('a restarted clock makes a new receipt beside the old one', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const { id, citizen } = await aDossier(context, { state: 'awaiting_supplement' })
  await giveSupplement(context, { dossierId: id, by: citizen, papers: [], note: 'Đã bổ sung' })
  await shop.runJobs()
  t.equal((await getDossier(context.db, id)).state, 'submitted')
})

t.test('each occasion is told once, by letter and by short message, in the language of the filing', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const { id, code } = await aDossier(context, { state: 'accepted' })
  await shop.runJobs()
  const moveSeq = (await movesOf(context.db, id)).at(-1)!.seq

  await notifyOfMove('accepted')(context, { dossierId: id, moveSeq })
  await shop.runJobs()

  const told = (await latestMessages(context.db)).map(({ kind, channel }) => `${kind} ${channel}`).sort()
  t.same(told, ['accepted email', 'accepted sms', 'submitted email', 'submitted sms'])
  t.same(
    shop.letters.map(({ subject }) => subject).sort(),
    [`Hồ sơ ${code} đã được tiếp nhận, hẹn trả 17:00 ngày 17/03/2026`, `Đã nhận hồ sơ ${code}`].sort()
  )
  t.ok((await latestMessages(context.db)).every(({ sentAt }) => sentAt))
})

t.test('a message with an unknown name is our mistake, never sent half empty', async (t) => {
  t.throws(() => fill(templates['accepted']!.sms.vi, { code: 'x' }), /no value for \{due\}/)
})

t.test('a result to go by post is ordered once; an electronic one is released at once; one for the desk waits', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const address = { name: lan.name, phone: lan.phone, address: '18/7 Lạch Tray', wardCode: '11362', wardName: 'Phường Lạch Tray' }
  const filing = { filer: lan, applicant: lan, subject: 'Nhập sách' }
  const byPost = await aDossier(context, { state: 'result_ready', application: { ...filing, delivery: { method: 'post', ...address } } })
  const asFile = await aDossier(context, { state: 'result_ready', application: { ...filing, delivery: { method: 'electronic' } } })
  const atDesk = await aDossier(context, { state: 'result_ready' })

  await shop.runJobs()
  await shop.runJobs()

  const [parcel, ...others] = await shipmentsOfDossier(context.db, byPost.id)
  t.same(others, [])
  t.match(parcel, { kind: 'delivery', status: 'ordered', ourRef: `${byPost.code}-D1` })
  t.equal((await getDossier(context.db, asFile.id)).state, 'returned')
  t.equal((await getDossier(context.db, atDesk.id)).state, 'result_ready')
})
