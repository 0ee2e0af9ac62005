// The parts of a long piece of work: each a whole row to press, its state in a word. What is done is plain, so that the open parts stand out.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { stepWords } from '../words/shared.ts'
import { chip } from './status.ts'

export type Task = { title: string; state: 'done' | 'doing' | 'todo' | 'blocked'; href?: string | undefined }

/** A part that cannot be done yet is no link; its state says so. */
export function taskList(tasks: readonly Task[], locale: Locale): Html {
  const rows = tasks.map(({ title, state, href }, i) => {
    const id = `phan-${i + 1}`
    const word = stepWords[state][locale]
    const said =
      state === 'done' || state === 'blocked'
        ? html`<span id="${id}">${word}</span>`
        : html`<span id="${id}">${chip(state === 'doing' ? 'info' : 'plain', state === 'doing' ? 'clock' : 'paper', word)}</span>`
    const name = href ? html`<a href="${href}" aria-describedby="${id}">${title}</a>` : html`<span class="muted">${title}</span>`
    return html`<li>${name}${said}</li>`
  })
  return html`<ul class="task-list">${rows}</ul>`
}
