// An officer of the agency where a petition lies passes it on, answers it, or says why it cannot be handled here and where it goes.
import type { Actor } from '../../accounts/roles.ts'
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { workingCalendarOf } from '../../deadlines/working-calendar.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { stepPetition } from '../lifecycle.ts'
import { petitionDue } from '../rules.ts'
import { lockPetition, type Petition, savePetitionMove } from '../store.ts'
import type { Finding } from '../types.ts'

type One = { petitionId: string; by: Actor }

/** Another agency's petition is not to be told from none. @throws Refusal PETITION_NOT_FOUND */
async function lockAtAgency(tx: Tx, { petitionId, by }: One): Promise<Petition> {
  const petition = await lockPetition(tx, petitionId)
  if (petition.agencyId !== by.agencyId) throw new Refusal('PETITION_NOT_FOUND')
  return petition
}

/** Both times begin anew where it arrives. @throws Refusal PETITION_NOT_FOUND, FEEDBACK_MOVE_NOT_ALLOWED, FORM_INCOMPLETE */
export async function forwardPetition(
  context: Context,
  { petitionId, by, agencyId, note }: One & { agencyId: string; note: string }
): Promise<Petition> {
  const at = context.now()
  const { id } = await getAgencyById(context.db, agencyId)
  const calendar = await workingCalendarOf(context.db, id)
  return context.db.transaction(async (tx) => {
    const petition = await lockAtAgency(tx, { petitionId, by })
    const to = stepPetition(petition.state, 'forward', by.role)
    if (id === petition.agencyId) throw new Refusal('FORM_INCOMPLETE', { fields: { agency: 'OFFICE_IS_OURS' } })
    const changes = { agencyId: id, arrivedAt: at, ...petitionDue(calendar, at) }
    return savePetitionMove(tx, petition, { name: 'forward', to, by, at, changes, note })
  })
}

/** @throws Refusal PETITION_NOT_FOUND, FEEDBACK_MOVE_NOT_ALLOWED */
export function answerPetition(
  context: Context,
  { petitionId, by, answer, finding }: One & { answer: string; finding: Finding | undefined }
): Promise<Petition> {
  const at = context.now()
  return context.db.transaction(async (tx) => {
    const petition = await lockAtAgency(tx, { petitionId, by })
    const to = stepPetition(petition.state, 'answer', by.role)
    const found = petition.kind === 'conduct' ? (finding ?? null) : null
    return savePetitionMove(tx, petition, { name: 'answer', to, by, at, changes: { answer, finding: found, closedAt: at }, note: answer })
  })
}

/** @throws Refusal PETITION_NOT_FOUND, FEEDBACK_MOVE_NOT_ALLOWED */
export function declinePetition(context: Context, { petitionId, by, reason }: One & { reason: string }): Promise<Petition> {
  const at = context.now()
  return context.db.transaction(async (tx) => {
    const petition = await lockAtAgency(tx, { petitionId, by })
    const to = stepPetition(petition.state, 'decline', by.role)
    return savePetitionMove(tx, petition, { name: 'decline', to, by, at, changes: { answer: reason, closedAt: at }, note: reason })
  })
}
