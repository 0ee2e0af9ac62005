// What an integrator sends, made into what the actions take: papers named after the procedure's list, wards looked up, files checked to be theirs.
import type { Actor } from '../accounts/roles.ts'
import { parsePhone } from '../accounts/rules.ts'
import { findAgency } from '../agencies/queries.ts'
import type { Context } from '../context.ts'
import type { Db } from '../database/client.ts'
import { filesOf } from '../files/queries.ts'
import type { Answers } from '../forms/definition.ts'
import type { Locale } from '../kernel/locale.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { findProcedure, type RequiredDocument } from '../procedures/queries.ts'
import type { Filing } from './actions/file-dossier.ts'
import type { AskedAddress, AskedDelivery, AskedFiling, AskedPaper, AskedParty } from './api.schemas.ts'
import type { NewPaper } from './store.ts'
import type { Delivery, Party, PostalAddress } from './types.ts'

type Asking = { by: Actor; locale: Locale }

/**
 * A form is answered by values, by parts of a person, by rows of them. Whatever lies deeper or holds more is no answer: to say what
 * is wrong with each of a million rows would cost us the stack and the caller an answer of many megabytes.
 */
const deepest = 5
const widest = 200
const isNoAnswer = (value: unknown, levels: number): boolean => {
  if (typeof value !== 'object' || value === null) return false
  const inside = Object.values(value)
  return levels === 0 || inside.length > widest || inside.some((one) => isNoAnswer(one, levels - 1))
}

/** @throws Refusal PROCEDURE_NOT_FOUND, FILE_NOT_FOUND, FORM_INCOMPLETE, REQUEST_MALFORMED */
export async function readFiling(context: Context, asked: AskedFiling, { by, locale }: Asking): Promise<Filing> {
  const { db } = context
  if (isNoAnswer(asked.answers, deepest)) throw new Refusal('REQUEST_MALFORMED', { detail: 'answers' })
  const found = await findProcedure(db, asked.procedure, { on: dayOf(context.now()) })
  if (!found) throw new Refusal('PROCEDURE_NOT_FOUND', { code: asked.procedure })
  const applicant = readParty(asked.applicant)
  const { subject = '', relation, answers = {}, pickUp } = asked
  return {
    procedureCode: asked.procedure,
    agencyCode: asked.agency,
    channel: pickUp ? 'post' : 'online',
    application: {
      applicant,
      filer: asked.filer ? readParty(asked.filer) : applicant,
      relation,
      subject: subject.trim(),
      delivery: await readDelivery(db, asked.delivery),
      ...(pickUp && { pickUp: { ...(await readAddress(db, pickUp)), when: pickUp.when } })
    },
    answers: answers as Answers,
    papers: await readPapers(db, asked.papers, { documents: found.documents, clientId: by.id }),
    by,
    locale: asked.locale ?? locale,
    clientId: by.id
  }
}

/** Phones are kept as ten digits, however they are written. */
const readParty = (party: AskedParty): Party => ({ ...party, name: party.name.trim(), phone: parsePhone(party.phone) ?? party.phone })

async function readAddress(db: Db, { name = '', phone = '', address = '', wardCode = '' }: Partial<AskedAddress>): Promise<PostalAddress> {
  const ward = wardCode ? await findAgency(db, wardCode) : undefined
  // A code that is no ward's is refused with the other fields of the form.
  const known = ward?.level === 'ward' ? { wardCode, wardName: ward.name } : { wardCode: '', wardName: '' }
  return { name: name.trim(), phone: parsePhone(phone) ?? phone, address: address.trim(), ...known }
}

async function readDelivery(db: Db, delivery: AskedDelivery): Promise<Delivery> {
  const { method } = delivery
  return method === 'post' ? { method, ...(await readAddress(db, delivery)) } : { method }
}

type Known = { documents: readonly RequiredDocument[]; clientId: string }

/** @throws Refusal FILE_NOT_FOUND when a file is not the client's own, FORM_INCOMPLETE, REQUEST_MALFORMED */
export async function readPapers(db: Db, asked: readonly AskedPaper[], { documents, clientId }: Known): Promise<NewPaper[]> {
  const fileIds = asked.flatMap(({ fileId }) => fileId ?? [])
  const own = new Set((await filesOf(db, fileIds)).filter(({ ownerId }) => ownerId === clientId).map(({ id }) => id))
  if (fileIds.some((id) => !own.has(id))) throw new Refusal('FILE_NOT_FOUND')
  const fields: FieldErrors = {}
  for (const { number, name, fileId, given } of asked) {
    if (!fileId && !given) fields[`paper.${number}`] = 'PAPER_REQUIRED'
    if (number === 0 && !name?.trim()) fields['paper.0'] = 'REQUIRED'
  }
  if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
  return asked.map((paper) => readPaper(paper, documents))
}

function readPaper({ number, name, fileId, given }: AskedPaper, documents: readonly RequiredDocument[]): NewPaper {
  const document = documents.find((one) => one.number === number)
  if (!document && number !== 0) throw new Refusal('REQUEST_MALFORMED', { detail: `papers: ${number}` })
  const { form, copies } = document ?? { form: 'copy', copies: 1 }
  return { number, name: document?.name ?? name!.trim(), form, copies, given: fileId ? 'file' : given!, fileId: fileId ?? null }
}
