// Everything the house says is said in Vietnamese and in English, with the same facts, each in its own language.
import t from 'tap'
import { fieldErrors } from '../../src/kernel/field-errors.ts'
import { refusals } from '../../src/kernel/refusals.ts'
import { templates } from '../../src/notifications/templates.ts'
import { sourcesIn } from './sources.ts'
import { literal, type Said, saidIn } from './words.ts'

/** The same in both languages, and rightly so. */
const equalInBoth = ['VNeID', 'Một Cửa Hải Phòng']
/** Names that keep their letters in an English sentence, and what is named after its Vietnamese paper. */
const names = /Một Cửa|Hải Phòng|Lạch Tray|đồng|Tiếng Việt|QĐ-TTg|NĐ-CP|Mẫu \d+|VNeID|Việt Nam/g
/** Said in one language only because the other has nothing to say there. */
const oneSided = ['src/procedures/pages/procedure.ts words.english']

const vietnamese = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i
const english = /\b(the|your|you|is|are|of|was|please|this|cannot)\b/i
const holes = (text: string) => [...new Set([...text.matchAll(/(?<!\$)\{(\w+)\}/g)].map(([, name]) => name!))].sort().join(', ')

type Pair = Said & { path: string }
const pairs: Pair[] = sourcesIn('src', 'services').flatMap(({ path, text }) =>
  saidIn(text)
    // The starting files' `say` prints to a terminal, in both languages at once.
    // `({ vi }) =>` takes the one it needs apart: nothing is said there.
    .filter(
      ({ vi, en, key }) =>
        (vi !== undefined && en !== undefined) || (!/(^|\.)say$/.test(key) && (vi ?? en) !== (vi === undefined ? 'en' : 'vi'))
    )
    .map((said) => ({ ...said, path }))
)
const placeOf = ({ path, line, key }: Pair) => `${path}:${line} ${key}`
const isListed = (list: readonly string[], { path, key }: Pair) => list.includes(`${path} ${key}`)

/** Pairs of plain words: what the program puts together itself is its types' business. */
const spoken = pairs.flatMap((pair) => {
  const [vi, en] = [literal(pair.vi), literal(pair.en)]
  return vi === undefined || en === undefined ? [] : [{ pair, vi: vi.trim(), en: en.trim() }]
})

t.test('the words of the house are found at all', async (t) => {
  t.ok(spoken.length > 1000, `${spoken.length} pairs of words`)
  for (const [room, found] of Object.entries({ refusals, fieldErrors, templates })) t.ok(Object.keys(found).length > 10, room)
  const sample = "const words = { title: { vi: 'Hồ sơ', en: `The {file}` }, half: { vi: 'Một nửa' } } // { vi: 'no' }"
  t.match(saidIn(sample), [
    { key: 'words.title', vi: "'Hồ sơ'", en: '`The {file}`' },
    { key: 'words.half', vi: "'Một nửa'", en: undefined }
  ])
})

t.test('no word is missing in Vietnamese or in English', async (t) => {
  const missing = pairs
    .filter(({ vi, en }) => vi === undefined || en === undefined)
    .map((pair) => `${placeOf(pair)} says nothing in ${pair.vi === undefined ? 'vi' : 'en'}`)
  t.strictSame(missing, [])
})

t.test('no word is empty in one language only', async (t) => {
  const empty = spoken.filter(({ vi, en, pair }) => !vi !== !en && !isListed(oneSided, pair))
  t.strictSame(
    empty.map(({ pair, vi }) => `${placeOf(pair)} is empty in ${vi ? 'en' : 'vi'}`),
    []
  )
})

t.test('no word was copied instead of translated', async (t) => {
  const same = spoken.filter(
    ({ vi, en }) => vi && vi === en && /\p{L}{2}/u.test(vi.replaceAll(/[$]?\{[^}]*\}/g, '')) && !equalInBoth.includes(vi)
  )
  t.strictSame(
    same.map(({ pair, vi }) => `${placeOf(pair)} is “${vi}” in both languages`),
    []
  )
})

t.test('each language stands on its own side', async (t) => {
  const bare = (text: string) => text.replaceAll(/\$\{[^}]*\}/g, '')
  const mixed = spoken.flatMap(({ pair, vi, en }) => [
    ...(vietnamese.test(bare(en).replaceAll(names, '')) ? [`${placeOf(pair)} is Vietnamese in English: “${en}”`] : []),
    ...(english.test(bare(vi)) ? [`${placeOf(pair)} is English in Vietnamese: “${vi}”`] : [])
  ])
  t.strictSame(mixed, [])
})

t.test('both languages have the same blanks to fill in', async (t) => {
  const uneven = spoken.filter(({ pair, vi, en }) => !`${pair.vi}${pair.en}`.includes('${') && holes(vi) !== holes(en))
  t.strictSame(
    uneven.map(({ pair, vi, en }) => `${placeOf(pair)} fills {${holes(vi)}} in vi and {${holes(en)}} in en`),
    []
  )
})
