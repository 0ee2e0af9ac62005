// What was stated on the form, page by page in the order it was asked: the same for the citizen, the desk and the officer.
import type { SaidPage } from '../../forms/saying.ts'
import { type Html, html } from '../../kernel/html.ts'
import { fold } from '../../web/components/catalogue.ts'
import { pairs } from '../../web/components/desk.ts'

/** Folded by page; pages of which nothing was answered are left out. */
export function answerFolds(said: readonly SaidPage[], { open }: { open: boolean }): Html[] {
  return said.flatMap(({ page, lines }) => {
    const answered = lines.filter(({ value }) => value !== '')
    if (answered.length === 0) return []
    const list = answered.map(({ label, value, isTyped }) => ({ label, value: html`<span${isTyped && html` lang="vi"`}>${value}</span>` }))
    return [fold(page, pairs(list), { open })]
  })
}
