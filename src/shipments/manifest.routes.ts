// The bordereau at the desk: open, scan, look and count, sign, print. Every step works with the keyboard alone and without a script.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../accounts/roles.ts'
import { drawManifest } from '../documents/actions/draw-manifest.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { keepFile } from '../files/actions/keep-file.ts'
import { keepSignature, readSignature, type Signature } from '../files/actions/keep-signature.ts'
import { findFile } from '../files/queries.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import { admit } from '../web/guard.ts'
import type { Flash } from '../web/layout.ts'
import { mendable } from '../web/request.ts'
import { openManifest } from './actions/open-manifest.ts'
import { printManifest } from './actions/print-manifest.ts'
import { checkEnvelope, dropLine, scanEnvelope } from './actions/scan-envelope.ts'
import { addPhoto, signManifest } from './actions/sign-manifest.ts'
import { sayLine } from './manifest.ts'
import { carriersOf, findManifest, linesOf, type Manifest, manifestsAt } from './manifest-queries.ts'
import { manifestPage } from './pages/manifest.ts'
import { manifestsPage } from './pages/manifests.ts'
import { signedManifestPage, signManifestPage } from './pages/sign-manifest.ts'
import { deskArrivals, findShipmentById } from './queries.ts'
import type { ManifestLine } from './table.ts'
import { manifestWords as words } from './words/manifest.ts'

type One = { Params: { id: string }; Querystring: { dong?: string }; Body: Body }
type OneLine = { Params: { id: string; line: string }; Body: Body }
type Shown = { lineId?: string | undefined; typed?: Body; refusal?: Refusal }

