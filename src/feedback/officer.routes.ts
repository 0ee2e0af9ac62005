// An officer and what people say to the agency: petitions to settle, questions to answer and release, the quarter's ratings.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { fill } from '../dossiers/words/desk.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { textOf } from '../forms/typed.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { dayOf, instantAt } from '../kernel/time.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { answerQuestion, releaseQuestion, takeBackQuestion } from './actions/answer-question.ts'
import { answerPetition, declinePetition, forwardPetition } from './actions/settle-petition.ts'
import { type QuestionState, questionStates } from './lifecycle.ts'
import { petitionAtWorkPage, petitionTrayPage, questionAtWorkPage, questionTrayPage, type Refused } from './pages/officer.ts'
import { ratingsPage } from './pages/ratings.ts'
import { petitionFacts, replyPetitionFile } from './petition.routes.ts'
import {
  complaintsAbout,
  findPetition,
  findQuestion,
  officeGroups,
  petitionFigures,
  petitionsAt,
  questionsAt,
  ratingsAt
} from './queries.ts'
import { attitudePoints, average, longestText, officerGrade, petitionPoints, quarterOf } from './rules.ts'
import type { Petition, Question } from './store.ts'
import { findings, satisfactions } from './types.ts'
import { trayWords } from './words/officer.ts'

const OneId = Type.Object({ id: Type.String({ maxLength: 40 }) })
const Form = Type.Record(Type.String(), Type.Unknown())
const text = Type.String({ default: '', maxLength: 200 })
type Body = Record<string, unknown>

