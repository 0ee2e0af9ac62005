// Signing in elsewhere: to the provider and back. The door itself asks the provider, because a person is waiting before it;
// what comes back is handed to an action like anything typed (docs/decisions/0015).

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Refusal } from '../kernel/refusal.ts'
import { admit } from '../web/guard.ts'
import { localPath } from '../web/local-path.ts'
import { mendable } from '../web/request.ts'
import { limitTries } from '../web/tries.ts'
import { requestSignInCode } from './actions/sign-in.ts'
import { linkWithCode, signInElsewhere } from './actions/sign-in-elsewhere.ts'
import { say, elsewhereWords as words } from './pages/account-words.ts'
import { provePhonePage } from './pages/elsewhere.ts'
import { codePage } from './pages/sign-in.ts'
import { identityReturnPath, isStale, maskPhone } from './rules.ts'
import type { Begun, IdentityProvider, VouchedIdentity } from './types.ts'

declare module 'fastify' {
  interface Session {
    /** On the way to the provider; `linkTo` is who was signed in and wants to link. Used once. */
    away?: { begun: Begun; returnTo: string; since: string; linkTo?: string | undefined }
    /** Came in with an identity linked more than a week ago, asked for anew: as good as the old phone. */
    isVouched?: boolean
    /** Came back vouched for, and not yet tied to an account. */
    vouched?: { identity: VouchedIdentity; since: string; returnTo: string; phone?: string | undefined; codeTo?: string | undefined }
  }
}

const text = Type.String({ default: '', maxLength: 2000 })
const home = '/ho-so'

