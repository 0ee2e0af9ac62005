// The catalogue in the memory of the process, as the search looks at it: which words lead to which procedure, and how far. Pure.
// 144 procedures and some 600 phrases are few: going through all of them takes about a millisecond.
import { readWords, type Wanted, type Word } from './search.ts'

/** `rest` is what a procedure can be found by besides its name and the phrases people use: its code, its field, its result. */
export type Entry = { code: string; name: string; rest: string; phrases: readonly string[] }

type Phrase = { words: Word[]; weight: number; isName: boolean }
type Indexed<E> = { entry: E; phrases: Phrase[]; rest: Set<string> }
/** What is said at home, and what the catalogue calls it: "hàn quốc" → "nước ngoài". */
export type EverydayWord = { said: string; meant: string }

export type SearchIndex<E extends Entry> = {
  entries: readonly E[]
  docs: readonly Indexed<E>[]
  /** In how many procedures a word, or a pair of words, stands. */
  spread: ReadonlyMap<string, number>
  vocabulary: readonly string[]
  /** Every word as it stands with its marks. */
  marked: ReadonlySet<string>
  everyday: readonly { said: Word[]; meant: Word[] }[]
}

/**
 * A word asked for: `share` is how sure we are that it was meant; `from` the place of what was typed;
 * `otherMarks` how far it counts where the same letters carry other marks.
 */
type Asked = Word & { share: number; from: number; isOpen: boolean; otherMarks: number }

const pairOf = (words: readonly Word[], at: number) => `${words[at]!.plain} ${words[at + 1]!.plain}`

export function indexOf<E extends Entry>(entries: readonly E[], everyday: readonly EverydayWord[]): SearchIndex<E> {
  const spread = new Map<string, number>()
  const texts = entries.map((entry) => [entry.name, ...entry.phrases].map(readWords))
  const rests = entries.map((entry) => new Set(readWords(entry.rest).map(({ plain }) => plain)))
  texts.forEach((phrases, i) => {
    const features = new Set(rests[i])
    for (const words of phrases)
      words.forEach((word, at) => {
        features.add(word.plain)
        if (at + 1 < words.length) features.add(pairOf(words, at))
      })
    for (const feature of features) spread.set(feature, (spread.get(feature) ?? 0) + 1)
  })
  const rarity = rarityOf(spread, entries.length)
  const docs = entries.map((entry, i) => ({
    entry,
    rest: rests[i]!,
    phrases: texts[i]!.map((words, n) => ({ words, isName: n === 0, weight: weigh(words, rarity) }))
  }))
  const marked = new Set(texts.flat(2).map((word) => word.marked))
  const known = everyday.map(({ said, meant }) => ({ said: readWords(said), meant: readWords(meant) }))
  return { entries, docs, spread, vocabulary: [...spread.keys()].filter((feature) => !feature.includes(' ')), marked, everyday: known }
}

type Rarity = (feature: string) => number
const rarityOf =
  (spread: ReadonlyMap<string, number>, of: number): Rarity =>
  (feature) => {
    const times = spread.get(feature) ?? 0
    return times === 0 ? 0 : Math.log(1 + of / times)
  }

const pairShare = 0.6

function weigh(words: readonly Word[], rarity: Rarity): number {
  let sum = 0
  for (let at = 0; at < words.length; at++) {
    sum += rarity(words[at]!.plain)
    if (at + 1 < words.length) sum += pairShare * rarity(pairOf(words, at))
  }
  return sum
}

