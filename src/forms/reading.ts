// A posted page becomes answers of the draft, and answers become what stands in the boxes. Nothing typed is lost: what is wrong stays, as text. Pure.
import type { Words } from '../kernel/locale.ts'
import type { FieldErrors } from '../kernel/refusal.ts'
import { mostRows } from './check-answer.ts'
import { checkPage } from './checking.ts'
import { isFilled } from './condition.ts'
import type { Answer, Answers, Field, Form, FormFacts, FormPage } from './definition.ts'
import { type Body, dateBoxes, dateTyped, digits, listOf, moneyTyped, numberTyped, oneLine, phoneOf, textOf } from './typed.ts'
import { isRecord, shownFields, shownInRow, shownOf } from './visible.ts'

type Ward = { wardCode: string; name: string }
/** What the house knows of wards and their old names. */
export type Places = {
  matchWard(ward: string, province: string): Ward | { several: readonly (Ward & { note: Words | undefined })[] } | undefined
}

/** Hidden blocks of a page name their field here; the browser takes the name away when it shows the block. */
export const unseenMark = '_an'
/** The fields that were on the page at all: of a box that was not ticked nothing is sent. */
export const drawnMark = '_co'

function readAddress(name: string, body: Body, places: Places): Answer {
  const [line, ward, province] = ['line', 'ward', 'province'].map((part) => oneLine(body, `${name}.${part}`)) as [string, string, string]
  const found = ward ? places.matchWard(ward, province) : undefined
  return { line, ward, province, ...(found && 'wardCode' in found ? { wardCode: found.wardCode } : {}) }
}

const given = (parts: Record<string, string>): Answer =>
  Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== '')) as Answers as Answer

function readRows(field: Field, name: string, body: Body, places: Places): Answer {
  const at = new RegExp(`^${name}\\.(\\d{1,2})\\.`)
  const numbers = new Set(Object.keys(body).flatMap((key) => at.exec(key)?.[1] ?? []))
  const most = (field.limits?.max ?? mostRows) + 1
  return [...numbers]
    .sort((a, b) => Number(a) - Number(b))
    .slice(0, most)
    .map((number) => readFields(field.fields ?? [], `${name}.${number}.`, body, places))
}

function readFields(fields: readonly Field[], prefix: string, body: Body, places: Places): Answers {
  const read = fields.map((field) => [field.id, readAnswer(field, `${prefix}${field.id}`, body, places)] as const)
  return Object.fromEntries(read.filter(([, answer]) => answer !== undefined && (Array.isArray(answer) || isFilled(answer))))
}

const yesNo: Record<string, boolean> = { yes: true, no: false }

function readAnswer(field: Field, name: string, body: Body, places: Places): Answer | undefined {
  const line = oneLine(body, name)
  switch (field.kind) {
    case 'long_text':
      return textOf(body, name)
    case 'number':
      return line && numberTyped(line)
    case 'money':
      return line && moneyTyped(line)
    case 'date':
      return dateTyped(body, name)
    case 'yes_no':
      return yesNo[line]
    case 'phone':
      return phoneOf(body, name)
    case 'several':
      return listOf(body, name)
    case 'address':
      return readAddress(name, body, places)
    case 'person':
      return given({
        name: oneLine(body, `${name}.name`),
        identityNumber: digits(body, `${name}.identityNumber`),
        bornOn: dateTyped(body, `${name}.bornOn`),
        nationality: oneLine(body, `${name}.nationality`)
      })
    case 'organisation':
      return given({
        name: oneLine(body, `${name}.name`),
        taxCode: digits(body, `${name}.taxCode`),
        address: oneLine(body, `${name}.address`)
      })
    case 'group':
      return readRows(field, name, body, places)
    default:
      return line
  }
}

const isEmptyRow = (row: unknown): boolean => isRecord(row) && !Object.values(row).some(isFilled)

type Pressed = { field: Field; what: 'add' | 'remove'; row: number }

/** The button "add" or "remove" of a group, if it was the one. */
function pressedOn(fields: readonly Field[], body: Body): Pressed | undefined {
  for (const field of fields.filter(({ kind }) => kind === 'group')) {
    if (body[`add.${field.id}`] !== undefined) return { field, what: 'add', row: -1 }
    const row = textOf(body, `remove.${field.id}`)
    if (/^\d{1,2}$/.test(row)) return { field, what: 'remove', row: Number(row) }
  }
  return undefined
}

function rowsAfter(rows: readonly Answers[], pressed: Pressed | undefined): readonly Answers[] {
  // Rows left empty say nothing; only while one adds and removes they stay.
  if (!pressed) return rows.filter((row) => !isEmptyRow(row))
  if (pressed.what === 'remove') return rows.filter((_, i) => i !== pressed.row)
  const most = pressed.field.limits?.max ?? mostRows
  const drawn = rows.length === 0 ? rowsDrawn(pressed.field, []) : rows
  return drawn.length < most ? [...drawn, {}] : drawn
}

/** A group that must have rows shows them from the start. */
export function rowsDrawn(field: Field, rows: readonly Answers[]): readonly Answers[] {
  const least = Math.max(field.limits?.min ?? 0, field.required === true ? 1 : 0)
  return rows.length >= least ? rows : [...rows, ...Array.from({ length: least - rows.length }, (): Answers => ({}))]
}

function jumpTo({ field, what }: Pressed, rows: readonly Answers[]): string {
  const first = field.fields?.[0]
  return what === 'add' && first && rows.length > 0 ? `${field.id}.${rows.length - 1}.${first.id}` : field.id
}

