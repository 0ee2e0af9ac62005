// The same person's open dossier of the same procedure beside the one about to be accepted; going on takes a tick.

import { textOf } from '../../../forms/typed.ts'
import { type Html, type HtmlValue, html } from '../../../kernel/html.ts'
import { dayOf, formatDay, formatInstant, formatTime } from '../../../kernel/time.ts'
import { errorMessage, key, panel } from '../../../web/components/index.ts'
import { stateWords } from '../../lifecycle.ts'
import { fill } from '../../words/desk.ts'
import { twinWords as words } from '../../words/walk-in.ts'
import type { Zone } from './walk-in.ts'

export function twinPanel(zone: Zone): Html {
  const { standing, view, locale, typed, now, due, values, at } = zone
  const twins = view ? standing.open.filter(({ procedureCode }) => procedureCode === view.procedure.code) : []
  const [twin] = twins
  if (!twin || !view) return html``
  const row = (label: string, there: HtmlValue, here: HtmlValue) =>
    html`<tr><th scope="row">${label}</th><td>${there}</td><td>${here}</td></tr>`
  const link = html`<a href="/quay/ho-so/${twin.id}" translate="no">${twin.code}</a>`
  const state = locale === 'vi' ? stateWords[twin.state].desk : stateWords[twin.state].en
  const dueOf = (instant: Temporal.Instant | null | undefined) => (instant ? formatDay(dayOf(instant)) : '')
  const table = html`<table class="cmp"><caption class="vh">${words.title[locale]}</caption><thead><tr><th scope="col">${words.what[locale]}</th><th scope="col">${words.there[locale]}</th><th scope="col">${words.here[locale]}</th></tr></thead><tbody>${row(words.code[locale], link, words.none[locale])}${row(words.subject[locale], twin.subject || twin.procedureName, values['subject'] || view.version.name)}${row(words.filed[locale], twin.filedAt ? formatInstant(twin.filedAt, locale) : '', fill(words.now[locale], { time: formatTime(now) }))}${row(words.due[locale], dueOf(twin.dueAt), dueOf(due?.at))}${row(words.state[locale], state, words.notYet[locale])}</tbody></table>`
  const ids = twins.map(({ id }) => id).join(',')
  const { error } = at('again')
  const tick = html`<label class="ticked" for="again"><input type="checkbox" id="again" name="again" value="${ids}" data-key="V"${textOf(typed, 'again') === ids ? html` checked` : ''}${error ? html` aria-invalid="true" aria-describedby="again-loi"` : ''}> ${words.confirm[locale]} ${key('V')}</label>`
  const body = html`${table}${error && errorMessage('again-loi', error, locale)}${tick}`
  return html`<div class="twin">${panel({ title: words.title[locale], id: 'trung', body })}</div>`
}
