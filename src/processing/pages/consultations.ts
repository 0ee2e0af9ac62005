// Questions between offices: what this agency is to answer, what it asked, what it answered; and one of them with its answer.

import { shortCode } from '../../dossiers/numbering.ts'
import { type Today, timeLeft } from '../../dossiers/pages/desk/due-chip.ts'
import type { Workplace } from '../../dossiers/pages/desk/queue.ts'
import type { Dossier } from '../../dossiers/store.ts'
import { fill } from '../../dossiers/words/desk.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatInstant, formatInstantLong } from '../../kernel/time.ts'
import { chip, csrfField, errorSummary, field, icon, pairs, panel, table, tabs } from '../../web/components/index.ts'
import { deskPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import type { ConsultationList } from '../queries.ts'
import type { Consultation } from '../store.ts'
import { consultWords as words } from '../words/process.ts'

export type AskedLine = { asked: Consultation; code: string; applicantName: string }
type Names = ReadonlyMap<string, string>

export type ConsultationsPage = Frame &
  Workplace & {
    list: ConsultationList
    sizes: Record<ConsultationList, number>
    lines: readonly AskedLine[]
    agencies: Names
    today: Today
  }

export const consultHref = '/xu-ly/xin-y-kien'
export const consultNames: Record<ConsultationList, string> = { to_answer: 'can-tra-loi', asked: 'da-hoi', answered: 'da-tra-loi' }

function standing({ answeredAt, escalatedAt, dueAt }: Consultation, today: Today): Html {
  const { locale } = today
  if (answeredAt) return chip('ok', undefined, words.answered[locale])
  if (escalatedAt) return chip('err', undefined, words.late[locale])
  return timeLeft(dueAt, today)
}

export function consultationsPage(page: ConsultationsPage): Html {
  const { locale, list, sizes, lines, agencies, today } = page
  const links = (Object.keys(sizes) as ConsultationList[]).map((name) => ({
    href: `${consultHref}?loc=${consultNames[name]}`,
    label: words[name][locale],
    count: sizes[name],
    current: name === list
  }))
  const other = list === 'asked' ? words.to : words.from
  const rows = lines.map(({ asked, code, applicantName }) => {
    const href = `${consultHref}/${asked.id}`
    const agency = agencies.get(list === 'asked' ? asked.toAgencyId : asked.fromAgencyId) ?? ''
    const question = html`<a href="${href}" lang="vi" class="two-lines">${asked.question}</a>`
    return {
      href,
      cells: [
        standing(asked, today),
        question,
        agency,
        html`<span class="num" translate="no">${shortCode(code)}</span><small>${applicantName}</small>`
      ]
    }
  })
  const columns = [words.due, words.question, other, words.dossier].map((one) => ({ title: one[locale] }))
  const body =
    rows.length > 0
      ? table({ caption: `${words[list][locale]}. ${words.caption[locale]}`, list: true, rowHeader: 1, columns, rows })
      : html`<div class="in empty"><p>${icon('check')}${words.none[locale]}</p></div>`
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1></div>${tabs(words.lists[locale], links)}<div class="panel">${body}</div>`
  return deskPage({ ...page, title: `${words[list][locale]} · ${words.title[locale]}`, main })
}

export type ConsultationPage = Frame &
  Workplace & {
    asked: Consultation
    dossier: Dossier
    agencies: Names
    mayAnswer: boolean
    today: Today
    typed: string
    refusal?: Refusal | undefined
  }

export function consultationPage(page: ConsultationPage): Html {
  const { locale, asked, dossier, agencies, refusal, csrf, today } = page
  const by = { name: asked.askedBy, agency: agencies.get(asked.fromAgencyId) ?? '', at: formatInstant(asked.askedAt, locale) }
  const facts = pairs([
    {
      label: words.dossier[locale],
      value: html`<a href="/xu-ly/ho-so/${dossier.id}"><span class="num" translate="no">${shortCode(dossier.code!)}</span> ${dossier.applicantName}</a>`
    },
    { label: words.from[locale], value: fill(words.askedBy[locale], by) },
    { label: words.to[locale], value: agencies.get(asked.toAgencyId) ?? '' },
    { label: words.due[locale], value: html`${formatInstantLong(asked.dueAt, locale)} ${standing(asked, today)}` }
  ])
  const answer = asked.answer
    ? panel({
        title: words.answer[locale],
        id: 'tra-loi',
        body: html`<p lang="vi">${asked.answer}</p><p class="hint">${asked.answeredBy}, ${formatInstant(asked.answeredAt!, locale)}</p>`
      })
    : page.mayAnswer &&
      panel({
        title: words.answer[locale],
        id: 'tra-loi',
        active: true,
        body: html`<form class="flow" method="post" action="${consultHref}/${asked.id}" novalidate>${csrfField(csrf)}${field({ name: 'answer', label: words.answer[locale], locale, type: 'textarea', rows: 6, maxlength: 5000, value: page.typed, error: problemAt(refusal, 'answer', locale) })}<p><button class="btn" data-key="Ctrl+Enter">${words.sendAnswer[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button></p></form>`
      })
  const question = panel({ title: words.question[locale], id: 'cau-hoi', body: html`<p lang="vi">${asked.question}</p>${facts}` })
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1><span class="end"><a class="back" href="${consultHref}">${icon('back')}${words.back[locale]}</a></span></div>${refusal && errorSummary(problemsOf(refusal, locale, { answer: words.answer[locale] }), locale)}<div class="flow">${question}${answer}</div>`
  return deskPage({ ...page, title: words.title[locale], main, error: refusal !== undefined })
}
