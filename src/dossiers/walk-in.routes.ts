// Somebody stands at the desk: one screen, one form, one dossier, however often the button is pressed.

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { agenciesOf, getAgencyById } from '../agencies/queries.ts'
import { dueAt } from '../deadlines/due.ts'
import { explain } from '../deadlines/explain.ts'
import { workingCalendarOf } from '../deadlines/working-calendar.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf, formatDayLong, formatTime } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { findProcedure, type ProcedureView } from '../procedures/queries.ts'
import { feeFor } from '../procedures/rules.ts'
import { searchProcedures } from '../procedures/search-queries.ts'
import { mendable } from '../web/request.ts'
import { acceptWalkIn } from './actions/accept-walk-in.ts'
import type { PlaceGroup } from './pages/applicant/parts.ts'
import { tickedPapers } from './pages/desk/typed.ts'
import { type Offer, walkInPage } from './pages/desk/walk-in.ts'
import { findDossier } from './queries.ts'
import { dossierAtWork } from './staff-case.ts'
import { type FilesOfForm, readFiles, requireNoErrors } from './staff-forms.ts'
import { readWalkIn } from './walk-in-form.ts'
import { fill, moveWords } from './words/desk.ts'
import { walkInWords } from './words/reception.ts'
import { workplaceOf } from './workplace.ts'

type Shown = { body: Body; files: FilesOfForm['files']; formId: string; refusal?: Refusal | undefined }

/** More than the catalogue holds: a desk chooses from everything it takes. */
const everything = 500

export const walkInRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app

  /** What this agency takes, best match first; all of it, A–Z, when nothing was looked for or found. */
  async function offersFor(agencyId: string, q: string): Promise<{ offers: Offer[]; found: boolean }> {
    const agency = await getAgencyById(context.db, agencyId)
    const on = dayOf(context.now())
    const here = async (text: string) => {
      const { items } = await searchProcedures(context.db, text, { on, limit: everything })
      return items.filter((item) => item.level === agency.level && (!item.agencyId || item.agencyId === agency.id))
    }
    const matching = q ? await here(q) : []
    return matching.length > 0 ? { offers: matching, found: true } : { offers: await here(''), found: q === '' }
  }

  async function wardGroups(): Promise<PlaceGroup[]> {
    const [{ items: districts }, { items: wards }] = await Promise.all([agenciesOf(context.db, 'district'), agenciesOf(context.db, 'ward')])
    return districts.map(({ id, name }) => ({ name, places: wards.filter(({ parentId }) => parentId === id) }))
  }

  async function viewOf(code: string): Promise<ProcedureView | undefined> {
    return code ? findProcedure(context.db, code, { on: dayOf(context.now()) }) : undefined
  }

  async function show(request: FastifyRequest, reply: FastifyReply, { body, files, formId, refusal }: Shown) {
    const { actor, locale } = request
    const agencyId = actor.agencyId!
    const q = textOf(body, 'q')
    const { offers, found } = await offersFor(agencyId, q)
    // A new search chooses its best match; the same search again leaves the choice alone.
    const isNew = q !== '' && q !== textOf(body, 'asked')
    const wanted = isNew && found ? offers[0]!.code : textOf(body, 'procedure')
    const view = await viewOf(wanted)
    const now = context.now()
    const rule = view?.version.processingTime
    const due = rule && dueAt([{ kind: 'received', at: now }], rule, await workingCalendarOf(context.db, agencyId))
    const offered = view && !offers.some(({ code }) => code === wanted) ? [{ code: wanted, name: view.version.name }, ...offers] : offers
    return reply.page(
      walkInPage({
        ...request.frame({ form: true }),
        ...(await workplaceOf(context, actor)),
        formId,
        typed: {
          ...body,
          subject: isNew ? '' : textOf(body, 'subject'),
          ...(textOf(body, 'step') === 'all' && view ? { paper: allOf(body, view) } : {})
        },
        files,
        offers: offered,
        notFound: found ? undefined : q,
        view,
        fees: view ? feeFor(view.fees, { channel: 'desk', payerGroup: 'everyone', filedOn: dayOf(now) }) : [],
        due: rule && due?.dueAt ? { at: due.dueAt, sentences: explain(due, rule, locale) } : undefined,
        wards: await wardGroups(),
        now,
        refusal
      }),
      refusal
    )
  }

  app.get<{ Querystring: Record<string, string> }>('/quay/tiep-nhan', (request, reply) => {
    const { q = '', procedure = '' } = request.query
    return show(request, reply, { body: { q, procedure }, files: new Map(), formId: context.newId() })
  })

  async function done(request: FastifyRequest, reply: FastifyReply, id: string) {
    const { locale, actor } = request
    const dossier = await dossierAtWork(context, id, actor)
    const due = dossier.dueAt
      ? fill(moveWords.acceptDue[locale], { time: formatTime(dossier.dueAt), day: formatDayLong(dayOf(dossier.dueAt), locale) })
      : ''
    return reply
      .flash('ok', fill(walkInWords.accepted[locale], { code: dossier.code, due }))
      .redirect(`/quay/ho-so/${id}#giay-phat-hanh`, 303)
  }

  async function acceptForm(request: FastifyRequest, { body, files, formId }: Shown & { files: FilesOfForm['files'] }, read: FilesOfForm) {
    const { actor, locale } = request
    const view = await viewOf(textOf(body, 'procedure'))
    const wards = new Map((await agenciesOf(context.db, 'ward')).items.map(({ code, name }) => [code, name]))
    const { application, papers, errors } = readWalkIn(body, {
      today: dayOf(context.now()),
      view,
      wardName: (code) => wards.get(code),
      files: { ...read, files }
    })
    requireNoErrors(errors, read.fault)
    const { code: agencyCode } = await getAgencyById(context.db, actor.agencyId!)
    // The first id asked for is the dossier's: it is the form's own, so a second press meets the first one's row.
    let given = false
    const newId = () => {
      if (given) return context.newId()
      given = true
      return formId
    }
    await acceptWalkIn({ ...context, newId }, { procedureCode: view!.procedure.code, agencyCode, application, papers, by: actor, locale })
  }

  app.post<{ Body: Body }>('/quay/tiep-nhan', async (request, reply) => {
    const body = request.body ?? {}
    const typedId = textOf(body, 'formId')
    const formId = isUuid(typedId) ? typedId : context.newId()
    if (await findDossier(context.db, formId)) return done(request, reply, formId)
    const read = await readFiles(context, { body, uploads: request.uploads, by: request.actor }, { fields: 'scan.' })
    const shown: Shown = { body, files: read.files, formId }
    if (textOf(body, 'step') !== 'accept') {
      const refusal = read.fault && new Refusal(read.fault.code, { ...read.fault.facts, fields: read.errors })
      return show(request, reply, { ...shown, refusal })
    }
    try {
      await acceptForm(request, shown, read)
    } catch (error) {
      // Two presses at once: the second one meets the row of the first.
      if (!(error instanceof Refusal) && (await findDossier(context.db, formId))) return done(request, reply, formId)
      return show(request, reply, { ...shown, refusal: mendable(error) })
    }
    return done(request, reply, formId)
  })
}

/** What is ticked already, and every paper the law wants. */
const allOf = (body: Body, { documents }: ProcedureView): string[] =>
  [...new Set([...tickedPapers(body), ...documents.filter(({ required }) => required).map(({ number }) => number)])].map(String)
