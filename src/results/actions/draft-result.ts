// A result is drafted, read by others and sent for signature. Every step is kept in the draft's trail and in the dossier's audit.
import { type Actor, actsAs } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Db, Tx } from '../../database/client.ts'
import { checkOwn, lockOwn } from '../../dossiers/access.ts'
import { step } from '../../dossiers/lifecycle.ts'
import { getDossier } from '../../dossiers/queries.ts'
import { type Dossier, saveAct } from '../../dossiers/store.ts'
import { type FieldErrors, Refusal } from '../../kernel/refusal.ts'
import { dayOf, formatTime } from '../../kernel/time.ts'
import { inStep } from '../../processing/actions/in-step.ts'
import { type DraftMove, type DraftState, draftMoves, stepDraft } from '../lifecycle.ts'
import { agencyTemplates, findDraft } from '../queries.ts'
import type { ResultKind } from '../rules.ts'
import { type Draft, insertDraft, insertStep, lockDraft, saveStep } from '../store.ts'
import { firstValues, missingIn, parseTemplate, templateFor } from '../templates.ts'
import type { Template, Values } from '../types.ts'
import { passBack, passOn } from './in-process.ts'
import { factsOfDossier } from './paper.ts'
import { houseTemplates } from './read-templates.ts'

const decisionOf = { approved: 'approve', refused: 'refuse_on_merit' } as const

/** The template an agency uses for a procedure today. */
export async function templateInForce(
  db: Db,
  { agencyId, procedureCode, kind, on }: { agencyId: string; procedureCode: string; kind: ResultKind; on: Temporal.PlainDate }
): Promise<Template | undefined> {
  const own = (await agencyTemplates(db, agencyId)).map((row) => ({
    agencyId: row.agencyId,
    template: {
      ...parseTemplate(row.text).template,
      procedureCode: row.procedureCode,
      kind: row.kind,
      validFrom: row.validFrom.toString(),
      version: `bản ${row.version} của cơ quan`
    }
  }))
  // Of two versions with one day the later one holds: the list has it first.
  return templateFor([...own, ...houseTemplates()], { procedureCode, kind, on })
}

type Begin = { dossierId: string; kind: ResultKind; by: Actor }

/** In a step that may draft. @throws Refusal TEMPLATE_MISSING, RESULT_DRAFT_EXISTS, MOVE_NOT_ALLOWED, STEP_DECIDES_NOT, STEP_NOT_YOURS */
export async function beginDraft(context: Context, asked: Begin): Promise<Draft> {
  const { dossierId, by } = asked
  const dossier = await getDossier(context.db, dossierId)
  checkOwn(dossier, by)
  // Said before the step is looked at: a dossier that stands still or is decided has its own refusal.
  step(dossier.state, decisionOf[asked.kind], by.role)
  return inStep(context, { dossierId, by, decision: 'draft' }, (inside) => begin(inside, asked))
}

async function begin(context: Context, { dossierId, kind, by }: Begin): Promise<Draft> {
  const before = await getDossier(context.db, dossierId)
  const at = context.now()
  const template = await templateInForce(context.db, { ...before, kind, on: dayOf(at) })
  if (!template) throw new Refusal('TEMPLATE_MISSING')
  const values = firstValues(template, await factsOfDossier(context.db, before))
  return context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by)
    step(dossier.state, decisionOf[kind], by.role)
    const draft = await insertDraft(tx, {
      dossierId,
      dossierCode: dossier.code!,
      agencyId: dossier.agencyId,
      procedureCode: dossier.procedureCode,
      sectorCode: dossier.sectorCode,
      procedureName: dossier.procedureName,
      holderName: dossier.applicantName,
      kind,
      state: 'drafting',
      template,
      values,
      title: template.title,
      drafterId: by.id,
      drafterName: by.name,
      createdAt: at,
      updatedAt: at
    })
    if (!draft) throw new Refusal('RESULT_DRAFT_EXISTS')
    await insertStep(tx, draft.id, { name: 'begin', by, at, note: template.name })
    await saveAct(tx, dossier, { by, at, action: 'begin_result_draft' })
    return draft
  })
}

