// Questions from other offices, and those this one asked: the list, one of them, its answer.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { agenciesOf } from '../agencies/queries.ts'
import { workingCalendarOf } from '../deadlines/working-calendar.ts'
import { recordRead } from '../dossiers/actions/record-read.ts'
import { reachOf } from '../dossiers/queries.ts'
import { dossierAtWork } from '../dossiers/staff-case.ts'
import { dossiersById } from '../dossiers/time-queries.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { answerConsultation } from './actions/consult-office.ts'
import { consultationPage, consultationsPage, consultHref, consultNames } from './pages/consultations.ts'
import { type ConsultationList, consultationLists, consultationsAt, findConsultation } from './queries.ts'
import { consultWords } from './words/process.ts'

type One = { Params: { id: string } }

export const consultRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  admit(app, ['officer'])

  const namesOfAgencies = async () => new Map((await agenciesOf(context.db)).items.map(({ id, name }) => [id, name]))

  async function todayOf({ actor, locale }: FastifyRequest) {
    return { now: context.now(), calendar: await workingCalendarOf(context.db, actor.agencyId!), locale }
  }

  app.get<{ Querystring: { loc?: string } }>(consultHref, async (request, reply) => {
    const { actor, query } = request
    const list = consultationLists.find((name) => consultNames[name] === query.loc) ?? 'to_answer'
    const read = await Promise.all(
      consultationLists.map(async (name) => [name, await consultationsAt(context.db, reachOf(actor), name)] as const)
    )
    const about = await dossiersById(context.db, [...new Set(read.flatMap(([, rows]) => rows.map(({ dossierId }) => dossierId)))])
    const byId = new Map(about.map((dossier) => [dossier.id, dossier]))
    // A dossier that has ended wants no answer any more.
    const isWanted = (name: ConsultationList, dossierId: string) => name !== 'to_answer' || !byId.get(dossierId)!.finishedAt
    const all = read.map(([name, rows]) => [name, rows.filter(({ dossierId }) => isWanted(name, dossierId))] as const)
    const rows = all.find(([name]) => name === list)![1]
    return reply.page(
      consultationsPage({
        ...request.frame({ form: true }),
        ...(await workplaceOf(context, actor)),
        list,
        sizes: Object.fromEntries(all.map(([name, { length }]) => [name, length])) as Record<ConsultationList, number>,
        lines: rows.map((asked) => {
          const { code, applicantName } = byId.get(asked.dossierId)!
          return { asked, code: code!, applicantName }
        }),
        agencies: await namesOfAgencies(),
        today: await todayOf(request)
      })
    )
  })

  async function show(
    request: FastifyRequest<One>,
    reply: FastifyReply,
    { typed = '', refusal }: { typed?: string; refusal?: Refusal } = {}
  ) {
    const { actor, params } = request
    const asked = isUuid(params.id) ? await findConsultation(context.db, params.id) : undefined
    if (!asked || ![asked.toAgencyId, asked.fromAgencyId].includes(actor.agencyId!)) throw new Refusal('NOT_YOURS_TO_SEE')
    const dossier = await dossierAtWork(context, asked.dossierId, actor, true)
    await recordRead(context, { dossierId: dossier.id, by: actor })
    return reply.page(
      consultationPage({
        ...request.frame({ form: true }),
        ...(await workplaceOf(context, actor)),
        asked,
        dossier,
        agencies: await namesOfAgencies(),
        mayAnswer: asked.toAgencyId === actor.agencyId,
        today: await todayOf(request),
        typed,
        refusal
      }),
      refusal
    )
  }

  app.get<One>(`${consultHref}/:id`, (request, reply) => show(request, reply))

  app.post<One & { Body: Body }>(`${consultHref}/:id`, async (request, reply) => {
    const { params, actor, locale } = request
    const answer = textOf(request.body ?? {}, 'answer')
    if (!isUuid(params.id)) throw new Refusal('NOT_YOURS_TO_SEE')
    try {
      await answerConsultation(context, { consultationId: params.id, by: actor, answer })
    } catch (error) {
      return show(request, reply, { typed: answer, refusal: mendable(error) })
    }
    return reply.flash('ok', consultWords.answerSent[locale]).redirect(consultHref, 303)
  })
}
