// The one-stop desk: the queue, the search, one dossier and everything a clerk may do with it.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Tx } from '../database/client.ts'
import { workingCalendarOf } from '../deadlines/working-calendar.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf, instantAt } from '../kernel/time.ts'
import { confirmAtDesk } from '../payments/actions/collect-cash.ts'
import { procedureVersion } from '../procedures/queries.ts'
import { shipmentsOfDossier } from '../shipments/queries.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { acceptAtDesk } from './actions/accept-at-desk.ts'
import { giveSupplement } from './actions/give-supplement.ts'
import { recordRead } from './actions/record-read.ts'
import { refuseAtDesk } from './actions/refuse-at-desk.ts'
import { requestSupplement } from './actions/request-supplement.ts'
import { handOverAtDesk } from './actions/return-result.ts'
import { withdrawDossier } from './actions/withdraw-dossier.ts'
import { arrivalRoutes } from './arrival.routes.ts'
import { moves } from './lifecycle.ts'
import { cleanDossierCode, readDossierCode } from './numbering.ts'
import { deskDossierPage } from './pages/desk/dossier.ts'
import type { Refused } from './pages/desk/move-form.ts'
import { type ClerkAction, clerkActions, goesByPost } from './pages/desk/moves.ts'
import { deskQueuePage, deskSearchPage } from './pages/desk/queue.ts'
import { type QueueName, queueAt, queueNames, queueSizes, reachOf, searchDossiers } from './queries.ts'
import { cursorsOf, pageLinks } from './queue-cursor.ts'
import { dossierAtWork, readCase } from './staff-case.ts'
import { type FilesOfForm, papersGiven, readFiles, readReasons, requireNoErrors } from './staff-forms.ts'
import type { Dossier } from './store.ts'
import { walkInRoutes } from './walk-in.routes.ts'
import { fill, moveWords } from './words/desk.ts'
import { workplaceOf } from './workplace.ts'

type OneDossier = { Params: { id: string }; Querystring: { giay?: string } }
type Work = { request: FastifyRequest; body: Body; dossier: Dossier & { code: string }; files: FilesOfForm }

const noFiles: FilesOfForm = { files: new Map(), errors: {}, fault: undefined }

