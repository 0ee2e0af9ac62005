// A head signs fifty results with one act: each is a valid signature, each has its number, and one that fails stops no other.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { ServiceError } from '../../services/service-error.ts'
import { withdrawDossier } from '../../src/dossiers/actions/withdraw-dossier.ts'
import { getDossier, resultOf } from '../../src/dossiers/queries.ts'
import { findFile } from '../../src/files/queries.ts'
import { callOffSigning, orderSigning } from '../../src/results/actions/order-signing.ts'
import { signBatch } from '../../src/results/actions/sign-batch.ts'
import { draftOf, itemsOfBatch, registerAt } from '../../src/results/queries.ts'
import { readPdf, squeeze } from '../documents/read-pdf.ts'
import { openTestContext, type TestShop } from '../helpers/context.ts'
import { checkSignature, isValid } from '../helpers/pdf-signature.ts'
import { aResultDraft, signerOf } from '../helpers/results.ts'

const pdfsig = ['/usr/bin/pdfsig', '/usr/local/bin/pdfsig'].find((path) => existsSync(path))
async function many(shop: TestShop, count: number) {
  const drafts = []
  for (let i = 0; i < count; i++) drafts.push(await aResultDraft(shop.context))
  return drafts
}

/** The signed bytes of a dossier's result. */
async function signedPdf({ context }: TestShop, dossierId: string): Promise<Uint8Array> {
  const result = await resultOf(context.db, dossierId)
  const file = await findFile(context.db, result!.fileId)
  return context.files.get(file!.sha256)
}

const ownerOf = (line: { draft: { dossierId: string } }) => line.draft.dossierId

t.test('fifty results are signed by one order: each valid, numbered 1 to 50 without a gap, and one changed byte is seen', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const drafts = await many(shop, 50)
  const signer = await signerOf(context)
  const batchId = context.newId()

  const order = await orderSigning(context, { batchId, draftIds: drafts.map(({ draft }) => draft.id), by: signer, title: 'Phó Giám đốc' })
  await signBatch(context, shop.outside, { batchId })

  t.same([order.ordered, order.left], [50, []])
  const lines = await itemsOfBatch(context.db, batchId)
  t.same([...new Set(lines.map(({ item }) => item.state))], ['signed'])
  t.same(
    lines.map(({ result }) => result!.sequence).sort((a, b) => a! - b!),
    Array.from({ length: 50 }, (_, i) => i + 1)
  )
  t.equal(lines[0]!.result!.number, '01/GP-STTTT')
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-signed-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  for (const line of lines) {
    const pdf = await signedPdf(shop, ownerOf(line))
    const checked = checkSignature(pdf)
    t.ok(isValid(checked), `${line.result!.number}: ${JSON.stringify(checked)}`)
    if (pdfsig) {
      const file = join(folder, `${line.result!.sequence}.pdf`)
      writeFileSync(file, pdf)
      t.match(execFileSync(pdfsig, [file], { encoding: 'utf8' }), /Signature is Valid\./, line.result!.number)
    }
    t.equal((await getDossier(context.db, ownerOf(line))).state, 'result_ready')
  }
  const whole = checkSignature(await signedPdf(shop, ownerOf(lines[7]!)))
  t.match(whole, { subFilter: 'ETSI.CAdES.detached', signer: /Sở Thông tin và Truyền thông \(thử nghiệm\)/, authority: /thử nghiệm/ })

  const changed = Buffer.from(await signedPdf(shop, ownerOf(lines[7]!)))
  changed[2000] = changed[2000]! ^ 1
  t.match(checkSignature(changed), { digestFits: false, signatureFits: true })
  if (pdfsig) {
    writeFileSync(join(folder, 'changed.pdf'), changed)
    t.match(execFileSync(pdfsig, [join(folder, 'changed.pdf')], { encoding: 'utf8' }), /Digest Mismatch\./)
  }
})

t.test('pressed twice and run twice at once: every result is signed once, and the numbers have no gap', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const drafts = await many(shop, 6)
  const draftIds = drafts.map(({ draft }) => draft.id)
  const [one, other] = [await signerOf(context), await signerOf(context, 'STTTT', 'Phạm Văn Cường')]
  const [batchId, second] = [context.newId(), context.newId()]
  const order = { draftIds, title: 'Giám đốc' }

  const orders = await Promise.all([
    orderSigning(context, { ...order, batchId, by: one }),
    orderSigning(context, { ...order, batchId, by: one }),
    orderSigning(context, { ...order, batchId: second, by: other })
  ])
  await Promise.all([
    signBatch(context, shop.outside, { batchId }),
    signBatch(context, shop.outside, { batchId }),
    signBatch(context, shop.outside, { batchId: second })
  ])

  t.equal(
    orders.reduce((sum, { ordered }) => sum + ordered, 0),
    6,
    'each is ordered once'
  )
  const { items } = await registerAt(context.db, one, {})
  t.same(items.map(({ sequence }) => sequence).sort(), [1, 2, 3, 4, 5, 6])
  await shop.runJobs()
  t.equal((await registerAt(context.db, one, {})).items.length, 6, 'and the job for scanned results adds none')
})

