// Dossiers for integrators: file one, follow it, bring what is asked for, take it back. Nobody sees a dossier of another client.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { agenciesOf } from '../agencies/queries.ts'
import type { Db } from '../database/client.ts'
import { findFile } from '../files/queries.ts'
import { fromCursor, toCursor } from '../integrations/cursor.ts'
import { localeFor, needs, partner } from '../integrations/guard.ts'
import { once } from '../integrations/idempotency.ts'
import { Refusal } from '../kernel/refusal.ts'
import { Answer, guarded, ListQuery, LocaleQuery, PostHeaders, posted, problems, Ref, Text, Uuid } from '../kernel/schema.ts'
import { isUuid } from '../kernel/uuid.ts'
import { procedureVersion } from '../procedures/queries.ts'
import { checkOwn } from './access.ts'
import { fileDossier } from './actions/file-dossier.ts'
import { giveSupplement } from './actions/give-supplement.ts'
import { withdrawDossier } from './actions/withdraw-dossier.ts'
import { readFiling, readPapers } from './api.filing.ts'
import { documentsOf, dossierOf, summaryOf } from './api.presenters.ts'
import { DossierOf, DossierPage, dossierSchemas, FilingOf, SupplementOf, WithdrawalOf } from './api.schemas.ts'
import { dossiersOfClient, findDossier, resultOf } from './queries.ts'
import type { Dossier } from './store.ts'

const OneDossier = Type.Object({ id: Uuid('Id of the dossier') })
const Pdf = {
  description: 'The document',
  content: { 'application/pdf': { schema: { type: 'string', format: 'binary', examples: ['%PDF-1.7 …'] } as TSchema } }
}

/** The same answer for another client's dossier and for none. @throws Refusal NOT_YOURS_TO_SEE */
export async function ownDossier(db: Db, id: string, request: FastifyRequest): Promise<Dossier> {
  const dossier = await findDossier(db, id)
  if (!dossier) throw new Refusal('NOT_YOURS_TO_SEE')
  checkOwn(dossier, partner(request))
  return dossier
}

