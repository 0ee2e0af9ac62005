// Whose dossier is it? People see and move only what is theirs: their own, their agency's, their client's; a helper the one they were asked for.
import { type Actor, actsAs, answersFor, type OnBehalf } from '../accounts/roles.ts'
import { hasActedSince } from '../audit/queries.ts'
import type { Tx } from '../database/client.ts'
import { holds, standingOf } from '../helping/rules.ts'
import { holdConsent } from '../helping/store.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Dossier, lockDossier, saveAct } from './store.ts'

type Owned = Pick<Dossier, 'id' | 'agencyId' | 'personId' | 'clientId' | 'state' | 'sectorCode' | 'procedureCode' | 'sharedWith'>

/** Only that dossier, and only as long as it belongs to the person who asked. */
const isAskedFor = (dossier: Owned, { dossierId, personId }: OnBehalf) => dossier.id === dossierId && dossier.personId === personId

/** The same answer for "not yours" and "does not exist": nobody learns which codes are real. @throws Refusal NOT_YOURS_TO_SEE */
export function checkOwn(dossier: Owned, by: Actor): void {
  const isWorkHere = dossier.agencyId === by.agencyId && dossier.state !== 'draft' && answersFor(by, dossier)
  const own: Record<Actor['role'], boolean> = {
    applicant: by.onBehalfOf ? isAskedFor(dossier, by.onBehalfOf) : dossier.personId === by.id,
    partner: dossier.clientId === by.id,
    clerk: isWorkHere,
    officer: isWorkHere,
    signer: isWorkHere,
    supervisor: isWorkHere,
    postman: false,
    administrator: false,
    system: true
  }
  if (!own[by.role]) throw new Refusal('NOT_YOURS_TO_SEE')
}

/** Whether the agency of somebody on its staff takes part in settling it: they read it and do their own step, nothing else. */
const takesPart = (dossier: Owned, by: Actor): boolean =>
  by.agencyId !== undefined &&
  by.agencyId !== dossier.agencyId &&
  dossier.sharedWith.includes(by.agencyId) &&
  actsAs(by.role, 'officer', 'clerk') &&
  answersFor(by, dossier)

/** To look at, and to do one's own part: theirs, or of another agency that has asked for help. @throws Refusal NOT_YOURS_TO_SEE */
export function checkSeen(dossier: Owned, by: Actor): void {
  if (!takesPart(dossier, by)) checkOwn(dossier, by)
}

/** Locks a dossier for somebody who may see it. The desk's moves and the decision want `lockOwn`. */
export async function lockSeen(tx: Tx, dossierId: string, by: Actor): Promise<Dossier> {
  const dossier = await lockDossier(tx, dossierId)
  if (takesPart(dossier, by)) return dossier
  return lockOwn(tx, dossierId, by, 'read')
}

/** What a helper may do. An action that names none of these is the citizen's own: withdrawing, discarding, the result, its delivery. */
export type HelperAct = 'fill' | 'add_paper' | 'remove_paper' | 'pay' | 'submit' | 'supplement' | 'read'

/** These are written down by the move or the reading itself. */
const toldElsewhere: ReadonlySet<HelperAct> = new Set(['submit', 'supplement', 'read'])
/** A form saves itself every few seconds; the citizen wants to know that somebody filled it in, not every letter. */
const fillingOnceIn = { minutes: 10 }

/** Locks a dossier for somebody it belongs to. A helper gets it for the act that is named, while the consent holds, and the act is written down. */
export async function lockOwn(tx: Tx, dossierId: string, by: Actor, act?: HelperAct): Promise<Dossier> {
  const dossier = await lockDossier(tx, dossierId)
  checkOwn(dossier, by)
  return by.onBehalfOf ? actForSomebody(tx, dossier, by, by.onBehalfOf, act) : dossier
}

async function actForSomebody(tx: Tx, dossier: Dossier, by: Actor, { consentId, name, askedAt: at }: OnBehalf, act: HelperAct | undefined) {
  if (!act) throw new Refusal('HELPER_MAY_NOT', { name })
  // Read now, with the dossier in hand, and held: a consent taken back while we waited is seen, and none is taken back before we are done.
  const consent = await holdConsent(tx, consentId)
  if (!consent || consent.dossierId !== dossier.id || !holds(standingOf(consent, at))) throw new Refusal('HELP_ENDED', { name })
  if (toldElsewhere.has(act)) return dossier
  const since = at.subtract(fillingOnceIn)
  if (act === 'fill' && (await hasActedSince(tx, { chain: dossier.id, actorId: by.id, since, action: act }))) return dossier
  return saveAct(tx, dossier, { by, at, action: act })
}
