// Signing in with an identity somebody else vouches for, and tying it to an account: never to one whose phone was not proved.
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import type { Locale } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findIdentity, findPerson, identitiesOf } from '../queries.ts'
import type { Actor } from '../roles.ts'
import { isSettled, parsePhone, vouchedFacts } from '../rules.ts'
import {
  deleteIdentity,
  endSessionsOf,
  ensurePerson,
  insertIdentity,
  insertPerson,
  lockIdentity,
  lockPerson,
  markIdentityUsed,
  type Person,
  verifyPerson
} from '../store.ts'
import type { Vouched } from '../types.ts'
import { applicantOf, takeCode } from './sign-in.ts'

/**
 * Either somebody is in, or the phone of the account is to be proved first: the one the provider knows, or any.
 * `isVouched`: as good as the old phone, because the link is no longer new.
 */
type Entry = { actor: Actor; isVouched: boolean } | { asks: 'code'; phone: string } | { asks: 'phone' }

/** A known identity enters its account; an unknown one opens a new account only when nobody has its phone. */
export async function signInElsewhere(context: Context, { vouched, locale }: { vouched: Vouched; locale: Locale }): Promise<Entry> {
  const { identity } = vouched
  const phone = parsePhone(identity.verifiedPhone ?? '')
  return context.db.transaction(async (tx) => {
    await lockIdentity(tx, identity)
    const known = await findIdentity(tx, identity)
    if (known) {
      const at = context.now()
      await markIdentityUsed(tx, known.id, { lastUsedAt: at, level: identity.level ?? null })
      return { actor: applicantOf(await verify(tx, known.personId, vouched, at)), isVouched: isSettled(known.linkedAt, at) }
    }
    if (!phone) return { asks: 'phone' }
    const person = await insertPerson(tx, { phone, locale, createdAt: context.now() })
    if (!person) return { asks: 'code', phone }
    return { actor: applicantOf(await link(tx, context, { person, vouched })), isVouched: false }
  })
}

/**
 * Ties the identity to the account of a phone that was just proved, and enters it.
 * @throws Refusal SIGN_IN_CODE_WRONG, IDENTITY_LINKED_ELSEWHERE, IDENTITY_OF_ANOTHER
 */
export async function linkWithCode(
  context: Context,
  { vouched, phone, code, locale }: { vouched: Vouched; phone: string; code: string; locale: Locale }
): Promise<Actor> {
  const at = context.now()
  const person = await context.db.transaction(async (tx) => {
    // Whoever else signs in with this identity waits here, before any row is held.
    await lockIdentity(tx, vouched.identity)
    // The try is counted even though the code is wrong, so that refusal is thrown after the commit.
    if (!(await takeCode(tx, { phone, code, at }))) return undefined
    const { id } = await ensurePerson(tx, { phone, locale, at })
    return linkTo(tx, context, { personId: id, vouched })
  })
  if (!person) throw new Refusal('SIGN_IN_CODE_WRONG')
  return applicantOf(person)
}

/** Ties the identity to the account of somebody who is signed in. @throws Refusal IDENTITY_LINKED_ELSEWHERE, IDENTITY_OF_ANOTHER */
export async function linkToAccount(context: Context, { vouched, by }: { vouched: Vouched; by: Actor }): Promise<void> {
  await context.db.transaction((tx) => linkTo(tx, context, { personId: by.id, vouched }))
}

/** Takes the link away and signs out everywhere else. There is always another way in: every account has a phone, and codes go there. */
export async function unlinkIdentity(
  context: Context,
  { id, by, sessionKey }: { id: string; by: Actor; sessionKey: string }
): Promise<void> {
  await context.db.transaction(async (tx) => {
    if (await deleteIdentity(tx, { id, personId: by.id })) await endSessionsOf(tx, { of: by, at: context.now(), except: sessionKey })
  })
}

async function linkTo(tx: Tx, context: Context, { personId, vouched }: { personId: string; vouched: Vouched }): Promise<Person> {
  await lockIdentity(tx, vouched.identity)
  const known = await findIdentity(tx, vouched.identity)
  if (known && known.personId !== personId) throw new Refusal('IDENTITY_LINKED_ELSEWHERE', { provider: vouched.provider })
  const person = await lockPerson(tx, personId)
  // Pressed twice: it is linked already.
  return known ? person : link(tx, context, { person, vouched })
}

/** One person is one to a provider, and an account that holds another's number is another's. */
async function link(tx: Tx, context: Context, { person, vouched }: { person: Person; vouched: Vouched }): Promise<Person> {
  const { identity, provider } = vouched
  const { issuer, subject, level } = identity
  const at = context.now()
  const { identityNumber } = vouchedFacts(identity)
  const isAnothers = person.identityNumber && identityNumber && person.identityNumber !== identityNumber
  const held = await identitiesOf(tx, person.id)
  if (isAnothers || held.some((one) => one.issuer === issuer)) throw new Refusal('IDENTITY_OF_ANOTHER', { provider })
  await insertIdentity(tx, { personId: person.id, issuer, subject, provider, level, linkedAt: at, lastUsedAt: at })
  const { phone, locale } = person
  await enqueue(tx, [{ name: 'notice.identity_linked', payload: { phone, provider, locale, at: at.toString() } }], at)
  return verify(tx, person.id, vouched, at)
}

/** Marked as verified only when the provider gave both who the person is and their number. */
async function verify(tx: Tx, personId: string, { identity, provider }: Vouched, at: Temporal.Instant): Promise<Person> {
  const facts = vouchedFacts(identity)
  if (facts.fullName && facts.identityNumber) return verifyPerson(tx, personId, { ...facts, verifiedAt: at, verifiedBy: provider })
  return (await findPerson(tx, personId))!
}
