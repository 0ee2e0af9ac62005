// The environment, read once: every wrong value is refused with a sentence that names it, all of them at the same time.
import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { keptSecret } from './kept-secret.ts'
import type { Words } from './kernel/locale.ts'
import { StartError } from './kernel/start-error.ts'

type Environment = Record<string, string | undefined>

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
type LogLevel = (typeof logLevels)[number]

export type Config = Readonly<{
  /** No DATABASE_URL: PostgreSQL runs below DATA_DIR, and whatever secret is missing is made there. */
  embedded: boolean
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  /** Connections of each pool of this process. */
  databasePool: number
  /** The address people see, without a slash at the end. */
  baseUrl: string
  sessionSecret: string
  logLevel: LogLevel
  smtpUrl: string | undefined
  mailFrom: string
  /** The short-message gateway; without it production parks sign-in codes. */
  smsUrl: string | undefined
  smsKey: string | undefined
  /** The gateway takes short messages without accents only. */
  smsUnaccented: boolean
  /** The virus scanner, `tcp://host:3310` or `unix:/path`; without it files are kept as not scanned. */
  clamavUrl: string | undefined
  /** The carrier's interface; without it the embedded mode plays the carrier itself. */
  postUrl: string | undefined
  postKey: string | undefined
  /** `whsec_…`, the newest first; more than one while they are being exchanged. */
  postWebhookSecrets: readonly string[]
  /** The embedded mode's own carrier: its port (0: any free one), and how often a parcel takes a step by itself (0: only when told). */
  postSimulatorPort: number
  postStepSeconds: number
  /** The page people pay at and the gateway's interface; without it the embedded mode plays the gateway itself. */
  vnpayUrl: string | undefined
  vnpayApiUrl: string | undefined
  vnpayTmnCode: string | undefined
  vnpaySecret: string | undefined
  /** Where play money is transferred, while the embedded mode's own gateway runs. */
  playBankUrl: string | undefined
  /** The embedded mode's own gateway: its port (0: any free one). */
  paymentSimulatorPort: number
  /** The account that QR codes send money to. */
  vietQrAccount: { bin: string; account: string } | undefined
  /** 32 bytes, base64url: what papers are sealed with. Only the worker uses it, and does not start without. */
  verifyKey: string | undefined
  /** The agencies' certificates: a PKCS #12 file, or a folder with one for each agency (`<code>.p12`); without it the embedded mode makes its own to try. */
  signingP12: string | undefined
  signingPassword: string | undefined
  /** Who vouches for citizens beside their phone (VNeID, the national portal); without it the embedded mode plays one itself. */
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string; numberClaim: string } | undefined
  /** The embedded mode's own identity provider: its port (0: any free one). */
  identitySimulatorPort: number
  /** How many proxies stand before us, or which: only their word about the visitor's address is taken. */
  trustProxy: false | number | readonly string[]
  /** Stays the same when this worker is started again; undefined when it is the only one. */
  workerId: string | undefined
  workerConcurrency: number
}>

