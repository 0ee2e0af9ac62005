// The receiver at work: scan what came, say what did not, sign.
import { type Body, textOf } from '../../forms/typed.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { chip, code, csrfField, errorSummary, field, icon, panel, table } from '../../web/components/index.ts'
import { deskPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import type { HandOverList, ListLine } from '../queries.ts'
import { fill, ledgerWords, sayHolder, scanWords, handWords as words } from '../words.ts'
import { codeLink, formOf, type ScanSaid, scanForm, scansSaid, sidesOf, type Workplace } from './parts.ts'

type Page = Frame &
  Workplace & {
    list: HandOverList
    lines: readonly ListLine[]
    said: readonly ScanSaid[]
    typed?: Body | undefined
    refusal?: Refusal | undefined
  }

/** Of a line that was not scanned: which of two reasons, and its words. */
function differenceFields({ locale, typed = {} }: Page, { original }: ListLine): Html {
  const chosen = textOf(typed, `outcome.${original.id}`)
  const option = (value: string, said: string) => html`<option value="${value}"${chosen === value ? html` selected` : ''}>${said}</option>`
  const label = html`${original.name} <span class="num">${original.code}</span>`
  return html`<fieldset class="field"><legend>${label}</legend><div class="cluster"><label><span class="vh">${words.state[locale]}</span><select class="input" name="outcome.${original.id}">${option('', words.choose[locale])}${option('missing', words.missing[locale])}${option('refused', words.refused[locale])}</select></label><label>${ledgerWords.reason[locale]} <input class="input" name="reason.${original.id}" maxlength="300" autocomplete="off" value="${textOf(typed, `reason.${original.id}`)}"></label></div></fieldset>`
}

export function receivePage(page: Page): Html {
  const { locale, list, lines, said, csrf, refusal, typed = {} } = page
  const offered = lines.filter(({ line }) => line.outcome === 'pending')
  const open = offered.filter(({ line }) => line.takenAt === null)
  const taken = offered.length - open.length
  const columns = [ledgerWords.code, ledgerWords.name, ledgerWords.dossier, words.state].map((title) => ({ title: title[locale] }))
  const rows = lines.map(({ original, line }) => ({
    cells: [
      codeLink(original),
      html`<span lang="vi">${original.name}</span><small>${formOf(original.form, locale)}</small>`,
      html`<span class="num">${original.dossierCode}</span>`,
      line.outcome === 'extra'
        ? html`${chip('warn', 'warning', scanWords.extra[locale])}<small>${fill(words.extra[locale], { holder: sayHolder(original.holder, locale) })}</small>`
        : line.takenAt
          ? chip('ok', 'check', scanWords.taken[locale])
          : chip('plain', undefined, words.differences[locale])
    ]
  }))
  const scan = scanForm({
    action: `/ban-goc/nhan/${list.id}/quet`,
    csrf,
    locale,
    label: words.receiveScan[locale],
    scanned: taken,
    all: offered.length,
    error: problemAt(refusal, 'codes', locale)
  })
  const counted =
    open.length > 0 &&
    field({
      name: 'counted',
      label: words.counted[locale],
      locale,
      value: textOf(typed, 'counted'),
      hint: fill(words.countedHint[locale], { n: offered.length }),
      inputmode: 'numeric',
      width: 'short',
      maxlength: 4,
      autocomplete: 'off',
      optional: true,
      error: problemAt(refusal, 'counted', locale)
    })
  const rest =
    open.length > 0 &&
    html`<h3>${words.differences[locale]} (${open.length})</h3><p class="hint">${words.differencesHint[locale]}</p>${open.map((one) => differenceFields(page, one))}`
  const sign = html`<form class="flow" method="post" action="/ban-goc/nhan/${list.id}/ky" novalidate>${csrfField(csrf)}${counted}${rest}<p><button class="btn" data-key="Alt+9">${words.signReceive[locale]} <kbd>Alt</kbd> <kbd>9</kbd></button></p></form>`
  const back = html`<span class="end"><a class="back" href="/ban-goc/nhan">${icon('back')}${words.receiveTitle[locale]}</a></span>`
  const left = html`${panel({ title: words.receiveScan[locale], body: html`${scan}${scansSaid(said, locale)}`, active: true })}${panel({ title: words.list[locale], body: table({ caption: words.list[locale], columns, rows }), bare: true })}`
  const right = html`${panel({ title: words.giver[locale], body: sidesOf(list, locale) })}${panel({ title: words.signReceive[locale], body: sign })}`
  const main = html`${errorSummary(problemsOf(refusal, locale, { codes: words.receiveScan[locale] }), locale)}<div class="dhead"><h1>${words.receiveTitle[locale]} ${code(list.number)}</h1>${back}</div><div class="cols2"><div class="flow">${left}</div><div class="flow">${right}</div></div>`
  return deskPage({ ...page, title: `${words.receiveTitle[locale]} ${list.number}`, main, error: refusal !== undefined })
}
