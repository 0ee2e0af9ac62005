// For heads: the people of the house with what they answer for, and who stands in for whom.
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { dayOf, formatDayLong, formatInstant } from '../../kernel/time.ts'
import { choice, csrfField, errorSummary, field, panel, table } from '../../web/components/index.ts'
import { deskRoleOf } from '../../web/desk-nav.ts'
import { deskPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import type { Duty, Role } from '../roles.ts'
import { say } from './account-words.ts'
import { roleWords, peopleWords as words } from './people-words.ts'

export type Colleague = {
  id: string
  name: string
  role: Role
  title: string | null
  duties: readonly Duty[]
  /** Away or standing in; what they answer for. */
  mayChange: boolean
  mayAssign: boolean
}
export type Away = {
  id: string
  absentId: string
  substituteId: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  reason: string
  arrangedByName: string
  createdAt: Temporal.Instant
}
type House = Frame & { role: Role; agencyName: string; staffName: string }
type Typed = Record<string, string>

const sayRole = (role: Role, locale: 'vi' | 'en') => roleWords[role as keyof typeof roleWords]?.[locale] ?? role

const sayDuties = (duties: readonly Duty[], names: ReadonlyMap<string, string>, locale: 'vi' | 'en') =>
  duties.length === 0 ? words.everything[locale] : duties.map(({ code }) => names.get(code) ?? code).join('; ')

type PeoplePage = House & {
  colleagues: readonly Colleague[]
  away: readonly Away[]
  /** Names of sectors and procedures by code. */
  names: ReadonlyMap<string, string>
  /** Becomes the substitution's own id: the same form sent twice is one. */
  formId: string
  typed: Typed
  refusal?: Refusal | undefined
}

function peopleTable({ colleagues, names, locale }: PeoplePage): Html {
  const columns = [words.name, words.role, words.duties].map((title) => ({ title: title[locale] }))
  return table({
    caption: words.people[locale],
    columns: [...columns, { title: html`<span class="vh">${words.change[locale]}</span>` }],
    rows: colleagues.map(({ id, name, role, title, duties, mayAssign }) => ({
      cells: [
        html`${name}${title && html`<small>${title}</small>`}`,
        sayRole(role, locale),
        sayDuties(duties, names, locale),
        mayAssign
          ? html`<a href="/can-bo/phan-cong/${id}">${words.change[locale]}<span class="vh">${say(words.changeOf[locale], { name })}</span></a>`
          : ''
      ]
    }))
  })
}

function awayTable({ away, colleagues, csrf, locale }: PeoplePage): Html {
  if (away.length === 0) return html`<div class="in"><p class="muted">${words.nobodyAway[locale]}</p></div>`
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.name ?? ''
  return table({
    caption: words.away[locale],
    columns: [words.absent, words.substitute, words.from, words.to, words.reason, words.end].map((title) => ({ title: title[locale] })),
    rows: away.map((one) => ({
      cells: [
        nameOf(one.absentId),
        nameOf(one.substituteId),
        formatDayLong(dayOf(one.startsAt), locale),
        formatDayLong(dayOf(one.endsAt).subtract({ days: 1 }), locale),
        html`${one.reason}<small>${say(words.arranged[locale], { name: one.arrangedByName, at: formatInstant(one.createdAt, locale) })}</small>`,
        html`<form method="post" action="/can-bo/phan-cong/thay-the/${one.id}/ket-thuc">${csrfField(csrf)}<button class="btn quiet">${words.end[locale]}<span class="vh">${say(words.endOf[locale], { name: nameOf(one.absentId) })}</span></button></form>`
      ]
    }))
  })
}

function arrangeForm({ colleagues, csrf, formId, typed, refusal, locale }: PeoplePage): Html {
  const people = colleagues
    .filter(({ mayChange }) => mayChange)
    .map(({ id, name, role }) => ({ value: id, label: `${name} (${sayRole(role, locale)})` }))
  const ask = (name: 'absentId' | 'substituteId' | 'from' | 'to' | 'reason', label: string) => ({
    name,
    label,
    locale,
    value: typed[name],
    error: problemAt(refusal, name, locale)
  })
  const person = (name: 'absentId' | 'substituteId', label: string) =>
    field({ ...ask(name, label), type: 'select', options: people, empty: words.choosePerson[locale] })
  return html`<form method="post" action="/can-bo/phan-cong/thay-the" class="flow" novalidate>${csrfField(csrf)}<input type="hidden" name="formId" value="${formId}">${person('absentId', words.absent[locale])}${person('substituteId', words.substitute[locale])}<div class="cluster">${field({ ...ask('from', words.from[locale]), type: 'date' })}${field({ ...ask('to', words.to[locale]), type: 'date' })}</div>${field({ ...ask('reason', words.reason[locale]), maxlength: 300 })}<p><button class="btn" data-key="Ctrl+Enter">${words.arrange[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button></p></form>`
}

export function peoplePage(page: PeoplePage): Html {
  const { locale, refusal } = page
  const labels = {
    absentId: words.absent[locale],
    substituteId: words.substitute[locale],
    from: words.from[locale],
    to: words.to[locale],
    reason: words.reason[locale]
  }
  const main = html`${errorSummary(problemsOf(refusal, locale, labels), locale)}<div class="dhead"><h1>${words.title[locale]}</h1></div><div class="flow"><p class="muted">${words.lead[locale]}</p>${panel({ title: words.people[locale], body: peopleTable(page), bare: true })}${panel({ title: words.away[locale], body: awayTable(page), bare: true })}${panel({ title: words.arrange[locale], body: arrangeForm(page) })}</div>`
  return deskPage({ ...page, role: deskRoleOf(page.role), title: words.title[locale], main, error: refusal !== undefined })
}

type DutiesPage = House & {
  member: { id: string; name: string }
  sectors: readonly { code: string; name: string }[]
  scope: 'all' | 'some'
  chosen: readonly string[]
  procedures: string
  refusal?: Refusal | undefined
}

export function dutiesPage(page: DutiesPage): Html {
  const { locale, member, sectors, scope, chosen, procedures, csrf, refusal } = page
  const title = say(words.dutiesOf[locale], { name: member.name })
  const list = html`${choice({ name: 'sector', legend: words.sectors[locale], locale, several: true, options: sectors.map(({ code, name }) => ({ value: code, label: name })), checked: chosen, error: problemAt(refusal, 'sector', locale) })}${field({ name: 'procedures', label: words.procedures[locale], hint: words.proceduresHint[locale], type: 'textarea', rows: 3, value: procedures, locale, optional: true, maxlength: 2000, error: problemAt(refusal, 'procedures', locale) })}`
  const options = [
    { value: 'all', label: words.all[locale] },
    { value: 'some', label: words.some[locale], inside: list }
  ]
  const form = html`<form method="post" action="/can-bo/phan-cong/${member.id}" class="flow" novalidate>${csrfField(csrf)}${choice({ name: 'scope', legend: words.scope[locale], locale, options, checked: scope })}<p><button class="btn" data-key="Ctrl+Enter">${words.save[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button></p></form>`
  const labels = { sector: words.sectors[locale], procedures: words.procedures[locale] }
  const main = html`<a class="back" href="/can-bo/phan-cong">${words.back[locale]}</a>${errorSummary(problemsOf(refusal, locale, labels), locale)}<h1>${title}</h1>${panel({ title: words.scope[locale], body: form })}`
  return deskPage({ ...page, role: deskRoleOf(page.role), title, main, error: refusal !== undefined })
}
