// The papers of a filing, slot by slot. A file that was refused is named at its slot; the others are kept.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { lockerOf } from '../files/queries.ts'
import { textOf } from '../forms/typed.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { resultsInHand } from '../results/actions/reuse-result.ts'
import { problemsOf } from '../web/request.ts'
import { removePaper } from './actions/add-paper.ts'
import { errorsOn } from './filing-check.ts'
import { Form, filed, goOn, incomplete, keepStep, OneDossier, type Opened, openStep, stepFrame } from './filing-step.ts'
import { stepHref } from './pages/applicant/filing-frame.ts'
import { papersPage } from './pages/applicant/papers.ts'
import { joinSlot, papersToUpload, type Refused, takeFiles } from './papers-sent.ts'

export const papersRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app

  /** What the person keeps, and what the city issued to them: neither is to be brought again. */
  async function ownPapers(personId: string) {
    const [kept, results] = await Promise.all([lockerOf(context.db, personId), resultsInHand(context, personId)])
    const issued = results.map(({ id, title, agencyName, number }) => ({
      id,
      name: title,
      number: `${number}, ${agencyName}`,
      expiresOn: null
    }))
    return [...issued, ...kept]
  }

  async function pageOf(request: FastifyRequest, opened: Opened, { refusal, refused }: { refusal?: Refusal; refused?: Refused } = {}) {
    const { locale, actor } = request
    const said = Object.fromEntries(problemsOf(refusal, locale).map(({ field, sentence }) => [field, sentence]))
    const sentences = Object.fromEntries([...(refused ?? [])].map(([slot, refusal]) => [slot, refusal.sentence(locale)]))
    return papersPage({
      ...stepFrame(request, opened),
      files: opened.files,
      own: opened.draft.personId === actor.id && !actor.onBehalfOf ? await ownPapers(actor.id) : [],
      today: dayOf(context.now()),
      sentences: { ...said, ...sentences },
      refusal
    })
  }

  app.get('/ho-so/:id/nop/giay-to', { schema: { params: OneDossier } }, async (request, reply) => {
    const opened = await openStep(context, request)
    return opened ? reply.page(await pageOf(request, opened)) : filed(request, reply)
  })

  /** The two buttons inside a slot. @returns whether one of them was pressed */
  async function pressedInside(request: FastifyRequest, { opened, refused }: { opened: Opened; refused: Refused }): Promise<boolean> {
    const body = request.body as Record<string, unknown>
    const removed = opened.files.find(({ paperId }) => paperId === textOf(body, 'remove'))
    if (removed) await removePaper(context, { dossierId: opened.draft.id, paperId: removed.paperId, by: request.actor })
    const toJoin = papersToUpload(opened).find(({ number }) => String(number) === textOf(body, 'joinNow'))
    if (toJoin) await joinSlot(context, request, { opened, paper: toJoin, refused })
    return removed !== undefined || toJoin !== undefined
  }

  /** Papers are added, never overwritten, so a page opened before another was sent may still be sent. */
  const keepSeen = (request: FastifyRequest, opened: Opened) =>
    keepStep(context, request, opened, { step: 'giay-to', changes: {} }).catch((error: unknown) => {
      if (!(error instanceof Refusal && error.code === 'DRAFT_CHANGED_ELSEWHERE')) throw error
    })

  app.post('/ho-so/:id/nop/giay-to', { schema: { params: OneDossier, body: Form } }, async (request, reply) => {
    const opened = await openStep(context, request)
    if (!opened) return filed(request, reply)
    const { id } = opened.draft
    const refused = await takeFiles(context, request, opened)
    const stays = await pressedInside(request, { opened, refused })
    await keepSeen(request, opened)
    const again = (await openStep(context, request)) ?? opened
    const [first] = refused.values()
    const unreadable = Object.fromEntries([...refused].map(([slot, { code }]) => [slot, code])) as FieldErrors
    // Papers that may still be collected at home are asked for on the last page, not here.
    const missing = stays || again.view.offering.postIn || textOf(request.body, 'after') === 'later' ? {} : errorsOn('giay-to', again)
    const refusal = first ? new Refusal(first.code, { ...first.facts, fields: { ...missing, ...unreadable } }) : incomplete(missing)
    if (refusal) return reply.page(await pageOf(request, again, { refusal, refused }), refusal)
    return stays ? reply.redirect(stepHref(id, 'giay-to'), 303) : goOn(request, reply, { step: 'giay-to', draftId: id })
  })
}
