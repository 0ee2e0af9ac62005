// Ten thousand random lives of dossiers on the real rules and the real calendar: whatever people try, the law's promises hold.
import fc from 'fast-check'
import t from 'tap'
import { moves } from '../../src/dossiers/lifecycle.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import type { ProcessingTime } from '../../src/procedures/rules.ts'
import { attemptOf, city, consult, faultsOf, limits, live, unborn } from '../helpers/lives.ts'

const rules: readonly ProcessingTime[] = [
  { kind: 'working_days', amount: 3 },
  { kind: 'working_days', amount: 5 },
  { kind: 'working_days', amount: 12 },
  { kind: 'calendar_days', amount: 15 },
  { kind: 'hours', amount: 24 },
  { kind: 'same_day', cutOff: '15:00' }
]
// Land law lets the clock stand still, the register of civil status does not.
const kinds = [
  { procedureCode: '1.012812', sectorCode: 'L-DD' },
  { procedureCode: '1.001193', sectorCode: 'L-HOTICH' }
]
/** From before Tết 2026 over 30/4 to National Day and its exchanged Saturday. */
const birth = (n: number) => Temporal.Instant.from('2026-01-05T07:30+07:00').add({ minutes: (n % (250 * 96)) * 15 })

t.test('10,000 random lives: due dates, supplements, suspensions, apologies and histories keep the law', async (t) => {
  const seen = new Map<string, number>()
  const seed = fc.nat(2 ** 31 - 1)
  fc.assert(
    fc.property(seed, fc.array(seed, { minLength: 6, maxLength: 26 }), (start, attempts) => {
      const setting = { rule: rules[start % rules.length]!, ...kinds[start % 2]!, calendar: city, limits }
      let now = birth(start)
      let life = live(unborn(), { ...attemptOf(0, 'draft'), name: 'submit', role: 'applicant' }, now, setting)
      for (const number of attempts) {
        const attempt = attemptOf(number, life.state)
        now = now.add({ minutes: attempt.minutes })
        try {
          // Every fifth time somebody asks another office instead, or answers.
          if (number % 5 > 0) life = live(life, attempt, now, setting)
          else {
            life = consult(life, attempt, now)
            seen.set('consult', (seen.get('consult') ?? 0) + 1)
          }
        } catch (error) {
          // Refused: nothing may have changed. Anything else is a fault of ours.
          if (!(error instanceof Refusal) && !(error instanceof RangeError)) throw error
          const why = error instanceof Refusal ? error.code : error.message.slice(0, 30)
          seen.set(why, (seen.get(why) ?? 0) + 1)
        }
      }
      for (const { name } of life.history) seen.set(name, (seen.get(name) ?? 0) + 1)
      const faults = faultsOf(life, setting)
      if (faults.length > 0) throw new Error(faults.join('; '))
    }),
    { numRuns: 10_000, seed: 20_261_124, endOnFailure: true }
  )

  // A property over lives in which nothing happens proves nothing.
  for (const name of Object.keys(moves)) t.ok((seen.get(name) ?? 0) > 20, `${name}: ${seen.get(name)} times`)
  t.ok(seen.get('consult')! > 1000, `other offices were asked or answered ${seen.get('consult')} times`)
  const refused = ['SUPPLEMENT_ALREADY_ASKED', 'SUPPLEMENT_TOO_LATE', 'SUSPENSION_NOT_ALLOWED', 'APOLOGY_FOUR_EYES', 'FORM_INCOMPLETE']
  for (const code of refused) t.ok((seen.get(code) ?? 0) > 20, `${code}: ${seen.get(code)} times`)
  t.ok(
    (seen.get('The law allows one new date on') ?? 0) > 20,
    `a second apology was refused ${seen.get('The law allows one new date on')} times`
  )
})
