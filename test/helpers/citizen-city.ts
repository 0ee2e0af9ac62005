// A city in which one citizen has a little of everything: drafts, dossiers in every state, a parcel nobody took, papers kept, voices heard.
import type { Actor } from '../../src/accounts/roles.ts'
import { publishKey } from '../../src/documents/actions/publish-key.ts'
import { sealedOf } from '../../src/documents/queries.ts'
import { saveDraft } from '../../src/dossiers/actions/save-draft.ts'
import { startDraft } from '../../src/dossiers/actions/start-draft.ts'
import { papersOf } from '../../src/dossiers/queries.ts'
import { answerQuestion, askQuestion, releaseQuestion } from '../../src/feedback/actions/answer-question.ts'
import { sendPetition } from '../../src/feedback/actions/send-petition.ts'
import { keepFile } from '../../src/files/actions/keep-file.ts'
import { keepOwnPaper } from '../../src/files/actions/own-papers.ts'
import { lockerOf } from '../../src/files/queries.ts'
import type { Answers } from '../../src/forms/definition.ts'
import { recordByOperator } from '../../src/shipments/actions/record-by-operator.ts'
import { shipmentsOfDossier } from '../../src/shipments/queries.ts'
import { sampleAnswers } from './answers.ts'
import type { TestShop } from './context.ts'
import { aDossier, lan, staffOf, toHome } from './dossiers.ts'
import { handOverAtDesk } from './hand-over.ts'
import { postman } from './parcels.ts'
import { pdfOf } from './pictures.ts'

const check = { paper: 'Thẻ căn cước', last4: '6217', receiver: lan.name, relation: '' }

async function drafts({ context }: TestShop, by: Actor) {
  const begin = async (procedureCode: string, agencyCode: string, answers?: Answers) => {
    const mine = { channel: 'online' as const, filer: lan, by, locale: 'vi' as const, personId: by.id }
    const { id } = await startDraft(context, { procedureCode, agencyCode, ...mine })
    if (answers) await saveDraft(context, { dossierId: id, by, changes: { answers } })
    return id
  }
  return {
    empty: await begin('1.001193', '11302'),
    general: await begin('1.005461', '11302'),
    filled: await begin('1.003725', 'STTTT', sampleAnswers('1.003725'))
  }
}

/** A visit of the post that failed. @returns the dossier and the link in the message about it */
async function undelivered(shop: TestShop, by: Actor) {
  const { context, sql } = shop
  const application = { filer: lan, applicant: lan, subject: 'Nhập sách', delivery: toHome }
  const dossier = await aDossier(context, { state: 'result_ready', by, application })
  await shop.runJobs()
  const parcel = (await shipmentsOfDossier(context.db, dossier.id))[0]!
  const sealed = { papersPresent: parcel.contents, count: parcel.contents.length, sealNumber: 'NP-1', signatures: true }
  for (const command of ['collect', 'go_out', 'fail_attempt'] as const) {
    await recordByOperator(context, {
      shipmentId: parcel.id,
      eventId: context.newId(),
      command,
      by: postman,
      ...sealed,
      ...(command === 'fail_attempt' && { reason: 'recipient_absent' })
    })
  }
  await shop.runJobs()
  const [message] = await sql<{ body: string }[]>`select body from messages where kind = 'parcel_problem' and channel = 'sms'`
  return { id: dossier.id, link: /\/bp\/[\w-]+/.exec(message!.body)![0] }
}

async function voices({ context }: TestShop, by: Actor) {
  const officer = await staffOf(context, 'STTTT', 'officer')
  const sender = { personId: by.id, ownerId: by.id, name: lan.name, phone: lan.phone, email: null, locale: 'vi' as const }
  const about = { sender: { ...sender, address: '' }, agencyId: officer.agencyId!, text: 'Hẹn thứ Hai, đến nơi không có ai.' }
  const filing = { kind: 'conduct' as const, dossierCode: '', knowsDossier: false, fileIds: [] }
  const { number } = await sendPetition(context, { ...about, ...filing, formKey: context.newId() })
  const { id } = await askQuestion(context, { ...about, formKey: context.newId(), subject: 'Nhập khẩu 02 cuốn sách' })
  await askQuestion(context, { ...about, formKey: context.newId(), subject: 'Hỏi chưa trả lời' })
  await answerQuestion(context, { questionId: id, by: officer, answer: 'Xin đến quầy một cửa.' })
  await releaseQuestion(context, { questionId: id, by: officer, publicSubject: 'Nhập khẩu 02 cuốn sách', publicText: 'Đến đâu?' })
  return { petition: number, question: id }
}

/** `by` is signed in as Lan. */
export async function aCitizensCity(shop: TestShop, by: Actor) {
  const { context } = shop
  await publishKey(context, shop.outside)
  const submitted = await aDossier(context, { by })
  const other = await keepFile(context, { name: 'hop-dong.pdf', bytes: await pdfOf(1), ownerId: by.id })
  const contract = { number: 2, name: 'Hợp đồng', form: 'copy', given: 'file' as const, fileId: other.id }
  const asked = await aDossier(context, {
    state: 'awaiting_supplement',
    by,
    papers: [contract, { ...contract, number: 3, name: 'Hóa đơn' }]
  })
  const ready = await aDossier(context, { state: 'result_ready', by })
  const returned = []
  for (let i = 0; i < 2; i++) {
    const one = await aDossier(context, { state: 'result_ready', by })
    await handOverAtDesk(context, { dossierId: one.id, by: one.clerk, check })
    returned.push(one)
  }
  const parcel = await undelivered(shop, by)
  const [given] = await papersOf(context.db, submitted.id)
  const about = {
    name: 'Giấy ủy quyền',
    issuer: 'Phòng công chứng số 1',
    number: '12/2020',
    issuedOn: Temporal.PlainDate.from('2020-03-09')
  }
  await keepOwnPaper(context, {
    fileId: given!.fileId!,
    personId: by.id,
    facts: { ...about, expiresOn: Temporal.PlainDate.from('2026-03-20') }
  })
  const [kept] = await lockerOf(context.db, by.id)
  const { token } = (await sealedOf(context.db, returned[0]!.id)).find(({ form }) => form === 'receipt')!
  return {
    drafts: await drafts(shop, by),
    ...{ submitted, asked, ready, returned, parcel, token },
    /** In the locker. */
    paper: kept!.id,
    /** Filed, and not in the locker yet. */
    contract: other.id,
    ...(await voices(shop, by))
  }
}
