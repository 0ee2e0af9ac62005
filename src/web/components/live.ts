// A part of a page that follows what happens: a list that brings itself up to date without taking away anybody's place.
import { type Html, html } from '../../kernel/html.ts'

/** Where the news of the dossiers of one's agency come from. */
export const dossierNews = '/can-bo/tin/ho-so'

/**
 * `id` is the part's own on its page. Without a script it is as old as the page. With one it is read again from the page's own
 * address when `from` says that something changed, and put in place unless somebody is typing in it.
 */
export const live = ({ id, from, body }: { id: string; from: string; body: Html }): Html =>
  html`<div id="${id}" data-live="${from}">${body}</div>`
