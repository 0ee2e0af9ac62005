// What stands behind each address with a name in it (`:id`, `:token` …), for the matrix of permissions. A new address needs a row in `rows`.

import { startDraft } from '../../src/dossiers/actions/start-draft.ts'
import { askQuestion } from '../../src/feedback/actions/answer-question.ts'
import { sendPetition } from '../../src/feedback/actions/send-petition.ts'
import { petitionsAt, questionsAt } from '../../src/feedback/queries.ts'
import { keepOwnPaper } from '../../src/files/actions/own-papers.ts'
import { lockerOf } from '../../src/files/queries.ts'
import { nameHelper } from '../../src/helping/actions/name-helper.ts'
import type { TestShop } from './context.ts'
import { lan } from './dossiers.ts'
import { typed } from './helping.ts'
import { aStaffCity } from './staff-city.ts'

/** Ids of things that belong to the agency of the test or to its citizen; `telling` gives them away when a list shows them. */
export type City = { things: Record<string, string>; telling: string[] }

type Row = {
  url: RegExp
  /** The thing behind the first name in the address. */
  thing: string
  /** Further names in the address: a thing again, or the text itself. */
  also?: Record<string, string>
  /** Not one agency's or one person's: everybody with the role may see it, and why. */
  shared?: string
  /** What is typed is asked for before anything is looked up, so that the answer (422) tells nothing, and what. */
  asksFirst?: string
  /** Even its owner may be refused here, and why. */
  mayRefuse?: string
}

