// News for lists of dossiers: that something changed at one's agency, and nothing else; the page then reads itself again under its own rules.
import type { FastifyPluginAsync } from 'fastify'
import { dossierNews } from '../web/components/live.ts'
import { admit } from '../web/guard.ts'
import { latestChangeAt } from './queries.ts'

/** One short query for an agency whose lists somebody looks at; nobody notices two seconds. */
const everyMs = 2000

export const dossierNewsRoutes: FastifyPluginAsync = async (app) => {
  const { db } = app.context
  admit(app, ['clerk', 'officer'])

  app.get(dossierNews, async (request, reply) => {
    const agencyId = request.actor.agencyId!
    await app.streams.open(request, reply, {
      key: `dossiers:${agencyId}`,
      topics: [],
      everyMs,
      snapshot: () => latestChangeAt(db, agencyId)
    })
  })
}
