// The register for those who keep it: the desk's people and the heads of the agency.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { actsAs } from '../accounts/roles.ts'
import { dossiersById } from '../dossiers/register-queries.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { findFile } from '../files/queries.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import { sectorsList } from '../procedures/queries.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { askExport } from './actions/ask-export.ts'
import { closeBook, hashOfBook, proposeClosing } from './actions/close-book.ts'
import { bookPage, booksPage } from './pages/register.ts'
import { booksOf, countLines, exportsOf, findBook, findBookById, findExport, linesAfter, type RegisterBook } from './queries.ts'
import { type RegisterFilter, rowOf } from './rules.ts'
import { fill, registerWords as words } from './words.ts'

type One = { Params: { nam: string }; Querystring: Record<string, string | undefined>; Body: Body }

const linesOnPage = 50
/** More than a book ever holds, and a number the table knows. */
const mostLines = 1_000_000

function readDay(text: string): string | undefined {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(text) ? Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() : undefined
  } catch {
    return undefined
  }
}

export const registerBookRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['clerk', 'signer'])

  /** What was typed into the filter; a day that is none is said, not guessed. */
  function readFilter(values: Record<string, unknown>): { filter: RegisterFilter; errors: FieldErrors } {
    const [from, to] = ['tu', 'den'].map((name) => textOf(values, name).slice(0, 20))
    const errors: FieldErrors = {}
    if (from && !readDay(from)) errors['tu'] = 'DATE_INVALID'
    if (to && !readDay(to)) errors['den'] = 'DATE_INVALID'
    return { filter: { from: readDay(from!), to: readDay(to!), sector: textOf(values, 'linh-vuc').slice(0, 20) || undefined }, errors }
  }

  async function bookOf(request: FastifyRequest): Promise<RegisterBook> {
    const year = Number((request.params as { nam: string }).nam)
    const book = Number.isInteger(year) && year < 10_000 ? await findBook(db, { agencyId: request.actor.agencyId!, year }) : undefined
    if (!book) throw new Refusal('REGISTER_NOT_FOUND', {})
    return book
  }

  app.get('/so-theo-doi', async (request, reply) => {
    const books = await booksOf(db, request.actor.agencyId!)
    return reply.page(booksPage({ ...request.frame(), ...(await workplaceOf(context, request.actor)), books }))
  })

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    book: RegisterBook,
    values: Record<string, unknown>,
    refused?: Refusal
  ) {
    const { actor } = request
    const { filter, errors } = readFilter(values)
    const refusal = refused ?? (Object.keys(errors).length > 0 ? new Refusal('FORM_INCOMPLETE', { fields: errors }) : undefined)
    const asked = { ...filter, bookId: book.id, duties: actor.duties }
    const after = Math.min(Number.parseInt(textOf(values, 'sau'), 10) || 0, mostLines)
    const [found, total, exports, { items: sectors }, place] = await Promise.all([
      linesAfter(db, asked, { after, limit: linesOnPage + 1 }),
      countLines(db, asked),
      exportsOf(db, book.id),
      sectorsList(db),
      workplaceOf(context, actor)
    ])
    const lines = found.slice(0, linesOnPage)
    const dossiers = await dossiersById(
      db,
      lines.map(({ dossierId }) => dossierId)
    )
    const page = {
      ...request.frame({ form: true }),
      ...place,
      book,
      rows: lines.map(({ line, dossierId }) => ({ ...rowOf(dossiers.get(dossierId)!, { line, agency: place.agencyName }), dossierId })),
      total,
      filter,
      sectors,
      next: found.length > linesOnPage ? String(lines.at(-1)!.line) : undefined,
      first: after === 0,
      // Files hold what the one who asked may see; others make their own.
      exports: exports.filter(({ askedBy }) => askedBy.id === actor.id || (!askedBy.duties && !actor.duties)),
      formIds: { pdf: context.newId(), xlsx: context.newId() },
      may: {
        propose: actor.role === 'supervisor' && book.state === 'open',
        close: book.state === 'proposed' && actor.role === 'signer' && book.proposedBy?.id !== actor.id
      },
      isWhole: book.hash === null ? undefined : (await hashOfBook(db, book.id)) === book.hash,
      now: context.now(),
      dossierBase: actsAs(actor.role, 'clerk') ? '/quay/ho-so' : '/xu-ly/ho-so',
      refusal
    }
    return reply.page(bookPage(page), refusal)
  }

  app.get<One>('/so-theo-doi/:nam', async (request, reply) => show(request, reply, await bookOf(request), request.query))

  app.post<One>('/so-theo-doi/:nam/xuat', async (request, reply) => {
    const book = await bookOf(request)
    const body = request.body ?? {}
    const { filter } = readFilter(body)
    const typedId = textOf(body, 'formId')
    const format = textOf(body, 'format') === 'xlsx' ? 'xlsx' : 'pdf'
    await askExport(context, { id: isUuid(typedId) ? typedId : context.newId(), bookId: book.id, format, filter, by: request.actor })
    const total = await countLines(db, { ...filter, bookId: book.id, duties: request.actor.duties })
    const query = new URLSearchParams({ tu: filter.from ?? '', den: filter.to ?? '', 'linh-vuc': filter.sector ?? '' })
    return reply.flash('info', fill(words.asked[request.locale], { total })).redirect(`/so-theo-doi/${book.year}?${query}`, 303)
  })

  for (const [act, work, said] of [
    ['de-nghi-khoa', proposeClosing, words.proposed],
    ['khoa', closeBook, words.closed]
  ] as const) {
    app.post<One>(`/so-theo-doi/:nam/${act}`, async (request, reply) => {
      const book = await bookOf(request)
      try {
        await work(context, { bookId: book.id, by: request.actor })
      } catch (error) {
        return show(request, reply, await bookOf(request), {}, mendable(error))
      }
      return reply.flash('ok', said[request.locale]).redirect(`/so-theo-doi/${book.year}`, 303)
    })
  }

  app.get<{ Params: { id: string; n: string } }>('/so-theo-doi/tep/:id/:n', async (request, reply) => {
    const { id, n } = request.params
    const { actor } = request
    const wanted = isUuid(id) ? await findExport(db, id) : undefined
    const book = wanted && (await findBookById(db, wanted.bookId))
    const mine = wanted?.askedBy.id === actor.id || (!wanted?.askedBy.duties && !actor.duties)
    const piece = book?.agencyId === actor.agencyId && mine ? wanted?.files[Number(n) - 1] : undefined
    const file = piece && (await findFile(db, piece.fileId))
    if (!piece || !file) throw new Refusal('REGISTER_NOT_FOUND', {})
    return reply
      .type(file.mediaType)
      .header('content-disposition', `attachment; filename="${piece.name}"`)
      .header('cache-control', 'private, no-store')
      .send(Buffer.from(await context.files.get(file.sha256)))
  })
}
