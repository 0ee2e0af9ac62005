// Answers no form asks for: refused in words, never an error of ours and never kept unseen.
import t from 'tap'
import { checkAnswer } from '../../src/forms/check-answer.ts'
import { listOf, textOf } from '../../src/forms/typed.ts'
import { aFiling, openApiShop } from '../api/api-shop.ts'

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

t.test('answers within answers within answers, and rows without end, are malformed, not our fault', async (t) => {
  const { aClient } = await openApiShop(t)
  const client = await aClient()
  const filing = await aFiling(client)

  const many = Array.from({ length: 80_000 }, (_, i) => [`k${i}`, 1])
  for (const subject of [nested(6), nested(5_000), nested(100_000), many.map(() => ({})), Object.fromEntries(many)]) {
    const { statusCode, body } = await client.post('/api/v1/dossiers', { ...filing, answers: { subject } })
    t.match({ statusCode, ...JSON.parse(body) }, { statusCode: 400, code: 'REQUEST_MALFORMED' })
  }
})

t.test('what every object has by nature is no part of a person', async (t) => {
  const mother = { id: 'mother', kind: 'person', label: { vi: 'Mẹ', en: 'Mother' }, required: true } as const
  const today = Temporal.PlainDate.from('2026-03-02')

  for (const part of ['constructor', 'toString', 'hasOwnProperty'])
    t.same(checkAnswer('mother', { name: 'Lan', [part]: 'x'.repeat(100_000) }, mother, today), { [`mother.${part}`]: 'UNKNOWN_FIELD' })
})

t.test('what no hand types is cut before it is kept in a draft', async (t) => {
  const long = 'x'.repeat(99_000)

  t.equal(textOf({ note: long }, 'note').length, 20_000)
  t.equal(listOf({ kinds: Array.from({ length: 5_000 }, () => long) }, 'kinds').length, 300)
  t.equal(textOf({ note: 'a\ud800b' }, 'note'), 'a\ufffdb', 'half a character is what the database would refuse')
})
