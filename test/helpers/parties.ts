// The parties of a story over HTTP: an integrator with its key, the carrier, and staff who sign in at the door.
import { randomUUID } from 'node:crypto'
import { demoPassword } from '../../src/accounts/actions/open-demo-accounts.ts'
import type { Shop } from './shop.ts'
import { openVisitor, type Visitor } from './visitor.ts'

type Answer<T> = { status: number; body: T; headers: Headers }

/** An integrator's conversation with /api/v1; every POST carries its own Idempotency-Key. */
export function integrator({ address, apiKey }: Pick<Shop, 'address' | 'apiKey'>) {
  const authorization = `Bearer ${apiKey}`
  async function ask<T>(method: string, path: string, body?: unknown, key: string = randomUUID()): Promise<Answer<T>> {
    const json = body !== undefined && !(body instanceof FormData)
    const headers = {
      authorization,
      ...(method === 'POST' ? { 'idempotency-key': key } : {}),
      ...(json ? { 'content-type': 'application/json' } : {})
    }
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers,
      body: json ? JSON.stringify(body) : ((body as FormData | undefined) ?? null)
    })
    return { status: response.status, body: (await response.json()) as T, headers: response.headers }
  }
  return {
    get: <T>(path: string) => ask<T>('GET', path),
    post: <T>(path: string, body: unknown, key?: string) => ask<T>('POST', path, body, key),
    async upload(name: string, bytes: Uint8Array): Promise<string> {
      const form = new FormData()
      form.append('file', new Blob([bytes as BlobPart], { type: 'application/pdf' }), name)
      const { status, body } = await ask<{ id: string }>('POST', '/files', form)
      if (status !== 201) throw new Error(`upload answered ${status}`)
      return body.id
    }
  }
}

/** The carrier's own interface: parcels move only when it is told. */
export function carrier({ post }: Pick<Shop, 'post'>) {
  return async <T>(path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${post.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${post.key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body)
    })
    if (!response.ok) throw new Error(`the carrier answered ${response.status} to ${path}`)
    return (await response.json()) as T
  }
}

/** A demo account signs in. */
export async function staffMember({ address }: Pick<Shop, 'address'>, username: string): Promise<Visitor> {
  const visitor = openVisitor(address)
  await visitor.get('/can-bo/dang-nhap')
  await visitor.submit(/can-bo\/dang-nhap/, { username, password: demoPassword })
  if (visitor.url.pathname.includes('dang-nhap')) throw new Error(`${username} could not sign in: ${visitor.text.slice(0, 300)}`)
  return visitor
}

/** Asks again until there is an answer; a job needs a moment, a story must not wait for ever. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined | false>, { seconds = 30 } = {}): Promise<T> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > deadline) throw new Error(`Waited ${seconds} s in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
