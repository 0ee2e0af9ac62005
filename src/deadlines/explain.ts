// Why the due date is this day, in sentences a citizen can follow with a finger on the calendar.
import type { Locale, Words } from '../kernel/locale.ts'
import { dayOf, formatDay, formatTime, weekday } from '../kernel/time.ts'
import type { ProcessingTime } from '../procedures/rules.ts'
import type { DayOff } from './calendar.ts'
import type { Begun, Due, Step } from './due.ts'

type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>

const isBegun = (step: Step): step is Begun => step.kind === 'received' || step.kind === 'restarted' || step.kind === 'resumed'
const stepsOf = <Kind extends Step['kind']>(steps: readonly Step[], kind: Kind) =>
  steps.filter((step): step is StepOf<Kind> => step.kind === kind)

/** How a day is named inside a sentence, without a comma: “thứ Hai 16/11/2026”. */
const dayWords = (day: Temporal.PlainDate, locale: Locale) => `${weekday(day, locale)} ${formatDay(day)}`
const clock = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' })
const say = (locale: Locale, words: Words) => words[locale]
const count = (amount: number, one: string, many: string) => `${amount} ${amount === 1 ? one : many}`

/** The counting in sentences, in the order it happened; empty while nothing has been received. */
export function explain(due: Due, rule: ProcessingTime, locale: Locale): string[] {
  if (!due.countedFrom) return []
  return [
    ...due.steps.flatMap((step) => eventSentence(step, rule, locale)),
    ...limitSentence(due, rule, locale),
    ...exchangedSentences(due.steps, locale),
    ...skippedSentences(due.steps, locale),
    ...due.steps.flatMap((step) => movedSentence(step, locale)),
    ...certaintySentences(due.steps, locale),
    endSentence(due, locale)
  ]
}

function eventSentence(step: Step, rule: ProcessingTime, locale: Locale): string[] {
  if (isBegun(step)) return [begunSentence(step, locale)]
  if (step.kind === 'paused') return [pausedSentence(step, rule, locale)]
  if (step.kind !== 'apologised') return []
  const when = (at: Temporal.Instant) => `${formatTime(at)} ${dayWords(dayOf(at), locale)}`
  const [at, old, until] = [dayWords(dayOf(step.at), locale), when(step.oldDueAt), when(step.newDueAt)]
  return [
    say(locale, {
      vi: `${capital(at)}: cơ quan xin lỗi vì không kịp hẹn cũ ${old}, và hẹn lại đến ${until}. Theo quy định chỉ được hẹn lại một lần.`,
      en: `${at}: the agency apologised for missing the old date, ${old}, and named a new one, ${until}. The law allows this once.`
    })
  ]
}

const begunWords: Record<Begun['kind'], Words> = {
  received: { vi: 'Nhận hồ sơ lúc', en: 'Received at' },
  restarted: { vi: 'Thời hạn tính lại từ đầu khi đủ giấy tờ bổ sung, lúc', en: 'Counting starts anew with the supplement received at' },
  resumed: { vi: 'Tiếp tục giải quyết lúc', en: 'Resumed at' }
}

function begunSentence(step: Begun, locale: Locale): string {
  const at = `${formatTime(step.at)} ${dayWords(dayOf(step.at), locale)}`
  const mark = dayWords(step.day, locale)
  const cutOff = clock(step.cutOff)
  const why: Record<Begun['reason'], Words> = {
    in_time: { vi: `, nên mốc tính là ngày này.`, en: `, so this day is the mark.` },
    after_cut_off: { vi: `, sau ${cutOff}, nên mốc tính là ${mark}.`, en: `, after ${cutOff}, so the mark is ${mark}.` },
    after_closing: {
      vi: `, sau giờ đóng cửa ${cutOff}, nên mốc tính là ${mark}.`,
      en: `, after closing at ${cutOff}, so the mark is ${mark}.`
    },
    day_off: {
      vi: `, ngày không làm việc (${step.off?.name.vi}), nên mốc tính là ${mark}.`,
      en: `, not a working day (${step.off?.name.en}), so the mark is ${mark}.`
    }
  }
  return `${begunWords[step.kind][locale]} ${at}${why[step.reason][locale]}`
}

