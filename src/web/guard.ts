// Who may enter: said once for each door, on the door itself. What they may do inside is the lifecycle's word, and whose dossier it is dossiers/access.ts.
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { findWorking } from '../accounts/queries.ts'
import { actsAs, type Role } from '../accounts/roles.ts'
import { Refusal } from '../kernel/refusal.ts'

/**
 * Roles that are let in; `anybody` where no account is needed and the address itself gives nothing away; `bearer` where what is
 * shown opens the door: a link only its receiver has, the signature of a carrier.
 */
export type Admission = 'anybody' | 'bearer' | readonly Role[]

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set by `admit`; an address without one (and without a `scope` of the API) is never opened. */
    admits?: Admission
  }
}

/** @throws Refusal SIGN_IN_NEEDED when nobody is signed in, NOT_YOURS_TO_DO when somebody else is */
async function check(request: FastifyRequest, roles: readonly Role[]): Promise<void> {
  if (!request.visitor) throw new Refusal('SIGN_IN_NEEDED', { staff: !roles.includes('applicant') })
  if (!actsAs(request.visitor.role, ...roles)) throw new Refusal('NOT_YOURS_TO_DO')
  const { id, role } = request.visitor
  if (role === 'applicant') return
  // Whoever has left is out at the next page, not at the end of the session; and what they answer for is today's.
  const { db, now } = request.server.context
  const working = await findWorking(db, id, now())
  if (!working) {
    await request.session.destroy()
    throw new Refusal('SIGN_IN_NEEDED', { staff: true })
  }
  request.duties = working.duties
}

/** Lets these in at every address that is opened in this scope from here on. */
export function admit(app: FastifyInstance, admission: Admission): void {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, admits: admission }
  })
  if (typeof admission !== 'string') app.addHook('onRequest', (request) => check(request, admission))
}

/** Counts every door as it is made. @returns the doors nobody has said anything about */
export function watchDoors(app: FastifyInstance): { unguarded: () => string[] } {
  const doors: RouteOptions[] = []
  app.addHook('onRoute', (route) => {
    doors.push(route)
  })
  return {
    unguarded: () =>
      doors.filter(({ config }) => !config?.admits && !config?.scope).map(({ method, url }) => `${[method].flat().join(', ')} ${url}`)
  }
}
