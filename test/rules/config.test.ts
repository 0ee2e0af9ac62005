// The environment: what is taken when nothing is said, and the sentence for everything that is wrong.
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { readConfig } from '../../src/config.ts'

const secret = 'x'.repeat(32)
const webhook = `whsec_${Buffer.alloc(24, 7).toString('base64')}`
const production = { DATABASE_URL: 'postgres://app:pw@db:5432/mot_cua', SESSION_SECRET: secret, BASE_URL: 'https://motcua.example/' }

t.test('nothing set: everything on this machine, for this machine, with secrets of its own', async (t) => {
  const dataDir = await aFolder(t)

  const config = readConfig({ DATA_DIR: dataDir })

  t.match(config, {
    embedded: true,
    port: 3000,
    host: '127.0.0.1',
    dataDir,
    baseUrl: 'http://localhost:3000',
    logLevel: 'info',
    trustProxy: false
  })
  t.equal(config.workerId, undefined, 'there is only one worker')
  t.match(config.sessionSecret, /^[0-9a-f]{64}$/)
  t.match(config.postWebhookSecrets, [/^whsec_.{32}$/])
})

t.test('made secrets are the same at the next start, and readable by us alone', async (t) => {
  const dataDir = await aFolder(t)

  const first = readConfig({ DATA_DIR: dataDir })
  const second = readConfig({ DATA_DIR: dataDir })

  t.same(second, first)
  t.equal(await readFile(join(dataDir, 'session.secret'), 'utf8'), first.sessionSecret)
  for (const name of ['session', 'post-key', 'post-webhook'])
    t.equal((await stat(join(dataDir, `${name}.secret`))).mode & 0o777, 0o600, name)
})

t.test('with a database of its own: open to the network, and no secret is made up', async (t) => {
  const dataDir = join(await aFolder(t), 'not-made')

  const config = readConfig({ ...production, DATA_DIR: dataDir, WORKER_ID: 'worker-1', POST_WEBHOOK_SECRET: webhook })

  t.match(config, { embedded: false, host: '0.0.0.0', baseUrl: 'https://motcua.example', sessionSecret: secret, workerId: 'worker-1' })
  t.same(config.postWebhookSecrets, [webhook])
  t.equal(config.postKey, undefined)
  await t.rejects(stat(dataDir), { code: 'ENOENT' })
})

t.test('a config cannot be changed after it was read', async (t) => {
  t.ok(Object.isFrozen(readConfig(production)))
})

t.test('empty is the same as not set, as docker compose passes it', async (t) => {
  t.match(readConfig({ ...production, SMTP_URL: '', PORT: ' ' }), { smtpUrl: undefined, port: 3000 })
})

