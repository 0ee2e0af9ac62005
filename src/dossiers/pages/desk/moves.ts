// What a clerk may do now: one form for each move the lifecycle allows, the usual one open, the others folded.
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { dayOf, formatDayLong, formatTime } from '../../../kernel/time.ts'
import { sayStatus } from '../../../shipments/lifecycle.ts'
import { note, panel } from '../../../web/components/index.ts'
import type { CheckState } from '../../check-state.ts'
import { type MoveName, movesFor, stateWords } from '../../lifecycle.ts'
import { refusalGrounds } from '../../rules.ts'
import type { StaffCase } from '../../staff-case.ts'
import { checkWords } from '../../words/checking.ts'
import { fill, moveWords as words } from '../../words/desk.ts'
import { awaitsPost } from './due-chip.ts'
import { givenFields } from './give-form.ts'
import { ask, type CasePage, moveForm } from './move-form.ts'
import { proposalNotes, roundForm } from './round-form.ts'

/** Where each move of a clerk is posted to, after `/quay/ho-so/:id/`. `receive_papers` has the arrivals page, `hand_over` the page of handing out. */
export const clerkActions = {
  accept: 'tiep-nhan',
  ask_at_desk: 'yeu-cau-bo-sung',
  refuse: 'tu-choi',
  supplement: 'bo-sung',
  supplement_again: 'bo-sung',
  confirm_payment: 'thu-phi',
  withdraw: 'rut'
} as const satisfies Partial<Record<MoveName, string>>
export type ClerkAction = (typeof clerkActions)[keyof typeof clerkActions]

/** After these the result is back in the house, or never left it: it may be handed over at the desk after all. */
const givenUp = ['returned', 'cancelled', 'lost', 'order_failed']

type Posted = Pick<StaffCase, 'parcels'> & { dossier: Pick<StaffCase['dossier'], 'state' | 'delivery'> }

/** The post has the result, or is about to: nothing is handed over at the desk meanwhile. */
export function goesByPost({ dossier: { state, delivery }, parcels }: Posted): boolean {
  if (state !== 'result_ready' || delivery.method !== 'post') return false
  const parcel = parcels.findLast(({ kind }) => kind === 'delivery')
  return !parcel || !givenUp.includes(parcel.status)
}

function sayWhereItIs({ parcels }: StaffCase, locale: Locale): string {
  const parcel = parcels.findLast(({ kind }) => kind === 'delivery')
  if (!parcel) return words.orderingPost[locale]
  return fill(words.onItsWay[locale], { number: parcel.trackingNumber ?? parcel.ourRef, status: sayStatus(parcel, locale) })
}

const forms: Record<ClerkAction, (page: CasePage) => Html> = {
  'tiep-nhan': acceptForm,
  'yeu-cau-bo-sung': (page) => html`${page.check && roundForm(page, page.check, isBlocked(page.staffCase, page.check) === true)}`,
  'tu-choi': refuseForm,
  'bo-sung': giveForm,
  'thu-phi': payForm,
  rut: withdrawForm
}

/** Said to be wrong though the law requires it: until that is mended nothing is taken in. */
const isBlocked = ({ view }: StaffCase, check: CheckState | undefined) =>
  check?.wrong.some(({ paper }) => view.documents.some(({ number, required }) => required && number === paper.number))

/** The addresses of the forms on the page, in the order of the lifecycle; none while a colleague looks at it. */
export function clerkFormsOf(staffCase: StaffCase, check?: CheckState): ClerkAction[] {
  if (check?.heldBy) return []
  const allowed = movesFor(staffCase.dossier.state, 'clerk').flatMap((name) =>
    name in clerkActions ? clerkActions[name as keyof typeof clerkActions] : []
  )
  return [...new Set(allowed)].filter((action) => {
    if (action === 'tiep-nhan') return !awaitsPost(staffCase.dossier) && !isBlocked(staffCase, check)
    return action !== 'yeu-cau-bo-sung' || !check?.proposal
  })
}

