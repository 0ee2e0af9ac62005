// What a citizen reads before filing: search, one procedure, all of them, the places.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { type Agency, agenciesOf, openingHoursOf } from '../agencies/queries.ts'
import type { Context } from '../context.ts'
import { dayCells } from '../deadlines/day-cells.ts'
import { dueAt } from '../deadlines/due.ts'
import { explain } from '../deadlines/explain.ts'
import { openNow } from '../deadlines/open-now.ts'
import { workingCalendarOf } from '../deadlines/working-calendar.ts'
import type { Locale, Words } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { admit } from '../web/guard.ts'
import { limitTries } from '../web/tries.ts'
import { noteMissedWords, reportWords } from './actions/note-words.ts'
import { judge } from './cases.ts'
import { allProceduresPage } from './pages/all.ts'
import { casesPage } from './pages/cases.ts'
import { placesPage } from './pages/places.ts'
import { type ProcedureFacts, procedurePage } from './pages/procedure.ts'
import { type SearchResults, searchHref, searchPage } from './pages/search.ts'
import { feesInForce, type ProcedureCard } from './pages/summary.ts'
import { casesOf, detailsOf, findProcedure, type ProcedureItem, type ProcedureView, proceduresOfEvent } from './queries.ts'
import { applicantKinds, procedureLevels } from './rules.ts'
import { onlineChoices, type SearchFilter } from './search-filter.ts'
import { filterProcedures, nearestProcedures, searchProcedures } from './search-queries.ts'

const text = Type.String({ default: '', maxLength: 200 })
const Code = Type.Object({ code: Type.String({ maxLength: 40 }) })
const Answers = Type.Object({ xem: text, c1: text, c2: text, c3: text, c4: text })
const onOnePage = 10
/** Words of one address that are kept in ten minutes: more than a person mistypes, less than a robot asks. */
const missesKept = 30

const boundaries: Words = {
  vi: 'Danh sách theo các đơn vị hành chính trước ngày 01/07/2025. Nơi nay đã sáp nhập, xin gọi 1022 để biết quầy gần nhất.',
  en: 'The list shows the wards and districts as they were before 1 July 2025. Where yours has been merged, call 1022 for the nearest desk.'
}

type Search = { q: string; viec: string; after: string; reported: boolean; filter: SearchFilter }

