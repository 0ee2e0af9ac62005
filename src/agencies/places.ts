// Names of places as people write them: wards of 2017, of the day before the merger, of today; provinces old and new. Pure.
import { fold } from '../kernel/fold.ts'
import { type Locale, locales, type Words } from '../kernel/locale.ts'
import { letterKey, lines, type PlaceFiles, readProvinces, readWards, type WardPlace } from './place-data.ts'

/** One ward, or those it may be; `name` finds exactly this one again. Nothing when it is none of the city's. */
export type WardMatch =
  | { wardCode: string; name: string }
  | { several: { wardCode: string; name: string; note: Words | undefined }[] }
  | undefined
/** What is offered while somebody types. `value` is what stands in the box afterwards. */
export type PlaceHint = { value: string; note: Words | undefined; province: string }
export type Places = {
  matchWard(ward: string, province: string): WardMatch
  /** Words in any order, the last one perhaps unfinished. */
  findPlaces(text: string, limit?: number): PlaceHint[]
  findProvinces(text: string, limit?: number): PlaceHint[]
  all: readonly WardPlace[]
}

const prefixes: Record<WardPlace['kind'], readonly string[]> = {
  phuong: ['phuong', 'ph', 'p'],
  xa: ['xa', 'x'],
  thi_tran: ['thi tran', 'tt'],
  dac_khu: ['dac khu']
}
const everyPrefix = Object.values(prefixes).flat()
const ofDistricts = ['quan', 'huyen', 'thanh pho', 'thi xa', 'q', 'h', 'tp', 'tx']
const ofProvinces = ['thanh pho', 'tinh', 'tp']
const since2025 = 'từ 01/7/2025'

const saidSince2025 = fold(since2025)

const words = {
  today: { vi: since2025, en: 'since 01/7/2025' },
  formerly: { vi: 'trước thuộc tỉnh', en: 'formerly in the province of' },
  now: { vi: 'nay thuộc', en: 'now in' },
  or: { vi: ' hoặc ', en: ' or ' }
} as const satisfies Record<string, Words>

const everyLocale = (say: (locale: Locale) => string): Words => Object.fromEntries(locales.map((locale) => [locale, say(locale)])) as Words

/** Takes the first of the phrases out of the text; `undefined` when none is in it. */
function without(text: string, phrases: readonly string[]): string | undefined {
  const found = phrases.find((phrase) => text.includes(` ${phrase} `))
  return found && text.replace(` ${found} `, '  ')
}

const withPrefix = (list: readonly string[], name: string) => [...list.map((prefix) => `${prefix} ${name}`), name]

type Reading = { place: WardPlace; hasDistrict: boolean }

/** Whether every word of what was typed speaks of this ward: its kind and name, perhaps its district, province and time. */
function readAs(place: WardPlace, typed: string): Reading | undefined {
  let rest = ` ${typed} `
  if (!rest.includes(` ${place.base} `)) return undefined
  // "xã An Lão" is not the town of that name.
  const others = everyPrefix.filter((prefix) => !prefixes[place.kind].includes(prefix))
  const isOther = others.some((prefix) => rest.includes(` ${prefix} ${place.base} `))
  const named = without(
    rest,
    isOther ? prefixes[place.kind].map((prefix) => `${prefix} ${place.base}`) : withPrefix(prefixes[place.kind], place.base)
  )
  if (named === undefined) return undefined
  rest = named
  if (place.since === 2025) rest = without(rest, [saidSince2025]) ?? rest
  const districts = place.districts.map((name) => fold(name).replace(/^(quan|huyen|thanh pho|thi xa) /, ''))
  const aided = districts.map((name) => without(rest, withPrefix(ofDistricts, name))).find((text) => text !== undefined)
  rest = aided ?? rest
  for (const name of ['hai phong', 'hai duong', 'viet nam']) rest = without(rest, withPrefix(ofProvinces, name)) ?? rest
  return rest.trim() === '' ? { place, hasDistrict: aided !== undefined } : undefined
}

