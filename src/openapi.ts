// Writes openapi.yaml from the routes, without a database; with --check only says whether it is up to date.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Fastify from 'fastify'
import type { Context } from './context.ts'
import { apiRoutes } from './integrations/api.ts'
import { docs } from './web/docs.ts'

const file = join(import.meta.dirname, '..', 'openapi.yaml')

/** The whole description as YAML. */
export async function openApiYaml(): Promise<string> {
  const app = Fastify()
  // Routes reach into the context only when somebody calls.
  app.decorate('context', {} as Context)
  await docs(app)
  await app.register(apiRoutes)
  await app.ready()
  return `# Made by \`npm run openapi\` from the routes; change those.\n${app.swagger({ yaml: true })}`
}

if (import.meta.main) {
  const made = await openApiYaml()
  if (!process.argv.includes('--check')) writeFileSync(file, made)
  else if (readFileSync(file, 'utf8') !== made) {
    process.stderr.write('openapi.yaml is out of date: run npm run openapi\n')
    process.exitCode = 1
  }
}
