// The postman: find a parcel by its number, see its story, record what just happened. Everything works without a script.

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { type OperatorStep, recordByOperator } from './actions/record-by-operator.ts'
import { type CommandName, commandNames, commands, mayStep, type Reason, reasonCodes } from './lifecycle.ts'
import { findParcelPage } from './pages/find-parcel.ts'
import { parcelPage } from './pages/parcel.ts'
import { nothingTyped, recordStepPage, type Typed } from './pages/record-step.ts'
import { postWords } from './pages/words.ts'
import { currentWish, eventsOf, findShipmentById, findShipments, openParcels, type Shipment } from './queries.ts'

/** A form or a query; a field that came twice is a list, and JSON may hold anything. */
type Body = Record<string, unknown>
type OneParcel = { Params: { id: string } }
type OneStep = { Params: { id: string; command: string }; Body: Body }

export const postalRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  admit(app, ['postman'])

  async function parcelOf(id: string): Promise<Shipment> {
    const parcel = isUuid(id) ? await findShipmentById(context.db, id) : undefined
    // What was never ordered is none of the post's business.
    if (!parcel || parcel.status === 'draft') throw new Refusal('SHIPMENT_NOT_FOUND', { id })
    return parcel
  }

  async function showParcel(request: FastifyRequest, reply: FastifyReply, parcel: Shipment, refusal?: Refusal) {
    const [events, wish] = [await eventsOf(context.db, parcel.id), await currentWish(context.db, parcel)]
    return reply.page(parcelPage({ ...request.frame({ form: true }), parcel, events, wish, eventId: context.newId(), refusal }), refusal)
  }

  app.get<{ Querystring: Body }>('/buu-dien', async (request, reply) => {
    const asked = textOf(request.query, 'so').slice(0, 100) || undefined
    const found = asked ? (await findShipments(context.db, asked)).filter(({ status }) => status !== 'draft') : []
    if (found.length === 1) return reply.redirect(`/buu-dien/${found[0]!.id}`, 303)
    const missing = asked && found.length === 0 ? new Refusal('SHIPMENT_NOT_FOUND', { number: asked }) : undefined
    return reply.page(findParcelPage({ ...request.frame(), asked, found, waiting: await openParcels(context.db) }), missing)
  })

  app.get<OneParcel>('/buu-dien/:id', async (request, reply) => showParcel(request, reply, await parcelOf(request.params.id)))

  app.get<OneStep>('/buu-dien/:id/buoc/:command', async (request, reply) => {
    const parcel = await parcelOf(request.params.id)
    const command = commandOf(request.params.command)
    // A bookmark or a second tab: the parcel has moved on, so it is shown as it is now.
    if (!mayStep(parcel, command, 'postman')) return reply.redirect(`/buu-dien/${parcel.id}`, 303)
    return reply.page(recordStepPage({ ...request.frame({ form: true }), parcel, command, eventId: context.newId() }))
  })

  app.post<OneStep>('/buu-dien/:id/buoc/:command', async (request, reply) => {
    const parcel = await parcelOf(request.params.id)
    const command = commandOf(request.params.command)
    const typed = typedOf(request.body)
    const given = textOf(request.body, 'eventId')
    const eventId = isUuid(given) ? given : context.newId()
    try {
      await recordByOperator(context, { shipmentId: parcel.id, eventId, command, by: request.actor, ...stepOf(typed) })
    } catch (error) {
      const refusal = mendable(error)
      if (Object.keys(refusal.fields).length === 0) return showParcel(request, reply, await parcelOf(parcel.id), refusal)
      return reply.page(recordStepPage({ ...request.frame({ form: true }), parcel, command, eventId, typed, refusal }), refusal)
    }
    reply.flash('ok', postWords.recorded[request.locale].replace('{step}', commands[command].words[request.locale]))
    return reply.redirect(`/buu-dien/${parcel.id}`, 303)
  })
}

function commandOf(text: string): CommandName {
  const command = commandNames.find((name) => name === text)
  if (!command) throw new Refusal('PAGE_NOT_FOUND')
  return command
}

const maxText = 500

/** One field as text, without the control characters PostgreSQL refuses. */
function textOf(body: Body, name: string): string {
  const [held] = [body[name]].flat()
  return typeof held === 'string'
    ? held
        .replace(/(?![\n\t])\p{Cc}/gu, '')
        .trim()
        .slice(0, maxText)
    : ''
}

function typedOf(body: Body): Typed {
  const texts = Object.fromEntries(Object.keys(nothingTyped).map((name) => [name, textOf(body, name)]))
  return { ...nothingTyped, ...texts, papers: [body['papers']].flat().filter((name) => typeof name === 'string') }
}

/** What was typed, as far as it can be meant. */
function stepOf(typed: Typed): Partial<OperatorStep> {
  const { receiverName: name, idLast4, relation, confirmation } = typed
  return {
    reason: reasonCodes.find((code) => code === typed.reason) as Reason | undefined,
    reasonText: typed.reasonText,
    papersPresent: typed.papers,
    count: /^\d{1,3}$/.test(typed.count) ? Number(typed.count) : undefined,
    sealNumber: typed.sealNumber,
    slipNumber: typed.slipNumber,
    signatures: typed.signatures === 'yes',
    receiver: {
      name,
      ...(relation && { relation }),
      ...(/^\d{4}$/.test(idLast4) && { idLast4, method: 'seen' as const }),
      ...(confirmation === 'code' && { code: true }),
      ...(confirmation === 'signature' && { signature: true })
    }
  }
}
