// Which words of a search that found nothing may be kept: what was asked for, never whom it was about. Pure.
import { fold } from '../kernel/fold.ts'

const dossierCode = /\b[a-z]\d{2}[-. ]?\d{6}[-. ]?\d{1,6}(?:[-. ]?\d)?\b/gi
const mailAddress = /\S+@\S+/g
/** Phones, identity and tax numbers, dates of birth, however they are spaced. */
const longNumber = /\+?\d(?:[\s.\-/()]*\d){4,}/g
const longest = 80
const mostWords = 8

/** Folded and shortened; undefined when nothing is left that would tell the keepers of the catalogue anything. */
export function keptWords(text: string): string | undefined {
  const cut = text.normalize('NFC').replace(mailAddress, ' ').replace(dossierCode, ' ').replace(longNumber, ' ')
  const words = fold(cut)
    .split(' ')
    .filter((word) => word.length < 20 && !/\d{4}/.test(word))
    .slice(0, mostWords)
  const kept = words.join(' ').slice(0, longest).trim()
  return /\p{L}{2}/u.test(kept) ? kept : undefined
}
