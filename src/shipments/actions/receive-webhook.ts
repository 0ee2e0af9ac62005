// A carrier's message is kept byte for byte and answered; reading it is a job. Nothing is parsed before it is stored.
import { createHash } from 'node:crypto'
import type { WebhookVerdict } from '../../../services/post/post.ts'
import type { Context } from '../../context.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { saveRaw } from '../store.ts'

export type Message = { carrier: string; verdict: WebhookVerdict; raw: Uint8Array; headers: Record<string, string>; ip: string }

/** @returns whether it was new. @throws Refusal WEBHOOK_SIGNATURE_BAD, after keeping it in quarantine */
export async function receiveWebhook(
  context: Context,
  { carrier, verdict: { verdict, transportId }, raw, headers, ip }: Message
): Promise<'stored' | 'duplicate'> {
  const bodyHash = createHash('sha256').update(raw).digest('hex')
  const bad = verdict === 'bad'
  // A stranger's message never takes the name of a true one: else it would make the true one a duplicate.
  const name = bad ? `bad:${bodyHash}:${transportId ?? ''}` : (transportId ?? `body:${bodyHash}`)
  const stored = await context.db.transaction(async (tx) => {
    const receivedAt = context.now()
    const saved = await saveRaw(tx, { carrier, transportId: name, bodyHash, body: raw, headers, ip, verdict, receivedAt })
    if (saved && !bad)
      await enqueue(tx, [{ name: 'shipment.inbound', payload: { rawId: saved.id }, key: `shipment.inbound:${saved.id}` }], receivedAt)
    return saved
  })
  if (bad) throw new Refusal('WEBHOOK_SIGNATURE_BAD', { carrier })
  return stored ? 'stored' : 'duplicate'
}
