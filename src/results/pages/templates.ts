// The templates an agency uses: the list, and one with its text, its versions and a new one.
import { fill } from '../../dossiers/words/desk.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { chip, csrfField, errorSummary, field, note, panel, table } from '../../web/components/index.ts'
import { deskPage } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import type { ResultKind } from '../rules.ts'
import type { TemplateRow } from '../store.ts'
import { placeholders, type TemplateFault } from '../templates.ts'
import type { Template } from '../types.ts'
import { draftWords } from '../words/drafting.ts'
import { templateWords as words } from '../words/register.ts'
import type { DeskFrame } from './draft.ts'

/** The last part of the address for each kind, and the word for every procedure. */
export const kindAddress: Record<ResultKind, string> = { approved: 'dong-y', refused: 'tu-choi' }
export const everyProcedure = 'chung'
export const templateAddress = (kind: ResultKind, procedureCode: string): string =>
  `/ket-qua/mau/${kindAddress[kind]}/${procedureCode || everyProcedure}`

export type TemplateLine = { procedureCode: string; kind: ResultKind; template: Template }

export function templatesPage(page: DeskFrame & { lines: readonly TemplateLine[] }): Html {
  const { locale, lines } = page
  const rows = lines.map(({ procedureCode, kind, template }) => {
    const href = templateAddress(kind, procedureCode)
    return {
      href,
      cells: [
        html`<a href="${href}" lang="vi">${template.name}</a>`,
        procedureCode ? html`<span translate="no">${procedureCode}</span>` : words.every[locale],
        draftWords[kind][locale],
        html`<span lang="vi">${template.version}</span>`,
        chip(template.certainty === 'unsure' ? 'warn' : 'ok', undefined, words[template.certainty][locale])
      ]
    }
  })
  const columns = [words.name, words.procedure, draftWords.kind, words.inForce, words.certainty].map((title) => ({ title: title[locale] }))
  const list = panel({ title: words.title[locale], body: table({ caption: words.title[locale], columns, rows, list: true }), bare: true })
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1></div><div class="flow"><p class="muted">${words.lead[locale]}</p>${list}</div>`
  return deskPage({ ...page, title: words.title[locale], main })
}

export type TemplatePage = DeskFrame & {
  procedureCode: string
  kind: ResultKind
  inForce: Template | undefined
  versions: readonly TemplateRow[]
  text: string
  validFrom: string
  note: string
  /** Fields of the procedure's own form. */
  answers: readonly string[]
  faults: readonly TemplateFault[]
  refusal?: Refusal | undefined
}

function faultList({ faults, locale }: TemplatePage): Html {
  if (faults.length === 0) return html``
  const lines = faults.map(
    ({ line, fault, what }) => html`<li>${fill(words.faultAt[locale], { line, what: fill(words[fault][locale], { what }) })}</li>`
  )
  return note('err', html`<p><b>${fill(words.faults[locale], { n: faults.length })}</b></p><ul>${lines}</ul>`)
}

function textForm(page: TemplatePage): Html {
  const { locale, csrf, text, validFrom, versions, refusal, kind, procedureCode } = page
  const address = templateAddress(kind, procedureCode)
  const box = field({
    name: 'text',
    label: words.textOf[locale],
    hint: words.textHint[locale],
    locale,
    type: 'textarea',
    rows: 26,
    value: text,
    maxlength: 20_000,
    error: problemAt(refusal, 'text', locale)
  })
  const from = field({
    name: 'validFrom',
    label: words.validFrom[locale],
    locale,
    type: 'date',
    value: validFrom,
    error: problemAt(refusal, 'validFrom', locale)
  })
  const why = field({
    name: 'note',
    label: words.note[locale],
    locale,
    maxlength: 500,
    value: page.note,
    error: problemAt(refusal, 'note', locale),
    autocomplete: 'off'
  })
  return html`<form class="flow" method="post" action="${address}" novalidate>${csrfField(csrf)}<input type="hidden" name="after" value="${versions[0]?.version ?? 0}">${faultList(page)}${box}<div class="number-title">${from}${why}</div><p class="cluster"><button class="btn" data-key="Ctrl+Enter">${words.save[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button> <button class="btn plain" formaction="${address}/xem-thu" formtarget="_blank">${words.preview[locale]}</button></p></form>`
}

export function templatePage(page: TemplatePage): Html {
  const { locale, inForce, versions, answers, procedureCode, kind, refusal } = page
  const holes = placeholders.map((name) => html`<code translate="no">{${name}}</code> `)
  const own =
    answers.length > 0 && html`<p>${fill(words.answersHole[locale], { name: answers.map((one) => `{answers.${one}}`).join(' ') })}</p>`
  const lines = versions.map(
    ({ version, validFrom, note: why, madeBy, madeAt }) =>
      html`<li>${fill(words.versionLine[locale], { n: version, day: formatDay(validFrom), note: why, by: madeBy, at: formatInstant(madeAt, locale) })} <a href="${templateAddress(kind, procedureCode)}?ban=${version}">${words.open[locale]}<span class="vh"> ${version}</span></a></li>`
  )
  const history = panel({
    title: words.versions[locale],
    body: lines.length > 0 ? html`<ul class="listing">${lines}</ul>` : html`<p>${words.noVersions[locale]}</p>`
  })
  const about =
    inForce &&
    html`<p lang="vi">${words.inForce[locale]}: ${inForce.name} · ${inForce.version}${inForce.source && html`<br><span class="hint">${inForce.source}</span>`}</p>`
  const help = panel({ title: words.holes[locale], body: html`<p>${holes}</p>${own}` })
  const title = `${inForce?.name ?? words.title[locale]} · ${procedureCode || words.every[locale]}`
  const main = html`${errorSummary(problemsOf(refusal, locale), locale)}<div class="dhead"><a class="back" href="/ket-qua/mau">${words.back[locale]}</a><h1>${title}</h1></div><div class="dossier"><div class="flow">${panel({ title: words.textOf[locale], active: true, body: textForm(page) })}</div><div class="flow">${about}${help}${history}</div></div>`
  return deskPage({ ...page, title, main, error: refusal !== undefined })
}
