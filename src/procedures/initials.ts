// A procedure by three letters: a clerk types `cts` and means "Chứng thực bản sao từ bản chính …". Pure, and run by browsers as well.
import { fold } from '../kernel/fold.ts'

type Named = { code: string; name: string }

/** Words so many names begin with that nobody types their initials: "Đăng ký khai sinh" is `ks`. */
const openings = [['dang', 'ky', 'lai'], ['dang', 'ky'], ['thu', 'tuc'], ['cap', 'lai'], ['cap']]

const withoutOpening = (words: readonly string[]): readonly string[] => {
  const opening = openings.find((one) => one.every((word, i) => words[i] === word) && one.length < words.length)
  return opening ? words.slice(opening.length) : words
}

/** How many initials are passed over between the first letter and the last; `undefined` when they do not come in this order. */
function gapsIn(initials: string, letters: string): number | undefined {
  if (initials[0] !== letters[0]) return undefined
  let at = 0
  let gaps = 0
  for (const letter of letters.slice(1)) {
    const next = initials.indexOf(letter, at + 1)
    if (next < 0) return undefined
    gaps += next - at - 1
    at = next
  }
  return gaps
}

/** The fewer initials lie between, the better; the whole name, its end and its start without the usual opening are tried. */
function byInitials(words: readonly string[], letters: string): number | undefined {
  const short = withoutOpening(words)
  const starts = [words, short].flatMap((some) => gapsIn(some.map((word) => word[0]).join(''), letters) ?? [])
  const initials = words.map((word) => word[0]).join('')
  const inside = initials.includes(letters) ? 3 : undefined
  const found = [...starts, ...(inside === undefined ? [] : [inside])]
  return found.length > 0 ? Math.min(...found) : undefined
}

/** Each word typed begins a word of the name, in this order. */
function byWordStarts(words: readonly string[], typed: readonly string[]): number | undefined {
  let at = -1
  for (const start of typed) {
    const next = words.findIndex((word, i) => i > at && word.startsWith(start))
    if (next < 0) return undefined
    at = next
  }
  return words.findIndex((word) => word.startsWith(typed[0]!))
}

function costOf({ code, name }: Named, typed: readonly string[], raw: string): number | undefined {
  if (/^[\d.]+$/.test(raw)) return code.startsWith(raw) || (raw.length > 2 && code.includes(raw)) ? 0 : undefined
  const words = fold(name).split(' ')
  const starts = byWordStarts(words, typed)
  if (typed.length > 1) return starts
  const initials = typed[0]!.length > 1 ? byInitials(words, typed[0]!) : undefined
  // A whole word typed ("khai") is meant as a word, even where its letters happen to be initials.
  const asWord = starts === undefined ? undefined : typed[0]!.length > 3 ? starts / 10 : 10 + starts
  const costs = [initials, asWord].filter((cost) => cost !== undefined)
  return costs.length > 0 ? Math.min(...costs) : undefined
}

/** Those that fit what was typed, the likeliest first; at equal cost the shorter name, which is the plainer procedure. */
export function byLetters<One extends Named>(list: readonly One[], text: string): One[] {
  const raw = text.trim()
  const typed = fold(raw).split(' ').filter(Boolean)
  if (typed.length === 0) return []
  return list
    .flatMap((one) => {
      const cost = costOf(one, typed, raw)
      return cost === undefined ? [] : [{ one, cost }]
    })
    .sort((a, b) => a.cost - b.cost || a.one.name.length - b.one.name.length || (a.one.code < b.one.code ? -1 : 1))
    .map(({ one }) => one)
}
