// What the public doors of this room share: who sends (an account, or this browser), the key of a form, how often anybody may send.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findPerson } from '../accounts/queries.ts'
import { parsePhone } from '../accounts/rules.ts'
import { textOf } from '../forms/typed.ts'
import { limitTries } from '../web/tries.ts'
import type { Typed } from './pages/parts.ts'
import type { Sender } from './types.ts'

declare module 'fastify' {
  interface Session {
    /** Whose files and forms these are while nobody is signed in. */
    feedbackOwner?: string
    /** Numbers of petitions opened here with their second factor, or sent from here. */
    petitions?: string[]
  }
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** The id that files and forms of this visitor belong to. */
export function ownerOf({ session, visitor, server }: FastifyRequest): string {
  if (visitor?.role === 'applicant') return visitor.id
  session.feedbackOwner ??= server.context.newId()
  return session.feedbackOwner
}

/** The key an empty form was given; a form that lost it gets a new one. */
export function formKeyOf({ server }: FastifyRequest, body: Record<string, unknown> = {}): string {
  const typed = textOf(body, 'formKey')
  return isId(typed) ? typed : server.context.newId()
}

/** What the account already knows, to start with. */
export async function knownContact({ visitor, server }: FastifyRequest): Promise<Typed> {
  const person = visitor?.role === 'applicant' ? await findPerson(server.context.db, visitor.id) : undefined
  return { name: person?.fullName ?? '', phone: person?.phone ?? '', email: person?.email ?? '' }
}

/** The browser or the account that asked, or whoever is signed in with the phone of the question. */
export async function isAskedBy(request: FastifyRequest, { ownerId, phone }: { ownerId: string; phone: string }): Promise<boolean> {
  const { session, visitor } = request
  if (ownerId === session.feedbackOwner || ownerId === visitor?.id) return true
  return phone !== '' && (await knownContact(request))['phone'] === phone
}

/** From a form whose contact was checked. */
export function senderOf(request: FastifyRequest, { name, phone, email }: { name: string; phone: string; email: string }): Sender {
  const { visitor, locale } = request
  const personId = visitor?.role === 'applicant' ? visitor.id : null
  return { ownerId: ownerOf(request), personId, name, phone: parsePhone(phone)!, email: email || null, locale }
}

export const contactOf = (body: Record<string, unknown>) => ({
  name: textOf(body, 'name').replace(/\s+/g, ' '),
  phone: textOf(body, 'phone'),
  email: textOf(body, 'email')
})

/** A library's computers share an address; nobody sends twenty petitions in ten minutes. @throws Refusal TOO_MANY_TRIES */
export function limitSending(app: FastifyInstance) {
  const byAddress = limitTries(app, { max: 20, seconds: 600, by: (request) => request.ip })
  // One phone must not be flooded with our messages either. Asked when the form is whole: a torn one sends nothing and closes nobody's phone.
  const phoneIn = (request: FastifyRequest) => {
    const typed = textOf(request.body as Record<string, unknown>, 'phone')
    return parsePhone(typed) ?? typed
  }
  const byPhone = limitTries(app, { max: 10, seconds: 86_400, by: phoneIn })
  return { byAddress, byPhone }
}
