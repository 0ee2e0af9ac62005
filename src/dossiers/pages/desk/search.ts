// What the one search box found; and when it found nothing, why that may be and where else to look.
import { type Html, html } from '../../../kernel/html.ts'
import { note, panel } from '../../../web/components/index.ts'
import { deskPage, type Frame } from '../../../web/layout.ts'
import type { SpellingHint } from '../../search.ts'
import type { Dossier } from '../../store.ts'
import { fill, queueWords as words } from '../../words/desk.ts'
import { searchWords } from '../../words/search.ts'
import type { Today } from './due-chip.ts'
import { dossierTable, keyHelp, type Workplace } from './queue.ts'

type SearchPage = Frame &
  Workplace & {
    text: string
    rows: readonly Dossier[]
    /** Nothing has every word; these have all but one. */
    near: readonly Dossier[]
    /** Agencies that have it, for who may know. */
    elsewhere: readonly string[]
    hint: SpellingHint | undefined
    today: Today
  }

function nothingFound({ locale, text, hint, elsewhere, role }: SearchPage): Html {
  const there =
    elsewhere.length > 0
      ? note('info', fill(searchWords.elsewhere[locale], { names: elsewhere.join(', ') }))
      : html`<p>${(role === 'supervisor' ? searchWords.nowhere : searchWords.notHere)[locale]}</p>`
  return html`<div class="in flow">${note('warn', fill(words.foundNone[locale], { text }))}${hint && html`<p>${searchWords[hint][locale]}</p>`}${there}</div>`
}

export function deskSearchPage(page: SearchPage): Html {
  const { locale, text, rows, near, today } = page
  const title = text ? fill(words.found[locale], { n: rows.length, text }) : words.findTitle[locale]
  const body =
    rows.length > 0
      ? dossierTable({ rows, caption: title, base: '/quay/ho-so', today })
      : text
        ? nothingFound(page)
        : html`<div class="in"><p class="muted">${words.findHint[locale]}</p></div>`
  const almost =
    near.length > 0 &&
    panel({
      title: searchWords.near[locale],
      bare: true,
      body: dossierTable({ rows: near, caption: searchWords.near[locale], base: '/quay/ho-so', today })
    })
  const main = html`<div class="dhead"><h1>${title}</h1></div><div class="flow">${panel({ title: words.findTitle[locale], body, bare: true })}${almost}</div>${keyHelp(locale)}`
  return deskPage({ ...page, title, main, find: { action: '/quay/tim', value: text } })
}
