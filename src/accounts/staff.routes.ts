// Clerks, officers and postmen sign in and land where their work is.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { admit } from '../web/guard.ts'
import { localPath } from '../web/local-path.ts'
import { mendable } from '../web/request.ts'
import { limitTries } from '../web/tries.ts'
import { signInStaff } from './actions/sign-in.ts'
import { staffSignInPage } from './pages/staff-sign-in.ts'
import type { Role } from './roles.ts'

const text = Type.String({ default: '', maxLength: 500 })
const workplaces: Partial<Record<Role, string>> = {
  clerk: '/quay',
  supervisor: '/quay',
  officer: '/xu-ly',
  signer: '/xu-ly',
  postman: '/buu-dien',
  administrator: '/quan-tri/mau-giay'
}

/** Rooms of the staff; who is let in where is said at each door. */
const staffRooms = /^\/(quay|xu-ly|ban-goc|ky|ket-qua|lanh-dao|nhac-viec|so-theo-doi|buu-dien|can-bo|quan-tri)(?=[/?]|$)/

/** Back to where they were going when that is a room of the staff, else to their first page. */
function landing(role: Role, asked: string): string {
  const own = workplaces[role] ?? '/'
  const path = localPath(asked, own)
  return staffRooms.test(path) && !path.startsWith('/can-bo/dang-nhap') ? path : own
}

const shownOnForm = (error: unknown): Refusal => (error instanceof Refusal && error.code === 'SIGN_IN_FAILED' ? error : mendable(error))

function requireBoth({ username, password }: { username: string; password: string }): void {
  const fields: FieldErrors = {}
  if (!username.trim()) fields['username'] = 'REQUIRED'
  if (!password) fields['password'] = 'REQUIRED'
  if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
}

export const staffSignInRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'anybody')
  const { context } = app
  // A department comes to work at seven behind one address; one user name is one person.
  const fromHere = limitTries(app, { max: 300, seconds: 600, by: (request) => request.ip })
  const asThisPerson = limitTries(app, {
    max: 10,
    seconds: 600,
    by: (request) => (request.body as { username: string }).username.trim().toLowerCase()
  })

  app.get('/can-bo/dang-nhap', { schema: { querystring: Type.Object({ tiep: text }) } }, async (request, reply) => {
    const { visitor } = request
    if (visitor && visitor.role !== 'applicant') return reply.redirect(landing(visitor.role, request.query.tiep), 303)
    return reply.page(staffSignInPage({ ...request.frame({ form: true }), returnTo: localPath(request.query.tiep, '') }))
  })

  app.post(
    '/can-bo/dang-nhap',
    { schema: { body: Type.Object({ username: text, password: text, tiep: text }) } },
    async (request, reply) => {
      const { username, password, tiep } = request.body
      try {
        requireBoth(request.body)
        await fromHere(request)
        await asThisPerson(request)
        const actor = await signInStaff(context, { username, password })
        await request.enter(actor)
        return reply.redirect(landing(actor.role, tiep), 303)
      } catch (error) {
        const refusal = shownOnForm(error)
        return reply.page(staffSignInPage({ ...request.frame({ form: true }), username, returnTo: localPath(tiep, ''), refusal }), refusal)
      }
    }
  )
}
