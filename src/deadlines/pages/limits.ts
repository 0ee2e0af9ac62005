// For administrators: every dated limit with its article and how sure it is, and a form for a new one.
import { type Certainty, certainties } from '../../agencies/rules.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { chip, csrfField, errorSummary, field, key, panel, table } from '../../web/components/index.ts'
import { type DeskPage, deskPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { type TimeRule, timeRuleKinds } from '../rules.ts'
import { certaintyWords, limitKinds, limitWords as words } from '../words/limits.ts'

export type LimitRow = TimeRule & { changedAt: Temporal.Instant | null }
export type LimitTyped = Record<'kind' | 'scope' | 'amount' | 'validFrom' | 'article' | 'certainty', string>

type LimitsPage = Frame &
  Pick<DeskPage, 'role' | 'agencyName' | 'staffName'> & {
    rows: readonly LimitRow[]
    today: Temporal.PlainDate
    typed: LimitTyped
    refusal?: Refusal | undefined
  }

const looks: Record<Certainty, 'ok' | 'info' | 'warn'> = { sourced: 'ok', known: 'info', unsure: 'warn' }

function listPanel({ rows, locale, today }: LimitsPage): Html {
  const over = ({ validTo }: LimitRow) => validTo !== null && Temporal.PlainDate.compare(validTo, today) <= 0
  const body = table({
    caption: words.listCaption[locale],
    columns: [words.kind, words.scope, words.amount, words.from, words.article, words.certainty].map((one) => ({ title: one[locale] })),
    rows: rows.map((row) => ({
      cells: [
        over(row) ? html`<span class="muted">${limitKinds[row.kind][locale]}</span>` : limitKinds[row.kind][locale],
        row.scope ? html`<span translate="no">${row.scope}</span>` : words.everybody[locale],
        row.amount ?? html`<span class="hint">${words.noEnd[locale]}</span>`,
        html`${formatDay(row.validFrom)}${row.validTo && html`<small>${words.to[locale].replace('{day}', formatDay(row.validTo))}</small>`}${row.changedAt && html`<small>${words.changed[locale].replace('{at}', formatInstant(row.changedAt, locale))}</small>`}`,
        html`<span lang="vi">${row.article}</span>`,
        chip(looks[row.certainty], undefined, certaintyWords[row.certainty][locale])
      ]
    }))
  })
  return panel({ title: words.list[locale], id: 'danh-sach', body, bare: true })
}

function formPanel({ typed, refusal, locale, csrf }: LimitsPage): Html {
  const wrong = (name: string) => problemAt(refusal, name, locale)
  const kinds = timeRuleKinds.map((kind) => ({ value: kind, label: limitKinds[kind][locale] }))
  const sure = certainties.map((one) => ({ value: one, label: certaintyWords[one][locale] }))
  const body = html`<form class="flow" method="post" action="/quan-tri/thoi-han" novalidate>${csrfField(csrf)}
${field({ name: 'kind', label: words.kind[locale], locale, type: 'select', options: kinds, value: typed.kind })}
${field({ name: 'scope', label: words.scope[locale], locale, value: typed.scope, hint: words.scopeHint[locale], error: wrong('scope'), maxlength: 30, autocomplete: 'off' })}
${field({ name: 'amount', label: words.amount[locale], locale, value: typed.amount, error: wrong('amount'), inputmode: 'numeric', width: 'short', maxlength: 3, autocomplete: 'off' })}
${field({ name: 'validFrom', label: words.from[locale], locale, value: typed.validFrom, inputmode: 'numeric', maxlength: 10, autocomplete: 'off', hint: words.fromHint[locale], error: wrong('validFrom'), width: 'middle' })}
${field({ name: 'article', label: words.article[locale], locale, value: typed.article, hint: words.articleHint[locale], error: wrong('article'), maxlength: 300, autocomplete: 'off' })}
${field({ name: 'certainty', label: words.certainty[locale], locale, type: 'select', options: sure, value: typed.certainty })}
<p><button class="btn" data-key="Ctrl+Enter">${words.save[locale]} ${key('Ctrl')} ${key('Enter')}</button></p></form>`
  return panel({ title: words.set[locale], id: 'dat', active: true, body })
}

export function limitsPage(page: LimitsPage): Html {
  const { locale, refusal } = page
  const labels = { scope: words.scope[locale], amount: words.amount[locale], validFrom: words.from[locale], article: words.article[locale] }
  const problems = errorSummary(problemsOf(refusal, locale, labels), locale)
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1></div>${problems}<div class="flow"><p class="hint">${words.lead[locale]}</p><div class="cols2"><div class="flow">${listPanel(page)}</div><div class="flow">${formPanel(page)}</div></div></div>`
  return deskPage({ ...page, title: words.title[locale], main, error: refusal !== undefined })
}
