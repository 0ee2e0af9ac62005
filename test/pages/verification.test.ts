// Checking a paper as anybody would: the code on the receipt, the file of a result, papers that are old, false or unknown.
import { createHash } from 'node:crypto'
import t, { type Test } from 'tap'
import type { Actor } from '../../src/accounts/roles.ts'
import { readConfig } from '../../src/config.ts'
import { publishKey } from '../../src/documents/actions/publish-key.ts'
import { revokePaper } from '../../src/documents/actions/revoke-paper.ts'
import { publishedKeys, sealedOf } from '../../src/documents/queries.ts'
import { fromBase64Url, openSeal, sealPaper, toBase64Url } from '../../src/documents/verification.ts'
import { giveSupplement } from '../../src/dossiers/actions/give-supplement.ts'
import { requestSupplement } from '../../src/dossiers/actions/request-supplement.ts'
import { withdrawDossier } from '../../src/dossiers/actions/withdraw-dossier.ts'
import { resultOf } from '../../src/dossiers/queries.ts'
import { findFile } from '../../src/files/queries.ts'
import { openOutside } from '../../src/wire.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier } from '../helpers/dossiers.ts'
import { handOverAtDesk } from '../helpers/hand-over.ts'
import { revokeResult } from '../helpers/results.ts'
import { openVisitor } from '../helpers/visitor.ts'

async function aShop(t: Test, state: 'accepted' | 'in_progress' | 'result_ready' = 'accepted') {
  const shop = await openTestContext(t)
  const filed = await aDossier(shop.context, { state, procedure: '2.001737' })
  await shop.runJobs()
  const app = await shop.app()
  const anybody = openVisitor(await app.listen({ port: 0, host: '127.0.0.1' }))
  const papers = () => sealedOf(shop.context.db, filed.id)
  const check = async (ma: string) => {
    await anybody.get('/kiem-tra')
    await anybody.submit('/kiem-tra', { ma })
    return anybody.text
  }
  return { shop, ...filed, app, anybody, papers, check }
}

t.test('the code on a receipt: real, with the facts to compare, and nothing the paper does not show', async (t) => {
  const { shop, code, papers, check, anybody } = await aShop(t)
  const receipt = (await papers()).find(({ form }) => form === 'receipt')!

  const text = await check(`${shop.context.baseUrl}/kiem-tra#${receipt.token}`)

  t.match(text, 'Giấy thật')
  for (const fact of [receipt.number, code, 'N.T.L.', 'Hẹn trả kết quả', 'Sở Thông tin và Truyền thông']) t.match(text, fact)
  t.notMatch(text, /Nguyễn Thị Lan|0912480123|031194006217|Lạch Tray/)
  await anybody.get(`/kiem-tra?ma=${receipt.token}&lang=en`)
  t.match(anybody.text, 'This paper is real')
  t.equal((await anybody.headers('/kiem-tra')).get('referrer-policy'), 'no-referrer', 'no other site learns the code')
  t.equal((await anybody.headers('/kiem-tra')).get('set-cookie'), null, 'and nobody is followed')
})

t.test('one changed letter, another key, a number without its seal: not a paper of the city', async (t) => {
  const { papers, check } = await aShop(t)
  const [paper] = await papers()
  const bytes = fromBase64Url(paper!.token)!
  bytes[20]! ^= 1
  t.match(await check(toBase64Url(bytes)), /Không phải giấy của thành phố.*1022/)

  const stranger = await openSeal(crypto.getRandomValues(new Uint8Array(32)))
  const facts = { form: 'receipt' as const, number: '1', code: 'x', issuedAt: 1, holder: 'X.', digest: new Uint8Array(16) }
  t.match(await check(await sealPaper(stranger, facts)), 'Không phải giấy của thành phố')
  t.match(await check(paper!.number), 'Chưa đọc được mã')
  t.match(await check(''), 'Chưa đọc được mã')
})

