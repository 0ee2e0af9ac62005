// The head's table: what waits, one order for up to fifty with the password said again, and how far the worker has come.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { confirmPassword } from '../accounts/actions/sign-in.ts'
import { fill } from '../dossiers/words/desk.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { listOf, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { limitTries } from '../web/tries.ts'
import { callOffSigning, orderSigning } from './actions/order-signing.ts'
import { signingTopic } from './actions/sign-batch.ts'
import { batchPage, signPage } from './pages/sign.ts'
import { batchesOf, draftsAt, findBatch, itemsOfBatch } from './queries.ts'
import { mostInBatch } from './rules.ts'
import { signWords as words } from './words/signing.ts'

const Form = Type.Record(Type.String(), Type.Unknown())
const OneBatch = Type.Object({ id: Type.String({ maxLength: 40 }) })

/** `id:revision`, as the page's boxes have it. */
function readChoice(value: string): [string, number] {
  const [id = '', revision = ''] = value.split(':')
  return [id, Number(revision)]
}

export const signingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['signer'])
  // A session left open on a desk must not become a signature by guessing.
  const asThisSigner = limitTries(app, { max: 10, seconds: 600, by: (request) => `ky:${request.actor.id}` })

  async function show(request: FastifyRequest, reply: FastifyReply, refused?: { refusal: Refusal; chosen: readonly string[] }) {
    const { actor } = request
    const [waiting, orders, workplace] = await Promise.all([
      draftsAt(db, actor, ['to_sign'], { limit: mostInBatch + 1 }),
      batchesOf(db, actor.id),
      workplaceOf(context, actor)
    ])
    const list = { drafts: waiting.slice(0, mostInBatch), isCut: waiting.length > mostInBatch, orders, signerId: actor.id }
    return reply.page(
      signPage({ ...request.frame({ form: true }), ...workplace, ...list, batchId: context.newId(), refused }),
      refused?.refusal
    )
  }

  app.get('/ky', (request, reply) => show(request, reply))

  app.post('/ky', { schema: { body: Form } }, async (request, reply) => {
    const { actor: by, body, locale } = request
    const chosen = listOf(body, 'draft').filter((one) => isUuid(readChoice(one)[0]))
    const batchId = textOf(body, 'batch')
    try {
      if (!isUuid(batchId)) throw new Refusal('REQUEST_MALFORMED', { detail: 'batch' })
      if (chosen.length === 0) throw new Refusal('NOTHING_TO_SIGN')
      await asThisSigner(request)
      const seen = new Map(chosen.map(readChoice))
      const title = await confirmPassword(context, { staffId: by.id, password: textOf(body, 'password') })
      const { ordered, left } = await orderSigning(context, { batchId, draftIds: [...seen.keys()], by, title, seen })
      // Pressed twice: the order was given, its page says how it goes.
      const said =
        left.length > 0 ? fill(words.orderedLeft[locale], { n: ordered, left: left.length }) : fill(words.ordered[locale], { n: ordered })
      if (ordered === 0 && left[0]) throw left[0].refusal
      if (ordered > 0)
        reply.flash(left.length > 0 ? 'warn' : 'ok', [said, ...left.map(({ refusal }) => refusal.sentence(locale))].join(' '))
      return reply.redirect(`/ky/lo/${batchId}`, 303)
    } catch (error) {
      return show(request, reply, { refusal: mendable(error), chosen })
    }
  })

  /** An order of one's own agency. @throws Refusal PAGE_NOT_FOUND */
  async function batchOf({ params, actor }: FastifyRequest) {
    const { id } = params as { id: string }
    const batch = isUuid(id) ? await findBatch(db, id) : undefined
    if (!batch || batch.agencyId !== actor.agencyId) throw new Refusal('PAGE_NOT_FOUND')
    return batch
  }

  app.get('/ky/lo/:id', { schema: { params: OneBatch } }, async (request, reply) => {
    const batch = await batchOf(request)
    const page = {
      ...request.frame({ form: true }),
      ...(await workplaceOf(context, request.actor)),
      batch,
      lines: await itemsOfBatch(db, batch.id)
    }
    return reply.page(batchPage(page))
  })

  app.get('/ky/lo/:id/dong', { schema: { params: OneBatch } }, async (request, reply) => {
    const { id } = await batchOf(request)
    const topic = signingTopic(id)
    const snapshot = async () => (await itemsOfBatch(db, id)).map(({ item }) => `${item.state}${item.problem?.code ?? ''}`).join(' ')
    return app.streams.open(request, reply, { key: topic, topics: [topic], snapshot })
  })

  app.post('/ky/lo/:id/dung', { schema: { params: OneBatch, body: Form } }, async (request, reply) => {
    const { id } = await batchOf(request)
    const n = await callOffSigning(context, { batchId: id, by: request.actor })
    return reply.flash('ok', fill(words.stopped[request.locale], { n })).redirect(`/ky/lo/${id}`, 303)
  })
}
