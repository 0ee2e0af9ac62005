// Codes that notice a slip of the finger, and custody: whatever people do, an original has one holder, and both sides said so.
import fc from 'fast-check'
import t from 'tap'
import type { Actor } from '../../src/accounts/roles.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { type Act, type Custody, custodyOf, follow, mayGive, mayReceive } from '../../src/originals/custody.ts'
import { checkSign, codeOf, isHeld, listNumber, readCode, readScans, signs } from '../../src/originals/rules.ts'
import type { ActKind, Holder, Receiver } from '../../src/originals/types.ts'

t.test('a code is eight signs that nobody confuses, and reads the same typed, scanned or read aloud', async (t) => {
  const code = codeOf('01938f2e-7d3a-7c11-a2b4-5f6e7d8c9b0a')
  t.match(code, /^BG-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
  t.notMatch(signs, /[01ILO]/)
  for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('-', ''), code.slice(3)])
    t.equal(readCode(typed), code, typed)
  t.equal(readCode('BG-0000-0000'), undefined)
  t.equal(readCode('000.00.18.H24-261113-0187'), undefined, 'a dossier’s code is no original')
})

t.test('one wrong sign or two swapped signs are noticed, always', async () => {
  const seven = fc.stringMatching(new RegExp(`^[${signs}]{7}$`))
  fc.assert(
    fc.property(seven, fc.nat(7), fc.nat(30), fc.nat(7), (text, place, sign, other) => {
      const right = [...text, checkSign(text)]
      if (!readCode(right.join(''))) return false
      const wrong = right.with(place, signs[sign]!)
      const swapped = right.with(place, right[other]!).with(other, right[place]!)
      const isNoticed = (changed: string[]) => changed.join('') === right.join('') || readCode(changed.join('')) === undefined
      return isNoticed(wrong) && isNoticed(swapped)
    }),
    { numRuns: 2000 }
  )
})

t.test('a burst of a scanner is read code by code, twice is once, what is no code is shown as it came', async (t) => {
  const [one, two] = [codeOf('01938f2e-7d3a-7c11-a2b4-5f6e7d8c9b0a'), codeOf('01938f2e-7d3a-7c11-a2b4-000000000001')]
  t.strictSame(readScans(`${one}\r\n${two.toLowerCase()}\n${one} EH204518773VN\n`), { codes: [one, two], others: ['EH204518773VN'] })
})

t.test('the house holds originals and certified copies given on paper; a paper only shown, a copy or a file it does not', async (t) => {
  t.ok(isHeld({ form: 'original', given: 'paper' }))
  t.ok(isHeld({ form: 'certified_copy', given: 'post' }))
  for (const paper of [
    { form: 'present', given: 'paper' },
    { form: 'copy', given: 'paper' },
    { form: 'form', given: 'paper' },
    { form: 'original', given: 'file' }
  ])
    t.notOk(isHeld(paper), `${paper.form} ${paper.given}`)
})

t.test('hand-over lists are numbered by desk and day', async (t) => {
  t.equal(listNumber('303', Temporal.PlainDate.from('2026-11-24'), 7), 'GB-303-261124-07')
})

const at = (minute: number) => Temporal.Instant.from('2026-03-02T01:30:00Z').add({ minutes: minute })
const desk = (n: number): Holder & Receiver => ({ kind: 'desk', agencyId: `agency ${n}`, agencyName: `Phường ${n}` })
const officer = (n: number): Holder & Receiver => ({
  kind: 'officer',
  personId: `officer ${n}`,
  personName: `Cán bộ ${n}`,
  agencyId: `agency ${n}`,
  agencyName: `Phường ${n}`
})
const places: readonly (Holder & Receiver)[] = [
  desk(1),
  desk(2),
  officer(1),
  officer(2),
  { kind: 'post', carrier: 'vnpost', parcel: { id: 'parcel', number: 'EH1' } },
  { kind: 'shelf', agencyId: 'agency 1', agencyName: 'Phường 1', place: 'A1' },
  { kind: 'citizen', name: 'Lan' }
]
const clerk = (n: number): Actor => ({ id: `clerk ${n}`, name: `Quầy ${n}`, role: 'clerk', agencyId: `agency ${n}` })
const person = (n: number): Actor => ({ id: `officer ${n}`, name: `Cán bộ ${n}`, role: 'officer', agencyId: `agency ${n}` })
const postman: Actor = { id: 'postman', name: 'Bưu tá', role: 'postman' }
const people = [clerk(1), clerk(2), person(1), person(2), postman]
const first: Act = { kind: 'registered', at: at(0), by: clerk(1), to: desk(1) }

