// A slip of guidance as a page to print: drawn when it is asked for, the same every time; it is no paper of a dossier and bears no seal.
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { GuidanceSlip } from '../../dossiers/desk-queries.ts'
import { guidanceCode } from '../../dossiers/guidance.ts'
import { dayOf } from '../../kernel/time.ts'
import { countOf, headingOf } from '../case.ts'
import { printGuidanceSlip } from '../forms/guidance-slip.ts'

export async function printGuidance(context: Context, slip: GuidanceSlip): Promise<Uint8Array> {
  return printGuidanceSlip({
    heading: headingOf(await getAgencyById(context.db, slip.agencyId)),
    number: guidanceCode(slip),
    madeAt: slip.createdAt,
    visitor: { name: slip.name, phone: slip.phone },
    procedure: slip.procedureName,
    missing: slip.missing.map((paper) => countOf({ ...paper, given: 'paper' })),
    note: slip.note,
    keptUntil: dayOf(slip.keptUntil),
    lookUp: { url: `${context.baseUrl}/thu-tuc/${slip.procedureCode}`, phone: '1022' },
    clerk: slip.staffName
  })
}
