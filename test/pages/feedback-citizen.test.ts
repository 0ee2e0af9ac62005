// Being heard, for people without a script: rating, petition, look-up, question. What was typed stays; one generic answer for a miss.
import t, { type Test } from 'tap'
import { findAgency } from '../../src/agencies/queries.ts'
import { dossiersOfPerson } from '../../src/dossiers/queries.ts'
import { answerQuestion, releaseQuestion, takeBackQuestion } from '../../src/feedback/actions/answer-question.ts'
import { answerPetition } from '../../src/feedback/actions/settle-petition.ts'
import { findPetitionByNumber, findRating, questionsAt } from '../../src/feedback/queries.ts'
import { aDossier, smallPdf, staffOf } from '../helpers/dossiers.ts'
import { handOverAtDesk } from '../helpers/hand-over.ts'
import { openVisitor, type Visitor } from '../helpers/visitor.ts'
import { openScene, type Scene, signIn } from './citizen-scene.ts'

const now = '2026-03-02T08:30+07:00'
const phone = '0912480123'

/** Somebody signed in who owns a dossier in this state. */
async function ownerOf(scene: Scene, visitor: Visitor, { returned }: { returned: boolean }) {
  const { context, sql } = scene.shop
  const [person] = await sql<{ id: string }[]>`select id from persons where phone = ${phone}`
  const by = { id: person!.id, name: 'Nguyễn Thị Lan', role: 'applicant' as const }
  const made = await aDossier(context, { state: 'result_ready', by })
  const check = { paper: 'căn cước', last4: '6217', receiver: 'Nguyễn Thị Lan', relation: '' }
  if (returned) await handOverAtDesk(context, { dossierId: made.id, by: made.clerk, check })
  await visitor.get(`/ho-so/${made.id}`)
  return made
}

const whole = { kind: 'conduct', agency: 'STTTT', text: 'Hẹn thứ Hai, đến nơi\nkhông có ai.', name: 'Nguyễn Thị Lan', phone }
const numberOn = ({ url }: Visitor) => /PA-\d{6}-\d{4,}$/.exec(url.pathname)![0]
const pdf = (name: string) => ({ field: 'files', name, bytes: smallPdf })

const openHere = (t: Test) => openScene(t, { now })

t.test('a returned dossier offers its rating; what was answered stays when something is missing; thanks follow', async (t) => {
  const scene = await openHere(t)
  const lan = await signIn(scene)
  const { id } = await ownerOf(scene, lan, { returned: true })

  t.match(lan.page, `/ho-so/${id}/danh-gia`)
  await lan.get(`/ho-so/${id}/danh-gia`)
  await lan.submit(/danh-gia$/, { satisfaction: 'satisfied', attitude: '2', words: 'Cán bộ <tận tình>' })
  const [status, again] = [lan.status, lan.page]
  await lan.submit(/danh-gia$/, { contacts: '2', agencies: '1' })

  t.equal(status, 422)
  for (const kept of ['href="#contacts"', 'href="#agencies"', 'Cán bộ &lt;tận tình&gt;', '<title>Lỗi: ']) t.ok(again.includes(kept), kept)
  t.match(again, /value="satisfied" checked/)
  t.match(lan.url.pathname, /cam-on$/)
  t.match(await findRating(scene.shop.context.db, id), { contacts: 2, agencies: 1, attitude: 2, satisfaction: 'satisfied' })
})

t.test('the rating can be mended for seven days; afterwards the page says so', async (t) => {
  const scene = await openHere(t)
  const lan = await signIn(scene)
  const { id } = await ownerOf(scene, lan, { returned: true })
  await lan.get(`/ho-so/${id}/danh-gia`)
  await lan.submit(/danh-gia$/, { satisfaction: 'satisfied', contacts: '2', agencies: '1', attitude: '2' })
  await lan.get(`/ho-so/${id}/danh-gia`)

  t.match(lan.text, 'sửa được đánh giá này đến 09/03/2026')
  scene.shop.setNow('2026-03-09T09:00+07:00')
  const later = await signIn(scene)
  await later.get(`/ho-so/${id}/danh-gia`)
  t.match(later.text, 'không sửa được nữa')
  t.notMatch(later.page, `action="/ho-so/${id}/danh-gia"`)
})

