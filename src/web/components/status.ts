// Small words about a state: chips, tags, notes and codes. Always a word and a sign, never a colour alone.
import { type Html, type HtmlValue, html } from '../../kernel/html.ts'
import { type IconName, icon } from '../icons.ts'

export type ChipKind = 'ok' | 'warn' | 'err' | 'info' | 'plain'
export type NoteKind = 'info' | 'ok' | 'warn' | 'err'

const chipIcons: Record<ChipKind, IconName> = { ok: 'check', warn: 'clock', err: 'cross', info: 'clock', plain: 'pause' }

/** A state in one or two words. Without a sign of its own it takes the usual one of its kind. */
export function chip(kind: ChipKind, sign: IconName | undefined, text: HtmlValue): Html {
  return html`<span class="chip ${kind}">${icon(sign ?? chipIcons[kind])}<span>${text}</span></span>`
}

/** A quiet property in a frame: "Bản chính", "Xuất trình". */
export const tag = (text: string): Html => html`<span class="tag">${text}</span>`

/** A remark beside the work. `title` is its first, bold words. */
export function note(kind: NoteKind, body: HtmlValue, title?: string): Html {
  return html`<div class="note ${kind}">${title && html`<strong>${title}</strong> `}${body}</div>`
}

/** A dossier or parcel code, kept on one line; with `copy` a button appears where a script can copy it. */
export function code(text: string, copy?: { label: string; done: string }): Html {
  const written = html`<span class="code" translate="no">${text}</span>`
  if (!copy) return written
  return html`<span class="copyable">${written}<button type="button" class="copy" hidden data-copy="${text}" data-done="${copy.done}">${icon('copy')}<span>${copy.label}</span></button></span>`
}

/** A key of the keyboard. */
export const key = (text: string): Html => html`<kbd>${text}</kbd>`
