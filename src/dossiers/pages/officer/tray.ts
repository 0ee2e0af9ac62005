// The officer's day: what is in hand, nearest due first; what can be taken up; what waits for somebody else.
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { formatTime } from '../../../kernel/time.ts'
import { csrfField, icon, key, pager, panel } from '../../../web/components/index.ts'
import { deskPage, type Frame } from '../../../web/layout.ts'
import { shortCode } from '../../numbering.ts'
import type { Dossier } from '../../store.ts'
import { fill, nextWords, queueWords, trayWords as words } from '../../words/desk.ts'
import type { Today } from '../desk/due-chip.ts'
import { dossierTable, type Workplace } from '../desk/queue.ts'

export const trayLists = ['mine', 'toTake', 'waiting'] as const
export type TrayList = (typeof trayLists)[number]
export type TrayPart = { rows: readonly Dossier[]; size: number; previous?: string | undefined; next?: string | undefined }
export type TrayPage = Frame & Workplace & { parts: Record<TrayList, TrayPart>; today: Today }

const empty = { mine: words.noneMine, toTake: words.noneToTake, waiting: words.noneWaiting }

function takeButton({ id, code }: Dossier, csrf: string | undefined, locale: Locale): Html {
  return html`<form method="post" action="/xu-ly/ho-so/${id}/nhan">${csrfField(csrf)}<button class="btn plain">${words.takeShort[locale]}<span class="vh"> ${shortCode(code!)}</span></button></form>`
}

function nextStep({ id, code, state }: Dossier, locale: Locale): Html {
  const step = state === 'in_progress' ? nextWords.decide : state === 'suspended' ? nextWords.resume : nextWords.see
  return html`<a href="/xu-ly/ho-so/${id}">${step[locale]}<span class="vh"> ${shortCode(code!)}</span></a>`
}

function part(page: TrayPage, name: TrayList): Html {
  const { locale, today, csrf } = page
  const { rows, size, previous, next } = page.parts[name]
  const title = html`${words[name][locale]} <span class="muted">${size}</span>`
  const last = name === 'toTake' ? (dossier: Dossier) => takeButton(dossier, csrf, locale) : (dossier: Dossier) => nextStep(dossier, locale)
  const list = dossierTable({ rows, caption: `${words[name][locale]}. ${queueWords.caption[locale]}`, base: '/xu-ly/ho-so', today, last })
  const turn =
    previous || next
      ? pager({ locale, text: fill(queueWords.many[locale], { n: rows.length }), previous, next, keys: name === 'mine' })
      : html``
  const body = rows.length > 0 ? html`${list}${turn}` : html`<div class="in empty"><p>${icon('check')}${empty[name][locale]}</p></div>`
  return panel({ title, id: `bang-${name}`, body, bare: true, active: name === 'mine' && rows.length > 0 })
}

export function trayPage(page: TrayPage): Html {
  const { locale, today, parts } = page
  const shown = trayLists.filter((name) => name !== 'waiting' || parts.waiting.rows.length > 0)
  const help = html`<p class="hint keys cluster"><span>${key('↑')} ${key('↓')} ${queueWords.choose[locale]}</span><span>${key('Enter')} ${queueWords.openKey[locale]}</span><span>${queueWords.days[locale]}</span><button type="button" class="linklike" hidden data-keys-switch></button></p>`
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1><span class="muted">${fill(queueWords.dataAt[locale], { time: formatTime(today.now) })}</span></div><div class="flow">${shown.map((name) => part(page, name))}</div>${help}`
  return deskPage({ ...page, title: words.title[locale], main })
}
