// Where somebody is signed in: each device in plain words, this one marked, each with its own way out.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatInstant } from '../../kernel/time.ts'
import { csrfField } from '../../web/components/form.ts'
import { chip } from '../../web/components/status.ts'
import type { Frame } from '../../web/layout.ts'
import { sayDevice } from '../devices.ts'
import { say, accountWords as words } from './account-words.ts'

export type SessionLine = { id: string; device: string; createdAt: Temporal.Instant; lastSeenAt: Temporal.Instant; isThis: boolean }

function line(
  { id, device, createdAt, lastSeenAt, isThis }: SessionLine,
  { action, csrf, locale }: { action: string; csrf: Frame['csrf']; locale: Locale }
): Html {
  const name = sayDevice(device, locale)
  const since = say(words.since[locale], { since: formatInstant(createdAt, locale), seen: formatInstant(lastSeenAt, locale) })
  const out = html`<form method="post" action="${action}/dang-xuat">${csrfField(csrf)}<button class="btn quiet" name="phien" value="${id}">${words.signOut[locale]}<span class="vh">${say(words.signOutDevice[locale], { device: name })}</span></button></form>`
  return html`<li><div><b>${name}</b><p class="muted">${since}</p></div>${isThis ? html`<span>${chip('ok', undefined, words.thisOne[locale])}</span>` : out}</li>`
}

/** `action` is the address of the account page the list stands on. */
export function sessionList({
  sessions,
  action,
  lead,
  frame
}: {
  sessions: readonly SessionLine[]
  action: string
  lead: string
  frame: Frame
}): Html {
  const { locale, csrf } = frame
  const lines = sessions.map((one) => line(one, { action, csrf, locale }))
  const others = sessions.length > 1 && html`<button class="btn plain" name="pham-vi" value="khac">${words.signOutOthers[locale]}</button>`
  return html`<section class="flow" aria-labelledby="thiet-bi"><h2 id="thiet-bi">${words.sessions[locale]}</h2><p>${lead}</p><ul class="listing">${lines}</ul>
<form class="cluster" method="post" action="${action}/dang-xuat-het">${csrfField(csrf)}${others}<button class="btn danger" name="pham-vi" value="het">${words.signOutAll[locale]}</button></form></section>`
}
