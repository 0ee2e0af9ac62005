// What is charged, as a clerk collects it: fees that hang on a condition or a number of pages are said, not added.
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { formatMoney } from '../../../kernel/money.ts'
import { moneyTable } from '../../../web/components/index.ts'
import type { FeeLine } from '../../types.ts'
import { walkInWords as words } from '../../words/reception.ts'

type Line = FeeLine & { condition?: string | null }

const countedByDossier = (unit: string | undefined) => !unit || /^(hồ sơ|việc|lần)$/.test(unit)

export function deskFees(lines: readonly Line[], locale: Locale): Html {
  const charged = lines.filter(({ amount }) => amount > 0)
  if (charged.length === 0) return html`<p class="muted">${words.noFee[locale]}</p>`
  const rows = charged.map(({ name, condition, amount, unit }) => ({
    label: html`<span lang="vi">${name}${condition && html`<small>${condition}</small>`}</span>`,
    amount: countedByDossier(unit) ? formatMoney(amount) : `${formatMoney(amount)} / ${unit}`
  }))
  const certain = charged.filter(({ condition, unit }) => !condition && countedByDossier(unit))
  const sum = certain.reduce((total, { amount }) => total + amount, 0)
  return moneyTable(words.fees[locale], rows, certain.length > 0 ? { label: words.fees[locale], amount: formatMoney(sum) } : undefined)
}
