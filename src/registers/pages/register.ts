// The books of an agency and one of them: its lines by day and sector, its files, the closing of its year.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { dayOf, formatDay, formatInstant } from '../../kernel/time.ts'
import { chip, csrfField, errorSummary, field, icon, note, pager, pairs, panel, table } from '../../web/components/index.ts'
import { type DeskPage, deskPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import type { RegisterBook, RegisterExport } from '../queries.ts'
import { isOver, type RegisterFilter, type RegisterRow } from '../rules.ts'
import { bookStateWords, fill, registerWords as words } from '../words.ts'

type Workplace = Pick<DeskPage, 'role' | 'agencyName' | 'staffName' | 'find'>

const stateChip = ({ state }: RegisterBook, locale: Locale) =>
  chip(state === 'closed' ? 'ok' : state === 'proposed' ? 'warn' : 'info', undefined, bookStateWords[state][locale])

export function booksPage(page: Frame & Workplace & { books: readonly RegisterBook[] }): Html {
  const { locale, books } = page
  const columns = [words.number, words.year, words.lines, words.state].map((title) => ({ title: title[locale] }))
  const rows = books.map((book) => {
    const href = `/so-theo-doi/${book.year}`
    return {
      href,
      cells: [html`<a href="${href}">${book.number}</a>`, book.year, book.lastLine.toLocaleString('de-DE'), stateChip(book, locale)]
    }
  })
  const body =
    rows.length > 0
      ? table({ caption: words.books[locale], columns, rows, list: true })
      : html`<div class="in empty"><p>${icon('paper')}${words.none[locale]}</p></div>`
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1></div>${panel({ title: words.books[locale], body, bare: true })}`
  return deskPage({ ...page, title: words.title[locale], main })
}

type BookPage = Frame &
  Workplace & {
    book: RegisterBook
    rows: readonly (RegisterRow & { dossierId: string })[]
    /** Lines that fit the filter. */
    total: number
    filter: RegisterFilter
    sectors: readonly { code: string; name: string }[]
    next?: string | undefined
    first: boolean
    exports: readonly RegisterExport[]
    formIds: { pdf: string; xlsx: string }
    may: { propose: boolean; close: boolean }
    /** Of a closed book: whether its lines still make its hash. */
    isWhole: boolean | undefined
    now: Temporal.Instant
    dossierBase: string
    refusal?: Refusal | undefined
  }

const queryOf = (filter: RegisterFilter) =>
  new URLSearchParams(
    Object.entries({ tu: filter.from, den: filter.to, 'linh-vuc': filter.sector }).filter((pair): pair is [string, string] =>
      Boolean(pair[1])
    )
  ).toString()

function filterForm({ locale, book, filter, sectors, refusal }: BookPage): Html {
  const date = (name: string, label: string, value: string | undefined) =>
    field({ name, label, locale, value: value ?? '', type: 'date', autocomplete: 'off', error: problemAt(refusal, name, locale) })
  const option = (code: string, name: string) =>
    html`<option value="${code}"${filter.sector === code ? html` selected` : ''}>${name}</option>`
  return html`<form class="cluster" action="/so-theo-doi/${book.year}" method="get">${date('tu', words.from[locale], filter.from)}${date('den', words.to[locale], filter.to)}<div class="field"><label for="linh-vuc">${words.sector[locale]}</label><select class="input" id="linh-vuc" name="linh-vuc">${option('', words.allSectors[locale])}${sectors.map(({ code, name }) => option(code, name))}</select></div><button class="btn plain" data-key="Alt+1">${words.show[locale]} <kbd>Alt</kbd> <kbd>1</kbd></button></form>`
}

function linesTable({ locale, rows, dossierBase }: BookPage): Html {
  if (rows.length === 0) return html`<div class="in empty"><p>${icon('paper')}${words.empty[locale]}</p></div>`
  const columns = [words.line, words.code, words.procedure, words.name, words.received, words.due, words.returned, words.note].map(
    (title) => ({ title: title[locale] })
  )
  const day = (at: Temporal.Instant | null) => (at ? formatDay(dayOf(at)) : '')
  const lines = rows.map((row) => {
    const href = `${dossierBase}/${row.dossierId}`
    return {
      href,
      cells: [
        row.line,
        html`<a class="num" href="${href}" translate="no">${row.code}</a>`,
        html`<span lang="vi">${row.procedure}</span>`,
        html`${row.name}<small>${row.address}</small>`,
        day(row.receivedAt),
        day(row.dueAt),
        html`${day(row.returnedAt)}<small lang="vi">${row.method}</small>`,
        html`<span lang="vi">${row.note}</span>`
      ]
    }
  })
  return table({ caption: words.title[locale], columns, rows: lines, rowHeader: 1, list: true })
}

function exportsPart(page: BookPage): Html {
  const { locale, book, exports, csrf, filter, formIds } = page
  const hidden = Object.entries({ tu: filter.from, den: filter.to, 'linh-vuc': filter.sector }).map(
    ([name, value]) => value && html`<input type="hidden" name="${name}" value="${value}">`
  )
  const ask = (format: 'pdf' | 'xlsx', label: string, n: number) =>
    html`<form method="post" action="/so-theo-doi/${book.year}/xuat">${csrfField(csrf)}<input type="hidden" name="formId" value="${formIds[format]}"><input type="hidden" name="format" value="${format}">${hidden}<button class="btn plain" data-key="Alt+${n}">${label} <kbd>Alt</kbd> <kbd>${n}</kbd></button></form>`
  const made = exports.map(({ id, files, done, total, doneAt, askedAt, askedBy, format }) => {
    const links = files.map(
      ({ name, from, to }, index) => html`<li><a href="/so-theo-doi/tep/${id}/${index + 1}">${name}</a><span>${from}–${to}</span></li>`
    )
    const going =
      !doneAt &&
      html`<li><progress max="${Math.max(1, total)}" value="${done}" aria-label="${format}"></progress> <span>${fill(words.making[locale], { done, total })}</span></li>`
    return html`<p class="hint">${format.toUpperCase()}, ${formatInstant(askedAt, locale)}, ${askedBy.name}</p><ul class="listing">${links}${going}</ul>`
  })
  const waits = exports.some(({ doneAt }) => !doneAt)
  const again =
    waits &&
    html`<p><a class="btn quiet" href="${`/so-theo-doi/${book.year}?${queryOf(filter)}`}" data-key="Alt+4">${icon('refresh')}${words.refresh[locale]} <kbd>Alt</kbd> <kbd>4</kbd></a></p>`
  return panel({
    title: words.files[locale],
    body: html`<p class="hint">${words.filesHint[locale]}</p><div class="cluster">${ask('pdf', words.asPdf[locale], 2)}${ask('xlsx', words.asXlsx[locale], 3)}</div>${again}${exports.length > 0 ? made : html`<p class="hint">${words.noFiles[locale]}</p>`}`
  })
}

function closingPart({ locale, book, may, csrf, isWhole, now }: BookPage): Html {
  const facts = pairs([
    { label: words.state[locale], value: stateChip(book, locale) },
    { label: words.lines[locale], value: book.lastLine.toLocaleString('de-DE') },
    book.proposedBy && {
      label: words.propose[locale],
      value: fill(words.proposedBy[locale], { name: book.proposedBy.name, at: formatInstant(book.proposedAt!, locale) })
    },
    book.closedBy && {
      label: words.close[locale],
      value: fill(words.closedBy[locale], { name: book.closedBy.name, at: formatInstant(book.closedAt!, locale), n: book.lastLine })
    },
    book.hash !== null && {
      label: words.hash[locale],
      value: html`<span class="code" translate="no">${book.hash.replaceAll(/(.{8})(?=.)/g, '$1 ')}</span>`
    }
  ])
  const check = isWhole !== undefined && note(isWhole ? 'ok' : 'err', (isWhole ? words.matches : words.differs)[locale])
  const button = (act: string, label: string) =>
    html`<form method="post" action="/so-theo-doi/${book.year}/${act}">${csrfField(csrf)}<p><button class="btn" data-key="Alt+9">${label} <kbd>Alt</kbd> <kbd>9</kbd></button></p></form>`
  const acts = html`${may.propose && isOver(book.year, now) && button('de-nghi-khoa', words.propose[locale])}${may.close && button('khoa', words.close[locale])}`
  return panel({
    title: words.closing[locale],
    body: html`${facts}${check}${book.state !== 'closed' && html`<p class="hint">${words.closingHint[locale]}</p>`}${acts}`
  })
}

export function bookPage(page: BookPage): Html {
  const { locale, book, total, rows, filter, next, first, refusal } = page
  const title = `${words.title[locale]}, ${fill(words.book[locale], { number: book.number })}`
  const base = `/so-theo-doi/${book.year}?${queryOf(filter)}`
  const last = rows.at(-1)
  const text = html`${fill(words.found[locale], { n: total.toLocaleString('de-DE') })}${last && html`, ${fill(words.until[locale], { n: last.line })}`}`
  const pages = pager({ locale, text, previous: first ? undefined : base, next: next && `${base}&sau=${next}`, keys: true })
  const back = html`<span class="end"><a class="back" href="/so-theo-doi">${icon('back')}${words.books[locale]}</a></span>`
  const main = html`${errorSummary(problemsOf(refusal, locale), locale)}<div class="dhead"><h1>${title}</h1>${back}</div><div class="flow">${panel({ title: words.filter[locale], body: filterForm(page), active: true })}${panel({ title: fill(words.found[locale], { n: total.toLocaleString('de-DE') }), body: html`${linesTable(page)}${pages}`, bare: true })}<div class="cols2"><div class="flow">${exportsPart(page)}</div><div class="flow">${closingPart(page)}</div></div></div>`
  return deskPage({ ...page, title, main, error: refusal !== undefined })
}
