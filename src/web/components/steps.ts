// Where a person is in a long form: few words of state, the finished ones plain so that the open ones stand out.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { stepWords } from '../words/shared.ts'
import { chip } from './status.ts'

export type Step = { title: string; state: 'done' | 'doing' | 'todo' | 'blocked'; href?: string | undefined }

function word(step: Step, locale: Locale): Html {
  if (step.state === 'doing') return chip('info', 'clock', stepWords.doing[locale])
  return html`<span class="${step.state === 'done' ? 'done' : 'muted'}">${stepWords[step.state][locale]}</span>`
}

/** Folded on small screens unless `open`; the summary names the step at hand. */
export function steps(list: readonly Step[], locale: Locale, options: { open?: boolean } = {}): Html {
  const at = Math.max(
    0,
    list.findIndex((step) => step.state === 'doing')
  )
  const position = stepWords.position[locale]
    .replace('{n}', String(at + 1))
    .replace('{all}', String(list.length))
    .replace('{title}', list[at]?.title ?? '')
  const rows = list.map((step) => {
    const title = step.href && step.state !== 'doing' ? html`<a href="${step.href}">${step.title}</a>` : html`<span>${step.title}</span>`
    return html`<li${step.state === 'doing' ? html` aria-current="step"` : ''}>${title}${word(step, locale)}</li>`
  })
  return html`<details class="steps"${options.open ? html` open` : ''}><summary><b>${position}</b><u>${stepWords.all[locale]}</u></summary><ol>${rows}</ol></details>`
}
