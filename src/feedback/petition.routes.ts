// Petitions at the public door: anybody sends one, and opens it again with its number and the last four digits of the phone.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { maskPhone } from '../accounts/rules.ts'
import { getAgencyById } from '../agencies/queries.ts'
import type { Context } from '../context.ts'
import { cleanDossierCode } from '../dossiers/numbering.ts'
import { keepFile } from '../files/actions/keep-file.ts'
import { filesOf, findFile } from '../files/queries.ts'
import { textOf } from '../forms/typed.ts'
import type { FieldErrorCode } from '../kernel/field-errors.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { limitTries } from '../web/tries.ts'
import { sendPetition } from './actions/send-petition.ts'
import type { Typed } from './pages/parts.ts'
import { type KeptFile, petitionFormPage, petitionPage, petitionsPage, sentWords } from './pages/petition.ts'
import { filesOfPetition, findPetitionByNumber, officeGroups, petitionMovesOf, petitionsOfPerson } from './queries.ts'
import { checkPetition, cleanPetitionNumber, mostFiles } from './rules.ts'
import { contactOf, formKeyOf, knownContact, limitSending, ownerOf, senderOf } from './sender.routes.ts'
import type { Petition } from './store.ts'
import { petitionKinds } from './types.ts'

const text = Type.String({ default: '', maxLength: 200 })
const Form = Type.Record(Type.String(), Type.Unknown())
const One = Type.Object({ number: Type.String({ maxLength: 60 }) })
type Body = Record<string, unknown>

