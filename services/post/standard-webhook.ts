// Standard Webhooks 1.0.0, our side: signed text is `id.timestamp.body` over the raw bytes, five minutes either way.
// Not the npm library: it takes the time from the wall and the body as text. It signs for the simulator, so the two are held against each other.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { VerifyWebhook, WebhookHeaders } from './post.ts'

const toleranceSeconds = 300

/** `whsec_` and base64; several secrets while one is being replaced. */
export function verifyStandardWebhook(secrets: readonly string[]): VerifyWebhook {
  return (headers, raw, now) => {
    const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => one(headers, name))
    if (!id || !timestamp || !signatures || !/^\d{1,12}$/.test(timestamp)) return { verdict: 'bad', transportId: id }
    const age = Math.abs(now.epochMilliseconds / 1000 - Number(timestamp))
    if (age > toleranceSeconds) return { verdict: 'bad', transportId: id }
    const given = signatures
      .split(' ')
      .filter((text) => text.startsWith('v1,'))
      // As bytes: a letter outside ASCII is longer than it looks.
      .map((text) => Buffer.from(text))
    const signed = secrets.some((secret) => {
      const right = Buffer.from(signature(secret, id, timestamp, raw))
      return given.some((text) => text.length === right.length && timingSafeEqual(text, right))
    })
    return { verdict: signed ? 'signed' : 'bad', transportId: id }
  }
}

function signature(secret: string, id: string, timestamp: string, raw: Uint8Array): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(raw).digest('base64')}`
}

/** The address a carrier posts to; its last part cannot be guessed and is made from the secret, so there is nothing more to keep. */
export function webhookPath(carrier: string, secret: string): string {
  return `/hooks/postal/${carrier}/${createHmac('sha256', secret).update(`path ${carrier}`).digest('hex').slice(0, 32)}`
}

function one(headers: WebhookHeaders, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}
