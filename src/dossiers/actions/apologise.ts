// One letter of apology with one new date (NĐ 61/2018 Đ19.9, Mẫu số 04): drafted before the due date, completed by the officer,
// signed by the head. Two pairs of eyes: who proposes it does not sign it.
import { type Actor, actsAs, systemActor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { closingInstant } from '../../deadlines/calendar.ts'
import { lateCausesOf, timeRulesOf } from '../../deadlines/queries.ts'
import { amountOf, lastDayToApologise, newDateFault } from '../../deadlines/rules.ts'
import { workingCalendarOf } from '../../deadlines/working-calendar.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { lockOwn } from '../access.ts'
import { requireFields } from '../application.ts'
import { clockAfter, countDue } from '../clock.ts'
import { step } from '../lifecycle.ts'
import { type Apology, claimDossier, type Dossier, draftApology, lockApology, saveMove, updateApology } from '../store.ts'

const hasApologised = ({ clock }: Dossier) => clock.some(({ kind }) => kind === 'apologised')

/** The draft for this due date, made when there is none. */
async function draftFor(tx: Tx, dossier: Dossier, { by, at }: { by: Actor; at: Temporal.Instant }): Promise<Apology> {
  if (hasApologised(dossier)) throw new Refusal('APOLOGY_ALREADY_SENT')
  if (!dossier.dueAt) throw new Refusal('APOLOGY_NOT_FOUND')
  const limit = amountOf(await timeRulesOf(tx), 'apology_limit', dayOf(dossier.dueAt))
  const date = { dueAt: dossier.dueAt, lastDay: lastDayToApologise(dossier.dueAt, limit) }
  const draft = await draftApology(tx, { dossierId: dossier.id, ...date, draftedAt: at, draftedBy: by.name, causes: [] })
  // One that spoke of another date speaks of this one now, and wants a new proposal.
  if (!draft.dueAt.equals(date.dueAt)) await updateApology(tx, draft.id, { ...date, proposedAt: null })
  return { ...draft, ...date }
}

/** By the sweeper, some days before the due date. Nothing when the dossier no longer wants one. */
export function draftApologyOf(context: Context, dossierId: string): Promise<boolean> {
  return context.db.transaction(async (tx) => {
    const dossier = await claimDossier(tx, dossierId)
    const runs = dossier && (dossier.state === 'accepted' || dossier.state === 'in_progress') && dossier.dueAt && !hasApologised(dossier)
    if (!runs) return false
    await draftFor(tx, dossier, { by: systemActor, at: context.now() })
    return true
  })
}

type Proposal = { dossierId: string; by: Actor; causes: readonly string[]; words: string; newDay: Temporal.PlainDate | undefined }

/** The officer names cause and new date. Again and again until it is signed; the last word counts. */
export function proposeApology(context: Context, { dossierId, by, causes, words, newDay }: Proposal): Promise<void> {
  return context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by)
    if (!actsAs(by.role, 'officer')) throw new Refusal('NOT_YOURS_TO_DO', { name: 'apologise', role: by.role })
    // Whether a letter is possible at all is the head's move; said before the fields are looked at.
    step(dossier.state, 'apologise', 'signer')
    const at = context.now()
    const draft = await draftFor(tx, dossier, { by, at })
    const known = (await lateCausesOf(tx)).filter(({ code }) => causes.includes(code)).map(({ code }) => code)
    const calendar = await workingCalendarOf(tx, dossier.agencyId)
    const fault = newDay && newDateFault(calendar, { day: newDay, dueAt: dossier.dueAt!, now: at })
    requireFields({
      causes: known.length > 0 || words.trim() ? undefined : 'CAUSE_REQUIRED',
      newDay: newDay ? fault : 'DATE_INVALID'
    })
    await updateApology(tx, draft.id, {
      causes: known,
      words: words.trim(),
      newDueAt: closingInstant(calendar, newDay!),
      ...{ proposedAt: at, proposedById: by.id, proposedBy: by.name, sentBackBy: null, sentBackWhy: null }
    })
  })
}

