// Somebody at a desk bends what a machine without a network signed: another's receipt taken back, another's dossier written over, work that is not theirs.
import t from 'tap'
import { assignDuties } from '../../src/accounts/actions/assign-duties.ts'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { checkToken } from '../../src/documents/actions/check-paper.ts'
import { signReceipt } from '../../src/documents/offline-receipt.ts'
import { fromBase64Url, toBase64Url } from '../../src/documents/signed-bytes.ts'
import { findDossier } from '../../src/dossiers/queries.ts'
import { certify } from '../../src/outages/actions/certify-lease.ts'
import { retryItem } from '../../src/outages/actions/settle-item.ts'
import { syncItems } from '../../src/outages/actions/sync-items.ts'
import { findItem } from '../../src/outages/queries.ts'
import type { OfflineContent, SentItem } from '../../src/outages/types.ts'
import { openTestContext } from '../helpers/context.ts'
import { aMachine, bodyOf } from '../helpers/outage.ts'
import { actorOf } from '../helpers/staff-visitor.ts'

const contentOf = ({ content }: SentItem) => JSON.parse(content) as OfflineContent
const at = '2026-03-02T08:31:00+07:00'

t.test('a number given up takes back its own receipt, never a colleague’s and never another number’s', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const [mine, theirs] = [await aMachine(shop), await aMachine(shop)]
  const victim = contentOf(await theirs.accept(at)).receipt
  const [own, other] = [contentOf(await mine.accept(at)), contentOf(await mine.accept(at))]
  shop.setNow('2026-03-02T09:00+07:00')
  const sync = async (content: OfflineContent) =>
    syncItems(context, { by: mine.by, items: [await mine.resign(content)], clock: context.now() })

  await sync({ ...own, receipt: victim, voided: 'In hỏng' })

  t.match(await checkToken(context, victim), { verdict: 'genuine', state: 'not_synced' }, 'the colleague’s citizen holds a good paper')
  await sync({ ...other, receipt: own.receipt, voided: 'In hỏng' })
  t.match(await checkToken(context, own.receipt), { verdict: 'genuine', state: 'not_synced' })
})

t.test('what waits to be settled is not written over by whoever knows its id', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const [machine, thief] = [await aMachine(shop), await aMachine(shop)]
  const waiting = await machine.accept(at, { body: bodyOf(1, { 'filer.phone': '12' }) })
  const { id, lease, number } = contentOf(waiting)
  shop.setNow('2026-03-02T09:00+07:00')
  const sync = (item: SentItem) => syncItems(context, { by: thief.by, items: [item], clock: context.now() })
  await sync(waiting)

  await sync(await thief.resign({ ...contentOf(waiting), body: bodyOf(9) }))
  t.equal((await findItem(context.db, id))!.content, waiting.content, 'a wrong signature')
  await sync(await thief.accept(at, { id }))
  t.match(
    await findItem(context.db, id),
    { content: waiting.content, leaseId: lease, number, state: 'refused' },
    'a good one of another machine'
  )
  t.equal(await findDossier(context.db, id), undefined)

  const mended = await machine.accept(at, { id, number, body: bodyOf(1) })
  t.match(await sync(mended), [{ state: 'accepted' }], 'its own machine mends it')
})

t.test('without a network nobody accepts what they do not answer for; the head of the desk may let it count', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  await openDemoAccounts(context)
  const [by, head, signer] = await Promise.all(['quay.minhkhai', 'truongquay.minhkhai', 'ky.minhkhai'].map((name) => actorOf(shop, name)))
  const machine = await aMachine(shop, { by: by! })
  await assignDuties(context, { staffId: by!.id, duties: [{ kind: 'procedure', code: '1.001193' }], by: signer! })
  const sent = await machine.accept(at)
  shop.setNow('2026-03-02T09:00+07:00')

  const outcome = await syncItems(context, { by: by!, items: [sent], clock: context.now() })

  t.match(outcome, [{ state: 'refused', reason: 'NOT_YOURS_TO_DO' }])
  t.match(await retryItem(context, { itemId: contentOf(sent).id, by: head!, reason: 'Đồng nghiệp vắng' }), { state: 'accepted' })
})

t.test('of two receipts a machine signed for one number, the one nobody brought in is told as replaced', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const machine = await aMachine(shop)
  const sent = await machine.accept(at)
  const { number } = contentOf(sent)
  const second = contentOf(await machine.accept(at, { number, body: bodyOf(5) })).receipt
  shop.setNow('2026-03-02T09:00+07:00')
  await syncItems(context, { by: machine.by, items: [sent], clock: context.now() })

  t.match(await checkToken(context, contentOf(sent).receipt), { verdict: 'genuine', state: 'valid' })
  t.match(await checkToken(context, second), { verdict: 'genuine', state: 'replaced' })
})

t.test('numbers no calendar has, in a receipt a machine signed, are unreadable and no fault of the page', async (t) => {
  const shop = await openTestContext(t)
  const { lease } = await aMachine(shop)
  const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair
  const sign = async (bytes: Uint8Array) => new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, new Uint8Array(bytes)))
  const deviceKey = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)))
  await shop.sql`update number_leases set device_key = ${deviceKey}, certificate = null where id = ${lease.id}`
  await certify(shop.context, shop.outside, { leaseId: lease.id })
  const [row] = await shop.sql<{ certificate: string }[]>`select certificate from number_leases where id = ${lease.id}`
  const issuedAt = Temporal.Instant.from(at).epochMilliseconds / 1000
  const facts = { number: lease.first, issuedAt, holder: '<script>alert(1)</script>', digest: fromBase64Url('AAAAAAAAAAAAAAAAAAAAAA')! }
  const app = await shop.app()
  const look = async (dueAt: number) => {
    const token = await signReceipt(sign, row!.certificate, { ...facts, dueAt })
    return app.inject({ url: `/kiem-tra?ma=${token}`, headers: { accept: 'text/html' } })
  }

  const good = await look(issuedAt)
  t.equal(good.statusCode, 200)
  t.notMatch(good.body, '<script>alert')
  t.equal((await look(2 ** 60)).statusCode, 200)
})
