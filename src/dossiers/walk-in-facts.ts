// Who stands at the desk, as far as card, number and this agency's own dossiers tell. Nothing here decides; the clerk sees it and asks.

import { numberAgrees, readScannedCard } from '../accounts/identity-card.ts'
import { findPersonByPhone, findVerifiedPerson } from '../accounts/queries.ts'
import { isIdentityNumber, parsePhone } from '../accounts/rules.ts'
import type { Context } from '../context.ts'
import { type Body, digits, oneLine, textOf } from '../forms/typed.ts'
import { fold } from '../kernel/fold.ts'
import { reusableResults } from '../results/queries.ts'
import type { Result } from '../results/store.ts'
import { lastFiledBy, type OpenDossier, openDossiersOf } from './desk-queries.ts'
import { readWho } from './filing-form.ts'

export type Standing = {
  /** What stands in the fields now. */
  typed: Body
  scan?: 'whole' | 'only_number' | 'unreadable' | undefined
  /** The number tells another sex or year of birth. */
  disagrees: boolean
  last?: { filedAt: Temporal.Instant | null; procedureName: string } | undefined
  account?: { personId: string; provider: string } | undefined
  phoneHasAccount: boolean
  open: OpenDossier[]
  /** Results of ours that hold, of the applicant: they need not be brought (NĐ 61/2018 Đ4). */
  results: Result[]
}

/** Another card is another person: what belonged to the one before goes. */
const withoutFiler = (body: Body): Body =>
  Object.fromEntries(
    Object.entries(body).filter(
      ([name]) => !name.startsWith('filer.') && !['looked', 'attach', 'attachShown', 'sex', 'again'].includes(name)
    )
  )

function born(iso: string | undefined): Body {
  const [year = '', month = '', day = ''] = (iso ?? '').split('-')
  return iso ? { 'filer.bornOnDay': day, 'filer.bornOnMonth': month, 'filer.bornOnYear': year } : {}
}

/** A burst of the scanner, or twelve digits typed into its field, put into the fields of the person. */
export function scanned(body: Body): Pick<Standing, 'typed' | 'scan'> {
  const text = textOf(body, 'scan')
  const typed: Body = { ...body, scan: '' }
  if (!text) return { typed }
  const card = readScannedCard(text)
  if (!card) return { typed: body, scan: 'unreadable' }
  const before = digits(body, 'filer.identityNumber')
  const kept = before && before !== card.identityNumber ? withoutFiler(typed) : typed
  const number = { 'filer.identityNumber': card.identityNumber }
  if (card.layout === 'unknown') return { typed: { ...kept, ...number }, scan: text === card.identityNumber ? undefined : 'only_number' }
  const { name, address, sex, bornOn } = card
  return { typed: { ...kept, ...number, 'filer.name': name, 'filer.address': address, sex, ...born(bornOn) }, scan: 'whole' }
}

type Known = {
  name?: string | null | undefined
  phone?: string | undefined
  address?: string | null | undefined
  email?: string | null | undefined
  bornOn?: string | undefined
}

/** What is known goes into fields that are empty; a typed word is never written over. */
function completed(typed: Body, { name, phone, address, email, bornOn }: Known): Body {
  const known: Body = { 'filer.name': name ?? '', 'filer.phone': phone ?? '', 'filer.address': address ?? '', 'filer.email': email ?? '' }
  const isUndated = !['Day', 'Month', 'Year'].some((part) => textOf(typed, `filer.bornOn${part}`))
  const blanks = Object.entries({ ...known, ...(isUndated ? born(bornOn) : {}) }).filter(([field, value]) => value && !textOf(typed, field))
  return { ...typed, ...Object.fromEntries(blanks) }
}

function isDisagreeing(typed: Body, number: string): boolean {
  const year = digits(typed, 'filer.bornOnYear')
  const sex = (['male', 'female'] as const).find((one) => one === textOf(typed, 'sex'))
  return isIdentityNumber(number) && !numberAgrees(number, { sex, bornOn: /^\d{4}$/.test(year) ? year : undefined })
}

/** A head is full after so many. */
const mostKnown = 6

type Asking = { body: Body; agencyId: string; today: Temporal.PlainDate }

/**
 * The person of a number: from this agency's own dossiers, else from an account an identity provider vouched for. An account whose number
 * was only typed is not asked: whoever typed it would have their own phone put on a stranger's dossier.
 */
export async function standingOf({ db }: Context, { body, agencyId, today }: Asking): Promise<Standing> {
  const read = scanned(body)
  const number = digits(read.typed, 'filer.identityNumber')
  const phone = parsePhone(textOf(read.typed, 'filer.phone'))
  const identityNumber = isIdentityNumber(number) ? number : undefined
  const key = identityNumber ?? phone ?? ''
  const [last, verified, ofPhone] = await Promise.all([
    lastFiledBy(db, { agencyId, identityNumber, phone }),
    identityNumber ? findVerifiedPerson(db, identityNumber) : undefined,
    phone ? findPersonByPhone(db, phone) : undefined
  ])
  const isNew = key !== '' && key !== textOf(read.typed, 'looked')
  const vouched = verified && { ...verified, name: verified.fullName, bornOn: verified.bornOn?.toString() }
  const filled = isNew ? completed(read.typed, { ...vouched, ...(last && withoutBlanks(last.filer)) }) : read.typed
  const typed = { ...filled, looked: key }
  const isSame = verified && fold(verified.fullName ?? '') === fold(oneLine(typed, 'filer.name'))
  const party = readWho(typed, today).changes.applicant
  const [open, results] = await Promise.all([
    openDossiersOf(db, { agencyId, party }),
    reusableResults(db, { identityNumber: party?.identityNumber ?? party?.taxCode })
  ])
  return {
    ...read,
    typed,
    disagrees: isDisagreeing(typed, number),
    last,
    account: isSame ? { personId: verified.id, provider: verified.verifiedBy ?? '' } : undefined,
    phoneHasAccount: ofPhone !== undefined && ofPhone.id !== verified?.id,
    open,
    results: results.slice(0, mostKnown)
  }
}

const withoutBlanks = ({ name, phone, address, email, bornOn }: Known): Known =>
  Object.fromEntries(Object.entries({ name, phone, address, email, bornOn }).filter(([, value]) => value))

/** The account this dossier is put into: one that is shown, still verified, of the same number and name, and ticked by the clerk. */
export async function accountFor({ db }: Context, body: Body): Promise<string | undefined> {
  if (textOf(body, 'attach') !== '1') return undefined
  const verified = await findVerifiedPerson(db, digits(body, 'filer.identityNumber'))
  return verified && fold(verified.fullName ?? '') === fold(oneLine(body, 'filer.name')) ? verified.id : undefined
}
