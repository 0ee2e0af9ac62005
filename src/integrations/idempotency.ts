// Every POST of the API is done once: the same Idempotency-Key with the same body gets the same answer, byte for byte, however often it comes.
//
// The key is claimed in a commit of its own, then the work's own transaction also stores the answer. So dossier and answer are there
// together or not at all: a crash leaves a claim that did nothing, and after a minute the next try may take it over.
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { Db, Tx } from '../database/client.ts'
import { Refusal } from '../kernel/refusal.ts'
import { clientOf } from './guard.ts'
import { findRequest } from './queries.ts'
import { type Claim, insertClaim, releaseClaim, saveAnswer, sweepKeys, takeOverClaim } from './store.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The claim on this request's key until its answer is stored. */
    claim?: Claim | undefined
  }
}

/** No work takes this long: whoever claimed a key and has not answered since is gone. */
const abandonedAfter = { seconds: 60 }
/** How long an answer is repeated. */
const keptFor = { hours: 24 }

/** Demands the header on every POST of this scope, and keeps refusals like any other answer. */
export function answerOnce(app: FastifyInstance): void {
  app.decorateRequest('claim', undefined)
  app.addHook('preValidation', async (request) => {
    if (request.method === 'POST') keyOf(request)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    const { claim } = request
    if (!claim) return payload
    request.claim = undefined
    try {
      await app.context.db.transaction(async (tx) => {
        if (reply.statusCode >= 500) await releaseClaim(tx, claim)
        else await saveAnswer(tx, claim, { status: reply.statusCode, body: { text: String(payload) } })
      })
    } catch (error) {
      // The answer itself is still true; the claim is taken over in a minute.
      request.log.error({ err: error }, 'the claim on an Idempotency-Key could not be closed')
    }
    return payload
  })
}

export type Work<Done> = {
  /** One action, which makes one transaction of the context it is given. */
  work: (context: Context) => Promise<Done>
  /** What to answer, read inside that transaction. */
  answer: (db: Db, done: Done) => Promise<{ status: 200 | 201; location?: string; body: unknown }>
}

/** @throws Refusal IDEMPOTENCY_KEY_NEEDED, IDEMPOTENCY_KEY_REUSED, REQUEST_IN_PROGRESS */
export async function once<Done, Reply extends FastifyReply>(
  request: FastifyRequest,
  reply: Reply,
  { work, answer }: Work<Done>
): Promise<Reply> {
  const { context } = request.server
  const claimed = await claimOrRecall(context, request)
  if ('answered' in claimed) {
    reply.header('idempotent-replayed', 'true')
    return send(reply, claimed.answered)
  }
  request.claim = claimed.claim
  let answered: Answered | undefined
  await work(
    alsoIn(context, async (tx, done) => {
      const { status, location, body } = await answer(tx, done as Done)
      const kept = { text: textOf(reply, status, body), ...(location && { location }) }
      if (!(await saveAnswer(tx, claimed.claim, { status, body: kept }))) throw new Refusal('REQUEST_IN_PROGRESS')
      answered = { status, ...kept }
    })
  )
  if (!answered) throw new Error('the work made no transaction, so its answer was not stored')
  request.claim = undefined
  return send(reply, answered)
}

type Answered = { status: number; text: string; location?: string | undefined }

/** As the schema of the route writes it, so that nothing undescribed gets out. */
function textOf(reply: FastifyReply, status: number, body: unknown): string {
  const write = reply.getSerializationFunction(String(status), 'application/json')
  if (!write) throw new Error(`no schema describes ${status} of ${reply.routeOptions.url}`)
  return String(write(body as Record<string, unknown>))
}

function send<Reply extends FastifyReply>(reply: Reply, { status, text, location }: Answered): Reply {
  if (location) reply.header('location', location)
  reply
    .status(status)
    .type(`application/${status >= 400 ? 'problem+' : ''}json; charset=utf-8`)
    .send(text)
  return reply
}

/** The same context, whose transactions do `more` before they commit. */
function alsoIn(context: Context, more: (tx: Tx, done: unknown) => Promise<void>): Context {
  const transaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    context.db.transaction(async (tx) => {
      const done = await work(tx)
      await more(tx, done)
      return done
    })
  return { ...context, db: Object.create(context.db, { transaction: { value: transaction } }) }
}

async function claimOrRecall(context: Context, request: FastifyRequest): Promise<{ claim: Claim } | { answered: Answered }> {
  const { db } = context
  const claim: Claim = {
    clientId: clientOf(request).id,
    key: keyOf(request),
    requestHash: hashOf(request),
    claimedAt: context.now()
  }
  const isNew = await db.transaction(async (tx) => {
    await sweepKeys(tx, claim.claimedAt.subtract(keptFor))
    return insertClaim(tx, claim)
  })
  if (isNew) return { claim }
  const before = await findRequest(db, claim)
  // Released between the two: whoever held it failed, and the next try starts anew.
  if (!before) throw new Refusal('REQUEST_IN_PROGRESS')
  if (before.requestHash !== claim.requestHash) throw new Refusal('IDEMPOTENCY_KEY_REUSED')
  if (before.status !== null && before.body) return { answered: { status: before.status, ...before.body } }
  const tookOver = await db.transaction((tx) => takeOverClaim(tx, claim, claim.claimedAt.subtract(abandonedAfter)))
  if (!tookOver) throw new Refusal('REQUEST_IN_PROGRESS')
  return { claim }
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.trim() === '') throw new Refusal('IDEMPOTENCY_KEY_NEEDED')
  if (key.length > 255) throw new Refusal('REQUEST_MALFORMED', { detail: 'Idempotency-Key > 255' })
  return key
}

/** Another body is another request: what was sent, and where. */
function hashOf({ method, url, body, uploads }: FastifyRequest): string {
  const hash = createHash('sha256').update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
  for (const { name, bytes } of uploads ?? []) hash.update(`\n${name} ${bytes.length}\n`).update(bytes)
  return hash.digest('hex')
}
