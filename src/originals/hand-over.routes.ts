// Handing originals over and receiving them: a list, scan after scan on both sides, both signatures, the paper for the file.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { colleaguesAt } from '../accounts/queries.ts'
import { actsAs } from '../accounts/roles.ts'
import { agenciesOf, getAgencyById } from '../agencies/queries.ts'
import { printListOf } from '../documents/actions/print-originals.ts'
import { requireNoErrors } from '../dossiers/staff-forms.ts'
import { workplaceOf } from '../dossiers/workplace.ts'
import { keepSignature, readSignature } from '../files/actions/keep-signature.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { html } from '../kernel/html.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isUuid } from '../kernel/uuid.ts'
import { ends } from '../shipments/lifecycle.ts'
import { carriersOf } from '../shipments/manifest-queries.ts'
import { shipmentsOfDossier } from '../shipments/queries.ts'
import { chip } from '../web/components/index.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { callBack, dropScan, handOutside, offerHandOver, openHandOver, type Scan, scanForHandOver, sideOf } from './actions/hand-over.ts'
import { type Difference, receiveHandOver, scanOnReceipt, type Taken } from './actions/receive.ts'
import { recordLook } from './actions/record-look.ts'
import { isSame, mayReceive } from './custody.ts'
import { type Outcome, outcomeWords } from './lifecycle.ts'
import { chooseReceiverPage, listPage, scanPage } from './pages/hand-over.ts'
import { receivingPage } from './pages/ledger.ts'
import type { ScanSaid } from './pages/parts.ts'
import { receivePage } from './pages/receive.ts'
import { countHeld, findList, type HandOverList, type ListLine, linesOf, listsFor, maySeeList } from './queries.ts'
import { readScans } from './rules.ts'
import type { Receiver } from './types.ts'
import { fill, sayHolder, handWords as words } from './words.ts'

type One = { Params: { id: string }; Body: Body }
type Shown = { said?: readonly ScanSaid[]; typed?: Body; refusal?: Refusal }

const outcomeLooks: Record<Outcome, 'ok' | 'warn' | 'plain'> = {
  pending: 'plain',
  confirmed: 'ok',
  missing: 'warn',
  refused: 'warn',
  called_back: 'plain',
  extra: 'warn'
}

