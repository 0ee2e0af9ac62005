// The pages of a filing as forms: what was typed becomes changes of the draft and errors of the page. Pure.
import { type Body, digits, oneLine, phoneOf, textOf, type Values } from '../forms/typed.ts'
import type { FieldErrorCode } from '../kernel/field-errors.ts'
import type { FieldErrors } from '../kernel/refusal.ts'
import type { Delivery, Party, PickUp, PostalAddress } from './types.ts'

type DateRead = { iso?: string | undefined; error?: FieldErrorCode | undefined }

/** Three boxes, or the year alone: old papers often know no more. */
function readDate(body: Body, name: string, today: Temporal.PlainDate): DateRead {
  const [day, month, year] = ['Day', 'Month', 'Year'].map((part) => digits(body, `${name}${part}`)) as [string, string, string]
  if (!day && !month && !year) return {}
  const isYear = /^(19|20)\d{2}$/.test(year)
  if (isYear && !day && !month) return Number(year) > today.year ? { error: 'DATE_IN_FUTURE' } : { iso: year }
  if (!isYear || !/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month)) return { error: 'DATE_INVALID' }
  try {
    const date = Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' })
    return Temporal.PlainDate.compare(date, today) > 0 ? { error: 'DATE_IN_FUTURE' } : { iso: date.toString() }
  } catch {
    return { error: 'DATE_INVALID' }
  }
}

/** `2026-11-09` or `2026` in the three boxes of a form. */
function dateValues(name: string, iso: string | undefined): Values {
  const [year, month, day] = (iso ?? '').split('-')
  return { [`${name}Day`]: day, [`${name}Month`]: month, [`${name}Year`]: year }
}

function personOf(body: Body, at: string, bornOn: string | undefined): Party {
  return {
    kind: 'person',
    name: oneLine(body, `${at}.name`),
    identityNumber: digits(body, `${at}.identityNumber`) || undefined,
    bornOn,
    phone: phoneOf(body, `${at}.phone`),
    email: oneLine(body, `${at}.email`) || undefined,
    address: oneLine(body, `${at}.address`) || undefined
  }
}

export const whoms = ['self', 'other', 'organisation'] as const
export type Whom = (typeof whoms)[number]
export type WhoChanges = { filer: Party; applicant: Party; relation: string | null }

/** Page 1: who files, and for whom. Errors that only this page can see; the rest comes from checkApplication. */
export function readWho(body: Body, today: Temporal.PlainDate): { changes: WhoChanges; errors: FieldErrors } {
  const errors: FieldErrors = {}
  const dateAt = (name: string) => {
    const { iso, error } = readDate(body, name, today)
    if (error) errors[name] = error
    return iso
  }
  const filer = personOf(body, 'filer', dateAt('filer.bornOn'))
  const whom = whoms.find((one) => one === textOf(body, 'whom')) ?? 'self'
  if (whom === 'self') return { changes: { filer, applicant: filer, relation: null }, errors }
  if (whom === 'organisation') {
    const organisation: Party = {
      kind: 'organisation',
      name: oneLine(body, 'organisation.name'),
      taxCode: digits(body, 'organisation.taxCode'),
      phone: phoneOf(body, 'organisation.phone') || filer.phone,
      address: oneLine(body, 'organisation.address') || undefined
    }
    return { changes: { filer, applicant: organisation, relation: oneLine(body, 'position') || null }, errors }
  }
  const person = personOf(body, 'applicant', dateAt('applicant.bornOn'))
  const applicant = { ...person, phone: person.phone || filer.phone, address: person.address ?? filer.address }
  const relation = oneLine(body, 'relation')
  if (!relation) errors['relation'] = 'REQUIRED'
  // An empty relation still tells "another person" from "myself", so that the page opens as it was left.
  return { changes: { filer, applicant, relation }, errors }
}

type Who = { filer: Party; applicant: Party; relation: string | null }

export function whomOf({ applicant, relation }: Who): Whom {
  if (applicant.kind === 'organisation') return 'organisation'
  return relation === null ? 'self' : 'other'
}

