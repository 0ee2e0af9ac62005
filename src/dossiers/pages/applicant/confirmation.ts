// After filing: the code to keep, what happens next and when, the paper to keep. Reachable again at any time.

import { givingWords } from '../../../helping/words.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { formatInstant } from '../../../kernel/time.ts'
import { isPayable } from '../../../payments/rules.ts'
import { payWords } from '../../../payments/words.ts'
import { code, note } from '../../../web/components/status.ts'
import { icon } from '../../../web/icons.ts'
import { citizenPage, type Frame } from '../../../web/layout.ts'
import type { Dossier } from '../../store.ts'
import { reviewWords } from '../../words/applicant.ts'
import { nextWords, confirmationWords as words } from '../../words/following.ts'
import { feeTable } from './parts.ts'

export type Confirmation = {
  dossier: Dossier
  agencyName: string
  maskedPhone: string
  /** The square code as a picture in the page. */
  qr: Html
  next: readonly string[]
  /** The confirmation as PDF, once the job has made it. */
  fileId?: string | undefined
}

export function confirmationPage({ confirmation, ...frame }: Frame & { confirmation: Confirmation }): Html {
  const { locale } = frame
  const { dossier, agencyName, maskedPhone, qr, next, fileId } = confirmation
  const number = code(dossier.code!, { label: words.copy[locale], done: words.copied[locale] })
  const filed = words.filedAt[locale].replace('{at}', formatInstant(dossier.filedAt!, locale)).replace('{agency}', agencyName)
  const panel = html`<section class="confirmation flow"><h1>${icon('check')}<span>${words.title[locale]}</span></h1><p>${words.code[locale]}<br>${number}</p><p>${filed} ${words.message[locale].replace('{phone}', maskedPhone)}</p></section>`
  const pdf = fileId
    ? html`<p><a class="btn plain" href="/tep/${fileId}?tai=1">${icon('download')}${words.pdf[locale]}</a></p>`
    : note('info', html`${words.making[locale]} <a href="/ho-so/${dossier.id}/xac-nhan">${words.refresh[locale]}</a>`)
  const charged = dossier.fees.some(({ amount }) => amount > 0)
  const pay = charged && isPayable(dossier.state) && html`<p><a href="/ho-so/${dossier.id}/nop-phi">${payWords.payNow[locale]}</a></p>`
  const main = html`${panel}${next.length > 0 && html`<section class="flow"><h2>${words.next[locale]}</h2><ul class="bullets">${next.map((sentence) => html`<li>${sentence}</li>`)}</ul></section>`}${charged && html`<section class="flow"><h2>${reviewWords.fees[locale]}</h2>${feeTable(dossier.fees, locale)}${pay}</section>`}<p>${words.help[locale]}</p><section class="flow"><h2>${words.keep[locale]}</h2>${pdf}<div>${qr}<p class="hint">${words.qrHint[locale]}</p></div></section><p><a class="btn" href="/ho-so/${dossier.id}">${words.open[locale]}</a></p>`
  return citizenPage({
    ...frame,
    title: words.title[locale],
    main,
    back: frame.helping ? { href: '/giup-nguoi-khac', label: givingWords.title[locale] } : { href: '/ho-so', label: nextWords.mine[locale] }
  })
}
