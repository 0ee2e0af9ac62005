// What a page says to a person, and in which language each piece says it does: text, labels and placeholders under the nearest `lang`.

/** `at` is the tag it stands in, `@` for a label in an attribute. */
export type Piece = { text: string; lang: string; at: string }

const voids = new Set(['meta', 'link', 'input', 'br', 'hr', 'img', 'wbr', 'source', 'path', 'use', 'rect', 'circle', 'line', 'polyline'])
const silent = new Set(['script', 'style', 'noscript'])
const spoken = ['aria-label', 'placeholder', 'title', 'alt']
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const plain = (text: string) =>
  text
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!)
    .replace(/\s+/g, ' ')
    .trim()

type Open = { tag: string; lang: string; isName: boolean }

/** Every piece a person sees or hears. What is marked `translate="no"` (codes, host names) is nobody's language. */
export function piecesOf(page: string): Piece[] {
  const pieces: Piece[] = []
  const open: Open[] = [{ tag: '', lang: '', isName: false }]
  const add = (raw: string, { tag, lang, isName }: Open) => {
    const text = plain(raw)
    if (text && !isName && !silent.has(tag)) pieces.push({ text, lang, at: tag })
  }
  for (const [, comment, end, tag, rest, close, text] of page.matchAll(
    /(<!--[\s\S]*?-->|<!doctype[^>]*>)|<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*?)(\/?)>|([^<]+)/gi
  )) {
    const above = open.at(-1)!
    if (comment) continue
    if (text !== undefined) add(text, above)
    else if (end) {
      const at = open.findLastIndex((one) => one.tag === tag)
      if (at > 0) open.length = at
    } else {
      const attributes = Object.fromEntries([...rest!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
      const own = { tag: tag!, lang: attributes['lang'] ?? above.lang, isName: above.isName || attributes['translate'] === 'no' }
      for (const name of spoken) if (attributes[name]) add(attributes[name], { ...own, tag: '@' })
      if (!close && !voids.has(tag!)) open.push(own)
    }
  }
  return pieces
}
