// The simulated carrier behind its own HTTP interface: the one we publish for any postal operator, and four switches for rehearsals.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import Fastify, { type FastifyInstance } from 'fastify'
import type { PostInstruction, PostOrder } from '../post.ts'
import { type Carrier, openCarrier, refOf, type Snapshot } from './carrier.ts'
import { type Script, scripts } from './journeys.ts'
import { type Faults, noFaults, openWebhooks } from './webhooks.ts'

export type SimulatorOptions = {
  host?: string
  /** 0: any free port. */
  port?: number
  now?: () => Temporal.Instant
  /** Callers show it as a bearer token. */
  key: string
  webhook: { url: string; secret: string }
  script?: Script
  /** Each parcel takes a step by itself this often; absent: only when told. */
  stepMs?: number | undefined
  retryMs?: readonly number[]
  /** Kept here across restarts; absent: forgotten. */
  file?: string | undefined
}

export type Simulator = { url: string; settled(): Promise<void>; close(): Promise<void> }

const party = {
  type: 'object',
  required: ['name', 'phone', 'address'],
  properties: {
    name: { type: 'string', minLength: 1 },
    phone: { type: 'string', pattern: '^\\+?[0-9 .]{9,15}$' },
    address: { type: 'string', minLength: 1 }
  }
}
const orderSchema = {
  type: 'object',
  required: ['ourRef', 'kind', 'sender', 'recipient', 'contents', 'proofProfile'],
  properties: {
    ourRef: { type: 'string', minLength: 1, maxLength: 64 },
    kind: { enum: ['pickup', 'delivery'] },
    sender: party,
    recipient: party,
    contents: { type: 'array', items: { type: 'string' } },
    proofProfile: { enum: ['plain', 'registered', 'in_person'] }
  }
}
const instructionSchema = {
  type: 'object',
  required: ['id', 'way'],
  properties: {
    id: { type: 'string', minLength: 1, maxLength: 64 },
    way: { enum: ['redeliver', 'collect', 'return'] },
    day: { type: 'string' }
  }
}
const ref = { type: 'object', properties: { ref: { type: 'string' } } }

