// Serves kept files to those they belong to: who brought them, whose dossier they are in, and the agency that works on it.

import type { FastifyPluginAsync } from 'fastify'
import type { Actor } from '../accounts/roles.ts'
import type { Context } from '../context.ts'
import { dossierOfIssuedFile } from '../documents/queries.ts'
import { checkSeen } from '../dossiers/access.ts'
import { recordRead } from '../dossiers/actions/record-read.ts'
import { dossierOfFile, findDossier, resultOf } from '../dossiers/queries.ts'
import { helperActor } from '../helping/on-behalf.routes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import { admit } from '../web/guard.ts'
import { findFile } from './queries.ts'
import type { FileRow } from './store.ts'

/** Not to be told apart from a file that does not exist. @throws Refusal FILE_NOT_FOUND */
async function checkMaySee(context: Context, file: FileRow, by: Actor): Promise<void> {
  if (file.ownerId === by.id) return
  const { db } = context
  const issuedFor = await dossierOfIssuedFile(db, file.id)
  const dossier = issuedFor ? await findDossier(db, issuedFor) : await dossierOfFile(db, file.id)
  if (!dossier) throw new Refusal('FILE_NOT_FOUND')
  const helper = by.role === 'applicant' && dossier.personId !== by.id ? await helperActor(context, dossier.id, by) : undefined
  checkSeen(dossier, helper ?? by)
  if (helper) await recordRead(context, { dossierId: dossier.id, by: helper })
  // A signed result is the citizen's once it was returned: at the desk against an identity paper, by post, or as a file.
  const isResult = (await resultOf(db, dossier.id))?.fileId === file.id
  if (isResult && helper?.onBehalfOf) throw new Refusal('HELPER_MAY_NOT', { name: helper.onBehalfOf.name })
  if (isResult && by.role === 'applicant' && dossier.state !== 'returned') throw new Refusal('FILE_NOT_FOUND')
}

export const fileRoutes: FastifyPluginAsync = async (app) => {
  admit(app, ['applicant', 'clerk', 'officer'])

  app.get<{ Params: { id: string }; Querystring: { tai?: string } }>('/tep/:id', async (request, reply) => {
    const { context } = app
    const { id } = request.params
    const file = isUuid(id) ? await findFile(context.db, id) : undefined
    if (!file) throw new Refusal('FILE_NOT_FOUND')
    await checkMaySee(context, file, request.actor)
    const how = request.query.tai ? 'attachment' : 'inline'
    return reply
      .type(file.mediaType)
      .header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('cache-control', 'private, no-store')
      .send(await context.files.get(file.sha256))
  })
}
