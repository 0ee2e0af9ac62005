// Somebody stands at the desk: one screen, one form, one dossier or one slip, however often the button is pressed.

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { answersFor } from '../accounts/roles.ts'
import { agenciesOf, getAgencyById } from '../agencies/queries.ts'
import { findTicket } from '../counters/queries.ts'
import { dueAt } from '../deadlines/due.ts'
import { explain } from '../deadlines/explain.ts'
import { workingCalendarOf } from '../deadlines/working-calendar.ts'
import { type Body, listOf, textOf } from '../forms/typed.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { acceptWithCash } from '../payments/actions/collect-cash.ts'
import { placePaymentOrder } from '../payments/actions/place-payment-order.ts'
import type { PayDesk } from '../payments/types.ts'
import { byLetters } from '../procedures/initials.ts'
import { findProcedure, type ProcedureView } from '../procedures/queries.ts'
import { searchProcedures } from '../procedures/search-queries.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { acceptWalkIn } from './actions/accept-walk-in.ts'
import { giveGuidance } from './actions/give-guidance.ts'
import { findGuidance, openGuidanceAt } from './desk-queries.ts'
import { deskTariff, payWayOf } from './fee-counts.ts'
import { draftOf, guidanceCode, readGuidanceCode, stillMissing } from './guidance.ts'
import type { PlaceGroup } from './pages/applicant/parts.ts'
import { tickedPapers } from './pages/desk/typed.ts'
import { type Offer, walkInPage } from './pages/desk/walk-in.ts'
import { findDossier } from './queries.ts'
import { type FilesOfForm, papersGiven, readFiles, requireNoErrors } from './staff-forms.ts'
import { accountFor, type Standing, standingOf } from './walk-in-facts.ts'
import { readWalkIn } from './walk-in-form.ts'
import { workplaceOf } from './workplace.ts'

type Shown = { body: Body; files: FilesOfForm['files']; formId: string; refusal?: Refusal | undefined; reopened?: string | undefined }

/** More than the catalogue holds: a desk chooses from everything it takes. */
const everything = 500

