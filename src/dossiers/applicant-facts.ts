// What the citizen's pages show, gathered from the rooms' queries: the dossier that is theirs, its date, its wards to choose from.
import type { Actor } from '../accounts/roles.ts'
import { agenciesOf, getAgencyById } from '../agencies/queries.ts'
import type { Context } from '../context.ts'
import type { Db } from '../database/client.ts'
import { dayCells } from '../deadlines/day-cells.ts'
import { explain } from '../deadlines/explain.ts'
import { filesOf } from '../files/queries.ts'
import type { Locale } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { procedureVersion, processingTimeOf } from '../procedures/queries.ts'
import { checkOwn } from './access.ts'
import { countDue } from './clock.ts'
import { type AnsweredForm, documentsNeeded, factsOf, stepsOf } from './filing-answers.ts'
import { errorsOn, wrongWith } from './filing-check.ts'
import { findDossier, papersOf } from './queries.ts'
import type { Dossier } from './store.ts'

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** Somebody's own dossier. The same answer for one that isn't theirs, one that doesn't exist and nonsense. @throws Refusal NOT_YOURS_TO_SEE */
export async function ownDossier({ db }: Context, id: string, by: Actor): Promise<Dossier> {
  const dossier = isId(id) ? await findDossier(db, id) : undefined
  if (!dossier) throw new Refusal('NOT_YOURS_TO_SEE')
  checkOwn(dossier, by)
  return dossier
}

/** The date and its reasons; `undefined` before the clock has started. */
export async function dueFactsOf({ db }: Context, dossier: Dossier, locale: Locale) {
  const due = await countDue(db, dossier)
  if (!due) return undefined
  const rule = await processingTimeOf(db, dossier.procedureVersionId)
  return { dueAt: due.dueAt, cells: dayCells(due, locale), sentences: explain(due, rule, locale) }
}

/** The due day if the dossier were accepted at this moment. */
export async function expectedDay(
  { db, now }: Context,
  { procedureVersionId, agencyId }: Dossier
): Promise<Temporal.PlainDate | undefined> {
  const due = await countDue(db, { procedureVersionId, agencyId, clock: [{ kind: 'received', at: now().toString() }] })
  return due?.dueAt ? dayOf(due.dueAt) : undefined
}

/** A draft with its procedure, its papers and what is still wrong with it. `view` names the papers these answers need. */
export async function openDraft({ db, now }: Context, draft: Dossier) {
  const [whole, agency, given] = await Promise.all([
    procedureVersion(db, draft.procedureVersionId),
    getAgencyById(db, draft.agencyId),
    papersOf(db, draft.id)
  ])
  const filled: AnsweredForm = { view: whole, answers: draft.answers, facts: factsOf(draft, dayOf(now())) }
  const { documents, own } = documentsNeeded(filled)
  const view = { ...whole, documents }
  const { errors, said } = wrongWith(draft, { filled, given })
  const steps = stepsOf(filled)
  const done = new Set(steps.filter((step) => draft.seen[step] && Object.keys(errorsOn(step, { errors, view })).length === 0))
  const files = await filesIn(db, given)
  return { draft, view, filled, ownPaper: own, agencyName: agency.name, files, errors, said, steps, done }
}

async function filesIn(db: Db, given: Awaited<ReturnType<typeof papersOf>>) {
  const fileIds = given.flatMap(({ fileId }) => fileId ?? [])
  const rows = new Map((await filesOf(db, fileIds)).map((file) => [file.id, file]))
  return given.flatMap(({ id, number, fileId }) => {
    const file = fileId && rows.get(fileId)
    return file ? [{ paperId: id, number, fileId: file.id, name: file.name, size: file.size }] : []
  })
}

/** Wards under their districts, A–Z, as they are today. */
export async function wardGroups(db: Db, today: Temporal.PlainDate) {
  const [wards, districts] = await Promise.all([agenciesOf(db, 'ward'), agenciesOf(db, 'district')])
  const isNow = ({ validTo }: { validTo: Temporal.PlainDate | null }) => !validTo || Temporal.PlainDate.compare(today, validTo) < 0
  return districts.items
    .map(({ id, name }) => ({
      name,
      places: wards.items.filter((ward) => ward.parentId === id && isNow(ward)).map(({ code, name }) => ({ code, name }))
    }))
    .filter(({ places }) => places.length > 0)
}
