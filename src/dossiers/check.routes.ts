// A new dossier before the desk: its page, a verdict on each paper, and whose look it is. What follows is in desk.routes.ts.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { dayOf } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { mendable } from '../web/request.ts'
import { beginLook, checkNobodyLooks, checkPaper, passTheRest } from './actions/check-paper.ts'
import { checkedPapers } from './check-queries.ts'
import { type CheckState, checkStateOf } from './check-state.ts'
import { documentsNeeded, factsOf } from './filing-answers.ts'
import { deskDossierPage } from './pages/desk/dossier.ts'
import type { Refused } from './pages/desk/move-form.ts'
import { dossierAtWork, type StaffCase } from './staff-case.ts'
import type { Dossier } from './store.ts'
import { checkWords } from './words/checking.ts'
import { openCase } from './workplace.ts'

type OneDossier = { Params: { id: string }; Querystring: { giay?: string }; Body: Body }

const baseOf = (id: string) => `/quay/ho-so/${id}`

async function readCheck(context: Context, { actor }: FastifyRequest, { dossier, view, seconds }: StaffCase): Promise<CheckState> {
  const { db } = context
  const lease = await beginLook(context, { dossierId: dossier.id, by: actor })
  const papers = await checkedPapers(db, dossier.id)
  // What this case needs: some papers depend on what was answered.
  const { documents, own } = documentsNeeded({ view, answers: dossier.answers, facts: factsOf(dossier, dayOf(dossier.filedAt!)) })
  return checkStateOf({
    papers,
    documents,
    filledIn: own?.number,
    heldBy: lease.staffId === actor.id ? undefined : { name: lease.staffName, since: lease.since },
    seconds,
    formId: context.newId()
  })
}

type Shown = { id: string; chosen?: number; refused?: Refused }

/** A dossier as the desk sees it now; with the refusal that brought its form back. */
export async function showDeskCase(context: Context, request: FastifyRequest, reply: FastifyReply, { id, chosen, refused }: Shown) {
  const page = await openCase(context, request, { id, base: baseOf(id), chosen, refused })
  const check = page.staffCase.dossier.state === 'submitted' ? await readCheck(context, request, page.staffCase) : undefined
  return reply.page(deskDossierPage({ ...page, check }), refused?.refusal)
}

/** A form of a new dossier that a colleague has under their eyes is not done behind their back. */
export async function checkFree(context: Context, { actor }: FastifyRequest, { id, state }: Dossier): Promise<void> {
  if (state === 'submitted') await checkNobodyLooks(context, { dossierId: id, by: actor })
}

export const checkRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app

  app.get<OneDossier>('/quay/ho-so/:id', (request, reply) =>
    showDeskCase(context, request, reply, { id: request.params.id, chosen: Number(request.query.giay) || 0 })
  )

  app.post<OneDossier>('/quay/ho-so/:id/kiem-tra-tiep', async (request, reply) => {
    const { id } = await dossierAtWork(context, request.params.id, request.actor)
    await beginLook(context, { dossierId: id, by: request.actor }, { takeOver: true })
    return reply.flash('ok', checkWords.tookOver[request.locale]).redirect(baseOf(id), 303)
  })

  app.post<OneDossier>('/quay/ho-so/:id/giay-con-lai', async (request, reply) => {
    const dossier = await dossierAtWork(context, request.params.id, request.actor)
    try {
      await checkFree(context, request, dossier)
      await passTheRest(context, { dossierId: dossier.id, by: request.actor })
    } catch (error) {
      const refused = { action: 'giay', typed: {}, refusal: mendable(error) }
      return showDeskCase(context, request, reply, { id: dossier.id, refused })
    }
    return reply.redirect(baseOf(dossier.id), 303)
  })

  /** The page goes on to the next paper that has no verdict, else it stays. */
  async function nextPaper(dossierId: string, paperId: string): Promise<number> {
    const papers = await checkedPapers(context.db, dossierId)
    const at = papers.findIndex(({ paper }) => paper.id === paperId)
    const order = [...papers.keys()].map((i) => (at + 1 + i) % papers.length)
    return (order.find((i) => !papers[i]!.check) ?? at) + 1
  }

  app.post<{ Params: { id: string; paper: string }; Body: Body }>('/quay/ho-so/:id/giay/:paper', async (request, reply) => {
    const { params, actor } = request
    const body = request.body ?? {}
    const dossier = await dossierAtWork(context, params.id, actor)
    const papers = await checkedPapers(context.db, dossier.id)
    try {
      await checkFree(context, request, dossier)
      await checkPaper(context, {
        dossierId: dossier.id,
        paperId: isUuid(params.paper) ? params.paper : '',
        by: actor,
        verdict: textOf(body, 'verdict') === 'right' ? 'right' : 'wrong',
        reasonCode: textOf(body, 'reason'),
        words: textOf(body, 'words')
      })
    } catch (error) {
      const chosen = papers.findIndex(({ paper }) => paper.id === params.paper) + 1
      return showDeskCase(context, request, reply, {
        id: dossier.id,
        chosen,
        refused: { action: 'giay', typed: body, refusal: mendable(error) }
      })
    }
    return reply.redirect(`${baseOf(dossier.id)}?giay=${await nextPaper(dossier.id, params.paper)}`, 303)
  })
}
