// An account for a desk: a password made for one person, and a name only one person has.
import t from 'tap'
import { openStaffAccount } from '../../src/accounts/actions/open-staff-account.ts'
import { signInStaff } from '../../src/accounts/actions/sign-in.ts'
import { openTestContext } from '../helpers/context.ts'

t.test('a new clerk signs in with the password that was printed, and with no other', async (t) => {
  const { context } = await openTestContext(t)
  const opening = { username: 'Lan.Quay', fullName: 'Nguyễn Thị Lan', role: 'clerk' as const, agencyCode: '11311' }

  const password = await openStaffAccount(context, opening)

  t.match(await signInStaff(context, { username: 'lan.quay', password }), { name: 'Nguyễn Thị Lan', role: 'clerk' })
  await t.rejects(signInStaff(context, { username: 'lan.quay', password: `${password}x` }), { code: 'SIGN_IN_FAILED' })
  await t.rejects(openStaffAccount(context, opening), { code: 'USERNAME_TAKEN' })
  await t.rejects(openStaffAccount(context, { ...opening, username: 'khac', agencyCode: 'KHONG' }), { code: 'AGENCY_NOT_FOUND' })
})
