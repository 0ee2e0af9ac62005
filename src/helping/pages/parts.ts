// Parts that the pages of the citizen and of the helper share: the law, the relation, one line of a list, what was done.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { choice } from '../../web/components/form.ts'
import { problemAt } from '../../web/request.ts'
import { legalNotesFor, relations, relationWords } from '../rules.ts'
import { actWords, askingWords } from '../words.ts'

/** What was typed, by field. */
export type Typed = Readonly<Record<string, string>>

/** A procedure that help is asked for. */
export type Procedure = { code: string; name: string; sectorCode: string }

/** What a written authorisation is still needed for, each sentence with its article. */
export function lawSection({ code, sectorCode }: Procedure, locale: Locale, relation?: (typeof relations)[number]): Html {
  const notes = legalNotesFor({ procedureCode: code, sectorCode, relation })
  const lines = notes.map(
    ({ text, basis, certainty }) =>
      html`<li>${text[locale]} <span class="hint">(<span lang="vi">${basis}</span>)${certainty === 'unsure' && html` ${askingWords.unsure[locale]}`}</span></li>`
  )
  return html`<section class="flow"><h2>${askingWords.law[locale]}</h2><ul class="bullets">${lines}</ul></section>`
}

export function relationChoice(legend: string, typed: Typed, { locale, refusal }: { locale: Locale; refusal?: Refusal | undefined }): Html {
  const options = relations.map((value) => ({ value, label: relationWords[value][locale] }))
  return choice({ name: 'relation', legend, locale, options, checked: typed['relation'], error: problemAt(refusal, 'relation', locale) })
}

export type Act = { at: Temporal.Instant; name: string; action: string }

/** Every act of a helper, newest first, signed with both names. */
export function actList(acts: readonly Act[], locale: Locale): Html {
  if (acts.length === 0) return html`<p>${askingWords.noActs[locale]}</p>`
  const words = actWords as Record<string, { vi: string; en: string }>
  const lines = acts.map(
    ({ at, name, action }) =>
      html`<li><b>${words[action]?.[locale] ?? action}</b><span>${formatInstant(at, locale)} · <span lang="vi">${name}</span></span></li>`
  )
  return html`<ul class="listing">${lines}</ul>`
}
