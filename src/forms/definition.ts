// A form as data: pages of typed fields with conditions. One definition is drawn, checked, described to programs, read back and printed.
import type { Words } from '../kernel/locale.ts'

/** What a field asks for. The shape of its answer is in `AnswerOf` below. */
export const fieldKinds = [
  'text',
  'long_text',
  'number',
  'money',
  'date',
  'choice',
  'several',
  'yes_no',
  'address',
  'person',
  'organisation',
  'phone',
  'group'
] as const
export type FieldKind = (typeof fieldKinds)[number]

/**
 * A claim about the answers, evaluated on the server and repeated by the browser.
 * `field` names an answer (`married`, inside a group the sister field), a part of one (`mother.bornOn`) or a fact of the filing
 * (`@whom`: self, other, organisation; `@applicant.bornOn`; `@today`).
 */
export type Condition =
  | { is: 'equal'; field: string; value: string | number | boolean }
  | { is: 'not_equal'; field: string; value: string | number | boolean }
  | { is: 'one_of'; field: string; values: readonly string[] }
  | { is: 'filled'; field: string }
  /** `days_since(field) > 60`, `years_since(field) >= 18`, `count(group) > 1`, `field > 3`. */
  | { is: 'compared'; of: 'value' | 'days_since' | 'years_since' | 'count'; field: string; how: '<' | '<=' | '>' | '>='; value: number }
  | { is: 'all'; of: readonly Condition[] }
  | { is: 'any'; of: readonly Condition[] }
  | { is: 'not'; of: Condition }

export type Option = { value: string; label: Words }

/** Bounds of an answer; each kind heeds its own. */
export type Limits = {
  /** Smallest and largest number or amount; fewest and most rows of a group; earliest year of a date. */
  min?: number
  max?: number
  /** Longest text; 200 for one line and 2000 for many without it. */
  length?: number
  /** Digits after the comma; none without it. */
  decimals?: number
  /** Dates that may not lie ahead, or behind. */
  when?: 'past' | 'future'
  /** A date of which only the year may be known (old papers). */
  yearOnly?: boolean
}

export type Field = {
  /** `child_name`; lower case, digits and underscores. In a group without the group's name. */
  id: string
  kind: FieldKind
  label: Words
  hint?: Words
  /** Of `choice` and `several`. */
  options?: readonly Option[]
  /** Always, never, or when the condition holds. Only ever of fields that are shown. */
  required: boolean | Condition
  shownWhen?: Condition
  /** Where a first answer comes from: `applicant.name`, `filer.phone`, `today`, or `=` another field (`=mother.address`). */
  prefill?: string
  limits?: Limits
  /** The fields of each row of a `group`. */
  fields?: readonly Field[]
}

/** Answers that cannot be together: said at one field, when that field is shown and nothing else is wrong with it. */
export type FormRule = { at: string; wrongWhen: Condition; sentence: Words }

export type FormPage = {
  id: string
  title: Words
  hint?: Words
  shownWhen?: Condition
  fields: readonly Field[]
  rules?: readonly FormRule[]
}

/** A required document of the procedure that the answers make needed or needless. */
export type PaperUse = { number: number; shownWhen?: Condition; required: boolean | Condition }

/** A fee rule of the procedure that the answers make due, and how many times. */
export type FeeUse = { name: string; shownWhen?: Condition; quantity?: string }

export type Form = {
  /** `Tờ khai đăng ký khai sinh`: printed on the filled form. */
  title: Words
  /** The paper it was built from and where that is published. */
  source: string
  certainty: 'sourced' | 'known' | 'unsure'
  /** Number of the required document that the filled form is; it needs no upload then. */
  paper?: number
  /** What the dossier is about, from the answers: `Khai sinh cho {child_name}`. */
  subject: string
  pages: readonly FormPage[]
  papers: readonly PaperUse[]
  fees: readonly FeeUse[]
}

export type AddressAnswer = {
  /** House, street, village. */
  line: string
  /** Name as given, old or new. */
  ward: string
  province: string
  /** Known to us when the ward is one of the city's. */
  wardCode?: string
}
export type PersonAnswer = { name: string; identityNumber?: string; bornOn?: string; nationality?: string }
export type OrganisationAnswer = { name: string; taxCode: string; address?: string }

/** Shapes of answers by kind. Dates are `2026-11-09`, or `1950` where only the year is known; money is whole đồng. */
export type AnswerOf = {
  text: string
  long_text: string
  number: number
  money: number
  date: string
  choice: string
  several: readonly string[]
  yes_no: boolean
  address: AddressAnswer
  person: PersonAnswer
  organisation: OrganisationAnswer
  phone: string
  group: readonly Answers[]
}
export type Answer = AnswerOf[FieldKind]
/** By field id; what is not answered is absent. */
export type Answers = { readonly [id: string]: Answer | undefined }

/** What a condition or a prefill may know besides the answers. Party as in dossiers/types.ts. */
export type FormFacts = {
  whom: 'self' | 'other' | 'organisation'
  filer: PartyFacts
  applicant: PartyFacts
  today: Temporal.PlainDate
}
export type PartyFacts = {
  name: string
  identityNumber?: string | undefined
  taxCode?: string | undefined
  bornOn?: string | undefined
  phone: string
  email?: string | undefined
  address?: string | undefined
}
