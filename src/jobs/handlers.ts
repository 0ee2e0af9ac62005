// The one file that ties rooms together: which function of which room does which job.
import type { Context, Outside } from '../context.ts'
import { issueHandOverSlip } from '../counters/actions/issue-hand-over-slip.ts'
import { drawManifest } from '../documents/actions/draw-manifest.ts'
import { exportRegister } from '../documents/actions/export-register.ts'
import { printFilledForm } from '../documents/actions/print-filled-form.ts'
import { sealResult } from '../documents/actions/seal-result.ts'
import { issueApology } from '../documents/issue-apology.ts'
import { issueFilingConfirmation, issueReceipt, issueRejection, issueSupplementRequest } from '../documents/issue-documents.ts'
import { expireHelp } from '../dossiers/actions/end-help.ts'
import { forgetVisitor } from '../dossiers/actions/forget-guidance.ts'
import { lookAtDraft } from '../dossiers/actions/look-at-draft.ts'
import { tellOfAnswer, tellOfPetition } from '../feedback/actions/tell-sender.ts'
import { tellOfLinkedSignIn, tellOfNewPhone } from '../notifications/actions/tell-of-account.ts'
import { tellOfGuidance } from '../notifications/actions/tell-of-guidance.ts'
import { tellHelperCode, tellOfHelp } from '../notifications/actions/tell-of-help.ts'
import {
  notifyOfDraftEnding,
  notifyOfMove,
  notifyOfParcel,
  notifyOfRevocation,
  notifyOfSignInCode,
  notifyOfWish,
  sendMessage
} from '../notifications/notify.ts'
import { followParcel } from '../originals/actions/follow-parcel.ts'
import { registerOriginalsOf } from '../originals/actions/register.ts'
import { certify } from '../outages/actions/certify-lease.ts'
import { issuePaymentReceipt } from '../payments/actions/issue-payment-receipt.ts'
import { refundPayments } from '../payments/actions/refund-payments.ts'
import { escalateConsultation } from '../processing/actions/consult-office.ts'
import { followMove } from '../processing/actions/follow-dossier.ts'
import { forwardWithOriginals } from '../processing/actions/forward-dossier.ts'
import { enterAccepted } from '../registers/actions/enter.ts'
import { registerResult } from '../results/actions/register-result.ts'
import { signBatch } from '../results/actions/sign-batch.ts'
import { callOff } from '../shipments/actions/call-off.ts'
import { instructPost } from '../shipments/actions/instruct-post.ts'
import { closeDelivered, dispatchResult, openPickUp } from '../shipments/actions/open-for-dossier.ts'
import { placeOrder } from '../shipments/actions/place-order.ts'
import { printManifest } from '../shipments/actions/print-manifest.ts'
import { recordTracking } from '../shipments/actions/record-tracking.ts'
import { receiveLines } from '../shipments/actions/sign-manifest.ts'
import type { JobName, JobPayloads } from './names.ts'
import type { Handlers } from './runner.ts'

type Work<Payload> = (context: Context, outside: Outside, payload: Payload) => Promise<unknown>

/** Work that needs no telephone. */
const inside =
  <Payload>(work: (context: Context, payload: Payload) => Promise<unknown>): Work<Payload> =>
  (context, _, payload) =>
    work(context, payload)

const works: { [Name in JobName]: Work<JobPayloads[Name]> } = {
  'document.filing_confirmation': issueFilingConfirmation,
  'document.filled_form': inside(printFilledForm),
  'document.receipt': issueReceipt,
  'document.supplement_request': issueSupplementRequest,
  'document.hand_over_slip': issueHandOverSlip,
  'document.rejection': issueRejection,
  'document.apology': issueApology,
  'document.result': sealResult,
  'process.follow': inside(followMove),
  'process.originals': inside(forwardWithOriginals),
  'process.consultation': inside(escalateConsultation),
  'result.register': inside(registerResult),
  'result.sign': signBatch,
  'notice.submitted': inside(notifyOfMove('submitted')),
  'notice.accepted': inside(notifyOfMove('accepted')),
  'notice.refused': inside(notifyOfMove('refused')),
  'notice.supplement': inside(notifyOfMove('supplement')),
  'notice.supplemented': inside(notifyOfMove('supplemented')),
  'notice.payment': inside(notifyOfMove('payment')),
  'notice.result': inside(notifyOfMove('result')),
  'notice.result_revoked': inside(notifyOfRevocation),
  'notice.returned': inside(notifyOfMove('returned')),
  'notice.withdrawn': inside(notifyOfMove('withdrawn')),
  'notice.apology': inside(notifyOfMove('apology')),
  'notice.parcel': inside(notifyOfParcel),
  'notice.parcel_wish': inside(notifyOfWish),
  'notice.petition': inside(tellOfPetition),
  'notice.question': inside(tellOfAnswer),
  'notice.guidance': inside(tellOfGuidance),
  'guidance.forget': inside(forgetVisitor),
  'notice.sign_in_code': inside(notifyOfSignInCode),
  'notice.help': inside(tellOfHelp),
  'notice.helper_code': inside(tellHelperCode),
  'help.expire': inside(expireHelp),
  'notice.identity_linked': inside(tellOfLinkedSignIn),
  'notice.phone_changed': inside(tellOfNewPhone),
  'papers.collect': openPickUp,
  'result.dispatch': dispatchResult,
  'shipment.call_off': callOff,
  'payment.refund': refundPayments,
  'payment.receipt': issuePaymentReceipt,
  'originals.register': inside(registerOriginalsOf),
  'originals.parcel': inside(followParcel),
  'register.enter': inside(enterAccepted),
  'register.export': inside(exportRegister),
  'shipment.order': placeOrder,
  'manifest.receive': inside(receiveLines),
  'manifest.print': inside(printManifest(drawManifest)),
  'shipment.inbound': recordTracking,
  'shipment.instruct': instructPost,
  'shipment.delivered': inside(closeDelivered),
  'draft.look': inside(lookAtDraft),
  'notice.draft_ending': inside(notifyOfDraftEnding),
  'outage.certify': certify,
  'message.send': sendMessage
}

/** The handlers of a worker. */
export function handlersOf(context: Context, outside: Outside): Handlers {
  const handlers = Object.entries(works).map(([name, work]) => [
    name,
    async (payload: never) => {
      await (work as Work<never>)(context, outside, payload)
    }
  ])
  return Object.fromEntries(handlers) as Handlers
}
