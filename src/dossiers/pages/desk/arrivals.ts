// Parcels at the desk: find the envelope in the hand, check it, sign for it together with the postman.

import { type Body, textOf } from '../../../forms/typed.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { formatInstant } from '../../../kernel/time.ts'
import { sayStatus } from '../../../shipments/lifecycle.ts'
import type { Shipment } from '../../../shipments/queries.ts'
import {
  chip,
  choice,
  code,
  csrfField,
  errorMessage,
  errorSummary,
  field,
  icon,
  note,
  pairs,
  panel,
  table
} from '../../../web/components/index.ts'
import { deskPage, type Frame } from '../../../web/layout.ts'
import { problemAt, problemsOf } from '../../../web/request.ts'
import { fill } from '../../words/desk.ts'
import { arrivalWords as words } from '../../words/reception.ts'
import type { Workplace } from './queue.ts'

const numberOf = ({ trackingNumber, ourRef }: Shipment) =>
  (trackingNumber ?? ourRef).replace(/^([A-Z]{2})(\d{3})(\d{3})(\d{3})([A-Z]{2})$/, '$1 $2 $3 $4 $5')
const insideOf = ({ leg }: Shipment) => (leg === 'return' ? words.returned : words.papers)

type ListPage = Frame & Workplace & { parcels: readonly Shipment[]; asked?: string | undefined; problem?: string | undefined }

export function arrivalsPage(page: ListPage): Html {
  const { locale, parcels, asked, problem } = page
  const search = html`<form class="scanline" action="/quay/buu-gui" method="get" role="search"><div class="field${problem ? ' bad' : ''}"><label for="so">${words.scanHint[locale]}</label>${problem && errorMessage('so-loi', problem, locale)}<div class="cluster"><input class="input" id="so" name="so" autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="search" data-scan="8" data-key="Alt+1" autofocus value="${asked ?? ''}"${problem ? html` aria-invalid="true" aria-describedby="so-loi"` : ''}><button class="btn">${icon('scan')}${words.find[locale]}</button></div></div></form>`
  const columns = [words.number, words.kind, words.from, words.seal, words.state].map((title) => ({ title: title[locale] }))
  const rows = parcels.map((parcel) => {
    const href = `/quay/buu-gui/${parcel.id}`
    const from = parcel.leg === 'return' ? parcel.recipient : parcel.sender
    const since = parcel.lastEventAt && html`<small>${formatInstant(parcel.lastEventAt, locale)}</small>`
    return {
      href,
      cells: [
        html`<a class="num" href="${href}" translate="no">${numberOf(parcel)}</a>`,
        html`${insideOf(parcel)[locale]}<small>${fill(words.papersCount[locale], { n: parcel.contents.length })}</small>`,
        html`${from.name}<small>${[from.address, from.wardName].filter(Boolean).join(', ')}</small>`,
        parcel.sealNumber ?? '',
        html`${sayStatus(parcel, locale)}${since}`
      ]
    }
  })
  const list =
    rows.length > 0
      ? table({ caption: words.title[locale], columns, rows, list: true })
      : html`<div class="in empty"><p>${icon('check')}${words.empty[locale]}</p></div>`
  const main = html`${errorSummary(problem ? [{ field: 'so', sentence: problem }] : [], locale)}<div class="dhead"><h1>${words.title[locale]}</h1></div>${panel({ title: words.find[locale], body: search })}<div class="panel spaced">${list}</div>`
  return deskPage({ ...page, title: words.title[locale], main, error: problem !== undefined })
}

type OnePage = Frame &
  Workplace & { parcel: Shipment; maySign: boolean; eventId: string; typed?: Body | undefined; refusal?: Refusal | undefined }

function signForm({ parcel, csrf, eventId, locale, typed = {}, refusal }: OnePage): Html {
  const at = (name: string) => problemAt(refusal, name, locale)
  const seal = choice({
    name: 'seal',
    legend: words.sealState[locale],
    locale,
    options: [
      { value: 'ok', label: words.sealOk[locale] },
      { value: 'broken', label: words.sealBroken[locale], hint: words.sealBrokenHint[locale] }
    ],
    checked: textOf(typed, 'seal') || 'ok'
  })
  const counted = field({
    name: 'papersCounted',
    label: words.counted[locale],
    locale,
    value: textOf(typed, 'papersCounted'),
    inputmode: 'numeric',
    width: 'short',
    maxlength: 3,
    autocomplete: 'off',
    error: at('papersCounted')
  })
  const signed = choice({
    name: 'bothSigned',
    legend: words.signatures[locale],
    locale,
    several: true,
    options: [{ value: 'yes', label: words.bothSigned[locale] }],
    checked: textOf(typed, 'bothSigned'),
    error: at('bothSigned')
  })
  const remark = field({
    name: 'note',
    label: words.note[locale],
    locale,
    value: textOf(typed, 'note'),
    optional: true,
    maxlength: 300,
    autocomplete: 'off'
  })
  const hint = parcel.kind === 'pickup' && html`<p class="hint">${words.signHint[locale]}</p>`
  return html`<form class="flow" method="post" action="/quay/buu-gui/${parcel.id}" novalidate>${csrfField(csrf)}<input type="hidden" name="eventId" value="${eventId}">${seal}${counted}${signed}${remark}${hint}<p><button class="btn" data-key="Ctrl+Enter">${words.confirm[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button></p></form>`
}

export function arrivalPage(page: OnePage): Html {
  const { locale, parcel, maySign, refusal } = page
  const from = parcel.leg === 'return' ? parcel.recipient : parcel.sender
  const facts = pairs([
    { label: words.from[locale], value: html`${from.name}, ${[from.address, from.wardName].filter(Boolean).join(', ')}` },
    { label: words.seal[locale], value: parcel.sealNumber },
    { label: words.state[locale], value: sayStatus(parcel, locale) }
  ])
  const contents = html`<h3>${words.contents[locale]} (${parcel.contents.length})</h3><ol class="numbered" lang="vi">${parcel.contents.map((name) => html`<li>${name}</li>`)}</ol>`
  const open = html`<p><a href="/quay/ho-so/${parcel.dossierId}">${words.openDossier[locale]}</a></p>`
  const work = maySign
    ? panel({ title: words.check[locale], id: 'ky-nhan', active: true, body: signForm(page) })
    : panel({
        title: words.check[locale],
        id: 'ky-nhan',
        body: note('info', fill(words.over[locale], { status: sayStatus(parcel, locale) }))
      })
  const number = numberOf(parcel)
  const main = html`${errorSummary(problemsOf(refusal, locale), locale)}<div class="dhead"><h1>${words.number[locale]} ${code(number)}</h1>${chip(parcel.leg === 'return' ? 'warn' : 'info', parcel.leg === 'return' ? 'refresh' : 'paper', insideOf(parcel)[locale])}<span class="end"><a class="back" href="/quay/buu-gui">${icon('back')}${words.title[locale]}</a></span></div><div class="cols2"><div>${panel({ title: words.kind[locale], body: html`${facts}${contents}${open}` })}</div><div>${work}</div></div>`
  return deskPage({ ...page, title: `${words.number[locale]} ${number}`, main, error: refusal !== undefined })
}
