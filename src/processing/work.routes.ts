// The officer's day: the list of work with its filters, taking from the pool, finding a dossier.
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { substitutesFor } from '../accounts/queries.ts'
import { actsAs, answersFor } from '../accounts/roles.ts'
import { agenciesOf } from '../agencies/queries.ts'
import { workingCalendarOf } from '../deadlines/working-calendar.ts'
import { apologiesToWrite } from '../dossiers/apology-queries.ts'
import { reachOf } from '../dossiers/queries.ts'
import { cursorsOf, pageLinks } from '../dossiers/queue-cursor.ts'
import { readAsked } from '../dossiers/search.ts'
import { searchDossiers, searchShared } from '../dossiers/search-queries.ts'
import { dossiersById } from '../dossiers/time-queries.ts'
import { fill } from '../dossiers/words/desk.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { dayOf, instantAt } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { namesOfProcedures } from '../procedures/queries.ts'
import { stepRoles } from '../procedures/steps.ts'
import { admit } from '../web/guard.ts'
import { localPath } from '../web/local-path.ts'
import { takeSteps } from './actions/take-step.ts'
import { catchUp } from './at-work.ts'
import { hrefOf, listNames, type WorkLine, workPage, workSearchPage } from './pages/work.ts'
import { workWords } from './words/process.ts'
import { oldestOfTeam, proceduresAtWork, type WorkFilter, type WorkRow, workIn, workLists, workSizes } from './work-queries.ts'

type Work = { loc?: string; 'thu-tuc'?: string; sau?: string; truoc?: string }
const linesPerPage = 25

export const workRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  admit(app, ['officer'])

  async function filterOf(request: FastifyRequest<{ Querystring: Work }>) {
    const { actor, query } = request
    const now = context.now()
    const away = await substitutesFor(context.db, actor.id, now)
    const filter: WorkFilter = {
      ...reachOf(actor),
      staffIds: [actor.id, ...away.map(({ id }) => id)],
      roles: stepRoles.filter((role) => actsAs(actor.role, role)),
      now,
      endOfDay: instantAt(dayOf(now).add({ days: 1 }), '00:00'),
      procedureCode: query['thu-tuc'] || undefined
    }
    return { filter, away }
  }

  async function linesOf(steps: readonly WorkRow[]): Promise<WorkLine[]> {
    const [dossiers, agencies] = await Promise.all([
      dossiersById(
        context.db,
        steps.map(({ dossierId }) => dossierId)
      ),
      agenciesOf(context.db)
    ])
    const byId = new Map(dossiers.map((dossier) => [dossier.id, dossier]))
    const names = new Map(agencies.items.map(({ id, name }) => [id, name]))
    return steps.flatMap((step) => {
      const dossier = byId.get(step.dossierId)
      return dossier ? [{ step, dossier, leadAgency: dossier.agencyId === step.agencyId ? undefined : names.get(dossier.agencyId) }] : []
    })
  }

  app.get<{ Querystring: Work }>('/xu-ly', async (request, reply) => {
    const { actor, query, locale } = request
    const { db } = context
    await catchUp(context, actor)
    const { filter, away } = await filterOf(request)
    const list = workLists.find((name) => listNames[name] === query.loc) ?? 'mine'
    const { after, before } = cursorsOf(query)
    const [{ items, next }, sizes, oldest, codes, letters] = await Promise.all([
      workIn(db, list, filter, { limit: linesPerPage, after }),
      workSizes(db, filter),
      oldestOfTeam(db, filter),
      proceduresAtWork(db, filter),
      apologiesToWrite(db, reachOf(actor), { officerId: actor.id })
    ])
    const procedureCode = filter.procedureCode ?? ''
    return reply.page(
      workPage({
        ...request.frame({ form: true }),
        ...(await workplaceOf(context, actor)),
        list,
        sizes,
        lines: await linesOf(items),
        oldest: items.length === 0 ? await linesOf(oldest) : [],
        procedures: await namesOfProcedures(db, codes, { on: dayOf(filter.now) }),
        procedureCode,
        substituting: away.map(({ name }) => name),
        letters,
        today: { now: filter.now, calendar: await workingCalendarOf(db, actor.agencyId!), locale },
        ...pageLinks(hrefOf(list, procedureCode), { after: query.sau, before, next })
      })
    )
  })

  app.post<{ Body: Body }>('/xu-ly/nhan', async (request, reply) => {
    const { actor, locale } = request
    const body = request.body ?? {}
    const only = textOf(body, 'only')
    const chosen = (only ? [only] : [body['dossier']].flat())
      .filter((id): id is string => typeof id === 'string' && isUuid(id))
      .slice(0, 100)
    const { taken, gone } = await takeSteps(context, { dossierIds: chosen, by: actor })
    const words = chosen.length === 0 ? workWords.takenNone : gone > 0 ? workWords.takenSome : workWords.takenMany
    const said = fill(words[locale], { taken, gone })
    return reply.flash(gone > 0 || taken === 0 ? 'warn' : 'ok', said).redirect(localPath(textOf(body, 'returnTo'), '/xu-ly'), 303)
  })

  app.get<{ Querystring: { q?: string } }>('/xu-ly/tim', async (request, reply) => {
    const { actor } = request
    const text = (request.query.q ?? '').trim().slice(0, 200)
    const asked = readAsked(text)
    const [own, shared] = await Promise.all([
      searchDossiers(context.db, { asked, reach: reachOf(actor) }),
      searchShared(context.db, { asked, agencyId: actor.agencyId! })
    ])
    const rows = [...own, ...shared.filter((dossier) => answersFor(actor, dossier))]
    return reply.page(workSearchPage({ ...request.frame({ form: true }), ...(await workplaceOf(context, actor)), text, rows }))
  })
}
