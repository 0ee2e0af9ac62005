// The one translator of errors: a page for people, problem+json (RFC 9457) for machines. No other file sets an error status.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { limitWords, maxFormBytes } from '../files/rules.ts'
import type { Locale } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import { errorPage } from './pages/error.ts'

export type Problem = {
  type: string
  title: string
  status: number
  code: string
  instance: string
  errors?: { field: string; code: string; detail: string }[]
}

const isMachine = (request: FastifyRequest) =>
  /^\/(api|hooks|health)\//.test(request.url) || !/text\/html|\*\/\*/.test(request.headers.accept ?? '*/*')

const limit = limitWords(maxFormBytes)

/** PostgreSQL's words for text it cannot hold: NUL, half a character, something that is no id and no date. Nobody types these by mistake. */
const unstorable = new Set(['22021', '22P05', '22P02', '22007', '22008'])
const isUnstorable = ({ cause }: Error) => unstorable.has(String((cause as { code?: unknown } | undefined)?.code))
/** A multipart body without its boundary or without its end; the parser gives these no status. */
const isTornMultipart = ({ message }: Error) => /multipart/i.test(message)

/** Errors of the libraries in our own words; `undefined` for what is our bug. */
function refusalOf(error: FastifyError): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (error.validation) {
    const [first] = error.validation
    const field = `${error.validationContext ?? ''}${first?.instancePath ?? ''}`.replaceAll('/', '.')
    return new Refusal('REQUEST_MALFORMED', { detail: `${field} ${first?.message ?? ''}`.trim() })
  }
  if (error.code?.startsWith('FST_CSRF')) return new Refusal('FORM_EXPIRED')
  if (error.statusCode === 413) return new Refusal('FILE_TOO_BIG', { name: '', limit })
  if (error.statusCode === 503) return new Refusal('SERVICE_UNAVAILABLE')
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return new Refusal('REQUEST_MALFORMED', { detail: error.message })
  if (isUnstorable(error)) return new Refusal('REQUEST_MALFORMED', { detail: 'text' })
  if (isTornMultipart(error)) return new Refusal('REQUEST_MALFORMED', { detail: 'multipart/form-data' })
  return undefined
}

export function problemOf(refusal: Refusal, locale: Locale, instance: string): Problem {
  const errors = Object.entries(refusal.fields).map(([field, code]) => ({
    field,
    code,
    detail: refusal.fieldWords(field)!.sentence[locale]
  }))
  return {
    type: `https://motcua.invalid/problems/${refusal.code.toLowerCase().replaceAll('_', '-')}`,
    title: refusal.sentence(locale),
    status: refusal.status,
    code: refusal.code,
    instance,
    ...(errors.length > 0 ? { errors } : {})
  }
}

function sendProblem(reply: FastifyReply, problem: Problem) {
  return reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
}

function machineLocale(request: FastifyRequest): Locale {
  return /^en\b/.test(request.headers['accept-language'] ?? '') || request.locale === 'en' ? 'en' : 'vi'
}

function refuse(refusal: Refusal, request: FastifyRequest, reply: FastifyReply) {
  const { seconds } = refusal.facts
  if (refusal.status === 429) reply.header('retry-after', String(seconds ?? 60))
  if (isMachine(request)) return sendProblem(reply, problemOf(refusal, machineLocale(request), request.id))
  if (refusal.code === 'SIGN_IN_NEEDED') {
    const door = refusal.facts['staff'] ? '/can-bo/dang-nhap' : '/dang-nhap'
    const back = request.method === 'GET' ? `?tiep=${encodeURIComponent(request.url)}` : ''
    return reply.redirect(`${door}${back}`, 303)
  }
  const { locale } = request
  return reply.page(
    errorPage({ ...request.frame(), status: refusal.status, sentence: refusal.sentence(locale), requestId: request.id }),
    refusal
  )
}

function fail(error: Error, request: FastifyRequest, reply: FastifyReply) {
  request.log.error({ err: error }, 'request failed')
  const sentence = {
    vi: `Hệ thống gặp lỗi, chúng tôi đã được báo. Những gì đã nộp vẫn được giữ. Khi gọi 1022 xin đọc số ${request.id}.`,
    en: `Something failed on our side and we have been told. What you filed is kept. When you call 1022, quote ${request.id}.`
  }
  if (isMachine(request)) {
    const title = sentence[machineLocale(request)]
    return sendProblem(reply, { type: 'about:blank', title, status: 500, code: 'OUR_FAULT', instance: request.id })
  }
  reply.status(500)
  const page = errorPage({ ...request.frame(), status: 500, sentence: sentence[request.locale], requestId: request.id })
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page.toString())
}

export function translateErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => refuse(new Refusal('PAGE_NOT_FOUND'), request, reply))
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = refusalOf(error)
    return refusal ? refuse(refusal, request, reply) : fail(error, request, reply)
  })
}
