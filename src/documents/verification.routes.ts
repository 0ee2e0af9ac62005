// Anybody checks a paper here: no account, no cookie, nothing kept. What stands behind the # of a code stays in the phone until the page asks.

import { createHash } from 'node:crypto'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { admit } from '../web/guard.ts'
import { limitTries } from '../web/tries.ts'
import { checkHash, checkText } from './actions/check-paper.ts'
import { checkedPage, checkPage, type PublishedKey } from './pages/check-paper.ts'
import { publishedKeys } from './queries.ts'
import { fingerprintOf, toBase64Url } from './verification.ts'

const maxBytes = 25 * 1024 * 1024
const text = Type.String({ default: '', maxLength: 4000 })

export const verificationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'anybody')
  const { context } = app
  await app.register(formbody)
  await app.register(multipart, { limits: { fileSize: maxBytes, files: 1, fields: 5 }, throwFileSizeLimit: false })
  // A signature cannot be guessed; this only keeps one address from keeping us busy. A whole office may stand behind it.
  const fromHere = limitTries(app, { max: 60, seconds: 60, by: (request) => request.ip })
  app.addHook('onRequest', async (_request, reply) => {
    // The address of the page may hold the code itself (?ma=): no other site learns it.
    reply.header('referrer-policy', 'no-referrer')
  })

  async function keys(): Promise<PublishedKey[]> {
    const found = await publishedKeys(context.db)
    return Promise.all(
      found.map(async ({ id, publicKey, validFrom, validTo }) => ({
        id,
        x: toBase64Url(publicKey),
        fingerprint: await fingerprintOf(publicKey),
        validFrom,
        validTo
      }))
    )
  }

  app.get('/kiem-tra', { schema: { querystring: Type.Object({ ma: text }) } }, async (request, reply) => {
    const { ma } = request.query
    if (!ma.trim()) return reply.page(checkPage({ ...request.frame(), keys: await keys() }))
    await fromHere(request)
    return reply.page(checkedPage({ ...request.frame(), path: '/kiem-tra', checked: await checkText(context, ma) }))
  })

  app.post('/kiem-tra', { schema: { body: Type.Object({ ma: text }) } }, async (request, reply) => {
    await fromHere(request)
    const { ma } = request.body
    const byFile = /^[0-9a-f]{64}$/.test(ma)
    return reply.page(checkedPage({ ...request.frame(), checked: await checkText(context, ma), byFile }))
  })

  app.post('/kiem-tra/tep', async (request, reply) => {
    await fromHere(request)
    const file = request.isMultipart() ? await request.file() : undefined
    const hash = createHash('sha256')
    let size = 0
    // Piece by piece: the file is never whole in our memory and nowhere on our disk.
    for await (const piece of file?.file ?? []) {
      hash.update(piece)
      size += piece.length
    }
    const frame = { ...request.frame(), path: '/kiem-tra' }
    if (size === 0) return reply.page(checkPage({ ...frame, keys: await keys(), problem: 'noFile' }))
    if (file?.file.truncated) return reply.page(checkPage({ ...frame, keys: await keys(), problem: 'tooBig' }))
    return reply.page(checkedPage({ ...frame, checked: await checkHash(context, hash.digest('hex')), byFile: true }))
  })

  app.get('/.well-known/mot-cua-keys.json', { schema: { hide: true } as object }, async (_request, reply) => {
    const list = (await keys()).map(({ id, x, fingerprint, validFrom, validTo }) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      use: 'sig',
      alg: 'EdDSA',
      kid: id,
      x,
      fingerprint,
      validFrom: Temporal.Instant.fromEpochMilliseconds(validFrom * 1000).toString(),
      validTo: validTo === null ? null : Temporal.Instant.fromEpochMilliseconds(validTo * 1000).toString()
    }))
    // Read by other programs in other people's pages; a new key is known to all within the hour.
    return reply
      .type('application/jwk-set+json; charset=utf-8')
      .header('access-control-allow-origin', '*')
      .header('cache-control', 'public, max-age=3600')
      .send(JSON.stringify({ keys: list }))
  })
}
