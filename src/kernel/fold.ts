// Text as people type it in a hurry: no marks, no capitals, single spaces. The same fold for what is stored and what is asked.

/** `Hoà  Đặng` → `hoa dang`. Composed and decomposed forms, and both places of the tone mark, fold to the same text. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const typewriter: Record<string, string> = {
  đ: 'd',
  Đ: 'D',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '…': '...',
  '₫': 'd'
}

/** `Một Cửa: hồ sơ “A”` → `Mot Cua: ho so "A"`: for gateways that carry no accents. Capitals, signs and line ends stay. */
export function unaccented(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ“”‘’–—…₫]/g, (sign) => typewriter[sign]!)
    .replace(/\u00a0/g, ' ')
    .normalize('NFC')
}
