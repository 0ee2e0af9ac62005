// The keys of a page as a list, in the dialog that F1 opens and on the plain page that needs no script.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { commonKeys, type KeyLine, keyWords } from '../words/keys.ts'

const row = ({ keys, text }: KeyLine) =>
  html`<tr><th scope="row">${keys.map((name) => html`${name.split('+').map((part) => html`<kbd>${part}</kbd> `)}`)}</th><td>${text}</td></tr>`

export function keyTable(title: string, lines: readonly KeyLine[], locale: Locale): Html {
  return html`<table class="keymap"><caption>${title}</caption><thead class="vh"><tr><th scope="col">${keyWords.key[locale]}</th><th scope="col">${keyWords.what[locale]}</th></tr></thead><tbody>${lines.map(row)}</tbody></table>`
}

/** Closed until F1; Esc and the button close it, and nothing on the page changes. */
export function keyDialog(own: readonly KeyLine[], locale: Locale): Html {
  const mine = own.length > 0 && keyTable(keyWords.onThisPage[locale], own, locale)
  return html`<dialog id="bang-phim" class="keydialog" aria-labelledby="bang-phim-ten"><h2 id="bang-phim-ten">${keyWords.title[locale]}</h2><div class="keycols">${mine}${keyTable(keyWords.everywhere[locale], commonKeys(locale), locale)}</div><p class="hint">${keyWords.letters[locale]}</p><form method="dialog" class="cluster"><button class="btn quiet" autofocus>${keyWords.close[locale]} <kbd>Esc</kbd></button><button type="button" class="linklike" data-keys-switch hidden></button></form></dialog>`
}
