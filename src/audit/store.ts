// Appends to the chains. The caller holds the lock of the chain's owner, so two entries can't take one place.
import { type Actor, signatureOf } from '../accounts/roles.ts'
import type { Tx } from '../database/client.ts'
import { type AuditFacts, type ChainHead, hashOf } from './chain.ts'
import { auditEntries } from './table.ts'

type NewEntry = { by: Actor; at: Temporal.Instant; action: string; facts: AuditFacts }

/** Adds entries to the end of `chain` and returns the new head, which the caller stores with its own row. */
export async function appendAudit(tx: Tx, { chain, head, entries }: { chain: string; head: ChainHead; entries: readonly NewEntry[] }) {
  let { count, hash: previousHash } = head
  const rows = entries.map(({ by, at, action, facts: said }) => {
    const facts = by.onBehalfOf ? { ...said, consentId: by.onBehalfOf.consentId, onBehalfOf: by.onBehalfOf.personId } : said
    const entry = { chain, seq: ++count, at, actorId: by.id, actorName: signatureOf(by), actorRole: by.role, action, facts, previousHash }
    previousHash = hashOf(entry)
    return { ...entry, hash: previousHash }
  })
  await tx.insert(auditEntries).values(rows)
  return { count, hash: previousHash }
}
