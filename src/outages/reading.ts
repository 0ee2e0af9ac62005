// The form of an acceptance without a network, read: by the desk's machine before it gives a number, and by the house when it comes in. Pure.
import { type Application, checkApplication } from '../dossiers/application.ts'
import type { FeeCounts } from '../dossiers/fee-counts.ts'
import { namedAsOnPages, readDelivery, readWho, whomOf } from '../dossiers/filing-form.ts'
import { type Body, listOf, textOf } from '../forms/typed.ts'
import type { FieldErrors } from '../kernel/refusal.ts'
import { countsOf, feesOf, sumOf } from './rules.ts'
import type { OfflineProcedure } from './types.ts'

export type ReadOffline = {
  application: Application
  /** What lies on the desk. */
  papers: { number: number; name: string; form: string; copies: number }[]
  feeCounts: FeeCounts
  fee: number
  errors: FieldErrors
}

type Known = { today: Temporal.PlainDate; procedure: OfflineProcedure; wardName: (code: string) => string | undefined }

/** Everything wrong at once. What was left empty of the result's address is the person's own, as on the ordinary screen. */
export function readOffline(body: Body, { today, procedure, wardName }: Known): ReadOffline {
  const who = readWho(body, today)
  const { filer } = who.changes
  const own = {
    'delivery.method': 'desk',
    'delivery.name': filer.name,
    'delivery.phone': filer.phone,
    'delivery.address': filer.address ?? ''
  }
  const completed = { ...body, ...Object.fromEntries(Object.entries(own).map(([name, usual]) => [name, textOf(body, name) || usual])) }
  const { changes, errors: deliveryErrors } = readDelivery(completed, { wardName, filer, mayUpload: true })
  const application: Application = {
    filer,
    applicant: who.changes.applicant,
    relation: who.changes.relation ?? undefined,
    subject: textOf(body, 'subject') || procedure.name,
    delivery: changes.delivery
  }
  const ticked = new Set(listOf(body, 'paper').map(Number))
  const papers = procedure.documents
    .filter(({ number }) => ticked.has(number))
    .map(({ number, name, form, copies }) => {
      const counted = Number(textOf(body, `copies.${number}`))
      return { number, name, form, copies: Number.isInteger(counted) && counted > 0 && counted < 1000 ? counted : copies }
    })
  const offered = { onlineLevel: procedure.onlineLevel, postIn: true, postOut: procedure.postOut }
  // NĐ 61/2018 Đ17: checked before it is taken.
  const missing = procedure.documents.filter(({ required, number }) => required && !ticked.has(number))
  const errors: FieldErrors = {
    ...who.errors,
    ...deliveryErrors,
    ...namedAsOnPages(checkApplication(application, offered), whomOf(who.changes)),
    ...Object.fromEntries(missing.map(({ number }) => [`paper.${number}`, 'PAPER_REQUIRED' as const]))
  }
  const feeCounts = countsOf(procedure, body)
  return { application, papers, feeCounts, fee: sumOf(feesOf(procedure, feeCounts)), errors }
}
