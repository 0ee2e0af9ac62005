// Page 3: one card per paper. A file that was refused is named at its slot; the others are kept.
import { expiryOf, limitWords, maxBytes, maxFormBytes } from '../../../files/rules.ts'
import type { LockerPaper } from '../../../files/store.ts'
import { lockerWords } from '../../../files/words.ts'
import { fold } from '../../../kernel/fold.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { formatDay } from '../../../kernel/time.ts'
import type { RequiredDocument } from '../../../procedures/queries.ts'
import { formNames } from '../../../procedures/words.ts'
import { papers as paperList } from '../../../web/components/catalogue.ts'
import { choice } from '../../../web/components/form.ts'
import { chip } from '../../../web/components/status.ts'
import { type UploadedFile, uploadCard } from '../../../web/components/upload.ts'
import { problemsOf } from '../../../web/request.ts'
import { paperWords as words } from '../../words/applicant.ts'
import { filingPage, type StepPage, stepForm } from './filing-frame.ts'
import { ownPaperNote } from './own-paper.ts'
import { hintBox } from './parts.ts'

/** A file in its slot. */
export type PaperFile = { paperId: string; number: number; fileId: string; name: string; size: number }

type OwnPaper = Pick<LockerPaper, 'id' | 'name' | 'number' | 'expiresOn'>

type PapersPage = StepPage & {
  files: readonly PaperFile[]
  /** Papers the person keeps in "Giấy tờ của tôi", and results the city issued to them. */
  own: readonly OwnPaper[]
  today: Temporal.PlainDate
  /** Sentences beside slots, by `paper.<number>`. */
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

const mostOffered = 12

/** The same kind of paper first: called the same, or one name within the other. */
function offered(paper: RequiredDocument, own: readonly OwnPaper[]): readonly OwnPaper[] {
  const wanted = fold(paper.name)
  const isSame = ({ name }: OwnPaper) => wanted.includes(fold(name)) || fold(name).includes(wanted)
  return own.toSorted((a, b) => Number(isSame(b)) - Number(isSame(a))).slice(0, mostOffered)
}

/** One's own papers to choose from; an expired one says so in the words of its box. */
function reuse(paper: RequiredDocument, { own, today, locale }: PapersPage): Html | undefined {
  if (own.length === 0) return undefined
  const options = offered(paper, own).map(({ id, name, number, expiresOn }) => {
    const isExpired = expiryOf(expiresOn, today) === 'expired'
    const until = expiresOn && (isExpired ? words.reuseExpired : words.reuseUntil)[locale].replace('{day}', formatDay(expiresOn))
    const about = [number && words.reuseNumber[locale].replace('{number}', number), until].filter(Boolean).join(', ')
    const label = html`<span lang="vi">${name}</span>${isExpired && html` ${chip('err', 'warning', lockerWords.expired[locale])}`}`
    return { value: id, label, hint: about }
  })
  const which = html`<span class="vh">: <span lang="vi">${paper.name}</span></span>`
  const legend = html`${words.reuse[locale]}${which}`
  const hint = words.reuseHint[locale]
  const list = choice({ name: `reuse.${paper.number}`, legend, hideLegend: true, hint, locale, options, several: true })
  return html`<details class="reuse"><summary>${words.reuse[locale]}${which}</summary>${list}</details>`
}

/** The pages that lie here already can be joined at any time. */
function joinButton({ number, name }: RequiredDocument, count: number, locale: Locale): Html {
  const label = words.joinNow[locale].replace('{n}', String(count))
  return html`${count > 1 && html`<p><button class="btn plain" name="joinNow" value="${number}">${label}<span class="vh">: ${name}</span></button></p>`}`
}

function slot(paper: RequiredDocument, page: PapersPage): Html {
  const { files, sentences, locale, filing } = page
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
    title: html`<span lang="vi">${paper.name}</span>`,
    locale,
    tag: tagOf(paper, locale),
    hint: condition || (paper.form === 'form' ? words.formHint[locale] : undefined),
    required: paper.required && !filing.draft.pickUp,
    files: shown,
    kept: { name: `kept.${paper.number}` },
    join: { name: `join.${paper.number}`, label: words.join[locale] },
    after: html`${joinButton(paper, shown.length, locale)}${reuse(paper, page)}`,
    replace: shown.length > 0 ? { name: `replace.${paper.number}`, label: words.replaceAll[locale] } : undefined,
    error: sentences[name],
    reassurance: sentences[name] && words.kept[locale],
    multiple: true
  })
}

function onlyShown(documents: readonly RequiredDocument[], locale: Locale): Html {
  const list = documents.map(({ name }) => ({
    name: html`<span lang="vi">${name}</span>`,
    icon: 'eye' as const,
    tag: formNames.present[locale]
  }))
  return html`<section class="flow"><h2>${words.present[locale]}</h2><p>${words.presentLead[locale]}</p>${paperList(list)}</section>`
}

export function papersPage(page: PapersPage): Html {
  const { locale, filing, refusal, sentences } = page
  const { documents, offering } = filing.view
  const toUpload = documents.filter(({ form }) => form !== 'present')
  const shown = documents.filter(({ form }) => form === 'present')
  const travels = filing.draft.pickUp ? hintBox(words.collected[locale]) : offering.postIn && hintBox(words.mayBeCollected[locale])
  const slots = html`<div class="ups">${toUpload.map((paper) => slot(paper, page))}</div>`
  const lead =
    toUpload.length > 0
      ? html`<p>${words.lead[locale].replace('{limit}', limitWords(maxBytes))}</p><noscript><p>${words.formLimit[locale].replace('{limit}', limitWords(maxFormBytes))}</p></noscript>${travels}`
      : html`<p>${words.none[locale]}</p>`
  const body = html`${ownPaperNote(filing, locale)}${lead}${stepForm(page, 'giay-to', slots, { files: true })}${shown.length > 0 && onlyShown(shown, locale)}`
  const problems = problemsOf(refusal, locale).map(({ field, sentence }) => {
    const name = documents.find(({ number }) => `paper.${number}` === field)?.name
    return { field, sentence: name ? `${name}: ${sentences[field] ?? sentence}` : sentence }
  })
  return filingPage({ ...page, step: 'giay-to', problems, body })
}
