// openapi.yaml says what the routes do: it is made from them, every example fits its schema, and every number of the portal is named.
import { readFile } from 'node:fs/promises'
import Fastify from 'fastify'
import t from 'tap'
import Schema from 'typebox/schema'
import type { Context } from '../../src/context.ts'
import { states } from '../../src/dossiers/lifecycle.ts'
import { apiRoutes } from '../../src/integrations/api.ts'
import { openApiYaml } from '../../src/openapi.ts'
import { statuses } from '../../src/shipments/lifecycle.ts'
import { docs } from '../../src/web/docs.ts'

type Described = {
  paths: Record<string, Record<string, { operationId: string }>>
  components: { schemas: Record<string, { examples: unknown[]; properties: Record<string, { enum?: string[] }> }> }
}

async function describe() {
  const app = Fastify()
  app.decorate('context', {} as Context)
  const routes: string[] = []
  app.addHook('onRoute', ({ method, url }) => {
    if (method !== 'HEAD' && url.startsWith('/api/')) routes.push(`${String(method).toLowerCase()} ${url.replace(/:(\w+)/g, '{$1}')}`)
  })
  await docs(app)
  await app.register(apiRoutes)
  await app.ready()
  return { described: app.swagger() as unknown as Described, routes, app }
}

t.test('openapi.yaml is what the routes say', async (t) => {
  const kept = await readFile(new URL('../../openapi.yaml', import.meta.url), 'utf8')

  const made = await openApiYaml()

  t.ok(kept === made, 'run npm run openapi and commit the file')
  t.notMatch(made, /[&*]a\d/, 'no anchors')
})

t.test('every route of the API is described, under a name of its own', async (t) => {
  const { described, routes } = await describe()

  const told = Object.entries(described.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
  const names = Object.values(described.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))

  t.same(told.sort(), routes.sort())
  t.equal(new Set(names).size, routes.length)
})

t.test('every example fits its schema', async (t) => {
  const { described } = await describe()
  const { components } = described

  for (const [name, schema] of Object.entries(components.schemas)) {
    for (const example of schema.examples) {
      const [isRight, errors] = Schema.Errors({ ...schema, components }, example)
      t.ok(isRight, `${name}: ${JSON.stringify(errors.slice(0, 2))}`)
    }
  }
})

t.test('the states of the API are those of the lifecycles', async (t) => {
  const { schemas } = (await describe()).described.components

  t.same(schemas['Dossier']!.properties['state']!.enum, states)
  t.same(schemas['Shipment']!.properties['status']!.enum, statuses)
})

t.test('the page of the documentation names no other host', async (t) => {
  const { app } = await describe()

  for (const url of ['/docs', '/docs/static/swagger-initializer.js', '/docs/static/index.css', '/docs/static/swagger-ui.css']) {
    const { statusCode, body } = await app.inject(url)
    t.equal(statusCode, 200, url)
    t.notMatch(body, /(src|href)="(https?:)?\/\/|url\(["']?https?:/, url)
  }
  t.equal((await app.inject('/docs/json')).json().openapi, '3.1.0')
})
