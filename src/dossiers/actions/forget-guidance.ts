// Thirty days after a slip nobody came back with: name, phone and draft go; that a trip was wasted stays counted.
import type { Context } from '../../context.ts'
import { forgetGuidance } from '../guidance-store.ts'

export const forgetVisitor = (context: Context, { slipId }: { slipId: string }): Promise<void> =>
  context.db.transaction((tx) => forgetGuidance(tx, { id: slipId, before: context.now() }))