function partyValues(at: string, party: Party): Values {
  const { name, phone, identityNumber, email, address, taxCode, bornOn } = party
  const plain = { name, phone, identityNumber, email, address, taxCode }
  return {
    ...Object.fromEntries(Object.entries(plain).map(([field, value]) => [`${at}.${field}`, value])),
    ...dateValues(`${at}.bornOn`, bornOn)
  }
}

export function whoValues(who: Who): Values {
  const whom = whomOf(who)
  const filer = { whom, ...partyValues('filer', who.filer) }
  if (whom === 'self') return filer
  const relation = who.relation ?? ''
  return whom === 'other'
    ? { ...filer, ...partyValues('applicant', who.applicant), relation }
    : { ...filer, ...partyValues('organisation', who.applicant), position: relation }
}

type WardName = (code: string) => string | undefined

function addressOf(body: Body, at: string, wardName: WardName): PostalAddress {
  const code = textOf(body, `${at}.wardCode`)
  const name = wardName(code)
  return {
    name: oneLine(body, `${at}.name`),
    phone: phoneOf(body, `${at}.phone`),
    address: oneLine(body, `${at}.address`),
    wardCode: name ? code : '',
    wardName: name ?? ''
  }
}

/** Page 4: the way of the result and the way of the papers. What is left empty for the papers is taken from the result's address. */
export function readDelivery(body: Body, { wardName, filer, mayUpload }: { wardName: WardName; filer: Party; mayUpload: boolean }) {
  const method = textOf(body, 'delivery.method')
  const errors: FieldErrors = {}
  if (!['desk', 'post', 'electronic'].includes(method)) errors['delivery.method'] = 'CHOICE_REQUIRED'
  const delivery: Delivery =
    method === 'post' ? { method, ...addressOf(body, 'delivery', wardName) } : method === 'electronic' ? { method } : { method: 'desk' }
  const collected = textOf(body, 'pickUp.method') === 'collect'
  // Level 2 (NĐ 43/2011 Đ3.4): the form is filled in here, the papers themselves must travel.
  if (!collected && !mayUpload) errors['pickUp.method'] = 'CHOICE_REQUIRED'
  const pickUp = collected ? pickUpOf(body, wardName, delivery, filer) : null
  return { changes: { delivery, pickUp }, errors }
}

function pickUpOf(body: Body, wardName: WardName, delivery: Delivery, filer: Party): PickUp {
  const typed = addressOf(body, 'pickUp', wardName)
  const known = delivery.method === 'post' ? delivery : { name: filer.name, phone: filer.phone, address: '', wardCode: '', wardName: '' }
  const ward = typed.wardCode ? typed : known
  return {
    name: typed.name || known.name,
    phone: typed.phone || known.phone,
    address: typed.address || known.address,
    wardCode: ward.wardCode,
    wardName: ward.wardName,
    when: textOf(body, 'pickUp.when') || undefined
  }
}

/** The page as the draft has it; a result not yet addressed starts with the filer's own particulars. */
export function deliveryValues({ delivery, pickUp, filer }: { delivery: Delivery; pickUp: PickUp | null; filer: Party }): Values {
  const own = { name: filer.name, phone: filer.phone, address: filer.address, wardCode: '' }
  const named = (at: string, from: Partial<PostalAddress>) => ({
    [`${at}.name`]: from.name,
    [`${at}.phone`]: from.phone,
    [`${at}.address`]: from.address,
    [`${at}.wardCode`]: from.wardCode
  })
  return {
    'delivery.method': delivery.method,
    ...named('delivery', delivery.method === 'post' ? delivery : own),
    'pickUp.method': pickUp ? 'collect' : 'upload',
    'pickUp.when': pickUp?.when,
    ...(pickUp ? named('pickUp', pickUp) : {})
  }
}

/** Errors as the pages name their fields: a person who files for himself is asked once, an organisation has fields of its own. */
export function namedAsOnPages(errors: FieldErrors, whom: Whom): FieldErrors {
  const renamed = Object.entries(errors).flatMap(([field, code]): [string, FieldErrorCode][] => {
    if (!field.startsWith('applicant.')) return [[field, code]]
    if (whom === 'self') return []
    return [[whom === 'organisation' ? field.replace('applicant.', 'organisation.') : field, code]]
  })
  return Object.fromEntries(renamed)
}
