// What happened while the network was gone: this machine, what could not be taken in and why, blocks lent out. And the empty screen itself.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type RefusalCode, refusals } from '../../kernel/refusals.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { csrfField, errorSummary, field, icon, note, panel, table } from '../../web/components/index.ts'
import { type DeskPage, deskPage, type Frame, outagePage } from '../../web/layout.ts'
import { problemsOf } from '../../web/request.ts'
import type { ItemRow, LeaseRow } from '../queries.ts'
import { blockSize, tolerance } from '../rules.ts'
import type { OfflineContent } from '../types.ts'
import { screenWords, pageWords as words } from '../words.ts'

type Page = Frame &
  Pick<DeskPage, 'role' | 'agencyName' | 'staffName' | 'find'> & {
    refused: readonly ItemRow[]
    settled: readonly ItemRow[]
    leases: readonly { lease: LeaseRow; used: number }[]
    refusal?: Refusal | undefined
  }

export const fill = (text: string, facts: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? ''))
const contentOf = ({ content }: ItemRow) => JSON.parse(content) as OfflineContent
const nameOf = (item: ItemRow) => String(contentOf(item).body['filer.name'] ?? '')

function machine({ locale, csrf }: Page): Html {
  const body = html`<div class="flow" data-outage-machine aria-live="polite" data-preparing="${words.preparing[locale]}" data-ready="${words.ready[locale]}" data-not-ready="${words.notReady[locale]}" data-retired="${words.retired[locale]}" data-retire-first="${words.retireFirst[locale]}" data-unable="${screenWords.unable[locale]}"><p data-outage-said>${words.machineScript[locale]}</p><p class="hint">${fill(words.prepareHint[locale], { n: blockSize })}</p><p class="cluster"><button type="button" class="btn" data-outage-prepare hidden>${words.prepare[locale]}</button><a class="btn plain" href="/quay/ngoai-tuyen/khung" data-outage-open hidden>${words.open[locale]}</a><button type="button" class="btn quiet" data-outage-retire hidden>${words.retire[locale]}</button></p>${csrfField(csrf)}</div>`
  return panel({ title: words.machine[locale], id: 'may', body })
}

function sentenceOf({ reason, facts }: ItemRow, locale: Locale): string {
  return reason in refusals ? new Refusal(reason as RefusalCode, facts).sentence(locale) : reason
}

function reasonField(id: string, { locale, role }: Page): Html {
  if (role !== 'supervisor') return html``
  return field({ name: 'reason', id: `ly-do-${id}`, label: words.why[locale], locale, maxlength: 300, autocomplete: 'off' })
}

function acts(item: ItemRow, page: Page): Html {
  const { locale, csrf, role } = page
  const base = `/quay/ngoai-tuyen/${item.id}`
  const retry = html`<form method="post" action="${base}/thu-lai">${csrfField(csrf)}<button class="btn quiet">${words.retry[locale]}<span class="vh"> ${item.number}</span></button></form>`
  if (role !== 'supervisor') return html`${retry}<small>${words.headOnly[locale]}</small>`
  const despite =
    (item.reason === 'OUTAGE_VERSION_OTHER' || item.reason === 'NOT_YOURS_TO_DO') &&
    html`<button class="btn plain" formaction="${base}/thu-lai">${words.despite[locale]}<span class="vh"> ${item.number}</span></button>`
  return html`${retry}<form method="post" action="${base}/huy" class="cluster" novalidate>${csrfField(csrf)}${reasonField(item.id, page)}${despite}<button class="btn danger">${words.void[locale]}<span class="vh"> ${item.number}</span></button></form>`
}

function refusedList(page: Page): Html {
  const { locale, refused } = page
  if (refused.length === 0) return html`<div class="in empty"><p>${icon('check')}${words.refusedNone[locale]}</p></div>`
  return table({
    caption: words.refusedCaption[locale],
    columns: [words.number, words.who, words.at, words.reason, words.by, words.act].map((title) => ({ title: title[locale] })),
    rows: refused.map((item) => ({
      cells: [
        String(item.number),
        html`${nameOf(item)}<small>${item.procedureCode}</small>`,
        formatInstant(item.acceptedAt, locale),
        sentenceOf(item, locale),
        item.syncedBy,
        acts(item, page)
      ]
    }))
  })
}

