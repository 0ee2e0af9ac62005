// A citizen's own account: who one is, the ways in, where one is signed in and out.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Refusal } from '../kernel/refusal.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { endSessions } from './actions/end-sessions.ts'
import { linkToAccount, unlinkIdentity } from './actions/sign-in-elsewhere.ts'
import { accountPage } from './pages/account.ts'
import { accountWords, elsewhereWords, say } from './pages/account-words.ts'
import { confirmLinkPage } from './pages/elsewhere.ts'
import { findPerson, identitiesOf, sessionsOf } from './queries.ts'
import { isStale } from './rules.ts'
import type { IdentityProvider } from './types.ts'

const text = Type.String({ default: '', maxLength: 200 })
const OneSession = Type.String({ pattern: '^[0-9a-f]{64}$' })
const here = '/tai-khoan'

export const accountRoutes: FastifyPluginAsyncTypebox<{ identity: IdentityProvider | undefined }> = async (app, { identity: provider }) => {
  const { context } = app
  admit(app, ['applicant'])

  app.get(here, async (request, reply) => {
    const { actor, sessionKey } = request
    const [person, identities, sessions] = await Promise.all([
      findPerson(context.db, actor.id),
      identitiesOf(context.db, actor.id),
      sessionsOf(context.db, actor, context.now())
    ])
    if (!person) throw new Refusal('SIGN_IN_NEEDED')
    const isLinked = identities.some((one) => one.issuer === provider?.issuer)
    const lines = sessions.map((one) => ({ ...one, isThis: one.id === sessionKey }))
    const linkable = isLinked ? undefined : provider?.name
    return reply.page(accountPage({ ...request.frame({ form: true }), known: person, identities, linkable, sessions: lines }))
  })

  app.get(`${here}/ghep`, async (request, reply) => {
    const { vouched } = request.session
    if (!provider || !vouched || isStale(vouched.since, context.now())) return reply.redirect(here, 303)
    return reply.page(confirmLinkPage({ ...request.frame({ form: true }), provider: provider.name, name: vouched.identity.name }))
  })

  app.post(`${here}/ghep`, { schema: { body: Type.Object({ 'dong-y': text }) } }, async (request, reply) => {
    const { vouched } = request.session
    const { locale } = request
    if (!provider || !vouched || isStale(vouched.since, context.now())) return reply.redirect(here, 303)
    delete request.session.vouched
    const named = { provider: provider.name }
    if (request.body['dong-y'] !== 'co') return reply.flash('info', say(elsewhereWords.declined[locale], named)).redirect(here, 303)
    try {
      await linkToAccount(context, { vouched: { identity: vouched.identity, ...named }, by: request.actor })
    } catch (error) {
      return reply.flash('warn', mendable(error).sentence(locale)).redirect(here, 303)
    }
    return reply.flash('ok', say(elsewhereWords.linked[locale], named)).redirect(here, 303)
  })

  app.post(`${here}/go`, { schema: { body: Type.Object({ 'dinh-danh': Type.String({ format: 'uuid' }) }) } }, async (request, reply) => {
    const { actor, locale, sessionKey } = request
    const id = request.body['dinh-danh']
    const held = (await identitiesOf(context.db, actor.id)).find((one) => one.id === id)
    await unlinkIdentity(context, { id, by: actor, sessionKey })
    if (held) reply.flash('ok', say(accountWords.unlinked[locale], { provider: held.provider }))
    return reply.redirect(here, 303)
  })

  app.post(`${here}/dang-xuat`, { schema: { body: Type.Object({ phien: OneSession }) } }, async (request, reply) => {
    await endSessions(context, { by: request.actor, only: request.body.phien })
    return reply.flash('ok', accountWords.endedOne[request.locale]).redirect(here, 303)
  })

  app.post(`${here}/dang-xuat-het`, { schema: { body: Type.Object({ 'pham-vi': text }) } }, async (request, reply) => {
    const { actor, locale, sessionKey } = request
    if (request.body['pham-vi'] === 'het') {
      await endSessions(context, { by: actor })
      await request.session.regenerate()
      return reply.flash('ok', accountWords.endedAll[locale]).redirect('/', 303)
    }
    const n = await endSessions(context, { by: actor, except: sessionKey })
    const said = n > 0 ? say(accountWords.endedOthers[locale], { n: String(n) }) : accountWords.endedNone[locale]
    return reply.flash('ok', said).redirect(here, 303)
  })
}
