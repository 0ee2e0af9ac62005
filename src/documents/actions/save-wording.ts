// An administrator changes the set words of an official form from a day on; what was printed before stays as it was.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { type FieldErrors, Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { insertWording } from '../store.ts'
import { checkWording, slotsOf, type WordedForm, type Wording } from '../wording.ts'

type NewWording = { id: string; form: WordedForm; texts: Wording; validFrom: Temporal.PlainDate | undefined; basis: string; by: Actor }

/** `id` is the page's own: pressed twice, it is one version. @throws Refusal FORM_INCOMPLETE, fields by slot */
export async function saveWording(context: Context, { id, form, texts, validFrom, basis, by }: NewWording): Promise<void> {
  const now = context.now()
  const fields: FieldErrors = { ...checkWording(form, texts) }
  if (!validFrom) fields['validFrom'] = 'DATE_INVALID'
  // Papers of past days are in people's hands.
  else if (Temporal.PlainDate.compare(validFrom, dayOf(now)) < 0) fields['validFrom'] = 'DATE_IN_PAST'
  if (!basis.trim()) fields['basis'] = 'REASON_REQUIRED'
  if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
  const kept = Object.fromEntries(slotsOf(form).map(([slot]) => [slot, texts[slot]!.trim().replaceAll('\r\n', '\n').normalize('NFC')]))
  await context.db.transaction((tx) =>
    insertWording(tx, {
      id,
      form,
      texts: kept,
      validFrom: validFrom!,
      basis: basis.trim(),
      savedAt: now,
      savedBy: by.id,
      savedByName: by.name
    })
  )
}
