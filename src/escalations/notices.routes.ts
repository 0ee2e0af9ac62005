// Everybody at work sees what they were told of, says that they saw it, and how it was settled.
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { substitutesFor } from '../accounts/queries.ts'
import { type Actor, actsAs } from '../accounts/roles.ts'
import type { Context } from '../context.ts'
import { dossiersById } from '../dossiers/time-queries.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { seeNotice, settleNotice } from './actions/settle.ts'
import { type Noticed, noticesPage } from './pages/notices.ts'
import { noticesFor } from './queries.ts'
import { leaderWords as words } from './words/leader.ts'

/** Open notices with their dossiers. */
export async function noticed({ db, now }: Context, by: Actor): Promise<Noticed[]> {
  const also = (await substitutesFor(db, by.id, now())).map(({ id }) => id)
  const notices = await noticesFor(db, by, { also })
  const known = new Map(
    (
      await dossiersById(
        db,
        notices.map(({ dossierId }) => dossierId)
      )
    ).map((one) => [one.id, one])
  )
  return notices.flatMap((notice) => {
    const dossier = known.get(notice.dossierId)
    return dossier ? [{ notice, dossier }] : []
  })
}

type OneNotice = { Params: { id: string }; Body: Body }
const pages = ['/lanh-dao', '/nhac-viec']

export const noticeRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  admit(app, ['clerk', 'officer'])

  app.get('/nhac-viec', async (request, reply) => {
    const { actor } = request
    const base = actsAs(actor.role, 'officer') ? '/xu-ly/ho-so' : '/quay/ho-so'
    const page = { ...request.frame({ form: true }), ...(await workplaceOf(context, actor)), rows: await noticed(context, actor), base }
    return reply.page(noticesPage(page))
  })

  const idOf = ({ id }: { id: string }) => {
    if (!isUuid(id)) throw new Refusal('ESCALATION_NOT_FOUND', { id })
    return id
  }
  const back = (reply: FastifyReply, body: Body) => {
    const from = textOf(body, 'from')
    return reply.redirect(pages.includes(from) ? from : '/nhac-viec', 303)
  }

  app.post<OneNotice>('/nhac-viec/:id/xem', async (request, reply) => {
    await seeNotice(context, { id: idOf(request.params), by: request.actor })
    return back(reply, request.body ?? {})
  })

  app.post<OneNotice>('/nhac-viec/:id/xong', async (request, reply) => {
    const { actor, locale, params } = request
    const body = request.body ?? {}
    try {
      await settleNotice(context, { id: idOf(params), by: actor, how: textOf(body, 'how') })
    } catch (error) {
      const refusal = mendable(error)
      return back(reply.flash('err', refusal.fieldWords('how')?.sentence[locale] ?? refusal.sentence(locale)), body)
    }
    return back(reply.flash('ok', words.settled[locale]), body)
  })
}
