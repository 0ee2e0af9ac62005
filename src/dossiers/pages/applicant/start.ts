// Before the first question: who decides, what it costs, how long it takes, which papers; then one button.
import { type Html, html } from '../../../kernel/html.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { formatInstant } from '../../../kernel/time.ts'
import type { ProcedureView } from '../../../procedures/queries.ts'
import type { FeeLine } from '../../../procedures/rules.ts'
import { formNames } from '../../../procedures/words.ts'
import { keyFacts, papers } from '../../../web/components/catalogue.ts'
import { choice, csrfField, errorSummary } from '../../../web/components/form.ts'
import { note } from '../../../web/components/status.ts'
import { citizenPage, type Frame } from '../../../web/layout.ts'
import { problemAt, problemsOf } from '../../../web/request.ts'
import { paperWords, startWords as words } from '../../words/applicant.ts'
import { draftHref } from './filing-frame.ts'
import { feeTable, hintBox, type PlaceGroup, placeSelect } from './parts.ts'

export type StartFacts = {
  view: ProcedureView
  /** In words: `5 ngày làm việc`. */
  time: string
  fees: readonly FeeLine[]
  /** The one agency that decides, or the lists to choose from. */
  fixed?: { code: string; name: string } | undefined
  groups: readonly PlaceGroup[]
  chosen?: string | undefined
  /** What was searched for among the places, and what was found. */
  search?: { text: string; found: readonly { code: string; name: string }[] } | undefined
  /** The request for help this filing is begun under. */
  nho?: string | undefined
  draft?: { id: string; savedAt: Temporal.Instant } | undefined
}

type StartPage = Frame & { facts: StartFacts; refusal?: Refusal | undefined }

const startHref = (code: string): string => `/nop/${encodeURIComponent(code)}`

/** More than fits on a screen: a box to search with is offered. */
const isLong = (groups: readonly PlaceGroup[]) => groups.reduce((sum, group) => sum + group.places.length, 0) > 20

function places({ facts, refusal, ...frame }: StartPage): Html {
  const { locale } = frame
  const { fixed, groups, search, chosen, view } = facts
  if (fixed)
    return html`<p><strong>${words.where[locale]}:</strong> <span lang="vi">${fixed.name}</span></p><input type="hidden" name="agency" value="${fixed.code}">`
  const error = problemAt(refusal, 'agency', locale)
  if (search && search.found.length > 0) {
    const options = search.found.map(({ code, name }) => ({ value: code, label: html`<span lang="vi">${name}</span>` }))
    const only = search.found.length === 1 ? search.found[0]!.code : chosen
    const legend = words.found[locale].replace('{n}', String(search.found.length)).replace('{q}', search.text)
    return html`${choice({ name: 'agency', legend, locale, options, checked: only, error })}<p><a href="${startHref(view.procedure.code)}${facts.nho && `?nho=${facts.nho}`}">${words.showAll[locale]}</a></p>`
  }
  const label = view.offering.level === 'ward' ? words.chooseWard[locale] : words.chooseDistrict[locale]
  return placeSelect({ name: 'agency', label, locale, groups, value: chosen, empty: '', hint: words.whereHint[locale], error })
}

const helpField = ({ nho }: StartFacts) => html`${nho && html`<input type="hidden" name="nho" value="${nho}">`}`

function searchForm({ facts, locale }: StartPage): Html {
  if (facts.fixed || !isLong(facts.groups)) return html``
  const { text = '', found = [] } = facts.search ?? {}
  const missed = text !== '' && found.length === 0 && note('warn', words.notFound[locale].replace('{q}', text))
  return html`<form class="flow" method="get" role="search">${helpField(facts)}<label for="noi">${words.search[locale]}</label><div class="search sm"><input id="noi" name="noi" type="search" autocomplete="off" value="${text}"><button class="btn plain">${words.searchButton[locale]}</button></div></form>${missed}`
}

