// A verification with the applicant present: when, where, who took part, what was found (NĐ 61/2018 Đ19.3).
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { requireFields } from '../../dossiers/application.ts'
import { insertMeeting } from '../store.ts'
import { workOn } from './in-step.ts'

type Held = {
  /** The form's number. */
  id: string
  dossierId: string
  by: Actor
  heldAt: Temporal.Instant | undefined
  place: string
  participants: string
  content: string
}

export function recordMeeting(context: Context, { id, dossierId, by, heldAt, place, participants, content }: Held): Promise<void> {
  return workOn(context, { dossierId, by }, async ({ tx, step, at }) => {
    const isPast = heldAt && Temporal.Instant.compare(heldAt, at) <= 0
    requireFields({
      heldAt: isPast ? undefined : 'HELD_IN_FUTURE',
      place: place.trim() ? undefined : 'REQUIRED',
      participants: participants.trim() ? undefined : 'REQUIRED',
      content: content.trim() ? undefined : 'REQUIRED'
    })
    const said = { place, participants, content }
    await insertMeeting(tx, { id, dossierId, stepId: step.id, heldAt: heldAt!, ...said, recordedAt: at, recordedBy: by.name })
    return { action: 'meeting', facts: { heldAt: String(heldAt), ...said }, result: undefined }
  })
}
