// Lives of dossiers through the real actions and the real store, beside the office in memory: both allow and refuse the same, and the history explains everything.
import fc from 'fast-check'
import t from 'tap'
import type { Actor, Role } from '../../src/accounts/roles.ts'
import type { Context } from '../../src/context.ts'
import { timeRulesOf } from '../../src/deadlines/queries.ts'
import { workingCalendarOf } from '../../src/deadlines/working-calendar.ts'
import { acceptAtDesk } from '../../src/dossiers/actions/accept-at-desk.ts'
import { proposeApology, signApology } from '../../src/dossiers/actions/apologise.ts'
import { approveSecondRequest } from '../../src/dossiers/actions/approve-second-request.ts'
import { decide } from '../../src/dossiers/actions/decide.ts'
import { giveSupplement } from '../../src/dossiers/actions/give-supplement.ts'
import { requestPayment, resumeDossier, suspendDossier } from '../../src/dossiers/actions/pause-and-resume.ts'
import { proposeSecondRequest } from '../../src/dossiers/actions/propose-second-request.ts'
import { requestSupplement } from '../../src/dossiers/actions/request-supplement.ts'
import { takeDossier } from '../../src/dossiers/actions/take-dossier.ts'
import { withdrawDossier } from '../../src/dossiers/actions/withdraw-dossier.ts'
import type { MoveName } from '../../src/dossiers/lifecycle.ts'
import { getDossier, movesOf } from '../../src/dossiers/queries.ts'
import type { Dossier } from '../../src/dossiers/store.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { dayOf } from '../../src/kernel/time.ts'
import { processingTimeOf } from '../../src/procedures/queries.ts'
import { answerConsultation, consultOffice } from '../../src/processing/actions/consult-office.ts'
import { consultationsOf } from '../../src/processing/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, staffOf } from '../helpers/dossiers.ts'
import { type Attempt, attemptOf, faultsOf, type Life } from '../helpers/lives.ts'
import { allowSuspension } from '../helpers/time-rules.ts'

type Cast = { citizen: Actor; clerk: Actor; officer: Actor; signers: Actor[]; fileId: string }
type Tried = { dossierId: string; attempt: Attempt; cast: Cast; dueAt: Temporal.Instant | null; asked: number }

/** Whoever has the role of the attempt; a head who proposes comes again as the head who signs. */
const actorOf = ({ role, person }: Attempt, cast: Cast): Actor => {
  const known: Partial<Record<Role, Actor>> = { applicant: cast.citizen, clerk: cast.clerk, officer: cast.officer }
  return known[role] ?? { ...cast.signers[person.endsWith('1') ? 1 : 0]!, role }
}

const acts: Partial<Record<MoveName, (context: Context, tried: Tried, by: Actor) => Promise<unknown>>> = {
  accept: (context, { dossierId }, by) => acceptAtDesk(context, { dossierId, by }),
  take: (context, { dossierId }, by) => takeDossier(context, { dossierId, by }),
  ask_supplement: async (context, { dossierId, attempt, cast, asked }, by) => {
    const reasons = [{ paper: 'Đơn', reason: 'Thiếu chữ ký' }]
    if (asked === 0 || !attempt.superior) return requestSupplement(context, { dossierId, by, reasons })
    // A second time: proposed, and answered by a head, or by the one who proposed it.
    const { id: requestId } = await proposeSecondRequest(context, { dossierId, by, reasons, why: 'Giấy mới lộ ra là giả' })
    const head = attempt.superior === attempt.person ? by : cast.signers[0]!
    return approveSecondRequest(context, { requestId, by: head, reason: 'Đồng ý' })
  },
  supplement_again: (context, { dossierId }, by) => giveSupplement(context, { dossierId, by, papers: [], note: 'Đã ký' }),
  request_payment: (context, { dossierId }, by) => requestPayment(context, { dossierId, by, note: 'Lệ phí' }),
  suspend: (context, { dossierId }, by) => suspendDossier(context, { dossierId, by, note: 'Chờ giám định' }),
  resume: (context, { dossierId }, by) => resumeDossier(context, { dossierId, by, note: '' }),
  apologise: async (context, { dossierId, attempt, cast, dueAt }, by) => {
    const proposer = attempt.superior === attempt.person ? by : cast.officer
    const newDay = dayOf(dueAt ?? context.now()).add({ days: attempt.pick % 12 })
    await proposeApology(context, { dossierId, by: proposer, causes: ['workload'], words: '', newDay })
    await signApology(context, { dossierId, by })
  },
  approve: (context, { dossierId, cast }, by) =>
    decide(context, { dossierId, by, kind: 'approved', number: '1/GP', title: 'Giấy phép', fileId: cast.fileId }),
  withdraw: (context, { dossierId }, by) => withdrawDossier(context, { dossierId, by, reason: 'Đổi ý' })
}
const playable = Object.keys(acts) as MoveName[]

