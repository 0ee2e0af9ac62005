// Signing in: citizens by a code sent to their phone, staff by user name and password.
import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import type { Locale } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { codesSentSince, findStaff, findStaffById } from '../queries.ts'
import type { Actor } from '../roles.ts'
import { parsePhone } from '../rules.ts'
import { countTry, ensurePerson, insertCode, lockPhone, lockUsableCode, type Person, useCode } from '../store.ts'

const codeLife = { minutes: 10 }
const codesPerHour = 5

/** Sends a six-digit code. The answer is the same whether or not the phone is known. @throws Refusal FORM_INCOMPLETE, TOO_MANY_TRIES */
export async function requestSignInCode(context: Context, { typedPhone, locale }: { typedPhone: string; locale: Locale }): Promise<string> {
  const phone = parsePhone(typedPhone)
  if (!phone) throw new Refusal('FORM_INCOMPLETE', { fields: { phone: 'PHONE_INVALID' } })
  const at = context.now()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const codeHash = await hash(code)
  await context.db.transaction(async (tx) => {
    await lockPhone(tx, phone)
    if ((await codesSentSince(tx, phone, at.subtract({ hours: 1 }))) >= codesPerHour) throw new Refusal('TOO_MANY_TRIES', { seconds: 3600 })
    await insertCode(tx, { phone, codeHash, createdAt: at, expiresAt: at.add(codeLife) })
    await enqueue(tx, [{ name: 'notice.sign_in_code', payload: { phone, code, locale, at: at.toString() } }], at)
  })
  return phone
}

/** @throws Refusal SIGN_IN_CODE_WRONG after a wrong, used or expired code, and after five tries whatever was typed */
export async function signInWithCode(
  context: Context,
  { phone, code, locale }: { phone: string; code: string; locale: Locale }
): Promise<Actor> {
  const at = context.now()
  // The try is counted even though the sign-in fails, so the refusal is thrown after the commit.
  const person = await context.db.transaction(async (tx) => {
    if (!(await takeCode(tx, { phone, code, at }))) return undefined
    return ensurePerson(tx, { phone, locale, at })
  })
  if (!person) throw new Refusal('SIGN_IN_CODE_WRONG')
  return applicantOf(person)
}

/** Whether this is the code that was sent; a right one works once, and every try counts once the transaction is kept. */
export async function takeCode(tx: Tx, { phone, code, at }: { phone: string; code: string; at: Temporal.Instant }): Promise<boolean> {
  const right = await tryCode(tx, { phone, code, at })
  if (right) await useCode(tx, right, at)
  return right !== undefined
}

/** Counts a try. @returns which code this was; it is not used up yet */
export async function tryCode(
  tx: Tx,
  { phone, code, at }: { phone: string; code: string; at: Temporal.Instant }
): Promise<string | undefined> {
  const usable = await lockUsableCode(tx, { phone, at })
  if (!usable) return undefined
  await countTry(tx, usable.id)
  return (await verify(usable.codeHash, code.replace(/\s/g, ''))) ? usable.id : undefined
}

export const applicantOf = ({ id, fullName, phone }: Person): Actor => ({ id, name: fullName ?? phone, role: 'applicant' })

// Verified when the user name is unknown, so that the time of the answer tells nothing.
const nobody = hash('nobody')

/** @throws Refusal SIGN_IN_FAILED */
export async function signInStaff(context: Context, { username, password }: { username: string; password: string }): Promise<Actor> {
  const member = await findStaff(context.db, username.trim().toLowerCase())
  const right = await verify(member?.passwordHash ?? (await nobody), password)
  if (!member?.active || !right) throw new Refusal('SIGN_IN_FAILED')
  return { id: member.id, name: member.fullName, role: member.role, agencyId: member.agencyId ?? undefined }
}

/** Asked again, in the middle of a session, before an act that binds an agency. @returns the office they hold. @throws Refusal PASSWORD_WRONG */
export async function confirmPassword(context: Context, { staffId, password }: { staffId: string; password: string }): Promise<string> {
  const member = await findStaffById(context.db, staffId)
  const right = await verify(member?.passwordHash ?? (await nobody), password)
  if (!member?.active || !right) throw new Refusal('PASSWORD_WRONG', { fields: { password: 'PASSWORD_WRONG' } })
  return member.title ?? ''
}
