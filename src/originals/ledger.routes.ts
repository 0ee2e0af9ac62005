// The ledger of originals for those who hold them: where is it, what is here; and what a person writes down about one by hand.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { actsAs } from '../accounts/roles.ts'
import { printLabelsOf } from '../documents/actions/print-originals.ts'
import { cleanDossierCode } from '../dossiers/numbering.ts'
import { findDossierByCode } from '../dossiers/queries.ts'
import { dossierAtWork } from '../dossiers/staff-case.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { sideOf } from './actions/hand-over.ts'
import { addOriginal, decideFate, removeOriginal, reportFound, reportLost, shelve } from './actions/mend-ledger.ts'
import { recordLook } from './actions/record-look.ts'
import { mayGive } from './custody.ts'
import { ledgerPage, openHref } from './pages/ledger.ts'
import { addOriginalPage, originalPage } from './pages/original.ts'
import {
  actsOf,
  findListByNumber,
  findOriginal,
  findOriginalByCode,
  inHandsOf,
  listsFor,
  listsOf,
  lostAt,
  maySeeList,
  maySeeOriginal,
  type Original,
  whereIs
} from './queries.ts'
import { readCode } from './rules.ts'
import { fates } from './types.ts'
import { fill, sayHolder, ledgerWords as words } from './words.ts'

type One = { Params: { id: string }; Body: Body }

