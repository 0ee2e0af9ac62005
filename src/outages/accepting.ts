// One acceptance without a network, put together and signed: what the receipt says and what will be sent later are made in one go. Pure.
import { type WorkingCalendar, workingCalendar } from '../deadlines/calendar.ts'
import { type Due, dueAt } from '../deadlines/due.ts'
import { signReceipt } from '../documents/offline-receipt.ts'
import { toBase64Url } from '../documents/signed-bytes.ts'
import { digestOfFacts, initialsOf } from '../documents/verification.ts'
import { dossierCode } from '../dossiers/numbering.ts'
import { dayOf } from '../kernel/time.ts'
import { readOffline } from './reading.ts'
import { contentBytes, receiptLines } from './rules.ts'
import type { HeldLease, Knowledge, OfflineContent, OfflineProcedure, SentItem } from './types.ts'

export const calendarOf = ({ calendar }: Knowledge): WorkingCalendar =>
  workingCalendar({
    days: calendar.days.map((row) => ({ ...row, day: Temporal.PlainDate.from(row.day) })),
    hours: calendar.hours.map((row) => ({
      ...row,
      validFrom: Temporal.PlainDate.from(row.validFrom),
      validTo: row.validTo === null ? null : Temporal.PlainDate.from(row.validTo)
    }))
  })

/** The same counting as the house's, from the calendar the machine was given. */
export const dueOf = (knowledge: Knowledge, { processingTime }: OfflineProcedure, at: Temporal.Instant): Due =>
  dueAt([{ kind: 'received', at }], processingTime, calendarOf(knowledge))

export const wardNameIn =
  ({ wards }: Knowledge) =>
  (code: string): string | undefined => {
    const place = wards.flatMap(({ places }) => places).find((ward) => ward.code === code)
    return place?.name
  }

/** Receipts are sealed by the second. */
export const toSecond = (at: Temporal.Instant): Temporal.Instant => at.round({ smallestUnit: 'second', roundingMode: 'floor' })
const seconds = (at: Temporal.Instant) => at.epochMilliseconds / 1000

export type Sign = (bytes: Uint8Array) => Promise<Uint8Array>

type Accepting = {
  id: string
  knowledge: Knowledge
  lease: HeldLease
  number: number
  at: Temporal.Instant
  body: OfflineContent['body']
  sign: Sign
}

/** Signed by the machine; `body` was read before and has no errors. */
export async function acceptOffline({ id, knowledge, lease, number, at, body, sign }: Accepting): Promise<SentItem & { code: string }> {
  const procedure = knowledge.procedures.find(({ code }) => code === body['procedure'])!
  const { application, papers, fee } = readOffline(body, { today: dayOf(at), procedure, wardName: wardNameIn(knowledge) })
  const due = dueOf(knowledge, procedure, at).dueAt!
  const code = dossierCode(knowledge.agency.identifier, dayOf(at), number)
  const cash = body['pay'] === 'cash' ? fee : 0
  const { name } = application.filer
  const receipt = await signReceipt(sign, lease.certificate, {
    number,
    issuedAt: seconds(at),
    holder: initialsOf(name),
    dueAt: seconds(due),
    amount: cash > 0 ? cash : undefined,
    digest: await digestOfFacts(receiptLines({ code, name, procedure: procedure.name, papers: papers.map((paper) => paper.name) }))
  })
  const content: OfflineContent = {
    v: 1,
    id,
    lease: lease.id,
    number,
    at: at.toString(),
    versionId: procedure.versionId,
    body,
    dueAt: due.toString(),
    fee,
    cash,
    receipt
  }
  return { ...(await signContent(content, sign)), code }
}

export async function signContent(content: OfflineContent, sign: Sign): Promise<SentItem> {
  const text = JSON.stringify(content)
  return { content: text, signature: toBase64Url(await sign(contentBytes(text))) }
}
