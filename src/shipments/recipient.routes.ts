// A recipient before a parcel that could not be handed over: by the link of the message, without signing in, or from the dossier.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { requestSignInCode, signInWithCode } from '../accounts/actions/sign-in.ts'
import { maskPhone, parsePhone } from '../accounts/rules.ts'
import { ownDossier } from '../dossiers/applicant-facts.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { limitTries } from '../web/tries.ts'
import { askForParcel, type Way } from './actions/ask-for-parcel.ts'
import { hashOfToken } from './actions/open-parcel-link.ts'
import { choicesFor, parcelToDecide } from './actions/parcel-choices.ts'
import { deliveryProblemPage, type ProblemPage, type WishTyped } from './pages/delivery-problem.ts'
import { findLink, findShipmentById } from './queries.ts'
import { type Wish, wishWays } from './rules.ts'
import { recipientWords as words } from './words/recipient.ts'

declare module 'fastify' {
  interface Session {
    /** Links (their hashes) that may be used once more: the code sent to their phone was typed here. */
    parcelLinks?: string[]
    /** The link a code was asked for. */
    parcelCodeFor?: string
  }
}

const Form = Type.Record(Type.String(), Type.Unknown())
const OneLink = Type.Object({ token: Type.String({ maxLength: 60 }) })
const OneDossier = Type.Object({ id: Type.String({ maxLength: 40 }) })

const typedOf = (body: Body): WishTyped => {
  const text = (name: string) => textOf(body, name).slice(0, 200)
  return {
    way: text('way'),
    phone: text('phone'),
    receiverName: text('receiverName'),
    relation: text('relation'),
    address: text('address')
  }
}

