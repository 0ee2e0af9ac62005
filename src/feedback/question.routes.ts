// Questions at the public door: the released ones to read and search, a form to ask, one question at its own address.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { maskPhone, parsePhone } from '../accounts/rules.ts'
import { getAgencyById } from '../agencies/queries.ts'
import { textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { askQuestion } from './actions/answer-question.ts'
import { isReadable } from './lifecycle.ts'
import { askPage, questionPage, questionsPage } from './pages/question.ts'
import { findQuestion, officeGroups, releasedQuestions } from './queries.ts'
import { checkQuestion } from './rules.ts'
import { contactOf, formKeyOf, isAskedBy, knownContact, limitSending, ownerOf, senderOf } from './sender.routes.ts'
import type { Question } from './store.ts'
import { questionWords } from './words/citizen.ts'

const text = Type.String({ default: '', maxLength: 200 })
const Form = Type.Record(Type.String(), Type.Unknown())
const perPage = 20

const instantOf = (typed: string): Temporal.Instant | undefined => {
  // A year of four digits: the others are instants too, but none that the database can hold.
  if (!/^[1-9]\d{3}-/.test(typed)) return undefined
  try {
    return Temporal.Instant.from(typed)
  } catch {
    return undefined
  }
}

export const questionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'anybody')
  const { context } = app
  const { db } = context
  const limitSends = limitSending(app)
  const groups = () => officeGroups(db, dayOf(context.now()))
  const withAgency = async (question: Question) => ({ ...question, agencyName: (await getAgencyById(db, question.agencyId)).name })

  app.get('/hoi-dap', { schema: { querystring: Type.Object({ q: text, truoc: text }) } }, async (request, reply) => {
    const { q, truoc } = request.query
    const found = await releasedQuestions(db, { text: q, limit: perPage, before: instantOf(truoc) })
    const questions = await Promise.all(found.slice(0, perPage).map(withAgency))
    const last = questions.at(-1)?.releasedAt
    const older = found.length > perPage && last ? `/hoi-dap?${new URLSearchParams({ q, truoc: last.toString() })}` : undefined
    return reply.page(questionsPage({ ...request.frame(), list: { questions, text: q, older } }))
  })

  app.get('/hoi-dap/gui', async (request, reply) => {
    // Known from the empty form on: two presses at once belong to the same sender.
    ownerOf(request)
    const form = { typed: await knownContact(request), formKey: formKeyOf(request), groups: await groups() }
    return reply.page(askPage({ ...request.frame({ form: true }), form }))
  })

  app.post('/hoi-dap/gui', { schema: { body: Form } }, async (request, reply) => {
    const { body } = request
    const formKey = formKeyOf(request, body)
    const offices = await groups()
    const contact = contactOf(body)
    let question: Question
    try {
      await limitSends.byAddress(request)
      const agency = offices.flatMap(({ places }) => places).find((place) => place.code === textOf(body, 'agency'))
      const asked = { subject: textOf(body, 'subject').replace(/\s+/g, ' '), text: textOf(body, 'text') }
      const fields = checkQuestion({ ...contact, ...asked, agency: agency?.code ?? '' })
      if (!agency || Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
      await limitSends.byPhone(request)
      question = await askQuestion(context, { sender: senderOf(request, contact), formKey, agencyId: agency.id, ...asked })
    } catch (error) {
      const refusal = mendable(error)
      const typed = Object.fromEntries(['agency', 'subject', 'text', 'name', 'phone', 'email'].map((name) => [name, textOf(body, name)]))
      return reply.page(askPage({ ...request.frame({ form: true }), form: { typed, refusal, formKey, groups: offices } }), refusal)
    }
    const said = questionWords.sent[request.locale].replace('{phone}', maskPhone(parsePhone(contact.phone)!))
    return reply.flash('ok', said).redirect(`/hoi-dap/${question.id}`, 303)
  })

  app.get('/hoi-dap/:id', { schema: { params: Type.Object({ id: Type.String({ maxLength: 40 }) }) } }, async (request, reply) => {
    const { id } = request.params
    const question = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? await findQuestion(db, id) : undefined
    if (!question || !(isReadable(question) || (await isAskedBy(request, question)))) throw new Refusal('QUESTION_NOT_FOUND')
    return reply.page(questionPage({ ...request.frame(), question: await withAgency(question) }))
  })
}
