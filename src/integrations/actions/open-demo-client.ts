// The embedded mode has one integrator that may do everything, with the same key after every start.
import type { Context } from '../../context.ts'
import { keptSecret } from '../../kept-secret.ts'
import { newKey, scopes } from '../keys.ts'
import { registerClient } from './register-client.ts'

/** @returns the key, to be printed for whoever tries the house out */
export async function openDemoClient(context: Context, dataDir: string): Promise<string> {
  const kept = keptSecret(dataDir, 'demo-api-key.secret', () => newKey(true))
  const { key } = await registerClient(context, { name: 'Đối tác dùng thử', scopes, key: kept })
  return key
}
