// The form of one move: its own fields, its own button; a refused one comes back open with what was typed.

import type { FileRow } from '../../../files/store.ts'
import { type Body, textOf } from '../../../forms/typed.ts'
import { type Html, type HtmlValue, html } from '../../../kernel/html.ts'
import type { Words } from '../../../kernel/locale.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { stepWords } from '../../../processing/words/process.ts'
import {
  csrfField,
  errorMessage,
  errorSummary,
  type FieldOptions,
  type FieldProblem,
  field,
  fold,
  icon,
  note
} from '../../../web/components/index.ts'
import type { Frame } from '../../../web/layout.ts'
import type { CheckState } from '../../check-state.ts'
import type { StaffCase } from '../../staff-case.ts'
import { checkWords } from '../../words/checking.ts'
import { fill, moveWords as words } from '../../words/desk.ts'
import { sayProblem } from './typed.ts'

/** The last form that was refused: its address, what was typed, why; and the files that were good. */
export type Refused = { action: string; typed: Body; refusal: Refusal; files?: ReadonlyMap<string, FileRow> }
export type CasePage = Frame & {
  staffCase: StaffCase
  base: string
  chosen: number
  refused?: Refused | undefined
  /** Of a dossier that waits for the desk's word. */
  check?: CheckState | undefined
}

type Shape = {
  /** Last part of the address. */
  action: string
  title: string
  button: string
  body?: HtmlValue
  hint?: string | undefined
  look?: 'plain' | 'danger' | 'quiet' | ''
  /** The step most often taken: shown open, with its key. */
  first?: boolean
  /** Open without having been refused, with the key of the first. */
  open?: boolean
  files?: boolean
}

export function moveForm(
  page: CasePage,
  { action, title, button, body, hint, look = '', first = false, open = false, files = false }: Shape
): Html {
  const { base, csrf, refused } = page
  const keys = (first || open) && html` <kbd>Ctrl</kbd> <kbd>Enter</kbd>`
  const form = html`<form class="flow" method="post" action="${base}/${action}" novalidate${files ? html` enctype="multipart/form-data"` : ''}>${csrfField(csrf)}${hint && html`<p class="hint">${hint}</p>`}${body}<p><button class="btn${look && ` ${look}`}"${keys ? html` data-key="Ctrl+Enter"` : ''}>${button}${keys}</button></p></form>`
  return first
    ? html`<div class="move first">${form}</div>`
    : html`<div class="move">${fold(title, form, { open: open || refused?.action === action, id: action })}</div>`
}

const typedIn = (page: CasePage, action: string, name: string) => (page.refused?.action === action ? textOf(page.refused.typed, name) : '')
const wrongAt = (page: CasePage, action: string, name: string) =>
  page.refused?.action === action ? sayProblem(page.refused.refusal, name, page.locale) : undefined
export const typedBody = (page: CasePage, action: string): Body => (page.refused?.action === action ? page.refused.typed : {})

/** A field of a form among several on the page: its id carries the form's name. */
export function ask(page: CasePage, action: string, options: Omit<FieldOptions, 'locale' | 'id' | 'error'>): Html {
  const { name } = options
  const value = typedIn(page, action, name) || options.value
  return field({
    ...options,
    id: `${action}-${name}`,
    locale: page.locale,
    value,
    error: wrongAt(page, action, name),
    autocomplete: options.autocomplete ?? 'off'
  })
}

/** A file of a form; one that was good in an earlier try is kept and named. */
export function askFile(page: CasePage, action: string, { name, label, accept }: { name: string; label: string; accept: string }): Html {
  const { locale, refused } = page
  const error = wrongAt(page, action, name)
  const kept = refused?.action === action ? refused.files?.get(name) : undefined
  const id = `${action}-${name}`
  const said =
    kept &&
    html`<p class="hint">${icon('check')} ${fill(words.keptFile[locale], { name: kept.name })}</p><input type="hidden" name="${name}Id" value="${kept.id}">`
  return html`<div class="field pick${error ? ' bad' : ''}"><label for="${id}">${label}</label>${error && errorMessage(`${id}-loi`, error, locale)}${said}<input type="file" id="${id}" name="${name}" accept="${accept}"${error ? html` aria-invalid="true" aria-describedby="${id}-loi"` : ''} data-upload></div>`
}

const labels: Record<string, Words> = {
  number: words.number,
  title: words.titleOf,
  reason: words.reason,
  legalBasis: words.legalBasis,
  note: words.note,
  papers: words.supplement,
  why: checkWords.why,
  // Of the steps inside an office
  toStepId: stepWords.backTo,
  toId: stepWords.handTo,
  agencyCode: stepWords.office,
  question: stepWords.question,
  dueAt: stepWords.answerBy,
  heldAt: stepWords.meetingDay,
  place: stepWords.place,
  participants: stepWords.participants,
  content: stepWords.content
}

/** Which field a line of the summary means; fields of a paper go by its name. */
function labelOf({ staffCase, locale }: CasePage, name: string): string | undefined {
  const number = /^(?:common|scan)\.(\d+)$/.exec(name)?.[1]
  return number ? staffCase.view.documents.find((document) => document.number === Number(number))?.name : labels[name]?.[locale]
}

/** What was refused, above everything: the sentence, links to the fields, and what was typed when its form is gone. */
export function refusedSummary(page: CasePage, hasForm: (action: string) => boolean): Html {
  const { refused, locale } = page
  if (!refused) return html``
  const { refusal, action, typed } = refused
  const names = Object.keys(refusal.fields)
  const problems: FieldProblem[] =
    names.length > 0
      ? names.map((name) => ({
          field: `${action}-${name}`,
          sentence: [labelOf(page, name), sayProblem(refusal, name, locale, words.supplementHint)].filter(Boolean).join(': ')
        }))
      : [{ field: 'viec', sentence: refusal.sentence(locale) }]
  const lost = hasForm(action)
    ? []
    : Object.keys(typed).filter((name) => name !== '_csrf' && !/Id$/.test(name) && textOf(typed, name) !== '')
  const kept =
    lost.length > 0 && note('info', html`<ul>${lost.map((name) => html`<li>${textOf(typed, name)}</li>`)}</ul>`, words.typedBefore[locale])
  return html`${errorSummary(problems, locale)}${kept}`
}