/** The district is asked, or answers what it was asked last; neither is a move. */
async function consult(context: Context, { dossierId, attempt }: Tried, cast: Cast, district: Actor): Promise<string> {
  const open = (await consultationsOf(context.db, dossierId)).find(({ answeredAt }) => !answeredAt)
  if (open) {
    await answerConsultation(context, { consultationId: open.id, by: district, answer: 'Có' })
    return 'answered'
  }
  const dueAt = context.now().add({ hours: (attempt.pick % 30) * 8 })
  await consultOffice(context, { id: context.newId(), dossierId, by: cast.officer, agencyCode: '303', question: 'Có không?', dueAt })
  return 'asked another office'
}

function unchanged(before: Dossier, after: Dossier, what: string): void {
  const told = ({ moveCount, dueAt, state, clock }: Dossier) => JSON.stringify([moveCount, String(dueAt), state, clock])
  if (told(before) !== told(after)) throw new Error(`${what} changed something`)
}

t.test('100 random lives through the real store: what is refused changes nothing, what is done is explained', async (t) => {
  const shop = await openTestContext(t, { now: '2026-01-05T07:30+07:00' })
  const { context } = shop
  await allowSuspension(context)
  const signers = [0, 1].map((n) =>
    staffOf(context, 'STTTT', 'officer').then((one) => ({ ...one, name: `Lãnh đạo ${n}`, role: 'signer' as const }))
  )
  const heads = await Promise.all(signers)
  const district = await staffOf(context, '303', 'officer')
  const calendar = await workingCalendarOf(context.db, heads[0]!.agencyId!)
  const limits = await timeRulesOf(context.db)
  const seen = new Map<string, number>()
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
  const seed = fc.nat(2 ** 31 - 1)

  await fc.assert(
    fc.asyncProperty(seed, fc.array(seed, { minLength: 8, maxLength: 18 }), async (start, attempts) => {
      let now = Temporal.Instant.from('2026-01-05T07:30+07:00').add({ minutes: (start % 20_000) * 15 })
      shop.setNow(now.toString())
      const { id, citizen, clerk, officer, dossier } = await aDossier(context, { state: start % 4 === 0 ? 'submitted' : 'in_progress' })
      const [paper] = await shop.sql<{ file_id: string }[]>`select file_id from dossier_papers where dossier_id = ${id} limit 1`
      const cast: Cast = { citizen, clerk, officer, signers: heads, fileId: paper!.file_id }
      for (const number of attempts) {
        const before = await getDossier(context.db, id)
        const attempt = attemptOf(number, before.state, playable)
        now = now.add({ minutes: attempt.minutes })
        shop.setNow(now.toString())
        try {
          const tried = { dossierId: id, attempt, cast, dueAt: before.dueAt, asked: before.supplementsAsked }
          if (number % 6 === 0) {
            count(await consult(context, tried, cast, district))
            unchanged(before, await getDossier(context.db, id), 'A question')
          } else {
            await acts[attempt.name]!(context, tried, actorOf(attempt, cast))
            count(attempt.name)
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          count(error.code)
          unchanged(before, await getDossier(context.db, id), error.code)
        }
      }
      const { procedureVersionId, procedureCode, sectorCode, ...last } = await getDossier(context.db, id)
      const life: Life = { ...last, history: await movesOf(context.db, id) }
      const rule = await processingTimeOf(context.db, procedureVersionId)
      const faults = faultsOf(life, { rule, procedureCode, sectorCode, calendar, limits })
      if (last.supplementsAsked > 1) count('asked again by a head')
      if (faults.length > 0) throw new Error(`${dossier.code}: ${faults.join('; ')}`)
    }),
    { numRuns: 100, seed: 20_261_124, endOnFailure: true }
  )

  for (const name of playable) t.ok((seen.get(name) ?? 0) > 3, `${name}: ${seen.get(name)} times`)
  for (const what of ['asked another office', 'answered']) t.ok((seen.get(what) ?? 0) > 3, `${what}: ${seen.get(what)} times`)
  t.ok(seen.get('asked again by a head'), 'a second request was sent')
  for (const code of ['SUPPLEMENT_ALREADY_ASKED', 'SUPPLEMENT_TOO_LATE', 'APOLOGY_ALREADY_SENT', 'APOLOGY_FOUR_EYES'])
    t.ok((seen.get(code) ?? 0) > 3, `${code}: ${seen.get(code)} times`)
})
