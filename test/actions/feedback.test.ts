// Being heard: a rating once, a petition once with its number and its days, an answer, a question that becomes public.
import { randomUUIDv7 } from 'node:crypto'
import t, { type Test } from 'tap'
import { findAgency } from '../../src/agencies/queries.ts'
import type { Context } from '../../src/context.ts'
import { answerQuestion, askQuestion, releaseQuestion, takeBackQuestion } from '../../src/feedback/actions/answer-question.ts'
import { rateDossier } from '../../src/feedback/actions/rate-dossier.ts'
import { type PetitionForm, sendPetition } from '../../src/feedback/actions/send-petition.ts'
import { answerPetition, declinePetition, forwardPetition } from '../../src/feedback/actions/settle-petition.ts'
import { tellOfPetition } from '../../src/feedback/actions/tell-sender.ts'
import {
  complaintsAbout,
  findPetition,
  findRating,
  petitionFigures,
  petitionMovesOf,
  petitionsAt,
  releasedQuestions
} from '../../src/feedback/queries.ts'
import type { Sender } from '../../src/feedback/types.ts'
import { parkedJobs, pendingJobs } from '../../src/jobs/runner.ts'
import { latestMessages } from '../../src/notifications/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aCitizen, aDossier, staffOf } from '../helpers/dossiers.ts'
import { handOverAtDesk } from '../helpers/hand-over.ts'
import { raceFor } from '../helpers/races.ts'

const said = { satisfaction: 'satisfied', contacts: 2, agencies: 1, attitude: 2, words: 'Nhanh' } as const

/** A dossier whose result its owner holds. */
async function aReturned(context: Context) {
  const made = await aDossier(context, { state: 'result_ready' })
  const check = { paper: 'căn cước', last4: '6217', receiver: 'Nguyễn Thị Lan', relation: '' }
  await handOverAtDesk(context, { dossierId: made.id, by: made.clerk, check })
  return made
}

const lan = (): Sender => ({
  ownerId: randomUUIDv7(),
  personId: null,
  name: 'Nguyễn Thị Lan',
  phone: '0912480123',
  email: 'lan@vidu.vn',
  locale: 'vi'
})

async function aForm(context: Context, changes: Partial<PetitionForm> = {}): Promise<PetitionForm> {
  const { id: agencyId } = (await findAgency(context.db, 'STTTT'))!
  const form = { sender: lan(), formKey: randomUUIDv7(), kind: 'conduct' as const, agencyId, dossierCode: '', knowsDossier: false }
  return { ...form, text: 'Hẹn thứ Hai, đến nơi không có ai.', fileIds: [], ...changes }
}

const openShop = (t: Test, now?: string) => openTestContext(t, now ? { now } : {})

t.test('a finished dossier is rated by its own person; criteria 1 and 2 come from its times', async (t) => {
  const { context } = await openShop(t)
  const { id, citizen } = await aReturned(context)

  await rateDossier(context, { dossierId: id, by: citizen, ...said })

  t.match(await findRating(context.db, id), { ...said, totalTime: 2, eachOffice: 2, changedAt: null })
})

t.test('a rating is changed within seven days, and stands after them', async (t) => {
  const shop = await openShop(t)
  const { id, citizen } = await aReturned(shop.context)
  await rateDossier(shop.context, { dossierId: id, by: citizen, ...said })
  const first = await findRating(shop.context.db, id)

  shop.setNow('2026-03-09T08:29+07:00')
  await rateDossier(shop.context, { dossierId: id, by: citizen, ...said, satisfaction: 'not_satisfied' })
  shop.setNow('2026-03-09T08:30+07:00')
  await t.rejects(rateDossier(shop.context, { dossierId: id, by: citizen, ...said }), { code: 'RATING_NOT_OPEN' })

  const now = await findRating(shop.context.db, id)
  t.equal(now!.satisfaction, 'not_satisfied')
  t.equal(String(now!.ratedAt), String(first!.ratedAt), 'a change does not begin the days anew')
})

t.test('nobody else rates it, and nobody rates what is not returned', async (t) => {
  const { context } = await openShop(t)
  const returned = await aReturned(context)
  const ready = await aDossier(context, { state: 'result_ready' })

  await t.rejects(rateDossier(context, { dossierId: returned.id, by: ready.citizen, ...said }), { code: 'NOT_YOURS_TO_SEE' })
  await t.rejects(rateDossier(context, { dossierId: returned.id, by: returned.clerk, ...said }), { code: 'RATING_NOT_OPEN' })
  await t.rejects(rateDossier(context, { dossierId: ready.id, by: ready.citizen, ...said }), { code: 'RATING_NOT_OPEN' })
})

