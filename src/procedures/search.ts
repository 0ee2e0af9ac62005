// What a citizen typed, made ready to be looked for: folded, without filler words, or recognised as a code. Pure.
import { fold } from '../kernel/fold.ts'

export type Wanted =
  | { kind: 'everything' }
  | { kind: 'code'; prefix: string }
  | {
      kind: 'words'
      /** All that was typed, folded. */
      phrase: string
      /** The words that say something; the last may be unfinished. */
      words: string[]
      /** Lower case with marks, to put exact spelling first. */
      spelt: string
    }

// Politeness and questions around the matter: "tôi muốn làm … ở đâu", "thủ tục … như thế nào".
const fillers = new Set(
  'toi minh em chau muon can xin lam o dau nhu the nao thi phai gi la va cua cho de thu tuc ho so giup hoi ve khi moi bao nhieu'.split(' ')
)

const code = /^([1-3])[. ]?(\d{2,6})(?:\.|$)/

/** `1.0037` is the beginning of a code; anything with letters is words. */
export function readSearch(text: string): Wanted {
  const typed = text.normalize('NFC').trim()
  const phrase = fold(typed)
  if (phrase === '') return { kind: 'everything' }
  const [, first, rest] = code.exec(typed) ?? []
  if (first !== undefined) return { kind: 'code', prefix: `${first}.${rest}` }
  const all = phrase.split(' ')
  const telling = all.filter((word) => !fillers.has(word))
  return { kind: 'words', phrase, words: telling.length > 0 ? telling : all, spelt: typed.toLowerCase().replace(/\s+/g, ' ') }
}
