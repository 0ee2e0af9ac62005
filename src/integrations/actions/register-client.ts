// An integrator gets a key. It is shown once: only its hash is kept.
import type { Context } from '../../context.ts'
import { hashOfKey, newKey, type Scope } from '../keys.ts'
import type { ApiClient } from '../queries.ts'
import { saveClient } from '../store.ts'

type Registration = {
  name: string
  scopes: readonly Scope[]
  /** One made before, so that a second start of the embedded mode finds the same client. */
  key?: string
}

export async function registerClient(
  context: Context,
  { name, scopes, key = newKey() }: Registration
): Promise<{ client: ApiClient; key: string }> {
  const client = await context.db.transaction((tx) =>
    saveClient(tx, { id: context.newId(), name, keyHash: hashOfKey(key), scopes: [...scopes], createdAt: context.now() })
  )
  return { client, key }
}
