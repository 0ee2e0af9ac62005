// The head's view on one screen: what is late, by whom and why; letters to sign; work to give to somebody else; what they were told.
import type { LateCause } from '../../deadlines/rules.ts'
import { shortCode } from '../../dossiers/numbering.ts'
import { dueChip, type Today } from '../../dossiers/pages/desk/due-chip.ts'
import type { Workplace } from '../../dossiers/pages/desk/queue.ts'
import type { Apology, Dossier } from '../../dossiers/store.ts'
import type { Load } from '../../dossiers/time-queries.ts'
import { fill } from '../../dossiers/words/desk.ts'
import { type Html, html } from '../../kernel/html.ts'
import { dayOf, formatDayLong, formatInstant, formatTime } from '../../kernel/time.ts'
import { csrfField, dossierNews, figures, icon, key, live, panel, table } from '../../web/components/index.ts'
import { deskPage, type Frame } from '../../web/layout.ts'
import { leaderWords as words } from '../words/leader.ts'
import { type Noticed, noticeList } from './notices.ts'

type Letter = { apology: Apology; dossier: Dossier }
type Pressing = { dossier: Dossier; apology: 'drafted' | 'proposed' | 'signed' | null }

export type LeaderPage = Frame &
  Workplace & {
    today: Today
    /** Signs and gives out work; the head of the desk only looks. */
    isHead: boolean
    readerId: string
    letters: readonly Letter[]
    pressing: readonly Pressing[]
    loads: readonly Load[]
    causes: readonly { cause: string | null; size: number }[]
    causeNames: readonly LateCause[]
    colleagues: readonly { id: string; name: string }[]
    notices: readonly Noticed[]
    unseen: number
    /** Of the desk: new ones, results to hand out. */
    desk: { incoming: number; ready: number } | undefined
    chosen: Load | undefined
  }

/** The rest is on a page of its own. */
const fewNotices = 8

const base = ({ isHead }: LeaderPage) => (isHead ? '/xu-ly/ho-so' : '/quay/ho-so')

function opens(page: LeaderPage, { id, code }: Dossier, more = ''): Html {
  return html`<a class="num" href="${base(page)}/${id}${more}" translate="no">${shortCode(code!)}</a>`
}

const tick = (page: LeaderPage, { id, code }: Dossier) =>
  html`<input type="checkbox" name="dossier" value="${id}" aria-label="${words.choose[page.locale]} ${shortCode(code!)}">`

const sayCauses = (page: LeaderPage, { causes, words: own }: Apology) =>
  [
    ...page.causeNames.filter(({ code }) => causes.includes(code)).map(({ nameVi, nameEn }) => (page.locale === 'vi' ? nameVi : nameEn)),
    own
  ]
    .filter(Boolean)
    .join('; ')

function lettersPanel(page: LeaderPage): Html {
  const { locale, letters, csrf, readerId } = page
  const title = html`${words.letters[locale]} <span class="muted">${letters.length}</span>`
  if (letters.length === 0)
    return panel({ title, id: 'phieu', body: html`<div class="empty"><p>${icon('check')}${words.noLetters[locale]}</p></div>` })
  const list = table({
    caption: words.signCaption[locale],
    rowHeader: 1,
    columns: [words.choose, words.code, words.applicant, words.oldDue, words.newDue, words.cause, words.by].map((one) => ({
      title: one[locale]
    })),
    rows: letters.map(({ apology, dossier }) => ({
      cells: [
        apology.proposedById === readerId ? html`<span class="hint">${words.own[locale]}</span>` : tick(page, dossier),
        opens(page, dossier, '/xin-loi'),
        dossier.applicantName,
        formatDayLong(dayOf(apology.dueAt), locale),
        html`<b>${formatDayLong(dayOf(apology.newDueAt!), locale)}</b>`,
        html`<span class="two-lines">${sayCauses(page, apology)}</span>`,
        html`${apology.proposedBy}<small>${formatInstant(apology.proposedAt!, locale)}</small>`
      ]
    }))
  })
  const form = html`<form method="post" action="/lanh-dao/ky">${csrfField(csrf)}${list}<p class="in"><button class="btn" data-key="Ctrl+Enter">${words.sign[locale]} ${key('Ctrl')} ${key('Enter')}</button></p></form>`
  return panel({ title, id: 'phieu', body: form, bare: true, active: true })
}

const letterWords = { drafted: words.letterDrafted, proposed: words.letterProposed, signed: words.letterSigned }