t.test('a dossier on its way has no rating, and a stranger’s dossier does not exist', async (t) => {
  const scene = await openHere(t)
  const lan = await signIn(scene)
  const { id } = await ownerOf(scene, lan, { returned: false })
  t.notMatch(lan.page, `/ho-so/${id}/danh-gia`)
  await lan.get(`/ho-so/${id}/danh-gia`)
  t.equal(lan.url.pathname, `/ho-so/${id}`)

  const stranger = await signIn(scene, '0987654321')
  await stranger.get(`/ho-so/${id}/danh-gia`)
  t.equal(stranger.status, 404)
  t.same(await dossiersOfPerson(scene.shop.context.db, id), [])
})

t.test('a petition needs no account: what was typed stays, then it has a number and a day; files need a sign-in', async (t) => {
  const scene = await openHere(t)
  const anybody = openVisitor(scene.address)
  await anybody.get('/phan-anh/gui')
  t.notMatch(anybody.page, 'type="file"')
  t.match(anybody.page, '/dang-nhap?tiep=/phan-anh/gui')

  await anybody.submit('/phan-anh/gui', { ...whole, phone: '12', agency: '' })
  const [status, again] = [anybody.status, anybody.page]
  await anybody.submit('/phan-anh/gui', { agency: 'STTTT', phone })

  t.equal(status, 422)
  for (const kept of ['không có ai.', 'href="#agency"', 'href="#phone"', 'value="12"']) t.ok(again.includes(kept), kept)
  t.equal(numberOn(anybody), 'PA-260302-0001')
  for (const said of ['Số phản ánh là PA-260302-0001', '09x…123', 'Trả lời chậm nhất thứ Hai, 23/03/2026'])
    t.ok(anybody.text.includes(said), said)
})

t.test('good files stay while the rest is mended; only who may open the petition opens them', async (t) => {
  const scene = await openHere(t)
  const lan = await signIn(scene)
  await lan.get('/phan-anh/gui')

  await lan.submit('/phan-anh/gui', { ...whole, agency: '' }, [pdf('anh-1.pdf')])
  const again = lan.page
  await lan.submit('/phan-anh/gui', { agency: 'STTTT' }, [pdf('anh-2.pdf')])

  t.match(again, 'anh-1.pdf')
  for (const name of ['anh-1.pdf', 'anh-2.pdf']) t.match(lan.text, name)
  const file = /\/phan-anh\/PA-260302-0001\/tep\/[0-9a-f-]{36}/.exec(lan.page)![0]
  t.same(Buffer.from(await lan.download(file)), smallPdf)
  const stranger = openVisitor(scene.address)
  await stranger.get(file)
  t.equal(stranger.status, 404)
  const other = await signIn(scene, '0987654321')
  await other.get('/phan-anh/gui')
  const stolen = /[0-9a-f-]{36}$/.exec(file)![0]
  await other.submit('/phan-anh/gui', { ...whole, phone: '0987654321', kept: stolen })
  t.equal(numberOn(other), 'PA-260302-0002')
  t.notMatch(other.page, stolen)
})

t.test('bad files are named and nothing is sent', async (t) => {
  const scene = await openHere(t)
  const lan = await signIn(scene)
  await lan.get('/phan-anh/gui')
  const text = { field: 'files', name: 'thu.pdf', bytes: Buffer.from('hello'), type: 'application/pdf' }

  await lan.submit('/phan-anh/gui', whole, [text])
  t.equal(lan.status, 422)
  t.match(lan.text, 'Tệp không phải PDF')
  const many = [1, 2, 3, 4, 5, 6].map((n) => pdf(`${n}.pdf`))
  await lan.submit('/phan-anh/gui', {}, many)
  t.match(lan.text, 'Nhiều tệp quá')
  t.equal(await findPetitionByNumber(scene.shop.context.db, 'PA-260302-0001'), undefined)
})

