// A citizen pays: what is owed, one order at a time, the way to the gateway and back. Nothing here moves money.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { getAgencyById } from '../agencies/queries.ts'
import { qrSvg } from '../documents/barcodes.ts'
import { issuedOf } from '../documents/queries.ts'
import { ownDossier } from '../dossiers/applicant-facts.ts'
import type { Dossier } from '../dossiers/store.ts'
import { helperActor } from '../helping/on-behalf.routes.ts'
import { formatMoney } from '../kernel/money.ts'
import { Refusal } from '../kernel/refusal.ts'
import { admit } from '../web/guard.ts'
import { placePaymentOrder } from './actions/place-payment-order.ts'
import { printPaymentSlip } from './actions/print-payment-slip.ts'
import { queryOf, singleValues } from './gateway.routes.ts'
import { type OpenOrder, type PayFacts, payPage } from './pages/pay.ts'
import { entriesOf, findOrder, lastOrderOf, type PaymentOrder } from './queries.ts'
import { isPayable, orderStanding, paidOf, payableLines, totalOf, unanswered } from './rules.ts'
import type { PayDesk } from './types.ts'
import { vietQr } from './vietqr.ts'
import { payWords } from './words.ts'

/** Seconds between two looks of a page that waits for money. */
const lookEvery = 8

const OneDossier = Type.Object({ id: Type.String({ maxLength: 40 }) })
const Back = Type.Object({ ve: Type.Optional(Type.String({ maxLength: 10 })) })

export const payRoutes: FastifyPluginAsyncTypebox<{ pay: PayDesk }> = async (app, { pay }) => {
  const { context } = app
  const { db } = context
  admit(app, ['applicant'])
  const isOnline = pay.gate !== undefined || pay.account !== undefined

  /** The ways an open order can be paid. */
  function waysOf(order: PaymentOrder, dossier: Dossier, { ip, locale, host, protocol }: FastifyRequest): OpenOrder {
    const { txnRef, amount, expiresAt } = order
    const gateUrl = pay.gate?.payUrl({
      txnRef,
      amount,
      info: `Nop phi ho so ${dossier.code}`,
      // In the trial people type 127.0.0.1 or localhost, and are signed in at that one only.
      returnUrl: `${app.demo ? `${protocol}://${host}` : context.baseUrl}/thanh-toan/ve`,
      ip,
      locale,
      createdAt: context.now(),
      expiresAt
    })
    const label = payWords.qrLabel[locale].replace('{amount}', formatMoney(amount)).replace('{ref}', txnRef)
    const transfer = pay.account && {
      qr: qrSvg(vietQr({ ...pay.account, amount, purpose: txnRef }), label),
      account: pay.account.account,
      tryUrl: pay.tryUrl && `${pay.tryUrl}/chuyen-khoan?${new URLSearchParams({ noiDung: txnRef, soTien: String(amount) })}`
    }
    return { txnRef, amount, expiresAt, gateUrl, transfer }
  }

  async function factsOf(dossier: Dossier, request: FastifyRequest): Promise<PayFacts> {
    const [entries, order, agency, issued] = await Promise.all([
      entriesOf(db, dossier.id),
      lastOrderOf(db, dossier.id),
      getAgencyById(db, dossier.agencyId),
      issuedOf(db, dossier.id)
    ])
    const total = totalOf(dossier.fees)
    const owed = total - paidOf(entries)
    const standing = order && orderStanding(order, context.now())
    const isHeld = standing === 'held'
    const mayPay = isPayable(dossier.state) && owed > 0 && !isHeld
    return {
      dossier,
      agencyName: agency.name,
      lines: payableLines(dossier.fees),
      total,
      owed,
      entries,
      receipts: new Map(issued.flatMap(({ form, number, fileId }) => (form === 'payment_receipt' ? [[number, fileId] as const] : []))),
      hasMismatch: unanswered(entries).length > 0,
      mayPay,
      isOnline,
      isHeld,
      order: mayPay && standing === 'open' ? waysOf(order!, dossier, request) : undefined,
      lastTry: mayPay && (standing === 'failed' || standing === 'expired') ? standing : undefined
    }
  }

  app.get('/ho-so/:id/nop-phi', { schema: { params: OneDossier, querystring: Back } }, async (request, reply) => {
    const dossier = await ownDossier(context, request.params.id, request.actor)
    if (dossier.state === 'draft') return reply.redirect(`/ho-so/${dossier.id}`, 303)
    const facts = await factsOf(dossier, request)
    // By the header and not in the page: it ends by itself with the order, and a page that waits for nothing never reloads.
    if (facts.order) reply.header('refresh', String(lookEvery))
    return reply.page(payPage({ ...request.frame({ form: true }), facts, hasReturned: request.query.ve === 'cho' }))
  })

  app.post('/ho-so/:id/nop-phi', { schema: { params: OneDossier } }, async (request, reply) => {
    if (!isOnline) throw new Refusal('PAYMENT_NOT_ONLINE')
    const { id } = await ownDossier(context, request.params.id, request.actor)
    await placePaymentOrder(context, { dossierId: id, by: request.actor })
    return reply.redirect(`/ho-so/${id}/nop-phi`, 303)
  })

  app.get('/ho-so/:id/nop-phi/phieu', { schema: { params: OneDossier } }, async (request, reply) => {
    const dossier = await ownDossier(context, request.params.id, request.actor)
    const bytes = await printPaymentSlip(context, { dossier, account: pay.account })
    if (!bytes) return reply.redirect(`/ho-so/${dossier.id}/nop-phi`, 303)
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="phieu-nop-phi-${dossier.code}.pdf"`)
      .header('cache-control', 'private, no-store')
      .send(bytes)
  })

  /** Back from the gateway. What the browser carries is only shown; the money is told by the gateway itself. */
  app.get('/thanh-toan/ve', async (request, reply) => {
    const notice = pay.gate?.read(singleValues(queryOf(request)))
    const order = notice?.genuine ? await findOrder(db, notice.txnRef) : undefined
    if (!notice || !order) throw new Refusal('PAYMENT_ENTRY_NOT_FOUND')
    const by = (await helperActor(context, order.dossierId, request.actor)) ?? request.actor
    const { id } = await ownDossier(context, order.dossierId, by)
    return reply.redirect(`/ho-so/${id}/nop-phi${notice.paid || notice.held ? '?ve=cho' : ''}`, 303)
  })
}
