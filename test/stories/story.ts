// npm run story: three dossiers from the citizen's hand to the citizen's door, over HTTP as the parties would, and every book checked after.

import { rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { carrier, integrator } from '../helpers/parties.ts'
import { lookInto, startShop } from '../helpers/shop.ts'
import { birthByPost } from './birth-by-post.ts'
import { copiesOverTheCounter } from './copies-over-the-counter.ts'
import { importByPost } from './import-by-post.ts'
import { findDifferences } from './invariants.ts'
import { narrator } from './tell.ts'

const { values } = parseArgs({ options: { report: { type: 'string', default: 'story' } } })

const tell = await narrator(values.report)
const shop = await startShop({ env: { LOG_LEVEL: 'warn' } })
tell.step('hệ thống', `${shop.address}, dữ liệu trống, sẵn sàng sau ${(shop.readyAfterMs / 1000).toFixed(1)} s`)
const scene = { shop, tell, post: carrier(shop), api: integrator(shop) }
let code = 1
try {
  await importByPost(scene)
  await copiesOverTheCounter(scene)
  await birthByPost(scene)

  tell.chapter('Kiểm tra sổ sách')
  const { sql, close } = await lookInto(shop)
  const { checked, differences } = await findDifferences(sql)
  await close()
  for (const difference of differences) tell.expect(false, difference)
  tell.step('kiểm toán', `${checked} điều bất biến đã kiểm, ${differences.length} sai khác`)
  code = tell.failures.length === 0 ? 0 : 1
} catch (error) {
  tell.expect(false, (error as Error).message)
  tell.detail(shop.said())
} finally {
  const stopped = await shop.stop()
  tell.expect(stopped === 0, `the shop closed with ${stopped}`)
  await rm(shop.dataDir, { recursive: true, force: true })
}
tell.chapter(tell.failures.length === 0 ? 'Mọi việc đúng như đã hứa.' : `${tell.failures.length} điều chưa đúng`)
process.exit(tell.failures.length === 0 ? code : 1)
