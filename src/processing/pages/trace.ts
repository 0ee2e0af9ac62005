// The trace of a dossier: every time it passed from one to another, when it was given and received, and whether that was before, on or after the time.

import { shortCode } from '../../dossiers/numbering.ts'
import type { Workplace } from '../../dossiers/pages/desk/queue.ts'
import type { Dossier } from '../../dossiers/store.ts'
import { fill } from '../../dossiers/words/desk.ts'
import { type Html, html } from '../../kernel/html.ts'
import { formatInstant } from '../../kernel/time.ts'
import { chip, icon, panel, table } from '../../web/components/index.ts'
import { deskPage, type Frame } from '../../web/layout.ts'
import { outcomeOf } from '../plan.ts'
import type { HandOver } from '../store.ts'
import { handOverWords, outcomeWords, traceWords as words } from '../words/process.ts'

export type TracePage = Frame &
  Workplace & {
    dossier: Dossier & { code: string }
    base: string
    handOvers: readonly HandOver[]
    agencies: ReadonlyMap<string, string>
    /** Other agencies take part, so there is a slip that goes along. */
    isInterconnected: boolean
    originals: readonly { code: string; name: string; where: string; onWay: string | undefined }[]
  }

function result({ givenAt, dueAt }: HandOver, locale: TracePage['locale']): Html {
  if (!dueAt) return html``
  const outcome = outcomeOf(givenAt, dueAt)
  return chip(outcome === 'late' ? 'err' : 'ok', undefined, outcomeWords[outcome][locale])
}

function traceTable({ dossier, handOvers, agencies, locale }: TracePage): Html {
  if (handOvers.length === 0) return html`<p class="in muted">${words.none[locale]}</p>`
  const side = (agencyId: string, name: string) => html`${name || words.notYet[locale]}<small>${agencies.get(agencyId) ?? ''}</small>`
  return table({
    caption: `${words.caption[locale]}, ${shortCode(dossier.code)}`,
    rowHeader: 1,
    columns: [words.n, words.what, words.from, words.given, words.to, words.taken, words.result, words.note].map((one) => ({
      title: one[locale]
    })),
    rows: handOvers.map((one) => ({
      cells: [
        String(one.seq),
        html`${handOverWords[one.kind][locale]}<small lang="vi">${one.task}</small>`,
        side(one.fromAgencyId, one.fromName),
        formatInstant(one.givenAt, locale),
        side(one.toAgencyId, one.toName),
        one.takenAt ? formatInstant(one.takenAt, locale) : words.notYet[locale],
        result(one, locale),
        html`<span lang="vi">${one.note}</span>`
      ]
    }))
  })
}

export function tracePage(page: TracePage): Html {
  const { dossier, base, locale, originals } = page
  const { id } = dossier
  const slip = html`<a class="btn quiet" href="/can-bo/ho-so/${id}/phieu-kiem-soat.pdf">${icon('print')}${words.slip[locale]}</a>`
  const transfer =
    page.isInterconnected &&
    html`<a class="btn quiet" href="/can-bo/ho-so/${id}/phieu-chuyen.pdf">${icon('print')}${words.transfer[locale]}</a>`
  const where = originals.map(
    ({ code, name, where, onWay }) =>
      html`<li><span>${icon('paper')}<span lang="vi">${name}</span> <span class="num" translate="no">${code}</span></span><span class="hint">${[where, onWay && fill(words.onWay[locale], { to: onWay })].filter(Boolean).join(' · ')}</span></li>`
  )
  const main = html`<div class="dhead"><h1>${words.title[locale]} · <span class="num" translate="no">${shortCode(dossier.code)}</span></h1><span class="muted">${dossier.applicantName}</span><span class="end cluster"><a class="back" href="${base}">${icon('back')}${words.backDossier[locale]}</a>${transfer}${slip}</span></div><div class="flow">${panel({ title: words.caption[locale], id: 'giao-nhan', body: traceTable(page), bare: true })}${where.length > 0 && panel({ title: words.originals[locale], id: 'ban-goc', body: html`<ul class="issued">${where}</ul>` })}</div>`
  return deskPage({ ...page, title: `${words.title[locale]} ${shortCode(dossier.code)}`, main })
}