export const deskRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  admit(app, ['clerk'])
  await app.register(walkInRoutes)
  await app.register(arrivalRoutes)

  app.get<{ Querystring: { hang?: string; sau?: string; truoc?: string } }>('/quay', async (request, reply) => {
    const agencyId = request.actor.agencyId!
    const queue: QueueName = queueNames.find((name) => name === request.query.hang) ?? 'incoming'
    const now = context.now()
    const filter = { ...reachOf(request.actor), now, endOfDay: instantAt(dayOf(now).add({ days: 1 }), '00:00') }
    const { after, before } = cursorsOf(request.query)
    const [{ items, next }, sizes, calendar, workplace] = await Promise.all([
      queueAt(context.db, { ...filter, queue }, { after }),
      queueSizes(context.db, filter),
      workingCalendarOf(context.db, agencyId),
      workplaceOf(context, request.actor)
    ])
    const links = pageLinks(`/quay?hang=${queue}`, { after: request.query.sau, before, next })
    const today = { now, calendar, locale: request.locale }
    return reply.page(deskQueuePage({ ...request.frame({ form: true }), ...workplace, queue, sizes, rows: items, today, ...links }))
  })

  app.get<{ Querystring: { q?: string } }>('/quay/tim', async (request, reply) => {
    const { actor, locale } = request
    const text = (request.query.q ?? '').trim().slice(0, 200)
    const cleaned = cleanDossierCode(text)
    const rows = text ? await searchDossiers(context.db, { text: readDossierCode(cleaned) ? cleaned : text, reach: reachOf(actor) }) : []
    // The whole code, or its running end: there is nothing to choose from.
    if (rows.length === 1 && /\d{4}$/.test(text) && rows[0]!.code?.endsWith(cleaned.replace(/^[^\d]*H/, 'H')))
      return reply.redirect(`/quay/ho-so/${rows[0]!.id}`, 303)
    const today = { now: context.now(), calendar: await workingCalendarOf(context.db, actor.agencyId!), locale }
    return reply.page(deskSearchPage({ ...request.frame({ form: true }), ...(await workplaceOf(context, actor)), text, rows, today }))
  })

  async function showDossier(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, chosen = 0, refused }: { id: string; chosen?: number; refused?: Refused }
  ) {
    const { actor, locale } = request
    await dossierAtWork(context, id, actor)
    await recordRead(context, { dossierId: id, by: actor })
    const staffCase = await readCase(context, await dossierAtWork(context, id, actor), locale)
    const workplace = await workplaceOf(context, actor, staffCase.agencyName)
    return reply.page(
      deskDossierPage({ ...request.frame({ form: true }), ...workplace, staffCase, base: `/quay/ho-so/${id}`, chosen, refused }),
      refused?.refusal
    )
  }

  app.get<OneDossier>('/quay/ho-so/:id', (request, reply) =>
    showDossier(request, reply, { id: request.params.id, chosen: Number(request.query.giay) || 0 })
  )

  /** What each form does; throws a Refusal when it may not. */
  const work: Record<ClerkAction, (work: Work) => Promise<unknown>> = {
    'tiep-nhan': ({ request, dossier }) => acceptAtDesk(context, { dossierId: dossier.id, by: request.actor }),
    'tu-choi': ({ request, dossier, body }) =>
      refuseAtDesk(context, {
        dossierId: dossier.id,
        by: request.actor,
        reason: textOf(body, 'reason'),
        legalBasis: textOf(body, 'legalBasis')
      }),
    'yeu-cau-bo-sung': async ({ request, dossier, body }) => {
      const { documents } = await procedureVersion(context.db, dossier.procedureVersionId)
      const { reasons, errors } = readReasons(body, documents)
      if (dossier.state === 'submitted') requireNoErrors(errors)
      return requestSupplement(context, { dossierId: dossier.id, by: request.actor, reasons })
    },
    'bo-sung': async ({ request, dossier, body, files }) => {
      const { documents } = await procedureVersion(context.db, dossier.procedureVersionId)
      if (dossier.state === 'awaiting_supplement') requireNoErrors(files.errors, files.fault)
      return giveSupplement(context, {
        dossierId: dossier.id,
        by: request.actor,
        papers: papersGiven(body, documents, files.files),
        note: textOf(body, 'note')
      })
    },
    'thu-phi': ({ request, dossier, body }) =>
      confirmAtDesk(context, { dossierId: dossier.id, by: request.actor, note: textOf(body, 'note') }),
    'tra-ket-qua': async ({ request, dossier, body }) => {
      const check = {
        paper: textOf(body, 'paper'),
        last4: textOf(body, 'last4'),
        receiver: textOf(body, 'receiver'),
        relation: textOf(body, 'relation')
      }
      const isHere = async (tx: Tx, held: Dossier) => {
        if (goesByPost({ dossier: held, parcels: await shipmentsOfDossier(tx, held.id) })) throw new Refusal('NOT_FOR_DESK')
      }
      return handOverAtDesk(context, { dossierId: dossier.id, by: request.actor, check, isHere })
    },
    rut: ({ request, dossier, body }) => {
      const reason = textOf(body, 'reason')
      if (!reason) requireNoErrors({ reason: 'REASON_REQUIRED' })
      return withdrawDossier(context, { dossierId: dossier.id, by: request.actor, reason })
    }
  }

  for (const action of new Set(Object.values(clerkActions))) {
    app.post<OneDossier & { Body: Body }>(`/quay/ho-so/:id/${action}`, async (request, reply) => {
      const { params, actor, uploads } = request
      const body = request.body ?? {}
      const dossier = await dossierAtWork(context, params.id, actor)
      const files =
        uploads.length > 0 || action === 'bo-sung' ? await readFiles(context, { body, uploads, by: actor }, { fields: 'scan.' }) : noFiles
      try {
        await work[action]({ request, body, dossier, files })
      } catch (error) {
        return showDossier(request, reply, {
          id: dossier.id,
          refused: { action, typed: body, refusal: mendable(error), files: files.files }
        })
      }
      const name = (Object.keys(clerkActions) as (keyof typeof clerkActions)[]).find((move) => clerkActions[move] === action)!
      const said =
        action === 'tiep-nhan'
          ? fill(moveWords.accepted[request.locale], { code: dossier.code })
          : fill(moveWords.done[request.locale], { move: moves[name].words[request.locale] })
      return reply.flash('ok', said).redirect(`/quay/ho-so/${dossier.id}`, 303)
    })
  }
}