t.test('a petition has its number, its two days and a message to who sent it', async (t) => {
  const shop = await openShop(t)
  const { context } = shop

  const petition = await sendPetition(context, await aForm(context))
  await shop.runJobs()

  t.equal(petition.number, 'PA-260302-0001')
  t.match(petition.answerDueAt.toString(), '2026-03-23')
  t.match(petition.forwardDueAt.toString(), '2026-03-09')
  t.match(await latestMessages(context.db), [{ body: /PA-260302-0001/ }, { body: /PA-260302-0001/ }])
  t.same(
    shop.letters.map(({ to }) => to),
    ['lan@vidu.vn']
  )
  await tellOfPetition(context, { petitionId: petition.id, moveSeq: 1 })
  t.equal((await latestMessages(context.db)).length, 2, 'the job may run twice')
  t.same([await pendingJobs(shop.sql), await parkedJobs(shop.sql)], [[], []])
})

t.test('numbers run through the city’s day without a gap or a duplicate, forty at once', async (t) => {
  const { context } = await openShop(t)
  const forms = await Promise.all(Array.from({ length: 40 }, () => aForm(context)))

  const sent = await Promise.all(forms.map((form) => sendPetition(context, form)))

  const numbers = sent.map(({ number }) => Number(number.slice(-4))).toSorted((a, b) => a - b)
  t.same(
    numbers,
    Array.from({ length: 40 }, (_, i) => i + 1)
  )
})

t.test('the same form pressed twice is one petition and takes one number', async (t) => {
  const shop = await openShop(t)
  const form = await aForm(shop.context)

  const { first, second } = await raceFor(
    shop,
    (context) => sendPetition(context, form),
    () => sendPetition(shop.context, form)
  )

  t.match([first, second], [{ status: 'fulfilled' }, { status: 'fulfilled' }])
  t.equal(Reflect.get(first, 'value').number, Reflect.get(second, 'value').number)
  const next = await sendPetition(shop.context, await aForm(shop.context))
  t.equal(next.number, 'PA-260302-0002')
})

t.test('another day begins at one', async (t) => {
  const shop = await openShop(t)
  await sendPetition(shop.context, await aForm(shop.context))
  shop.setNow('2026-03-03T00:00+07:00')

  const { number } = await sendPetition(shop.context, await aForm(shop.context))

  t.equal(number, 'PA-260303-0001')
})

t.test('what is not its own competence goes on within the law’s days; both days begin anew there and the history keeps it', async (t) => {
  const shop = await openShop(t)
  const { context } = shop
  const officer = await staffOf(context, 'STTTT', 'officer')
  const elsewhere = await staffOf(context, '11311', 'officer')
  const sent = await sendPetition(context, await aForm(context))
  shop.setNow('2026-03-05T09:00+07:00')

  await forwardPetition(context, { petitionId: sent.id, by: officer, agencyId: elsewhere.agencyId!, note: 'Việc của phường' })
  await shop.runJobs()

  const petition = await findPetition(context.db, sent.id)
  t.match(petition, { state: 'forwarded', agencyId: elsewhere.agencyId })
  t.match(petition!.answerDueAt.toString(), '2026-03-26')
  t.same(await petitionsAt(context.db, officer.agencyId!, { open: true }), [])
  t.same(
    (await petitionsAt(context.db, elsewhere.agencyId!, { open: true })).map(({ id }) => id),
    [sent.id]
  )
  t.match(await petitionMovesOf(context.db, sent.id), [
    { name: 'send', fromState: null, toState: 'received' },
    { name: 'forward', fromState: 'received', note: 'Việc của phường', agencyId: officer.agencyId, toAgencyId: elsewhere.agencyId }
  ])
  t.ok((await latestMessages(context.db)).some(({ subject }) => /đã được chuyển đến/.test(subject)))
  await t.rejects(answerPetition(context, { petitionId: sent.id, by: officer, answer: 'x', finding: 'founded' }), {
    code: 'PETITION_NOT_FOUND'
  })
  await t.rejects(
    forwardPetition(context, { petitionId: sent.id, by: elsewhere, agencyId: elsewhere.agencyId!, note: 'x' }),
    { code: 'FORM_INCOMPLETE' },
    'not to itself'
  )
})