const fill = (text: string, facts: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

export const manifestRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  admit(app, ['clerk'])
  const print = printManifest(drawManifest)

  /** @throws Refusal MANIFEST_NOT_FOUND, also for one of another agency */
  async function manifestOf(request: FastifyRequest, id: string): Promise<Manifest> {
    const manifest = isUuid(id) ? await findManifest(context.db, id) : undefined
    if (!manifest || manifest.agencyId !== request.actor.agencyId) throw new Refusal('MANIFEST_NOT_FOUND', { id })
    return manifest
  }

  async function expectedOf({ agencyId, carrier, id }: Manifest) {
    const scanned = new Set((await linesOf(context.db, id)).map(({ line }) => line.shipmentId))
    return (await deskArrivals(context.db, agencyId)).filter((parcel) => parcel.carrier === carrier && !scanned.has(parcel.id))
  }

  const frameOf = async (request: FastifyRequest) => ({ ...request.frame({ form: true }), ...(await workplaceOf(context, request.actor)) })

  async function show(request: FastifyRequest, reply: FastifyReply, manifest: Manifest, { lineId, typed, refusal }: Shown = {}) {
    const lines = await linesOf(context.db, manifest.id)
    if (manifest.signedAt) return reply.page(signedManifestPage({ ...(await frameOf(request)), manifest, lines }), refusal)
    const current = lines.find(({ line }) => line.id === lineId) ?? lines.findLast(({ line }) => line.state === 'scanned')
    const page = { manifest, lines, expected: await expectedOf(manifest), current, nextLineId: context.newId(), typed, refusal }
    return reply.page(manifestPage({ ...(await frameOf(request)), ...page }), refusal)
  }

  app.get('/quay/bang-ke', async (request, reply) => {
    const agencyId = request.actor.agencyId!
    const [rows, carriers] = await Promise.all([manifestsAt(context.db, agencyId), carriersOf(context.db, agencyId)])
    return reply.page(manifestsPage({ ...(await frameOf(request)), rows, carriers }))
  })

  app.post<{ Body: Body }>('/quay/bang-ke', async (request, reply) => {
    const { actor } = request
    const carriers = await carriersOf(context.db, actor.agencyId!)
    const asked = textOf(request.body ?? {}, 'carrier')
    // A desk the post has never served opens its first bordereau under the word for "by hand".
    const carrier = carriers.find((one) => one === asked) ?? carriers[0] ?? 'manual'
    const manifest = await openManifest(context, { carrier, by: actor as Actor & { agencyId: string } })
    return reply.redirect(`/quay/bang-ke/${manifest.id}`, 303)
  })

  app.get<One>('/quay/bang-ke/:id', async (request, reply) =>
    show(request, reply, await manifestOf(request, request.params.id), { lineId: request.query.dong })
  )

  /** What became of a scan, said to the clerk whose eyes are on the envelope. */
  function sayScan({ line, isNew }: { line: ManifestLine; isNew: boolean }, { locale }: FastifyRequest): Flash | undefined {
    const n = line.seq
    if (!isNew) return { kind: 'info', text: fill(words.again[locale], { n }) }
    if (line.state === 'elsewhere') return { kind: 'warn', text: fill(words.elsewhere[locale], { n, agency: line.otherAgency ?? '' }) }
    return line.state === 'unknown' ? { kind: 'warn', text: fill(words.unknown[locale], { n, code: line.scanned }) } : undefined
  }

  app.post<One>('/quay/bang-ke/:id/quet', async (request, reply) => {
    const manifest = await manifestOf(request, request.params.id)
    const body = request.body ?? {}
    const typedId = textOf(body, 'lineId')
    try {
      const scanned = await scanEnvelope(context, {
        manifestId: manifest.id,
        lineId: isUuid(typedId) ? typedId : context.newId(),
        code: textOf(body, 'code'),
        by: request.actor
      })
      const said = sayScan(scanned, request)
      if (said) reply.flash(said.kind, said.text)
      const inHand = ['scanned', 'correction'].includes(scanned.line.state) || (!scanned.isNew && scanned.line.shipmentId)
      return reply.redirect(`/quay/bang-ke/${manifest.id}${inHand ? `?dong=${scanned.line.id}` : ''}`, 303)
    } catch (error) {
      return show(request, reply, manifest, { typed: body, refusal: mendable(error) })
    }
  })

  /** The papers ticked as missing, by their names, before the clerk's own words. */
  async function reasonOf(body: Body, line: ManifestLine): Promise<string> {
    const parcel = line.shipmentId ? await findShipmentById(context.db, line.shipmentId) : undefined
    const names = [body['missing']].flat().flatMap((n) => parcel?.contents[Number(n) - 1] ?? [])
    const missing = names.length > 0 ? fill(words.missingWords.vi, { names: names.join('; ') }) : ''
    const own = textOf(body, 'reason')
    return own.includes(missing) ? own : [missing, own].filter(Boolean).join('. ')
  }

  async function keepPhoto(request: FastifyRequest): Promise<string | undefined> {
    const upload = request.uploads.find(({ field }) => field === 'photo')
    return upload && (await keepFile(context, { ...upload, ownerId: request.actor.id })).id
  }

  app.post<OneLine>('/quay/bang-ke/:id/dong/:line', async (request, reply) => {
    const manifest = await manifestOf(request, request.params.id)
    const body = request.body ?? {}
    const lineId = request.params.line
    try {
      const held = (await linesOf(context.db, manifest.id)).find(({ line }) => line.id === lineId)
      if (!held) throw new Refusal('SHIPMENT_NOT_FOUND', { id: lineId })
      const seal = textOf(body, 'seal')
      const counted = textOf(body, 'countedNow') || textOf(body, 'counted')
      const look = {
        seal: seal === 'ok' || seal === 'broken' ? (seal as 'ok' | 'broken') : undefined,
        counted: /^\d{1,3}$/.test(counted) ? Number(counted) : undefined,
        reason: await reasonOf(body, held.line)
      }
      const line = await checkEnvelope(context, {
        manifestId: manifest.id,
        lineId,
        by: request.actor,
        look,
        photoId: await keepPhoto(request)
      })
      const said = fill(words.saved[request.locale], { n: line.seq, what: sayLine(line, request.locale) })
      return reply.flash('ok', said).redirect(`/quay/bang-ke/${manifest.id}`, 303)
    } catch (error) {
      const typed = { ...body, counted: textOf(body, 'countedNow') || textOf(body, 'counted') }
      return show(request, reply, await manifestOf(request, manifest.id), { lineId, typed, refusal: mendable(error) })
    }
  })

  app.post<OneLine>('/quay/bang-ke/:id/dong/:line/bo', async (request, reply) => {
    const manifest = await manifestOf(request, request.params.id)
    const { seq } = await dropLine(context, { manifestId: manifest.id, lineId: request.params.line, by: request.actor })
    return reply.flash('ok', fill(words.dropped[request.locale], { n: seq })).redirect(`/quay/bang-ke/${manifest.id}`, 303)
  })

  async function showSigning(request: FastifyRequest, reply: FastifyReply, manifest: Manifest, { typed, refusal }: Shown = {}) {
    const lines = await linesOf(context.db, manifest.id)
    const page = { ...(await frameOf(request)), manifest, lines, expected: await expectedOf(manifest), typed, refusal }
    return reply.page(signManifestPage(page), refusal)
  }

  app.get<One>('/quay/bang-ke/:id/ky', async (request, reply) => {
    const manifest = await manifestOf(request, request.params.id)
    const lines = await linesOf(context.db, manifest.id)
    // Nothing to sign yet, or signed already: the bordereau itself says which.
    if (manifest.signedAt || lines.length === 0 || lines.some(({ line }) => line.state === 'scanned'))
      return reply.redirect(`/quay/bang-ke/${manifest.id}`, 303)
    return showSigning(request, reply, manifest)
  })

  /** Both drawn: on glass. Anything else: both ticked that the printed paper is signed. */
  async function signaturesOf(request: FastifyRequest, body: Body) {
    const postman = readSignature(body, 'postmanSign')
    const clerk = readSignature(body, 'clerkSign')
    const missing: FieldErrors = {}
    if (!textOf(body, 'postman')) missing['postman'] = 'NAME_REQUIRED'
    if (!postman) missing['postmanSign'] = 'SIGNATURES_REQUIRED'
    if (!clerk) missing['clerkSign'] = 'SIGNATURES_REQUIRED'
    if (Object.keys(missing).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields: missing })
    const keep = (signature: Signature | undefined, name: string) =>
      signature && keepSignature(context, { signature, ownerId: request.actor.id, name })
    const [postmanFile, clerkFile] = [await keep(postman, 'chu-ky-buu-ta.png'), await keep(clerk, 'chu-ky-nguoi-nhan.png')]
    return postmanFile && clerkFile ? { postmanId: postmanFile.id, clerkId: clerkFile.id } : undefined
  }

  app.post<One>('/quay/bang-ke/:id/ky', async (request, reply) => {
    const manifest = await manifestOf(request, request.params.id)
    const body = request.body ?? {}
    try {
      if (!manifest.signedAt) {
        const signatures = await signaturesOf(request, body)
        await signManifest(context, {
          manifestId: manifest.id,
          by: request.actor,
          postman: textOf(body, 'postman'),
          signatures,
          onPaper: !signatures
        })
        await print(context, { manifestId: manifest.id })
      }
    } catch (error) {
      return showSigning(request, reply, manifest, { typed: body, refusal: mendable(error) })
    }
    return reply.redirect(`/quay/bang-ke/${manifest.id}`, 303)
  })

  app.post<One>('/quay/bang-ke/:id/anh', async (request, reply) => {
    const manifest = await manifestOf(request, request.params.id)
    const photoId = await keepPhoto(request)
    if (photoId) await addPhoto(context, { manifestId: manifest.id, photoId, by: request.actor })
    return reply.flash('ok', words.photoKept[request.locale]).redirect(`/quay/bang-ke/${manifest.id}`, 303)
  })

  async function sendFile(reply: FastifyReply, fileId: string | null | undefined) {
    const file = fileId ? await findFile(context.db, fileId) : undefined
    if (!file) throw new Refusal('FILE_NOT_FOUND')
    return reply
      .type(file.mediaType)
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('cache-control', 'private, no-store')
      .send(await context.files.get(file.sha256))
  }

  app.get<One>('/quay/bang-ke/:id/bien-ban', async (request, reply) =>
    sendFile(reply, (await manifestOf(request, request.params.id)).fileId)
  )

  app.get<{ Params: { id: string; file: string } }>('/quay/bang-ke/:id/anh/:file', async (request, reply) => {
    const manifest = await manifestOf(request, request.params.id)
    const shown = [manifest.photoId, ...(await linesOf(context.db, manifest.id)).map(({ line }) => line.photoId)]
    return sendFile(
      reply,
      shown.find((id) => id === request.params.file)
    )
  })
}
