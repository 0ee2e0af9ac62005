// Public tracking: code and second factor, then state, date and journey without anything personal.
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { pairs } from '../../web/components/desk.ts'
import { errorSummary, field } from '../../web/components/form.ts'
import { code } from '../../web/components/status.ts'
import { type ThreadItem, thread } from '../../web/components/thread.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { wordsOf } from '../lifecycle.ts'
import type { Dossier } from '../store.ts'
import { dossierWords, trackingWords as words } from '../words/following.ts'
import { heldBy, nowWords, whatNow } from '../words/now.ts'
import { type DueFacts, dueSection } from './applicant/due.ts'

type Lookup = Frame & { typed?: { code: string; last4: string }; refusal?: Refusal | undefined }

export function lookupPage({ typed, refusal, ...frame }: Lookup): Html {
  const { locale } = frame
  const named = Object.keys(refusal?.fields ?? {}).length > 0 ? problemsOf(refusal, locale, { code: words.code[locale] }) : []
  // The one generic answer stands above; which of the two was wrong is not said.
  const problems = refusal && named.length === 0 ? [{ field: 'code', sentence: refusal.sentence(locale) }] : named
  const at = (name: string) => problemAt(refusal, name, locale)
  const main = html`${errorSummary(problems, locale)}<h1>${words.title[locale]}</h1><p>${words.lead[locale]}</p>
<form class="flow" method="post" action="/tra-cuu" novalidate>
${field({ name: 'code', label: words.code[locale], locale, value: typed?.code, hint: words.codeHint[locale], autocomplete: 'off', autocapitalize: 'characters', error: at('code') })}
${field({ name: 'last4', label: words.factor[locale], locale, value: typed?.last4, inputmode: 'numeric', autocomplete: 'off', width: 'short', maxlength: 8, error: at('last4') })}
<button class="btn big block">${words.see[locale]}</button></form><p>${words.signedIn[locale]} <a href="/ho-so">${words.mine[locale]}</a>.</p>`
  return citizenPage({ ...frame, title: words.title[locale], main, error: refusal !== undefined, breadcrumbs: [] })
}

export type Tracked = {
  dossier: Dossier
  /** `Nguyễn Thị L.` */
  maskedName: string
  agencyName: string
  due: DueFacts | undefined
  now: Temporal.Instant
  timeline: readonly ThreadItem[]
  /** In the post's hands; could not be handed over. */
  parcel: { isOnRoad: boolean; isUndelivered: boolean }
}

export function trackedPage({ tracked, ...frame }: Frame & { tracked: Tracked }): Html {
  const { locale } = frame
  const { dossier, maskedName, agencyName, due, now, timeline, parcel } = tracked
  const title = wordsOf(dossier.state, locale)
  const head = html`<header class="flow"><p class="muted"><span lang="vi">${dossier.procedureName}</span> · ${maskedName}</p><h1>${title}</h1><p class="hint">${dossierWords.code[locale]} ${code(dossier.code!)}<br>${dossierWords.at[locale].replace('{agency}', agencyName)}</p></header>`
  const { state, delivery } = dossier
  const answers = pairs([
    { label: nowWords.todo[locale], value: whatNow({ state, delivery, ...parcel })[locale] },
    { label: nowWords.holder[locale], value: heldBy({ state, agencyName, ...parcel })[locale] }
  ])
  const story = html`<section class="flow" aria-labelledby="dien-bien"><h2 id="dien-bien">${dossierWords.thread[locale]}</h2><p class="hint">${dossierWords.threadHint[locale]}</p>${thread(timeline)}</section>`
  const main = html`<div class="flow-lg">${head}${answers}${dueSection({ dossier, due, now, locale })}${story}<p class="hint">${words.privacy[locale]}</p><p><a href="/tra-cuu">${words.another[locale]}</a></p></div>`
  return citizenPage({ ...frame, title: `${title} – ${dossier.code}`, main, back: { href: '/tra-cuu', label: words.title[locale] } })
}