function pausedSentence({ at, left }: StepOf<'paused'>, rule: ProcessingTime, locale: Locale): string {
  const when = `${formatTime(at)} ${dayWords(dayOf(at), locale)}`
  return say(locale, {
    vi: `Tạm dừng tính thời hạn từ ${when}; còn ${amountWords(left, rule, 'vi')}.`,
    en: `The clock stopped at ${when}; ${amountWords(left, rule, 'en')} left.`
  })
}

/** Days, or minutes where the limit is in hours. */
function amountWords(amount: number, rule: ProcessingTime, locale: Locale): string {
  if (rule.kind === 'hours') return hoursWords(amount, locale)
  if (locale === 'vi') return rule.kind === 'calendar_days' ? `${amount} ngày` : `${amount} ngày làm việc`
  return rule.kind === 'calendar_days' ? count(amount, 'day', 'days') : count(amount, 'working day', 'working days')
}

function hoursWords(minutes: number, locale: Locale): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [
    hours > 0 || rest === 0 ? say(locale, { vi: `${hours} giờ`, en: count(hours, 'hour', 'hours') }) : '',
    rest > 0 ? say(locale, { vi: `${rest} phút`, en: count(rest, 'minute', 'minutes') }) : ''
  ]
  return parts.filter(Boolean).join(' ') + say(locale, { vi: ' làm việc', en: ' of office time' })
}

function limitSentence({ steps }: Due, rule: ProcessingTime, locale: Locale): string[] {
  if (rule.kind === 'same_day') {
    return [
      say(locale, {
        vi: `Thủ tục này trả kết quả ngay trong ngày; nhận sau ${rule.cutOff} thì trả trong ngày làm việc tiếp theo.`,
        en: `This procedure is answered the same day; received after ${rule.cutOff}, the next working day.`
      })
    ]
  }
  if (rule.kind === 'hours') {
    const stretches = stepsOf(steps, 'stretch').map(({ day, opens, closes }) => `${clock(opens)}–${clock(closes)} ${dayWords(day, locale)}`)
    const limit = hoursWords(rule.amount * 60, locale)
    if (stretches.length === 0) return [say(locale, { vi: `Thời hạn ${limit}.`, en: `The limit is ${limit}.` })]
    return [say(locale, { vi: `Thời hạn ${limit}: ${stretches.join('; ')}.`, en: `The limit is ${limit}: ${stretches.join('; ')}.` })]
  }
  // After an apology the days beyond the limit are counted on the calendar, but they are not the limit.
  const counted = stepsOf(steps, 'counted').filter(({ n }) => n <= rule.amount)
  const ends = counted.length > 1 ? [counted[0]!, counted.at(-1)!] : counted
  const listed = ends.map(({ n, day }) => `+${n} ${locale === 'vi' ? 'là' : 'is'} ${dayWords(day, locale)}`).join('; ')
  const limit = amountWords(rule.amount, rule, locale)
  return [
    say(locale, {
      vi: `Thời hạn ${limit}, đếm từ ngày sau mốc tính${listed && `: ${listed}`}.`,
      en: `The limit is ${limit}, counted from the day after the mark${listed && `: ${listed}`}.`
    })
  ]
}

/** A Saturday worked in exchange for a longer holiday is counted, and people wonder why. */
function exchangedSentences(steps: readonly Step[], locale: Locale): string[] {
  return stepsOf(steps, 'counted').flatMap(({ day, worked }) => {
    if (!worked) return []
    const which = dayWords(day, locale)
    return [say(locale, { vi: `${capital(which)} có tính: ${worked.vi}.`, en: `${which} counts: ${worked.en}.` })]
  })
}

