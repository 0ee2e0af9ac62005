// The two questions of everybody who tracks a dossier: who has it, and what must I do.
import t from 'tap'
import { states } from '../../src/dossiers/lifecycle.ts'
import { heldBy, whatNow } from '../../src/dossiers/words/now.ts'

const calm = { delivery: { method: 'post' as const }, isUndelivered: false }

t.test('every state has its answer in both languages, and only five of them say more than to wait', async (t) => {
  for (const state of states) {
    const { vi, en } = whatNow({ ...calm, state })
    t.ok(vi.length > 20 && en.length > 20, state)
  }
  const asks = states.filter((state) => !whatNow({ ...calm, state }).vi.startsWith('Lúc này ông/bà không phải làm gì'))
  t.same(asks, ['refused', 'awaiting_supplement', 'awaiting_payment', 'result_ready', 'returned'])
})

t.test('a parcel that could not be handed over comes before everything else', async (t) => {
  t.match(whatNow({ ...calm, state: 'result_ready', isUndelivered: true }).vi, 'chọn cách nhận')
})

t.test('the post has what is on the road, the person what was handed over, the agency the rest', async (t) => {
  const at = (state: (typeof states)[number], isOnRoad = false) => heldBy({ state, isOnRoad, agencyName: 'Sở Xây dựng' }).vi
  t.equal(at('in_progress'), 'Sở Xây dựng')
  t.equal(at('result_ready', true), 'Bưu điện')
  t.equal(at('returned'), 'Ông/bà')
})