export const citizenRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'anybody')
  const { context } = app
  const { db } = context
  const today = () => dayOf(context.now())

  const mayKeep = limitTries(app, { max: missesKept, seconds: 600, by: (request) => `miss ${request.ip}` })
  const mayReport = limitTries(app, { max: 10, seconds: 600, by: (request) => `report ${request.ip}` })

  async function cardsOf(items: readonly ProcedureItem[]): Promise<ProcedureCard[]> {
    const details = await detailsOf(
      db,
      items.map(({ versionId }) => versionId)
    )
    const feesOf = new Map(details.map(({ versionId, fees }) => [versionId, fees]))
    return items.map((item) => ({ ...item, fees: feesInForce(feesOf.get(item.versionId) ?? [], today()), why: item.sector.name }))
  }

  async function search({ q, viec, after, reported, filter }: Search): Promise<SearchResults> {
    if (viec) {
      const { items } = await proceduresOfEvent(db, viec, { on: today() })
      return { query: q, event: viec, filter, results: await cardsOf(items), nearest: [] }
    }
    if (!q.trim()) return { query: q, filter, results: [], nearest: [] }
    const found = await filterProcedures(db, q, { on: today(), limit: onOnePage, after: after || undefined, filter })
    const nearest = found.items.length > 0 ? [] : await nearestProcedures(db, q, { on: today(), limit: 3 })
    return {
      query: q,
      filter,
      reported,
      after: after || undefined,
      total: found.total,
      counts: found.matched > 0 ? found.counts : undefined,
      results: await cardsOf(found.items),
      nearest: await cardsOf(nearest),
      next: found.next ? searchHref(q, filter, found.next) : undefined
    }
  }

  /** Whoever asks too often is still answered; only nothing more is kept of it. */
  async function keepMiss(request: FastifyRequest, { query, event, results, after, reported, filter }: SearchResults): Promise<void> {
    if (results.length > 0 || event || after || reported || !query.trim() || Object.values(filter).some(Boolean)) return
    // What staff try out is no need of a citizen.
    if (request.visitor && request.visitor.role !== 'applicant') return
    const isAllowed = await mayKeep(request).then(
      () => true,
      () => false
    )
    if (isAllowed) await noteMissedWords(context, query)
  }

  const Query = Type.Object({ q: text, viec: text, after: text, who: text, level: text, online: text, 'da-bao': text })

  app.get('/tim', { schema: { querystring: Query } }, async (request, reply) => {
    const { q, viec, after, who, level, online, 'da-bao': reported } = request.query
    const filter = {
      who: applicantKinds.find((kind) => kind === who),
      level: procedureLevels.find((one) => one === level),
      // 1 is how a link of the first release said "from home".
      online: online === '1' ? 'home' : onlineChoices.find((choice) => choice === online)
    } as const
    const results = await search({ q, viec, after, reported: reported === '1', filter })
    await keepMiss(request, results)
    return reply.page(searchPage({ ...request.frame(), search: results }))
  })

  // Says nothing of the sender and changes nothing they have: like the settings it needs no token, only a limit.
  app.post('/tim/bao-tu-khoa', { schema: { body: Type.Object({ q: text }) }, config: { csrf: false } }, async (request, reply) => {
    await mayReport(request)
    const isNoted = await reportWords(context, request.body.q)
    const back = new URLSearchParams({ q: request.body.q, ...(isNoted ? { 'da-bao': '1' } : {}) })
    return reply.redirect(`/tim?${back}`, 303)
  })

  app.get('/thu-tuc', async (request, reply) => {
    const { items } = await searchProcedures(db, '', { on: today(), limit: 1000 })
    return reply.page(allProceduresPage({ ...request.frame(), items }))
  })

  app.get('/thu-tuc/:code', { schema: { params: Code } }, async (request, reply) => {
    const { code } = request.params
    const view = await findProcedure(db, code, { on: today() })
    if (!view) throw new Refusal('PROCEDURE_NOT_FOUND', { code })
    const facts = await factsOf(context, view, request.locale)
    return reply.page(procedurePage({ ...request.frame(), facts }))
  })

  app.get('/thu-tuc/:code/dung-viec', { schema: { params: Code, querystring: Answers } }, async (request, reply) => {
    const { code } = request.params
    const on = today()
    const view = await findProcedure(db, code, { on })
    if (!view) throw new Refusal('PROCEDURE_NOT_FOUND', { code })
    const questions = await casesOf(db, view.procedure.id)
    if (questions.length === 0) return reply.redirect(`/thu-tuc/${encodeURIComponent(code)}`, 303)
    const given = new Map(questions.map(({ number }) => [number, Number(request.query[`c${number}` as keyof Static<typeof Answers>])]))
    const verdict = request.query.xem ? judge(questions, given) : undefined
    const other = verdict?.kind === 'elsewhere' && verdict.answer.other
    const otherView = other ? await findProcedure(db, other, { on }) : undefined
    return reply.page(casesPage({ ...request.frame(), view, questions, given, verdict, otherName: otherView?.version.name }))
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
  const questions = await casesOf(context.db, view.procedure.id)
  const facts = { view, questions, on: dayOf(now), startHref, agencyName: agencyId && agency?.id === agencyId ? agency.name : undefined }
  if (!agency) return facts
  const due = dueAt([{ kind: 'received', at: now }], processingTime, await workingCalendarOf(context.db, agency.id))
  if (!due.dueAt) return facts
  return { ...facts, due: { day: dayOf(due.dueAt), sentences: explain(due, processingTime, locale), cells: dayCells(due, locale) } }
}
