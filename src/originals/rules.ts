// The code of an original: short, scannable, and wrong as soon as one sign is wrong or two are swapped. `BG-7K3M-9QXA`.

/**
 * 31 signs, none of which looks like another: digits without 0 and 1, capital letters without I, L and O. 31 is a prime, so a sum
 * with weights 1 to 8 notices every wrong sign and every pair in the wrong order. Read aloud, typed or scanned: all in Code 128.
 */
export const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const modulus = signs.length
/** Seven signs that tell originals apart (27,512,614,111 of them), one that checks them. */
const length = 7

const weighed = (text: string) => [...text].reduce((sum, sign, index) => sum + signs.indexOf(sign) * (index + 1), 0)

/** The sign that makes the weighted sum of all eight a multiple of 31. */
export function checkSign(seven: string): string {
  // 8 × 4 = 32 ≡ 1: four is what undoes the weight of the eighth place.
  return signs[(((-weighed(seven) * 4) % modulus) + modulus) % modulus]!
}

const said = (eight: string) => `BG-${eight.slice(0, 4)}-${eight.slice(4)}`

/** The code that belongs to an id: the same id, the same code. Its last 48 bits are chance. */
export function codeOf(id: string): string {
  let number = BigInt(`0x${id.replaceAll('-', '').slice(-12)}`)
  let seven = ''
  for (let place = 0; place < length; place++) {
    seven += signs[Number(number % BigInt(modulus))]
    number /= BigInt(modulus)
  }
  return said(seven + checkSign(seven))
}

/** A code as it was scanned or typed, with or without `BG` and dashes; undefined when it is none or was mistyped. */
export function readCode(text: string): string | undefined {
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–.]/g, '')
    .replace(/^BG(?=.{8}$)/, '')
  if (bare.length !== length + 1 || [...bare].some((sign) => !signs.includes(sign))) return undefined
  return weighed(bare) % modulus === 0 ? said(bare) : undefined
}

/** Codes in what a scanner left behind: one a line, or with spaces between. Each once, in their order; what is no code as it stands. */
export function readScans(text: string): { codes: string[]; others: string[] } {
  const words = text.split(/[\s,;]+/).filter(Boolean)
  const read = words.map((word) => ({ word, code: readCode(word) }))
  return {
    codes: [...new Set(read.flatMap(({ code }) => code ?? []))],
    others: [...new Set(read.filter(({ code }) => !code).map(({ word }) => word))]
  }
}

/** `GB-303-261124-01`: hand-over lists are numbered by desk and day, as `Biên bản` of the post are. */
export function listNumber(agencyCode: string, day: Temporal.PlainDate, nth: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `GB-${agencyCode}-${two(day.year % 100)}${two(day.month)}${two(day.day)}-${two(nth)}`
}

/** Which papers of a dossier the house holds: those that are worth something by themselves. What is only shown goes home again at once. */
export const isHeld = ({ form, given }: { form: string; given: string }): boolean =>
  (form === 'original' || form === 'certified_copy') && (given === 'paper' || given === 'post')
