// How the simulated carrier calls back: signed, tried again, and, when told to, late, twice, in the wrong order or badly signed.
import { setTimeout as pause } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import type { Scan } from './carrier.ts'

export type Faults = {
  /** Every scan is told twice, under one id and then under another. */
  duplicate: boolean
  /** Nothing is told until this is switched off; then everything at once. */
  late: boolean
  /** What was kept back by `late` is told newest first. */
  outOfOrder: boolean
  /** So many calls are signed with a wrong secret before the right one is used again. */
  badSignature: number
  /** So many orders are taken without an answer. */
  timeout: number
  /** So many orders are turned away with 503. */
  unavailable: number
}
export const noFaults: Faults = { duplicate: false, late: false, outOfOrder: false, badSignature: 0, timeout: 0, unavailable: 0 }

type Options = { url: string; secret: string; now: () => Temporal.Instant; faults: Faults; retryMs: readonly number[] }

export function openWebhooks({ url, secret, now, faults, retryMs }: Options) {
  const signer = new Webhook(secret)
  const stranger = new Webhook(`whsec_${Buffer.from('not the secret that was agreed').toString('base64')}`)
  const underway = new Set<Promise<void>>()
  const closing = new AbortController()
  let waiting: Scan[] = []

  async function send(id: string, scan: Scan): Promise<void> {
    const raw = JSON.stringify({ type: 'shipment.scanned', timestamp: now().toString(), data: scan })
    for (const wait of retryMs) {
      await pause(wait, undefined, { signal: closing.signal })
      if (await sendOnce(id, raw)) return
    }
  }

  async function sendOnce(id: string, raw: string): Promise<boolean> {
    const at = new Date(now().epochMilliseconds)
    const wrong = faults.badSignature > 0
    if (wrong) faults.badSignature -= 1
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': (wrong ? stranger : signer).sign(id, at, raw)
    }
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers,
        body: raw,
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(15000)])
      })
      await answer.body?.cancel()
      return answer.ok
    } catch {
      return false
    }
  }

  function start(scan: Scan): Promise<void> {
    const calls = [send(`msg_${scan.eventId}`, scan)]
    if (faults.duplicate) calls.push(send(`msg_${scan.eventId}`, scan), send(`msg_${scan.eventId}_again`, scan))
    const call = Promise.all(calls).then(
      () => {},
      () => {} // Closed while waiting to try again: the scan is still found by asking for tracking.
    )
    underway.add(call)
    return call.finally(() => underway.delete(call))
  }

  return {
    /** Resolves when told, or when every try failed. */
    tell(scan: Scan): Promise<void> {
      if (!faults.late) return start(scan)
      waiting.push(scan)
      return Promise.resolve()
    },
    /** Tells what was kept back. */
    async flush(): Promise<void> {
      const kept = faults.outOfOrder ? waiting.toReversed() : waiting
      waiting = []
      for (const scan of kept) await start(scan)
    },
    async settled(): Promise<void> {
      await Promise.all(underway)
    },
    async close(): Promise<void> {
      closing.abort()
      await Promise.all(underway)
    }
  }
}
