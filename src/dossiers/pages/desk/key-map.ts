// All keys of the desk on one page, without a script; it prints well.
import { type Html, html } from '../../../kernel/html.ts'
import { keyTable, panel } from '../../../web/components/index.ts'
import { deskPage, type Frame } from '../../../web/layout.ts'
import { commonKeys, type KeyMapName, keysOf, keyWords } from '../../../web/words/keys.ts'
import type { Workplace } from './queue.ts'

export function keyMapPage(page: Frame & Workplace & { maps: readonly KeyMapName[] }): Html {
  const { locale, maps } = page
  const tables = [
    keyTable(keyWords.everywhere[locale], commonKeys(locale), locale),
    ...maps.map((name) => keyTable(keyWords[name][locale], keysOf(name, locale), locale))
  ]
  const body = html`<p>${keyWords.letters[locale]}</p><div class="keycols">${tables}</div>`
  const main = html`<div class="dhead"><h1>${keyWords.title[locale]}</h1></div>${panel({ title: keyWords.title[locale], id: 'phim', body })}`
  return deskPage({ ...page, title: keyWords.title[locale], main, keys: [] })
}
