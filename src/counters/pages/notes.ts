// Notes of the desk on a dossier, for colleagues only: who, when, what; a clerk adds one below.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatInstant } from '../../kernel/time.ts'
import { csrfField, field, fold, panel } from '../../web/components/index.ts'
import type { DeskNote, Shelf } from '../store.ts'
import { handOutWords, noteWords as words } from '../words/desk.ts'

type Notes = { notes: readonly DeskNote[]; shelf: Shelf | undefined; locale: Locale }
/** What a new note needs; absent where nobody may add one. */
type Adding = { dossierId: string; noteId: string; csrf: string | undefined }

export function notesPanel({ notes, shelf, locale }: Notes, adding?: Adding): Html {
  const lies = shelf && html`<p>${handOutWords.shelf[locale]}: <b class="num">${shelf.shelf}</b></p>`
  const list =
    notes.length > 0
      ? html`<ul class="issued">${notes.map(({ text, byName, at }) => html`<li><span>${text}</span><span class="hint">${byName}, ${formatInstant(at, locale)}</span></li>`)}</ul>`
      : html`<p class="muted">${words.none[locale]}</p>`
  const box = field({
    name: 'text',
    id: 'ghi-chu-text',
    label: words.label[locale],
    hint: words.hint[locale],
    locale,
    type: 'textarea',
    rows: 2,
    maxlength: 1000
  })
  const form =
    adding &&
    fold(
      words.add[locale],
      html`<form class="flow" method="post" action="/quay/ghi-chu/${adding.dossierId}" novalidate>${csrfField(adding.csrf)}<input type="hidden" name="noteId" value="${adding.noteId}">${box}<p><button class="btn quiet">${words.add[locale]}</button></p></form>`,
      { id: 'them-ghi-chu' }
    )
  return panel({ title: words.title[locale], id: 'ghi-chu', body: html`${lies}${list}${form}` })
}
