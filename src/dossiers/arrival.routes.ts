// What the post brings to the desk: find the envelope, check it, sign for it; then the dossier can be accepted.

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { findAgencyById } from '../agencies/queries.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import { confirmArrival } from '../shipments/actions/confirm-arrival.ts'
import { mayStep } from '../shipments/lifecycle.ts'
import { deskArrivals, findShipmentById, findShipments, type Shipment } from '../shipments/queries.ts'
import { mendable } from '../web/request.ts'
import { arrivalPage, arrivalsPage } from './pages/desk/arrivals.ts'
import { fill } from './words/desk.ts'
import { arrivalWords } from './words/reception.ts'
import { workplaceOf } from './workplace.ts'

/** Papers of citizens, and results nobody took. */
const comesHere = ({ kind, leg, status }: Shipment) => status !== 'draft' && (kind === 'pickup' || leg === 'return')
const maySign = (parcel: Shipment) => mayStep(parcel, parcel.kind === 'pickup' ? 'confirm_arrival' : 'confirm_return', 'clerk')

export const arrivalRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app

  async function parcelOf(request: FastifyRequest, id: string): Promise<Shipment> {
    const parcel = isUuid(id) ? await findShipmentById(context.db, id) : undefined
    if (!parcel || parcel.agencyId !== request.actor.agencyId || !comesHere(parcel)) throw new Refusal('SHIPMENT_NOT_FOUND', { id })
    return parcel
  }

  type Shown = { parcel: Shipment; typed?: Body; eventId?: string; refusal?: Refusal }

  async function show(request: FastifyRequest, reply: FastifyReply, { parcel, typed, eventId = context.newId(), refusal }: Shown) {
    const page = {
      ...request.frame({ form: true }),
      ...(await workplaceOf(context, request.actor)),
      parcel,
      maySign: maySign(parcel),
      eventId,
      typed,
      refusal
    }
    return reply.page(arrivalPage(page), refusal)
  }

  /** Where to take an envelope that is not ours; nothing more is said about it. */
  async function whyNot(asked: string, found: readonly Shipment[], locale: 'vi' | 'en'): Promise<string> {
    const elsewhere = found.find(comesHere)?.agencyId
    const agency = elsewhere ? await findAgencyById(context.db, elsewhere) : undefined
    return agency
      ? fill(arrivalWords.elsewhere[locale], { number: asked, agency: agency.name })
      : fill(arrivalWords.missing[locale], { number: asked })
  }

  app.get<{ Querystring: { so?: string } }>('/quay/buu-gui', async (request, reply) => {
    const { actor, locale } = request
    const asked = request.query.so?.trim().slice(0, 100) || undefined
    const found = asked ? await findShipments(context.db, asked) : []
    const ours = found.filter((parcel) => parcel.agencyId === actor.agencyId && comesHere(parcel))
    const waiting = ours.find(maySign) ?? ours[0]
    if (waiting) return reply.redirect(`/quay/buu-gui/${waiting.id}`, 303)
    const problem =
      asked &&
      (await whyNot(
        asked,
        found.filter(({ agencyId }) => agencyId !== actor.agencyId),
        locale
      ))
    const parcels = await deskArrivals(context.db, actor.agencyId)
    const page = { ...request.frame({ form: true }), ...(await workplaceOf(context, actor)), parcels, asked, problem }
    return reply.page(arrivalsPage(page), problem ? new Refusal('SHIPMENT_NOT_FOUND') : undefined)
  })

  app.get<{ Params: { id: string } }>('/quay/buu-gui/:id', async (request, reply) =>
    show(request, reply, { parcel: await parcelOf(request, request.params.id) })
  )

  app.post<{ Params: { id: string }; Body: Body }>('/quay/buu-gui/:id', async (request, reply) => {
    const parcel = await parcelOf(request, request.params.id)
    const body = request.body ?? {}
    const typedId = textOf(body, 'eventId')
    const eventId = isUuid(typedId) ? typedId : context.newId()
    try {
      await confirmArrival(context, {
        shipmentId: parcel.id,
        eventId,
        seal: textOf(body, 'seal') === 'broken' ? 'broken' : 'ok',
        papersCounted: Number.parseInt(textOf(body, 'papersCounted'), 10),
        bothSigned: textOf(body, 'bothSigned') === 'yes',
        note: textOf(body, 'note') || undefined,
        by: request.actor
      })
    } catch (error) {
      return show(request, reply, { parcel: await parcelOf(request, parcel.id), typed: body, eventId, refusal: mendable(error) })
    }
    const words = parcel.kind === 'pickup' ? arrivalWords.signedPapers : arrivalWords.signedReturn
    return reply.flash('ok', words[request.locale]).redirect(`/quay/ho-so/${parcel.dossierId}`, 303)
  })
}
