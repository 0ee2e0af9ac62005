// A citizen asks somebody for help, sees what was done, and ends it.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { findPerson } from '../accounts/queries.ts'
import type { Actor } from '../accounts/roles.ts'
import { actsOf } from '../audit/queries.ts'
import type { Context } from '../context.ts'
import { endHelp } from '../dossiers/actions/end-help.ts'
import { ownDossier } from '../dossiers/applicant-facts.ts'
import { isOpen } from '../dossiers/lifecycle.ts'
import { dossiersOfPerson } from '../dossiers/queries.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { findProcedure, procedureVersion } from '../procedures/queries.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { limitTries } from '../web/tries.ts'
import { nameHelper } from './actions/name-helper.ts'
import { type AskForm, askingPage, askPage, type Help, helpPage } from './pages/asking.ts'
import type { Procedure } from './pages/parts.ts'
import { consentsOfDossier, consentsOfPerson, findConsent } from './queries.ts'
import type { Consent } from './store.ts'
import { askingWords } from './words.ts'

const text = Type.String({ default: '', maxLength: 200 })
const One = Type.Object({ id: Type.String({ maxLength: 40 }) })
const Asked = Type.Object({ 'thu-tuc': text, 'ho-so': text })
const Form = Type.Object({
  'thu-tuc': text,
  'ho-so': text,
  helperName: text,
  helperPhone: text,
  personName: text,
  relation: text,
  shares: text
})

/** @throws Refusal PROCEDURE_NOT_FOUND when it is unknown or no longer in force */
export async function procedureOf({ db, now }: Context, code: string): Promise<Procedure> {
  const found = await findProcedure(db, code, { on: dayOf(now()) })
  if (!found) throw new Refusal('PROCEDURE_NOT_FOUND', { code })
  return { code, name: found.version.name, sectorCode: found.sector.code }
}

export const trimmed = (typed: string): string => typed.normalize('NFC').replace(/\s+/g, ' ').trim()

/** What a helper did with the dossier of a consent. */
const actsUnder = async ({ db }: Context, { dossierId, helperId }: Consent) =>
  dossierId && helperId ? actsOf(db, { chain: dossierId, actorId: helperId }) : []

/** Everybody who helps or helped with a dossier, each with what they did. */
export async function helpsWith(context: Context, dossierId: string): Promise<Help[]> {
  const consents = await consentsOfDossier(context.db, dossierId)
  return Promise.all(consents.map(async (consent) => ({ consent, acts: await actsUnder(context, consent) })))
}

export const askingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['applicant'])
  const fromHere = limitTries(app, { max: 30, seconds: 600, by: (request) => request.ip })

  /** @throws Refusal HELP_NOT_FOUND, the same for somebody else's and for a guess */
  async function ownConsent(id: string, by: Actor): Promise<Consent> {
    const consent = isUuid(id) ? await findConsent(db, id) : undefined
    if (consent?.personId !== by.id) throw new Refusal('HELP_NOT_FOUND')
    return consent
  }

  async function formFor(by: Actor, asked: { 'thu-tuc': string; 'ho-so': string }): Promise<AskForm> {
    const knownName = (await findPerson(db, by.id))?.fullName ?? undefined
    const dossierId = asked['ho-so']
    if (!dossierId) return { procedure: await procedureOf(context, asked['thu-tuc']), knownName, typed: {} }
    const dossier = await ownDossier(context, dossierId, by)
    if (dossier.state !== 'draft' && !isOpen(dossier.state)) throw new Refusal('HELP_NOT_FOUND')
    const { sector } = await procedureVersion(db, dossier.procedureVersionId)
    const procedure = { code: dossier.procedureCode, name: dossier.procedureName, sectorCode: sector.code }
    return { procedure, dossierId, knownName, typed: {} }
  }

  app.get('/nho-giup', async (request, reply) => {
    const by = request.actor
    const [consents, dossiers] = await Promise.all([consentsOfPerson(db, by.id), dossiersOfPerson(db, by.id)])
    const open = dossiers.filter(({ state }) => state === 'draft' || isOpen(state)).map(({ id, procedureName: name }) => ({ id, name }))
    return reply.page(askingPage({ ...request.frame(), consents, dossiers: open, now: context.now() }))
  })

  app.get('/nho-giup/moi', { schema: { querystring: Asked } }, async (request, reply) => {
    const form = await formFor(request.actor, request.query)
    return reply.page(askPage({ ...request.frame({ form: true }), form }))
  })

  app.post('/nho-giup/moi', { schema: { body: Form } }, async (request, reply) => {
    const { locale, actor: by, body } = request
    const form = await formFor(by, body)
    const { procedure, dossierId } = form
    const typed = {
      helperName: trimmed(body.helperName),
      helperPhone: body.helperPhone.trim(),
      personName: trimmed(body.personName),
      relation: body.relation,
      shares: body.shares
    }
    let consent: Consent
    try {
      await fromHere(request)
      const dossier = dossierId ? { id: dossierId, procedureCode: procedure.code, procedureName: procedure.name } : undefined
      const shares = typed.shares === 'yes'
      consent = await nameHelper(context, { by, typed: { ...typed, shares }, procedureCode: procedure.code, dossier, locale })
    } catch (error) {
      const refusal = mendable(error)
      return reply.page(askPage({ ...request.frame({ form: true }), form: { ...form, typed }, refusal }), refusal)
    }
    const said = askingWords.asked[locale].replace('{name}', consent.helperName)
    return reply.flash('ok', said).redirect(`/nho-giup/${consent.id}`, 303)
  })

  app.get('/nho-giup/:id', { schema: { params: One } }, async (request, reply) => {
    const consent = await ownConsent(request.params.id, request.actor)
    const help = { consent, acts: await actsUnder(context, consent) }
    return reply.page(helpPage({ ...request.frame({ form: true }), help, now: context.now() }))
  })

  app.post('/nho-giup/:id/thoi', { schema: { params: One } }, async (request, reply) => {
    const { id, helperName } = await ownConsent(request.params.id, request.actor)
    await endHelp(context, { consentId: id, why: 'revoked' })
    return reply.flash('ok', askingWords.ended[request.locale].replace('{name}', helperName)).redirect(`/nho-giup/${id}`, 303)
  })
}
