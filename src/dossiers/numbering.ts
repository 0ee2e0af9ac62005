// The code of a dossier: agency identifier, day of filing, running number of the day (TT 01/2018/TT-VPCP Đ19).

/** `000.00.18.H24` + 2026-11-23 + 7 → `000.00.18.H24-261123-0007`; past 9999 the number grows to five digits. */
export function dossierCode(identifier: string, day: Temporal.PlainDate, number: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${identifier}-${two(day.year % 100)}${two(day.month)}${two(day.day)}-${String(number).padStart(4, '0')}`
}

const shape = /^(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})-(\d{6})-(\d{4,})$/

/** Identifier, day and number of a code; `undefined` when it is none. */
export function readDossierCode(code: string): { identifier: string; day: string; number: number } | undefined {
  const match = shape.exec(code)
  return match ? { identifier: match[1]!, day: match[2]!, number: Number(match[3]) } : undefined
}

/**
 * A code as people type it: letter O for zero, missing dots and dashes, small letters, spaces.
 * The full code again, or what was typed in capitals when it can't be read.
 */
export function cleanDossierCode(typed: string): string {
  const text = typed
    .trim()
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[\s.\-–—]/g, '')
  const match = /^(\d{3})(\d{2})(\d{2})([A-Z]\d{2})(\d{6})(\d{4,})$/.exec(text)
  if (!match) return typed.trim().toUpperCase()
  return `${match[1]}.${match[2]}.${match[3]}.${match[4]}-${match[5]}-${match[6]}`
}

/** From `H24` on, as lists show it: `H24-261123-0007`. */
export const shortCode = (code: string): string => code.replace(/^[\d.]+\.(?=[A-Z]\d{2}-)/, '')
