// A shop, a carrier and the door between them: for tests of parcels, with one clock that only the test moves.
import { randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import type { Test } from 'tap'
import type { PostalAdapter } from '../../services/post/post.ts'
import { startSimulator } from '../../services/post/simulator/server.ts'
import { standardPost } from '../../services/post/standard.ts'
import { verifyStandardWebhook, webhookPath } from '../../services/post/standard-webhook.ts'
import { diskStore } from '../../services/storage/disk.ts'
import type { Actor } from '../../src/accounts/roles.ts'
import type { Context } from '../../src/context.ts'
import type { OpenDatabase } from '../../src/database/client.ts'
import { insertDossier } from '../../src/dossiers/store.ts'
import { type Opening, openShipment } from '../../src/shipments/actions/open-shipment.ts'
import { recordTracking } from '../../src/shipments/actions/record-tracking.ts'
import { findShipmentById } from '../../src/shipments/queries.ts'
import { webhookRoutes } from '../../src/shipments/webhook.routes.ts'
import { translateErrors } from '../../src/web/errors.ts'
import { carryRequests } from '../../src/web/request.ts'
import { openTestDatabase } from './database.ts'

const secret = `whsec_${Buffer.from('a secret of twenty-four bytes!').toString('base64')}`
export const agencyId = '0198c0de-0000-7000-8000-00000000a6e7'
export const clerk: Actor = { id: '0198c0de-0000-7000-8000-00000000c1e7', name: 'Trần Văn Bình', role: 'clerk', agencyId }
export const postman: Actor = { id: '0198c0de-0000-7000-8000-0000000b0577', name: 'Lê Văn Thư', role: 'postman' }
const place = { name: 'Bộ phận một cửa', phone: '02253747537', address: '32 Lý Tự Trọng' }
export const lan = { name: 'Nguyễn Thị Lan', phone: '0912345678', address: 'Số 5, ngõ 12 Lạch Tray', wardName: 'phường Ngô Quyền' }

export const draftId = '0198c0de-0000-7000-8000-0000000d0551'

/** An agency of our own, and a draft that parcels may belong to. @returns a procedure version to pin dossiers to */
export async function aPlaceForParcels({ db, sql }: Pick<OpenDatabase, 'db' | 'sql'>): Promise<string> {
  await sql`
    insert into agencies (id, code, identifier, name, level, search_text, valid_from, certainty)
    values (${agencyId}, 'THU', '000.00.99.H24', 'Sở Thử nghiệm', 'department', '', '2017-01-01', 'unsure')`
  const [version] = await sql<
    { id: string }[]
  >`select v.id::text from procedure_versions v join procedures p on p.id = v.procedure_id where p.code = '1.001193'`
  const at = Temporal.Instant.from('2026-03-02T08:00:00+07:00')
  await db.transaction((tx) => insertDossier(tx, { ...dossierOf(version!.id, at), id: draftId, state: 'draft' }))
  return version!.id
}

/** A shop, a carrier and the door between them, with one clock. */
export async function aParcelShop(t: Test) {
  const { db, sql } = await openTestDatabase(t)
  const versionId = await aPlaceForParcels({ db, sql })
  const clock = { at: Temporal.Instant.from('2026-03-02T08:30:00+07:00') }
  const context: Context = {
    db,
    live: { subscribe: () => () => {} },
    files: diskStore(t.testdir()),
    now: () => clock.at,
    newId: randomUUID,
    baseUrl: 'http://localhost'
  }
  const app = Fastify()
  app.decorate('context', context)
  carryRequests(app)
  translateErrors(app)
  const path = webhookPath('simulator', secret)
  await app.register(webhookRoutes, { doors: [{ carrier: 'simulator', path, verify: verifyStandardWebhook([secret]) }] })
  const simulator = await startSimulator({
    key: 'k',
    now: () => clock.at,
    retryMs: [0, 1, 1],
    webhook: { url: (await app.listen({ port: 0 })) + path, secret }
  })
  t.teardown(async () => {
    await simulator.close()
    await app.close()
  })
  const post = standardPost({ code: 'simulator', url: simulator.url, key: 'k', webhookSecrets: [secret], timeoutMs: 2000 })
  const tell = (address: string, body: unknown) =>
    fetch(simulator.url + address, {
      method: 'POST',
      headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
      body: JSON.stringify(body)
    }).then((answer) => answer.json())
  const orders = async () =>
    (await (await fetch(`${simulator.url}/orders`, { headers: { authorization: 'Bearer k' } })).json()).items as unknown[]
  const open = (opening: Partial<Opening> = {}) =>
    db.transaction((tx) =>
      openShipment(tx, context, {
        dossierId: draftId,
        dossierCode: '000.00.18.H24-260302-0001',
        kind: 'delivery',
        carrier: 'simulator',
        agencyId,
        sender: opening.kind === 'pickup' ? lan : place,
        recipient: opening.kind === 'pickup' ? place : lan,
        contents: ['Giấy phép'],
        ...opening
      })
    )
  /** What the worker would do with the messages that came. */
  async function readMessages() {
    const rows = await sql`select id from raw_inbound where verdict <> 'bad' and processed_at is null order by id`
    for (const { id } of rows) await recordTracking(context, { post }, { rawId: id })
    return rows.length
  }
  async function jobs() {
    const rows = await sql`select task_identifier as name, key from graphile_worker.jobs order by id`
    return rows.map(({ name, key }) => ({ name, key }))
  }
  const look = async (id: string) => (await findShipmentById(db, id))!
  return { app, context, clock, sql, db, versionId, simulator, post, tell, orders, open, readMessages, jobs, look, path }
}

/** The same post, counting its orders, and stopping where told. */
export function watched(post: PostalAdapter, { before = async () => {}, after = async () => {} } = {}) {
  const calls: string[] = []
  const createOrder: PostalAdapter['createOrder'] = async (order, key) => {
    calls.push(order.ourRef)
    await before()
    const outcome = await post.createOrder(order, key)
    await after()
    return outcome
  }
  return { calls, post: { ...post, createOrder } }
}

function dossierOf(procedureVersionId: string, at: Temporal.Instant) {
  const party = { kind: 'person' as const, name: lan.name, phone: lan.phone }
  return {
    channel: 'post' as const,
    procedureVersionId,
    procedureCode: '1.001193',
    procedureName: 'Đăng ký khai sinh',
    sectorCode: 'G15-TP01',
    agencyId,
    filer: party,
    applicant: party,
    applicantName: lan.name,
    searchText: '',
    answers: {},
    delivery: { method: 'desk' as const },
    fees: [],
    locale: 'vi' as const,
    clock: [],
    createdAt: at,
    updatedAt: at
  }
}

/** Filed online; its papers are on their way. */
export function aFiledDossier({ db, now }: Context, versionId: string) {
  const at = now()
  return db.transaction((tx) =>
    insertDossier(tx, { ...dossierOf(versionId, at), code: '000.00.18.H24-260302-0001', state: 'submitted', filedAt: at })
  )
}
