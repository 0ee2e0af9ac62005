// What every page of a filing does with its draft: opens it, frames it, keeps what was sent, goes on to the next page.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { type DraftChanges, type Saved, saveDraft } from './actions/save-draft.ts'
import { openDraft, ownDossier } from './applicant-facts.ts'
import type { FilingStep } from './filing-answers.ts'
import { stepHref } from './pages/applicant/filing-frame.ts'
import { filingWords } from './words/applicant.ts'

export const OneDossier = Type.Object({ id: Type.String({ maxLength: 40 }) })
export const Form = Type.Record(Type.String(), Type.Unknown())

export type Opened = Awaited<ReturnType<typeof openDraft>>
type Asking = FastifyRequest<{ Params: { id: string } }>

export const incomplete = (fields: FieldErrors, said?: Opened['said']): Refusal | undefined =>
  Object.keys(fields).length > 0 ? new Refusal('FORM_INCOMPLETE', { fields, said }) : undefined

/** The draft; `undefined` when it was filed already, as after a second press of the button. */
export async function openStep(context: Context, request: FastifyRequest): Promise<Opened | undefined> {
  const draft = await ownDossier(context, (request as Asking).params.id, request.actor)
  return draft.state === 'draft' ? openDraft(context, draft) : undefined
}

/** What was filed has no pages any more; its confirmation does. */
export const filed = (request: FastifyRequest, reply: FastifyReply) =>
  reply.redirect(`/ho-so/${(request as Asking).params.id}/xac-nhan`, 303)

const isFromReview = (request: FastifyRequest) =>
  [request.query, request.body].some((held) => textOf((held ?? {}) as Body, 've') === 'xem-lai')

export function stepFrame(request: FastifyRequest, { draft, view, ownPaper, agencyName, steps, done }: Opened) {
  const fromReview = isFromReview(request)
  const pageId = request.server.context.newId()
  return { ...request.frame({ form: true }), filing: { draft, view, ownPaper, agencyName, steps, done, fromReview, pageId } }
}

type Kept = { step: FilingStep; changes: DraftChanges }

/** Keeps what was sent of a page and remembers that the page was answered. @throws Refusal DRAFT_CHANGED_ELSEWHERE */
export function keepStep(context: Context, request: FastifyRequest, { draft }: Opened, { step, changes }: Kept): Promise<Saved> {
  const body = request.body as Body
  const numberOf = (name: string) => (/^\d{1,15}$/.test(textOf(body, name)) ? Number(textOf(body, name)) : undefined)
  const kept = { step, revision: numberOf('_revision'), page: textOf(body, '_page').slice(0, 40), n: numberOf('_n') }
  return saveDraft(context, { dossierId: draft.id, by: request.actor, changes, kept })
}

/** The refusal of a page that was kept elsewhere meanwhile; what was typed is shown again with it. */
export async function unlessChanged(keep: () => Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await keep()
    return undefined
  } catch (error) {
    if (error instanceof Refusal && error.code === 'DRAFT_CHANGED_ELSEWHERE') return error
    throw error
  }
}

/** The step to go to after a page that was opened from the check: what the change has made open again, else back to the check. */
function backToReview(before: Opened, after: Opened): FilingStep {
  const opened = after.steps.find(
    (step) => !after.done.has(step) && step !== 'xem-lai' && (before.done.has(step) || !before.steps.includes(step))
  )
  return opened ?? 'xem-lai'
}

type Left = { step: FilingStep; draftId: string; before?: Opened; after?: Opened }

/** After a page that was answered: the next one as the answers have it now, the check it came from, or later. */
export function goOn(request: FastifyRequest, reply: FastifyReply, { step, draftId, before, after }: Left) {
  const body = request.body as Body
  if (textOf(body, 'after') === 'later')
    return reply.flash('ok', filingWords.savedForLater[request.locale]).redirect(request.helping ? '/giup-nguoi-khac' : '/ho-so', 303)
  if (isFromReview(request)) {
    const next = before && after ? backToReview(before, after) : 'xem-lai'
    return reply.redirect(`${stepHref(draftId, next)}${next === 'xem-lai' ? '' : '?ve=xem-lai'}`, 303)
  }
  const steps = after?.steps ?? lastSteps
  return reply.redirect(stepHref(draftId, steps[steps.indexOf(step) + 1]!), 303)
}

/** Whatever the form asks, a filing ends with these. */
const lastSteps: readonly FilingStep[] = ['giay-to', 'nhan-ket-qua', 'xem-lai']
