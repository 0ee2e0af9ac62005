// What somebody typed into the one search box of the desk: a code, its end, a telephone, an identity number, or words of a name. Pure.
import { isIdentityNumber, parsePhone } from '../accounts/rules.ts'
import { fold } from '../kernel/fold.ts'
import { cleanDossierCode, readDossierCode } from './numbering.ts'

export type Asked =
  | { kind: 'nothing' }
  | { kind: 'code'; code: string }
  /** As much of the end of a code as was typed: `0187`, `261123-0187`, `H24-261123-0187`. */
  | { kind: 'code_end'; end: string; words: readonly string[] }
  | { kind: 'number'; number: string }
  | { kind: 'words'; words: readonly string[] }

/** More words than a name and a subject have only slow the search down. */
const mostWords = 8

/** What is scanned from a receipt is the address of the look-up page. */
const codeInAddress = (text: string) => /\/tra-cuu\/([^/?#\s]+)/.exec(text)?.[1]

export function readAsked(typed: string): Asked {
  const text = codeInAddress(typed) ?? typed.trim()
  const words = fold(text).split(' ').filter(Boolean).slice(0, mostWords)
  if (words.length === 0) return { kind: 'nothing' }
  const code = cleanDossierCode(text)
  if (readDossierCode(code)) return { kind: 'code', code }
  const digits = text.replace(/[\s.]/g, '')
  const phone = parsePhone(text)
  if (phone) return { kind: 'number', number: phone }
  // Day and number of a code without their dash; no telephone and no identity number begins with another figure than 0.
  const [, day, number] = /^([1-9]\d{5})(\d{4})$/.exec(digits) ?? []
  if (day) return { kind: 'code_end', end: `${day}-${number}`, words }
  if (/^\d{9,13}$/.test(digits)) return { kind: 'number', number: digits }
  const end = /^[\dA-Z.-]*\d{4,5}$/.exec(text.toUpperCase().replace(/\s/g, ''))?.[0]
  if (end) return { kind: 'code_end', end, words }
  return { kind: 'words', words }
}

export type SpellingHint = 'phone_short' | 'identity_short' | 'code_odd' | 'fewer_words' | 'words'

/** Why there may be no hit, from the shape of what was typed alone. */
export function hintFor(typed: string, asked: Asked): SpellingHint {
  const digits = typed.replace(/[\s.-]/g, '')
  if (/^\d+$/.test(digits)) {
    if (digits.startsWith('0') && digits.length !== 10 && digits.length < 11) return 'phone_short'
    if (digits.length >= 10 && !isIdentityNumber(digits)) return 'identity_short'
    return 'code_odd'
  }
  if (/H\d{2}/i.test(typed)) return 'code_odd'
  return asked.kind === 'words' && asked.words.length > 1 ? 'fewer_words' : 'words'
}
