// The link in the message about a visit that failed: 128 random bits, of which only a hash is kept; read for two weeks, used to change once.
import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '../../context.ts'
import { insertLink } from '../store.ts'

const readableFor = { hours: 14 * 24 }

export const hashOfToken = (token: string): string => createHash('sha256').update(`bp ${token}`).digest('hex')

/** @param phone where the message goes. A message that is written twice leaves one link that nobody got. */
export async function openParcelLink(context: Context, { shipmentId, phone }: { shipmentId: string; phone: string }): Promise<string> {
  const token = randomBytes(16).toString('base64url')
  const createdAt = context.now()
  await context.db.transaction((tx) =>
    insertLink(tx, { tokenHash: hashOfToken(token), shipmentId, phone, createdAt, expiresAt: createdAt.add(readableFor) })
  )
  return `${context.baseUrl}/bp/${token}`
}