/** Throws a StartError with one line for each wrong value. Empty is the same as not set. */
export function readConfig(env: Environment): Config {
  const wrong: Words[] = []
  const text = (name: string) => env[name]?.trim() || undefined

  function read<T>(name: string, parse: (value: string) => T | undefined, expected: Words, fallback: T): T {
    const value = text(name)
    if (value === undefined) return fallback
    const parsed = parse(value)
    if (parsed === undefined) wrong.push({ vi: `${name} phải là ${expected.vi}`, en: `${name} must be ${expected.en}.` })
    return parsed ?? fallback
  }
  const whole = (name: string, least: number, most: number, fallback: number) =>
    read(
      name,
      wholeBetween(least, most),
      { vi: `số nguyên từ ${least} đến ${most}`, en: `a whole number from ${least} to ${most}` },
      fallback
    )
  const url = (name: string, protocols: readonly string[], fallback?: string) =>
    read(
      name,
      urlWith(protocols),
      { vi: `địa chỉ ${protocols.join(' hoặc ')}`, en: `an address that begins with ${protocols.join(' or ')}` },
      fallback
    )

  const databaseUrl = url('DATABASE_URL', ['postgres://', 'postgresql://'])
  const embedded = text('DATABASE_URL') === undefined
  const dataDir = resolve(text('DATA_DIR') ?? 'data')
  const port = whole('PORT', 0, 65_535, 3000)
  const smtpUrl = url('SMTP_URL', ['smtp://', 'smtps://'])

  function needed(name: string, when: boolean, reason: Words): void {
    if (when && text(name) === undefined) wrong.push({ vi: `Thiếu ${name}: ${reason.vi}`, en: `${name} is missing: ${reason.en}.` })
  }
  const inProduction = { vi: 'bắt buộc khi có DATABASE_URL', en: 'it is required with DATABASE_URL' }
  needed('SESSION_SECRET', !embedded, inProduction)
  needed('BASE_URL', !embedded, inProduction)
  needed('MAIL_FROM', smtpUrl !== undefined, { vi: 'bắt buộc khi có SMTP_URL', en: 'it is required with SMTP_URL' })
  needed('SMS_KEY', text('SMS_URL') !== undefined, { vi: 'bắt buộc khi có SMS_URL', en: 'it is required with SMS_URL' })
  const withGateway = { vi: 'bắt buộc khi có VNPAY_URL', en: 'it is required with VNPAY_URL' }
  needed('VNPAY_TMN_CODE', text('VNPAY_URL') !== undefined, withGateway)
  needed('VNPAY_SECRET', text('VNPAY_URL') !== undefined, withGateway)
  needed('SIGNING_PASSWORD', text('SIGNING_P12') !== undefined, {
    vi: 'bắt buộc khi có SIGNING_P12',
    en: 'it is required with SIGNING_P12'
  })
  const withProvider = { vi: 'bắt buộc khi có OIDC_ISSUER', en: 'it is required with OIDC_ISSUER' }
  needed('OIDC_CLIENT_ID', text('OIDC_ISSUER') !== undefined, withProvider)
  needed('OIDC_CLIENT_SECRET', text('OIDC_ISSUER') !== undefined, withProvider)
  needed('POST_KEY', text('POST_URL') !== undefined && !embedded, { vi: 'bắt buộc khi có POST_URL', en: 'it is required with POST_URL' })

  const config = {
    embedded,
    port,
    host: text('HOST') ?? (embedded ? '127.0.0.1' : '0.0.0.0'),
    dataDir,
    databaseUrl,
    databasePool: whole('DATABASE_POOL', 1, 100, 10),
    baseUrl: url('BASE_URL', ['http://', 'https://'], `http://localhost:${port}`)!.replace(/\/+$/, ''),
    logLevel: read(
      'LOG_LEVEL',
      oneOf(logLevels),
      { vi: `một trong: ${logLevels.join(', ')}`, en: `one of ${logLevels.join(', ')}` },
      'info'
    ),
    smtpUrl,
    mailFrom: read(
      'MAIL_FROM',
      mailbox,
      { vi: 'địa chỉ thư như "Một Cửa <motcua@vidu.vn>"', en: 'a mail address such as "Mot Cua <motcua@example.vn>"' },
      'Một Cửa <mot-cua@localhost>'
    ),
    smsUrl: url('SMS_URL', ['http://', 'https://']),
    smsKey: text('SMS_KEY'),
    smsUnaccented: read('SMS_UNACCENTED', oneOf(['0', '1']), { vi: '0 hoặc 1', en: '0 or 1' }, '0') === '1',
    clamavUrl: read(
      'CLAMAV_URL',
      (value) => (/^unix:\/./.test(value) ? value : urlWith(['tcp://'])(value)),
      { vi: 'địa chỉ tcp://máy:cổng hoặc unix:/đường-dẫn', en: 'an address such as tcp://host:3310 or unix:/path' },
      undefined
    ),
    postUrl: url('POST_URL', ['http://', 'https://']),
    postSimulatorPort: whole('POST_SIMULATOR_PORT', 0, 65_535, 0),
    postStepSeconds: whole('POST_STEP_SECONDS', 0, 86_400, 20),
    vnpayUrl: url('VNPAY_URL', ['http://', 'https://']),
    vnpayApiUrl: url('VNPAY_API_URL', ['http://', 'https://']) ?? transactionsAt(text('VNPAY_URL')),
    vnpayTmnCode: text('VNPAY_TMN_CODE') ?? (embedded ? 'MOTCUA01' : undefined),
    signingP12: text('SIGNING_P12'),
    signingPassword: text('SIGNING_PASSWORD'),
    playBankUrl: undefined,
    paymentSimulatorPort: whole('PAYMENT_SIMULATOR_PORT', 0, 65_535, 0),
    vietQrAccount: read(
      'VIETQR_ACCOUNT',
      bankAccount,
      { vi: 'mã ngân hàng 6 số, dấu gạch chéo, số tài khoản', en: 'six digits of the bank, a slash, the account' },
      // No bank has this number: an app that scans it in the trial refuses.
      embedded ? { bin: '999999', account: '0000000001' } : undefined
    ),
    oidc: oidcOf(
      read(
        'OIDC_ISSUER',
        issuerAddress,
        { vi: 'địa chỉ https:// (http:// chỉ trên chính máy này)', en: 'an https:// address (http:// only on this very machine)' },
        undefined
      ),
      text
    ),
    identitySimulatorPort: whole('IDENTITY_SIMULATOR_PORT', 0, 65_535, 0),
    trustProxy: read(
      'TRUST_PROXY',
      proxies,
      {
        vi: 'số lớp proxy, hoặc danh sách địa chỉ IP cách nhau bằng dấu phẩy',
        en: 'the number of proxies, or a list of IP addresses with commas between'
      },
      false as const
    ),
    workerId: text('WORKER_ID') ?? (embedded ? undefined : hostname()),
    workerConcurrency: whole('WORKER_CONCURRENCY', 1, 50, 4)
  }
  const sessionSecret = read(
    'SESSION_SECRET',
    (value) => (value.length >= 32 ? value : undefined),
    { vi: 'chuỗi ngẫu nhiên dài ít nhất 32 ký tự', en: 'at least 32 random characters' },
    ''
  )
  const postWebhookSecrets = read(
    'POST_WEBHOOK_SECRET',
    webhookSecrets,
    { vi: 'whsec_ kèm ít nhất 24 byte dạng base64', en: 'whsec_ and at least 24 bytes in base64' },
    [] as string[]
  )
  const verifyKey = read(
    'VERIFY_KEY',
    privateKey,
    { vi: '32 byte ngẫu nhiên dạng base64 (openssl rand -base64 32)', en: '32 random bytes in base64 (openssl rand -base64 32)' },
    ''
  )
  if (wrong.length > 0) throw new StartError(...wrong)

  const kept = (file: string, make: () => string) => (embedded ? keptSecret(dataDir, file, make) : undefined)
  return Object.freeze({
    ...config,
    sessionSecret: sessionSecret || kept('session.secret', () => randomBytes(32).toString('hex'))!,
    verifyKey: verifyKey || kept('verify-key.secret', () => randomBytes(32).toString('base64url')),
    postKey: text('POST_KEY') ?? kept('post-key.secret', () => randomBytes(24).toString('hex')),
    vnpaySecret: text('VNPAY_SECRET') ?? kept('vnpay.secret', () => randomBytes(24).toString('hex')),
    postWebhookSecrets:
      postWebhookSecrets.length > 0
        ? postWebhookSecrets
        : [kept('post-webhook.secret', newWebhookSecret)].filter((secret) => secret !== undefined)
  })
}

