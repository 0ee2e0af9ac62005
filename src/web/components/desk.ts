// Parts of the working screens: panels, tables, tabs, lists of facts, the bar that holds the one filled button.
import { type Html, type HtmlValue, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { icon } from '../icons.ts'
import { pagerWords } from '../words/shared.ts'
import { chip, key } from './status.ts'

/** A titled box; `number` and `key` tell the order of work, `active` is the one at hand. `bare` drops the inner space (tables). */
export function panel(options: {
  title: HtmlValue
  body: HtmlValue
  id?: string
  number?: number
  end?: HtmlValue
  active?: boolean
  bare?: boolean
}): Html {
  const head = html`<header>${options.number !== undefined && html`<span class="zno">${options.number}</span>`}<h2${options.id ? html` id="${options.id}-ten"` : ''}>${options.title}</h2>${options.end && html`<span class="end">${options.end}</span>`}</header>`
  const named = options.id ? html` id="${options.id}" aria-labelledby="${options.id}-ten"` : ''
  return html`<section class="panel${options.active ? ' active' : ''}"${named}>${head}${options.bare ? options.body : html`<div class="in flow">${options.body}</div>`}</section>`
}

export type Column = { title: HtmlValue; sorted?: 'ascending' | 'descending'; number?: boolean }
/** The cells of a row; the one at `rowHeader` names it. `href` is where Enter leads from the keyboard list. */
export type Row = { cells: readonly HtmlValue[]; href?: string; selected?: boolean }

/** A table with real headers. With `list` the rows can be walked with ↑ ↓ and opened with Enter. */
export function table(options: {
  caption: string
  columns: readonly Column[]
  rows: readonly Row[]
  rowHeader?: number
  list?: boolean
  showCaption?: boolean
  foot?: HtmlValue
}): Html {
  const header = options.rowHeader ?? 0
  const heads = options.columns.map(
    (column) =>
      html`<th scope="col"${column.sorted ? html` aria-sort="${column.sorted}"` : ''}${column.number ? html` class="r"` : ''}>${column.title}</th>`
  )
  const rows = options.rows.map((row) => {
    const cells = row.cells.map((cell, i) => {
      const right = options.columns[i]?.number ? html` class="r"` : ''
      return i === header ? html`<th scope="row"${right}>${cell}</th>` : html`<td${right}>${cell}</td>`
    })
    return html`<tr${row.selected ? html` class="sel" aria-current="true"` : ''}${row.href ? html` data-href="${row.href}"` : ''}>${cells}</tr>`
  })
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${options.caption}"><table class="grid-t"${options.list ? html` data-list` : ''}><caption${options.showCaption ? '' : html` class="vh"`}>${options.caption}</caption><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody>${options.foot && html`<tfoot>${options.foot}</tfoot>`}</table></div>`
}

/** Keyset pager: before and after with their keys, how far the page reaches; never page numbers. */
export function pager(options: {
  locale: Locale
  text: HtmlValue
  previous?: string | undefined
  next?: string | undefined
  keys?: boolean
}): Html {
  const { locale } = options
  const previous =
    options.previous &&
    html`<a class="btn quiet" rel="prev" href="${options.previous}">${icon('back')}${pagerWords.previous[locale]}${options.keys && html` ${key('PgUp')}`}</a>`
  const next =
    options.next &&
    html`<a class="btn quiet" rel="next" href="${options.next}">${pagerWords.next[locale]}${options.keys && html` ${key('PgDn')}`}${icon('next')}</a>`
  return html`<nav class="pager" aria-label="${pagerWords.label[locale]}"><span class="muted">${options.text}</span><span class="end">${previous}${next}</span></nav>`
}

type Tab = { href: string; label: string; count?: number | undefined; current?: boolean }

/** Filters over one list, each with how many it holds. */
export function tabs(label: string, list: readonly Tab[]): Html {
  const links = list.map(
    (tab) =>
      html`<a href="${tab.href}"${tab.current ? html` aria-current="page"` : ''}>${tab.label}${tab.count !== undefined && html`<b>${tab.count.toLocaleString('de-DE')}</b>`}</a>`
  )
  return html`<nav class="tabs" aria-label="${label}">${links}</nav>`
}

export type Pair = { label: HtmlValue; value: HtmlValue /** A link that leads back to where this is answered. */; action?: HtmlValue }

/** Names and values; an empty value is left out. `rows` gives each pair a line of its own, as on "check your answers". */
export function pairs(list: readonly (Pair | false | null | undefined)[], look: 'kv' | 'rows' = 'kv'): Html {
  const shown = list.filter(
    (pair) => pair && pair.value !== null && pair.value !== undefined && pair.value !== '' && pair.value !== false
  ) as Pair[]
  const lines = shown.map(
    (pair) => html`<div><dt>${pair.label}</dt><dd>${pair.value}</dd>${look === 'rows' && html`<dd class="act">${pair.action}</dd>`}</div>`
  )
  return html`<dl class="${look === 'kv' ? 'kv' : 'kv rows'}">${lines}</dl>`
}

/** What is still owed, what will happen, and the one filled button (`end`). */
export function actbar(owed: HtmlValue, end: HtmlValue): Html {
  return html`<div class="actbar"><span class="owed">${owed}</span><span class="end">${end}</span></div>`
}

type Tick = {
  label: HtmlValue
  detail?: HtmlValue
  state: 'yes' | 'miss' | 'open'
  stateText: string
  key?: string | undefined
  input?: HtmlValue
}

/** Papers as a clerk ticks them off: key, box, name, custody, state in words. */
export function ticks(list: readonly Tick[]): Html {
  const rows = list.map((tick) => {
    const box = tick.input ?? html`<span class="box">${tick.state === 'yes' && icon('check')}</span>`
    const state =
      tick.state === 'yes'
        ? chip('ok', undefined, tick.stateText)
        : chip(tick.state === 'miss' ? 'warn' : 'plain', tick.state === 'miss' ? 'warning' : 'paper', tick.stateText)
    return html`<li class="${tick.state}">${tick.key ? key(tick.key) : html`<span></span>`}${box}<span>${tick.label}${tick.detail && html`<small>${tick.detail}</small>`}</span>${state}</li>`
  })
  return html`<ul class="tick">${rows}</ul>`
}

/** Lines of money with their sum in bold. Amounts come formatted. */
export function moneyTable(
  caption: string,
  lines: readonly { label: HtmlValue; amount: string }[],
  sum?: { label: string; amount: string }
): Html {
  const rows = lines.map((line) => html`<tr><th scope="row">${line.label}</th><td>${line.amount}</td></tr>`)
  return html`<table class="money"><caption class="vh">${caption}</caption><tbody>${rows}${sum && html`<tr class="sum"><th scope="row">${sum.label}</th><td>${sum.amount}</td></tr>`}</tbody></table>`
}
