// The API on a shop of the test, and an eye that holds every answer against openapi.yaml.
import Fastify, { type FastifyInstance, type InjectOptions, type LightMyRequestResponse } from 'fastify'
import type { Test } from 'tap'
import Schema from 'typebox/schema'
import { registerClient } from '../../src/integrations/actions/register-client.ts'
import { apiRoutes } from '../../src/integrations/api.ts'
import { type Scope, scopes } from '../../src/integrations/keys.ts'
import type { Limits } from '../../src/integrations/rate-limit.ts'
import { docs } from '../../src/web/docs.ts'
import { translateErrors } from '../../src/web/errors.ts'
import { carryRequests } from '../../src/web/request.ts'
import { sampleAnswers } from '../helpers/answers.ts'
import { openTestContext } from '../helpers/context.ts'
import { smallPdf } from '../helpers/dossiers.ts'

type Operation = { operationId: string; responses: Record<string, { content?: Record<string, { schema: object }> }> }
type Described = { paths: Record<string, Record<string, Operation>>; components: object }

/** Throws when a status, a media type or a body is not as described. */
function checkAnswer(described: Described, { method, url }: { method: string; url: string }, response: LightMyRequestResponse): void {
  const path = url.split('?')[0]!
  const fits = (template: string) => new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path)
  const operation = Object.entries(described.paths).find(([template]) => fits(template))?.[1][method.toLowerCase()]
  if (!operation) return
  const told = operation.responses[response.statusCode]
  const which = `${operation.operationId} ${response.statusCode}`
  if (!told) throw new Error(`${which} is not in openapi.yaml: ${response.body}`)
  const type = String(response.headers['content-type']).split(';')[0]!
  const schema = told.content?.[type]?.schema
  if (!schema) throw new Error(`${which} is not described as ${type}`)
  if (!type.endsWith('json')) return
  const [isRight, errors] = Schema.Errors({ ...schema, components: described.components }, response.json())
  if (!isRight) throw new Error(`${which}: ${JSON.stringify(errors.slice(0, 3))}\n${response.body.slice(0, 500)}`)
}

export type Caller = {
  clientId: string
  get(url: string): Promise<LightMyRequestResponse>
  post(url: string, body: unknown, key?: string): Promise<LightMyRequestResponse>
  upload(bytes?: Buffer, name?: string, key?: string): Promise<LightMyRequestResponse>
}

let keys = 0
/** A key nobody has used. */
export const newKey = () => `key-${++keys}`

function multipart(bytes: Buffer, name: string) {
  const head = `--cut\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--cut--\r\n')])
}

export async function openApiShop(t: Test, options: { now?: string; limits?: Limits } = {}) {
  const shop = await openTestContext(t, options)
  const { context } = shop
  const app: FastifyInstance = Fastify({ genReqId: () => context.newId() })
  app.decorate('context', context)
  carryRequests(app)
  translateErrors(app)
  await docs(app)
  await app.register(apiRoutes, options.limits ? { limits: options.limits } : {})
  t.teardown(() => app.close())
  await app.ready()
  const described = app.swagger() as unknown as Described

  /** Sends a request and looks at the answer. */
  async function send(options: InjectOptions & { method: 'GET' | 'POST'; url: string }): Promise<LightMyRequestResponse> {
    const response = await app.inject(options)
    checkAnswer(described, options, response)
    return response
  }

  /** A program with a key that opens these scopes. */
  async function aClient(opens: readonly Scope[] = scopes): Promise<Caller> {
    const { client, key: secret } = await registerClient(context, { name: 'Đối tác thử', scopes: opens })
    const headers = { authorization: `Bearer ${secret}` }
    return {
      clientId: client.id,
      get: (url) => send({ method: 'GET', url, headers }),
      post: (url, body, key = newKey()) =>
        send({ method: 'POST', url, headers: { ...headers, 'idempotency-key': key }, payload: body as object }),
      upload: (bytes = smallPdf, name = 'don.pdf', key = newKey()) =>
        send({
          method: 'POST',
          url: '/api/v1/files',
          headers: { ...headers, 'idempotency-key': key, 'content-type': 'multipart/form-data; boundary=cut' },
          payload: multipart(bytes, name)
        })
    }
  }

  const get = (url: string, headers: Record<string, string> = {}) => send({ method: 'GET', url, headers })
  return { ...shop, app: undefined, api: app, get, send, aClient }
}

const lan = { kind: 'person', name: 'Nguyễn Thị Lan', identityNumber: '031194006217', phone: '0912 480 123', address: '18/7 Lạch Tray' }

/** A filing of 1.003725 with all its papers, sent by `client`. */
export async function aFiling(client: Caller, changes: Record<string, unknown> = {}) {
  const { id: fileId } = (await client.upload()).json()
  return {
    procedure: '1.003725',
    agency: 'STTTT',
    subject: 'Nhập khẩu 12 cuốn sách',
    applicant: lan,
    delivery: { method: 'desk' },
    answers: sampleAnswers('1.003725'),
    papers: [2, 3].map((number) => ({ number, fileId })),
    ...changes
  }
}

export async function aFiledDossier(client: Caller, changes: Record<string, unknown> = {}): Promise<string> {
  const response = await client.post('/api/v1/dossiers', await aFiling(client, changes))
  if (response.statusCode !== 201) throw new Error(response.body)
  return response.json().id
}
