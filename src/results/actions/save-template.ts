// A signer writes a new version of a template for their agency. Versions are added; what was begun or signed with an older one stays as it is.
import { type Actor, actsAs } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { type FieldErrors, Refusal } from '../../kernel/refusal.ts'
import { dayOf, formatTime } from '../../kernel/time.ts'
import { agencyTemplates } from '../queries.ts'
import type { ResultKind } from '../rules.ts'
import { insertTemplate, type TemplateRow } from '../store.ts'
import { parseTemplate } from '../templates.ts'

export type TemplateKey = { procedureCode: string; kind: ResultKind }
type NewVersion = TemplateKey & {
  by: Actor
  text: string
  validFrom: Temporal.PlainDate | undefined
  note: string
  /** The version the page was opened with. */
  after: number
}

/** @throws Refusal FORM_INCOMPLETE; DRAFT_CHANGED_ELSEWHERE when somebody else wrote a version meanwhile */
export async function saveTemplate(
  context: Context,
  { procedureCode, kind, by, text, validFrom, note, after }: NewVersion
): Promise<TemplateRow> {
  if (!actsAs(by.role, 'signer')) throw new Refusal('NOT_YOURS_TO_DO', { role: by.role })
  const at = context.now()
  const { template, faults } = parseTemplate(text)
  const fields: FieldErrors = {}
  if (faults.length > 0 || template.kind !== kind) fields['text'] = 'TEMPLATE_FAULTY'
  if (!validFrom || Temporal.PlainDate.compare(validFrom, dayOf(at)) < 0) fields['validFrom'] = 'DATE_IN_PAST'
  if (!note.trim()) fields['note'] = 'REASON_REQUIRED'
  if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
  const row = await context.db.transaction((tx) =>
    insertTemplate(tx, {
      agencyId: by.agencyId!,
      procedureCode,
      kind,
      version: after + 1,
      text,
      validFrom: validFrom!,
      note: note.trim(),
      madeById: by.id,
      madeBy: by.name,
      madeAt: at
    })
  )
  if (row) return row
  const own = await agencyTemplates(context.db, by.agencyId!)
  const same = own.find((one) => one.procedureCode === procedureCode && one.kind === kind)
  // Pressed twice: that version is there, word for word.
  if (same?.version === after + 1 && same.text === text && same.madeById === by.id) return same
  throw new Refusal('DRAFT_CHANGED_ELSEWHERE', { at: formatTime(same?.madeAt ?? at) })
}
