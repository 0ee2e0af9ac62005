// What stands behind each address with a name in it (`:id`, `:token` …), for the matrix of permissions. A new address needs a row in `rows`.

import { startDraft } from '../../src/dossiers/actions/start-draft.ts'
import { papersOf } from '../../src/dossiers/queries.ts'
import { askQuestion } from '../../src/feedback/actions/answer-question.ts'
import { sendPetition } from '../../src/feedback/actions/send-petition.ts'
import { petitionsAt, questionsAt } from '../../src/feedback/queries.ts'
import { keepOwnPaper } from '../../src/files/actions/own-papers.ts'
import { lockerOf } from '../../src/files/queries.ts'
import { nameHelper } from '../../src/helping/actions/name-helper.ts'
import { shipmentsOfDossier } from '../../src/shipments/queries.ts'
import type { TestShop } from './context.ts'
import { aDossier, lan } from './dossiers.ts'
import { typed } from './helping.ts'

/** Ids of things that belong to the agency of the test or to its citizen; `telling` gives them away when a list shows them. */
export type City = { things: Record<string, string>; telling: string[] }

type Row = {
  url: RegExp
  /** The thing behind the first name in the address. */
  thing: string
  /** Further names: part of the address, not things of their own. */
  also?: Record<string, string>
  /** Not one agency's or one person's: everybody with the role may see it, and why. */
  shared?: string
  /** Even its owner may be refused here, and why. */
  mayRefuse?: string
}

const rows: readonly Row[] = [
  { url: /^\/ho-so\/:id\/nop/, thing: 'draft', also: { page: 'lo-hang' } },
  { url: /^\/ho-so\/:id\/xoa$/, thing: 'draft' },
  { url: /^\/ho-so\/:id\/ket-qua$/, thing: 'ready' },
  { url: /^\/ho-so\/:id/, thing: 'submitted' },
  { url: /^\/nho-giup\/:id/, thing: 'consent' },
  { url: /^\/giup-nguoi-khac\/ma\/:id$/, thing: 'consent', mayRefuse: 'a code is asked for by the helper, and this citizen is none' },
  { url: /^\/giup-nguoi-khac\/:id/, thing: 'consent', mayRefuse: 'the citizen of the test is not the helper' },
  { url: /^\/giay-to-cua-toi\/giu\/:id$/, thing: 'file' },
  {
    url: /^\/giay-to-cua-toi\/:id\/bo$/,
    thing: 'lockerPaper',
    shared: 'what is not in one’s locker is not there any more: pressed twice, said once'
  },
  { url: /^\/giay-to-cua-toi\/:id/, thing: 'lockerPaper' },
  { url: /^\/tep\/:id$/, thing: 'file' },
  { url: /^\/tai-len\/:id/, thing: 'nothing', mayRefuse: 'nothing is being uploaded' },
  { url: /^\/quay\/buu-gui\/:id$/, thing: 'parcel' },
  { url: /^\/quay\/(ho-so|thu-tien)\/:id/, thing: 'submitted' },
  { url: /^\/quay\/doi-soat\/:id$/, thing: 'nothing', mayRefuse: 'no money is in dispute' },
  { url: /^\/xu-ly\/ho-so\/:id/, thing: 'working' },
  { url: /^\/xu-ly\/phan-anh\/:id/, thing: 'petition', also: { fileId: '0198c0de-0000-7000-8000-000000000000' } },
  { url: /^\/xu-ly\/hoi-dap\/:id/, thing: 'question' },
  { url: /^\/buu-dien\/:id/, thing: 'parcel', also: { command: 'collect' }, shared: 'one postal operator carries for the whole city' },
  { url: /^\/can-bo\/phan-cong(\/thay-the)?\/:id/, thing: 'colleague' }
]

/** A path to try, and whether it leads to something that is somebody's; `undefined` when nobody has said what is there. */
export function pathOf(url: string, { things }: City): { path: string; owned: boolean; mayRefuse: boolean } | undefined {
  if (!url.includes(':')) return { path: url, owned: false, mayRefuse: false }
  const row = rows.find((one) => one.url.test(url))
  if (!row) return undefined
  const [first, ...further] = [...url.matchAll(/:(\w+)/g)].map(([, name]) => name!)
  let path = url.replace(`:${first}`, things[row.thing]!)
  for (const name of further) path = path.replace(`:${name}`, row.also?.[name] ?? things[row.thing]!)
  return { path, owned: !row.shared, mayRefuse: row.mayRefuse !== undefined }
}

export async function objectsOf(shop: TestShop, ownerId: string): Promise<City> {
  const { context, sql } = shop
  const { db } = context
  const by = { id: ownerId, name: lan.name, role: 'applicant' as const }
  const toHome = {
    method: 'post' as const,
    name: lan.name,
    phone: lan.phone,
    address: '18/7 Lạch Tray',
    wardCode: '11302',
    wardName: 'Phường Lạch Tray'
  }
  const submitted = await aDossier(context, { by })
  const working = await aDossier(context, { by, state: 'in_progress' })
  const ready = await aDossier(context, {
    by,
    state: 'result_ready',
    application: { filer: lan, applicant: lan, subject: 'Nhập sách', delivery: toHome }
  })
  await shop.runJobs()
  const agencyId = submitted.dossier.agencyId
  const start = { channel: 'online' as const, filer: lan, by, locale: 'vi' as const, personId: ownerId }
  const draft = await startDraft(context, { ...start, procedureCode: '1.003725', agencyCode: 'STTTT' })
  const consent = await nameHelper(context, { by, typed, procedureCode: '1.005461', locale: 'vi' })
  const sender = { personId: ownerId, ownerId, name: lan.name, phone: lan.phone, email: null, locale: 'vi' as const }
  const about = { sender: { ...sender, address: '' }, agencyId, text: 'Hẹn thứ Hai, đến nơi không có ai.' }
  await sendPetition(context, { ...about, kind: 'conduct', dossierCode: '', knowsDossier: false, fileIds: [], formKey: context.newId() })
  await askQuestion(context, { ...about, formKey: context.newId(), subject: 'Nhập khẩu 02 cuốn sách' })
  const [paper] = await papersOf(db, submitted.id)
  const facts = { name: 'Giấy ủy quyền', issuer: 'Phòng công chứng số 1', number: '12/2020', issuedOn: null, expiresOn: null }
  await keepOwnPaper(context, { fileId: paper!.fileId!, personId: ownerId, facts } as Parameters<typeof keepOwnPaper>[1])
  const [colleague] = await sql<{ id: string }[]>`select id::text from staff where username = 'quay.stttt'`
  const things = {
    ...{ submitted: submitted.id, working: working.id, ready: ready.id, draft: draft.id, file: paper!.fileId!, consent: consent.id },
    parcel: (await shipmentsOfDossier(db, ready.id))[0]!.id,
    petition: (await petitionsAt(db, agencyId, { open: true }))[0]!.id,
    question: (await questionsAt(db, agencyId, 'asked'))[0]!.id,
    lockerPaper: (await lockerOf(db, ownerId))[0]!.id,
    colleague: colleague!.id,
    nothing: '0198c0de-0000-7000-8000-000000000000'
  }
  return { things, telling: [submitted, working, ready].map(({ code }) => code.slice(code.indexOf('H24'))) }
}