type Doing = { kind: ActKind; who: number; place: number; list: number }
const doing: fc.Arbitrary<Doing> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant<ActKind>('offered') },
    { weight: 10, arbitrary: fc.constant<ActKind>('confirmed') },
    {
      weight: 3,
      arbitrary: fc.constantFrom<ActKind[]>('not_received', 'called_back', 'lost', 'found', 'found', 'removed', 'kept', 'registered')
    }
  ),
  who: fc.nat(people.length - 1),
  place: fc.nat(places.length - 1),
  list: fc.nat(2)
})

/** Who may do it, as the actions ask; then the fold itself. */
function tryIt(now: Custody, { kind, who, place, list }: Doing, minute: number): Act | undefined {
  const by = people[who]!
  const to = kind === 'lost' ? { kind: 'lost' as const, last: by.name } : places[place]!
  // Mostly on the right list, now and then on another.
  const listId = kind !== 'offered' && now.offer && list < 2 ? now.offer.listId : `list ${list}`
  const act: Act = { kind, at: at(minute), by, to, listId }
  const mine =
    kind === 'confirmed' || kind === 'not_received'
      ? now.offer !== null && mayReceive(now.offer.to, by)
      : mayGive(now.holder, by) || kind === 'found'
  if (!mine) return undefined
  try {
    follow(now, act)
    return act
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return undefined
  }
}

t.test('whatever two desks, two officers and a postman do: one holder, moved only by both sides, and nothing disappears', async (t) => {
  let confirmed = 0
  fc.assert(
    fc.property(fc.array(doing, { minLength: 5, maxLength: 60 }), (doings) => {
      const acts: Act[] = [first]
      let now = custodyOf(acts)!
      for (const [minute, one] of doings.entries()) {
        const act = tryIt(now, one, minute + 1)
        if (!act) continue
        const before = now
        acts.push(act)
        now = custodyOf(acts)!
        if (JSON.stringify(now.holder) === JSON.stringify(before.holder)) continue
        // The holder is another one: by an offer of who had it and a confirmation of who gets it, or by a word said with a reason.
        if (act.kind === 'confirmed') {
          confirmed++
          if (!before.offer || JSON.stringify(before.offer.to) !== JSON.stringify(now.holder)) return false
          const giver = people.find(({ id }) => id === before.offer!.byId)!
          if (!mayGive(before.holder, giver) || !mayReceive(before.offer.to, act.by as Actor)) return false
          const isInside = now.holder.kind === 'desk' || now.holder.kind === 'officer'
          if (isInside && before.holder.kind !== 'post' && giver.id === act.by.id) return false
        } else if (!['lost', 'found', 'removed'].includes(act.kind)) return false
        if (now.offer) return false
      }
      // Folding all of it again says the same: the history explains where it is.
      return now.holder !== undefined && JSON.stringify(custodyOf(acts)) === JSON.stringify(now)
    }),
    { numRuns: 3000, seed: 20261124 }
  )
  t.ok(confirmed > 500, `${confirmed} papers really went from hand to hand`)
})

t.test('a receiver cannot take what nobody gave, nor from another list than the one it is on', async (t) => {
  const offered: Act = { kind: 'offered', at: at(1), by: clerk(1), to: desk(2), listId: 'list 1' }
  t.throws(() => custodyOf([first, { kind: 'confirmed', at: at(1), by: clerk(2) }]), { code: 'ORIGINAL_NOT_OFFERED' })
  t.throws(() => custodyOf([first, offered, { kind: 'confirmed', at: at(2), by: clerk(2), listId: 'list 2' }]), {
    code: 'ORIGINAL_NOT_OFFERED'
  })
  t.throws(() => custodyOf([first, offered, { ...offered, to: officer(1) }]), { code: 'ORIGINAL_ON_ITS_WAY' })
  t.throws(() => custodyOf([first, offered, { kind: 'confirmed', at: at(2), by: clerk(1), listId: 'list 1' }]), {
    code: 'ORIGINAL_BOTH_SIDES'
  })
  t.match(
    custodyOf([first, offered]),
    { holder: { agencyId: 'agency 1' }, offer: { to: { agencyId: 'agency 2' } } },
    'it is the giver’s until then'
  )
})