t.test('two heads sign different papers of one book at the same moment: neither number is given twice, none is lost', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const drafts = await many(shop, 8)
  const batches = []
  for (const half of [drafts.slice(0, 4), drafts.slice(4)]) {
    const batchId = context.newId()
    await orderSigning(context, { batchId, draftIds: half.map(({ draft }) => draft.id), by: await signerOf(context), title: 'Giám đốc' })
    batches.push(batchId)
  }

  await Promise.all(batches.map((batchId) => signBatch(context, shop.outside, { batchId })))

  const { items } = await registerAt(context.db, drafts[0]!.officer, {})
  t.same(items.map(({ sequence }) => sequence).sort(), [1, 2, 3, 4, 5, 6, 7, 8])
  for (const { dossierId, number } of items) {
    const { text } = await readPdf(new Uint8Array(await signedPdf(shop, dossierId)))
    t.ok(squeeze(text).includes(`Số: ${number}`), `${number} stands on the paper that was signed`)
  }
})

t.test('one that fails stops no other: it keeps no number, says why, and can be signed again', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const drafts = await many(shop, 3)
  const signer = await signerOf(context)
  const batchId = context.newId()
  await orderSigning(context, { batchId, draftIds: drafts.map(({ draft }) => draft.id), by: signer, title: 'Giám đốc' })
  await withdrawDossier(context, { dossierId: drafts[1]!.id, by: drafts[1]!.citizen, reason: 'Không cần nữa' })

  await signBatch(context, shop.outside, { batchId })

  const lines = await itemsOfBatch(context.db, batchId)
  t.same(
    lines.map(({ item }) => item.state),
    ['signed', 'failed', 'signed']
  )
  t.same(
    lines.map(({ result }) => result?.sequence),
    [1, undefined, 2]
  )
  t.equal(lines[1]!.item.problem!.code, 'MOVE_NOT_ALLOWED')
  t.equal((await draftOf(context.db, drafts[1]!.id))!.state, 'to_sign')
})

t.test('the key is unplugged: everything keeps its place, and the same order is finished when it is back', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const drafts = await many(shop, 4)
  const batchId = context.newId()
  await orderSigning(context, { batchId, draftIds: drafts.map(({ draft }) => draft.id), by: await signerOf(context), title: 'Giám đốc' })
  let signs = 0
  const unplugged = {
    signing: {
      sign: async (...given: Parameters<typeof shop.outside.signing.sign>) => {
        if (signs >= 1) throw new ServiceError('signing', 'no token', { retry: true })
        signs++
        return shop.outside.signing.sign(...given)
      }
    }
  }

  await t.rejects(signBatch(context, unplugged, { batchId }), { message: 'signing: no token' })
  t.same(
    (await itemsOfBatch(context.db, batchId)).map(({ item }) => item.state),
    ['signed', 'waiting', 'waiting', 'waiting']
  )
  await signBatch(context, shop.outside, { batchId })

  const lines = await itemsOfBatch(context.db, batchId)
  t.same(
    lines.map(({ item, result }) => [item.state, result?.sequence]),
    [
      ['signed', 1],
      ['signed', 2],
      ['signed', 3],
      ['signed', 4]
    ]
  )
})

t.test('an order is stopped while it waits: what was not signed goes back to the list', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const drafts = await many(shop, 2)
  const signer = await signerOf(context)
  const batchId = context.newId()
  await orderSigning(context, { batchId, draftIds: drafts.map(({ draft }) => draft.id), by: signer, title: 'Giám đốc' })

  t.equal(await callOffSigning(context, { batchId, by: signer }), 2)
  await signBatch(context, shop.outside, { batchId })

  t.same(
    (await itemsOfBatch(context.db, batchId)).map(({ item }) => item.state),
    ['failed', 'failed']
  )
  t.equal((await draftOf(context.db, drafts[0]!.id))!.state, 'to_sign')
  const again = await orderSigning(context, { batchId: context.newId(), draftIds: [drafts[0]!.draft.id], by: signer, title: 'Giám đốc' })
  t.equal(again.ordered, 1)
})

t.test('an order is stopped while the key signs: nothing is decided, and the number is nobody’s', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const [made] = await many(shop, 1)
  const signer = await signerOf(context)
  const batchId = context.newId()
  await orderSigning(context, { batchId, draftIds: [made!.draft.id], by: signer, title: 'Giám đốc' })
  const meanwhile = {
    signing: {
      sign: async (...given: Parameters<typeof shop.outside.signing.sign>) => {
        await callOffSigning(context, { batchId, by: signer })
        return shop.outside.signing.sign(...given)
      }
    }
  }

  await signBatch(context, meanwhile, { batchId })

  t.equal((await getDossier(context.db, made!.id)).state, 'in_progress')
  t.same((await registerAt(context.db, signer, {})).items, [])
  t.equal((await draftOf(context.db, made!.id))!.state, 'to_sign')
})

t.test('who drafted it does not sign it, also as head', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const { draft, officer } = await aResultDraft(context)
  const head = { ...officer, role: 'signer' as const }

  const { ordered, left } = await orderSigning(context, { batchId: context.newId(), draftIds: [draft.id], by: head, title: 'Giám đốc' })

  t.equal(ordered, 0)
  t.same(
    left.map(({ refusal }) => refusal.code),
    ['NEEDS_OTHER_EYES']
  )
  await t.rejects(orderSigning(context, { batchId: context.newId(), draftIds: [draft.id], by: officer, title: '' }), {
    code: 'NOT_YOURS_TO_DO'
  })
})
