// Parts several of the citizen's pages share: choosing among 223 wards, fee lines, a date of birth, the address of a delivery.
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { formatMoney } from '../../../kernel/money.ts'
import { formatDay } from '../../../kernel/time.ts'
import { moneyTable } from '../../../web/components/desk.ts'
import { errorMessage } from '../../../web/components/form.ts'
import { note } from '../../../web/components/status.ts'
import type { FeeLine } from '../../types.ts'
import { reviewWords } from '../../words/applicant.ts'

/** Places under the district they belong to; a group without a name is printed without a heading. */
export type PlaceGroup = { name: string; places: readonly { code: string; name: string }[] }

/** One list, grouped by district: the telephone's own picker finds a place faster than three lists one after the other. */
export function placeSelect(options: {
  name: string
  label: string
  locale: Locale
  groups: readonly PlaceGroup[]
  value?: string | undefined
  empty: string
  hint?: string
  error?: string | undefined
}): Html {
  const { name, error, hint, value, locale } = options
  const option = ({ code, name }: { code: string; name: string }) =>
    html`<option value="${code}"${code === value ? html` selected` : ''}>${name}</option>`
  const lists = options.groups.map((group) => {
    const places = group.places.map(option)
    return group.name ? html`<optgroup label="${group.name}">${places}</optgroup>` : html`${places}`
  })
  const described = [hint && `${name}-goi-y`, error && `${name}-loi`].filter(Boolean).join(' ')
  const select = html`<select id="${name}" name="${name}" class="input"${described ? html` aria-describedby="${described}"` : ''}${error ? html` aria-invalid="true"` : ''}><option value="">${options.empty}</option>${lists}</select>`
  return html`<div class="field${error ? ' bad' : ''}"><label for="${name}">${options.label}</label>${hint && html`<p class="hint" id="${name}-goi-y">${hint}</p>`}${error && errorMessage(`${name}-loi`, error, locale)}${select}</div>`
}

type Line = FeeLine & { condition?: string | null }

/** What it costs on the chosen way; fees that hang on a condition are said, not added. */
export function feeTable(lines: readonly Line[], locale: Locale): Html {
  const due = lines.filter((line) => line.amount > 0)
  if (due.length === 0) return html`<p>${reviewWords.noFee[locale]}</p>`
  const per = ({ unit, quantity }: Line) =>
    unit && quantity === undefined && !/^(hồ sơ|việc|lần)$/.test(unit) ? ` ${reviewWords.per[locale].replace('{unit}', unit)}` : ''
  const times = ({ amount, quantity }: Line) =>
    quantity !== undefined &&
    quantity > 1 &&
    html` <span class="hint">(${reviewWords.times[locale].replace('{n}', String(quantity)).replace('{each}', formatMoney(amount / quantity))})</span>`
  const rows = due.map((line) => ({
    label: html`<span lang="vi">${line.name}${line.condition && html` <span class="hint">(${line.condition})</span>`}</span>${times(line)}`,
    amount: `${formatMoney(line.amount)}${per(line)}`
  }))
  const certain = due.filter((line) => !line.condition && !per(line))
  const sum = certain.reduce((total, line) => total + line.amount, 0)
  const total = certain.length > 1 ? { label: reviewWords.sum[locale], amount: formatMoney(sum) } : undefined
  return html`${moneyTable(reviewWords.fees[locale], rows, total)}<p class="hint">${reviewWords.payLater[locale]}</p>`
}

/** `2026-11-09` → `09/11/2026`, `1950` → `1950`. */
export const sayBorn = (iso: string | undefined): string | undefined =>
  iso && iso.length > 4 ? formatDay(Temporal.PlainDate.from(iso)) : iso

/** Beside the work: something that changes what the person does next. */
export const hintBox = (text: string): Html => note('info', text)
