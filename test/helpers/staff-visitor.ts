// Somebody who works here, in front of a browser without a script.
import type { FastifyInstance } from 'fastify'
import { demoPassword, openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { findStaff } from '../../src/accounts/queries.ts'
import type { Actor } from '../../src/accounts/roles.ts'
import type { TestShop } from './context.ts'
import { openVisitor, type Visitor } from './visitor.ts'

/** The shop with its demo accounts, listening; `staff('xuly.stttt')` is signed in. */
export async function openForStaff(
  shop: TestShop
): Promise<{ app: FastifyInstance; address: string; staff: (username: string) => Promise<Visitor> }> {
  await openDemoAccounts(shop.context)
  const app = await shop.app()
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const staff = async (username: string) => {
    const visitor = openVisitor(address)
    await visitor.get('/can-bo/dang-nhap')
    await visitor.submit(/can-bo\/dang-nhap/, { username, password: demoPassword })
    return visitor
  }
  return { app, address, staff }
}

/** The same person behind the counter, for acts that need no page. */
export async function actorOf({ context }: Pick<TestShop, 'context'>, username: string): Promise<Actor> {
  const member = await findStaff(context.db, username)
  return { id: member!.id, name: member!.fullName, role: member!.role, agencyId: member!.agencyId! }
}
