// The trace of a dossier on paper, whenever somebody of its staff asks: Mẫu số 05, and the slip that goes with papers from office to office.
import { agenciesOf, getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { Dossier } from '../../dossiers/store.ts'
import { dayOf } from '../../kernel/time.ts'
import { whereIs } from '../../originals/queries.ts'
import { outcomeOf } from '../../processing/plan.ts'
import { allStepsOf, currentStepsOf, handOversOf } from '../../processing/queries.ts'
import { handOverWords, outcomeWords } from '../../processing/words/process.ts'
import { lineOf } from '../../registers/queries.ts'
import { headingOf } from '../case.ts'
import { drawProcessSlip } from '../forms/process-slip.ts'
import { drawTransferSlip } from '../forms/transfer-slip.ts'
import { wordingOn } from '../queries.ts'

type Filed = Dossier & { code: string }

async function common(context: Context, dossier: Filed) {
  const [agency, all] = await Promise.all([getAgencyById(context.db, dossier.agencyId), agenciesOf(context.db)])
  const names = new Map(all.items.map(({ id, name }) => [id, name]))
  return {
    nameOf: (id: string) => names.get(id) ?? '',
    shared: {
      heading: headingOf(agency),
      code: dossier.code,
      trackingUrl: `${context.baseUrl}/tra-cuu/${dossier.code}`,
      printedAt: context.now(),
      owner: dossier.applicantName,
      procedure: dossier.procedureName,
      dueAt: dossier.dueAt ?? undefined
    }
  }
}

/** Nothing before the dossier was accepted. */
export async function printProcessSlip(context: Context, dossier: Filed): Promise<Uint8Array | undefined> {
  const { receivedAt } = dossier
  if (!receivedAt) return undefined
  const [{ nameOf, shared }, handOvers, steps, entered] = await Promise.all([
    common(context, dossier),
    handOversOf(context.db, dossier.id),
    allStepsOf(context.db, dossier.id),
    lineOf(context.db, dossier.id)
  ])
  const others = new Set([...steps.map(({ agencyId }) => agencyId), ...handOvers.map(({ toAgencyId }) => toAgencyId)])
  others.delete(dossier.agencyId)
  return drawProcessSlip({
    ...shared,
    wording: await wordingOn(context.db, 'process_slip', dayOf(shared.printedAt)),
    receivedAt,
    agency: nameOf(dossier.agencyId),
    others: [...others].map(nameOf),
    // The register has its line a moment after the acceptance; before that the book is the year's and the line open.
    book: { volume: entered?.number ?? String(dayOf(receivedAt).year), line: entered ? String(entered.line) : '' },
    handOvers: handOvers.map((one) => ({
      from: { agency: nameOf(one.fromAgencyId), name: one.fromName },
      to: { agency: nameOf(one.toAgencyId), name: one.toName },
      givenAt: one.givenAt,
      takenAt: one.takenAt ?? undefined,
      result: one.dueAt ? outcomeWords[outcomeOf(one.givenAt, one.dueAt)].vi : '',
      note: [`${handOverWords[one.kind].vi}: ${one.task}`, one.note].filter(Boolean).join('. ')
    }))
  })
}

/** Nothing for a dossier that stays where it is. */
export async function printTransferSlip(context: Context, dossier: Filed): Promise<Uint8Array | undefined> {
  const steps = await currentStepsOf(context.db, dossier.id)
  if (steps.every(({ agencyId }) => agencyId === dossier.agencyId)) return undefined
  const [{ nameOf, shared }, originals] = await Promise.all([common(context, dossier), whereIs(context.db, { dossierId: dossier.id })])
  return drawTransferSlip({
    ...shared,
    stops: steps.map((step) => ({ agency: nameOf(step.agencyId), task: step.name.vi, dueAt: step.dueAt ?? undefined })),
    originals: originals.map(({ code, name }) => ({ code, name })),
    lead: nameOf(dossier.agencyId)
  })
}
