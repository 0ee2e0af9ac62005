// The bordereau of a hand-over between post and desk: what a line may be, what one look at an envelope says, when both may sign.
import type { Locale, Words } from '../kernel/locale.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { dayOf, timeOf } from '../kernel/time.ts'

export const shifts = ['morning', 'afternoon'] as const
export type Shift = (typeof shifts)[number]
export const seals = ['ok', 'broken'] as const
export type Seal = (typeof seals)[number]

/**
 * scanned: in the hand, still to be looked at; ok, broken_seal, missing_paper: ours, received when both sign; elsewhere: of another
 * agency, goes on with the post; unknown: no parcel has this number; correction: about a line both have signed before;
 * not_scanned: announced and not in the bag, written down at the signing.
 */
export const lineStates = ['scanned', 'ok', 'broken_seal', 'missing_paper', 'elsewhere', 'unknown', 'correction', 'not_scanned'] as const
export type LineState = (typeof lineStates)[number]

export const lineStateNames: Record<LineState, Words> = {
  scanned: { vi: 'Chờ kiểm', en: 'To be checked' },
  ok: { vi: 'Đủ, niêm phong nguyên', en: 'Complete, seal whole' },
  broken_seal: { vi: 'Niêm phong rách', en: 'Seal broken' },
  missing_paper: { vi: 'Thiếu giấy tờ', en: 'Papers missing' },
  elsewhere: { vi: 'Không thuộc quầy này', en: 'Not for this desk' },
  unknown: { vi: 'Không xác định', en: 'Unknown' },
  correction: { vi: 'Đính chính', en: 'Correction' },
  not_scanned: { vi: 'Đã báo, chưa giao', en: 'Announced, not handed over' }
}

/** Received when both sides sign. */
export const receivedStates: readonly LineState[] = ['ok', 'broken_seal', 'missing_paper']
export const isReceived = (state: LineState): boolean => receivedStates.includes(state)

export const shiftOf = (at: Temporal.Instant): Shift => (timeOf(at).hour < 12 ? 'morning' : 'afternoon')
export const shiftNames: Record<Shift, Words> = {
  morning: { vi: 'ca sáng', en: 'morning shift' },
  afternoon: { vi: 'ca chiều', en: 'afternoon shift' }
}

/** The codes of the house's own adapters in words; a carrier that has a name of its own is called by it. */
const carrierNames: Record<string, Words> = {
  manual: { vi: 'Bưu điện', en: 'The post' },
  standard: { vi: 'Bưu điện', en: 'The post' },
  simulator: { vi: 'Bưu điện (mô phỏng)', en: 'The post (simulated)' }
}
export const carrierName = (code: string, locale: Locale): string => carrierNames[code]?.[locale] ?? code

/** `BB-STTTT-20260302-01`: desk, day, and the how-manieth of that day. */
export const manifestNumber = (desk: string, at: Temporal.Instant, n: number): string =>
  `BB-${desk}-${dayOf(at).toString().replaceAll('-', '')}-${String(n).padStart(2, '0')}`

export type Look = { seal: Seal | undefined; counted: number | undefined; reason?: string | undefined }
export type Seen = { state: LineState; seal: Seal; counted: number; reason: string }

/** What one look at an envelope makes of its line. @throws Refusal FORM_INCOMPLETE, naming what was not said */
export function seenAs({ seal, counted, reason = '' }: Look, announced: number): Seen {
  const fields: FieldErrors = {}
  if (!seal) fields['seal'] = 'CHOICE_REQUIRED'
  if (counted === undefined || !Number.isInteger(counted) || counted < 0 || counted > 999) fields['counted'] = 'NUMBER_INVALID'
  // QĐ 45/2016 Đ7: both count against the list; what differs is written down in words both sign for.
  if (Object.keys(fields).length === 0 && counted !== announced && !reason.trim()) fields['reason'] = 'REASON_REQUIRED'
  if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
  const state = counted! < announced ? 'missing_paper' : seal === 'broken' ? 'broken_seal' : 'ok'
  return { state, seal: seal!, counted: counted!, reason: reason.trim() }
}

type Line = { state: LineState; seal: Seal | null; counted: number | null; announced: number; reason: string; otherAgency: string | null }

/** What stands under "condition" on screen and paper: `Đủ`, `Thiếu 1 trên 3: chưa có bản sao; niêm phong rách`. */
export function sayLine(line: Line, locale: Locale = 'vi'): string {
  const { state, seal, counted, announced, reason, otherAgency } = line
  const vi = locale === 'vi'
  if (state === 'elsewhere')
    return vi
      ? `Thuộc bộ phận một cửa ${otherAgency ?? 'khác'}, chuyển tiếp`
      : `For the desk of ${otherAgency ?? 'another agency'}, forwarded`
  if (!isReceived(state)) return [lineStateNames[state][locale], reason].filter(Boolean).join(': ')
  const missing = announced - counted!
  const count =
    missing > 0
      ? vi
        ? `Thiếu ${missing} trên ${announced}`
        : `${missing} of ${announced} missing`
      : missing < 0
        ? vi
          ? `Thừa ${-missing} so với ${announced}`
          : `${-missing} more than ${announced}`
        : vi
          ? 'Đủ'
          : 'Complete'
  const broken = seal === 'broken' ? lineStateNames.broken_seal[locale].toLowerCase() : ''
  return [[count, broken].filter(Boolean).join(', '), reason].filter(Boolean).join(': ')
}

/** Everything in the bag is looked at before anybody signs. @throws Refusal MANIFEST_EMPTY, MANIFEST_UNCHECKED */
export function checkMaySign(lines: readonly { state: LineState }[]): void {
  if (lines.length === 0) throw new Refusal('MANIFEST_EMPTY')
  const open = lines.filter(({ state }) => state === 'scanned').length
  if (open > 0) throw new Refusal('MANIFEST_UNCHECKED', { n: open })
}

/** `Đã nhận 37/40`: of everything the bag held or should have held. */
export function countOf(lines: readonly { state: LineState }[]): { received: number; all: number } {
  return {
    received: lines.filter(({ state }) => isReceived(state)).length,
    all: lines.filter(({ state }) => state !== 'correction').length
  }
}
