// What a filing must hold before it may be submitted. Pure: answers and rules in, field errors out.
import { isIdentityNumber, isTaxCode, parsePhone } from '../accounts/rules.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import type { Channel, Delivery, Party, PickUp } from './types.ts'

export type Application = {
  filer: Party
  applicant: Party
  /** What the filer is to the applicant, when they are not the same. */
  relation?: string | undefined
  subject: string
  delivery: Delivery
  pickUp?: PickUp | undefined
}

/** What the procedure offers at this agency. */
export type Offered = { onlineLevel: number; postIn: boolean; postOut: boolean }
export type NeededPaper = { number: number; name: string; form: string; required: boolean }

/** Days a draft is kept after its last change, and how long before the end its owner is told. */
const draftDays = { kept: 90, warned: 7 }

/** When the owner of a draft is warned and when it is deleted, unless it is touched again. */
export function draftLife(touchedAt: Temporal.Instant): { warnAt: Temporal.Instant; endsAt: Temporal.Instant } {
  const after = (days: number) => touchedAt.add({ hours: 24 * days })
  return { warnAt: after(draftDays.kept - draftDays.warned), endsAt: after(draftDays.kept) }
}

const maxText = 2000

function checkParty(party: Party, at: string): FieldErrors {
  const errors: FieldErrors = {}
  if (!party.name.trim()) errors[`${at}.name`] = party.kind === 'organisation' ? 'ORGANISATION_NAME_REQUIRED' : 'NAME_REQUIRED'
  if (party.name.length > 200) errors[`${at}.name`] = 'TOO_LONG'
  if (!parsePhone(party.phone)) errors[`${at}.phone`] = 'PHONE_INVALID'
  if (party.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(party.email)) errors[`${at}.email`] = 'EMAIL_INVALID'
  if (party.kind === 'person' && party.identityNumber && !isIdentityNumber(party.identityNumber)) {
    errors[`${at}.identityNumber`] = 'IDENTITY_NUMBER_INVALID'
  }
  if (party.kind === 'organisation' && !isTaxCode(party.taxCode ?? '')) errors[`${at}.taxCode`] = 'TAX_CODE_INVALID'
  if ((party.address ?? '').length > maxText) errors[`${at}.address`] = 'TOO_LONG'
  return errors
}

function checkAddress(address: PickUp, at: string): FieldErrors {
  const errors: FieldErrors = {}
  if (!address.name.trim()) errors[`${at}.name`] = 'NAME_REQUIRED'
  if (!parsePhone(address.phone)) errors[`${at}.phone`] = 'PHONE_INVALID'
  if (!address.address.trim()) errors[`${at}.address`] = 'ADDRESS_REQUIRED'
  if (!address.wardCode) errors[`${at}.wardCode`] = 'WARD_REQUIRED'
  return errors
}

/** Everything wrong with a filing at once, so that nobody is sent back twice. */
export function checkApplication(application: Application, offered: Offered): FieldErrors {
  const { filer, applicant, delivery, pickUp, subject } = application
  const errors: FieldErrors = { ...checkParty(applicant, 'applicant'), ...checkParty(filer, 'filer') }
  if (!subject.trim()) errors['subject'] = 'SUBJECT_REQUIRED'
  if (subject.length > maxText) errors['subject'] = 'TOO_LONG'
  if (delivery.method === 'post' && !offered.postOut) errors['delivery.method'] = 'CHOICE_NOT_OFFERED'
  // Level 4 (NĐ 43/2011 Đ3.4): only then may the result itself be returned online.
  if (delivery.method === 'electronic' && offered.onlineLevel < 4) errors['delivery.method'] = 'CHOICE_NOT_OFFERED'
  if (delivery.method === 'post') Object.assign(errors, checkAddress(delivery, 'delivery'))
  if (pickUp && !offered.postIn) errors['pickUp.method'] = 'CHOICE_NOT_OFFERED'
  if (pickUp) Object.assign(errors, checkAddress(pickUp, 'pickUp'))
  return errors
}

/** May a dossier come in this way? Online filing needs level 3 (NĐ 43/2011 Đ3.4), the post the list of QĐ 45/2016 Đ13. */
export function mayFileBy(channel: Channel, offered: Offered): boolean {
  if (channel === 'online') return offered.onlineLevel >= 3
  if (channel === 'post') return offered.postIn
  return true
}

/** Papers that must come with the filing but did not. Papers only shown at the desk are asked for there. */
export const missingPapers = (needed: readonly NeededPaper[], given: readonly { number: number }[]): NeededPaper[] =>
  needed.filter((paper) => paper.required && paper.form !== 'present' && !given.some(({ number }) => number === paper.number))

/** @throws Refusal FORM_INCOMPLETE when any field has something wrong with it */
export function requireFields(wrong: Record<string, FieldErrors[string] | undefined>): void {
  const fields = Object.fromEntries(Object.entries(wrong).filter(([, code]) => code !== undefined)) as FieldErrors
  if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
}
