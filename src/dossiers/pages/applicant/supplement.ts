// The supplement: every reason at once, each with its place to upload, in one form. What was uploaded survives a mistake.
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { formatInstant } from '../../../kernel/time.ts'
import { csrfField, errorSummary, field } from '../../../web/components/form.ts'
import { uploadCard } from '../../../web/components/upload.ts'
import { citizenPage, type Frame } from '../../../web/layout.ts'
import { problemsOf } from '../../../web/request.ts'
import type { Dossier, SupplementRequest } from '../../store.ts'
import { dossierWords, todoWords as words } from '../../words/following.ts'

/** A file already taken for a reason, while another one had to be sent again. */
export type KeptFile = { slot: number; fileId: string; name: string }

export type SupplementForm = {
  dossier: Dossier
  request: SupplementRequest
  agencyName: string
  kept: readonly KeptFile[]
  note: string
  /** Sentences beside slots, by `reason.<n>`. */
  sentences: Readonly<Record<string, string>>
}

export const supplementTitle = ({ request }: Pick<SupplementForm, 'request'>, locale: Locale): string =>
  words.supplement[locale].replace('{n}', String(request.reasons.length))

function slot(index: number, form: SupplementForm, locale: Locale): Html {
  const { paper, reason } = form.request.reasons[index]!
  const name = `reason.${index}`
  const kept = form.kept.filter((file) => file.slot === index)
  const card = uploadCard({
    name,
    title: html`<span lang="vi">${paper}</span>`,
    locale,
    required: true,
    hint: html`<strong lang="vi">${reason}</strong>`,
    files: kept.map((file) => ({ name: file.name, href: `/tep/${file.fileId}` })),
    error: form.sentences[name],
    kept: { name: 'kept', prefix: `${index}:` },
    multiple: true
  })
  return html`${card}${kept.map((file) => html`<input type="hidden" name="kept" value="${index}:${file.fileId}">`)}`
}

/** The form itself: inside "what to do now" on the dossier, and alone on its own page. */
export function supplementForm(form: SupplementForm, { locale, csrf }: Frame): Html {
  const { dossier, request } = form
  const lead = words.supplementLead[locale].replace('{at}', formatInstant(request.askedAt, locale)).replace('{by}', request.askedBy)
  const message = request.note && html`<p><strong>${words.note[locale]}:</strong> <span lang="vi">${request.note}</span></p>`
  const restart = dossier.acceptedAt && html`<p class="hint">${words.clockStopped[locale]}</p>`
  const slots = html`<div class="ups">${request.reasons.map((_, index) => slot(index, form, locale))}</div>`
  const more = field({
    name: 'note',
    label: words.yourNote[locale],
    locale,
    type: 'textarea',
    rows: 3,
    value: form.note,
    hint: words.yourNoteHint[locale],
    optional: true
  })
  return html`<p>${lead}</p>${message}${restart}<form class="flow" method="post" action="/ho-so/${dossier.id}/bo-sung" enctype="multipart/form-data" novalidate>${csrfField(csrf)}${slots}${more}<button class="btn big block">${words.send[locale]}</button></form><p class="hint">${words.bringInstead[locale].replace('{agency}', form.agencyName)}</p>`
}

export function supplementPage({ form, refusal, ...frame }: Frame & { form: SupplementForm; refusal?: Refusal | undefined }): Html {
  const { locale } = frame
  const title = supplementTitle(form, locale)
  const problems = problemsOf(refusal, locale).map(({ field: name, sentence }) => {
    const reason = form.request.reasons[Number(name.split('.')[1])]
    return reason
      ? { field: name, sentence: `${reason.paper}: ${form.sentences[name] ?? sentence}` }
      : { field: name === 'papers' ? 'reason.0' : name, sentence }
  })
  const main = html`${errorSummary(problems, locale)}<header><p class="muted" lang="vi">${form.dossier.procedureName}</p><h1>${title}</h1></header>${supplementForm(form, frame)}`
  const back = { href: `/ho-so/${form.dossier.id}`, label: dossierWords.backTo[locale] }
  return citizenPage({ ...frame, title, main, back, error: refusal !== undefined })
}
