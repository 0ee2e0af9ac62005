// Parts the pages of this room share: text as people wrote it, who to answer, which office.
import { type PlaceGroup, placeSelect } from '../../dossiers/pages/applicant/parts.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { field } from '../../web/components/form.ts'
import { problemAt } from '../../web/request.ts'
import { petitionWords as words } from '../words/citizen.ts'

/** What stands in the fields of a form, by field name. */
export type Typed = Readonly<Record<string, string | undefined>>
/** A form of a page: what was typed, and why it came back. */
export type FormState = { typed: Typed; refusal?: Refusal | undefined }

/** Somebody's own words: Vietnamese whatever the page speaks, lines and paragraphs kept. */
export function ownWords(text: string): Html {
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => {
    const lines = paragraph.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${line}`)
    return html`<p>${lines}</p>`
  })
  return html`<div class="flow" lang="vi">${paragraphs}</div>`
}

/** Name, phone, mail: in the order of checkContact. */
export function contactFields({ typed, refusal }: FormState, locale: Locale): Html {
  const at = (name: string) => ({ name, locale, value: typed[name], error: problemAt(refusal, name, locale) })
  return html`<fieldset class="flow"><legend><h2>${words.who[locale]}</h2></legend>
${field({ ...at('name'), label: words.name[locale], autocomplete: 'name', maxlength: 200 })}
${field({ ...at('phone'), label: words.phone[locale], hint: words.phoneHint[locale], type: 'tel', inputmode: 'tel', autocomplete: 'tel', width: 'middle', maxlength: 20 })}
${field({ ...at('email'), label: words.email[locale], type: 'email', inputmode: 'email', autocomplete: 'email', optional: true, maxlength: 200 })}</fieldset>`
}

export const officeSelect = (
  { typed, refusal }: FormState,
  options: { label: string; hint?: string; groups: readonly PlaceGroup[]; locale: Locale }
): Html =>
  placeSelect({
    ...options,
    name: 'agency',
    value: typed['agency'],
    empty: words.chooseAgency[options.locale],
    error: problemAt(refusal, 'agency', options.locale)
  })

/** Names of things as the error summary says them: the question, without its mark. */
export const labelOf = (text: string): string => text.replace(/\?$/, '')
