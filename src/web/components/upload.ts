// One card per paper: what it is, the file that is there, the file to choose, what went wrong. An ordinary form field underneath.
import { type Html, type HtmlValue, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { assetUrl } from '../assets.ts'
import { formWords } from '../words/shared.ts'
import { errorMessage } from './form.ts'
import { chip, tag } from './status.ts'

/** A file in its place; `detail` is its size in words, `actions` for example a button that takes it away. */
export type UploadedFile = { name: string; detail?: string | undefined; href?: string | undefined; actions?: HtmlValue }

export type UploadCard = {
  /** Name of the file field; also the id the error summary links to. */
  name: string
  title: HtmlValue
  locale: Locale
  /** "Bản chính", "Bản sao chứng thực"… */
  tag?: string | undefined
  hint?: HtmlValue
  required?: boolean
  /** What is already there, page by page. */
  files?: readonly UploadedFile[]
  error?: string | undefined
  /** What is safe after the fault, beside the error. */
  reassurance?: string | undefined
  accept?: string | undefined
  /** Several pages, several files. */
  multiple?: boolean
  /** A tick, on from the start, that makes one PDF of several chosen files. */
  join?: { name: string; label: string } | undefined
  /** The form takes files sent piece by piece before it: their ids in fields of this name, after the prefix. */
  kept?: { name: string; prefix?: string } | undefined
  /** What else the card offers, below the file field. */
  after?: HtmlValue
  /** A tick that puts the chosen files in the place of those above instead of adding them. */
  replace?: { name: string; label: string } | undefined
}

function state(card: UploadCard): Html {
  const { locale } = card
  if (card.error) return chip('err', undefined, formWords.notUploaded[locale])
  if (card.files?.length) return chip('ok', undefined, formWords.uploaded[locale])
  return card.required ? chip('plain', 'paper', formWords.required[locale]) : html`<span class="hint">${formWords.optional[locale]}</span>`
}

function present({ files = [], title, locale }: UploadCard): Html[] {
  return files.map((file) => {
    const view = file.href && html`<a href="${file.href}">${formWords.view[locale]}<span class="vh"> ${title}: ${file.name}</span></a>`
    const name = html`<p class="file"><b translate="no">${file.name}</b>${file.detail && html` · ${file.detail}`}</p>`
    return html`<div>${name}<p class="cluster">${view}${file.actions}</p></div>`
  })
}

/** The file field works as a plain form post; `data-upload` lets the browser module show how far it is. */
export function uploadCard(card: UploadCard): Html {
  const { name, locale } = card
  const described = [card.hint ? `${name}-goi-y` : '', card.error ? `${name}-loi` : ''].filter(Boolean).join(' ')
  const label = card.files?.length ? formWords.addFile[locale] : formWords.chooseFile[locale]
  const replace = card.replace && html`<label><input type="checkbox" name="${card.replace.name}" value="1"> ${card.replace.label}</label>`
  const join = card.join && html`<label><input type="checkbox" name="${card.join.name}" value="1" checked> ${card.join.label}</label>`
  const input = html`<input type="file" id="${name}" name="${name}" accept="${card.accept ?? '.pdf,.jpg,.jpeg,.png'}"${card.multiple ? html` multiple` : ''}${described ? html` aria-describedby="${described}"` : ''}${card.error ? html` aria-invalid="true"` : ''}${card.kept ? html` data-kept="${card.kept.name}" data-kept-prefix="${card.kept.prefix ?? ''}" data-uploader="${assetUrl('uploader.js')}"` : ''} data-upload>`
  return html`<article class="up${card.error ? ' bad' : ''}"><h2 class="cluster"><span>${card.title}</span>${card.tag && tag(card.tag)}${state(card)}</h2>${card.hint && html`<p class="hint" id="${name}-goi-y">${card.hint}</p>`}${card.error && errorMessage(`${name}-loi`, card.error, locale)}${card.reassurance && html`<p class="file">${card.reassurance}</p>`}${present(card)}<div class="pick"><label for="${name}">${label}<span class="vh">: ${card.title}</span></label>${input}${join}${replace}</div>${card.after}</article>`
}
