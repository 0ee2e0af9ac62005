// What a person stated about themselves while filing is filled in for them the next time.
import type { Context } from '../../context.ts'
import { rememberPerson } from '../store.ts'

type Known = { fullName: string; identityNumber?: string | undefined; email?: string | undefined; address?: string | undefined }

/** Empty answers forget nothing. */
export async function rememberFiler(context: Context, { personId, known }: { personId: string; known: Known }): Promise<void> {
  const said = Object.fromEntries(Object.entries(known).filter(([, value]) => value))
  await context.db.transaction((tx) => rememberPerson(tx, personId, said))
}