export const identityRoutes: FastifyPluginAsyncTypebox<{ identity: IdentityProvider | undefined }> = async (
  app,
  { identity: provider }
) => {
  admit(app, 'anybody')
  if (!provider) return
  const { context } = app
  const named = { provider: provider.name }
  const limit = limitTries(app, { max: 600, seconds: 600, by: ({ ip }) => `identity ${ip}` })
  // Whoever is vouched for may name any phone: ten codes an hour find one's own, and ring few strangers.
  const askForCode = limitTries(app, { max: 10, seconds: 3600, by: ({ session }) => `code for ${session.vouched?.identity.subject}` })

  async function leave(request: FastifyRequest, reply: FastifyReply, { returnTo, linkTo }: { returnTo: string; linkTo?: string }) {
    await limit(request)
    const { locale, protocol, host } = request
    // In the trial people type 127.0.0.1 or localhost, and have their session at that one only.
    const returnUrl = `${app.demo ? `${protocol}://${host}` : context.baseUrl}${identityReturnPath}`
    const start = await provider!.begin({ returnUrl, locale })
    if ('trouble' in start) return turnBack(request, reply, { linkTo, returnTo, kind: 'down' })
    request.session.away = { begun: start.begun, returnTo, linkTo, since: context.now().toString() }
    return reply.redirect(start.url, 303)
  }

  /** A page to go on from, with the reason in a sentence. */
  function turnBack(
    { locale }: FastifyRequest,
    reply: FastifyReply,
    { linkTo, returnTo, kind }: { linkTo?: string | undefined; returnTo: string; kind: 'down' | 'declined' | 'untrue' }
  ) {
    const sentence = linkTo && kind === 'down' ? words.downLinking : words[kind]
    const to = linkTo ? '/tai-khoan' : `/dang-nhap?tiep=${encodeURIComponent(returnTo)}`
    return reply.flash(kind === 'declined' ? 'info' : 'warn', say(sentence[locale], named)).redirect(to, 303)
  }

  /** Who came back and has not been tied to an account yet; not for ever. */
  function waiting({ session }: FastifyRequest) {
    const { vouched } = session
    if (vouched && isStale(vouched.since, context.now())) delete session.vouched
    return session.vouched
  }

  app.get('/dang-nhap/dinh-danh', { schema: { querystring: Type.Object({ tiep: text }) } }, (request, reply) => {
    const returnTo = localPath(request.query.tiep, home)
    if (request.visitor?.role === 'applicant') return reply.redirect(returnTo, 303)
    return leave(request, reply, { returnTo })
  })

  app.get('/tai-khoan/dinh-danh', (request, reply) => {
    const { id, role } = request.actor
    if (role !== 'applicant') throw new Refusal('NOT_YOURS_TO_DO')
    return leave(request, reply, { returnTo: '/tai-khoan', linkTo: id })
  })

  app.get(identityReturnPath, async (request, reply) => {
    await limit(request)
    const { session, visitor, locale } = request
    const { away } = session
    // Used once, whatever comes of it: the same answer brought again finds no question.
    delete session.away
    if (!away || isStale(away.since, context.now()) || (away.linkTo && away.linkTo !== visitor?.id))
      return turnBack(request, reply, { returnTo: away?.returnTo ?? home, kind: 'untrue' })
    const { begun, returnTo, linkTo } = away
    const answer = await provider.finish({ query: request.url.split('?')[1] ?? '', begun })
    if ('trouble' in answer) {
      const { trouble, why } = answer
      if (trouble !== 'declined') request.log.warn({ trouble, why }, 'a sign-in elsewhere came to nothing')
      return turnBack(request, reply, { returnTo, linkTo, kind: trouble })
    }
    const since = context.now().toString()
    if (linkTo) {
      session.vouched = { identity: answer, since, returnTo }
      return reply.redirect('/tai-khoan/ghep', 303)
    }
    const entry = await signInElsewhere(context, { vouched: { identity: answer, provider: provider.name }, locale })
    if ('actor' in entry) {
      await request.enter(entry.actor)
      request.session.isVouched = entry.isVouched
      return reply.redirect(localPath(returnTo, home), 303)
    }
    session.vouched = { identity: answer, since, returnTo, phone: entry.asks === 'code' ? entry.phone : undefined }
    return reply.redirect('/dang-nhap/dinh-danh/ghep', 303)
  })

  const startAgain = (request: FastifyRequest, reply: FastifyReply) => turnBack(request, reply, { returnTo: home, kind: 'untrue' })

  app.get('/dang-nhap/dinh-danh/ghep', async (request, reply) => {
    const vouched = waiting(request)
    if (!vouched) return startAgain(request, reply)
    const maskedPhone = vouched.phone && maskPhone(vouched.phone)
    return reply.page(provePhonePage({ ...request.frame({ form: true }), ...named, name: vouched.identity.name, maskedPhone }))
  })

  app.post('/dang-nhap/dinh-danh/ghep', { schema: { body: Type.Object({ phone: text }) } }, async (request, reply) => {
    const vouched = waiting(request)
    if (!vouched) return startAgain(request, reply)
    const typed = request.body.phone
    try {
      await askForCode(request)
      const typedPhone = vouched.phone ?? (typed || vouched.codeTo || '')
      vouched.codeTo = await requestSignInCode(context, { typedPhone, locale: request.locale })
    } catch (error) {
      const refusal = mendable(error)
      const maskedPhone = vouched.phone && maskPhone(vouched.phone)
      const page = { ...request.frame({ form: true }), ...named, name: vouched.identity.name, maskedPhone, typed, refusal }
      return reply.page(provePhonePage(page), refusal)
    }
    return reply.redirect('/dang-nhap/dinh-danh/ma', 303)
  })

  const codeForm = { action: '/dang-nhap/dinh-danh/ma', again: '/dang-nhap/dinh-danh/ghep', otherPhone: '/dang-nhap/dinh-danh/ghep' }

  app.get('/dang-nhap/dinh-danh/ma', async (request, reply) => {
    const vouched = waiting(request)
    if (!vouched?.codeTo) return startAgain(request, reply)
    return reply.page(codePage({ ...request.frame({ form: true }), maskedPhone: maskPhone(vouched.codeTo), demo: app.demo, ...codeForm }))
  })

  app.post('/dang-nhap/dinh-danh/ma', { schema: { body: Type.Object({ code: text }) } }, async (request, reply) => {
    const vouched = waiting(request)
    if (!vouched?.codeTo) return startAgain(request, reply)
    const { codeTo: phone, identity, returnTo } = vouched
    const { locale } = request
    const code = request.body.code.replace(/\D/g, '')
    try {
      await limit(request)
      if (code.length !== 6) throw new Refusal('FORM_INCOMPLETE', { fields: { code: 'CODE_INVALID' } })
      await request.enter(await linkWithCode(context, { vouched: { identity, provider: provider.name }, phone, code, locale }))
    } catch (error) {
      const refusal = error instanceof Refusal && error.code === 'SIGN_IN_CODE_WRONG' ? error : mendable(error)
      const page = { ...request.frame({ form: true }), maskedPhone: maskPhone(phone), typed: request.body.code, demo: app.demo, refusal }
      return reply.page(codePage({ ...page, ...codeForm }), refusal)
    }
    return reply.flash('ok', say(words.linked[locale], named)).redirect(localPath(returnTo, home), 303)
  })

  app.post('/dang-nhap/dinh-danh/thoi', async (request, reply) => {
    delete request.session.vouched
    return reply.flash('info', say(words.notLinked[request.locale], named)).redirect('/dang-nhap', 303)
  })
}
