// A whole shop for a test: its own database, files in memory, a clock that only the test moves, the carrier of the test.
import { createHash, randomUUIDv7 } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import type { IdentityProvider } from '../../services/identity/identity.ts'
import type { PaymentAdapter } from '../../services/payment/payment.ts'
import { manualPost } from '../../services/post/manual.ts'
import type { PostalAdapter } from '../../services/post/post.ts'
import { testSigning } from '../../services/signing/test-ca.ts'
import type { FileStore } from '../../services/storage/storage.ts'
import type { Context, Outside } from '../../src/context.ts'
import type { Connection, Sql } from '../../src/database/client.ts'
import { openLive } from '../../src/database/live.ts'
import { openSeal } from '../../src/documents/verification.ts'
import { handlersOf } from '../../src/jobs/handlers.ts'
import { runDueJobs } from '../../src/jobs/runner.ts'
import type { PayDesk } from '../../src/payments/types.ts'
import type { WebhookDoor } from '../../src/shipments/webhook.routes.ts'
import { openTestDatabase } from './database.ts'

/** Made by the first test that signs and kept for the others; valid from long before until long after every clock of a test. */
const testCertificates = join(tmpdir(), 'mot-cua-test-certificates')

/** The same promises as the disk: the address is the hash, the same bytes are kept once. */
export function filesInMemory(): FileStore {
  const kept = new Map<string, Buffer>()
  return {
    put: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      kept.set(sha256, Buffer.from(bytes))
      return { sha256, size: bytes.length }
    },
    take: async (path) => {
      const bytes = await readFile(path)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      kept.set(sha256, bytes)
      return { sha256, size: bytes.length }
    },
    get: async (sha256) => kept.get(sha256)!,
    // Empty and never made until something is uploaded piece by piece.
    parts: join(tmpdir(), `mot-cua-parts-${randomUUIDv7()}`),
    dropParts: async () => 0
  }
}

export type TestShop = {
  context: Context
  outside: Outside
  sql: Sql
  connection: Connection
  /** Letters that would have been sent. */
  letters: { to: string; subject: string; text: string }[]
  /** Time stands still until a test moves it. */
  setNow(text: string): void
  /** Runs every due job and what it puts on the queue. */
  runJobs(): Promise<void>
  /** The pages and the API; opened at the first call. */
  app(): Promise<FastifyInstance>
}

type Options = {
  now?: string
  post?: PostalAdapter
  payment?: PaymentAdapter
  pay?: PayDesk
  doors?: readonly WebhookDoor[]
  identity?: IdentityProvider
}

export async function openTestContext(
  t: Test,
  { now = '2026-03-02T08:30+07:00', post, payment, pay, doors = [], identity }: Options = {}
): Promise<TestShop> {
  const { db, sql, connection } = await openTestDatabase(t)
  let instant = Temporal.Instant.from(now)
  const letters: TestShop['letters'] = []
  const context: Context = {
    db,
    live: openLive(sql),
    files: filesInMemory(),
    now: () => instant,
    newId: () => randomUUIDv7(),
    baseUrl: 'http://motcua.test'
  }
  t.teardown(() => rm(context.files.parts, { recursive: true, force: true }))
  const mail = {
    send: async ({ to, subject, text }: { to: string; subject: string; text: string }) => {
      letters.push({ to, subject, text })
    },
    close: () => {}
  }
  // The first private key of RFC 8032: everybody knows it, which is right for a test.
  const seal = await openSeal(Uint8Array.fromHex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'))
  const outside: Outside = {
    seal,
    signing: testSigning({ folder: testCertificates, now: () => new Date(instant.epochMilliseconds) }),
    post: post ?? manualPost({ fee: 30_000, now: context.now }),
    mail,
    sms: { send: async () => {} },
    payment
  }
  let opened: Promise<FastifyInstance> | undefined
  const app = () => {
    // Loaded when first asked for: most tests of actions never open a page.
    opened ??= import('../../src/app.ts').then(({ openApp }) =>
      openApp({ context, sessionSecret: 'x'.repeat(40), doors, ...(pay && { pay }), identity, demo: true, isReady: () => true })
    )
    return opened
  }
  t.teardown(() =>
    opened?.then(
      (app) => app.close(),
      () => {}
    )
  )
  return {
    context,
    outside,
    sql,
    connection,
    letters,
    setNow: (text) => {
      instant = Temporal.Instant.from(text)
    },
    runJobs: () => runDueJobs({ connection, handlers: handlersOf(context, outside) }),
    app
  }
}
