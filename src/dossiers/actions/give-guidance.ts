// A required paper is missing: somebody leaves with a slip that says exactly what, and no dossier. The trip was wasted, and is counted.
import { type Actor, answersFor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import type { ProcedureView } from '../../procedures/queries.ts'
import { findGuidance, type GuidanceSlip } from '../desk-queries.ts'
import { guidanceDays } from '../guidance.ts'
import { insertGuidance } from '../guidance-store.ts'
import type { MissingPaper } from '../types.ts'

type Guidance = {
  /** Made with the form: the same form sent twice is one slip. */
  id: string
  view: ProcedureView
  missing: readonly MissingPaper[]
  note: string
  name: string
  phone: string
  /** The list goes to this phone as well. */
  bySms: boolean
  draft: Record<string, string | string[]>
  by: Actor
}

/** @throws Refusal NOTHING_MISSING when every required paper is there */
export async function giveGuidance(context: Context, { id, view, missing, bySms, by, ...slip }: Guidance): Promise<GuidanceSlip> {
  const { procedure, version, sector } = view
  if (missing.length === 0) throw new Refusal('NOTHING_MISSING')
  if (!by.agencyId || !answersFor(by, { sectorCode: sector.code, procedureCode: procedure.code })) throw new Refusal('NOT_YOURS_TO_DO')
  const agencyId = by.agencyId
  const now = context.now()
  const keptUntil = now.add({ hours: 24 * guidanceDays })
  return context.db.transaction(async (tx) => {
    const made = await insertGuidance(tx, {
      ...slip,
      id,
      agencyId,
      day: dayOf(now),
      procedureVersionId: version.id,
      procedureCode: procedure.code,
      procedureName: version.name,
      sectorCode: sector.code,
      missing: [...missing],
      staffId: by.id,
      staffName: by.name,
      createdAt: now,
      keptUntil
    })
    if (!made) return (await findGuidance(tx, id))!
    await enqueue(
      tx,
      [
        { name: 'guidance.forget', payload: { slipId: id }, key: `guidance.forget:${id}`, runAt: keptUntil },
        ...(bySms ? [{ name: 'notice.guidance' as const, payload: { slipId: id }, key: `notice.guidance:${id}` }] : [])
      ],
      now
    )
    return made
  })
}
