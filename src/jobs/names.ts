// What can wait until the person has left: every job's name and what it is told. Handlers are tied in handlers.ts.

/** Jobs that a move of a dossier calls for; each is told which move (its number in the dossier's history). */
export type AfterMove = { dossierId: string; moveSeq: number }

export type JobPayloads = {
  'document.filing_confirmation': AfterMove
  'document.filled_form': AfterMove
  'document.receipt': AfterMove
  'document.supplement_request': AfterMove
  'document.rejection': AfterMove
  /** A result was handed over the counter: who took it, against which paper, with the signature. */
  'document.hand_over_slip': AfterMove
  /** Mẫu số 04, as signed. */
  'document.apology': AfterMove
  /** A result was signed: the city's seal is put to its bytes. */
  'document.result': AfterMove
  /** The steps of the internal process follow the dossier: planned, shifted, paused or ended. */
  'process.follow': AfterMove
  /** An officer signed for the originals of a dossier: it has left the desk. */
  'process.originals': { dossierId: string; by: string; at: string }
  /** The time another office had for its answer is over. */
  'process.consultation': { consultationId: string }
  /** Its line in the register of results. */
  'result.register': AfterMove
  /** A signer ordered up to fifty drafts to be signed. */
  'result.sign': { batchId: string }
  /** A result was taken back: tell whose it is. */
  'notice.result_revoked': { resultId: string }
  'notice.submitted': AfterMove
  'notice.accepted': AfterMove
  'notice.refused': AfterMove
  'notice.supplement': AfterMove
  'notice.supplemented': AfterMove
  'notice.result': AfterMove
  'notice.payment': AfterMove
  'notice.returned': AfterMove
  'notice.withdrawn': AfterMove
  'notice.apology': AfterMove
  /** Papers are to be collected at the citizen's home: open the pick-up. */
  'papers.collect': AfterMove
  /** A result is ready: send it the way the citizen chose. */
  'result.dispatch': AfterMove
  /** The dossier is withdrawn or refused: parcels not yet in custody are called off. */
  'shipment.call_off': AfterMove
  /** Taken back or refused before anybody worked on it: what was paid goes back. */
  'payment.refund': AfterMove
  'payment.receipt': { entryId: string }
  /** Accepted: the next line in the book of the year. */
  'register.enter': AfterMove
  'register.export': { exportId: string }
  /** Papers came into the house: each original gets its code. */
  'originals.register': AfterMove
  /** A parcel that may hold originals was taken by the post, handed over, brought back or lost. */
  'originals.parcel': {
    parcelId: string
    where: 'post' | 'citizen' | 'desk' | 'lost'
    carrier: string
    at: string
    /** Who signed: the citizen, or the clerk who took it back. */
    receiver?: string
    agencyId?: string
  }
  'shipment.order': { shipmentId: string }
  /** A bordereau was signed: its lines are received, each for itself; and it is drawn as a paper. */
  'manifest.receive': { manifestId: string }
  'manifest.print': { manifestId: string }
  'shipment.inbound': { rawId: string }
  /** The recipient said how to receive what could not be handed over. */
  'shipment.instruct': { wishId: string }
  'notice.parcel_wish': { wishId: string }
  'shipment.delivered': { shipmentId: string }
  'notice.parcel': { shipmentId: string; status: string; attempt: number }
  /** A petition was sent, passed on, answered or declined: tell who sent it. */
  'notice.petition': { petitionId: string; moveSeq: number }
  'notice.question': { questionId: string; answerCount: number }
  /** Somebody came with a paper missing and wants the list on the telephone. */
  'notice.guidance': { slipId: string }
  /** Thirty days are over: who it was is forgotten. */
  'guidance.forget': { slipId: string }
  'notice.sign_in_code': { phone: string; code: string; locale: 'vi' | 'en'; at: string }
  /** Help was asked for and allowed, or it ended: tell both. */
  'notice.help': { consentId: string; occasion: 'given' | 'ended' }
  'notice.helper_code': { askId: string; helperId: string; phone: string; code: string }
  /** Seven days are over. */
  'help.expire': { consentId: string }
  /** A sign-in elsewhere was linked to an account: whoever has its phone is told. */
  'notice.identity_linked': { phone: string; provider: string; locale: 'vi' | 'en'; at: string }
  /** The old phone of an account is told that it no longer is. */
  'notice.phone_changed': { phone: string; newPhone: string; locale: 'vi' | 'en'; at: string }
  /** Numbers were lent to a desk's machine: the city vouches for them. */
  'outage.certify': { leaseId: string }
  'message.send': { messageId: string }
  /** A draft was left alone for long: warn its owner, and a week later delete it. */
  'draft.look': { dossierId: string }
  'notice.draft_ending': { dossierId: string; revision: number; endsAt: string }
}

export type JobName = keyof JobPayloads
export type MoveJobName = { [Name in JobName]: JobPayloads[Name] extends AfterMove ? Name : never }[JobName]
