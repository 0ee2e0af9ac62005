// The end of a hand-over: what differs, said once more, both names and signatures; and the record that stays.
import { type Body, textOf } from '../../forms/typed.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { csrfField, errorSummary, field, icon, note, panel, signatureField, table } from '../../web/components/index.ts'
import { deskPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { countOf, isReceived, lineStateNames, sayLine } from '../manifest.ts'
import type { LineWithParcel, Manifest } from '../manifest-queries.ts'
import type { Shipment } from '../queries.ts'
import { manifestWords as words } from '../words/manifest.ts'
import { lineChip, partyOf } from './manifest.ts'
import type { Workplace } from './manifests.ts'

const fill = (text: string, facts: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

type Page = Frame & Workplace & { manifest: Manifest; lines: readonly LineWithParcel[] }

type SignPage = Page & { expected: readonly Shipment[]; typed?: Body | undefined; refusal?: Refusal | undefined }

const differs = ({ line }: LineWithParcel) => line.state !== 'ok' || line.reason !== ''

export function signManifestPage(page: SignPage): Html {
  const { locale, manifest, lines, expected, csrf, typed = {}, refusal } = page
  const at = (name: string) => problemAt(refusal, name, locale)
  const { received, all } = countOf(lines.map(({ line }) => line))
  const different = lines
    .filter(differs)
    .map(
      ({ line, parcel }) =>
        html`<li>${line.seq}. <span class="num" translate="no">${parcel?.trackingNumber ?? line.scanned}</span>: ${sayLine(line, locale)}</li>`
    )
  const missing = expected.map(
    (parcel) => html`<li><span class="num" translate="no">${parcel.trackingNumber ?? parcel.ourRef}</span>, ${partyOf(parcel).name}</li>`
  )
  const said = panel({
    title: words.differences[locale],
    body: html`${different.length > 0 ? html`<ul class="bullets">${different}</ul>` : html`<p>${icon('check')} ${words.noDifference[locale]}</p>`}${missing.length > 0 && html`<h3>${fill(words.expected[locale], { n: missing.length })}</h3><ul class="bullets">${missing}</ul>`}`
  })
  const postman = field({
    name: 'postman',
    label: words.postman[locale],
    locale,
    value: textOf(typed, 'postman'),
    maxlength: 100,
    autocomplete: 'off',
    autofocus: true,
    error: at('postman')
  })
  const panes = [
    signatureField({
      name: 'postmanSign',
      legend: words.postmanSign[locale],
      locale,
      error: at('postmanSign'),
      onPaper: textOf(typed, 'postmanSignOnPaper') === 'yes'
    }),
    signatureField({
      name: 'clerkSign',
      legend: fill(words.clerkSign[locale], { name: page.staffName }),
      locale,
      error: at('clerkSign'),
      onPaper: textOf(typed, 'clerkSignOnPaper') === 'yes'
    })
  ]
  const sentence = fill(words.counter[locale], { received, all: all + expected.length })
  const form = html`<form class="flow" method="post" action="/quay/bang-ke/${manifest.id}/ky" novalidate>${csrfField(csrf)}<p class="tally"><b>${sentence}</b></p><p class="hint">${words.signHint[locale]}</p>${postman}<div class="checks">${panes}</div><p><button class="btn" data-key="Ctrl+Enter">${icon('sign')}${words.sign[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button></p></form>`
  const title = fill(words.signTitle[locale], { number: manifest.number })
  const back = html`<a class="back" href="/quay/bang-ke/${manifest.id}">${icon('back')}${words.back[locale]}</a>`
  const main = html`${errorSummary(problemsOf(refusal, locale), locale)}<div class="dhead"><h1>${title}</h1><span class="end">${back}</span></div><div class="cols2"><div class="flow">${panel({ title: words.toSign[locale], body: form, active: true })}</div><div class="flow">${said}</div></div>`
  const keys = [{ keys: ['Ctrl', 'Enter'], text: words.sign[locale].toLowerCase() }]
  return deskPage({ ...page, title, main, keys, error: refusal !== undefined })
}

function proof({ manifest, locale, csrf }: Page): Html {
  const record = manifest.fileId
    ? html`<p><a class="btn" href="/quay/bang-ke/${manifest.id}/bien-ban" target="_blank" rel="noopener" data-key="I">${icon('print')}${words.print[locale]} <kbd>I</kbd></a></p><p class="hint">${words.hash[locale]}: <span class="num wrap-any" translate="no">${manifest.sha256}</span></p>`
    : html`<p>${icon('refresh')} ${words.making[locale]} <a href="/quay/bang-ke/${manifest.id}">${words.reload[locale]}</a></p>`
  const by = fill((manifest.signing === 'glass' ? words.byGlass : words.byPaper)[locale], {
    postman: manifest.postman ?? '',
    clerk: manifest.clerk ?? ''
  })
  const kept =
    manifest.photoId &&
    html`<p><a href="/quay/bang-ke/${manifest.id}/anh/${manifest.photoId}" target="_blank" rel="noopener">${words.seePaper[locale]}</a></p>`
  const photo =
    manifest.signing === 'paper' &&
    !manifest.photoId &&
    html`<form class="flow" method="post" enctype="multipart/form-data" action="/quay/bang-ke/${manifest.id}/anh">${csrfField(csrf)}<div class="field pick"><label for="photo">${words.paperPhoto[locale]}</label><input type="file" id="photo" name="photo" accept=".jpg,.jpeg,.png,.pdf" required></div><p><button class="btn plain">${words.addPhoto[locale]}</button></p></form>`
  return panel({ title: words.record[locale], body: html`${record}<p>${by}.</p>${kept}${photo}` })
}

export function signedManifestPage(page: Page): Html {
  const { locale, manifest, lines } = page
  const { received, all } = countOf(lines.map(({ line }) => line))
  const sentence = fill(words.counterSigned[locale], { received, all })
  const columns = [words.line, words.parcel, words.sender, words.papers, words.condition].map((title) => ({
    title: title[locale].replace(' {n}', '')
  }))
  const rows = lines.map(({ line, parcel }) => {
    const ours = line.state === 'elsewhere' ? null : parcel
    const href = ours && line.receivedAt ? `/quay/ho-so/${ours.dossierId}` : undefined
    const number = html`<span class="num" translate="no">${ours?.trackingNumber ?? line.scanned}</span>`
    const photo =
      line.photoId &&
      html` <a href="/quay/bang-ke/${manifest.id}/anh/${line.photoId}" target="_blank" rel="noopener">${words.seePhoto[locale]}</a>`
    const said = line.state === 'ok' && !line.reason ? lineStateNames.ok[locale] : sayLine(line, locale)
    const failed = line.failure && html`<small>${words.failed[locale]}: ${line.failure}</small>`
    return {
      ...(href && { href }),
      cells: [
        String(line.seq),
        href ? html`<a href="${href}">${number}</a>` : number,
        ours ? partyOf(ours).name : '',
        isReceived(line.state) ? `${line.counted}/${line.announced}` : '',
        html`${lineChip(line.state, locale)}${(said !== lineStateNames[line.state][locale] || photo) && html`<small>${said}${photo}</small>`}${failed}`
      ]
    }
  })
  const list = html`<div class="panel">${table({ caption: words.lines[locale], columns, rows, rowHeader: 1, list: true })}</div>`
  const time = fill(words.legalTime[locale], { at: formatInstant(manifest.signedAt!, locale) })
  const back = html`<a class="back" href="/quay/bang-ke">${icon('back')}${words.backToAll[locale]}</a>`
  const main = html`<div class="dhead"><h1>${words.record[locale]} <span translate="no">${manifest.number}</span></h1><span class="end">${back}</span></div>${note('ok', time, `${sentence}.`)}<div class="cols2"><div>${list}</div><div>${proof(page)}</div></div>`
  return deskPage({
    ...page,
    title: `${words.record[locale]} ${manifest.number}`,
    main,
    keys: [{ keys: ['I'], text: words.print[locale].toLowerCase() }]
  })
}
