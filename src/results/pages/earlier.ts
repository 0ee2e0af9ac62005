// What the city's own register already knows of somebody, said where their papers are checked: it need not be brought, and it is not to be doubted.
import { fill } from '../../dossiers/words/desk.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { dayOf, formatDay } from '../../kernel/time.ts'
import { note } from '../../web/components/index.ts'
import type { Result } from '../store.ts'
import { earlierWords as words } from '../words/register.ts'

const about = ({ title, number, agencyName, signedAt }: Result, locale: Locale) =>
  fill(words.about[locale], { title, number, agency: agencyName, day: formatDay(dayOf(signedAt)) })

type Known = {
  /** Results that hold, of the same person. */
  earlier: readonly Result[]
  /** Which of the files given are results of ours, byte for byte. */
  proven: readonly Result[]
}

export function knownResults({ earlier, proven }: Known, locale: Locale): Html {
  const given = new Set(proven.map(({ id }) => id))
  const others = earlier.filter(({ id }) => !given.has(id))
  const list = (results: readonly Result[], say: (result: Result) => Html) =>
    html`<ul class="bullets">${results.map((result) => html`<li>${say(result)}</li>`)}</ul>`
  const told = (result: Result) => html`<span lang="vi">${about(result, locale)}</span>`
  const ended = proven.filter(({ revokedAt }) => revokedAt !== null)
  const holding = proven.filter(({ revokedAt }) => revokedAt === null)
  return html`${ended.length > 0 && note('err', list(ended, told), words.ended[locale])}${holding.length > 0 && note('ok', list(holding, told), words.proven[locale])}${others.length > 0 && note('info', list(others, told), words.earlier[locale])}`
}
