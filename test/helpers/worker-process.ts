// A worker that takes a job, says so, and never comes to an end of it: to be killed with the job in its hand.
import pino from 'pino'
import type { Connection } from '../../src/database/client.ts'
import { startWorker } from '../../src/jobs/runner.ts'

const [, , connection, workerId] = process.argv

await startWorker({
  connection: JSON.parse(connection!) as Connection,
  workerId: workerId || undefined,
  logger: pino({ level: 'silent' }),
  handlers: {
    'message.send': async ({ messageId }) => {
      console.log(messageId)
      await new Promise(() => setInterval(() => {}, 1_000))
    }
  }
})
