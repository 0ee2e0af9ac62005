// The doors of handing out: scan, the page of one result, its place on the shelf, the act itself; and notes on a dossier.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { issuedOf } from '../documents/queries.ts'
import { goesByPost } from '../dossiers/pages/desk/moves.ts'
import { queueAt, reachOf } from '../dossiers/queries.ts'
import { readAsked } from '../dossiers/search.ts'
import { searchDossiers } from '../dossiers/search-queries.ts'
import { dossierAtWork } from '../dossiers/staff-case.ts'
import { readFiles, requireNoErrors } from '../dossiers/staff-forms.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { keepSignature, readSignature } from '../files/actions/keep-signature.ts'
import { type Body, listOf, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf, instantAt } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { heldOriginalsOf } from '../originals/queries.ts'
import { entriesOf } from '../payments/queries.ts'
import { isPayable, paidOf, totalOf } from '../payments/rules.ts'
import { shipmentsOfDossier } from '../shipments/queries.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { handOut } from './actions/hand-out.ts'
import { noteDossier } from './actions/note-dossier.ts'
import { placeOnShelf } from './actions/place-on-shelf.ts'
import { type HandOutPage, handOutListPage, handOutPage } from './pages/hand-out.ts'
import { shelfOf, shelvesOf } from './queries.ts'
import { fill, handOutWords, noteWords } from './words/desk.ts'

type OneDossier = { Params: { id: string }; Body: Body | undefined }

export const handOutRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['clerk'])

  app.get<{ Querystring: { ma?: string } }>('/quay/tra', async (request, reply) => {
    const { actor } = request
    const text = (request.query.ma ?? '').trim().slice(0, 200)
    const asked = readAsked(text)
    const reach = reachOf(actor)
    const found = await searchDossiers(db, { asked, reach, limit: 2 })
    if (found.length === 1) return reply.redirect(`/quay/tra/${found[0]!.id}`, 303)
    if (found.length > 1) return reply.redirect(`/quay/tim?q=${encodeURIComponent(text)}`, 303)
    const now = context.now()
    const { items } = await queueAt(db, { ...reach, queue: 'ready', now, endOfDay: instantAt(dayOf(now).add({ days: 1 }), '00:00') })
    const shelves = await shelvesOf(
      db,
      items.map(({ id }) => id)
    )
    const ready = items.map((dossier) => ({ ...dossier, code: dossier.code! }))
    const frame = { ...request.frame({ form: true }), ...(await workplaceOf(context, actor)) }
    return reply.page(handOutListPage({ ...frame, text, notFound: text !== '', ready, shelves }))
  })

  async function show(request: FastifyRequest, reply: FastifyReply, id: string, typed?: HandOutPage['typed']) {
    const { actor } = request
    const dossier = await dossierAtWork(context, id, actor)
    const [workplace, shelf, entries, parcels, originals, issued] = await Promise.all([
      workplaceOf(context, actor),
      shelfOf(db, id),
      entriesOf(db, id),
      shipmentsOfDossier(db, id),
      heldOriginalsOf(db, id, actor.agencyId),
      issuedOf(db, id)
    ])
    const owed = isPayable(dossier.state) ? Math.max(0, totalOf(dossier.fees) - paidOf(entries)) : 0
    const slipFileId = issued.findLast(({ form }) => form === 'hand_over_slip')?.fileId
    const page = { dossier, shelf, owed, originals, slipFileId, typed, goesByPost: goesByPost({ dossier, parcels }) }
    return reply.page(handOutPage({ ...request.frame({ form: true }), ...workplace, ...page }), typed?.refusal)
  }

  app.get<OneDossier>('/quay/tra/:id', (request, reply) => show(request, reply, request.params.id))

  app.post<OneDossier>('/quay/tra/:id', async (request, reply) => {
    const { actor, uploads, locale } = request
    const body = request.body ?? {}
    const { id, code } = await dossierAtWork(context, request.params.id, actor)
    const files = await readFiles(context, { body, uploads, by: actor }, { fields: 'proxy' })
    const proxy = files.files.get('proxy')
    try {
      requireNoErrors(files.errors, files.fault)
      const signed = readSignature(body)
      const picture = signed && (await keepSignature(context, { signature: signed, ownerId: actor.id }))
      await handOut(context, {
        dossierId: id,
        by: actor,
        check: {
          paper: textOf(body, 'paper'),
          last4: textOf(body, 'last4'),
          receiver: textOf(body, 'receiver'),
          relation: textOf(body, 'relation')
        },
        signature: picture ? { fileId: picture.id } : signed && { onPaper: true },
        proxyFileId: proxy?.id,
        cashTaken: textOf(body, 'cash') === 'yes',
        originalIds: listOf(body, 'original'),
        isHere: async (tx, held) => {
          if (goesByPost({ dossier: held, parcels: await shipmentsOfDossier(tx, held.id) })) throw new Refusal('NOT_FOR_DESK')
        }
      })
    } catch (error) {
      return show(request, reply, id, { body, refusal: mendable(error), proxy })
    }
    return reply.flash('ok', fill(handOutWords.done[locale], { code, name: textOf(body, 'receiver') })).redirect(`/quay/tra/${id}`, 303)
  })

  app.post<OneDossier>('/quay/tra/:id/ke', async (request, reply) => {
    const { actor, locale } = request
    const body = request.body ?? {}
    const { id } = await dossierAtWork(context, request.params.id, actor)
    const shelf = textOf(body, 'shelf').toUpperCase()
    try {
      await placeOnShelf(context, { dossierId: id, by: actor, shelf })
    } catch (error) {
      return show(request, reply, id, { body, refusal: mendable(error), proxy: undefined })
    }
    return reply.flash('ok', fill(handOutWords.placed[locale], { shelf })).redirect(`/quay/tra/${id}`, 303)
  })

  app.post<OneDossier>('/quay/ghi-chu/:id', async (request, reply) => {
    const { actor, locale } = request
    const body = request.body ?? {}
    const { id } = await dossierAtWork(context, request.params.id, actor)
    const typedId = textOf(body, 'noteId')
    try {
      await noteDossier(context, {
        noteId: isUuid(typedId) ? typedId : context.newId(),
        dossierId: id,
        by: actor,
        text: textOf(body, 'text')
      })
    } catch (error) {
      // An empty note, or a very long one: back to the box, with the sentence.
      return reply.flash('err', mendable(error).sentence(locale)).redirect(`/quay/ho-so/${id}#ghi-chu`, 303)
    }
    return reply.flash('ok', noteWords.added[locale]).redirect(`/quay/ho-so/${id}`, 303)
  })
}
