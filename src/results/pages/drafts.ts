// The drafts of an agency: those one writes, those one is to read, those on the head's table.
import { shortCode } from '../../dossiers/numbering.ts'
import { type Html, html } from '../../kernel/html.ts'
import { formatInstant } from '../../kernel/time.ts'
import { chip, icon, panel, table, tabs } from '../../web/components/index.ts'
import { deskPage } from '../../web/layout.ts'
import { draftStateWords } from '../lifecycle.ts'
import type { Draft } from '../store.ts'
import { nameOfPaper } from '../templates.ts'
import { draftWords as words } from '../words/drafting.ts'
import type { DeskFrame } from './draft.ts'

export const draftLists = ['mine', 'review', 'toSign'] as const
export type DraftList = (typeof draftLists)[number]

export const draftAddress = (dossierId: string): string => `/xu-ly/ho-so/${dossierId}/du-thao`

export function draftsPage(page: DeskFrame & { list: DraftList; lists: Record<DraftList, readonly Draft[]> }): Html {
  const { locale, list, lists } = page
  const rows = lists[list].map((draft) => ({
    href: draftAddress(draft.dossierId),
    cells: [
      html`<a href="${draftAddress(draft.dossierId)}" class="code" translate="no">${shortCode(draft.dossierCode)}</a>`,
      html`<span lang="vi">${nameOfPaper(draft)}</span>`,
      draft.holderName,
      draft.drafterName,
      chip(draft.state === 'returned' ? 'warn' : 'info', undefined, draftStateWords[draft.state][locale]),
      formatInstant(draft.updatedAt, locale)
    ]
  }))
  const columns = [words.code, words.document, words.holder, words.drafter, words.state, words.since].map((title) => ({
    title: title[locale]
  }))
  const body =
    rows.length > 0
      ? table({ caption: `${words[list][locale]}. ${words.caption[locale]}`, columns, rows, list: true })
      : html`<div class="in empty"><p>${icon('check')}${words.none[locale]}</p></div>`
  const filters = tabs(
    words.listTitle[locale],
    draftLists.map((name) => ({
      href: name === 'mine' ? '/xu-ly/du-thao' : `/xu-ly/du-thao?bang=${name}`,
      label: words[name][locale],
      count: lists[name].length,
      current: name === list
    }))
  )
  const main = html`<div class="dhead"><h1>${words.listTitle[locale]}</h1></div>${filters}${panel({ title: words[list][locale], body, bare: true })}`
  return deskPage({ ...page, title: words.listTitle[locale], main })
}
