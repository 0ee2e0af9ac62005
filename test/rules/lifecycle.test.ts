// The table of moves: what it allows, and that nothing in it leads nowhere.
import t from 'tap'
import { isOpen, type MoveName, moves, movesFor, nationalStatus, states, stateWords, step } from '../../src/dossiers/lifecycle.ts'

t.test('a clerk accepts what was submitted, and nothing else', async (t) => {
  t.equal(step('submitted', 'accept', 'clerk').to, 'accepted')
  for (const state of states.filter((state) => state !== 'submitted')) {
    t.throws(() => step(state, 'accept', 'clerk'), { code: 'MOVE_NOT_ALLOWED' }, `not when ${state}`)
  }
})

t.test('an officer may not accept, a clerk may not decide, a citizen may do neither', async (t) => {
  t.throws(() => step('submitted', 'accept', 'officer'), { code: 'NOT_YOURS_TO_DO' })
  t.throws(() => step('in_progress', 'approve', 'clerk'), { code: 'NOT_YOURS_TO_DO' })
  t.throws(() => step('submitted', 'accept', 'applicant'), { code: 'NOT_YOURS_TO_DO' })
})

t.test('the buttons of a page are the moves of the table', async (t) => {
  t.same(movesFor('submitted', 'clerk'), ['receive_papers', 'accept', 'refuse', 'ask_at_desk', 'withdraw'])
  t.same(movesFor('in_progress', 'officer'), ['ask_supplement', 'request_payment', 'suspend', 'approve', 'refuse_on_merit'])
  t.same(movesFor('returned', 'clerk'), [])
})

t.test('every state but the draft has its own number on the national portal, and words for everybody', async (t) => {
  t.same(
    Object.values(nationalStatus).sort((a, b) => a - b),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  )
  for (const state of states) t.ok(stateWords[state].vi && stateWords[state].en && stateWords[state].desk, state)
})

t.test('every state can be reached, and every open state can be left and withdrawn', async (t) => {
  const reached = new Set(['draft'])
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const move of Object.values(moves)) if (move.from.some((state) => reached.has(state)) && move.to !== 'same') reached.add(move.to)
  }
  t.same([...reached].sort(), [...states].sort())
  for (const state of states.filter(isOpen)) t.ok(movesFor(state, 'applicant').includes('withdraw'), state)
})

t.test('the clock starts once, at acceptance, and is fixed when the result is signed', async (t) => {
  const by = (effect: string) => (Object.keys(moves) as MoveName[]).filter((name) => moves[name].clock === effect)
  t.same(by('start'), ['accept'])
  t.same(by('restart'), ['supplement_again'])
  t.same(by('apologise'), ['apologise'], 'one move names a new date (NĐ 61/2018 Đ19.9)')
  t.same(by('finish'), ['approve', 'refuse_on_merit'])
})
