// A desk prepares for the hour without a network, brings what it accepted in it, and settles what could not be taken in.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { answersFor } from '../accounts/roles.ts'
import { nextWorkingDay } from '../deadlines/calendar.ts'
import { workingCalendarOf } from '../deadlines/working-calendar.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf, timeOf } from '../kernel/time.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { gatherKnowledge } from './actions/gather-knowledge.ts'
import { leaseNumbers } from './actions/lease-numbers.ts'
import { returnNumbers, writeOff } from './actions/return-numbers.ts'
import { retryItem, voidItem } from './actions/settle-item.ts'
import { syncItems } from './actions/sync-items.ts'
import { fill, outagesPage } from './pages/outage.ts'
import { openLeasesAt, refusedAt, settledAt } from './queries.ts'
import { lendsTomorrow } from './rules.ts'
import { pageWords as words } from './words.ts'

const OneItem = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Reason = Type.Object({ reason: Type.String({ default: '', maxLength: 300 }) })
const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
const Clock = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' })
const csrf = { _csrf: Type.String() }
const Lending = Type.Object({
  ...csrf,
  deviceKey: Type.String({ maxLength: 50 }),
  left: Type.Record(Type.String(), Type.Integer()),
  held: Type.Array(Type.String({ format: 'uuid' }), { maxItems: 100 }),
  clock: Clock
})
const Bundle = Type.Object({
  ...csrf,
  clock: Clock,
  items: Type.Array(Type.Object({ content: Type.String({ maxLength: 30_000 }), signature: Type.String({ maxLength: 100 }) }), {
    maxItems: 20
  })
})
const Returning = Type.Object({
  ...csrf,
  lease: Type.String({ format: 'uuid' }),
  unused: Type.Array(Type.Integer(), { maxItems: 1000 })
})

/** @throws Refusal REQUEST_MALFORMED for a day that is none */
function clockOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text)
  } catch {
    throw new Refusal('REQUEST_MALFORMED', { detail: 'clock' })
  }
}

export const outageRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, ['clerk'])
  const { context } = app

  async function daysOf(agencyId: string): Promise<Temporal.PlainDate[]> {
    const now = context.now()
    const today = dayOf(now)
    return lendsTomorrow(timeOf(now)) ? [today, nextWorkingDay(await workingCalendarOf(context.db, agencyId), today)] : [today]
  }

  async function show(request: FastifyRequest, reply: FastifyReply, refusal?: Refusal) {
    const { actor } = request
    const agencyId = actor.agencyId!
    const mine = <Row extends { sectorCode: string; procedureCode: string }>(rows: Row[]) =>
      rows.filter((row) => row.procedureCode === '' || answersFor(actor, row))
    const [refused, settled, leases] = await Promise.all([
      refusedAt(context.db, agencyId),
      settledAt(context.db, agencyId),
      openLeasesAt(context.db, agencyId)
    ])
    const frame = { ...request.frame({ form: true }), ...(await workplaceOf(context, actor)) }
    return reply.page(outagesPage({ ...frame, refused: mine(refused), settled: mine(settled), leases, refusal }), refusal)
  }

  app.get('/quay/ngoai-tuyen', (request, reply) => show(request, reply))

  // For the script of a prepared machine: who is signed in, the time of the house, a token for what it sends.
  app.get('/quay/ngoai-tuyen/phien', async (request, reply) => {
    const { actor } = request
    const days = (await daysOf(actor.agencyId!)).map(String)
    return reply
      .header('cache-control', 'no-store')
      .send({ csrf: reply.generateCsrf(), staffId: actor.id, now: context.now().toString(), days })
  })

  app.get('/quay/ngoai-tuyen/du-lieu', { schema: { querystring: Type.Object({ ngay: Day }) } }, async (request, reply) => {
    const wanted = request.query.ngay
    const day = (await daysOf(request.actor.agencyId!)).find((one) => one.toString() === wanted) ?? dayOf(context.now())
    return reply.header('cache-control', 'no-store').send(await gatherKnowledge(context, { by: request.actor, day }))
  })

  app.post('/quay/ngoai-tuyen/so', { schema: { body: Lending } }, async (request) => {
    const { deviceKey, left, held, clock } = request.body
    const lent = await leaseNumbers(context, { by: request.actor, deviceKey, left, held, clock: clockOf(clock) })
    const leases = lent.flatMap(({ id, day, first, last, certificate, leasedAt, expiresAt, staffId }) =>
      certificate
        ? [{ id, day: day.toString(), first, last, certificate, validFrom: leasedAt.toString(), validTo: expiresAt.toString(), staffId }]
        : []
    )
    return { leases, waiting: lent.length - leases.length }
  })

  app.post('/quay/ngoai-tuyen/dong-bo', { schema: { body: Bundle } }, async (request) => {
    const { items, clock } = request.body
    const outcomes = await syncItems(context, { by: request.actor, items, clock: clockOf(clock) })
    return {
      outcomes: outcomes.map(({ fault, ...outcome }) => {
        if (fault) request.log.error({ err: fault, item: outcome.id }, 'an offline dossier could not be taken in')
        return outcome
      })
    }
  })

  app.post('/quay/ngoai-tuyen/tra-so', { schema: { body: Returning } }, async (request) => {
    const { lease, unused } = request.body
    await returnNumbers(context, { leaseId: lease, by: request.actor, unused })
    return { returned: true }
  })

  /** Back to the list, with what was done or why not. */
  async function settle(request: FastifyRequest, reply: FastifyReply, work: () => Promise<string>) {
    try {
      return reply.flash('ok', await work()).redirect('/quay/ngoai-tuyen', 303)
    } catch (error) {
      return show(request, reply, mendable(error))
    }
  }

  app.post('/quay/ngoai-tuyen/:id/thu-lai', { schema: { params: OneItem, body: Type.Partial(Reason) } }, (request, reply) =>
    settle(request, reply, async () => {
      const { code } = await retryItem(context, { itemId: request.params.id, by: request.actor, reason: request.body.reason || undefined })
      return fill(words.taken[request.locale], { code: code ?? '' })
    })
  )

  app.post('/quay/ngoai-tuyen/:id/huy', { schema: { params: OneItem, body: Reason } }, (request, reply) =>
    settle(request, reply, async () => {
      await voidItem(context, { itemId: request.params.id, by: request.actor, reason: request.body.reason })
      return words.voidDone[request.locale]
    })
  )

  app.post('/quay/ngoai-tuyen/dai-so/:id/dong', { schema: { params: OneItem, body: Reason } }, (request, reply) =>
    settle(request, reply, async () => {
      await writeOff(context, { leaseId: request.params.id, by: request.actor, reason: request.body.reason })
      return words.writtenOff[request.locale]
    })
  )
}
