// Accounts to try the house with, in the embedded mode only. Their password is printed in the README: nothing real may depend on it.
import { hash } from '@node-rs/argon2'
import { findAgency } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import { findStaff } from '../queries.ts'
import { ensureStaff, type NewStaff } from '../store.ts'

export const demoPassword = 'motcua-demo'

/** One desk and one officer at a department, a district and two wards, and a postman. */
export const demoStaff = [
  { username: 'quay.stttt', fullName: 'Phạm Thu Hà', role: 'clerk', agency: 'STTTT', title: 'Cán bộ tiếp nhận' },
  { username: 'xuly.stttt', fullName: 'Ngô Thị Vân', role: 'officer', agency: 'STTTT', title: 'Chuyên viên' },
  { username: 'quay.hongbang', fullName: 'Đỗ Minh Quân', role: 'clerk', agency: '303', title: 'Cán bộ tiếp nhận' },
  { username: 'xuly.hongbang', fullName: 'Lê Hải Yến', role: 'officer', agency: '303', title: 'Chuyên viên' },
  { username: 'quay.minhkhai', fullName: 'Vũ Thị Lan', role: 'clerk', agency: '11311', title: 'Cán bộ tiếp nhận' },
  { username: 'xuly.minhkhai', fullName: 'Trần Minh Đức', role: 'officer', agency: '11311', title: 'Công chức tư pháp – hộ tịch' },
  { username: 'buuta', fullName: 'Vũ Văn Nam', role: 'postman', agency: 'BDTP', title: 'Bưu tá' }
] as const

export async function openDemoAccounts(context: Context): Promise<void> {
  if (await findStaff(context.db, demoStaff[0].username)) return
  const passwordHash = await hash(demoPassword)
  const rows: NewStaff[] = []
  for (const { agency: code, ...member } of demoStaff) {
    const agency = await findAgency(context.db, code)
    rows.push({ ...member, passwordHash, agencyId: agency?.id ?? null, createdAt: context.now() })
  }
  await context.db.transaction((tx) => ensureStaff(tx, rows))
}
