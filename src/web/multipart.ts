// Forms with files, read into memory part by part: text into the body, files into `request.uploads`, each at most 15 MB.
import multipart, { type MultipartFile, type MultipartValue } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { maxFilesADay, maxFormBytes } from '../files/rules.ts'
import { Refusal } from '../kernel/refusal.ts'
import { limitTries } from './tries.ts'

/** One uploaded file as it came; `tooBig` when it was cut off at the limit. */
export type Upload = { field: string; name: string; bytes: Buffer; tooBig: boolean }

const limits = { fileSize: maxFormBytes, files: 30, fields: 300, fieldSize: 100_000 }

type Part = MultipartFile | MultipartValue<string>

export async function readMultipart(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { limits, attachFieldsToBody: true, throwFileSizeLimit: false })
  // Files are held in memory, so nobody unknown sends any; the API asks for its key before it reads (integrations/guard.ts).
  app.addHook('preParsing', async (request) => {
    const isForPeople = (request.session as FastifyRequest['session'] | undefined) !== undefined
    if (isForPeople && !request.visitor && /^multipart\//i.test(request.headers['content-type'] ?? '')) throw new Refusal('SIGN_IN_NEEDED')
  })
  const aDay = limitTries(app, { max: maxFilesADay, seconds: 86_400, by: ({ actor }) => `form file ${actor.id}` })
  app.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) return
    const isCitizen = (request.session as FastifyRequest['session'] | undefined) !== undefined && request.visitor?.role === 'applicant'
    const body: Record<string, string | string[]> = {}
    for (const [name, held] of Object.entries((request.body ?? {}) as Record<string, Part | Part[]>)) {
      for (const part of Array.isArray(held) ? held : [held]) {
        if (part.type === 'file') {
          const bytes = await part.toBuffer()
          // An empty file box sends a part without a name.
          if (part.filename && isCitizen) await aDay(request)
          if (part.filename) request.uploads.push({ field: name, name: part.filename, bytes, tooBig: part.file.truncated })
        } else {
          // A part that calls itself JSON comes parsed; a form holds text.
          const text = typeof part.value === 'string' ? part.value : JSON.stringify(part.value)
          const before = body[name]
          body[name] = before === undefined ? text : [before, text].flat()
        }
      }
    }
    request.body = body
  })
}
