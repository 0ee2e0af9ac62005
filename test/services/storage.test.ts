// A big file is kept as it lies on the disk: the same address as if it had been handed over, nothing copied, nothing lost on the way.
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { diskStore } from '../../services/storage/disk.ts'

t.test('a file taken from the disk has the address of its bytes, and the part is still there until its owner removes it', async (t) => {
  const folder = t.testdir()
  const files = diskStore(join(folder, 'files'))
  const bytes = randomBytes(3_000_000)
  const part = join(folder, 'part')
  await writeFile(part, bytes)

  const kept = await files.take(part)

  t.same(kept, { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length })
  t.ok(bytes.equals(await files.get(kept.sha256)))
  t.equal((await stat(part)).nlink, 2, 'one set of bytes under two names')
  t.same(await files.take(part), kept, 'and taking it again changes nothing')
  t.same(await files.put(bytes), kept, 'nor does handing it over')
})

t.test('what nobody has touched for a day is thrown away, what grows is not', async (t) => {
  const folder = t.testdir()
  const files = diskStore(join(folder, 'files'))
  await mkdir(join(files.parts, 'lan'), { recursive: true })
  const old = join(files.parts, 'lan', 'old')
  await writeFile(old, 'x')
  await utimes(old, new Date('2026-03-01T08:00:00Z'), new Date('2026-03-01T08:00:00Z'))
  await writeFile(join(files.parts, 'lan', 'new'), 'y')
  await utimes(join(files.parts, 'lan', 'new'), new Date('2026-03-02T08:00:00Z'), new Date('2026-03-02T08:00:00Z'))

  t.equal(await files.dropParts(Temporal.Instant.from('2026-03-02T00:00Z')), 1)

  t.same(await readdir(join(files.parts, 'lan')), ['new'])
  t.equal((await readFile(join(files.parts, 'lan', 'new'))).toString(), 'y')
})

t.test('where nothing was ever uploaded there is nothing to throw away', async (t) => {
  t.equal(await diskStore(t.testdir()).dropParts(Temporal.Instant.from('2026-03-02T00:00Z')), 0)
})
