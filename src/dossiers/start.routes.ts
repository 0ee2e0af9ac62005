// The threshold of a filing: anybody may read it; starting needs a signed-in citizen.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findPerson } from '../accounts/queries.ts'
import type { Actor } from '../accounts/roles.ts'
import { agenciesOf, findAgencyById } from '../agencies/queries.ts'
import type { Context } from '../context.ts'
import { bannerOf } from '../helping/on-behalf.routes.ts'
import { holds, standingOf } from '../helping/rules.ts'
import type { Consent } from '../helping/store.ts'
import { fold } from '../kernel/fold.ts'
import type { Locale } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { findProcedure, type ProcedureView } from '../procedures/queries.ts'
import { feeFor } from '../procedures/rules.ts'
import { sayProcessingTime } from '../procedures/words.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { limitTries } from '../web/tries.ts'
import { beginHelp, consentOfHelper } from './actions/begin-help.ts'
import { startDraft } from './actions/start-draft.ts'
import { wardGroups } from './applicant-facts.ts'
import { mayFileBy } from './application.ts'
import { formOf } from './filing-answers.ts'
import { draftHref, stepHref } from './pages/applicant/filing-frame.ts'
import type { PlaceGroup } from './pages/applicant/parts.ts'
import { closedPage, type StartFacts, startPage } from './pages/applicant/start.ts'
import { dossiersOfPerson } from './queries.ts'
import type { Channel, Party } from './types.ts'

const text = Type.String({ default: '', maxLength: 200 })
/** Drafts are kept for ninety days; whoever files for others has a busy day with thirty. */
const startedADay = 100
const OneProcedure = Type.Object({ code: Type.String({ maxLength: 40 }) })

/** Online if the law allows it, else from here with the papers collected by the post (QĐ 45/2016 Đ13); else not on this site. */
const channelOf = ({ offering }: ProcedureView): Channel | undefined =>
  mayFileBy('online', offering) ? 'online' : mayFileBy('post', offering) ? 'post' : undefined

/** The places that take a procedure: one that is named, or all of its level. */
async function placesOf(
  { db, now }: Context,
  { offering }: ProcedureView
): Promise<{ fixed?: { code: string; name: string }; groups: PlaceGroup[] }> {
  if (offering.agencyId) {
    const agency = await findAgencyById(db, offering.agencyId)
    return agency ? { fixed: agency, groups: [] } : { groups: [] }
  }
  if (offering.level === 'ward') return { groups: await wardGroups(db, dayOf(now())) }
  const { items } = await agenciesOf(db, offering.level)
  const [only] = items
  return only && items.length === 1 ? { fixed: only, groups: [] } : { groups: [{ name: '', places: items }] }
}

/** Places whose name holds every word; those of a district are found by its name too. At most twelve, else the list is better. */
function searched(groups: readonly PlaceGroup[], typed: string): StartFacts['search'] {
  const words = fold(typed).split(' ').filter(Boolean)
  if (words.length === 0) return undefined
  const fits = (name: string) => words.every((word) => ` ${fold(name)}`.includes(` ${word}`))
  const found = groups.flatMap((group) =>
    group.places
      .filter(({ name }) => fits(`${name} ${group.name}`))
      .map(({ code, name }) => ({ code, name: group.name ? `${name}, ${group.name}` : name }))
  )
  return { text: typed, found: found.length <= 12 ? found : [] }
}

/** A draft of the same procedure, and the place chosen last time. */
async function before({ db }: Context, code: string, visitor: Actor | undefined) {
  if (visitor?.role !== 'applicant') return {}
  const own = (await dossiersOfPerson(db, visitor.id)).filter(({ procedureCode }) => procedureCode === code)
  const draft = own.find(({ state }) => state === 'draft')
  const last = own[0] && (await findAgencyById(db, own[0].agencyId))
  return { draft: draft && { id: draft.id, savedAt: draft.updatedAt }, chosen: last?.code }
}

/** What is known of the person from earlier filings: nobody types it twice. */
export async function filerOf({ db }: Context, { id, name }: Actor): Promise<Party> {
  const person = await findPerson(db, id)
  return {
    kind: 'person',
    name: person?.fullName ?? '',
    phone: person?.phone ?? name,
    identityNumber: person?.identityNumber ?? undefined,
    bornOn: person?.bornOn?.toString(),
    email: person?.email ?? undefined,
    address: person?.address ?? undefined
  }
}

