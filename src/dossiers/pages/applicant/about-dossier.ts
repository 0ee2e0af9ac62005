// Two small pages of a dossier: who has seen it, and taking it back.
import { type Html, html } from '../../../kernel/html.ts'
import { formatInstant } from '../../../kernel/time.ts'
import { csrfField, field } from '../../../web/components/form.ts'
import { note } from '../../../web/components/status.ts'
import { citizenPage, type Frame } from '../../../web/layout.ts'
import type { Dossier } from '../../store.ts'
import { dossierWords, readerWords, withdrawWords } from '../../words/following.ts'

type Reader = { at: Temporal.Instant; name: string; role: string }

const backTo = (dossier: Dossier, { locale }: Frame) => ({ href: `/ho-so/${dossier.id}`, label: dossierWords.backTo[locale] })

export function readersPage({ dossier, readers, ...frame }: Frame & { dossier: Dossier; readers: readonly Reader[] }): Html {
  const { locale } = frame
  const roleWords = (role: string) => readerWords[role as 'clerk']?.[locale] ?? role
  const lines = readers.map(
    ({ at, name, role }) => html`<li><b>${name}, ${roleWords(role)}</b><span>${formatInstant(at, locale)}</span></li>`
  )
  const list = lines.length > 0 ? html`<ul class="listing">${lines}</ul>` : note('info', readerWords.none[locale])
  const main = html`<p class="muted" lang="vi">${dossier.procedureName}</p><h1>${readerWords.title[locale]}</h1><p>${readerWords.lead[locale]}</p>${list}`
  return citizenPage({ ...frame, title: readerWords.title[locale], main, back: backTo(dossier, frame) })
}

export function withdrawPage({ dossier, ...frame }: Frame & { dossier: Dossier }): Html {
  const { locale } = frame
  const words = withdrawWords
  const reason = field({ name: 'reason', label: words.reason[locale], locale, type: 'textarea', rows: 2, optional: true })
  const main = html`<p class="muted"><span lang="vi">${dossier.procedureName}</span> · <span class="code" translate="no">${dossier.code}</span></p><h1>${words.title[locale]}</h1><p>${words.text[locale]}</p><form class="flow" method="post" action="/ho-so/${dossier.id}/rut" novalidate>${csrfField(frame.csrf)}${reason}<div class="cluster"><button class="btn danger">${words.confirm[locale]}</button><a href="/ho-so/${dossier.id}">${words.keep[locale]}</a></div></form>`
  return citizenPage({ ...frame, title: words.title[locale], main, back: backTo(dossier, frame) })
}
