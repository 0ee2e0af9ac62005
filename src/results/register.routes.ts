// The register of results for everybody who works at the agency; taking one back is for those who settle and those who sign.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { dossierAtWork } from '../dossiers/staff-case.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { instantAt } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { proposeRevocation, settleRevocation } from './actions/revoke-result.ts'
import { type Asked, oneResultPage, type ResultPage, registerPage } from './pages/register.ts'
import { findResult, type RegisterCursor, registerAt, revocationsOf } from './queries.ts'
import { resultKinds } from './rules.ts'
import { revokeWords } from './words/register.ts'

const OneResult = Type.Object({ id: Type.String({ maxLength: 40 }) })
const Form = Type.Record(Type.String(), Type.Unknown())
const text = Type.String({ default: '', maxLength: 400 })
const Query = Type.Object({
  q: text,
  loai: text,
  hieuluc: text,
  tu: text,
  den: text,
  sau: text,
  truoc: Type.String({ default: '', maxLength: 4000 })
})

const print = ({ at, id }: RegisterCursor): string => Buffer.from(`${at}|${id}`).toString('base64url')

/** What a person edits in the address is no error: the list starts from its beginning. */
function read(cursor: string): RegisterCursor | undefined {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('|')
  return isUuid(id) && isInstant(at) ? { at, id } : undefined
}

const isInstant = (at: string): boolean => {
  try {
    return Temporal.Instant.from(at) !== undefined
  } catch {
    return false
  }
}

function dayIn(typed: string): Temporal.PlainDate | undefined | 'wrong' {
  if (!typed) return undefined
  if (!/^\d{4}-\d\d-\d\d$/.test(typed)) return 'wrong'
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' })
  } catch {
    return 'wrong'
  }
}

/** Twenty pages back are more than anybody goes. */
const remembered = 20

function links(asked: Asked, { sau, truoc, next }: { sau: string; truoc: string; next: RegisterCursor | undefined }) {
  const before = truoc.split('.').filter((one) => read(one))
  const here = read(sau) ? [...before, sau] : []
  const address = (begins: string | undefined, earlier: readonly string[]) => {
    const query = Object.entries({ ...asked, sau: begins ?? '', truoc: earlier.slice(-remembered).join('.') }).filter(([, value]) => value)
    return query.length > 0 ? `/ket-qua?${new URLSearchParams(query)}` : '/ket-qua'
  }
  return {
    previous: here.length > 0 ? address(before.at(-1), before.slice(0, -1)) : undefined,
    next: next && address(print(next), here)
  }
}

type Refused = ResultPage['refused']

export const resultRegisterRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  const { db } = context

  /** @throws Refusal RESULT_NOT_FOUND, also for another agency's */
  async function resultAtWork({ params, actor }: FastifyRequest) {
    const { id } = params as { id: string }
    const result = isUuid(id) ? await findResult(db, id) : undefined
    if (!result) throw new Refusal('RESULT_NOT_FOUND', { id })
    await dossierAtWork(context, result.dossierId, actor)
    return result
  }

  async function show(request: FastifyRequest, reply: FastifyReply, refused?: Refused) {
    const result = await resultAtWork(request)
    const revocations = await revocationsOf(db, result.id)
    const frame = { ...request.frame({ form: true }), ...(await workplaceOf(context, request.actor)) }
    const page = { ...frame, result, revocations, actor: request.actor, formId: context.newId(), refused }
    return reply.page(oneResultPage(page), refused?.refusal)
  }

  async function reading(app: FastifyInstance): Promise<void> {
    admit(app, ['clerk', 'officer'])

    app.get<{ Querystring: Asked & { sau: string; truoc: string } }>(
      '/ket-qua',
      { schema: { querystring: Query } },
      async (request, reply) => {
        const { actor, query } = request
        const { sau, truoc, ...asked } = query
        const [from, until] = [dayIn(asked.tu), dayIn(asked.den)]
        const wrongDay = from === 'wrong' ? 'tu' : until === 'wrong' ? 'den' : undefined
        const states = ['valid', 'revoked', 'proposed'] as const
        const filter = {
          text: asked.q,
          kind: resultKinds.find((one) => one === asked.loai),
          state: states.find((one) => one === asked.hieuluc),
          from: from && from !== 'wrong' ? instantAt(from, '00:00') : undefined,
          until: until && until !== 'wrong' ? instantAt(until.add({ days: 1 }), '00:00') : undefined
        }
        const { items, next } = await registerAt(db, actor, filter, { after: read(sau) })
        const frame = { ...request.frame(), ...(await workplaceOf(context, actor)) }
        return reply.page(registerPage({ ...frame, asked, rows: items, wrongDay, ...links(asked, { sau, truoc, next }) }))
      }
    )

    app.get('/ket-qua/:id', { schema: { params: OneResult } }, (request, reply) => show(request, reply))
  }

  type Act = {
    action: string
    done: keyof typeof revokeWords
    work: (request: FastifyRequest, resultId: string, body: Record<string, unknown>) => Promise<unknown>
  }

  function acting(app: FastifyInstance, { action, done, work }: Act): void {
    app.post(`/ket-qua/:id/${action}`, { schema: { params: OneResult, body: Form } }, async (request, reply) => {
      const { id } = await resultAtWork(request)
      const body = request.body as Record<string, unknown>
      try {
        await work(request, id, body)
      } catch (error) {
        const typed = { reason: textOf(body, 'reason'), legalBasis: textOf(body, 'legalBasis'), note: textOf(body, 'note') }
        return show(request, reply, { action, refusal: mendable(error), typed })
      }
      return reply.flash('ok', revokeWords[done][request.locale]).redirect(`/ket-qua/${id}`, 303)
    })
  }

  async function proposing(app: FastifyInstance): Promise<void> {
    admit(app, ['officer'])
    acting(app, {
      action: 'de-nghi-thu-hoi',
      done: 'proposed',
      work: ({ actor: by }, resultId, body) => {
        const formId = textOf(body, 'formId')
        if (!isUuid(formId)) throw new Refusal('REQUEST_MALFORMED', { detail: 'formId' })
        const reason = textOf(body, 'reason').slice(0, 1000)
        return proposeRevocation(context, { formId, resultId, by, reason, legalBasis: textOf(body, 'legalBasis').slice(0, 300) })
      }
    })
  }

  async function confirming(app: FastifyInstance): Promise<void> {
    admit(app, ['signer'])
    acting(app, {
      action: 'thu-hoi',
      done: 'confirmed',
      work: ({ actor: by }, resultId) => settleRevocation(context, { resultId, by, confirm: true })
    })
    acting(app, {
      action: 'khong-thu-hoi',
      done: 'declined',
      work: ({ actor: by }, resultId, body) =>
        settleRevocation(context, { resultId, by, confirm: false, note: textOf(body, 'note').slice(0, 1000) })
    })
  }

  await app.register(reading)
  await app.register(proposing)
  await app.register(confirming)
}
