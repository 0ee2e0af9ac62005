// Signing in by a code sent to one's phone: two short pages, no password, paste allowed.
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { csrfField, errorSummary, field } from '../../web/components/form.ts'
import { note } from '../../web/components/status.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { elsewhereWords, say } from './account-words.ts'
import { signInWords as words } from './words.ts'

/** `provider` is where else one can sign in. */
type PhonePage = Frame & { phone?: string; returnTo: string; provider?: string | undefined; refusal?: Refusal | undefined }

function elsewhere({ provider, returnTo, locale }: PhonePage): Html {
  if (!provider) return html``
  const href = `/dang-nhap/dinh-danh?tiep=${encodeURIComponent(returnTo)}`
  const label = say(elsewhereWords.signIn[locale], { provider })
  return html`<p>${say(elsewhereWords.signInWhy[locale], { provider })}</p><p><a class="btn big block" href="${href}">${label}</a></p><h2>${elsewhereWords.orPhone[locale]}</h2>`
}

export function phonePage(page: PhonePage): Html {
  const { phone, returnTo, refusal, provider, ...frame } = page
  const { locale } = frame
  const main = html`${errorSummary(problemsOf(refusal, locale), locale)}<h1>${words.title[locale]}</h1>${elsewhere(page)}<p>${words.lead[locale]}</p>
<form class="flow" method="post" action="/dang-nhap" novalidate>${csrfField(frame.csrf)}<input type="hidden" name="tiep" value="${returnTo}">
${field({ name: 'phone', label: words.phone[locale], locale, type: 'tel', value: phone, hint: words.phoneHint[locale], autocomplete: 'tel', inputmode: 'tel', width: 'middle', error: problemAt(refusal, 'phone', locale) })}
<button class="btn ${provider ? 'plain' : 'big'} block">${words.send[locale]}</button></form>
<p>${words.trackInstead[locale]} <a href="/tra-cuu">${words.track[locale]}</a>.</p><p class="muted">${words.noPhone[locale]}</p>`
  return citizenPage({ ...frame, title: words.title[locale], main, error: refusal !== undefined, breadcrumbs: [] })
}

/** `maskedPhone` says where the code went without printing the number. */
type CodePage = Frame & { maskedPhone: string; typed?: string; refusal?: Refusal | undefined; demo: boolean } & Partial<typeof plainDoor>

/** Where the code, the wish for a new one, and another phone go; the same page stands behind signing in elsewhere. */
const plainDoor = { action: '/dang-nhap/ma', again: '/dang-nhap/gui-lai', otherPhone: '/dang-nhap' }

export function codePage({ maskedPhone, typed, refusal, demo, ...rest }: CodePage): Html {
  const { action, again, otherPhone, ...frame } = { ...plainDoor, ...rest }
  const { locale } = frame
  const wrong = refusal?.code === 'SIGN_IN_CODE_WRONG' ? refusal.sentence(locale) : problemAt(refusal, 'code', locale)
  const problems = wrong ? [{ field: 'code', sentence: wrong }] : problemsOf(refusal, locale)
  const outbox = demo && note('info', html`${words.demo[locale]} <a href="/hop-thu">${words.outbox[locale]}</a>`)
  const main = html`${errorSummary(problems, locale)}<h1>${words.codeTitle[locale]}</h1><p>${words.sentTo[locale].replace('{phone}', maskedPhone)}</p>${outbox}
<form class="flow" method="post" action="${action}" novalidate>${csrfField(frame.csrf)}
${field({ name: 'code', label: words.code[locale], locale, value: typed, hint: words.codeHint[locale], autocomplete: 'one-time-code', inputmode: 'numeric', width: 'otp', error: wrong })}
<button class="btn big block">${words.enter[locale]}</button></form>
<form class="cluster" method="post" action="${again}"><span>${words.notArrived[locale]}</span>${csrfField(frame.csrf)}<button class="btn quiet">${words.again[locale]}</button></form>
<p><a href="${otherPhone}">${words.otherPhone[locale]}</a></p>`
  const back = { href: otherPhone, label: words.otherPhone[locale] }
  return citizenPage({ ...frame, title: words.codeTitle[locale], main, error: refusal !== undefined, back })
}
