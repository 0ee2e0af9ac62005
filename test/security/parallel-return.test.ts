// Of two agencies that have a dossier side by side, one sends it back: the ward can answer without waiting for the other.
import t from 'tap'
import { returnStep, sendOn } from '../../src/processing/actions/send-on.ts'
import { takeStep } from '../../src/processing/actions/take-step.ts'
import { handOversOf } from '../../src/processing/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { acceptedAtWard, statesOf, stepAt, theOffices } from '../helpers/offices.ts'

t.test('the district returns its step while the department goes on: the ward sends it again to the district alone', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const who = await theOffices(context)
  const [clerk, duc, yen, ngoc] = await Promise.all(['quay.minhkhai', 'xuly.minhkhai', 'xuly.hongbang', 'xuly.sldtbxh'].map(who))
  const dossierId = await acceptedAtWard(context, { clerk: clerk! })
  await shop.runJobs()
  const idOf = async (position: number) => (await stepAt(context, dossierId, position)).id
  await takeStep(context, { dossierId, by: duc! })
  await sendOn(context, { dossierId, stepId: await idOf(1), by: duc!, note: 'Đã xác minh' })
  await takeStep(context, { dossierId, by: yen! })
  await takeStep(context, { dossierId, by: ngoc! })
  await returnStep(context, { dossierId, stepId: await idOf(2), by: yen!, toStepId: await idOf(1), reason: 'Thiếu biên bản' })
  t.same(await statesOf(context, dossierId), ['in_hand', 'returned', 'in_hand', 'waiting'])

  await sendOn(context, { dossierId, stepId: await idOf(1), by: duc!, note: 'Đã bổ sung biên bản' })

  t.same(await statesOf(context, dossierId), ['done', 'in_pool', 'in_hand', 'waiting'])
  const given = (await handOversOf(context.db, dossierId)).filter(
    ({ kind, toAgencyId }) => kind === 'send' && toAgencyId === ngoc!.agencyId
  )
  t.equal(given.length, 1, 'what the department has is not given to it again')
  for (const [by, position] of [
    [ngoc!, 3],
    [yen!, 2]
  ] as const) {
    if (position === 2) await takeStep(context, { dossierId, by })
    await sendOn(context, { dossierId, stepId: await idOf(position), by, note: 'Đồng ý' })
  }
  t.same(await statesOf(context, dossierId), ['done', 'done', 'done', 'in_pool'])
})
