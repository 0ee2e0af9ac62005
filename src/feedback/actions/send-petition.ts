// Somebody sends a petition: it gets its number, both its times, and a message says so. The same form sent twice is one petition.
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import { workingCalendarOf } from '../../deadlines/working-calendar.ts'
import { findDossierByCode } from '../../dossiers/queries.ts'
import { dayOf } from '../../kernel/time.ts'
import { petitionDue, petitionNumber } from '../rules.ts'
import { insertPetition, lockNumbers, nextPetitionNumber, type Petition, petitionOfForm } from '../store.ts'
import type { PetitionKind, Sender } from '../types.ts'

export type PetitionForm = {
  sender: Sender
  formKey: string
  kind: PetitionKind
  agencyId: string
  /** As typed; empty for none. */
  dossierCode: string
  /** The sender has opened this dossier with its second factor. */
  knowsDossier: boolean
  text: string
  fileIds: readonly string[]
}

/**
 * The dossier, only when it is the sender's own: a stranger's word must not weigh on it, and nobody learns here which codes are real.
 */
async function ownDossierId({ db }: Context, { sender, dossierCode, knowsDossier }: PetitionForm): Promise<string | null> {
  const dossier = dossierCode ? await findDossierByCode(db, dossierCode) : undefined
  if (!dossier) return null
  return knowsDossier || (sender.personId !== null && dossier.personId === sender.personId) ? dossier.id : null
}

export async function sendPetition(context: Context, form: PetitionForm): Promise<Petition> {
  const { sender, formKey, kind, text, fileIds, dossierCode } = form
  const at = context.now()
  const { id: agencyId } = await getAgencyById(context.db, form.agencyId)
  const [calendar, dossierId] = await Promise.all([workingCalendarOf(context.db, agencyId), ownDossierId(context, form)])
  const day = dayOf(at)
  return context.db.transaction(async (tx) => {
    await lockNumbers(tx, day)
    const before = await petitionOfForm(tx, { ownerId: sender.ownerId, formKey })
    if (before) return before
    const number = petitionNumber(day, await nextPetitionNumber(tx, day))
    const times = { receivedAt: at, arrivedAt: at, ...petitionDue(calendar, at) }
    const petition = { ...sender, ...times, number, kind, agencyId, dossierCode, dossierId, text, formKey }
    const by = { id: sender.ownerId, name: sender.name, role: 'applicant' as const }
    return insertPetition(tx, { petition, fileIds, by, at })
  })
}
