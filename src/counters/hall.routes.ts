// The doors of the hall: the machine that gives numbers, the slip whoever holds its address may see, the display and its stream.
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Agency } from '../agencies/queries.ts'
import { findAgency } from '../agencies/queries.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { findProcedure } from '../procedures/queries.ts'
import { searchProcedures } from '../procedures/search-queries.ts'
import { admit } from '../web/guard.ts'
import { limitTries } from '../web/tries.ts'
import { takeTicket } from './actions/take-ticket.ts'
import { callsPart, choosePage, displayPage, kioskPage, slipPage } from './pages/hall.ts'
import { aheadOf, findTicket, latestCalls, paceOf, waitingCount } from './queries.ts'
import { estimatedWait, priorityClasses, ticketsTopic } from './rules.ts'
import { topics } from './words/hall.ts'

type OneAgency = { Params: { agencyCode: string } }
type Chosen = { name: string; viec?: string; procedureCode?: string }

/** Thirty people in five minutes is a full hall; more from one machine is somebody leaning on it. */
const presses = { max: 30, seconds: 300 }

export const hallRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  const { db } = context
  await app.register(async (open) => kiosk(open))
  await app.register(async (open) => display(open))
  await app.register(async (held) => slips(held))

  async function agencyAt(code: string): Promise<Agency> {
    const agency = await findAgency(db, code)
    if (!agency) throw new Refusal('AGENCY_NOT_FOUND', { code })
    return agency
  }
  const hallOf = (agency: Agency) => ({ agencyId: agency.id, day: dayOf(context.now()) })

  async function chosenFrom(fields: Record<string, string>, locale: 'vi' | 'en'): Promise<Chosen> {
    const procedure = fields['thu-tuc'] && (await findProcedure(db, fields['thu-tuc'], { on: dayOf(context.now()) }))
    if (procedure) return { name: procedure.version.name, procedureCode: procedure.procedure.code }
    const topic = topics.find(({ id }) => id === fields['viec']) ?? topics.at(-1)!
    return { name: topic[locale], viec: topic.id }
  }

  async function kiosk(scope: typeof app) {
    admit(scope, 'anybody')
    const press = limitTries(app, { ...presses, by: ({ ip, params }) => `ticket ${ip} ${(params as OneAgency['Params']).agencyCode}` })

    scope.get<OneAgency & { Querystring: { q?: string } }>('/lay-so/:agencyCode', async (request, reply) => {
      const agency = await agencyAt(request.params.agencyCode)
      const text = (request.query.q ?? '').trim().slice(0, 100)
      const on = dayOf(context.now())
      const [waiting, all] = await Promise.all([
        waitingCount(db, hallOf(agency)),
        text ? searchProcedures(db, text, { on, limit: 40 }) : undefined
      ])
      // What this desk does not take is not offered here.
      const found = all?.items.filter((item) => item.level === agency.level && (!item.agencyId || item.agencyId === agency.id)).slice(0, 8)
      return reply.page(kioskPage({ ...request.frame(), agency, text, waiting, found: found ?? [] }))
    })

    scope.get<OneAgency & { Querystring: Record<string, string> }>('/lay-so/:agencyCode/chon', async (request, reply) => {
      const agency = await agencyAt(request.params.agencyCode)
      const topic = await chosenFrom(request.query, request.locale)
      return reply.page(choosePage({ ...request.frame({ form: true }), agency, topic, pressId: context.newId() }))
    })

    scope.post<OneAgency & { Body: Body }>('/lay-so/:agencyCode', async (request, reply) => {
      const agency = await agencyAt(request.params.agencyCode)
      await press(request)
      const body = request.body ?? {}
      const pressId = textOf(body, 'lan')
      if (!isUuid(pressId)) throw new Refusal('FORM_EXPIRED')
      const { name, procedureCode } = await chosenFrom({ viec: textOf(body, 'viec'), 'thu-tuc': textOf(body, 'thu-tuc') }, 'vi')
      const priorityClass = priorityClasses.find(({ id }) => id === textOf(body, 'uu-tien'))?.id
      const ticket = await takeTicket(context, { pressId, agencyId: agency.id, topic: name, procedureCode, priorityClass })
      return reply.redirect(`/lay-so/${agency.code}/so/${ticket.id}?moi=1${request.locale === 'en' ? '&lang=en' : ''}`, 303)
    })
  }

  async function slips(scope: typeof app) {
    admit(scope, 'bearer')
    scope.get<{ Params: { agencyCode: string; id: string }; Querystring: { moi?: string } }>(
      '/lay-so/:agencyCode/so/:id',
      async (request, reply) => {
        const agency = await agencyAt(request.params.agencyCode)
        const ticket = isUuid(request.params.id) ? await findTicket(db, request.params.id) : undefined
        if (ticket?.agencyId !== agency.id) throw new Refusal('TICKET_NOT_FOUND')
        const hall = hallOf(agency)
        const [ahead, pace] = await Promise.all([aheadOf(db, ticket), paceOf(db, hall)])
        return reply.page(
          slipPage({
            ...request.frame(),
            agency,
            ticket,
            ahead,
            minutes: estimatedWait({ ahead, ...pace }),
            isToday: ticket.day.equals(hall.day),
            isNew: request.query.moi === '1',
            address: `${context.baseUrl}/lay-so/${agency.code}/so/${ticket.id}`
          })
        )
      }
    )
  }

  async function display(scope: typeof app) {
    admit(scope, 'anybody')
    const callsOf = async (agency: Agency) => {
      const hall = hallOf(agency)
      const [calls, waiting] = await Promise.all([latestCalls(db, hall), waitingCount(db, hall)])
      return { calls, waiting }
    }

    scope.get<OneAgency>('/man-hinh/:agencyCode', async (request, reply) => {
      const agency = await agencyAt(request.params.agencyCode)
      return reply.page(displayPage({ ...request.frame(), agency, now: context.now(), ...(await callsOf(agency)) }))
    })

    scope.get<OneAgency>('/man-hinh/:agencyCode/luong', async (request: FastifyRequest<OneAgency>, reply) => {
      const agency = await agencyAt(request.params.agencyCode)
      const { locale } = request
      return app.streams.open(request, reply, {
        key: `display ${agency.id} ${locale}`,
        topics: [ticketsTopic(agency.id)],
        snapshot: async () => callsPart({ ...(await callsOf(agency)), locale }).toString()
      })
    })
  }
}