t.test('the right seal on a paper nobody issued, as from a stolen key, is told apart', async (t) => {
  const { shop, check } = await aShop(t)
  const at = Math.floor(shop.context.now().epochMilliseconds / 1000)
  const facts = { form: 'receipt' as const, number: '99', code: 'x', issuedAt: at, holder: 'X.', digest: new Uint8Array(16) }
  t.match(await check(await sealPaper(shop.outside.seal, facts)), 'Không phải giấy đã cấp')
})

t.test('after a supplement the first receipt is real but replaced; after a withdrawal it no longer holds', async (t) => {
  const { shop, id, citizen, officer, papers, check } = await aShop(t, 'in_progress')
  const before = (await papers()).filter(({ form }) => form === 'receipt')
  const reasons = [{ paper: 'Đơn', paperNumber: 1, reason: 'Thiếu chữ ký' }]
  await requestSupplement(shop.context, { dossierId: id, by: officer, reasons })
  shop.setNow('2026-03-05T09:00+07:00')
  await giveSupplement(shop.context, { dossierId: id, by: citizen, papers: [], note: 'Đã bổ sung' })
  await shop.runJobs()
  const after = (await papers()).filter(({ form }) => form === 'receipt')

  t.equal(after.length, before.length + 1)
  t.match(await check(before[0]!.token), /thay bằng giấy mới.*09:00 ngày 05\/03\/2026/)
  t.match(await check(after.at(-1)!.token), 'Giấy thật')
  await withdrawDossier(shop.context, { dossierId: id, by: citizen, reason: '' })
  t.match(await check(after.at(-1)!.token), 'không còn giá trị')
})

t.test('the file of a result is known by its bytes, and a revoked one says so', async (t) => {
  const { shop, id, clerk, officer, papers, anybody } = await aShop(t, 'result_ready')
  await handOverAtDesk(shop.context, {
    dossierId: id,
    by: clerk,
    check: { paper: 'Căn cước', last4: '6217', receiver: 'Nguyễn Thị Lan', relation: '' }
  })
  const result = (await papers()).find(({ form }) => form === 'result')!
  const file = await findFile(shop.context.db, (await resultOf(shop.context.db, id))!.fileId)
  const bytes = await shop.context.files.get(file!.sha256)
  const drop = async (content: Uint8Array) => {
    await anybody.get('/kiem-tra')
    await anybody.submit('/kiem-tra/tep', {}, [{ field: 'tep', name: 'ket-qua.pdf', bytes: content }])
    return anybody.text
  }

  t.match(await drop(bytes), /Giấy thật.*Đúng từng byte.*Trần Minh Đức/)
  t.match(await drop(Buffer.concat([bytes, Buffer.from('\n')])), 'Thành phố không cấp tệp này')
  t.match(await drop(new Uint8Array()), 'Xin chọn một tệp')
  const revoke = (by: Actor, reason: string) => revokePaper(shop.context, { paperId: result.id, by, reason })
  await t.rejects(revoke(officer, ' '), { code: 'FORM_INCOMPLETE' })
  await t.rejects(revoke(clerk, 'Cấp nhầm'), { code: 'NOT_YOURS_TO_DO' })
  await t.rejects(revoke({ ...officer, agencyId: shop.context.newId() }, 'Cấp nhầm'), { code: 'NOT_YOURS_TO_SEE' })
  await t.rejects(revoke(officer, 'Cấp nhầm'), { code: 'RESULT_REVOKED_BY_TWO' })
  const signer = await revokeResult(shop.context, { dossierId: id, by: officer, reason: 'Cấp nhầm' })
  t.match(
    (await papers()).find(({ id: one }) => one === result.id),
    { revokedBy: signer.name, revokedReason: 'Cấp nhầm (Điều 9 Luật Hộ tịch)' }
  )
  const said = await drop(bytes)
  t.match(said, 'Giấy thật, nhưng đã bị thu hồi')
  t.notMatch(said, 'Cấp nhầm', 'why it was revoked concerns its owner only')
})

