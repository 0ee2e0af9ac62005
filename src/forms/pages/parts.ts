// Draws answers of several boxes (a person, an organisation, an address) as one question with a legend.
import { type Html, type HtmlValue, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { choice, dateField, errorMessage, field as textField } from '../../web/components/form.ts'
import { formWords } from '../../web/words/shared.ts'
import { longest } from '../check-answer.ts'
import type { Field, FormFacts } from '../definition.ts'
import { fill } from '../names.ts'
import type { Places } from '../reading.ts'
import { type Body, textOf } from '../typed.ts'
import { partWords, fieldWords as words } from '../words.ts'

/** What drawing a field needs: what stands in the boxes, in which language, and what is wrong. */
export type PartsOptions = {
  body: Body
  facts: FormFacts
  locale: Locale
  places?: Places | undefined
  sentence(name: string): string | undefined
  /** Parts that are mostly left to the person but asked for on this page. */
  isDemanded(name: string): boolean
}

export const legendOf = ({ label, required }: Field, locale: Locale): Html =>
  html`${label[locale]}${required === false && html` <span class="hint">${formWords.optional[locale]}</span>`}`

/** Whose data a field begins with: the browser offers the person's own only. */
export function isOwn({ prefill = '' }: Field, { whom }: FormFacts): boolean {
  return /^filer\b/.test(prefill) || (whom === 'self' && /^applicant\b/.test(prefill))
}

type Grouped = { id: string; legend: HtmlValue; hint?: string | undefined; error?: string | undefined; locale: Locale; inside: HtmlValue }

/** Several boxes under one legend. It takes the focus of an error that is no single box's. */
export function grouped({ id, legend, hint, error, locale, inside }: Grouped): Html {
  const about = [hint && `${id}-goi-y`, error && `${id}-loi`].filter(Boolean).join(' ')
  const described = about && html` aria-describedby="${about}"`
  return html`<fieldset class="field parts${error ? ' bad' : ''}" id="${id}" tabindex="-1"${described}><legend>${legend}</legend>${hint && html`<p class="hint" id="${id}-goi-y">${hint}</p>`}${error && errorMessage(`${id}-loi`, error, locale)}<div class="fields">${inside}</div></fieldset>`
}

type Box = {
  part: string
  autocomplete?: string | undefined
  hint?: string | undefined
  digits?: number
  optional?: boolean
  value?: string
}

function boxes(field: Field, name: string, { body, locale, sentence }: PartsOptions) {
  const labels = (partWords as Record<string, Record<string, Record<Locale, string>>>)[field.kind]!
  return ({ part, autocomplete, hint, digits, optional, value }: Box): Html =>
    textField({
      name: `${name}.${part}`,
      label: labels[part]![locale],
      locale,
      value: textOf(body, `${name}.${part}`) || value,
      hint,
      error: sentence(`${name}.${part}`),
      optional: optional ?? false,
      required: field.required === true && !optional,
      autocomplete: autocomplete ?? 'off',
      inputmode: digits ? 'numeric' : undefined,
      width: digits ? 'middle' : undefined,
      maxlength: digits ?? longest.part
    })
}

export function personParts(field: Field, name: string, options: PartsOptions): Html {
  const { body, facts, locale, sentence, isDemanded } = options
  const box = boxes(field, name, options)
  const own = isOwn(field, facts)
  const bornOn = `${name}.bornOn`
  const born = dateField({
    name: bornOn,
    label: partWords.person.bornOn[locale],
    locale,
    value: { day: textOf(body, `${bornOn}Day`), month: textOf(body, `${bornOn}Month`), year: textOf(body, `${bornOn}Year`) },
    hint: words.dateOrYearHint[locale],
    error: sentence(bornOn),
    optional: !isDemanded(bornOn),
    birthday: own,
    whole: true
  })
  const inside = html`${box({ part: 'name', autocomplete: own ? 'name' : 'off' })}${box({ part: 'identityNumber', hint: words.identityHint[locale], digits: 15, optional: true })}${born}${box({ part: 'nationality', optional: !isDemanded(`${name}.nationality`), value: textOf(body, `${name}.name`) ? '' : 'Việt Nam' })}`
  return grouped({ id: name, legend: legendOf(field, locale), hint: field.hint?.[locale], locale, inside })
}

export function organisationParts(field: Field, name: string, options: PartsOptions): Html {
  const { facts, locale } = options
  const box = boxes(field, name, options)
  const own = isOwn(field, facts)
  const inside = html`${box({ part: 'name', autocomplete: own ? 'organization' : 'off' })}${box({ part: 'taxCode', digits: 15 })}${box({ part: 'address', optional: true })}`
  return grouped({ id: name, legend: legendOf(field, locale), hint: field.hint?.[locale], locale, inside })
}

/** A plain box for the ward; where several bear the name, they are offered, and the box stays for whoever meant another. */
function wardBox(name: string, box: (options: Box) => Html, { body, locale, places, sentence }: PartsOptions): Html {
  const typed = textOf(body, `${name}.ward`)
  const found = typed ? places?.matchWard(typed, textOf(body, `${name}.province`)) : undefined
  if (!found || 'wardCode' in found) return box({ part: 'ward', hint: words.wardHint[locale] })
  const several = choice({
    name: `${name}.ward`,
    legend: fill(words.severalWards[locale], { n: found.several.length, name: typed }),
    locale,
    options: found.several.map((one) => ({ value: one.name, label: one.name, hint: one.note?.[locale] })),
    error: sentence(`${name}.ward`)
  })
  // Both are called the same: what is chosen comes first and counts.
  const again = textField({
    name: `${name}.ward`,
    id: `${name}.ward-khac`,
    label: words.wardAgain[locale],
    hint: words.wardAgainHint[locale],
    locale,
    value: typed,
    autocomplete: 'off',
    maxlength: longest.part
  })
  return html`${several}${again}`
}

export function addressParts(field: Field, name: string, options: PartsOptions): Html {
  const { facts, locale } = options
  const box = boxes(field, name, options)
  const own = isOwn(field, facts)
  const inside = html`${box({ part: 'line', autocomplete: own ? 'street-address' : 'off' })}${wardBox(name, box, options)}${box({ part: 'province', autocomplete: own ? 'address-level1' : 'off' })}`
  return grouped({ id: name, legend: legendOf(field, locale), hint: field.hint?.[locale], locale, inside })
}
