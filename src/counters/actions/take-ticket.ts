// Somebody came and pressed once: one number, however often the same press arrives.
import type { Context } from '../../context.ts'
import { announce } from '../../database/live.ts'
import { dayOf } from '../../kernel/time.ts'
import { type PriorityClass, ticketCode, ticketsTopic } from '../rules.ts'
import { insertTicket, nextTicketNumber, type Ticket, ticketOfPress } from '../store.ts'

/** `pressId` was made with the page and becomes the id of the ticket. */
type Press = {
  pressId: string
  agencyId: string
  topic: string
  procedureCode?: string | undefined
  priorityClass?: PriorityClass | undefined
}

export function takeTicket(context: Context, { pressId, agencyId, topic, procedureCode, priorityClass }: Press): Promise<Ticket> {
  return context.db.transaction(async (tx) => {
    const before = await ticketOfPress(tx, pressId)
    if (before) return before
    const takenAt = context.now()
    const day = dayOf(takenAt)
    const number = await nextTicketNumber(tx, { agencyId, day })
    // The number's row is held: a second arrival of this press waited, and finds the first.
    const meanwhile = await ticketOfPress(tx, pressId)
    if (meanwhile) return meanwhile
    const ticket = await insertTicket(tx, {
      id: pressId,
      agencyId,
      day,
      number,
      code: ticketCode(number, priorityClass !== undefined),
      topic,
      procedureCode: procedureCode ?? null,
      priorityClass: priorityClass ?? null,
      takenAt
    })
    await announce(tx, ticketsTopic(agencyId))
    return ticket!
  })
}
