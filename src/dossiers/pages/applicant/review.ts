// Page 5: everything once more, each answer with its way back; fees, what happens next, the declaration, and one act.
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { formNames } from '../../../procedures/words.ts'
import { type Pair, pairs } from '../../../web/components/desk.ts'
import { csrfField, errorMessage, type FieldProblem } from '../../../web/components/form.ts'
import { type FilingStep, whomOf } from '../../filing-form.ts'
import type { FeeLine, Party, PostalAddress } from '../../types.ts'
import { deliveryWords, filingWords, matterWords, whoWords, reviewWords as words } from '../../words/applicant.ts'
import { type Filing, filingPage, type StepPage, stepHref } from './filing-frame.ts'
import type { PaperFile } from './papers.ts'
import { feeTable, sayBorn } from './parts.ts'

type ReviewPage = StepPage & {
  files: readonly PaperFile[]
  fees: readonly FeeLine[]
  /** Sentences of what happens next. */
  next: readonly string[]
  problems: readonly FieldProblem[]
  /** The declaration was ticked before something else had to be mended. */
  declared: boolean
}

/** A way back to the page of this answer; it returns here after the change. */
function change(draftId: string, step: FilingStep, what: string, locale: Locale): Html {
  return html`<a href="${stepHref(draftId, step)}?ve=xem-lai">${words.change[locale]}<span class="vh"> ${what}</span></a>`
}

const named = (label: string, value: string | undefined): Html | '' => (value ? html`<span class="named">${label}</span> ${value}` : '')

/** Digits mean nothing without their name: each line says what it is. */
function person(party: Party, locale: Locale, relation = ''): Html {
  const lines = [
    named(whoWords.identityNumber[locale], party.identityNumber),
    named(whoWords.taxCode[locale], party.taxCode),
    named(whoWords.bornOn[locale], sayBorn(party.bornOn)),
    named(whoWords.phone[locale], party.phone),
    named(whoWords.email[locale], party.email),
    named(whoWords.address[locale], party.address)
  ]
    .filter(Boolean)
    .map((line) => html`<br>${line}`)
  return html`${party.name}${relation && ` (${relation})`}${lines}`
}

const place = ({ name, phone, address, wardName }: PostalAddress): Html => html`${name} · ${phone}<br>${address}, ${wardName}`

function answers({ filing, files, locale }: ReviewPage): Pair[] {
  const { draft, view, agencyName } = filing
  const { delivery, pickUp } = draft
  const edit = (step: FilingStep, what: string) => change(draft.id, step, what, locale)
  const whom = whomOf(draft)
  const forOther =
    whom === 'self'
      ? []
      : [{ label: words.applicant[locale], value: person(draft.applicant, locale), action: edit('nguoi-nop', words.applicant[locale]) }]
  const papers = view.documents
    .filter(({ form, number, required }) => form !== 'present' && (required || files.some((file) => file.number === number)))
    .map((paper) => paperLine(paper, filing, files, locale))
  const method =
    delivery.method === 'post' ? html`${deliveryWords.post[locale]}<br>${place(delivery)}` : deliveryWords[delivery.method][locale]
  const { note, copies } = draft.answers as { note?: string; copies?: string }
  return [
    { label: words.procedure[locale], value: html`<span lang="vi">${draft.procedureName}</span>` },
    { label: words.agency[locale], value: html`<span lang="vi">${agencyName}</span>` },
    ...forOther,
    {
      label: words.filer[locale],
      value: person(draft.filer, locale, draft.relation ?? ''),
      action: edit('nguoi-nop', words.filer[locale])
    },
    { label: matterWords.subject[locale], value: draft.subject, action: edit('noi-dung', matterWords.subject[locale]) },
    { label: matterWords.copies[locale], value: copies, action: edit('noi-dung', matterWords.copies[locale]) },
    { label: matterWords.note[locale], value: note, action: edit('noi-dung', matterWords.note[locale]) },
    ...papers,
    { label: words.delivery[locale], value: method, action: edit('nhan-ket-qua', words.delivery[locale]) },
    {
      label: words.pickUp[locale],
      value: pickUp && html`${deliveryWords.collect[locale]}<br>${place(pickUp)}${pickUp.when && html`<br>${pickUp.when}`}`,
      action: edit('nhan-ket-qua', words.pickUp[locale])
    }
  ]
}

function paperLine(paper: Filing['view']['documents'][number], { draft }: Filing, files: readonly PaperFile[], locale: Locale): Pair {
  const given = files.filter(({ number }) => number === paper.number)
  const links = given.map(({ fileId, name }, i) => html`${i > 0 && ', '}<a href="/tep/${fileId}">${name}</a>`)
  const value = given.length > 0 ? html`${links}` : draft.pickUp ? words.byPost[locale] : words.notGiven[locale]
  const label = html`<span lang="vi">${paper.name}</span> <span class="tag">${formNames[paper.form][locale]}</span>`
  return { label, value, action: change(draft.id, 'giay-to', paper.name, locale) }
}

function declaration({ problems, declared, locale }: ReviewPage): Html {
  const error = problems.find(({ field }) => field === 'declaration')?.sentence
  const described = error ? html` aria-invalid="true" aria-describedby="declaration-loi"` : ''
  return html`<fieldset class="field choice${error ? ' bad' : ''}"><legend>${words.declarationTitle[locale]}</legend>${error && errorMessage('declaration-loi', error, locale)}<div class="one"><label for="declaration"><input type="checkbox" id="declaration" name="declaration" value="yes"${declared && html` checked`}${described}><span class="what">${words.declaration[locale]}</span></label></div></fieldset>`
}

export function reviewPage(page: ReviewPage): Html {
  const { locale, filing, fees, next, csrf } = page
  const { draft } = filing
  const byPost = draft.pickUp || draft.delivery.method === 'post'
  const nextList = html`<ul class="bullets">${next.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
  const form = html`<form class="flow" method="post" action="${stepHref(draft.id, 'xem-lai')}" novalidate>${csrfField(csrf)}${declaration(page)}<div class="cluster"><button class="btn big block">${words.submit[locale]}</button><a href="/ho-so">${filingWords.later[locale]}</a></div></form>`
  const body = html`${pairs(answers(page), 'rows')}<section class="flow"><h2>${words.fees[locale]}</h2>${feeTable(fees, locale)}${byPost && html`<p>${words.postage[locale]}</p>`}</section><section class="flow"><h2>${words.next[locale]}</h2>${nextList}</section>${form}`
  return filingPage({ ...page, step: 'xem-lai', body })
}

/** Names of fields for the error summary, which here speaks of other pages. */
export const fieldNames = (locale: Locale): Record<string, string> => ({
  'filer.name': whoWords.name[locale],
  'filer.phone': whoWords.phone[locale],
  'applicant.name': whoWords.theirName[locale],
  'applicant.phone': whoWords.theirPhone[locale],
  'applicant.identityNumber': whoWords.theirIdentity[locale],
  'organisation.name': whoWords.organisationName[locale],
  'organisation.taxCode': whoWords.taxCode[locale],
  relation: whoWords.relationShort[locale],
  'delivery.name': deliveryWords.receiver[locale],
  'delivery.phone': deliveryWords.phone[locale],
  'pickUp.name': deliveryWords.giver[locale],
  'pickUp.phone': deliveryWords.phone[locale]
})
