// The pages between an identity provider and an account: prove the phone, or confirm the link. Nothing is tied without a press.
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { csrfField, errorSummary, field } from '../../web/components/form.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { say, elsewhereWords as words } from './account-words.ts'
import { signInWords } from './words.ts'

type Linking = Frame & { provider: string; name: string | undefined; refusal?: Refusal | undefined }

/** `maskedPhone` of the account that is there; without one a phone is asked for. */
export function provePhonePage({
  provider,
  name,
  maskedPhone,
  typed,
  refusal,
  ...frame
}: Linking & { maskedPhone?: string | undefined; typed?: string }): Html {
  const { locale } = frame
  const values = { provider, name: name ?? '', phone: maskedPhone ?? '' }
  const title = say(words.linkTitle[locale], values)
  const asked =
    !maskedPhone &&
    field({
      name: 'phone',
      label: signInWords.phone[locale],
      locale,
      type: 'tel',
      value: typed,
      hint: signInWords.phoneHint[locale],
      autocomplete: 'tel',
      inputmode: 'tel',
      width: 'middle',
      error: problemAt(refusal, 'phone', locale)
    })
  const main = html`${errorSummary(problemsOf(refusal, locale), locale)}<h1>${title}</h1>${name && html`<p class="lead">${say(words.hello[locale], values)}</p>`}
<p>${say((maskedPhone ? words.exists : words.phoneNeeded)[locale], values)}</p>
<form class="flow" method="post" action="/dang-nhap/dinh-danh/ghep" novalidate>${csrfField(frame.csrf)}${asked}<button class="btn big block">${words.sendCode[locale]}</button></form>
<form method="post" action="/dang-nhap/dinh-danh/thoi">${csrfField(frame.csrf)}<button class="btn quiet block">${words.decline[locale]}</button></form><p class="muted">${words.onePhone[locale]}</p>`
  return citizenPage({ ...frame, title, main, error: refusal !== undefined, back: { href: '/dang-nhap', label: words.otherWay[locale] } })
}

/** For somebody who is signed in: whose identity came back, before it is tied to their account. */
export function confirmLinkPage({ provider, name, refusal, ...frame }: Linking): Html {
  const { locale } = frame
  const values = { provider, name: name ?? '' }
  const title = say(words.linkTitle[locale], values)
  const main = html`${errorSummary(problemsOf(refusal, locale), locale)}<h1>${title}</h1><p class="lead">${say(words.confirmLead[locale], values)}</p>
<form class="cluster" method="post" action="/tai-khoan/ghep">${csrfField(frame.csrf)}<button class="btn" name="dong-y" value="co">${words.confirm[locale]}</button><button class="btn quiet" name="dong-y" value="khong">${words.decline[locale]}</button></form>`
  return citizenPage({ ...frame, title, main, error: refusal !== undefined, back: { href: '/tai-khoan', label: words.back[locale] } })
}
