// Production, one half: pages, API and webhooks. Holds no mail password and no carrier's key.
import { readConfig } from './config.ts'
import { migrate } from './database/migrate.ts'
import { loadLaw } from './load-law.ts'
import { runProcess } from './stop.ts'
import { openContext, openWeb } from './wire.ts'

await runProcess(async (closers) => {
  const config = readConfig(process.env)
  const connection = config.databaseUrl!
  await migrate(connection)
  const { context, close } = await openContext(config, connection)
  closers.push(close)
  await loadLaw(context)
  let isReady = true
  const app = await openWeb(config, context, () => isReady)
  closers.push(() => app.close())
  closers.push(async () => {
    isReady = false
  })
  await app.listen({ host: config.host, port: config.port })
  return {}
})
