// Heads of agencies and of desks: who answers for what, who stands in for whom.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { findAgencyById } from '../agencies/queries.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { proceduresNamed, sectorsList } from '../procedures/queries.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { arrangeSubstitution, endSubstitutionNow } from './actions/arrange-substitution.ts'
import { assignDuties } from './actions/assign-duties.ts'
import { say } from './pages/account-words.ts'
import { dutiesPage, peoplePage } from './pages/people.ts'
import { peopleWords } from './pages/people-words.ts'
import { mayAssign, mayCareFor, parseDay } from './people.ts'
import { colleaguesAt, dutiesOf, substitutionsAt } from './queries.ts'
import type { Duty } from './roles.ts'

const here = '/can-bo/phan-cong'
type One = { Params: { id: string }; Body: Body }

export const headRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['signer', 'supervisor'])

  async function houseOf(request: FastifyRequest) {
    const { role, agencyId, name: staffName } = request.actor
    const agency = agencyId ? await findAgencyById(db, agencyId) : undefined
    return { ...request.frame({ form: true }), role, agencyName: agency?.name ?? '', staffName }
  }

  /** Somebody whose work this head arranges. @throws Refusal PAGE_NOT_FOUND */
  async function memberFor(request: FastifyRequest<One>) {
    const { actor, params } = request
    const member = (await colleaguesAt(db, actor.agencyId!)).find(({ id }) => id === params.id)
    if (!member || !mayAssign(actor, { ...member, agencyId: actor.agencyId! })) throw new Refusal('PAGE_NOT_FOUND')
    return member
  }

  async function namesOf(duties: readonly Duty[]): Promise<Map<string, string>> {
    const codes = duties.filter(({ kind }) => kind === 'procedure').map(({ code }) => code)
    const [{ items }, procedures] = await Promise.all([sectorsList(db), proceduresNamed(db, codes, { on: dayOf(context.now()) })])
    return new Map([...items, ...procedures].map(({ code, name }) => [code, name]))
  }

  async function showPeople(
    request: FastifyRequest,
    reply: FastifyReply,
    { typed = {}, refusal }: { typed?: Record<string, string>; refusal?: Refusal } = {}
  ) {
    const agencyId = request.actor.agencyId!
    const people = await colleaguesAt(db, agencyId)
    const [duties, away] = await Promise.all([
      dutiesOf(
        db,
        people.map(({ id }) => id)
      ),
      substitutionsAt(db, agencyId, context.now())
    ])
    const colleagues = people.map((one) => ({
      ...one,
      duties: duties.filter(({ staffId }) => staffId === one.id),
      mayChange: mayCareFor(request.actor, { ...one, agencyId }),
      mayAssign: mayAssign(request.actor, { ...one, agencyId })
    }))
    const formId = typed['formId'] && isUuid(typed['formId']) ? typed['formId'] : context.newId()
    const page = { ...(await houseOf(request)), colleagues, away, names: await namesOf(duties), formId, typed, refusal }
    return reply.page(peoplePage(page), refusal)
  }

  app.get(here, (request, reply) => showPeople(request, reply))

  app.post<{ Body: Body }>(`${here}/thay-the`, async (request, reply) => {
    const body = request.body ?? {}
    const typed = Object.fromEntries(
      ['formId', 'absentId', 'substituteId', 'from', 'to', 'reason'].map((name) => [name, textOf(body, name)])
    )
    const id = isUuid(typed['formId']!) ? typed['formId']! : context.newId()
    const uuidOr = (name: string) => (isUuid(typed[name]!) ? typed[name]! : '')
    try {
      await arrangeSubstitution(context, {
        id,
        by: request.actor,
        absentId: uuidOr('absentId'),
        substituteId: uuidOr('substituteId'),
        from: parseDay(typed['from']!),
        to: parseDay(typed['to']!),
        reason: typed['reason']!.slice(0, 300)
      })
    } catch (error) {
      return showPeople(request, reply, { typed, refusal: mendable(error) })
    }
    return reply.flash('ok', peopleWords.arrangedNow[request.locale]).redirect(here, 303)
  })

  app.post<One>(`${here}/thay-the/:id/ket-thuc`, async (request, reply) => {
    if (!isUuid(request.params.id)) throw new Refusal('PAGE_NOT_FOUND')
    await endSubstitutionNow(context, { id: request.params.id, by: request.actor })
    return reply.flash('ok', peopleWords.ended[request.locale]).redirect(here, 303)
  })

  type Shown = { scope: 'all' | 'some'; chosen: string[]; procedures: string; refusal?: Refusal }

  async function showDuties(request: FastifyRequest<One>, reply: FastifyReply, shown: Shown) {
    const member = await memberFor(request)
    const { items: sectors } = await sectorsList(db)
    return reply.page(dutiesPage({ ...(await houseOf(request)), member, sectors, ...shown }), shown.refusal)
  }

  app.get<One>(`${here}/:id`, async (request, reply) => {
    const duties = await dutiesOf(db, [(await memberFor(request)).id])
    const codes = (wanted: Duty['kind']) => duties.filter(({ kind }) => kind === wanted).map(({ code }) => code)
    const scope = duties.length > 0 ? ('some' as const) : ('all' as const)
    return showDuties(request, reply, { scope, chosen: codes('sector'), procedures: codes('procedure').join('\n') })
  })

  app.post<One>(`${here}/:id`, async (request, reply) => {
    const body = request.body ?? {}
    const { id, name } = await memberFor(request)
    const scope = textOf(body, 'scope') === 'some' ? ('some' as const) : ('all' as const)
    const chosen = [body['sector'] ?? []].flat().map(String)
    const procedures = textOf(body, 'procedures')
    const codes = [...new Set(procedures.split(/[\s,;]+/).filter(Boolean))].slice(0, 200)
    const [{ items: sectors }, known] = await Promise.all([sectorsList(db), proceduresNamed(db, codes, { on: dayOf(context.now()) })])
    const refuse = (field: string, problem: 'CHOOSE_DUTY' | 'PROCEDURE_UNKNOWN') =>
      showDuties(request, reply, { scope, chosen, procedures, refusal: new Refusal('FORM_INCOMPLETE', { fields: { [field]: problem } }) })
    if (codes.some((code) => !known.some((one) => one.code === code))) return refuse('procedures', 'PROCEDURE_UNKNOWN')
    const duties: Duty[] = [
      ...sectors.filter(({ code }) => chosen.includes(code)).map(({ code }) => ({ kind: 'sector' as const, code })),
      ...codes.map((code) => ({ kind: 'procedure' as const, code }))
    ]
    if (scope === 'some' && duties.length === 0) return refuse('sector', 'CHOOSE_DUTY')
    await assignDuties(context, { staffId: id, duties: scope === 'all' ? [] : duties, by: request.actor })
    return reply.flash('ok', say(peopleWords.saved[request.locale], { name })).redirect(here, 303)
  })
}
