// What a citizen typed is understood before anything is looked for.
import t from 'tap'
import { readSearch } from '../../src/procedures/search.ts'

t.test('words lose their marks and their filler, and keep what was spelt', async (t) => {
  t.same(readSearch('  Tôi muốn làm GIẤY   khai sinh cho con '), {
    kind: 'words',
    phrase: 'toi muon lam giay khai sinh cho con',
    words: ['giay', 'khai', 'sinh', 'con'],
    spelt: 'tôi muốn làm giấy khai sinh cho con'
  })
})

t.test('when all is filler, the filler is what is looked for', async (t) => {
  t.match(readSearch('thủ tục gì'), { words: ['thu', 'tuc', 'gi'] })
})

t.test('a code is known by its beginning, however it is written', async (t) => {
  for (const text of ['1.003725', '1.0037', '1 003725', '1.003725.H24', '1.003725.000.00.00.H24', '1003725']) {
    t.match(readSearch(text), { kind: 'code', prefix: text.includes('725') ? '1.003725' : '1.0037' }, text)
  }
  t.match(readSearch('2 bản sao'), { kind: 'words' })
})

t.test('nothing typed, or only signs, asks for everything', async (t) => {
  for (const text of ['', '   ', '.,!?', '%_']) t.same(readSearch(text), { kind: 'everything' }, text)
})
