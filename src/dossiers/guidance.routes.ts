// Slips of guidance: what somebody was told to bring, to be printed, found again by number or phone, and opened when they come back.
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { answersFor } from '../accounts/roles.ts'
import { parsePhone } from '../accounts/rules.ts'
import { printGuidance } from '../documents/actions/print-guidance.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { admit } from '../web/guard.ts'
import { keyMapNames } from '../web/words/keys.ts'
import { findGuidance, openGuidanceAt, wastedTripsAt } from './desk-queries.ts'
import { guidanceCode, guidanceDays, readGuidanceCode } from './guidance.ts'
import { guidanceListPage, guidancePage } from './pages/desk/guidance.ts'
import { keyMapPage } from './pages/desk/key-map.ts'
import { workplaceOf } from './workplace.ts'

type OneSlip = { Params: { id: string } }

export const guidanceRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  admit(app, ['clerk'])

  /** @throws Refusal GUIDANCE_NOT_FOUND, also for another agency's */
  async function ownSlip(id: string, { actor }: FastifyRequest) {
    const slip = isUuid(id) ? await findGuidance(context.db, id) : undefined
    if (!slip || slip.agencyId !== actor.agencyId || !answersFor(actor, slip)) throw new Refusal('GUIDANCE_NOT_FOUND')
    return slip
  }

  app.get<{ Querystring: { q?: string } }>('/quay/huong-dan', async (request, reply) => {
    const { actor } = request
    const q = (request.query.q ?? '').trim().slice(0, 60)
    const number = readGuidanceCode(q)
    const phone = number ? undefined : parsePhone(q)
    const isNonsense = q !== '' && !number && !phone
    const wanted = { agencyId: actor.agencyId!, now: context.now(), number, phone }
    const found = isNonsense ? [] : await openGuidanceAt(context.db, wanted)
    const slips = found.filter((slip) => answersFor(actor, slip))
    const to = dayOf(context.now())
    const wasted = await wastedTripsAt(context.db, { agencyId: actor.agencyId!, from: to.subtract({ days: guidanceDays }), to })
    return reply.page(guidanceListPage({ ...request.frame({ form: true }), ...(await workplaceOf(context, actor)), slips, wasted, q }))
  })

  app.get<OneSlip & { Querystring: { tin?: string } }>('/quay/huong-dan/:id', async (request, reply) => {
    const slip = await ownSlip(request.params.id, request)
    return reply.page(
      guidancePage({
        ...request.frame({ form: true }),
        ...(await workplaceOf(context, request.actor)),
        slip,
        bySms: request.query.tin === '1' && slip.phone !== ''
      })
    )
  })

  app.get<OneSlip>('/quay/huong-dan/:id/phieu', async (request, reply) => {
    const slip = await ownSlip(request.params.id, request)
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="phieu-huong-dan-${guidanceCode(slip)}.pdf"`)
      .header('cache-control', 'private, no-store')
      .send(await printGuidance(context, slip))
  })
}

/** The map of keys on a page of its own, for whoever has no script or wants it on paper. */
export const keyMapRoutes: FastifyPluginAsync = async (app) => {
  admit(app, ['clerk', 'officer'])
  app.get('/can-bo/phim', async (request, reply) =>
    reply.page(keyMapPage({ ...request.frame({ form: true }), ...(await workplaceOf(app.context, request.actor)), maps: keyMapNames }))
  )
}
