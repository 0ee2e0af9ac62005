// "We say no": thrown anywhere, shown in words by web/errors.ts, never retried by a queue.
import { type FieldErrorCode, fieldErrors } from './field-errors.ts'
import type { Locale, Words } from './locale.ts'
import { type RefusalCode, refusals } from './refusals.ts'

export type Facts = Record<string, unknown>
/** Field name → code of what is wrong with it; words are in kernel/field-errors.ts. */
export type FieldErrors = Record<string, FieldErrorCode>

/** A refusal with its stable code, the HTTP status of the catalogue and the facts its sentence needs. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly facts: Facts
  constructor(code: RefusalCode, facts: Facts = {}) {
    super(refusals[code].vi.replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? '')))
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
  }
  get status(): number {
    return refusals[this.code].status
  }
  get fields(): FieldErrors {
    return (this.facts['fields'] as FieldErrors | undefined) ?? {}
  }
  /** What to do about one field: in the words of its form when the refusal carries them (`said`), else in those of the code. */
  fieldWords(field: string): { label?: Words; sentence: Words } | undefined {
    const code = this.fields[field]
    const said = this.facts['said'] as Record<string, { label: Words; sentence: Words }> | undefined
    return code && (said?.[field] ?? { sentence: fieldErrors[code] })
  }
  sentence(locale: Locale): string {
    return refusals[this.code][locale].replace(/\{(\w+)\}/g, (_, name) => String(this.facts[name] ?? ''))
  }
}