export const dossierApiRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app
  for (const schema of dossierSchemas) app.addSchema(schema)
  const tags = ['dossiers']
  const present = (db: Db, dossier: Dossier, request: FastifyRequest) =>
    dossierOf(db, dossier, { locale: localeFor(request), now: context.now() })

  app.post(
    '/dossiers',
    {
      ...needs('dossiers:write'),
      schema: {
        operationId: 'fileDossier',
        summary: 'File a dossier',
        description:
          'All at once, papers uploaded before. The desk looks at it and accepts it; from then on it has a due date. Everything that is wrong with it is said in one answer.',
        tags,
        headers: PostHeaders,
        querystring: LocaleQuery,
        body: Ref(FilingOf),
        response: {
          201: Answer(Ref(DossierOf), 'Filed', {
            Location: Text('Address of the dossier', '/api/v1/dossiers/019aaf10-5b1c-7d2e-9c4a-2f6b8d0e1a33')
          }),
          ...problems(
            ...guarded,
            ...posted,
            'PROCEDURE_NOT_FOUND',
            'AGENCY_NOT_FOUND',
            'FILE_NOT_FOUND',
            'FORM_INCOMPLETE',
            'PROCEDURE_NOT_OFFERED'
          )
        }
      }
    },
    async (request, reply) =>
      once(request, reply, {
        work: async (within) =>
          fileDossier(within, await readFiling(within, request.body, { by: partner(request), locale: localeFor(request) })),
        answer: async (db, dossier) => ({
          status: 201,
          location: `/api/v1/dossiers/${dossier.id}`,
          body: await present(db, dossier, request)
        })
      })
  )

  app.get(
    '/dossiers',
    {
      ...needs('dossiers:read'),
      schema: {
        operationId: 'listDossiers',
        summary: 'List your dossiers',
        description: 'Those your client has filed, newest first.',
        tags,
        querystring: ListQuery(LocaleQuery.properties),
        response: { 200: Answer(Ref(DossierPage), 'Dossiers'), ...problems(...guarded) }
      }
    },
    async (request) => {
      const { limit = 25, cursor } = request.query
      const after = fromCursor(cursor)
      if (after && !isUuid(after)) throw new Refusal('REQUEST_MALFORMED', { detail: 'cursor' })
      const { items, next } = await dossiersOfClient(context.db, { clientId: partner(request).id, limit, after })
      const codes = new Map((await agenciesOf(context.db)).items.map(({ id, code }) => [id, code]))
      const locale = localeFor(request)
      return { items: items.map((dossier) => summaryOf(dossier, codes.get(dossier.agencyId)!, locale)), next: toCursor(next) }
    }
  )

  app.get(
    '/dossiers/:id',
    {
      ...needs('dossiers:read'),
      schema: {
        operationId: 'getDossier',
        summary: 'Read a dossier',
        description: 'Where it stands, when it is due and why, its papers, what was asked for, what was issued and decided.',
        tags,
        params: OneDossier,
        querystring: LocaleQuery,
        response: { 200: Answer(Ref(DossierOf), 'The dossier'), ...problems(...guarded, 'NOT_YOURS_TO_SEE') }
      }
    },
    async (request) => present(context.db, await ownDossier(context.db, request.params.id, request), request)
  )

  app.post(
    '/dossiers/:id/supplement',
    {
      ...needs('dossiers:write'),
      schema: {
        operationId: 'supplementDossier',
        summary: 'Bring what was asked for',
        description:
          'Only while the dossier awaits a supplement. Before acceptance the desk looks again; after it the time limit starts from the beginning (NĐ 61/2018 Đ19.4).',
        tags,
        params: OneDossier,
        headers: PostHeaders,
        querystring: LocaleQuery,
        body: Ref(SupplementOf),
        response: {
          200: Answer(Ref(DossierOf), 'The dossier as it is now'),
          ...problems(...guarded, ...posted, 'NOT_YOURS_TO_SEE', 'FILE_NOT_FOUND', 'MOVE_NOT_ALLOWED', 'FORM_INCOMPLETE')
        }
      }
    },
    async (request, reply) => {
      const { id, procedureVersionId } = await ownDossier(context.db, request.params.id, request)
      const by = partner(request)
      return once(request, reply, {
        work: async (within) => {
          const { documents } = await procedureVersion(within.db, procedureVersionId)
          const papers = await readPapers(within.db, request.body.papers, { documents, clientId: by.id })
          return giveSupplement(within, { dossierId: id, by, papers, note: request.body.note ?? '' })
        },
        answer: async (db, dossier) => ({ status: 200, body: await present(db, dossier, request) })
      })
    }
  )

  app.post(
    '/dossiers/:id/withdraw',
    {
      ...needs('dossiers:write'),
      schema: {
        operationId: 'withdrawDossier',
        summary: 'Take a dossier back',
        description: 'At any time before the result is signed. A parcel that is not yet in the hands of the post is called off.',
        tags,
        params: OneDossier,
        headers: PostHeaders,
        querystring: LocaleQuery,
        body: Ref(WithdrawalOf),
        response: {
          200: Answer(Ref(DossierOf), 'The dossier as it is now'),
          ...problems(...guarded, ...posted, 'NOT_YOURS_TO_SEE', 'MOVE_NOT_ALLOWED')
        }
      }
    },
    async (request, reply) => {
      const { id } = await ownDossier(context.db, request.params.id, request)
      return once(request, reply, {
        work: (within) => withdrawDossier(within, { dossierId: id, by: partner(request), reason: request.body.reason }),
        answer: async (db, dossier) => ({ status: 200, body: await present(db, dossier, request) })
      })
    }
  )

  app.get(
    '/dossiers/:id/documents/:documentId',
    {
      ...needs('dossiers:read'),
      schema: {
        operationId: 'getDossierDocument',
        summary: 'Fetch a document',
        description: 'The PDF of a receipt, a request, a refusal, or of the result once it was returned.',
        tags,
        params: Type.Object({ ...OneDossier.properties, documentId: Uuid('Id of the document, from `documents` of the dossier') }),
        response: { 200: Pdf, ...problems(...guarded, 'NOT_YOURS_TO_SEE', 'FILE_NOT_FOUND') }
      }
    },
    async (request, reply) => {
      const { db, files } = context
      const { id, documentId } = request.params
      const dossier = await ownDossier(db, id, request)
      const documents = await documentsOf(db, dossier, await resultOf(db, id))
      const file = documents.some((document) => document.id === documentId) ? await findFile(db, documentId) : undefined
      if (!file) throw new Refusal('FILE_NOT_FOUND')
      return reply
        .type(file.mediaType)
        .header('cache-control', 'private, no-store')
        .send(await files.get(file.sha256))
    }
  )
}