/** Best first. What explains less than half as much as the best answer is no answer. */
export function rank<E extends Entry>(index: SearchIndex<E>, wanted: Extract<Wanted, { kind: 'words' }>): E[] {
  const rarity = rarityOf(index.spread, index.entries.length)
  const asked = meantBy(index, wanted)
  const total = askedWeight(asked, rarity)
  if (total === 0) return []
  const pairs = pairsOf(wanted, asked)
  const find = finderOf(asked)
  const scored = index.docs
    .map((doc) => ({ entry: doc.entry, score: scoreOf(doc, { find, asked, pairs, total, rarity, phrase: wanted.phrase }) }))
    .filter(({ score }) => score > 0.12)
    .sort((a, b) => b.score - a.score || (a.entry.code < b.entry.code ? -1 : 1))
  const best = scored[0]?.score ?? 0
  return scored.filter(({ score }) => score >= best * 0.45).map(({ entry }) => entry)
}

type Question = {
  find: (word: Word) => [share: number, from: number]
  asked: readonly Asked[]
  pairs: ReadonlyMap<string, number>
  total: number
  rarity: Rarity
  phrase: string
}

function scoreOf({ phrases, rest }: Indexed<Entry>, question: Question): number {
  const { asked, total, rarity, phrase } = question
  const explained = new Map<number, number>()
  const explain = (from: number, value: number) => explained.set(from, Math.max(explained.get(from) ?? 0, value))
  let best = 0
  for (const one of phrases) best = Math.max(best, likeness(one, question, explain))
  for (const word of asked) if (rest.has(word.plain)) explain(word.from, 0.5 * word.share * rarity(word.plain))
  const covered = [...explained.values()].reduce((sum, value) => sum + value, 0) / total
  const name = phrases[0]!.words.map(({ plain }) => plain).join(' ')
  const isName = name === phrase ? 1 : name.startsWith(`${phrase} `) ? 0.25 : 0
  return best + 0.5 * Math.min(1, covered) + isName
}

/** How much of a phrase was said, and how much of what was said the phrase explains: 1 when they are the same. */
function likeness(
  { words, weight, isName }: Phrase,
  { find, pairs, total, rarity }: Question,
  explain: (from: number, value: number) => void
): number {
  let matched = 0
  let explained = 0
  const used = new Set<number>()
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const [share, from] = find(word)
    const worth = rarity(word.plain)
    if (share > 0) {
      matched += share * worth
      if (!used.has(from)) explained += share * worth
      used.add(from)
      explain(from, share * worth)
    }
    if (at + 1 < words.length) {
      const pair = pairOf(words, at)
      matched += pairShare * (pairs.get(pair) ?? 0) * rarity(pair)
    }
  }
  const unsaid = Math.max(0, weight - matched)
  const unexplained = Math.max(0, total - explained)
  return matched === 0 ? 0 : matched / (matched + (isName ? 0.35 : 0.5) * unsaid + 0.5 * unexplained)
}

/** Marks that were typed and are others count less: "bán" is not "bản"; less still when the word with these marks is one we have. */
function finderOf(asked: readonly Asked[]): Question['find'] {
  const byPlain = Map.groupBy(asked, ({ plain }) => plain)
  const open = asked.filter((one) => one.isOpen && one.plain.length > 1)
  return (word) => {
    let best: [number, number] = [0, -1]
    const consider = (one: Asked, share: number) => {
      if (share > best[0]) best = [share, one.from]
    }
    for (const one of byPlain.get(word.plain) ?? [])
      consider(one, one.share * (one.plain === one.marked || one.marked === word.marked ? 1 : one.otherMarks))
    for (const one of open) if (one.plain !== word.plain && word.plain.startsWith(one.plain)) consider(one, 0.8 * one.share)
    return best
  }
}

function askedWeight(asked: readonly Asked[], rarity: Rarity): number {
  const byPlace = new Map<number, number>()
  for (const one of asked) byPlace.set(one.from, Math.max(byPlace.get(one.from) ?? 0, one.share * rarity(one.plain)))
  return [...byPlace.values()].reduce((sum, value) => sum + value, 0)
}