/** The ward of 2017 is the one our agencies know; then today's; then that of the years between. */
const rank = { 2017: 0, 2025: 1, 2024: 2 } as const

/** Wards of one kind and name that followed each other are one place to whoever writes its address; the first in rank stands for it. */
function joined(places: readonly WardPlace[]): WardPlace[] {
  let groups: WardPlace[][] = []
  for (const place of [...places].sort((a, b) => rank[a.since] - rank[b.since])) {
    const same = groups.filter((group) => group.some((other) => isSame(other, place)))
    groups = same.length === 0 ? [...groups, [place]] : groups.flatMap((group) => joinedInto(group, same, place))
  }
  return groups.map(([lead]) => lead!)
}

/** The first of the groups that belong together takes up the others and the place. */
function joinedInto(group: WardPlace[], same: readonly WardPlace[][], place: WardPlace): WardPlace[][] {
  if (!same.includes(group)) return [group]
  return group === same[0] ? [[...same.flat(), place]] : []
}

function isSame(a: WardPlace, b: WardPlace): boolean {
  if (a.kind !== b.kind || a.letters !== b.letters) return false
  if (a.since !== 2025 && b.since !== 2025) return a.province === b.province && a.districts[0] === b.districts[0]
  return a.now.includes(b.code) || b.now.includes(a.code)
}

/** `Xã Hoà Bình, huyện Thuỷ Nguyên`: enough to be found again alone. */
function fullName({ name, since, districts }: WardPlace): string {
  const [district] = districts
  return since === 2025 ? `${name} (${since2025})` : district ? `${name}, ${district[0]!.toLowerCase()}${district.slice(1)}` : name
}

const onlyOr = <T>(all: readonly T[], fits: (one: T) => boolean): readonly T[] => {
  const fitting = all.filter(fits)
  return fitting.length > 0 ? fitting : all
}

const shortProvinces: Record<string, string> = { hp: 'hai phong', hd: 'hai duong' }

function plainProvince(text: string): string {
  const plain = fold(text).replace(/^(thanh pho|tinh|tp|t) /, '')
  return shortProvinces[plain] ?? plain
}

