// Helping somebody with a dossier: one consent for one dossier and seven days; every act seen; taken back at once.
import t from 'tap'
import { actsOf, readersOf } from '../../src/audit/queries.ts'
import { beginHelp, takeUpHelp } from '../../src/dossiers/actions/begin-help.ts'
import { discardDraft } from '../../src/dossiers/actions/discard-draft.ts'
import { endHelp } from '../../src/dossiers/actions/end-help.ts'
import { recordRead } from '../../src/dossiers/actions/record-read.ts'
import { saveDraft } from '../../src/dossiers/actions/save-draft.ts'
import { startDraft } from '../../src/dossiers/actions/start-draft.ts'
import { submitDossier } from '../../src/dossiers/actions/submit-dossier.ts'
import { withdrawDossier } from '../../src/dossiers/actions/withdraw-dossier.ts'
import { dossiersOfPerson, getDossier, movesOf } from '../../src/dossiers/queries.ts'
import { lockDossier } from '../../src/dossiers/store.ts'
import { nameHelper } from '../../src/helping/actions/name-helper.ts'
import { findConsent } from '../../src/helping/queries.ts'
import { standingOf } from '../../src/helping/rules.ts'
import { endConsent } from '../../src/helping/store.ts'
import { latestMessages } from '../../src/notifications/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aConsent, actingFor, aHelpedDraft, citizenPhone, helperPhone, signedIn, typed } from '../helpers/helping.ts'
import { letTimePass } from '../helpers/jobs.ts'
import { raceFor, someoneWaits } from '../helpers/races.ts'

t.test('a helper files: the dossier is the citizen’s, the filer is the helper, and both names stand under every act', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const { an, helper, binh, draft } = await aHelpedDraft(context)
  await recordRead(context, { dossierId: draft.id, by: helper })
  await saveDraft(context, { dossierId: draft.id, by: helper, changes: { answers: { subject: 'Nhập khẩu 12 cuốn sách' } } })

  const filed = await submitDossier(context, { dossierId: draft.id, by: helper })
  await shop.runJobs()

  t.match(filed, { personId: an.id, state: 'submitted', relation: 'con' })
  t.match([filed.filer.name, filed.applicant.name, filed.applicant.phone], ['Trần Thị Bình', 'Nguyễn Thị An', citizenPhone])
  t.same(
    (await dossiersOfPerson(context.db, an.id)).map(({ id }) => id),
    [draft.id]
  )
  t.same(await dossiersOfPerson(context.db, binh.id), [], 'and not among the helper’s own')
  const both = 'Trần Thị Bình, giúp Nguyễn Thị An'
  t.same(
    (await movesOf(context.db, draft.id)).map(({ actorName }) => actorName),
    [both]
  )
  const acts = await actsOf(context.db, { chain: draft.id, actorId: binh.id })
  t.same(
    acts.map(({ action, name }) => `${action}: ${name}`),
    ['submit', 'fill', 'read', 'add_paper'].map((act) => `${act}: ${both}`)
  )
  t.match(await readersOf(context.db, draft.id), [{ name: both }])
})

t.test('both are told once when help is allowed, when the dossier is filed and when the help is over', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const { helper, consent, draft } = await aHelpedDraft(context)
  await submitDossier(context, { dossierId: draft.id, by: helper })
  await endHelp(context, { consentId: consent.id, why: 'revoked' })
  await endHelp(context, { consentId: consent.id, why: 'revoked' })
  await shop.runJobs()

  const told = (await latestMessages(context.db)).map(({ kind, recipient }) => `${kind} ${recipient}`).sort()

  t.same(told, [
    `help_allowed ${citizenPhone}`,
    `help_asked ${helperPhone}`,
    `help_over ${citizenPhone}`,
    `help_over ${helperPhone}`,
    // Its job ran after the help was over: from then on only the citizen hears of the dossier.
    `submitted ${citizenPhone}`
  ])
})

t.test('while the consent holds the helper hears of the filing too', async (t) => {
  const shop = await openTestContext(t)
  const { helper, draft } = await aHelpedDraft(shop.context)
  await submitDossier(shop.context, { dossierId: draft.id, by: helper })
  await shop.runJobs()

  const told = (await latestMessages(shop.context.db)).filter(({ kind }) => kind === 'submitted').map(({ recipient }) => recipient)

  t.same(told.sort(), [citizenPhone, helperPhone])
})

