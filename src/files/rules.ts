// Which files are taken: PDF, JPG and PNG by their content, never by their name.
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const

export const maxBytes = 15 * 1024 * 1024

/** A PDF locked with a password can't be read by the officer or by the archive. */
export const isLockedPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes('/Encrypt')

/** A name safe to print and to send in a header: no path, no control characters, none that turn the direction of text, at most 120 characters. */
export function cleanName(name: string): string {
  const base = name.normalize('NFC').split(/[\\/]/).at(-1)!
  return base.replace(/[\p{Cc}\p{Bidi_Control}"<>|:*?]/gu, '').slice(-120) || 'tep'
}
