// The trace of a dossier for everybody who works on it, at the desk and behind it; and on paper (Mẫu số 05, Phiếu chuyển xử lý).
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { actsAs } from '../accounts/roles.ts'
import { agenciesOf } from '../agencies/queries.ts'
import type { Context } from '../context.ts'
import { printProcessSlip, printTransferSlip } from '../documents/actions/print-process.ts'
import { recordRead } from '../dossiers/actions/record-read.ts'
import { dossierAtWork } from '../dossiers/staff-case.ts'
import type { Dossier } from '../dossiers/store.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { Refusal } from '../kernel/refusal.ts'
import { whereIs } from '../originals/queries.ts'
import { sayHolder } from '../originals/words.ts'
import { admit } from '../web/guard.ts'
import { followMove, isBehind } from './actions/follow-dossier.ts'
import { tracePage } from './pages/trace.ts'
import { currentStepsOf, handOversOf } from './queries.ts'

type One = { Params: { id: string } }
type Filed = Dossier & { code: string }

export const traceRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  admit(app, ['clerk', 'officer'])

  /** Theirs to see, written down that they did, and its steps as they are. */
  async function openTrace({ params, actor }: FastifyRequest<One>): Promise<Filed> {
    const dossier = await dossierAtWork(context, params.id, actor, true)
    await recordRead(context, { dossierId: dossier.id, by: actor })
    if (isBehind(dossier, await currentStepsOf(context.db, dossier.id))) await followMove(context, { dossierId: dossier.id })
    return dossier
  }

  app.get<One>('/can-bo/ho-so/:id/qua-trinh', async (request, reply) => {
    const { actor, locale } = request
    const dossier = await openTrace(request)
    const { db } = context
    const [handOvers, steps, agencies, originals] = await Promise.all([
      handOversOf(db, dossier.id),
      currentStepsOf(db, dossier.id),
      agenciesOf(db),
      whereIs(db, { dossierId: dossier.id })
    ])
    const isClerk = actsAs(actor.role, 'clerk')
    return reply.page(
      tracePage({
        ...request.frame({ form: true }),
        ...(await workplaceOf(context, actor)),
        dossier,
        base: `${isClerk ? '/quay' : '/xu-ly'}/ho-so/${dossier.id}`,
        handOvers,
        agencies: new Map(agencies.items.map(({ id, name }) => [id, name])),
        isInterconnected: steps.some(({ agencyId }) => agencyId !== dossier.agencyId),
        originals: originals.map(({ code, name, holder, onWay }) => ({
          code,
          name,
          where: sayHolder(holder, locale),
          onWay: onWay && sayHolder(onWay.to, locale)
        }))
      })
    )
  })

  const paper =
    (name: string, print: (context: Context, dossier: Filed) => Promise<Uint8Array | undefined>) =>
    async (request: FastifyRequest<One>, reply: FastifyReply) => {
      const dossier = await openTrace(request)
      const bytes = await print(context, dossier)
      if (!bytes) throw new Refusal('PAGE_NOT_FOUND')
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${name}-${dossier.code}.pdf"`)
        .header('cache-control', 'private, no-store')
        .send(Buffer.from(bytes))
    }

  app.get<One>('/can-bo/ho-so/:id/phieu-kiem-soat.pdf', paper('phieu-kiem-soat', printProcessSlip))
  app.get<One>('/can-bo/ho-so/:id/phieu-chuyen.pdf', paper('phieu-chuyen', printTransferSlip))
}