export type PageRead = {
  /** All answers of the draft, with those of the page put in. */
  answers: Answers
  errors: FieldErrors
  /** A row was added or removed: where the page goes on. Nothing is checked yet. */
  rowsChanged: string | undefined
  /** Fields the answers now ask for and the person has not seen; they are no errors yet. */
  appeared: string[]
}

type Around = { answers: Answers; facts: FormFacts; places: Places }

/** Reads what was posted of a page. Fields that were not on it keep the answers they had. */
export function readPage(form: Form, page: FormPage, body: Body, { answers: before, facts, places }: Around): PageRead {
  const listed = textOf(body, drawnMark).split(' ')
  const drawn = body[drawnMark] === undefined ? page.fields : page.fields.filter(({ id }) => listed.includes(id))
  const pressed = pressedOn(page.fields, body)
  const answers: Record<string, Answer | undefined> = { ...before }
  const read = readFields(drawn, '', body, places)
  for (const { id, kind } of drawn) {
    const answer =
      kind === 'group'
        ? rowsAfter((read[id] as readonly Answers[] | undefined) ?? [], pressed?.field.id === id ? pressed : undefined)
        : read[id]
    if (answer === undefined || (Array.isArray(answer) && answer.length === 0)) delete answers[id]
    else answers[id] = answer
  }
  if (pressed) {
    const rows = (answers[pressed.field.id] as readonly Answers[] | undefined) ?? []
    return { answers, errors: {}, rowsChanged: jumpTo(pressed, rows), appeared: [] }
  }
  const unseen = new Set(listOf(body, unseenMark))
  const appeared = shownNames(form, page, answers, facts).filter((name) => unseen.has(name))
  const isNew = (name: string) => appeared.some((one) => name === one || name.startsWith(`${one}.`))
  const wrong = { ...ambiguousWards(shownNames(form, page, answers, facts), answers, places), ...checkPage(form, page, answers, facts) }
  const place = (name: string) => page.fields.findIndex(({ id }) => name.split('.')[0] === id)
  const errors = Object.entries(wrong)
    .filter(([name]) => !isNew(name))
    .sort(([a], [b]) => place(a) - place(b))
  return { answers, errors: Object.fromEntries(errors), rowsChanged: undefined, appeared }
}

/** Addresses whose ward may be one of several: which, only the person knows. Programs give the full name; they are not asked. */
function ambiguousWards(names: readonly string[], answers: Answers, places: Places): FieldErrors {
  const held = (name: string) =>
    name.split('.').reduce<unknown>((inside, part) => (inside as Record<string, unknown> | undefined)?.[part], answers)
  const isAmbiguous = (answer: unknown) => {
    if (!isRecord(answer) || typeof answer['ward'] !== 'string' || !answer['ward']) return false
    const found = places.matchWard(answer['ward'], String(answer['province'] ?? ''))
    return found !== undefined && 'several' in found
  }
  return Object.fromEntries(names.filter((name) => isAmbiguous(held(name))).map((name) => [`${name}.ward`, 'WARD_AMBIGUOUS' as const]))
}

/** HTML names of what is asked on a page, rows of groups included. */
function shownNames(form: Form, page: FormPage, answers: Answers, facts: FormFacts): string[] {
  const visible = shownOf(form, answers, facts).answers
  return shownFields(form, page, answers, facts).flatMap((field) => {
    const rows = field.kind === 'group' ? ((visible[field.id] as readonly Answers[] | undefined) ?? []) : []
    const inside = rows
      .filter(isRecord)
      .flatMap((row, i) => shownInRow(field, row, visible, facts).fields.map(({ id }) => `${field.id}.${i}.${id}`))
    return [field.id, ...inside]
  })
}

function boxesOf(field: Field, name: string, answer: Answer | undefined): Record<string, string | readonly string[]> {
  if (answer === undefined) return {}
  if (typeof answer === 'boolean') return { [name]: answer ? 'yes' : 'no' }
  if (typeof answer === 'number')
    return { [name]: field.kind === 'money' ? answer.toLocaleString('de-DE') : String(answer).replace('.', ',') }
  if (typeof answer === 'string') return field.kind === 'date' ? dateBoxesAt(name, answer) : { [name]: answer }
  if (!Array.isArray(answer)) return partBoxes(name, answer as object)
  if (field.kind === 'several') return { [name]: answer as readonly string[] }
  const rows = answer as readonly Answers[]
  return Object.assign(
    {},
    ...rows.flatMap((row, i) => (field.fields ?? []).map((one) => boxesOf(one, `${name}.${i}.${one.id}`, row[one.id])))
  )
}

function dateBoxesAt(name: string, kept: string): Record<string, string> {
  const { day, month, year } = dateBoxes(kept)
  return { [`${name}Day`]: day, [`${name}Month`]: month, [`${name}Year`]: year }
}

function partBoxes(name: string, answer: object): Record<string, string> {
  const boxes = Object.entries(answer).map(([part, text]) =>
    part === 'bornOn' ? dateBoxesAt(`${name}.${part}`, String(text)) : { [`${name}.${part}`]: String(text ?? '') }
  )
  return Object.assign({}, ...boxes)
}

/** What stands in the boxes of a page; reading it again gives the same answers. */
export const bodyOf = (page: FormPage, answers: Answers): Body =>
  Object.assign({}, ...page.fields.map((field) => boxesOf(field, field.id, answers[field.id])))
