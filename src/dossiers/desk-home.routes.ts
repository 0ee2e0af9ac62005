// Where a clerk's day begins: the day's work and the list, and the one box that finds anything.
import type { FastifyPluginAsync } from 'fastify'
import { agenciesWithIds } from '../agencies/queries.ts'
import { deskToday } from '../counters/desk-queries.ts'
import { deskTop } from '../counters/pages/today.ts'
import { workingCalendarOf } from '../deadlines/working-calendar.ts'
import { dayOf, instantAt } from '../kernel/time.ts'
import { admit } from '../web/guard.ts'
import { openProposals } from './check-queries.ts'
import { openGuidanceAt } from './desk-queries.ts'
import { deskQueuePage } from './pages/desk/queue.ts'
import { deskSearchPage } from './pages/desk/search.ts'
import { type QueueName, queueAt, queueNames, reachOf } from './queries.ts'
import { cursorsOf, pageLinks } from './queue-cursor.ts'
import { hintFor, readAsked } from './search.ts'
import { agenciesWith, nearMisses, searchDossiers } from './search-queries.ts'
import { workplaceOf } from './workplace.ts'

export const deskHomeRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['clerk'])

  app.get<{ Querystring: { hang?: string; sau?: string; truoc?: string } }>('/quay', async (request, reply) => {
    const { actor, locale } = request
    const queue: QueueName = queueNames.find((name) => name === request.query.hang) ?? 'incoming'
    const now = context.now()
    const filter = { ...reachOf(actor), now, endOfDay: instantAt(dayOf(now).add({ days: 1 }), '00:00') }
    const { after, before } = cursorsOf(request.query)
    const [{ items, next }, deskDay, calendar, workplace, slips, proposals] = await Promise.all([
      queueAt(db, { ...filter, queue }, { after }),
      deskToday(db, { by: actor, now }),
      workingCalendarOf(db, actor.agencyId!),
      workplaceOf(context, actor),
      openGuidanceAt(db, { agencyId: actor.agencyId!, now }),
      // A second request is the head's to allow.
      actor.role === 'supervisor' ? openProposals(db, { ...reachOf(actor), atDesk: true }) : []
    ])
    const links = pageLinks(`/quay?hang=${queue}`, { after: request.query.sau, before, next })
    const frame = request.frame({ form: true })
    const besides = {
      drafts: { count: slips.length, href: '/quay/huong-dan' },
      ...(actor.role === 'supervisor' && { seconds: { count: proposals.length, href: '/can-bo/de-nghi' } })
    }
    const top = deskTop({ locale, csrf: frame.csrf, today: deskDay, besides })
    const today = { now, calendar, locale }
    return reply.page(deskQueuePage({ ...frame, ...workplace, queue, sizes: deskDay.sizes, rows: items, today, top, ...links }))
  })

  app.get<{ Querystring: { q?: string } }>('/quay/tim', async (request, reply) => {
    const { actor, locale } = request
    const text = (request.query.q ?? '').trim().slice(0, 200)
    const asked = readAsked(text)
    const reach = reachOf(actor)
    const rows = await searchDossiers(db, { asked, reach })
    // A code, or the end of one: there is nothing to choose from.
    const isCode = asked.kind === 'code' || (asked.kind === 'code_end' && rows[0]?.code?.endsWith(asked.end))
    if (isCode && rows.length === 1) return reply.redirect(`/quay/ho-so/${rows[0]!.id}`, 303)
    const none = rows.length === 0 && asked.kind !== 'nothing'
    const [near, elsewhere, calendar, workplace] = await Promise.all([
      none ? nearMisses(db, { asked, reach }) : [],
      // Where else somebody has business is not every clerk's to know.
      none && actor.role === 'supervisor' ? agenciesWith(db, { asked, agencyId: reach.agencyId }) : [],
      workingCalendarOf(db, reach.agencyId),
      workplaceOf(context, actor)
    ])
    const names = (await agenciesWithIds(db, elsewhere)).map(({ name }) => name)
    const today = { now: context.now(), calendar, locale }
    const hint = none ? hintFor(text, asked) : undefined
    return reply.page(deskSearchPage({ ...request.frame({ form: true }), ...workplace, text, rows, near, elsewhere: names, hint, today }))
  })
}