export function clerkPanel(page: CasePage): Html {
  const { staffCase, locale } = page
  const { dossier } = staffCase
  const actions = clerkFormsOf(staffCase, page.check)
  // A withdrawal is the applicant's wish, not work that waits for the clerk.
  const isReady = dossier.state === 'result_ready' && !goesByPost(staffCase)
  const isQuiet = !isReady && actions.every((action) => action === 'rut')
  const said = [
    awaitsPost(dossier) && note('info', html`${words.arrivalNeeded[locale]} <a href="/quay/buu-gui">${words.arrivals[locale]}</a>`),
    page.check && proposalNotes(page),
    dossier.state === 'submitted' && dossier.supplementsAsked > 0 && note('info', words.askedAlready[locale]),
    goesByPost(staffCase) && note('info', sayWhereItIs(staffCase, locale))
  ].filter(Boolean)
  const state = locale === 'vi' ? stateWords[dossier.state].desk : stateWords[dossier.state].en
  const nothing = isQuiet && said.length === 0 && !page.check && html`<p class="muted">${fill(words.nothing[locale], { state })}</p>`
  return panel({
    title: words.actions[locale],
    id: 'viec',
    active: !isQuiet,
    // A new dossier is accepted by the bar that says how far the check is.
    body: html`${said}${nothing}${isReady && handOutLink(page)}${actions.filter((action) => !page.check || action !== 'tiep-nhan').map((action) => forms[action](page))}`
  })
}

function acceptForm(page: CasePage): Html {
  const { staffCase, locale } = page
  const dueAt = staffCase.counted?.due.dueAt
  const due = dueAt ? ` ${fill(words.acceptDue[locale], { time: formatTime(dueAt), day: formatDayLong(dayOf(dueAt), locale) })}` : ''
  return moveForm(page, {
    action: 'tiep-nhan',
    title: words.accept[locale],
    button: words.accept[locale],
    hint: `${words.acceptHint[locale]}${due}`,
    first: true
  })
}

/** A lawful ground brings its article; own words may stand beside it or alone. */
function refuseForm(page: CasePage): Html {
  const { locale, staffCase } = page
  const options = refusalGrounds(dayOf(staffCase.now)).map((ground) => {
    // A choice cannot be marked as Vietnamese in part; the letter itself always names the article.
    const beside = [locale === 'vi' && ground.article, ground.certainty === 'unsure' && checkWords.unsure[locale]].filter(Boolean)
    return { value: ground.code, label: `${ground[locale]}${beside.length > 0 ? ` (${beside.join(', ')})` : ''}` }
  })
  const ground = ask(page, 'tu-choi', {
    name: 'ground',
    label: checkWords.ground[locale],
    hint: checkWords.groundHint[locale],
    type: 'select',
    options,
    empty: checkWords.otherGround[locale]
  })
  const body = html`${ground}${ask(page, 'tu-choi', { name: 'reason', label: words.reason[locale], type: 'textarea', rows: 3, maxlength: 2000 })}${ask(page, 'tu-choi', { name: 'legalBasis', label: words.legalBasis[locale], maxlength: 300 })}`
  return moveForm(page, {
    action: 'tu-choi',
    title: words.refuse[locale],
    button: words.refuse[locale],
    hint: words.refuseHint[locale],
    body,
    look: 'danger'
  })
}

function giveForm(page: CasePage): Html {
  const { locale } = page
  return moveForm(page, {
    action: 'bo-sung',
    title: words.supplement[locale],
    button: words.supplement[locale],
    hint: words.supplementHint[locale],
    body: givenFields(page),
    first: true,
    files: true
  })
}

function payForm(page: CasePage): Html {
  const { locale } = page
  const body = ask(page, 'thu-phi', {
    name: 'note',
    label: words.note[locale],
    hint: words.payHint[locale],
    optional: true,
    maxlength: 300
  })
  return moveForm(page, { action: 'thu-phi', title: words.pay[locale], button: words.pay[locale], body, first: true })
}

/** Handing out has its own page: the shelf, who is here, what is owed, what goes back, the signature. */
function handOutLink({ staffCase, locale }: CasePage): Html {
  return html`<div class="move first"><p class="hint">${words.handOverHint[locale]}</p><p><a class="btn" href="/quay/tra/${staffCase.dossier.id}" data-key="Ctrl+Enter">${words.handOver[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></a></p></div>`
}

function withdrawForm(page: CasePage): Html {
  const { locale } = page
  const body = ask(page, 'rut', { name: 'reason', label: words.reason[locale], type: 'textarea', rows: 2, maxlength: 1000 })
  return moveForm(page, {
    action: 'rut',
    title: words.withdraw[locale],
    button: words.withdraw[locale],
    hint: words.withdrawHint[locale],
    body,
    look: 'danger'
  })
}
