// A clerk or an officer without a script: signs in, opens pages, fills the form that is on the page, presses its button.
import type { FastifyInstance } from 'fastify'
import { demoPassword } from '../../src/accounts/actions/open-demo-accounts.ts'

export type Fields = Record<string, string | readonly string[]>
export type FileField = { field: string; name: string; bytes: Buffer; type?: string }

const cookieOf = (cookies: { name: string; value: string }[]) => cookies.map(({ name, value }) => `${name}=${value}`).join('; ')

/** The value of a hidden field of the page. */
export const hidden = (body: string, name: string): string =>
  new RegExp(`name="${name.replaceAll('.', '\\.')}" value="([^"]*)"`).exec(body)?.[1] ?? ''

/** Where forms of a page are posted to. */
export const formsOf = (body: string): string[] =>
  [...body.matchAll(/<form[^>]*method="post"[^>]*action="([^"]*)"/g)].map((match) => match[1]!)

function multipart(fields: Fields, files: readonly FileField[]) {
  const boundary = '----mot-cua-test'
  const texts = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${one}\r\n`))
  )
  const parts = files.flatMap(({ field, name, bytes, type = 'application/pdf' }) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`),
    bytes,
    Buffer.from('\r\n')
  ])
  return {
    payload: Buffer.concat([...texts, ...parts, Buffer.from(`--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`
  }
}

export async function signInAs(app: FastifyInstance, username: string, password = demoPassword) {
  const door = await app.inject({ url: '/can-bo/dang-nhap', headers: { accept: 'text/html' } })
  const entered = await app.inject({
    method: 'POST',
    url: '/can-bo/dang-nhap',
    headers: { cookie: cookieOf(door.cookies), accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: hidden(door.body, '_csrf'), username, password }).toString()
  })
  const cookie = cookieOf(entered.cookies)
  const get = (url: string) => app.inject({ url, headers: { cookie, accept: 'text/html' } })

  /** Posts to `url` with the token of `page`; with files as multipart. */
  async function post(url: string, fields: Fields = {}, { page, files = [] }: { page: string; files?: readonly FileField[] }) {
    const token = hidden((await get(page)).body, '_csrf')
    const all = { _csrf: token, ...fields }
    const pairs = Object.entries(all).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
    const sent =
      files.length > 0
        ? multipart(all, files)
        : { payload: new URLSearchParams(pairs).toString(), type: 'application/x-www-form-urlencoded' }
    return app.inject({ method: 'POST', url, headers: { cookie, accept: 'text/html', 'content-type': sent.type }, payload: sent.payload })
  }
  return { cookie, get, post }
}
