// Who may enter a room. Said once at its door; what they may do inside is the lifecycle's word.
import type { FastifyRequest } from 'fastify'
import { isWorking } from '../accounts/queries.ts'
import { actsAs, type Role } from '../accounts/roles.ts'
import { Refusal } from '../kernel/refusal.ts'

/** @throws Refusal SIGN_IN_NEEDED when nobody is signed in, NOT_YOURS_TO_DO when somebody else is */
export function only(...roles: Role[]) {
  return async (request: FastifyRequest): Promise<void> => {
    if (!request.visitor) throw new Refusal('SIGN_IN_NEEDED', { staff: !roles.includes('applicant') })
    if (!actsAs(request.visitor.role, ...roles)) throw new Refusal('NOT_YOURS_TO_DO')
    // Whoever has left is out at the next page, not at the end of the session.
    const { id, role } = request.visitor
    if (role !== 'applicant' && !(await isWorking(request.server.context.db, id))) {
      await request.session.destroy()
      throw new Refusal('SIGN_IN_NEEDED', { staff: true })
    }
  }
}
