// What every page request carries: who asks, in which language, and the way back to a form with its errors.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor, Duty } from '../accounts/roles.ts'
import type { Context } from '../context.ts'
import type { Html } from '../kernel/html.ts'
import { type Locale, locales } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { FieldProblem } from './components/form.ts'
import type { Flash, Frame } from './layout.ts'
import type { Upload } from './multipart.ts'

declare module 'fastify' {
  interface FastifyInstance {
    context: Context
  }
  interface FastifyRequest {
    /** Who is signed in. @throws Refusal SIGN_IN_NEEDED when nobody is */
    readonly actor: Actor
    /** Who is signed in, if anybody. */
    readonly visitor: Actor | undefined
    /** The visitor as a helper: set by the pages of a dossier they were asked to help with, for this request only. */
    onBehalfOf: Actor | undefined
    /** What a member of staff answers for, read at the door; undefined: everything at the agency. */
    duties: Duty[] | undefined
    /** Said above every such page. */
    helping: Frame['helping']
    readonly locale: Locale
    uploads: Upload[]
    /** What the layout needs; `form` when the page holds one (starts a session for its token). */
    frame(options?: { form?: boolean }): Frame
  }
  interface FastifyReply {
    /** Sends a page; with the refusal that brought it back, under the refusal's status. */
    page(page: Html, because?: Refusal): FastifyReply
    /** Said once on the next page. */
    flash(kind: Flash['kind'], text: string): FastifyReply
  }
  interface Session {
    actor?: Actor
    flash?: Flash
    /** The phone a code was sent to, until it is typed. */
    phone?: string
    returnTo?: string
    /** Dossiers opened on the tracking page with their second factor. */
    tracked?: string[]
  }
}

/** Addresses that belong to no page have no reader of cookies; language and text size hold there too. */
const settingOf = ({ cookies, headers }: FastifyRequest, name: 'locale' | 'bigText'): string | undefined =>
  cookies?.[name] ?? new RegExp(`(?:^|;\\s*)${name}=(\\w+)`).exec(headers.cookie ?? '')?.[1]

function localeOf(request: FastifyRequest): Locale {
  const asked = (request.query as { lang?: string } | undefined)?.lang ?? settingOf(request, 'locale')
  return locales.find((locale) => locale === asked) ?? 'vi'
}

function frameOf(this: FastifyRequest, { form = false } = {}): Frame {
  const session = this.session as FastifyRequest['session'] | undefined
  const flash = session?.flash
  if (flash) delete session.flash
  return {
    locale: this.locale,
    path: this.url,
    host: this.host,
    bigText: settingOf(this, 'bigText') === '1',
    actor: this.visitor,
    helping: this.helping,
    csrf: session && (form || session.actor) ? this.reply.generateCsrf() : undefined,
    flash
  }
}

/** Adds the decorators above to an app. Sessions themselves are opened by the pages' scope only. */
export function carryRequests(app: FastifyInstance): void {
  app.decorateRequest('uploads')
  app.decorateRequest('reply')
  app.decorateRequest('onBehalfOf', undefined)
  app.decorateRequest('helping', undefined)
  app.decorateRequest('duties', undefined)
  app.decorateRequest('locale', {
    getter: function (this: FastifyRequest) {
      return localeOf(this)
    }
  })
  app.decorateRequest('visitor', {
    getter: function (this: FastifyRequest) {
      const actor = (this.session as FastifyRequest['session'] | undefined)?.actor
      if (!actor || this.onBehalfOf) return actor && this.onBehalfOf
      // For whom somebody acts is asked anew at each request; a session cannot carry it.
      const { onBehalfOf: _, ...own } = actor
      return this.duties ? { ...own, duties: this.duties } : own
    }
  })
  app.decorateRequest('actor', {
    getter: function (this: FastifyRequest) {
      if (!this.visitor) throw new Refusal('SIGN_IN_NEEDED')
      return this.visitor
    }
  })
  app.decorateRequest('frame', frameOf)
  app.decorateReply('page', function (page, because) {
    return this.status(because?.status ?? 200)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.toString())
  })
  app.decorateReply('flash', function (kind, text) {
    this.request.session.flash = { kind, text }
    return this
  })
  // `?so=a&so=b` means its first; a page asks for each name once.
  app.addHook('preValidation', async (request) => {
    if (request.url.startsWith('/api/')) return
    const query = request.query as Record<string, unknown>
    for (const [name, value] of Object.entries(query)) if (Array.isArray(value)) query[name] = value[0]
  })
  app.addHook('onRequest', async (request, reply) => {
    request.reply = reply
    request.uploads = []
  })
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The other half of the exchange, for tokens made while a page is drawn. */
    reply: import('fastify').FastifyReply
  }
}

/** The refusal when it is about fields the person can mend; anything else goes on its way. */
export function mendable(error: unknown): Refusal {
  if (error instanceof Refusal && error.status !== 404 && error.status !== 401) return error
  throw error
}

/** The errors of a refusal as lines of the error summary, in the order of the form's fields. */
export function problemsOf(refusal: Refusal | undefined, locale: Locale, labels: Record<string, string> = {}): FieldProblem[] {
  if (!refusal) return []
  const fields = Object.keys(refusal.fields)
  if (fields.length === 0) return [{ field: 'chinh', sentence: refusal.sentence(locale) }]
  return fields.map((field) => {
    const { label: said, sentence } = refusal.fieldWords(field)!
    const label = labels[field] ?? said?.[locale]
    return { field, sentence: label ? `${label}${/[?:]$/.test(label) ? '' : ':'} ${sentence[locale]}` : sentence[locale] }
  })
}

/** The sentence beside one field; `undefined` when nothing is wrong with it. */
export function problemAt(refusal: Refusal | undefined, field: string, locale: Locale): string | undefined {
  return refusal?.fieldWords(field)?.sentence[locale]
}
