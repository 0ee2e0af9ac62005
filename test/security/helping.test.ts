// Who would help themselves to somebody else's dossier: by guessing codes, by ringing phones, by an old session, from another site.
import t from 'tap'
import { findPerson } from '../../src/accounts/queries.ts'
import type { Context } from '../../src/context.ts'
import { saveDraft } from '../../src/dossiers/actions/save-draft.ts'
import { askForConsent, confirmConsent } from '../../src/helping/actions/ask-consent.ts'
import { nameHelper } from '../../src/helping/actions/name-helper.ts'
import { consentsOfPerson } from '../../src/helping/queries.ts'
import { insertConsent } from '../../src/helping/store.ts'
import { recordByOperator } from '../../src/shipments/actions/record-by-operator.ts'
import { shipmentsOfDossier } from '../../src/shipments/queries.ts'
import { openTestContext, type TestShop } from '../helpers/context.ts'
import { aDossier } from '../helpers/dossiers.ts'
import { aHelpedDraft, citizenPhone, helperPhone, signedIn, typed } from '../helpers/helping.ts'
import { postman } from '../helpers/parcels.ts'
import { openScene, signIn } from '../pages/citizen-scene.ts'

const procedureCode = '1.005461'
const beside = { personPhone: citizenPhone, personName: 'Nguyễn Thị An', helperName: 'Trần Thị Bình', relation: 'volunteer' }

async function helperAsks(context: Context, { phone = helperPhone, personPhone = citizenPhone } = {}) {
  const by = await signedIn(context, phone)
  return { by, askId: await askForConsent(context, { by, typed: { ...beside, personPhone }, procedureCode }) }
}

async function codeOf({ sql }: TestShop, askId: string): Promise<string> {
  const [job] = await sql<{ code: string }[]>`
    select payload ->> 'code' as code from graphile_worker._private_jobs where payload ->> 'askId' = ${askId}`
  return job!.code
}

const refusedAs = (code: string) => ({ status: 'rejected', reason: { code } })

t.test('after five wrong codes the right one opens nothing; nor does one that is late, used, replaced or somebody else’s', async (t) => {
  const shop = await openTestContext(t, { now: '2026-03-02T08:30+07:00' })
  const { context } = shop
  const confirm = async ({ by, askId }: Awaited<ReturnType<typeof helperAsks>>, code: string) =>
    (await Promise.allSettled([confirmConsent(context, { by, askId, code, locale: 'vi' })]))[0]!

  const first = await helperAsks(context)
  const right = await codeOf(shop, first.askId)
  const wrong = right === '000000' ? '111111' : '000000'
  for (let n = 0; n < 5; n++) t.match(await confirm(first, wrong), refusedAs('HELP_CODE_WRONG'))
  t.match(await confirm(first, right), refusedAs('HELP_CODE_WRONG'), 'the sixth')

  const second = await helperAsks(context)
  const third = await helperAsks(context)
  t.match(await confirm(second, await codeOf(shop, second.askId)), refusedAs('HELP_CODE_WRONG'), 'replaced')
  const other = await signedIn(context, '0912000777')
  t.match(await confirm({ ...third, by: other }, await codeOf(shop, third.askId)), refusedAs('HELP_CODE_WRONG'), 'another helper')
  shop.setNow('2026-03-02T08:40+07:00')
  t.match(await confirm(third, await codeOf(shop, third.askId)), refusedAs('HELP_CODE_WRONG'), 'ten minutes later')
  const fourth = await helperAsks(context)
  t.equal((await confirm(fourth, await codeOf(shop, fourth.askId))).status, 'fulfilled')
  t.match(await confirm(fourth, await codeOf(shop, fourth.askId)), refusedAs('HELP_CODE_WRONG'), 'twice')
  t.equal((await consentsOfPerson(context.db, (await signedIn(context, citizenPhone)).id)).length, 1)
})

