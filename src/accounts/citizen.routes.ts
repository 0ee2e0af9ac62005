// Citizens sign in by a code sent to their phone, and sign out; everybody signs out here.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Refusal } from '../kernel/refusal.ts'
import { admit } from '../web/guard.ts'
import { localPath } from '../web/local-path.ts'
import { mendable } from '../web/request.ts'
import { limitTries } from '../web/tries.ts'
import { requestSignInCode, signInWithCode } from './actions/sign-in.ts'
import { codePage, phonePage } from './pages/sign-in.ts'
import { signInWords } from './pages/words.ts'
import { maskPhone } from './rules.ts'
import type { IdentityProvider } from './types.ts'

const text = Type.String({ default: '', maxLength: 2000 })
const Return = Type.Object({ tiep: text })
const home = '/ho-so'

/** A wrong code keeps the page open; so does everything a person can mend in the form. */
const shownOnForm = (error: unknown): Refusal => (error instanceof Refusal && error.code === 'SIGN_IN_CODE_WRONG' ? error : mendable(error))

export const citizenSignInRoutes: FastifyPluginAsyncTypebox<{ identity: IdentityProvider | undefined }> = async (app, { identity }) => {
  admit(app, 'anybody')
  const provider = identity?.name
  const { context } = app
  const isDemo = app.hasDecorator('demo') && app.demo
  // The action sends at most five codes an hour to one phone and takes five tries of each; an address may be a whole street
  // behind one telephone mast, so here only what no street does is stopped.
  const askForCode = limitTries(app, { max: 60, seconds: 600, by: (request) => request.ip })
  const tryCode = limitTries(app, { max: 300, seconds: 600, by: (request) => request.ip })

  app.get('/dang-nhap', { schema: { querystring: Return } }, async (request, reply) => {
    const returnTo = localPath(request.query.tiep, home)
    if (request.visitor?.role === 'applicant') return reply.redirect(returnTo, 303)
    return reply.page(phonePage({ ...request.frame({ form: true }), returnTo, provider }))
  })

  app.post('/dang-nhap', { schema: { body: Type.Object({ phone: text, tiep: text }) } }, async (request, reply) => {
    const { phone: typed, tiep } = request.body
    const returnTo = localPath(tiep, home)
    try {
      await askForCode(request)
      request.session.phone = await requestSignInCode(context, { typedPhone: typed, locale: request.locale })
    } catch (error) {
      const refusal = mendable(error)
      return reply.page(phonePage({ ...request.frame({ form: true }), phone: typed, returnTo, provider, refusal }), refusal)
    }
    request.session.returnTo = returnTo
    return reply.redirect('/dang-nhap/ma', 303)
  })

  app.get('/dang-nhap/ma', async (request, reply) => {
    const { phone } = request.session
    if (!phone) return reply.redirect('/dang-nhap', 303)
    return reply.page(codePage({ ...request.frame({ form: true }), maskedPhone: maskPhone(phone), demo: isDemo }))
  })

  app.post('/dang-nhap/ma', { schema: { body: Type.Object({ code: text }) } }, async (request, reply) => {
    const { phone, returnTo } = request.session
    if (!phone) return reply.redirect('/dang-nhap', 303)
    const code = request.body.code.replace(/\D/g, '')
    try {
      await tryCode(request)
      if (code.length !== 6) throw new Refusal('FORM_INCOMPLETE', { fields: { code: 'CODE_INVALID' } })
      const actor = await signInWithCode(context, { phone, code, locale: request.locale })
      await request.enter(actor)
    } catch (error) {
      const refusal = shownOnForm(error)
      const page = { ...request.frame({ form: true }), maskedPhone: maskPhone(phone), typed: request.body.code, demo: isDemo, refusal }
      return reply.page(codePage(page), refusal)
    }
    return reply.redirect(localPath(returnTo, home), 303)
  })

  app.post('/dang-nhap/gui-lai', async (request, reply) => {
    const { phone } = request.session
    if (!phone) return reply.redirect('/dang-nhap', 303)
    try {
      await askForCode(request)
      await requestSignInCode(context, { typedPhone: phone, locale: request.locale })
    } catch (error) {
      const refusal = mendable(error)
      return reply.page(codePage({ ...request.frame({ form: true }), maskedPhone: maskPhone(phone), demo: isDemo, refusal }), refusal)
    }
    return reply.flash('ok', signInWords.sentAgain[request.locale]).redirect('/dang-nhap/ma', 303)
  })

  app.post('/dang-xuat', async (request, reply) => {
    const wasStaff = request.visitor !== undefined && request.visitor.role !== 'applicant'
    await request.session.regenerate()
    return reply.flash('ok', signInWords.signedOut[request.locale]).redirect(wasStaff ? '/can-bo/dang-nhap' : '/', 303)
  })
}
