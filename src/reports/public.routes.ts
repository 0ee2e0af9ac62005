// The statistics everybody may read, as a page and as files of open data.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { admit } from '../web/guard.ts'
import { statisticsOf } from './api.figures.ts'
import { statisticsAnswer } from './api.presenters.ts'
import { statisticsPage } from './pages/statistics.ts'
import { cellsOf, columns, csvOf, type Period, periodOf, type Row } from './rules.ts'

const Time = Type.Object({ nam: Type.String({ default: '', maxLength: 10 }), thang: Type.String({ default: '', maxLength: 10 }) })

export const statisticsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'anybody')
  const { context } = app

  /** @throws Refusal PAGE_NOT_FOUND for a time that has no figures */
  function periodAsked({ nam, thang }: { nam: string; thang: string }): Period {
    const number = (text: string) => (text === '' ? undefined : Number(text))
    const period = periodOf({ year: number(nam), month: number(thang) }, dayOf(context.now()))
    if (!period) throw new Refusal('PAGE_NOT_FOUND')
    return period
  }

  app.get('/thong-ke', { schema: { querystring: Time } }, async (request, reply) => {
    const statistics = await statisticsOf(context, periodAsked(request.query))
    return reply.page(statisticsPage({ ...request.frame(), statistics, today: dayOf(context.now()) }))
  })

  // The folder of the files, as somebody types it.
  app.get('/du-lieu-mo', (_request, reply) => reply.redirect('/thong-ke', 303))

  /** `co-quan-2026-03.csv`: what somebody finds again in a folder. */
  const named = (reply: FastifyReply, name: string, { year, month }: Period) =>
    reply.header(
      'content-disposition',
      `attachment; filename="${name.replace('.', `-${[year, month?.toString().padStart(2, '0')].filter(Boolean).join('-')}.`)}"`
    )

  const tables = { 'co-quan': 'agencies', 'linh-vuc': 'sectors', 'thu-tuc': 'procedures' } as const
  for (const [name, table] of Object.entries(tables))
    app.get(`/du-lieu-mo/${name}.csv`, { schema: { querystring: Time } }, async (request, reply) => {
      const statistics = await statisticsOf(context, periodAsked(request.query))
      const { period } = statistics
      const rows: readonly Row[] = statistics[table]
      const text = csvOf([columns, ...rows.map((row) => cellsOf(row, period))])
      return named(reply, `${name}.csv`, period).type('text/csv; charset=utf-8').send(text)
    })

  app.get('/du-lieu-mo/thong-ke.json', { schema: { querystring: Time } }, async (request, reply) => {
    const statistics = await statisticsOf(context, periodAsked(request.query))
    return named(reply, 'thong-ke.json', statistics.period).send(statisticsAnswer(statistics))
  })
}
