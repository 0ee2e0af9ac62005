// HTML with every value escaped. The only way to unescaped output is a nested html`…`, so a page cannot forget.

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text that is already safe HTML. Made by `html` alone. */
export class Html {
  #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

export type HtmlValue = Html | string | number | bigint | boolean | null | undefined | readonly HtmlValue[]

function print(value: HtmlValue): string {
  if (value === null || value === undefined || value === false || value === true) return ''
  if (value instanceof Html) return value.toString()
  if (Array.isArray(value)) return value.map(print).join('')
  return String(value).replace(/[&<>"']/g, (sign) => escapes[sign]!)
}

/** Tagged template: values are escaped unless they are Html (or lists of it); null, undefined and booleans print nothing. */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): Html {
  let text = parts[0]!
  for (let i = 0; i < values.length; i++) text += print(values[i]) + parts[i + 1]!
  return new Html(text)
}
