// Everything a desk's machine must know to accept for a day without asking anybody: what is taken here, with its papers, fees and days.
import { type Actor, answersFor } from '../../accounts/roles.ts'
import { agenciesOf, getAgencyById, openingHoursFor } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import { calendarRows } from '../../deadlines/queries.ts'
import { headingOf } from '../../documents/case.ts'
import { factsOf, feesOf } from '../../dossiers/filing-answers.ts'
import { type ProcedureView, procedureVersion } from '../../procedures/queries.ts'
import { searchProcedures } from '../../procedures/search-queries.ts'
import type { Knowledge, OfflineProcedure } from '../types.ts'

/** More than the catalogue holds. */
const everything = 500

export async function gatherKnowledge(context: Context, { by, day }: { by: Actor; day: Temporal.PlainDate }): Promise<Knowledge> {
  const { db } = context
  const agency = await getAgencyById(db, by.agencyId!)
  const { items } = await searchProcedures(db, '', { on: day, limit: everything })
  const here = items.filter(
    (item) =>
      item.level === agency.level &&
      (!item.agencyId || item.agencyId === agency.id) &&
      answersFor(by, { sectorCode: item.sector.code, procedureCode: item.code })
  )
  const procedures: OfflineProcedure[] = []
  for (const { versionId } of here) procedures.push(describe(await procedureVersion(db, versionId), day))
  const [days, hours] = [await calendarRows(db), await openingHoursFor(db, agency.id)]
  const [{ items: districts }, { items: wards }] = await Promise.all([agenciesOf(db, 'district'), agenciesOf(db, 'ward')])
  return {
    day: day.toString(),
    agency: { id: agency.id, code: agency.code, identifier: agency.identifier, name: agency.name, heading: headingOf(agency).agency },
    staff: { id: by.id, name: by.name },
    procedures: procedures.sort((a, b) => a.name.localeCompare(b.name, 'vi')),
    wards: districts.map(({ id, name }) => ({
      name,
      places: wards.filter(({ parentId }) => parentId === id).map((ward) => ({ code: ward.code, name: ward.name }))
    })),
    // Last year's holidays count no more for what is accepted now.
    calendar: {
      days: days.filter((row) => row.day.year >= day.year).map((row) => ({ ...row, day: row.day.toString() })),
      hours: hours.map((row) => ({ ...row, validFrom: row.validFrom.toString(), validTo: row.validTo?.toString() ?? null }))
    }
  }
}

const nobody = { kind: 'person' as const, name: '', phone: '' }

export function describe(view: ProcedureView, day: Temporal.PlainDate): OfflineProcedure {
  const { procedure, version, offering } = view
  // At a desk the paper in the clerk's hand is the form: no answers, so the fees are those of the tariff.
  const facts = factsOf({ filer: nobody, applicant: nobody, relation: null }, day)
  const { due, perhaps } = feesOf({ view, answers: {}, facts, channel: 'desk', filedOn: day })
  return {
    code: procedure.code,
    name: version.name,
    versionId: version.id,
    processingTime: version.processingTime,
    onlineLevel: offering.onlineLevel,
    postOut: offering.postOut,
    documents: view.documents.map(({ number, name, form, copies, required, condition }) => ({
      number,
      name,
      form,
      copies,
      required,
      condition
    })),
    due,
    perhaps
  }
}