t.test('what is not filling in, filing, paying or following stays with the citizen', async (t) => {
  const { context } = await openTestContext(t)
  const { helper, draft } = await aHelpedDraft(context)

  await t.rejects(discardDraft(context, { dossierId: draft.id, by: helper }), { code: 'HELPER_MAY_NOT' })
  await submitDossier(context, { dossierId: draft.id, by: helper })
  await t.rejects(withdrawDossier(context, { dossierId: draft.id, by: helper, reason: '' }), { code: 'HELPER_MAY_NOT' })
})

t.test('the citizen’s dossier cannot become the helper’s own', async (t) => {
  const { context } = await openTestContext(t)
  const { helper, draft } = await aHelpedDraft(context)
  const self = { kind: 'person' as const, name: 'Trần Thị Bình', phone: helperPhone }

  const save = saveDraft(context, { dossierId: draft.id, by: helper, changes: { filer: self, applicant: self, relation: null } })

  await t.rejects(save, { code: 'HELPER_NOT_SELF' })
})

t.test('a consent is for its own dossier: another one of the same citizen is not to be seen', async (t) => {
  const { context } = await openTestContext(t)
  const { an, binh, helper } = await aHelpedDraft(context)
  const filer = { kind: 'person' as const, name: 'Nguyễn Thị An', phone: citizenPhone }
  const other = await startDraft(context, {
    procedureCode: '1.005461',
    agencyCode: '11302',
    channel: 'online',
    filer,
    by: an,
    locale: 'vi',
    personId: an.id
  })

  t.equal(await actingFor(context, other, binh), undefined)
  await t.rejects(saveDraft(context, { dossierId: other.id, by: helper, changes: {} }), { code: 'NOT_YOURS_TO_SEE' })
})

t.test('one consent begins one dossier: two presses at once, and a second use later', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const { binh, consent, an } = await aConsent(context)
  const filer = { kind: 'person' as const, name: 'Trần Thị Bình', phone: helperPhone }
  const begin = (within: typeof context) =>
    beginHelp(within, { consentId: consent.id, by: binh, filer, agencyCode: '11302', channel: 'online', locale: 'vi' })

  const { first, second } = await raceFor(shop, begin, () => begin(context))

  t.equal(first.status, 'fulfilled')
  t.match(second, { status: 'rejected', reason: { code: 'HELP_USED' } })
  await t.rejects(begin(context), { code: 'HELP_USED' })
  t.equal((await dossiersOfPerson(context.db, an.id)).length, 1)
})

t.test('the citizen takes the consent back while the helper’s filing waits for the dossier: it is not filed', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const { helper, draft, consent } = await aHelpedDraft(context)
  let filing: Promise<unknown> = Promise.resolve()

  await context.db.transaction(async (tx) => {
    await lockDossier(tx, draft.id)
    filing = submitDossier(context, { dossierId: draft.id, by: helper })
    filing.catch(() => {})
    await someoneWaits(shop.sql)
    // The citizen's press, in the same breath: whoever waited looks at the consent only afterwards.
    await shop.sql`update helper_consents set ended_at = ${context.now().toString()}, ended_why = 'revoked' where id = ${consent.id}`
  })

  await t.rejects(filing, { code: 'HELP_ENDED' })
  t.equal((await getDossier(context.db, draft.id)).state, 'draft', 'and nothing of the draft is lost')
})

t.test('the consent is being taken back, not yet for good, while the helper saves: the helper waits, and is refused', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const { helper, draft, consent } = await aHelpedDraft(context)
  let saving: Promise<unknown> = Promise.resolve()

  await context.db.transaction(async (tx) => {
    await endConsent(tx, consent.id, { why: 'revoked', at: context.now() })
    saving = saveDraft(context, { dossierId: draft.id, by: helper, changes: { answers: { note: 'muộn' } } })
    saving.catch(() => {})
    await someoneWaits(shop.sql)
  })

  await t.rejects(saving, { code: 'HELP_ENDED' })
})

t.test('a draft that comes back from its helper is filed by the citizen again', async (t) => {
  const { context } = await openTestContext(t)
  const { an, draft, consent } = await aHelpedDraft(context)

  await endHelp(context, { consentId: consent.id, why: 'revoked' })
  const filed = await submitDossier(context, { dossierId: draft.id, by: an })

  t.match(filed, { state: 'submitted', relation: null, filer: { phone: citizenPhone } })
})

