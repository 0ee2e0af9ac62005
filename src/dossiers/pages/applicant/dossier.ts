// One dossier for the person it concerns: what to do, when it is due and why, where it has been, every paper, who saw it.
import { resultWords } from '../../../documents/words/verification.ts'
import type { SaidPage } from '../../../forms/saying.ts'
import type { Help } from '../../../helping/pages/asking.ts'
import { helpersSection } from '../../../helping/pages/on-dossier.ts'
import { holds, standingOf } from '../../../helping/rules.ts'
import { askingWords, givingWords } from '../../../helping/words.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { dayOf, formatDay, formatInstant } from '../../../kernel/time.ts'
import { ownOriginals } from '../../../originals/pages/on-dossier.ts'
import type { OriginalNow } from '../../../originals/queries.ts'
import { isPayable, totalOf } from '../../../payments/rules.ts'
import { payWords } from '../../../payments/words.ts'
import { sayWish, type WishWay } from '../../../shipments/rules.ts'
import { recipientWords } from '../../../shipments/words/recipient.ts'
import { code, note } from '../../../web/components/status.ts'
import { type ThreadItem, thread, todo } from '../../../web/components/thread.ts'
import { icon } from '../../../web/icons.ts'
import { citizenPage, type Frame } from '../../../web/layout.ts'
import { isOpen, movesFor, wordsOf } from '../../lifecycle.ts'
import type { Dossier } from '../../store.ts'
import { confirmationWords, issuedWords, mineWords, todoWords, dossierWords as words } from '../../words/following.ts'
import { answerFolds } from '../answers.ts'
import { type DueFacts, dueSection } from './due.ts'
import { feeTable } from './parts.ts'
import { type SupplementForm, supplementForm, supplementTitle } from './supplement.ts'

export type DossierFacts = {
  dossier: Dossier
  agencyName: string
  /** What is still to be paid, in đồng. */
  owed: number
  due: DueFacts | undefined
  now: Temporal.Instant
  timeline: readonly ThreadItem[]
  /** The form in words. */
  said: readonly SaidPage[]
  papers: readonly { name: string; given: 'file' | 'paper' | 'post'; fileId: string | null }[]
  issued: readonly { form: keyof typeof issuedWords; number: string; fileId: string; madeAt: Temporal.Instant }[]
  result?:
    | {
        kind: 'approved' | 'refused'
        number: string
        title: string
        reason: string
        fileId: string
        signedBy: string
        signedAt: Temporal.Instant
      }
    | undefined
  supplement?: SupplementForm | undefined
  /** A parcel that could not be handed over and waits for the citizen's word; what was chosen already. */
  undelivered?: { wish?: { way: WishWay; onDay: Temporal.PlainDate | null } | undefined } | undefined
  /** Who helps or helped, and what each did. */
  helps: readonly Help[]
  /** Papers the house holds, and where each is. */
  originals: readonly OriginalNow[]
}

function whatToDo({ dossier, supplement, agencyName, undelivered }: DossierFacts, frame: Frame): Html {
  const { locale } = frame
  const places = html`<p><a href="/noi-nop">${todoWords.places[locale]}</a></p>`
  if (supplement) return todo(supplementTitle(supplement, locale), supplementForm(supplement, frame))
  // Where a result goes is the citizen's to say, not the helper's.
  if (undelivered && !frame.helping) {
    const { wish } = undelivered
    const said = wish && html`<p><b>${recipientWords.yours[locale]}:</b> ${sayWish(wish, locale)}</p>`
    const go = wish ? recipientWords.todoSee : recipientWords.todoGo
    return todo(recipientWords.todo[locale], html`${said}<p><a class="btn" href="/ho-so/${dossier.id}/buu-gui">${go[locale]}</a></p>`)
  }
  if (dossier.state === 'awaiting_payment') {
    const where = html`<p>${todoWords.paymentWhere[locale].replace('{agency}', agencyName)}</p>`
    const online =
      totalOf(dossier.fees) > 0 && html`<p><a class="btn" href="/ho-so/${dossier.id}/nop-phi">${payWords.payNow[locale]}</a></p>`
    return todo(todoWords.payment[locale], html`${feeTable(dossier.fees, locale)}${online}${where}${places}`)
  }
  if (dossier.state === 'result_ready' && dossier.delivery.method === 'desk') {
    return todo(todoWords.collect[locale], html`<p>${words.resultDesk[locale].replace('{agency}', agencyName)}</p>${places}`)
  }
  return html``
}

function resultSection({ dossier, result }: DossierFacts, { locale, helping }: Frame): Html {
  if (!result || (dossier.state !== 'result_ready' && dossier.state !== 'returned')) return html``
  const signed = words.resultSigned[locale]
    .replace('{signer}', result.signedBy)
    .replace('{day}', formatDay(dayOf(result.signedAt)))
    .replace('{number}', result.number)
  const refused = result.kind === 'refused' && note('warn', words.resultRefused[locale].replace('{reason}', result.reason))
  const isOnTheWay = dossier.state === 'result_ready' && dossier.delivery.method === 'post'
  const download =
    !helping &&
    dossier.state === 'returned' &&
    html`<p><a class="btn" href="/tep/${result.fileId}?tai=1">${icon('download')}${words.resultDownload[locale]}</a></p><p><a href="/ho-so/${dossier.id}/ket-qua">${resultWords.see[locale]}</a></p>`
  return html`<section class="flow"><h2>${words.result[locale]}</h2><p><strong lang="vi">${result.title}</strong><br>${signed}</p>${refused}${isOnTheWay && html`<p>${words.resultPost[locale]}</p>`}${download}</section>`
}

