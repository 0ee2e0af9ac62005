// The table of contents: which rooms are open, at which address, in which order.
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import { accountRoutes } from './accounts/account.routes.ts'
import { citizenSignInRoutes } from './accounts/citizen.routes.ts'
import { headRoutes } from './accounts/head.routes.ts'
import { identityRoutes } from './accounts/identity.routes.ts'
import { phoneRoutes } from './accounts/phone.routes.ts'
import { staffSignInRoutes } from './accounts/staff.routes.ts'
import { staffAccountRoutes } from './accounts/staff-account.routes.ts'
import type { IdentityProvider } from './accounts/types.ts'
import { placeRoutes } from './agencies/places.routes.ts'
import type { Context } from './context.ts'
import { deviceRoutes } from './counters/device.routes.ts'
import { hallRoutes } from './counters/hall.routes.ts'
import { handOutRoutes } from './counters/hand-out.routes.ts'
import { shiftRoutes } from './counters/shift.routes.ts'
import { turnRoutes } from './counters/turn.routes.ts'
import { limitRoutes } from './deadlines/limits.routes.ts'
import { administratorRoutes } from './documents/administrator.routes.ts'
import { sealedPaperRoutes } from './documents/officer.routes.ts'
import { resultRoutes } from './documents/result.routes.ts'
import { sampleRoutes } from './documents/sample.routes.ts'
import { verificationRoutes } from './documents/verification.routes.ts'
import { apologyRoutes } from './dossiers/apology.routes.ts'
import { applicantRoutes } from './dossiers/applicant.routes.ts'
import { deskRoutes } from './dossiers/desk.routes.ts'
import { guidanceRoutes, keyMapRoutes } from './dossiers/guidance.routes.ts'
import { dossierNewsRoutes } from './dossiers/live.routes.ts'
import { officerRoutes } from './dossiers/officer.routes.ts'
import { proposalRoutes } from './dossiers/proposals.routes.ts'
import { publicRoutes } from './dossiers/public.routes.ts'
import { walkInRoutes } from './dossiers/walk-in.routes.ts'
import { walkInDoneRoutes } from './dossiers/walk-in-done.routes.ts'
import { leaderRoutes } from './escalations/leader.routes.ts'
import { noticeRoutes } from './escalations/notices.routes.ts'
import { feedbackOfficerRoutes } from './feedback/officer.routes.ts'
import { petitionRoutes } from './feedback/petition.routes.ts'
import { questionRoutes } from './feedback/question.routes.ts'
import { ratingRoutes } from './feedback/rating.routes.ts'
import { fileRoutes } from './files/files.routes.ts'
import { lockerRoutes } from './files/locker.routes.ts'
import { uploadRoutes } from './files/uploads.routes.ts'
import { askingRoutes } from './helping/asking.routes.ts'
import { givingRoutes } from './helping/giving.routes.ts'
import { actOnBehalf } from './helping/on-behalf.routes.ts'
import { apiRoutes } from './integrations/api.ts'
import { Refusal } from './kernel/refusal.ts'
import { outboxRoutes } from './notifications/outbox.routes.ts'
import { handOverRoutes } from './originals/hand-over.routes.ts'
import { ledgerRoutes } from './originals/ledger.routes.ts'
import { outageRoutes } from './outages/desk.routes.ts'
import { outageScreenRoutes } from './outages/screen.routes.ts'
import { payRoutes } from './payments/applicant.routes.ts'
import { paymentDeskRoutes } from './payments/desk.routes.ts'
import { gatewayRoutes } from './payments/gateway.routes.ts'
import type { PayDesk } from './payments/types.ts'
import { citizenRoutes } from './procedures/citizen.routes.ts'
import { keeperRoutes } from './procedures/keeper.routes.ts'
import { consultRoutes } from './processing/consult.routes.ts'
import { forwardRoutes } from './processing/forward.routes.ts'
import { stepRoutes } from './processing/step.routes.ts'
import { traceRoutes } from './processing/trace.routes.ts'
import { workRoutes } from './processing/work.routes.ts'
import { registerBookRoutes } from './registers/register.routes.ts'
import { statisticsRoutes } from './reports/public.routes.ts'
import { draftRoutes } from './results/draft.routes.ts'
import { resultRegisterRoutes } from './results/register.routes.ts'
import { signingRoutes } from './results/signing.routes.ts'
import { templateRoutes } from './results/template.routes.ts'
import { manifestRoutes } from './shipments/manifest.routes.ts'
import { postalRoutes } from './shipments/postal.routes.ts'
import { recipientRoutes } from './shipments/recipient.routes.ts'
import { type WebhookDoor, webhookRoutes } from './shipments/webhook.routes.ts'
import { assets } from './web/assets.ts'
import { closeGently } from './web/closing.ts'
import { docs } from './web/docs.ts'
import { translateErrors } from './web/errors.ts'
import { watchDoors } from './web/guard.ts'
import { healthRoutes } from './web/health.ts'
import { openStreams } from './web/live.ts'
import { readMultipart } from './web/multipart.ts'
import { carryRequests } from './web/request.ts'
import { openSessions } from './web/session.ts'
import { siteRoutes } from './web/site.routes.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The embedded mode: demo accounts and the outbox page exist. */
    demo: boolean
  }
}

