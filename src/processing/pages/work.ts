// The officer's day: one list with its filters in the address, the pool to take from, and when nothing is left the oldest work of the team.

import { shortCode } from '../../dossiers/numbering.ts'
import type { Today } from '../../dossiers/pages/desk/due-chip.ts'
import { stateAtDesk, type Workplace } from '../../dossiers/pages/desk/queue.ts'
import { type LetterToWrite, lettersToWrite } from '../../dossiers/pages/officer/apology-parts.ts'
import type { Dossier } from '../../dossiers/store.ts'
import { fill, queueWords } from '../../dossiers/words/desk.ts'
import { type Html, html } from '../../kernel/html.ts'
import { formatTime } from '../../kernel/time.ts'
import { csrfField, dossierNews, field, icon, live, note, pager, panel, table, tabs } from '../../web/components/index.ts'
import { deskPage, type Frame } from '../../web/layout.ts'
import { workWords as words } from '../words/process.ts'
import type { WorkList, WorkRow } from '../work-queries.ts'
import { stepChip } from './step-chip.ts'

/** A step with its dossier and where that is led from. */
export type WorkLine = { step: WorkRow; dossier: Dossier; leadAgency: string | undefined }

export type WorkPage = Frame &
  Workplace & {
    list: WorkList
    sizes: Record<WorkList, number>
    lines: readonly WorkLine[]
    /** Shown when the list is empty. */
    oldest: readonly WorkLine[]
    procedures: readonly { code: string; name: string }[]
    procedureCode: string
    substituting: readonly string[]
    /** Letters of apology that want their cause and date. */
    letters: readonly LetterToWrite[]
    today: Today
    previous?: string | undefined
    next?: string | undefined
  }

export const listNames: Record<WorkList, string> = { mine: 'dang-lam', today: 'hom-nay', late: 'tre', waiting: 'cho', pool: 'chung' }
const empty = { mine: words.noneMine, today: words.noneToday, late: words.noneLate, waiting: words.noneWaiting, pool: words.nonePool }

export const hrefOf = (list: WorkList, procedureCode: string): string =>
  `/xu-ly?loc=${listNames[list]}${procedureCode ? `&thu-tuc=${encodeURIComponent(procedureCode)}` : ''}`

function lineTable(page: WorkPage, lines: readonly WorkLine[], { caption, choosing }: { caption: string; choosing: boolean }): Html {
  const { locale, today } = page
  const heads = [words.due, words.code, words.applicant, words.procedure, words.step, words.holder]
  const columns = [
    ...(choosing ? [{ title: words.choose[locale] }] : []),
    ...heads.map((one) => ({ title: one[locale] })),
    { title: words.next[locale] }
  ]
  const rows = lines.map(({ step, dossier, leadAgency }) => {
    const href = `/xu-ly/ho-so/${dossier.id}`
    const code = shortCode(dossier.code!)
    const box = html`<input type="checkbox" name="dossier" value="${dossier.id}" aria-label="${fill(words.chooseOne[locale], { code })}">`
    const last = choosing
      ? html`<button class="btn plain" name="only" value="${dossier.id}">${words.take[locale]}<span class="vh"> ${code}</span></button>`
      : html`<a href="${href}">${words.open[locale]}<span class="vh"> ${code}</span></a>`
    return {
      href,
      cells: [
        ...(choosing ? [box] : []),
        stepChip(step, today),
        html`<a class="num" href="${href}" translate="no">${code}</a>`,
        dossier.applicantName,
        html`<span class="two-lines" lang="vi">${dossier.procedureName}</span>`,
        html`${step.name[locale]}<small>${[step.section, leadAgency && fill(words.lead[locale], { agency: leadAgency })].filter(Boolean).join(' · ')}</small>`,
        html`${step.assigneeName ?? ''}<small>${stateAtDesk(dossier, locale)}</small>`,
        last
      ]
    }
  })
  return table({ caption, list: true, rowHeader: choosing ? 2 : 1, columns, rows })
}

