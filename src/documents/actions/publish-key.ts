// At every start: the public half of the seal is published, and the one before it ends. What it sealed in its time stays true.
import type { Context, Outside } from '../../context.ts'
import { endOtherKeys, ensureKey, openKey } from '../store.ts'
import { toBase64Url } from '../verification.ts'

export async function publishKey(context: Context, { seal }: Pick<Outside, 'seal'>): Promise<void> {
  const at = context.now()
  await context.db.transaction(async (tx) => {
    await ensureKey(tx, { id: seal.keyId, publicKey: toBase64Url(seal.publicKey), validFrom: at })
    await openKey(tx, seal.keyId)
    await endOtherKeys(tx, seal.keyId, at)
  })
}
