// The originals on the page of their dossier: a panel for those who work on it, plain words for those they belong to.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatInstant } from '../../kernel/time.ts'
import { panel, table } from '../../web/components/index.ts'
import type { OriginalNow } from '../queries.ts'
import { fill, sayHolder, ledgerWords as words } from '../words.ts'
import { codeLink, fateChip, formOf, whereCell } from './parts.ts'

type OnDossier = { originals: readonly OriginalNow[]; dossierId: string; locale: Locale }

/** For a desk's or an officer's page of a dossier; nothing when no paper came in. */
export function originalsPanel({ originals, dossierId, locale, mayAdd = false }: OnDossier & { mayAdd?: boolean }): Html {
  if (originals.length === 0 && !mayAdd) return html``
  const links = html`<p class="cluster">${originals.length > 0 && html`<a href="/ban-goc/tem/${dossierId}.pdf">${words.labels[locale]}</a>`}${mayAdd && html`<a href="/ban-goc/them/${dossierId}">${words.add[locale]}</a>`}<a href="/ban-goc/giao">${words.give[locale]}</a></p>`
  const columns = [words.code, words.name, words.holder].map((title) => ({ title: title[locale] }))
  const rows = originals.map((original) => ({
    cells: [
      codeLink(original),
      html`<span lang="vi">${original.name}</span><small>${formOf(original.form, locale)} ${fateChip(original.fate, locale)}</small>`,
      html`${whereCell(original, locale)}<small>${formatInstant(original.heldSince, locale)}</small>`
    ]
  }))
  const body =
    originals.length > 0 ? table({ caption: words.each[locale], columns, rows }) : html`<p class="hint">${words.none[locale]}</p>`
  return panel({ title: words.panel[locale], id: 'ban-chinh', body: html`${body}${links}` })
}

/** For the citizen's page; nothing at all when no paper is held. */
export function ownOriginals({ originals, locale }: Omit<OnDossier, 'dossierId'>): Html {
  if (originals.length === 0) return html``
  const lines = originals.map(({ name, code, holder, heldSince, onWay }) => {
    const since = holder.kind !== 'removed' && fill(words.mineSince[locale], { since: formatInstant(heldSince, locale) })
    const way = onWay && fill(words.mineOnWay[locale], { to: sayHolder(onWay.to, locale, 'citizen') })
    return html`<li><span><span lang="vi">${name}</span> <small class="num" translate="no">${code}</small></span><span>${[sayHolder(holder, locale, 'citizen'), since, way].filter(Boolean).join(', ')}</span></li>`
  })
  return html`<section class="flow" aria-labelledby="ban-chinh"><h2 id="ban-chinh">${words.mine[locale]}</h2><p class="hint">${words.mineHint[locale]}</p><ul class="listing">${lines}</ul></section>`
}
