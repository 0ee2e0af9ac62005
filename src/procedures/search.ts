// What a citizen typed, made ready to be looked for: words with and without their marks, or recognised as a code. Pure.
import { fold } from '../kernel/fold.ts'

/** A word twice: as it is looked up, and with its marks, wherever in the syllable the tone was put (`hoà` = `hòa`). */
export type Word = { plain: string; marked: string }

export type Wanted =
  | { kind: 'everything' }
  | { kind: 'code'; prefix: string }
  | {
      kind: 'words'
      /** All that was typed, folded. */
      phrase: string
      /** Every word in its place; `tells` is false for politeness and questions around the matter. */
      words: (Word & { tells: boolean })[]
      /** The last word may be unfinished: nothing was typed behind it. */
      isOpen: boolean
    }

// "tôi muốn làm … ở đâu", "thủ tục … cần giấy gì", "… thì phải như thế nào". With their marks: "để" says nothing, "đẻ" says all.
const fillers = readWords(
  'tôi mình tớ em chị anh chúng ta muốn cần xin cho ở đâu như thế nào làm sao thì phải gì là và của để thủ tục hồ sơ hộ giúp hỏi về ' +
    'khi bao nhiêu lâu không có được bị nên ai nhà với ạ nhé vậy à ơi đi cái này đó các những một giờ rồi mà sẽ đang đã'
)
const markedFillers = new Set(fillers.map(({ marked }) => marked))
/** Words that say nothing even without marks; left out are those that are something else with other marks (de, ho, so, nha, anh, gio). */
const tooTelling = new Set(['de', 'ho', 'so', 'nha', 'anh', 'gio', 'bi', 'dang', 'da', 'cai', 'di', 'mot', 'sao', 'gi', 'con'])
const plainFillers = new Set(fillers.map(({ plain }) => plain).filter((plain) => !tooTelling.has(plain)))
// Said as one: the pair says nothing where each of its words may.
const emptyPairs = new Set([
  'thu tuc',
  'ho so',
  'o dau',
  'giay gi',
  'giay to',
  'nhu the',
  'the nao',
  'lam sao',
  'nha toi',
  'nha em',
  'nha minh'
])

/** Nobody tells a longer story in a search box; a machine might. */
const mostWords = 24

const code = /^([1-3])[. ]?(\d{2,6})(?:\.|$)/

/** `1.0037` is the beginning of a code; anything with letters is words. */
export function readSearch(text: string): Wanted {
  const typed = text.normalize('NFC').trim()
  const all = readWords(typed).slice(0, mostWords)
  if (all.length === 0) return { kind: 'everything' }
  const [, first, rest] = code.exec(typed) ?? []
  if (first !== undefined) return { kind: 'code', prefix: `${first}.${rest}` }
  const words = all.map((word, at) => ({ ...word, tells: !isFiller(word) && !inEmptyPair(all, at) }))
  const saysNothing = words.every(({ tells }) => !tells)
  return {
    kind: 'words',
    phrase: all.map(({ plain }) => plain).join(' '),
    words: saysNothing ? words.map((word) => ({ ...word, tells: true })) : words,
    isOpen: !/[\s?!.]$/.test(text)
  }
}

const isFiller = ({ plain, marked }: Word) => (plain === marked ? plainFillers.has(plain) : markedFillers.has(marked))

function inEmptyPair(all: readonly Word[], at: number): boolean {
  const pair = (from: number) => emptyPairs.has(`${all[from]?.plain} ${all[from + 1]?.plain}`)
  return pair(at - 1) || pair(at)
}

/** The words of a text, each with its marks in one order. */
export function readWords(text: string): Word[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .flatMap((spelt) => {
      const plain = fold(spelt)
      if (plain === '') return []
      const marks = [...spelt.normalize('NFD')].filter((letter) => /[\u0300-\u036fđ]/.test(letter)).sort()
      return [{ plain, marked: marks.length > 0 ? `${plain}${marks.join('')}` : plain }]
    })
}
