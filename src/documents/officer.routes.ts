// The officer before what was sealed for a dossier: see it, take a paper back with a reason.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ownDossier } from '../dossiers/applicant-facts.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { textOf } from '../forms/typed.ts'
import { isUuid } from '../kernel/uuid.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { revokePaper } from './actions/revoke-paper.ts'
import { sealedPapersPage } from './pages/sealed-papers.ts'
import { sealedOf } from './queries.ts'
import { revokeWords } from './words/verification.ts'

const OneDossier = Type.Object({ id: Type.String({ maxLength: 40 }) })
const OnePaper = Type.Object({ id: Type.String({ maxLength: 40 }), paper: Type.String({ maxLength: 40 }) })

export const sealedPaperRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  admit(app, ['officer'])

  app.get('/xu-ly/ho-so/:id/giay-da-cap', { schema: { params: OneDossier } }, async (request, reply) => {
    const dossier = await ownDossier(context, request.params.id, request.actor)
    const place = await workplaceOf(context, request.actor)
    const papers = await sealedOf(context.db, dossier.id)
    return reply.page(sealedPapersPage({ ...request.frame({ form: true }), ...place, dossier, papers }))
  })

  app.post(
    '/xu-ly/ho-so/:id/giay-da-cap/:paper',
    { schema: { params: OnePaper, body: Type.Record(Type.String(), Type.Unknown()) } },
    async (request, reply) => {
      const dossier = await ownDossier(context, request.params.id, request.actor)
      const reason = textOf(request.body, 'reason').slice(0, 500)
      const papers = await sealedOf(context.db, dossier.id)
      const paper = isUuid(request.params.paper) ? papers.find(({ id }) => id === request.params.paper) : undefined
      try {
        await revokePaper(context, { paperId: paper?.id ?? dossier.id, by: request.actor, reason })
      } catch (error) {
        const refused = { id: paper?.id ?? '', reason, refusal: mendable(error) }
        const place = await workplaceOf(context, request.actor)
        return reply.page(sealedPapersPage({ ...request.frame({ form: true }), ...place, dossier, papers, refused }), refused.refusal)
      }
      return reply.flash('ok', revokeWords.done[request.locale]).redirect(`/xu-ly/ho-so/${dossier.id}/giay-da-cap`, 303)
    }
  )
}
