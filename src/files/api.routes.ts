// Files before a filing: sent one by one, looked at at once, named in the filing by their id.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { clientOf, needs } from '../integrations/guard.ts'
import { once } from '../integrations/idempotency.ts'
import { Refusal } from '../kernel/refusal.ts'
import { Answer, Component, Count, guarded, OneOf, PostHeaders, posted, problems, Ref, Text, Uuid } from '../kernel/schema.ts'
import { readMultipart } from '../web/multipart.ts'
import { keepFile } from './actions/keep-file.ts'
import { limitWords, maxFormBytes, mediaTypes } from './rules.ts'

const aFile = {
  id: '019aaf10-5b1c-7d2e-9c4a-2f6b8d0e1a33',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  size: 48_213,
  mediaType: 'application/pdf',
  name: 'to-khai.pdf'
}
const Kept = Component(
  'File',
  {
    id: Uuid('Name it as `fileId` in a filing'),
    sha256: Text('Hash of its bytes', aFile.sha256),
    size: Count('Bytes', aFile.size),
    mediaType: OneOf(mediaTypes, 'By its content, never by its name'),
    name: Text('Its name, cleaned', aFile.name)
  },
  { description: 'A file as it is kept', examples: [aFile] }
)

const Upload = Type.Object(
  {
    file: Type.Unsafe<string>({
      type: 'string',
      format: 'binary',
      description: `PDF, JPG or PNG, at most ${limitWords(maxFormBytes)}, without a password`
    } as Type.TSchema)
  },
  { description: 'One file', examples: [{ file: '(the bytes)' }] }
)

export const fileApiRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Kept)
  await readMultipart(app)

  app.post(
    '/files',
    {
      ...needs('files:write'),
      schema: {
        operationId: 'uploadFile',
        summary: 'Upload a file',
        description: 'One file in a multipart form. It is checked and kept; it belongs to your client until a filing takes it in.',
        tags: ['dossiers'],
        consumes: ['multipart/form-data'],
        headers: PostHeaders,
        body: Upload,
        response: {
          201: Answer(Ref(Kept), 'The file is kept'),
          ...problems(...guarded, ...posted, 'FILE_TOO_BIG', 'FILE_WRONG_TYPE', 'FILE_EMPTY', 'FILE_LOCKED', 'FILE_INFECTED')
        }
      },
      // The parts were read already and keepFile looks at the file more closely than a schema can.
      validatorCompiler: () => () => true
    },
    async (request, reply) => {
      const [upload, ...others] = request.uploads
      if (!upload || others.length > 0) throw new Refusal('REQUEST_MALFORMED', { detail: 'multipart/form-data, file' })
      const ownerId = clientOf(request).id
      return once(request, reply, {
        work: (context) => keepFile(context, { ...upload, ownerId }),
        answer: async (_db, { id, sha256, size, mediaType, name }) => ({ status: 201, body: { id, sha256, size, mediaType, name } })
      })
    }
  )
}