t.test('the citizen files first: the helper is told the dossier is filed, and goes on following', async (t) => {
  const { context } = await openTestContext(t)
  const { an, binh, helper, draft } = await aHelpedDraft(context)
  await submitDossier(context, { dossierId: draft.id, by: an })

  await t.rejects(submitDossier(context, { dossierId: draft.id, by: helper }), { code: 'MOVE_NOT_ALLOWED' })
  t.ok(await actingFor(context, draft, binh))
})

t.test('after seven days nothing opens, to the second; the job only writes it down and says so', async (t) => {
  const shop = await openTestContext(t, { now: '2026-03-02T08:30+07:00' })
  const { context } = shop
  const { binh, draft, consent } = await aHelpedDraft(context)
  await shop.runJobs()

  shop.setNow('2026-03-09T08:29:59+07:00')
  t.ok(await actingFor(context, draft, binh))
  const helper = await actingFor(context, draft, binh)
  shop.setNow('2026-03-09T08:30+07:00')
  await t.rejects(actingFor(context, draft, binh), { code: 'HELP_ENDED' })
  t.ok(helper, 'a request that came in before the end is still done')
  await letTimePass(shop.sql, 7 * 86_400)
  await shop.runJobs()

  t.match(await findConsent(context.db, consent.id), { endedWhy: 'expired' })
  t.equal((await latestMessages(context.db)).filter(({ kind }) => kind === 'help_over').length, 2)
})

t.test('a draft thrown away by its citizen takes the consent with it: there is no second one', async (t) => {
  const { context } = await openTestContext(t)
  const { an, binh, draft, consent } = await aHelpedDraft(context)

  await discardDraft(context, { dossierId: draft.id, by: an })

  t.equal(standingOf((await findConsent(context.db, consent.id))!, context.now()), 'gone')
  const filer = { kind: 'person' as const, name: 'Bình', phone: helperPhone }
  const again = beginHelp(context, { consentId: consent.id, by: binh, filer, agencyCode: '11302', channel: 'online', locale: 'vi' })
  await t.rejects(again, { code: 'HELP_ENDED' })
})

t.test('with an open draft: the helper becomes its filer, and a second helper is asked only after the first is let go', async (t) => {
  const { context } = await openTestContext(t)
  const [an, binh] = [await signedIn(context, citizenPhone, 'Nguyễn Thị An'), await signedIn(context, helperPhone)]
  const filer = { kind: 'person' as const, name: 'Nguyễn Thị An', phone: citizenPhone }
  const start = { procedureCode: '1.005461', agencyCode: '11302', channel: 'online' as const, filer, by: an, locale: 'vi' as const }
  const draft = await startDraft(context, { ...start, personId: an.id })
  const dossier = { id: draft.id, procedureCode: draft.procedureCode, procedureName: draft.procedureName }
  const name = (phone: string) => nameHelper(context, { by: an, typed: { ...typed, helperPhone: phone }, dossier, locale: 'vi' })
  const consent = await name(helperPhone)

  t.equal((await name(helperPhone)).id, consent.id, 'the form sent twice is one consent')
  await t.rejects(name('0983111333'), { code: 'HELPER_ALREADY' })
  await takeUpHelp(context, { consentId: consent.id, by: binh, filer: { kind: 'person', name: '', phone: helperPhone } })

  t.match(await getDossier(context.db, draft.id), {
    filer: { name: 'Trần Thị Bình' },
    applicant: { name: 'Nguyễn Thị An' },
    relation: 'con'
  })
  await endHelp(context, { consentId: consent.id, why: 'left' })
  t.ok(await name('0983111333'))
})

t.test('known particulars are shown to the helper only when the citizen ticked it', async (t) => {
  const { context, sql } = await openTestContext(t)
  await signedIn(context, citizenPhone, 'Nguyễn Thị An')
  await sql`update persons set identity_number = '031194006217' where phone = ${citizenPhone}`

  t.equal((await aHelpedDraft(context)).draft.applicant.identityNumber, undefined)
  t.equal((await aHelpedDraft(context, { shares: true })).draft.applicant.identityNumber, '031194006217')
})
