// One procedure, understood before starting: what it costs, how long it takes, which papers, which ways; the law folded at the end.
import { askingWords, givingWords } from '../../helping/words.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Locale, Words } from '../../kernel/locale.ts'
import { formatMoney } from '../../kernel/money.ts'
import { type DayCell, dayCount, dueCard, reasons } from '../../web/components/calendar.ts'
import { fold, keyFacts, type Paper, papers, type WayCard, ways } from '../../web/components/catalogue.ts'
import { table } from '../../web/components/desk.ts'
import type { IconName } from '../../web/icons.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import type { CaseQuestion } from '../cases.ts'
import type { ProcedureView, RequiredDocument } from '../queries.ts'
import type { DocumentForm, FeeRule } from '../rules.ts'
import { channelNames, formNames } from '../words.ts'
import { casesHref } from './cases.ts'
import { costSection, timeSection } from './cost-and-time.ts'
import { applicantWords, feeSummary, feesInForce, inVietnamese, isFiledOnline, levelWords, payerWords, timeSummary } from './summary.ts'

const words = {
  allProcedures: { vi: 'Thủ tục', en: 'Procedures' },
  english: { vi: '', en: 'Names of procedures, papers and laws are in Vietnamese, as they stand on the official documents.' },
  forWhom: { vi: 'Dành cho', en: 'For' },
  fee: { vi: 'Lệ phí', en: 'Fee' },
  time: { vi: 'Thời gian', en: 'Time' },
  result: { vi: 'Ông/bà nhận được', en: 'You receive' },
  start: { vi: 'Bắt đầu nộp tại nhà', en: 'Start filing from home' },
  startHint: { vi: 'Dừng lúc nào cũng được, những gì đã điền được giữ lại.', en: 'Stop at any time; what you filled in is kept.' },
  sure: { vi: 'Chưa chắc đây là đúng thủ tục?', en: 'Not sure this is the right procedure?' },
  sureLink: { vi: 'Trả lời {} câu hỏi ngắn', en: 'Answer {} short questions' },
  deskFirst: { vi: 'Xem nơi nộp', en: 'See where to file' },
  papers: { vi: 'Ông/bà cần có', en: 'What you need' },
  noPapers: { vi: 'Không cần giấy tờ nào.', en: 'No papers are needed.' },
  onlyWhen: { vi: 'Chỉ cần thêm trong trường hợp', en: 'Only in these cases' },
  copies: { vi: '{} bản', en: '{} copies' },
  formHelp: {
    vi: 'Điền và ký trước. Mẫu có ở quầy một cửa.',
    en: 'Fill it in and sign it first. The blank is available at any desk.'
  },
  filledHere: {
    vi: 'Ông/bà trả lời từng câu, trang này điền thành tờ khai, không phải tải lên.',
    en: 'You answer the questions here and they become this form; nothing to upload.'
  },
  sample: { vi: 'Xem tờ khai mẫu đã điền (PDF)', en: 'See a filled-in example (PDF)' },
  presentHelp: { vi: 'Cho xem rồi cầm về, không phải nộp lại.', en: 'Shown and taken home again.' },
  certifiedHelp: {
    vi: 'Có thể đem bản sao cùng bản chính để cán bộ đối chiếu.',
    en: 'Or bring a plain copy with the original for the clerk to compare.'
  },
  today: { vi: 'Nộp hôm nay thì', en: 'If you file today' },
  due: { vi: 'có kết quả', en: 'the result is ready' },
  why: { vi: 'Vì sao là ngày này?', en: 'Why this day?' },
  dueNote: {
    vi: 'Chậm nhất là ngày này, nếu hôm nay cơ quan nhận đủ giấy tờ.',
    en: 'On this day at the latest, if the office has all the papers today.'
  },
  ways: { vi: 'Cách nộp', en: 'Ways to file' },
  online: { vi: 'Nộp trên trang này', en: 'On this site' },
  onlineCost: { vi: 'Không tốn công đi lại', en: 'No travel' },
  onlineText: {
    vi: 'Chụp giấy tờ bằng điện thoại hoặc tải tệp PDF. Theo dõi hồ sơ ngay trên trang.',
    en: 'Photograph the papers with your phone or upload PDFs. Follow the dossier here.'
  },
  onlineClosed: { vi: 'Thành phố chưa mở nộp qua mạng cho thủ tục này.', en: 'The city has not opened this procedure for online filing.' },
  post: { vi: 'Bưu điện đến nhà lấy', en: 'Collected by the post' },
  postCost: { vi: 'Trả cước bưu điện', en: 'Postage is charged' },
  postText: {
    vi: 'Bưu tá kiểm giấy theo danh sách trên, niêm phong trước mặt ông/bà. Ngày nộp tính khi quầy ký nhận.',
    en: 'The postman checks the papers against the list and seals them before you. The filing date is when the desk signs for them.'
  },
  postStart: { vi: 'Hẹn bưu điện đến lấy', en: 'Ask the post to come' },
  postClosed: { vi: 'Thủ tục này chưa nhận giấy tờ qua bưu điện.', en: 'This procedure does not take papers by post.' },
  desk: { vi: 'Đến quầy một cửa', en: 'At a one-stop desk' },
  deskCost: { vi: 'Cán bộ nhập giúp, không mất tiền công', en: 'The clerk fills it in for you, at no charge' },
  deskText: { vi: 'Mang đủ giấy tờ trên đến', en: 'Bring the papers above to the' },
  places: { vi: 'Xem nơi nộp và giờ mở cửa', en: 'Places and opening hours' },
  resultAtDesk: { vi: 'Kết quả nhận tại quầy', en: 'The result is collected at the desk' },
  resultByPost: { vi: 'bưu điện đưa đến nhà', en: 'brought home by the post' },
  resultAsFile: { vi: 'tải tệp có chữ ký số', en: 'downloaded as a signed file' },
  or: { vi: ' hoặc ', en: ' or ' },
  inPerson: { vi: 'Chính người có tên phải nhận và ký.', en: 'The person named must receive it and sign.' },
  tariff: { vi: 'Mức thu đầy đủ', en: 'The full tariff' },
  what: { vi: 'Khoản thu', en: 'Charge' },
  amount: { vi: 'Mức', en: 'Amount' },
  payer: { vi: 'Người nộp', en: 'Payer' },
  way: { vi: 'Cách nộp', en: 'Filed' },
  anyWay: { vi: 'Mọi cách', en: 'Any way' },
  law: { vi: 'Căn cứ pháp luật và mã thủ tục', en: 'Legal basis and code' },
  code: { vi: 'Mã thủ tục', en: 'Code' },
  sector: { vi: 'Lĩnh vực', en: 'Sector' },
  decides: { vi: 'Nơi giải quyết', en: 'Decided by' },
  unsure: {
    vi: 'Một phần thông tin ở đây đang được kiểm tra lại với văn bản gốc. Xin hỏi 1022 trước khi đi.',
    en: 'Part of this is being checked against the official text. Call 1022 before you go.'
  }
} satisfies Record<string, Words>

