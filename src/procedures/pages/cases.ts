// "Am I in the right place": a few plain questions before the start, and where the answers lead. One page, no script.
import { type Html, html } from '../../kernel/html.ts'
import type { Words } from '../../kernel/locale.ts'
import { choice, errorSummary } from '../../web/components/form.ts'
import { note } from '../../web/components/status.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import type { CaseQuestion, Verdict } from '../cases.ts'
import type { ProcedureView } from '../queries.ts'
import { inVietnamese, isFiledOnline, procedureHref } from './summary.ts'

const words = {
  title: { vi: 'Có đúng việc của ông/bà không?', en: 'Is this the right procedure for you?' },
  lead: {
    vi: 'Trả lời {n} câu để không phải nộp lại. Câu trả lời không được giữ.',
    en: 'Answer {n} questions so that you need not file twice. The answers are not kept.'
  },
  leadOne: {
    vi: 'Trả lời một câu để không phải nộp lại. Câu trả lời không được giữ.',
    en: 'Answer one question so that you need not file twice. The answer is not kept.'
  },
  see: { vi: 'Xem tôi làm thủ tục nào', en: 'See which procedure I need' },
  skip: { vi: 'Tôi biết chắc, bắt đầu nộp luôn', en: 'I am sure; start filing' },
  skipDesk: { vi: 'Tôi biết chắc, xem nơi nộp', en: 'I am sure; see where to file' },
  choose: { vi: 'Chọn một câu trả lời cho câu {n}', en: 'Choose an answer to question {n}' },
  here: { vi: 'Đúng rồi, ông/bà làm thủ tục này.', en: 'Yes, this is the procedure you need.' },
  start: { vi: 'Bắt đầu nộp', en: 'Start filing' },
  desk: { vi: 'Xem nơi nộp và giờ mở cửa', en: 'See places and opening hours' },
  papers: { vi: 'Xem lại giấy tờ cần có', en: 'See the papers you need' },
  other: { vi: 'Việc của ông/bà là một thủ tục khác', en: 'You need another procedure' },
  goOther: { vi: 'Xem thủ tục', en: 'See the procedure' },
  no: { vi: 'Việc này chưa làm được ở đây', en: 'This cannot be done here' },
  because: { vi: 'Ông/bà đã trả lời', en: 'You answered' },
  ask: { vi: 'Hỏi thêm: gọi 1022.', en: 'Any questions: call 1022.' },
  change: { vi: 'Sửa câu trả lời', en: 'Change your answers' }
} satisfies Record<string, Words>

export const casesHref = (code: string): string => `${procedureHref(code)}/dung-viec`

export type CasesPage = Frame & {
  view: ProcedureView
  questions: readonly CaseQuestion[]
  given: ReadonlyMap<number, number>
  /** Undefined while nothing was answered yet. */
  verdict: Verdict | undefined
  /** Name of the procedure the answers lead to. */
  otherName: string | undefined
}

const mayStart = ({ offerings }: ProcedureView) => offerings.some((offering) => isFiledOnline(offering) || offering.postIn)

const startHref = (view: ProcedureView) => (mayStart(view) ? `/nop/${encodeURIComponent(view.procedure.code)}` : '/noi-nop')

function form({ view, questions, given, verdict, locale }: CasesPage): Html {
  const missing = new Set(verdict?.kind === 'unanswered' ? verdict.missing : [])
  const error = (number: number) => (missing.has(number) ? words.choose[locale].replace('{n}', String(number)) : undefined)
  const problems = [...missing].map((number) => ({ field: `c${number}`, sentence: error(number)! }))
  const list = questions.map(({ number, asks, answers }) =>
    choice({
      name: `c${number}`,
      legend: `${questions.length > 1 ? `${number}. ` : ''}${asks[locale]}`,
      locale,
      checked: String(given.get(number) ?? ''),
      error: error(number),
      options: answers.map(({ answer, says }) => ({ value: String(answer), label: says[locale] }))
    })
  )
  const lead = questions.length === 1 ? words.leadOne[locale] : words.lead[locale].replace('{n}', String(questions.length))
  const skip = mayStart(view) ? words.skip : words.skipDesk
  return html`${errorSummary(problems, locale)}<h1>${words.title[locale]}</h1><p>${inVietnamese(view.version.name, locale)}</p><p class="hint">${lead}</p><form method="get" action="${casesHref(view.procedure.code)}" class="flow" novalidate>${list}<p><button class="btn" name="xem" value="1">${words.see[locale]}</button></p></form><p><a href="${startHref(view)}">${skip[locale]}</a></p>`
}

function here({ view, locale }: CasesPage): Html {
  const start = mayStart(view) ? words.start : words.desk
  return html`<h1><span role="status">${words.here[locale]}</span></h1><p>${inVietnamese(view.version.name, locale)}</p><p><a class="btn big" href="${startHref(view)}">${start[locale]}</a></p><p><a href="${procedureHref(view.procedure.code)}">${words.papers[locale]}</a></p>`
}

function elsewhere({ locale, otherName }: CasesPage, { answer, question }: Extract<Verdict, { kind: 'elsewhere' }>): Html {
  const isOther = answer.other !== null && otherName !== undefined
  const said = html`<p class="muted">${words.because[locale]}: ${question.asks[locale]} <b>${answer.says[locale]}</b></p>`
  const advice = answer.advice && (isOther ? html`<p>${answer.advice[locale]}</p>` : note('warn', answer.advice[locale]))
  const way = isOther
    ? html`<p>${inVietnamese(otherName, locale)}</p><p><a class="btn" href="${procedureHref(answer.other!)}">${words.goOther[locale]}</a></p>`
    : html`<p><a href="tel:1022">${words.ask[locale]}</a></p>`
  return html`<h1><span role="status">${(isOther ? words.other : words.no)[locale]}</span></h1>${said}${advice}${way}`
}

function changeLink({ view, given, locale }: CasesPage): Html {
  const answers = [...given].filter(([, answer]) => answer > 0).map(([number, answer]) => [`c${number}`, String(answer)])
  return html`<p><a href="${casesHref(view.procedure.code)}?${new URLSearchParams(answers).toString()}">${words.change[locale]}</a></p>`
}

export function casesPage(page: CasesPage): Html {
  const { locale, view, verdict } = page
  const isOpen = verdict === undefined || verdict.kind === 'unanswered'
  const main = isOpen ? form(page) : html`${verdict.kind === 'here' ? here(page) : elsewhere(page, verdict)}${changeLink(page)}`
  const back = { href: procedureHref(view.procedure.code), label: inVietnamese(view.version.name, locale) }
  return citizenPage({ ...page, title: `${words.title[locale]} ${view.version.name}`, main, back, error: verdict?.kind === 'unanswered' })
}
