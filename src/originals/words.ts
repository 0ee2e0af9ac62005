// Words of the ledger of originals: for the people who hand them on, and for the people they belong to.
import type { Locale, Words } from '../kernel/locale.ts'
import type { Scan } from './actions/hand-over.ts'
import type { Taken } from './actions/receive.ts'
import type { ActKind, Fate, Holder } from './types.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

/** `Đã quét {n}/{all}` with its facts put in. */
export const fill = (text: string, facts: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

const staffPlaces = words({
  desk: { vi: 'Bộ phận một cửa, {agencyName}', en: 'One-stop desk, {agencyName}' },
  officer: { vi: '{personName}, {agencyName}', en: '{personName}, {agencyName}' },
  post: { vi: 'Bưu điện, bưu gửi {number}', en: 'The post, parcel {number}' },
  shelf: { vi: 'Kệ {place}, {agencyName}', en: 'Shelf {place}, {agencyName}' },
  citizen: { vi: 'Đã trả {name}', en: 'Given back to {name}' },
  lost: { vi: 'Báo mất, người giữ sau cùng: {last}', en: 'Reported lost, last with {last}' },
  removed: { vi: 'Đã gạch khỏi sổ', en: 'Struck from the ledger' }
})

/** Nobody is sent looking for an officer: the desk answers for everything (NĐ 61/2018 Đ5). */
const citizenPlaces = words({
  desk: { vi: 'Bộ phận một cửa, {agencyName}', en: 'One-stop desk, {agencyName}' },
  officer: { vi: 'Cán bộ giải quyết hồ sơ, {agencyName}', en: 'The officer working on it, {agencyName}' },
  post: { vi: 'Bưu điện, bưu gửi {number}', en: 'The post, parcel {number}' },
  shelf: { vi: 'Bộ phận một cửa, {agencyName}', en: 'One-stop desk, {agencyName}' },
  citizen: { vi: 'Đã trả {name}', en: 'Given back to {name}' },
  lost: {
    vi: 'Cơ quan chưa tìm thấy và đang tìm. Xin gọi 1022; làm lại giấy này là việc của cơ quan',
    en: 'Not found yet; we are looking for it. Call 1022: replacing it is up to us'
  },
  removed: { vi: 'Không giữ', en: 'Not held' }
})

/** Where it is, in words. */
export function sayHolder(holder: Holder, locale: Locale, audience: 'staff' | 'citizen' = 'staff'): string {
  const places = audience === 'staff' ? staffPlaces : citizenPlaces
  const facts = { ...holder, number: holder.kind === 'post' ? (holder.parcel?.number ?? holder.carrier) : '' }
  const said = fill(places[holder.kind][locale], facts as Record<string, string>)
  return holder.kind === 'post' && !holder.parcel ? postWords.plain[locale] : said
}

const postWords = words({ plain: { vi: 'Bưu điện', en: 'The post' } })

export const fateWords: Record<Fate, Words> = {
  with_result: { vi: 'Trả lại cùng kết quả', en: 'Given back with the result' },
  at_once: { vi: 'Trả ngay sau khi đối chiếu', en: 'Given back at once after comparison' },
  retained: { vi: 'Cơ quan thu lại', en: 'Kept by the agency' }
}

export const formWords = words({
  original: { vi: 'Bản chính', en: 'Original' },
  certified_copy: { vi: 'Bản chứng thực', en: 'Certified copy' }
})

export const actWords: Record<ActKind, Words> = {
  registered: { vi: 'Vào sổ', en: 'Entered' },
  offered: { vi: 'Bên giao quét, giao cho', en: 'Given by scan to' },
  confirmed: { vi: 'Bên nhận xác nhận', en: 'Received and confirmed' },
  not_received: { vi: 'Bên nhận không nhận', en: 'Not received' },
  called_back: { vi: 'Bên giao rút lại', en: 'Called back' },
  lost: { vi: 'Báo mất', en: 'Reported lost' },
  found: { vi: 'Đã tìm thấy', en: 'Found' },
  removed: { vi: 'Gạch khỏi sổ', en: 'Struck from the ledger' },
  kept: { vi: 'Quyết định giữ hay trả', en: 'What becomes of it' }
}

export const scanWords: Record<Scan | Taken['scan'] | 'no_code', Words> = {
  added: { vi: 'đã thêm', en: 'added' },
  taken: { vi: 'đã nhận', en: 'received' },
  already: { vi: 'đã quét rồi', en: 'scanned before' },
  unknown: { vi: 'không có trong sổ bản chính', en: 'not in the ledger' },
  elsewhere: { vi: 'sổ ghi đang ở nơi khác: {holder}', en: 'the ledger has it elsewhere: {holder}' },
  on_its_way: { vi: 'đang nằm trên phiếu bàn giao khác', en: 'is on another hand-over list' },
  gone: { vi: 'không còn ở cơ quan: {holder}', en: 'no longer in the house: {holder}' },
  no_parcel: { vi: 'hồ sơ này không có bưu gửi trả kết quả', en: 'its dossier has no parcel with a result' },
  other_person: { vi: 'thuộc hồ sơ khác; mỗi phiếu trả dân chỉ gồm một hồ sơ', en: 'belongs to another dossier; one list, one dossier' },
  extra: { vi: 'không có trên phiếu; ghi là thừa', en: 'is not on the list; noted as extra' },
  no_code: { vi: 'không phải mã bản chính', en: 'is no code of an original' }
}

export const ledgerWords = words({
  title: { vi: 'Bản chính giấy tờ', en: 'Originals' },
  where: { vi: 'Bản chính này đang ở đâu?', en: 'Where is this original?' },
  scanHint: {
    vi: 'Quét hoặc gõ mã bản chính (BG-…), số phiếu (GB-…) hoặc mã hồ sơ',
    en: 'Scan or type a code (BG-…), a list (GB-…) or a dossier'
  },
  find: { vi: 'Tìm', en: 'Find' },
  notFound: {
    vi: '“{text}” không phải mã bản chính, số phiếu hay mã hồ sơ nào ở đây. Xin quét lại; mã có 8 ký tự sau chữ BG.',
    en: '“{text}” is no original, list or dossier here. Scan again; a code has 8 signs after BG.'
  },
  belongs: {
    vi: 'Bản chính {code} đang thuộc {holder}. Xin mang đến đó; nội dung hồ sơ chỉ nơi ấy xem được.',
    en: 'Original {code} belongs to {holder}. Please bring it there; only they can see the dossier.'
  },
  here: { vi: 'Đang giữ ở đây', en: 'Held here' },
  hereMany: { vi: '{n} bản, lâu nhất trước', en: '{n}, longest first' },
  nothingHere: { vi: 'Không có bản chính nào đang ở đây.', en: 'No original is here.' },
  toMe: { vi: 'Chờ ta nhận', en: 'Waiting for us' },
  nothingToMe: { vi: 'Không có phiếu nào chờ nhận.', en: 'No list is waiting.' },
  lists: { vi: 'Phiếu bàn giao', en: 'Hand-over lists' },
  noLists: { vi: 'Chưa có phiếu bàn giao nào.', en: 'No lists yet.' },
  lost: { vi: 'Đang báo mất', en: 'Reported lost' },
  give: { vi: 'Bàn giao', en: 'Hand over' },
  receive: { vi: 'Nhận bàn giao', en: 'Receive' },
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Giấy tờ', en: 'Paper' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  holder: { vi: 'Đang ở', en: 'Where it is' },
  since: { vi: 'Từ lúc', en: 'Since' },
  givenBy: { vi: 'Người giao', en: 'Given by' },
  onWay: { vi: 'Đang chuyển tới {to} từ {since}, chờ bên nhận xác nhận', en: 'On its way to {to} since {since}, not confirmed yet' },
  fate: { vi: 'Giữ hay trả', en: 'What becomes of it' },
  history: { vi: 'Đã qua những tay nào', en: 'Through whose hands' },
  what: { vi: 'Việc', en: 'What' },
  by: { vi: 'Người làm', en: 'By' },
  when: { vi: 'Lúc', en: 'When' },
  reason: { vi: 'Lý do', en: 'Reason' },
  openDossier: { vi: 'Mở hồ sơ', en: 'Open the dossier' },
  labels: { vi: 'In tem mã (PDF)', en: 'Print labels (PDF)' },
  panel: { vi: 'Bản chính đang ở đâu', en: 'Where the originals are' },
  each: { vi: 'Từng bản chính', en: 'Each original' },
  moving: { vi: 'Đang chuyển', en: 'On its way' },
  none: { vi: 'Hồ sơ này không có bản chính giấy nào đang được giữ.', en: 'No paper original of this dossier is held.' },
  add: { vi: 'Thêm bản chính', en: 'Add an original' },
  addHint: { vi: 'Cho giấy tờ người dân nộp mà danh sách không có', en: 'For a paper given that is not on the list' },
  paperName: { vi: 'Tên giấy tờ', en: 'Name of the paper' },
  kind: { vi: 'Loại', en: 'Kind' },
  save: { vi: 'Ghi vào sổ', en: 'Write it down' },
  remove: { vi: 'Gạch khỏi sổ', en: 'Strike from the ledger' },
  removeHint: { vi: 'Chỉ khi ghi nhầm: không có bản chính này', en: 'Only when written by mistake: there is no such original' },
  reportLost: { vi: 'Báo mất', en: 'Report lost' },
  last: { vi: 'Họ tên người giữ sau cùng', en: 'Name of the last holder' },
  reportFound: { vi: 'Đã tìm thấy, nhận về quầy', en: 'Found, back at the desk' },
  shelve: { vi: 'Cất lên kệ', en: 'Put on a shelf' },
  place: { vi: 'Quét nhãn kệ hoặc gõ số kệ', en: 'Scan the shelf label or type it' },
  acts: { vi: 'Việc khác với bản chính này', en: 'Other things to do with it' },
  done: { vi: 'Đã ghi vào sổ bản chính.', en: 'Written into the ledger.' },
  mine: { vi: 'Bản chính của ông/bà đang ở đâu', en: 'Where your originals are' },
  mineHint: {
    vi: 'Cơ quan giữ giấy tờ này trong lúc giải quyết và trả lại cùng kết quả. Mỗi lần giao nhận đều có hai người xác nhận.',
    en: 'The office holds these while it works and gives them back with the result. Two people confirm every hand-over.'
  },
  mineSince: { vi: 'từ {since}', en: 'since {since}' },
  mineOnWay: { vi: 'đang chuyển tới {to}', en: 'on its way to {to}' }
})

export const handWords = words({
  title: { vi: 'Bàn giao bản chính', en: 'Hand originals over' },
  toWhom: { vi: 'Giao cho ai?', en: 'To whom?' },
  desk: { vi: 'Quầy một cửa của cơ quan khác', en: 'Desk of another agency' },
  ownDesk: { vi: 'Quầy một cửa của cơ quan', en: 'Our one-stop desk' },
  officer: { vi: 'Cán bộ trong cơ quan', en: 'An officer here' },
  post: { vi: 'Bưu điện, cùng bưu gửi kết quả', en: 'The post, with the result' },
  citizen: { vi: 'Người dân', en: 'The citizen' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  person: { vi: 'Cán bộ', en: 'Officer' },
  receiverName: { vi: 'Họ tên người nhận', en: 'Name of the receiver' },
  open: { vi: 'Mở phiếu', en: 'Open a list' },
  noOfficers: { vi: 'Cơ quan chưa có tài khoản cán bộ nào.', en: 'No officer has an account here.' },
  scan: { vi: 'Quét từng bản chính', en: 'Scan each original' },
  scanHint: {
    vi: 'Quét liên tục, mỗi mã một dòng; gõ tay cũng được. Bấm Ctrl Enter để ghi.',
    en: 'Scan one after another, a code a line; typing works too. Ctrl Enter writes them down.'
  },
  write: { vi: 'Ghi', en: 'Write down' },
  counter: { vi: 'Đã quét {n}/{all}', en: 'Scanned {n} of {all}' },
  left: { vi: 'Các hồ sơ trên phiếu còn {n} bản chính ở đây chưa quét.', en: 'These dossiers have {n} more originals here, not scanned.' },
  whole: { vi: 'Các hồ sơ trên phiếu đã đủ bản chính đang ở đây.', en: 'Every original of these dossiers that is here is on the list.' },
  results: { vi: 'Vừa quét', en: 'Just scanned' },
  list: { vi: 'Trên phiếu', en: 'On the list' },
  empty: { vi: 'Chưa có bản chính nào trên phiếu.', en: 'Nothing on the list yet.' },
  drop: { vi: 'Bỏ ra', en: 'Take off' },
  giver: { vi: 'Bên giao', en: 'Giver' },
  receiver: { vi: 'Bên nhận', en: 'Receiver' },
  sign: { vi: 'Ký giao', en: 'Sign as giver' },
  signHint: {
    vi: 'Ký bằng tài khoản {name}. Bản chính vẫn do bên giao giữ cho đến khi bên nhận quét và ký.',
    en: 'Signed by the account of {name}. The papers stay yours until the receiver scans and signs.'
  },
  signBoth: { vi: 'Hai bên ký', en: 'Both sides sign' },
  signOutside: { vi: 'Người nhận ký', en: 'The receiver signs' },
  postLater: { vi: 'Để vào bưu gửi, bưu điện quét khi lấy', en: 'Packed into the parcels; the post scans them' },
  postName: { vi: 'Họ tên bưu tá', en: 'Name of the postman' },
  callBack: { vi: 'Rút phiếu lại', en: 'Call the list back' },
  dropList: { vi: 'Bỏ phiếu', en: 'Drop the list' },
  offered: {
    vi: 'Đã bàn giao {n}/{n}, phiếu {number}. Chờ bên nhận xác nhận.',
    en: 'Given {n} of {n}, list {number}. Waiting for the receiver.'
  },
  received: { vi: 'Đã nhận {n}/{all}, phiếu {number}.', en: 'Received {n} of {all}, list {number}.' },
  calledBack: { vi: 'Đã rút phiếu {number}; mọi bản chính vẫn ở bên giao.', en: 'List {number} was called back; nothing changed hands.' },
  print: { vi: 'In Giấy bàn giao (PDF)', en: 'Print the hand-over list (PDF)' },
  receiveTitle: { vi: 'Nhận bàn giao bản chính', en: 'Receive originals' },
  receiveScan: { vi: 'Quét từng bản nhận được', en: 'Scan each one you received' },
  check: { vi: 'Xác nhận', en: 'Confirm' },
  differences: { vi: 'Bản chưa quét', en: 'Not scanned' },
  differencesHint: {
    vi: 'Quét nốt, hoặc chọn vì sao không nhận và ghi lý do. Bản không nhận vẫn do bên giao giữ.',
    en: 'Scan them too, or say why not. What is not received stays with the giver.'
  },
  missing: { vi: 'Không thấy', en: 'Not there' },
  refused: { vi: 'Không nhận', en: 'Refused' },
  choose: { vi: 'Chọn', en: 'Choose' },
  counted: { vi: 'Hoặc đếm cả tập: số bản', en: 'Or count the pile: how many' },
  countedHint: { vi: 'Phải đúng {n} bản thì mới thay được việc quét', en: 'It must be {n} to stand for the scans' },
  signReceive: { vi: 'Ký nhận', en: 'Sign as receiver' },
  number: { vi: 'Số phiếu', en: 'List' },
  state: { vi: 'Tình trạng', en: 'State' },
  items: { vi: 'Số bản', en: 'Originals' },
  at: { vi: 'Lúc', en: 'At' },
  extra: {
    vi: 'Bản thừa: sổ ghi đang ở {holder}; xin bên đó lập phiếu giao',
    en: 'Extra: the ledger has it at {holder}; they must give it by a list'
  },
  onPaper: { vi: 'ký trên giấy', en: 'signed on paper' }
})