export type ProcedureFacts = {
  view: ProcedureView
  /** The day the page is drawn: fees are those of this day. */
  on: Temporal.PlainDate
  /** What to ask before the start; most procedures have nothing to ask. */
  questions?: readonly CaseQuestion[]
  /** The department that decides, when one is named. */
  agencyName?: string | undefined
  /** Where filing starts; procedures taken neither online nor by post do not link there. */
  startHref: string
  /** Received now, until when: from the due-date calculator. Left out when it cannot be counted. */
  due?: { day: Temporal.PlainDate; sentences: readonly string[]; cells: readonly DayCell[] } | undefined
}

const fill = (sentence: Words, locale: Locale, value: string | number) => sentence[locale].replace('{}', String(value))

const paperHelp: Partial<Record<DocumentForm, Words>> = {
  form: words.formHelp,
  present: words.presentHelp,
  certified_copy: words.certifiedHelp
}
const paperIcon: Partial<Record<DocumentForm, IconName>> = { form: 'pen', present: 'person' }

/** Of the paper that the filing itself makes: how it looks when filled, to read before starting. */
function sampleLink({ procedure, version }: ProcedureView, { number }: RequiredDocument, locale: Locale): Html | undefined {
  if (version.form?.paper !== number) return undefined
  const href = `/thu-tuc/${encodeURIComponent(procedure.code)}/mau-da-dien`
  return html`${words.filledHere[locale]} <a href="${href}">${words.sample[locale]}</a>`
}

