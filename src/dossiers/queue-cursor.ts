// Pages of a long list without page numbers: where this page begins, and the beginnings of the pages before it. Pure.
import { isUuid } from '../kernel/uuid.ts'
import type { QueueCursor } from './queries.ts'

function isInstant(text: string): boolean {
  try {
    return Temporal.Instant.from(text) !== undefined
  } catch {
    return false
  }
}

const print = ({ dueAt, id }: QueueCursor): string => Buffer.from(`${dueAt ?? ''}|${id}`).toString('base64url')

/** What a person edits in the address is no error: the list starts from its beginning. */
function read(text: string | undefined): QueueCursor | undefined {
  const [dueAt = '', id = ''] = Buffer.from(text ?? '', 'base64url')
    .toString()
    .split('|')
  if (!isUuid(id) || (dueAt !== '' && !isInstant(dueAt))) return undefined
  return { dueAt: dueAt || null, id }
}

/** `sau` is where the page begins, `truoc` the pages before it, oldest first, with dots between. */
export function cursorsOf({ sau, truoc }: { sau?: string; truoc?: string }): { after: QueueCursor | undefined; before: string[] } {
  return { after: read(sau), before: (truoc ?? '').split('.').filter((one) => read(one)) }
}

// Twenty pages back are more than anybody goes; from there it is one step to the first.
const remembered = 20

type Here = { after: string | undefined; before: readonly string[]; next: QueueCursor | undefined }

export function pageLinks(base: string, { after, before, next }: Here): { previous?: string | undefined; next?: string | undefined } {
  const here = read(after) ? [...before, after!] : []
  const link = (begins: string | undefined, earlier: readonly string[]) =>
    begins ? `${base}&sau=${begins}${earlier.length > 0 ? `&truoc=${earlier.slice(-remembered).join('.')}` : ''}` : base
  return {
    previous: here.length > 0 ? link(before.at(-1), before.slice(0, -1)) : undefined,
    next: next && link(print(next), here)
  }
}