t.test('an answer goes to the sender word for word; two officers cannot both give one', async (t) => {
  const shop = await openShop(t)
  const { context } = shop
  const [one, two] = [await staffOf(context, 'STTTT', 'officer'), await staffOf(context, 'STTTT', 'officer')]
  const { id } = await sendPetition(context, await aForm(context))

  const { first, second } = await raceFor(
    shop,
    (slow) => answerPetition(slow, { petitionId: id, by: one, answer: 'Xin lỗi ông/bà.', finding: 'founded' }),
    () => declinePetition(context, { petitionId: id, by: two, reason: 'Không rõ' })
  )
  await shop.runJobs()

  t.equal(first.status, 'fulfilled')
  t.match(second, { status: 'rejected', reason: { code: 'FEEDBACK_MOVE_NOT_ALLOWED' } })
  t.match(await findPetition(context.db, id), { state: 'answered', answer: 'Xin lỗi ông/bà.', finding: 'founded' })
  t.ok(shop.letters.some(({ text }) => text.includes('Xin lỗi ông/bà.')))
  const { agencyId } = one
  const span = { agencyId: agencyId!, from: context.now(), until: context.now().add({ hours: 24 * 60 }) }
  await sendPetition(context, await aForm(context))
  t.same(await petitionFigures(context.db, { ...span, now: context.now() }), { all: 1, onTime: 1 }, 'what may still wait is not counted')
  t.same(await petitionFigures(context.db, { ...span, now: span.until }), { all: 2, onTime: 1 })
})

t.test('only the own person’s petition weighs on a dossier, and an unfounded one does not', async (t) => {
  const { context } = await openShop(t)
  const { id, code, citizen, officer } = await aReturned(context)
  const own = { ...lan(), ownerId: citizen.id, personId: citizen.id }
  const weigh = async () => (await complaintsAbout(context.db, [id])).get(id) ?? 0

  await sendPetition(context, await aForm(context, { dossierCode: code }))
  const byStranger = await weigh()
  const other = await aCitizen(context)
  await sendPetition(context, await aForm(context, { dossierCode: code, sender: { ...lan(), personId: other.id } }))
  const byAnotherAccount = await weigh()
  const mine = await sendPetition(context, await aForm(context, { dossierCode: code, sender: own }))
  const byOwner = await weigh()
  await answerPetition(context, { petitionId: mine.id, by: officer, answer: 'Đã kiểm tra, không đúng.', finding: 'unfounded' })

  t.same([byStranger, byAnotherAccount, byOwner, await weigh()], [0, 0, 1, 0])
})

t.test('a question is answered, told, released in the editor’s words, found without accents, and taken back', async (t) => {
  const shop = await openShop(t)
  const { context } = shop
  const by = await staffOf(context, 'STTTT', 'officer')
  const asked = {
    sender: lan(),
    formKey: randomUUIDv7(),
    agencyId: by.agencyId!,
    subject: 'Giấy phép của tôi',
    text: 'Tôi là Lan, 0912480123'
  }
  const { id } = await askQuestion(context, asked)
  const again = await askQuestion(context, asked)

  await t.rejects(releaseQuestion(context, { questionId: id, by, publicSubject: 'x', publicText: 'y' }), {
    code: 'FEEDBACK_MOVE_NOT_ALLOWED'
  })
  await answerQuestion(context, { questionId: id, by, answer: 'Nộp ở quầy một cửa.' })
  await answerQuestion(context, { questionId: id, by, answer: 'Nộp ở quầy một cửa.' })
  await shop.runJobs()
  const told = shop.letters.length
  await releaseQuestion(context, { questionId: id, by, publicSubject: 'Giấy phép nhập khẩu sách', publicText: 'Nộp ở đâu?' })
  const search = (text: string) => releasedQuestions(context.db, { text, limit: 5 })
  const [found, byName, nothing] = [await search('giay phep sach'), await search('lan'), await search('khai sinh')]
  const stranger = await staffOf(context, '11311', 'officer')
  await t.rejects(takeBackQuestion(context, { questionId: id, by: stranger }), { code: 'QUESTION_NOT_FOUND' })
  await takeBackQuestion(context, { questionId: id, by })

  t.equal(again.id, id, 'pressed twice, asked once')
  t.equal(told, 1, 'the same answer is told once')
  t.same([found.map((one) => one.id), byName, nothing], [[id], [], []])
  t.same(await search(''), [])
})
