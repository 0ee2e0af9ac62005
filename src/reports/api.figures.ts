// Gathers the figures of a period from the rooms that hold them, and keeps them for ten minutes: everybody asks for the same.
import { agenciesOf } from '../agencies/queries.ts'
import type { Context } from '../context.ts'
import { finishedCounts, receivedCounts } from '../dossiers/report-queries.ts'
import { petitionFigures, ratingFigures } from '../feedback/report-queries.ts'
import { sectorByProcedure } from '../procedures/report-queries.ts'
import { addUp, type Counts, fewestShown, hideSmall, hideSum, hideWithin, type Period, type Row, type Statistics, spanOf } from './rules.ts'

const keptMinutes = 10

type Kept = { at: Temporal.Instant; figures: Promise<Statistics> }
const keptOf = new WeakMap<Context, Map<string, Kept>>()

/** The figures of a period, at most ten minutes old. */
export function statisticsOf(context: Context, period: Period): Promise<Statistics> {
  const kept = keptOf.get(context) ?? new Map<string, Kept>()
  keptOf.set(context, kept)
  const now = context.now()
  const key = `${period.from}/${period.to}`
  const before = kept.get(key)
  const isFresh = before && Temporal.Instant.compare(now, before.at.add({ minutes: keptMinutes })) < 0
  if (isFresh && Temporal.Instant.compare(before.at, now) <= 0) return before.figures
  const figures = gather(context, period)
  kept.set(key, { at: now, figures })
  // What failed is asked for anew.
  figures.catch(() => kept.delete(key))
  return figures
}

type Cell = Partial<Counts> & { agencyId: string; procedureCode: string; procedureName: string }
type Counted = Omit<Row, 'counts'> & { counts: Counts }

async function gather(context: Context, period: Period): Promise<Statistics> {
  const { db } = context
  const now = context.now()
  const span = spanOf(period)
  const [received, finished, sectorOf, { items: agencies }, ratings, petitions] = await Promise.all([
    receivedCounts(db, span),
    finishedCounts(db, span),
    sectorByProcedure(db),
    agenciesOf(db),
    ratingFigures(db, span),
    petitionFigures(db, { ...span, now })
  ])
  const cells: Cell[] = [...received.map(({ channel, count, ...where }) => ({ ...where, [channel]: count })), ...finished]
  const byAgency = Map.groupBy(cells, ({ agencyId }) => agencyId)
  const byProcedure = Map.groupBy(cells, ({ procedureCode }) => procedureCode)
  const agencyRows = agencies.flatMap(({ id, code, name, level }): Counted[] =>
    byAgency.has(id) ? [{ code, name, group: level, counts: addUp(byAgency.get(id)!) }] : []
  )
  const procedureRows = [...byProcedure].map(([code, list]): Counted => {
    const name = list[0]!.procedureName
    return { code, name, group: sectorOf.get(code)?.code ?? '', counts: addUp(list) }
  })
  const sectorNames = new Map([...sectorOf.values()].map(({ code, name }) => [code, name]))
  const sectorRows = [...Map.groupBy(procedureRows, ({ group }) => group)].map(([code, list]): Counted => {
    const counts = addUp(list.map((row) => row.counts))
    return { code, name: sectorNames.get(code) ?? code, group: '', counts }
  })
  const sectors = hideSmall(sectorRows.sort(byName))
  const isShown = ratings.answers >= fewestShown
  return {
    period,
    asOf: now,
    total: hideSum(addUp(cells)),
    agencies: hideSmall(agencyRows),
    sectors,
    procedures: hideWithin(procedureRows.sort(byName), sectors),
    ratings: { answers: ratings.answers, grades: isShown ? ratings.grades : null, means: isShown ? ratings.means : null },
    petitions
  }
}

const byName = (a: Counted, b: Counted) => a.name.localeCompare(b.name, 'vi')