t.test('a known phone and an unknown one are answered alike, with the right code not yet typed', async (t) => {
  const scene = await openScene(t)
  await signedIn(scene.shop.context, '0912000555', 'Lê Thị Người Quen')
  const binh = await signIn(scene, helperPhone)
  const pageFor = async (personPhone: string) => {
    await binh.get(`/giup-nguoi-khac/moi?thu-tuc=${procedureCode}`)
    await binh.submit('/giup-nguoi-khac/moi', { ...beside, personPhone })
    const asked = binh.text
    await binh.submit(/\/ma\//, { code: '12345' })
    return [asked, binh.text]
  }

  t.same(await pageFor('0912000555'), await pageFor('0913000555'))
})

t.test('a phone rings five times a day at most, whoever asks and however many at once; a helper asks ten times', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const helpers = Array.from({ length: 8 }, (_, n) => `098311130${n}`)

  const outcomes = await Promise.allSettled(helpers.map((phone) => helperAsks(context, { phone })))

  t.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 5)
  t.match(
    outcomes.find(({ status }) => status === 'rejected'),
    refusedAs('HELP_LIMIT')
  )
  for (let n = 0; n < 10; n++) await helperAsks(context, { personPhone: `091300010${n}` })
  await t.rejects(helperAsks(context, { personPhone: '0913000200' }), { code: 'HELP_LIMIT' })
})

t.test('a citizen names ten helpers a day, and nobody’s phone is told of help more than five times', async (t) => {
  const { context } = await openTestContext(t)
  const name = async (from: string, helper: string) =>
    nameHelper(context, { by: await signedIn(context, from), typed: { ...typed, helperPhone: helper }, procedureCode, locale: 'vi' })

  for (let n = 0; n < 5; n++) await name(`091400010${n}`, helperPhone)
  await t.rejects(name('0914000200', helperPhone), { code: 'HELP_LIMIT' })
  for (let n = 0; n < 10; n++) await name(citizenPhone, `091500010${n}`)
  await t.rejects(name(citizenPhone, '0915000200'), { code: 'HELP_LIMIT' })
})

t.test('the name in a message of ours is a name, and nothing a telephone makes into a link', async (t) => {
  const { context } = await openTestContext(t)
  const by = await signedIn(context, citizenPhone)
  const name = (personName: string) => nameHelper(context, { by, typed: { ...typed, personName }, procedureCode, locale: 'vi' })

  for (const wrong of ['vay-tien.xyz', 'Bình t.me', 'Gọi 0900', 'Bình/x', 'B\u202eình'])
    await t.rejects(name(wrong), { code: 'FORM_INCOMPLETE', fields: { personName: 'PLAIN_NAME_REQUIRED' } }, wrong)
  t.equal((await name('Nguyễn V. An')).personName, 'Nguyễn V. An')
})

t.test('an old session that says it acts for somebody is not believed', async (t) => {
  const scene = await openScene(t)
  const { context } = scene.shop
  const { binh, draft, consent, helper } = await aHelpedDraft(context)
  const visitor = await signIn(scene, helperPhone)
  await visitor.get(`/ho-so/${draft.id}/nop/nguoi-nop`)
  t.equal(visitor.status, 200)
  await scene.shop.sql`update helper_consents set dossier_id = null where id = ${consent.id}`
  const claim = JSON.stringify({ ...binh, onBehalfOf: { ...helper.onBehalfOf, askedAt: context.now().toString() } })
  await scene.shop
    .sql`update sessions set data = jsonb_set(data, '{actor}', ${claim}::text::jsonb) where data -> 'actor' ->> 'id' = ${binh.id}`

  await visitor.get(`/ho-so/${draft.id}/nop/nguoi-nop`)

  t.equal(visitor.status, 404)
  await visitor.get('/ho-so')
  t.equal(visitor.status, 200, 'and one’s own pages stay one’s own')
})

t.test('no form of helping is taken from another site', async (t) => {
  const scene = await openScene(t)
  const app = await scene.shop.app()
  const { consent } = await aHelpedDraft(scene.shop.context)
  const forms = ['/nho-giup/moi', `/nho-giup/${consent.id}/thoi`, '/giup-nguoi-khac/moi', `/giup-nguoi-khac/${consent.id}/vao`]
  const visitor = await signIn(scene, citizenPhone)
  const { cookie } = visitor

  for (const url of forms) {
    const headers = { accept: 'text/html', cookie, 'content-type': 'application/x-www-form-urlencoded' }
    t.equal((await app.inject({ method: 'POST', url, headers, payload: 'thu-tuc=1.005461' })).statusCode, 403, url)
  }
})

