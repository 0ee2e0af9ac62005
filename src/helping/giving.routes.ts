// A helper: who asks me, a code for somebody beside me, setting to work, stepping back.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findPerson } from '../accounts/queries.ts'
import { consentOfHelper, takeUpHelp } from '../dossiers/actions/begin-help.ts'
import { endHelp } from '../dossiers/actions/end-help.ts'
import { filerOf } from '../dossiers/start.routes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { findProcedure } from '../procedures/queries.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { limitTries } from '../web/tries.ts'
import { askForConsent, confirmConsent } from './actions/ask-consent.ts'
import { procedureOf, trimmed } from './asking.routes.ts'
import { besidePage, consentCodePage, givingPage, requestPage } from './pages/giving.ts'
import { consentsForHelper, findAsk } from './queries.ts'
import { holds, standingOf } from './rules.ts'
import type { Consent } from './store.ts'
import { givingWords } from './words.ts'

const text = Type.String({ default: '', maxLength: 200 })
const One = Type.Object({ id: Type.String({ maxLength: 40 }) })
const Asked = Type.Object({ 'thu-tuc': text })
const Form = Type.Object({ 'thu-tuc': text, personName: text, personPhone: text, helperName: text, relation: text })

const home = '/giup-nguoi-khac'
const startHref = ({ procedureCode, id }: Consent) => `/nop/${encodeURIComponent(procedureCode)}?nho=${id}`

export const givingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['applicant'])
  const fromHere = limitTries(app, { max: 30, seconds: 600, by: (request) => request.ip })
  const tryCode = limitTries(app, { max: 60, seconds: 600, by: (request) => request.ip })

  /** @throws Refusal HELP_NOT_FOUND, the same for somebody else's and for a guess; HELP_ENDED */
  async function heldConsent(id: string, request: FastifyRequest): Promise<Consent> {
    if (!isUuid(id)) throw new Refusal('HELP_NOT_FOUND')
    const consent = await consentOfHelper(context, id, request.actor)
    if (!holds(standingOf(consent, context.now()))) throw new Refusal('HELP_ENDED', { name: consent.personName })
    return consent
  }

  app.get(home, async (request, reply) => {
    const person = await findPerson(db, request.actor.id)
    if (!person) throw new Refusal('SIGN_IN_NEEDED')
    return reply.page(givingPage({ ...request.frame({ form: true }), consents: await consentsForHelper(db, person), now: context.now() }))
  })

  const knownName = async ({ actor }: FastifyRequest) => (await findPerson(db, actor.id))?.fullName ?? undefined

  app.get(`${home}/moi`, { schema: { querystring: Asked } }, async (request, reply) => {
    const procedure = await procedureOf(context, request.query['thu-tuc'])
    const form = { procedure, knownName: await knownName(request), typed: {} }
    return reply.page(besidePage({ ...request.frame({ form: true }), form }))
  })

  app.post(`${home}/moi`, { schema: { body: Form } }, async (request, reply) => {
    const { body, actor: by } = request
    const procedure = await procedureOf(context, body['thu-tuc'])
    const typed = {
      personName: trimmed(body.personName),
      personPhone: body.personPhone.trim(),
      helperName: trimmed(body.helperName),
      relation: body.relation
    }
    try {
      await fromHere(request)
      const askId = await askForConsent(context, { by, typed, procedureCode: procedure.code })
      return reply.redirect(`${home}/ma/${askId}`, 303)
    } catch (error) {
      const refusal = mendable(error)
      const form = { procedure, knownName: await knownName(request), typed }
      return reply.page(besidePage({ ...request.frame({ form: true }), form, refusal }), refusal)
    }
  })

  async function ownAsk(id: string, { actor }: FastifyRequest) {
    const ask = isUuid(id) ? await findAsk(db, { id, helperId: actor.id }) : undefined
    if (!ask) throw new Refusal('HELP_NOT_FOUND')
    return ask
  }

  app.get(`${home}/ma/:id`, { schema: { params: One } }, async (request, reply) => {
    const ask = await ownAsk(request.params.id, request)
    return reply.page(consentCodePage({ ...request.frame({ form: true }), ask }))
  })

  app.post(`${home}/ma/:id`, { schema: { params: One, body: Type.Object({ code: text }) } }, async (request, reply) => {
    const ask = await ownAsk(request.params.id, request)
    const { locale, actor: by } = request
    const code = request.body.code.replace(/\D/g, '')
    let consent: Consent
    try {
      await tryCode(request)
      if (code.length !== 6) throw new Refusal('FORM_INCOMPLETE', { fields: { code: 'CODE_INVALID' } })
      consent = await confirmConsent(context, { by, askId: ask.id, code, locale })
    } catch (error) {
      const refusal = mendable(error)
      return reply.page(consentCodePage({ ...request.frame({ form: true }), ask, typed: request.body.code, refusal }), refusal)
    }
    return reply.flash('ok', givingWords.ready[locale].replace('{name}', consent.personName)).redirect(`${home}/${consent.id}`, 303)
  })

  app.get(`${home}/:id`, { schema: { params: One } }, async (request, reply) => {
    const consent = await heldConsent(request.params.id, request)
    // Out of force since then: whoever has begun goes on, whoever begins is told on the next page.
    const found = await findProcedure(db, consent.procedureCode, { on: dayOf(context.now()) })
    const procedure = { code: consent.procedureCode, name: consent.procedureName, sectorCode: found?.sector.code ?? '' }
    return reply.page(requestPage({ ...request.frame({ form: true }), consent, procedure }))
  })

  app.post(`${home}/:id/vao`, { schema: { params: One } }, async (request, reply) => {
    const consent = await heldConsent(request.params.id, request)
    if (!consent.dossierId) return reply.redirect(startHref(consent), 303)
    await takeUpHelp(context, { consentId: consent.id, by: request.actor, filer: await filerOf(context, request.actor) })
    return reply.redirect(`/ho-so/${consent.dossierId}`, 303)
  })

  app.post(`${home}/:id/thoi`, { schema: { params: One } }, async (request, reply) => {
    const consent = await heldConsent(request.params.id, request)
    await endHelp(context, { consentId: consent.id, why: consent.helperId ? 'left' : 'declined' })
    return reply.flash('ok', givingWords.left[request.locale].replaceAll('{name}', consent.personName)).redirect(home, 303)
  })
}
