// Page 3: one card per paper. A file that was refused is named at its slot; the others are kept.
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { RequiredDocument } from '../../../procedures/queries.ts'
import { formNames } from '../../../procedures/words.ts'
import { papers as paperList } from '../../../web/components/catalogue.ts'
import { type UploadedFile, uploadCard } from '../../../web/components/upload.ts'
import { problemsOf } from '../../../web/request.ts'
import { paperWords as words } from '../../words/applicant.ts'
import { filingPage, type StepPage, stepForm } from './filing-frame.ts'
import { hintBox } from './parts.ts'

/** A file in its slot. */
export type PaperFile = { paperId: string; number: number; fileId: string; name: string; size: number }

type PapersPage = StepPage & {
  files: readonly PaperFile[] /** Sentences beside slots, by `paper.<number>`. */
  sentences: Readonly<Record<string, string>>
}

/** `1,8 MB`, `420 kB` */
function sizeWords(bytes: number, locale: Locale): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  return `${(bytes / 1_000_000).toFixed(1).replace('.', locale === 'vi' ? ',' : '.')} MB`
}

function tagOf({ form, copies }: RequiredDocument, locale: Locale): string {
  const name = formNames[form][locale]
  return copies > 1 ? `${name}, ${words.copiesNeeded[locale].replace('{n}', String(copies))}` : name
}

function slot(paper: RequiredDocument, { files, sentences, locale, filing }: PapersPage): Html {
  const name = `paper.${paper.number}`
  const shown = files
    .filter((file) => file.number === paper.number)
    .map(
      (file): UploadedFile => ({
        name: file.name,
        detail: sizeWords(file.size, locale),
        href: `/tep/${file.fileId}`,
        actions: html`<button class="linklike" name="remove" value="${file.paperId}">${words.remove[locale]}<span class="vh"> ${file.name}</span></button>`
      })
    )
  const condition = paper.condition && html`<span lang="vi">${words.onlyWhen[locale].replace('{when}', paper.condition)}</span>`
  return uploadCard({
    name,
    title: paper.name,
    locale,
    tag: tagOf(paper, locale),
    hint: condition || (paper.form === 'form' ? words.formHint[locale] : undefined),
    required: paper.required && !filing.draft.pickUp,
    files: shown,
    replace: shown.length > 0 ? { name: `replace.${paper.number}`, label: words.replaceAll[locale] } : undefined,
    error: sentences[name],
    reassurance: sentences[name] && words.kept[locale],
    multiple: true
  })
}

function onlyShown(documents: readonly RequiredDocument[], locale: Locale): Html {
  const list = documents.map(({ name }) => ({ name, icon: 'eye' as const, tag: formNames.present[locale] }))
  return html`<section class="flow"><h2>${words.present[locale]}</h2><p>${words.presentLead[locale]}</p>${paperList(list)}</section>`
}

export function papersPage(page: PapersPage): Html {
  const { locale, filing, refusal, sentences } = page
  const { documents, offering } = filing.view
  const toUpload = documents.filter(({ form }) => form !== 'present')
  const shown = documents.filter(({ form }) => form === 'present')
  const travels = filing.draft.pickUp ? hintBox(words.collected[locale]) : offering.postIn && hintBox(words.mayBeCollected[locale])
  const slots = html`<div class="ups">${toUpload.map((paper) => slot(paper, page))}</div>`
  const lead = toUpload.length > 0 ? html`<p>${words.lead[locale]}</p>${travels}` : html`<p>${words.none[locale]}</p>`
  const body = html`${lead}${stepForm(page, 'giay-to', slots, { files: true })}${shown.length > 0 && onlyShown(shown, locale)}`
  const problems = problemsOf(refusal, locale).map(({ field, sentence }) => {
    const name = documents.find(({ number }) => `paper.${number}` === field)?.name
    return { field, sentence: name ? `${name}: ${sentences[field] ?? sentence}` : sentence }
  })
  return filingPage({ ...page, step: 'giay-to', problems, body })
}
