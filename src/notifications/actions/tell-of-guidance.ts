// The list of what is missing, on the telephone of who came without it.
import type { Context } from '../../context.ts'
import { findGuidance } from '../../dossiers/desk-queries.ts'
import { guidanceCode } from '../../dossiers/guidance.ts'
import { tellPerson } from '../notify.ts'

/** A short message has room for this much of the list; the page of the procedure says the rest. */
const room = 90

/** `Giấy chứng sinh; Tờ khai` as long as it fits, and how many more there are. */
export function shortList(names: readonly string[]): string {
  const whole = names.join('; ')
  if (whole.length <= room) return whole
  const [first = ''] = names
  const more = names.length > 1 ? ` (+${names.length - 1})` : ''
  return first.length + more.length <= room ? `${first}${more}` : `${first.slice(0, room - more.length - 1).trimEnd()}…${more}`
}

export async function tellOfGuidance(context: Context, { slipId }: { slipId: string }): Promise<void> {
  const slip = await findGuidance(context.db, slipId)
  if (!slip?.phone) return
  const values = {
    papers: shortList(slip.missing.map(({ name }) => name)),
    number: guidanceCode(slip),
    url: `${context.baseUrl}/thu-tuc/${slip.procedureCode}`
  }
  await tellPerson(context, { name: 'guidance', to: { phone: slip.phone }, locale: 'vi', values, occasion: `guidance:${slipId}` })
}