export type AppOptions = {
  context: Context
  sessionSecret: string
  /** Carriers that may call. */
  doors: readonly WebhookDoor[]
  /** Ways of paying online; empty where there are none. */
  pay?: PayDesk
  /** Where else citizens can sign in; absent where the city has no such provider. */
  identity?: IdentityProvider | undefined
  demo: boolean
  isReady: () => boolean
  logger?: FastifyServerOptions['logger']
  trustProxy?: FastifyServerOptions['trustProxy']
}

const slowMs = 1000

const isPlainHttp = (baseUrl: string) => baseUrl.startsWith('http://')

/** A line for every request costs a tenth of the speed and writes dossier codes into logs; slow answers are worth one. */
function logTrouble(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, { elapsedTime, statusCode }) => {
    if (elapsedTime > slowMs)
      request.log.warn({ method: request.method, route: request.routeOptions.url, statusCode, elapsedTime }, 'slow answer')
  })
}

async function guardEverything(app: FastifyInstance, { context }: AppOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        // The reader of card codes is WebAssembly; this lets it be compiled and still no text be run as a script.
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'self'"],
        ...(isPlainHttp(context.baseUrl) ? {} : { 'upgrade-insecure-requests': [] })
      }
    },
    strictTransportSecurity: !isPlainHttp(context.baseUrl),
    referrerPolicy: { policy: 'same-origin' }
  })
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) => new Refusal('TOO_MANY_TRIES', { seconds: Math.ceil(ttl / 1000) })
  })
}

/** Everything a person uses: sessions, forms and files. */
async function openPages(app: FastifyInstance, { context, sessionSecret, demo, pay = {}, identity }: AppOptions): Promise<void> {
  await app.register(formbody)
  await readMultipart(app)
  await openSessions(app, { context, secret: sessionSecret })
  actOnBehalf(app)
  await app.register(siteRoutes)
  await app.register(citizenRoutes)
  await app.register(sampleRoutes)
  await app.register(keeperRoutes)
  await app.register(citizenSignInRoutes, { identity })
  await app.register(identityRoutes, { identity })
  await app.register(accountRoutes, { identity })
  await app.register(phoneRoutes)
  await app.register(staffAccountRoutes)
  await app.register(headRoutes)
  await app.register(staffSignInRoutes)
  await app.register(publicRoutes)
  await app.register(applicantRoutes)
  await app.register(askingRoutes)
  await app.register(givingRoutes)
  await app.register(resultRoutes)
  await app.register(sealedPaperRoutes)
  await app.register(draftRoutes)
  await app.register(signingRoutes)
  await app.register(resultRegisterRoutes)
  await app.register(templateRoutes)
  await app.register(administratorRoutes)
  await app.register(payRoutes, { pay })
  await app.register(dossierNewsRoutes)
  await app.register(walkInRoutes, { pay })
  await app.register(walkInDoneRoutes, { pay })
  await app.register(guidanceRoutes)
  await app.register(keyMapRoutes)
  await app.register(deskRoutes)
  await app.register(proposalRoutes)
  await app.register(paymentDeskRoutes)
  await app.register(hallRoutes)
  await app.register(turnRoutes)
  await app.register(shiftRoutes)
  await app.register(handOutRoutes)
  await app.register(deviceRoutes)
  await app.register(officerRoutes)
  await app.register(workRoutes)
  await app.register(stepRoutes)
  await app.register(consultRoutes)
  await app.register(traceRoutes)
  await app.register(forwardRoutes)
  await app.register(apologyRoutes)
  await app.register(leaderRoutes)
  await app.register(noticeRoutes)
  await app.register(limitRoutes)
  await app.register(ledgerRoutes)
  await app.register(handOverRoutes)
  await app.register(registerBookRoutes)
  await app.register(manifestRoutes)
  await app.register(outageRoutes)
  await app.register(outageScreenRoutes)
  await app.register(postalRoutes)
  await app.register(recipientRoutes)
  await app.register(ratingRoutes)
  await app.register(petitionRoutes)
  await app.register(questionRoutes)
  await app.register(statisticsRoutes)
  await app.register(feedbackOfficerRoutes)
  await app.register(fileRoutes)
  await app.register(uploadRoutes)
  await app.register(lockerRoutes)
  if (demo) await app.register(outboxRoutes)
}

/** The whole shop as one Fastify app; the caller listens and closes. */
export async function openApp(options: AppOptions): Promise<FastifyInstance> {
  const { context, doors, demo, isReady, logger = false, trustProxy = false } = options
  const settings: FastifyServerOptions = {
    logger,
    trustProxy,
    return503OnClosing: true,
    forceCloseConnections: false,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => context.newId()
  }
  const app: FastifyInstance = Fastify(settings)
  app.decorate('context', context)
  app.decorate('demo', demo)
  const { unguarded } = watchDoors(app)
  closeGently(app)
  openStreams(app)
  logTrouble(app)
  carryRequests(app)
  translateErrors(app)
  await guardEverything(app, options)
  await app.register(assets)
  await app.register(healthRoutes, { isReady })
  await app.register(placeRoutes)
  await app.register(webhookRoutes, { doors })
  await app.register(gatewayRoutes, { pay: options.pay ?? {} })
  await docs(app)
  await app.register(apiRoutes)
  await app.register(verificationRoutes)
  await app.register((pages) => openPages(pages, options))
  await app.after()
  // A door nobody has thought about stays shut, and the whole house with it.
  if (unguarded().length > 0) throw new Error(`Who is let in here? ${unguarded().join('; ')}`)
  return app
}
