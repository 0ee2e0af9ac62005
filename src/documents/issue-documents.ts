// The jobs that make papers: read the case, print the form, keep the file, remember that it was issued. Safe to run twice.
import { systemActor } from '../accounts/roles.ts'
import type { Context, Outside } from '../context.ts'
import { explain } from '../deadlines/explain.ts'
import { filesOf } from '../files/queries.ts'
import { insertFile } from '../files/store.ts'
import type { AfterMove } from '../jobs/names.ts'
import { dayOf } from '../kernel/time.ts'
import { channelNames, sayProcessingTime } from '../procedures/words.ts'
import { enterRegister } from '../registers/actions/enter.ts'
import { registerPaper, type Sealed, type Sealing, sealFacts } from './actions/seal-paper.ts'
import { type Case, countOf, headingOf, lookUpOf, ownerOf, personOf, readCase, resultPlace } from './case.ts'
import { printFilingConfirmation } from './forms/filing-confirmation.ts'
import { printReceipt } from './forms/receipt.ts'
import { printRejection } from './forms/rejection.ts'
import { printSupplementRequest } from './forms/supplement-request.ts'
import { hasIssued, wordingOn } from './queries.ts'
import type { IssuedForm } from './rules.ts'
import { insertIssued } from './store.ts'
import type { Wording } from './wording.ts'

type Printed = { number: string; name: string; bytes: Uint8Array }
/** Seals the facts of the paper being printed and gives the address for its QR code; the register gets its line with the file. */
type SealIt = (facts: Pick<Sealing, 'number' | 'signedBy' | 'dueAt' | 'lines'>) => Promise<string>
type Print = (context: Context, read: Case & { wording: Wording }, sealed: SealIt) => Promise<Printed | undefined>

export function issue(form: IssuedForm, print: Print) {
  return async (context: Context, outside: Pick<Outside, 'seal'>, after: AfterMove): Promise<void> => {
    if (await hasIssued(context.db, { ...after, form })) return
    const read = await readCase(context, after)
    let sealed: Sealed | undefined
    const wording = await wordingOn(context.db, form, dayOf(read.move.at))
    const printed = await print(context, { ...read, wording }, async (facts) => {
      const { dossier, move, agency } = read
      const holder = dossier.filer.name
      sealed = await sealFacts(context, outside, {
        ...facts,
        form,
        code: dossier.code,
        issuedAt: move.at,
        holder,
        agencyName: agency.name,
        lines: [dossier.procedureName, ...(facts.lines ?? [])]
      })
      return sealed.address
    })
    if (!printed) return
    const { sha256, size } = await context.files.put(printed.bytes)
    const at = context.now()
    await context.db.transaction(async (tx) => {
      const fileId = context.newId()
      const issued = { ...after, form, number: printed.number, fileId, sha256, madeAt: at }
      if (!(await insertIssued(tx, issued))) return
      await insertFile(tx, {
        id: fileId,
        sha256,
        size,
        mediaType: 'application/pdf',
        name: printed.name,
        ownerId: systemActor.id,
        createdAt: at
      })
      if (sealed) await registerPaper(tx, outside, { sealed, dossierId: after.dossierId, fileId, sha256 })
    })
  }
}

const ownerPart = (read: Case) => {
  const owner = ownerOf(read.dossier)
  return owner ? { owner } : {}
}

/** How the fee of a walk-in was paid while the citizen stood there; the move that accepted it says so. */
const paidAtDesk: Readonly<Record<string, string>> = { cash: 'đã nộp tiền mặt', transfer: 'nộp bằng chuyển khoản' }

/** Mẫu số 01 (TT 01/2018/TT-VPCP): receipt and appointment, with how the day was counted. */
export const issueReceipt = issue('receipt', async (context, read, sealed) => {
  const { dossier, move, agency, time, due, papers } = read
  if (!due?.dueAt || !dossier.receivedAt) return undefined
  const heading = headingOf(agency)
  const number = `${read.number}/BPTNTKQ`
  const paid = dossier.fees.map((fee) => ({
    name: fee.name,
    amount: fee.amount,
    state: fee.amount === 0 ? 'không thu' : (paidAtDesk[String(move.facts['paid'])] ?? 'nộp khi nhận kết quả')
  }))
  const clerk = ['clerk', 'supervisor'].includes(move.actorRole) ? move.actorName : ''
  // The line is given with the first paper that names it; the job that enters it finds it there.
  const book = await context.db.transaction((tx) => enterRegister(tx, dossier))
  const bytes = await printReceipt({
    heading,
    number,
    code: dossier.code,
    issuedAt: move.at,
    trackingUrl: read.trackingUrl,
    sealUrl: await sealed({ number, signedBy: clerk, dueAt: due.dueAt, lines: papers.map(({ name }) => name) }),
    channel: channelNames[dossier.channel].vi,
    applicant: personOf(dossier.filer),
    ...ownerPart(read),
    procedure: dossier.procedureName,
    papers: papers.map(countOf),
    sets: 1,
    processingTime: sayProcessingTime(time, 'vi').toLowerCase(),
    receivedAt: dossier.receivedAt,
    dueAt: due.dueAt,
    explanation: explain(due, time, 'vi'),
    resultAt: resultPlace(dossier, heading),
    book: book && { volume: book.number, line: String(book.line) },
    fees: paid,
    lookUp: lookUpOf(context),
    clerk,
    wording: read.wording
  })
  return { number, name: `giay-tiep-nhan-${dossier.code}.pdf`, bytes }
})

