// Form parts: every control has a label, its hint and error are tied to it, and what was typed stays.
import { type Html, type HtmlValue, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { icon } from '../icons.ts'
import { formWords } from '../words/shared.ts'

/** The hidden field that proves a form came from our own page; nothing when there is no token. */
export const csrfField = (token: string | undefined): Html => html`${token && html`<input type="hidden" name="_csrf" value="${token}">`}`

const idOf = (id: string | undefined, name: string) => id ?? name
const describedBy = (id: string, hint: unknown, error: unknown) =>
  [hint ? `${id}-goi-y` : '', error ? `${id}-loi` : ''].filter(Boolean).join(' ') || undefined

/** An attribute only when it has something to say. */
const attribute = (name: string, value: string | number | undefined | null | false) =>
  value === undefined || value === null || value === false ? html`` : html` ${name}="${value}"`
const flag = (name: string, on: boolean | undefined) => (on ? html` ${html`${name}`}` : html``)

function hintAndError(id: string, hint: HtmlValue, error: string | undefined, locale: Locale): Html {
  return html`${hint && html`<p class="hint" id="${id}-goi-y">${hint}</p>`}${error && errorMessage(`${id}-loi`, error, locale)}`
}

/** The sentence beside a field that is wrong: sign, the word "Lỗi", what to do. */
export function errorMessage(id: string, sentence: string, locale: Locale): Html {
  return html`<p class="errmsg" id="${id}">${icon('warning')}<span><span class="vh">${formWords.error[locale]}</span>${sentence}</span></p>`
}

export type FieldOptions = {
  name: string
  label: HtmlValue
  locale: Locale
  id?: string | undefined
  type?: 'text' | 'tel' | 'email' | 'date' | 'time' | 'search' | 'password' | 'number' | 'textarea' | 'select'
  value?: string | number | null | undefined
  hint?: HtmlValue
  error?: string | undefined
  /** Says "không bắt buộc" after the label. */
  optional?: boolean
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'tel' | 'email' | 'decimal' | 'search' | undefined
  placeholder?: string | undefined
  maxlength?: number | undefined
  rows?: number | undefined
  /** `short` four digits, `middle` a phone or a date, `otp` a one-time code. */
  width?: 'short' | 'middle' | 'otp' | undefined
  autofocus?: boolean | undefined
  autocapitalize?: 'characters' | 'none' | undefined
  options?: readonly { value: string; label: string }[]
  /** First line of a select; stands for "nothing chosen". */
  empty?: string | undefined
  required?: boolean | undefined
  /** A key of the keyboard that brings the cursor here. */
  key?: string | undefined
}

function control(options: FieldOptions, id: string): Html {
  const shared = html` id="${id}" name="${options.name}" class="input${options.width ? html` ${options.width}` : ''}"${attribute('aria-describedby', describedBy(id, options.hint, options.error))}${attribute('aria-invalid', options.error ? 'true' : undefined)}${attribute('aria-required', options.required ? 'true' : undefined)}${attribute('autocomplete', options.autocomplete)}${attribute('inputmode', options.inputmode)}${attribute('placeholder', options.placeholder)}${attribute('maxlength', options.maxlength)}${attribute('autocapitalize', options.autocapitalize)}${attribute('data-key', options.key)}${flag('autofocus', options.autofocus)}`
  const value = options.value ?? ''
  if (options.type === 'textarea') return html`<textarea${shared} rows="${options.rows ?? 4}">${value}</textarea>`
  if (options.type === 'select') {
    const list = (options.options ?? []).map(
      (one) => html`<option value="${one.value}"${flag('selected', one.value === String(value))}>${one.label}</option>`
    )
    return html`<select${shared}>${options.empty !== undefined && html`<option value="">${options.empty}</option>`}${list}</select>`
  }
  return html`<input type="${options.type ?? 'text'}"${shared}${attribute('value', value === '' ? undefined : value)}>`
}

/** One question with one answer: label, hint, error, control. The error summary links to `#name`. */
export function field(options: FieldOptions): Html {
  const id = idOf(options.id, options.name)
  const optional = options.optional && html` <span class="hint">${formWords.optional[options.locale]}</span>`
  return html`<div class="field${options.error ? ' bad' : ''}"><label for="${id}">${options.label}${optional}</label>${hintAndError(id, options.hint, options.error, options.locale)}${control(options, id)}</div>`
}

/** What was typed in the three boxes of a date; the boxes are named `<name>Day`, `<name>Month`, `<name>Year`. */
export type DateBoxes = { day?: string | undefined; month?: string | undefined; year?: string | undefined }

/** A remembered date in three boxes; people type it faster than they find it in a calendar. */
export function dateField(options: {
  name: string
  label: HtmlValue
  locale: Locale
  value?: DateBoxes | undefined
  hint?: HtmlValue
  error?: string | undefined
  optional?: boolean
  /** Fills the boxes from the browser's own data when it is the person's birthday. */
  birthday?: boolean
  /** The first box also takes `1/2/1990`. */
  whole?: boolean
}): Html {
  const { name, locale } = options
  const box = (part: 'day' | 'month' | 'year', suffix: string) => {
    const id = part === 'day' ? name : `${name}${suffix}`
    return html`<label>${formWords[part][locale]}<input id="${id}" name="${name}${suffix}" class="input ${part === 'year' ? 'year' : 'short'}" inputmode="numeric" maxlength="${part === 'year' ? 4 : part === 'day' && options.whole ? 10 : 2}"${attribute('autocomplete', options.birthday ? `bday-${part}` : 'off')}${attribute('aria-invalid', options.error ? 'true' : undefined)}${attribute('value', options.value?.[part])}></label>`
  }
  const optional = options.optional && html` <span class="hint">${formWords.optional[locale]}</span>`
  return html`<fieldset class="field${options.error ? ' bad' : ''}"${attribute('aria-describedby', describedBy(name, options.hint, options.error))}><legend>${options.label}${optional}</legend>${hintAndError(name, options.hint, options.error, locale)}<div class="datebox">${box('day', 'Day')}${box('month', 'Month')}${box('year', 'Year')}</div></fieldset>`
}

export type ChoiceOption = {
  value: string
  label: HtmlValue
  /** A key of the keyboard that chooses it. */
  key?: string
  hint?: HtmlValue /** Shown under the row while it is chosen. */
  inside?: HtmlValue
}

/** One of several, each a whole row to press. `several` makes them tick boxes and `checked` a list. */
export function choice(options: {
  name: string
  legend: HtmlValue
  locale: Locale
  options: readonly ChoiceOption[]
  checked?: string | readonly string[] | null | undefined
  error?: string | undefined
  hint?: HtmlValue
  hideLegend?: boolean
  several?: boolean
  /** Side by side instead of one under the other. */
  inline?: boolean
}): Html {
  const { name } = options
  const chosen = new Set(typeof options.checked === 'string' ? [options.checked] : (options.checked ?? []))
  const rows = options.options.map((one, i) => {
    const id = i === 0 ? name : `${name}-${one.value}`
    const input = html`<input type="${options.several ? 'checkbox' : 'radio'}" id="${id}" name="${name}" value="${one.value}"${flag('checked', chosen.has(one.value))}${attribute('aria-describedby', one.hint ? `${name}-${one.value}-y` : undefined)}${attribute('data-key', one.key)}>`
    const row = html`<label for="${id}">${input}<span class="what"><b>${one.key && html`<kbd>${one.key}</kbd> `}${one.label}</b>${one.hint && html`<span id="${name}-${one.value}-y">${one.hint}</span>`}</span></label>`
    return html`<div class="one">${row}${one.inside && html`<div class="inside flow">${one.inside}</div>`}</div>`
  })
  return html`<fieldset class="field choice${options.inline ? ' inline' : ''}${options.error ? ' bad' : ''}"${attribute('aria-describedby', describedBy(name, options.hint, options.error))}><legend${options.hideLegend ? html` class="vh"` : ''}>${options.legend}</legend>${hintAndError(name, options.hint, options.error, options.locale)}<div class="rows">${rows}</div></fieldset>`
}

/** `href` when the field is mended on another page. */
export type FieldProblem = { field: string; sentence: string; href?: string | undefined }

/** First thing on a page with errors: focus moves here, each line leads to its field with the same words. */
export function errorSummary(errors: readonly FieldProblem[], locale: Locale): Html {
  if (errors.length === 0) return html``
  const lines = errors.map((error) => html`<li><a href="${error.href ?? `#${error.field}`}">${error.sentence}</a></li>`)
  return html`<section class="errsum" role="alert" tabindex="-1" aria-labelledby="co-loi" data-focus><h2 id="co-loi">${icon('warning')}<span>${formWords.toFix[locale].replace('{n}', String(errors.length))}</span></h2><ul>${lines}</ul></section>`
}

/** One box, one verb. The label is always in the page. */
export function searchBox(options: {
  locale: Locale
  label: string
  value?: string
  placeholder?: string
  small?: boolean
  action?: string
}): Html {
  const { locale } = options
  return html`<form class="search${options.small ? ' sm' : ''}" action="${options.action ?? '/tim'}" method="get" role="search"><label class="vh" for="q">${options.label}</label><input id="q" name="q" type="search" autocomplete="off" enterkeyhint="search"${attribute('value', options.value)}${attribute('placeholder', options.placeholder)}><button class="btn">${icon('search')}<span>${formWords.search[locale]}</span></button></form>`
}
