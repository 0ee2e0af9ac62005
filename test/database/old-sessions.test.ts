// The migration that gave sessions an owner: who was signed in stays signed in, and the list knows whose each session is.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { openTestDatabase } from '../helpers/database.ts'
import { root } from '../house/sources.ts'

t.test('sessions of the release before survive, each with its owner', async (t) => {
  const { sql } = await openTestDatabase(t, { empty: true, max: 1 })
  const folder = join(root, 'src/database/migrations')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const run = async (names: string[]) => {
    for (const name of names)
      for (const part of (await readFile(join(folder, name), 'utf8')).split('--> statement-breakpoint')) await sql.unsafe(part)
  }
  const ours = files.findIndex((name) => name.endsWith('accounts_and_sessions.sql'))
  await run(files.slice(0, ours))
  await sql`insert into persons (phone, created_at) values ('0912480123', now())`
  await sql`insert into staff (username, full_name, password_hash, role, created_at) values ('quay', 'Hà', '', 'clerk', now())`
  await sql`
    insert into sessions (id, data, expires_at)
    select 'a', jsonb_build_object('actor', jsonb_build_object('id', id, 'role', 'applicant')), '2026-03-02T20:30+07:00'::timestamptz from persons
    union all select 'b', jsonb_build_object('actor', jsonb_build_object('id', id, 'role', 'clerk')), now() from staff
    union all select 'c', '{"actor": {"id": "gone", "role": "clerk"}}'::jsonb, now()
    union all select 'd', '{"phone": "0912480123"}'::jsonb, now()`

  await run(files.slice(ours, ours + 1))

  const rows = await sql`
    select sessions.id, phone, username, sessions.created_at = '2026-03-02T08:30+07:00' as since from sessions
      left join persons on persons.id = person_id left join staff on staff.id = staff_id order by 1`
  t.match(rows, [
    { id: 'a', phone: '0912480123', username: null, since: true },
    { id: 'b', phone: null, username: 'quay' },
    { id: 'c', phone: null, username: null },
    { id: 'd', phone: null, username: null }
  ])
})