t.test('the link that changes the delivery goes to the citizen; a helper is told, and gets no link and no code', async (t) => {
  const { context, sql, runJobs } = await openTestContext(t)
  const [an, binh] = [await signedIn(context, citizenPhone, 'Nguyễn Thị An'), await signedIn(context, helperPhone, 'Trần Thị Bình')]
  const filer = { kind: 'person' as const, name: 'Trần Thị Bình', phone: helperPhone }
  const applicant = { ...filer, name: 'Nguyễn Thị An', phone: citizenPhone }
  const home = { name: 'An', phone: citizenPhone, address: '18/7 Lạch Tray', wardCode: '11302', wardName: 'Phường Lạch Tray' }
  const application = { filer, applicant, relation: 'con', subject: 'Xin phép', delivery: { method: 'post' as const, ...home } }
  const { id } = await aDossier(context, { state: 'result_ready', procedure: '2.001737', by: an, application })
  const now = context.now()
  const consent = {
    personId: an.id,
    personName: 'Nguyễn Thị An',
    personPhone: citizenPhone,
    helperId: binh.id,
    helperPhone,
    way: 'named' as const
  }
  const about = { helperName: 'Trần Thị Bình', relation: 'child' as const, procedureCode, procedureName: 'Xin phép', locale: 'vi' as const }
  const during = { dossierId: id, usedAt: now, givenAt: now, expiresAt: now.add({ hours: 24 }) }
  await context.db.transaction((tx) => insertConsent(tx, { ...consent, ...about, ...during }))
  await runJobs()
  const parcel = (await shipmentsOfDossier(context.db, id))[0]!
  const sealed = { papersPresent: parcel.contents, count: parcel.contents.length, sealNumber: 'NP-1', signatures: true }
  const step = (command: 'collect' | 'go_out' | 'fail_attempt') => {
    const why = command === 'fail_attempt' ? { reason: 'recipient_absent' as const } : {}
    return recordByOperator(context, { shipmentId: parcel.id, eventId: context.newId(), command, by: postman, ...sealed, ...why })
  }

  for (const command of ['collect', 'go_out', 'fail_attempt'] as const) await step(command)
  await runJobs()

  const messages = await sql<{ recipient: string; kind: string; body: string }[]>`
    select recipient, kind, body from messages where occasion like ${`parcel:${parcel.id}:%`} and channel = 'sms' order by id`
  const toHelper = messages.filter(({ recipient }) => recipient === helperPhone)
  t.match(
    messages.filter(({ body }) => body.includes('/bp/')),
    [{ recipient: citizenPhone, kind: 'parcel_problem' }]
  )
  t.equal(toHelper.at(-1)?.kind, 'parcel')
  t.same(await sql`select phone from parcel_links`.then((rows) => rows.map(({ phone }) => phone)), [citizenPhone])
})

t.test('a citizen who files what a helper filled in does not become the helper', async (t) => {
  const scene = await openScene(t)
  const { context } = scene.shop
  const { an, helper, draft } = await aHelpedDraft(context)
  const filer = { kind: 'person' as const, name: 'Trần Thị Bình', phone: helperPhone, identityNumber: '031190000001', address: 'Nhà Bình' }
  await saveDraft(context, { dossierId: draft.id, by: helper, changes: { filer } })
  const visitor = await signIn(scene, citizenPhone)

  await visitor.get(`/ho-so/${draft.id}/nop/xem-lai`)
  await visitor.submit(/xem-lai$/, { declaration: 'yes' })

  t.match(visitor.url.pathname, /xac-nhan$/)
  t.match(await findPerson(context.db, an.id), { fullName: 'Nguyễn Thị An', identityNumber: null, address: null })
  await visitor.get('/tai-khoan')
  t.notMatch(visitor.text, 'Trần Thị Bình')
})