export const handOverRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['clerk', 'officer'])

  const frameOf = async (request: FastifyRequest) => ({ ...request.frame({ form: true }), ...(await workplaceOf(context, request.actor)) })

  /** @throws Refusal HAND_OVER_NOT_FOUND, also for a list between others */
  async function listOf(request: FastifyRequest): Promise<HandOverList> {
    const { id } = request.params as { id: string }
    const list = isUuid(id) ? await findList(db, id) : undefined
    if (!list || !maySeeList(list, request.actor)) throw new Refusal('HAND_OVER_NOT_FOUND', { id })
    return list
  }
  const isMine = async (list: HandOverList, request: FastifyRequest) => isSame(list.giver, await sideOf(db, request.actor))

  async function choose(request: FastifyRequest, reply: FastifyReply, { typed, refusal }: Shown = {}) {
    const { actor } = request
    const isDesk = actsAs(actor.role, 'clerk')
    const own = await getAgencyById(db, actor.agencyId!)
    const others = isDesk ? (await agenciesOf(db)).items.filter(({ id }) => id !== own.id) : [own]
    const officers = (await colleaguesAt(db, own.id)).filter(({ id, role }) => id !== actor.id && (role === 'officer' || role === 'signer'))
    const page = { ...(await frameOf(request)), formId: context.newId(), agencies: others, officers, isDesk, typed, refusal }
    return reply.page(chooseReceiverPage(page), refusal)
  }

  app.get('/ban-goc/giao', (request, reply) => choose(request, reply))

  async function receiverOf(request: FastifyRequest, body: Body): Promise<Receiver> {
    const { actor } = request
    const kind = textOf(body, 'kind')
    if (kind === 'post' && actsAs(actor.role, 'clerk')) return { kind, carrier: (await carriersOf(db, actor.agencyId!))[0] ?? 'manual' }
    if (kind === 'citizen' && actsAs(actor.role, 'clerk')) {
      const name = textOf(body, 'receiver').slice(0, 100)
      if (!name) requireNoErrors({ receiver: 'NAME_REQUIRED' })
      return { kind, name }
    }
    const own = await getAgencyById(db, actor.agencyId!)
    if (kind === 'officer') {
      const person = (await colleaguesAt(db, own.id)).find(({ id }) => id === textOf(body, 'personId'))
      if (!person) throw new Refusal('FORM_INCOMPLETE', { fields: { personId: 'REQUIRED' } })
      return { kind, personId: person.id, personName: person.name, agencyId: own.id, agencyName: own.name }
    }
    const agency = (await agenciesOf(db)).items.find(({ id }) => id === textOf(body, 'agencyId'))
    if (!agency) throw new Refusal('FORM_INCOMPLETE', { fields: { agencyId: 'REQUIRED' } })
    return { kind: 'desk', agencyId: agency.id, agencyName: agency.name }
  }

  app.post<{ Body: Body }>('/ban-goc/giao', async (request, reply) => {
    const body = request.body ?? {}
    const typedId = textOf(body, 'formId')
    try {
      const to = await receiverOf(request, body)
      const list = await openHandOver(context, { id: isUuid(typedId) ? typedId : context.newId(), to, by: request.actor })
      return reply.redirect(`/ban-goc/giao/${list.id}`, 303)
    } catch (error) {
      return choose(request, reply, { typed: body, refusal: mendable(error) })
    }
  })

  async function showGiving(request: FastifyRequest, reply: FastifyReply, list: HandOverList, shown: Shown = {}) {
    if (list.state !== 'open' || !(await isMine(list, request))) return showList(request, reply, list, shown)
    const lines = await linesOf(db, list.id)
    const dossierIds = [...new Set(lines.map(({ original }) => original.dossierId))]
    const all = await countHeld(db, dossierIds, list.giver)
    return reply.page(scanPage({ ...(await frameOf(request)), list, lines, all, said: shown.said ?? [], ...shown }), shown.refusal)
  }

  app.get<One>('/ban-goc/giao/:id', async (request, reply) => showGiving(request, reply, await listOf(request)))

  /** The parcel that carries a dossier's result, while it can still be packed. */
  const parcelOf = async (dossierId: string) => {
    const parcel = (await shipmentsOfDossier(db, dossierId)).find(({ kind, status }) => kind === 'delivery' && !ends.includes(status))
    return parcel && { id: parcel.id, number: parcel.trackingNumber ?? parcel.ourRef }
  }

  const saidOf = (
    scanned: readonly { code: string; scan: Scan | Taken['scan']; original?: ListLine['original'] | undefined }[],
    others: readonly string[],
    request: FastifyRequest
  ): ScanSaid[] => [
    ...scanned.map(({ code, scan, original }) => ({ code, scan, holder: original && sayHolder(original.holder, request.locale) })),
    ...others.map((code) => ({ code: code.slice(0, 40), scan: 'no_code' as const }))
  ]

  app.post<One>('/ban-goc/giao/:id/quet', async (request, reply) => {
    const list = await listOf(request)
    const { codes, others } = readScans(textOf(request.body ?? {}, 'codes'))
    try {
      if (codes.length + others.length === 0) requireNoErrors({ codes: 'REQUIRED' })
      const scanned = await scanForHandOver(context, { listId: list.id, codes, by: request.actor, parcelOf })
      const said = saidOf(scanned, others, request)
      // What went wrong is said on this very page; when all went well the page is loaded anew, so that a second press is harmless.
      if (said.every(({ scan }) => scan === 'added')) return reply.redirect(`/ban-goc/giao/${list.id}`, 303)
      return showGiving(request, reply, list, { said })
    } catch (error) {
      return showGiving(request, reply, await listOf(request), { refusal: mendable(error) })
    }
  })

  app.post<One>('/ban-goc/giao/:id/bo', async (request, reply) => {
    const list = await listOf(request)
    const originalId = textOf(request.body ?? {}, 'originalId')
    if (isUuid(originalId)) await dropScan(context, { listId: list.id, originalId, by: request.actor })
    return reply.redirect(`/ban-goc/giao/${list.id}`, 303)
  })

  app.post<One>('/ban-goc/giao/:id/ky', async (request, reply) => {
    const list = await listOf(request)
    try {
      await offerHandOver(context, { listId: list.id, by: request.actor })
    } catch (error) {
      return showGiving(request, reply, await listOf(request), { refusal: mendable(error) })
    }
    const n = (await linesOf(db, list.id)).length
    return reply.flash('ok', fill(words.offered[request.locale], { n, number: list.number })).redirect(`/ban-goc/phieu/${list.id}`, 303)
  })

  app.post<One>('/ban-goc/giao/:id/ky-hai-ben', async (request, reply) => {
    const list = await listOf(request)
    const body = request.body ?? {}
    try {
      const signature = readSignature(body)
      if (!signature) requireNoErrors({ signature: 'SIGNATURE_REQUIRED' })
      const file = await keepSignature(context, { signature: signature!, ownerId: request.actor.id })
      const receiver = { name: textOf(body, 'receiver').slice(0, 100), ...(file ? { fileId: file.id } : { onPaper: true }) }
      await handOutside(context, { listId: list.id, by: request.actor, receiver })
    } catch (error) {
      return showGiving(request, reply, await listOf(request), { typed: body, refusal: mendable(error) })
    }
    const n = (await linesOf(db, list.id)).length
    return reply
      .flash('ok', fill(words.received[request.locale], { n, all: n, number: list.number }))
      .redirect(`/ban-goc/phieu/${list.id}`, 303)
  })

  app.post<One>('/ban-goc/giao/:id/rut', async (request, reply) => {
    const list = await listOf(request)
    try {
      await callBack(context, { listId: list.id, by: request.actor, reason: textOf(request.body ?? {}, 'reason').slice(0, 300) })
    } catch (error) {
      return showList(request, reply, await listOf(request), { refusal: mendable(error) })
    }
    return reply.flash('info', fill(words.calledBack[request.locale], { number: list.number })).redirect('/ban-goc', 303)
  })

  async function showList(request: FastifyRequest, reply: FastifyReply, list: HandOverList, { refusal }: Shown = {}) {
    const { locale } = request
    const lines = await linesOf(db, list.id)
    const outcomeOf = ({ line }: ListLine) =>
      html`${chip(outcomeLooks[line.outcome], undefined, outcomeWords[line.outcome][locale])}${line.reason !== '' && html`<small>${line.reason}</small>`}`
    const offered = list.state === 'offered'
    const [mayCallBack, receives] = [offered && (await isMine(list, request)), offered && mayConfirm(list, request)]
    return reply.page(
      listPage({ ...(await frameOf(request)), list, lines, mayCallBack, mayReceive: receives, refusal, outcomeOf }),
      refusal
    )
  }

  app.get<One>('/ban-goc/phieu/:id', async (request, reply) => showList(request, reply, await listOf(request)))

  app.get<One>('/ban-goc/phieu/:id.pdf', async (request, reply) => {
    const { bytes } = await printListOf(context, (await listOf(request)).id)
    return reply.type('application/pdf').header('cache-control', 'private, no-store').send(Buffer.from(bytes))
  })

  app.get('/ban-goc/nhan', async (request, reply) => {
    const waiting = await listsFor(db, await sideOf(db, request.actor))
    return reply.page(receivingPage({ ...(await frameOf(request)), waiting }))
  })

  const mayConfirm = ({ receiver }: HandOverList, { actor }: FastifyRequest) =>
    (receiver.kind === 'desk' || receiver.kind === 'officer') && mayReceive(receiver, actor)

  async function showReceiving(request: FastifyRequest, reply: FastifyReply, list: HandOverList, shown: Shown = {}) {
    if (list.state !== 'offered' || !mayConfirm(list, request)) return showList(request, reply, list, shown)
    const lines = await linesOf(db, list.id)
    for (const dossierId of new Set(lines.map(({ original }) => original.dossierId)))
      await recordLook(context, { dossierId, by: request.actor })
    return reply.page(receivePage({ ...(await frameOf(request)), list, lines, said: shown.said ?? [], ...shown }), shown.refusal)
  }

  app.get<One>('/ban-goc/nhan/:id', async (request, reply) => showReceiving(request, reply, await listOf(request)))

  app.post<One>('/ban-goc/nhan/:id/quet', async (request, reply) => {
    const list = await listOf(request)
    const { codes, others } = readScans(textOf(request.body ?? {}, 'codes'))
    try {
      if (codes.length + others.length === 0) requireNoErrors({ codes: 'REQUIRED' })
      const said = saidOf(await scanOnReceipt(context, { listId: list.id, codes, by: request.actor }), others, request)
      if (said.every(({ scan }) => scan === 'taken')) return reply.redirect(`/ban-goc/nhan/${list.id}`, 303)
      return showReceiving(request, reply, list, { said })
    } catch (error) {
      return showReceiving(request, reply, await listOf(request), { refusal: mendable(error) })
    }
  })

  const differencesIn = (body: Body, lines: readonly ListLine[]): Map<string, Difference> =>
    new Map(
      lines.flatMap(({ original: { id } }) => {
        const outcome = textOf(body, `outcome.${id}`)
        const reason = textOf(body, `reason.${id}`).slice(0, 300)
        return outcome === 'missing' || outcome === 'refused' ? [[id, { outcome, reason }] as const] : []
      })
    )

  app.post<One>('/ban-goc/nhan/:id/ky', async (request, reply) => {
    const list = await listOf(request)
    const body = request.body ?? {}
    const lines = await linesOf(db, list.id)
    const counted = Number.parseInt(textOf(body, 'counted'), 10)
    try {
      const signed = await receiveHandOver(context, {
        listId: list.id,
        by: request.actor,
        ...(Number.isInteger(counted) && { counted }),
        differences: differencesIn(body, lines)
      })
      const now = await linesOf(db, list.id)
      const n = now.filter(({ line }) => line.outcome === 'confirmed').length
      const said = fill(words.received[request.locale], {
        n,
        all: lines.filter(({ line }) => line.outcome === 'pending').length,
        number: list.number
      })
      return reply.flash(signed.state === 'received' ? 'ok' : 'warn', said).redirect(`/ban-goc/phieu/${list.id}`, 303)
    } catch (error) {
      return showReceiving(request, reply, await listOf(request), { typed: body, refusal: mendable(error) })
    }
  })
}
