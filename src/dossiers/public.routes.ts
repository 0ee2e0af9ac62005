// Public tracking by code and second factor. One generic answer for every miss; the factor never stands in an address or a log.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { maskName } from '../accounts/rules.ts'
import { getAgencyById } from '../agencies/queries.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { parcelNow } from '../shipments/actions/parcel-choices.ts'
import { parcelEventsOf } from '../shipments/story.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { limitTries } from '../web/tries.ts'
import { dueFactsOf } from './applicant-facts.ts'
import { cleanDossierCode } from './numbering.ts'
import { lookupPage, trackedPage } from './pages/tracking.ts'
import { findDossierByCode, movesOf } from './queries.ts'
import type { Dossier } from './store.ts'
import { timelineOf } from './timeline.ts'

const text = Type.String({ default: '', maxLength: 200 })
const Lookup = Type.Object({ code: text, last4: text })
/** Dossiers one browser may keep open: a helper follows several people's. */
const keptOpen = 20

/** Does the factor end the phone, identity number or tax code of either party? Every number is compared, also after a hit. */
function knows(dossier: Dossier | undefined, last4: string): boolean {
  const parties = dossier ? [dossier.applicant, dossier.filer] : []
  const numbers = parties.flatMap(({ phone, identityNumber, taxCode }) => [phone, identityNumber, taxCode])
  return numbers.filter((number) => number?.endsWith(last4)).length > 0
}

/** @throws Refusal FORM_INCOMPLETE */
function requireBoth(code: string, last4: string): void {
  const fields: FieldErrors = {}
  if (!code) fields['code'] = 'REQUIRED'
  if (!/^\d{4}$/.test(last4)) fields['last4'] = 'LAST_FOUR_INVALID'
  if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
}

export const publicRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'bearer')
  const { context } = app
  const { db } = context
  const codeIn = (request: { body: unknown }) => cleanDossierCode((request.body as { code: string }).code)
  const fromHere = limitTries(app, { max: 5, seconds: 60, by: (request) => request.ip })
  const atThisCode = limitTries(app, { max: 5, seconds: 60, by: codeIn })
  // Four digits would fall in a day at five tries a minute from many addresses; at fifty a day they hold for months.
  const atThisCodeToday = limitTries(app, { max: 50, seconds: 86_400, by: codeIn })

  app.get('/tra-cuu', { schema: { querystring: Type.Object({ code: text }) } }, async (request, reply) =>
    reply.page(lookupPage({ ...request.frame(), typed: { code: request.query.code, last4: '' } }))
  )

  // Reading with two facts the person has changes nothing, so the home page may hold this form without a session.
  app.post('/tra-cuu', { schema: { body: Lookup }, config: { csrf: false } }, async (request, reply) => {
    const code = codeIn(request)
    const last4 = request.body.last4.replace(/\D/g, '')
    try {
      requireBoth(code, last4)
      await fromHere(request)
      await atThisCode(request)
      await atThisCodeToday(request)
      if (!knows(await findDossierByCode(db, code), last4)) throw new Refusal('TRACKING_NOT_FOUND')
    } catch (error) {
      const refusal = error instanceof Refusal && error.code === 'TRACKING_NOT_FOUND' ? error : mendable(error)
      return reply.page(lookupPage({ ...request.frame(), typed: request.body, refusal }), refusal)
    }
    const others = (request.session.tracked ?? []).filter((one) => one !== code)
    request.session.tracked = [code, ...others].slice(0, keptOpen)
    return reply.redirect(`/tra-cuu/${code}`, 303)
  })

  app.get('/tra-cuu/:code', { schema: { params: Type.Object({ code: Type.String({ maxLength: 60 }) }) } }, async (request, reply) => {
    const code = cleanDossierCode(request.params.code)
    const { visitor, locale } = request
    const isOpen = request.session.tracked?.includes(code) ?? false
    const dossier = isOpen || visitor?.role === 'applicant' ? await findDossierByCode(db, code) : undefined
    if (dossier && visitor?.role === 'applicant' && dossier.personId === visitor.id) return reply.redirect(`/ho-so/${dossier.id}`, 303)
    if (!dossier || !isOpen) return reply.page(lookupPage({ ...request.frame(), typed: { code, last4: '' } }))
    const { name: agencyName } = await getAgencyById(db, dossier.agencyId)
    const [moves, parcel, parcels, due] = await Promise.all([
      movesOf(db, dossier.id),
      parcelNow(context, dossier.id),
      parcelEventsOf(db, dossier.id, locale),
      dueFactsOf(context, dossier, locale)
    ])
    const timeline = timelineOf({ dossier, moves, parcels, agencyName, locale, audience: 'public' })
    const tracked = { dossier, maskedName: maskName(dossier.applicant.name), agencyName, due, now: context.now(), timeline, parcel }
    return reply.page(trackedPage({ ...request.frame(), tracked }))
  })
}