function paperOf(view: ProcedureView, document: RequiredDocument, locale: Locale): Paper {
  const tag = [formNames[document.form][locale], document.copies > 1 && fill(words.copies, locale, document.copies)]
    .filter(Boolean)
    .join(' · ')
  return {
    name: inVietnamese(document.name, locale),
    tag,
    text: sampleLink(view, document, locale) ?? paperHelp[document.form]?.[locale],
    icon: paperIcon[document.form]
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function papersSection(view: ProcedureView, locale: Locale): Html {
  const { documents } = view
  const always = documents.filter((document) => document.required)
  const sometimes = documents.filter((document) => !document.required)
  const list =
    always.length > 0 ? papers(always.map((document) => paperOf(view, document, locale))) : html`<p>${words.noPapers[locale]}</p>`
  const folds = sometimes.map((document) =>
    fold(inVietnamese(capital(document.condition ?? document.name), locale), papers([paperOf(view, document, locale)]))
  )
  return html`<section class="flow"><h2>${words.papers[locale]}</h2>${list}${folds.length > 0 && html`<h3>${words.onlyWhen[locale]}</h3><div>${folds}</div>`}</section>`
}

function receivers({ offerings, version }: ProcedureView, agencyName: string | undefined, locale: Locale): string {
  const levels = [...new Set([version.level, ...offerings.map((offering) => offering.level)])]
  const names = levels.map((level) => (level === 'department' && agencyName ? agencyName : levelWords[level][locale]))
  return names.join(locale === 'vi' ? ' hoặc ' : ' or ')
}

function wayCards(facts: ProcedureFacts, locale: Locale): WayCard[] {
  const { view, startHref } = facts
  const online = view.offerings.some(isFiledOnline)
  const byPost = view.offerings.some((offering) => offering.postIn)
  const onlineCard: WayCard = online
    ? {
        title: words.online[locale],
        icon: 'handset',
        cost: words.onlineCost[locale],
        text: words.onlineText[locale],
        action: { href: startHref, label: words.start[locale] },
        best: true
      }
    : { title: words.online[locale], icon: 'handset', text: words.onlineClosed[locale], closed: true }
  const postCard: WayCard = byPost
    ? {
        title: words.post[locale],
        icon: 'van',
        cost: words.postCost[locale],
        text: words.postText[locale],
        action: { href: startHref, label: words.postStart[locale] },
        best: !online
      }
    : { title: words.post[locale], icon: 'van', text: words.postClosed[locale], closed: true }
  const place = receivers(view, facts.agencyName, locale)
  const deskCard: WayCard = {
    title: words.desk[locale],
    icon: 'desk',
    cost: words.deskCost[locale],
    text: html`${words.deskText[locale]} ${place}.`,
    action: { href: '/noi-nop', label: words.places[locale] },
    best: !online && !byPost
  }
  return [onlineCard, postCard, deskCard]
}

function resultWay({ view }: ProcedureFacts, locale: Locale): string {
  const ways = [words.resultAtDesk[locale]]
  if (view.offerings.some((offering) => offering.postOut)) ways.push(words.resultByPost[locale])
  // Level 4 (NĐ 43/2011 Đ3.4): only then is the result itself returned online.
  if (view.offerings.some((offering) => offering.onlineLevel >= 4)) ways.push(words.resultAsFile[locale])
  const last = ways.pop()!
  const way = `${ways.length > 0 ? `${ways.join(', ')}${words.or[locale]}${last}` : last}.`
  return view.version.proofProfile === 'in_person' ? `${way} ${words.inPerson[locale]}` : way
}

function tariff(fees: readonly FeeRule[], locale: Locale): Html {
  if (fees.length === 0) return html``
  const rows = fees.map((fee) => ({
    cells: [
      html`${inVietnamese(fee.name, locale)}${fee.condition && html`<small>${inVietnamese(fee.condition, locale)}</small>`}`,
      html`<span class="num">${formatMoney(fee.amount)}</span><small>/ ${inVietnamese(fee.unit, locale)}</small>`,
      payerWords[fee.payerGroup][locale],
      fee.channel ? channelNames[fee.channel][locale] : words.anyWay[locale],
      inVietnamese(fee.legalBasis, locale)
    ]
  }))
  const columns = [words.what, words.amount, words.payer, words.way, words.law].map((title, i) => ({
    title: i === 4 ? { vi: 'Văn bản', en: 'Text' }[locale] : title[locale]
  }))
  return fold(words.tariff[locale], table({ caption: words.tariff[locale], columns, rows }), { id: 'muc-thu' })
}

function law({ view, agencyName }: ProcedureFacts, locale: Locale): Html {
  const { version, procedure, sector } = view
  const decides = version.level === 'department' && agencyName ? agencyName : levelWords[version.level][locale]
  const unsure = version.certainty === 'unsure' && html`<p class="hint">${words.unsure[locale]}</p>`
  const list = html`<dl class="kv small"><dt>${words.code[locale]}</dt><dd>${procedure.code}</dd><dt>${words.sector[locale]}</dt><dd>${inVietnamese(sector.name, locale)}</dd><dt>${words.decides[locale]}</dt><dd>${inVietnamese(decides, locale)}</dd><dt>${{ vi: 'Căn cứ', en: 'Basis' }[locale]}</dt><dd>${inVietnamese(version.legalBasis, locale)}</dd></dl>`
  return fold(words.law[locale], html`${list}${unsure}`)
}

function dueSection({ due }: ProcedureFacts, locale: Locale): Html {
  if (!due) return html``
  const card = dueCard(due.day, locale, html`<b>${words.due[locale]}</b><p class="small muted">${words.dueNote[locale]}</p>`)
  const count = due.cells.length <= 42 ? dayCount(due.cells, locale) : html``
  return html`<section class="flow aside" aria-labelledby="nop-hom-nay"><h2 id="nop-hom-nay">${words.today[locale]}</h2>${card}${fold(words.why[locale], html`${count}${reasons(due.sentences)}`, { open: due.cells.length <= 21 })}</section>`
}

/** Done by somebody else, or for somebody else. */
function together(procedure: string, locale: Locale): Html {
  const asked = `thu-tuc=${encodeURIComponent(procedure)}`
  return html`<p class="cluster"><a href="/nho-giup/moi?${asked}">${askingWords.title[locale]}</a><a href="/giup-nguoi-khac/moi?${asked}">${givingWords.newTitle[locale]}</a></p>`
}

function head(facts: ProcedureFacts, fees: readonly FeeRule[], locale: Locale): Html {
  const { version, offerings } = facts.view
  const fee = feeSummary(fees, locale)
  const time = timeSummary(version.processingTime, locale)
  const keys = keyFacts([
    { label: words.fee[locale], value: fee.value, detail: fee.detail },
    { label: words.time[locale], value: time.value, detail: time.detail },
    { label: words.result[locale], value: inVietnamese(version.resultName, locale), detail: resultWay(facts, locale), full: true }
  ])
  const label = offerings.some(isFiledOnline) ? words.start : offerings.some((offering) => offering.postIn) ? words.postStart : undefined
  const count = facts.questions?.length ?? 0
  // Whoever is in the wrong place learns it before the first field, not from a refusal.
  const first = count > 0 ? casesHref(facts.view.procedure.code) : facts.startHref
  const sure = count > 0 && !label && html`<p>${words.sure[locale]} <a href="${first}">${fill(words.sureLink, locale, count)}</a>.</p>`
  const start = label
    ? html`<p><a class="btn big block" href="${first}">${label[locale]}</a></p><p class="hint">${words.startHint[locale]}</p>${together(facts.view.procedure.code, locale)}`
    : html`<p><a class="btn big block" href="/noi-nop">${words.deskFirst[locale]}</a></p>${sure}`
  const who = version.applicantKinds.map((kind) => applicantWords[kind][locale]).join(', ')
  return html`<header class="flow"><h1>${inVietnamese(version.name, locale)}</h1><p class="muted">${words.forWhom[locale]}: ${who}</p>${words.english[locale] && html`<p class="hint">${words.english[locale]}</p>`}${keys}${start}</header>`
}

export function procedurePage({ facts, ...frame }: Frame & { facts: ProcedureFacts }): Html {
  const { locale } = frame
  const { view } = facts
  const fees = feesInForce(view.fees, facts.on)
  const left = html`<div class="flow-lg">${head(facts, fees, locale)}${papersSection(view, locale)}${costSection(view, facts.on, locale)}${timeSection(view, locale)}</div>`
  const main = html`<div class="split">${left}${dueSection(facts, locale)}</div><section class="flow section"><h2>${words.ways[locale]}</h2>${ways(wayCards(facts, locale))}<div>${tariff(fees, locale)}${law(facts, locale)}</div></section>`
  const breadcrumbs = [
    { href: '/thu-tuc', label: words.allProcedures[locale] },
    { href: `/thu-tuc#${view.sector.code}`, label: inVietnamese(view.sector.name, locale) }
  ]
  return citizenPage({ ...frame, title: view.version.name, main, wide: true, breadcrumbs })
}
