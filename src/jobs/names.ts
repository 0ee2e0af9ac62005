// What can wait until the person has left: every job's name and what it is told. Handlers are tied in handlers.ts.

/** Jobs that a move of a dossier calls for; each is told which move (its number in the dossier's history). */
export type AfterMove = { dossierId: string; moveSeq: number }

export type JobPayloads = {
  'document.filing_confirmation': AfterMove
  'document.receipt': AfterMove
  'document.supplement_request': AfterMove
  'document.rejection': AfterMove
  'notice.submitted': AfterMove
  'notice.accepted': AfterMove
  'notice.refused': AfterMove
  'notice.supplement': AfterMove
  'notice.supplemented': AfterMove
  'notice.result': AfterMove
  'notice.payment': AfterMove
  'notice.returned': AfterMove
  'notice.withdrawn': AfterMove
  /** Papers are to be collected at the citizen's home: open the pick-up. */
  'papers.collect': AfterMove
  /** A result is ready: send it the way the citizen chose. */
  'result.dispatch': AfterMove
  /** The dossier is withdrawn or refused: parcels not yet in custody are called off. */
  'shipment.call_off': AfterMove
  /** Taken back or refused before anybody worked on it: what was paid goes back. */
  'payment.refund': AfterMove
  'payment.receipt': { entryId: string }
  'shipment.order': { shipmentId: string }
  'shipment.inbound': { rawId: string }
  'shipment.delivered': { shipmentId: string }
  'notice.parcel': { shipmentId: string; status: string; attempt: number }
  /** A petition was sent, passed on, answered or declined: tell who sent it. */
  'notice.petition': { petitionId: string; moveSeq: number }
  'notice.question': { questionId: string; answerCount: number }
  'notice.sign_in_code': { phone: string; code: string; locale: 'vi' | 'en'; at: string }
  'message.send': { messageId: string }
}

export type JobName = keyof JobPayloads
export type MoveJobName = { [Name in JobName]: JobPayloads[Name] extends AfterMove ? Name : never }[JobName]
