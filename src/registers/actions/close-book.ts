// A year is over: the supervisor proposes to close its book, a head of the agency closes it. From then on no line is added (TT 01/2018 Đ10).
import { createHash } from 'node:crypto'
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { acceptedIn } from '../../dossiers/register-queries.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { instantAt } from '../../kernel/time.ts'
import { linesAfter } from '../queries.ts'
import { isOver, lineText } from '../rules.ts'
import { addLines, enteredAmong, lockBook, updateBook } from '../store.ts'
import type { RegisterBook } from '../table.ts'
import { entryOf } from './enter.ts'

type Closing = { bookId: string; by: Actor }
const batch = 500

async function holdOwn(tx: Tx, { bookId, by }: Closing): Promise<RegisterBook> {
  const book = await lockBook(tx, bookId)
  if (book.agencyId !== by.agencyId) throw new Refusal('REGISTER_NOT_FOUND', { id: bookId })
  if (book.state === 'closed') throw new Refusal('REGISTER_CLOSED', { number: book.number })
  return book
}

/** @throws Refusal REGISTER_YEAR_OPEN before the year is over */
export function proposeClosing(context: Context, closing: Closing): Promise<RegisterBook> {
  return context.db.transaction(async (tx) => {
    const book = await holdOwn(tx, closing)
    const { by } = closing
    if (by.role !== 'supervisor') throw new Refusal('NOT_YOURS_TO_DO')
    if (!isOver(book.year, context.now())) throw new Refusal('REGISTER_YEAR_OPEN', { year: book.year })
    if (book.state === 'proposed') return book
    return updateBook(tx, book.id, { state: 'proposed', proposedAt: context.now(), proposedBy: { id: by.id, name: by.name } })
  })
}

/** Accepted in the year and not yet in the book: a job that waited, a desk that synced late. */
async function enterTheRest(tx: Tx, book: RegisterBook): Promise<RegisterBook> {
  const [from, until] = [book.year, book.year + 1].map((year) => instantAt(Temporal.PlainDate.from({ year, month: 1, day: 1 }), '00:00'))
  let current = book
  let after: { at: Temporal.Instant; id: string } | undefined
  for (;;) {
    const found = await acceptedIn(tx, { agencyId: book.agencyId, from: from!, until: until!, after, limit: batch })
    const there = await enteredAmong(
      tx,
      found.map(({ id }) => id)
    )
    const missing = found.filter(({ id }) => !there.has(id))
    current = { ...current, lastLine: await addLines(tx, current, missing.map(entryOf)) }
    const last = found.at(-1)
    if (found.length < batch || !last) return current
    after = { at: last.acceptedAt!, id: last.id }
  }
}

/** Of every line in its order, read in batches. */
export async function hashOfBook(tx: Tx | Context['db'], bookId: string): Promise<string> {
  const hash = createHash('sha256')
  let after = 0
  for (;;) {
    const lines = await linesAfter(tx, { bookId }, { after, limit: batch })
    for (const line of lines) hash.update(lineText(line))
    if (lines.length < batch) return hash.digest('hex')
    after = lines.at(-1)!.line
  }
}

/** @throws Refusal REGISTER_FOUR_EYES when the same person proposed it, REGISTER_NOT_PROPOSED */
export function closeBook(context: Context, closing: Closing): Promise<RegisterBook> {
  return context.db.transaction(async (tx) => {
    const held = await holdOwn(tx, closing)
    const { by } = closing
    if (held.state !== 'proposed') throw new Refusal('REGISTER_NOT_PROPOSED', { number: held.number })
    if (held.proposedBy!.id === by.id) throw new Refusal('REGISTER_FOUR_EYES')
    if (by.role !== 'signer') throw new Refusal('NOT_YOURS_TO_DO')
    const book = await enterTheRest(tx, held)
    const hash = await hashOfBook(tx, book.id)
    return updateBook(tx, book.id, { state: 'closed', closedAt: context.now(), closedBy: { id: by.id, name: by.name }, hash })
  })
}
