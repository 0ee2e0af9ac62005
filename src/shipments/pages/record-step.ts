// The form of a step that needs more than a press: papers and seal, who received it, or why it did not work.
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { choice, code, csrfField, errorSummary, field, icon, note } from '../../web/components/index.ts'
import { type Frame, postPage } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { type CommandName, commands, reasons } from '../lifecycle.ts'
import type { Shipment } from '../table.ts'
import { spaced } from './find-parcel.ts'
import { stop } from './parcel.ts'
import { formWords, postWords, reasonsFor } from './words.ts'

/** As typed; a refused form shows it again. */
export type Typed = {
  papers: readonly string[]
  count: string
  sealNumber: string
  slipNumber: string
  signatures: string
  receiverName: string
  relation: string
  idLast4: string
  confirmation: string
  reason: string
  reasonText: string
}
export const nothingTyped: Typed = {
  papers: [],
  count: '',
  sealNumber: '',
  slipNumber: '',
  signatures: '',
  receiverName: '',
  relation: '',
  idLast4: '',
  confirmation: '',
  reason: '',
  reasonText: ''
}

export type StepPage = Frame & { parcel: Shipment; command: CommandName; eventId: string; typed?: Typed; refusal?: Refusal | undefined }

export function recordStepPage(page: StepPage): Html {
  const { locale, parcel, command, csrf, eventId, refusal } = page
  const { words, needs } = commands[command] as { words: typeof commands.collect.words; needs?: string }
  const title = words[locale]
  const body = needs === 'seal' ? sealCards(page) : needs === 'reason' ? reasonCard(page) : proofCards(page)
  const button =
    needs === 'reason'
      ? html`<button class="btn danger block">${title}</button>`
      : html`<button class="btn go">${icon('check')}${title}</button>`
  const number = spaced(parcel.trackingNumber ?? parcel.ourRef)
  const main = html`${stop(parcel, locale)}
<form class="wrap flow section" method="post" action="/buu-dien/${parcel.id}/buoc/${command}">${errorSummary(problemsOf(refusal, locale, { sealNumber: formWords.sealNumber[locale], receiverName: formWords.receiverName[locale] }), locale)}
${csrfField(csrf)}<input type="hidden" name="eventId" value="${eventId}">
<h2>${title}</h2><p class="muted">${postWords.parcel[locale]} ${code(number)}</p>
${body}
${button}</form>`
  return postPage({
    ...page,
    title: `${title}, ${number}`,
    error: refusal !== undefined,
    back: { href: `/buu-dien/${parcel.id}`, label: postWords.back[locale] },
    main
  })
}

/** A numbered card, in the order of the hands. */
const card = (number: number, title: string, body: Html) =>
  html`<section class="card flow"><h2><span class="zno">${number}</span>${title}</h2>${body}</section>`

/** QĐ 45/2016 Đ6: count together, seal in the sender's presence, both sign. */
function sealCards({ parcel, locale, typed = nothingTyped, refusal }: StepPage): Html {
  const error = (name: string) => problemAt(refusal, name, locale)
  const papers = choice({
    name: 'papers',
    legend: formWords.papers[locale],
    locale,
    several: true,
    options: parcel.contents.map((name) => ({ value: name, label: name })),
    checked: typed.papers,
    error: error('papers')
  })
  const count = field({
    name: 'count',
    label: formWords.count[locale],
    locale,
    value: typed.count,
    inputmode: 'numeric',
    width: 'short',
    maxlength: 3,
    error: error('count')
  })
  const seal = field({
    name: 'sealNumber',
    label: formWords.sealNumber[locale],
    hint: formWords.sealHint[locale],
    locale,
    value: typed.sealNumber,
    autocomplete: 'off',
    autocapitalize: 'characters',
    maxlength: 40,
    error: error('sealNumber')
  })
  const slip = field({
    name: 'slipNumber',
    label: formWords.slipNumber[locale],
    locale,
    value: typed.slipNumber,
    autocomplete: 'off',
    maxlength: 40
  })
  const signatures = choice({
    name: 'signatures',
    legend: formWords.signatures[locale],
    hideLegend: true,
    locale,
    several: true,
    options: [{ value: 'yes', label: formWords.bothSigned[locale] }],
    checked: typed.signatures,
    error: error('signatures')
  })
  return html`${card(1, postWords.contents[locale], html`${papers}${count}`)}${card(2, formWords.sealNumber[locale], html`${seal}${slip}`)}${card(3, formWords.signatures[locale], signatures)}`
}

/** Papers for the desk and a result on its way back are signed for by the desk itself. */
function proofCards({ parcel, command, locale, typed = nothingTyped, refusal }: StepPage): Html {
  const deskSigns = (parcel.kind === 'pickup') === (command === 'deliver')
  if (deskSigns) return note('info', formWords.deskReceives[locale])
  const error = (name: string) => problemAt(refusal, name, locale)
  const name = field({
    name: 'receiverName',
    label: formWords.receiverName[locale],
    locale,
    value: typed.receiverName,
    autocomplete: 'off',
    maxlength: 100,
    error: error('receiverName')
  })
  const relation = field({
    name: 'relation',
    label: formWords.relation[locale],
    hint: formWords.relationHint[locale],
    locale,
    value: typed.relation,
    optional: true,
    autocomplete: 'off',
    maxlength: 60
  })
  const digits = field({
    name: 'idLast4',
    label: formWords.idLast4[locale],
    locale,
    value: typed.idLast4,
    inputmode: 'numeric',
    width: 'otp',
    maxlength: 4,
    autocomplete: 'off',
    optional: parcel.proofProfile === 'plain',
    error: error('idLast4')
  })
  const byCode = { value: 'code', label: formWords.byCode[locale], hint: formWords.byCodeHint[locale] }
  const bySignature = { value: 'signature', label: formWords.bySignature[locale], hint: formWords.bySignatureHint[locale] }
  const confirmation = choice({
    name: 'confirmation',
    legend: formWords.confirmation[locale],
    hideLegend: true,
    locale,
    options: parcel.proofProfile === 'in_person' ? [bySignature] : [byCode, bySignature],
    checked: typed.confirmation,
    error: error('confirmation')
  })
  return html`${card(1, formWords.rightPerson[locale], html`${name}${digits}${relation}`)}${card(2, formWords.confirmation[locale], confirmation)}`
}

function reasonCard({ parcel, command, locale, typed = nothingTyped, refusal }: StepPage): Html {
  const error = (name: string) => problemAt(refusal, name, locale)
  const reason = choice({
    name: 'reason',
    legend: formWords.reason[locale],
    locale,
    options: reasonsFor(command, parcel.kind).map((value) => ({ value, label: reasons[value][locale] })),
    checked: typed.reason,
    error: error('reason')
  })
  const more = field({
    name: 'reasonText',
    label: formWords.reasonText[locale],
    hint: formWords.reasonTextHint[locale],
    locale,
    value: typed.reasonText,
    type: 'textarea',
    rows: 2,
    maxlength: 300,
    error: error('reasonText')
  })
  return html`<section class="card flow">${reason}${more}</section>`
}
