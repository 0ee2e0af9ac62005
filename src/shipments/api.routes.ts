// Parcels for other programs: a client follows those of its dossiers, a postal operator sees every parcel and records what happens to it.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { getAgencyById } from '../agencies/queries.ts'
import type { Db } from '../database/client.ts'
import { ownDossier } from '../dossiers/api.routes.ts'
import { findDossier, movesOf } from '../dossiers/queries.ts'
import { timelineOf } from '../dossiers/timeline.ts'
import { clientOf, localeFor, needs, partner } from '../integrations/guard.ts'
import { once } from '../integrations/idempotency.ts'
import { Refusal } from '../kernel/refusal.ts'
import { Answer, guarded, LocaleQuery, PostHeaders, posted, problems, Ref, Text, Uuid } from '../kernel/schema.ts'
import { recordByOperator } from './actions/record-by-operator.ts'
import { eventOf, shipmentOf, stepOf, timelineItemOf } from './api.presenters.ts'
import { ShipmentEventPage, ShipmentOf, ShipmentPage, StepOf, shipmentSchemas, TimelinePage } from './api.schemas.ts'
import { eventsOf, findShipment, shipmentsOfDossier } from './queries.ts'
import { parcelEventsOf } from './story.ts'
import type { Shipment } from './table.ts'

const OneShipment = Type.Object({ ref: Text('Tracking number, or our reference', 'EH204518773VN', { maxLength: 60 }) })
const OneDossier = Type.Object({ id: Uuid('Id of the dossier') })
const isOperator = (request: FastifyRequest) => clientOf(request).scopes.includes('shipments:write')

/** The same answer for another client's parcel and for none. @throws Refusal SHIPMENT_NOT_FOUND */
async function visibleShipment(db: Db, ref: string, request: FastifyRequest): Promise<Shipment> {
  const shipment = await findShipment(db, ref)
  const dossier = shipment && (await findDossier(db, shipment.dossierId))
  if (!shipment || (!isOperator(request) && dossier?.clientId !== clientOf(request).id)) throw new Refusal('SHIPMENT_NOT_FOUND')
  return shipment
}

export const shipmentApiRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  const { db } = context
  for (const schema of shipmentSchemas) app.addSchema(schema)
  const tags = ['shipments']

  app.get(
    '/shipments/:ref',
    {
      ...needs('shipments:read'),
      schema: {
        operationId: 'getShipment',
        summary: 'Read a parcel',
        description: 'Where it is, who has it, and which steps a postal operator may record now.',
        tags,
        params: OneShipment,
        querystring: LocaleQuery,
        response: { 200: Answer(Ref(ShipmentOf), 'The parcel'), ...problems(...guarded, 'SHIPMENT_NOT_FOUND') }
      }
    },
    async (request) => shipmentOf(await visibleShipment(db, request.params.ref, request), localeFor(request))
  )

  app.get(
    '/shipments/:ref/events',
    {
      ...needs('shipments:read'),
      schema: {
        operationId: 'listShipmentEvents',
        summary: 'Read what happened to a parcel',
        description: 'Everything ever heard of it, oldest first, withdrawn events marked; on one page.',
        tags,
        params: OneShipment,
        querystring: LocaleQuery,
        response: { 200: Answer(Ref(ShipmentEventPage), 'Its events'), ...problems(...guarded, 'SHIPMENT_NOT_FOUND') }
      }
    },
    async (request) => {
      const events = await eventsOf(db, (await visibleShipment(db, request.params.ref, request)).id)
      const voided = new Set(events.flatMap(({ voids }) => voids ?? []))
      const locale = localeFor(request)
      return { items: events.map((event) => eventOf(event, { isVoid: voided.has(event.id), locale })), next: null }
    }
  )

  app.post(
    '/shipments/:ref/events',
    {
      ...needs('shipments:write'),
      schema: {
        operationId: 'recordShipmentEvent',
        summary: 'Record the next step of a parcel',
        description: 'For postal operators: the same steps, reasons and proofs as on their page.',
        tags,
        params: OneShipment,
        headers: PostHeaders,
        querystring: LocaleQuery,
        body: Ref(StepOf),
        response: {
          201: Answer(Ref(ShipmentOf), 'The parcel as it is now'),
          ...problems(...guarded, ...posted, 'SHIPMENT_NOT_FOUND', 'SHIPMENT_COMMAND_NOT_ALLOWED', 'REASON_NEEDED', 'PROOF_NEEDED')
        }
      }
    },
    async (request, reply) => {
      const shipment = await visibleShipment(db, request.params.ref, request)
      return once(request, reply, {
        work: (within) =>
          recordByOperator(within, { ...stepOf(request.body), shipmentId: shipment.id, eventId: within.newId(), by: partner(request) }),
        answer: async (_db, recorded) => ({ status: 201, body: shipmentOf(recorded.shipment, localeFor(request)) })
      })
    }
  )

  app.get(
    '/dossiers/:id/shipments',
    {
      ...needs('shipments:read'),
      schema: {
        operationId: 'listDossierShipments',
        summary: 'List the parcels of a dossier',
        description: 'Papers on their way to the desk and the result on its way to the person, oldest first; on one page.',
        tags,
        params: OneDossier,
        querystring: LocaleQuery,
        response: { 200: Answer(Ref(ShipmentPage), 'Its parcels'), ...problems(...guarded, 'NOT_YOURS_TO_SEE') }
      }
    },
    async (request) => {
      const { id } = await ownDossier(db, request.params.id, request)
      return { items: (await shipmentsOfDossier(db, id)).map((shipment) => shipmentOf(shipment, localeFor(request))), next: null }
    }
  )

  app.get(
    '/dossiers/:id/timeline',
    {
      ...needs('dossiers:read'),
      schema: {
        operationId: 'getDossierTimeline',
        summary: 'Follow a dossier',
        description:
          'What happened at the agency and on the road as one story, newest first, with the next expected event on top; on one page.',
        tags: ['dossiers'],
        params: OneDossier,
        querystring: LocaleQuery,
        response: { 200: Answer(Ref(TimelinePage), 'Its story'), ...problems(...guarded, 'NOT_YOURS_TO_SEE') }
      }
    },
    async (request) => {
      const dossier = await ownDossier(db, request.params.id, request)
      const locale = localeFor(request)
      const { name: agencyName } = await getAgencyById(db, dossier.agencyId)
      const [moves, parcels] = [await movesOf(db, dossier.id), await parcelEventsOf(db, dossier.id, locale)]
      return { items: timelineOf({ dossier, moves, parcels, agencyName, locale, audience: 'citizen' }).map(timelineItemOf), next: null }
    }
  )
}
