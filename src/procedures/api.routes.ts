// The catalogue for other programs: sectors, the citizens' own search, one procedure with its papers, fees and channels.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'
import type { Db } from '../database/client.ts'
import { fromCursor, toCursor } from '../integrations/cursor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { Answer, Claim, Component, Count, Day, ListQuery, Money, OneOf, OrNull, page, problems, Ref, Text } from '../kernel/schema.ts'
import { dayOf } from '../kernel/time.ts'
import { admit } from '../web/guard.ts'
import { findProcedure, type ProcedureItem, type ProcedureView, sectorsList } from './queries.ts'
import { applicantKinds, certainties, channels, documentForms, type ProcessingTime, payerGroups, procedureLevels } from './rules.ts'
import { searchProcedures } from './search-queries.ts'

const aSector = { code: 'L-HOTICH', name: 'Hộ tịch' }
const Sector = Component(
  'Sector',
  {
    code: Text('Ministry and field (TT 01/2018/TT-VPCP Đ20), or `L-…` where the ministry’s code is not known', 'L-HOTICH'),
    name: Text('Name', 'Hộ tịch')
  },
  { description: 'A field of administration (lĩnh vực)', examples: [aSector] }
)
const SectorPage = page(Sector, [aSector])

const timeKinds = ['working_days', 'calendar_days', 'hours', 'same_day'] as const
const aTime = { kind: 'working_days', amount: 5, cutOff: null }
const ProcessingTimeOf = Component(
  'ProcessingTime',
  {
    kind: OneOf(timeKinds, '`same_day`: answered the day the papers come in'),
    amount: OrNull(Count('Days or hours; null for `same_day`', 5)),
    cutOff: OrNull(Text('Received after this hour, a `same_day` procedure is answered the next working day', '15:00'))
  },
  { description: 'The legal time limit', examples: [aTime] }
)

const anItem = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  sector: aSector,
  level: 'ward',
  processingTime: { kind: 'same_day', amount: null, cutOff: '15:00' },
  onlineLevel: 3,
  postIn: true,
  postOut: true
}
const itemFields = {
  code: Text('National procedure code', '1.001193'),
  name: Text('Name', anItem.name),
  sector: Ref(Sector),
  level: OneOf(procedureLevels, 'The level that decides'),
  processingTime: Ref(ProcessingTimeOf),
  onlineLevel: Count('NĐ 43/2011: 2 forms to download, 3 file online, 4 pay online as well', 3, { minimum: 2, maximum: 4 }),
  postIn: Claim('Papers may be collected by the post (QĐ 45/2016)', true),
  postOut: Claim('The result may be delivered by the post', true)
}
const Item = Component('ProcedureSummary', itemFields, { description: 'A procedure in a list', examples: [anItem] })
const ProcedurePage = page(Item, [anItem])

const aPaper = { number: 1, name: 'Giấy chứng sinh', form: 'original', copies: 1, required: true, condition: null }
const RequiredPaper = Component(
  'RequiredPaper',
  {
    number: Count('Its number: name it in `papers` of a filing', 1),
    name: Text('Name', aPaper.name),
    form: OneOf(documentForms, 'In which form it is wanted; `present` is shown at the desk and given back'),
    copies: Count('How many', 1),
    required: Claim('Without it the filing is refused', true),
    condition: OrNull(Text('When it is needed', 'Khi cha mẹ có đăng ký kết hôn'))
  },
  { description: 'A paper that must come with the filing', examples: [aPaper] }
)

const aFee = {
  name: 'Lệ phí',
  channel: null,
  payerGroup: 'everyone',
  amount: 8000,
  unit: 'hồ sơ',
  condition: null,
  validFrom: '2018-08-01',
  validTo: null,
  legalBasis: 'NQ 12/2018/NQ-HĐND',
  certainty: 'sourced'
}
const FeeRule = Component(
  'FeeRule',
  {
    name: Text('Name', aFee.name),
    channel: OrNull(OneOf(channels, 'Only for this way of filing; null for all')),
    payerGroup: OneOf(payerGroups, 'Who pays it'),
    amount: Money('Whole đồng', 8000),
    unit: Text('Per what', 'hồ sơ'),
    condition: OrNull(Text('In which case', 'Đăng ký quá hạn')),
    validFrom: Day('First day; a dossier pays the tariff of the day it was filed', '2018-08-01'),
    validTo: OrNull(Day('The first day it no longer counts', '2026-08-08')),
    legalBasis: Text('The document that sets it', aFee.legalBasis),
    certainty: OneOf(certainties, '`sourced`: read in the published text')
  },
  { description: 'One line of the tariff, of today, the past or the future', examples: [aFee] }
)

