// Everything a form about a dossier needs, read once: the dossier, its move, procedure, agency and papers, in the words of the forms.
import { type Agency, getAgencyById } from '../agencies/queries.ts'
import type { Context } from '../context.ts'
import type { Due } from '../deadlines/due.ts'
import { countDue } from '../dossiers/clock.ts'
import { readDossierCode } from '../dossiers/numbering.ts'
import { getDossier, movesOf, papersOf, type SavedMove, supplementRequestsOf } from '../dossiers/queries.ts'
import type { Dossier, Paper, SupplementRequest } from '../dossiers/store.ts'
import type { Party } from '../dossiers/types.ts'
import type { AfterMove } from '../jobs/names.ts'
import { Refusal } from '../kernel/refusal.ts'
import { processingTimeOf } from '../procedures/queries.ts'
import type { ProcessingTime } from '../procedures/rules.ts'
import type { PaperCount } from './forms/receipt.ts'
import type { Heading, LookUp, Person } from './official.ts'

export type Case = {
  dossier: Dossier & { code: string }
  move: SavedMove
  agency: Agency
  time: ProcessingTime
  due: Due | undefined
  papers: Paper[]
  requests: SupplementRequest[]
  trackingUrl: string
  /** `15/2026`: running number of the day, printed before the form's own suffix. */
  number: number
}

export async function readCase(context: Context, { dossierId, moveSeq }: AfterMove): Promise<Case> {
  const { db } = context
  const dossier = await getDossier(db, dossierId)
  const moves = await movesOf(db, dossierId)
  const move = moves.find(({ seq }) => seq === moveSeq)
  if (!move || !dossier.code) throw new Refusal('DOSSIER_NOT_FOUND', { dossierId, moveSeq })
  const [agency, time, papers, requests] = await Promise.all([
    getAgencyById(db, dossier.agencyId),
    processingTimeOf(db, dossier.procedureVersionId),
    papersOf(db, dossierId),
    supplementRequestsOf(db, dossierId)
  ])
  return {
    dossier: { ...dossier, code: dossier.code },
    move,
    agency,
    time,
    due: await countDue(db, dossier),
    papers,
    requests,
    trackingUrl: `${context.baseUrl}/tra-cuu/${dossier.code}`,
    number: readDossierCode(dossier.code)!.number
  }
}

/** Wards and districts print their people's committee; departments their own name. */
export function headingOf({ name, level }: Agency): Heading {
  const agency = level === 'ward' || level === 'district' ? `Ủy ban nhân dân ${name.charAt(0).toLowerCase()}${name.slice(1)}` : name
  return { agency, desk: 'Bộ phận Tiếp nhận và Trả kết quả', place: 'Hải Phòng' }
}

export const personOf = (party: Party): Person => ({
  name: party.name,
  address: party.address ?? '',
  phone: party.phone,
  ...(party.email ? { email: party.email } : {}),
  ...((party.identityNumber ?? party.taxCode) ? { idNumber: party.identityNumber ?? party.taxCode! } : {})
})

/** For whom, when the filer files for somebody else. */
export const ownerOf = ({ filer, applicant, relation }: Dossier): { name: string; address: string } | undefined =>
  relation || filer.name !== applicant.name ? { name: applicant.name, address: applicant.address ?? '' } : undefined

/** One line of the forms' table: a scan sent online counts as a copy. */
export const countOf = ({ name, form, copies, given }: Pick<Paper, 'name' | 'form' | 'copies' | 'given'>): PaperCount => {
  const scanned = given === 'file'
  const kind = scanned ? 'copy' : form
  return {
    name,
    originals: kind === 'original' || kind === 'form' || kind === 'present' ? copies : 0,
    certifiedCopies: kind === 'certified_copy' ? copies : 0,
    copies: scanned ? 1 : kind === 'copy' ? copies : 0
  }
}

export const lookUpOf = (context: Context): LookUp => ({ url: `${context.baseUrl}/tra-cuu`, phone: '1022' })

/** `Bưu điện phát tại …`, `Bộ phận Tiếp nhận và Trả kết quả`, `Bản điện tử …` */
export function resultPlace({ delivery }: Dossier, heading: Heading): string {
  if (delivery.method === 'post') return `Bưu điện phát tại ${delivery.address}, ${delivery.wardName}`
  if (delivery.method === 'electronic') return 'Bản điện tử trên trang Một Cửa'
  return heading.desk
}
