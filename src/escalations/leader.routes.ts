// The head of an agency and the head of its desk look at what is late; the head signs letters and gives work to somebody else.
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify'
import { colleaguesAt } from '../accounts/queries.ts'
import { actsAs } from '../accounts/roles.ts'
import { addWorkingDays } from '../deadlines/calendar.ts'
import { lateCausesOf } from '../deadlines/queries.ts'
import { workingDaysBefore } from '../deadlines/rules.ts'
import { workingCalendarOf } from '../deadlines/working-calendar.ts'
import { mostAtOnce, sendBackApology, signApologies } from '../dossiers/actions/apologise.ts'
import { apologiesToSign } from '../dossiers/apology-queries.ts'
import { shortCode } from '../dossiers/numbering.ts'
import { queueSizes, reachOf } from '../dossiers/queries.ts'
import { dossierAtWork } from '../dossiers/staff-case.ts'
import { dossiersById, loadByPerson, openByCause, pressing } from '../dossiers/time-queries.ts'
import { apologyWords } from '../dossiers/words/apology.ts'
import { fill } from '../dossiers/words/desk.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { type Body, listOf, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf, instantAt } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { assignStep } from '../processing/actions/assign-step.ts'
import { isActive } from '../processing/lifecycle.ts'
import { currentStepsOf } from '../processing/queries.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { noticed } from './notices.routes.ts'
import { leaderPage } from './pages/leader.ts'
import { unseenFor } from './queries.ts'
import { longLate } from './rules.ts'
import { leaderWords as words } from './words/leader.ts'

/** Due within so many working days stands beside what is late. */
const soonDays = 2
const mostLines = 100

export const leaderRoutes: FastifyPluginAsync = async (app) => {
  await app.register(lookingRoutes)
  await app.register(decidingRoutes)
}

async function lookingRoutes(app: FastifyInstance): Promise<void> {
  const { context } = app
  const { db } = context
  admit(app, ['signer', 'supervisor'])

  app.get<{ Querystring: { nguoi?: string } }>('/lanh-dao', async (request, reply) => {
    const { actor, locale, query } = request
    const reach = reachOf(actor)
    const isHead = actor.role === 'signer'
    const now = context.now()
    const calendar = await workingCalendarOf(db, reach.agencyId)
    const soon = instantAt(addWorkingDays(calendar, dayOf(now), soonDays).add({ days: 1 }), '00:00')
    const longAgo = instantAt(workingDaysBefore(calendar, dayOf(now), longLate), '00:00')
    const officerId = query.nguoi && isUuid(query.nguoi) ? query.nguoi : undefined
    const [letters, rows, loads, causes, causeNames, colleagues, notices, unseen, sizes] = await Promise.all([
      isHead ? apologiesToSign(db, reach, { limit: mostAtOnce }) : [],
      pressing(db, reach, { until: soon, officerId, limit: mostLines }),
      loadByPerson(db, reach, { now, longAgo, soon }),
      openByCause(db, reach, now),
      lateCausesOf(db),
      isHead ? colleaguesAt(db, reach.agencyId) : [],
      noticed(context, actor),
      unseenFor(db, actor),
      isHead ? undefined : queueSizes(db, { ...reach, now, endOfDay: instantAt(dayOf(now).add({ days: 1 }), '00:00') })
    ])
    return reply.page(
      leaderPage({
        ...request.frame({ form: true }),
        ...(await workplaceOf(context, actor)),
        ...{ today: { now, calendar, locale }, isHead, readerId: actor.id, letters, pressing: rows, loads, causes, causeNames },
        ...{ colleagues: colleagues.filter(({ role }) => actsAs(role, 'officer')), notices, unseen },
        desk: sizes && { incoming: sizes.incoming, ready: sizes.ready },
        chosen: officerId ? loads.find((load) => load.officerId === officerId) : undefined
      })
    )
  })
}

type Outcome = { dossierId: string; done: boolean; fault?: unknown }

