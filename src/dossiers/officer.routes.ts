// The officer decides: yes, no, not yet; each in the step that may. Their lists and the steps themselves are processing's.
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { procedureVersion } from '../procedures/queries.ts'
import { inStep } from '../processing/actions/in-step.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { decide } from './actions/decide.ts'
import { requestPayment, resumeDossier, suspendDossier } from './actions/pause-and-resume.ts'
import { proposeSecondRequest } from './actions/propose-second-request.ts'
import { requestSupplement } from './actions/request-supplement.ts'
import { moves, step } from './lifecycle.ts'
import { showOfficerCase } from './officer-case.ts'
import { decisionOf, type OfficerMove, officerActions } from './pages/officer/moves.ts'
import { dossierAtWork } from './staff-case.ts'
import { type FilesOfForm, readFiles, readReasons, requireNoErrors } from './staff-forms.ts'
import type { Dossier } from './store.ts'
import { checkWords } from './words/checking.ts'
import { fill, moveWords } from './words/desk.ts'

type OneDossier = { Params: { id: string }; Querystring: { giay?: string } }
/** `inside` holds the transaction in which the step was checked. */
type Work = { inside: Context; request: FastifyRequest; body: Body; dossier: Dossier & { code: string }; read: FilesOfForm }

const fileOf: Partial<Record<OfficerMove, string>> = { approve: 'resultFile', refuse_on_merit: 'letterFile' }

export const officerRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  admit(app, ['officer'])

  app.get<OneDossier>('/xu-ly/ho-so/:id', (request, reply) =>
    showOfficerCase(context, request, reply, { id: request.params.id, chosen: Number(request.query.giay) || 0 })
  )

  function decision(kind: 'approved' | 'refused', field: string) {
    return ({ inside, request, dossier, body, read }: Work) => {
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
      return decide(inside, { dossierId: dossier.id, by: request.actor, kind, ...typed, fileId: file!.id })
    }
  }

  const withNote =
    (action: typeof requestPayment) =>
    ({ inside, request, dossier, body }: Work) =>
      action(inside, { dossierId: dossier.id, by: request.actor, note: textOf(body, 'note') })

  /** What each form does; throws a Refusal when it may not. */
  const work: Record<OfficerMove, (work: Work) => Promise<unknown>> = {
    approve: async (given) => decision('approved', fileOf.approve!)(given),
    refuse_on_merit: async (given) => decision('refused', fileOf.refuse_on_merit!)(given),
    ask_supplement: async ({ inside, request, dossier, body }) => {
      const { documents } = await procedureVersion(context.db, dossier.procedureVersionId)
      const { reasons, errors } = readReasons(body, documents)
      if (dossier.state === 'in_progress') requireNoErrors(errors)
      const asked = { dossierId: dossier.id, by: request.actor, reasons }
      if (dossier.supplementsAsked === 0 || dossier.state !== 'in_progress') return requestSupplement(inside, asked)
      return proposeSecondRequest(inside, { ...asked, why: textOf(body, 'why') })
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
        await inStep(context, { dossierId: dossier.id, by: actor, decision: decisionOf[name] }, (inside) =>
          work[name]({ inside, request, body, dossier, read })
        )
      } catch (error) {
        return showOfficerCase(context, request, reply, {
          id: dossier.id,
          refused: { action, typed: body, refusal: mendable(error), files: read.files }
        })
      }
      const isProposal = name === 'ask_supplement' && dossier.supplementsAsked > 0
      const said = isProposal ? checkWords.proposed[locale] : fill(moveWords.done[locale], { move: moves[name].words[locale] })
      return reply.flash('ok', said).redirect(`/xu-ly/ho-so/${dossier.id}`, 303)
    })
  }
}
