// The five pages of a filing. Each is saved as it is sent, right or wrong; what is wrong is said beside its field.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { rememberFiler } from '../accounts/actions/remember-person.ts'
import { keepFile } from '../files/actions/keep-file.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { feeFor } from '../procedures/rules.ts'
import { problemsOf } from '../web/request.ts'
import { addPaper, removePaper } from './actions/add-paper.ts'
import { type DraftChanges, saveDraft } from './actions/save-draft.ts'
import { submitDossier } from './actions/submit-dossier.ts'
import { expectedDay, openDraft, ownDossier, wardGroups } from './applicant-facts.ts'
import {
  type Body,
  deliveryValues,
  errorsOf,
  errorsOn,
  type FilingStep,
  filingSteps,
  readDelivery,
  readWho,
  stepOfField,
  textOf,
  type Values,
  valuesOf,
  whoValues
} from './filing-form.ts'
import { deliveryPage } from './pages/applicant/delivery.ts'
import { stepHref } from './pages/applicant/filing-frame.ts'
import { matterPage } from './pages/applicant/matter.ts'
import { papersPage } from './pages/applicant/papers.ts'
import { fieldNames, reviewPage } from './pages/applicant/review.ts'
import { whatNext } from './pages/applicant/what-next.ts'
import { whoPage } from './pages/applicant/who.ts'
import { filingWords } from './words/applicant.ts'

const OneDossier = Type.Object({ id: Type.String({ maxLength: 40 }) })
const Form = Type.Record(Type.String(), Type.Unknown())

type Opened = Awaited<ReturnType<typeof openDraft>>
type Asking = FastifyRequest<{ Params: { id: string } }>

const incomplete = (fields: FieldErrors) => (Object.keys(fields).length > 0 ? new Refusal('FORM_INCOMPLETE', { fields }) : undefined)