/** What was typed, what it is called in the catalogue, and what a typing error may have been. */
function meantBy(
  { everyday, spread, vocabulary, marked }: SearchIndex<Entry>,
  { words, isOpen }: Extract<Wanted, { kind: 'words' }>
): Asked[] {
  const asked: Asked[] = []
  words.forEach((word, from) => {
    const isLast = isOpen && from === words.length - 1
    const isKnown = spread.has(word.plain)
    if (word.tells && (isKnown || isLast))
      asked.push({ ...word, share: 1, from, isOpen: isLast && !isKnown, otherMarks: marked.has(word.marked) ? 0.3 : 0.8 })
    if (word.tells && !isKnown)
      asked.push(...mistypings(word.plain, { before: words[from - 1], after: words[from + 1], spread, vocabulary, from }))
  })
  for (const { said, meant } of everyday) {
    const from = words.findIndex((_, at) => said.every((word, n) => isSaid(words[at + n], word)))
    if (from >= 0) for (const word of meant) asked.push({ ...word, share: 0.8, from, isOpen: false, otherMarks: 0.3 })
  }
  return asked
}

const isSaid = (typed: Word | undefined, word: Word) =>
  typed !== undefined && typed.plain === word.plain && (typed.plain === typed.marked || typed.marked === word.marked)

type Around = {
  before: Word | undefined
  after: Word | undefined
  spread: ReadonlyMap<string, number>
  vocabulary: readonly string[]
  from: number
}

/** A word like too many others tells nothing. */
const mostGuesses = 8

/** Words of the catalogue one slip away; those that go with a neighbour are believed, and then only they. Two words run together are parted. */
function mistypings(typed: string, { before, after, spread, vocabulary, from }: Around): Asked[] {
  if (typed.length < 3 || /\d/.test(typed)) return []
  const as = (plain: string, share: number): Asked => ({ plain, marked: plain, share, from, isOpen: false, otherMarks: 1 })
  for (let cut = 2; cut <= typed.length - 2; cut++) {
    const [left, right] = [typed.slice(0, cut), typed.slice(cut)]
    if (spread.has(`${left} ${right}`)) return [as(left, 0.9), as(right, 0.9)]
  }
  const near = vocabulary.filter((word) => isOneSlip(typed, word) || (typed.length > 5 && sharedTrigrams(typed, word) >= 0.5))
  const goesWith = (word: string) => spread.has(`${before?.plain} ${word}`) || spread.has(`${word} ${after?.plain}`)
  const fitting = near.filter(goesWith)
  return fitting.length > 0 ? fitting.map((word) => as(word, 0.9)) : near.slice(0, mostGuesses).map((word) => as(word, 0.5))
}

/** One letter more, less, other, or two exchanged. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const [restA, restB] = [a.slice(at), b.slice(at)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}

function sharedTrigrams(a: string, b: string): number {
  const [one, other] = [trigrams(a), trigrams(b)]
  const shared = [...one].filter((three) => other.has(three)).length
  return shared / (one.size + other.size - shared)
}

const trigrams = (word: string) => new Set(Array.from({ length: word.length + 1 }, (_, at) => `  ${word} `.slice(at, at + 3)))

/** Pairs that were typed side by side, also across words that say nothing, and those of everyday words. */
function pairsOf({ words }: Extract<Wanted, { kind: 'words' }>, asked: readonly Asked[]): Map<string, number> {
  const pairs = new Map<string, number>()
  const add = (a: Word, b: Word, share: number) => {
    const pair = `${a.plain} ${b.plain}`
    pairs.set(pair, Math.max(pairs.get(pair) ?? 0, share))
  }
  words.forEach((word, at) => {
    if (words[at + 1]) add(word, words[at + 1]!, 1)
  })
  const telling = words.filter(({ tells }) => tells)
  telling.forEach((word, at) => {
    if (telling[at + 1]) add(word, telling[at + 1]!, 0.8)
  })
  for (const a of asked)
    for (const b of asked) if (a !== b && (b.from === a.from || b.from === a.from + 1)) add(a, b, Math.min(a.share, b.share))
  return pairs
}