t.test('the form sent again from the same page, or twice at once, is the same petition', async (t) => {
  const scene = await openHere(t)
  const anybody = openVisitor(scene.address)
  await anybody.get('/phan-anh/gui')
  const key = /name="formKey" value="([^"]+)"/.exec(anybody.page)![1]!
  await Promise.all([anybody.submit('/phan-anh/gui', whole), anybody.submit('/phan-anh/gui', whole)])
  const first = numberOn(anybody)

  await anybody.get('/phan-anh/gui')
  await anybody.submit('/phan-anh/gui', { ...whole, formKey: key })

  t.equal(numberOn(anybody), first)
  t.equal(await findPetitionByNumber(scene.shop.context.db, 'PA-260302-0002'), undefined)
  const stranger = openVisitor(scene.address)
  await stranger.get('/phan-anh/gui')
  await stranger.submit('/phan-anh/gui', { ...whole, formKey: key })
  t.equal(numberOn(stranger), 'PA-260302-0002', 'a key says nothing to anybody else')
})

t.test('it is found again by number and four digits; every miss has the same answer, and too many wait', async (t) => {
  const scene = await openHere(t)
  const sender = openVisitor(scene.address)
  await sender.get('/phan-anh/gui')
  await sender.submit('/phan-anh/gui', whole)
  const other = openVisitor(scene.address)
  await other.get('/phan-anh/PA-260302-0001')
  t.notMatch(other.page, 'không có ai.')

  const misses: string[] = []
  for (const [number, last4] of [
    ['PA-260302-0001', '9999'],
    ['PA-260302-0002', '0123']
  ] as const) {
    await other.get('/phan-anh')
    await other.submit('/phan-anh/tra-cuu', { number, last4 })
    misses.push(`${other.status} ${/<section class="errsum"[\s\S]*?<\/section>/.exec(other.page)![0]}`)
  }
  await other.submit('/phan-anh/tra-cuu', { number: 'pa 260302 OOO1', last4: '0123' })

  t.equal(misses[0], misses[1])
  t.match(misses[0], /^404/)
  t.equal(other.url.pathname, '/phan-anh/PA-260302-0001')
  t.match(other.text, 'Hẹn thứ Hai, đến nơi')
  for (let i = 0; i < 4; i++) {
    await other.get('/phan-anh')
    await other.submit('/phan-anh/tra-cuu', { number: 'PA-260302-0001', last4: '1111' })
  }
  t.equal(other.status, 429)
})

t.test('an account sees its petitions and the answer, and starts with what is known of it', async (t) => {
  const scene = await openHere(t)
  const lan = await signIn(scene)
  const { code } = await ownerOf(scene, lan, { returned: true })
  await lan.get(`/phan-anh/gui?ho-so=${code}`)
  for (const known of [phone, code]) t.ok(lan.page.includes(`value="${known}"`), known)
  await lan.submit('/phan-anh/gui', { ...whole, dossier: code })
  const { context } = scene.shop
  const petition = (await findPetitionByNumber(context.db, numberOn(lan)))!
  t.ok(petition.dossierId)
  const by = await staffOf(context, 'STTTT', 'officer')
  await answerPetition(context, { petitionId: petition.id, by, answer: 'Xin lỗi ông/bà.\n\nĐã nhắc nhở.', finding: 'founded' })

  const elsewhere = await signIn(scene)
  await elsewhere.get('/phan-anh')
  t.match(elsewhere.page, `/phan-anh/${petition.number}`)
  await elsewhere.get(`/phan-anh/${petition.number}`)
  t.match(elsewhere.page, '<p>Đã nhắc nhở.</p>')
  const stranger = await signIn(scene, '0987654321')
  await stranger.get(`/phan-anh/${petition.number}`)
  t.notMatch(stranger.page, 'Đã nhắc nhở')
})

