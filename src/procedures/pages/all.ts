// All procedures, A–Z by sector: the way that works when a search does not.
import { type Html, html } from '../../kernel/html.ts'
import type { Words } from '../../kernel/locale.ts'
import { searchBox } from '../../web/components/form.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import type { ProcedureItem } from '../queries.ts'
import { fileFromHome, inVietnamese, isFiledOnline, procedureHref, timeSummary } from './summary.ts'

const words = {
  title: { vi: 'Tất cả thủ tục', en: 'All procedures' },
  lead: { vi: '{n} thủ tục trong {s} lĩnh vực, xếp A–Z.', en: '{n} procedures in {s} sectors, A–Z.' },
  search: { vi: 'Tìm thủ tục', en: 'Search procedures' },
  sectors: { vi: 'Lĩnh vực', en: 'Sectors' },
  none: { vi: 'Chưa có thủ tục nào.', en: 'There are no procedures yet.' }
} satisfies Record<string, Words>

type Group = { code: string; name: string; items: ProcedureItem[] }

const vietnamese = new Intl.Collator('vi')

/** Sectors A–Z, each with its procedures A–Z, whatever order they come in. */
function bySector(items: readonly ProcedureItem[]): Group[] {
  const groups = new Map<string, Group>()
  for (const item of items) {
    const group = groups.get(item.sector.code) ?? { ...item.sector, items: [] }
    group.items.push(item)
    groups.set(item.sector.code, group)
  }
  const sorted = [...groups.values()].sort((a, b) => vietnamese.compare(a.name, b.name))
  for (const group of sorted) group.items.sort((a, b) => vietnamese.compare(a.name, b.name))
  return sorted
}

export function allProceduresPage({ items, ...frame }: Frame & { items: readonly ProcedureItem[] }): Html {
  const { locale } = frame
  const groups = bySector(items)
  const line = (item: ProcedureItem) =>
    html`<li><a href="${procedureHref(item.code)}">${inVietnamese(item.name, locale)}</a><span>${timeSummary(item.processingTime, locale).value}${isFiledOnline(item) && ` · ${fileFromHome[locale]}`}</span></li>`
  const sections = groups.map(
    (group) =>
      html`<section id="${group.code}"><h2>${inVietnamese(group.name, locale)}</h2><ul class="listing">${group.items.map(line)}</ul></section>`
  )
  const index = groups.map(
    (group) =>
      html`<li><a href="#${group.code}">${inVietnamese(group.name, locale)}</a> <span class="muted">${group.items.length}</span></li>`
  )
  const lead = words.lead[locale].replace('{n}', String(items.length)).replace('{s}', String(groups.length))
  const body = html`<p class="muted">${lead}</p>${searchBox({ locale, label: words.search[locale], small: true })}<nav aria-labelledby="linh-vuc" class="flow"><h2 id="linh-vuc">${words.sectors[locale]}</h2><ul class="columns">${index}</ul></nav>${sections}`
  const main = html`<h1>${words.title[locale]}</h1>${items.length > 0 ? html`<div class="flow-lg">${body}</div>` : html`<p>${words.none[locale]}</p>`}`
  return citizenPage({ ...frame, title: words.title[locale], main, wide: true })
}
