// The public figures for other programs; no key needed.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Refusal } from '../kernel/refusal.ts'
import { Answer, Count, problems, Ref } from '../kernel/schema.ts'
import { dayOf } from '../kernel/time.ts'
import { admit } from '../web/guard.ts'
import { statisticsOf } from './api.figures.ts'
import { StatisticsOf, statisticsAnswer, statisticsSchemas } from './api.presenters.ts'
import { firstYear, periodOf } from './rules.ts'

export const statisticsApiRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'anybody')
  const { context } = app
  for (const schema of statisticsSchemas) app.addSchema(schema)

  app.get(
    '/statistics',
    {
      schema: {
        operationId: 'getStatistics',
        summary: 'Read the public statistics',
        description:
          'Dossiers received by channel and finished early, on the day or late; by agency, sector and procedure; ratings and petitions. This year so far, or a year or month of yours. Counted anew every ten minutes.',
        tags: ['statistics'],
        querystring: Type.Object({
          year: Type.Optional(Count('The year; this one, when left out', 2026, { minimum: firstYear, maximum: 2100 })),
          month: Type.Optional(Count('A month of it', 3, { minimum: 1, maximum: 12 }))
        }),
        response: { 200: Answer(Ref(StatisticsOf), 'The figures'), ...problems() }
      }
    },
    async (request) => {
      const period = periodOf(request.query, dayOf(context.now()))
      if (!period) throw new Refusal('REQUEST_MALFORMED', { detail: 'year and month must have begun' })
      return statisticsAnswer(await statisticsOf(context, period)) as never
    }
  )
}
