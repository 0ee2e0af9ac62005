// What is done with the step at hand: taken, sent on, returned, given to a colleague, a question asked, a verification written down.
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { closingInstant } from '../deadlines/calendar.ts'
import { workingCalendarOf } from '../deadlines/working-calendar.ts'
import { shortCode } from '../dossiers/numbering.ts'
import { showOfficerCase } from '../dossiers/officer-case.ts'
import { dossierAtWork } from '../dossiers/staff-case.ts'
import type { Dossier } from '../dossiers/store.ts'
import { fill } from '../dossiers/words/desk.ts'
import { type Body, isDay, textOf } from '../forms/typed.ts'
import { instantAt } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { assignStep } from './actions/assign-step.ts'
import { consultOffice } from './actions/consult-office.ts'
import { recordMeeting } from './actions/record-meeting.ts'
import { returnStep, sendOn } from './actions/send-on.ts'
import { takeStep } from './actions/take-step.ts'
import { type StepAction, stepActions } from './pages/panel.ts'
import { stepWords as words } from './words/process.ts'

type OneDossier = { Params: { id: string } }
type Work = { request: FastifyRequest; dossier: Dossier & { code: string }; body: Body }

const readDay = (text: string): Temporal.PlainDate | undefined =>
  isDay(text) && text.length === 10 ? Temporal.PlainDate.from(text) : undefined

const readTime = (text: string) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : undefined)

export const stepRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  admit(app, ['officer'])

  const idOf = (body: Body, name: string) => (isUuid(textOf(body, name)) ? textOf(body, name) : context.newId())
  const common = ({ request, dossier, body }: Work) => ({ dossierId: dossier.id, stepId: textOf(body, 'stepId'), by: request.actor })

  /** What each form does, and the sentence after it. */
  const works: Record<StepAction, (work: Work) => Promise<string>> = {
    [stepActions.take]: async ({ request, dossier }) => {
      await takeStep(context, { dossierId: dossier.id, by: request.actor })
      return fill(words.taken[request.locale], { code: shortCode(dossier.code) })
    },
    [stepActions.send]: async (work) => {
      await sendOn(context, { ...common(work), note: textOf(work.body, 'note') })
      return words.sent[work.request.locale]
    },
    [stepActions.back]: async (work) => {
      await returnStep(context, { ...common(work), toStepId: textOf(work.body, 'toStepId'), reason: textOf(work.body, 'reason') })
      return words.returned[work.request.locale]
    },
    [stepActions.hand]: async (work) => {
      const name = await assignStep(context, { ...common(work), toId: textOf(work.body, 'toId'), note: textOf(work.body, 'note') })
      return fill(words.handed[work.request.locale], { name })
    },
    [stepActions.consult]: async ({ request, dossier, body }) => {
      const day = readDay(textOf(body, 'dueAt'))
      const { actor, locale } = request
      const dueAt = day && closingInstant(await workingCalendarOf(context.db, actor.agencyId!), day)
      const asked = { agencyCode: textOf(body, 'agencyCode'), question: textOf(body, 'question'), dueAt }
      await consultOffice(context, { id: idOf(body, 'formId'), dossierId: dossier.id, by: actor, ...asked })
      return words.consulted[locale]
    },
    [stepActions.meeting]: async ({ request, dossier, body }) => {
      const [day, time] = [readDay(textOf(body, 'heldAt')), readTime(textOf(body, 'time'))]
      const said = { place: textOf(body, 'place'), participants: textOf(body, 'participants'), content: textOf(body, 'content') }
      const heldAt = day && time ? instantAt(day, time) : undefined
      await recordMeeting(context, { id: idOf(body, 'formId'), dossierId: dossier.id, by: request.actor, heldAt, ...said })
      return words.meetingSaved[request.locale]
    }
  }

  for (const action of Object.values(stepActions)) {
    app.post<OneDossier & { Body: Body }>(`/xu-ly/ho-so/:id/${action}`, async (request, reply) => {
      const { params, actor } = request
      const body = request.body ?? {}
      const dossier = await dossierAtWork(context, params.id, actor, true)
      let said: string
      try {
        said = await works[action]({ request, dossier, body })
      } catch (error) {
        return showOfficerCase(context, request, reply, { id: dossier.id, refused: { action, typed: body, refusal: mendable(error) } })
      }
      return reply.flash('ok', said).redirect(`/xu-ly/ho-so/${dossier.id}`, 303)
    })
  }
}
