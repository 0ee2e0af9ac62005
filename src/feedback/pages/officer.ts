// The officer's trays of being heard: petitions and questions that wait, one of each with its forms, the quarter's ratings.
import type { PlaceGroup } from '../../dossiers/pages/applicant/parts.ts'
import type { Workplace } from '../../dossiers/pages/desk/queue.ts'
import { fill } from '../../dossiers/words/desk.ts'
import { type Html, type HtmlValue, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { dayOf, formatDay, formatDayLong, formatInstant } from '../../kernel/time.ts'
import {
  chip,
  choice,
  code,
  csrfField,
  errorSummary,
  type FieldOptions,
  field,
  fold,
  icon,
  note,
  pairs,
  panel,
  table,
  tabs
} from '../../web/components/index.ts'
import { deskPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { isOpenPetition, petitionWordsOf, type QuestionState, questionMoves, questionStateWords } from '../lifecycle.ts'
import { termOn } from '../rules.ts'
import type { Petition, Question } from '../store.ts'
import { findings } from '../types.ts'
import { trayWords as words } from '../words/officer.ts'
import { officeSelect, ownWords, type Typed } from './parts.ts'
import { historyOf, type PetitionFacts } from './petition.ts'

type DeskFrame = Frame & Workplace
/** The form that was refused: last part of its address, what was typed, why. */
export type Refused = { action: string; typed: Typed; refusal: Refusal }

function dueOf({ answerDueAt, closedAt, state }: Petition, now: Temporal.Instant, locale: Locale): Html {
  if (closedAt) return chip('plain', 'check', petitionWordsOf(state, locale))
  const day = dayOf(answerDueAt)
  if (Temporal.Instant.compare(now, answerDueAt) > 0) return chip('err', undefined, fill(words.late[locale], { day: formatDay(day) }))
  return day.equals(dayOf(now)) ? chip('warn', undefined, words.today[locale]) : chip('info', undefined, formatDay(day))
}

type Tray = { open: boolean; petitions: readonly Petition[]; now: Temporal.Instant }

export function petitionTrayPage(page: DeskFrame & { tray: Tray }): Html {
  const { locale, tray } = page
  const { open, petitions, now } = tray
  const list = table({
    caption: words.petitions[locale],
    list: true,
    rowHeader: 1,
    columns: [words.due, words.number, words.kind, words.text, words.sender, words.state].map((title) => ({ title: title[locale] })),
    rows: petitions.map((petition) => {
      const href = `/xu-ly/phan-anh/${petition.id}`
      const number = html`<a class="num" href="${href}" translate="no">${petition.number}</a>`
      const text = html`<span class="two-lines" lang="vi">${petition.text.slice(0, 160)}</span>`
      const { kind, name, state } = petition
      return { href, cells: [dueOf(petition, now, locale), number, words[kind][locale], text, name, petitionWordsOf(state, locale)] }
    })
  })
  const none = open ? words.noneOpen[locale] : words.noneClosed[locale]
  const body = petitions.length > 0 ? list : html`<div class="in empty"><p>${icon('check')}${none}</p></div>`
  const filters = tabs(words.petitions[locale], [
    { href: '/xu-ly/phan-anh', label: words.open[locale], current: open },
    { href: '/xu-ly/phan-anh?xong=1', label: words.closed[locale], current: !open }
  ])
  const main = html`<div class="dhead"><h1>${words.petitions[locale]}</h1></div>${filters}<div class="panel">${body}</div>`
  return deskPage({ ...page, title: words.petitions[locale], main })
}

type Forms = Frame & { base: string; refused?: Refused | undefined }

const refusedAt = ({ refused }: Forms, action: string) => (refused?.action === action ? refused : undefined)

/** A field of a form among several on the page: its id carries the form's name. */
function ask(page: Forms, action: string, options: Omit<FieldOptions, 'locale' | 'id' | 'error'>): Html {
  const refused = refusedAt(page, action)
  const value = refused?.typed[options.name] ?? options.value
  const error = problemAt(refused?.refusal, options.name, page.locale)
  return field({ ...options, id: `${action}-${options.name}`, locale: page.locale, value, error, autocomplete: 'off' })
}

function moveForm(
  page: Forms,
  { action, title, body, look = '' }: { action: string; title: string; body: HtmlValue; look?: string }
): Html {
  return html`<form class="flow" method="post" action="${page.base}/${action}" novalidate>${csrfField(page.csrf)}${body}<p><button class="btn${look && ` ${look}`}">${title}</button></p></form>`
}

/** Errors lead to the field of the form that was refused; the office is the only one of its kind on a page. */
function problems({ refused, locale }: Forms): Html {
  const names = {
    finding: words.finding,
    answer: words.answerText,
    agency: words.forwardTo,
    note: words.forwardNote,
    reason: words.declineNote,
    publicSubject: words.publicSubject,
    publicText: words.publicText
  }
  const labels = Object.fromEntries(Object.entries(names).map(([name, label]) => [name, label[locale]]))
  const found = problemsOf(refused?.refusal, locale, labels).map((one) =>
    one.field === 'chinh' || one.field === 'agency' || one.field === 'finding' ? one : { ...one, field: `${refused!.action}-${one.field}` }
  )
  return errorSummary(found, locale)
}

function petitionForms(page: Forms & { facts: PetitionFacts; groups: readonly PlaceGroup[] }): Html {
  const { locale, facts, groups } = page
  const long = { type: 'textarea' as const, rows: 6 }
  const finding =
    facts.petition.kind === 'conduct' &&
    choice({
      name: 'finding',
      legend: words.finding[locale],
      hint: words.findingHint[locale],
      locale,
      inline: true,
      options: findings.map((value) => ({ value, label: words[value][locale] })),
      checked: refusedAt(page, 'tra-loi')?.typed['finding'],
      error: problemAt(refusedAt(page, 'tra-loi')?.refusal, 'finding', locale)
    })
  const answer = html`${finding}${ask(page, 'tra-loi', { name: 'answer', label: words.answerText[locale], hint: words.answerHint[locale], ...long })}`
  const refused = refusedAt(page, 'chuyen')
  const office = officeSelect(
    { typed: refused?.typed ?? {}, refusal: refused?.refusal },
    { label: words.forwardTo[locale], groups, locale }
  )
  const forward = html`${office}${ask(page, 'chuyen', { name: 'note', label: words.forwardNote[locale], type: 'textarea', rows: 3 })}`
  const decline = ask(page, 'khong-giai-quyet', {
    name: 'reason',
    label: words.declineNote[locale],
    hint: words.declineHint[locale],
    ...long
  })
  const folded = (action: string, title: string, body: HtmlValue) =>
    html`<div class="move">${fold(title, moveForm(page, { action, title, body, look: 'plain' }), { open: refusedAt(page, action) !== undefined, id: action })}</div>`
  return html`<div class="move first">${moveForm(page, { action: 'tra-loi', title: words.answer[locale], body: answer })}</div>${folded('chuyen', words.forward[locale], forward)}${folded('khong-giai-quyet', words.decline[locale], decline)}`
}

export type PetitionAtWork = DeskFrame & Forms & { facts: PetitionFacts; groups: readonly PlaceGroup[] }

export function petitionAtWorkPage(page: PetitionAtWork): Html {
  const { locale, facts, base } = page
  const { petition, moves, files, now } = facts
  const { number, kind, state, name, phone, email, dossierCode, dossierId, arrivedAt, forwardDueAt, answerDueAt, answer } = petition
  const isOpen = isOpenPetition(state)
  const day = (at: Temporal.Instant) => formatDayLong(dayOf(at), locale)
  const links = files.map((file) => html`<li><a href="${base}/tep/${file.id}">${file.name}</a></li>`)
  const about = pairs([
    { label: words.kind[locale], value: words[kind][locale] },
    { label: words.sender[locale], value: name },
    { label: words.contact[locale], value: [phone, email].filter(Boolean).join(' · ') },
    {
      label: words.dossier[locale],
      value:
        dossierCode && html`${code(dossierCode)} <span class="muted">(${dossierId ? words.proven[locale] : words.typed[locale]})</span>`
    },
    { label: words.arrived[locale], value: formatInstant(arrivedAt, locale) },
    isOpen && { label: words.forwardBy[locale], value: day(forwardDueAt) },
    isOpen && { label: words.answerBy[locale], value: html`${day(answerDueAt)} ${dueOf(petition, now, locale)}` },
    { label: words.files[locale], value: links.length > 0 && html`<ul>${links}</ul>` }
  ])
  const term = termOn(dayOf(arrivedAt))
  const doubt =
    isOpen &&
    term.certainty.answer === 'unsure' &&
    html`<p class="hint">${fill(words.unsure[locale], { forward: term.forwardDays, answer: term.answerDays })}</p>`
  const left = html`${panel({ title: words.text[locale], body: html`${ownWords(petition.text)}${about}${doubt}` })}${panel({ title: words.state[locale], body: historyOf(moves, locale) })}`
  const work = isOpen ? petitionForms(page) : html`${ownWords(answer)}`
  const right = panel({ title: isOpen ? words.handle[locale] : petitionWordsOf(state, locale), body: work, active: isOpen })
  const main = html`${problems(page)}<div class="dhead"><h1 translate="no">${number}</h1>${chip('info', undefined, petitionWordsOf(state, locale))}</div><div class="split even"><div class="flow">${left}</div><div>${right}</div></div>`
  return deskPage({ ...page, title: number, main, error: page.refused !== undefined })
}

const lists: Record<QuestionState, keyof typeof words> = { asked: 'asked', answered: 'answeredList', released: 'released' }

export function questionTrayPage(page: DeskFrame & { state: QuestionState; questions: readonly Question[] }): Html {
  const { locale, state, questions } = page
  const filters = (Object.keys(lists) as QuestionState[]).map((name) => ({
    href: `/xu-ly/hoi-dap?loai=${name}`,
    label: words[lists[name]][locale],
    current: name === state
  }))
  const list = table({
    caption: words.questions[locale],
    list: true,
    columns: [words.subject, words.askedAt, words.sender].map((title) => ({ title: title[locale] })),
    rows: questions.map(({ id, subject, askedAt, name }) => {
      const href = `/xu-ly/hoi-dap/${id}`
      return { href, cells: [html`<a href="${href}" lang="vi">${subject}</a>`, formatInstant(askedAt, locale), name] }
    })
  })
  const body = questions.length > 0 ? list : html`<div class="in empty"><p>${icon('check')}${words.noQuestions[locale]}</p></div>`
  const main = html`<div class="dhead"><h1>${words.questions[locale]}</h1></div>${tabs(words.questions[locale], filters)}<div class="panel">${body}</div>`
  return deskPage({ ...page, title: words.questions[locale], main })
}

function questionForms(page: Forms & { question: Question }): Html {
  const { locale, question } = page
  const may = (name: keyof typeof questionMoves) => questionMoves[name].from.includes(question.state)
  const answer = ask(page, 'tra-loi', {
    name: 'answer',
    label: words.answerText[locale],
    hint: words.answerHint[locale],
    type: 'textarea',
    rows: 8,
    value: question.answer
  })
  const title = ask(page, 'cong-khai', {
    name: 'publicSubject',
    label: words.publicSubject[locale],
    value: question.publicSubject || question.subject,
    maxlength: 200
  })
  const text = ask(page, 'cong-khai', {
    name: 'publicText',
    label: words.publicText[locale],
    type: 'textarea',
    rows: 6,
    value: question.publicText || question.text
  })
  const release = html`${note('warn', words.releaseHint[locale])}${title}${text}`
  const part = (heading: string, body: Html) => html`<div class="move first"><h3>${heading}</h3>${body}</div>`
  return html`${may('answer') && part(words.answer[locale], moveForm(page, { action: 'tra-loi', title: words.saveAnswer[locale], body: answer }))}${may('release') && part(words.release[locale], moveForm(page, { action: 'cong-khai', title: words.release[locale], body: release, look: 'plain' }))}${may('take_back') && html`${ownWords(question.answer)}${moveForm(page, { action: 'thoi-cong-khai', title: words.takeBack[locale], body: '', look: 'plain' })}`}`
}

export type QuestionAtWork = DeskFrame & Forms & { question: Question }

export function questionAtWorkPage(page: QuestionAtWork): Html {
  const { locale, question } = page
  const { subject, text, name, phone, email, askedAt, state } = question
  const about = pairs([
    { label: words.sender[locale], value: name },
    { label: words.contact[locale], value: [phone, email].filter(Boolean).join(' · ') },
    { label: words.askedAt[locale], value: formatInstant(askedAt, locale) }
  ])
  const left = panel({ title: words.question[locale], body: html`${ownWords(text)}${about}` })
  const right = panel({ title: words.handle[locale], body: questionForms(page), active: state === 'asked' })
  const main = html`${problems(page)}<div class="dhead"><h1 lang="vi">${subject}</h1>${chip('info', undefined, questionStateWords[state][locale])}</div><div class="split even"><div>${left}</div><div>${right}</div></div>`
  return deskPage({ ...page, title: subject, main, error: page.refused !== undefined })
}
