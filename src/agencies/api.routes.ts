// The agencies for other programs: who is there, below whom, and when their desks are open.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { fromCursor, pageOf } from '../integrations/cursor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { Answer, Component, Count, Day, ListQuery, OneOf, OrNull, page, problems, Ref, Text } from '../kernel/schema.ts'
import { dayOf } from '../kernel/time.ts'
import { admit } from '../web/guard.ts'
import { type Agency, agenciesOf, findAgency, findAgencyById, openingHoursOf, searchAgencies } from './queries.ts'
import { agencyLevels } from './rules.ts'

const anItem = {
  code: '303',
  identifier: '000.00.32.H24',
  name: 'UBND quận Hồng Bàng',
  level: 'district',
  parent: 'HP',
  validFrom: '2017-01-01',
  validTo: null
}
const fields = {
  code: Text('Its code', '303'),
  identifier: Text('The number its dossier codes begin with (QCVN 102:2016/BTTTT)', anItem.identifier),
  name: Text('Name', anItem.name),
  level: OneOf(agencyLevels, 'Level; a `partner` works with us but is not ours'),
  parent: OrNull(Text('Code of the agency above it', 'HP')),
  validFrom: Day('First day', '2017-01-01'),
  validTo: OrNull(Day('The first day it no longer exists', '2025-07-01'))
}
const Item = Component('AgencySummary', fields, { description: 'An agency in a list', examples: [anItem] })
const AgencyPage = page(Item, [anItem])

const someHours = { weekday: 1, opens: '07:30', closes: '11:30' }
const AgencyOf = Component(
  'Agency',
  {
    ...fields,
    openingHours: Type.Array(
      Type.Object({
        weekday: Count('1 is Monday, 7 is Sunday', 1, { minimum: 1, maximum: 7 }),
        opens: Text('Wall-clock time', '07:30'),
        closes: Text('Wall-clock time', '11:30')
      }),
      { description: 'The week in force today; a weekday without a line is a day without a desk' }
    )
  },
  { description: 'An agency and its opening hours', examples: [{ ...anItem, openingHours: [someHours] }] }
)

const itemOf = (agency: Agency, parent: string | null) => ({
  ...agency,
  parent,
  validFrom: agency.validFrom.toString(),
  validTo: agency.validTo?.toString() ?? null
})

export const agencyApiRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'anybody')
  const { db, now } = app.context
  for (const schema of [Item, AgencyPage, AgencyOf]) app.addSchema(schema)
  const tags = ['catalogue']

  app.get(
    '/agencies',
    {
      schema: {
        operationId: 'listAgencies',
        summary: 'List or search the agencies',
        description:
          'City, departments, districts, wards and partners, A–Z. With `q`, the words of the name in any order, without marks or unfinished.',
        tags,
        querystring: ListQuery({
          level: Type.Optional(OneOf(agencyLevels, 'Only this level')),
          parent: Type.Optional(Text('Only those directly below this agency, by its code', '303', { maxLength: 20 })),
          q: Type.Optional(Text('Words of the name', 'hong bang', { maxLength: 200 }))
        }),
        response: { 200: Answer(Ref(AgencyPage), 'Agencies'), ...problems() }
      }
    },
    async ({ query: { level, parent, q, limit = 25, cursor } }) => {
      // Some 260 agencies: the whole list is one small read, and the parents' codes are in it.
      const all = (await agenciesOf(db)).items
      const codes = new Map(all.map(({ id, code }) => [id, code]))
      const asked = q?.trim() ? (await searchAgencies(db, q, all.length)).items : all
      const fitting = asked
        .map((agency) => itemOf(agency, codes.get(agency.parentId ?? '') ?? null))
        .filter((agency) => (!level || agency.level === level) && (!parent || agency.parent === parent))
      return pageOf(fitting, { limit, after: fromCursor(cursor), name: ({ code }) => code })
    }
  )

  app.get(
    '/agencies/:code',
    {
      schema: {
        operationId: 'getAgency',
        summary: 'Read an agency',
        description: 'One agency with the opening hours of its desk in force today.',
        tags,
        params: Type.Object({ code: Text('Its code', '303', { maxLength: 20 }) }),
        response: { 200: Answer(Ref(AgencyOf), 'The agency'), ...problems('AGENCY_NOT_FOUND') }
      }
    },
    async ({ params: { code } }) => {
      const agency = await findAgency(db, code)
      if (!agency) throw new Refusal('AGENCY_NOT_FOUND', { code })
      const above = agency.parentId ? await findAgencyById(db, agency.parentId) : undefined
      return { ...itemOf(agency, above?.code ?? null), openingHours: await openingHoursOf(db, agency.id, dayOf(now())) }
    }
  )
}
