// My dossiers: what waits for me on top, then drafts, then the rest. One tap to the one that needs me.
import { lockerWords } from '../../../files/words.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { dayOf, formatDay, formatInstant } from '../../../kernel/time.ts'
import { csrfField } from '../../../web/components/form.ts'
import { type ChipKind, chip } from '../../../web/components/status.ts'
import { citizenPage, type Frame } from '../../../web/layout.ts'
import { draftLife } from '../../application.ts'
import { type State, wordsOf } from '../../lifecycle.ts'
import { shortCode } from '../../numbering.ts'
import type { Dossier } from '../../store.ts'
import { mineWords as words } from '../../words/following.ts'
import { draftHref } from './filing-frame.ts'

const kinds: Record<State, ChipKind> = {
  draft: 'plain',
  submitted: 'info',
  accepted: 'info',
  in_progress: 'info',
  awaiting_supplement: 'warn',
  awaiting_payment: 'warn',
  suspended: 'plain',
  result_ready: 'ok',
  returned: 'ok',
  refused: 'err',
  withdrawn: 'plain'
}

/** The state in the citizen's words, with its colour and sign. */
const stateChip = (state: State, locale: Locale): Html =>
  chip(kinds[state], kinds[state] === 'warn' ? 'warning' : undefined, wordsOf(state, locale))

/** The state asks something of the person whose dossier it is. */
const needsPerson = ({ state, delivery }: Pick<Dossier, 'state' | 'delivery'>): boolean =>
  state === 'awaiting_supplement' || state === 'awaiting_payment' || (state === 'result_ready' && delivery.method === 'desk')

type Helpers = ReadonlyMap<string, { name: string; href: string }>
type Mine = Frame & {
  dossiers: readonly Dossier[]
  popular: readonly { code: string; name: string }[]
  /** Who helps with a dossier now, by its id. */
  helpers: Helpers
}

function helperLine({ id }: Dossier, helpers: Helpers, locale: Locale): Html {
  const helper = helpers.get(id)
  return html`${helper && html`<p><a href="${helper.href}">${words.helpedBy[locale].replace('{name}', helper.name)}</a></p>`}`
}

function filedLine(dossier: Dossier, helpers: Helpers, locale: Locale): Html {
  const filed = dossier.filedAt && words.filed[locale].replace('{day}', formatDay(dayOf(dossier.filedAt)))
  const due = dossier.dueAt && !dossier.finishedAt && words.due[locale].replace('{day}', formatDay(dayOf(dossier.dueAt)))
  const facts = [filed, due, dossier.applicantName].filter(Boolean).join(' · ')
  return html`<article class="answer"><h3><a href="/ho-so/${dossier.id}" lang="vi">${dossier.procedureName}</a></h3><p class="why"><span class="code" translate="no">${dossier.code && shortCode(dossier.code)}</span> · ${facts}</p><p>${stateChip(dossier.state, locale)}</p>${helperLine(dossier, helpers, locale)}</article>`
}

function draftLine(draft: Dossier, helpers: Helpers, locale: Locale): Html {
  const href = draftHref(draft.id)
  const saved = words.saved[locale].replace('{at}', formatInstant(draft.updatedAt, locale))
  const kept = words.keptUntil[locale].replace('{day}', formatDay(dayOf(draftLife(draft.updatedAt).endsAt)))
  const name = html`<span class="vh" lang="vi"> ${draft.procedureName}</span>`
  return html`<article class="answer"><h3><a href="${href}" lang="vi">${draft.procedureName}</a></h3><p class="why">${saved} · ${kept}</p><p class="cluster"><a class="btn plain" href="${href}">${words.continue[locale]}${name}</a><a href="/ho-so/${draft.id}/xoa">${words.discard[locale]}${name}</a></p>${helperLine(draft, helpers, locale)}</article>`
}

function group(title: string, cards: readonly Html[]): Html {
  return html`${cards.length > 0 && html`<section class="flow"><h2>${title}</h2><div class="answers">${cards}</div></section>`}`
}

function empty({ popular, locale }: Mine): Html {
  const list = popular.map(({ code, name }) => html`<li><a href="/thu-tuc/${code}" lang="vi">${name}</a></li>`)
  return html`<p class="lead">${words.empty[locale]}</p><section class="flow"><h2>${words.popular[locale]}</h2><ul class="listing">${list}</ul></section>`
}

export function minePage(page: Mine): Html {
  const { dossiers, helpers, locale } = page
  const drafts = dossiers.filter(({ state }) => state === 'draft')
  const filed = dossiers.filter(({ state }) => state !== 'draft')
  const lines = (list: readonly Dossier[]) => list.map((dossier) => filedLine(dossier, helpers, locale))
  const groups = html`${group(words.needsMe[locale], lines(filed.filter(needsPerson)))}${group(
    words.drafts[locale],
    drafts.map((draft) => draftLine(draft, helpers, locale))
  )}${group(words.others[locale], lines(filed.filter((dossier) => !needsPerson(dossier))))}`
  const more = html`<p><a href="/giay-to-cua-toi">${lockerWords.title[locale]}</a></p><p><a href="/thu-tuc">${words.find[locale]}</a></p><p>${words.elsewhere[locale]} <a href="/tra-cuu">${words.track[locale]}</a></p>`
  const main = html`<h1>${words.title[locale]}</h1>${dossiers.length > 0 ? groups : empty(page)}${more}`
  return citizenPage({ ...page, title: words.title[locale], main, breadcrumbs: [] })
}

export function discardPage({ draft, ...frame }: Frame & { draft: Dossier }): Html {
  const { locale } = frame
  const main = html`<p class="muted" lang="vi">${draft.procedureName}</p><h1>${words.discardTitle[locale]}</h1><p>${words.discardText[locale]}</p><form class="cluster" method="post" action="/ho-so/${draft.id}/xoa">${csrfField(frame.csrf)}<button class="btn danger">${words.discard[locale]}</button><a href="/ho-so">${words.keep[locale]}</a></form>`
  return citizenPage({ ...frame, title: words.discardTitle[locale], main, back: { href: '/ho-so', label: words.title[locale] } })
}