/** The draft and its dossier, both held; only somebody the dossier belongs to gets them. */
export async function holdDraft(tx: Tx, draftId: string, by: Actor): Promise<{ draft: Draft; dossier: Dossier }> {
  if (!actsAs(by.role, 'officer')) throw new Refusal('NOT_YOURS_TO_DO', { role: by.role })
  const found = await findDraft(tx, draftId)
  if (!found) throw new Refusal('RESULT_DRAFT_NOT_FOUND', { id: draftId })
  const dossier = await lockOwn(tx, found.dossierId, by)
  return { dossier, draft: await lockDraft(tx, draftId) }
}

type Saving = { draftId: string; by: Actor; values: Values; title: string; revision: number }

/** What was typed is kept, complete or not. @throws Refusal NOT_YOUR_DRAFT, DRAFT_CHANGED_ELSEWHERE */
export function saveDraftText(context: Context, { draftId, by, values, title, revision }: Saving): Promise<void> {
  return context.db.transaction(async (tx) => {
    const { draft, dossier } = await holdDraft(tx, draftId, by)
    const state = stepDraft(draft, 'edit', by)
    if (draft.revision !== revision) throw new Refusal('DRAFT_CHANGED_ELSEWHERE', { at: formatTime(draft.updatedAt) })
    const known = new Set(draft.template.asked.map(({ id }) => id))
    const kept = Object.fromEntries(Object.entries(values).filter(([id]) => known.has(id)))
    if (draft.title === title && JSON.stringify(draft.values) === JSON.stringify({ ...draft.values, ...kept })) return
    const at = context.now()
    const changes = { values: { ...draft.values, ...kept }, title, revision: revision + 1 }
    await saveStep(tx, draft, { name: 'edit', state, by, at, changes })
    await saveAct(tx, dossier, { by, at, action: 'edit_result_draft' })
  })
}

const auditOf: Partial<Record<DraftMove, string>> = {
  ask_review: 'ask_result_review',
  send: 'send_result_to_sign',
  take_back: 'take_back_result_draft',
  endorse: 'endorse_result_draft',
  give_back: 'return_result_draft',
  drop: 'drop_result_draft'
}
export type PlainMove = 'ask_review' | 'send' | 'take_back' | 'endorse' | 'give_back' | 'drop'

/** @throws Refusal FORM_INCOMPLETE when it is sent with gaps or returned without a remark, NEEDS_OTHER_EYES, RESULT_DRAFT_ELSEWHERE */
export function moveDraft(
  context: Context,
  { draftId, name, by, note = '' }: { draftId: string; name: PlainMove; by: Actor; note?: string }
) {
  return context.db.transaction(async (tx) => {
    const { draft, dossier: before } = await holdDraft(tx, draftId, by)
    stepDraft(draft, name, by)
    if (name === 'ask_review' || name === 'send' || name === 'endorse') {
      step(before.state, decisionOf[draft.kind], by.role)
      requireWhole(draft)
    }
    if (name === 'give_back' && !note.trim()) throw new Refusal('FORM_INCOMPLETE', { fields: { note: 'REASON_REQUIRED' } })
    const state = await moveSteps(tx, context, { draft, name, by, note: note.trim() })
    const at = context.now()
    await saveStep(tx, draft, { name, state, by, at, note: note.trim(), changes: { remark: note.trim() } })
    // Read again: the steps have written into the dossier's chain.
    await saveAct(tx, await lockOwn(tx, draft.dossierId, by), { by, at, action: auditOf[name]! })
  })
}

/** The internal process goes with the draft; where it wants somebody to read first, the head waits. */
async function moveSteps(
  tx: Tx,
  context: Context,
  { draft, name, by, note }: { draft: Draft; name: PlainMove; by: Actor; note: string }
): Promise<DraftState> {
  const { dossierId, kind } = draft
  const state = stepDraft(draft, name, by)
  if (name === 'send' || name === 'endorse') return (await passOn(tx, context, { dossierId, kind, by, note })) ? state : 'in_review'
  if (name === 'give_back' || name === 'take_back')
    await passBack(tx, context, { dossierId, by, reason: note || draftMoves[name].words.vi })
  return state
}

/** Field names of the draft's form are `value.<id>`. */
export function requireWhole({ template, values, title }: Pick<Draft, 'template' | 'values' | 'title'>): void {
  const fields: FieldErrors = Object.fromEntries(missingIn(template, values).map((id) => [`value.${id}`, 'REQUIRED' as const]))
  if (!title.trim()) fields['title'] = 'REQUIRED'
  if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
}
