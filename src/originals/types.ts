// Where an original can be, and what can happen to it. Names are kept as they were on the day: an office renamed later stays what signed.

export const holderKinds = ['desk', 'officer', 'post', 'shelf', 'citizen', 'lost', 'removed'] as const

export type Desk = { kind: 'desk'; agencyId: string; agencyName: string }
export type Officer = { kind: 'officer'; personId: string; personName: string; agencyId: string; agencyName: string }
export type Shelf = { kind: 'shelf'; agencyId: string; agencyName: string; place: string }
/** `parcel` is absent on a list with many parcels; each of its lines has one. */
export type Carrier = { kind: 'post'; carrier: string; parcel?: { id: string; number: string } | undefined }
export type Recipient = { kind: 'citizen'; name: string }
/** `last`: who had it, in words. */
type Lost = { kind: 'lost'; last: string }
/** Written down by mistake: there is no such original. */
type Removed = { kind: 'removed' }
export type Holder = Desk | Officer | Shelf | Carrier | Recipient | Lost | Removed

/** To whom somebody can give an original. */
export type Receiver = Desk | Officer | Shelf | Carrier | Recipient

export const actKinds = ['registered', 'offered', 'confirmed', 'not_received', 'called_back', 'lost', 'found', 'removed', 'kept'] as const
export type ActKind = (typeof actKinds)[number]

/** How somebody confirmed: scanned the code, counted the pile, signed (on glass or paper), or the post's own scan or proof. */
export const ways = ['scan', 'count', 'signature', 'post', 'hand'] as const
export type Way = (typeof ways)[number]

/** What becomes of it in the end: given back with the result, at once after copying, or kept by the agency (a paper to be surrendered). */
export const fates = ['with_result', 'at_once', 'retained'] as const
export type Fate = (typeof fates)[number]

/** Who signed for a side: a member of staff by the session, or somebody from outside by a hand. */
export type Signature = {
  name: string
  id?: string | undefined
  fileId?: string | undefined
  onPaper?: boolean | undefined
  idLast4?: string | undefined
  relation?: string | undefined
}
