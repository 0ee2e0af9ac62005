// The door for staff: user name and password; password managers and paste welcome.
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { csrfField, errorSummary, field } from '../../web/components/form.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { signInWords as words } from './words.ts'

type StaffPage = Frame & { username?: string; returnTo: string; refusal?: Refusal | undefined }

export function staffSignInPage({ username, returnTo, refusal, ...frame }: StaffPage): Html {
  const { locale } = frame
  const isWhole = refusal !== undefined && Object.keys(refusal.fields).length === 0
  const labels = { username: words.username[locale], password: words.password[locale] }
  const problems = isWhole ? [{ field: 'username', sentence: refusal.sentence(locale) }] : problemsOf(refusal, locale, labels)
  const at = (name: string) => problemAt(refusal, name, locale) ?? (isWhole && name === 'username' ? refusal.sentence(locale) : undefined)
  const main = html`${errorSummary(problems, locale)}<h1>${words.staffTitle[locale]}</h1><p>${words.staffLead[locale]}</p>
<form class="flow" method="post" action="/can-bo/dang-nhap" novalidate>${csrfField(frame.csrf)}<input type="hidden" name="tiep" value="${returnTo}">
${field({ name: 'username', label: words.username[locale], locale, value: username, autocomplete: 'username', autocapitalize: 'none', error: at('username') })}
${field({ name: 'password', label: words.password[locale], locale, type: 'password', autocomplete: 'current-password', error: at('password') })}
<button class="btn big block">${words.enter[locale]}</button></form>
<p class="muted">${words.forgotten[locale]}</p><p>${words.citizens[locale]} <a href="/dang-nhap">${words.citizensLink[locale]}</a></p>`
  return citizenPage({ ...frame, title: words.staffTitle[locale], main, error: refusal !== undefined, breadcrumbs: [] })
}
