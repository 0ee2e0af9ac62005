// People who really work at the offices of the demo, by their user names; and a dossier that goes from ward to district to department.
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { findStaff } from '../../src/accounts/queries.ts'
import type { Actor } from '../../src/accounts/roles.ts'
import type { Context } from '../../src/context.ts'
import { acceptAtDesk } from '../../src/dossiers/actions/accept-at-desk.ts'
import { currentStepsOf } from '../../src/processing/queries.ts'
import { aDossier } from './dossiers.ts'

/** Opens the accounts of the demo and gives one after another by user name. */
export async function theOffices(context: Context): Promise<(username: string) => Promise<Actor>> {
  await openDemoAccounts(context)
  return async (username) => {
    const { id, fullName, role, agencyId } = (await findStaff(context.db, username))!
    return { id, name: fullName, role, agencyId: agencyId! }
  }
}

/** Worship allowance for a martyr: ward, then district and department, then the head of the ward. */
export const interconnected = '1.010803'

export async function acceptedAtWard(
  context: Context,
  { clerk, channel = 'online', procedure = interconnected }: { clerk: Actor; channel?: 'online' | 'desk'; procedure?: string }
) {
  const papers = [1, 2].map((number) => ({ number, name: `Giấy tờ ${number}`, form: 'original', given: 'paper' as const }))
  const filed = await aDossier(context, { procedure, agency: '11311', channel, ...(channel === 'desk' && { papers }) })
  await acceptAtDesk(context, { dossierId: filed.id, by: clerk })
  return filed.id
}

/** The states of the current steps, in order. */
export const statesOf = async (context: Context, dossierId: string) =>
  (await currentStepsOf(context.db, dossierId)).map(({ state }) => state)

export async function stepAt(context: Context, dossierId: string, position: number) {
  return (await currentStepsOf(context.db, dossierId)).find((step) => step.position === position)!
}