const wrong: [name: string, value: string, sentence: RegExp][] = [
  ['PORT', '80a', /PORT must be a whole number from 0 to 65535/],
  ['PORT', '65536', /PORT must be/],
  ['PORT', '-1', /PORT must be/],
  ['DATABASE_URL', 'mysql://db/x', /DATABASE_URL must be an address that begins with postgres:\/\/ or postgresql:\/\//],
  ['DATABASE_URL', 'postgres://', /DATABASE_URL/],
  ['BASE_URL', 'motcua.example', /BASE_URL must be an address that begins with http:\/\/ or https:\/\//],
  ['BASE_URL', '', /BASE_URL is missing: it is required with DATABASE_URL/],
  ['SESSION_SECRET', 'short', /SESSION_SECRET must be at least 32 random characters/],
  ['SESSION_SECRET', '', /SESSION_SECRET is missing: it is required with DATABASE_URL/],
  ['LOG_LEVEL', 'loud', /LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent/],
  ['CLAMAV_URL', 'http://clamav:3310', /CLAMAV_URL must be an address such as tcp:\/\/host:3310/],
  ['SMTP_URL', 'mail.example:25', /SMTP_URL must be an address that begins with smtp:\/\/ or smtps:\/\//],
  ['SMTP_URL', 'smtp://mail.example', /MAIL_FROM is missing: it is required with SMTP_URL/],
  ['MAIL_FROM', 'Một Cửa', /MAIL_FROM must be a mail address/],
  ['MAIL_FROM', 'a@b\r\nBcc: c@d', /MAIL_FROM must be a mail address/],
  ['MAIL_FROM', 'Một Cửa\r\nBcc: <a@b>', /MAIL_FROM must be a mail address/],
  ['POST_URL', 'ftp://post.example', /POST_URL must be an address/],
  ['POST_URL', 'https://post.example', /POST_KEY is missing: it is required with POST_URL/],
  ['POST_WEBHOOK_SECRET', 'secret', /POST_WEBHOOK_SECRET must be whsec_/],
  ['POST_WEBHOOK_SECRET', `${webhook} whsec_AAAA`, /POST_WEBHOOK_SECRET must be whsec_/],
  ['TRUST_PROXY', 'true', /TRUST_PROXY must be the number of proxies, or a list of IP addresses/],
  ['DATABASE_POOL', '0', /DATABASE_POOL must be a whole number from 1 to 100/],
  ['WORKER_CONCURRENCY', '1.5', /WORKER_CONCURRENCY must be a whole number/]
]

for (const [name, value, sentence] of wrong)
  t.test(`${name}=${JSON.stringify(value)} is refused in both languages`, async (t) => {
    t.throws(() => readConfig({ ...production, [name]: value }), { name: 'StartError', message: sentence })
    t.throws(() => readConfig({ ...production, [name]: value }), { message: /(Thiếu \w+:|\w+ phải là) .+ \/ \w+ (is missing:|must be) / })
  })

t.test('everything that is wrong is said at once, a line each', async (t) => {
  const reading = () => readConfig({ DATABASE_URL: 'x', PORT: 'y', LOG_LEVEL: 'z' })

  t.throws(reading, { message: /DATABASE_URL.*\n.*PORT.*\n.*SESSION_SECRET.*\n.*BASE_URL.*\n.*LOG_LEVEL/ })
})

const proxies: [value: string, taken: unknown][] = [
  ['0', false],
  ['false', false],
  ['2', 2],
  ['10.0.0.1, 192.168.0.0/16,::1', ['10.0.0.1', '192.168.0.0/16', '::1']]
]

for (const [value, taken] of proxies)
  t.test(`TRUST_PROXY=${value}`, async (t) => {
    t.same(readConfig({ ...production, TRUST_PROXY: value }).trustProxy, taken)
  })

async function aFolder(t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-config-'))
  t.teardown(() => rm(folder, { recursive: true }))
  return folder
}

t.test('a payment gateway needs its code and secret; refunds go beside its page unless told otherwise', async (t) => {
  const gateway = { VNPAY_URL: 'https://pay.example/vpcpay.html', VNPAY_TMN_CODE: 'MOTCUA01', VNPAY_SECRET: secret }
  t.match(readConfig({ ...production, ...gateway, VIETQR_ACCOUNT: '970436/0011001234567' }), {
    vnpayApiUrl: 'https://pay.example/merchant_webapi/api/transaction',
    vietQrAccount: { bin: '970436', account: '0011001234567' }
  })
  t.equal(readConfig({ ...production, ...gateway, VNPAY_API_URL: 'https://api.example/t' }).vnpayApiUrl, 'https://api.example/t')
  t.match(readConfig(production), { vnpayUrl: undefined, vietQrAccount: undefined })
  t.throws(() => readConfig({ ...production, VNPAY_URL: gateway.VNPAY_URL }), /VNPAY_TMN_CODE[\s\S]*VNPAY_SECRET/)
  t.throws(() => readConfig({ ...production, VIETQR_ACCOUNT: '9704' }), /VIETQR_ACCOUNT/)
})

t.test('results are signed with a certificate and its password, or by trial certificates, or on paper', async (t) => {
  const certificate = { SIGNING_P12: '/etc/mot-cua/ky-so', SIGNING_PASSWORD: secret }
  t.match(readConfig({ ...production, ...certificate }), { signingP12: '/etc/mot-cua/ky-so', signingPassword: secret })
  t.match(readConfig(production), { signingP12: undefined, signingPassword: undefined })
  t.throws(
    () => readConfig({ ...production, SIGNING_P12: certificate.SIGNING_P12 }),
    /SIGNING_PASSWORD is missing: it is required with SIGNING_P12/
  )
})

t.test('who vouches for citizens is reached over TLS, or on this machine', async (t) => {
  const provider = { OIDC_ISSUER: 'https://id.example/oidc', OIDC_CLIENT_ID: 'mot-cua', OIDC_CLIENT_SECRET: secret }
  t.same(readConfig({ ...production, ...provider }).oidc, {
    issuer: 'https://id.example/oidc',
    clientId: 'mot-cua',
    clientSecret: secret,
    name: 'VNeID',
    numberClaim: 'identity_number'
  })
  t.match(readConfig({ ...production, ...provider, OIDC_ISSUER: 'http://localhost:4000', OIDC_NAME: 'Cổng dịch vụ công' }).oidc, {
    issuer: 'http://localhost:4000',
    name: 'Cổng dịch vụ công'
  })
  t.equal(readConfig(production).oidc, undefined)
  t.throws(() => readConfig({ ...production, OIDC_ISSUER: provider.OIDC_ISSUER }), /OIDC_CLIENT_ID[\s\S]*OIDC_CLIENT_SECRET/)
  for (const issuer of ['http://id.example', 'id.example', 'ftp://localhost'])
    t.throws(() => readConfig({ ...production, ...provider, OIDC_ISSUER: issuer }), /OIDC_ISSUER must be an https:\/\/ address/, issuer)
})

t.test('the key papers are sealed with: made once for a trial, never made up in production, refused when it is none', async (t) => {
  const dataDir = t.testdir()
  const { verifyKey } = readConfig({ DATA_DIR: dataDir })
  t.match(verifyKey, /^[\w-]{43}$/)
  t.equal(readConfig({ DATA_DIR: dataDir }).verifyKey, verifyKey)
  t.equal(readConfig({ ...production, DATA_DIR: dataDir }).verifyKey, undefined)
  t.equal(readConfig({ ...production, VERIFY_KEY: `${'A'.repeat(43)}=` }).verifyKey, 'A'.repeat(43))
  t.throws(() => readConfig({ ...production, VERIFY_KEY: 'secret' }), /VERIFY_KEY/)
})