type Asked = { code: string; nho: string; noi?: string; chosen?: string; visitor: Actor | undefined; locale: Locale }

/** @throws Refusal PROCEDURE_NOT_FOUND */
async function factsOf(context: Context, { code, nho, noi = '', chosen, visitor, locale }: Asked) {
  const on = dayOf(context.now())
  const view = await findProcedure(context.db, code, { on })
  if (!view) throw new Refusal('PROCEDURE_NOT_FOUND', { code })
  const channel = channelOf(view)
  const [places, known] = await Promise.all([placesOf(context, view), before(context, code, visitor)])
  const facts: StartFacts = {
    view,
    time: sayProcessingTime(view.version.processingTime, locale),
    fees: feeFor(view.fees, { channel: channel ?? 'desk', payerGroup: 'everyone', filedOn: on }),
    ...places,
    search: searched(places.groups, noi),
    ...known,
    ...(nho ? { nho } : {}),
    ...(chosen ? { chosen } : {})
  }
  return { facts, channel }
}

export const startRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'anybody')
  const { context } = app
  const Query = Type.Object({ noi: text, agency: text, nho: text })
  const aDay = limitTries(app, { max: startedADay, seconds: 86_400, by: ({ actor }) => `start ${actor.id}` })

  /** The request for help that a filing is begun under; the page says for whom. @throws Refusal HELP_NOT_FOUND, HELP_ENDED */
  async function helpAsked(request: FastifyRequest, consentId: string, code: string): Promise<Consent | undefined> {
    if (!consentId) return undefined
    const consent = isUuid(consentId) ? await consentOfHelper(context, consentId, request.actor) : undefined
    if (consent?.procedureCode !== code) throw new Refusal('HELP_NOT_FOUND')
    if (!holds(standingOf(consent, context.now()))) throw new Refusal('HELP_ENDED', { name: consent.personName })
    request.helping = bannerOf(consent)
    return consent
  }

  app.get('/nop/:code', { schema: { params: OneProcedure, querystring: Query } }, async (request, reply) => {
    const { code } = request.params
    const { noi, agency, nho } = request.query
    const help = await helpAsked(request, nho, code)
    if (help?.dossierId) return reply.redirect(`/ho-so/${help.dossierId}`, 303)
    // What the helper did for themselves has no place on this page.
    const visitor = help ? undefined : request.visitor
    const { facts, channel } = await factsOf(context, { code, noi, chosen: agency, visitor, nho, locale: request.locale })
    if (!channel) return reply.page(closedPage({ ...request.frame(), facts }))
    return reply.page(startPage({ ...request.frame({ form: true }), facts }))
  })

  app.post('/nop/:code', { schema: { params: OneProcedure, body: Type.Object({ agency: text, nho: text }) } }, async (request, reply) => {
    const { code } = request.params
    const { agency, nho } = request.body
    if (!request.visitor) {
      const back = `/nop/${encodeURIComponent(code)}?agency=${encodeURIComponent(agency)}`
      return reply.redirect(`/dang-nhap?tiep=${encodeURIComponent(back)}`, 303)
    }
    const by = request.actor
    if (by.role !== 'applicant') throw new Refusal('NOT_YOURS_TO_DO')
    const help = await helpAsked(request, nho, code)
    const { facts, channel } = await factsOf(context, { code, chosen: agency, visitor: help ? undefined : by, nho, locale: request.locale })
    try {
      if (!agency) throw new Refusal('FORM_INCOMPLETE', { fields: { agency: 'AGENCY_REQUIRED' } })
      if (!channel) throw new Refusal('PROCEDURE_NOT_OFFERED', { code, agency })
      await aDay(request)
      const begun = { agencyCode: agency, channel, filer: await filerOf(context, by), by, locale: request.locale }
      const draft = help
        ? await beginHelp(context, { consentId: help.id, ...begun })
        : await startDraft(context, { procedureCode: code, personId: by.id, ...begun })
      // A long form begins with its parts, a short one with its first question.
      const isLong = formOf(facts.view).pages.length >= 3
      return reply.redirect(isLong ? draftHref(draft.id) : stepHref(draft.id, 'nguoi-nop'), 303)
    } catch (error) {
      // A second press: the dossier is there already.
      if (error instanceof Refusal && error.code === 'HELP_USED') return reply.redirect(`/ho-so/${error.facts['dossierId']}`, 303)
      const refusal = mendable(error)
      return reply.page(startPage({ ...request.frame({ form: true }), facts, refusal }), refusal)
    }
  })
}
