// The giver at work: to whom, then scan after scan, then the signature.
import { type Body, textOf } from '../../forms/typed.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { code, csrfField, errorSummary, field, fold, icon, panel, signatureField, table } from '../../web/components/index.ts'
import { deskPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import type { HandOverList, ListLine } from '../queries.ts'
import { fill, ledgerWords, sayHolder, handWords as words } from '../words.ts'
import { codeLink, fateChip, formOf, type ScanSaid, scanForm, scansSaid, sidesOf, type Workplace } from './parts.ts'

type Choose = Frame &
  Workplace & {
    formId: string
    agencies: readonly { id: string; name: string }[]
    officers: readonly { id: string; name: string }[]
    /** An officer gives to the desk or a colleague; the post and the citizen come to the desk. */
    isDesk: boolean
    typed?: Body | undefined
    refusal?: Refusal | undefined
  }

const select = (name: string, label: string, options: readonly { id: string; name: string }[]) =>
  html`<div class="field"><label for="${name}">${label}</label><select class="input" id="${name}" name="${name}">${options.map(({ id, name: said }) => html`<option value="${id}">${said}</option>`)}</select></div>`

export function chooseReceiverPage(page: Choose): Html {
  const { locale, csrf, formId, agencies, officers, isDesk, typed = {}, refusal } = page
  const way = (kind: string, n: number, title: string, inputs: Html | false) =>
    panel({
      title,
      number: n,
      body: html`<form class="flow" method="post" action="/ban-goc/giao">${csrfField(csrf)}<input type="hidden" name="formId" value="${formId}"><input type="hidden" name="kind" value="${kind}">${inputs}<p><button class="btn${n === 1 ? '' : ' plain'}" data-key="Alt+${n}">${words.open[locale]} <kbd>Alt</kbd> <kbd>${n}</kbd></button></p></form>`
    })
  const nobody = html`<p class="hint">${words.noOfficers[locale]}</p>`
  const toOfficer =
    officers.length > 0
      ? way('officer', 2, words.officer[locale], select('personId', words.person[locale], officers))
      : panel({ title: words.officer[locale], body: nobody })
  const name = field({
    name: 'receiver',
    label: words.receiverName[locale],
    locale,
    value: textOf(typed, 'receiver'),
    maxlength: 100,
    autocomplete: 'off',
    error: problemAt(refusal, 'receiver', locale)
  })
  const ways = [
    way('desk', 1, (isDesk ? words.desk : words.ownDesk)[locale], select('agencyId', words.agency[locale], agencies)),
    toOfficer,
    isDesk && way('post', 3, words.post[locale], false),
    isDesk && way('citizen', 4, words.citizen[locale], name)
  ]
  const back = html`<span class="end"><a class="back" href="/ban-goc">${icon('back')}${ledgerWords.title[locale]}</a></span>`
  const main = html`${errorSummary(problemsOf(refusal, locale), locale)}<div class="dhead"><h1>${words.toWhom[locale]}</h1>${back}</div><div class="cols2"><div class="flow">${ways[0]}${ways[2]}</div><div class="flow">${ways[1]}${ways[3]}</div></div>`
  return deskPage({ ...page, title: words.title[locale], main, error: refusal !== undefined })
}

type Scanning = Frame &
  Workplace & {
    list: HandOverList
    lines: readonly ListLine[]
    /** How many originals of the dossiers on the list are here, scanned or not. */
    all: number
    said: readonly ScanSaid[]
    typed?: Body | undefined
    refusal?: Refusal | undefined
  }

function linesTable({ list, lines, csrf, locale }: Scanning): Html {
  if (lines.length === 0) return html`<div class="in empty"><p>${icon('scan')}${words.empty[locale]}</p></div>`
  const columns = [ledgerWords.code, ledgerWords.name, ledgerWords.dossier].map((title) => ({ title: title[locale] }))
  const rows = lines.map(({ original, line }) => ({
    cells: [
      codeLink(original),
      html`<span lang="vi">${original.name}</span><small>${formOf(original.form, locale)} ${fateChip(original.fate, locale)}</small>`,
      html`<span class="num">${original.dossierCode}</span>${line.parcel && html`<small>${line.parcel.number}</small>`}`,
      html`<form method="post" action="/ban-goc/giao/${list.id}/bo">${csrfField(csrf)}<input type="hidden" name="originalId" value="${original.id}"><button class="linklike">${words.drop[locale]}<span class="vh"> ${original.code}</span></button></form>`
    ]
  }))
  return table({ caption: words.list[locale], columns: [...columns, { title: html`<span class="vh">${words.drop[locale]}</span>` }], rows })
}

function signPanel(page: Scanning): Html {
  const { list, locale, csrf, staffName, typed = {}, refusal } = page
  const at = (name: string) => problemAt(refusal, name, locale)
  const outside = list.receiver.kind === 'post' || list.receiver.kind === 'citizen'
  const button = (label: string) => html`<p><button class="btn" data-key="Alt+9">${label} <kbd>Alt</kbd> <kbd>9</kbd></button></p>`
  if (!outside) {
    const body = html`<form class="flow" method="post" action="/ban-goc/giao/${list.id}/ky">${csrfField(csrf)}<p class="hint">${fill(words.signHint[locale], { name: staffName })}</p>${button(words.sign[locale])}</form>`
    return panel({ title: words.sign[locale], body })
  }
  const isPost = list.receiver.kind === 'post'
  const name = field({
    name: 'receiver',
    label: (isPost ? words.postName : words.receiverName)[locale],
    locale,
    value: textOf(typed, 'receiver') || (list.receiver.kind === 'citizen' ? list.receiver.name : ''),
    maxlength: 100,
    autocomplete: 'off',
    error: at('receiver')
  })
  const signature = signatureField({
    legend: words.signOutside[locale],
    locale,
    error: at('signature'),
    onPaper: textOf(typed, 'signatureOnPaper') === 'yes'
  })
  const both = html`<form class="flow" method="post" action="/ban-goc/giao/${list.id}/ky-hai-ben" novalidate>${csrfField(csrf)}${name}${signature}${button(words.signBoth[locale])}</form>`
  const later =
    isPost &&
    html`<form method="post" action="/ban-goc/giao/${list.id}/ky">${csrfField(csrf)}<p><button class="btn plain">${words.postLater[locale]}</button></p></form>`
  return panel({ title: words.signBoth[locale], body: html`${both}${later}` })
}

export function scanPage(page: Scanning): Html {
  const { locale, list, lines, all, said, csrf, refusal } = page
  const rest = all - lines.length
  const gap = lines.length > 0 && html`<p class="hint">${rest > 0 ? fill(words.left[locale], { n: rest }) : words.whole[locale]}</p>`
  const scan = scanForm({
    action: `/ban-goc/giao/${list.id}/quet`,
    csrf,
    locale,
    label: words.scan[locale],
    scanned: lines.length,
    all: Math.max(all, lines.length),
    error: problemAt(refusal, 'codes', locale)
  })
  const drop = fold(
    words.dropList[locale],
    html`<form method="post" action="/ban-goc/giao/${list.id}/rut">${csrfField(csrf)}<p><button class="btn danger">${words.dropList[locale]}</button></p></form>`
  )
  const back = html`<span class="end"><a class="back" href="/ban-goc">${icon('back')}${ledgerWords.title[locale]}</a></span>`
  const left = html`${panel({ title: words.scan[locale], body: html`${scan}${scansSaid(said, locale)}${gap}`, active: true })}${panel({ title: words.list[locale], body: linesTable(page), bare: true })}`
  const right = html`${panel({ title: words.receiver[locale], body: html`<p><b>${sayHolder(list.receiver, locale)}</b></p>` })}${lines.length > 0 && signPanel(page)}${drop}`
  const main = html`${errorSummary(problemsOf(refusal, locale, { codes: words.scan[locale] }), locale)}<div class="dhead"><h1>${words.title[locale]} ${code(list.number)}</h1>${back}</div><div class="cols2"><div class="flow">${left}</div><div class="flow">${right}</div></div>`
  return deskPage({ ...page, title: `${words.title[locale]} ${list.number}`, main, error: refusal !== undefined })
}

type Finished = Frame &
  Workplace & {
    list: HandOverList
    lines: readonly ListLine[]
    mayCallBack: boolean
    mayReceive: boolean
    refusal?: Refusal | undefined
    outcomeOf: (line: ListLine) => Html
  }

/** A list that was offered, received or called back, for both sides. */
export function listPage(page: Finished): Html {
  const { locale, list, lines, csrf, mayCallBack, mayReceive, refusal, outcomeOf } = page
  const columns = [ledgerWords.code, ledgerWords.name, ledgerWords.dossier, words.state].map((title) => ({ title: title[locale] }))
  const rows = lines.map((one) => ({
    cells: [
      codeLink(one.original),
      html`<span lang="vi">${one.original.name}</span><small>${formOf(one.original.form, locale)}</small>`,
      html`<span class="num">${one.original.dossierCode}</span>`,
      outcomeOf(one)
    ]
  }))
  const print = html`<p><a class="btn plain" href="/ban-goc/phieu/${list.id}.pdf" data-key="Alt+P">${icon('print')}${words.print[locale]} <kbd>Alt</kbd> <kbd>P</kbd></a></p>`
  const receive = mayReceive && html`<p><a class="btn" href="/ban-goc/nhan/${list.id}">${words.check[locale]}</a></p>`
  const back =
    mayCallBack &&
    fold(
      words.callBack[locale],
      html`<form class="flow" method="post" action="/ban-goc/giao/${list.id}/rut" novalidate>${csrfField(csrf)}${field({ name: 'reason', label: ledgerWords.reason[locale], locale, maxlength: 300, autocomplete: 'off', error: problemAt(refusal, 'reason', locale) })}<p><button class="btn danger">${words.callBack[locale]}</button></p></form>`,
      { open: refusal !== undefined }
    )
  const home = html`<span class="end"><a class="back" href="/ban-goc">${icon('back')}${ledgerWords.title[locale]}</a></span>`
  const main = html`${errorSummary(problemsOf(refusal, locale), locale)}<div class="dhead"><h1>${words.number[locale]} ${code(list.number)}</h1>${home}</div><div class="cols2"><div class="flow">${panel({ title: words.list[locale], end: String(lines.length), body: table({ caption: words.list[locale], columns, rows }), bare: true })}</div><div class="flow">${panel({ title: words.signBoth[locale], body: html`${sidesOf(list, locale)}${print}${receive}${back}`, active: true })}</div></div>`
  return deskPage({ ...page, title: `${words.number[locale]} ${list.number}`, main, error: refusal !== undefined })
}
