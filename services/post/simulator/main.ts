// The simulated carrier as a process of its own, for docker-compose: everything from the environment.
import closeWithGrace from 'close-with-grace'
import { webhookPath } from '../standard-webhook.ts'
import { startSimulator } from './server.ts'

const { HOST = '127.0.0.1', PORT = '3100', POST_KEY, POST_WEBHOOK_URL, POST_WEBHOOK_SECRET, POST_STEP_MS, POST_FILE } = process.env

if (!POST_KEY || !POST_WEBHOOK_URL || !POST_WEBHOOK_SECRET) {
  process.stderr.write('The post simulator needs POST_KEY, POST_WEBHOOK_URL and POST_WEBHOOK_SECRET.\n')
  process.exit(1)
}

// Without a path the address is our own shop's, whose path is made from the secret.
const webhook = new URL(POST_WEBHOOK_URL)
if (webhook.pathname === '/') webhook.pathname = webhookPath('standard', POST_WEBHOOK_SECRET)

const simulator = await startSimulator({
  host: HOST,
  port: Number(PORT),
  key: POST_KEY,
  webhook: { url: webhook.href, secret: POST_WEBHOOK_SECRET },
  stepMs: POST_STEP_MS ? Number(POST_STEP_MS) : undefined,
  file: POST_FILE
})
process.stdout.write(`Post simulator at ${simulator.url}\n`)
closeWithGrace(async () => {
  await simulator.close()
})