const anOffering = { level: 'ward', onlineLevel: 3, postIn: true, postOut: true }
const aProcedure = {
  ...anItem,
  validFrom: '2017-01-01',
  validTo: null,
  legalBasis: 'Luật Hộ tịch 2014',
  resultName: 'Giấy khai sinh',
  applicantKinds: ['citizen'],
  offerings: [anOffering],
  papers: [aPaper],
  fees: [aFee]
}
const Procedure = Component(
  'Procedure',
  {
    ...itemFields,
    validFrom: Day('The version in force began on this day', '2017-01-01'),
    validTo: OrNull(Day('The first day it is no longer in force', '2026-08-08')),
    legalBasis: Text('The law behind it', aProcedure.legalBasis),
    resultName: Text('What one gets', aProcedure.resultName),
    applicantKinds: Type.Array(OneOf(applicantKinds, 'Who may ask'), { description: 'Who may ask' }),
    offerings: Type.Array(
      Type.Object({
        level: OneOf(procedureLevels, 'Level of the agencies'),
        onlineLevel: itemFields.onlineLevel,
        postIn: itemFields.postIn,
        postOut: itemFields.postOut
      }),
      { description: 'Where it is received, and how' }
    ),
    papers: Type.Array(Ref(RequiredPaper), { description: 'What must come with the filing' }),
    fees: Type.Array(Ref(FeeRule), { description: 'The whole tariff with its dates' })
  },
  { description: 'A procedure as it stands today', examples: [aProcedure] }
)

const timeOf = (time: ProcessingTime) =>
  time.kind === 'same_day' ? { kind: time.kind, amount: null, cutOff: time.cutOff } : { ...time, cutOff: null }
const itemOf = ({ processingTime, ...item }: ProcedureItem) => ({ ...item, processingTime: timeOf(processingTime) })

function procedureOf({ procedure, sector, version, offering, offerings, documents, fees }: ProcedureView): Static<typeof Procedure> {
  const { onlineLevel, postIn, postOut } = offering
  return {
    ...version,
    code: procedure.code,
    sector,
    processingTime: timeOf(version.processingTime),
    onlineLevel,
    postIn,
    postOut,
    validFrom: version.validFrom.toString(),
    validTo: version.validTo?.toString() ?? null,
    offerings,
    papers: documents,
    fees: fees.map((fee) => ({ ...fee, validFrom: fee.validFrom.toString(), validTo: fee.validTo?.toString() ?? null }))
  }
}

type Filter = { level?: string | undefined; sector?: string | undefined }
type Search = Filter & { on: Temporal.PlainDate; limit: number; after: string | undefined }

/** The citizens' search, in their order; what does not fit the filter is passed over. */
async function search(db: Db, text: string, { level, sector, on, limit, after }: Search) {
  const kept: ProcedureItem[] = []
  for (let from = after; ; ) {
    const found = await searchProcedures(db, text, { on, limit: 100, after: from })
    kept.push(...found.items.filter((item) => (!level || item.level === level) && (!sector || item.sector.code === sector)))
    if (kept.length > limit || !found.next) break
    from = found.next
  }
  const items = kept.slice(0, limit)
  return { items: items.map(itemOf), next: kept.length > limit ? toCursor(items.at(-1)!.code) : null }
}

export const procedureApiRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'anybody')
  const { context } = app
  for (const schema of [Sector, SectorPage, ProcessingTimeOf, Item, ProcedurePage, RequiredPaper, FeeRule, Procedure]) app.addSchema(schema)
  const tags = ['catalogue']

  app.get(
    '/procedures',
    {
      schema: {
        operationId: 'searchProcedures',
        summary: 'Search the procedures',
        description:
          'The very search citizens use: any order of words, without marks, unfinished or misspelt, in the words people use at home. Best first; everything A–Z without `q`.',
        tags,
        querystring: ListQuery({
          q: Type.Optional(Text('Words or the beginning of a code', 'khai sinh', { maxLength: 200 })),
          level: Type.Optional(OneOf(procedureLevels, 'Only those this level decides')),
          sector: Type.Optional(Text('Only those of this sector, by its code', 'L-HOTICH', { maxLength: 20 }))
        }),
        response: { 200: Answer(Ref(ProcedurePage), 'Procedures in force today'), ...problems() }
      }
    },
    ({ query: { q = '', limit = 25, cursor, ...filter } }) =>
      search(context.db, q, { ...filter, on: dayOf(context.now()), limit, after: fromCursor(cursor) })
  )

  app.get(
    '/procedures/:code',
    {
      schema: {
        operationId: 'getProcedure',
        summary: 'Read a procedure',
        description: 'Papers, fees with their dates, time limit and channels of the version in force today.',
        tags,
        params: Type.Object({ code: Text('National procedure code', '1.001193', { maxLength: 40 }) }),
        response: { 200: Answer(Ref(Procedure), 'The procedure'), ...problems('PROCEDURE_NOT_FOUND') }
      }
    },
    async ({ params: { code } }) => {
      const found = await findProcedure(context.db, code, { on: dayOf(context.now()) })
      if (!found) throw new Refusal('PROCEDURE_NOT_FOUND', { code })
      return procedureOf(found)
    }
  )

  app.get(
    '/sectors',
    {
      schema: {
        operationId: 'listSectors',
        summary: 'List the sectors',
        description: 'All fields of administration, A–Z, on one page.',
        tags,
        response: { 200: Answer(Ref(SectorPage), 'All sectors'), ...problems() }
      }
    },
    () => sectorsList(context.db)
  )
}
