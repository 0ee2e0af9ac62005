// Which files are taken: PDF, JPG and PNG by their content, never by their name; how big, how many. The one place for limits.
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type MediaType = (typeof mediaTypes)[number]

const megabyte = 1024 * 1024
/** A file within a form is held in memory while it is read. */
export const maxFormBytes = 15 * megabyte
/** A file sent piece by piece (tus) grows on the disk. */
export const maxBytes = 25 * megabyte
/** The pages that are joined into one file, before they are. */
export const maxTogether = 40 * megabyte
/** One paper photographed page by page. */
export const maxFilesOfPaper = 20
/** Unfinished uploads of one person: a paper in several browsers, not a way to fill a disk. */
export const maxUnfinished = 40
export const unfinishedHours = 24
/** What one citizen may send in a day, piece by piece and again within forms: whoever files for a whole street needs less. */
export const maxFilesADay = 500

/** Papers one person keeps for the next time. */
export const maxOwnPapers = 100
const soonDays = 30

/** How a paper's validity stands on a day; a paper without a last day has none to watch. */
export function expiryOf(expiresOn: Temporal.PlainDate | null, today: Temporal.PlainDate): 'valid' | 'soon' | 'expired' | undefined {
  if (!expiresOn) return undefined
  if (Temporal.PlainDate.compare(expiresOn, today) < 0) return 'expired'
  return today.until(expiresOn).days <= soonDays ? 'soon' : 'valid'
}

/** `15 MB` */
export const limitWords = (bytes: number): string => `${bytes / megabyte} MB`

/** Whether a file had no virus, or nobody looked: no scanner, or it did not answer in time. */
export const scanResults = ['clean', 'not_scanned'] as const
export type ScanResult = (typeof scanResults)[number]

const lock = Buffer.from('/Encrypt')

/** A PDF locked with a password can't be read by the officer or by the archive. */
export async function isLockedPdf(content: AsyncIterable<Uint8Array>): Promise<boolean> {
  let tail: Uint8Array = Buffer.alloc(0)
  for await (const chunk of content) {
    const seen = Buffer.concat([tail, chunk])
    if (seen.includes(lock)) return true
    // The word may lie across two pieces.
    tail = seen.subarray(-(lock.length - 1))
  }
  return false
}

/** A name safe to print and to send in a header: no path, no control characters, none that turn the direction of text, at most 120 characters. */
export function cleanName(name: string): string {
  const base = name.normalize('NFC').split(/[\\/]/).at(-1)!
  return base.replace(/[\p{Cc}\p{Bidi_Control}"<>|:*?]/gu, '').slice(-120) || 'tep'
}
