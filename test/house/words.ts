// Reads what the house says out of its own text: every `{ vi: …, en: … }` and every `say(vi, en)`, with the line it stands on.

export type Said = { line: number; key: string; vi: string | undefined; en: string | undefined }

type Frame = { opener: string; line: number; key: string; name: string; start: number; props: Map<string, string>; isCall: boolean }

const closers: Record<string, string> = { '{': '}', '(': ')', '[': ']' }

/** Where a string, template, comment or regular expression that begins at `at` ends; `at` itself where none begins. */
function skip(text: string, at: number): number {
  const two = text.slice(at, at + 2)
  if (two === '//') return endOr(text, text.indexOf('\n', at))
  if (two === '/*') return endOr(text, text.indexOf('*/', at)) + 2
  const sign = text[at]!
  if (sign === "'" || sign === '"') return endOfQuote(text, at, sign)
  if (sign === '`') return endOfTemplate(text, at)
  if (sign === '/' && /[=(,:[!&|?{};\n]$|\breturn$|=>$/.test(text.slice(Math.max(0, at - 12), at).trimEnd() || '\n'))
    return endOfPattern(text, at)
  return at
}

const endOr = (text: string, at: number) => (at < 0 ? text.length : at)

function endOfQuote(text: string, at: number, sign: string): number {
  let i = at + 1
  while (i < text.length && text[i] !== sign) i += text[i] === '\\' ? 2 : 1
  return i + 1
}

function endOfPattern(text: string, at: number): number {
  let i = at + 1
  for (let inClass = false; i < text.length && (inClass || text[i] !== '/'); i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '[') inClass = true
    else if (text[i] === ']') inClass = false
  }
  return i + 1
}

function endOfTemplate(text: string, at: number): number {
  let i = at + 1
  while (i < text.length && text[i] !== '`') {
    if (text[i] === '\\') i += 2
    else if (text.startsWith('${', i)) i = endOfHole(text, i + 2)
    else i++
  }
  return i + 1
}

function endOfHole(text: string, at: number): number {
  for (let i = at, deep = 1; i < text.length; ) {
    const next = skip(text, i)
    if (next > i) {
      i = next
      continue
    }
    if (text[i] === '{') deep++
    else if (text[i] === '}' && --deep === 0) return i + 1
    i++
  }
  return text.length
}

/** The pairs inside template holes are read too: a template is scanned again from its holes. */
function holesOf(text: string, from: number, to: number): [number, number][] {
  const holes: [number, number][] = []
  for (let i = from + 1; i < to - 1; i++) {
    if (text[i] === '\\') i++
    else if (text.startsWith('${', i)) {
      const end = endOfHole(text, i + 2)
      holes.push([i + 2, end - 1])
      i = end - 1
    }
  }
  return holes
}

/** Every pair of a file: object literals that have `vi` or `en`, and the two arguments of `say`. */
export function saidIn(text: string, from = 0, to = text.length): Said[] {
  const found: Said[] = []
  const stack: Frame[] = []
  const lineOf = (at: number) => text.slice(0, at).split('\n').length
  const top = () => stack.at(-1)

  /** Takes the property or argument that ends at `end` into the innermost bracket. */
  function take(end: number): void {
    const frame = top()
    if (!frame) return
    const piece = text.slice(frame.start, end).trim()
    if (frame.opener === '{') {
      const [, name, value] = /^(?:readonly\s+)?'?([\w.-]+)'?\??\s*(?::([\s\S]*))?$/.exec(piece) ?? []
      if (name) frame.props.set(name, value?.trim() ?? name)
    } else if (frame.isCall && piece) frame.props.set(frame.props.size === 0 ? 'vi' : 'en', piece)
    frame.start = end + 1
  }

  for (let i = from; i < to; ) {
    const next = skip(text, i)
    if (next > i) {
      if (text[i] === '`') for (const [start, end] of holesOf(text, i, next)) found.push(...saidIn(text, start, end))
      if (text.startsWith('//', i) || text.startsWith('/*', i)) {
        const frame = top()
        if (frame && !text.slice(frame.start, i).trim()) frame.start = next
      }
      i = next
      continue
    }
    const sign = text[i]!
    if (sign in closers) {
      const before = text.slice(Math.max(0, i - 80), i)
      const key = /'?([\w.-]+)'?\s*(?::|=|\()\s*$/.exec(`${before}${sign === '(' ? '(' : ''}`)?.[1] ?? ''
      const isCall = sign === '(' && /\bsay$/.test(before)
      const name = [...stack.map((frame) => frame.key), key].filter(Boolean).slice(-3).join('.')
      stack.push({ opener: sign, line: i, key, name, start: i + 1, props: new Map(), isCall })
    } else if (sign === ',' || sign === ';') take(i)
    else if (sign === '}' || sign === ')' || sign === ']') {
      take(i)
      const frame = stack.pop()
      if (frame && (frame.props.has('vi') || frame.props.has('en')) && (frame.opener === '{' || frame.isCall))
        found.push({ line: lineOf(frame.line), key: frame.name, vi: frame.props.get('vi'), en: frame.props.get('en') })
    }
    i++
  }
  return found
}

/** The words of a value that is one string or template; `undefined` for anything the program makes up. */
export function literal(value: string | undefined): string | undefined {
  const [, , inside] = /^(?:\([^()]*\)\s*=>\s*)?(['"`])([\s\S]*)\1(?:\s+as const)?$/.exec(value ?? '') ?? []
  return inside
}