/** Mẫu số 02: everything to be completed, in one request. */
export const issueSupplementRequest = issue('supplement_request', async (context, read, sealed) => {
  const { dossier, move, agency, requests } = read
  const request = requests.find(({ number }) => number === move.facts['number'])
  if (!request) return undefined
  const number = `${read.number}/HDHS`
  const bytes = await printSupplementRequest({
    heading: headingOf(agency),
    number,
    code: dossier.code,
    issuedAt: move.at,
    trackingUrl: read.trackingUrl,
    sealUrl: await sealed({ number, signedBy: move.actorName, lines: request.reasons.map(({ paper, reason }) => `${paper}: ${reason}`) }),
    applicant: personOf(dossier.filer),
    ...ownerPart(read),
    procedure: dossier.procedureName,
    papers: request.reasons
      .filter(({ paperNumber }) => paperNumber !== undefined)
      .map(({ paper }) => countOf({ name: paper, form: 'original', copies: 1, given: 'paper' })),
    reasons: [...request.reasons.map(({ paper, reason }) => `${paper}: ${reason}`), ...(request.note ? [request.note] : [])],
    lookUp: lookUpOf(context),
    officer: { name: move.actorName, phone: '1022' },
    wording: read.wording
  })
  return { number, name: `phieu-bo-sung-${dossier.code}.pdf`, bytes }
})

/** Mẫu số 03: not accepted, with reason and article. */
export const issueRejection = issue('rejection', async (context, read, sealed) => {
  const { dossier, move, agency } = read
  const number = `${read.number}/TCTN`
  const online = dossier.channel !== 'desk' && dossier.filedAt
  const bytes = await printRejection({
    heading: headingOf(agency),
    number,
    issuedAt: move.at,
    sealUrl: await sealed({ number, signedBy: move.actorName, lines: [move.note] }),
    applicant: personOf(dossier.filer),
    ...ownerPart(read),
    procedure: dossier.procedureName,
    reasons: move.note.split('\n').filter((line) => line.trim() !== ''),
    articles: [String(move.facts['legalBasis'])],
    lookUp: lookUpOf(context),
    clerk: { name: move.actorName, phone: '1022' },
    wording: read.wording,
    ...(online
      ? { variant: 'online' as const, code: dossier.code, submittedAt: dossier.filedAt!, trackingUrl: read.trackingUrl }
      : { variant: 'desk' as const, code: dossier.code })
  })
  return { number, name: `phieu-tu-choi-${dossier.code}.pdf`, bytes }
})

/** Our own: what was filed online, file by file with its hash. A walk-in gets Mẫu 01 at once instead. */
export const issueFilingConfirmation = issue('filing_confirmation', async (context, read, sealed) => {
  const { dossier, agency, papers, move } = read
  if (dossier.channel === 'desk') return undefined
  const heading = headingOf(agency)
  const files = new Map(
    (
      await filesOf(
        context.db,
        papers.flatMap(({ fileId }) => fileId ?? [])
      )
    ).map((file) => [file.id, file])
  )
  const collected = dossier.pickUp !== null
  const bytes = await printFilingConfirmation({
    heading,
    code: dossier.code,
    submittedAt: move.at,
    trackingUrl: read.trackingUrl,
    sealUrl: await sealed({ number: dossier.code, signedBy: '', lines: [...files.values()].map(({ sha256 }) => sha256) }),
    applicant: personOf(dossier.filer),
    ...ownerPart(read),
    procedure: dossier.procedureName,
    files: papers.flatMap((paper) => {
      const file = files.get(paper.fileId ?? '')
      return file ? [{ paper: paper.name, fileName: file.name, bytes: file.size, sha256: file.sha256 }] : []
    }),
    resultAt: resultPlace(dossier, heading),
    next: collected
      ? [
          'Bưu tá đến nhà, cùng ông/bà kiểm giấy tờ và niêm phong.',
          'Thời gian nộp theo luật là lúc quầy một cửa ký nhận túi hồ sơ (Quyết định 45/2016/QĐ-TTg, Điều 7).'
        ]
      : [
          'Quầy một cửa kiểm tra hồ sơ trong 08 giờ làm việc và báo kết quả cho ông/bà.',
          'Khi được tiếp nhận, ông/bà nhận Giấy tiếp nhận hồ sơ và hẹn trả kết quả.'
        ],
    lookUp: lookUpOf(context)
  })
  return { number: dossier.code, name: `xac-nhan-nop-${dossier.code}.pdf`, bytes }
})