export function placesOf(files: PlaceFiles): Places {
  const all = readWards(files)
  const byCode = new Map(all.map((place) => [place.code, place]))
  const provinces = readProvinces(lines(files.provinces))

  /** What sets a place apart from its namesakes: when it was, what it lies in now. */
  function noteOf(place: WardPlace): Words | undefined {
    if (place.since === 2025) return words.today
    const now = place.now.map((code) => byCode.get(code)?.name ?? '')
    const said = (locale: Locale) =>
      [
        place.province === 'Hải Dương' && `${words.formerly[locale]} ${place.province}`,
        now.length > 0 && `${words.now[locale]} ${now.join(words.or[locale])}`
      ]
        .filter(Boolean)
        .join(', ')
    return said('vi') === '' ? undefined : everyLocale(said)
  }

  function matchWard(ward: string, province: string): WardMatch {
    const asked = plainProvince(province)
    if (asked !== '' && asked !== 'hai phong' && asked !== 'hai duong') return undefined
    const typed = fold(ward)
    const readings = all.map((place) => readAs(place, typed)).filter((reading) => reading !== undefined)
    const isHere = ({ place }: Reading) =>
      asked === 'hai duong' ? place.province === 'Hải Dương' : place.province === 'Hải Phòng' || place.since === 2025
    const here = onlyOr(readings, isHere)
    const spelt = onlyOr(here, ({ place }) => ` ${letterKey(ward)} `.includes(` ${place.letters} `))
    // Units of today have no district: whoever names one speaks of before.
    const closest = onlyOr(spelt, ({ place, hasDistrict }) => hasDistrict && place.since !== 2025)
    // Only who says so means the unit of today apart from its namesakes.
    const meant = onlyOr(closest, ({ place }) => typed.includes(saidSince2025) && place.since === 2025)
    const found = joined(meant.map(({ place }) => place))
    if (found.length > 1)
      return {
        several: found.map((place) => ({
          wardCode: place.code,
          name: fullName(place),
          note: place.since === 2025 ? undefined : noteOf(place)
        }))
      }
    return found[0] && { wardCode: found[0].code, name: found[0].name }
  }

  const wardWords = all.map((place) => ({ place, words: wordsOf(place) }))

  function findPlaces(text: string, limit = 8): PlaceHint[] {
    const asked = fold(text).split(' ').filter(Boolean)
    if (asked.join('').length < 2) return []
    const fitting = wardWords.filter(({ words }) => isIn(asked, words)).map(({ place }) => place)
    const plain = withoutPrefix(asked.join(' '))
    const letters = withoutPrefix(letterKey(text))
    const far = (place: WardPlace) => [
      ` ${letters} `.includes(` ${place.letters} `) ? 0 : 1,
      ` ${plain} `.includes(` ${place.base} `) ? 0 : place.base.startsWith(plain) ? 1 : 2,
      place.letters.startsWith(letters) ? 0 : 1,
      rank[place.since]
    ]
    const nearest = (places: readonly WardPlace[]) =>
      places
        .map((place) => ({ place, far: far(place) }))
        .sort((a, b) => compareAll(a.far, b.far) || inVietnamese(a.place.name, b.place.name))
        .map(({ place }) => place)
    // A ward that lived on under its name is up to three places.
    return nearest(joined(nearest(fitting).slice(0, 4 * limit)))
      .slice(0, limit)
      .map((place) => ({ value: shortest(place), note: noteOf(place), province: provinceNow(place) }))
  }

  /** The name alone where it is enough; the full one where it is not. */
  function shortest(place: WardPlace): string {
    const match = matchWard(place.name, provinceNow(place))
    return match && 'wardCode' in match && match.wardCode === place.code ? place.name : fullName(place)
  }

  function findProvinces(text: string, limit = 8): PlaceHint[] {
    const asked = plainProvince(text).split(' ').filter(Boolean)
    if (asked.length === 0) return []
    const last = letterKey(text).split(' ').at(-1)!
    // With marks as typed before without.
    const isSpelt = (name: string) =>
      letterKey(name)
        .split(' ')
        .some((word) => word.startsWith(last))
    return provinces
      .filter(({ name }) => isIn(asked, { own: fold(name).split(' '), common: [] }))
      .sort((a, b) => Number(isSpelt(b.name)) - Number(isSpelt(a.name)))
      .slice(0, limit)
      .map(({ name, now }) => ({
        value: name,
        note: name === now ? undefined : everyLocale((locale) => `${words.now[locale]} ${now}`),
        province: name
      }))
  }

  return { matchWard, findPlaces, findProvinces, all }
}

/** What to write beside it: a unit of today lies in Hải Phòng, wherever it was made from. */
const provinceNow = ({ since, province }: WardPlace) => (since === 2025 ? 'Hải Phòng' : province)

const { compare: inVietnamese } = new Intl.Collator('vi')

type OwnWords = { own: readonly string[]; common: readonly string[] }

const wordsOf = ({ base, kind, districts, province }: WardPlace): OwnWords => ({
  own: [base, ...districts.map(fold), fold(province)].join(' ').split(' '),
  common: [...prefixes[kind], ...ofDistricts, ...ofProvinces].join(' ').split(' ')
})

/** Every word asked for is there, the last one perhaps only begun; one letter begins a name, not a "phường". */
const isIn = (asked: readonly string[], { own, common }: OwnWords) =>
  asked.every((word, i) => {
    const isOpen = i === asked.length - 1
    const fits = (one: string) => (isOpen ? one.startsWith(word) : one === word)
    return own.some(fits) || (word.length > 1 ? common.some(fits) : common.includes(word))
  })

const withoutPrefix = (text: string) => {
  const prefix = everyPrefix.find((one) => text.startsWith(`${one} `))
  return prefix ? text.slice(prefix.length + 1) : text
}

function compareAll(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - b[i]!).find((difference) => difference !== 0) ?? 0
}