async function decidingRoutes(app: FastifyInstance): Promise<void> {
  const { context } = app
  admit(app, ['signer'])

  const chosenIn = (body: Body) => listOf(body, 'dossier').filter(isUuid).slice(0, mostAtOnce)

  /** One sentence for what was done, one for each that was not. */
  async function sayOutcomes(
    request: FastifyRequest,
    outcomes: readonly Outcome[],
    done: string
  ): Promise<{ kind: 'ok' | 'warn'; text: string }> {
    const { locale } = request
    const failed = outcomes.filter((one) => !one.done)
    if (failed.length === 0) return { kind: 'ok', text: done }
    const known = await dossiersById(
      context.db,
      failed.map(({ dossierId }) => dossierId)
    )
    const list = failed.map(({ dossierId, fault }) => {
      // Nobody learns the code of a dossier that is not theirs.
      const own = known.find(({ id, agencyId }) => id === dossierId && agencyId === request.actor.agencyId)
      if (!(fault instanceof Refusal)) request.log.error({ err: fault, dossierId }, 'one of many failed')
      return `${own?.code ? `${shortCode(own.code)}: ` : ''}${fault instanceof Refusal ? fault.sentence(locale) : words.failed[locale]}`
    })
    const some = failed.length < outcomes.length ? `${done} ` : ''
    return { kind: 'warn', text: some + fill(words.notDone[locale], { n: failed.length, list: list.join(' ') }) }
  }

  app.post<{ Body: Body }>('/lanh-dao/ky', async (request, reply) => {
    const { actor, locale } = request
    const ids = chosenIn(request.body ?? {})
    if (ids.length === 0) return reply.flash('warn', words.nothingChosen[locale]).redirect('/lanh-dao', 303)
    const outcomes = (await signApologies(context, { dossierIds: ids, by: actor })).map(({ signed, ...one }) => ({ ...one, done: signed }))
    const done = fill(apologyWords.signed[locale], { n: outcomes.filter((one) => one.done).length })
    const said = await sayOutcomes(request, outcomes, done)
    return reply.flash(said.kind, said.text).redirect('/lanh-dao', 303)
  })

  app.post<{ Params: { id: string }; Body: Body }>('/lanh-dao/xin-loi/:id/tra-lai', async (request, reply) => {
    const { actor, locale, params } = request
    const dossier = await dossierAtWork(context, params.id, actor)
    try {
      await sendBackApology(context, { dossierId: dossier.id, by: actor, why: textOf(request.body ?? {}, 'why') })
    } catch (error) {
      const refusal = mendable(error)
      const sentence = refusal.fieldWords('why')?.sentence[locale] ?? refusal.sentence(locale)
      return reply.flash('err', `${apologyWords.sendBackWhy[locale]}: ${sentence}`).redirect(`/xu-ly/ho-so/${dossier.id}/xin-loi`, 303)
    }
    return reply.flash('ok', fill(apologyWords.sentBackDone[locale], { code: dossier.code })).redirect('/lanh-dao', 303)
  })

  /** The step that is being done at this agency goes to somebody else. */
  async function give(request: FastifyRequest, dossierId: string, toId: string): Promise<Outcome> {
    const { actor, locale } = request
    try {
      const steps = await currentStepsOf(context.db, dossierId)
      const step = steps.find((one) => isActive(one) && one.agencyId === actor.agencyId)
      if (!step) throw new Refusal('STEP_MOVED_ON')
      await assignStep(context, { dossierId, stepId: step.id, by: actor, toId, note: words.assignNote[locale] })
      return { dossierId, done: true }
    } catch (fault) {
      return { dossierId, done: false, fault }
    }
  }

  app.post<{ Body: Body }>('/lanh-dao/giao', async (request, reply) => {
    const { actor, locale } = request
    const body = request.body ?? {}
    const [ids, toId] = [chosenIn(body), textOf(body, 'toId')]
    const colleague = (await colleaguesAt(context.db, actor.agencyId!)).find(({ id }) => id === toId)
    if (ids.length === 0) return reply.flash('warn', words.nothingChosen[locale]).redirect('/lanh-dao', 303)
    if (!colleague) return reply.flash('warn', words.nobodyChosen[locale]).redirect('/lanh-dao', 303)
    const outcomes: Outcome[] = []
    for (const id of new Set(ids)) outcomes.push(await give(request, id, colleague.id))
    const done = fill(words.assigned[locale], { n: outcomes.filter((one) => one.done).length, name: colleague.name })
    const said = await sayOutcomes(request, outcomes, done)
    return reply.flash(said.kind, said.text).redirect('/lanh-dao', 303)
  })
}
