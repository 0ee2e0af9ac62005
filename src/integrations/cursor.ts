// Where a page ended, as something nobody is tempted to read: base64url of what the next page needs to know.
import { Refusal } from '../kernel/refusal.ts'

export const toCursor = (last: string | null | undefined): string | null =>
  last ? Buffer.from(JSON.stringify([last])).toString('base64url') : null

/** @throws Refusal REQUEST_MALFORMED when it is none of ours */
export function fromCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined
  try {
    const [last] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (typeof last === 'string') return last
  } catch {
    // Not ours; said below.
  }
  throw new Refusal('REQUEST_MALFORMED', { detail: 'cursor' })
}

/** The page after the item called `after` of a list that is whole in memory. */
export function pageOf<Item>(
  all: readonly Item[],
  { limit, after, name }: { limit: number; after: string | undefined; name: (item: Item) => string }
) {
  const from = after === undefined ? 0 : all.findIndex((item) => name(item) === after) + 1
  const items = after !== undefined && from === 0 ? [] : all.slice(from, from + limit)
  return { items, next: from + items.length < all.length && items.length > 0 ? toCursor(name(items.at(-1)!)) : null }
}
