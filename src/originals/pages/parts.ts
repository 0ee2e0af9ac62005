// What several pages of the ledger show alike: a list line, the scan field for bursts, what became of each scan, who gives to whom.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatInstant } from '../../kernel/time.ts'
import { chip, csrfField, errorMessage, icon, pairs } from '../../web/components/index.ts'
import type { DeskPage } from '../../web/layout.ts'
import { isOver, type ListState, listStateWords } from '../lifecycle.ts'
import type { HandOverList, Original, OriginalNow } from '../queries.ts'
import type { Signature } from '../types.ts'
import { fateWords, fill, formWords, handWords, ledgerWords, sayHolder, scanWords } from '../words.ts'

export type Workplace = Pick<DeskPage, 'role' | 'agencyName' | 'staffName' | 'find'>

const looks: Record<ListState, 'ok' | 'warn' | 'info' | 'plain'> = {
  open: 'info',
  offered: 'warn',
  received: 'ok',
  received_with_differences: 'warn',
  called_back: 'plain',
  dropped: 'plain'
}
export const stateChip = (state: ListState, locale: Locale): Html =>
  chip(looks[state], isOver(state) ? undefined : 'refresh', listStateWords[state][locale])

export const formOf = (form: string, locale: Locale): string =>
  (form === 'original' ? formWords.original : formWords.certified_copy)[locale]

export const codeLink = ({ id, code }: Pick<Original, 'id' | 'code'>): Html =>
  html`<a class="num" href="/ban-goc/ban/${id}" translate="no">${code}</a>`

/** `Đang ở …` and, while one side only has confirmed, where to. */
export function whereCell({ holder, onWay }: Pick<OriginalNow, 'holder' | 'onWay'>, locale: Locale): Html {
  const way =
    onWay &&
    html`<small>${fill(ledgerWords.onWay[locale], { to: sayHolder(onWay.to, locale), since: formatInstant(onWay.since, locale) })}</small>`
  return html`${sayHolder(holder, locale)}${way}`
}

export const nowOf = ({ offer, ...original }: Original): OriginalNow => ({
  ...original,
  ...(offer && { onWay: { to: offer.to, since: Temporal.Instant.from(offer.at), by: offer.by, listId: offer.listId } })
})

export const fateChip = (fate: Original['fate'], locale: Locale): Html | false =>
  fate !== 'with_result' && chip(fate === 'retained' ? 'plain' : 'info', undefined, fateWords[fate][locale])

type ScanForm = {
  action: string
  csrf: string | undefined
  locale: Locale
  label: string
  scanned: number
  all: number
  error: string | undefined
}

/** Takes a burst of any length: each code ends with the scanner's Enter, which is a new line here; nothing is lost while a page loads. */
export function scanForm({ action, csrf, locale, label, scanned, all, error }: ScanForm): Html {
  return html`<form class="flow" method="post" action="${action}">${csrfField(csrf)}<div class="field${error ? ' bad' : ''}"><label for="codes">${label} <kbd>Alt</kbd> <kbd>1</kbd></label><p class="hint" id="codes-goi-y">${handWords.scanHint[locale]}</p>${error && errorMessage('codes-loi', error, locale)}<textarea class="input" id="codes" name="codes" rows="4" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="8000" aria-describedby="codes-goi-y${error ? ' codes-loi' : ''}"${error && html` aria-invalid="true"`} data-key="Alt+1" data-scan-lines autofocus></textarea></div><p class="cluster"><button class="btn" data-key="Ctrl+Enter">${icon('scan')}${handWords.write[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button><b class="num" role="status" data-scan-count="${scanned}" data-scan-words="${handWords.counter[locale]}" data-scan-all="${all}">${fill(handWords.counter[locale], { n: scanned, all })}</b></p></form>`
}

export type ScanSaid = { code: string; scan: keyof typeof scanWords; holder?: string | undefined }

const good: readonly ScanSaid['scan'][] = ['added', 'taken', 'already']

/** What went wrong first: that is what the eyes are for. */
export function scansSaid(said: readonly ScanSaid[], locale: Locale): Html | false {
  if (said.length === 0) return false
  const sorted = [...said.filter(({ scan }) => !good.includes(scan)), ...said.filter(({ scan }) => good.includes(scan))]
  const rows = sorted.map(
    ({ code, scan, holder = '' }) =>
      html`<p>${chip(good.includes(scan) ? 'ok' : 'err', good.includes(scan) ? 'check' : 'warning', code)} ${fill(scanWords[scan][locale], { holder })}</p>`
  )
  return html`<div class="flow" role="alert"><h3>${handWords.results[locale]}</h3>${rows}</div>`
}

const signedBy = (signature: Signature | null, at: Temporal.Instant | null, locale: Locale) =>
  signature && html`${signature.name}${signature.onPaper && ` (${handWords.onPaper[locale]})`}${at && `, ${formatInstant(at, locale)}`}`

/** Giver and receiver with their signatures. */
export const sidesOf = (list: HandOverList, locale: Locale): Html =>
  pairs([
    { label: handWords.giver[locale], value: sayHolder(list.giver, locale) },
    { label: handWords.sign[locale], value: signedBy(list.offeredBy, list.offeredAt, locale) },
    { label: handWords.receiver[locale], value: sayHolder(list.receiver, locale) },
    { label: handWords.signReceive[locale], value: signedBy(list.receivedBy, list.receivedAt, locale) },
    { label: handWords.state[locale], value: stateChip(list.state, locale) },
    list.note !== '' && { label: ledgerWords.reason[locale], value: list.note }
  ])