/** Serves on loopback unless told otherwise. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const now = options.now ?? Temporal.Now.instant
  const faults: Faults = { ...noFaults }
  const carrier = openCarrier({ now, script: options.script ?? 'happy', from: load(options.file) })
  const webhooks = openWebhooks({ ...options.webhook, now, faults, retryMs: options.retryMs ?? [0, 1000, 5000, 30000, 120000] })
  const app = Fastify({ forceCloseConnections: true, ajv: { customOptions: { removeAdditional: false } } })

  app.addHook('onRequest', async (request, reply) => {
    if (request.url !== '/health' && request.headers.authorization !== `Bearer ${options.key}`)
      return refuse(reply, 401, 'KEY_WRONG', 'The key is not known')
  })
  app.setErrorHandler((error: { validation?: { instancePath: string }[]; statusCode?: number; message: string }, _request, reply) => {
    const field = error.validation?.[0]?.instancePath.replaceAll('/', '.').slice(1)
    return refuse(
      reply,
      error.validation ? 422 : (error.statusCode ?? 500),
      error.validation ? 'FIELD_WRONG' : 'FAILED',
      error.message,
      field
    )
  })
  app.addHook('onResponse', async (request) => {
    if (request.method === 'POST') save(options.file, carrier.snapshot())
  })
  app.get('/health', async () => ({ up: true, orders: carrier.all().length }))
  orderRoutes(app, carrier, faults)

  app.get<{ Querystring: { since?: string } }>('/tracking', async (request) => carrier.tracking(Number(request.query.since ?? 0)))

  const advanceSchema = {
    type: 'object',
    properties: { ref: { type: 'string' }, all: { type: 'boolean' }, steps: { type: 'integer', minimum: 1, maximum: 20, default: 1 } }
  }
  app.post<{ Body: { ref?: string; all?: boolean; steps: number } }>(
    '/advance',
    { schema: { body: advanceSchema } },
    async (request, reply) => {
      const one = request.body.ref ? carrier.find(request.body.ref) : undefined
      if (!one && !request.body.all) return refuse(reply, 404, 'ORDER_UNKNOWN', 'No such order')
      return { scans: await advance(one ? [one] : carrier.open(), request.body.steps) }
    }
  )

  const scriptSchema = { type: 'object', required: ['script'], properties: { script: { enum: scripts } } }
  app.post<{ Params: { ref: string }; Body: { script: Script } }>(
    '/orders/:ref/script',
    { schema: { params: ref, body: scriptSchema } },
    async (request) => {
      carrier.choose(request.params.ref, request.body.script)
      return { script: request.body.script }
    }
  )

  app.post<{ Body: Partial<Faults> }>('/faults', async (request) => {
    Object.assign(faults, request.body)
    if (request.body.late === false) await webhooks.flush()
    return faults
  })

  async function advance(orders: ReturnType<Carrier['all']>, steps: number) {
    const told = []
    for (let i = 0; i < steps; i++) {
      const scans = orders.map((order) => carrier.advance(order)).filter((scan) => scan !== undefined)
      await Promise.all(scans.map((scan) => webhooks.tell(scan)))
      told.push(...scans)
    }
    save(options.file, carrier.snapshot())
    return told
  }

  // unref: the rehearsal alone never keeps a process alive.
  const timer = options.stepMs ? setInterval(() => void advance(carrier.open(), 1), options.stepMs).unref() : undefined
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await webhooks.close()
  })
  const url = await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 })
  return { url, settled: webhooks.settled, close: () => app.close() }
}

function orderRoutes(app: FastifyInstance, carrier: Carrier, faults: Faults) {
  app.post<{ Body: PostOrder }>('/orders', { schema: { body: orderSchema } }, async (request, reply) => {
    if (faults.unavailable > 0) {
      faults.unavailable -= 1
      reply.header('retry-after', '2')
      return refuse(reply, 503, 'BUSY', 'Come back later')
    }
    const placed = carrier.place(request.body)
    if (faults.timeout > 0) {
      faults.timeout -= 1
      // Taken, but the caller never hears of it: the connection breaks.
      request.raw.socket.destroy()
      return reply.hijack()
    }
    if (placed === 'conflict') return refuse(reply, 409, 'ORDER_EXISTS', 'Another order has this reference', 'ourRef')
    reply.code(placed.created ? 201 : 200)
    return refOf(placed.order)
  })

  app.get<{ Params: { ref: string } }>('/orders/:ref', { schema: { params: ref } }, async (request, reply) => {
    const order = carrier.find(request.params.ref)
    return order ? refOf(order) : refuse(reply, 404, 'ORDER_UNKNOWN', 'No such order')
  })

  app.get<{ Querystring: { ref?: string } }>('/orders', async (request) => {
    const found = request.query.ref ? [carrier.find(request.query.ref)].filter((order) => order !== undefined) : carrier.all()
    return { items: found.map(refOf) }
  })

  app.post<{ Params: { ref: string } }>('/orders/:ref/cancel', { schema: { params: ref } }, async (request, reply) => {
    const result = carrier.cancel(request.params.ref)
    if (!result) return refuse(reply, 404, 'ORDER_UNKNOWN', 'No such order')
    if (result === 'too_late') reply.code(409)
    return { result }
  })

  app.post<{ Params: { ref: string }; Body: PostInstruction }>(
    '/orders/:ref/instructions',
    { schema: { params: ref, body: instructionSchema } },
    async (request, reply) => {
      const result = carrier.instruct(request.params.ref, request.body)
      if (!result) return refuse(reply, 404, 'ORDER_UNKNOWN', 'No such order')
      if (result === 'too_late') reply.code(409)
      return { result }
    }
  )
}

function refuse(
  reply: { code(status: number): { send(body: unknown): unknown } },
  status: number,
  code: string,
  message: string,
  field?: string
) {
  return reply.code(status).send({ error: { code, message, field } })
}

function load(file: string | undefined): Snapshot | undefined {
  return file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Snapshot) : undefined
}

/** Written aside and moved over: a kill in the middle leaves the old one. */
function save(file: string | undefined, snapshot: Snapshot) {
  if (!file) return
  writeFileSync(`${file}.new`, JSON.stringify(snapshot))
  renameSync(`${file}.new`, file)
}
