// A citizen rates a dossier of theirs whose result was returned, and may change it for some days.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ownDossier } from '../dossiers/applicant-facts.ts'
import { textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { rateDossier } from './actions/rate-dossier.ts'
import { ratedPage, ratingClosedPage, ratingPage } from './pages/rating.ts'
import { findRating } from './queries.ts'
import { checkRating, mayStillMend, mendDays } from './rules.ts'
import type { Rating } from './store.ts'
import { type Points, points, satisfactions } from './types.ts'

const OneDossier = Type.Object({ id: Type.String({ maxLength: 40 }) })
const Form = Type.Record(Type.String(), Type.Unknown())
type Body = Record<string, unknown>

const pointsOf = (text: string): Points | undefined => points.find((one) => String(one) === text)

/** @throws Refusal FORM_INCOMPLETE */
function readRating(body: Body) {
  const read = {
    satisfaction: satisfactions.find((one) => one === textOf(body, 'satisfaction')),
    contacts: pointsOf(textOf(body, 'contacts')),
    agencies: pointsOf(textOf(body, 'agencies')),
    attitude: pointsOf(textOf(body, 'attitude')),
    words: textOf(body, 'words')
  }
  const fields = checkRating(read)
  const { satisfaction, contacts, agencies, attitude, words } = read
  if (!satisfaction || contacts === undefined || agencies === undefined || attitude === undefined || Object.keys(fields).length > 0)
    throw new Refusal('FORM_INCOMPLETE', { fields })
  return { satisfaction, contacts, agencies, attitude, words }
}

const typedOf = (rating: Rating | undefined) => ({
  satisfaction: rating?.satisfaction,
  contacts: rating && String(rating.contacts),
  agencies: rating && String(rating.agencies),
  attitude: rating && String(rating.attitude),
  words: rating?.words
})

export const ratingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  admit(app, ['applicant'])

  app.get('/ho-so/:id/danh-gia', { schema: { params: OneDossier } }, async (request, reply) => {
    const dossier = await ownDossier(context, request.params.id, request.actor)
    if (dossier.state !== 'returned') return reply.redirect(`/ho-so/${dossier.id}`, 303)
    const rated = { dossierId: dossier.id, procedureName: dossier.procedureName }
    const rating = await findRating(context.db, dossier.id)
    if (rating && !mayStillMend(rating.ratedAt, context.now()))
      return reply.page(ratingClosedPage({ ...request.frame(), rated, ratedAt: rating.ratedAt }))
    const mendableUntil = rating?.ratedAt.add({ hours: mendDays * 24 })
    return reply.page(ratingPage({ ...request.frame({ form: true }), form: { ...rated, typed: typedOf(rating), mendableUntil } }))
  })

  app.post('/ho-so/:id/danh-gia', { schema: { params: OneDossier, body: Form } }, async (request, reply) => {
    const { actor: by, body } = request
    const dossier = await ownDossier(context, request.params.id, by)
    try {
      await rateDossier(context, { dossierId: dossier.id, by, ...readRating(body) })
    } catch (error) {
      const refusal = mendable(error)
      const names = ['satisfaction', 'contacts', 'agencies', 'attitude', 'words']
      const typed = Object.fromEntries(names.map((name) => [name, textOf(body, name)]))
      const form = { dossierId: dossier.id, procedureName: dossier.procedureName, typed, refusal }
      return reply.page(ratingPage({ ...request.frame({ form: true }), form }), refusal)
    }
    return reply.redirect(`/ho-so/${dossier.id}/danh-gia/cam-on`, 303)
  })

  app.get('/ho-so/:id/danh-gia/cam-on', { schema: { params: OneDossier } }, async (request, reply) => {
    const dossier = await ownDossier(context, request.params.id, request.actor)
    if (!(await findRating(context.db, dossier.id))) return reply.redirect(`/ho-so/${dossier.id}/danh-gia`, 303)
    return reply.page(ratedPage({ ...request.frame(), rated: { dossierId: dossier.id, procedureName: dossier.procedureName } }))
  })
}
