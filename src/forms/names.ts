// From the HTML name of a box (`children.0.mother.bornOn`) back to its field, row and part, and to the words that name it. Pure.
import { type Locale, locales, type Words } from '../kernel/locale.ts'
import type { Field, Form } from './definition.ts'
import { fieldWords, partWords } from './words.ts'

type Named = { field: Field; part?: string | undefined; group?: Field | undefined; row?: number | undefined }

export const everyLocale = (say: (locale: Locale) => string): Words =>
  Object.fromEntries(locales.map((locale) => [locale, say(locale)])) as Words

export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

export const partWord = ({ kind }: Field, part: string): Words | undefined =>
  (partWords as Record<string, Record<string, Words>>)[kind]?.[part]

/** The field a box belongs to; `undefined` for a name that is none of the form's. */
export function fieldAt(form: Form, name: string): Named | undefined {
  const [id, ...rest] = name.split('.')
  const field = form.pages.flatMap(({ fields }) => fields).find((one) => one.id === id)
  if (!field) return undefined
  if (field.kind !== 'group' || rest.length < 2) return { field, part: field.kind === 'group' ? undefined : rest[0] }
  const inner = field.fields?.find((one) => one.id === rest[1])
  return inner && { field: inner, part: rest[2], group: field, row: Number(rest[0]) }
}

/** `Con thứ 2: Họ và tên`, `Mẹ: ngày sinh`. */
export function labelOf({ field, part, group, row }: Named, locale: Locale): string {
  const inner = part && partWord(field, part)
  const label = inner ? `${field.label[locale]}: ${inner[locale]}` : field.label[locale]
  return group && row !== undefined ? `${fill(fieldWords.row[locale], { label: group.label[locale], n: row + 1 })}: ${label}` : label
}
