// Files sent piece by piece: only by who is signed in, only their own, looked at like any other file once they are whole.
import { readdir } from 'node:fs/promises'
import t, { type Test } from 'tap'
import { clamav } from '../../services/scanner/clamav.ts'
import { passTheRest } from '../../src/dossiers/actions/check-paper.ts'
import { requestSupplement } from '../../src/dossiers/actions/request-supplement.ts'
import { papersOf } from '../../src/dossiers/queries.ts'
import { keepFile } from '../../src/files/actions/keep-file.ts'
import { maxUnfinished } from '../../src/files/rules.ts'
import { aScanner } from '../helpers/clamd.ts'
import { smallPdf, staffOf } from '../helpers/dossiers.ts'
import { announce, offsetOf, resultAt, type Sender, sendRest } from '../helpers/tus.ts'
import type { Visitor } from '../helpers/visitor.ts'
import { fillBirth, openScene, type Scene, signIn, startBirth } from './citizen-scene.ts'

const senderOf = ({ address }: Scene, { cookie }: Visitor): Sender => ({ address, cookie })
const sentenceOf = ({ body }: { body: string }) => (JSON.parse(body) as { sentence: string }).sentence

/** Everything in one piece. @returns where it was sent, and the answer to it */
async function sendWhole(sender: Sender, { name, bytes }: { name: string; bytes: Uint8Array }) {
  const path = (await announce(sender, { size: bytes.length, name })).headers.location!
  return { path, answer: await sendRest(sender, { path, bytes, offset: 0 }) }
}

