// Page 5: everything once more, each answer with its way back; fees, what happens next, the declaration, and one act.
import type { SaidPage } from '../../../forms/saying.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { formatMoney } from '../../../kernel/money.ts'
import { formNames } from '../../../procedures/words.ts'
import { type Pair, pairs } from '../../../web/components/desk.ts'
import { csrfField, errorMessage, type FieldProblem } from '../../../web/components/form.ts'
import { type FilingStep, type feesOf, pageOfStep } from '../../filing-answers.ts'
import { whomOf } from '../../filing-form.ts'
import type { Party, PostalAddress } from '../../types.ts'
import { deliveryWords, filingWords, paperWords, whoWords, reviewWords as words } from '../../words/applicant.ts'
import { type Filing, filingPage, type StepPage, stepHref, stepTitle } from './filing-frame.ts'
import type { PaperFile } from './papers.ts'
import { feeTable, sayBorn } from './parts.ts'

type ReviewPage = StepPage & {
  files: readonly PaperFile[]
  /** The form in words, page by page. */
  said: readonly SaidPage[]
  fees: ReturnType<typeof feesOf>
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

function parties({ filing, locale }: ReviewPage): Pair[] {
  const { draft, agencyName } = filing
  const edit = (what: string) => change(draft.id, 'nguoi-nop', what, locale)
  const forOther =
    whomOf(draft) === 'self'
      ? []
      : [{ label: words.applicant[locale], value: person(draft.applicant, locale), action: edit(words.applicant[locale]) }]
  return [
    { label: words.procedure[locale], value: html`<span lang="vi">${draft.procedureName}</span>` },
    { label: words.agency[locale], value: html`<span lang="vi">${agencyName}</span>` },
    ...forOther,
    { label: words.filer[locale], value: person(draft.filer, locale, draft.relation ?? ''), action: edit(words.filer[locale]) }
  ]
}

/** One page of the form, each line with its way back. */
function stated({ page, id, lines }: SaidPage, { filing, locale }: ReviewPage): Html {
  const { draft, view, steps } = filing
  const step = steps.find((one) => pageOfStep(view, one)?.id === id)
  if (!step) return html``
  const rows = lines.map(({ id: field, label, value, isTyped }): Pair => {
    const said =
      value === '' ? html`<span class="muted">${words.notGiven[locale]}</span>` : html`<span${isTyped && html` lang="vi"`}>${value}</span>`
    const action = html`<a href="${stepHref(draft.id, step)}?ve=xem-lai#${field}">${words.change[locale]}<span class="vh"> ${label}</span></a>`
    return { label, value: said, action }
  })
  return html`<section class="flow"><h2>${page}</h2>${pairs(rows, 'rows')}</section>`
}

function papers({ filing, files, locale }: ReviewPage): Html {
  const { view, ownPaper, draft } = filing
  const own = ownPaper && {
    label: html`<span lang="vi">${ownPaper.name}</span> <span class="tag">${formNames[ownPaper.form][locale]}</span>`,
    value: paperWords.own[locale],
    action: html`<a href="${stepHref(draft.id, 'to-khai')}" target="_blank" rel="noopener">${words.seeForm[locale]}</a>`
  }
  const lines = view.documents
    .filter(({ form, number, required }) => form !== 'present' && (required || files.some((file) => file.number === number)))
    .map((paper) => paperLine(paper, filing, files, locale))
  const all = [own, ...lines].filter(Boolean)
  return html`${all.length > 0 && html`<section class="flow"><h2>${stepTitle(view, 'giay-to', locale)}</h2>${pairs(all, 'rows')}</section>`}`
}

function ways({ filing, locale }: ReviewPage): Html {
  const { draft, view } = filing
  const { delivery, pickUp } = draft
  const edit = (what: string) => change(draft.id, 'nhan-ket-qua', what, locale)
  const method =
    delivery.method === 'post' ? html`${deliveryWords.post[locale]}<br>${place(delivery)}` : deliveryWords[delivery.method][locale]
  const collected = pickUp && html`${deliveryWords.collect[locale]}<br>${place(pickUp)}${pickUp.when && html`<br>${pickUp.when}`}`
  const lines = [
    { label: words.delivery[locale], value: method, action: edit(words.delivery[locale]) },
    { label: words.pickUp[locale], value: collected, action: edit(words.pickUp[locale]) }
  ]
  return html`<section class="flow"><h2>${stepTitle(view, 'nhan-ket-qua', locale)}</h2>${pairs(lines, 'rows')}</section>`
}

/** What is due for certain, and apart from it what only the officer can judge. */
function money({ fees, filing, locale }: ReviewPage): Html {
  const { draft } = filing
  const byPost = draft.pickUp || draft.delivery.method === 'post'
  const perhaps = fees.perhaps.filter(({ amount }) => amount > 0)
  const lines = perhaps.map(
    ({ name, condition, amount }) => html`<li lang="vi">${name}: ${formatMoney(amount)}${condition && ` (${condition})`}</li>`
  )
  const more = lines.length > 0 && html`<p>${words.perhaps[locale]}</p><ul class="bullets">${lines}</ul>`
  return html`<section class="flow"><h2>${words.fees[locale]}</h2>${feeTable(fees.due, locale)}${more}${byPost && html`<p>${words.postage[locale]}</p>`}</section>`
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
  const { locale, filing, said, next, csrf } = page
  const { draft } = filing
  const nextList = html`<ul class="bullets">${next.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
  const form = html`<form class="flow" method="post" action="${stepHref(draft.id, 'xem-lai')}" novalidate>${csrfField(csrf)}${declaration(page)}<div class="cluster"><button class="btn big block">${words.submit[locale]}</button><a href="/ho-so">${filingWords.later[locale]}</a></div></form>`
  const body = html`${pairs(parties(page), 'rows')}${said.map((one) => stated(one, page))}${papers(page)}${ways(page)}${money(page)}<section class="flow"><h2>${words.next[locale]}</h2>${nextList}</section>${form}`
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