export const ledgerRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['clerk', 'officer'])

  const frameOf = async (request: FastifyRequest) => ({ ...request.frame({ form: true }), ...(await workplaceOf(context, request.actor)) })

  /** Where a scan leads: an original, a list, a dossier's originals. Or what to say instead. */
  async function find(request: FastifyRequest, text: string): Promise<{ href: string } | { problem: string }> {
    const { actor, locale } = request
    const code = readCode(text)
    const original = code ? await findOriginalByCode(db, code) : undefined
    if (original) {
      if (maySeeOriginal(original, actor)) return { href: `/ban-goc/ban/${original.id}` }
      return { problem: fill(words.belongs[locale], { code: original.code, holder: sayHolder(original.holder, locale, 'citizen') }) }
    }
    const list = /^GB-/i.test(text) ? await findListByNumber(db, text.toUpperCase()) : undefined
    if (list && maySeeList(list, actor)) return { href: openHref(list) }
    const dossier = await findDossierByCode(db, cleanDossierCode(text))
    const first = dossier && dossier.agencyId === actor.agencyId ? (await whereIs(db, { dossierId: dossier.id }))[0] : undefined
    return first ? { href: `/ban-goc/ban/${first.id}` } : { problem: fill(words.notFound[locale], { text }) }
  }

  app.get<{ Querystring: { ma?: string } }>('/ban-goc', async (request, reply) => {
    const { actor } = request
    const asked = request.query.ma?.trim().slice(0, 100) || undefined
    const found = asked ? await find(request, asked) : undefined
    if (found && 'href' in found) return reply.redirect(found.href, 303)
    const side = await sideOf(db, actor)
    const [held, lost, waiting, lists] = await Promise.all([
      inHandsOf(db, actor, side),
      lostAt(db, side.agencyId),
      listsFor(db, side),
      listsOf(db, side.agencyId)
    ])
    const page = { ...(await frameOf(request)), held, lost, waiting, lists, asked, problem: found?.problem }
    return reply.page(ledgerPage(page), found && new Refusal('ORIGINAL_NOT_FOUND', { code: asked }))
  })

  /** @throws Refusal ORIGINAL_NOT_FOUND, also for one that is none of ours */
  async function seen(request: FastifyRequest, id: string): Promise<Original> {
    const original = isUuid(id) ? await findOriginal(db, id) : undefined
    if (!original || !maySeeOriginal(original, request.actor)) throw new Refusal('ORIGINAL_NOT_FOUND', { code: '' })
    return original
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    original: Original,
    refused?: { act: string; typed: Body; refusal: Refusal }
  ) {
    const { actor } = request
    await recordLook(context, { dossierId: original.dossierId, by: actor })
    const isOurs = original.agencyId === actor.agencyId
    const base = actsAs(actor.role, 'clerk') ? '/quay' : '/xu-ly'
    const page = {
      ...(await frameOf(request)),
      original,
      acts: await actsOf(db, original.id),
      mine: mayGive(original.holder, actor),
      ours: isOurs && actsAs(actor.role, 'clerk'),
      isHead: actsAs(actor.role, 'supervisor', 'signer'),
      dossierHref: isOurs ? `${base}/ho-so/${original.dossierId}` : undefined,
      refused
    }
    return reply.page(originalPage(page), refused?.refusal)
  }

  app.get<One>('/ban-goc/ban/:id', async (request, reply) => show(request, reply, await seen(request, request.params.id)))

  const acts: Record<string, (originalId: string, request: FastifyRequest, body: Body) => Promise<unknown>> = {
    gach: (originalId, { actor }, body) => removeOriginal(context, { originalId, reason: textOf(body, 'reason'), by: actor }),
    'giu-tra': (originalId, { actor }, body) => {
      const fate = fates.find((one) => one === textOf(body, 'fate')) ?? 'with_result'
      return decideFate(context, { originalId, fate, reason: textOf(body, 'reason'), by: actor })
    },
    'bao-mat': (originalId, { actor }, body) =>
      reportLost(context, { originalId, reason: textOf(body, 'reason'), last: textOf(body, 'last'), by: actor }),
    'tim-thay': (originalId, { actor }, body) => reportFound(context, { originalId, reason: textOf(body, 'reason'), by: actor }),
    ke: (originalId, { actor }, body) => shelve(context, { originalId, place: textOf(body, 'place').slice(0, 40), by: actor })
  }
  for (const [act, work] of Object.entries(acts)) {
    app.post<One>(`/ban-goc/ban/:id/${act}`, async (request, reply) => {
      const original = await seen(request, request.params.id)
      const body = request.body ?? {}
      try {
        await work(original.id, request, body)
      } catch (error) {
        return show(request, reply, await seen(request, original.id), { act, typed: body, refusal: mendable(error) })
      }
      return reply.flash('ok', words.done[request.locale]).redirect(`/ban-goc/ban/${original.id}`, 303)
    })
  }

  app.get<One>('/ban-goc/them/:id', async (request, reply) => {
    const dossier = await dossierAtWork(context, request.params.id, request.actor)
    return reply.page(addOriginalPage({ ...(await frameOf(request)), dossier, formId: context.newId() }))
  })

  app.post<One>('/ban-goc/them/:id', async (request, reply) => {
    const dossier = await dossierAtWork(context, request.params.id, request.actor)
    const body = request.body ?? {}
    const typedId = textOf(body, 'formId')
    const formId = isUuid(typedId) ? typedId : context.newId()
    if (!(await findOriginal(db, formId))) {
      try {
        const form = textOf(body, 'form') === 'certified_copy' ? 'certified_copy' : 'original'
        const [name, reason] = [textOf(body, 'name').slice(0, 200), textOf(body, 'reason').slice(0, 300)]
        await addOriginal(context, { id: formId, dossierId: dossier.id, name, form, reason, by: request.actor })
      } catch (error) {
        return reply.page(
          addOriginalPage({ ...(await frameOf(request)), dossier, formId, typed: body, refusal: mendable(error) }),
          mendable(error)
        )
      }
    }
    return reply.flash('ok', words.done[request.locale]).redirect(`/ban-goc/ban/${formId}`, 303)
  })

  app.get<One>('/ban-goc/tem/:id.pdf', async (request, reply) => {
    const dossier = await dossierAtWork(context, request.params.id, request.actor)
    const bytes = await printLabelsOf(context, dossier.id)
    return reply.type('application/pdf').header('cache-control', 'private, no-store').send(Buffer.from(bytes))
  })
}
