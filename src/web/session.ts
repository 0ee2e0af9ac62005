// Sessions in the database, so that a restart signs nobody out; cookies that scripts and other sites cannot use; a token in every form.
import { createHash } from 'node:crypto'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import session from '@fastify/session'
import type { FastifyInstance, FastifyRequest, Session } from 'fastify'
import { findSession } from '../accounts/queries.ts'
import type { Actor } from '../accounts/roles.ts'
import { endSession, markSessionSeen, saveSession } from '../accounts/store.ts'
import type { Context } from '../context.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `false`: a preference anybody may post, such as the language. */
    csrf?: boolean
  }
  interface FastifyRequest {
    /** Signs somebody in, under a session id that nobody could have planted before. */
    enter(actor: Actor): Promise<void>
    /** The name of this session in lists of them; it opens nothing. */
    readonly sessionKey: string
  }
  interface Session {
    /** What the browser said of itself at the sign-in. */
    device?: string
  }
}

const twelveHours = 12 * 3600 * 1000
const keyOf = (id: string) => createHash('sha256').update(id).digest('hex')

/** Enough to tell one's own phone from somebody else's; nothing that could break a page or fill the table. */
const deviceOf = ({ headers }: FastifyRequest): string => (headers['user-agent'] ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, 200)

const seenEvery = { minutes: 10 }

type Done = (error: unknown, found?: Session | null) => void
const answer = (work: Promise<Session | null | undefined>, done: Done) => work.then((found) => done(null, found), done)

function storeOf({ db, now }: Context) {
  async function load(id: string): Promise<Session | undefined> {
    const at = now()
    const found = await findSession(db, id, at)
    const seenBefore = at.subtract(seenEvery)
    if (found && (found.personId || found.staffId) && Temporal.Instant.compare(found.lastSeenAt, seenBefore) < 0)
      await db.transaction((tx) => markSessionSeen(tx, { id, at, seenBefore }))
    return found?.data as Session | undefined
  }

  async function save(id: string, held: Session): Promise<null> {
    const at = now()
    const expiresAt = at.add({ milliseconds: held.cookie.originalMaxAge ?? twelveHours })
    const { actor, device = '' } = held
    const isCitizen = actor?.role === 'applicant'
    const owner = { personId: actor && isCitizen ? actor.id : null, staffId: actor && !isCitizen ? actor.id : null }
    const data = JSON.parse(JSON.stringify(held))
    await db.transaction((tx) => saveSession(tx, { id, data, device, ...owner, expiresAt, createdAt: at, lastSeenAt: at }))
    return null
  }

  const end = (id: string) => db.transaction((tx) => endSession(tx, { id, at: now() })).then(() => null)

  return {
    get: (id: string, done: Done) => answer(load(keyOf(id)), done),
    set: (id: string, held: Session, done: Done) => answer(save(keyOf(id), held), done),
    destroy: (id: string, done: Done) => answer(end(keyOf(id)), done)
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
  app.decorateRequest('enter', async function (this: FastifyRequest, actor: Actor) {
    await this.session.regenerate()
    this.session.actor = actor
    this.session.device = deviceOf(this)
  })
  app.decorateRequest('sessionKey', {
    getter: function (this: FastifyRequest) {
      return keyOf(this.session.sessionId)
    }
  })
  app.addHook('preHandler', (request, reply, done) => {
    if (isSafe(request.method) || request.routeOptions.config.csrf === false) return done()
    app.csrfProtection(request, reply, done)
  })
}
