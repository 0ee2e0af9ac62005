// A machine at a desk, as the browser is one: its own key, a block of numbers, acceptances signed without asking anybody.
import { randomUUIDv7 } from 'node:crypto'
import type { Actor } from '../../src/accounts/roles.ts'
import { fromBase64Url, toBase64Url } from '../../src/documents/signed-bytes.ts'
import { acceptOffline, signContent, toSecond } from '../../src/outages/accepting.ts'
import { gatherKnowledge } from '../../src/outages/actions/gather-knowledge.ts'
import { leaseNumbers } from '../../src/outages/actions/lease-numbers.ts'
import type { HeldLease, OfflineContent } from '../../src/outages/types.ts'
import type { TestShop } from './context.ts'
import { staffOf } from './dossiers.ts'

/** The walk-in's own names; somebody else each time. */
export const bodyOf = (n: number, more: OfflineContent['body'] = {}): OfflineContent['body'] => ({
  'filer.name': `Nguyễn Văn ${String.fromCharCode(65 + (n % 26))}`,
  'filer.identityNumber': `0310900${String(10_000 + n)}`,
  'filer.phone': `09124${String(10_000 + n)}`,
  'filer.address': '5 Lạch Tray',
  whom: 'self',
  procedure: '2.000815',
  paper: ['1'],
  'fee.0': '2',
  'delivery.method': 'desk',
  pay: 'cash',
  ...more
})

export async function aMachine(shop: TestShop, { agency = '11311', by: who }: { agency?: string; by?: Actor } = {}) {
  const { context } = shop
  const by = who ?? (await staffOf(context, agency, 'clerk'))
  const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair
  const deviceKey = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)))
  const sign = async (bytes: Uint8Array) => new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, new Uint8Array(bytes)))
  const ask = (left: Record<string, number> = {}, held: readonly string[] = []) =>
    leaseNumbers(context, { by, deviceKey, left, held, clock: context.now() })
  await ask()
  await shop.runJobs()
  const [lease] = await ask({ [context.now().toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString()]: 50 })
  const held: HeldLease = {
    id: lease!.id,
    day: lease!.day.toString(),
    first: lease!.first,
    last: lease!.last,
    certificate: lease!.certificate!,
    validFrom: lease!.leasedAt.toString(),
    validTo: lease!.expiresAt.toString()
  }
  const knowledge = await gatherKnowledge(context, { by, day: lease!.day })
  let next = held.first
  const accept = async (
    at: string,
    { number = next++, id = randomUUIDv7(), body = bodyOf(number) }: Partial<Pick<OfflineContent, 'number' | 'id' | 'body'>> = {}
  ) => acceptOffline({ id, knowledge, lease: held, number, at: toSecond(Temporal.Instant.from(at)), body, sign })
  const resign = (content: OfflineContent) => signContent(content, sign)
  return { by, deviceKey, lease: held, knowledge, ask, accept, resign, publicKey: fromBase64Url(deviceKey)! }
}
