// Heads answer proposals to ask for papers a second time: of the desk its supervisor, of the officers whoever signs.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { type Body, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { approveSecondRequest, declineSecondRequest } from './actions/approve-second-request.ts'
import { decidedProposals, findSecondRequest, openProposals } from './check-queries.ts'
import { type ProposalsPage, proposalsPage } from './pages/desk/proposals.ts'
import { reachOf } from './queries.ts'
import { dossierAtWork } from './staff-case.ts'
import { proposalWords as words } from './words/checking.ts'
import { fill } from './words/desk.ts'
import { workplaceOf } from './workplace.ts'

export const proposalRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  admit(app, ['supervisor', 'signer'])

  async function show(request: FastifyRequest, reply: FastifyReply, refused?: ProposalsPage['refused']) {
    const { actor } = request
    const atDesk = actor.role === 'supervisor'
    const which = { ...reachOf(actor), atDesk }
    const [open, decided, workplace] = await Promise.all([
      openProposals(context.db, which),
      decidedProposals(context.db, which),
      workplaceOf(context, actor)
    ])
    const base = atDesk ? '/quay/ho-so' : '/xu-ly/ho-so'
    return reply.page(
      proposalsPage({ ...request.frame({ form: true }), ...workplace, open, decided, readerId: actor.id, base, refused }),
      refused?.refusal
    )
  }

  app.get('/can-bo/de-nghi', (request, reply) => show(request, reply))

  app.post<{ Params: { id: string }; Body: Body }>('/can-bo/de-nghi/:id', async (request, reply) => {
    const { params, actor, locale } = request
    const body = request.body ?? {}
    const found = isUuid(params.id) ? await findSecondRequest(context.db, params.id) : undefined
    if (!found) throw new Refusal('SECOND_REQUEST_NOT_FOUND', { id: params.id })
    const { code } = await dossierAtWork(context, found.dossierId, actor)
    const isYes = textOf(body, 'answer') === 'yes'
    try {
      const answer = { requestId: found.id, by: actor, reason: textOf(body, 'reason') }
      await (isYes ? approveSecondRequest(context, answer) : declineSecondRequest(context, answer))
    } catch (error) {
      return show(request, reply, { requestId: found.id, typed: body, refusal: mendable(error) })
    }
    return reply.flash('ok', fill((isYes ? words.approved : words.declined)[locale], { code })).redirect('/can-bo/de-nghi', 303)
  })
}
