// Files that are small on the way and enormous once unpacked: they cost the sender a refusal, not everybody the shop.
import { crc32, deflateSync } from 'node:zlib'
import t from 'tap'
import { joinPages } from '../../src/files/actions/join-pages.ts'
import { keepFile } from '../../src/files/actions/keep-file.ts'
import { openTestContext } from '../helpers/context.ts'
import { aPng, pdfOf } from '../helpers/pictures.ts'

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  return Buffer.concat([number(data.length), named, number(crc32(named))])
}

const begin = aPng.subarray(0, 8)
const end = chunk('IEND', Buffer.alloc(0))
/** 8 bits of grey. */
const headOf = (width: number, height: number) =>
  chunk('IHDR', Buffer.concat([number(width), number(height), Buffer.from([8, 0, 0, 0, 0])]))
const packed = (bytes: number) => deflateSync(Buffer.alloc(bytes), { level: 9 })

/** A list of objects in a PDF, packed twice: a few KB are 600 MB, and twice that while they grow. */
function packedPdf(): Buffer {
  const list = deflateSync(deflateSync(Buffer.alloc(600_000_000, ' '), { level: 1 }))
  const before = '%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n'
  const dictionary = `4 0 obj\n<</Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]/Length ${list.length}>>\nstream\n`
  const after = '\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\n%%EOF\n'
  return Buffer.concat([Buffer.from(before + dictionary), list, Buffer.from(after)])
}

t.test('a paper that unpacks into all the memory there is is not joined, and others are', async (t) => {
  const { context } = await openTestContext(t)
  const ownerId = context.newId()
  const keep = (name: string, bytes: Buffer) => keepFile(context, { name, bytes, ownerId })
  const good = await keep('trang-1.pdf', await pdfOf(1))
  const join = async (file: Awaited<ReturnType<typeof keep>>) => joinPages(context, { files: [good, file], name: 'Giấy', ownerId })

  await t.rejects(join(await keep('bom.pdf', packedPdf())), { message: /memory/ })
  const longer = Buffer.concat([begin, headOf(10, 10), chunk('IDAT', packed(50_000_000)), end])
  await t.rejects(join(await keep('dai.png', longer)), { code: 'FILE_UNREADABLE' }, 'more points than it says')
  await t.rejects(join(await keep('nhieu-trang.pdf', await pdfOf(201))), { code: 'FILE_UNREADABLE' }, 'too many pages')
  t.match(await join(good), { mediaType: 'application/pdf' }, 'the next person is served')
})

t.test('of a picture that moves, or carries packed notes, only the first picture is taken', async (t) => {
  const { context } = await openTestContext(t)
  const ownerId = context.newId()
  const moving = [0, 1].map((n) => chunk('fcTL', Buffer.concat([number(n), number(4), number(4), Buffer.alloc(14)])))
  const notes = chunk('zTXt', Buffer.concat([Buffer.from('Note\0\0', 'latin1'), packed(50_000_000)]))
  const points = chunk('IDAT', packed(20))
  const count = chunk('acTL', Buffer.concat([number(2), number(0)]))
  const bytes = Buffer.concat([begin, headOf(4, 4), notes, moving[0]!, points, count, moving[1]!, end])
  const file = await keepFile(context, { name: 'dong.png', bytes, ownerId })

  const joined = await joinPages(context, { files: [file, file], name: 'Giấy', ownerId })

  t.ok(joined.size < 20_000)
})
