// What the zones of a walk-in share.
import { type Html, html } from '../../../kernel/html.ts'

/** The key that leads into a zone, in its head. */
export const jump = (id: string, name: string): Html =>
  html`<a class="jump" href="#${id}" data-key="Alt+${name}"><kbd>Alt</kbd> <kbd>${name}</kbd></a>`
