// A citizen's account: who one is, the ways in, where one is signed in.
import { type Html, html } from '../../kernel/html.ts'
import { dayOf, formatDay, formatInstant } from '../../kernel/time.ts'
import { pairs } from '../../web/components/desk.ts'
import { csrfField } from '../../web/components/form.ts'
import { chip } from '../../web/components/status.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { maskNumber, maskPhone } from '../rules.ts'
import { newPhoneWords, say, accountWords as words } from './account-words.ts'
import { type SessionLine, sessionList } from './sessions.ts'

export type Known = {
  phone: string
  fullName: string | null
  identityNumber: string | null
  verifiedAt: Temporal.Instant | null
  verifiedBy: string | null
}
export type IdentityLine = { id: string; provider: string; linkedAt: Temporal.Instant; lastUsedAt: Temporal.Instant }

type AccountPage = Frame & {
  known: Known
  identities: readonly IdentityLine[]
  /** A provider that can still be linked. */
  linkable?: string | undefined
  sessions: readonly SessionLine[]
}

function whoSection({ known, locale }: AccountPage): Html {
  const { phone, fullName, identityNumber, verifiedAt, verifiedBy } = known
  const standing =
    verifiedAt && verifiedBy
      ? chip('ok', undefined, say(words.verified[locale], { provider: verifiedBy, day: formatDay(dayOf(verifiedAt)) }))
      : chip('plain', 'person', words.notVerified[locale])
  const rows = [
    { label: words.name[locale], value: fullName ?? words.noName[locale] },
    { label: words.phone[locale], value: maskPhone(phone) },
    ...(identityNumber ? [{ label: words.number[locale], value: maskNumber(identityNumber) }] : []),
    { label: words.identity[locale], value: standing }
  ]
  return html`<section class="flow" aria-labelledby="toi"><h2 id="toi">${words.who[locale]}</h2>${pairs(rows)}</section>`
}

function waysSection({ known, identities, linkable, locale, csrf }: AccountPage): Html {
  const linked = identities.map(({ id, provider, linkedAt, lastUsedAt }) => {
    const used = say(words.linked[locale], { day: formatDay(dayOf(linkedAt)), last: formatInstant(lastUsedAt, locale) })
    return html`<li><div><b>${provider}</b><p class="muted">${used}</p></div><form method="post" action="/tai-khoan/go">${csrfField(csrf)}<button class="btn quiet" name="dinh-danh" value="${id}">${say(words.unlink[locale], { provider })}</button></form></li>`
  })
  const phone = html`<li><div><b>${say(words.byCode[locale], { phone: maskPhone(known.phone) })}</b><p class="muted">${words.always[locale]}</p></div><a href="/tai-khoan/doi-so">${newPhoneWords.change[locale]}</a></li>`
  const more =
    linkable &&
    html`<p>${say(words.linkWhy[locale], { provider: linkable })}</p><p><a class="btn plain" href="/tai-khoan/dinh-danh">${say(words.link[locale], { provider: linkable })}</a></p>`
  return html`<section class="flow" aria-labelledby="cach"><h2 id="cach">${words.ways[locale]}</h2><ul class="listing">${phone}${linked}</ul>${more}</section>`
}

export function accountPage(page: AccountPage): Html {
  const { locale, sessions } = page
  const list = sessionList({ sessions, action: '/tai-khoan', lead: words.sessionsLead[locale], frame: page })
  const main = html`<h1>${words.title[locale]}</h1><div class="flow-lg">${whoSection(page)}${waysSection(page)}${list}</div>`
  return citizenPage({ ...page, title: words.title[locale], main, breadcrumbs: [{ href: '/ho-so', label: words.mine[locale] }] })
}
