// Files sent piece by piece (tus 1.0): a connection that drops loses nothing, a whole file is looked at and kept like any other.
// The parts lie in one folder of this host: several processes may serve one upload in turn, several hosts may not share one.
// Each piece says at which byte it begins and is refused when the part has grown meanwhile, so two processes never mix two pieces.

import { readdir } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { Locale } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import { admit } from '../web/guard.ts'
import { limitTries } from '../web/tries.ts'
import { keepUpload } from './actions/keep-upload.ts'
import { findFile } from './queries.ts'
import { limitWords, maxBytes, maxFilesADay, maxUnfinished } from './rules.ts'
import type { FileRow } from './store.ts'

const path = '/tai-len'

/** Who sends it, in which language: known to the session, handed to tus beside the request. */
type Sender = { ownerId: string; locale: Locale; fail: (error: unknown) => void }
type TusRequest = Parameters<NonNullable<Server['options']['onIncomingRequest']>>[0]

const lastOf = (id: string) => id.split('/').at(-1)!

/** The answer a browser module shows: the kept file, or why there is none. */
const answerOf = ({ id, name, size, sha256, mediaType }: FileRow) => ({ id, name, size, sha256, mediaType })
const sayNo = (refusal: Refusal, locale: Locale) => ({
  status_code: refusal.status,
  body: JSON.stringify({ code: refusal.code, sentence: refusal.sentence(locale) })
})

async function unfinishedOf(parts: string, ownerId: string): Promise<number> {
  const names = await readdir(join(parts, ownerId)).catch(() => [])
  return names.filter((name) => name.endsWith('.json')).length
}

function openTus(context: Context): { tus: Server; store: FileStore; senders: WeakMap<IncomingMessage, Sender> } {
  const { parts } = context.files
  const senders = new WeakMap<IncomingMessage, Sender>()
  const senderOf = (request: TusRequest) => senders.get(request.runtime?.node?.req as IncomingMessage)!
  const store = new FileStore({ directory: parts })
  const tus = new Server({
    path,
    datastore: store,
    maxSize: maxBytes,
    relativeLocation: true,
    // No page of another site may read an answer.
    allowedOrigins: () => false,
    // A part lies in the folder of who is signed in, never of who a request says it is: somebody else's is simply not there.
    namingFunction: (request) => `${senderOf(request).ownerId}/${context.newId()}`,
    generateUrl: (_request, { id }) => `${path}/${lastOf(id)}`,
    getFileIdFromRequest: (request, last = '') => (isUuid(last) ? `${senderOf(request).ownerId}/${last}` : undefined),
    onUploadCreate: async (request, upload) => {
      const { ownerId } = senderOf(request)
      if ((await unfinishedOf(parts, ownerId)) >= maxUnfinished) throw new Refusal('TOO_MANY_FILES', { most: maxUnfinished })
      return { metadata: { name: upload.metadata?.['name'] ?? '' } }
    },
    onUploadFinish: async (request, { id, metadata }) => {
      const { ownerId } = senderOf(request)
      const file = await keepUpload(context, { id: lastOf(id), path: join(parts, id), name: metadata?.['name'] ?? '', ownerId })
      return { headers: { 'Kept-File': file.id } }
    },
    onResponseError: (request, error) => {
      const { locale, fail } = senderOf(request)
      if (error instanceof Refusal) return sayNo(error, locale)
      if (!('status_code' in error)) {
        fail(error)
        return sayNo(new Refusal('UPLOAD_FAILED', { name: '' }), locale)
      }
      return error.status_code === 413 ? sayNo(new Refusal('FILE_TOO_BIG', { name: '', limit: limitWords(maxBytes) }), locale) : undefined
    }
  })
  return { tus, store, senders }
}

/**
 * A page of another site cannot send these requests with our cookie: the cookie is SameSite=Lax, the header Tus-Resumable needs a
 * permission we never give (no OPTIONS, no CORS), and where a browser names the sender it must be us. So no token of a form is asked for.
 */
function checkOrigin({ headers, host }: FastifyRequest, baseUrl: string): void {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  const from = origin === undefined ? undefined : (URL.parse(origin)?.host ?? '')
  const isOurs = from === undefined || from === host || from === URL.parse(baseUrl)?.host
  if (!isOurs || (site !== undefined && site !== 'same-origin')) throw new Refusal('FORM_EXPIRED')
}

export const uploadRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  let opened: ReturnType<typeof openTus> | undefined
  admit(app, ['applicant', 'clerk', 'officer'])
  // Left unread here: tus writes it to the disk as it comes.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null))

  const aDay = limitTries(app, { max: maxFilesADay, seconds: 86_400, by: ({ actor }) => `upload ${actor.id}` })

  async function handle(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    checkOrigin(request, context.baseUrl)
    // What is finished is kept, asked for or not: only the number stops whoever would fill the disk.
    if (request.method === 'POST' && request.actor.role === 'applicant') await aDay(request)
    opened ??= openTus(context)
    const fail = (error: unknown) => request.log.error({ err: error }, 'an upload failed')
    opened.senders.set(request.raw, { ownerId: request.actor.id, locale: request.locale, fail })
    reply.hijack()
    await opened.tus.handle(request.raw, reply.raw)
  }
  /** A file that is kept already has no part any more; whoever missed our last answer learns that nothing is left to send. */
  async function handleHead(request: FastifyRequest, reply: FastifyReply) {
    const { id } = request.params as { id: string }
    const kept = isUuid(id) ? await findFile(context.db, id) : undefined
    if (kept?.ownerId !== request.actor.id) return handle(request, reply)
    const size = String(kept.size)
    return reply.headers({ 'tus-resumable': '1.0.0', 'upload-offset': size, 'upload-length': size, 'cache-control': 'no-store' }).send()
  }
  app.route({ method: 'POST', url: path, config: { csrf: false }, handler: handle })
  app.route({ method: ['PATCH', 'DELETE'], url: `${path}/:id`, config: { csrf: false }, handler: handle })
  app.route({ method: 'HEAD', url: `${path}/:id`, handler: handleHead })

  /** What became of an upload; finishes it when the server was stopped between the last byte and the keeping. */
  app.get<{ Params: { id: string } }>(`${path}/:id/ket-qua`, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const { id } = request.params
    const ownerId = request.actor.id
    if (!isUuid(id)) throw new Refusal('FILE_NOT_FOUND')
    const kept = await findFile(context.db, id)
    if (kept) {
      if (kept.ownerId !== ownerId) throw new Refusal('FILE_NOT_FOUND')
      return answerOf(kept)
    }
    opened ??= openTus(context)
    const upload = await opened.store.getUpload(`${ownerId}/${id}`).catch(() => undefined)
    if (!upload || upload.offset !== upload.size) throw new Refusal('FILE_NOT_FOUND')
    const part = { id, path: join(context.files.parts, ownerId, id), name: upload.metadata?.['name'] ?? '', ownerId }
    return answerOf(await keepUpload(context, part))
  })
}
