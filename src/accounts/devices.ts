// A browser's name for itself, as its owner would say it. A guess for reading, never a ground for letting anybody in.
import type { Locale, Words } from '../kernel/locale.ts'

const machines: readonly (readonly [RegExp, Words])[] = [
  [/iPhone/, { vi: 'Điện thoại iPhone', en: 'iPhone' }],
  [/iPad/, { vi: 'Máy tính bảng iPad', en: 'iPad' }],
  [/Android.*Mobile/, { vi: 'Điện thoại Android', en: 'Android phone' }],
  [/Android/, { vi: 'Máy tính bảng Android', en: 'Android tablet' }],
  [/Windows/, { vi: 'Máy tính Windows', en: 'Windows computer' }],
  [/Macintosh/, { vi: 'Máy tính Mac', en: 'Mac' }],
  [/CrOS|Linux|X11/, { vi: 'Máy tính Linux', en: 'Linux computer' }]
]
const other: Words = { vi: 'Thiết bị khác', en: 'Another device' }

/** Those that call themselves Chrome and Safari as well come first. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Zalo/, 'Zalo'],
  [/coc_coc_browser/i, 'Cốc Cốc'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari']
]

/** `Mozilla/5.0 (Linux; Android 10; K) … Chrome/120 Mobile Safari/537.36` → `Điện thoại Android, Chrome` */
export function sayDevice(agent: string, locale: Locale): string {
  const [, machine] = machines.find(([sign]) => sign.test(agent)) ?? [undefined, other]
  const [, browser] = browsers.find(([sign]) => sign.test(agent)) ?? []
  return [machine[locale], browser].filter(Boolean).join(', ')
}
