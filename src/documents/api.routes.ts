// Checking a paper, for other programs: the published keys, and the register asked with the sealed text or a file's hash. No key needed.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'
import { Answer, Component, Instant, Money, OneOf, OrNull, page, problems, Ref, Text } from '../kernel/schema.ts'
import { admit } from '../web/guard.ts'
import { type Checked, checkHash, checkToken, denials, paperStates } from './actions/check-paper.ts'
import { publishedKeys } from './queries.ts'
import { fingerprintOf, paperForms, toBase64Url, toHex } from './verification.ts'

const aKey = {
  id: '21fe31df',
  algorithm: 'Ed25519',
  publicKey: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  fingerprint: '21FE 31DF A154 A261 626B F854 046F D227',
  validFrom: '2026-11-23T00:00:00Z',
  validTo: null
}
const KeyOf = Component(
  'VerificationKey',
  {
    id: Text('Named in every sealed text: the first 4 bytes of the SHA-256 of the key', aKey.id),
    algorithm: OneOf(['Ed25519'] as const, 'RFC 8032'),
    publicKey: Text('32 bytes, base64url', aKey.publicKey),
    fingerprint: Text('To be compared by people: the first 16 bytes of the SHA-256 of the key', aKey.fingerprint),
    validFrom: Instant('Papers sealed before are not proven by it'),
    validTo: OrNull(Instant('Papers sealed after are not proven by it; null while it is in use'))
  },
  { description: 'The public half of a key the city seals papers with', examples: [aKey] }
)
const KeyPage = page(KeyOf, [aKey])

const aPaper = {
  form: 'receipt',
  number: '15/BPTNTKQ',
  dossierCode: '000.00.18.H24-261123-0015',
  issuedAt: '2026-11-23T02:05:00Z',
  holder: 'N.T.L.',
  dueAt: '2026-11-30T10:00:00Z',
  amount: null,
  agency: 'Phường Lạch Tray',
  signedBy: 'Trần Thu Hà',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  digest: '9f86d081884c7d659a2feaa0c55ad015',
  changedAt: null,
  newNumber: null
}
const PaperOf = Component(
  'SealedPaper',
  {
    form: OneOf(paperForms, 'Kind of paper'),
    number: Text('Its number', aPaper.number),
    dossierCode: Text('The dossier it belongs to', aPaper.dossierCode),
    issuedAt: Instant('When it was issued'),
    holder: Text('Initials of the holder, nothing more', aPaper.holder),
    dueAt: OrNull(Instant('When the result is due, on a receipt')),
    amount: OrNull(Money('What was paid, on a receipt for money')),
    agency: Text('Who issued it', aPaper.agency),
    signedBy: Text('Who signed it; empty when no person did', aPaper.signedBy),
    sha256: Text('Hash of the bytes that were issued; empty while `not_synced`', aPaper.sha256),
    digest: Text('Hash of its key facts as the seal has it; of a result: the first half of `sha256`', aPaper.digest),
    changedAt: OrNull(Instant('When it was replaced or revoked')),
    newNumber: OrNull(Text('The paper that took its place', '16/BPTNTKQ'))
  },
  { description: 'A paper as the register has it: nothing that does not stand on the paper itself', examples: [aPaper] }
)
const aCheck = { verdict: 'genuine', state: 'valid', paper: aPaper }
const CheckOf = Component(
  'PaperCheck',
  {
    verdict: OneOf(
      ['genuine', ...denials] as const,
      '`forged`: the seal does not fit; `not_registered`: it fits and nobody issued such a paper, treat it as forged; `not_found`: no file with this hash was issued'
    ),
    state: OrNull(
      OneOf(
        paperStates,
        '`over`: its dossier was withdrawn or refused; `not_synced`: a desk printed it without a network, and it is not in the register yet'
      )
    ),
    paper: OrNull(Ref(PaperOf))
  },
  { description: 'What the register says of a paper', examples: [aCheck] }
)

const instantOf = (seconds: number): string => Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString()

function checkOf(checked: Checked): Static<typeof CheckOf> {
  if (checked.verdict !== 'genuine') return { verdict: checked.verdict, state: null, paper: null }
  const { facts, state, agencyName, signedBy, sha256, changedAt, newNumber } = checked
  const { form, number, code, holder, issuedAt, dueAt, amount, digest } = facts
  return {
    verdict: 'genuine',
    state,
    paper: {
      form,
      number,
      dossierCode: code,
      issuedAt: instantOf(issuedAt),
      holder,
      dueAt: dueAt === undefined ? null : instantOf(dueAt),
      amount: amount ?? null,
      agency: agencyName,
      signedBy,
      sha256,
      digest: toHex(digest),
      changedAt: changedAt?.toString() ?? null,
      newNumber: newNumber ?? null
    }
  }
}

const Asked = Type.Object({
  token: Type.Optional(Text('The sealed text of the code, or the whole address it opens', 'ASH-Md8BAQEC…', { maxLength: 2000 })),
  sha256: Type.Optional(Text('Or the SHA-256 of a file, in hex', aPaper.sha256, { pattern: '^[0-9a-fA-F]{64}$' }))
})

export const verificationApiRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'anybody')
  const { context } = app
  for (const schema of [KeyOf, KeyPage, PaperOf, CheckOf]) app.addSchema(schema)
  const tags = ['verification']

  app.get(
    '/verification-keys',
    {
      schema: {
        operationId: 'listVerificationKeys',
        summary: 'List the keys papers are sealed with',
        description:
          'The one in use first, older ones for the papers of their time; on one page. Keep them to check papers without a network.',
        tags,
        response: { 200: Answer(Ref(KeyPage), 'The keys'), ...problems() }
      }
    },
    async () => {
      const items = (await publishedKeys(context.db)).map(async ({ id, publicKey, validFrom, validTo }) => ({
        id,
        algorithm: 'Ed25519' as const,
        publicKey: toBase64Url(publicKey),
        fingerprint: await fingerprintOf(publicKey),
        validFrom: instantOf(validFrom),
        validTo: validTo === null ? null : instantOf(validTo)
      }))
      return { items: await Promise.all(items), next: null }
    }
  )

  app.get(
    '/verify',
    {
      schema: {
        operationId: 'checkPaper',
        summary: 'Check a paper',
        description:
          'Whether the city issued it and whether it still holds. Asked with what only the holder of the paper or the file can have; of the two, `token` counts.',
        tags,
        querystring: Asked,
        response: { 200: Answer(Ref(CheckOf), 'What the register says'), ...problems() }
      }
    },
    async (request) => {
      const { token, sha256 } = request.query
      if (token) return checkOf(await checkToken(context, token))
      return checkOf(sha256 ? await checkHash(context, sha256.toLowerCase()) : { verdict: 'unreadable' })
    }
  )
}
