// The pages of the procedure's form: each asks what its conditions want, is saved as it is sent, and comes back when an answer asks for more.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ownPlaces } from '../agencies/actions/read-places.ts'
import type { Answers, Form as FormOf, FormPage } from '../forms/definition.ts'
import { prefilled } from '../forms/prefilling.ts'
import { type PageRead, readPage } from '../forms/reading.ts'
import { saidErrors } from '../forms/saying.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { fieldWords } from '../forms/words.ts'
import { Refusal } from '../kernel/refusal.ts'
import { formatTime } from '../kernel/time.ts'
import { type FilingStep, formOf, pageOfStep } from './filing-answers.ts'
import { Form, filed, goOn, keepStep, type Opened, openStep, stepFrame, unlessChanged } from './filing-step.ts'
import { draftHref, stepHref } from './pages/applicant/filing-frame.ts'
import { formPage } from './pages/applicant/form-page.ts'
import { filingWords } from './words/applicant.ts'

const OnePage = Type.Object({ id: Type.String({ maxLength: 40 }), page: Type.Optional(Type.String({ maxLength: 60 })) })

/** The form's page at an address, when the answers have it asked. */
type Asked = { opened: Opened; step: FilingStep; form: FormOf; page: FormPage }

export const answersRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app

  async function openPage(request: FastifyRequest, reply: FastifyReply): Promise<Asked | undefined> {
    const { id, page: pageId } = request.params as { id: string; page?: string }
    const opened = await openStep(context, request)
    const step = pageId === undefined ? 'noi-dung' : `mau/${pageId}`
    const page = opened && pageOfStep(opened.view, step)
    if (opened && page && opened.steps.includes(step)) return { opened, step, form: formOf(opened.view), page }
    // A page that is asked no more leads to what is.
    if (opened) reply.redirect(draftHref(id), 303)
    else filed(request, reply)
    return undefined
  }

  const read = (body: Body, { opened, form, page }: Asked): PageRead =>
    readPage(form, page, body, { answers: opened.draft.answers, facts: opened.filled.facts, places: ownPlaces() })

  /** Keeps the answers of this page only: others may be written to at the same time. */
  function keep(request: FastifyRequest, { opened, step, page }: Asked, { answers }: PageRead) {
    const own: Answers = Object.fromEntries(page.fields.map(({ id }) => [id, answers[id]]))
    return keepStep(context, request, opened, { step, changes: { answers: own } })
  }

  function draw(request: FastifyRequest, asked: Asked, back: { typed?: Answers; refusal?: Refusal | undefined } = {}) {
    const { opened, step, form, page } = asked
    const { facts } = opened.filled
    const { answers, seen } = opened.draft
    // What was known before is filled in once; what was emptied since stays empty.
    const shown = back.typed ?? (seen[step] ? answers : prefilled(form, answers, facts, page))
    return formPage({ ...stepFrame(request, opened), step, form, page, answers: shown, facts, places: ownPlaces(), refusal: back.refusal })
  }

  async function answer(request: FastifyRequest, reply: FastifyReply) {
    const asked = await openPage(request, reply)
    if (!asked) return reply
    const body = request.body as Body
    const { opened, step, form, page } = asked
    const done = read(body, asked)
    const changed = await unlessChanged(() => keep(request, asked, done))
    const after = (await openStep(context, request)) ?? opened
    const now = { opened: after, step, form, page }
    if (changed) return reply.page(draw(request, now, { typed: done.answers, refusal: changed }), changed)
    const here = (anchor: string) => `${stepHref(opened.draft.id, step)}${textOf(body, 've') === 'xem-lai' ? '?ve=xem-lai' : ''}#${anchor}`
    if (done.rowsChanged !== undefined) return reply.redirect(here(done.rowsChanged), 303)
    const isLater = textOf(body, 'after') === 'later'
    if (!isLater && Object.keys(done.errors).length > 0) {
      const said = saidErrors(form, done.errors, done.answers, opened.filled.facts)
      const refusal = new Refusal('FORM_INCOMPLETE', { fields: done.errors, said })
      return reply.page(draw(request, now, { typed: done.answers, refusal }), refusal)
    }
    const [first] = done.appeared
    if (!isLater && first) return reply.flash('info', fieldWords.appeared[request.locale]).redirect(here(first), 303)
    return goOn(request, reply, { step, draftId: opened.draft.id, before: opened, after })
  }

  async function autosave(request: FastifyRequest, reply: FastifyReply) {
    const asked = await openPage(request, reply)
    if (!asked) return reply
    const { at, revision } = await keep(request, asked, read(request.body as Body, asked))
    return { saved: filingWords.saved[request.locale].replace('{time}', formatTime(at)), revision }
  }

  for (const address of ['/ho-so/:id/nop/noi-dung', '/ho-so/:id/nop/mau/:page']) {
    app.get(address, { schema: { params: OnePage } }, async (request, reply) => {
      const asked = await openPage(request, reply)
      return asked ? reply.page(draw(request, asked)) : reply
    })
    app.post(address, { schema: { params: OnePage, body: Form } }, answer)
    app.post(`${address}/tu-luu`, { schema: { params: OnePage, body: Form } }, autosave)
  }
}
