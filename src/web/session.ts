// Sessions in the database, so that a restart signs nobody out; cookies that scripts and other sites cannot use; a token in every form.
import { createHash } from 'node:crypto'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import session from '@fastify/session'
import type { FastifyInstance, FastifyRequest, Session } from 'fastify'
import { findSession } from '../accounts/queries.ts'
import { deleteSession, saveSession } from '../accounts/store.ts'
import type { Context } from '../context.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `false`: a preference anybody may post, such as the language. */
    csrf?: boolean
  }
}

const twelveHours = 12 * 3600 * 1000
const keyOf = (id: string) => createHash('sha256').update(id).digest('hex')

type Done = (error: unknown, found?: Session | null) => void
const answer = (work: Promise<Session | null | undefined>, done: Done) => work.then((found) => done(null, found), done)

function storeOf({ db, now }: Context) {
  return {
    get: (id: string, done: Done) => answer(findSession(db, keyOf(id), now()) as Promise<Session | undefined>, done),
    set: (id: string, data: Session, done: Done) => {
      const expiresAt = now().add({ milliseconds: data.cookie.originalMaxAge ?? twelveHours })
      answer(
        db.transaction((tx) => saveSession(tx, { id: keyOf(id), data: JSON.parse(JSON.stringify(data)), expiresAt })).then(() => null),
        done
      )
    },
    destroy: (id: string, done: Done) =>
      answer(
        db.transaction((tx) => deleteSession(tx, keyOf(id))).then(() => null),
        done
      )
  }
}

const isSafe = (method: string) => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

/** @param secret at least 32 characters; signs the session cookie */
export async function openSessions(app: FastifyInstance, { context, secret }: { context: Context; secret: string }): Promise<void> {
  await app.register(cookie)
  await app.register(session, {
    secret,
    cookieName: 'motcua',
    store: storeOf(context) as never,
    saveUninitialized: false,
    rolling: false,
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: 'auto', maxAge: twelveHours }
  })
  await app.register(csrf, {
    sessionPlugin: '@fastify/session',
    getToken: (request: FastifyRequest) => (request.body as { _csrf?: string } | undefined)?._csrf
  })
  app.addHook('preHandler', (request, reply, done) => {
    if (isSafe(request.method) || request.routeOptions.config.csrf === false) return done()
    app.csrfProtection(request, reply, done)
  })
}
