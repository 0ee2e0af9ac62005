// What a page offers while somebody types the name of a ward or a province. Public: these names are on every map.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { admit } from '../web/guard.ts'
import { ownPlaces } from './actions/read-places.ts'

const perMinute = 240
/** Names of wards change by law, not overnight. */
const aDay = 24 * 3600

export const placeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'anybody')
  const querystring = Type.Object({
    q: Type.String({ default: '', maxLength: 100 }),
    lang: Type.Optional(Type.Union([Type.Literal('vi'), Type.Literal('en')])),
    cap: Type.Optional(Type.Union([Type.Literal('xa'), Type.Literal('tinh')]))
  })
  app.get(
    '/dia-danh',
    {
      schema: { hide: true, querystring },
      config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } }
    },
    async ({ query: { q, cap, lang = 'vi' } }, reply) => {
      const { findPlaces, findProvinces } = ownPlaces()
      reply.header('cache-control', `public, max-age=${aDay}`)
      const found = cap === 'tinh' ? findProvinces(q) : findPlaces(q)
      return { items: found.map(({ note, ...hint }) => ({ ...hint, note: note?.[lang] ?? '' })) }
    }
  )
}
