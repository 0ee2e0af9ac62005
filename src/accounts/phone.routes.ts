// A signed-in citizen moves the account to a new phone.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { limitTries } from '../web/tries.ts'
import { askForPhoneChange, changePhone } from './actions/change-phone.ts'
import { newPhoneWords, say } from './pages/account-words.ts'
import { newPhonePage, phoneCodesPage } from './pages/new-phone.ts'
import { findPerson } from './queries.ts'
import { maskPhone } from './rules.ts'

declare module 'fastify' {
  interface Session {
    /** The number a code was sent to, until it is typed. */
    newPhone?: string
  }
}

const text = Type.String({ default: '', maxLength: 100 })
const here = '/tai-khoan/doi-so'
const digits = (typed: string) => typed.replace(/\D/g, '')

/** @throws Refusal FORM_INCOMPLETE */
function requireCodes(codes: Record<string, string>): void {
  const wrong = Object.entries(codes).filter(([, code]) => code.length !== 6)
  const fields: FieldErrors = Object.fromEntries(wrong.map(([name]) => [name, 'CODE_INVALID' as const]))
  if (wrong.length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
}

export const phoneRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  admit(app, ['applicant'])
  const limit = limitTries(app, { max: 20, seconds: 600, by: ({ actor }) => `new phone ${actor.id}` })

  async function frameOf(request: FastifyRequest) {
    const person = await findPerson(context.db, request.actor.id)
    return { ...request.frame({ form: true }), phone: person!.phone, isVouched: request.session.isVouched === true }
  }

  app.get(here, async (request, reply) => reply.page(newPhonePage(await frameOf(request))))

  app.post(here, { schema: { body: Type.Object({ phone: text }) } }, async (request, reply) => {
    const { actor: by, locale, session } = request
    const typed = request.body.phone
    try {
      await limit(request)
      session.newPhone = await askForPhoneChange(context, { by, typedPhone: typed, isVouched: session.isVouched === true, locale })
    } catch (error) {
      const refusal = mendable(error)
      return reply.page(newPhonePage({ ...(await frameOf(request)), typed, refusal }), refusal)
    }
    return reply.redirect(`${here}/ma`, 303)
  })

  app.get(`${here}/ma`, async (request, reply) => {
    const { newPhone } = request.session
    if (!newPhone) return reply.redirect(here, 303)
    return reply.page(phoneCodesPage({ ...(await frameOf(request)), newPhone, demo: app.demo }))
  })

  app.post(`${here}/ma`, { schema: { body: Type.Object({ code: text, oldCode: text }) } }, async (request, reply) => {
    const { actor: by, locale, session, sessionKey } = request
    const { newPhone } = session
    if (!newPhone) return reply.redirect(here, 303)
    const isVouched = session.isVouched === true
    const [code, oldCode] = [digits(request.body.code), digits(request.body.oldCode)]
    try {
      await limit(request)
      requireCodes(isVouched ? { code } : { code, oldCode })
      await changePhone(context, { by, phone: newPhone, code, oldCode, isVouched, sessionKey })
    } catch (error) {
      const refusal = error instanceof Refusal && error.code === 'SIGN_IN_CODE_WRONG' ? error : mendable(error)
      return reply.page(phoneCodesPage({ ...(await frameOf(request)), newPhone, demo: app.demo, refusal }), refusal)
    }
    delete session.newPhone
    return reply.flash('ok', say(newPhoneWords.done[locale], { phone: maskPhone(newPhone) })).redirect('/tai-khoan', 303)
  })
}
