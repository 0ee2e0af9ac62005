// For clerks and officers who keep the catalogue: the words that found nothing.
import type { FastifyPluginAsync } from 'fastify'
import { findAgencyById } from '../agencies/queries.ts'
import { deskRoleOf } from '../web/desk-nav.ts'
import { admit } from '../web/guard.ts'
import { missedWordsPage } from './pages/missed-words.ts'
import { missedWords } from './queries.ts'

const mostShown = 200

export const keeperRoutes: FastifyPluginAsync = async (app) => {
  const { db } = app.context
  admit(app, ['clerk', 'officer', 'administrator'])

  app.get('/xu-ly/tu-khoa', async (request, reply) => {
    const { actor } = request
    const role = deskRoleOf(actor.role)
    const [agency, missed] = await Promise.all([
      actor.agencyId ? findAgencyById(db, actor.agencyId) : undefined,
      missedWords(db, { limit: mostShown })
    ])
    const place = { role, agencyName: agency?.name ?? '', staffName: actor.name } as const
    return reply.page(missedWordsPage({ ...request.frame(), ...place, missed }))
  })
}