const wholeBetween = (least: number, most: number) => (value: string) => {
  const number = Number(value)
  return /^\d+$/.test(value) && number >= least && number <= most ? number : undefined
}

const urlWith = (protocols: readonly string[]) => (value: string) =>
  protocols.some((protocol) => value.startsWith(protocol)) && URL.parse(value)?.host ? value : undefined

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (value: string) =>
    values.find((one) => one === value)

const mailbox = (value: string) => (/^([^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/.test(value) ? value : undefined)

function proxies(value: string): false | number | string[] | undefined {
  if (value === '0' || value === 'false') return false
  if (/^\d{1,2}$/.test(value)) return Number(value)
  const list = value.split(',').map((one) => one.trim())
  return list.every((one) => isIP(one.replace(/\/\d{1,3}$/, '')) > 0) ? list : undefined
}

function webhookSecrets(value: string): string[] | undefined {
  const list = value.split(/[\s,]+/)
  const longEnough = (secret: string) => /^whsec_[A-Za-z0-9+/]+=*$/.test(secret) && Buffer.from(secret.slice(6), 'base64').length >= 24
  return list.every(longEnough) ? list : undefined
}

/** Where the gateway takes refunds: beside the page people pay at, unless told otherwise. */
const transactionsAt = (payUrl: string | undefined): string | undefined =>
  payUrl && URL.canParse(payUrl) ? `${new URL(payUrl).origin}/merchant_webapi/api/transaction` : undefined

function bankAccount(value: string): { bin: string; account: string } | undefined {
  const [, bin, account] = /^(\d{6})\/([0-9A-Za-z]{4,19})$/.exec(value) ?? []
  return bin && account ? { bin, account } : undefined
}

const privateKey = (value: string) =>
  /^[A-Za-z0-9+/_-]{43}=?$/.test(value) ? Buffer.from(value, 'base64').toString('base64url') : undefined

/** Tokens must not travel in the clear; on this machine there is nobody in between. */
const issuerAddress = (value: string): string | undefined => {
  const url = URL.parse(value)
  const isHere = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return url?.host && (url.protocol === 'https:' || isHere) ? value : undefined
}

const oidcOf = (issuer: string | undefined, text: (name: string) => string | undefined): Config['oidc'] =>
  issuer === undefined
    ? undefined
    : {
        issuer,
        clientId: text('OIDC_CLIENT_ID') ?? '',
        clientSecret: text('OIDC_CLIENT_SECRET') ?? '',
        name: text('OIDC_NAME') ?? 'VNeID',
        numberClaim: text('OIDC_NUMBER_CLAIM') ?? 'identity_number'
      }

const newWebhookSecret = () => `whsec_${randomBytes(24).toString('base64')}`
