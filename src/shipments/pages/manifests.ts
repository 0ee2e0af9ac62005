// The bordereaux of a desk: the one at work, and those that were signed.
import { type Html, html } from '../../kernel/html.ts'
import { formatInstant } from '../../kernel/time.ts'
import { csrfField, icon, panel, table } from '../../web/components/index.ts'
import { type DeskPage, deskPage, type Frame } from '../../web/layout.ts'
import { carrierName, shiftNames } from '../manifest.ts'
import type { Manifest } from '../manifest-queries.ts'
import { manifestWords as words } from '../words/manifest.ts'

export type Workplace = Pick<DeskPage, 'role' | 'agencyName' | 'staffName' | 'find'>

type ListPage = Frame &
  Workplace & { rows: readonly { manifest: Manifest; lines: number; received: number }[]; carriers: readonly string[] }

export function manifestsPage(page: ListPage): Html {
  const { locale, rows, carriers, csrf } = page
  const which =
    carriers.length > 1
      ? html`<div class="field"><label for="carrier">${words.carrier[locale]}</label><select class="input" id="carrier" name="carrier">${carriers.map((carrier) => html`<option value="${carrier}">${carrierName(carrier, locale)}</option>`)}</select></div>`
      : html`<input type="hidden" name="carrier" value="${carriers[0] ?? ''}">`
  const open = html`<form class="flow" method="post" action="/quay/bang-ke">${csrfField(csrf)}<p class="hint">${words.openHint[locale]}</p>${which}<p class="cluster"><button class="btn" data-key="Ctrl+Enter">${icon('parcel')}${words.open[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button><a href="/quay/buu-gui">${words.one_by_one[locale]}</a></p></form>`
  const lines = rows.map(({ manifest, lines: all, received }) => {
    const href = `/quay/bang-ke/${manifest.id}`
    return {
      href,
      cells: [
        html`<a class="num" href="${href}" translate="no">${manifest.number}</a><small>${carrierName(manifest.carrier, locale)}, ${shiftNames[manifest.shift][locale]}</small>`,
        html`${formatInstant(manifest.openedAt, locale)}<small>${manifest.openedBy}</small>`,
        manifest.signedAt ? formatInstant(manifest.signedAt, locale) : html`<b>${words.notSigned[locale]}</b>`,
        `${received}/${all}`
      ]
    }
  })
  const columns = [words.number, words.opened, words.signed, words.received].map((title) => ({ title: title[locale] }))
  const list =
    lines.length > 0
      ? table({ caption: words.title[locale], columns, rows: lines, list: true })
      : html`<div class="in empty"><p>${icon('parcel')}${words.none[locale]}</p></div>`
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1></div>${panel({ title: words.open[locale], body: open, active: true })}<div class="panel spaced">${list}</div>`
  return deskPage({
    ...page,
    title: words.title[locale],
    main,
    keys: [{ keys: ['Ctrl', 'Enter'], text: words.open[locale].toLowerCase() }]
  })
}