/** Holidays one by one, days of one holiday in a row together; weekends in one sentence at the end. */
function skippedSentences(steps: readonly Step[], locale: Locale): string[] {
  const skipped = stepsOf(steps, 'off')
  const groups: { first: Temporal.PlainDate; last: Temporal.PlainDate; off: DayOff }[] = []
  for (const { day, off } of skipped.filter((step) => !step.off.isWeekend)) {
    const group = groups.at(-1)
    if (group && group.off.name.vi === off.name.vi && group.last.add({ days: 1 }).equals(day)) group.last = day
    else groups.push({ first: day, last: day, off })
  }
  const weekends = skipped.filter((step) => step.off.isWeekend).map(({ day }) => formatDay(day))
  return [
    ...groups.map(({ first, last, off }) => holidaySentence(first, last, off, locale)),
    ...(weekends.length > 0
      ? [
          say(locale, {
            vi: `Thứ Bảy, Chủ nhật không tính: ${weekends.join(', ')}.`,
            en: `Weekends are not counted: ${weekends.join(', ')}.`
          })
        ]
      : [])
  ]
}

function holidaySentence(first: Temporal.PlainDate, last: Temporal.PlainDate, { name }: DayOff, locale: Locale): string {
  const [from, to] = [dayWords(first, locale), dayWords(last, locale)]
  if (first.equals(last)) return say(locale, { vi: `Không tính ${from}: ${name.vi}.`, en: `${from} is not counted: ${name.en}.` })
  return say(locale, {
    vi: `Không tính từ ${from} đến ${to}: ${name.vi}.`,
    en: `From ${from} to ${to} is not counted: ${name.en}.`
  })
}

function movedSentence(step: Step, locale: Locale): string[] {
  if (step.kind !== 'moved') return []
  const [from, to] = [dayWords(step.from, locale), dayWords(step.to, locale)]
  return [
    say(locale, {
      vi: `Thời hạn hết vào ${from}, ngày không làm việc (${step.off.name.vi}), nên chuyển sang ${to}.`,
      en: `The limit ends on ${from}, not a working day (${step.off.name.en}), so it moves to ${to}.`
    })
  ]
}

function certaintySentences(steps: readonly Step[], locale: Locale): string[] {
  const days = [...new Set(steps.flatMap(unsureDay))].join(', ')
  const years = stepsOf(steps, 'uncovered').map(({ year }) => year)
  return [
    ...(days
      ? [
          say(locale, {
            vi: `Ngày nghỉ ${days} chưa có thông báo chính thức; nếu là ngày làm việc, ngày hẹn trả có thể sớm hơn.`,
            en: `The holiday on ${days} is not officially confirmed; should it be worked, the due date may come earlier.`
          })
        ]
      : []),
    ...years.map((year) =>
      say(locale, {
        vi: `Lịch nghỉ lễ năm ${year} chưa được quyết định, nên ngày hẹn trả là dự kiến.`,
        en: `The holidays of ${year} are not decided yet, so the due date is provisional.`
      })
    )
  ]
}

/** A holiday still to be confirmed that bears on the date. */
function unsureDay(step: Step): string[] {
  if (!('off' in step) || step.off?.certainty !== 'unsure' || step.kind === 'counted') return []
  if (step.kind === 'moved') return [formatDay(step.from)]
  return [formatDay(step.kind === 'off' ? step.day : dayOf(step.at))]
}

function endSentence({ dueAt }: Due, locale: Locale): string {
  if (!dueAt) {
    return say(locale, {
      vi: 'Ngày hẹn trả sẽ được tính lại khi hồ sơ được tiếp tục giải quyết.',
      en: 'The due date will be set when work on the dossier continues.'
    })
  }
  const day = dayWords(dayOf(dueAt), locale)
  return say(locale, { vi: `Ngày hẹn trả: ${day}, trước ${formatTime(dueAt)}.`, en: `Due on ${day}, by ${formatTime(dueAt)}.` })
}

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)
