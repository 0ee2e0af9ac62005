// Whoever opens the dossier they were asked to help with acts for its citizen: by the address, so that no second page can contradict it.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../accounts/roles.ts'
import { maskPhone } from '../accounts/rules.ts'
import type { Context } from '../context.ts'
import { recordRead } from '../dossiers/actions/record-read.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import { consentFor } from './queries.ts'
import { holds, standingOf } from './rules.ts'
import type { Consent } from './store.ts'

/** Pages of a dossier that a helper may open: filling in, sending, paying, following, supplementing. All others are the citizen's. */
const open = /^\/ho-so\/:id(\/(nop(\/.*)?|xac-nhan|bo-sung|nop-phi(\/phieu)?))?$/

/** The helper's own actor, acting for the citizen. @throws Refusal HELP_ENDED when the consent no longer holds */
function actingFor(consent: Consent, by: Actor, now: Temporal.Instant): Actor {
  const { id: consentId, dossierId, personId, personName: name, helperName } = consent
  if (!holds(standingOf(consent, now))) throw new Refusal('HELP_ENDED', { name })
  return { ...by, name: helperName, onBehalfOf: { consentId, dossierId: dossierId!, personId, name, askedAt: now } }
}

/** The actor as a helper with a dossier of somebody else's; `undefined` when nobody asked them. @throws Refusal HELP_ENDED */
export async function helperActor({ db, now }: Context, dossierId: string, by: Actor): Promise<Actor | undefined> {
  const consent = await consentFor(db, { dossierId, helperId: by.id })
  return consent && actingFor(consent, by, now())
}

/** The banner of every page while helping. */
export const bannerOf = ({ id, personName, personPhone, expiresAt }: Consent) => ({
  name: personName,
  phone: maskPhone(personPhone),
  until: expiresAt,
  href: `/giup-nguoi-khac/${id}#thoi`
})

/** Every page of a dossier asks, at each request, whether its visitor is there for somebody else. */
export function actOnBehalf(app: FastifyInstance): void {
  const { context } = app
  app.addHook('onRequest', async (request: FastifyRequest) => {
    const { url = '' } = request.routeOptions
    const { id = '' } = request.params as { id?: string }
    const { visitor } = request
    if (!url.startsWith('/ho-so/:id') || visitor?.role !== 'applicant' || !isUuid(id)) return
    const consent = await consentFor(context.db, { dossierId: id, helperId: visitor.id })
    if (!consent) return
    const actor = actingFor(consent, visitor, context.now())
    if (!open.test(url)) throw new Refusal('HELPER_MAY_NOT', { name: consent.personName })
    request.onBehalfOf = actor
    request.helping = bannerOf(consent)
    if (request.method === 'GET') await recordRead(context, { dossierId: id, by: actor })
  })
}
