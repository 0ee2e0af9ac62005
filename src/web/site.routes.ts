// The front door, the pages about the site itself, and the two settings everybody has: language and size of the letters.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { agenciesOf } from '../agencies/queries.ts'
import { openNow } from '../deadlines/open-now.ts'
import { workingCalendarOf } from '../deadlines/working-calendar.ts'
import { figuresSince } from '../dossiers/queries.ts'
import { locales } from '../kernel/locale.ts'
import { dayOf, instantAt } from '../kernel/time.ts'
import { homePage } from '../procedures/pages/home.ts'
import { admit } from './guard.ts'
import { localPath } from './local-path.ts'
import { aboutPage } from './pages/about.ts'
import { accessibilityPage } from './pages/accessibility.ts'
import { helpPage } from './pages/help.ts'

type Figures = Awaited<ReturnType<typeof figuresSince>>

const text = Type.String({ default: '', maxLength: 2000 })
const aYear = 365 * 24 * 3600
const setting = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: aYear } as const
/** The month's figures are counted again after a minute, however many people open the home page. */
const keptFor = 60_000

export const siteRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'anybody')
  const { context } = app
  const { db } = context
  let kept: { figures: Figures; until: number } | undefined

  async function monthFigures(): Promise<Figures> {
    if (kept && kept.until > performance.now()) return kept.figures
    const figures = await figuresSince(db, instantAt(dayOf(context.now()).with({ day: 1 }), '00:00'))
    kept = { figures, until: performance.now() + keptFor }
    return figures
  }

  app.get('/', async (request, reply) => {
    const now = context.now()
    const [{ items }, { filed, byPost, finished, onTime }] = await Promise.all([agenciesOf(db), monthFigures()])
    const desks = items.filter(({ level }) => level === 'ward' || level === 'district' || level === 'department')
    const [first] = desks
    const state = first && openNow(await workingCalendarOf(db, first.id), now, request.locale)
    const agencies = {
      open: state?.isOpen ? desks.length : 0,
      all: desks.length,
      ...(state?.isOpen ? { until: state.until } : { opensAt: state?.opensAt })
    }
    const facts = { today: dayOf(now), agencies, onTime: { good: onTime, all: finished }, byPost: { good: byPost, all: filed } }
    return reply.page(homePage({ ...request.frame(), facts }))
  })

  app.get('/tro-giup', async (request, reply) => reply.page(helpPage(request.frame())))
  app.get('/tiep-can', async (request, reply) => reply.page(accessibilityPage(request.frame())))
  app.get('/gioi-thieu', async (request, reply) => reply.page(aboutPage(request.frame())))

  // Anybody's page may hold these two buttons before a session exists; the worst a stranger can do with them is another language.
  app.post(
    '/cai-dat/ngon-ngu',
    { schema: { body: Type.Object({ locale: text, returnTo: text }) }, config: { csrf: false } },
    async (request, reply) => {
      const chosen = locales.find((locale) => locale === request.body.locale)
      if (chosen) reply.setCookie('locale', chosen, setting)
      return reply.redirect(localPath(request.body.returnTo, '/'), 303)
    }
  )

  app.post(
    '/cai-dat/chu-lon',
    { schema: { body: Type.Object({ bigText: text, returnTo: text }) }, config: { csrf: false } },
    async (request, reply) => {
      reply.setCookie('bigText', request.body.bigText === '1' ? '1' : '0', setting)
      return reply.redirect(localPath(request.body.returnTo, '/'), 303)
    }
  )
}
