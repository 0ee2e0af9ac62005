// Signing out somewhere else: at once, for the very next page that is asked for there.
import type { Context } from '../../context.ts'
import type { Actor } from '../roles.ts'
import { endSessionsOf } from '../store.ts'

/** Ends one session of theirs, or all but `except`, or all. @returns how many */
export async function endSessions(
  context: Context,
  { by, only, except }: { by: Actor; only?: string; except?: string | undefined }
): Promise<number> {
  return context.db.transaction((tx) => endSessionsOf(tx, { of: by, at: context.now(), ...(only ? { only } : {}), except }))
}
