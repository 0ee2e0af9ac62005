// Opens what a process needs, in order, and closes it in reverse: database, files, telephones, worker, doors.

import { randomUUIDv7 } from 'node:crypto'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { oidc } from '../services/identity/oidc.ts'
import { outboxMail } from '../services/mail/outbox.ts'
import { smtpMail } from '../services/mail/smtp.ts'
import type { PaymentAdapter } from '../services/payment/payment.ts'
import { vnpay } from '../services/payment/vnpay.ts'
import { manualPost } from '../services/post/manual.ts'
import { standardPost } from '../services/post/standard.ts'
import { verifyStandardWebhook, webhookPath } from '../services/post/standard-webhook.ts'
import { clamav } from '../services/scanner/clamav.ts'
import { p12Signing } from '../services/signing/p12.ts'
import { noSigning, type Signing } from '../services/signing/signing.ts'
import { testSigning } from '../services/signing/test-ca.ts'
import { httpSms } from '../services/sms/http.ts'
import { noSms, smsOutbox } from '../services/sms/sms.ts'
import { diskStore } from '../services/storage/disk.ts'
import { deleteExpiredSessions } from './accounts/store.ts'
import { openApp } from './app.ts'
import type { Config } from './config.ts'
import type { Context, Outside } from './context.ts'
import { type Connection, openDatabase } from './database/client.ts'
import { openLive } from './database/live.ts'
import { publishKey } from './documents/actions/publish-key.ts'
import { openSeal } from './documents/verification.ts'
import { sweep } from './escalations/actions/sweep.ts'
import { dropUnfinished } from './files/actions/drop-unfinished.ts'
import { handlersOf } from './jobs/handlers.ts'
import { startWorker } from './jobs/runner.ts'
import { makeFolder } from './kept-secret.ts'
import { quietError } from './kernel/quiet-error.ts'
import { StartError } from './kernel/start-error.ts'
import { askLostPayments } from './payments/actions/ask-lost-payments.ts'
import { pollTracking } from './shipments/actions/poll-tracking.ts'
import type { WebhookDoor } from './shipments/webhook.routes.ts'

/** Code of the carrier that speaks our published interface. */
export const standardCarrier = 'standard'
/** What a manual order costs within the city: 26.000–30.000 đ published by another province's post; to be replaced by the city's own tariff. */
const manualFee = 30_000

export type Closer = () => Promise<unknown>

const logOptions = ({ logLevel }: Config) => ({ level: logLevel, serializers: { err: quietError } })

export const loggerOf = (config: Config) => pino(logOptions(config))

export async function openContext(
  config: Config,
  connection: Connection
): Promise<{ context: Context; sql: ReturnType<typeof openDatabase>['sql']; close: Closer }> {
  makeFolder(config.dataDir)
  const { db, sql, close } = openDatabase(connection, { max: config.databasePool })
  const context: Context = {
    db,
    live: openLive(sql),
    files: diskStore(join(config.dataDir, 'files')),
    scanner: config.clamavUrl ? clamav({ url: config.clamavUrl }) : undefined,
    now: () => Temporal.Now.instant(),
    newId: () => randomUUIDv7(),
    baseUrl: config.baseUrl
  }
  return { context, sql, close }
}

/** `postUrl` is where the carrier is reached; without one every parcel is the operators' to record by hand. */
export async function openOutside(
  config: Config,
  { postUrl, now }: { postUrl: string | undefined; now: Context['now'] }
): Promise<Outside> {
  const mail = config.smtpUrl
    ? smtpMail({ url: config.smtpUrl, from: config.mailFrom })
    : outboxMail({ folder: join(config.dataDir, 'mail') })
  const post = postUrl
    ? standardPost({ code: standardCarrier, url: postUrl, key: config.postKey!, webhookSecrets: config.postWebhookSecrets })
    : manualPost({ fee: manualFee, now })
  const sms = config.smsUrl
    ? httpSms({ url: config.smsUrl, key: config.smsKey!, unaccented: config.smsUnaccented })
    : config.embedded
      ? smsOutbox
      : noSms
  return { mail, post, sms, payment: gatewayOf(config), seal: await sealOf(config), signing: signingOf(config, now) }
}

