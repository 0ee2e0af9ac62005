// One bordereau at work: the scan field, the envelope in the hand, what was scanned so far and what is still awaited.
import { type Body, textOf } from '../../forms/typed.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { chip, choice, csrfField, errorMessage, errorSummary, field, fold, icon, pairs, panel } from '../../web/components/index.ts'
import { deskPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { carrierName, type LineState, lineStateNames, sayLine, shiftNames } from '../manifest.ts'
import type { LineWithParcel, Manifest } from '../manifest-queries.ts'
import type { Shipment } from '../queries.ts'
import { manifestWords as words } from '../words/manifest.ts'
import type { Workplace } from './manifests.ts'

const fill = (text: string, facts: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

export type ManifestPage = Frame &
  Workplace & {
    manifest: Manifest
    lines: readonly LineWithParcel[]
    /** Announced, not scanned yet. */
    expected: readonly Shipment[]
    /** The line in the hand. */
    current?: LineWithParcel | undefined
    /** Of the next scan; becomes the id of its line. */
    nextLineId: string
    typed?: Body | undefined
    refusal?: Refusal | undefined
  }

const looks: Record<LineState, 'ok' | 'warn' | 'err' | 'info' | 'plain'> = {
  scanned: 'info',
  ok: 'ok',
  broken_seal: 'err',
  missing_paper: 'warn',
  elsewhere: 'plain',
  unknown: 'plain',
  correction: 'info',
  not_scanned: 'plain'
}
export const lineChip = (state: LineState, locale: Locale) => chip(looks[state], undefined, lineStateNames[state][locale])

export const partyOf = (parcel: Shipment) => (parcel.leg === 'return' ? parcel.recipient : parcel.sender)

function scanForm({ manifest, csrf, nextLineId, current, typed, refusal, locale }: ManifestPage): Html {
  const wrong = problemAt(refusal, 'code', locale)
  return html`<form class="scanline" method="post" action="/quay/bang-ke/${manifest.id}/quet">${csrfField(csrf)}<input type="hidden" name="lineId" value="${nextLineId}"><div class="field${wrong ? ' bad' : ''}"><label for="code">${words.code[locale]} <kbd>Alt</kbd> <kbd>1</kbd></label>${wrong && errorMessage('code-loi', wrong, locale)}<div class="cluster"><input class="input" id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="go" maxlength="100" data-scan="8" data-scan-plain data-key="Alt+1" value="${wrong ? textOf(typed ?? {}, 'code') : ''}"${current ? '' : html` autofocus`}${wrong ? html` aria-invalid="true" aria-describedby="code-loi"` : ''}><button class="btn${current ? ' plain' : ''}" data-scan-go>${icon('scan')}${words.take[locale]} <kbd>Enter</kbd></button></div></div></form>`
}

/** The letters that stand below the digits 1 to 9. */
const missingKeys = ['Q', 'W', 'E', 'R', 'T', 'Y', 'U', 'I', 'O']

/** `missing` ticks: papers of the list that are not in the bag, in its order from 1. */
function contentsOf(parcel: Shipment, ticked: readonly string[], locale: Locale): Html {
  const rows = parcel.contents.map((name, i) => {
    const n = String(i + 1)
    const key = missingKeys[i]
    return html`<li><label class="what"><input type="checkbox" name="missing" value="${n}"${ticked.includes(n) ? html` checked` : ''}${key ? html` data-key="${key}"` : ''}><span><span lang="vi">${n}. ${name}</span><small>${key && html`<kbd>${key}</kbd> `}${words.notInside[locale]}</small></span></label></li>`
  })
  return html`<fieldset class="field"><legend>${fill(words.contents[locale], { n: parcel.contents.length })}</legend><ul class="asks">${rows}</ul></fieldset>`
}

function checkForm(page: ManifestPage, { line, parcel }: LineWithParcel & { parcel: Shipment }): Html {
  const { locale, manifest, csrf, typed = {}, refusal } = page
  const at = (name: string) => problemAt(refusal, name, locale)
  const ticked = [typed['missing']].flat().filter((one) => typeof one === 'string')
  const seal = choice({
    name: 'seal',
    legend: words.seal[locale],
    locale,
    inline: true,
    options: [
      { value: 'ok', label: words.sealOk[locale], key: 'S' },
      { value: 'broken', label: words.sealBroken[locale], key: 'B' }
    ],
    checked: textOf(typed, 'seal') || line.seal || '',
    error: at('seal')
  })
  const counted = field({
    name: 'counted',
    label: html`${words.counted[locale]} <kbd>Alt</kbd> <kbd>2</kbd>`,
    locale,
    value: textOf(typed, 'counted') || line.counted,
    inputmode: 'numeric',
    width: 'short',
    maxlength: 3,
    autocomplete: 'off',
    key: 'Alt+2',
    error: at('counted')
  })
  const reason = field({
    name: 'reason',
    label: html`${words.reason[locale]} <kbd>L</kbd>`,
    locale,
    value: textOf(typed, 'reason') || line.reason,
    hint: words.reasonHint[locale],
    optional: true,
    maxlength: 300,
    autocomplete: 'off',
    key: 'L',
    error: at('reason')
  })
  const isBroken = line.state === 'broken_seal' || line.seal === 'broken'
  const photo =
    isBroken &&
    html`<div class="field pick"><label for="photo">${words.photo[locale]}</label><input type="file" id="photo" name="photo" accept=".jpg,.jpeg,.png,.pdf"></div>`
  // After the saving button: Enter in a field must save the line as it stands, not a count nobody pressed.
  const keys = Array.from({ length: Math.min(9, line.announced + 1) }, (_, i) => String(i + 1)).map(
    (n) =>
      html`<button class="btn ${n === String(line.announced) ? 'plain' : 'quiet'}" name="countedNow" value="${n}" data-key="${n}"><kbd>${n}</kbd></button>`
  )
  return html`<form class="flow" method="post" action="/quay/bang-ke/${manifest.id}/dong/${line.id}" novalidate${isBroken ? html` enctype="multipart/form-data"` : ''}>${csrfField(csrf)}${seal}<div class="cluster count">${counted}<button class="btn" data-key="Ctrl+Enter">${words.save[locale]} <kbd>Enter</kbd></button></div><p class="hint">${words.countKeys[locale]}</p><p class="cluster">${keys}</p>${contentsOf(parcel, ticked, locale)}${reason}${photo}</form>`
}

function correctionForm({ locale, manifest, csrf, typed = {}, refusal }: ManifestPage, { line }: LineWithParcel): Html {
  const reason = field({
    name: 'reason',
    label: words.correction[locale],
    locale,
    value: textOf(typed, 'reason') || `${line.reason}: `,
    maxlength: 300,
    autocomplete: 'off',
    autofocus: true,
    error: problemAt(refusal, 'reason', locale)
  })
  return html`<form class="flow" method="post" action="/quay/bang-ke/${manifest.id}/dong/${line.id}" novalidate>${csrfField(csrf)}<p class="hint">${words.correctionHint[locale]}</p>${reason}<p><button class="btn" data-key="Ctrl+Enter">${words.save[locale]} <kbd>Enter</kbd></button></p></form>`
}

function currentPanel(page: ManifestPage): Html {
  const { current, locale, manifest, csrf } = page
  if (!current) return html``
  const { line, parcel } = current
  const drop = html`<form method="post" action="/quay/bang-ke/${manifest.id}/dong/${line.id}/bo">${csrfField(csrf)}<button class="linklike">${words.drop[locale]}</button></form>`
  const isOurs = parcel && line.state !== 'elsewhere' && line.state !== 'unknown'
  const from = isOurs ? partyOf(parcel) : undefined
  const facts = pairs([
    { label: words.parcel[locale], value: html`<span class="num" translate="no">${parcel?.trackingNumber ?? line.scanned}</span>` },
    from && { label: words.sender[locale], value: [from.name, from.address, from.wardName].filter(Boolean).join(', ') },
    isOurs && { label: words.sealNumber[locale], value: parcel.sealNumber },
    !isOurs && { label: words.condition[locale], value: sayLine(line, locale) }
  ])
  const form = isOurs && (line.state === 'correction' ? correctionForm(page, current) : checkForm(page, { line, parcel }))
  return panel({ title: fill(words.check[locale], { n: line.seq }), id: 'dong', active: true, end: drop, body: html`${facts}${form}` })
}

function linesPanel({ lines, manifest, current, locale }: ManifestPage): Html {
  const rows = lines.toReversed().map(({ line, parcel }) => {
    const name = parcel && line.state !== 'elsewhere' ? partyOf(parcel).name : ''
    const said = sayLine(line, locale)
    const more = said === lineStateNames[line.state][locale] || (line.state === 'ok' && !line.reason) ? '' : said
    return html`<li${current?.line.id === line.id ? html` aria-current="true"` : ''}><span>${line.seq}. <a class="num" href="/quay/bang-ke/${manifest.id}?dong=${line.id}" translate="no">${parcel?.trackingNumber ?? line.scanned}</a></span>${lineChip(line.state, locale)}<span class="hint">${[name, more].filter(Boolean).join(' · ')}</span></li>`
  })
  const body = rows.length > 0 ? html`<ul class="issued bag">${rows}</ul>` : html`<p class="muted">${words.noLines[locale]}</p>`
  return panel({ title: `${words.lines[locale]} (${lines.length})`, id: 'da-quet', body })
}

function expectedPanel({ expected, locale }: ManifestPage): Html {
  const body =
    expected.length > 0
      ? fold(
          fill(words.expected[locale], { n: expected.length }),
          html`<ul class="issued">${expected.map((parcel) => html`<li><span class="num" translate="no">${parcel.trackingNumber ?? parcel.ourRef}</span><span class="hint">${partyOf(parcel).name}</span></li>`)}</ul>`,
          { open: expected.length <= 10, id: 'chua-quet' }
        )
      : html`<p class="cluster">${icon('check')}${words.allHere[locale]}</p>`
  return html`<div class="readers spaced">${body}</div>`
}

export function manifestPage(page: ManifestPage): Html {
  const { locale, manifest, lines, expected, current, refusal } = page
  const done = lines.filter(({ line }) => line.state !== 'scanned').length
  const isReady = lines.length > 0 && done === lines.length
  const tally = fill(words.tally[locale], { done, all: lines.length + expected.length })
  const sign =
    isReady &&
    html`<a class="btn" href="/quay/bang-ke/${manifest.id}/ky" ${current ? '' : html`data-key="Ctrl+Enter"`}>${icon('sign')}${words.toSign[locale]}${!current && html` <kbd>Ctrl</kbd> <kbd>Enter</kbd>`}</a>`
  const head = html`<div class="dhead"><h1>${words.one[locale]} <span translate="no">${manifest.number}</span></h1><span class="muted">${carrierName(manifest.carrier, locale)}, ${shiftNames[manifest.shift][locale]}</span><b class="num">${tally}</b><span class="end">${sign}<a class="back" href="/quay/bang-ke">${icon('back')}${words.backToAll[locale]}</a></span></div>`
  const work = html`<div class="flow">${panel({ title: words.scan[locale], body: scanForm(page) })}${currentPanel(page)}</div>`
  const list = html`<div class="flow">${linesPanel(page)}${expectedPanel(page)}</div>`
  const main = html`${errorSummary(problemsOf(refusal, locale), locale)}${head}<div class="cols2">${work}${list}</div>`
  const keys = [
    { keys: ['Alt', '1'], text: words.keyScan[locale] },
    { keys: ['S', 'B'], text: words.keyCheck[locale] },
    { keys: ['1', '…', '9'], text: words.keyCount[locale] },
    { keys: ['Q', '…', 'O'], text: words.notInside[locale] },
    { keys: ['L'], text: words.keyReason[locale] },
    { keys: ['Ctrl', 'Enter'], text: words.keySign[locale] }
  ]
  return deskPage({ ...page, title: `${words.one[locale]} ${manifest.number}`, main, keys, error: refusal !== undefined })
}
