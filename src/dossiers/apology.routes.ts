// The officer writes a letter of apology; the head reads it here before signing.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { closingInstant } from '../deadlines/calendar.ts'
import { dueAt } from '../deadlines/due.ts'
import { explain } from '../deadlines/explain.ts'
import { lateCausesOf, timeRulesOf } from '../deadlines/queries.ts'
import { amountOf, lastDayToApologise, newDateFault } from '../deadlines/rules.ts'
import { type Body, dateBoxes, dateTyped, isDay, listOf, textOf } from '../forms/typed.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { proposeApology } from './actions/apologise.ts'
import { recordRead } from './actions/record-read.ts'
import { apologiesOf } from './apology-queries.ts'
import { revive } from './clock.ts'
import { type ApologyTyped, apologyPage } from './pages/officer/apology.ts'
import { dossierAtWork, readCase, type StaffCase } from './staff-case.ts'
import type { Apology } from './store.ts'
import { apologyWords as words } from './words/apology.ts'
import { fill } from './words/desk.ts'
import { workplaceOf } from './workplace.ts'

type OneDossier = { Params: { id: string } }

const dayTyped = (body: Body): Temporal.PlainDate | undefined => {
  const text = dateTyped(body, 'newDay')
  return isDay(text) && text.length === 10 ? Temporal.PlainDate.from(text) : undefined
}

const typedOf = (body: Body): ApologyTyped => ({
  causes: listOf(body, 'causes'),
  words: textOf(body, 'words'),
  day: dateBoxes(dateTyped(body, 'newDay'))
})

const keptOf = (draft: Apology | undefined): ApologyTyped => ({
  causes: draft?.causes ?? [],
  words: draft?.words ?? '',
  day: dateBoxes(draft?.newDueAt ? dayOf(draft.newDueAt).toString() : '')
})

/** What the applicant would read of the count, were this day signed. */
function countingWith({ dossier, view, calendar, now }: StaffCase, typed: ApologyTyped, locale: Locale): string[] {
  const { day, month, year } = typed.day
  const text = `${year}-${month}-${day}`
  if (!isDay(text) || text.length !== 10) return []
  const newDay = Temporal.PlainDate.from(text)
  if (newDateFault(calendar, { day: newDay, dueAt: dossier.dueAt!, now })) return []
  const rule = view.version.processingTime
  const event = { kind: 'apologised' as const, at: now, newDueAt: closingInstant(calendar, newDay) }
  return explain(dueAt([...revive(dossier.clock), event], rule, calendar), rule, locale)
}

export const apologyRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  admit(app, ['officer'])

  async function show(request: FastifyRequest, reply: FastifyReply, { id, body, refusal }: { id: string; body?: Body; refusal?: Refusal }) {
    const { actor, locale } = request
    await dossierAtWork(context, id, actor)
    await recordRead(context, { dossierId: id, by: actor })
    const staffCase = await readCase(context, await dossierAtWork(context, id, actor), locale)
    const { dossier } = staffCase
    const letters = await apologiesOf(context.db, id)
    const draft = letters.find(({ signedAt, withdrawnAt }) => !signedAt && !withdrawnAt)
    const runs = (dossier.state === 'accepted' || dossier.state === 'in_progress') && dossier.dueAt !== null
    const closed = letters.some(({ signedAt }) => signedAt) ? ('already' as const) : runs ? undefined : ('stopped' as const)
    const typed = body ? typedOf(body) : keptOf(draft)
    const limit = runs ? amountOf(await timeRulesOf(context.db), 'apology_limit', dayOf(dossier.dueAt!)) : 0
    const page = {
      ...request.frame({ form: true }),
      ...(await workplaceOf(context, actor, staffCase.agencyName)),
      staffCase,
      draft,
      causes: await lateCausesOf(context.db),
      typed,
      counting: closed ? [] : countingWith(staffCase, typed, locale),
      lastDay: closed ? undefined : lastDayToApologise(dossier.dueAt!, limit),
      closed,
      signs:
        actor.role === 'signer' && draft?.proposedAt ? (draft.proposedById === actor.id ? ('own' as const) : ('yes' as const)) : undefined,
      refusal
    }
    return reply.page(apologyPage(page), refusal)
  }

  app.get<OneDossier>('/xu-ly/ho-so/:id/xin-loi', (request, reply) => show(request, reply, { id: request.params.id }))

  app.post<OneDossier & { Body: Body }>('/xu-ly/ho-so/:id/xin-loi', async (request, reply) => {
    const { actor, locale, params } = request
    const body = request.body ?? {}
    const dossier = await dossierAtWork(context, params.id, actor)
    const { causes, words: own } = typedOf(body)
    try {
      await proposeApology(context, { dossierId: dossier.id, by: actor, causes, words: own, newDay: dayTyped(body) })
    } catch (error) {
      return show(request, reply, { id: dossier.id, body, refusal: mendable(error) })
    }
    const said = fill(words.proposed[locale], { code: dossier.code })
    return reply.flash('ok', said).redirect(`/xu-ly/ho-so/${dossier.id}/xin-loi`, 303)
  })
}
