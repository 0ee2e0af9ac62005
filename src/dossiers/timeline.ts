// One fused timeline: what happened to the dossier and to its parcels, newest first, with the next expected event on top.
import { staffRoles } from '../accounts/roles.ts'
import type { Locale, Words } from '../kernel/locale.ts'
import { dayOf, formatDayLong, formatInstant } from '../kernel/time.ts'
import { isOpen, moves, type State } from './lifecycle.ts'
import type { SavedMove } from './queries.ts'
import type { Dossier } from './store.ts'

/** Something a parcel did, already in words; the shipments room gives these. */
export type ParcelEvent = {
  at: Temporal.Instant
  title: string
  text?: string | undefined
  problem?: boolean
  onRoad?: boolean
  tracking: string
}

export type TimelineItem = {
  kind: 'office' | 'mail'
  look?: 'next' | 'now' | 'problem' | undefined
  road?: boolean | undefined
  at?: string | undefined
  instant?: Temporal.Instant | undefined
  title: string
  text?: string | undefined
}

/** citizen: the person it concerns; desk: staff; public: whoever has the code and the second factor, so no names and no notes. */
export type Audience = 'citizen' | 'desk' | 'public'

const expected: Partial<Record<State, Words>> = {
  submitted: { vi: 'Quầy một cửa kiểm tra hồ sơ', en: 'The desk checks the dossier' },
  accepted: { vi: 'Cán bộ giải quyết, ký kết quả', en: 'An officer settles it and signs the result' },
  in_progress: { vi: 'Cán bộ ký kết quả', en: 'The officer signs the result' },
  awaiting_supplement: { vi: 'Ông/bà bổ sung giấy tờ', en: 'You send the papers asked for' },
  awaiting_payment: { vi: 'Ông/bà nộp phí, lệ phí', en: 'You pay the fee' },
  suspended: { vi: 'Tiếp tục giải quyết', en: 'Processing resumes' }
}

/** The same steps as the people at work call them: "ông/bà" is not spoken to a colleague. */
const expectedAtWork: Partial<Record<State, Words>> = {
  awaiting_supplement: { vi: 'Người nộp bổ sung giấy tờ', en: 'The applicant sends the papers asked for' },
  awaiting_payment: { vi: 'Người nộp đóng phí, lệ phí', en: 'The applicant pays the fee' },
  result_ready: { vi: 'Người nộp nhận kết quả tại quầy', en: 'The applicant collects the result at the desk' }
}

const atDesk: Words = { vi: 'Ông/bà nhận kết quả tại quầy', en: 'Collect the result at the desk' }
const byPost: Words = { vi: 'Bưu điện phát kết quả', en: 'The post delivers the result' }

function nextItem(dossier: Dossier, locale: Locale, audience: Audience): TimelineItem | undefined {
  const { state, dueAt, delivery, pickUp, receivedAt } = dossier
  const atWork = audience === 'desk' ? expectedAtWork[state] : undefined
  if (state === 'result_ready') {
    const mail = delivery.method === 'post'
    return { kind: mail ? 'mail' : 'office', look: 'next', title: (mail ? byPost : (atWork ?? atDesk))[locale] }
  }
  if (state === 'submitted' && pickUp && !receivedAt) {
    const title = locale === 'vi' ? 'Bưu điện đưa giấy tờ đến quầy' : 'The post brings the papers to the desk'
    return { kind: 'mail', look: 'next', title }
  }
  const words = atWork ?? expected[state]
  if (!words || !isOpen(state)) return undefined
  const before = locale === 'vi' ? 'Hạn' : 'Due'
  const at =
    dueAt && state !== 'submitted'
      ? `${before} ${formatInstant(dueAt, locale)}, ${formatDayLong(dayOf(dueAt), locale).split(',')[0]}`
      : undefined
  return { kind: 'office', look: 'next', title: words[locale], at }
}

const instantIn = (move: SavedMove, name: string) => {
  const value = move.facts[name]
  return typeof value === 'string' ? Temporal.Instant.from(value) : undefined
}

/** An apology names the old date and the new one. */
function datesOf(move: SavedMove, locale: Locale): string {
  const [old, next] = [instantIn(move, 'oldDueAt'), instantIn(move, 'newDueAt')]
  if (move.name !== 'apologise' || !old || !next) return ''
  const [was, is] = [formatInstant(old, locale), formatInstant(next, locale)]
  return locale === 'vi' ? `Hẹn cũ ${was}; hẹn mới ${is}` : `Old date ${was}; new date ${is}`
}

function reasonOf({ name, note, facts }: SavedMove, locale: Locale): string {
  if (name === 'apologise') return `${locale === 'vi' ? 'Lý do' : 'Reason'}: ${note}`
  // A suspension stands on an article of law, and people may know which.
  if (name === 'suspend' && typeof facts['article'] === 'string') return [note, facts['article']].filter(Boolean).join('. ')
  return note
}

function moveItem(move: SavedMove, agencyName: string, locale: Locale, audience: Audience): TimelineItem {
  const staff = staffRoles.some((role) => role === move.actorRole)
  const who =
    audience === 'public'
      ? staff
        ? agencyName
        : ''
      : staff
        ? `${move.actorName}, ${agencyName}`
        : move.actorRole === 'system'
          ? ''
          : move.actorName
  const note = [datesOf(move, locale), audience === 'public' ? '' : reasonOf(move, locale)].filter(Boolean).join('. ')
  return {
    kind: 'office',
    at: formatInstant(move.at, locale),
    instant: move.at,
    title: moves[move.name].words[locale],
    text: [who, note].filter(Boolean).join('. ') || undefined,
    look: move.toState === 'awaiting_supplement' || move.toState === 'refused' ? 'problem' : undefined
  }
}

function parcelItem(event: ParcelEvent, locale: Locale): TimelineItem {
  return {
    kind: 'mail',
    at: formatInstant(event.at, locale),
    instant: event.at,
    title: event.title,
    text: [event.text, event.tracking].filter(Boolean).join('. ') || undefined,
    look: event.problem ? 'problem' : undefined,
    road: event.onRoad
  }
}

type Told = {
  dossier: Dossier
  moves: readonly SavedMove[]
  parcels: readonly ParcelEvent[]
  agencyName: string
  locale: Locale
  audience: Audience
}

export function timelineOf({ dossier, moves: made, parcels, agencyName, locale, audience }: Told): TimelineItem[] {
  const past = [...made.map((move) => moveItem(move, agencyName, locale, audience)), ...parcels.map((event) => parcelItem(event, locale))]
  // The later of two things done in the same instant, as at a walk-in, comes first.
  past.reverse().sort((a, b) => Temporal.Instant.compare(b.instant!, a.instant!))
  const [newest] = past
  if (newest && !newest.look) newest.look = 'now'
  const next = nextItem(dossier, locale, audience)
  return next ? [next, ...past] : past
}
