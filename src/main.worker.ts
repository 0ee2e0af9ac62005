// Production, the other half: jobs, and the telephones to mail and post.
import { readConfig } from './config.ts'
import { migrate } from './database/migrate.ts'
import { runProcess } from './stop.ts'
import { openContext, openOutside, openWorker } from './wire.ts'

await runProcess(async (closers) => {
  const config = readConfig(process.env)
  const connection = config.databaseUrl!
  await migrate(connection)
  const { context, close } = await openContext(config, connection)
  closers.push(close)
  const outside = await openOutside(config, { postUrl: config.postUrl, now: context.now })
  closers.push(async () => outside.mail.close())
  const worker = await openWorker(config, { context, outside, connection })
  closers.push(worker.stop)
  return { ended: worker.ended }
})
