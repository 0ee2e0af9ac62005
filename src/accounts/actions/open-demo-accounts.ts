// Accounts to try the house with, in the embedded mode only. Their password is printed in the README: nothing real may depend on it.
import { hash } from '@node-rs/argon2'
import { findAgency } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import { findStaff } from '../queries.ts'
import { ensureStaff, type NewStaff } from '../store.ts'

export const demoPassword = 'motcua-demo'

/** At a department, a district and two wards: desk, officers, who signs, who heads the desk; a postman, and who keeps the forms. */
export const demoStaff = [
  { username: 'quay.stttt', fullName: 'Phạm Thu Hà', role: 'clerk', agency: 'STTTT', title: 'Cán bộ tiếp nhận' },
  { username: 'xuly.stttt', fullName: 'Ngô Thị Vân', role: 'officer', agency: 'STTTT', title: 'Chuyên viên' },
  { username: 'xuly2.stttt', fullName: 'Bùi Quang Huy', role: 'officer', agency: 'STTTT', title: 'Chuyên viên' },
  { username: 'ky.stttt', fullName: 'Lương Hải Âu', role: 'signer', agency: 'STTTT', title: 'Phó Giám đốc' },
  { username: 'truongquay.stttt', fullName: 'Đặng Thị Mai', role: 'supervisor', agency: 'STTTT', title: 'Trưởng bộ phận một cửa' },
  { username: 'quay.hongbang', fullName: 'Đỗ Minh Quân', role: 'clerk', agency: '303', title: 'Cán bộ tiếp nhận' },
  { username: 'xuly.hongbang', fullName: 'Lê Hải Yến', role: 'officer', agency: '303', title: 'Chuyên viên' },
  { username: 'ky.hongbang', fullName: 'Phan Văn Khải', role: 'signer', agency: '303', title: 'Phó Chủ tịch' },
  { username: 'truongquay.hongbang', fullName: 'Hoàng Thu Trang', role: 'supervisor', agency: '303', title: 'Trưởng bộ phận một cửa' },
  { username: 'quay.minhkhai', fullName: 'Vũ Thị Lan', role: 'clerk', agency: '11311', title: 'Cán bộ tiếp nhận' },
  { username: 'quay2.minhkhai', fullName: 'Trịnh Văn Sơn', role: 'clerk', agency: '11311', title: 'Cán bộ tiếp nhận' },
  { username: 'xuly.minhkhai', fullName: 'Trần Minh Đức', role: 'officer', agency: '11311', title: 'Công chức tư pháp – hộ tịch' },
  { username: 'ky.minhkhai', fullName: 'Đinh Thị Hòa', role: 'signer', agency: '11311', title: 'Phó Chủ tịch' },
  { username: 'truongquay.minhkhai', fullName: 'Nguyễn Bá Thành', role: 'supervisor', agency: '11311', title: 'Phụ trách bộ phận một cửa' },
  { username: 'quay.sldtbxh', fullName: 'Mai Thanh Tùng', role: 'clerk', agency: 'SLDTBXH', title: 'Cán bộ tiếp nhận' },
  { username: 'xuly.sldtbxh', fullName: 'Vương Thị Ngọc', role: 'officer', agency: 'SLDTBXH', title: 'Chuyên viên' },
  { username: 'ky.sldtbxh', fullName: 'Cao Đức Long', role: 'signer', agency: 'SLDTBXH', title: 'Phó Giám đốc' },
  { username: 'quantri', fullName: 'Lưu Anh Tuấn', role: 'administrator', agency: 'VPUB', title: 'Quản trị hệ thống' },
  { username: 'buuta', fullName: 'Vũ Văn Nam', role: 'postman', agency: 'BDTP', title: 'Bưu tá' }
] as const

export async function openDemoAccounts(context: Context): Promise<void> {
  if (await findStaff(context.db, demoStaff.at(-2)!.username)) return
  const passwordHash = await hash(demoPassword)
  const rows: NewStaff[] = []
  for (const { agency: code, ...member } of demoStaff) {
    const agency = await findAgency(context.db, code)
    rows.push({ ...member, passwordHash, agencyId: agency?.id ?? null, createdAt: context.now() })
  }
  await context.db.transaction((tx) => ensureStaff(tx, rows))
}
