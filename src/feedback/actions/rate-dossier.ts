// The person a finished dossier belongs to says how it was. Once; the same person may mend it for some days.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { checkOwn } from '../../dossiers/access.ts'
import { getDossier } from '../../dossiers/queries.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { eachOfficePoints, mendDays, totalTimePoints } from '../rules.ts'
import { type Rating, saveRating } from '../store.ts'
import type { Answered, Satisfaction } from '../types.ts'

type Said = Answered & { satisfaction: Satisfaction; words: string }

/** @throws Refusal NOT_YOURS_TO_SEE, RATING_NOT_OPEN */
export async function rateDossier(context: Context, { dossierId, by, ...said }: Said & { dossierId: string; by: Actor }): Promise<Rating> {
  const dossier = await getDossier(context.db, dossierId)
  checkOwn(dossier, by)
  // Nobody judges what is still going on: Đ13 speaks of what was returned.
  if (dossier.state !== 'returned' || by.role !== 'applicant') throw new Refusal('RATING_NOT_OPEN')
  const { agencyId, dueAt, finishedAt } = dossier
  const whole = { dueAt, finishedAt }
  const now = context.now()
  const rating = {
    ...said,
    dossierId,
    agencyId,
    totalTime: totalTimePoints(whole) ?? null,
    // One office decides alone here, so its part is the whole.
    eachOffice: eachOfficePoints([whole]) ?? null,
    ratedAt: now
  }
  const saved = await context.db.transaction((tx) => saveRating(tx, rating, now.subtract({ hours: mendDays * 24 })))
  if (!saved) throw new Refusal('RATING_NOT_OPEN')
  return saved
}
