// Handing out, in the order of the hands: where it lies, who is here, what is owed, what goes back with it, the signature, one button.

import { stateAtDesk } from '../../dossiers/pages/desk/queue.ts'
import type { Dossier } from '../../dossiers/store.ts'
import { moveWords } from '../../dossiers/words/desk.ts'
import type { FileRow } from '../../files/store.ts'
import { type Body, listOf, textOf } from '../../forms/typed.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatMoney } from '../../kernel/money.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import {
  actbar,
  chip,
  choice,
  csrfField,
  errorMessage,
  errorSummary,
  field,
  icon,
  note,
  panel,
  signatureField,
  table
} from '../../web/components/index.ts'
import { type DeskPage, deskPage } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import type { Shelf } from '../store.ts'
import { fill, handOutWords as words } from '../words/desk.ts'

type Frame = Omit<DeskPage, 'title' | 'main'>
type Coded = Dossier & { code: string }

const sayShelf = (shelf: Shelf | undefined, locale: Locale): Html =>
  shelf ? html`<b class="num">${shelf.shelf}</b>` : html`<span class="muted">${words.noShelf[locale]}</span>`

/** Scan first; below, what waits on the shelf. */
export function handOutListPage(
  page: Frame & { text: string; notFound: boolean; ready: readonly Coded[]; shelves: ReadonlyMap<string, Shelf> }
): Html {
  const { locale, text, notFound, ready, shelves } = page
  const scan = field({
    name: 'ma',
    label: words.scan[locale],
    hint: words.scanHint[locale],
    locale,
    value: text,
    autocomplete: 'off',
    autofocus: true,
    error: notFound ? fill(words.notFound[locale], { text }) : undefined
  })
  const form = html`<form class="flow scanline" method="get" action="/quay/tra">${scan}<p><button class="btn">${words.find[locale]} <kbd>Enter</kbd></button></p></form>`
  const rows = ready.map((dossier) => ({
    href: `/quay/tra/${dossier.id}`,
    cells: [
      html`<a class="num" href="/quay/tra/${dossier.id}" translate="no">${dossier.code}</a>`,
      dossier.applicantName,
      html`<span class="two-lines" lang="vi">${dossier.procedureName}</span>`,
      sayShelf(shelves.get(dossier.id), locale)
    ]
  }))
  const list =
    rows.length > 0
      ? table({
          caption: words.ready[locale],
          list: true,
          rowHeader: 1,
          columns: ['code', 'applicant', 'procedure', 'shelf'].map((name) => ({ title: columnWords[name]![locale] })),
          rows
        })
      : html`<div class="in"><p class="muted">${words.noneReady[locale]}</p></div>`
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1></div><div class="flow">${panel({ title: words.scan[locale], active: true, body: form })}${panel({ title: words.ready[locale], bare: true, body: list })}</div>`
  return deskPage({ ...page, title: words.title[locale], main, error: notFound })
}

const columnWords: Record<string, { vi: string; en: string }> = {
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  applicant: { vi: 'Chủ hồ sơ', en: 'Applicant' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  shelf: words.shelf
}

export type HandOutPage = Frame & {
  dossier: Coded
  shelf: Shelf | undefined
  owed: number
  originals: readonly { id: string; code: string; name: string }[]
  goesByPost: boolean
  slipFileId: string | undefined
  typed: { body: Body; refusal: Refusal; proxy: FileRow | undefined } | undefined
}

function shelfForm({ dossier, shelf, csrf, locale, typed }: HandOutPage): Html {
  const place = field({
    name: 'shelf',
    label: words.shelf[locale],
    locale,
    width: 'middle',
    autocomplete: 'off',
    value: shelf?.shelf,
    error: problemAt(typed?.refusal, 'shelf', locale)
  })
  return html`<form class="flow" method="post" action="/quay/tra/${dossier.id}/ke" novalidate>${csrfField(csrf)}${place}<p><button class="btn quiet">${words.place[locale]}</button></p></form>`
}

function identityFields({ dossier, locale, typed }: HandOutPage): Html {
  const value = (name: string) => (typed ? textOf(typed.body, name) : '')
  const error = (name: string) => problemAt(typed?.refusal, name, locale)
  const papers = [moveWords.citizenCard, moveWords.vneid, moveWords.passport]
  const paper = choice({
    name: 'paper',
    legend: moveWords.paper[locale],
    locale,
    inline: true,
    options: papers.map((one) => ({ value: one.vi, label: one[locale] })),
    checked: value('paper') || papers[0]!.vi,
    error: error('paper')
  })
  const last4 = field({
    name: 'last4',
    label: moveWords.last4[locale],
    locale,
    inputmode: 'numeric',
    maxlength: 4,
    width: 'short',
    autocomplete: 'off',
    autofocus: !typed,
    value: value('last4'),
    error: error('last4')
  })
  const receiver = field({
    name: 'receiver',
    label: moveWords.receiver[locale],
    locale,
    maxlength: 200,
    autocomplete: 'off',
    value: value('receiver') || dossier.applicant.name,
    error: error('receiver')
  })
  const relation = field({
    name: 'relation',
    label: moveWords.relationTo[locale],
    hint: moveWords.relationHint[locale],
    locale,
    optional: true,
    maxlength: 100,
    autocomplete: 'off',
    value: value('relation')
  })
  const wrong = error('proxy')
  const kept =
    typed?.proxy &&
    html`<p class="hint">${icon('check')} ${fill(moveWords.keptFile[locale], { name: typed.proxy.name })}</p><input type="hidden" name="proxyId" value="${typed.proxy.id}">`
  const proxy = html`<div class="field pick${wrong ? ' bad' : ''}"><label for="proxy">${words.proxy[locale]}</label><p class="hint" id="proxy-goi-y">${words.proxyHint[locale]}</p>${wrong && errorMessage('proxy-loi', wrong, locale)}${kept}<input type="file" id="proxy" name="proxy" accept="application/pdf,image/jpeg,image/png" capture="environment" aria-describedby="proxy-goi-y${wrong ? ' proxy-loi' : ''}"${wrong ? html` aria-invalid="true"` : ''} data-upload></div>`
  return html`${paper}<div class="number-title">${last4}${receiver}</div>${relation}${proxy}`
}

function originalsFields({ originals, locale, typed }: HandOutPage): Html {
  if (originals.length === 0) return html``
  const chosen = new Set(typed ? listOf(typed.body, 'original') : [])
  const options = originals.map(({ id, name, code }) => ({ value: id, label: name, hint: code }))
  return choice({
    name: 'original',
    legend: words.originals[locale],
    hint: words.originalsHint[locale],
    locale,
    several: true,
    options,
    checked: [...chosen]
  })
}

function handOutForm(page: HandOutPage): Html {
  const { dossier, owed, csrf, locale, typed } = page
  const owes = typed?.refusal.code === 'FEE_STILL_OWED'
  const fee =
    owed > 0 &&
    panel({
      title: words.fee[locale],
      end: chip('warn', undefined, formatMoney(owed)),
      body: html`<label class="tickline"><input type="checkbox" name="cash" value="yes" data-key="Alt+T"${typed && textOf(typed.body, 'cash') === 'yes' ? html` checked` : ''}> ${fill(words.cash[locale], { amount: formatMoney(owed) })} <kbd>Alt</kbd> <kbd>T</kbd></label>${owes && note('warn', typed.refusal.sentence(locale))}`
    })
  const sign = signatureField({
    legend: words.sign[locale],
    hint: words.signHint[locale],
    locale,
    error: problemAt(typed?.refusal, 'signature', locale),
    onPaper: typed !== undefined && textOf(typed.body, 'signatureOnPaper') === 'yes'
  })
  const originals = originalsFields(page)
  const body = html`<div class="dossier"><div class="flow">${panel({ title: words.who[locale], number: 1, active: true, body: identityFields(page) })}</div><div class="flow">${fee}${page.originals.length > 0 && panel({ title: words.originals[locale], number: 2, body: originals })}${panel({ title: words.sign[locale], number: page.originals.length > 0 ? 3 : 2, body: sign })}</div></div>`
  const button = html`<button class="btn" data-key="Ctrl+Enter">${words.handOver[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button>`
  return html`<form method="post" action="/quay/tra/${dossier.id}" enctype="multipart/form-data" novalidate>${csrfField(csrf)}${body}${actbar(owed > 0 ? `${words.fee[locale]}: ${formatMoney(owed)}` : '', button)}</form>`
}

export function handOutPage(page: HandOutPage): Html {
  const { dossier, shelf, goesByPost, slipFileId, locale, typed } = page
  const isReady = dossier.state === 'result_ready' && !goesByPost
  const refused = typed && Object.keys(typed.refusal.fields).length === 0 && typed.refusal.code !== 'FEE_STILL_OWED'
  const state = fill(words.notReady[locale], { state: stateAtDesk(dossier, locale) })
  const slip = slipFileId && html`<p><a class="btn" href="/tep/${slipFileId}">${icon('print')}${words.slipOpen[locale]}</a></p>`
  const work = isReady
    ? html`${handOutForm(page)}`
    : html`${note('info', goesByPost ? words.goneByPost[locale] : state)}${slip}${dossier.state === 'returned' && !slip && html`<p class="hint">${words.slip[locale]}</p>`}`
  const labels = {
    last4: moveWords.last4[locale],
    receiver: moveWords.receiver[locale],
    proxy: words.proxy[locale],
    signature: words.sign[locale],
    shelf: words.shelf[locale]
  }
  const problems =
    typed && typed.refusal.code !== 'FEE_STILL_OWED' ? errorSummary(problemsOf(typed.refusal, locale, labels), locale) : html``
  const place =
    isReady &&
    html`<details class="panel" id="ke"><summary>${words.shelf[locale]}: ${sayShelf(shelf, locale)}</summary><div class="in">${shelfForm(page)}</div></details>`
  const head = html`<div class="dhead case"><h1><span translate="no">${dossier.code}</span> · ${dossier.applicantName}</h1><span lang="vi">${dossier.procedureName}</span><span class="end"><span>${words.shelf[locale]}: ${sayShelf(shelf, locale)}</span><a class="btn quiet" href="/quay/ho-so/${dossier.id}">${words.see[locale]}</a><a class="back" href="/quay/tra">${icon('back')}${words.ready[locale]}</a></span></div>`
  const main = html`${problems}${refused && note('err', typed.refusal.sentence(locale))}${head}<div class="flow">${work}${place}</div>`
  return deskPage({ ...page, title: `${words.title[locale]} · ${dossier.code}`, main, error: typed !== undefined })
}
