// What a message may cost and when it may ring, without a telephone: parts of a short message, and the hours people sleep.
import { dayOf, instantAt, timeOf } from '../kernel/time.ts'

/** GSM 03.38 (3GPP TS 23.038), the basic table: seven bits each. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
)
/** Its extension: sent behind an escape sign, so each counts for two. */
const extension = new Set('\f^{}\\[~]|€')

export type SmsParts = { alphabet: 'gsm' | 'ucs2'; characters: number; parts: number }

/** Units for a message that travels alone, and for each part of one that was cut (the rest tells how to put it together). */
const room = { gsm: { alone: 160, cut: 153 }, ucs2: { alone: 70, cut: 67 } } as const

/** What a text costs. An extension sign, or half of an emoji's pair, is never cut in two: it moves to the next part whole. */
export function smsParts(text: string): SmsParts {
  const signs = [...text]
  const isGsm = signs.every((sign) => basic.has(sign) || extension.has(sign))
  const sizes = signs.map((sign) => (isGsm ? (extension.has(sign) ? 2 : 1) : sign.length))
  const characters = sizes.reduce((sum, size) => sum + size, 0)
  const alphabet = isGsm ? 'gsm' : 'ucs2'
  const { alone, cut } = room[alphabet]
  if (characters <= alone) return { alphabet, characters, parts: characters === 0 ? 0 : 1 }
  let parts = 1
  let left: number = cut
  for (const size of sizes) {
    if (size > left) {
      parts++
      left = cut
    }
    left -= size
  }
  return { alphabet, characters, parts }
}

/** No message of ours is longer, whatever is filled in: more is paid for thrice and read by nobody. */
export const mostParts = 3

/** From `from` until `until` the next morning no short message rings. New rule, new line. */
export type QuietHours = { validFrom: string; from: string; until: string; basis: string; certainty: 'own_rule' }

export const quietHours: readonly QuietHours[] = [
  // The law limits the hours of advertisements only; that a message about one's own dossier can wait for the morning is our own rule.
  { validFrom: '2026-01-01', from: '21:00', until: '07:00', basis: 'our own rule', certainty: 'own_rule' }
]

const hoursOn = (day: Temporal.PlainDate): QuietHours | undefined =>
  quietHours.findLast(({ validFrom }) => Temporal.PlainDate.compare(Temporal.PlainDate.from(validFrom), day) <= 0)

/**
 * When a short message made now is sent: at once by day, at the end of the quiet hours by night. What people wait for with the
 * telephone in their hand (codes) goes at once; so does what would be of no use any more in the morning.
 */
export function sendAt(now: Temporal.Instant, { urgent = false, dueAt }: { urgent?: boolean; dueAt?: Temporal.Instant | undefined } = {}) {
  const day = dayOf(now)
  const hours = hoursOn(day)
  if (urgent || !hours) return now
  const time = timeOf(now)
  const isEvening = Temporal.PlainTime.compare(time, hours.from) >= 0
  const isMorning = Temporal.PlainTime.compare(time, hours.until) < 0
  if (!isEvening && !isMorning) return now
  const morning = instantAt(isEvening ? day.add({ days: 1 }) : day, hours.until)
  const isOverBefore = dueAt !== undefined && Temporal.Instant.compare(dueAt, morning) <= 0 && Temporal.Instant.compare(dueAt, now) > 0
  return isOverBefore ? now : morning
}
