// Who has an original: the fold of everything that happened to it. A holder changes only when both sides have said so.
import { type Actor, actsAs } from '../accounts/roles.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { ActKind, Fate, Holder, Receiver } from './types.ts'

/** Offered and not yet confirmed: it is still the giver's. */
export type Offer = { to: Receiver; at: string; by: string; byId: string; listId?: string | undefined }
export type Custody = { holder: Holder; since: Temporal.Instant; givenBy: string; offer: Offer | null; fate: Fate }

/** Something that happened; `to` where it goes (offered), is (registered, found) or went (confirmed). */
export type Act = {
  kind: ActKind
  at: Temporal.Instant
  by: { id: string; name: string }
  to?: Holder | null | undefined
  listId?: string | null | undefined
  fate?: Fate | null | undefined
}

/** After these nobody in the house has it, and nothing more can be given. */
const gone: readonly Holder['kind'][] = ['citizen', 'lost', 'removed']

export const isGone = (holder: Holder): boolean => gone.includes(holder.kind)

/** Two names for one place. */
export function isSame(a: Holder, b: Holder): boolean {
  const key = (holder: Holder) => {
    if (holder.kind === 'desk') return holder.agencyId
    if (holder.kind === 'officer') return holder.personId
    if (holder.kind === 'shelf') return `${holder.agencyId} ${holder.place}`
    if (holder.kind === 'post') return `${holder.carrier} ${holder.parcel?.id}`
    return holder.kind === 'citizen' ? holder.name : ''
  }
  return a.kind === b.kind && key(a) === key(b)
}

const isWorkingAt = (agencyId: string, by: Actor) => by.agencyId === agencyId

/** Who may give away what a holder has: the desk's clerks, the officer or the heads of the house, the post for itself. */
export function mayGive(holder: Holder, by: Actor): boolean {
  if (holder.kind === 'desk' || holder.kind === 'shelf') return isWorkingAt(holder.agencyId, by) && actsAs(by.role, 'clerk')
  if (holder.kind === 'officer')
    return holder.personId === by.id || (isWorkingAt(holder.agencyId, by) && (by.role === 'signer' || by.role === 'supervisor'))
  return holder.kind === 'post' && (by.role === 'postman' || by.role === 'system' || actsAs(by.role, 'clerk'))
}

/** Who may say "I have it" for a receiver. For the post and for citizens the desk sees the hand that signs. */
export function mayReceive(to: Receiver, by: Actor): boolean {
  if (to.kind === 'desk' || to.kind === 'shelf') return isWorkingAt(to.agencyId, by) && actsAs(by.role, 'clerk')
  if (to.kind === 'officer') return to.personId === by.id
  return by.role === 'system' || actsAs(by.role, 'clerk') || (to.kind === 'post' && by.role === 'postman')
}

const nowhere: Holder = { kind: 'removed' }

type Step = (now: Custody, act: Act) => Custody
const noOffer = (now: Custody, code: string) => {
  if (now.offer) throw new Refusal('ORIGINAL_ON_ITS_WAY', { code })
}
const inHouse = (now: Custody, code: string) => {
  if (isGone(now.holder)) throw new Refusal('ORIGINAL_GONE', { code })
}
const offered = (now: Custody, act: Act, code: string): Offer => {
  if (!now.offer || (act.listId ?? undefined) !== now.offer.listId) throw new Refusal('ORIGINAL_NOT_OFFERED', { code })
  return now.offer
}

const steps = (code: string): Record<Exclude<ActKind, 'registered'>, Step> => ({
  offered: (now, act) => {
    inHouse(now, code)
    noOffer(now, code)
    const to = act.to as Receiver
    if (isSame(now.holder, to)) throw new Refusal('ORIGINAL_SAME_HOLDER', { code })
    return { ...now, offer: { to, at: act.at.toString(), by: act.by.name, byId: act.by.id, listId: act.listId ?? undefined } }
  },
  /** The second side. Nothing else moves an original from hand to hand. */
  confirmed: (now, act) => {
    const offer = offered(now, act, code)
    // One person cannot be both sides; the post, the shelf and the citizen sign before the clerk who gives.
    const isInside = offer.to.kind === 'desk' || offer.to.kind === 'officer'
    if (isInside && now.holder.kind !== 'post' && offer.byId === act.by.id) throw new Refusal('ORIGINAL_BOTH_SIDES')
    return { ...now, holder: offer.to, since: act.at, givenBy: offer.by, offer: null }
  },
  not_received: (now, act) => {
    offered(now, act, code)
    return { ...now, offer: null }
  },
  called_back: (now, act) => {
    offered(now, act, code)
    return { ...now, offer: null }
  },
  lost: (now, act) => {
    inHouse(now, code)
    return { ...now, holder: act.to ?? { kind: 'lost', last: '' }, since: act.at, givenBy: act.by.name, offer: null }
  },
  found: (now, act) => {
    if (now.holder.kind !== 'lost') throw new Refusal('ORIGINAL_NOT_LOST', { code })
    return { ...now, holder: act.to!, since: act.at, givenBy: act.by.name, offer: null }
  },
  removed: (now, act) => {
    inHouse(now, code)
    noOffer(now, code)
    return { ...now, holder: nowhere, since: act.at, givenBy: act.by.name, offer: null }
  },
  kept: (now, act) => {
    inHouse(now, code)
    return { ...now, fate: act.fate ?? now.fate }
  }
})

/** What the next act makes of it. @throws Refusal when it cannot follow what came before */
export function follow(now: Custody | undefined, act: Act, code = ''): Custody {
  if (act.kind === 'registered') {
    if (now) throw new Refusal('ORIGINAL_ON_ITS_WAY', { code })
    return { holder: act.to!, since: act.at, givenBy: act.by.name, offer: null, fate: act.fate ?? 'with_result' }
  }
  if (!now) throw new Refusal('ORIGINAL_NOT_FOUND', { code })
  return steps(code)[act.kind](now, act)
}

/** Where everything that happened leads. */
export const custodyOf = (acts: readonly Act[]): Custody | undefined =>
  acts.reduce<Custody | undefined>((now, act) => follow(now, act), undefined)
