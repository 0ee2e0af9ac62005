// The officer: a tray of work, and one dossier with its decision.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { workingCalendarOf } from '../deadlines/working-calendar.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { dayOf, instantAt } from '../kernel/time.ts'
import { procedureVersion } from '../procedures/queries.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { decide } from './actions/decide.ts'
import { requestPayment, resumeDossier, suspendDossier } from './actions/pause-and-resume.ts'
import { recordRead } from './actions/record-read.ts'
import { requestSupplement } from './actions/request-supplement.ts'
import { takeDossier } from './actions/take-dossier.ts'
import { moves, type State, step } from './lifecycle.ts'
import type { Refused } from './pages/desk/move-form.ts'
import { officerDossierPage } from './pages/officer/dossier.ts'
import { type OfficerMove, officerActions } from './pages/officer/moves.ts'
import { type TrayList, type TrayPart, trayLists, trayPage } from './pages/officer/tray.ts'
import { queueAt, queueSizes, reachOf } from './queries.ts'
import { cursorsOf, pageLinks } from './queue-cursor.ts'
import { dossierAtWork, readCase } from './staff-case.ts'
import { type FilesOfForm, readFiles, readReasons, requireNoErrors } from './staff-forms.ts'
import type { Dossier } from './store.ts'
import { fill, moveWords, trayWords } from './words/desk.ts'
import { workplaceOf } from './workplace.ts'

type OneDossier = { Params: { id: string }; Querystring: { giay?: string } }
type Tray = { bang?: string; sau?: string; truoc?: string }
type Work = { request: FastifyRequest; body: Body; dossier: Dossier & { code: string }; read: FilesOfForm }

const statesOf: Record<TrayList, State[]> = {
  mine: ['in_progress'],
  toTake: ['accepted'],
  waiting: ['suspended', 'awaiting_payment', 'awaiting_supplement']
}
const fileOf: Partial<Record<OfficerMove, string>> = { approve: 'resultFile', refuse_on_merit: 'letterFile' }
const linesPerList = 20

export const officerRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  admit(app, ['officer'])

  async function trayPart(request: FastifyRequest<{ Querystring: Tray }>, name: TrayList): Promise<TrayPart> {
    const { actor, query } = request
    const now = context.now()
    const filter = {
      ...reachOf(actor),
      now,
      endOfDay: instantAt(dayOf(now).add({ days: 1 }), '00:00'),
      states: statesOf[name],
      officerId: actor.id
    }
    // One list is turned at a time; the others stay at their beginning.
    const asked = query.bang === name ? query : {}
    const { after, before } = cursorsOf(asked)
    const [{ items, next }, sizes] = await Promise.all([
      queueAt(context.db, { ...filter, queue: 'open' }, { limit: linesPerList, after }),
      queueSizes(context.db, filter)
    ])
    return { rows: items, size: sizes.open, ...pageLinks(`/xu-ly?bang=${name}`, { after: asked.sau, before, next }) }
  }

  app.get<{ Querystring: Tray }>('/xu-ly', async (request, reply) => {
    const { actor, locale } = request
    const parts = await Promise.all(trayLists.map(async (name) => [name, await trayPart(request, name)] as const))
    const today = { now: context.now(), calendar: await workingCalendarOf(context.db, actor.agencyId!), locale }
    const page = {
      ...request.frame({ form: true }),
      ...(await workplaceOf(context, actor)),
      parts: Object.fromEntries(parts) as Record<TrayList, TrayPart>,
      today
    }
    return reply.page(trayPage(page))
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
      officerDossierPage({ ...request.frame({ form: true }), ...workplace, staffCase, base: `/xu-ly/ho-so/${id}`, chosen, refused }),
      refused?.refusal
    )
  }

  app.get<OneDossier>('/xu-ly/ho-so/:id', (request, reply) =>
    showDossier(request, reply, { id: request.params.id, chosen: Number(request.query.giay) || 0 })
  )

  function decision(kind: 'approved' | 'refused', field: string) {
    return ({ request, dossier, body, read }: Work) => {
      // Said before the fields are looked at: a decision that may not be made needs no corrections.
      step(dossier.state, kind === 'approved' ? 'approve' : 'refuse_on_merit', request.actor.role)
      const typed = { number: textOf(body, 'number'), title: textOf(body, 'title'), reason: textOf(body, 'reason') }
      const errors: FieldErrors = { ...read.errors }
      if (!typed.number) errors['number'] = 'REQUIRED'
      if (!typed.title) errors['title'] = 'REQUIRED'
      if (kind === 'refused' && !typed.reason) errors['reason'] = 'REASON_REQUIRED'
      const file = read.files.get(field)
      if (!file && !errors[field]) {
        if (Object.keys(errors).length === 0) throw new Refusal('RESULT_MISSING', { fields: { [field]: 'REQUIRED' } })
        errors[field] = 'REQUIRED'
      }
      requireNoErrors(errors, read.fault)
      return decide(context, { dossierId: dossier.id, by: request.actor, kind, ...typed, fileId: file!.id })
    }
  }

  const withNote =
    (action: typeof requestPayment) =>
    ({ request, dossier, body }: Work) =>
      action(context, { dossierId: dossier.id, by: request.actor, note: textOf(body, 'note') })

  /** What each form does; throws a Refusal when it may not. */
  const work: Record<OfficerMove, (work: Work) => Promise<unknown>> = {
    take: ({ request, dossier }) => takeDossier(context, { dossierId: dossier.id, by: request.actor }),
    approve: async (given) => decision('approved', fileOf.approve!)(given),
    refuse_on_merit: async (given) => decision('refused', fileOf.refuse_on_merit!)(given),
    ask_supplement: async ({ request, dossier, body }) => {
      const { documents } = await procedureVersion(context.db, dossier.procedureVersionId)
      const { reasons, errors } = readReasons(body, documents)
      if (dossier.state === 'in_progress') requireNoErrors(errors)
      return requestSupplement(context, { dossierId: dossier.id, by: request.actor, reasons })
    },
    request_payment: withNote(requestPayment),
    suspend: withNote(suspendDossier),
    resume: withNote(resumeDossier)
  }

  for (const name of Object.keys(officerActions) as OfficerMove[]) {
    const action = officerActions[name]
    app.post<OneDossier & { Body: Body }>(`/xu-ly/ho-so/:id/${action}`, async (request, reply) => {
      const { params, actor, uploads, locale } = request
      const body = request.body ?? {}
      const dossier = await dossierAtWork(context, params.id, actor)
      const read = await readFiles(context, { body, uploads, by: actor }, { fields: fileOf[name] ?? '', pdfOnly: true })
      try {
        await work[name]({ request, body, dossier, read })
      } catch (error) {
        return showDossier(request, reply, {
          id: dossier.id,
          refused: { action, typed: body, refusal: mendable(error), files: read.files }
        })
      }
      const said =
        name === 'take'
          ? fill(trayWords.taken[locale], { code: dossier.code })
          : fill(moveWords.done[locale], { move: moves[name].words[locale] })
      return reply.flash('ok', said).redirect(`/xu-ly/ho-so/${dossier.id}`, 303)
    })
  }
}
