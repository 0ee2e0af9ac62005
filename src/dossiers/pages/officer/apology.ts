// One letter of apology: the officer's causes and new date on the left, what the applicant will read on the right; for the head, the signature.
import { earliestNewDate, type LateCause } from '../../../deadlines/rules.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { dayOf, formatDayLong, formatInstant, formatInstantLong } from '../../../kernel/time.ts'
import { choice, csrfField, dateField, errorSummary, field, icon, key, note, pairs, panel, reasons } from '../../../web/components/index.ts'
import { deskPage, type Frame } from '../../../web/layout.ts'
import { problemsOf } from '../../../web/request.ts'
import type { StaffCase } from '../../staff-case.ts'
import type { Apology } from '../../store.ts'
import { apologyWords as words } from '../../words/apology.ts'
import { fill } from '../../words/desk.ts'
import { caseHead } from '../desk/case-parts.ts'
import type { Workplace } from '../desk/queue.ts'

/** What stands in the fields: typed just now, proposed before, or nothing yet. */
export type ApologyTyped = { causes: readonly string[]; words: string; day: { day: string; month: string; year: string } }

export type ApologyPage = Frame &
  Workplace & {
    staffCase: StaffCase
    draft: Apology | undefined
    causes: readonly LateCause[]
    typed: ApologyTyped
    /** The count as it would be with the new date; empty while no good date is there. */
    counting: readonly string[]
    lastDay: Temporal.PlainDate | undefined
    /** Why no letter can be written. */
    closed: 'already' | 'stopped' | undefined
    /** The reader may sign, and did not propose it. */
    signs: 'yes' | 'own' | undefined
    refusal?: Refusal | undefined
  }

function officerForm(page: ApologyPage): Html {
  const { locale, csrf, staffCase, causes, typed, refusal, draft } = page
  const { dossier, calendar, now } = staffCase
  const wrong = (name: string) => refusal?.fieldWords(name)?.sentence[locale]
  const first = earliestNewDate(calendar, dossier.dueAt!, now)
  const hint = fill(words.newDayHint[locale], { day: formatDayLong(dayOf(dossier.dueAt!), locale), first: formatDayLong(first, locale) })
  const list = causes.map(({ code, nameVi, nameEn }) => ({ value: code, label: locale === 'vi' ? nameVi : nameEn }))
  const body = html`<form class="flow" method="post" action="/xu-ly/ho-so/${dossier.id}/xin-loi" novalidate>${csrfField(csrf)}${choice({ name: 'causes', legend: words.causes[locale], locale, options: list, checked: typed.causes, several: true, error: wrong('causes') })}${field({ name: 'words', label: words.words[locale], locale, type: 'textarea', rows: 3, value: typed.words, optional: true, maxlength: 600, hint: words.wordsHint[locale] })}${dateField({ name: 'newDay', label: words.newDay[locale], locale, value: typed.day, hint, error: wrong('newDay'), whole: true })}<p><button class="btn" data-key="Ctrl+Enter">${(draft?.proposedAt ? words.proposeAgain : words.propose)[locale]} ${key('Ctrl')} ${key('Enter')}</button></p></form>`
  return panel({ title: words.title[locale], id: 'phieu', active: page.signs === undefined, body })
}

function dates({ staffCase, draft, locale, lastDay, counting }: ApologyPage): Html {
  const { dossier, now } = staffCase
  const passed = lastDay && Temporal.PlainDate.compare(dayOf(now), lastDay) > 0
  const limit =
    lastDay &&
    note(passed ? 'warn' : 'info', fill((passed ? words.lastDayPassed : words.lastDay)[locale], { day: formatDayLong(lastDay, locale) }))
  const facts = pairs([
    { label: words.oldDue[locale], value: formatInstantLong(dossier.dueAt!, locale) },
    draft?.newDueAt && { label: words.newDue[locale], value: formatInstantLong(draft.newDueAt, locale) }
  ])
  const read = counting.length > 0 && html`<h3>${words.counting[locale]}</h3>${reasons(counting)}`
  return panel({ title: `${words.oldDue[locale]} – ${words.newDue[locale]}`, id: 'hen', body: html`${facts}${limit}${read}` })
}

/** What the head is asked to sign, and the two answers. */
function headPanel(page: ApologyPage): Html {
  const { locale, csrf, draft, causes, staffCase, signs, refusal } = page
  if (!signs || !draft?.proposedAt) return html``
  const { dossier } = staffCase
  const chosen = causes.filter(({ code }) => draft.causes.includes(code)).map(({ nameVi, nameEn }) => (locale === 'vi' ? nameVi : nameEn))
  const facts = pairs([
    { label: words.cause[locale], value: [...chosen, draft.words].filter(Boolean).join('; ') },
    { label: words.newDue[locale], value: formatInstantLong(draft.newDueAt!, locale) },
    { label: words.by[locale], value: `${draft.proposedBy}, ${formatInstant(draft.proposedAt, locale)}` }
  ])
  const sign = html`<form method="post" action="/lanh-dao/ky">${csrfField(csrf)}<input type="hidden" name="dossier" value="${dossier.id}"><p><button class="btn" data-key="Ctrl+K">${words.sign[locale]} ${key('Ctrl')} ${key('K')}</button></p></form>`
  const wrong = refusal?.fieldWords('why')?.sentence[locale]
  const back = html`<form class="flow" method="post" action="/lanh-dao/xin-loi/${dossier.id}/tra-lai" novalidate>${csrfField(csrf)}${field({ name: 'why', label: words.sendBackWhy[locale], locale, maxlength: 500, autocomplete: 'off', error: wrong })}<p><button class="btn plain">${words.sendBack[locale]}</button></p></form>`
  const answer = signs === 'own' ? note('info', words.own[locale]) : html`${sign}${back}`
  return panel({ title: words.letter[locale], id: 'ky', active: signs === 'yes', body: html`${facts}${answer}` })
}

export function apologyPage(page: ApologyPage): Html {
  const { staffCase, locale, draft, closed, refusal } = page
  const { dossier } = staffCase
  const back = html`<a class="back" href="/xu-ly/ho-so/${dossier.id}">${icon('back')}${words.back[locale]}</a>`
  const state =
    draft?.proposedAt && note('info', fill(words.waits[locale], { name: draft.proposedBy!, at: formatInstant(draft.proposedAt, locale) }))
  const returned = draft?.sentBackBy && note('warn', fill(words.sentBack[locale], { name: draft.sentBackBy, why: draft.sentBackWhy! }))
  const body = closed
    ? note('info', fill(words.none[locale], { why: words[closed][locale] }))
    : html`<p class="hint">${words.lead[locale]}</p>${state}${returned}<div class="dossier"><div class="flow">${headPanel(page)}${page.signs !== 'yes' && officerForm(page)}</div><div class="flow">${dates(page)}</div></div>`
  const labels = { causes: words.causes[locale], newDay: words.newDay[locale], why: words.sendBackWhy[locale] }
  const problems = errorSummary(problemsOf(refusal, locale, labels), locale)
  const main = html`${caseHead({ staffCase, locale, base: '' }, back)}${problems}<div class="flow">${body}</div>`
  return deskPage({ ...page, title: `${words.title[locale]} · ${dossier.code}`, main, error: refusal !== undefined })
}
