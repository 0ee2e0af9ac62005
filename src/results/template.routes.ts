// Who signs keeps the agency's templates: the list, one with its versions, a try as PDF, a new version.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { formOf } from '../dossiers/filing-answers.ts'
import { fill } from '../dossiers/words/desk.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { findProcedure } from '../procedures/queries.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { templateInForce } from './actions/draft-result.ts'
import { samplePaper } from './actions/paper.ts'
import { houseTemplates } from './actions/read-templates.ts'
import { saveTemplate, type TemplateKey } from './actions/save-template.ts'
import { everyProcedure, kindAddress, templateAddress, templatePage, templatesPage } from './pages/templates.ts'
import { agencyTemplates } from './queries.ts'
import { resultKinds } from './rules.ts'
import { parseTemplate } from './templates.ts'
import { templateWords as words } from './words/register.ts'

const OneTemplate = Type.Object({ kind: Type.String({ maxLength: 20 }), procedure: Type.String({ maxLength: 30 }) })
const Version = Type.Object({ ban: Type.String({ default: '', maxLength: 10 }) })
const Form = Type.Record(Type.String(), Type.Unknown())

export const templateRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['signer'])

  const today = () => dayOf(context.now())

  app.get('/ket-qua/mau', async (request, reply) => {
    const { actor } = request
    const own = await agencyTemplates(db, actor.agencyId!)
    const keys = new Map(
      [...houseTemplates().map(({ template }) => template), ...own].map((one) => [`${one.kind} ${one.procedureCode}`, one])
    )
    const lines = await Promise.all(
      [...keys.values()].map(async ({ procedureCode, kind }) => ({
        procedureCode,
        kind,
        template: await templateInForce(db, { agencyId: actor.agencyId!, procedureCode, kind, on: today() })
      }))
    )
    const found = lines.flatMap(({ template, ...key }) => (template ? [{ ...key, template }] : []))
    const sorted = found.toSorted((a, b) => a.procedureCode.localeCompare(b.procedureCode) || a.kind.localeCompare(b.kind))
    return reply.page(templatesPage({ ...request.frame(), ...(await workplaceOf(context, actor)), lines: sorted }))
  })

  /** @throws Refusal PAGE_NOT_FOUND, PROCEDURE_NOT_FOUND */
  async function keyOf(request: FastifyRequest): Promise<TemplateKey & { answers: string[] }> {
    const { kind: asked, procedure: code } = request.params as { kind: string; procedure: string }
    const kind = resultKinds.find((one) => kindAddress[one] === asked)
    if (!kind) throw new Refusal('PAGE_NOT_FOUND')
    if (code === everyProcedure) return { kind, procedureCode: '', answers: [] }
    const view = await findProcedure(db, code, { on: today() })
    if (!view) throw new Refusal('PROCEDURE_NOT_FOUND', { code })
    const answers = formOf(view).pages.flatMap((page) => page.fields.map(({ id }) => id))
    return { kind, procedureCode: code, answers }
  }

  type Typed = { text: string; validFrom: string; note: string }

  async function show(request: FastifyRequest, reply: FastifyReply, again?: { typed: Typed; refusal: Refusal }) {
    const { actor } = request
    const { kind, procedureCode, answers } = await keyOf(request)
    const agencyId = actor.agencyId!
    const inForce = await templateInForce(db, { agencyId, procedureCode, kind, on: today() })
    const versions = (await agencyTemplates(db, agencyId)).filter((one) => one.procedureCode === procedureCode && one.kind === kind)
    const asked = versions.find(({ version }) => String(version) === (request.query as { ban?: string }).ban)
    const house = houseTemplates()
      .filter(({ template }) => template.kind === kind && (template.procedureCode === procedureCode || template.procedureCode === ''))
      .toSorted((a, b) => b.template.procedureCode.localeCompare(a.template.procedureCode))[0]
    const first = { text: (asked ?? versions[0])?.text ?? house?.text ?? '', validFrom: today().toString(), note: '' }
    const typed = again?.typed ?? first
    const faults = again ? parseTemplate(typed.text).faults : []
    const frame = { ...request.frame({ form: true }), ...(await workplaceOf(context, actor)) }
    return reply.page(
      templatePage({ ...frame, kind, procedureCode, answers, inForce, versions, ...typed, faults, refusal: again?.refusal }),
      again?.refusal
    )
  }

  app.get('/ket-qua/mau/:kind/:procedure', { schema: { params: OneTemplate, querystring: Version } }, (request, reply) =>
    show(request, reply)
  )

  const typedIn = (body: Record<string, unknown>): Typed => ({
    text: textOf(body, 'text'),
    validFrom: textOf(body, 'validFrom'),
    note: textOf(body, 'note').slice(0, 500)
  })

  app.post('/ket-qua/mau/:kind/:procedure', { schema: { params: OneTemplate, body: Form } }, async (request, reply) => {
    const { actor: by, body, locale } = request
    const { kind, procedureCode } = await keyOf(request)
    const typed = typedIn(body)
    try {
      const after = Number(textOf(body, 'after')) || 0
      const row = await saveTemplate(context, {
        kind,
        procedureCode,
        by,
        text: typed.text,
        validFrom: dayIn(typed.validFrom),
        note: typed.note,
        after
      })
      return reply.flash('ok', fill(words.saved[locale], { n: row.version })).redirect(templateAddress(kind, procedureCode), 303)
    } catch (error) {
      return show(request, reply, { typed, refusal: mendable(error) })
    }
  })

  app.post('/ket-qua/mau/:kind/:procedure/xem-thu', { schema: { params: OneTemplate, body: Form } }, async (request, reply) => {
    const typed = typedIn(request.body)
    const { template, faults } = parseTemplate(typed.text)
    if (faults.length > 0)
      return show(request, reply, { typed, refusal: new Refusal('FORM_INCOMPLETE', { fields: { text: 'TEMPLATE_FAULTY' } }) })
    const pdf = await samplePaper(context, { template, agencyId: request.actor.agencyId!, at: context.now().round('second') })
    return reply
      .type('application/pdf')
      .header('content-disposition', 'inline; filename="xem-thu.pdf"')
      .header('cache-control', 'private, no-store')
      .send(pdf)
  })
}

function dayIn(typed: string): Temporal.PlainDate | undefined {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(typed) ? Temporal.PlainDate.from(typed, { overflow: 'reject' }) : undefined
  } catch {
    return undefined
  }
}
