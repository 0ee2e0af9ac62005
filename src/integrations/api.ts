// The API's table of contents: every room's doors for other programs, below /api/v1.
import type { FastifyPluginAsync } from 'fastify'
import { agencyApiRoutes } from '../agencies/api.routes.ts'
import { deadlineApiRoutes } from '../deadlines/api.routes.ts'
import { verificationApiRoutes } from '../documents/api.routes.ts'
import { dossierApiRoutes } from '../dossiers/api.routes.ts'
import { fileApiRoutes } from '../files/api.routes.ts'
import { Problem } from '../kernel/schema.ts'
import { formApiRoutes } from '../procedures/api.form.ts'
import { procedureApiRoutes } from '../procedures/api.routes.ts'
import { statisticsApiRoutes } from '../reports/api.routes.ts'
import { shipmentApiRoutes } from '../shipments/api.routes.ts'
import { recogniseClients } from './guard.ts'
import { answerOnce } from './idempotency.ts'
import { type Limits, limitRates, usualLimits } from './rate-limit.ts'

const versionOne: FastifyPluginAsync<{ limits: Limits }> = async (app, { limits }) => {
  recogniseClients(app)
  await limitRates(app, limits)
  answerOnce(app)
  app.addSchema(Problem)
  await app.register(procedureApiRoutes)
  await app.register(formApiRoutes)
  await app.register(agencyApiRoutes)
  await app.register(deadlineApiRoutes)
  await app.register(fileApiRoutes)
  await app.register(dossierApiRoutes)
  await app.register(shipmentApiRoutes)
  await app.register(verificationApiRoutes)
  await app.register(statisticsApiRoutes)
}

/** Needs `app.context`; answers problems through the app's own error handler. */
export const apiRoutes: FastifyPluginAsync<{ limits?: Limits }> = async (app, { limits = usualLimits }) => {
  await app.register(versionOne, { prefix: '/api/v1', limits })
}
