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
