// A new phone number for one's account: which, and the codes that prove it.
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { csrfField, errorSummary, field } from '../../web/components/form.ts'
import { note } from '../../web/components/status.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { maskPhone } from '../rules.ts'
import { accountWords, say, newPhoneWords as words } from './account-words.ts'
import { signInWords } from './words.ts'

type Changing = Frame & { phone: string; isVouched: boolean; refusal?: Refusal | undefined }

export function newPhonePage({ phone, isVouched, typed, refusal, ...frame }: Changing & { typed?: string }): Html {
  const { locale } = frame
  const lead = say((isVouched ? words.leadVouched : words.lead)[locale], { phone: maskPhone(phone) })
  const box = field({
    name: 'phone',
    label: words.newPhone[locale],
    locale,
    type: 'tel',
    value: typed,
    hint: signInWords.phoneHint[locale],
    inputmode: 'tel',
    width: 'middle',
    error: problemAt(refusal, 'phone', locale)
  })
  const main = html`${errorSummary(problemsOf(refusal, locale), locale)}<h1>${words.change[locale]}</h1><p>${lead}</p>
<form class="flow" method="post" action="/tai-khoan/doi-so" novalidate>${csrfField(frame.csrf)}${box}<button class="btn big block">${words.send[locale]}</button></form>${!isVouched && html`<p class="muted">${words.lost[locale]}</p>`}`
  const back = { href: '/tai-khoan', label: accountWords.title[locale] }
  return citizenPage({ ...frame, title: words.change[locale], main, error: refusal !== undefined, back })
}

type Codes = Changing & { newPhone: string; demo: boolean }

export function phoneCodesPage({ phone, newPhone, isVouched, demo, refusal, ...frame }: Codes): Html {
  const { locale } = frame
  const wrong = refusal?.code === 'SIGN_IN_CODE_WRONG' ? refusal.sentence(locale) : undefined
  const labels = {
    code: say(words.newCode[locale], { phone: maskPhone(newPhone) }),
    oldCode: say(words.oldCode[locale], { phone: maskPhone(phone) })
  }
  const problems = wrong ? [{ field: 'code', sentence: wrong }] : problemsOf(refusal, locale, labels)
  const box = (name: 'code' | 'oldCode', label: string, error: string | undefined) =>
    field({
      name,
      label,
      locale,
      hint: signInWords.codeHint[locale],
      autocomplete: 'one-time-code',
      inputmode: 'numeric',
      width: 'otp',
      error
    })
  const fresh = box('code', labels.code, wrong ?? problemAt(refusal, 'code', locale))
  const old = !isVouched && box('oldCode', labels.oldCode, wrong ?? problemAt(refusal, 'oldCode', locale))
  const outbox = demo && note('info', html`${signInWords.demo[locale]} <a href="/hop-thu">${signInWords.outbox[locale]}</a>`)
  const main = html`${errorSummary(problems, locale)}<h1>${words.codesTitle[locale]}</h1>${outbox}
<form class="flow" method="post" action="/tai-khoan/doi-so/ma" novalidate>${csrfField(frame.csrf)}${fresh}${old}<button class="btn big block">${words.save[locale]}</button></form>
<form method="post" action="/tai-khoan/doi-so">${csrfField(frame.csrf)}<input type="hidden" name="phone" value="${newPhone}"><button class="btn quiet">${words.again[locale]}</button></form>`
  const back = { href: '/tai-khoan/doi-so', label: words.change[locale] }
  return citizenPage({ ...frame, title: words.codesTitle[locale], main, error: refusal !== undefined, back })
}
