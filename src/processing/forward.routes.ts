// The desk's watch list: what must still be passed on today, and answers that did not come in time.
import type { FastifyPluginAsync } from 'fastify'
import { agenciesOf } from '../agencies/queries.ts'
import { reachOf } from '../dossiers/queries.ts'
import { dossiersById } from '../dossiers/time-queries.ts'
import { fill } from '../dossiers/words/desk.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import { admit } from '../web/guard.ts'
import { noteLateAnswer } from './actions/consult-office.ts'
import { forwardDossier } from './actions/forward-dossier.ts'
import { catchUp } from './at-work.ts'
import { forwardingPage } from './pages/forwarding.ts'
import { escalatedConsultations, notForwarded } from './queries.ts'
import { forwardWords, workWords } from './words/process.ts'

export const forwardRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  admit(app, ['clerk'])

  app.get('/quay/chuyen', async (request, reply) => {
    const { actor } = request
    const { db } = context
    await catchUp(context, actor)
    const reach = reachOf(actor)
    const now = context.now()
    const [waiting, late, agencies] = await Promise.all([notForwarded(db, reach, now), escalatedConsultations(db, reach), agenciesOf(db)])
    const rows = await dossiersById(
      db,
      [...waiting, ...late].map(({ dossierId }) => dossierId)
    )
    const about = new Map(rows.map(({ id, code, applicantName, procedureName }) => [id, { code: code!, applicantName, procedureName }]))
    return reply.page(
      forwardingPage({
        ...request.frame({ form: true }),
        ...(await workplaceOf(context, actor)),
        waiting: waiting.map((one) => ({ ...one, ...about.get(one.dossierId)! })),
        late: late.map((one) => ({ ...one, ...about.get(one.dossierId)! })),
        agencies: new Map(agencies.items.map(({ id, name }) => [id, name])),
        now,
        mayNote: actor.role === 'supervisor'
      })
    )
  })

  app.post<{ Body: Body }>('/quay/chuyen', async (request, reply) => {
    const { actor, locale } = request
    const body = request.body ?? {}
    const only = textOf(body, 'only')
    const chosen = (only ? [only] : [body['dossier']].flat()).filter((id): id is string => typeof id === 'string' && isUuid(id))
    for (const dossierId of new Set(chosen)) await forwardDossier(context, { dossierId, by: actor })
    const said = chosen.length > 0 ? fill(forwardWords.done[locale], { n: new Set(chosen).size }) : workWords.takenNone[locale]
    return reply.flash(chosen.length > 0 ? 'ok' : 'warn', said).redirect('/quay/chuyen', 303)
  })

  app.post<{ Body: Body }>('/quay/chuyen/tra-loi-muon', async (request, reply) => {
    const { actor, locale } = request
    // Told to the head of the desk (NĐ 61/2018 Đ19.5), so the head says that it was heard.
    if (actor.role !== 'supervisor') throw new Refusal('NOT_YOURS_TO_DO')
    const consultationId = textOf(request.body ?? {}, 'consultation')
    if (!isUuid(consultationId)) throw new Refusal('NOT_YOURS_TO_SEE')
    await noteLateAnswer(context, { consultationId, by: actor })
    return reply.flash('ok', forwardWords.notedDone[locale]).redirect('/quay/chuyen', 303)
  })
}
