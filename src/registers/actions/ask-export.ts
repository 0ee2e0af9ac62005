// Somebody wants the book, or part of it, as a file: counted now, made by the worker, looked at when it is there.
import { type Actor, actsAs } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { countLines, findBookById } from '../queries.ts'
import type { ExportFormat, RegisterFilter } from '../rules.ts'
import { forgetExports, insertExport } from '../store.ts'

type Asked = { id: string; bookId: string; format: ExportFormat; filter: RegisterFilter; by: Actor }

/** `id` is the form's: pressing twice makes one file. Files of last week are forgotten on the way. */
export async function askExport(context: Context, { id, bookId, format, filter, by }: Asked): Promise<void> {
  const book = await findBookById(context.db, bookId)
  if (!book || book.agencyId !== by.agencyId) throw new Refusal('REGISTER_NOT_FOUND', { id: bookId })
  if (!actsAs(by.role, 'clerk', 'signer')) throw new Refusal('NOT_YOURS_TO_DO')
  const total = await countLines(context.db, { ...filter, bookId, duties: by.duties })
  const askedAt = context.now()
  await context.db.transaction(async (tx) => {
    await forgetExports(tx, bookId, askedAt.subtract({ hours: 7 * 24 }))
    const askedBy = { id: by.id, name: by.name, duties: by.duties }
    if (!(await insertExport(tx, { id, bookId, format, filter, askedBy, askedAt, total }))) return
    await enqueue(tx, [{ name: 'register.export', payload: { exportId: id }, key: `register.export:${id}` }], askedAt)
  })
}
