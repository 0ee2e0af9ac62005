// Clerks, officers and postmen see where they are signed in, and sign out there.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { findAgencyById } from '../agencies/queries.ts'
import { admit } from '../web/guard.ts'
import { endSessions } from './actions/end-sessions.ts'
import { accountWords, say } from './pages/account-words.ts'
import { staffAccountPage } from './pages/staff-account.ts'
import { sessionsOf } from './queries.ts'
import { staffRoles } from './roles.ts'

const OneSession = Type.String({ pattern: '^[0-9a-f]{64}$' })
const here = '/can-bo/tai-khoan'

export const staffAccountRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  admit(app, staffRoles)

  app.get(here, async (request, reply) => {
    const { actor, sessionKey } = request
    const { role, agencyId, name: staffName } = actor
    const agency = agencyId ? await findAgencyById(context.db, agencyId) : undefined
    const sessions = (await sessionsOf(context.db, actor, context.now())).map((one) => ({ ...one, isThis: one.id === sessionKey }))
    return reply.page(staffAccountPage({ ...request.frame({ form: true }), role, agencyName: agency?.name ?? '', staffName, sessions }))
  })

  app.post(`${here}/dang-xuat`, { schema: { body: Type.Object({ phien: OneSession }) } }, async (request, reply) => {
    await endSessions(context, { by: request.actor, only: request.body.phien })
    return reply.flash('ok', accountWords.endedOne[request.locale]).redirect(here, 303)
  })

  app.post(
    `${here}/dang-xuat-het`,
    { schema: { body: Type.Object({ 'pham-vi': Type.String({ default: '', maxLength: 20 }) }) } },
    async (request, reply) => {
      const { actor, locale, sessionKey } = request
      if (request.body['pham-vi'] === 'het') {
        await endSessions(context, { by: actor })
        await request.session.regenerate()
        return reply.flash('ok', accountWords.staffEndedAll[locale]).redirect('/can-bo/dang-nhap', 303)
      }
      const n = await endSessions(context, { by: actor, except: sessionKey })
      const said = n > 0 ? say(accountWords.endedOthers[locale], { n: String(n) }) : accountWords.endedNone[locale]
      return reply.flash('ok', said).redirect(here, 303)
    }
  )
}
