// Letters by SMTP, over a few connections kept open. 4xx and a silent server: later. 5xx and a refused sign-in: a person must look.
import { createTransport } from 'nodemailer'
import { ServiceError } from '../service-error.ts'
import type { Mail } from './mail.ts'

/** `url` like `smtps://user:password@mail.example:465`; `from` like `Một Cửa Hải Phòng <mot-cua@haiphong.gov.vn>`. */
export function smtpMail({ url, from, timeoutMs = 10000 }: { url: string; from: string; timeoutMs?: number }): Mail {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    pool: true,
    maxConnections: 3,
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs
  })
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? hostname
  return {
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({ messageId: `<${id}@${domain}>`, from, to, subject, text })
      } catch (error) {
        throw asServiceError(error as { message: string; code?: string; responseCode?: number })
      }
    },
    close: () => transport.close()
  }
}

function asServiceError(error: { message: string; code?: string; responseCode?: number }): ServiceError {
  const ours = error.code === 'EAUTH' || error.code === 'EENVELOPE'
  const retry = error.responseCode ? error.responseCode < 500 : !ours
  return new ServiceError('mail', error.message, { retry, cause: error })
}
