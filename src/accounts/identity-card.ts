// The QR code of an identity card, read as a typing aid: it is unsigned text and proves nothing about who holds the card.
import { isIdentityNumber } from './rules.ts'

export type CardWarning =
  /** Letters came out broken: the reader took the text for another alphabet. */
  | 'mojibake'
  /** A name without a single accent is rare enough to be looked at twice. */
  | 'name_without_accents'
  /** The number itself tells the sex and the year of birth (TT 59/2021/TT-BCA): they are not those of the card. */
  | 'number_disagrees'

export type CardReading =
  /** The chip card of 2021: seven fields between bars. Dates as `1994-03-12`. */
  | {
      layout: 'chip_2021'
      identityNumber: string
      oldNumber?: string
      name: string
      bornOn: string
      sex: 'male' | 'female'
      address: string
      issuedOn?: string
      warnings: CardWarning[]
    }
  /** Another layout (the card of 1/7/2024 has one that no text we could open describes): only its number is taken. */
  | { layout: 'unknown'; identityNumber: string }

const sexes: Readonly<Record<string, 'male' | 'female'>> = { nam: 'male', nữ: 'female' }

/** `12031994` → `1994-03-12`; `undefined` when it is no day. Without Temporal: an old phone runs this too. */
function dayOf(digits: string): string | undefined {
  const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(digits) ?? []
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return date.getUTCDate() === Number(day) ? `${year}-${month}-${day}` : undefined
}

/**
 * Fourth digit: century and sex (0 and 1 for 19xx, 2 and 3 for 20xx, even for men); the next two: year of birth. What is not known
 * is not held against it.
 */
export function numberAgrees(
  identityNumber: string,
  { sex, bornOn }: { sex?: 'male' | 'female' | undefined; bornOn?: string | undefined }
): boolean {
  const digit = Number(identityNumber[3])
  const year = 1900 + Math.floor(digit / 2) * 100 + Number(identityNumber.slice(4, 6))
  return (!bornOn || year === Number(bornOn.slice(0, 4))) && (!sex || (digit % 2 === 0) === (sex === 'male'))
}

function warningsOf(card: {
  identityNumber: string
  name: string
  address: string
  sex: 'male' | 'female'
  bornOn: string
}): CardWarning[] {
  const { name, address } = card
  // UTF-8 read as Latin-1 leaves "Ã", "áº" and "á»" behind; a lost letter leaves U+FFFD.
  const isBroken = /Ã[\u0080-\u00bf]|á[º»]|\ufffd/.test(name + address)
  const isBare = !/[^\p{ASCII}]/u.test(name)
  return [
    ...(isBroken ? ['mojibake' as const] : []),
    ...(isBare ? ['name_without_accents' as const] : []),
    ...(numberAgrees(card.identityNumber, card) ? [] : ['number_disagrees' as const])
  ]
}

/** Never throws: any text may stand in a QR code. `undefined` when it holds no identity number at all. */
export function readCard(text: string): CardReading | undefined {
  const fields = text
    .normalize('NFC')
    .split('|')
    .map((field) => field.trim())
  const [identityNumber = '', oldNumber = '', name = '', born = '', sexWord = '', address = '', issued = ''] = fields
  const bornOn = dayOf(born)
  const sex = sexes[sexWord.toLowerCase()]
  if (fields.length === 7 && isIdentityNumber(identityNumber) && name && bornOn && sex) {
    const known = { identityNumber, name, bornOn, sex, address }
    const issuedOn = dayOf(issued)
    const old = /^\d{9}$/.test(oldNumber) ? { oldNumber } : {}
    return { layout: 'chip_2021', ...known, ...old, ...(issuedOn ? { issuedOn } : {}), warnings: warningsOf(known) }
  }
  const number = fields.find(isIdentityNumber) ?? /(?<!\d)0\d{11}(?!\d)/.exec(text)?.[0]
  return number ? { layout: 'unknown', identityNumber: number } : undefined
}

const vowel = /[aeiouyăâêôơư]/
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * What a hand scanner that types leaves of an accented word when the computer has no such key, or a Vietnamese typing tool rewrites it:
 * a syllable without a vowel (`Nguyn Th`), two tones on one (`Nguyễén`), a letter of Telex beside accents (`Nguyễnx`), digits or signs.
 */
function isMangled(word: string): boolean {
  const spelt = word.normalize('NFD').toLowerCase()
  const letters = spelt.replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd')
  if (!/^[a-z'’.-]*$/.test(letters)) return true
  // An initial, or the `H'` of names of the highlands, stands for a word.
  const isShort = letters.length < 2 || /['’.-]/.test(letters)
  if (!isShort && !vowel.test(letters)) return true
  if ((spelt.match(toneMarks) ?? []).length > 1) return true
  return spelt !== letters && /[fjwz]/.test(letters)
}

/**
 * A card as a hand scanner at a desk sent it. A name that did not arrive whole is worse than none: it would be printed on a receipt.
 * Then only the number counts, the person is looked up by it, and whatever is missing is typed.
 */
export function readScannedCard(text: string): CardReading | undefined {
  const card = readCard(text)
  if (card?.layout !== 'chip_2021') return card
  const spoilt = card.warnings.some((warning) => warning !== 'number_disagrees')
  const isWhole = !spoilt && !card.name.split(/\s+/).some(isMangled)
  return isWhole ? card : { layout: 'unknown', identityNumber: card.identityNumber }
}
