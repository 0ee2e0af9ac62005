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

/** `031194006217` → `0311…6217`: enough to see that it is one's own. */
export const maskNumber = (number: string): string => `${number.slice(0, 4)}…${number.slice(-4)}`

/** Where an identity provider sends people back to; told to the provider when the city is registered there. */
export const identityReturnPath = '/dang-nhap/dinh-danh/ve'

/** Who came back from a provider has a quarter of an hour to finish. */
export const isStale = (since: string, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(since).add({ minutes: 15 }), now) < 0

/** Whoever found a telephone unlocked could link themselves; for a week after, the phone that was told of it has the last word. */
export const isSettled = (linkedAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(linkedAt.add({ hours: 24 * 7 }), now) <= 0

/** 30 February is no day, and a year alone is not one either. */
function calendarDay(text = ''): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return undefined
  }
}

type Facts = { name?: string | undefined; identityNumber?: string | undefined; bornOn?: string | undefined }

/** What a provider said, as we keep it; a number or a day that cannot be one is left out. */
export function vouchedFacts({ name, identityNumber, bornOn }: Facts) {
  const day = calendarDay(bornOn)
  return {
    ...(name && { fullName: name }),
    ...(identityNumber && isIdentityNumber(identityNumber) && { identityNumber }),
    ...(day && { bornOn: day })
  }
}