function refusedNote({ dossier }: DossierFacts, locale: Locale): Html {
  if (dossier.state !== 'refused') return html``
  return note(
    'warn',
    html`${words.refusedDo[locale]} <a href="/nop/${dossier.procedureCode}">${words.again[locale]}</a>`,
    words.refusedTitle[locale]
  )
}

function paperSections({ papers, issued }: DossierFacts, locale: Locale): Html {
  const given = papers.map(({ name, given, fileId }) => {
    const where = given === 'post' ? words.paperByPost[locale] : words.paperOnDesk[locale]
    return html`<li>${fileId ? html`<a href="/tep/${fileId}" lang="vi">${name}</a>` : html`<span lang="vi">${name}</span>`}<span>${!fileId && where}</span></li>`
  })
  const made = issued.map(
    ({ form, number, fileId, madeAt }) =>
      html`<li><a href="/tep/${fileId}">${issuedWords[form][locale]} (PDF)</a><span>${number} · ${formatInstant(madeAt, locale)}</span></li>`
  )
  const list = (title: string, lines: readonly Html[]) =>
    lines.length > 0 && html`<section class="flow"><h2>${title}</h2><ul class="listing">${lines}</ul></section>`
  return html`${list(words.issued[locale], made)}${list(words.papers[locale], given)}`
}

function stated({ said }: DossierFacts, locale: Locale): Html {
  const folds = answerFolds(said, { open: false })
  return html`${folds.length > 0 && html`<section class="flow"><h2>${words.answers[locale]}</h2>${folds}</section>`}`
}

function otherThings({ dossier, owed, helps, now }: DossierFacts, { locale, helping }: Frame): Html {
  const isHelped = helps.some(({ consent }) => holds(standingOf(consent, now)))
  const base = `/ho-so/${dossier.id}`
  const links = [
    totalOf(dossier.fees) > 0 &&
      html`<li><a href="${base}/nop-phi">${(owed > 0 && isPayable(dossier.state) ? payWords.payNow : payWords.seePayments)[locale]}</a></li>`,
    !helping && dossier.state === 'returned' && html`<li><a href="${base}/danh-gia">${words.rate[locale]}</a></li>`,
    !helping && html`<li><a href="/phan-anh/gui?ho-so=${dossier.code}">${words.petition[locale]}</a></li>`,
    !helping && html`<li><a href="${base}/ai-da-xem">${words.readers[locale]}</a></li>`,
    html`<li><a href="${base}/xac-nhan">${words.confirmation[locale]}</a></li>`,
    !helping &&
      !isHelped &&
      isOpen(dossier.state) &&
      html`<li><a href="/nho-giup/moi?ho-so=${dossier.id}">${askingWords.title[locale]}</a></li>`,
    !helping &&
      movesFor(dossier.state, 'applicant').includes('withdraw') &&
      html`<li><a href="${base}/rut">${words.withdraw[locale]}</a></li>`
  ]
  return html`<section class="flow"><h2>${words.more[locale]}</h2><ul class="listing">${links}</ul></section>`
}

export function dossierPage({ facts, ...frame }: Frame & { facts: DossierFacts }): Html {
  const { locale } = frame
  const { dossier, agencyName, due, now, timeline } = facts
  const number = code(dossier.code!, { label: confirmationWords.copy[locale], done: confirmationWords.copied[locale] })
  const title = wordsOf(dossier.state, locale)
  const head = html`<header class="flow"><p class="muted"><span lang="vi">${dossier.procedureName}</span> · ${words.for[locale].replace('{name}', dossier.applicantName)}</p><h1>${title}</h1><p class="hint">${words.code[locale]} ${number}<br>${words.at[locale].replace('{agency}', agencyName)}</p></header>`
  const story = html`<section class="flow" aria-labelledby="dien-bien"><h2 id="dien-bien">${words.thread[locale]}</h2><p class="hint">${words.threadHint[locale]}</p>${thread(timeline)}</section>`
  const main = html`<div class="flow-lg">${head}${whatToDo(facts, frame)}${refusedNote(facts, locale)}${resultSection(facts, frame)}${dueSection({ dossier, due, now, locale })}${story}${ownOriginals({ originals: facts.originals, locale })}${stated(facts, locale)}${paperSections(facts, locale)}${helpersSection({ helps: facts.helps, now, frame })}${otherThings(facts, frame)}</div>`
  return citizenPage({
    ...frame,
    title: `${title} – ${dossier.code}`,
    main,
    back: frame.helping
      ? { href: '/giup-nguoi-khac', label: givingWords.title[locale] }
      : { href: '/ho-so', label: mineWords.title[locale] }
  })
}