const isId = (one: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(one)
/** Petitions one browser may keep open. */
const keptOpen = 20

/** Everything about a petition that both its sender and its officer read. */
export async function petitionFacts(context: Context, petition: Petition) {
  const { db, now } = context
  const [{ name: agencyName }, moves, files] = await Promise.all([
    getAgencyById(db, petition.agencyId),
    petitionMovesOf(db, petition.id),
    filesOfPetition(db, petition.id).then((ids) => filesOf(db, ids))
  ])
  const named = await Promise.all(moves.map(async (move) => ({ ...move, toAgencyName: (await getAgencyById(db, move.toAgencyId)).name })))
  return { petition, agencyName, moves: named, files: files.map(({ id, name }) => ({ id, name })), now: now() }
}

/** A file that came with a petition, for somebody who may open the petition. @throws Refusal FILE_NOT_FOUND */
export async function replyPetitionFile({ db, files }: Context, reply: FastifyReply, petition: Petition, fileId: string) {
  const isOfIt = isId(fileId) && (await filesOfPetition(db, petition.id)).includes(fileId)
  const file = isOfIt ? await findFile(db, fileId) : undefined
  if (!file) throw new Refusal('FILE_NOT_FOUND')
  return reply
    .type(file.mediaType)
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('cache-control', 'private, no-store')
    .send(await files.get(file.sha256))
}

export const petitionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'anybody')
  const { context } = app
  const { db } = context
  const limitSends = limitSending(app)
  const numberIn = (request: { body: unknown }) => cleanPetitionNumber(textOf(request.body as Body, 'number'))
  // The same limits as tracking a dossier: four digits would fall in a day otherwise.
  const fromHere = limitTries(app, { max: 5, seconds: 60, by: (request) => request.ip })
  const atThisNumber = limitTries(app, { max: 5, seconds: 60, by: numberIn })
  const atThisNumberToday = limitTries(app, { max: 50, seconds: 86_400, by: numberIn })

  const mineOf = ({ visitor }: FastifyRequest) => (visitor?.role === 'applicant' ? petitionsOfPerson(db, visitor.id) : [])
  const mayUpload = ({ visitor }: FastifyRequest) => visitor?.role === 'applicant'
  const groups = () => officeGroups(db, dayOf(context.now()))

  function open({ session }: FastifyRequest, number: string): void {
    session.petitions = [number, ...(session.petitions ?? []).filter((one) => one !== number)].slice(0, keptOpen)
  }

  app.get('/phan-anh', async (request, reply) =>
    reply.page(petitionsPage({ ...request.frame(), petitions: await mineOf(request), form: { typed: {} } }))
  )

  app.get('/phan-anh/gui', { schema: { querystring: Type.Object({ 'ho-so': text }) } }, async (request, reply) => {
    // Known from the empty form on: two presses at once belong to the same sender.
    ownerOf(request)
    const typed = { ...(await knownContact(request)), dossier: request.query['ho-so'] }
    const form = { typed, formKey: formKeyOf(request), groups: await groups(), kept: [], mayUpload: mayUpload(request) }
    return reply.page(petitionFormPage({ ...request.frame({ form: true }), form }))
  })

  /** Files of an earlier try that are this visitor's, and those sent now; what is wrong with one of them. */
  async function readFiles(request: FastifyRequest): Promise<{ kept: KeptFile[]; error?: FieldErrorCode }> {
    const ownerId = ownerOf(request)
    const ids = [(request.body as Body)['kept'] ?? []].flat().map(String).filter(isId).slice(0, mostFiles)
    const before = (await filesOf(db, ids)).filter((file) => file.ownerId === ownerId)
    const kept = before.map(({ id, name }) => ({ id, name })).slice(0, mostFiles)
    const sent = request.uploads.filter(({ field }) => field === 'files')
    if (kept.length + sent.length > mostFiles) return { kept, error: 'TOO_MANY_FILES' }
    let error: FieldErrorCode | undefined
    for (const upload of sent) {
      try {
        const { id, name } = await keepFile(context, { ...upload, ownerId })
        kept.push({ id, name })
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault
        error = fault.code as FieldErrorCode
      }
    }
    return error ? { kept, error } : { kept }
  }

  async function readPetition(request: FastifyRequest) {
    const body = request.body as Body
    const contact = contactOf(body)
    const code = textOf(body, 'agency')
    const agency = (await groups()).flatMap(({ places }) => places).find((place) => place.code === code)
    const kind = petitionKinds.find((one) => one === textOf(body, 'kind'))
    const form = { ...contact, kind: kind ?? '', agency: agency?.code ?? '', text: textOf(body, 'text') }
    const errors: FieldErrors = checkPetition(form)
    return { contact, agency, kind, form, errors }
  }

  app.post('/phan-anh/gui', { schema: { body: Form } }, async (request, reply) => {
    const body = request.body as Body
    const formKey = formKeyOf(request, body)
    const typedCode = textOf(body, 'dossier').slice(0, 60)
    let kept: KeptFile[] = []
    let petition: Petition
    try {
      await limitSends.byAddress(request)
      const read = await readFiles(request)
      kept = read.kept
      const { contact, agency, kind, form, errors } = await readPetition(request)
      if (read.error) errors['files'] = read.error
      if (!agency || !kind || Object.keys(errors).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields: errors })
      await limitSends.byPhone(request)
      const dossierCode = typedCode && cleanDossierCode(typedCode)
      petition = await sendPetition(context, {
        sender: senderOf(request, contact),
        formKey,
        kind,
        agencyId: agency.id,
        dossierCode,
        knowsDossier: request.session.tracked?.includes(dossierCode) ?? false,
        text: form.text,
        fileIds: kept.map(({ id }) => id)
      })
    } catch (error) {
      const refusal = mendable(error)
      const names = ['kind', 'agency', 'dossier', 'text', 'name', 'phone', 'email']
      const typed: Typed = Object.fromEntries(names.map((name) => [name, textOf(body, name)]))
      const form = { typed, refusal, formKey, groups: await groups(), kept, mayUpload: mayUpload(request) }
      return reply.page(petitionFormPage({ ...request.frame({ form: true }), form }), refusal)
    }
    open(request, petition.number)
    return reply.flash('ok', sentWords(petition, maskPhone(petition.phone), request.locale)).redirect(`/phan-anh/${petition.number}`, 303)
  })

  // Reading with two facts the person has changes nothing, so the page may hold this form without a session.
  app.post('/phan-anh/tra-cuu', { schema: { body: Form }, config: { csrf: false } }, async (request, reply) => {
    const body = request.body as Body
    const number = numberIn(request)
    const last4 = textOf(body, 'last4').replace(/\D/g, '')
    try {
      const fields: FieldErrors = {}
      if (!number) fields['number'] = 'REQUIRED'
      if (!/^\d{4}$/.test(last4)) fields['last4'] = 'LAST_FOUR_INVALID'
      if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
      await fromHere(request)
      await atThisNumber(request)
      await atThisNumberToday(request)
      const petition = await findPetitionByNumber(db, number)
      if (!petition?.phone.endsWith(last4)) throw new Refusal('PETITION_NOT_FOUND')
    } catch (error) {
      const refusal = error instanceof Refusal && error.code === 'PETITION_NOT_FOUND' ? error : mendable(error)
      const typed = { number: textOf(body, 'number'), last4: textOf(body, 'last4') }
      return reply.page(petitionsPage({ ...request.frame(), petitions: await mineOf(request), form: { typed, refusal } }), refusal)
    }
    open(request, number)
    return reply.redirect(`/phan-anh/${number}`, 303)
  })

  /** The petition, when this browser opened it or the account sent it. */
  async function opened(request: FastifyRequest, number: string): Promise<Petition | undefined> {
    const { session, visitor } = request
    const isOpen = session.petitions?.includes(number) ?? false
    const petition = isOpen || visitor?.role === 'applicant' ? await findPetitionByNumber(db, number) : undefined
    return isOpen || (petition && petition.personId === visitor?.id) ? petition : undefined
  }

  app.get('/phan-anh/:number', { schema: { params: One } }, async (request, reply) => {
    const number = cleanPetitionNumber(request.params.number)
    const petition = await opened(request, number)
    if (petition) return reply.page(petitionPage({ ...request.frame(), facts: await petitionFacts(context, petition) }))
    const form = { typed: { number, last4: '' } }
    return reply.page(petitionsPage({ ...request.frame(), petitions: await mineOf(request), form }))
  })

  const OneFile = Type.Object({ number: Type.String({ maxLength: 60 }), fileId: Type.String({ maxLength: 40 }) })
  app.get('/phan-anh/:number/tep/:fileId', { schema: { params: OneFile } }, async (request, reply) => {
    const petition = await opened(request, cleanPetitionNumber(request.params.number))
    if (!petition) throw new Refusal('FILE_NOT_FOUND')
    return replyPetitionFile(context, reply, petition, request.params.fileId)
  })
}
