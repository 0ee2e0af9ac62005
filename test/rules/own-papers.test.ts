// What is written about a person's own paper, and when it is no longer valid.
import t from 'tap'
import { readFacts, typedOf } from '../../src/files/locker-form.ts'
import { expiryOf, isLockedPdf } from '../../src/files/rules.ts'

const today = Temporal.PlainDate.from('2026-03-02')
const day = (text: string) => Temporal.PlainDate.from(text)

t.test('a paper is valid on its last day, expires soon within thirty days, and is watched only when it has a last day', async (t) => {
  const cases = {
    '2026-03-01': 'expired',
    '2026-03-02': 'soon',
    '2026-04-01': 'soon',
    '2026-04-02': 'valid'
  }
  for (const [text, expiry] of Object.entries(cases)) t.equal(expiryOf(day(text), today), expiry, text)
  t.equal(expiryOf(null, today), undefined)
})

t.test('what is written about a paper is read as it was typed, and comes back into the same boxes', async (t) => {
  const typed = {
    name: '  Giấy chứng nhận  kết hôn ',
    issuer: 'UBND phường',
    number: '12/2020',
    issuedOnDay: '9',
    issuedOnMonth: '2',
    issuedOnYear: '2020'
  }

  const { facts, errors } = readFacts(typed, today)

  t.same(errors, {})
  t.equal(facts.name, 'Giấy chứng nhận kết hôn')
  t.ok(facts.issuedOn?.equals(day('2020-02-09')))
  t.equal(facts.expiresOn, null)
  t.match(typedOf(facts), { issuedOnDay: '9', issuedOnMonth: '2', issuedOnYear: '2020' })
})

t.test('every mistake is named at once', async (t) => {
  const { errors } = readFacts(
    {
      issuer: 'x'.repeat(201),
      issuedOnDay: '3',
      issuedOnMonth: '3',
      issuedOnYear: '2026',
      expiresOnDay: '30',
      expiresOnMonth: '2',
      expiresOnYear: '2027'
    },
    today
  )
  t.same(errors, { name: 'REQUIRED', issuer: 'TOO_LONG', issuedOn: 'DATE_IN_FUTURE', expiresOn: 'DATE_INVALID' })
  const backwards = {
    name: 'a',
    issuedOnDay: '2',
    issuedOnMonth: '3',
    issuedOnYear: '2026',
    expiresOnDay: '1',
    expiresOnMonth: '3',
    expiresOnYear: '2026'
  }
  t.same(readFacts(backwards, today).errors, { expiresOn: 'EXPIRY_BEFORE_ISSUE' })
})

t.test('a lock is found even where two pieces meet', async (t) => {
  async function* pieces(...texts: string[]) {
    for (const text of texts) yield Buffer.from(text)
  }
  t.equal(await isLockedPdf(pieces('%PDF trailer<</Enc', 'rypt 5 0 R>>')), true)
  t.equal(await isLockedPdf(pieces('%PDF trailer<</En', 'd>>', '/Encr')), false)
})
