// The worker puts the city's seal under a lent block: from then on the machine may give its numbers, and anybody can see that it may.
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context, Outside } from '../../context.ts'
import { certifyLease } from '../../documents/offline-receipt.ts'
import { fromBase64Url, toBase64Url } from '../../documents/signed-bytes.ts'
import { ensureKey } from '../../documents/store.ts'
import { lockLease, saveCertificate } from '../store.ts'

const seconds = (at: Temporal.Instant) => Math.floor(at.epochMilliseconds / 1000)
const two = (value: number) => String(value).padStart(2, '0')

/** Twice is once. */
export async function certify(context: Context, { seal }: Pick<Outside, 'seal'>, { leaseId }: { leaseId: string }): Promise<void> {
  await context.db.transaction(async (tx) => {
    const lease = await lockLease(tx, leaseId)
    if (!lease || lease.certificate) return
    const { identifier, name } = await getAgencyById(tx, lease.agencyId)
    const { day } = lease
    await ensureKey(tx, { id: seal.keyId, publicKey: toBase64Url(seal.publicKey), validFrom: lease.leasedAt })
    const certificate = await certifyLease(seal, {
      identifier,
      day: `${two(day.year % 100)}${two(day.month)}${two(day.day)}`,
      first: lease.first,
      last: lease.last,
      deviceKey: fromBase64Url(lease.deviceKey)!,
      validFrom: seconds(lease.leasedAt),
      validTo: seconds(lease.expiresAt),
      // A field of the seal holds 255 bytes; a longer name says enough by its beginning.
      agencyName: name.slice(0, 80),
      staffName: lease.staffName.slice(0, 80)
    })
    await saveCertificate(tx, leaseId, certificate)
  })
}
