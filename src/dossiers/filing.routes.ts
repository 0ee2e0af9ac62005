// The pages of a filing that every procedure has: how much is left, who files, how the result comes. Each is saved as it is sent.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { type Body, type Values, valuesOf } from '../forms/typed.ts'
import type { FieldErrors, Refusal } from '../kernel/refusal.ts'
import { dayOf, formatTime } from '../kernel/time.ts'
import type { DraftChanges } from './actions/save-draft.ts'
import { answersRoutes } from './answers.routes.ts'
import { wardGroups } from './applicant-facts.ts'
import { errorsOn } from './filing-check.ts'
import { deliveryValues, readDelivery, readWho, whoValues } from './filing-form.ts'
import { Form, filed, goOn, incomplete, keepStep, OneDossier, type Opened, openStep, stepFrame, unlessChanged } from './filing-step.ts'
import { deliveryPage } from './pages/applicant/delivery.ts'
import { taskListPage } from './pages/applicant/task-list.ts'
import { whoPage } from './pages/applicant/who.ts'
import { papersRoutes } from './papers.routes.ts'
import { reviewRoutes } from './review.routes.ts'
import { filingWords } from './words/applicant.ts'

type Read = { changes: DraftChanges; errors: FieldErrors }
type Shown = { values?: Values; refusal?: Refusal }

export const filingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  await app.register(papersRoutes)
  await app.register(answersRoutes)
  await app.register(reviewRoutes)

  app.get('/ho-so/:id/nop', { schema: { params: OneDossier } }, async (request, reply) => {
    const opened = await openStep(context, request)
    return opened ? reply.page(taskListPage(stepFrame(request, opened))) : filed(request, reply)
  })

  type TextStep = 'nguoi-nop' | 'nhan-ket-qua'

  async function pageOf(step: TextStep, request: FastifyRequest, opened: Opened, { values, refusal }: Shown = {}) {
    const frame = { ...stepFrame(request, opened), refusal }
    const { draft } = opened
    if (step === 'nguoi-nop') return whoPage({ ...frame, values: values ?? whoValues(draft) })
    const wards = await wardGroups(context.db, dayOf(context.now()))
    return deliveryPage({ ...frame, wards, values: values ?? deliveryValues(frame.helping ? { ...draft, filer: draft.applicant } : draft) })
  }

  /** A page whose answers are text: shown, saved, checked, shown again with its errors or left behind. */
  function textPage(step: TextStep, read: (body: Body, opened: Opened) => Promise<Read> | Read): void {
    const address = `/ho-so/:id/nop/${step}` as const

    app.get(address, { schema: { params: OneDossier } }, async (request, reply) => {
      const opened = await openStep(context, request)
      return opened ? reply.page(await pageOf(step, request, opened)) : filed(request, reply)
    })

    app.post(address, { schema: { params: OneDossier, body: Form } }, async (request, reply) => {
      const opened = await openStep(context, request)
      if (!opened) return filed(request, reply)
      const { changes, errors } = await read(request.body, opened)
      const changed = await unlessChanged(() => keepStep(context, request, opened, { step, changes }))
      const again = (await openStep(context, request)) ?? opened
      const refusal = changed ?? incomplete({ ...errorsOn(step, again), ...errors })
      if (!changed && (!refusal || (request.body as Body)['after'] === 'later'))
        return goOn(request, reply, { step, draftId: opened.draft.id, before: opened, after: again })
      return reply.page(await pageOf(step, request, again, { values: valuesOf(request.body), ...(refusal && { refusal }) }), refusal)
    })

    app.post(`${address}/tu-luu`, { schema: { params: OneDossier, body: Form } }, async (request, reply) => {
      const opened = await openStep(context, request)
      if (!opened) return filed(request, reply)
      const { changes } = await read(request.body, opened)
      const { at, revision } = await keepStep(context, request, opened, { step, changes })
      return { saved: filingWords.saved[request.locale].replace('{time}', formatTime(at)), revision }
    })
  }

  textPage('nguoi-nop', (body) => readWho(body, dayOf(context.now())))
  textPage('nhan-ket-qua', async (body, { draft, view }) => {
    const groups = await wardGroups(context.db, dayOf(context.now()))
    const names = new Map(groups.flatMap(({ name: district, places }) => places.map(({ code, name }) => [code, `${name}, ${district}`])))
    return readDelivery(body, { wardName: (code) => names.get(code), filer: draft.filer, mayUpload: view.offering.onlineLevel >= 3 })
  })
}
