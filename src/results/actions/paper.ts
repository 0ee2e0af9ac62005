// From a draft to its paper: what the dossier knows fills the template, and the pen draws it. The same draft, number and moment make the same bytes.
import { type Agency, getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { Db } from '../../database/client.ts'
import { headingOf } from '../../documents/case.ts'
import { printResult } from '../../documents/forms/result-paper.ts'
import { longDay } from '../../documents/official.ts'
import { saidOf } from '../../dossiers/filing-answers.ts'
import type { Dossier } from '../../dossiers/store.ts'
import { dayOf, formatDay } from '../../kernel/time.ts'
import { procedureVersion } from '../../procedures/queries.ts'
import { capacityOf } from '../rules.ts'
import type { Draft } from '../store.ts'
import { fillBlocks, fillText, placeholders } from '../templates.ts'
import type { Template, Values } from '../types.ts'

const dayText = (text: string | undefined): string =>
  text && /^\d{4}-\d\d-\d\d$/.test(text) ? formatDay(Temporal.PlainDate.from(text)) : (text ?? '')
const dayOfInstant = (at: Temporal.Instant | null): string => (at ? formatDay(dayOf(at)) : '')

/** What stands for the placeholders that every dossier can fill in, the answers to its form among them. */
export async function factsOfDossier(db: Db, dossier: Dossier): Promise<Values> {
  const [view, agency] = await Promise.all([procedureVersion(db, dossier.procedureVersionId), getAgencyById(db, dossier.agencyId)])
  const { applicant: holder, filer } = dossier
  const lines = saidOf(view, dossier, 'vi').flatMap((page) => page.lines)
  const answers: Values = {}
  for (const { id, value } of lines) {
    if (!value) continue
    // A line of a group is one more line of its field.
    const name = `answers.${id.split('.')[0]}`
    answers[name] = answers[name] ? `${answers[name]}\n${value}` : value
  }
  return {
    ...answers,
    code: dossier.code ?? '',
    procedure: dossier.procedureName,
    subject: dossier.subject,
    agency: headingOf(agency).agency,
    filedOn: dayOfInstant(dossier.filedAt),
    receivedOn: dayOfInstant(dossier.receivedAt),
    dueOn: dayOfInstant(dossier.dueAt),
    holder: holder.name,
    'holder.identity': holder.identityNumber ?? holder.taxCode ?? '',
    'holder.born': dayText(holder.bornOn),
    'holder.address': holder.address ?? '',
    'holder.phone': holder.phone,
    filer: filer.name,
    'filer.identity': filer.identityNumber ?? filer.taxCode ?? '',
    'filer.address': filer.address ?? ''
  }
}

/** The two lines of the left head (NĐ 30/2020, Phụ lục I, mục II.2): a department stands under the city's committee. */
function headOf({ level, name }: Agency): { above: string; issuer: string } {
  if (level === 'ward' || level === 'district') return { above: 'Ủy ban nhân dân', issuer: name }
  return { above: 'Ủy ban nhân dân thành phố Hải Phòng', issuer: name }
}

export type Signature = { number: string; signer: string; title: string }
type OfDraft = Pick<Draft, 'template' | 'values' | 'title'>

/** The paper: signed with its number, or without `signature` as a preview with DỰ THẢO over it. */
export async function paperOfDraft(
  context: Context,
  { draft, dossier, at, signature }: { draft: OfDraft; dossier: Dossier; at: Temporal.Instant; signature?: Signature }
): Promise<Uint8Array> {
  const agency = await getAgencyById(context.db, dossier.agencyId)
  const on = dayOf(at)
  const known = await factsOfDossier(context.db, dossier)
  const values = { ...known, ...draft.values, signedOn: longDay(on).replace(/^ngày /, ''), number: signature?.number ?? '' }
  return printResult({
    ...headOf(agency),
    number: signature?.number ?? '',
    place: 'Hải Phòng',
    on,
    at,
    title: draft.title,
    under: fillText(draft.template.under, values),
    blocks: fillBlocks(draft.template, values),
    capacity: capacityOf(agency.level, signature?.title ?? ''),
    signer: signature?.signer ?? '',
    recipients: [dossier.applicant.name, 'Bộ phận Tiếp nhận và Trả kết quả', `Lưu: hồ sơ ${dossier.code}`],
    code: dossier.code ?? '',
    draft: signature === undefined
  })
}

/** A template tried out: every gap says what will stand there. */
export async function samplePaper(
  context: Context,
  { template, agencyId, at }: { template: Template; agencyId: string; at: Temporal.Instant }
): Promise<Uint8Array> {
  const agency = await getAgencyById(context.db, agencyId)
  const known = Object.fromEntries(placeholders.map((name) => [name, `[${name}]`]))
  const asked = Object.fromEntries(template.asked.map(({ id, label }) => [id, `[${label}]`]))
  const values = { ...known, ...asked, agency: headingOf(agency).agency }
  return printResult({
    ...headOf(agency),
    number: '',
    place: 'Hải Phòng',
    on: dayOf(at),
    at,
    title: template.title,
    under: fillText(template.under, values),
    blocks: fillBlocks(template, values),
    capacity: capacityOf(agency.level, ''),
    signer: '',
    recipients: ['Bộ phận Tiếp nhận và Trả kết quả'],
    code: '',
    draft: true
  })
}