export const walkInRoutes: FastifyPluginAsync<{ pay: PayDesk }> = async (app, { pay }) => {
  const { context } = app
  admit(app, ['clerk'])

  /** What this clerk takes at this agency, best match first; all of it, A–Z, when nothing was looked for or found. */
  async function offersFor({ actor }: FastifyRequest, q: string): Promise<{ offers: Offer[]; found: boolean }> {
    const agency = await getAgencyById(context.db, actor.agencyId!)
    const on = dayOf(context.now())
    const here = async (text: string) => {
      const { items } = await searchProcedures(context.db, text, { on, limit: everything })
      const isOurs = ({ level, agencyId }: (typeof items)[number]) => level === agency.level && (!agencyId || agencyId === agency.id)
      return items.filter((item) => isOurs(item) && answersFor(actor, { sectorCode: item.sector.code, procedureCode: item.code }))
    }
    const all = await here('')
    if (!q) return { offers: all, found: true }
    // Three letters first, as at the keyboard; then everything the citizens' search knows, everyday words and misspellings too.
    const short = byLetters(all, q)
    const matching = short.length > 0 ? short : await here(q)
    return matching.length > 0 ? { offers: matching, found: true } : { offers: all, found: false }
  }

  async function wardGroups(): Promise<PlaceGroup[]> {
    const [{ items: districts }, { items: wards }] = await Promise.all([agenciesOf(context.db, 'district'), agenciesOf(context.db, 'ward')])
    return districts.map(({ id, name }) => ({ name, places: wards.filter(({ parentId }) => parentId === id) }))
  }

  async function viewOf(code: string): Promise<ProcedureView | undefined> {
    return code ? findProcedure(context.db, code, { on: dayOf(context.now()) }) : undefined
  }

  /** Where the hands go on after what was just done. */
  function focusAfter(step: string, { scan, typed }: Standing, view: ProcedureView | undefined): string {
    if (step === 'scan') return scan === 'unreadable' ? 'scan' : textOf(typed, 'filer.name') ? 'filer.phone' : 'filer.name'
    if (step === 'choose' && !view) return 'q'
    if (step === 'choose') return view!.documents[0] ? `paper.${view!.documents[0].number}` : 'delivery.method'
    return step === 'all' ? 'delivery.method' : 'scan'
  }

  async function show(request: FastifyRequest, reply: FastifyReply, { body, files, formId, refusal, reopened }: Shown) {
    const { actor, locale } = request
    const agencyId = actor.agencyId!
    const q = textOf(body, 'q')
    const now = context.now()
    const today = dayOf(now)
    const pressed = textOf(body, 'step')
    // A new search chooses its best match; the same search again leaves the choice alone.
    const isNew = q !== '' && q !== textOf(body, 'asked') && ['', 'scan', 'choose'].includes(pressed)
    // Enter in any field of a page without a script presses the first button.
    const step = pressed === 'scan' && isNew && !textOf(body, 'scan') ? 'choose' : pressed
    const [{ offers, found }, { offers: all }] = await Promise.all([offersFor(request, isNew ? q : ''), offersFor(request, '')])
    const wanted = isNew && found ? offers[0]!.code : textOf(body, 'procedure')
    const [view, standing] = await Promise.all([viewOf(wanted), standingOf(context, { body, agencyId, today })])
    const rule = view?.version.processingTime
    const due = rule && dueAt([{ kind: 'received', at: now }], rule, await workingCalendarOf(context.db, agencyId))
    const list = found && isNew ? [...offers, ...all.filter(({ code }) => !offers.some((one) => one.code === code))] : all
    return reply.page(
      walkInPage({
        ...request.frame({ form: true }),
        ...(await workplaceOf(context, actor)),
        formId,
        standing,
        typed: {
          ...standing.typed,
          subject: isNew ? '' : textOf(body, 'subject'),
          ...(step === 'all' && view ? { paper: allOf(body, view) } : {})
        },
        files,
        offers: view && !list.some(({ code }) => code === wanted) ? [{ code: wanted, name: view.version.name }, ...list] : list,
        notFound: found ? undefined : q,
        view,
        fees: view ? deskTariff(view, today) : [],
        mayTransfer: pay.account !== undefined,
        due: rule && due?.dueAt ? { at: due.dueAt, sentences: explain(due, rule, locale) } : undefined,
        wards: await wardGroups(),
        now,
        focus: refusal ? undefined : focusAfter(step, standing, view),
        reopened,
        refusal
      }),
      refusal
    )
  }

  type Opened = { Querystring: Record<string, string | undefined> }
  app.get<Opened>('/quay/tiep-nhan', async (request, reply) => {
    const { q = '', procedure = '', ve = '', luot = '', phieu } = request.query
    const formId = context.newId()
    const ticket = isUuid(luot) ? await findTicket(context.db, luot) : undefined
    const chosen = { q, procedure: procedure || (ticket?.procedureCode ?? ''), ve: ticket?.code ?? ve.slice(0, 40) }
    if (phieu === undefined) return show(request, reply, { body: chosen, files: new Map(), formId })
    const slip = isUuid(phieu) ? await findGuidance(context.db, phieu) : undefined
    const isMine = slip?.agencyId === request.actor.agencyId && slip && answersFor(request.actor, slip)
    if (!isMine || !slip.draft || slip.dossierId) throw new Refusal('GUIDANCE_NOT_FOUND')
    const body = { ...slip.draft, procedure: slip.procedureCode, slip: slip.id }
    return show(request, reply, { body, files: new Map(), formId, reopened: guidanceCode(slip) })
  })

  /** The slip whose code was scanned instead of a card. */
  async function slipScanned({ actor }: FastifyRequest, body: Body) {
    const number = readGuidanceCode(textOf(body, 'scan'))
    const [slip] = number ? await openGuidanceAt(context.db, { agencyId: actor.agencyId!, now: context.now(), number }) : []
    return slip && answersFor(actor, slip) ? slip : undefined
  }

  async function wardNames() {
    const wards = new Map((await agenciesOf(context.db, 'ward')).items.map(({ code, name }) => [code, name]))
    return (code: string) => wards.get(code)
  }

  async function acceptForm(request: FastifyRequest, { body, files, formId }: Shown & { files: FilesOfForm['files'] }, read: FilesOfForm) {
    const { actor: by, locale } = request
    const view = await viewOf(textOf(body, 'procedure'))
    const asked = { today: dayOf(context.now()), view, wardName: await wardNames(), files: { ...read, files } }
    const { application, papers, feeCounts, due, errors } = readWalkIn(body, asked)
    requireNoErrors(errors, read.fault)
    const { code: agencyCode } = await getAgencyById(context.db, by.agencyId!)
    const way = due > 0 ? payWayOf(body) : 'later'
    const slip = textOf(body, 'slip')
    // The first id asked for is the dossier's: it is the form's own, so a second press meets the first one's row.
    let given = false
    const newId = () => {
      if (given) return context.newId()
      given = true
      return formId
    }
    const personId = await accountFor(context, body)
    const walkIn = {
      procedureCode: view!.procedure.code,
      agencyCode,
      application,
      papers,
      feeCounts,
      by,
      locale,
      ...(personId && { personId }),
      besides: listOf(body, 'again').flatMap((ids) => ids.split(',')),
      slipId: isUuid(slip) ? slip : undefined
    }
    if (way === 'cash') return acceptWithCash({ ...context, newId }, walkIn)
    const isTransfer = way === 'transfer' && pay.account !== undefined
    const accepted = await acceptWalkIn({ ...context, newId }, { ...walkIn, paid: isTransfer ? 'transfer' : undefined })
    if (isTransfer) await placePaymentOrder(context, { dossierId: accepted.id, by })
    return accepted
  }

  async function giveSlip(request: FastifyRequest, { body, files, formId }: Shown, bySms: boolean) {
    const view = await viewOf(textOf(body, 'procedure'))
    const { application } = readWalkIn(body, {
      today: dayOf(context.now()),
      view: undefined,
      wardName: await wardNames(),
      files: { files, errors: {}, fault: undefined }
    })
    const { name, phone } = application.filer
    const isPhone = /^0\d{9,10}$/.test(phone)
    const errors: FieldErrors = {
      ...(!view && { procedure: 'CHOICE_REQUIRED' as const }),
      ...((bySms || phone) && !isPhone ? { 'filer.phone': 'PHONE_INVALID' as const } : {})
    }
    requireNoErrors(errors)
    return giveGuidance(context, {
      id: formId,
      view: view!,
      missing: stillMissing(view!.documents, papersGiven(body, view!.documents, files)),
      note: textOf(body, 'guidanceNote').slice(0, 500),
      name: name.slice(0, 200),
      phone,
      bySms,
      draft: draftOf(body),
      by: request.actor
    })
  }

  app.post<{ Body: Body }>('/quay/tiep-nhan', async (request, reply) => {
    const body = request.body ?? {}
    const typedId = textOf(body, 'formId')
    const formId = isUuid(typedId) ? typedId : context.newId()
    const doneAt = `/quay/tiep-nhan/${formId}/xong`
    const step = textOf(body, 'step')
    if (await findDossier(context.db, formId)) return reply.redirect(doneAt, 303)
    const slip = step === 'scan' ? await slipScanned(request, body) : undefined
    if (slip) return reply.redirect(`/quay/tiep-nhan?phieu=${slip.id}`, 303)
    const read = await readFiles(context, { body, uploads: request.uploads, by: request.actor }, { fields: 'scan.' })
    const shown: Shown = { body, files: read.files, formId }
    try {
      if (step === 'slip' || step === 'slipSms') {
        const { id } = await giveSlip(request, shown, step === 'slipSms')
        return reply.redirect(`/quay/huong-dan/${id}${step === 'slipSms' ? '?tin=1' : ''}`, 303)
      }
      if (step === 'accept') {
        await acceptForm(request, shown, read)
        return reply.redirect(doneAt, 303)
      }
    } catch (error) {
      // Two presses at once: the second one meets the row of the first.
      if (await findDossier(context.db, formId)) return reply.redirect(doneAt, 303)
      return show(request, reply, { ...shown, refusal: mendable(error) })
    }
    return show(request, reply, {
      ...shown,
      refusal: read.fault && new Refusal(read.fault.code, { ...read.fault.facts, fields: read.errors })
    })
  })
}

/** What is ticked already, and every paper the law wants. */
const allOf = (body: Body, { documents }: ProcedureView): string[] =>
  [...new Set([...tickedPapers(body), ...documents.filter(({ required }) => required).map(({ number }) => number)])].map(String)