/** Everything that is wrong with the form itself, at once. @throws Refusal FORM_INCOMPLETE */
function wishOf(typed: WishTyped): Wish {
  const [asked, day = ''] = typed.way.split(':')
  const way = wishWays.find((one) => one === asked)
  const phone = typed.phone ? parsePhone(typed.phone) : undefined
  const fields: FieldErrors = {}
  if (!way) fields['way'] = 'CHOOSE_ONE'
  if (typed.phone && !phone) fields['phone'] = 'PHONE_INVALID'
  if (!way || Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  // A day that does not exist becomes one that was not offered, or the last of its month.
  const onDay = year ? Temporal.PlainDate.from({ year: Number(year), month: Number(month) || 1, day: Number(date) || 1 }) : undefined
  return { ...typed, way, phone, ...(way === 'redeliver' && { onDay }) }
}

const byLink: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'bearer')
  const { context } = app
  // Nobody guesses 128 bits; this is for whoever tries all the same.
  const fromHere = limitTries(app, { max: 120, seconds: 60, by: (request) => request.ip })
  const codes = limitTries(app, { max: 300, seconds: 600, by: (request) => request.ip })
  app.addHook('onRequest', async (_request, reply) => {
    // The address of this page is the key to it: no other site learns it, no search engine keeps it.
    reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex, nofollow')
  })

  /** The same answer for a link that never was and one that is over. @throws Refusal PARCEL_LINK_GONE */
  async function opened(request: FastifyRequest) {
    await fromHere(request)
    const { token } = request.params as { token: string }
    const tokenHash = hashOfToken(token)
    const link = /^[A-Za-z0-9_-]{22}$/.test(token) ? await findLink(context.db, tokenHash) : undefined
    if (!link || Temporal.Instant.compare(link.expiresAt, context.now()) <= 0) throw new Refusal('PARCEL_LINK_GONE')
    const parcel = (await findShipmentById(context.db, link.shipmentId))!
    const byCode = request.session.parcelLinks?.includes(tokenHash) ?? false
    return { link, tokenHash, parcel, byCode, action: `/bp/${token}` }
  }

  async function show(request: FastifyRequest, reply: FastifyReply, more: Partial<ProblemPage> = {}) {
    const { link, parcel, byCode, action } = await opened(request)
    const choices = await choicesFor(context, parcel)
    const stage = link.usedAt && !byCode ? 'used' : 'choose'
    const frame = { ...request.frame({ form: true }), path: action }
    return reply.page(deliveryProblemPage({ ...frame, action, choices, stage, maskedPhone: maskPhone(link.phone), ...more }), more.refusal)
  }

  app.get('/bp/:token', { schema: { params: OneLink } }, async (request, reply) => show(request, reply))

  app.post('/bp/:token', { schema: { params: OneLink, body: Form } }, async (request, reply) => {
    const { parcel, tokenHash, byCode, action } = await opened(request)
    const typed = typedOf(request.body)
    try {
      const way: Way = { via: byCode ? 'code' : 'link', tokenHash }
      await askForParcel(context, { shipmentId: parcel.id, wish: wishOf(typed), ...way })
    } catch (error) {
      return show(request, reply, { typed, refusal: mendable(error) })
    }
    // One code, one change.
    request.session.parcelLinks = (request.session.parcelLinks ?? []).filter((one) => one !== tokenHash)
    return reply.flash('ok', words.done[request.locale]).redirect(action, 303)
  })

  app.post('/bp/:token/ma', { schema: { params: OneLink } }, async (request, reply) => {
    const { link, tokenHash, action } = await opened(request)
    try {
      await codes(request)
      await requestSignInCode(context, { typedPhone: link.phone, locale: request.locale })
    } catch (error) {
      return show(request, reply, { refusal: mendable(error) })
    }
    request.session.parcelCodeFor = tokenHash
    return reply.redirect(`${action}/ma`, 303)
  })

  app.get('/bp/:token/ma', { schema: { params: OneLink } }, async (request, reply) => {
    const { tokenHash, action } = await opened(request)
    if (request.session.parcelCodeFor !== tokenHash) return reply.redirect(action, 303)
    return show(request, reply, { stage: 'code' })
  })

  app.post('/bp/:token/mo', { schema: { params: OneLink, body: Form } }, async (request, reply) => {
    const { link, tokenHash, action } = await opened(request)
    const code = textOf(request.body, 'code').replace(/\D/g, '')
    try {
      await codes(request)
      if (code.length !== 6) throw new Refusal('FORM_INCOMPLETE', { fields: { code: 'CODE_INVALID' } })
      // Proof of the phone only: nobody is signed in by it.
      await signInWithCode(context, { phone: link.phone, code, locale: request.locale })
    } catch (error) {
      const refusal = error instanceof Refusal && error.code === 'SIGN_IN_CODE_WRONG' ? error : mendable(error)
      return show(request, reply, { stage: 'code', refusal })
    }
    delete request.session.parcelCodeFor
    request.session.parcelLinks = [...(request.session.parcelLinks ?? []), tokenHash].slice(-20)
    return reply.redirect(action, 303)
  })
}

const signedIn: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  admit(app, ['applicant'])

  app.get('/ho-so/:id/buu-gui', { schema: { params: OneDossier } }, async (request, reply) => {
    const { id } = await ownDossier(context, request.params.id, request.actor)
    const choices = await parcelToDecide(context, id)
    if (!choices) return reply.redirect(`/ho-so/${id}`, 303)
    const action = `/ho-so/${id}/buu-gui`
    return reply.page(deliveryProblemPage({ ...request.frame({ form: true }), action, choices, stage: 'choose', dossierId: id }))
  })

  app.post('/ho-so/:id/buu-gui', { schema: { params: OneDossier, body: Form } }, async (request, reply) => {
    const { id } = await ownDossier(context, request.params.id, request.actor)
    const choices = await parcelToDecide(context, id)
    if (!choices) throw new Refusal('PARCEL_WISH_NOT_OPEN')
    const typed = typedOf(request.body)
    const action = `/ho-so/${id}/buu-gui`
    try {
      await askForParcel(context, { shipmentId: choices.parcel.id, wish: wishOf(typed), via: 'account' })
    } catch (error) {
      const refusal = mendable(error)
      const page = { ...request.frame({ form: true }), action, choices, stage: 'choose' as const, dossierId: id, typed, refusal }
      return reply.page(deliveryProblemPage(page), refusal)
    }
    return reply.flash('ok', words.done[request.locale]).redirect(action, 303)
  })
}

export const recipientRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(byLink)
  await app.register(signedIn)
}