/** What somebody should look at though the dossier is in the book. */
function notesOf({ facts }: ItemRow, locale: Locale): string {
  const { skewSeconds, printedDueAt, twins } = facts
  return [
    typeof skewSeconds === 'number' && fill(words.skew[locale], { n: Math.round(skewSeconds / 60) }),
    typeof printedDueAt === 'string' && fill(words.dueDiffers[locale], { due: formatInstant(Temporal.Instant.from(printedDueAt), locale) }),
    Array.isArray(twins) && fill(words.twins[locale], { codes: twins.join(', ') })
  ]
    .filter(Boolean)
    .join('. ')
}

function settledList({ locale, settled }: Page): Html {
  if (settled.length === 0) return html`<div class="in empty"><p>${words.recentNone[locale]}</p></div>`
  return table({
    caption: words.recentCaption[locale],
    columns: [words.number, words.who, words.at, words.state, words.note].map((title) => ({ title: title[locale] })),
    rows: settled.map((item) => ({
      cells: [
        item.state === 'accepted'
          ? html`<a class="num" href="/quay/ho-so/${item.id}" translate="no">${String(item.facts['code'] ?? item.number)}</a>`
          : String(item.number),
        html`${nameOf(item)}<small>${item.procedureCode}</small>`,
        formatInstant(item.acceptedAt, locale),
        item.state === 'accepted' ? words.accepted[locale] : fill(words.voided[locale], { why: item.reason }),
        notesOf(item, locale)
      ]
    }))
  })
}

function leaseList(page: Page): Html {
  const { locale, leases, csrf, role } = page
  if (leases.length === 0) return html`<div class="in empty"><p>${words.leasesNone[locale]}</p></div>`
  const close = ({ id, first }: LeaseRow) =>
    role === 'supervisor'
      ? html`<form method="post" action="/quay/ngoai-tuyen/dai-so/${id}/dong" class="cluster" novalidate>${csrfField(csrf)}${reasonField(id, page)}<button class="btn quiet">${words.writeOff[locale]}<span class="vh"> ${first}</span></button></form>`
      : ''
  return table({
    caption: words.leasesCaption[locale],
    columns: [words.day, words.block, words.holder, words.used, words.clock, words.act].map((title) => ({ title: title[locale] })),
    rows: leases.map(({ lease, used }) => ({
      cells: [
        formatDay(lease.day),
        `${lease.first}–${lease.last}`,
        lease.staffName,
        `${used}/${lease.last - lease.first + 1}`,
        Math.abs(lease.skewSeconds) > tolerance.minutes * 60
          ? fill(words.skew[locale], { n: Math.round(lease.skewSeconds / 60) })
          : words.clockRight[locale],
        close(lease)
      ]
    }))
  })
}

export function outagesPage(page: Page): Html {
  const { locale, refusal } = page
  const problems = refusal ? errorSummary(problemsOf(refusal, locale, { reason: words.why[locale] }), locale) : html``
  const main = html`${problems}<div class="dhead"><h1>${words.title[locale]}</h1><span class="muted">${words.lead[locale]}</span></div><div class="outages">${machine(page)}${panel({ title: words.refused[locale], id: 'chua-vao-so', bare: true, body: refusedList(page) })}${panel({ title: words.leases[locale], id: 'dai-so', bare: true, body: leaseList(page) })}${panel({ title: words.recent[locale], id: 'gan-day', bare: true, body: settledList(page) })}</div>`
  return deskPage({ ...page, title: words.title[locale], main, error: refusal !== undefined })
}

/** The same for everybody: what the machine keeps for the hour without a network. */
export function emptyScreen(frame: Frame): Html {
  const { locale } = frame
  const main = html`<div data-outage-screen><div class="dhead"><h1>${screenWords.title[locale]}</h1></div><noscript>${note('warn', screenWords.needsScript[locale])}</noscript></div>`
  return outagePage({ ...frame, title: screenWords.title[locale], label: words.title[locale], main })
}
