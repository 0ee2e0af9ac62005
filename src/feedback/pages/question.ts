// Questions and answers: what everybody may read, the form to ask, one question at an address of its own.
import type { PlaceGroup } from '../../dossiers/pages/applicant/parts.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { dayOf, formatDay } from '../../kernel/time.ts'
import { fold } from '../../web/components/catalogue.ts'
import { csrfField, errorSummary, field, searchBox } from '../../web/components/form.ts'
import { note } from '../../web/components/status.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import type { Question } from '../store.ts'
import { questionWords as words } from '../words/citizen.ts'
import { contactFields, type FormState, labelOf, officeSelect, ownWords } from './parts.ts'

export type Shown = Question & { agencyName: string }

const home = (locale: Locale) => ({ href: '/hoi-dap', label: words.title[locale] })
const answeredBy = ({ agencyName, answeredAt }: Shown, locale: Locale) =>
  words.by[locale].replace('{agency}', agencyName).replace('{day}', formatDay(dayOf(answeredAt!)))

export type QuestionList = { questions: readonly Shown[]; text: string; older?: string | undefined }

export function questionsPage({ list, ...frame }: Frame & { list: QuestionList }): Html {
  const { locale } = frame
  const { questions, text, older } = list
  const items = questions.map((question) =>
    fold(
      html`<span lang="vi">${question.publicSubject}</span>`,
      html`<div class="flow">${ownWords(question.publicText)}<p class="muted">${answeredBy(question, locale)}</p>${ownWords(question.answer)}</div>`
    )
  )
  const none = text ? words.none[locale].replace('{text}', text) : words.empty[locale]
  const body = items.length > 0 ? html`<div>${items}</div>` : html`<p>${none}</p>`
  const main = html`<h1>${words.title[locale]}</h1><p>${words.lead[locale]}</p>${searchBox({ locale, label: words.search[locale], value: text, placeholder: words.search[locale], action: '/hoi-dap', small: true })}${body}${older && html`<p><a href="${older}">${words.older[locale]}</a></p>`}<p><a class="btn" href="/hoi-dap/gui">${words.ask[locale]}</a></p>`
  return citizenPage({ ...frame, title: words.title[locale], main, breadcrumbs: [] })
}

export type QuestionForm = FormState & { formKey: string; groups: readonly PlaceGroup[] }

export function askPage({ form, ...frame }: Frame & { form: QuestionForm }): Html {
  const { locale } = frame
  const { typed, refusal, formKey, groups } = form
  const names = { agency: words.agency, subject: words.subject, text: words.text }
  const labels = Object.fromEntries(Object.entries(names).map(([name, label]) => [name, labelOf(label[locale])]))
  const at = (name: string) => ({ name, locale, value: typed[name], error: problemAt(refusal, name, locale) })
  const main = html`${errorSummary(problemsOf(refusal, locale, labels), locale)}<h1>${words.askTitle[locale]}</h1><p>${words.askLead[locale]}</p>
<form class="flow" method="post" action="/hoi-dap/gui" novalidate>${csrfField(frame.csrf)}<input type="hidden" name="formKey" value="${formKey}">
${officeSelect(form, { label: words.agency[locale], groups, locale })}
${field({ ...at('subject'), label: words.subject[locale], hint: words.subjectHint[locale], autocomplete: 'off', maxlength: 200 })}
${field({ ...at('text'), label: words.text[locale], hint: words.textHint[locale], type: 'textarea', rows: 6 })}
${contactFields(form, locale)}
<button class="btn big block">${words.send[locale]}</button></form>`
  return citizenPage({ ...frame, title: words.askTitle[locale], main, back: home(locale), error: refusal !== undefined })
}

/** At its own address, which the message names: the person who asked reads the answer here before (and without) its release. */
export function questionPage({ question, ...frame }: Frame & { question: Shown }): Html {
  const { locale } = frame
  const isPublic = question.state === 'released'
  const [subject, text] = isPublic ? [question.publicSubject, question.publicText] : [question.subject, question.text]
  const answer =
    question.state === 'asked'
      ? note('info', words.waiting[locale].replace('{agency}', question.agencyName))
      : html`<section class="flow"><h2>${words.answer[locale]}</h2><p class="muted">${answeredBy(question, locale)}</p>${ownWords(question.answer)}</section>`
  const main = html`<div class="flow-lg"><header class="flow"><p class="muted">${words.question[locale]}</p><h1 lang="vi">${subject}</h1>${ownWords(text)}</header>${answer}${!isPublic && html`<p class="hint">${words.notPublic[locale]}</p>`}</div>`
  return citizenPage({ ...frame, title: subject, main, back: home(locale) })
}
