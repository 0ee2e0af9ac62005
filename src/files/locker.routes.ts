// "Giấy tờ của tôi": nothing gets in here by itself; a person keeps a filed paper by ticking that it may be kept.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { papersGivenBy } from '../dossiers/queries.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { admit } from '../web/guard.ts'
import { correctOwnPaper, deleteOwnPaper, keepOwnPaper } from './actions/own-papers.ts'
import { readFacts, typedIn, typedOf } from './locker-form.ts'
import { type GivenPaper, lockerHref, lockerPage, type OwnPaper, ownPaperPage, removePage } from './pages/locker.ts'
import { filesOf, findLockerPaper, lockerOf } from './queries.ts'
import { lockerWords as words } from './words.ts'

const OnePaper = Type.Object({ id: Type.String({ maxLength: 40 }) })
const Form = Type.Record(Type.String(), Type.Unknown())

const refusalOf = (fields: FieldErrors) => (Object.keys(fields).length > 0 ? new Refusal('FORM_INCOMPLETE', { fields }) : undefined)

export const lockerRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['applicant'])
  const today = () => dayOf(context.now())

  /** What is kept with the open dossiers that hold the same bytes, and filed papers that could be kept. */
  async function papersOf(personId: string): Promise<{ own: OwnPaper[]; given: GivenPaper[] }> {
    const [kept, papers] = await Promise.all([lockerOf(db, personId), papersGivenBy(db, personId)])
    const rows = await filesOf(db, [...new Set(papers.map(({ fileId }) => fileId))])
    const hashes = new Map(rows.map(({ id, sha256 }) => [id, sha256]))
    const used = papers.map((paper) => ({ ...paper, sha256: hashes.get(paper.fileId) }))
    const own = kept.map((paper) => {
      const open = used.filter(({ sha256, finishedAt }) => sha256 === paper.sha256 && !finishedAt)
      return { ...paper, usedBy: [...new Map(open.map((one) => [one.dossierId, one])).values()] }
    })
    const known = new Set(kept.map(({ sha256 }) => sha256))
    const given = new Map<string, GivenPaper>()
    for (const { sha256, fileId, name, code } of used)
      if (sha256 && code && !known.has(sha256) && !given.has(sha256)) given.set(sha256, { fileId, name, code })
    return { own, given: [...given.values()] }
  }

  /** Somebody else's paper is not to be told from none. @throws Refusal FILE_NOT_FOUND */
  async function ownPaper({ actor, params }: FastifyRequest): Promise<OwnPaper> {
    const { id } = params as { id: string }
    const found = (await papersOf(actor.id)).own.find((paper) => paper.id === id)
    if (!found) throw new Refusal('FILE_NOT_FOUND')
    return found
  }

  /** A paper the person has filed; keeping one that was never filed would make this a drive for anything. @throws Refusal FILE_NOT_FOUND */
  async function givenPaper({ actor, params }: FastifyRequest): Promise<GivenPaper> {
    const { id } = params as { id: string }
    const found = (await papersOf(actor.id)).given.find(({ fileId }) => fileId === id)
    if (!found) throw new Refusal('FILE_NOT_FOUND')
    return found
  }

  app.get(lockerHref, async (request, reply) =>
    reply.page(lockerPage({ ...request.frame(), ...(await papersOf(request.actor.id)), today: today() }))
  )

  const keepForm = (request: FastifyRequest, fileId: string) => ({
    ...request.frame({ form: true }),
    action: `${lockerHref}/giu/${fileId}`,
    fileId,
    asksConsent: true
  })

  app.get(`${lockerHref}/giu/:id`, { schema: { params: OnePaper } }, async (request, reply) => {
    const { fileId, name } = await givenPaper(request)
    return reply.page(ownPaperPage({ ...keepForm(request, fileId), typed: { name } }))
  })

  app.post(`${lockerHref}/giu/:id`, { schema: { params: OnePaper, body: Form } }, async (request, reply) => {
    const { actor, body, locale } = request
    const { own, given } = await papersOf(actor.id)
    const paper = given.find(({ fileId }) => fileId === request.params.id)
    // Pressed twice: the first press kept it, and it is no longer among those to keep.
    if (!paper && isUuid(request.params.id) && own.length > 0) return reply.redirect(lockerHref, 303)
    if (!paper) throw new Refusal('FILE_NOT_FOUND')
    const { facts, errors } = readFacts(body, today())
    if (body['consent'] !== 'yes') errors['consent'] = 'CONSENT_REQUIRED'
    const refusal = refusalOf(errors)
    if (refusal) return reply.page(ownPaperPage({ ...keepForm(request, paper.fileId), typed: typedIn(body), refusal }), refusal)
    await keepOwnPaper(context, { fileId: paper.fileId, personId: actor.id, facts })
    return reply.flash('ok', words.kept[locale].replace('{name}', facts.name)).redirect(lockerHref, 303)
  })

  const editForm = (request: FastifyRequest, { id, fileId }: { id: string; fileId: string }) => ({
    ...request.frame({ form: true }),
    action: `${lockerHref}/${id}/sua`,
    fileId,
    asksConsent: false
  })

  app.get(`${lockerHref}/:id/sua`, { schema: { params: OnePaper } }, async (request, reply) => {
    const paper = await ownPaper(request)
    return reply.page(ownPaperPage({ ...editForm(request, paper), typed: typedOf(paper) }))
  })

  app.post(`${lockerHref}/:id/sua`, { schema: { params: OnePaper, body: Form } }, async (request, reply) => {
    const paper = await ownPaper(request)
    const { facts, errors } = readFacts(request.body, today())
    const refusal = refusalOf(errors)
    if (refusal) return reply.page(ownPaperPage({ ...editForm(request, paper), typed: typedIn(request.body), refusal }), refusal)
    await correctOwnPaper(context, { id: paper.id, personId: request.actor.id, facts })
    return reply.flash('ok', words.saved[request.locale]).redirect(lockerHref, 303)
  })

  app.get(`${lockerHref}/:id/bo`, { schema: { params: OnePaper } }, async (request, reply) =>
    reply.page(removePage({ ...request.frame({ form: true }), paper: await ownPaper(request) }))
  )

  app.post(`${lockerHref}/:id/bo`, { schema: { params: OnePaper, body: Form } }, async (request, reply) => {
    const { actor, params } = request
    const own = { id: isUuid(params.id) ? params.id : '', personId: actor.id }
    const paper = own.id ? await findLockerPaper(db, own) : undefined
    if (!paper) return reply.redirect(lockerHref, 303)
    await deleteOwnPaper(context, own)
    return reply.flash('ok', words.removed[request.locale].replace('{name}', paper.name)).redirect(lockerHref, 303)
  })
}
