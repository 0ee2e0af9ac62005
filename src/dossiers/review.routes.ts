// The last page of a filing: everything once more, the form as it will be printed, and the one press that files it.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { rememberFiler } from '../accounts/actions/remember-person.ts'
import { previewFilledForm } from '../documents/actions/print-filled-form.ts'
import { sayAnswers } from '../forms/saying.ts'
import { textOf } from '../forms/typed.ts'
import { consentsOfDossier } from '../helping/queries.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { problemsOf } from '../web/request.ts'
import { limitTries } from '../web/tries.ts'
import { submitDossier } from './actions/submit-dossier.ts'
import { expectedDay } from './applicant-facts.ts'
import { feesOf, formOf } from './filing-answers.ts'
import { stepOfField } from './filing-check.ts'
import { Form, filed, incomplete, OneDossier, type Opened, openStep, stepFrame } from './filing-step.ts'
import { draftHref, stepHref } from './pages/applicant/filing-frame.ts'
import { fieldNames, reviewPage } from './pages/applicant/review.ts'
import { whatNext } from './pages/applicant/what-next.ts'

type Back = { refusal?: Refusal; declared?: boolean }

export const reviewRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  // Long answers take a second to typeset; nobody reads a page anew every ten.
  const aPrint = limitTries(app, { max: 60, seconds: 600, by: ({ actor }) => `print ${actor.id}` })

  async function review(request: FastifyRequest, opened: Opened, { refusal, declared = false }: Back = {}) {
    const { locale } = request
    const { draft, view, filled, agencyName, files } = opened
    const fees = feesOf({ ...filled, channel: draft.channel, filedOn: filled.facts.today })
    const papers = Object.fromEntries(view.documents.map(({ number, name }) => [`paper.${number}`, name]))
    const problems = problemsOf(refusal, locale, { ...fieldNames(locale), ...papers }).map((problem) => {
      const step = stepOfField(view, problem.field)
      const field = problem.field.replace(/^answers\./, '')
      return step === 'xem-lai' ? problem : { ...problem, href: `${stepHref(draft.id, step)}?ve=xem-lai#${field}` }
    })
    const next = whatNext({ dossier: draft, agencyName, expected: await expectedDay(context, draft), locale })
    const said = sayAnswers(formOf(view), filled.answers, filled.facts, locale)
    return reviewPage({ ...stepFrame(request, opened), said, files, fees, next, problems, declared, refusal })
  }

  app.get('/ho-so/:id/nop/xem-lai', { schema: { params: OneDossier } }, async (request, reply) => {
    const opened = await openStep(context, request)
    return opened ? reply.page(await review(request, opened)) : filed(request, reply)
  })

  app.get('/ho-so/:id/nop/to-khai', { schema: { params: OneDossier } }, async (request, reply) => {
    const opened = await openStep(context, request)
    if (!opened) return filed(request, reply)
    await aPrint(request)
    const bytes = await previewFilledForm(context, opened)
    if (!bytes) return reply.redirect(draftHref(opened.draft.id), 303)
    return reply.type('application/pdf').header('cache-control', 'private, no-store').send(Buffer.from(bytes))
  })

  app.post('/ho-so/:id/nop/xem-lai', { schema: { params: OneDossier, body: Form } }, async (request, reply) => {
    const opened = await openStep(context, request)
    if (!opened) return filed(request, reply)
    const { draft } = opened
    // A helper may be the filer still, though it is the citizen who presses the button.
    const consents = await consentsOfDossier(context.db, draft.id)
    const isHelpers = consents.some(({ helperId, personPhone }) => helperId !== null && personPhone !== draft.filer.phone)
    // Somebody who signed in for the first time had only a phone number for a name.
    const by = { ...request.actor, name: isHelpers ? request.actor.name : draft.filer.name || request.actor.name }
    const declared = textOf(request.body, 'declaration') === 'yes'
    const wrong: FieldErrors = { ...opened.errors, ...(declared ? {} : { declaration: 'DECLARATION_REQUIRED' as const }) }
    const refusal = incomplete(wrong, opened.said)
    if (refusal) return reply.page(await review(request, opened, { refusal, declared }), refusal)
    try {
      await submitDossier(context, { dossierId: draft.id, by })
    } catch (error) {
      // Two presses at once: the first one filed it, and the second sees the same confirmation.
      if (!(error instanceof Refusal && error.code === 'MOVE_NOT_ALLOWED')) throw error
    }
    // What a helper states is not what we know of the citizen, nor the other way round.
    if (request.actor.onBehalfOf || isHelpers) return filed(request, reply)
    const { name: fullName, identityNumber, email, address } = draft.filer
    await rememberFiler(context, { personId: by.id, known: { fullName, identityNumber, email, address } })
    request.session.actor = by
    return filed(request, reply)
  })
}
