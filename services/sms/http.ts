// Short messages through a gateway that takes `POST { to, text }` as JSON with a bearer key; most providers' relays can be set up so.
import { ServiceError } from '../service-error.ts'
import type { Sms } from './sms.ts'

type Options = { url: string; key: string; unaccented?: boolean; timeoutMs?: number }

/** 429 and 5xx: later (as long as the gateway asks); other refusals and a wrong key: a person must look. */
export function httpSms({ url, key, unaccented = false, timeoutMs = 10_000 }: Options): Sms {
  return {
    unaccented,
    async send({ to, text }) {
      const request = {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ to: international(to), text }),
        signal: AbortSignal.timeout(timeoutMs)
      }
      const answer = await fetch(url, request).catch((cause: Error) => {
        throw new ServiceError('sms', cause.message, { retry: true, cause })
      })
      await answer.body?.cancel()
      if (answer.ok) return
      const retry = answer.status === 429 || answer.status >= 500
      const after = Number(answer.headers.get('retry-after')) || undefined
      throw new ServiceError('sms', `the gateway answered ${answer.status}`, { retry, after })
    }
  }
}

/** `0912480123` → `+84912480123` (E.164). */
const international = (phone: string): string => phone.replace(/^0/, '+84')