/** @throws StartError in production without a key: papers without a seal would look like forgeries for ever */
async function sealOf({ verifyKey }: Config) {
  if (verifyKey) return openSeal(Buffer.from(verifyKey, 'base64url'))
  throw new StartError({
    vi: 'Thiếu VERIFY_KEY: giấy tờ phải được ký bằng khóa của thành phố (openssl rand -base64 32)',
    en: 'VERIFY_KEY is missing: papers are sealed with the city’s key (openssl rand -base64 32).'
  })
}

/** The agencies' certificates; to try it, some that say they are for trial; else every order to sign is answered with what is missing. */
function signingOf({ signingP12, signingPassword, embedded, dataDir }: Config, now: Context['now']): Signing {
  if (signingP12) return p12Signing({ path: signingP12, password: signingPassword! })
  return embedded ? testSigning({ folder: join(dataDir, 'signing'), now: () => new Date(now().epochMilliseconds) }) : noSigning
}

/** The gateway, where one is set up; the web process uses its pure half, the worker calls it for refunds. */
function gatewayOf({ vnpayUrl, vnpayApiUrl, vnpayTmnCode, vnpaySecret }: Config): PaymentAdapter | undefined {
  if (!vnpayUrl) return undefined
  return vnpay({ url: vnpayUrl, apiUrl: vnpayApiUrl!, tmnCode: vnpayTmnCode!, secret: vnpaySecret! })
}

export const doorsOf = ({ postWebhookSecrets }: Config): WebhookDoor[] =>
  postWebhookSecrets.map((secret) => ({
    carrier: standardCarrier,
    path: webhookPath(standardCarrier, secret),
    verify: verifyStandardWebhook(postWebhookSecrets)
  }))

export function openWeb(config: Config, context: Context, isReady: () => boolean) {
  const { sessionSecret, embedded, trustProxy } = config
  return openApp({
    context,
    sessionSecret,
    doors: doorsOf(config),
    pay: { gate: gatewayOf(config), account: config.vietQrAccount, tryUrl: config.playBankUrl },
    identity: config.oidc && oidc(config.oidc),
    demo: embedded,
    isReady,
    logger: logOptions(config),
    trustProxy: trustProxy as boolean | string[]
  })
}

type Work = { name: string; minutes: number; work: () => Promise<unknown> }

/** Rounds that no move calls for: at once, and then every so often. One that fails is logged and made again next time. */
function startRounds(rounds: readonly Work[], logger: Logger): Closer {
  const timers = rounds.map(({ name, minutes, work }) => {
    const round = () => work().catch((error: unknown) => logger.warn({ err: error, round: name }, 'a round failed'))
    void round()
    return setInterval(round, minutes * 60_000).unref()
  })
  return async () => timers.forEach(clearInterval)
}

/** Each item that failed is named; the round goes on without it and tries it again next time. */
async function sweepTime(context: Context, logger: Logger, stopped: () => boolean): Promise<void> {
  const { failed } = await sweep(context, { stopped })
  for (const { round, id, error } of failed) logger.warn({ err: error, round, id }, 'an item of a round failed')
}

export async function openWorker(
  config: Config,
  { context, outside, connection }: { context: Context; outside: Outside; connection: Connection }
) {
  const { workerConcurrency: concurrency, workerId } = config
  const logger = loggerOf(config)
  await publishKey(context, outside)
  const { stop, ended } = await startWorker({ connection, handlers: handlersOf(context, outside), concurrency, workerId, logger })
  let ending = false
  const stopRounds = startRounds(
    [
      // Carriers give up on a webhook after seconds or minutes; what they could not tell us is asked for.
      { name: 'poll tracking', minutes: 5, work: () => pollTracking(context, outside) },
      // The same of the gateway: money that was taken and never told.
      { name: 'lost payments', minutes: 5, work: () => askLostPayments(context, outside) },
      // Nothing is late without a word: apologies drafted, people told, what is over settled.
      { name: 'time', minutes: 5, work: () => sweepTime(context, logger, () => ending) },
      { name: 'unfinished uploads', minutes: 60, work: () => dropUnfinished(context) },
      { name: 'expired sessions', minutes: 60, work: () => context.db.transaction((tx) => deleteExpiredSessions(tx, context.now())) }
    ],
    logger
  )
  const stopAll = () => {
    ending = true
    return Promise.all([stopRounds(), stop()])
  }
  return { ended, stop: stopAll }
}
