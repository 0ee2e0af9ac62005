// Numbers that name a person or a business: how they are typed, cleaned and checked (no wall clock, no database).

/** Digits of a phone as typed: spaces, dots, dashes and the +84 form are accepted. `undefined` when it is no Vietnamese number. */
export function parsePhone(typed: string): string | undefined {
  const digits = typed.replace(/[\s.()-]/g, '').replace(/^\+84/, '0')
  const mobile = /^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7}$/
  const landline = /^02\d{9}$/
  return mobile.test(digits) || landline.test(digits) ? digits : undefined
}

/** Personal identity number: 12 digits (3 place of birth registration, 1 century and sex, 2 birth year, 6 random; no check digit). */
export const isIdentityNumber = (text: string): boolean => /^0\d{11}$/.test(text)

const taxWeights = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/** Tax code: 10 digits with a check digit mod 11, `-nnn` for a branch; households use the 12-digit personal number (since 1/7/2025). */
export function isTaxCode(text: string): boolean {
  if (isIdentityNumber(text)) return true
  if (!/^\d{10}(-\d{3})?$/.test(text)) return false
  const sum = taxWeights.reduce((total, weight, i) => total + weight * Number(text[i]), 0)
  return 10 - (sum % 11) === Number(text[9])
}

/** `Nguyễn Thị Lan` → `Nguyễn Thị L.`: enough to recognise one's own dossier, too little for a stranger. */
export function maskName(name: string): string {
  const words = name.trim().split(/\s+/)
  if (words.length < 2) return `${words[0]?.[0] ?? ''}.`
  return [...words.slice(0, -1), `${words.at(-1)![0]}.`].join(' ')
}

/** `0912480123` → `09x…123`, as shown back to the person who typed it. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 2)}x…${phone.slice(-3)}`
