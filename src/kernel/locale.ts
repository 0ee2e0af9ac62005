// The two languages of the house: Vietnamese first, English when asked.
export const locales = ['vi', 'en'] as const
export type Locale = (typeof locales)[number]
export type Words = Record<Locale, string>
