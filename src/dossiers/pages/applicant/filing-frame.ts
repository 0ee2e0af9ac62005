// The frame of every page of a filing: where one is, what is saved, what is wrong, and one button that goes on.
import { givingWords } from '../../../helping/words.ts'
import { type Html, type HtmlValue, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { formatTime } from '../../../kernel/time.ts'
import type { ProcedureView, RequiredDocument } from '../../../procedures/queries.ts'
import { csrfField, errorSummary, type FieldProblem } from '../../../web/components/form.ts'
import { note } from '../../../web/components/status.ts'
import { type Step, steps } from '../../../web/components/steps.ts'
import { citizenPage, type Frame } from '../../../web/layout.ts'
import { type FilingStep, pageOfStep } from '../../filing-answers.ts'
import type { Dossier } from '../../store.ts'
import { stepTitles, filingWords as words } from '../../words/applicant.ts'

/** A draft as its pages need it. */
export type Filing = {
  draft: Dossier
  /** With the papers that these answers need. */
  view: ProcedureView
  /** The paper that is made from the answers; nobody uploads it. */
  ownPaper?: RequiredDocument | undefined
  agencyName: string
  /** All steps, as the answers have it now. */
  steps: readonly FilingStep[]
  /** Pages that were answered and hold no error. */
  done: ReadonlySet<FilingStep>
  /** The page was opened from the check: it goes back there. */
  fromReview: boolean
  /** This page as it was opened: it may save again and again, an older one may not. */
  pageId: string
}

export type StepPage = Frame & { filing: Filing; refusal?: Refusal | undefined }

/** Where a draft is resumed, and how much of it is left. */
export const draftHref = (draftId: string): string => `/ho-so/${draftId}/nop`
export const stepHref = (draftId: string, step: FilingStep): string => `${draftHref(draftId)}/${step}`

/** What a step is called: pages of the form by their own title. */
export function stepTitle(view: ProcedureView, step: FilingStep, locale: Locale): string {
  const page = pageOfStep(view, step)
  return page ? page.title[locale] : stepTitles[step as keyof typeof stepTitles][locale]
}

/** Every step with its state; the check is closed until all others are done. */
export function stepStates({ draft, view, steps: all, done }: Filing, locale: Locale): (Step & { step: FilingStep })[] {
  const ready = all.slice(0, -1).every((step) => done.has(step))
  return all.map((step) => {
    const title = stepTitle(view, step, locale)
    if (step === 'xem-lai' && !ready) return { step, title, state: 'blocked' }
    const state = done.has(step) ? 'done' : draft.seen[step] ? 'doing' : 'todo'
    return { step, title, state, href: stepHref(draft.id, step) }
  })
}

function stepList(filing: Filing, current: FilingStep, locale: Locale): Html {
  const list = stepStates(filing, locale).map(({ step, ...shown }) => {
    if (step === current) return { title: shown.title, state: 'doing' as const }
    // On these pages only the step at hand is "being done".
    return shown.state === 'doing' ? { ...shown, state: 'todo' as const } : shown
  })
  return steps(list, locale)
}

function backTo({ draft, view, steps: all, fromReview }: Filing, current: FilingStep, { locale, helping }: Frame) {
  const before = fromReview && current !== 'xem-lai' ? 'xem-lai' : all[all.indexOf(current) - 1]
  if (!before)
    return helping ? { href: '/giup-nguoi-khac', label: givingWords.title[locale] } : { href: '/ho-so', label: words.backMine[locale] }
  return { href: stepHref(draft.id, before), label: words.backTo[locale].replace('{title}', stepTitle(view, before, locale)) }
}

/** "Đã lưu nháp lúc 14:05.", once there is something to keep; the script says here what it saved. */
function savedAt({ revision, updatedAt }: Dossier, locale: Locale): Html {
  const said = revision > 0 && words.saved[locale].replace('{time}', formatTime(updatedAt))
  return html`<p class="hint" role="status" data-saved>${said}</p>`
}

/** Two ways on after the page was saved elsewhere; neither loses anything unasked. */
const changedNote = (href: string, locale: Locale): Html =>
  note('warn', html`${words.changedDo[locale]} <a href="${href}">${words.reload[locale]}</a>`, words.changedTitle[locale])

type StepBody = StepPage & { step: FilingStep; problems: readonly FieldProblem[]; body: HtmlValue; hint?: string | undefined }

/** A page of the filing around its own content; `body` holds the form or forms. */
export function filingPage({ filing, step, problems, body, hint, refusal, ...frame }: StepBody): Html {
  const { locale } = frame
  const { draft } = filing
  const title = stepTitle(filing.view, step, locale)
  const head = html`<p class="muted"><span lang="vi">${draft.procedureName}</span> · ${words.sentTo[locale].replace('{agency}', filing.agencyName)}</p>`
  const main = html`${errorSummary(problems, locale)}${stepList(filing, step, locale)}<header>${head}<h1>${title}</h1>${hint && html`<p class="lead">${hint}</p>`}</header>${savedAt(draft, locale)}${refusal?.code === 'DRAFT_CHANGED_ELSEWHERE' && changedNote(stepHref(draft.id, step), locale)}${body}`
  return citizenPage({
    ...frame,
    title: `${title} – ${draft.procedureName}`,
    main,
    error: problems.length > 0,
    back: backTo(filing, step, frame)
  })
}

type FormOptions = { files?: boolean /** What is typed is saved in the background. */; autosave?: boolean }

/** The form of one page: kept where it was opened from, sent with one button; the second saves without checking. */
export function stepForm(page: StepPage, step: FilingStep, fields: HtmlValue, { files, autosave }: FormOptions = {}): Html {
  const { locale, filing } = page
  const { draft, fromReview, pageId } = filing
  const action = stepHref(draft.id, step)
  const kind = html`${files && html` enctype="multipart/form-data"`}${autosave && html` data-autosave="${action}/tu-luu"`}`
  const opened = html`<input type="hidden" name="_revision" value="${draft.revision}"><input type="hidden" name="_page" value="${pageId}">${fromReview && html`<input type="hidden" name="ve" value="xem-lai">`}`
  const label = fromReview ? words.toReview : words.next
  return html`<form class="flow-lg" method="post" action="${action}"${kind} novalidate>${csrfField(page.csrf)}${opened}<div class="fields">${fields}</div><div class="cluster"><button class="btn big block" name="after" value="next">${label[locale]}</button><button class="btn quiet" name="after" value="later">${words.later[locale]}</button></div></form>`
}