export const filingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app

  /** The draft; `undefined` when it was filed already, as after a second press of the button. */
  async function open(request: FastifyRequest): Promise<Opened | undefined> {
    const draft = await ownDossier(context, (request as Asking).params.id, request.actor)
    return draft.state === 'draft' ? openDraft(context, draft) : undefined
  }

  const filed = (request: FastifyRequest, reply: FastifyReply) => reply.redirect(`/ho-so/${(request as Asking).params.id}/xac-nhan`, 303)

  function frameOf(request: FastifyRequest, { draft, view, agencyName, done }: Opened) {
    const fromReview = [request.query, request.body].some((held) => textOf((held ?? {}) as Body, 've') === 'xem-lai')
    return { ...request.frame({ form: true }), filing: { draft, view, agencyName, done, fromReview } }
  }

  async function pageOf(
    step: FilingStep,
    request: FastifyRequest,
    opened: Opened,
    { values, refusal }: { values?: Values; refusal?: Refusal } = {}
  ) {
    const frame = { ...frameOf(request, opened), refusal }
    const { draft } = opened
    if (step === 'nguoi-nop') return whoPage({ ...frame, values: values ?? whoValues(draft) })
    if (step === 'noi-dung') return matterPage({ ...frame, values: values ?? { ...(draft.answers as Values), subject: draft.subject } })
    const wards = await wardGroups(context.db, dayOf(context.now()))
    return deliveryPage({ ...frame, wards, values: values ?? deliveryValues(draft) })
  }

  /** Keeps what was sent of a page and remembers that the page was answered. */
  function keep(request: FastifyRequest, { draft }: Opened, step: FilingStep, changes: DraftChanges): Promise<void> {
    const seen = new Set([...((draft.answers['seen'] as string[] | undefined) ?? []), step])
    const answers = { ...draft.answers, ...changes.answers, seen: [...seen] }
    return saveDraft(context, { dossierId: draft.id, by: request.actor, changes: { ...changes, answers } })
  }

  function goOn(request: FastifyRequest, reply: FastifyReply, step: FilingStep, draftId: string) {
    const body = request.body as Body
    if (textOf(body, 'after') === 'later') return reply.flash('ok', filingWords.savedForLater[request.locale]).redirect('/ho-so', 303)
    const next = textOf(body, 've') === 'xem-lai' ? 'xem-lai' : filingSteps[filingSteps.indexOf(step) + 1]!
    return reply.redirect(stepHref(draftId, next), 303)
  }

  type Read = (
    body: Body,
    opened: Opened
  ) => Promise<{ changes: DraftChanges; errors: FieldErrors }> | { changes: DraftChanges; errors: FieldErrors }

  /** A page whose answers are text: shown, saved, checked, shown again with its errors or left behind. */
  function textPage(step: Exclude<FilingStep, 'giay-to' | 'xem-lai'>, read: Read): void {
    app.get(`/ho-so/:id/nop/${step}`, { schema: { params: OneDossier } }, async (request, reply) => {
      const opened = await open(request)
      return opened ? reply.page(await pageOf(step, request, opened)) : filed(request, reply)
    })

    app.post(`/ho-so/:id/nop/${step}`, { schema: { params: OneDossier, body: Form } }, async (request, reply) => {
      const opened = await open(request)
      if (!opened) return filed(request, reply)
      const { changes, errors } = await read(request.body, opened)
      await keep(request, opened, step, changes)
      const wrong = {
        ...errorsOn(step, errorsOf({ ...opened.draft, ...changes } as never, { ...opened.view, given: opened.files })),
        ...errors
      }
      const refusal = incomplete(wrong)
      if (!refusal || textOf(request.body, 'after') === 'later') return goOn(request, reply, step, opened.draft.id)
      const again = (await open(request)) ?? opened
      return reply.page(await pageOf(step, request, again, { values: valuesOf(request.body), refusal }), refusal)
    })
  }

  textPage('nguoi-nop', (body) => readWho(body, dayOf(context.now())))
  textPage('noi-dung', (body) => ({
    changes: {
      subject: textOf(body, 'subject'),
      answers: { note: textOf(body, 'note').slice(0, 2000), copies: textOf(body, 'copies') || undefined }
    },
    errors: {}
  }))
  textPage('nhan-ket-qua', async (body, { draft, view }) => {
    const groups = await wardGroups(context.db, dayOf(context.now()))
    const names = new Map(groups.flatMap(({ name: district, places }) => places.map(({ code, name }) => [code, `${name}, ${district}`])))
    return readDelivery(body, { wardName: (code) => names.get(code), filer: draft.filer, mayUpload: view.offering.onlineLevel >= 3 })
  })

  app.get('/ho-so/:id/nop/giay-to', { schema: { params: OneDossier } }, async (request, reply) => {
    const opened = await open(request)
    if (!opened) return filed(request, reply)
    return reply.page(papersPage({ ...frameOf(request, opened), files: opened.files, sentences: {} }))
  })

  /** Keeps the readable files of every slot. @returns what was wrong with the others, by slot */
  async function takeFiles(request: FastifyRequest, { draft, view, files }: Opened) {
    const by = request.actor
    const refused = new Map<string, Refusal>()
    for (const paper of view.documents.filter(({ form }) => form !== 'present')) {
      const slot = `paper.${paper.number}`
      const replaces = textOf(request.body as Body, `replace.${paper.number}`) === '1'
      const kept: string[] = []
      for (const upload of request.uploads.filter(({ field }) => field === slot)) {
        try {
          kept.push((await keepFile(context, { ...upload, ownerId: by.id })).id)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          refused.set(slot, error)
        }
      }
      const { number, name, form, copies } = paper
      for (const fileId of kept)
        await addPaper(context, { dossierId: draft.id, by, paper: { number, name, form, copies, given: 'file', fileId } })
      const old = replaces && kept.length > 0 ? files.filter((file) => file.number === number) : []
      for (const { paperId } of old) await removePaper(context, { dossierId: draft.id, paperId, by })
    }
    return refused
  }

  app.post('/ho-so/:id/nop/giay-to', { schema: { params: OneDossier, body: Form } }, async (request, reply) => {
    const opened = await open(request)
    if (!opened) return filed(request, reply)
    const { locale, actor: by } = request
    const { id } = opened.draft
    const refused = await takeFiles(request, opened)
    const removed = opened.files.find(({ paperId }) => paperId === textOf(request.body, 'remove'))
    if (removed) await removePaper(context, { dossierId: id, paperId: removed.paperId, by })
    await keep(request, opened, 'giay-to', {})
    const again = (await open(request)) ?? opened
    const [first] = refused.values()
    const sentences = Object.fromEntries([...refused].map(([slot, refusal]) => [slot, refusal.sentence(locale)]))
    const unreadable = Object.fromEntries([...refused].map(([slot, { code }]) => [slot, code])) as FieldErrors
    // Papers that may still be collected at home are asked for on the last page, not here.
    const missing =
      removed || again.view.offering.postIn || textOf(request.body, 'after') === 'later' ? {} : errorsOn('giay-to', again.errors)
    const refusal = first ? new Refusal(first.code, { ...first.facts, fields: { ...missing, ...unreadable } }) : incomplete(missing)
    if (refusal) {
      const said = Object.fromEntries(problemsOf(refusal, locale).map(({ field, sentence }) => [field, sentence]))
      return reply.page(
        papersPage({ ...frameOf(request, again), files: again.files, sentences: { ...said, ...sentences }, refusal }),
        refusal
      )
    }
    return removed ? reply.redirect(`${stepHref(id, 'giay-to')}`, 303) : goOn(request, reply, 'giay-to', id)
  })

  async function review(
    request: FastifyRequest,
    opened: Opened,
    { refusal, declared = false }: { refusal?: Refusal; declared?: boolean } = {}
  ) {
    const { locale } = request
    const { draft, view, agencyName, files } = opened
    const fees = feeFor(view.fees, { channel: draft.channel, payerGroup: 'everyone', filedOn: dayOf(context.now()) })
    const papers = Object.fromEntries(view.documents.map(({ number, name }) => [`paper.${number}`, name]))
    const problems = problemsOf(refusal, locale, { ...fieldNames(locale), ...papers }).map((problem) => {
      const step = stepOfField(problem.field)
      return step === 'xem-lai' ? problem : { ...problem, href: `${stepHref(draft.id, step)}?ve=xem-lai#${problem.field}` }
    })
    const next = whatNext({ dossier: draft, agencyName, expected: await expectedDay(context, draft), locale })
    return reviewPage({ ...frameOf(request, opened), files, fees, next, problems, declared, refusal })
  }

  app.get('/ho-so/:id/nop/xem-lai', { schema: { params: OneDossier } }, async (request, reply) => {
    const opened = await open(request)
    return opened ? reply.page(await review(request, opened)) : filed(request, reply)
  })

  app.post('/ho-so/:id/nop/xem-lai', { schema: { params: OneDossier, body: Form } }, async (request, reply) => {
    const opened = await open(request)
    if (!opened) return filed(request, reply)
    const { draft } = opened
    // Somebody who signed in for the first time had only a phone number for a name.
    const by = { ...request.actor, name: draft.filer.name || request.actor.name }
    const declared = textOf(request.body, 'declaration') === 'yes'
    const wrong: FieldErrors = { ...opened.errors, ...(declared ? {} : { declaration: 'DECLARATION_REQUIRED' as const }) }
    const refusal = incomplete(wrong)
    if (refusal) return reply.page(await review(request, opened, { refusal, declared }), refusal)
    try {
      await submitDossier(context, { dossierId: draft.id, by })
    } catch (error) {
      // Two presses at once: the first one filed it, and the second sees the same confirmation.
      if (!(error instanceof Refusal && error.code === 'MOVE_NOT_ALLOWED')) throw error
    }
    const { name: fullName, identityNumber, email, address } = draft.filer
    await rememberFiler(context, { personId: by.id, known: { fullName, identityNumber, email, address } })
    request.session.actor = by
    return filed(request, reply)
  })
}
