// The chain that makes a changed or removed entry visible: each hash covers the entry and the hash before it.
import { createHash } from 'node:crypto'

export type AuditFacts = Record<string, unknown>
export type ChainHead = { count: number; hash: string }
export type ChainedEntry = {
  chain: string
  seq: number
  at: Temporal.Instant
  actorId: string
  actorName: string
  actorRole: string
  action: string
  facts: AuditFacts
  previousHash: string
}

/** JSON with sorted keys: PostgreSQL's jsonb does not keep their order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const pairs = Object.entries(value).filter(([, item]) => item !== undefined)
    return `{${pairs
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
      .join(',')}}`
  }
  return JSON.stringify(value)
}

/** SHA-256 over every field; the instant to the microsecond, as the database keeps it. */
export function hashOf(entry: ChainedEntry): string {
  const at = entry.at.toString({ smallestUnit: 'microsecond', roundingMode: 'trunc' })
  return createHash('sha256')
    .update(canonical({ ...entry, at }))
    .digest('hex')
}

/** The first entry whose hash, order or link is wrong; `undefined` when the chain is whole up to `head`. */
export function findBreak(entries: readonly (ChainedEntry & { hash: string })[], head: ChainHead): string | undefined {
  let previous = ''
  for (const [i, { hash, ...entry }] of entries.entries()) {
    if (entry.seq !== i + 1) return `entry ${i + 1} is missing`
    if (entry.previousHash !== previous) return `entry ${entry.seq} does not follow the one before`
    if (hashOf(entry) !== hash) return `entry ${entry.seq} was changed`
    previous = hash
  }
  if (entries.length !== head.count || previous !== head.hash) return 'the end of the chain is missing'
  return undefined
}