const isId = (one: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(one)

/** @throws Refusal FORM_INCOMPLETE */
function requireTexts(body: Body, ...names: string[]): void {
  const fields: FieldErrors = {}
  for (const name of names) {
    const typed = textOf(body, name)
    if (!typed) fields[name] = 'REQUIRED'
    else if (typed.length > longestText) fields[name] = 'TOO_LONG'
  }
  if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
}

const typedIn = (body: Body) => Object.fromEntries(Object.keys(body).map((name) => [name, textOf(body, name)]))

export const feedbackOfficerRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['officer'])

  const groups = () => officeGroups(db, dayOf(context.now()))

  app.get('/xu-ly/phan-anh', { schema: { querystring: Type.Object({ xong: text }) } }, async (request, reply) => {
    const { actor, query } = request
    const open = query.xong !== '1'
    const tray = { open, petitions: await petitionsAt(db, actor.agencyId!, { open }), now: context.now() }
    return reply.page(petitionTrayPage({ ...request.frame({ form: true }), ...(await workplaceOf(context, actor)), tray }))
  })

  /** @throws Refusal PETITION_NOT_FOUND, also for another agency's */
  async function petitionAtWork({ actor, params }: FastifyRequest): Promise<Petition> {
    const { id } = params as { id: string }
    const petition = isId(id) ? await findPetition(db, id) : undefined
    if (!petition || petition.agencyId !== actor.agencyId) throw new Refusal('PETITION_NOT_FOUND')
    return petition
  }

  async function showPetition(request: FastifyRequest, reply: FastifyReply, refused?: Refused) {
    const petition = await petitionAtWork(request)
    const facts = await petitionFacts(context, petition)
    const workplace = await workplaceOf(context, request.actor, facts.agencyName)
    const base = `/xu-ly/phan-anh/${petition.id}`
    const page = { ...request.frame({ form: true }), ...workplace, facts, base, groups: await groups(), refused }
    return reply.page(petitionAtWorkPage(page), refused?.refusal)
  }

  app.get('/xu-ly/phan-anh/:id', { schema: { params: OneId } }, (request, reply) => showPetition(request, reply))

  app.get(
    '/xu-ly/phan-anh/:id/tep/:fileId',
    { schema: { params: Type.Object({ id: Type.String({ maxLength: 40 }), fileId: Type.String({ maxLength: 40 }) }) } },
    async (request, reply) => replyPetitionFile(context, reply, await petitionAtWork(request), request.params.fileId)
  )

  type Settle = (request: FastifyRequest, petition: Petition, body: Body) => Promise<unknown>

  const settle: Record<string, { work: Settle; done: keyof typeof trayWords }> = {
    'tra-loi': {
      done: 'answered',
      work: ({ actor: by }, { id: petitionId, kind }, body) => {
        const finding = findings.find((one) => one === textOf(body, 'finding'))
        if (kind === 'conduct' && !finding) throw new Refusal('FORM_INCOMPLETE', { fields: { finding: 'ANSWER_REQUIRED' } })
        requireTexts(body, 'answer')
        return answerPetition(context, { petitionId, by, answer: textOf(body, 'answer'), finding })
      }
    },
    chuyen: {
      done: 'forwarded',
      work: async ({ actor: by }, { id: petitionId }, body) => {
        const agency = (await groups()).flatMap(({ places }) => places).find(({ code }) => code === textOf(body, 'agency'))
        if (!agency) throw new Refusal('FORM_INCOMPLETE', { fields: { agency: 'OFFICE_REQUIRED' } })
        requireTexts(body, 'note')
        return forwardPetition(context, { petitionId, by, agencyId: agency.id, note: textOf(body, 'note') })
      }
    },
    'khong-giai-quyet': {
      done: 'declinedDone',
      work: async ({ actor: by }, { id: petitionId }, body) => {
        requireTexts(body, 'reason')
        return declinePetition(context, { petitionId, by, reason: textOf(body, 'reason') })
      }
    }
  }

  for (const [action, { work, done }] of Object.entries(settle)) {
    app.post(`/xu-ly/phan-anh/:id/${action}`, { schema: { params: OneId, body: Form } }, async (request, reply) => {
      const body = request.body as Body
      const petition = await petitionAtWork(request)
      try {
        await work(request, petition, body)
      } catch (error) {
        return showPetition(request, reply, { action, typed: typedIn(body), refusal: mendable(error) })
      }
      return reply
        .flash('ok', fill(trayWords[done][request.locale], { number: petition.number }))
        .redirect(action === 'chuyen' ? '/xu-ly/phan-anh' : `/xu-ly/phan-anh/${petition.id}`, 303)
    })
  }

  app.get('/xu-ly/hoi-dap', { schema: { querystring: Type.Object({ loai: text }) } }, async (request, reply) => {
    const { actor, query } = request
    const state: QuestionState = questionStates.find((one) => one === query.loai) ?? 'asked'
    const questions = await questionsAt(db, actor.agencyId!, state)
    return reply.page(questionTrayPage({ ...request.frame({ form: true }), ...(await workplaceOf(context, actor)), state, questions }))
  })

  /** @throws Refusal QUESTION_NOT_FOUND, also for another agency's */
  async function questionAtWork({ actor, params }: FastifyRequest): Promise<Question> {
    const { id } = params as { id: string }
    const question = isId(id) ? await findQuestion(db, id) : undefined
    if (!question || question.agencyId !== actor.agencyId) throw new Refusal('QUESTION_NOT_FOUND')
    return question
  }

  async function showQuestion(request: FastifyRequest, reply: FastifyReply, refused?: Refused) {
    const question = await questionAtWork(request)
    const workplace = await workplaceOf(context, request.actor)
    const base = `/xu-ly/hoi-dap/${question.id}`
    return reply.page(questionAtWorkPage({ ...request.frame({ form: true }), ...workplace, question, base, refused }), refused?.refusal)
  }

  app.get('/xu-ly/hoi-dap/:id', { schema: { params: OneId } }, (request, reply) => showQuestion(request, reply))

  const edit: Record<
    string,
    { work: (request: FastifyRequest, questionId: string, body: Body) => Promise<unknown>; done: keyof typeof trayWords }
  > = {
    'tra-loi': {
      done: 'answerSaved',
      work: async ({ actor: by }, questionId, body) => {
        requireTexts(body, 'answer')
        return answerQuestion(context, { questionId, by, answer: textOf(body, 'answer') })
      }
    },
    'cong-khai': {
      done: 'releasedDone',
      work: async ({ actor: by }, questionId, body) => {
        requireTexts(body, 'publicSubject', 'publicText')
        const publicSubject = textOf(body, 'publicSubject')
        return releaseQuestion(context, { questionId, by, publicSubject, publicText: textOf(body, 'publicText') })
      }
    },
    'thoi-cong-khai': { done: 'takenBack', work: ({ actor: by }, questionId) => takeBackQuestion(context, { questionId, by }) }
  }

  for (const [action, { work, done }] of Object.entries(edit)) {
    app.post(`/xu-ly/hoi-dap/:id/${action}`, { schema: { params: OneId, body: Form } }, async (request, reply) => {
      const body = request.body as Body
      const { id } = await questionAtWork(request)
      try {
        await work(request, id, body)
      } catch (error) {
        return showQuestion(request, reply, { action, typed: typedIn(body), refusal: mendable(error) })
      }
      return reply.flash('ok', trayWords[done][request.locale]).redirect(`/xu-ly/hoi-dap/${id}`, 303)
    })
  }

  app.get('/xu-ly/danh-gia', async (request, reply) => {
    const { actor } = request
    const { from, until } = quarterOf(dayOf(context.now()))
    const span = { agencyId: actor.agencyId!, from: instantAt(from, '00:00'), until: instantAt(until, '00:00') }
    const [given, all] = await Promise.all([ratingsAt(db, span), petitionFigures(db, { ...span, now: context.now() })])
    const complaints = await complaintsAbout(
      db,
      given.map(({ dossierId }) => dossierId)
    )
    const seventh = given.map(({ dossierId, attitude, totalTime }) =>
      attitudePoints(attitude, { time: totalTime ?? undefined, complaints: complaints.get(dossierId) ?? 0 })
    )
    const criteria = {
      c1: average(given.map(({ totalTime }) => totalTime)),
      c2: average(given.map(({ eachOffice }) => eachOffice)),
      c3: average(given.map(({ contacts }) => contacts)),
      c4: average(given.map(({ agencies }) => agencies)),
      c7: average(seventh)
    }
    const sum = Math.round(Object.values(criteria).reduce<number>((total, one) => total + (one ?? 0), 0) * 10) / 10
    const satisfied = Object.fromEntries(satisfactions.map((name) => [name, given.filter((one) => one.satisfaction === name).length]))
    const figures = {
      quarter: { quarter: Math.ceil(from.month / 3), year: from.year },
      count: given.length,
      criteria,
      c8: { points: petitionPoints(all), ...all },
      sum,
      grade: officerGrade(sum),
      satisfied: satisfied as Record<(typeof satisfactions)[number], number>,
      words: given.flatMap(({ words }) => (words ? [words] : []))
    }
    return reply.page(ratingsPage({ ...request.frame({ form: true }), ...(await workplaceOf(context, actor)), figures }))
  })
}
