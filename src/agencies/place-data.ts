// The data files of places read: wards of three times with their districts and what became of them, and the provinces. Pure.
import { fold } from '../kernel/fold.ts'

/** Texts of the files in catalogue/. */
export type PlaceFiles = { agencies: string; units: string; formerWards: string; provinces: string }

export type WardPlace = {
  /** GSO number; `.2024` and `.2025` where the number belonged to another ward in 2017. */
  code: string
  kind: 'phuong' | 'xa' | 'thi_tran' | 'dac_khu'
  name: string
  /** The name without its kind, folded, and with its marks but independent of where the tone mark stands. */
  base: string
  letters: string
  /** The district it was in; of a unit of today, the districts it was made from. */
  districts: readonly string[]
  province: 'Hải Phòng' | 'Hải Dương'
  /** Organisation of 2017, of the day before 1/7/2025, or since then. */
  since: 2017 | 2024 | 2025
  /** Codes of the units of today it lies in; several where it was split; none known for those that ended before. */
  now: readonly string[]
}

export type Province = { name: string; now: string }

type Row = Record<string, string>

/** Rows of a data file by their column names; comments and empty lines are skipped. */
export function lines(text: string): Row[] {
  const [header = '', ...rest] = text
    .normalize('NFC')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const names = header.split('\t')
  return rest.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

const kinds = { Phường: 'phuong', Xã: 'xa', 'Thị trấn': 'thi_tran', 'Đặc khu': 'dac_khu' } as const

function split(name: string): { kind: WardPlace['kind']; base: string; letters: string } {
  const prefix = (Object.keys(kinds) as (keyof typeof kinds)[]).find((one) => name.startsWith(`${one} `))
  if (!prefix) throw new Error(`${name}: no ward is called so`)
  const own = name.slice(prefix.length + 1)
  return { kind: kinds[prefix], base: fold(own), letters: letterKey(own) }
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** `Hoà` and `Hòa` are the same letters with the same tone; `hoa` is not. */
export function letterKey(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => word.replace(tones, '') + (word.match(tones) ?? []).join(''))
    .join(' ')
}

export function readWards({ agencies, units, formerWards }: PlaceFiles): WardPlace[] {
  const offices = lines(agencies)
  const districts = new Map(offices.map(({ code, name }) => [code, name!]))
  const former = lines(formerWards)
  const codeNow = (code: string) => `${code}.2025`
  const nowOf = (row: Row | undefined) => row?.now?.split(',').map(codeNow) ?? []
  const of2017 = offices
    .filter(({ level }) => level === 'ward')
    .map((row): WardPlace => {
      const own = split(row['name']!)
      // The same number and name, whatever its kind had become by then: the same ward.
      const later = former.find(({ code, name }) => code === row['code'] && split(name!).letters === own.letters)
      const district = districts.get(row['parent']!)!
      return {
        ...own,
        code: row['code']!,
        name: row['name']!,
        districts: [district],
        province: 'Hải Phòng',
        since: 2017,
        now: nowOf(later)
      }
    })
  const known = new Map(of2017.map((place) => [place.code, place]))
  const between = former
    .filter(({ code, name }) => known.get(code!)?.name !== name)
    .map((row): WardPlace => {
      const code = known.has(row['code']!) ? `${row['code']}.2024` : row['code']!
      const province = row['province'] === 'Hải Dương' ? 'Hải Dương' : 'Hải Phòng'
      return { ...split(row['name']!), code, name: row['name']!, districts: [row['district']!], province, since: 2024, now: nowOf(row) }
    })
  const before = [...of2017, ...between]
  const today = lines(units).map(({ code, name }): WardPlace => {
    const parts = before.filter(({ now }) => now.includes(codeNow(code!)))
    const made = [...new Set(parts.flatMap((part) => part.districts))]
    const province = parts.some((part) => part.province === 'Hải Phòng') || parts.length === 0 ? 'Hải Phòng' : 'Hải Dương'
    return { ...split(name!), code: codeNow(code!), name: name!, districts: made, province, since: 2025, now: [] }
  })
  return [...before, ...today]
}

/** Of before 1/7/2025, then those that are only of today. */
export function readProvinces(rows: readonly Row[]): Province[] {
  const old = rows.map(({ name, now }) => ({ name: name!, now: now! }))
  const fresh = [...new Set(old.map(({ now }) => now))].filter((now) => old.every(({ name }) => name !== now))
  return [...old, ...fresh.map((name) => ({ name, now: name }))]
}
