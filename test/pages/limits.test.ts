// An administrator sets limits: from a day on, with an article, and the clock obeys.
import t, { type Test } from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { chainOf } from '../../src/audit/queries.ts'
import { loadTimeRules } from '../../src/deadlines/actions/load-time-rules.ts'
import { limitsChain } from '../../src/deadlines/actions/set-limit.ts'
import { timeRulesOf } from '../../src/deadlines/queries.ts'
import { ruleFor } from '../../src/deadlines/rules.ts'
import { suspendDossier } from '../../src/dossiers/actions/pause-and-resume.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier } from '../helpers/dossiers.ts'
import { signInAs } from '../helpers/staff-browser.ts'

const page = '/quan-tri/thoi-han'

async function aHouse(t: Test) {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  const app = await shop.app()
  return { shop, context: shop.context, app, keeper: await signInAs(app, 'quantri') }
}

t.test('a law that allows a suspension is added, and a dossier of that procedure is suspended by it', async (t) => {
  const { context, keeper } = await aHouse(t)
  const { id, officer } = await aDossier(context, { state: 'in_progress' })
  const law = {
    kind: 'suspension',
    scope: 'L-XBIPH',
    amount: '30',
    validFrom: '02/03/2026',
    article: 'Luật X Điều 7',
    certainty: 'sourced'
  }

  const list = await keeper.get(page)
  const saved = await keeper.post(page, law, { page })
  const after = await keeper.get(page)
  const suspended = await suspendDossier(context, { dossierId: id, by: officer, note: 'Chờ giám định' })

  t.match(list.body, 'NĐ 61/2018/NĐ-CP Điều 19 khoản 4')
  t.equal(saved.statusCode, 303)
  t.match(after.body, 'Luật X Điều 7')
  t.equal(suspended.state, 'suspended')
  t.match(await chainOf(context.db, limitsChain), [{ action: 'set_limit' }])
})

t.test('a new number holds from its day, the old one ends there, and loading the file changes neither', async (t) => {
  const { context, keeper } = await aHouse(t)
  const lead = {
    kind: 'apology_lead',
    scope: '',
    amount: '4',
    validFrom: '1/4/2026',
    article: 'Quy ước của thành phố',
    certainty: 'known'
  }

  await keeper.post(page, lead, { page })
  await loadTimeRules(context)

  const rules = await timeRulesOf(context.db)
  const on = (day: string) =>
    ruleFor(rules, 'apology_lead', { procedureCode: '', sectorCode: '', on: Temporal.PlainDate.from(day) })!.amount
  t.same([on('2026-03-31'), on('2026-04-01')], [2, 4])
  t.equal(rules.filter(({ kind, validTo }) => kind === 'apology_lead' && !validTo).length, 1)
})

t.test('what is missing or wrong is said at its field, and what was typed stays', async (t) => {
  const { keeper } = await aHouse(t)
  const wrong = { kind: 'suspension', scope: '', amount: 'ba', validFrom: '01/03/2026', article: '', certainty: 'known' }

  const answer = await keeper.post(page, wrong, { page })
  const unknown = await keeper.post(page, { ...wrong, scope: 'L-KHONGCO' }, { page })

  t.equal(answer.statusCode, 422)
  for (const said of ['Tạm dừng chỉ theo luật của một thủ tục', 'Xin ghi bằng chữ số', 'không được trước hôm nay', 'value="ba"'])
    t.ok(answer.body.includes(said), said)
  t.match(unknown.body, 'Xin ghi mã thủ tục hoặc mã lĩnh vực có trong danh mục')
})

t.test('nobody but the administrator opens the page', async (t) => {
  const { app } = await aHouse(t)
  for (const name of ['ky.stttt', 'truongquay.stttt']) t.equal((await (await signInAs(app, name)).get(page)).statusCode, 403, name)
})
