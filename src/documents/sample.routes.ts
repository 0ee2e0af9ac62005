// Anybody may look at how a form is filled before starting: the paper of the procedure with invented people on it.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Refusal } from '../kernel/refusal.ts'
import { admit } from '../web/guard.ts'
import { limitTries } from '../web/tries.ts'
import { sampleFilledForm } from './actions/print-filled-form.ts'

const Code = Type.Object({ code: Type.String({ maxLength: 40 }) })

export const sampleRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'anybody')
  const { context } = app
  // Each is typeset anew; a whole office may stand behind one address.
  const fromHere = limitTries(app, { max: 120, seconds: 60, by: ({ ip }) => `sample ${ip}` })

  app.get('/thu-tuc/:code/mau-da-dien', { schema: { params: Code } }, async (request, reply) => {
    const { code } = request.params
    await fromHere(request)
    const bytes = await sampleFilledForm(context, code)
    if (!bytes) throw new Refusal('PAGE_NOT_FOUND')
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(`mau-da-dien-${code}.pdf`)}`)
      .header('cache-control', 'public, max-age=3600')
      .send(bytes)
  })
}
