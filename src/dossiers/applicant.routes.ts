// A citizen and the dossiers that are theirs: the list, one of them, its confirmation, supplement, readers, withdrawal.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ownerOf } from '../accounts/roles.ts'
import { maskPhone } from '../accounts/rules.ts'
import { getAgencyById } from '../agencies/queries.ts'
import { readersOf } from '../audit/queries.ts'
import { qrSvg } from '../documents/barcodes.ts'
import { issuedOf } from '../documents/queries.ts'
import { keepFile } from '../files/actions/keep-file.ts'
import { filesOf } from '../files/queries.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { helpsWith } from '../helping/asking.routes.ts'
import { consentsOfPerson } from '../helping/queries.ts'
import { standingOf } from '../helping/rules.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { whereIs } from '../originals/queries.ts'
import { entriesOf } from '../payments/queries.ts'
import { paidOf, totalOf } from '../payments/rules.ts'
import { findProcedure, procedureVersion } from '../procedures/queries.ts'
import { parcelToDecide } from '../shipments/actions/parcel-choices.ts'
import { parcelEventsOf } from '../shipments/story.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { discardDraft } from './actions/discard-draft.ts'
import { giveSupplement } from './actions/give-supplement.ts'
import { withdrawDossier } from './actions/withdraw-dossier.ts'
import { dueFactsOf, expectedDay, ownDossier } from './applicant-facts.ts'
import { filingRoutes } from './filing.routes.ts'
import { saidOf } from './filing-answers.ts'
import { movesFor } from './lifecycle.ts'
import { readersPage, withdrawPage } from './pages/applicant/about-dossier.ts'
import { confirmationPage } from './pages/applicant/confirmation.ts'
import { dossierPage } from './pages/applicant/dossier.ts'
import { draftHref } from './pages/applicant/filing-frame.ts'
import { discardPage, minePage } from './pages/applicant/mine.ts'
import { type KeptFile, type SupplementForm, supplementPage } from './pages/applicant/supplement.ts'
import { whatNext } from './pages/applicant/what-next.ts'
import { dossiersOfPerson, movesOf, papersOf, resultOf, supplementRequestsOf } from './queries.ts'
import { startRoutes } from './start.routes.ts'
import type { Dossier } from './store.ts'
import { timelineOf } from './timeline.ts'
import { confirmationWords, mineWords, todoWords, withdrawWords } from './words/following.ts'

const OneDossier = Type.Object({ id: Type.String({ maxLength: 40 }) })
const Form = Type.Record(Type.String(), Type.Unknown())

/** Shown to somebody who has filed nothing yet: birth registration, certified copies, certificate of marital status. */
const popularCodes = ['1.001193', '2.000815', '1.004873']

const ownRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['applicant'])
  await app.register(filingRoutes)

  app.get('/ho-so', async (request, reply) => {
    const [dossiers, consents] = await Promise.all([dossiersOfPerson(db, request.actor.id), consentsOfPerson(db, request.actor.id)])
    const helped = consents.filter((consent) => standingOf(consent, context.now()) === 'helping')
    const helpers = new Map(helped.map(({ id, dossierId, helperName }) => [dossierId!, { name: helperName, href: `/nho-giup/${id}` }]))
    const on = dayOf(context.now())
    const found = dossiers.length > 0 ? [] : await Promise.all(popularCodes.map((code) => findProcedure(db, code, { on })))
    const popular = found.flatMap((view) => (view ? [{ code: view.procedure.code, name: view.version.name }] : []))
    return reply.page(minePage({ ...request.frame(), dossiers, popular, helpers }))
  })

  /** A filed dossier; a draft has pages of its own. */
  const openFiled = async (request: FastifyRequest): Promise<{ dossier: Dossier; isDraft: boolean; draftHref: string }> => {
    const { id } = request.params as { id: string }
    const dossier = await ownDossier(context, id, request.actor)
    return { dossier, isDraft: dossier.state === 'draft', draftHref: draftHref(id) }
  }

  async function supplementOf(dossier: Dossier, agencyName: string): Promise<SupplementForm | undefined> {
    if (dossier.state !== 'awaiting_supplement') return undefined
    const request = (await supplementRequestsOf(db, dossier.id)).findLast(({ answeredAt }) => answeredAt === null)
    return request && { dossier, request, agencyName, kept: [], note: '', sentences: {} }
  }

  app.get('/ho-so/:id', { schema: { params: OneDossier } }, async (request, reply) => {
    const { dossier, isDraft, draftHref } = await openFiled(request)
    if (isDraft) return reply.redirect(draftHref, 303)
    const { locale } = request
    const { name: agencyName } = await getAgencyById(db, dossier.agencyId)
    const [moves, parcels, papers, issued, result, due, supplement, undelivered, helps, entries, originals] = await Promise.all([
      movesOf(db, dossier.id),
      parcelEventsOf(db, dossier.id, locale),
      papersOf(db, dossier.id),
      issuedOf(db, dossier.id),
      resultOf(db, dossier.id),
      dueFactsOf(context, dossier, locale),
      supplementOf(dossier, agencyName),
      parcelToDecide(context, dossier.id),
      helpsWith(context, dossier.id),
      entriesOf(db, dossier.id),
      whereIs(db, { dossierId: dossier.id })
    ])
    const timeline = timelineOf({ dossier, moves, parcels, agencyName, locale, audience: 'citizen' })
    // Made from the answers, the paper stands among those that were given.
    const printed = issued.filter(({ form, fileId }) => form !== 'filled_form' || !papers.some((paper) => paper.fileId === fileId))
    const said = saidOf(await procedureVersion(db, dossier.procedureVersionId), dossier, locale)
    const facts = {
      dossier,
      owed: totalOf(dossier.fees) - paidOf(entries),
      said,
      agencyName,
      due,
      now: context.now(),
      timeline,
      papers,
      issued: printed,
      result,
      supplement,
      undelivered,
      helps,
      originals
    }
    return reply.page(dossierPage({ ...request.frame({ form: true }), facts }))
  })

  app.get('/ho-so/:id/xac-nhan', { schema: { params: OneDossier } }, async (request, reply) => {
    const { dossier, isDraft, draftHref } = await openFiled(request)
    if (isDraft) return reply.redirect(draftHref, 303)
    const { locale } = request
    const [{ name: agencyName }, issued] = await Promise.all([getAgencyById(db, dossier.agencyId), issuedOf(db, dossier.id)])
    const fileId = issued.find(({ form }) => form === 'filing_confirmation')?.fileId
    const qr = qrSvg(`${context.baseUrl}/tra-cuu/${dossier.code}`, confirmationWords.qr[locale].replace('{code}', dossier.code!))
    // Later the dossier's own page tells what comes next.
    const isFresh = dossier.state === 'submitted'
    const next = isFresh ? whatNext({ dossier, agencyName, expected: await expectedDay(context, dossier), locale }) : []
    const confirmation = { dossier, agencyName, maskedPhone: maskPhone(dossier.filer.phone), qr, next, fileId }
    return reply.page(confirmationPage({ ...request.frame(), confirmation }))
  })

  app.get('/ho-so/:id/ai-da-xem', { schema: { params: OneDossier } }, async (request, reply) => {
    const { dossier } = await openFiled(request)
    return reply.page(readersPage({ ...request.frame(), dossier, readers: await readersOf(db, dossier.id) }))
  })

  app.get('/ho-so/:id/xoa', { schema: { params: OneDossier } }, async (request, reply) => {
    const { dossier, isDraft } = await openFiled(request)
    if (!isDraft) return reply.redirect(`/ho-so/${dossier.id}`, 303)
    return reply.page(discardPage({ ...request.frame({ form: true }), draft: dossier }))
  })

  app.post('/ho-so/:id/xoa', { schema: { params: OneDossier } }, async (request, reply) => {
    const { dossier } = await openFiled(request)
    await discardDraft(context, { dossierId: dossier.id, by: request.actor })
    return reply.flash('ok', mineWords.discarded[request.locale]).redirect('/ho-so', 303)
  })

  app.get('/ho-so/:id/rut', { schema: { params: OneDossier } }, async (request, reply) => {
    const { dossier } = await openFiled(request)
    if (!movesFor(dossier.state, 'applicant').includes('withdraw')) return reply.redirect(`/ho-so/${dossier.id}`, 303)
    return reply.page(withdrawPage({ ...request.frame({ form: true }), dossier }))
  })

  app.post('/ho-so/:id/rut', { schema: { params: OneDossier, body: Form } }, async (request, reply) => {
    const { dossier } = await openFiled(request)
    const reason = textOf(request.body, 'reason').slice(0, 2000)
    await withdrawDossier(context, { dossierId: dossier.id, by: request.actor, reason })
    return reply.flash('ok', withdrawWords.done[request.locale]).redirect(`/ho-so/${dossier.id}`, 303)
  })

  app.get('/ho-so/:id/bo-sung', { schema: { params: OneDossier } }, async (request, reply) => {
    const { dossier } = await openFiled(request)
    const { name } = await getAgencyById(db, dossier.agencyId)
    const form = await supplementOf(dossier, name)
    if (!form) return reply.redirect(`/ho-so/${dossier.id}`, 303)
    return reply.page(supplementPage({ ...request.frame({ form: true }), form }))
  })

  /** Files sent now and files kept from a try before. What was wrong with the others is named by slot. */
  async function suppliedFiles(request: FastifyRequest, slots: number) {
    const ownerId = ownerOf(request.actor)
    const refused = new Map<string, Refusal>()
    const named = [(request.body as Body)['kept'] ?? []]
      .flat()
      .map((text) => /^(\d{1,3}):(.+)$/.exec(String(text)) ?? [])
      .map(([, slot = '', id = '']) => [slot, id] as const)
    const known = new Map(
      (
        await filesOf(
          db,
          named.map(([, id]) => id).filter((id) => isUuid(id))
        )
      ).map((file) => [file.id, file])
    )
    const kept: KeptFile[] = named.flatMap(([slot, id]) => {
      const file = known.get(id)
      return slot && file?.ownerId === ownerId && Number(slot) < slots ? [{ slot: Number(slot), fileId: id, name: file.name }] : []
    })
    for (const upload of request.uploads) {
      const slot = Number(/^reason\.(\d+)$/.exec(upload.field)?.[1] ?? slots)
      if (slot >= slots) continue
      try {
        const file = await keepFile(context, { ...upload, ownerId })
        kept.push({ slot, fileId: file.id, name: file.name })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        refused.set(upload.field, error)
      }
    }
    return { kept, refused }
  }

  app.post('/ho-so/:id/bo-sung', { schema: { params: OneDossier, body: Form } }, async (request, reply) => {
    const { dossier } = await openFiled(request)
    const { locale, actor: by } = request
    const { name } = await getAgencyById(db, dossier.agencyId)
    const asked = await supplementOf(dossier, name)
    if (!asked) return reply.redirect(`/ho-so/${dossier.id}`, 303)
    const { reasons } = asked.request
    const { kept, refused } = await suppliedFiles(request, reasons.length)
    const note = textOf(request.body, 'note').slice(0, 2000)
    try {
      const [first] = refused.values()
      if (first) throw new Refusal(first.code, { ...first.facts, fields: codesOf(refused) })
      const { documents } = await procedureVersion(db, dossier.procedureVersionId)
      const papers = kept.map(({ slot, fileId }) => {
        const { paper, paperNumber = 0 } = reasons[slot]!
        const form = documents.find(({ number }) => number === paperNumber)?.form ?? 'copy'
        return { number: paperNumber, name: paper, form, given: 'file' as const, fileId }
      })
      await giveSupplement(context, { dossierId: dossier.id, by, papers, note })
    } catch (error) {
      const refusal = mendable(error)
      const sentences = Object.fromEntries([...refused].map(([slot, because]) => [slot, because.sentence(locale)]))
      return reply.page(supplementPage({ ...request.frame({ form: true }), form: { ...asked, kept, note, sentences }, refusal }), refusal)
    }
    return reply.flash('ok', todoWords.sent[locale]).redirect(`/ho-so/${dossier.id}`, 303)
  })
}

const codesOf = (refused: ReadonlyMap<string, Refusal>) =>
  Object.fromEntries([...refused].map(([slot, { code }]) => [slot, code])) as FieldErrors

export const applicantRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(startRoutes)
  await app.register(ownRoutes)
}
