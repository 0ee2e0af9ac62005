// The description of the API in OpenAPI 3.1, made from the routes themselves, and its page at /docs without a single outside host.
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { admit } from './guard.ts'

const description = `One window for every public service of the city, for other programs.

**Keys.** Catalogue and due dates are open to everybody. Dossiers, files and parcels need a key in \`Authorization: Bearer mc_live_…\`; what it opens is said at each operation.

**Doing things once.** Every POST carries an \`Idempotency-Key\` of yours. The same key and body get the same answer for 24 hours, marked \`Idempotent-Replayed: true\`; so after a broken connection, send it again.

**Refusals** are \`application/problem+json\` (RFC 9457). Decide by \`code\`; show \`title\` to people. Sentences come in Vietnamese, or in English with \`Accept-Language: en\`.

**Lists** answer \`{ items, next }\`; pass \`next\` on as \`cursor\` until it is null. **Times** carry their zone; days are those of Asia/Ho_Chi_Minh.

**How often.** The headers \`RateLimit-Limit\`, \`RateLimit-Remaining\` and \`RateLimit-Reset\` say how much is left of the minute.`

const document = {
  openapi: '3.1.0',
  info: {
    title: 'Một Cửa',
    version: '1.0.0',
    description,
    contact: { name: 'Tổng đài 1022' },
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' }
  },
  servers: [{ url: '/', description: 'Here' }],
  tags: [
    { name: 'catalogue', description: 'Procedures, sectors, agencies; no key needed' },
    { name: 'deadlines', description: 'The due-date calculator; no key needed' },
    { name: 'dossiers', description: 'File dossiers and follow them' },
    { name: 'shipments', description: 'Papers and results on the road' },
    { name: 'verification', description: 'Is this paper the city’s? No key needed' },
    { name: 'statistics', description: 'Public figures; no key needed' }
  ],
  components: {
    securitySchemes: {
      apiKey: { type: 'http', scheme: 'bearer', description: 'An API key: `mc_live_…`, or `mc_demo_…` on a trial system' }
    }
  }
} as const

/** The page begins its groups with a third heading below the first: who jumps from heading to heading would miss a level. */
const headings = `new MutationObserver(() => {
  for (const heading of document.querySelectorAll('h3:not([aria-level]), h4:not([aria-level]), h5:not([aria-level])'))
    heading.setAttribute('aria-level', String(heading.tagName[1] - 1))
}).observe(document.documentElement, { childList: true, subtree: true })
`

type Schema = { description?: string }

/** Scopes are an OAuth word in OpenAPI, so a key's scope is said in words and in an extension. */
const withScope = (schema: Schema, scope: string | undefined) =>
  scope
    ? { ...schema, security: [{ apiKey: [] }], 'x-scope': scope, description: `${schema.description}\n\nScope of the key: \`${scope}\`.` }
    : { ...schema, security: [] }

/** Registers both; every route that is registered afterwards and has a tag is described. */
export async function docs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: document as never,
    hideUntagged: true,
    convertConstToEnum: false,
    refResolver: { buildLocalReference: (json, _baseUri, _fragment, index) => String(json.$id ?? `def-${index}`) },
    // Schemas share their parts; written out, so that the YAML has no anchors.
    transformObject: (described) =>
      'openapiObject' in described ? JSON.parse(JSON.stringify(described.openapiObject)) : described.swaggerObject,
    transform: ({ schema, url, route }) => ({ url, schema: withScope(schema as Schema, route.config?.scope) as never })
  })
  await app.register(async (open) => {
    admit(open, 'anybody')
    await open.register(swaggerUi, {
      routePrefix: '/docs',
      logo: null as never,
      uiConfig: { layout: 'BaseLayout', docExpansion: 'list', tryItOutEnabled: true, defaultModelsExpandDepth: 0 },
      theme: { title: 'Một Cửa API', js: [{ filename: 'headings.js', content: headings }] }
    })
  })
}
