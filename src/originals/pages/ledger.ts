// The ledger's first page: scan a code and know where it is; what is here, what waits for us, which lists are under way.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatInstant } from '../../kernel/time.ts'
import { errorMessage, errorSummary, icon, panel, table } from '../../web/components/index.ts'
import { deskPage, type Frame } from '../../web/layout.ts'
import type { HandOverList, Original } from '../queries.ts'
import { fill, handWords, sayHolder, ledgerWords as words } from '../words.ts'
import { codeLink, fateChip, formOf, nowOf, stateChip, type Workplace, whereCell } from './parts.ts'

type Page = Frame &
  Workplace & {
    held: readonly Original[]
    lost: readonly Original[]
    waiting: readonly HandOverList[]
    lists: readonly HandOverList[]
    asked?: string | undefined
    problem?: string | undefined
  }

const empty = (text: string): Html => html`<div class="in empty"><p>${icon('check')}${text}</p></div>`

export function listTable(lists: readonly HandOverList[], caption: string, locale: Locale, href: (list: HandOverList) => string): Html {
  const columns = [handWords.number, handWords.giver, handWords.receiver, handWords.state, handWords.at].map((title) => ({
    title: title[locale]
  }))
  const rows = lists.map((list) => ({
    href: href(list),
    cells: [
      html`<a class="num" href="${href(list)}" translate="no">${list.number}</a>`,
      sayHolder(list.giver, locale),
      sayHolder(list.receiver, locale),
      stateChip(list.state, locale),
      formatInstant(list.offeredAt ?? list.createdAt, locale)
    ]
  }))
  return table({ caption, columns, rows, list: true })
}

function originalTable(held: readonly Original[], caption: string, locale: Locale): Html {
  const columns = [words.code, words.name, words.dossier, words.holder, words.since].map((title) => ({ title: title[locale] }))
  const rows = held.map((original) => ({
    href: `/ban-goc/ban/${original.id}`,
    cells: [
      codeLink(original),
      html`<span lang="vi">${original.name}</span><small>${formOf(original.form, locale)} ${fateChip(original.fate, locale)}</small>`,
      html`<span class="num" translate="no">${original.dossierCode}</span>`,
      whereCell(nowOf(original), locale),
      html`${formatInstant(original.heldSince, locale)}<small>${original.givenBy}</small>`
    ]
  }))
  return table({ caption, columns, rows, list: true })
}

export const openHref = (list: HandOverList): string => (list.state === 'open' ? `/ban-goc/giao/${list.id}` : `/ban-goc/phieu/${list.id}`)

export function ledgerPage(page: Page): Html {
  const { locale, held, lost, waiting, lists, asked, problem } = page
  const search = html`<form class="scanline" action="/ban-goc" method="get" role="search"><div class="field${problem ? ' bad' : ''}"><label for="ma">${words.scanHint[locale]} <kbd>Alt</kbd> <kbd>1</kbd></label>${problem && errorMessage('ma-loi', problem, locale)}<div class="cluster"><input class="input" id="ma" name="ma" autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="search" maxlength="100" data-scan="8" data-key="Alt+1" autofocus value="${asked ?? ''}"${problem ? html` aria-invalid="true" aria-describedby="ma-loi"` : ''}><button class="btn">${icon('scan')}${words.find[locale]} <kbd>Enter</kbd></button></div></div></form>`
  const doors = html`<span class="end cluster"><a class="btn plain" href="/ban-goc/giao" data-key="Alt+2">${words.give[locale]} <kbd>Alt</kbd> <kbd>2</kbd></a><a class="btn plain" href="/ban-goc/nhan" data-key="Alt+3">${words.receive[locale]} <kbd>Alt</kbd> <kbd>3</kbd>${waiting.length > 0 && html` <b>${waiting.length}</b>`}</a></span>`
  const missing = lost.length > 0 && panel({ title: words.lost[locale], body: originalTable(lost, words.lost[locale], locale), bare: true })
  const here = panel({
    title: words.here[locale],
    end: fill(words.hereMany[locale], { n: held.length }),
    body: held.length > 0 ? originalTable(held, words.here[locale], locale) : empty(words.nothingHere[locale]),
    bare: true
  })
  const under = panel({
    title: words.lists[locale],
    body: lists.length > 0 ? listTable(lists, words.lists[locale], locale, openHref) : empty(words.noLists[locale]),
    bare: true
  })
  const main = html`${errorSummary(problem ? [{ field: 'ma', sentence: problem }] : [], locale)}<div class="dhead"><h1>${words.title[locale]}</h1>${doors}</div><div class="flow">${panel({ title: words.where[locale], body: search, active: true })}${missing}${here}${under}</div>`
  return deskPage({ ...page, title: words.title[locale], main, error: problem !== undefined })
}

/** What is offered to us. */
export function receivingPage(page: Frame & Workplace & { waiting: readonly HandOverList[] }): Html {
  const { locale, waiting } = page
  const body =
    waiting.length > 0
      ? listTable(waiting, handWords.receiveTitle[locale], locale, ({ id }) => `/ban-goc/nhan/${id}`)
      : empty(words.nothingToMe[locale])
  const back = html`<span class="end"><a class="back" href="/ban-goc">${icon('back')}${words.title[locale]}</a></span>`
  const main = html`<div class="dhead"><h1>${handWords.receiveTitle[locale]}</h1>${back}</div>${panel({ title: words.toMe[locale], body, bare: true })}`
  return deskPage({ ...page, title: handWords.receiveTitle[locale], main })
}