/** The head wants it otherwise: back to the officer, with a word. */
export function sendBackApology(context: Context, { dossierId, by, why }: { dossierId: string; by: Actor; why: string }): Promise<void> {
  return context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by)
    step(dossier.state, 'apologise', by.role)
    requireFields({ why: why.trim() ? undefined : 'REASON_REQUIRED' })
    const draft = await lockApology(tx, dossierId)
    if (!draft?.proposedAt) throw new Refusal('APOLOGY_NOT_PROPOSED')
    await updateApology(tx, draft.id, { proposedAt: null, sentBackBy: by.name, sentBackWhy: why.trim() })
  })
}

/** What the letter says, each cause a sentence. */
async function causesOf(tx: Tx, { causes, words }: Apology): Promise<string[]> {
  const names = (await lateCausesOf(tx)).filter(({ code }) => causes.includes(code)).map(({ nameVi }) => nameVi)
  return [...names, ...(words ? [words] : [])]
}

/**
 * The head signs: the due date changes in the same commit. After the last day the law gives it is still signed, and the move keeps that it
 * came late; a second one never is.
 */
export function signApology(context: Context, { dossierId, by }: { dossierId: string; by: Actor }): Promise<Dossier> {
  return context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by)
    const move = step(dossier.state, 'apologise', by.role)
    if (hasApologised(dossier)) throw new Refusal('APOLOGY_ALREADY_SENT')
    const draft = await lockApology(tx, dossierId)
    if (!draft || !dossier.dueAt) throw new Refusal('APOLOGY_NOT_FOUND')
    if (!draft.proposedAt || !draft.newDueAt) throw new Refusal('APOLOGY_NOT_PROPOSED')
    // The date it speaks of was kept another way, or the new one has passed on the desk: the officer looks again.
    if (!draft.dueAt.equals(dossier.dueAt)) throw new Refusal('APOLOGY_NOT_FOUND')
    const at = context.now()
    if (Temporal.Instant.compare(draft.newDueAt, at) <= 0) throw new Refusal('APOLOGY_NOT_PROPOSED')
    if (draft.proposedById === by.id) throw new Refusal('APOLOGY_FOUR_EYES')
    const causes = await causesOf(tx, draft)
    const clock = clockAfter(dossier.clock, move.clock, at, draft.newDueAt)
    const due = await countDue(tx, { ...dossier, clock })
    await updateApology(tx, draft.id, { signedAt: at, signedById: by.id, signedBy: by.name })
    const facts = {
      apologyId: draft.id,
      oldDueAt: draft.dueAt.toString(),
      newDueAt: draft.newDueAt.toString(),
      lastDay: draft.lastDay.toString(),
      isLate: Temporal.PlainDate.compare(dayOf(at), draft.lastDay) > 0,
      causes,
      proposedBy: draft.proposedBy
    }
    return saveMove(tx, dossier, { move, by, at, note: causes.join('; '), facts, changes: { clock, dueAt: due!.dueAt } })
  })
}

export const mostAtOnce = 50
export type Signing = { dossierId: string; code: string | null; signed: boolean; fault?: unknown }

/** Many letters, each by itself: one that cannot be signed says why, and the others are. */
export async function signApologies(
  context: Context,
  { dossierIds, by }: { dossierIds: readonly string[]; by: Actor }
): Promise<Signing[]> {
  const outcomes: Signing[] = []
  for (const dossierId of [...new Set(dossierIds)].slice(0, mostAtOnce)) {
    try {
      const { code } = await signApology(context, { dossierId, by })
      outcomes.push({ dossierId, code, signed: true })
    } catch (fault) {
      outcomes.push({ dossierId, code: null, signed: false, fault })
    }
  }
  return outcomes
}
