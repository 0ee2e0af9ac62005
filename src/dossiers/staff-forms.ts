// What clerks and officers typed, read into what the actions take; and the files of their forms, kept even when another field is wrong.

import type { Actor } from '../accounts/roles.ts'
import type { Context } from '../context.ts'
import { keepFile } from '../files/actions/keep-file.ts'
import { findFile } from '../files/queries.ts'
import type { FileRow } from '../files/store.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { type FieldErrorCode, fieldErrors } from '../kernel/field-errors.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import type { RequiredDocument } from '../procedures/queries.ts'
import type { Upload } from '../web/multipart.ts'
import { freeReasonsOf } from './pages/desk/give-form.ts'
import { tickedPapers } from './pages/desk/typed.ts'
import { paperReasons, refusalGrounds } from './rules.ts'
import type { NewPaper, SupplementRequest } from './store.ts'
import { broughtForms, type SupplementReason } from './types.ts'
import { checkWords } from './words/checking.ts'
import { commonReasons, moveWords } from './words/desk.ts'

/** Ticked papers with their reasons, and free lines; a paper without a reason is an error at its field. */
export function readReasons(body: Body, documents: readonly RequiredDocument[]): { reasons: SupplementReason[]; errors: FieldErrors } {
  const ticked = new Set(tickedPapers(body))
  const reasons: SupplementReason[] = []
  const errors: FieldErrors = {}
  for (const { number, name } of documents) {
    const common = commonReasons[Number(textOf(body, `common.${number}`)) - 1]?.vi
    const reason = [common, textOf(body, `reason.${number}`)].filter(Boolean).join(': ')
    if (reason) reasons.push({ paper: name, paperNumber: number, reason })
    else if (ticked.has(number)) errors[`common.${number}`] = 'REASON_REQUIRED'
  }
  return { reasons: [...reasons, ...freeLines(body)], errors }
}

/** Required papers ticked as not there, and free lines. What was marked wrong is not asked of the form. */
export function readRound(body: Body, documents: readonly RequiredDocument[]): SupplementReason[] {
  const ticked = new Set([body['missing']].flat().map(Number))
  const missing = documents
    .filter(({ number }) => ticked.has(number))
    .map(({ number, name }) => ({ paper: name, paperNumber: number, reason: paperReasons.missing.vi }))
  return [...missing, ...freeLines(body)]
}

const freeLines = (body: Body): SupplementReason[] =>
  textOf(body, 'extra')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ paper: moveWords.other.vi, reason: line.trim() }))

/** The chosen ground with its article, own words beside it or alone. */
export function readRefusal(body: Body, on: Temporal.PlainDate): { reason: string; legalBasis: string } {
  const ground = refusalGrounds(on).find(({ code }) => code === textOf(body, 'ground'))
  return {
    reason: [ground?.vi, textOf(body, 'reason')].filter(Boolean).join('\n'),
    legalBasis: textOf(body, 'legalBasis') || (ground?.article ?? '')
  }
}

/** What was asked for without a paper and is now done, each line by its words, then the clerk's note. */
export function noteOfSupplement(body: Body, requests: readonly SupplementRequest[]): string {
  const asked = freeReasonsOf(requests)
  const done = [body['line']].flat().flatMap((n) => (typeof n === 'string' ? (asked[Number(n)] ?? []) : []))
  return [...done.map(({ reason }) => `${reason}: ${checkWords.freeDone.vi}`), textOf(body, 'note')].filter(Boolean).join('\n')
}

type FileErrorCode = Extract<FieldErrorCode, `FILE_${string}`>
const isFileRefusal = (error: unknown): error is Refusal & { code: FileErrorCode } => error instanceof Refusal && error.code in fieldErrors

export type FilesOfForm = {
  /** By field name. */
  files: ReadonlyMap<string, FileRow>
  errors: FieldErrors
  /** The first fault, whose status the answer has. */
  fault: Refusal | undefined
}

type Sent = { body: Body; uploads: readonly Upload[]; by: Actor }

/**
 * The file of each field: the one just chosen, else the one kept from an earlier try of the same form (`<field>Id`).
 * A field name ending in a dot stands for all fields that begin with it. `pdfOnly`: pictures are not documents one signs.
 */
export async function readFiles(
  context: Context,
  { body, uploads, by }: Sent,
  { fields, pdfOnly = false }: { fields: string; pdfOnly?: boolean }
): Promise<FilesOfForm> {
  const files = new Map<string, FileRow>()
  const errors: FieldErrors = {}
  let fault: Refusal | undefined
  const wanted = (name: string) => (fields.endsWith('.') ? name.startsWith(fields) : name === fields)
  for (const [name, id] of Object.entries(body)) {
    if (!name.endsWith('Id') || !wanted(name.slice(0, -2)) || typeof id !== 'string' || !isUuid(id)) continue
    const kept = await findFile(context.db, id)
    if (kept?.ownerId === by.id) files.set(name.slice(0, -2), kept)
  }
  for (const upload of uploads.filter(({ field }) => wanted(field))) {
    try {
      const file = await keepFile(context, { ...upload, ownerId: by.id })
      if (pdfOnly && file.mediaType !== 'application/pdf') throw new Refusal('FILE_WRONG_TYPE', { name: file.name })
      files.set(upload.field, file)
    } catch (error) {
      if (!isFileRefusal(error)) throw error
      errors[upload.field] = error.code
      fault ??= error
    }
  }
  return { files, errors, fault }
}

/** @throws Refusal with every wrong field; a faulty file alone keeps its own status (413, 415) */
export function requireNoErrors(errors: FieldErrors, fault?: Refusal): void {
  if (Object.keys(errors).length === 0) return
  const onlyFile = fault && Object.values(errors).every((code) => code in fieldErrors && code.startsWith('FILE_'))
  throw new Refusal(onlyFile ? fault.code : 'FORM_INCOMPLETE', { ...(onlyFile ? fault.facts : {}), fields: errors })
}

/** Papers that are on the desk or were scanned: ticked ones, and those with a file. `copies.N` says how many. */
export function papersGiven(body: Body, documents: readonly RequiredDocument[], files: FilesOfForm['files']): NewPaper[] {
  const ticked = new Set(tickedPapers(body))
  return documents.flatMap(({ number, name, form, copies }) => {
    const file = files.get(`scan.${number}`)
    if (!file && !ticked.has(number)) return []
    const counted = Number.parseInt(textOf(body, `copies.${number}`), 10)
    const brought = broughtForms.find((one) => one === textOf(body, `form.${number}`))
    return [
      {
        number,
        name,
        form: brought ?? form,
        copies: counted > 0 && counted < 1000 ? counted : copies,
        given: file && !ticked.has(number) ? ('file' as const) : ('paper' as const),
        fileId: file?.id ?? null
      }
    ]
  })
}
