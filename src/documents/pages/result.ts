// The result for its owner: the file, the code that proves it to anybody, and what to do when it was revoked.
import type { Dossier } from '../../dossiers/store.ts'
import { dossierWords } from '../../dossiers/words/following.ts'
import { type Html, html } from '../../kernel/html.ts'
import { dayOf, formatDay, formatInstant } from '../../kernel/time.ts'
import { code, note } from '../../web/components/status.ts'
import { icon } from '../../web/icons.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { resultWords as words } from '../words/verification.ts'

export type ResultPage = Frame & {
  dossier: Dossier
  result: {
    kind: 'approved' | 'refused'
    number: string
    title: string
    reason: string
    fileId: string
    signedBy: string
    signedAt: Temporal.Instant
  }
  /** Absent for the minute until the worker has sealed it. */
  sealed?:
    | { address: string; qr: Html; token: string; sha256: string; revokedAt: Temporal.Instant | null; revokedReason: string | null }
    | undefined
}

function proof({ sealed, locale }: ResultPage): Html {
  const title = html`<h2>${words.proof[locale]}</h2>`
  if (!sealed) return html`<section class="flow">${title}<p>${words.sealing[locale]}</p></section>`
  const { address, qr, sha256 } = sealed
  const copy = code(address, { label: words.link[locale], done: words.copied[locale] })
  const lines = html`<p>${words.fingerprint[locale]}:<br><span class="code breaks" translate="no">${sha256}</span></p>`
  return html`<section class="flow">${title}<p>${words.proofLead[locale]}</p><div class="seal">${qr}</div><details><summary>${words.link[locale]}</summary><p class="breaks">${copy}</p></details><p><a class="btn plain" href="${address}">${icon('shield')}${words.check[locale]}</a></p>${lines}<p><a href="/kiem-tra">${words.checkPage[locale]}</a></p></section>`
}

export function resultPage(page: ResultPage): Html {
  const { locale, dossier, result, sealed } = page
  const signed = dossierWords.resultSigned[locale]
    .replace('{signer}', result.signedBy)
    .replace('{day}', formatDay(dayOf(result.signedAt)))
    .replace('{number}', result.number)
  const revoked =
    sealed?.revokedAt &&
    note(
      'err',
      words.revoked[locale].replace('{at}', formatInstant(sealed.revokedAt, locale)).replace('{reason}', sealed.revokedReason ?? '')
    )
  const refused = result.kind === 'refused' && note('warn', dossierWords.resultRefused[locale].replace('{reason}', result.reason))
  const byHand = dossier.delivery.method !== 'electronic' && html`<p>${words.atHome[locale]}</p>`
  const file = `/tep/${result.fileId}`
  const get = html`<p class="cluster"><a class="btn big" href="${file}?tai=1">${icon('download')}${words.download[locale]}</a> <a href="${file}">${words.open[locale]}</a></p><p class="hint">${words.opens[locale]}</p>`
  const head = html`<header class="flow"><p class="muted" lang="vi">${dossier.procedureName}</p><h1>${words.title[locale]}</h1><p><strong lang="vi">${result.title}</strong><br>${signed}</p></header>`
  const rate = html`<p><a href="/ho-so/${dossier.id}/danh-gia">${words.rate[locale]}</a></p>`
  const main = html`<div class="flow-lg">${head}${revoked}${refused}<section class="flow">${byHand}${get}</section>${proof(page)}${rate}</div>`
  return citizenPage({
    ...page,
    title: words.title[locale],
    main,
    back: { href: `/ho-so/${dossier.id}`, label: `${words.back[locale]} ${dossier.code}` }
  })
}
