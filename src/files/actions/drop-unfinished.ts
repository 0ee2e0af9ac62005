// Uploads nobody came back to are thrown away after a day; what was finished has been kept long before.
import type { Context } from '../../context.ts'
import { unfinishedHours } from '../rules.ts'

export const dropUnfinished = ({ files, now }: Context): Promise<number> => files.dropParts(now().subtract({ hours: unfinishedHours }))
