// Parts of a dossier's page that clerk and officer both need: papers to look at, particulars, the clock, what was issued, parcels, readers.
import { scanWords } from '../../../files/words.ts'
import { type Html, type HtmlValue, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { dayOf, formatDayLong, formatInstant, formatTime } from '../../../kernel/time.ts'
import type { DocumentForm } from '../../../procedures/rules.ts'
import { channelNames, formNames, sayProcessingTime } from '../../../procedures/words.ts'
import { sayStatus } from '../../../shipments/lifecycle.ts'
import type { Shipment } from '../../../shipments/queries.ts'
import { code, dayCount, dueCard, fold, icon, note, pairs, panel, reasons, thread } from '../../../web/components/index.ts'
import { moves, stateWords } from '../../lifecycle.ts'
import { shortCode } from '../../numbering.ts'
import type { StaffCase } from '../../staff-case.ts'
import type { Paper } from '../../store.ts'
import type { Party } from '../../types.ts'
import { fill, caseWords as words } from '../../words/desk.ts'
import { answerFolds } from '../answers.ts'
import { sayBorn } from '../applicant/parts.ts'
import { dueChip } from './due-chip.ts'
import { deskFees } from './fees.ts'

type Seen = { staffCase: StaffCase; locale: Locale; base: string }

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
/** `0912480123` → `0912 480 123` */
const sayPhone = (phone: string) => phone.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')
const formOf = (form: string, locale: Locale): string => formNames[form as DocumentForm]?.[locale] ?? ''

/** What, whose, which code, how much time: the first line of the page. */
export function caseHead({ staffCase, locale }: Seen, end: Html): Html {
  const { dossier, now, calendar } = staffCase
  const copy = { label: words.copy[locale], done: words.copied[locale] }
  return html`<div class="dhead case"><h1><span lang="vi">${dossier.procedureName}</span> · ${dossier.applicantName}</h1><span class="muted"><span class="vh">${words.fullCode[locale]} </span>${code(dossier.code, copy)}</span>${dueChip(dossier, { now, calendar, locale })}<span class="tag">${locale === 'vi' ? stateWords[dossier.state].desk : stateWords[dossier.state].en}</span><span class="end">${end}</span></div>`
}

/** What a check adds: a mark beside each name, the verdict under the open paper. */
type Checking = { mark: (paper: Paper) => HtmlValue; below: (paper: Paper, at: number) => HtmlValue }

/** The paper that is open: `?giay=n` in the order of the strip. */
export function viewer({ staffCase, locale, base }: Seen, chosen: number, checking?: Checking): Html {
  const { papers } = staffCase
  if (papers.length === 0)
    return html`<section class="viewer none" aria-label="${words.papers[locale]}"><p class="in">${words.noPapers[locale]}</p></section>`
  const firstFile = papers.findIndex(({ fileId }) => fileId !== null)
  const at = chosen >= 1 && chosen <= papers.length ? chosen - 1 : Math.max(0, firstFile)
  const links = papers.map(
    (paper, i) =>
      html`<a href="${base}?giay=${i + 1}"${i === at ? html` aria-current="page"` : ''}${i < 9 ? html` data-key="${i + 1}"` : ''}>${i < 9 && html`<kbd>${i + 1}</kbd>`}<span lang="vi">${shorten(paper.name)}</span>${checking?.mark(paper)}</a>`
  )
  return html`<section class="viewer" id="giay-to" aria-label="${words.papers[locale]}"><nav class="strip" aria-label="${words.choosePaper[locale]}">${links}</nav>${sheet(staffCase, papers[at]!, locale)}${tools(staffCase, at, locale)}${checking?.below(papers[at]!, at)}</section>`
}

const shorten = (name: string) => (name.length > 34 ? `${name.slice(0, 33).trimEnd()}…` : name)

function sheet({ files, dossier }: StaffCase, paper: Paper, locale: Locale): Html {
  const file = paper.fileId ? files.get(paper.fileId) : undefined
  if (!file)
    return html`<div class="sheetless">${icon('paper')}<p>${(paper.given === 'post' && !dossier.receivedAt ? words.byPost : paper.form === 'present' ? words.shown : words.onPaper)[locale]}</p></div>`
  return file.mediaType === 'application/pdf'
    ? html`<iframe src="/tep/${file.id}#navpanes=0" title="${paper.name}"></iframe>`
    : html`<div class="sheetbox"><img src="/tep/${file.id}" alt="${paper.name}"></div>`
}

function tools({ papers, files }: StaffCase, at: number, locale: Locale): Html {
  const paper = papers[at]!
  const file = paper.fileId ? files.get(paper.fileId) : undefined
  const counted = paper.copies > 1 ? fill(words.copies[locale], { n: paper.copies }) : ''
  const added = fill(words.added[locale], { at: formatInstant(paper.addedAt, locale) })
  const detail = [formOf(paper.form, locale), counted, added, file && scanWords[file.scan][locale].toLowerCase()]
    .filter(Boolean)
    .join(' · ')
  const name = fill(words.paperOf[locale], { n: at + 1, all: papers.length, name: paper.name })
  return html`<div class="tools"><span><b>${name}</b><br><span class="hint">${capital(detail)}</span></span>${file && html`<a class="btn quiet" href="/tep/${file.id}" target="_blank" rel="noopener">${icon('paper')}${words.openFile[locale]}</a>`}</div>`
}

function partyPairs(party: Party, locale: Locale) {
  return [
    { label: words.identity[locale], value: party.identityNumber },
    { label: words.tax[locale], value: party.taxCode },
    { label: words.born[locale], value: sayBorn(party.bornOn) },
    { label: words.phone[locale], value: html`<a class="num" href="tel:${party.phone}">${sayPhone(party.phone)}</a>` },
    { label: words.email[locale], value: party.email },
    { label: words.address[locale], value: party.address }
  ]
}

function deliveryWords({ delivery }: StaffCase['dossier'], locale: Locale): string {
  if (delivery.method === 'desk') return words.toDesk[locale]
  if (delivery.method === 'electronic') return words.toFile[locale]
  return fill(words.toPost[locale], {
    name: delivery.name,
    address: delivery.address,
    ward: delivery.wardName,
    phone: sayPhone(delivery.phone)
  })
}

export function particulars({ staffCase, locale }: Seen): Html {
  const { dossier } = staffCase
  const { filer, applicant, pickUp, relation } = dossier
  const same = filer.name === applicant.name && filer.identityNumber === applicant.identityNumber && applicant.kind === 'person'
  const owner = pairs([{ label: words.owner[locale], value: html`<b>${applicant.name}</b>` }, ...partyPairs(applicant, locale)])
  const person = same
    ? html``
    : pairs([
        { label: words.filer[locale], value: html`<b>${filer.name}</b>` },
        { label: words.relation[locale], value: relation },
        ...partyPairs(filer, locale)
      ])
  const ways = pairs([
    {
      label: words.subject[locale],
      value: dossier.subject === dossier.procedureName ? undefined : html`<span lang="vi">${dossier.subject}</span>`
    },
    { label: words.channel[locale], value: `${channelNames[dossier.channel][locale]}, ${formatInstant(dossier.filedAt!, locale)}` },
    pickUp && { label: words.pickUp[locale], value: fill(words.pickUpFrom[locale], { address: pickUp.address, ward: pickUp.wardName }) },
    { label: words.delivery[locale], value: deliveryWords(dossier, locale) }
  ])
  const fees = dossier.fees.some(({ amount }) => amount > 0)
    ? deskFees(dossier.fees, locale)
    : html`<p class="muted">${words.fees[locale]}: ${words.noFee[locale]}</p>`
  return panel({
    title: words.particulars[locale],
    id: 'thong-tin',
    body: html`<div class="kvs">${owner}${person}${ways}<div>${fees}</div></div>`
  })
}

/** The form as it was answered; nothing for a walk-in whose form lies on the desk. */
export function answersPanel({ staffCase, locale }: Seen, { open = staffCase.said.length <= 2 } = {}): Html {
  const folds = answerFolds(staffCase.said, { open })
  return html`${folds.length > 0 && panel({ title: words.answers[locale], id: 'to-khai', body: html`<div class="kvs">${folds}</div>` })}`
}

export function clockPanel({ staffCase, locale }: Seen): Html {
  const { dossier, counted, view } = staffCase
  const time = html`<span class="muted">${sayProcessingTime(view.version.processingTime, locale)}</span>`
  const binding = counted?.due.dueAt && dossier.state !== 'submitted' ? counted.due.dueAt : undefined
  const card = binding
    ? dueCard(
        dayOf(binding),
        locale,
        html`<b>${fill(words.dueBefore[locale], { time: formatTime(binding) })}</b><p class="hint">${capital(formatDayLong(dayOf(binding), locale))}</p>`,
        { small: true }
      )
    : note('info', (dossier.state === 'submitted' ? words.notCounted : words.stopped)[locale])
  const why = counted && counted.sentences.length > 0 && dossier.state !== 'submitted'
  return panel({
    title: words.dueTitle[locale],
    id: 'han-tra',
    end: time,
    body: html`${card}${why && fold(words.why[locale], html`${counted.cells.length <= 42 && dayCount(counted.cells, locale)}${reasons(counted.sentences)}`)}`
  })
}

/** Papers a move has called for; those still missing are being made by a job. */
export function issuedPanel({ staffCase, locale, base }: Seen): Html {
  const { issued, moves: made, dossier, result } = staffCase
  const done = issued.map(
    (paper) =>
      html`<li><a href="/tep/${paper.fileId}" target="_blank" rel="noopener">${icon('print')}${words[paper.form][locale]}</a><span class="hint">${paper.number} · ${formatInstant(paper.madeAt, locale)}</span></li>`
  )
  const expected = made.flatMap(({ name, seq }) =>
    moves[name].next
      .filter((job) => job.startsWith('document.'))
      .map((job) => ({ seq, form: job.slice('document.'.length) as keyof typeof words }))
  )
  const making = expected
    // A result is not printed by a job, it only gets its seal; it stands above.
    .filter(({ form }) => form !== 'result')
    // A walk-in gets its receipt at once instead of a confirmation.
    .filter(({ form }) => form !== 'filing_confirmation' || dossier.channel !== 'desk')
    .filter(({ form }) => form !== 'filled_form' || (staffCase.view.version.form !== null && Object.keys(dossier.answers).length > 0))
    .filter(({ seq, form }) => !issued.some((paper) => paper.moveSeq === seq && paper.form === form))
    .map(
      ({ form }) =>
        html`<li><span>${icon('refresh')}${words[form][locale]}</span><span class="hint">${words.making[locale]}. <a href="${base}">${words.reload[locale]}</a></span></li>`
    )
  const signed =
    result &&
    html`<li><a href="/tep/${result.fileId}" target="_blank" rel="noopener">${icon('sign')}<span lang="vi">${result.title}</span></a><span class="hint">${result.number} · ${result.signedBy}, ${formatInstant(result.signedAt, locale)}</span></li>`
  const lines = [signed, ...done, ...making].filter(Boolean)
  const body = lines.length > 0 ? html`<ul class="issued">${lines}</ul>` : html`<p class="muted">${words.noIssued[locale]}</p>`
  return panel({ title: words.issued[locale], id: 'giay-phat-hanh', body })
}

export const historyPanel = ({ staffCase, locale }: Seen): Html =>
  panel({
    title: words.timeline[locale],
    id: 'dien-bien',
    end: html`<a href="#ai-da-xem">${words.readers[locale]}</a>`,
    body: thread(staffCase.timeline)
  })

function parcelLine(parcel: Shipment, locale: Locale): Html {
  const number = parcel.trackingNumber ?? parcel.ourRef
  const arrival =
    parcel.kind === 'pickup' || parcel.leg === 'return'
      ? html`<a href="/quay/buu-gui/${parcel.id}" translate="no">${number}</a>`
      : html`<span translate="no">${number}</span>`
  return html`<li><span>${icon(parcel.kind === 'pickup' ? 'paper' : 'mail')}${(parcel.kind === 'pickup' ? words.papersIn : words.resultOut)[locale]}: ${arrival}</span><span class="hint">${sayStatus(parcel, locale)}</span></li>`
}

/** Nothing when nothing travels. */
export function parcelsPanel({ staffCase, locale }: Seen): Html {
  if (staffCase.parcels.length === 0) return html``
  return panel({
    title: words.parcels[locale],
    id: 'buu-gui',
    body: html`<ul class="issued">${staffCase.parcels.map((parcel) => parcelLine(parcel, locale))}</ul>`
  })
}

export function readersPanel({ staffCase, locale }: Seen): Html {
  const lines = staffCase.readers
    .slice(0, 20)
    .map(({ name, at }) => html`<li><span>${name}</span><span class="hint">${formatInstant(at, locale)}</span></li>`)
  const body = lines.length > 0 ? html`<ul class="issued">${lines}</ul>` : html`<p class="muted">${words.noReaders[locale]}</p>`
  return html`<div class="readers" id="ai-da-xem">${fold(words.readers[locale], body)}</div>`
}

/** What was asked for, and whether it came. */
export function askedPanel({ staffCase, locale }: Seen): Html {
  const list = staffCase.requests.map((request) => {
    const answered = request.answeredAt ? `, ${fill(words.answered[locale], { at: formatInstant(request.answeredAt, locale) })}` : ''
    const by = fill(words.askedBy[locale], { name: request.askedBy, at: formatInstant(request.askedAt, locale) })
    const lines = request.reasons.map(({ paper, reason }) => html`<li lang="vi"><b>${paper}</b>: ${reason}</li>`)
    return html`<p class="hint">${by}${answered}</p><ul class="bullets">${lines}</ul>`
  })
  return list.length > 0 ? panel({ title: words.asked[locale], id: 'da-yeu-cau', body: html`${list}` }) : html``
}

/** Another open dossier of the same person and procedure is said before anything is done; it may be another agency's, so it is no link. */
export function twinsNote({ staffCase, locale }: Seen): Html {
  const { twins } = staffCase
  if (twins.length === 0) return html``
  const said = twins.map(
    ({ code: twin, state }) => `${shortCode(twin ?? '')} (${locale === 'vi' ? stateWords[state].desk : stateWords[state].en})`
  )
  return note('warn', said.join('; '), words.twins[locale])
}
