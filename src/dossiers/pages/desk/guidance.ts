// One slip of guidance, printed at once; and all that wait for somebody to come back.

import { maskPhone } from '../../../accounts/rules.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { dayOf, formatDay, formatDayLong } from '../../../kernel/time.ts'
import type { DocumentForm } from '../../../procedures/rules.ts'
import { formNames } from '../../../procedures/words.ts'
import { icon, key, note, pairs, panel, table } from '../../../web/components/index.ts'
import { deskPage, type Frame } from '../../../web/layout.ts'
import type { GuidanceSlip, WastedTrips } from '../../desk-queries.ts'
import { guidanceCode, guidanceDays } from '../../guidance.ts'
import { fill } from '../../words/desk.ts'
import { doneWords, guidanceWords as words } from '../../words/walk-in.ts'
import type { Workplace } from './queue.ts'

export function guidancePage(page: Frame & Workplace & { slip: GuidanceSlip; bySms: boolean }): Html {
  const { locale, slip } = page
  const number = guidanceCode(slip)
  const missing = slip.missing.map(
    ({ name, form, copies }) =>
      html`<li><span lang="vi">${name}</span> <span class="hint">${formNames[form as DocumentForm]?.[locale]}, ${copies}</span></li>`
  )
  const facts = pairs([
    { label: words.visitor[locale], value: slip.name || words.nobody[locale] },
    { label: words.phone[locale], value: slip.phone },
    { label: words.note[locale], value: slip.note },
    { label: words.kept[locale], value: formatDayLong(dayOf(slip.keptUntil), locale) }
  ])
  const isOpen = slip.draft !== null && !slip.dossierId
  const reopen = isOpen && html`<a class="btn quiet" href="/quay/tiep-nhan?phieu=${slip.id}">${words.reopen[locale]}</a>`
  const print = html`<p role="status">${page.bySms ? fill(words.sent[locale], { phone: maskPhone(slip.phone) }) : words.printing[locale]}</p><p class="cluster"><a class="btn plain" href="/quay/huong-dan/${slip.id}/phieu" target="_blank" data-key="P"${page.bySms ? '' : html` data-print="${slip.id}"`}>${icon('print')}${words.print[locale]} ${key('P')}</a>${reopen}</p>`
  const head = html`<div class="dhead"><h1>${fill(words.title[locale], { number })}</h1><span class="end"><a class="btn big" href="/quay/tiep-nhan" data-key="F2" autofocus>${doneWords.next[locale]} ${key('Enter')} ${key('F2')}</a></span></div>`
  const body = html`${note('warn', fill(words.made[locale], { n: slip.missing.length }))}<h3>${words.missing[locale]}</h3><ol class="numbered">${missing}</ol>${facts}${print}`
  return deskPage({
    ...page,
    title: fill(words.title[locale], { number }),
    main: html`${head}${panel({ title: html`<span lang="vi">${slip.procedureName}</span>`, id: 'phieu', body })}`,
    keyMap: 'walkInDone'
  })
}

export function guidanceListPage(
  page: Frame & Workplace & { slips: readonly GuidanceSlip[]; wasted: readonly WastedTrips[]; q: string }
): Html {
  const { locale, slips, q } = page
  const search = html`<form class="scanline" action="/quay/huong-dan" method="get" role="search"><div class="field"><label for="q">${words.find[locale]}</label><div class="cluster"><input class="input" id="q" name="q" autocomplete="off" data-scan="10" data-key="Alt+1" autofocus value="${q}"><button class="btn" data-scan-go>${words.findButton[locale]} ${key('Enter')}</button></div></div></form>`
  const rows = slips.map((slip) => ({
    href: `/quay/huong-dan/${slip.id}`,
    cells: [
      html`<a href="/quay/huong-dan/${slip.id}" translate="no">${guidanceCode(slip)}</a>`,
      formatDay(slip.day),
      html`${slip.name || words.nobody[locale]}<small>${slip.phone}</small>`,
      html`<span lang="vi" class="two-lines">${slip.procedureName}</span>`,
      html`<span lang="vi" class="two-lines">${slip.missing.map(({ name }) => name).join('; ')}</span>`
    ]
  }))
  const columns = [words.number, words.day, words.visitor, words.procedure, words.missing].map((title) => ({ title: title[locale] }))
  const empty = html`<div class="in empty"><p>${q ? fill(words.none[locale], { text: q }) : words.empty[locale]}</p></div>`
  const body = rows.length > 0 ? table({ caption: words.list[locale], columns, rows, list: true }) : empty
  const main = html`<div class="dhead"><h1>${words.list[locale]}</h1></div>${search}<div class="panel">${body}</div>${wastedPanel(page)}`
  return deskPage({ ...page, title: words.list[locale], main, keys: [] })
}

/** By procedure, the most first: where a clearer list of papers would save people a trip. */
function wastedPanel({ wasted, locale }: { wasted: readonly WastedTrips[]; locale: Locale }): Html {
  const byProcedure = [...Map.groupBy(wasted, ({ procedureCode }) => procedureCode).values()].map((days) => ({
    name: days[0]!.procedureName,
    trips: days.reduce((sum, { trips }) => sum + trips, 0),
    cameBack: days.reduce((sum, { cameBack }) => sum + cameBack, 0)
  }))
  const rows = byProcedure
    .sort((a, b) => b.trips - a.trips)
    .map(({ name, trips, cameBack }) => ({ cells: [html`<span lang="vi">${name}</span>`, trips, cameBack] }))
  const title = fill(words.wasted[locale], { n: guidanceDays })
  const columns = [
    { title: words.procedure[locale] },
    { title: words.trips[locale], number: true },
    { title: words.cameBack[locale], number: true }
  ]
  const body =
    rows.length > 0
      ? table({ caption: title, columns, rows })
      : html`<div class="in"><p class="muted">${words.noneWasted[locale]}</p></div>`
  return html`<section class="panel spaced"><header><h2>${title}</h2></header>${body}</section>`
}
