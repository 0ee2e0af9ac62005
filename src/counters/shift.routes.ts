// The doors of a shift: open it, close it against the books, let somebody else confirm it, print its record.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { actsAs } from '../accounts/roles.ts'
import { getAgencyById } from '../agencies/queries.ts'
import { dossierCode, shortCode } from '../dossiers/numbering.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { type Body, moneyTyped, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { refusedAt } from '../outages/queries.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { closeShift, confirmShift } from './actions/close-shift.ts'
import { openShift } from './actions/open-shift.ts'
import { bookOf, groupedThings, printShift } from './actions/read-shift.ts'
import { openThingsOf } from './desk-queries.ts'
import { closeShiftPage, openShiftPage, shiftPage, type Typed } from './pages/shift.ts'
import { findShift, openShiftOf, shiftsOf } from './queries.ts'
import { type CashCount, denominations } from './rules.ts'
import type { Shift } from './store.ts'
import type { OpenThing } from './table.ts'
import { fill, shiftWords } from './words/desk.ts'

type OneShift = { Params: { id: string }; Body: Body | undefined }

function countIn(body: Body): CashCount {
  const counted = denominations.map((value) => [value, Number.parseInt(textOf(body, `to.${value}`), 10)] as const)
  return Object.fromEntries(counted.filter(([, count]) => count > 0 && count < 100_000))
}

export const shiftRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['clerk'])

  /** A colleague's shift is seen at the own desk only. */
  async function shiftAt(id: string, { actor }: FastifyRequest): Promise<Shift> {
    const shift = isUuid(id) ? await findShift(db, id) : undefined
    if (shift?.agencyId !== actor.agencyId || !shift) throw new Refusal('SHIFT_NOT_FOUND')
    return shift
  }

  /** Accepted without a network and still not a dossier, each by its number: nobody closes a shift over it unsaid. */
  async function offlineAt(agencyId: string): Promise<OpenThing[]> {
    const [agency, waiting] = await Promise.all([getAgencyById(db, agencyId), refusedAt(db, agencyId)])
    const codeOf = ({ acceptedAt, number }: (typeof waiting)[number]) =>
      shortCode(dossierCode(agency.identifier, dayOf(acceptedAt), number))
    return waiting.map((item) => ({ kind: 'offline', what: [codeOf(item), item.procedureCode].filter(Boolean).join(' ') }))
  }

  async function showOwn(request: FastifyRequest, reply: FastifyReply, typed?: Typed) {
    const { actor } = request
    const frame = { ...request.frame({ form: true }), ...(await workplaceOf(context, actor)) }
    const shift = await openShiftOf(db, actor.id)
    if (!shift) {
      const shifts = await shiftsOf(db, actor.agencyId!)
      return reply.page(openShiftPage({ ...frame, shifts, typed }), typed?.refusal)
    }
    const [{ entries }, things, offline] = await Promise.all([
      bookOf(db, shift),
      openThingsOf(db, { by: actor, now: context.now() }),
      offlineAt(shift.agencyId)
    ])
    return reply.page(closeShiftPage({ ...frame, shift, entries, things: groupedThings([...things, ...offline]), typed }), typed?.refusal)
  }

  app.get('/quay/ca', (request, reply) => showOwn(request, reply))

  app.post<{ Body: Body | undefined }>('/quay/ca', async (request, reply) => {
    const body = request.body ?? {}
    const float = moneyTyped(textOf(body, 'cashFloat') || '0')
    const counter = Number(textOf(body, 'counter'))
    try {
      await openShift(context, { by: request.actor, counter, cashFloat: typeof float === 'number' ? float : -1 })
    } catch (error) {
      return showOwn(request, reply, { body, refusal: mendable(error) })
    }
    return reply.flash('ok', fill(shiftWords.opened[request.locale], { n: counter })).redirect('/quay', 303)
  })

  app.post<OneShift>('/quay/ca/:id/dong', async (request, reply) => {
    const body = request.body ?? {}
    const { id } = await shiftAt(request.params.id, request)
    try {
      await closeShift(context, {
        by: request.actor,
        shiftId: id,
        cashCount: countIn(body),
        reason: textOf(body, 'reason'),
        handedTo: textOf(body, 'handedTo'),
        alsoOpen: await offlineAt(request.actor.agencyId!)
      })
    } catch (error) {
      const refusal = mendable(error)
      if (refusal.code === 'SHIFT_CLOSED') return reply.flash('warn', refusal.sentence(request.locale)).redirect(`/quay/ca/${id}`, 303)
      return showOwn(request, reply, { body, refusal })
    }
    return reply.flash('ok', shiftWords.closed[request.locale]).redirect(`/quay/ca/${id}`, 303)
  })

  app.get<OneShift>('/quay/ca/:id', async (request, reply) => {
    const { actor } = request
    const shift = await shiftAt(request.params.id, request)
    if (!shift.closedAt && shift.clerkId === actor.id) return reply.redirect('/quay/ca', 303)
    const { entries } = await bookOf(db, shift)
    const mayConfirm = shift.closedAt !== null && !shift.confirmedAt && shift.clerkId !== actor.id && actsAs(actor.role, 'clerk')
    const frame = { ...request.frame({ form: true }), ...(await workplaceOf(context, actor)) }
    return reply.page(shiftPage({ ...frame, shift, entries, things: groupedThings(shift.openThings), mayConfirm }))
  })

  app.post<OneShift>('/quay/ca/:id/xac-nhan', async (request, reply) => {
    const { id } = await shiftAt(request.params.id, request)
    await confirmShift(context, { by: request.actor, shiftId: id })
    return reply.flash('ok', shiftWords.confirmed[request.locale]).redirect(`/quay/ca/${id}`, 303)
  })

  app.get<OneShift>('/quay/ca/:id/bien-ban.pdf', async (request, reply) => {
    const shift = await shiftAt(request.params.id, request)
    const { closedAt } = shift
    if (!closedAt) throw new Refusal('SHIFT_NOT_FOUND')
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="bien-ban-dong-ca-quay-${shift.counter}.pdf"`)
      .header('cache-control', 'private, no-store')
      .send(Buffer.from(await printShift(context, { ...shift, closedAt })))
  })
}
