// The officer drafts a result and the colleague reads it: one page for each dossier's draft, one list for the agency.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { dossierAtWork } from '../dossiers/staff-case.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { beginDraft, moveDraft, type PlainMove, saveDraftText, templateInForce } from './actions/draft-result.ts'
import { paperOfDraft } from './actions/paper.ts'
import { beginPage, draftPage } from './pages/draft.ts'
import { type DraftList, draftAddress, draftLists, draftsPage } from './pages/drafts.ts'
import { draftOf, draftsAt, resultOfDossier, stepsOfDraft } from './queries.ts'
import { type ResultKind, resultKinds } from './rules.ts'
import type { Values } from './types.ts'
import { draftWords as words } from './words/drafting.ts'

const OneDossier = Type.Object({ id: Type.String({ maxLength: 40 }) })
const Form = Type.Record(Type.String(), Type.Unknown())
const tooLong = 8000

type Body = Record<string, unknown>
type Again = { typed?: { values: Values; title: string }; refused: { action: string; refusal: Refusal; note?: string } }

/** The boxes of a draft's form, by their own names. */
const valuesOf = (body: Body): Values =>
  Object.fromEntries(
    Object.keys(body)
      .filter((name) => name.startsWith('value.'))
      .map((name) => [name.slice('value.'.length), textOf(body, name).replaceAll('\r', '').slice(0, tooLong)])
  )

const moveOf: Record<string, { name: PlainMove; done: keyof typeof words }> = {
  'lay-lai': { name: 'take_back', done: 'tookBack' },
  'dong-y': { name: 'endorse', done: 'endorsed' },
  'tra-lai': { name: 'give_back', done: 'gaveBack' },
  bo: { name: 'drop', done: 'dropped' }
}

export const draftRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['officer'])

  app.get(
    '/xu-ly/du-thao',
    { schema: { querystring: Type.Object({ bang: Type.String({ default: '', maxLength: 20 }) }) } },
    async (request, reply) => {
      const { actor, query } = request
      const all = await draftsAt(db, actor, ['drafting', 'returned', 'in_review', 'to_sign', 'signing'])
      const lists = {
        mine: all.filter(({ drafterId, state }) => drafterId === actor.id && (state === 'drafting' || state === 'returned')),
        review: all.filter(({ drafterId, state }) => drafterId !== actor.id && state === 'in_review'),
        toSign: all.filter(({ state }) => state === 'to_sign' || state === 'signing')
      }
      const list: DraftList = draftLists.find((one) => one === query.bang) ?? 'mine'
      return reply.page(draftsPage({ ...request.frame(), ...(await workplaceOf(context, actor)), list, lists }))
    }
  )

  async function show(request: FastifyRequest, reply: FastifyReply, again?: Again) {
    const { actor } = request
    const dossier = await dossierAtWork(context, (request.params as { id: string }).id, actor)
    const draft = await draftOf(db, dossier.id)
    const frame = { ...request.frame({ form: true }), ...(await workplaceOf(context, actor)), dossier }
    if (!draft) {
      const on = dayOf(context.now())
      const [approved, refused] = await Promise.all(resultKinds.map((kind) => templateInForce(db, { ...dossier, kind, on })))
      const refusal = again?.refused.refusal
      return reply.page(
        beginPage({ ...frame, templates: { approved, refused }, isOpen: dossier.state === 'in_progress', refusal }),
        refusal
      )
    }
    const [steps, result] = await Promise.all([stepsOfDraft(db, draft.id), resultOfDossier(db, dossier.id)])
    return reply.page(draftPage({ ...frame, draft, steps, actor, resultId: result?.id, ...again }), again?.refused.refusal)
  }

  app.get('/xu-ly/ho-so/:id/du-thao', { schema: { params: OneDossier } }, (request, reply) => show(request, reply))

  app.get('/xu-ly/ho-so/:id/du-thao/xem.pdf', { schema: { params: OneDossier } }, async (request, reply) => {
    const dossier = await dossierAtWork(context, request.params.id, request.actor)
    const draft = await draftOf(db, dossier.id)
    if (!draft) throw new Refusal('RESULT_DRAFT_NOT_FOUND')
    const pdf = await paperOfDraft(context, { draft, dossier, at: context.now().round('second') })
    return reply
      .type('application/pdf')
      .header('content-disposition', 'inline; filename="du-thao.pdf"')
      .header('cache-control', 'private, no-store')
      .send(pdf)
  })

  app.post('/xu-ly/ho-so/:id/du-thao', { schema: { params: OneDossier, body: Form } }, async (request, reply) => {
    const { actor, locale } = request
    const dossier = await dossierAtWork(context, request.params.id, actor)
    const kind: ResultKind = resultKinds.find((one) => one === textOf(request.body, 'kind')) ?? 'approved'
    try {
      await beginDraft(context, { dossierId: dossier.id, kind, by: actor })
    } catch (error) {
      const refusal = mendable(error)
      // Pressed twice: the draft is there.
      if (refusal.code !== 'RESULT_DRAFT_EXISTS') return show(request, reply, { refused: { action: '', refusal } })
    }
    return reply.flash('ok', words.begun[locale]).redirect(draftAddress(dossier.id), 303)
  })

  /** The draft of the dossier in the address. @throws Refusal RESULT_DRAFT_NOT_FOUND */
  async function draftAtWork(request: FastifyRequest) {
    const dossier = await dossierAtWork(context, (request.params as { id: string }).id, request.actor)
    const draft = await draftOf(db, dossier.id)
    if (!draft) throw new Refusal('RESULT_DRAFT_NOT_FOUND')
    return draft
  }

  const sends = { ask_review: 'askedReview', send: 'sent' } as const

  app.post('/xu-ly/ho-so/:id/du-thao/luu', { schema: { params: OneDossier, body: Form } }, async (request, reply) => {
    const { actor: by, locale, body } = request
    const draft = await draftAtWork(request)
    const typed = { values: valuesOf(body), title: textOf(body, 'title').slice(0, 300) }
    const asked = textOf(body, 'next')
    const next = asked === 'send' || asked === 'ask_review' ? asked : undefined
    try {
      await saveDraftText(context, { draftId: draft.id, by, ...typed, revision: Number(textOf(body, 'revision')) })
      if (next) await moveDraft(context, { draftId: draft.id, name: next, by })
    } catch (error) {
      return show(request, reply, { typed, refused: { action: 'luu', refusal: mendable(error) } })
    }
    const said = next ? words[sends[next]] : words.saved
    return reply.flash('ok', said[locale]).redirect(next ? '/xu-ly/du-thao' : draftAddress(draft.dossierId), 303)
  })

  for (const [action, { name, done }] of Object.entries(moveOf)) {
    app.post(`/xu-ly/ho-so/:id/du-thao/${action}`, { schema: { params: OneDossier, body: Form } }, async (request, reply) => {
      const { actor: by, locale } = request
      const draft = await draftAtWork(request)
      const note = textOf(request.body as Body, 'note').slice(0, 2000)
      try {
        await moveDraft(context, { draftId: draft.id, name, by, note })
      } catch (error) {
        return show(request, reply, { refused: { action, refusal: mendable(error), note } })
      }
      return reply.flash('ok', words[done][locale]).redirect(draftAddress(draft.dossierId), 303)
    })
  }
}
