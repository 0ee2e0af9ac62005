// The job that makes "Giấy biên nhận trả kết quả" after a result was handed over at the desk. Safe to run twice.

import { headingOf } from '../../documents/case.ts'
import { printHandOverSlip } from '../../documents/forms/hand-over-slip.ts'
import { issue } from '../../documents/issue-documents.ts'
import { resultOf } from '../../dossiers/queries.ts'
import { filesOf } from '../../files/queries.ts'
import { entriesOf } from '../../payments/queries.ts'
import { paidOf, payableLines, totalOf } from '../../payments/rules.ts'

const kinds = { approved: 'Kết quả giải quyết', refused: 'Văn bản từ chối giải quyết' } as const
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])

/** Job `document.hand_over_slip`: what was seen and signed is in the facts of the move. */
export const issueHandOverSlip = issue('hand_over_slip', async (context, read, sealed) => {
  const { dossier, move, agency } = read
  const { facts } = move
  const [result, entries, [signature]] = await Promise.all([
    resultOf(context.db, dossier.id),
    entriesOf(context.db, dossier.id),
    filesOf(context.db, text(facts['signatureFileId']) ? [text(facts['signatureFileId'])] : [])
  ])
  if (!result) return undefined
  const receiver = text(facts['receiver'])
  const number = `${read.number}/BNTKQ`
  const isPaid = paidOf(entries) >= totalOf(dossier.fees)
  const bytes = await printHandOverSlip({
    heading: headingOf(agency),
    number,
    code: dossier.code,
    handedAt: move.at,
    trackingUrl: read.trackingUrl,
    sealUrl: await sealed({ number, signedBy: move.actorName, lines: [result.number, receiver] }),
    procedure: dossier.procedureName,
    owner: dossier.applicantName,
    receiver: {
      name: receiver,
      phone: receiver === dossier.applicant.name ? dossier.applicant.phone : receiver === dossier.filer.name ? dossier.filer.phone : '',
      identity: `${text(facts['paper'])}, 4 số cuối ${text(facts['last4'])}`,
      ...(facts['proxyFileId']
        ? { authority: `giấy ủy quyền (bản chụp kèm hồ sơ)${text(facts['relation']) && `, ${text(facts['relation'])}`}` }
        : {})
    },
    results: [{ kind: kinds[result.kind], number: result.number, summary: result.title, copies: 1 }],
    originals: texts(facts['originals']),
    takenBack: [],
    fees: payableLines(dossier.fees).map(({ name, amount }) => ({ name, amount, state: isPaid ? 'đã nộp' : 'chưa nộp' })),
    clerk: move.actorName,
    signature: signature && (await context.files.get(signature.sha256))
  })
  return { number, name: `bien-nhan-tra-ket-qua-${dossier.code}.pdf`, bytes }
})
