// The frame of every page of a filing: where one is, what is saved, what is wrong, and one button that goes on.
import { type Html, type HtmlValue, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { formatTime } from '../../../kernel/time.ts'
import type { ProcedureView } from '../../../procedures/queries.ts'
import { csrfField, errorSummary, type FieldProblem } from '../../../web/components/form.ts'
import { steps } from '../../../web/components/steps.ts'
import { citizenPage, type Frame } from '../../../web/layout.ts'
import { type FilingStep, filingSteps } from '../../filing-form.ts'
import type { Dossier } from '../../store.ts'
import { stepTitles, filingWords as words } from '../../words/applicant.ts'

/** A draft as its pages need it. */
export type Filing = {
  draft: Dossier
  view: ProcedureView
  agencyName: string
  /** Pages that were answered and hold no error. */
  done: ReadonlySet<FilingStep>
  /** The page was opened from the check: it goes back there. */
  fromReview: boolean
}

export type StepPage = Frame & { filing: Filing; refusal?: Refusal | undefined }

export const stepHref = (draftId: string, step: FilingStep): string => `/ho-so/${draftId}/nop/${step}`

function stepList({ draft, done }: Filing, current: FilingStep, locale: Locale): Html {
  const ready = filingSteps.slice(0, -1).every((step) => done.has(step))
  const list = filingSteps.map((step) => {
    const href = stepHref(draft.id, step)
    const title = stepTitles[step][locale]
    if (step === current) return { title, state: 'doing' as const }
    if (step === 'xem-lai' && !ready) return { title, state: 'blocked' as const }
    return { title, href, state: done.has(step) ? ('done' as const) : ('todo' as const) }
  })
  return steps(list, locale)
}

function backTo(filing: Filing, current: FilingStep, locale: Locale) {
  const before = filingSteps[filingSteps.indexOf(current) - 1]
  if (!before) return { href: '/ho-so', label: words.backMine[locale] }
  return { href: stepHref(filing.draft.id, before), label: words.backTo[locale].replace('{title}', stepTitles[before][locale]) }
}

/** "Đã lưu nháp lúc 14:05.", once there is something to keep. */
function savedAt(draft: Dossier, locale: Locale): Html {
  const isNew = draft.answers['seen'] === undefined
  return html`${!isNew && html`<p class="hint" role="status">${words.saved[locale].replace('{time}', formatTime(draft.updatedAt))}</p>`}`
}

type Step = StepPage & { step: FilingStep; problems: readonly FieldProblem[]; body: HtmlValue }

/** A page of the filing around its own content; `body` holds the form or forms. */
export function filingPage({ filing, step, problems, body, refusal: _, ...frame }: Step): Html {
  const { locale } = frame
  const { draft } = filing
  const title = stepTitles[step][locale]
  const head = html`<p class="muted"><span lang="vi">${draft.procedureName}</span> · ${words.sentTo[locale].replace('{agency}', filing.agencyName)}</p>`
  const main = html`${errorSummary(problems, locale)}${stepList(filing, step, locale)}<header>${head}<h1>${title}</h1></header>${savedAt(draft, locale)}${body}`
  return citizenPage({
    ...frame,
    title: `${title} – ${draft.procedureName}`,
    main,
    error: problems.length > 0,
    back: backTo(filing, step, locale)
  })
}

/** The form of one page: kept where it was opened from, sent with one button; the second saves without checking. */
export function stepForm(page: StepPage, step: FilingStep, fields: HtmlValue, options: { files?: boolean } = {}): Html {
  const { locale, filing } = page
  const kind = options.files ? html` enctype="multipart/form-data"` : ''
  const label = filing.fromReview ? words.toReview : words.next
  return html`<form class="flow-lg" method="post" action="${stepHref(filing.draft.id, step)}"${kind} novalidate>${csrfField(page.csrf)}${filing.fromReview && html`<input type="hidden" name="ve" value="xem-lai">`}<div class="fields">${fields}</div><div class="cluster"><button class="btn big block" name="after" value="next">${label[locale]}</button><button class="btn quiet" name="after" value="later">${words.later[locale]}</button></div></form>`
}
