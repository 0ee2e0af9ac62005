// A result for the person it is for: download, the code that proves it, and whether it still holds.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ownDossier } from '../dossiers/applicant-facts.ts'
import { resultOf } from '../dossiers/queries.ts'
import { admit } from '../web/guard.ts'
import { qrSvg } from './barcodes.ts'
import { resultPage } from './pages/result.ts'
import { sealedOf } from './queries.ts'
import { paperAddress } from './verification.ts'
import { resultWords } from './words/verification.ts'

export const resultRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  admit(app, ['applicant'])

  app.get('/ho-so/:id/ket-qua', { schema: { params: Type.Object({ id: Type.String({ maxLength: 40 }) }) } }, async (request, reply) => {
    // Of the plain account: whoever helps somebody does not come in here, the result is the citizen's own.
    const dossier = await ownDossier(context, request.params.id, request.actor)
    const result = await resultOf(context.db, dossier.id)
    // Before it was returned it is not the citizen's yet; the dossier says what comes next.
    if (!result || dossier.state !== 'returned') return reply.redirect(`/ho-so/${dossier.id}`, 303)
    const paper = (await sealedOf(context.db, dossier.id)).findLast(({ form, fileId }) => form === 'result' && fileId === result.fileId)
    const label = resultWords.qr[request.locale].replace('{number}', result.number)
    const seal = ({ token }: { token: string }) => {
      const address = paperAddress(context.baseUrl, token)
      return { address, qr: qrSvg(address, label) }
    }
    return reply.page(resultPage({ ...request.frame(), dossier, result, sealed: paper && { ...paper, ...seal(paper) } }))
  })
}