function pressingPanel(page: LeaderPage): Html {
  const { locale, pressing, csrf, today, isHead, chosen, colleagues } = page
  const whose =
    chosen &&
    html` <span class="muted">${fill(words.ofPerson[locale], { name: chosen.officerName ?? '' })} <a href="/lanh-dao">${words.everybody[locale]}</a></span>`
  const title = html`${words.pressing[locale]}${whose}`
  if (pressing.length === 0)
    return panel({ title, id: 'tre', body: html`<div class="empty"><p>${icon('check')}${words.nonePressing[locale]}</p></div>` })
  const columns = [words.due, words.code, words.applicant, words.procedure, words.person, words.letter]
  const list = table({
    caption: words.pressingCaption[locale],
    list: true,
    rowHeader: isHead ? 2 : 1,
    columns: [...(isHead ? [words.choose] : []), ...columns].map((one) => ({ title: one[locale] })),
    rows: pressing.map(({ dossier, apology }) => ({
      href: `${base(page)}/${dossier.id}`,
      cells: [
        ...(isHead ? [tick(page, dossier)] : []),
        dueChip(dossier, today),
        opens(page, dossier),
        dossier.applicantName,
        html`<span class="two-lines" lang="vi">${dossier.procedureName}</span>`,
        dossier.officerName ?? html`<span class="hint">${words.nobody[locale]}</span>`,
        html`<span class="hint">${(apology ? letterWords[apology] : words.noLetter)[locale]}</span>`
      ]
    }))
  })
  if (!isHead) return panel({ title, id: 'tre', body: list, bare: true })
  const options = colleagues.map(({ id, name }) => html`<option value="${id}">${name}</option>`)
  const give = html`<p class="in cluster"><label for="toId">${words.assign[locale]}</label><select class="input" id="toId" name="toId"><option value="">${words.choosePerson[locale]}</option>${options}</select><button class="btn plain">${words.assignDo[locale]}</button></p>`
  return panel({
    ...{ title, id: 'tre', bare: true },
    body: html`<form method="post" action="/lanh-dao/giao">${csrfField(csrf)}${list}${give}</form>`
  })
}

function loadPanel({ locale, loads }: LeaderPage): Html {
  const number = (title: string) => ({ title, number: true })
  const body = table({
    caption: words.byPersonCaption[locale],
    columns: [{ title: words.person[locale] }, number(words.late[locale]), number(words.longLate[locale]), number(words.soonShort[locale])],
    rows: loads.map(({ officerId, officerName, late, longLate, soon }) => ({
      cells: [
        officerId ? html`<a href="/lanh-dao?nguoi=${officerId}">${officerName}</a>` : words.nobody[locale],
        late > 0 ? html`<b>${late}</b>` : late,
        longLate > 0 ? html`<b>${longLate}</b>` : longLate,
        soon
      ]
    }))
  })
  return panel({ title: words.byPerson[locale], id: 'nguoi', body, bare: true })
}

function causePanel({ locale, causes, causeNames }: LeaderPage): Html {
  const nameOf = (code: string | null) => {
    const found = causeNames.find((one) => one.code === code)
    return found ? (locale === 'vi' ? found.nameVi : found.nameEn) : (code ?? words.noCause[locale])
  }
  if (causes.length === 0)
    return panel({
      title: words.byCause[locale],
      id: 'ly-do',
      body: html`<div class="empty"><p>${icon('check')}${words.noneByCause[locale]}</p></div>`
    })
  const body = table({
    caption: words.byCauseCaption[locale],
    columns: [{ title: words.cause[locale] }, { title: words.dossiers[locale], number: true }],
    rows: causes.map(({ cause, size }) => ({ cells: [nameOf(cause), size] }))
  })
  return panel({ title: words.byCause[locale], id: 'ly-do', body, bare: true })
}

function deskPanel({ locale, desk }: LeaderPage): Html {
  if (!desk) return html``
  const lines = [
    ['/quay?hang=incoming', words.incoming, desk.incoming],
    ['/quay?hang=ready', words.ready, desk.ready]
  ] as const
  const list = lines.map(([href, label, size]) => html`<li><a href="${href}">${label[locale]}</a> <b>${size}</b></li>`)
  return panel({ title: words.desk[locale], id: 'quay', body: html`<ul>${list}</ul>` })
}

export function leaderPage(page: LeaderPage): Html {
  const { locale, today, loads, letters, notices, unseen, isHead } = page
  const sum = (of: (load: Load) => number) => loads.reduce((total, load) => total + of(load), 0)
  const numbers = figures(
    [
      {
        label: words.late[locale],
        value: sum(({ late }) => late),
        meaning: fill(words.lateMeaning[locale], { n: sum(({ longLate }) => longLate) })
      },
      { label: words.soon[locale], value: sum(({ soon }) => soon), meaning: words.soonMeaning[locale] },
      ...(isHead ? [{ label: words.letters[locale], value: letters.length, meaning: words.lettersMeaning[locale] }] : []),
      { label: words.notices[locale], value: unseen, meaning: words.noticesMeaning[locale] }
    ],
    'kpis'
  )
  const told = panel({
    title: html`${words.notices[locale]} <span class="muted">${notices.length}</span>`,
    id: 'nhac-viec',
    body: html`${noticeList(page, notices.slice(0, fewNotices), { base: base(page), from: '/lanh-dao' })}${notices.length > fewNotices && html`<p><a href="/nhac-viec">${words.allNotices[locale]}</a></p>`}`
  })
  // What is late for long stands on the first screen; otherwise what waits for a signature does.
  const isPressing = sum(({ longLate }) => longLate) > 0
  const signing = isHead && lettersPanel(page)
  const left = html`<div class="flow">${!isPressing && signing}${pressingPanel(page)}${isPressing && signing}${told}</div>`
  const right = html`<div class="flow">${loadPanel(page)}${causePanel(page)}${deskPanel(page)}</div>`
  const body = html`${numbers}<div class="cols2 spaced">${left}${right}</div>`
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1><span class="muted">${fill(words.dataAt[locale], { time: formatTime(today.now) })}</span></div>${live({ id: 'lanh-dao', from: dossierNews, body })}`
  return deskPage({ ...page, title: words.title[locale], main })
}
