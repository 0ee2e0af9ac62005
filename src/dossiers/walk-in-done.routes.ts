// After accepting: number and due date to read out, Mẫu 01 to print as soon as it is made, the money, and on to the next person.
import type { FastifyPluginAsync } from 'fastify'
import { getAgencyById } from '../agencies/queries.ts'
import { counterNow } from '../counters/desk-queries.ts'
import { explain } from '../deadlines/explain.ts'
import { qrSvg } from '../documents/barcodes.ts'
import { issuedOf } from '../documents/queries.ts'
import { formatMoney } from '../kernel/money.ts'
import { entriesOf, lastOrderOf } from '../payments/queries.ts'
import { orderStanding, paidOf, totalOf } from '../payments/rules.ts'
import type { PayDesk } from '../payments/types.ts'
import { vietQr } from '../payments/vietqr.ts'
import { procedureVersion } from '../procedures/queries.ts'
import { admit } from '../web/guard.ts'
import { countDue } from './clock.ts'
import { type DoneMoney, walkInDonePage } from './pages/desk/walk-in-done.ts'
import { dossierAtWork } from './staff-case.ts'
import type { Dossier } from './store.ts'
import { fill } from './words/desk.ts'
import { doneWords } from './words/walk-in.ts'
import { workplaceOf } from './workplace.ts'

/** A worker that has made nothing for so long is down: the page stops asking and says what holds all the same. */
const patience = { minutes: 2 }

export const walkInDoneRoutes: FastifyPluginAsync<{ pay: PayDesk }> = async (app, { pay }) => {
  const { context } = app
  admit(app, ['clerk'])

  async function moneyOf({ id, fees }: Dossier): Promise<DoneMoney> {
    const [entries, order] = await Promise.all([entriesOf(context.db, id), lastOrderOf(context.db, id)])
    const total = totalOf(fees)
    const owed = total - paidOf(entries)
    const isOpen = owed > 0 && order && orderStanding(order, context.now()) === 'open'
    return { total, owed, order: isOpen ? { amount: order.amount, txnRef: order.txnRef } : undefined }
  }

  app.get<{ Params: { id: string } }>('/quay/tiep-nhan/:id/xong', async (request, reply) => {
    const { actor, locale } = request
    const dossier = await dossierAtWork(context, request.params.id, actor)
    const [issued, view, due, money, agency, counter] = await Promise.all([
      issuedOf(context.db, dossier.id),
      procedureVersion(context.db, dossier.procedureVersionId),
      countDue(context.db, dossier),
      moneyOf(dossier),
      getAgencyById(context.db, dossier.agencyId),
      counterNow(context.db, { by: actor, now: context.now() })
    ])
    const receipt = issued.find(({ form }) => form === 'receipt')
    const since = dossier.acceptedAt ?? dossier.updatedAt
    const isSlow = Temporal.Instant.compare(since.add(patience), context.now()) < 0
    const isMaking = !receipt && dossier.dueAt !== null && !isSlow
    // By the header and not in the page: it works without a script and ends by itself.
    const again = isMaking ? 1 : money.order ? 5 : undefined
    if (again) reply.header('refresh', String(again))
    const { order } = money
    const say = (text: string) => fill(text, { amount: formatMoney(order!.amount), ref: order!.txnRef })
    return reply.page(
      walkInDonePage({
        ...request.frame({ form: true }),
        ...(await workplaceOf(context, actor, agency.name)),
        dossier,
        counter,
        sentences: due ? explain(due, view.version.processingTime, locale) : [],
        receiptId: receipt?.fileId,
        payments: issued.filter(({ form }) => form === 'payment_receipt'),
        isMaking,
        money,
        qr:
          order && pay.account && qrSvg(vietQr({ ...pay.account, amount: order.amount, purpose: order.txnRef }), say(doneWords.qr[locale]))
      })
    )
  })
}
