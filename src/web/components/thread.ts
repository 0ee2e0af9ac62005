// The thread: dossier and parcel on one line, newest first. Square at an office, round on the road; dashed while travelling.
import { type Html, type HtmlValue, html } from '../../kernel/html.ts'
import { type IconName, icon } from '../icons.ts'

export type ThreadItem = {
  kind: 'office' | 'mail'
  /** `next` is still to come, `now` is where it stands, `problem` needs somebody. */
  look?: 'next' | 'now' | 'problem' | undefined
  /** The stretch below this item is a journey. */
  road?: boolean | undefined
  at?: string | undefined
  title: string
  text?: HtmlValue
  icon?: IconName | undefined
  href?: string | undefined
}

const classOf = (item: ThreadItem) => [item.kind === 'mail' && 'mail', item.look, item.road && 'road'].filter(Boolean).join(' ')
const signOf = (item: ThreadItem): IconName => item.icon ?? (item.look === 'problem' ? 'warning' : item.kind === 'mail' ? 'van' : 'office')

/** Newest first, the next expected event on top; each item says when, what and who holds it. */
export function thread(items: readonly ThreadItem[]): Html {
  const rows = items.map(
    (item) =>
      html`<li class="${classOf(item)}"><span class="dot">${icon(signOf(item))}</span>${item.at && html`<span class="at">${item.at}</span>`}<b>${
        item.href ? html`<a href="${item.href}">${item.title}</a>` : item.title
      }</b>${item.text && html`<p>${item.text}</p>`}</li>`
  )
  return html`<ol class="thread">${rows}</ol>`
}

/** What the person must do now: at most one on a page, above everything else, holding the form that solves it. */
export function todo(title: string, body: HtmlValue): Html {
  return html`<section class="todo" aria-labelledby="viec-can-lam"><h2 id="viec-can-lam">${icon('warning')}<span>${title}</span></h2><div class="flow">${body}</div></section>`
}
