// npm start: the whole system in one process on the embedded database, with a small carrier of its own to try the post with.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { startIdentitySimulator } from '../services/identity/simulator/server.ts'
import { startPaymentSimulator } from '../services/payment/simulator/server.ts'
import { startSimulator } from '../services/post/simulator/server.ts'
import { webhookPath } from '../services/post/standard-webhook.ts'
import { openDemoAccounts } from './accounts/actions/open-demo-accounts.ts'
import { identityReturnPath } from './accounts/rules.ts'
import { type Config, readConfig } from './config.ts'
import type { Connection } from './database/client.ts'
import { startEmbedded } from './database/embedded.ts'
import { migrate } from './database/migrate.ts'
import { openDemoClient } from './integrations/actions/open-demo-client.ts'
import { loadLaw } from './load-law.ts'
import { runProcess } from './stop.ts'
import { type Closer, openContext, openOutside, openWeb, openWorker, standardCarrier } from './wire.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

async function openDatabaseServer({ databaseUrl, dataDir }: Config, closers: Closer[]): Promise<Connection> {
  if (databaseUrl) return databaseUrl
  say('Đang mở cơ sở dữ liệu… / Opening the database…')
  const embedded = await startEmbedded({ dataDir })
  closers.push(embedded.stop)
  return embedded.connection
}

/** The carrier to try the post with; a real one is reached at POST_URL. */
async function openCarrier(config: Config, { address, closers }: { address: string; closers: Closer[] }): Promise<string> {
  if (config.postUrl) return config.postUrl
  const [secret] = config.postWebhookSecrets
  const simulator = await startSimulator({
    port: config.postSimulatorPort,
    key: config.postKey!,
    webhook: { url: `${address}${webhookPath(standardCarrier, secret!)}`, secret: secret! },
    stepMs: config.postStepSeconds > 0 ? config.postStepSeconds * 1000 : undefined,
    file: join(config.dataDir, 'post-simulator.json')
  })
  closers.push(simulator.close)
  return simulator.url
}

/** The gateway to try paying with; a real one is reached at VNPAY_URL. */
async function openGateway(config: Config, { address, closers }: { address: string; closers: Closer[] }): Promise<Config> {
  if (!config.embedded || config.vnpayUrl) return config
  const { close, url, payUrl, apiUrl } = await startPaymentSimulator({
    port: config.paymentSimulatorPort,
    tmnCode: config.vnpayTmnCode!,
    secret: config.vnpaySecret!,
    ipnUrl: `${address}/hooks/payment/vnpay`,
    file: join(config.dataDir, 'payment-simulator.json')
  })
  closers.push(close)
  return { ...config, vnpayUrl: payUrl, vnpayApiUrl: apiUrl, playBankUrl: url }
}

/** Where to sign in to try it; a real provider is reached at OIDC_ISSUER. Its library is not part of an install without development packages. */
async function openIdentity(config: Config, { address, closers }: { address: string; closers: Closer[] }): Promise<Config> {
  if (!config.embedded || config.oidc) return config
  const credentials = { clientId: 'mot-cua', clientSecret: randomBytes(24).toString('hex') }
  const origins = new Set([address, `http://127.0.0.1:${config.port}`, `http://localhost:${config.port}`, config.baseUrl])
  const returnUrls = [...origins].map((origin) => `${origin}${identityReturnPath}`)
  const simulator = await startIdentitySimulator({ port: config.identitySimulatorPort, ...credentials, returnUrls })
  if (!simulator) {
    say(
      'Không có nhà cung cấp định danh thử: thiếu oidc-provider, xin chạy npm ci. / No identity provider to try: run npm ci for oidc-provider.'
    )
    return config
  }
  const { issuer, close } = simulator
  closers.push(close)
  return { ...config, oidc: { issuer, ...credentials, name: 'VNeID (thử)', numberClaim: 'identity_number' } }
}

/** Port 0 asks for any free one; papers and messages print the address, so it is chosen before anything else. */
async function settlePort(config: Config): Promise<Config> {
  if (config.port !== 0) return config
  const probe = createServer().listen(0, config.host)
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return { ...config, port, baseUrl: config.baseUrl.replace(/:0$/, `:${port}`) }
}

await runProcess(async (closers) => {
  const settled = await settlePort(readConfig(process.env))
  const { host, port } = settled
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const connection = await openDatabaseServer(settled, closers)
  await migrate(connection)
  const config = await openIdentity(await openGateway(settled, { address, closers }), { address, closers })
  const { context, close } = await openContext(config, connection)
  closers.push(close)
  await loadLaw(context)
  const demo = config.embedded
  if (demo) await openDemoAccounts(context)

  let isReady = false
  const app = await openWeb(config, context, () => isReady)
  await app.listen({ host, port })
  const postUrl = demo ? await openCarrier(config, { address, closers }) : config.postUrl
  const outside = await openOutside(config, { postUrl, now: context.now })
  closers.push(async () => outside.mail.close())
  const worker = await openWorker(config, { context, outside, connection })
  // Pages are closed first, so that their last jobs still find a worker.
  closers.push(worker.stop)
  closers.push(() => app.close())
  closers.push(async () => {
    isReady = false
  })
  isReady = true

  say(`Một Cửa: ${address}`)
  if (demo) {
    say(`Bản chạy thử: tài khoản mẫu trong README, mã đăng nhập ở ${address}/hop-thu, dữ liệu ở ${config.dataDir}`)
    say(`Bưu điện thử / post simulator: ${postUrl}`)
    say(`Cổng thanh toán thử / payment simulator: ${config.vnpayUrl}`)
    if (config.oidc) say(`Định danh thử / identity simulator: ${config.oidc.issuer}`)
    say(`Khóa API thử / demo API key: ${await openDemoClient(context, config.dataDir)}`)
  }
  return { ended: worker.ended }
})