t.test('nobody sends more than ten a day to one phone', async (t) => {
  const scene = await openHere(t)
  const anybody = openVisitor(scene.address)
  const statuses: number[] = []
  for (let i = 0; i < 11; i++) {
    await anybody.get('/hoi-dap/gui')
    await anybody.submit('/hoi-dap/gui', { agency: 'STTTT', subject: 'Phí', text: 'Bao nhiêu?', name: 'Lan', phone })
    statuses.push(anybody.status)
  }
  t.same(statuses, [...Array(10).fill(200), 429])
})

t.test('a question is asked, read at its own address, and public only after its release', async (t) => {
  const scene = await openHere(t)
  const { context } = scene.shop
  const anybody = openVisitor(scene.address)
  await anybody.get('/hoi-dap/gui')
  await anybody.submit('/hoi-dap/gui', { agency: 'STTTT', subject: 'Nhập khẩu sách', text: '', name: 'Nguyễn Thị Lan', phone })
  t.equal(anybody.status, 422)
  t.match(anybody.page, 'value="Nhập khẩu sách"')
  await anybody.submit('/hoi-dap/gui', { text: 'Nộp ở đâu?' })
  const address = anybody.url.pathname
  t.match(anybody.text, 'chưa trả lời')
  const agency = (await findAgency(context.db, 'STTTT'))!
  const [question] = await questionsAt(context.db, agency.id, 'asked')
  const by = await staffOf(context, 'STTTT', 'officer')
  await answerQuestion(context, { questionId: question!.id, by, answer: 'Ở quầy một cửa.' })

  await anybody.get('/hoi-dap')
  t.notMatch(anybody.page, 'Nhập khẩu sách')
  await anybody.get(address)
  t.match(anybody.text, 'Ở quầy một cửa.')
  await releaseQuestion(context, { questionId: question!.id, by, publicSubject: 'Nhập khẩu sách', publicText: 'Nộp ở đâu?' })
  await anybody.get('/hoi-dap?q=nhap+khau')
  t.match(anybody.text, 'Ở quầy một cửa.')
  t.notMatch(anybody.text, 'Nguyễn Thị Lan')
  await anybody.get('/hoi-dap?q=xe+may')
  t.match(anybody.text, 'Chưa có câu trả lời nào')
  const passer = openVisitor(scene.address)
  await passer.get(address)
  t.match(passer.text, 'Ở quầy một cửa.')

  await takeBackQuestion(context, { questionId: question!.id, by })
  await passer.get(address)
  t.equal(passer.status, 404, 'what was taken back is gone for everybody')
  t.notMatch(passer.page, 'Ở quầy một cửa.')
  await anybody.get(address)
  t.match(anybody.text, 'Ở quầy một cửa.', 'but for who asked it')
  const elsewhere = await signIn(scene, phone)
  await elsewhere.get(address)
  t.match(elsewhere.text, 'Ở quầy một cửa.', 'also on another device, signed in with the same phone')
  await anybody.get('/hoi-dap/khong-co')
  t.equal(anybody.status, 404)
})

t.test('help leads to both, and every page speaks English', async (t) => {
  const scene = await openHere(t)
  const anybody = openVisitor(scene.address)
  await anybody.get('/tro-giup')
  for (const path of ['/phan-anh', '/hoi-dap']) t.ok(anybody.page.includes(`href="${path}"`), path)
  const english = {
    '/phan-anh': 'Petitions',
    '/phan-anh/gui': 'Send a petition',
    '/hoi-dap': 'Questions and answers',
    '/hoi-dap/gui': 'Ask an office'
  }
  for (const [path, title] of Object.entries(english)) {
    await anybody.get(`${path}?lang=en`)
    t.match(anybody.page, `<h1>${title}</h1>`)
  }
})