t.test('a file above 25 MB is not read to its end and not kept', async (t) => {
  const { anybody } = await aShop(t)
  await anybody.get('/kiem-tra')
  await anybody.submit('/kiem-tra/tep', {}, [{ field: 'tep', name: 'to.pdf', bytes: Buffer.alloc(25 * 1024 * 1024 + 1) }])
  t.match(anybody.text, 'lớn quá 25 MB')
})

t.test('other programs: keys, a paper by its code or its hash, and no list of anything', async (t) => {
  const { app, papers, shop } = await aShop(t)
  const ask = async (url: string) => {
    const reply = await app.inject({ url, headers: { accept: 'application/json' } })
    return { status: reply.statusCode, body: reply.json(), headers: reply.headers }
  }
  const [paper] = await papers()
  const kept = await shop.context.files.get(paper!.sha256)

  const jwks = await ask('/.well-known/mot-cua-keys.json')
  t.match(jwks.body.keys, [
    { kty: 'OKP', crv: 'Ed25519', kid: '21fe31df', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo', validTo: null }
  ])
  t.match(jwks.headers, { 'content-type': /^application\/jwk-set\+json/, 'access-control-allow-origin': '*' })
  t.match((await ask('/api/v1/verification-keys')).body.items, [{ id: '21fe31df', algorithm: 'Ed25519' }])
  t.match((await ask(`/api/v1/verify?token=${paper!.token}`)).body, {
    verdict: 'genuine',
    state: 'valid',
    paper: { number: paper!.number }
  })
  const byHash = await ask(`/api/v1/verify?sha256=${createHash('sha256').update(kept).digest('hex')}`)
  t.match(byHash.body, { verdict: 'genuine', paper: { form: paper!.form } })
  t.match((await ask(`/api/v1/verify?sha256=${'0'.repeat(64)}`)).body, { verdict: 'not_found', paper: null })
  t.match((await ask('/api/v1/verify')).body, { verdict: 'unreadable' })
  t.equal((await ask('/api/v1/verify?sha256=1')).status, 400)
})

t.test('whoever asks too often waits', async (t) => {
  const { app } = await aShop(t)
  const statuses = new Set<number>()
  for (let i = 0; i < 61; i++)
    statuses.add(
      (
        await app.inject({
          method: 'POST',
          url: '/kiem-tra',
          payload: 'ma=x',
          headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
        })
      ).statusCode
    )
  t.same([...statuses], [200, 429])
})

t.test('another key at the next start: the old one ends, and what it sealed is still real', async (t) => {
  const { shop, papers, check, anybody } = await aShop(t)
  const [paper] = await papers()
  shop.setNow('2026-03-10T09:00+07:00')
  const seal = await openSeal(crypto.getRandomValues(new Uint8Array(32)))
  await publishKey(shop.context, { seal })

  t.match(await publishedKeys(shop.context.db), [
    { id: seal.keyId, validTo: null },
    { id: shop.outside.seal.keyId, validTo: Date.parse('2026-03-10T09:00+07:00') / 1000 }
  ])
  t.match(await check(paper!.token), 'Giấy thật')
  await anybody.get('/kiem-tra')
  t.match(anybody.text, 'dùng từ 02/03/2026 đến 10/03/2026')
})

t.test('in production the worker does not start without the key', async (t) => {
  const production = { DATABASE_URL: 'postgres://x@127.0.0.1/x', SESSION_SECRET: 'x'.repeat(40), BASE_URL: 'https://motcua.test' }
  const open = (env: Record<string, string>) =>
    openOutside(readConfig({ ...production, ...env }), { postUrl: undefined, now: () => Temporal.Now.instant() })
  await t.rejects(open({}), { message: /VERIFY_KEY/ })
  t.equal((await open({ VERIFY_KEY: 'A'.repeat(43) })).seal.keyId.length, 8)
})
