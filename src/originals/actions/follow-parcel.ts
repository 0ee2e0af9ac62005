// A parcel with originals in it moves: the post's own scan confirms that it has them, its proof that the citizen has, the desk's signature that they are back.
import { systemActor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import type { JobPayloads } from '../../jobs/names.ts'
import { linesOfHeld, listsOfParcel, lockList, lockOriginalsOfParcel, saveAct, updateLine, updateList } from '../store.ts'
import type { Original } from '../table.ts'
import { deskOf } from './register.ts'

type News = JobPayloads['originals.parcel']

/** Job `originals.parcel`. Told twice, it changes nothing the second time: what has left the parcel is not found in it. */
export async function followParcel(context: Context, news: News): Promise<void> {
  const at = Temporal.Instant.from(news.at)
  await context.db.transaction(async (tx) => {
    // Lists before originals, as everywhere: two hands never wait for each other.
    for (const listId of await listsOfParcel(tx, news.parcelId)) await lockList(tx, listId)
    for (const original of await lockOriginalsOfParcel(tx, news.parcelId)) {
      const taken = original.offer?.to.kind === 'post' ? await takeByPost(tx, original, news, at) : original
      if (taken.holderKind === 'post') await arrive(tx, taken, news, at)
    }
  })
}

/** Offered to the post and now scanned by it, or seen farther on: it must have taken it. */
async function takeByPost(tx: Tx, original: Original, { carrier }: News, at: Temporal.Instant): Promise<Original> {
  const { listId } = original.offer!
  const saved = await saveAct(tx, original, { kind: 'confirmed', by: { ...systemActor, name: carrier }, at, way: 'post', listId })
  if (!listId) return saved
  await updateLine(tx, { listId, originalId: original.id }, { takenAt: at, outcome: 'confirmed' })
  const list = await lockList(tx, listId)
  const waiting = (await linesOfHeld(tx, listId)).some(({ outcome }) => outcome === 'pending')
  if (!waiting && list.state === 'offered')
    await updateList(tx, listId, { state: 'received', receivedAt: at, receivedBy: { name: carrier } })
  return saved
}

async function arrive(tx: Tx, original: Original, { where, carrier, receiver, agencyId }: News, at: Temporal.Instant): Promise<void> {
  const post = { ...systemActor, name: carrier }
  if (where === 'lost') {
    const reason = 'Bưu điện báo thất lạc bưu gửi'
    await saveAct(tx, original, { kind: 'lost', by: post, at, way: 'post', reason, to: { kind: 'lost', last: carrier } })
    return
  }
  if (where === 'post') return
  const to = where === 'citizen' ? { kind: 'citizen' as const, name: receiver || 'Người nhận' } : agencyId && (await deskOf(tx, agencyId))
  if (!to) return
  const offered = await saveAct(tx, original, { kind: 'offered', by: post, at, way: 'post', to })
  const signer = where === 'citizen' ? post : { ...systemActor, name: receiver || systemActor.name }
  await saveAct(tx, offered, { kind: 'confirmed', by: signer, at, way: where === 'citizen' ? 'post' : 'signature' })
}
