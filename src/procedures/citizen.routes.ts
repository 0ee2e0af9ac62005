// What a citizen reads before filing: search, one procedure, all of them, the places.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { type Agency, agenciesOf, openingHoursOf } from '../agencies/queries.ts'
import type { Context } from '../context.ts'
import { dayCells } from '../deadlines/day-cells.ts'
import { dueAt } from '../deadlines/due.ts'
import { explain } from '../deadlines/explain.ts'
import { openNow } from '../deadlines/open-now.ts'
import { workingCalendarOf } from '../deadlines/working-calendar.ts'
import { fold } from '../kernel/fold.ts'
import type { Locale, Words } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { allProceduresPage } from './pages/all.ts'
import { placesPage } from './pages/places.ts'
import { type ProcedureFacts, procedurePage } from './pages/procedure.ts'
import { type SearchFilter, type SearchResults, searchPage } from './pages/search.ts'
import { feesInForce, isFiledOnline, type ProcedureCard } from './pages/summary.ts'
import { detailsOf, findProcedure, type ProcedureItem, type ProcedureView, proceduresOfEvent } from './queries.ts'
import { applicantKinds } from './rules.ts'
import { searchProcedures } from './search-queries.ts'

const text = Type.String({ default: '', maxLength: 200 })
const onOnePage = 10
/** A filter is laid over this many best matches: more than anybody reads. */
const filteredAmong = 60

const boundaries: Words = {
  vi: 'Danh sách theo các đơn vị hành chính trước ngày 01/07/2025. Nơi nay đã sáp nhập, xin gọi 1022 để biết quầy gần nhất.',
  en: 'The list shows the wards and districts as they were before 1 July 2025. Where yours has been merged, call 1022 for the nearest desk.'
}

type Search = { q: string; viec: string; after: string; filter: SearchFilter }

export const citizenRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  const { db } = context
  const today = () => dayOf(context.now())

  async function cardsOf(items: readonly ProcedureItem[]): Promise<(ProcedureCard & { kinds: readonly string[] })[]> {
    const details = new Map(
      (
        await detailsOf(
          db,
          items.map(({ versionId }) => versionId)
        )
      ).map((one) => [one.versionId, one])
    )
    return items.map((item) => {
      const { fees = [], applicantKinds: kinds = [] } = details.get(item.versionId) ?? {}
      return { ...item, fees: feesInForce(fees, today()), why: item.sector.name, kinds }
    })
  }

  /** The best matches for the single words of a search that found nothing as a whole. */
  async function nearestTo(query: string): Promise<ProcedureCard[]> {
    const words = fold(query)
      .split(' ')
      .filter((word) => word.length > 2)
    for (const word of words.sort((a, b) => b.length - a.length)) {
      const { items } = await searchProcedures(db, word, { on: today(), limit: 3 })
      if (items.length > 0) return cardsOf(items)
    }
    return []
  }

  async function search({ q, viec, after, filter }: Search): Promise<SearchResults> {
    if (viec) {
      const { items } = await proceduresOfEvent(db, viec, { on: today() })
      return { query: q, event: viec, filter, results: await cardsOf(items), nearest: [] }
    }
    if (!q.trim()) return { query: q, filter, results: [], nearest: [] }
    const isFiltered = Boolean(filter.who || filter.online)
    const found = await searchProcedures(db, q, { on: today(), limit: isFiltered ? filteredAmong : onOnePage, after: after || undefined })
    const cards = await cardsOf(found.items)
    const results = cards.filter((card) => (!filter.who || card.kinds.includes(filter.who)) && (!filter.online || isFiledOnline(card)))
    const next = !isFiltered && found.next ? `/tim?${new URLSearchParams({ q, after: found.next })}` : undefined
    return { query: q, filter, results, nearest: results.length > 0 ? [] : await nearestTo(q), next }
  }

  const Query = Type.Object({ q: text, viec: text, after: text, who: text, online: text })

  app.get('/tim', { schema: { querystring: Query } }, async (request, reply) => {
    const { who, online, ...asked } = request.query
    const filter = { who: applicantKinds.find((kind) => kind === who), online: online === '1' }
    return reply.page(searchPage({ ...request.frame(), search: await search({ ...asked, filter }) }))
  })

  app.get('/thu-tuc', async (request, reply) => {
    const { items } = await searchProcedures(db, '', { on: today(), limit: 1000 })
    return reply.page(allProceduresPage({ ...request.frame(), items }))
  })

  app.get('/thu-tuc/:code', { schema: { params: Type.Object({ code: Type.String({ maxLength: 40 }) }) } }, async (request, reply) => {
    const { code } = request.params
    const view = await findProcedure(db, code, { on: today() })
    if (!view) throw new Refusal('PROCEDURE_NOT_FOUND', { code })
    const facts = await factsOf(context, view, request.locale)
    return reply.page(procedurePage({ ...request.frame(), facts }))
  })

  app.get('/noi-nop', async (request, reply) => {
    const { items } = await agenciesOf(db)
    const on = today()
    const isNow = ({ validFrom, validTo }: Agency) =>
      Temporal.PlainDate.compare(validFrom, on) <= 0 && (!validTo || Temporal.PlainDate.compare(on, validTo) < 0)
    const at = (level: Agency['level']) => items.filter((agency) => agency.level === level && isNow(agency))
    const wards = at('ward')
    const districts = at('district').map(({ id, code, name }) => ({ code, name, wards: wards.filter(({ parentId }) => parentId === id) }))
    const city = items.find(({ level }) => level === 'city')!
    const [hours, calendar] = await Promise.all([openingHoursOf(db, city.id, on), workingCalendarOf(db, city.id)])
    const places = {
      districts,
      departments: at('department'),
      partners: at('partner'),
      hours,
      now: openNow(calendar, context.now(), request.locale)
    }
    // From that day the city has two tiers; the catalogue still holds the three of before.
    const isReformed = Temporal.PlainDate.compare(on, '2025-07-01') >= 0 && districts.length > 0
    return reply.page(
      placesPage({ ...request.frame(), places: { ...places, boundaries: isReformed ? boundaries[request.locale] : undefined } })
    )
  })
}

/** The agency whose hours count for the example date: the one that decides, or any of its level. */
async function decidingAgency({ db }: Context, { version, offering }: ProcedureView) {
  const { items } = await agenciesOf(db, version.level)
  return items.find(({ id }) => id === (offering.agencyId ?? version.agencyId)) ?? items[0]
}

async function factsOf(context: Context, view: ProcedureView, locale: Locale): Promise<ProcedureFacts> {
  const now = context.now()
  const { processingTime, agencyId } = view.version
  const agency = await decidingAgency(context, view)
  const startHref = `/nop/${encodeURIComponent(view.procedure.code)}`
  const facts = { view, on: dayOf(now), startHref, agencyName: agencyId && agency?.id === agencyId ? agency.name : undefined }
  if (!agency) return facts
  const due = dueAt([{ kind: 'received', at: now }], processingTime, await workingCalendarOf(context.db, agency.id))
  if (!due.dueAt) return facts
  return { ...facts, due: { day: dayOf(due.dueAt), sentences: explain(due, processingTime, locale), cells: dayCells(due, locale) } }
}
