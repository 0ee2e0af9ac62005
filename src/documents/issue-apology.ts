// The job that makes the letter of apology a head has signed.

import { headingOf, lookUpOf } from './case.ts'
import { printApology } from './forms/apology.ts'
import { issue } from './issue-documents.ts'

const instantOf = (value: unknown) => Temporal.Instant.from(String(value))

/** Mẫu số 04 (TT 01/2018/TT-VPCP), from what the move kept: it stays as it was signed, whatever becomes of the dossier. */
export const issueApology = issue('apology', async (context, read, sealed) => {
  const { dossier, move, agency } = read
  const number = `${read.number}/PXL`
  const [oldDueAt, newDueAt] = [instantOf(move.facts['oldDueAt']), instantOf(move.facts['newDueAt'])]
  const causes = (move.facts['causes'] as string[]).map((cause) => cause.replace(/[.;\s]+$/, ''))
  const bytes = await printApology({
    heading: headingOf(agency),
    number,
    code: dossier.code,
    issuedAt: move.at,
    trackingUrl: read.trackingUrl,
    sealUrl: await sealed({ number, signedBy: move.actorName, dueAt: newDueAt, lines: [oldDueAt.toString(), ...causes] }),
    applicant: { name: dossier.filer.name, isOrganisation: dossier.filer.kind === 'organisation' },
    procedure: dossier.procedureName,
    receivedAt: dossier.receivedAt!,
    oldDueAt,
    newDueAt,
    causes,
    lookUp: lookUpOf(context),
    signer: move.actorName,
    wording: read.wording
  })
  return { number, name: `phieu-xin-loi-${dossier.code}.pdf`, bytes }
})
