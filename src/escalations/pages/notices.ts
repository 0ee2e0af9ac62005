// What somebody has to know of: each notice with its dossier, seen with one press, settled with a word.

import { shortCode } from '../../dossiers/numbering.ts'
import type { Workplace } from '../../dossiers/pages/desk/queue.ts'
import type { Dossier } from '../../dossiers/store.ts'
import { fill } from '../../dossiers/words/desk.ts'
import { type Html, html } from '../../kernel/html.ts'
import { formatInstant } from '../../kernel/time.ts'
import { chip, csrfField, dossierNews, fold, icon, live, panel } from '../../web/components/index.ts'
import { deskPage, type Frame } from '../../web/layout.ts'
import { type Cause, causeWords, subjectWords } from '../rules.ts'
import type { Escalation } from '../store.ts'
import { leaderWords as words } from '../words/leader.ts'

export type Noticed = { notice: Escalation; dossier: Dossier }

const urgent: readonly Cause[] = ['late', 'ended', 'closing']

/** `base` is where a dossier is opened; `from` the page to come back to. */
export function noticeList(page: Frame, rows: readonly Noticed[], { base, from }: { base: string; from: string }): Html {
  const { locale, csrf } = page
  if (rows.length === 0) return html`<div class="empty"><p>${icon('check')}${words.noNotices[locale]}</p></div>`
  const lines = rows.map(({ notice, dossier }) => {
    const { id, cause, subject, dueAt, raisedAt, seenAt, seenBy } = notice
    const code = shortCode(dossier.code!)
    const hidden = html`${csrfField(csrf)}<input type="hidden" name="from" value="${from}">`
    const see = seenAt
      ? html`<span class="hint">${fill(words.seenBy[locale], { name: seenBy! })}</span>`
      : html`<form method="post" action="/nhac-viec/${id}/xem">${hidden}<button class="btn quiet">${words.seen[locale]}<span class="vh"> ${code}</span></button></form>`
    const settle = fold(
      html`${words.settle[locale]}<span class="vh"> ${code}</span>`,
      html`<form class="cluster" method="post" action="/nhac-viec/${id}/xong">${hidden}<label for="how-${id}">${words.how[locale]}</label><input class="input" id="how-${id}" name="how" maxlength="300" autocomplete="off" required><button class="btn plain">${words.settle[locale]}</button></form>`
    )
    return html`<li>${chip(urgent.includes(cause) ? 'err' : 'warn', undefined, causeWords[cause][locale])} <a class="num" href="${base}/${dossier.id}" translate="no">${code}</a> <span>${dossier.applicantName} · ${subjectWords[subject][locale]}, ${fill(words.dueOn[locale], { at: formatInstant(dueAt, locale) })}</span> <span class="hint">${fill(words.since[locale], { at: formatInstant(raisedAt, locale) })}</span><div class="cluster">${see}${settle}</div></li>`
  })
  return html`<ul class="notices">${lines}</ul>`
}

export function noticesPage(page: Frame & Workplace & { rows: readonly Noticed[]; base: string }): Html {
  const { locale, rows, base } = page
  const list = noticeList(page, rows, { base, from: '/nhac-viec' })
  const body = panel({ title: html`${words.notices[locale]} <span class="muted">${rows.length}</span>`, id: 'nhac-viec', body: list })
  const main = html`<div class="dhead"><h1>${words.noticesTitle[locale]}</h1></div><p class="hint">${words.noticesLead[locale]}</p>${live({ id: 'nhac', from: dossierNews, body })}`
  return deskPage({ ...page, title: words.noticesTitle[locale], main })
}