const rows: readonly Row[] = [
  // The citizen's own.
  { url: /^\/ho-so\/:id\/nop/, thing: 'draft', also: { page: 'lo-hang' } },
  { url: /^\/ho-so\/:id\/xoa$/, thing: 'draft' },
  { url: /^\/ho-so\/:id\/ket-qua$/, thing: 'ready', mayRefuse: 'it waits at the desk' },
  { url: /^\/ho-so\/:id/, thing: 'submitted' },
  { url: /^\/nho-giup\/:id/, thing: 'consent' },
  { url: /^\/giup-nguoi-khac\/ma\/:id$/, thing: 'consent', mayRefuse: 'a code is asked for by the helper, and this citizen is none' },
  { url: /^\/giup-nguoi-khac\/:id/, thing: 'consent', mayRefuse: 'the citizen of the test is not the helper' },
  { url: /^\/giay-to-cua-toi\/giu\/:id$/, thing: 'file', mayRefuse: 'it is in the locker already' },
  {
    url: /^\/giay-to-cua-toi\/:id\/bo$/,
    thing: 'lockerPaper',
    shared: 'what is not in one’s locker is not there any more: pressed twice, said once'
  },
  { url: /^\/giay-to-cua-toi\/:id/, thing: 'lockerPaper' },
  { url: /^\/tep\/:id$/, thing: 'file' },
  { url: /^\/tai-len\/:id/, thing: 'nothing', mayRefuse: 'nothing is being uploaded' },
  // The desk's.
  { url: /^\/quay\/buu-gui\/:id$/, thing: 'pickup' },
  { url: /^\/quay\/ho-so\/:id\/giay\/:paper$/, thing: 'submitted', also: { paper: 'paper' } },
  { url: /^\/quay\/(ho-so|thu-tien)\/:id/, thing: 'submitted' },
  { url: /^\/quay\/tiep-nhan\/:id\/xong$/, thing: 'onPaper' },
  { url: /^\/quay\/huong-dan\/:id/, thing: 'slip' },
  { url: /^\/quay\/doi-soat\/:id$/, thing: 'nothing', mayRefuse: 'no money is in dispute' },
  { url: /^\/quay\/bang-ke\/:id\/(bien-ban|anh\/:file)$/, thing: 'manifest', mayRefuse: 'the bordereau is not signed, and has no photo' },
  { url: /^\/quay\/bang-ke\/:id\/dong\/:line/, thing: 'manifest', also: { line: 'line' } },
  { url: /^\/quay\/bang-ke\/:id/, thing: 'manifest' },
  { url: /^\/quay\/ca\/:id\/bien-ban/, thing: 'shift', mayRefuse: 'the shift is open' },
  { url: /^\/quay\/ca\/:id/, thing: 'shift' },
  { url: /^\/quay\/tra\/:id/, thing: 'ready' },
  { url: /^\/quay\/ghi-chu\/:id$/, thing: 'submitted' },
  { url: /^\/quay\/ngoai-tuyen\/(dai-so\/)?:id\//, thing: 'nothing', asksFirst: 'a reason', mayRefuse: 'nothing was accepted offline' },
  { url: /^\/can-bo\/de-nghi\/:id$/, thing: 'request' },
  // The office's.
  { url: /^\/xu-ly\/ho-so\/:id\/du-thao/, thing: 'drafting' },
  { url: /^\/xu-ly\/ho-so\/:id/, thing: 'working', also: { paper: 'nothing', step: 'step' } },
  { url: /^\/xu-ly\/phan-anh\/:id\/tep\/:fileId$/, thing: 'petition', also: { fileId: 'nothing' }, mayRefuse: 'it came without files' },
  { url: /^\/xu-ly\/phan-anh\/:id/, thing: 'petition' },
  { url: /^\/xu-ly\/hoi-dap\/:id/, thing: 'question' },
  { url: /^\/xu-ly\/xin-y-kien\/:id$/, thing: 'toAnswer' },
  { url: /^\/can-bo\/ho-so\/:id\/phieu-chuyen/, thing: 'working', mayRefuse: 'it goes to no other agency' },
  { url: /^\/can-bo\/ho-so\/:id\//, thing: 'working' },
  { url: /^\/ky\/lo\/:id/, thing: 'batch' },
  {
    url: /^\/ket-qua\/mau\/:kind\/:procedure/,
    thing: 'dong-y',
    also: { procedure: 'chung' },
    shared: 'a template is everybody’s to read; what is changed is the own agency’s'
  },
  { url: /^\/ket-qua\/:id/, thing: 'result' },
  { url: /^\/lanh-dao\/xin-loi\/:id/, thing: 'late' },
  { url: /^\/nhac-viec\/:id/, thing: 'notice' },
  { url: /^\/ban-goc\/them\/:id/, thing: 'onPaper' },
  { url: /^\/ban-goc\/tem\/:id/, thing: 'onPaper' },
  { url: /^\/ban-goc\/ban\/:id/, thing: 'original' },
  { url: /^\/ban-goc\/giao\/:id/, thing: 'openList' },
  { url: /^\/ban-goc\/phieu\/:id/, thing: 'offeredList' },
  { url: /^\/ban-goc\/nhan\/:id/, thing: 'offeredList' },
  { url: /^\/so-theo-doi\/tep\/:id\/:n/, thing: 'nothing', also: { n: '1' }, mayRefuse: 'no book was exported' },
  // Everybody's with the role.
  { url: /^\/so-theo-doi\/:nam/, thing: '2026', shared: 'a year is no thing: each agency opens its own book of it' },
  { url: /^\/buu-dien\/:id/, thing: 'parcel', also: { command: 'collect' }, shared: 'one postal operator carries for the whole city' },
  { url: /^\/quan-tri\/mau-giay\/:form$/, thing: 'form', shared: 'the forms are the city’s' },
  { url: /^\/can-bo\/phan-cong\/thay-the\/:id/, thing: 'substitution' },
  { url: /^\/can-bo\/phan-cong\/:id/, thing: 'colleague' }
]

/** Addresses that are asked something (`?thu-tuc=`, `?ngay=`), and refuse when they are not. */
const wantsMore = /^\/(nho-giup\/moi|giup-nguoi-khac\/moi|thanh-toan\/ve|quay\/ngoai-tuyen\/du-lieu)$/

/** A path to try, and whether it leads to something that is somebody's; `undefined` when nobody has said what is there. */
export function pathOf(
  url: string,
  { things }: City
): { path: string; owned: boolean; asksFirst: boolean; mayRefuse: boolean } | undefined {
  if (!url.includes(':')) return { path: url, owned: false, asksFirst: false, mayRefuse: wantsMore.test(url) }
  const row = rows.find((one) => one.url.test(url))
  if (!row) return undefined
  const [first, ...further] = [...url.matchAll(/:(\w+)/g)].map(([, name]) => name!)
  const textFor = (name: string) => things[name] ?? name
  let path = url.replace(`:${first}`, textFor(row.thing))
  for (const name of further) path = path.replace(`:${name}`, textFor(row.also?.[name] ?? row.thing))
  return { path, owned: !row.shared, asksFirst: row.asksFirst !== undefined, mayRefuse: row.mayRefuse !== undefined }
}

export async function objectsOf(shop: TestShop, ownerId: string): Promise<City> {
  const { context } = shop
  const { db } = context
  const city = await aStaffCity(shop, ownerId)
  const { by, submitted } = city
  const agencyId = submitted.dossier.agencyId
  const start = { channel: 'online' as const, filer: lan, by, locale: 'vi' as const, personId: ownerId }
  const draft = await startDraft(context, { ...start, procedureCode: '1.003725', agencyCode: 'STTTT' })
  const consent = await nameHelper(context, { by, typed, procedureCode: '1.005461', locale: 'vi' })
  const sender = { personId: ownerId, ownerId, name: lan.name, phone: lan.phone, email: null, locale: 'vi' as const }
  const about = { sender: { ...sender, address: '' }, agencyId, text: 'Hẹn thứ Hai, đến nơi không có ai.' }
  await sendPetition(context, { ...about, kind: 'conduct', dossierCode: '', knowsDossier: false, fileIds: [], formKey: context.newId() })
  await askQuestion(context, { ...about, formKey: context.newId(), subject: 'Nhập khẩu 02 cuốn sách' })
  const facts = { name: 'Giấy ủy quyền', issuer: 'Phòng công chứng số 1', number: '12/2020', issuedOn: null, expiresOn: null }
  await keepOwnPaper(context, { fileId: city.paper.fileId!, personId: ownerId, facts })
  const { slip, manifest, line, request, working, late, ready, onPaper, drafts, shift } = city
  const things = {
    ...{ submitted: submitted.id, slip: slip.id, manifest: manifest.id, line: line.id, request: request.id, working: working.id },
    ...{
      late: late.id,
      ready: ready.id,
      onPaper: onPaper.id,
      drafting: drafts['drafting']!.id,
      shift: shift.id,
      toAnswer: city.toAnswer!.id
    },
    ...{ draft: draft.id, consent: consent.id },
    ...{ file: city.paper.fileId!, paper: city.paper.id, parcel: city.parcel.id, pickup: city.envelope.parcelId, step: city.step.id },
    ...{ batch: city.batch, result: city.result.id, notice: city.notice!.id, substitution: city.substitution },
    ...{ original: city.originals[0]!.id, openList: city.lists[0]!, offeredList: city.lists[1]! },
    petition: (await petitionsAt(db, agencyId, { open: true }))[0]!.id,
    question: (await questionsAt(db, agencyId, 'asked'))[0]!.id,
    lockerPaper: (await lockerOf(db, ownerId))[0]!.id,
    colleague: city.people.clerk.id,
    ...{ form: 'receipt', procedure: '1.003725', nothing: '0198c0de-0000-7000-8000-000000000000' }
  }
  return { things, telling: [submitted, working, ready, onPaper].map(({ code }) => code.slice(code.indexOf('H24'))) }
}
