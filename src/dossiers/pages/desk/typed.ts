// What a form shows again after it was refused: the ticks that were made, the sentence beside each field.

import type { Body } from '../../../forms/typed.ts'
import { fieldErrors } from '../../../kernel/field-errors.ts'
import type { Locale, Words } from '../../../kernel/locale.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { moveWords } from '../../words/desk.ts'

/** The numbers of the ticked papers. */
export const tickedPapers = (body: Body): number[] =>
  [body['paper']]
    .flat()
    .filter((one): one is string => typeof one === 'string')
    .map(Number)
    .filter(Number.isInteger)

/** The sentence beside a field; a paper at the desk is received, not uploaded. */
export function sayProblem(refusal: Refusal | undefined, field: string, locale: Locale, paperWords?: Words): string | undefined {
  const code = refusal?.fields[field]
  if (!code) return undefined
  if (code === 'PAPER_REQUIRED' && paperWords) return paperWords[locale]
  if (code === 'REQUIRED' && (field === 'resultFile' || field === 'letterFile')) return moveWords.chooseSigned[locale]
  return fieldErrors[code === 'REQUIRED' && field === 'last4' ? 'LAST_DIGITS_INVALID' : code][locale]
}
