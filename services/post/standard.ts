// Our published interface for any postal operator: REST towards them, Standard Webhooks back. The simulator speaks it too.
import type { OrderRef, Outcome, PostalAdapter, RawStatus } from './post.ts'
import { verifyStandardWebhook } from './standard-webhook.ts'
import { mapBy, standardStatuses } from './status-map.ts'

export type StandardPostOptions = {
  code: string
  /** `https://post.example/api`, without a slash at the end. */
  url: string
  key: string
  webhookSecrets: readonly string[]
  /** Connect and read together; 10 s unless told. */
  timeoutMs?: number
}

type Answer = { status: number; body: unknown; retryAfter: number | undefined } | { failed: 'not_sent' | 'no_answer'; message: string }
type OrderBody = Omit<OrderRef, 'orderedAt'> & { orderedAt: string; cancelled?: boolean }

export function standardPost({ code, url, key, webhookSecrets, timeoutMs = 10000 }: StandardPostOptions): PostalAdapter {
  async function call(method: 'GET' | 'POST', path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    try {
      const answer = await fetch(url + path, {
        method,
        headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        body: body === undefined ? null : JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs)
      })
      const text = await answer.text()
      return { status: answer.status, body: parse(text), retryAfter: Number(answer.headers.get('retry-after')) || undefined }
    } catch (error) {
      return { failed: neverSent(error) ? 'not_sent' : 'no_answer', message: messageOf(error) }
    }
  }

  return {
    code,
    can: { cancel: true, findByOurRef: true, poll: true, webhook: true, instruct: true },
    async createOrder(order, idempotencyKey) {
      const answer = await call('POST', '/orders', order, { 'idempotency-key': idempotencyKey })
      return outcome(answer, readOrder, { writes: true })
    },
    async findByOurRef(ourRef) {
      const answer = await call('GET', `/orders/${encodeURIComponent(ourRef)}`)
      if ('status' in answer && answer.status === 404) return { ok: true, value: null }
      return outcome(answer, readOrder)
    },
    async cancel(ourRef) {
      const answer = await call('POST', `/orders/${encodeURIComponent(ourRef)}/cancel`, {})
      if ('status' in answer && answer.status === 409) return { ok: true, value: 'too_late' }
      return outcome(answer, (body) => (body as { result: 'cancelled' | 'already' }).result)
    },
    async instruct(ourRef, instruction) {
      const answer = await call('POST', `/orders/${encodeURIComponent(ourRef)}/instructions`, instruction)
      if ('status' in answer && answer.status === 409) return { ok: true, value: 'too_late' }
      return outcome(answer, (body) => (body as { result: 'taken' }).result)
    },
    async track(since) {
      const answer = await call('GET', `/tracking?since=${encodeURIComponent(since ?? '0')}`)
      return outcome(answer, (body) => body as { items: RawStatus[]; next: string | null })
    },
    verifyWebhook: verifyStandardWebhook(webhookSecrets),
    parseWebhook: parseStandardWebhook,
    mapStatus: (raw) => mapBy(standardStatuses, raw)
  }
}

/** One scan in `data`, or a list of them. Throws SyntaxError or TypeError for anything else. */
function parseStandardWebhook(raw: Uint8Array): RawStatus[] {
  const { data } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw)) as { data?: unknown }
  const scans = Array.isArray(data) ? data : [data]
  for (const scan of scans) if (typeof scan?.code !== 'string' || typeof scan.occurredLocal !== 'string') throw new TypeError('not a scan')
  return scans as RawStatus[]
}

function readOrder(body: unknown): OrderRef {
  const { ourRef, carrierRef, trackingNumber, fee, orderedAt } = body as OrderBody
  return { ourRef, carrierRef, trackingNumber, fee, orderedAt: Temporal.Instant.from(orderedAt) }
}

function outcome<T>(answer: Answer, read: (body: unknown) => T, { writes = false } = {}): Outcome<T> {
  if ('failed' in answer)
    return { ok: false, kind: writes && answer.failed === 'no_answer' ? 'unknown' : 'retryable', message: answer.message }
  const { status, body, retryAfter: after } = answer
  const { code, message, field } = errorOf(body)
  if (status === 401 || status === 403) return { ok: false, kind: 'auth', message: message ?? `HTTP ${status}` }
  if (status === 429 || status === 503) return { ok: false, kind: 'retryable', message: message ?? `HTTP ${status}`, after }
  if (status >= 500) return { ok: false, kind: writes ? 'unknown' : 'retryable', message: message ?? `HTTP ${status}` }
  if (status >= 400) return { ok: false, kind: 'rejected', code: code ?? `HTTP_${status}`, message: message ?? `HTTP ${status}`, field }
  try {
    return { ok: true, value: read(body) }
  } catch {
    // "Yes" in words we cannot read: it may exist, so it is looked up, never sent again at once.
    return { ok: false, kind: writes ? 'unknown' : 'retryable', message: 'the answer could not be read' }
  }
}

function errorOf(body: unknown): { code?: string; message?: string; field?: string } {
  return (body as { error?: { code?: string; message?: string; field?: string } } | undefined)?.error ?? {}
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Only these mean that nobody can have read the request. */
function neverSent(error: unknown): boolean {
  const code = (error as { cause?: { code?: string } }).cause?.code
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'].includes(code ?? '')
}

function messageOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { code?: string } }
  return [message, cause?.code].filter(Boolean).join(' ')
}
