// The due-date calculator: when a dossier received at this moment must be answered, and why on that day.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { findAgency } from '../agencies/queries.ts'
import { localeFor } from '../integrations/guard.ts'
import { Refusal } from '../kernel/refusal.ts'
import { Answer, Component, Count, Day, Instant, LocaleQuery, OneOf, OrNull, problems, Ref, Text } from '../kernel/schema.ts'
import { dayOf } from '../kernel/time.ts'
import { findProcedure } from '../procedures/queries.ts'
import { admit } from '../web/guard.ts'
import { dayCells } from './day-cells.ts'
import { dueAt } from './due.ts'
import { explain } from './explain.ts'
import { workingCalendarOf } from './working-calendar.ts'

const dayKinds = ['received', 'mark', 'counted', 'off', 'due', 'blank'] as const
const someDays = [
  { day: '2026-11-23', kind: 'received', n: null, why: null },
  { day: '2026-11-24', kind: 'off', n: null, why: 'Ngày Văn hóa Việt Nam' },
  { day: '2026-11-25', kind: 'counted', n: 1, why: null }
]
const anAnswer = {
  procedure: '1.003725',
  agency: 'STTTT',
  receivedAt: '2026-11-23T02:05:00Z',
  dueAt: '2026-11-25T10:00:00Z',
  countedFrom: '2026-11-23',
  explanation: ['Nhận hồ sơ lúc 09:05 thứ Hai 23/11/2026, nên mốc tính là ngày này.', 'Ngày hẹn trả: thứ Tư 25/11/2026, trước 17:00.'],
  days: someDays
}
const Deadline = Component(
  'Deadline',
  {
    procedure: Text('Code', '1.003725'),
    agency: Text('Code', 'STTTT'),
    receivedAt: Instant('When it is received'),
    dueAt: Instant('When it must be answered', anAnswer.dueAt),
    countedFrom: Day('The mark: the day before the first counted one (BLDS 2015 Đ147)'),
    explanation: Type.Array(Text('A sentence', anAnswer.explanation[0]!), {
      description: 'The counting in sentences: what counts, what does not and why'
    }),
    days: Type.Array(
      Type.Object({
        day: Day('The day'),
        kind: OneOf(dayKinds, '`mark`: counting starts after it; `blank` fills up the week'),
        n: OrNull(Count('The number of a counted day', 1)),
        why: OrNull(Text('Why a day is off', 'Chủ nhật'))
      }),
      { description: 'The same as whole weeks, Monday to Sunday, to be drawn as a calendar' }
    )
  },
  { description: 'A due date and its explanation', examples: [anAnswer] }
)

// In a query a bare plus is a space, and people forget %2B: both are taken as the zone they meant.
const momentOf = (text: string): Temporal.Instant => Temporal.Instant.from(text.replace(' ', '+'))
const moment = String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[ +-]\d{2}:?\d{2})$`

export const deadlineApiRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'anybody')
  const { context } = app
  app.addSchema(Deadline)

  app.get(
    '/deadlines',
    {
      schema: {
        operationId: 'countDeadline',
        summary: 'Count a due date',
        description: 'By the law in force on the day of receipt, the city’s working calendar and the opening hours of the agency.',
        tags: ['deadlines'],
        querystring: Type.Object({
          procedure: Text('Code of the procedure', '1.003725', { maxLength: 40 }),
          agency: Text('Code of the agency', 'STTTT', { maxLength: 20 }),
          receivedAt: Type.Optional(
            Text('When the dossier is received, with its zone; now, when left out', '2026-11-23T09:05:00+07:00', { pattern: moment })
          ),
          ...LocaleQuery.properties
        }),
        response: { 200: Answer(Ref(Deadline), 'The due date'), ...problems('PROCEDURE_NOT_FOUND', 'AGENCY_NOT_FOUND') }
      }
    },
    async (request) => {
      const { procedure, agency: code } = request.query
      const receivedAt = readMoment(request.query.receivedAt) ?? context.now()
      const found = await findProcedure(context.db, procedure, { on: dayOf(receivedAt) })
      if (!found) throw new Refusal('PROCEDURE_NOT_FOUND', { code: procedure })
      const agency = await findAgency(context.db, code)
      if (!agency) throw new Refusal('AGENCY_NOT_FOUND', { code })
      const rule = found.version.processingTime
      const due = dueAt([{ kind: 'received', at: receivedAt }], rule, await workingCalendarOf(context.db, agency.id))
      const locale = localeFor(request)
      return {
        procedure,
        agency: code,
        receivedAt: receivedAt.toString(),
        dueAt: due.dueAt!.toString(),
        countedFrom: due.countedFrom!.toString(),
        explanation: explain(due, rule, locale),
        days: dayCells(due, locale).map(({ day, kind, n, why }) => ({ day: day.toString(), kind, n: n ?? null, why: why ?? null }))
      }
    }
  )
}

/** The pattern lets through the 31st of February. @throws Refusal REQUEST_MALFORMED */
function readMoment(text: string | undefined): Temporal.Instant | undefined {
  if (text === undefined) return undefined
  try {
    const at = momentOf(text)
    const { year } = dayOf(at)
    if (year < 2000 || year > 2100) throw new RangeError('no calendar is kept for that year')
    return at
  } catch {
    throw new Refusal('REQUEST_MALFORMED', { detail: `receivedAt ${text}` })
  }
}
