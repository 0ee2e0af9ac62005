// Dossiers in any state, walked there by the same actions as in life; never by SQL.
import { randomUUIDv7 } from 'node:crypto'
import type { Actor } from '../../src/accounts/roles.ts'
import { ensurePerson } from '../../src/accounts/store.ts'
import { findAgency } from '../../src/agencies/queries.ts'
import type { Context } from '../../src/context.ts'
import { acceptAtDesk } from '../../src/dossiers/actions/accept-at-desk.ts'
import { passTheRest } from '../../src/dossiers/actions/check-paper.ts'
import { decide } from '../../src/dossiers/actions/decide.ts'
import { type Filing, fileDossier } from '../../src/dossiers/actions/file-dossier.ts'
import { requestSupplement } from '../../src/dossiers/actions/request-supplement.ts'
import { takeDossier } from '../../src/dossiers/actions/take-dossier.ts'
import type { State } from '../../src/dossiers/lifecycle.ts'
import type { Dossier } from '../../src/dossiers/store.ts'
import type { Party } from '../../src/dossiers/types.ts'
import { keepFile } from '../../src/files/actions/keep-file.ts'
import { sampleAnswers } from './answers.ts'

/** The smallest PDF that says it is one. */
export const smallPdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
)

export const lan: Party = {
  kind: 'person',
  name: 'Nguyễn Thị Lan',
  identityNumber: '031194006217',
  phone: '0912480123',
  email: 'lan@vidu.vn',
  address: '18/7 Lạch Tray, phường Lạch Tray, quận Ngô Quyền'
}

/** The result comes to Lan's door. */
export const toHome = {
  method: 'post' as const,
  name: lan.name,
  phone: lan.phone,
  address: '18/7 Lạch Tray',
  wardCode: '11302',
  wardName: 'Phường Lạch Tray'
}

export async function staffOf(context: Context, agencyCode: string, role: 'clerk' | 'officer'): Promise<Actor> {
  const agency = await findAgency(context.db, agencyCode)
  return { id: randomUUIDv7(), name: role === 'clerk' ? 'Phạm Thu Hà' : 'Trần Minh Đức', role, agencyId: agency!.id }
}

let phones = 0

/** Somebody who has signed in before. */
export async function aCitizen(context: Context): Promise<Actor> {
  const phone = `09${String(10_000_000 + phones++)}`
  const { id } = await context.db.transaction((tx) => ensurePerson(tx, { phone, locale: 'vi', at: context.now() }))
  return { id, name: lan.name, role: 'applicant' }
}

type Wanted = {
  state?: Extract<State, 'submitted' | 'accepted' | 'in_progress' | 'awaiting_supplement' | 'result_ready'>
  procedure?: string
  agency?: string
  by?: Actor
} & Partial<Pick<Filing, 'application' | 'papers' | 'channel' | 'answers'>>

/** A dossier with the people who work on it. 1.003725 at the Department of Information and Communications unless said otherwise. */
export async function aDossier(
  context: Context,
  {
    state = 'submitted',
    procedure = '1.003725',
    agency = 'STTTT',
    by: walker,
    application,
    papers,
    answers,
    channel = 'online'
  }: Wanted = {}
): Promise<{ id: string; code: string; dossier: Dossier; citizen: Actor; clerk: Actor; officer: Actor }> {
  const by = walker ?? (await aCitizen(context))
  const [clerk, officer] = [await staffOf(context, agency, 'clerk'), await staffOf(context, agency, 'officer')]
  const file = await keepFile(context, { name: 'don.pdf', bytes: smallPdf, ownerId: by.id })
  const given =
    papers ??
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({
      number,
      name: `Giấy tờ ${number}`,
      form: 'copy',
      given: 'file' as const,
      fileId: file.id
    }))
  const filed = application ?? { filer: lan, applicant: lan, subject: 'Nhập khẩu 12 cuốn sách', delivery: { method: 'desk' as const } }
  let dossier = await fileDossier(context, {
    procedureCode: procedure,
    agencyCode: agency,
    channel,
    application: filed,
    ...(channel !== 'desk' && { answers: answers ?? sampleAnswers(procedure) }),
    papers: given,
    by,
    locale: 'vi',
    personId: by.id
  })
  const walk: Record<string, () => Promise<Dossier>> = {
    accepted: () => acceptAtDesk(context, { dossierId: dossier.id, by: clerk }),
    in_progress: () => takeDossier(context, { dossierId: dossier.id, by: officer }),
    result_ready: () =>
      decide(context, { dossierId: dossier.id, by: officer, kind: 'approved', number: '15/GP-STTTT', title: 'Giấy phép', fileId: file.id })
  }
  if (state === 'awaiting_supplement') {
    await passTheRest(context, { dossierId: dossier.id, by: clerk })
    dossier = await requestSupplement(context, {
      dossierId: dossier.id,
      by: clerk,
      reasons: [{ paper: 'Đơn', paperNumber: 1, reason: 'Thiếu chữ ký' }]
    })
  } else {
    for (const stop of ['accepted', 'in_progress', 'result_ready']) {
      if (dossier.state === state) break
      dossier = await walk[stop]!()
    }
  }
  return { id: dossier.id, code: dossier.code!, dossier, citizen: by, clerk, officer }
}