const partsOf = async ({ shop }: Scene) =>
  (await readdir(shop.context.files.parts, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())

async function scannedScene(t: Test) {
  const scene = await openScene(t)
  const { url } = await aScanner(t, (content) => (content.includes('EICAR') ? 'stream: Eicar-Signature FOUND' : 'stream: OK'))
  scene.shop.context.scanner = clamav({ url })
  return scene
}

t.test('a file sent in two pieces is kept, hashed, given to the draft by its number, and no part of it is left', async (t) => {
  const scene = await openScene(t)
  const lan = await signIn(scene)
  const draft = await startBirth(lan)
  const sender = senderOf(scene, lan)
  const path = (await announce(sender, { size: smallPdf.length, name: 'giấy chứng sinh.pdf' })).headers.location!

  const begun = await sendRest(sender, { path, bytes: smallPdf.subarray(0, 40), offset: 0 })
  t.equal(begun.status, 204)
  t.equal(await offsetOf(sender, path), 40)
  t.equal((await resultAt(sender, path)).status, 404, 'there is no result before it is whole')
  await sendRest(sender, { path, bytes: smallPdf, offset: 40 })

  const { body } = await resultAt(sender, path)
  t.match(body, { name: 'giấy chứng sinh.pdf', size: smallPdf.length, mediaType: 'application/pdf' })
  t.same(await partsOf(scene), [])
  await lan.get(`${draft}/nop/giay-to`)
  await lan.submit(/giay-to$/, { after: 'later', 'kept.2': body.id })
  await lan.get(`${draft}/nop/giay-to`)
  await lan.submit(/giay-to$/, { after: 'later', 'kept.2': body.id })
  const papers = await papersOf(scene.shop.context.db, draft.split('/')[2]!)
  t.equal(papers.filter(({ fileId }) => fileId === body.id).length, 1, 'sent twice, it is there once')
})

t.test('nobody unknown uploads, and another person’s upload is not there', async (t) => {
  const scene = await openScene(t)
  const lan = await signIn(scene)
  const mai = await signIn(scene, '0936111222')
  const path = (await announce(senderOf(scene, lan), { size: 10, name: 'a.pdf' })).headers.location!

  t.equal((await announce({ address: scene.address, cookie: '' }, { size: 10, name: 'a.pdf' })).status, 401)
  t.equal(await offsetOf(senderOf(scene, mai), path), undefined)
  t.equal((await sendRest(senderOf(scene, mai), { path, bytes: Buffer.alloc(10), offset: 0 })).status, 404)
  t.equal((await resultAt(senderOf(scene, mai), path)).status, 404)
  t.equal(await offsetOf(senderOf(scene, lan), path), 0, 'and nothing was written into it')
})

t.test('a page of another site cannot upload with our cookie', async (t) => {
  const scene = await openScene(t)
  const sender = senderOf(scene, await signIn(scene))
  const from = (headers: Record<string, string>) => announce(sender, { size: 10, name: 'a.pdf', headers }).then(({ status }) => status)

  t.equal(await from({ origin: 'https://elsewhere.example' }), 403)
  t.equal(await from({ origin: 'null' }), 403)
  t.equal(await from({ 'sec-fetch-site': 'cross-site' }), 403)
  t.equal(await from({ origin: scene.address, 'sec-fetch-site': 'same-origin' }), 201)
  const { headers } = await announce(sender, { size: 10, name: 'a.pdf' })
  t.equal(headers['access-control-allow-origin'], undefined, 'nor read what we answer')
})

t.test('too big is said before a byte is sent; a wrong type, an empty file and a locked one when they are whole', async (t) => {
  const scene = await openScene(t)
  const sender = senderOf(scene, await signIn(scene))

  const big = await announce(sender, { size: 26 * 1024 * 1024, name: 'to.pdf' })
  t.equal(big.status, 413)
  t.match(sentenceOf(big), 'lớn hơn 25 MB')
  const wrong = (await sendWhole(sender, { name: 'thư.txt', bytes: Buffer.from('xin chào') })).answer
  t.equal(wrong.status, 415)
  t.match(sentenceOf(wrong), 'Tệp “thư.txt” không phải PDF')
  const locked = Buffer.from('%PDF-1.4\ntrailer<</Encrypt 5 0 R>>\n%%EOF\n')
  t.match(sentenceOf((await sendWhole(sender, { name: 'khoa.pdf', bytes: locked })).answer), 'có mật khẩu')
  const empty = await announce(sender, { size: 0, name: 'rong.pdf' })
  t.match(sentenceOf(empty), 'không có nội dung')
  t.same(await partsOf(scene), [], 'nothing that was refused stays on the disk')
})

t.test('nobody fills the disk with files they never finish', async (t) => {
  const scene = await openScene(t)
  const sender = senderOf(scene, await signIn(scene))
  for (let i = 0; i < maxUnfinished; i++) await announce(sender, { size: 10, name: 'a.pdf' })

  const more = await announce(sender, { size: 10, name: 'a.pdf' })

  t.equal(more.status, 422)
  t.match(sentenceOf(more), `Nhiều nhất ${maxUnfinished} tệp`)
})

t.test('a server that was stopped after the last byte finishes the file when it is asked for it', async (t) => {
  const scene = await openScene(t)
  const { context } = scene.shop
  const sender = senderOf(scene, await signIn(scene))
  const take = context.files.take
  context.files.take = () => Promise.reject(new Error('the power went'))
  const { path, answer } = await sendWhole(sender, { name: 'a.pdf', bytes: smallPdf })
  t.equal(answer.status, 503)
  t.match(sentenceOf(answer), 'Xin thử lại')

  context.files.take = take
  t.equal(await offsetOf(sender, path), smallPdf.length, 'all of it is still there')
  t.match((await resultAt(sender, path)).body, { name: 'a.pdf', size: smallPdf.length })
})

t.test('a file with a virus is refused by name and not kept, on both ways in; a clean one is marked as scanned', async (t) => {
  const scene = await scannedScene(t)
  const { context, sql } = scene.shop
  const lan = await signIn(scene)
  const ownerId = '0198c0de-0000-7000-8000-000000000001'
  const ill = Buffer.concat([smallPdf, Buffer.from('EICAR')])

  const { answer } = await sendWhole(senderOf(scene, lan), { name: 'la.pdf', bytes: ill })
  t.equal(answer.status, 422)
  t.match(sentenceOf(answer), 'Tệp “la.pdf” có vi-rút')
  await t.rejects(keepFile(context, { name: 'la.pdf', bytes: ill, ownerId }), { code: 'FILE_INFECTED' })
  const [none] = await sql`select count(*)::int from files`
  t.equal(none!['count'], 0)
  t.equal((await keepFile(context, { name: 'tot.pdf', bytes: smallPdf, ownerId })).scan, 'clean')
})

t.test('a file of somebody else is not taken into a draft', async (t) => {
  const scene = await openScene(t)
  const lan = await signIn(scene)
  const draft = await startBirth(lan)
  const theirs = await keepFile(scene.shop.context, { name: 'a.pdf', bytes: smallPdf, ownerId: '0198c0de-0000-7000-8000-000000000001' })
  await lan.get(`${draft}/nop/giay-to`)

  await lan.submit(/giay-to$/, { after: 'later', 'kept.2': theirs.id })

  t.equal(lan.status, 404)
  t.same(await papersOf(scene.shop.context.db, draft.split('/')[2]!), [])
})

t.test('a supplement takes a file that was sent piece by piece before it', async (t) => {
  const scene = await openScene(t)
  const { context } = scene.shop
  const lan = await signIn(scene)
  const path = await fillBirth(lan)
  const dossierId = path.split('/')[2]!
  await lan.submit(/xem-lai$/, { declaration: 'yes' })
  const by = await staffOf(context, '11302', 'clerk')
  await passTheRest(context, { dossierId, by })
  await requestSupplement(context, { dossierId, by, reasons: [{ paper: 'Giấy chứng sinh', paperNumber: 2, reason: 'Ảnh mờ' }] })
  const sent = await sendWhole(senderOf(scene, lan), { name: 'ro.pdf', bytes: smallPdf })
  const { id } = (await resultAt(senderOf(scene, lan), sent.path)).body
  await lan.get(path)
  t.match(lan.page, 'data-kept="kept" data-kept-prefix="0:"')

  await lan.submit(/bo-sung$/, { kept: `0:${id}` })

  t.match(lan.text, 'Đã gửi bổ sung')
  t.ok((await papersOf(context.db, dossierId)).some(({ fileId }) => fileId === id))
})
