// "Something changed" from any process to every process: a word sent with the commit, heard by whoever asked for it. Nothing may
// depend on hearing it (a word can be lost while a connection is away): who listens also looks again from time to time.
import { sql } from 'drizzle-orm'
import type { Sql, Tx } from './client.ts'

const channel = 'mot_cua_live'

/** Says that `topic` changed; heard when the transaction commits and not when it does not. Twice in one commit is once. */
export async function announce(tx: Tx, topic: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${channel}, ${topic})`)
}

export type Live = {
  /** @returns the way to stop hearing */
  subscribe(topic: string, hear: () => void): () => void
}

/** One listening connection for the process, opened when somebody first asks; it belongs to `listening` and closes with it. */
export function openLive(listening: Sql): Live {
  const hearers = new Map<string, Set<() => void>>()
  let isListening = false

  function tell(topic: string) {
    for (const hear of hearers.get(topic) ?? []) hear()
  }

  function listen() {
    if (isListening) return
    isListening = true
    // After a connection was lost nobody knows what was said meanwhile: everybody looks again.
    const lookAgain = () => {
      for (const topic of hearers.keys()) tell(topic)
    }
    listening.listen(channel, tell, lookAgain).catch(() => {
      isListening = false
    })
  }

  return {
    subscribe(topic, hear) {
      listen()
      const set = hearers.get(topic) ?? new Set()
      hearers.set(topic, set.add(hear))
      return () => {
        set.delete(hear)
        if (set.size === 0 && hearers.get(topic) === set) hearers.delete(topic)
      }
    }
  }
}
