// The doors of the queue behind the counters: calling, calling again, giving up, being done; and the news that keep the pages up to date.
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { getAgencyById } from '../agencies/queries.ts'
import { latestChangeAt } from '../dossiers/queries.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { admit } from '../web/guard.ts'
import { localPath } from '../web/local-path.ts'
import { callAgain, callMissed, callNext, endTurn } from './actions/call-tickets.ts'
import { counterNow } from './desk-queries.ts'
import { deskNews, turnsPage } from './pages/turns.ts'
import { missedTickets, turnsStamp } from './queries.ts'
import { ticketsTopic } from './rules.ts'
import type { Ticket } from './store.ts'
import { barWords, fill } from './words/desk.ts'

/** Somebody whose number was called looks up within a second or two; what dossiers do may take as long. */
const everyMs = 2000

type Press = { Body: Body | undefined }

export const turnRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['clerk'])

  app.get(deskNews, async (request, reply) => {
    const agencyId = request.actor.agencyId!
    await app.streams.open(request, reply, {
      key: `desk:${agencyId}`,
      topics: [ticketsTopic(agencyId)],
      everyMs,
      snapshot: async () => {
        const [turns, dossiers] = await Promise.all([turnsStamp(db, { agencyId, day: dayOf(context.now()) }), latestChangeAt(db, agencyId)])
        return `${turns} ${dossiers}`
      }
    })
  })

  app.get('/quay/luot', async (request, reply) => {
    const { actor } = request
    const now = context.now()
    const today = dayOf(now)
    const [hall, missed, agency, workplace] = await Promise.all([
      counterNow(db, { by: actor, now }),
      missedTickets(db, { agencyId: actor.agencyId!, day: today }),
      getAgencyById(db, actor.agencyId!),
      workplaceOf(context, actor)
    ])
    const frame = request.frame({ form: true })
    return reply.page(turnsPage({ ...frame, ...workplace, hall, missed, agencyCode: agency.code, today, now }))
  })

  const said: Record<string, (ticket: Ticket, locale: 'vi' | 'en') => string> = {
    called: ({ code, counter }, locale) => fill(barWords.called[locale], { code, n: counter ?? '' }),
    done: ({ code }, locale) => fill(barWords.endedDone[locale], { code }),
    no_show: ({ code }, locale) => fill(barWords.endedMissed[locale], { code })
  }

  function seenIn(body: Body): string | undefined {
    const seen = textOf(body, 'seen')
    return isUuid(seen) ? seen : undefined
  }

  function missedIn(body: Body): string {
    const id = textOf(body, 'luot')
    if (!isUuid(id)) throw new Refusal('TICKET_NOT_FOUND')
    return id
  }

  const presses: Record<string, (request: FastifyRequest, body: Body) => Promise<Ticket>> = {
    goi: ({ actor }, body) => callNext(context, { by: actor, seen: seenIn(body) }),
    'goi-lai': ({ actor }) => callAgain(context, { by: actor }),
    'goi-vang': ({ actor }, body) => callMissed(context, { by: actor, ticketId: missedIn(body) }),
    vang: ({ actor }) => endTurn(context, { by: actor, how: 'no_show' }),
    xong: ({ actor }) => endTurn(context, { by: actor, how: 'done' })
  }

  for (const [name, press] of Object.entries(presses)) {
    app.post<Press>(`/quay/luot/${name}`, async (request, reply) => {
      const body = request.body ?? {}
      const back = localPath(textOf(body, 'returnTo'), '/quay/luot')
      try {
        const ticket = await press(request, body)
        reply.flash('ok', said[ticket.state]!(ticket, request.locale))
      } catch (error) {
        // Said where the press was made: a clerk with somebody in front of them needs their page, not another one.
        if (!(error instanceof Refusal) || error.status !== 409) throw error
        reply.flash('warn', error.sentence(request.locale))
      }
      return reply.redirect(back, 303)
    })
  }
}
