// The desk's side of money: cash over the counter, and the list of what does not add up.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { actsAs } from '../accounts/roles.ts'
import { findDossier } from '../dossiers/queries.ts'
import { dossierAtWork } from '../dossiers/staff-case.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { formatMoney } from '../kernel/money.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import { deskRoleOf } from '../web/desk-nav.ts'
import { admit } from '../web/guard.ts'
import { mendable, problemAt } from '../web/request.ts'
import { collectCash } from './actions/collect-cash.ts'
import { settleMismatch } from './actions/settle-mismatch.ts'
import { reconcilePage } from './pages/desk.ts'
import { entriesOf, openMismatches } from './queries.ts'
import { paidOf, totalOf } from './rules.ts'
import { deskMoneyWords, reconcileWords } from './words.ts'

type OneId = { Params: { id: string } }
type Refused = { entryId: string; typed: string; refusal: Refusal }

export const paymentDeskRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['clerk', 'officer'])

  app.post<OneId>('/quay/thu-tien/:id', async (request, reply) => {
    const { actor, locale } = request
    if (!actsAs(actor.role, 'clerk')) throw new Refusal('NOT_YOURS_TO_DO')
    const dossier = await dossierAtWork(context, request.params.id, actor)
    const owed = totalOf(dossier.fees) - paidOf(await entriesOf(db, dossier.id))
    await collectCash(context, { dossierId: dossier.id, by: actor })
    const said = deskMoneyWords.collected[locale].replace('{amount}', formatMoney(owed))
    return reply.flash('ok', said).redirect(`/quay/ho-so/${dossier.id}`, 303)
  })

  async function showList(request: FastifyRequest, reply: FastifyReply, refused?: Refused) {
    const { actor, locale } = request
    const entries = await openMismatches(db, actsAs(actor.role, 'clerk') ? actor.agencyId! : null)
    const lines = await Promise.all(
      entries.map(async (entry) => {
        const isWrong = refused?.entryId === entry.id
        const code = entry.dossierId ? ((await findDossier(db, entry.dossierId))?.code ?? null) : null
        const error = isWrong ? (problemAt(refused.refusal, 'note', locale) ?? refused.refusal.sentence(locale)) : undefined
        return { entry, code, error, typed: isWrong ? refused.typed : '' }
      })
    )
    const workplace = await workplaceOf(context, actor)
    return reply.page(
      reconcilePage({
        ...request.frame({ form: true }),
        ...workplace,
        role: deskRoleOf(actor.role),
        lines,
        error: refused !== undefined
      }),
      refused?.refusal
    )
  }

  app.get('/quay/doi-soat', (request, reply) => showList(request, reply))

  app.post<OneId & { Body: { note?: string } | undefined }>('/quay/doi-soat/:id', async (request, reply) => {
    const { id } = request.params
    if (!isUuid(id)) throw new Refusal('PAYMENT_ENTRY_NOT_FOUND')
    const typed = typeof request.body?.note === 'string' ? request.body.note : ''
    try {
      await settleMismatch(context, { entryId: id, by: request.actor, note: typed })
    } catch (error) {
      const refusal = mendable(error)
      if (refusal.code !== 'FORM_INCOMPLETE') throw refusal
      return showList(request, reply, { entryId: id, typed, refusal })
    }
    return reply.flash('ok', reconcileWords.closed[request.locale]).redirect('/quay/doi-soat', 303)
  })
}
