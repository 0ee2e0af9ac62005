// The clerk at a counter calls the next person, calls again, gives up on who is not there, or is done.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { announce } from '../../database/live.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { ticketsTopic } from '../rules.ts'
import { lockCalledBy, lockOpenShift, lockTicket, type Shift, type Ticket, takeNextWaiting, updateTicket } from '../store.ts'

async function shiftOf(tx: Tx, by: Actor): Promise<Shift> {
  const shift = await lockOpenShift(tx, by.id)
  if (!shift || shift.agencyId !== by.agencyId) throw new Refusal('SHIFT_NEEDED')
  return shift
}

const tell = (tx: Tx, by: Actor) => announce(tx, ticketsTopic(by.agencyId!))

async function call(tx: Tx, ticket: Ticket, { shift, by, at }: { shift: Shift; by: Actor; at: Temporal.Instant }): Promise<Ticket> {
  const changes = { counter: shift.counter, clerkId: by.id, clerkName: by.name, calledAt: ticket.calledAt ?? at, lastCallAt: at }
  const called = await updateTicket(tx, ticket.id, { ...changes, state: 'called', calls: ticket.calls + 1, endedAt: null })
  await tell(tx, by)
  return called
}

/**
 * F9: whoever is at the counter is done, and the next is called. `seen` is the ticket the page showed: pressed twice, or pressed on
 * an old page, it calls nobody more. @throws Refusal SHIFT_NEEDED, NOBODY_WAITS
 */
export function callNext(context: Context, { by, seen }: { by: Actor; seen: string | undefined }): Promise<Ticket> {
  return context.db.transaction(async (tx) => {
    const shift = await shiftOf(tx, by)
    const at = context.now()
    const current = await lockCalledBy(tx, by.id)
    if (current && current.id !== seen) return current
    if (current) await updateTicket(tx, current.id, { state: 'done', endedAt: at })
    const next = await takeNextWaiting(tx, { agencyId: shift.agencyId, day: dayOf(at) })
    if (!next) throw new Refusal('NOBODY_WAITS')
    return call(tx, next, { shift, by, at })
  })
}

/** F10. @throws Refusal SHIFT_NEEDED, TICKET_NOT_AT_COUNTER */
export function callAgain(context: Context, { by }: { by: Actor }): Promise<Ticket> {
  return context.db.transaction(async (tx) => {
    const shift = await shiftOf(tx, by)
    return call(tx, await currentOf(tx, by), { shift, by, at: context.now() })
  })
}

/** Shift+F9, or "done" without calling anybody. @throws Refusal TICKET_NOT_AT_COUNTER */
export function endTurn(context: Context, { by, how }: { by: Actor; how: 'done' | 'no_show' }): Promise<Ticket> {
  return context.db.transaction(async (tx) => {
    const current = await currentOf(tx, by)
    const ended = await updateTicket(tx, current.id, { state: how, endedAt: context.now() })
    await tell(tx, by)
    return ended
  })
}

/** Somebody who had missed the call is back: their number is called after all. @throws Refusal TICKET_NOT_FOUND, SHIFT_NEEDED */
export function callMissed(context: Context, { by, ticketId }: { by: Actor; ticketId: string }): Promise<Ticket> {
  return context.db.transaction(async (tx) => {
    const shift = await shiftOf(tx, by)
    const at = context.now()
    const current = await lockCalledBy(tx, by.id)
    const ticket = await lockTicket(tx, ticketId)
    const isOurs = ticket?.agencyId === shift.agencyId && ticket.day.equals(dayOf(at))
    if (!isOurs || (ticket.state !== 'no_show' && ticket.id !== current?.id)) throw new Refusal('TICKET_NOT_FOUND')
    if (current && current.id !== ticketId) await updateTicket(tx, current.id, { state: 'done', endedAt: at })
    return call(tx, ticket, { shift, by, at })
  })
}

async function currentOf(tx: Tx, by: Actor): Promise<Ticket> {
  const current = await lockCalledBy(tx, by.id)
  if (!current) throw new Refusal('TICKET_NOT_AT_COUNTER')
  return current
}