/** The two ways of having it done together, said before anything is typed. */
function together({ view, nho }: StartFacts, locale: Frame['locale']): Html {
  if (nho) return html``
  const code = encodeURIComponent(view.procedure.code)
  return html`<p class="hint"><a href="/nho-giup/moi?thu-tuc=${code}">${words.askHelp[locale]}</a> · <a href="/giup-nguoi-khac/moi?thu-tuc=${code}">${words.giveHelp[locale]}</a></p>`
}

function paperList({ view }: StartFacts, frame: Frame): Html {
  const { locale } = frame
  if (view.documents.length === 0) return html`<p>${words.noPapers[locale]}</p>`
  return papers(
    view.documents.map(({ name, form, copies, condition }) => ({
      name: html`<span lang="vi">${name}</span>`,
      tag:
        copies > 1
          ? `${formNames[form][locale]}, ${paperWords.copiesNeeded[locale].replace('{n}', String(copies))}`
          : formNames[form][locale],
      text: condition && html`<span lang="vi">${paperWords.onlyWhen[locale].replace('{when}', condition)}</span>`
    }))
  )
}

export function startPage(page: StartPage): Html {
  const { facts, refusal, ...frame } = page
  const { locale } = frame
  const { view, draft } = facts
  const unfinished =
    draft &&
    note(
      'info',
      html`${words.draftExists[locale].replace('{at}', formatInstant(draft.savedAt, locale))} <a href="${draftHref(draft.id)}">${words.resume[locale]}</a>`
    )
  const paperOnly = view.offering.onlineLevel < 3 && hintBox(words.paperOnly[locale])
  const facts3 = keyFacts([
    { label: words.time[locale], value: facts.time },
    { label: words.result[locale], value: html`<span lang="vi">${view.version.resultName}</span>` }
  ])
  const form = html`<form class="flow" method="post" action="${startHref(view.procedure.code)}" novalidate>${csrfField(frame.csrf)}${helpField(facts)}${places(page)}<p class="hint">${words.leave[locale]}${!frame.actor && html` ${words.beginSignedOut[locale]}`}</p><button class="btn big block">${words.begin[locale]}</button></form>`
  const main = html`${errorSummary(problemsOf(refusal, locale), locale)}<header><p class="muted">${words.title[locale]}</p><h1 lang="vi">${view.version.name}</h1></header>${unfinished}${facts3}<section class="flow"><h2>${words.fee[locale]}</h2>${feeTable(facts.fees, locale)}</section>${paperOnly}<section class="flow"><h2>${words.where[locale]}</h2>${searchForm(page)}${form}${together(facts, locale)}</section><section class="flow"><h2>${words.papers[locale]}</h2>${paperList(facts, frame)}</section>`
  return citizenPage({
    ...frame,
    title: `${words.title[locale]} – ${view.version.name}`,
    main,
    error: refusal !== undefined,
    back: backLink(facts, locale)
  })
}

const backLink = ({ view }: StartFacts, locale: Frame['locale']) => ({
  href: `/thu-tuc/${encodeURIComponent(view.procedure.code)}`,
  label: words.back[locale]
})

/** Neither online nor by post: why, where instead, and what to bring. */
export function closedPage({ facts, ...frame }: Frame & { facts: StartFacts }): Html {
  const { locale } = frame
  const { view, fixed } = facts
  const level = { ward: words.chooseWard, district: words.chooseDistrict, department: words.where, city: words.where }[view.offering.level][
    locale
  ]
  const where = html`${words.closedDo[locale]} <strong lang="vi">${fixed?.name ?? level.replace(/^(Chọn|Choose an?) /, '')}</strong>.`
  const main = html`<header><p class="muted" lang="vi">${view.version.name}</p><h1>${words.closedTitle[locale]}</h1></header><p>${words.closedWhy[locale]}</p><p>${where}</p><p><a href="/noi-nop">${words.closedPlaces[locale]}</a></p><h2>${words.papers[locale]}</h2>${paperList(facts, frame)}`
  return citizenPage({ ...frame, title: words.closedTitle[locale], main, back: backLink(facts, locale) })
}