function body(page: WorkPage): Html {
  const { list, lines, locale, csrf, oldest } = page
  const caption = `${words[list][locale]}. ${words.caption[locale]}`
  if (lines.length === 0) {
    const team =
      list !== 'pool' &&
      oldest.length > 0 &&
      panel({
        title: words.oldest[locale],
        id: 'dong-nghiep',
        body: lineTable(page, oldest, { caption: `${words.oldest[locale]}. ${words.caption[locale]}`, choosing: false }),
        bare: true
      })
    return html`<div class="panel"><div class="in empty"><p>${icon('check')}${empty[list][locale]}</p></div></div>${team}`
  }
  const turn =
    page.previous || page.next
      ? pager({ locale, text: fill(queueWords.many[locale], { n: lines.length }), previous: page.previous, next: page.next, keys: true })
      : html``
  if (list !== 'pool') return html`<div class="panel">${lineTable(page, lines, { caption, choosing: false })}${turn}</div>`
  return html`<form method="post" action="/xu-ly/nhan" class="panel">${csrfField(csrf)}<input type="hidden" name="returnTo" value="${hrefOf('pool', page.procedureCode)}">${lineTable(page, lines, { caption, choosing: true })}<div class="in"><button class="btn" data-key="Ctrl+Enter">${words.takeChosen[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button></div>${turn}</form>`
}

function filterForm({ list, procedures, procedureCode, locale }: WorkPage): Html {
  if (procedures.length < 2 && !procedureCode) return html``
  const options = procedures.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))
  const pick = field({
    name: 'thu-tuc',
    label: words.filter[locale],
    locale,
    type: 'select',
    options,
    empty: words.allProcedures[locale],
    value: procedureCode
  })
  return html`<form class="cluster filter" method="get" action="/xu-ly"><input type="hidden" name="loc" value="${listNames[list]}">${pick}<button class="btn quiet">${words.apply[locale]}</button><span class="hint">${words.saved[locale]}</span></form>`
}

export function workPage(page: WorkPage): Html {
  const { locale, list, sizes, today, procedureCode, substituting } = page
  const links = (Object.keys(sizes) as WorkList[]).map((name) => ({
    href: hrefOf(name, procedureCode),
    label: words[name][locale],
    count: sizes[name],
    current: name === list
  }))
  const standing = substituting.length > 0 && note('info', fill(words.substituting[locale], { names: substituting.join(', ') }))
  const inside = html`${tabs(words.lists[locale], links)}${standing}${lettersToWrite(page.letters, today)}${filterForm(page)}${body(page)}`
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1><span class="muted">${fill(queueWords.dataAt[locale], { time: formatTime(today.now) })}</span></div>${live({ id: 'viec-cua-toi', from: dossierNews, body: html`<div class="flow">${inside}</div>` })}`
  const keys = list === 'pool' && page.lines.length > 0 ? [{ keys: ['Ctrl+Enter'], text: words.takeChosen[locale] }] : []
  return deskPage({ ...page, title: `${words[list][locale]} · ${words.title[locale]}`, main, keys })
}

export function workSearchPage(page: Frame & Workplace & { text: string; rows: readonly Dossier[] }): Html {
  const { locale, text, rows } = page
  const title = text ? fill(words.found[locale], { n: rows.length, text }) : words.find[locale]
  const lines = rows.map((dossier) => {
    const href = `/xu-ly/ho-so/${dossier.id}`
    const code = html`<a class="num" href="${href}" translate="no">${shortCode(dossier.code!)}</a>`
    return {
      href,
      cells: [
        code,
        dossier.applicantName,
        html`<span lang="vi">${dossier.procedureName}</span>`,
        html`${stateAtDesk(dossier, locale)}<small>${dossier.officerName ?? ''}</small>`
      ]
    }
  })
  const columns = [words.code, words.applicant, words.procedure, words.holder].map((one) => ({ title: one[locale] }))
  const none = text ? note('warn', fill(words.foundNone[locale], { text })) : html`<p class="muted">${words.findHint[locale]}</p>`
  const body = lines.length > 0 ? table({ caption: title, list: true, columns, rows: lines }) : html`<div class="in">${none}</div>`
  const main = html`<div class="dhead"><h1>${title}</h1></div><div class="panel">${body}</div>`
  return deskPage({ ...page, title, main, find: { action: '/xu-ly/tim', value: text } })
}
