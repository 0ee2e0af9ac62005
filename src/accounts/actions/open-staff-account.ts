// Somebody begins to work at a desk: an account with a password made for them, shown once.
import { randomInt } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { findAgency } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findStaff } from '../queries.ts'
import type { StaffRole } from '../roles.ts'
import { ensureStaff } from '../store.ts'

// Without letters and digits that are taken for one another: it is read from paper and typed.
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const newPassword = () => Array.from({ length: 16 }, (_, i) => (i > 0 && i % 4 === 0 ? '-' : '') + signs[randomInt(signs.length)]).join('')

type Opening = {
  username: string
  fullName: string
  role: StaffRole
  agencyCode: string
  title?: string
}

/** @returns the password. @throws Refusal AGENCY_NOT_FOUND, USERNAME_TAKEN */
export async function openStaffAccount(context: Context, { username, fullName, role, agencyCode, title }: Opening): Promise<string> {
  const agency = await findAgency(context.db, agencyCode)
  if (!agency) throw new Refusal('AGENCY_NOT_FOUND', { code: agencyCode })
  const name = username.trim().toLowerCase()
  if (await findStaff(context.db, name)) throw new Refusal('USERNAME_TAKEN', { username: name })
  const password = newPassword()
  const row = { username: name, fullName, role, title, passwordHash: await hash(password), agencyId: agency.id, createdAt: context.now() }
  await context.db.transaction((tx) => ensureStaff(tx, [row]))
  return password
}
