// The door of the device check: every thing on the desk tried once.
import type { FastifyPluginAsync } from 'fastify'
import { getAgencyById } from '../agencies/queries.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { admit } from '../web/guard.ts'
import { devicesPage } from './pages/devices.ts'
import { judgeScan, testText } from './rules.ts'

export const deviceRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  admit(app, ['clerk'])

  app.get<{ Querystring: { quet?: string } }>('/quay/thiet-bi', async (request, reply) => {
    const { actor } = request
    const scanned = request.query.quet?.slice(0, 300)
    const [agency, workplace] = await Promise.all([getAgencyById(context.db, actor.agencyId!), workplaceOf(context, actor)])
    const verdict = scanned === undefined ? undefined : judgeScan(scanned)
    return reply.page(devicesPage({ ...request.frame(), ...workplace, agencyCode: agency.code, testText, scanned, verdict }))
  })
}
