// The administrator's command line: opens staff accounts and registers integrators, for which there are no pages.
import { parseArgs } from 'node:util'
import { openStaffAccount } from './accounts/actions/open-staff-account.ts'
import { staffRoles } from './accounts/roles.ts'
import { readConfig } from './config.ts'
import { migrate } from './database/migrate.ts'
import { registerClient } from './integrations/actions/register-client.ts'
import { type Scope, scopes } from './integrations/keys.ts'
import { StartError } from './kernel/start-error.ts'
import { loadLaw } from './load-law.ts'
import { runProcess } from './stop.ts'
import { openContext } from './wire.ts'

const usage = new StartError({
  vi: `Cách dùng: npm run admin -- staff --username lan.quay --name "Nguyễn Thị Lan" --role ${staffRoles.join('|')} --agency 11311
           npm run admin -- client --name "Cổng tỉnh" --scopes ${scopes.join(',')}`,
  en: 'see above; DATABASE_URL says which system'
})

const options = {
  username: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  agency: { type: 'string' },
  title: { type: 'string' },
  scopes: { type: 'string' }
} as const

function readCommand() {
  try {
    const { positionals, values } = parseArgs({ options, allowPositionals: true })
    return { command: positionals[0], ...values }
  } catch {
    throw usage
  }
}

await runProcess(async (closers) => {
  const { command, username, name, role, agency, title, scopes: asked } = readCommand()
  const config = readConfig(process.env)
  if (!config.databaseUrl || !name) throw usage
  await migrate(config.databaseUrl)
  const { context, close } = await openContext(config, config.databaseUrl)
  closers.push(close)
  await loadLaw(context)
  const staffRole = staffRoles.find((one) => one === role)
  const granted = (asked ?? '').split(',').filter((one): one is Scope => (scopes as readonly string[]).includes(one))
  if (command === 'staff' && username && staffRole && agency) {
    const password = await openStaffAccount(context, {
      username,
      fullName: name,
      role: staffRole,
      agencyCode: agency,
      ...(title ? { title } : {})
    })
    process.stdout.write(`${username}: ${password}\n`)
  } else if (command === 'client' && granted.length > 0) {
    const { key } = await registerClient(context, { name, scopes: granted })
    process.stdout.write(`${key}\n`)
  } else throw usage
  return { done: true }
})
