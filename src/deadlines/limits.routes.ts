// The administrator keeps the dated limits: the law's where it is not a procedure's own time, and the house's.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { parseDay } from '../accounts/people.ts'
import { findAgencyById } from '../agencies/queries.ts'
import { certainties } from '../agencies/rules.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf, formatDay } from '../kernel/time.ts'
import { deskRoleOf } from '../web/desk-nav.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { setLimit } from './actions/set-limit.ts'
import { type LimitTyped, limitsPage } from './pages/limits.ts'
import { timeRuleRows } from './queries.ts'
import { timeRuleKinds } from './rules.ts'
import { limitWords as words } from './words/limits.ts'

const address = '/quan-tri/thoi-han'

const typedOf = (body: Body): LimitTyped => ({
  kind: textOf(body, 'kind'),
  scope: textOf(body, 'scope'),
  amount: textOf(body, 'amount'),
  validFrom: textOf(body, 'validFrom'),
  article: textOf(body, 'article'),
  certainty: textOf(body, 'certainty')
})

export const limitRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['administrator'])

  async function show(request: FastifyRequest, reply: FastifyReply, typed: LimitTyped, refusal?: Refusal) {
    const { role, agencyId, name: staffName } = request.actor
    const agency = agencyId ? await findAgencyById(db, agencyId) : undefined
    const house = { ...request.frame({ form: true }), role: deskRoleOf(role), agencyName: agency?.name ?? '', staffName }
    const page = { ...house, rows: await timeRuleRows(db), today: dayOf(context.now()), typed, refusal }
    return reply.page(limitsPage(page), refusal)
  }

  app.get(address, (request, reply) =>
    show(request, reply, { ...typedOf({}), kind: 'suspension', validFrom: formatDay(dayOf(context.now())), certainty: 'known' })
  )

  app.post<{ Body: Body }>(address, async (request, reply) => {
    const typed = typedOf(request.body ?? {})
    const kind = timeRuleKinds.find((one) => one === typed.kind)
    const certainty = certainties.find((one) => one === typed.certainty)
    try {
      if (!kind || !certainty) throw new Refusal('FORM_INCOMPLETE', { fields: { [kind ? 'certainty' : 'kind']: 'OPTION_UNKNOWN' } })
      const amount = typed.amount === '' ? null : Number(typed.amount)
      const { scope, article } = typed
      await setLimit(context, { by: request.actor, kind, scope, amount, validFrom: parseDay(typed.validFrom), article, certainty })
    } catch (error) {
      return show(request, reply, typed, mendable(error))
    }
    return reply.flash('ok', words.saved[request.locale]).redirect(address, 303)
  })
}
