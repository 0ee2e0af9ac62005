// The one-stop desk: what a clerk may do with one dossier. Lists and search are in desk-home.routes.ts, the check of a new one in check.routes.ts.
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { type Body, textOf } from '../forms/typed.ts'
import { dayOf } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { confirmAtDesk } from '../payments/actions/collect-cash.ts'
import { procedureVersion } from '../procedures/queries.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { acceptAtDesk } from './actions/accept-at-desk.ts'
import { giveSupplement } from './actions/give-supplement.ts'
import { proposeSecondRequest } from './actions/propose-second-request.ts'
import { refuseAtDesk } from './actions/refuse-at-desk.ts'
import { requestSupplement } from './actions/request-supplement.ts'
import { withdrawDossier } from './actions/withdraw-dossier.ts'
import { arrivalRoutes } from './arrival.routes.ts'
import { checkFree, checkRoutes, showDeskCase } from './check.routes.ts'
import { deskHomeRoutes } from './desk-home.routes.ts'
import { moves } from './lifecycle.ts'
import { type ClerkAction, clerkActions } from './pages/desk/moves.ts'
import { supplementRequestsOf } from './queries.ts'
import { dossierAtWork } from './staff-case.ts'
import { type FilesOfForm, noteOfSupplement, papersGiven, readFiles, readRefusal, readRound, requireNoErrors } from './staff-forms.ts'
import type { Dossier } from './store.ts'
import { checkWords } from './words/checking.ts'
import { fill, moveWords } from './words/desk.ts'

type OneDossier = { Params: { id: string }; Querystring: { giay?: string } }
type Work = { request: FastifyRequest; body: Body; dossier: Dossier & { code: string }; files: FilesOfForm }

const noFiles: FilesOfForm = { files: new Map(), errors: {}, fault: undefined }

export const deskRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  admit(app, ['clerk'])
  await app.register(deskHomeRoutes)
  await app.register(arrivalRoutes)
  await app.register(checkRoutes)

  /** What each form does; throws a Refusal when it may not. */
  const work: Record<ClerkAction, (work: Work) => Promise<unknown>> = {
    'tiep-nhan': ({ request, dossier }) => acceptAtDesk(context, { dossierId: dossier.id, by: request.actor }),
    'tu-choi': ({ request, dossier, body }) =>
      refuseAtDesk(context, {
        dossierId: dossier.id,
        by: request.actor,
        ...readRefusal(body, dayOf(context.now()))
      }),
    'yeu-cau-bo-sung': async ({ request, dossier, body }) => {
      const { documents } = await procedureVersion(context.db, dossier.procedureVersionId)
      const asked = { dossierId: dossier.id, by: request.actor, reasons: readRound(body, documents) }
      if (dossier.supplementsAsked === 0 || dossier.state !== 'submitted') return requestSupplement(context, asked)
      const formId = textOf(body, 'formId')
      return proposeSecondRequest(context, { ...asked, why: textOf(body, 'why'), ...(isUuid(formId) && { formId }) })
    },
    'bo-sung': async ({ request, dossier, body, files }) => {
      const { documents } = await procedureVersion(context.db, dossier.procedureVersionId)
      if (dossier.state === 'awaiting_supplement') requireNoErrors(files.errors, files.fault)
      return giveSupplement(context, {
        dossierId: dossier.id,
        by: request.actor,
        papers: papersGiven(body, documents, files.files),
        note: noteOfSupplement(body, await supplementRequestsOf(context.db, dossier.id))
      })
    },
    'thu-phi': ({ request, dossier, body }) =>
      confirmAtDesk(context, { dossierId: dossier.id, by: request.actor, note: textOf(body, 'note') }),
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
        await checkFree(context, request, dossier)
        await work[action]({ request, body, dossier, files })
      } catch (error) {
        return showDeskCase(context, request, reply, {
          id: dossier.id,
          refused: { action, typed: body, refusal: mendable(error), files: files.files }
        })
      }
      const name = (Object.keys(clerkActions) as (keyof typeof clerkActions)[]).find((move) => clerkActions[move] === action)!
      const isProposal = action === 'yeu-cau-bo-sung' && dossier.supplementsAsked > 0
      const said = isProposal
        ? checkWords.proposed[request.locale]
        : action === 'tiep-nhan'
          ? fill(moveWords.accepted[request.locale], { code: dossier.code })
          : fill(moveWords.done[request.locale], { move: moves[name].words[request.locale] })
      return reply.flash('ok', said).redirect(`/quay/ho-so/${dossier.id}`, 303)
    })
  }
}
