// A dossier as other programs see it, and what they send to file one.
import { type Static, type TSchema, Type } from 'typebox'
import { issuedForms } from '../documents/rules.ts'
import { locales } from '../kernel/locale.ts'
import { Asked, Claim, Component, Count, Day, Instant, Money, OneOf, OrNull, page, Ref, Text, Uuid } from '../kernel/schema.ts'
import { nationalStatus, states } from './lifecycle.ts'
import { channels } from './types.ts'

const anId = '019aaf10-5b1c-7d2e-9c4a-2f6b8d0e1a33'
const aFileId = '019aaf11-0c2d-7a10-8b1e-77a1f0c3d9e2'

const aParty = {
  kind: 'person',
  name: 'Nguyễn Thị Lan',
  identityNumber: '031185001234',
  phone: '0912480123',
  email: 'lan@vidu.vn',
  address: 'Số 12 Lạch Tray'
}
const partyFields = {
  kind: OneOf(['person', 'organisation'] as const, 'Person or organisation'),
  name: Text('Full name as on the paper, or name of the organisation', aParty.name, { maxLength: 200 }),
  identityNumber: Type.Optional(Text('Personal identity number, 12 digits', aParty.identityNumber, { maxLength: 20 })),
  taxCode: Type.Optional(Text('Tax code; organisations must give it', '0200123456', { maxLength: 20 })),
  bornOn: Type.Optional(Day('Date of birth', '1985-03-08')),
  phone: Text('Vietnamese phone number', aParty.phone, { maxLength: 30 }),
  email: Type.Optional(Text('For notices by mail', 'lan@vidu.vn', { maxLength: 200 })),
  address: Type.Optional(Text('Where they live or have their seat', aParty.address, { maxLength: 2000 }))
}
/** Sent and received alike. */
export const PartyOf = Asked('Party', partyFields, {
  description: 'Whom the dossier is about (chủ hồ sơ), or who files it (người nộp)',
  examples: [aParty]
})

const anAddress = { name: 'Nguyễn Thị Lan', phone: '0912480123', address: 'Số 12 Lạch Tray', wardCode: '11296' }
const addressFields = {
  name: Text('Who is there', anAddress.name, { maxLength: 200 }),
  phone: Text('Their phone', anAddress.phone, { maxLength: 30 }),
  address: Text('House number and street', anAddress.address, { maxLength: 2000 }),
  wardCode: Text('Code of the ward (GET /agencies?level=ward)', anAddress.wardCode, { maxLength: 20 })
}
const methods = ['desk', 'post', 'electronic'] as const
const aDelivery = { method: 'post', ...anAddress }
export const DeliveryOf = Asked(
  'Delivery',
  {
    method: OneOf(methods, 'How the result reaches the person; `post` and `electronic` where the procedure offers them'),
    ...(Object.fromEntries(Object.entries(addressFields).map(([name, field]) => [name, Type.Optional(field)] as const)) as {
      [Name in keyof typeof addressFields]: ReturnType<typeof Type.Optional<(typeof addressFields)[Name]>>
    }),
    wardName: Type.Optional(Text('Name of the ward; we fill it in', 'Phường Máy Tơ', { maxLength: 200 }))
  },
  { description: 'Where the result goes. The address is needed with `post` only.', examples: [aDelivery] }
)
export const PickUpOf = Asked(
  'PickUp',
  {
    ...addressFields,
    wardName: Type.Optional(Text('Name of the ward; we fill it in', 'Phường Máy Tơ', { maxLength: 200 })),
    when: Type.Optional(Text('When somebody is at home, in words', 'Sáng thứ Hai', { maxLength: 200 }))
  },
  {
    description: 'Papers collected at home by the post (QĐ 45/2016). Received in law when the desk signs for them.',
    examples: [{ ...anAddress, when: 'Sáng thứ Hai' }]
  }
)

const aGivenPaper = { number: 1, fileId: aFileId }
export const GivenPaper = Asked(
  'GivenPaper',
  {
    number: Count('Number of the required paper (GET /procedures/{code}); 0 for anything else', 1, { minimum: 0, maximum: 999 }),
    name: Type.Optional(Text('What it is; needed for number 0 only', 'Giấy ủy quyền', { maxLength: 300 })),
    fileId: Type.Optional(Uuid('The uploaded file', aFileId)),
    given: Type.Optional(OneOf(['post', 'paper'] as const, 'Without a file: it travels with the post, or is brought to the desk'))
  },
  { description: 'One paper: a file, or how it will come', examples: [aGivenPaper] }
)

const aFiling = {
  procedure: '1.003725',
  agency: 'STTTT',
  subject: 'Nhập khẩu 02 cuốn sách không kinh doanh',
  applicant: aParty,
  delivery: aDelivery,
  papers: [aGivenPaper],
  answers: {}
}
export const FilingOf = Asked(
  'Filing',
  {
    procedure: Text('Code of the procedure', '1.003725', { maxLength: 40 }),
    agency: Text('Code of the agency that decides', 'STTTT', { maxLength: 20 }),
    subject: Type.Optional(
      Text(
        'What is asked for, in a sentence (trích yếu); made from the answers where the procedure has a form of its own',
        aFiling.subject,
        {
          maxLength: 2000
        }
      )
    ),
    applicant: Ref(PartyOf),
    filer: Type.Optional(Ref(PartyOf)),
    relation: Type.Optional(Text('What the filer is to the applicant', 'Mẹ', { maxLength: 200 })),
    delivery: Ref(DeliveryOf),
    pickUp: Type.Optional(Ref(PickUpOf)),
    papers: Type.Array(Ref(GivenPaper), { maxItems: 100, description: 'Every required paper' }),
    answers: Type.Optional(
      Type.Unsafe<Record<string, unknown>>({
        type: 'object',
        maxProperties: 200,
        description:
          'Answers to the form of the procedure: its `schema` is at GET /api/v1/procedures/{code}/form. What is wrong comes back as `answers.<field>`.',
        examples: [{}]
      } as TSchema)
    ),
    locale: Type.Optional(OneOf(locales, 'Language of the notices'))
  },
  { description: 'A whole filing. Without `filer`, the applicant files it.', examples: [aFiling] }
)

export const SupplementOf = Asked(
  'Supplement',
  {
    papers: Type.Array(Ref(GivenPaper), { maxItems: 100, description: 'Better papers; those of the same number give way' }),
    note: Type.Optional(Text('A word to the officer', 'Đã bổ sung bản dịch', { maxLength: 2000 }))
  },
  { description: 'What was asked for', examples: [{ papers: [aGivenPaper], note: 'Đã bổ sung bản dịch' }] }
)

export const WithdrawalOf = Asked(
  'Withdrawal',
  { reason: Text('Why, in a sentence', 'Không còn nhu cầu', { minLength: 1, maxLength: 2000 }) },
  { description: 'The dossier is taken back', examples: [{ reason: 'Không còn nhu cầu' }] }
)

const aCode = '000.00.18.H24-261123-0007'
const aSummary = {
  id: anId,
  code: aCode,
  state: 'submitted',
  stateWords: 'Đã nộp, chờ quầy kiểm tra',
  nationalStatus: 1,
  procedure: { code: '1.003725', name: 'Cấp giấy phép nhập khẩu xuất bản phẩm không kinh doanh' },
  agencyCode: 'STTTT',
  applicantName: aParty.name,
  filedAt: '2026-11-23T02:05:00Z',
  dueAt: null
}
const summaryFields = {
  id: Uuid('Our id', anId),
  code: OrNull(Text('Code people read (TT 01/2018/TT-VPCP Đ19)', aCode)),
  state: OneOf(states, 'Where it stands'),
  stateWords: Text('The same in words', aSummary.stateWords),
  nationalStatus: OrNull(
    Count(
      `Status of the national portal: ${Object.entries(nationalStatus)
        .map(([state, number]) => `${number} ${state}`)
        .join(', ')}`,
      1,
      { minimum: 1, maximum: 10 }
    )
  ),
  procedure: Type.Object(
    { code: Text('Code', '1.003725'), name: Text('Name, as it was called when filed', aSummary.procedure.name) },
    { description: 'What it asks for' }
  ),
  agencyCode: Text('Code of the agency that decides', 'STTTT'),
  applicantName: Text('Whom it is about', aParty.name),
  filedAt: OrNull(Instant('When it was filed')),
  dueAt: OrNull(Instant('When it must be answered; null before acceptance and while the clock stands still', '2026-11-30T10:00:00Z'))
}
export const Summary = Component('DossierSummary', summaryFields, { description: 'A dossier in a list', examples: [aSummary] })
export const DossierPage = page(Summary, [aSummary])

const aHeldPaper = { number: 1, name: 'Đơn đề nghị', form: 'original', given: 'file', fileId: aFileId, addedAt: aSummary.filedAt }
export const PaperOf = Component(
  'DossierPaper',
  {
    number: Count('Number of the required paper; 0 for anything else', 1),
    name: Text('Name', aHeldPaper.name),
    form: Text('In which form it is wanted', 'original'),
    given: OneOf(['file', 'paper', 'post'] as const, 'How it came'),
    fileId: OrNull(Uuid('The file', aFileId)),
    addedAt: Instant('When it came')
  },
  { description: 'A paper in force', examples: [aHeldPaper] }
)

const documentForms = [...issuedForms, 'result'] as const
const aDocument = { id: aFileId, form: 'receipt', number: '0007/TN', madeAt: '2026-11-23T02:20:00Z' }
export const DocumentOf = Component(
  'DossierDocument',
  {
    id: Uuid('Fetch it at GET /dossiers/{id}/documents/{documentId}', aFileId),
    form: OneOf(
      documentForms,
      '`receipt` is Mẫu 01, `supplement_request` Mẫu 02, `rejection` Mẫu 03, `apology` Mẫu 04; `result` once it was returned'
    ),
    number: Text('Its number', '0007/TN'),
    madeAt: Instant('When it was made')
  },
  { description: 'A paper the house has issued, made shortly after the move that calls for it', examples: [aDocument] }
)

const aRequest = {
  number: 1,
  askedAt: '2026-11-24T03:00:00Z',
  answeredAt: null,
  note: '',
  reasons: [{ paper: 'Đơn đề nghị', paperNumber: 1, reason: 'Thiếu chữ ký' }]
}
export const SupplementRequestOf = Component(
  'SupplementRequest',
  {
    number: Count('The law allows one', 1),
    askedAt: Instant('When it was asked'),
    answeredAt: OrNull(Instant('When it was answered')),
    note: Text('A word of the officer', ''),
    reasons: Type.Array(
      Type.Object({
        paper: Text('Which paper or answer', 'Đơn đề nghị'),
        paperNumber: OrNull(Count('Its number', 1)),
        reason: Text('What is to be done', 'Thiếu chữ ký')
      }),
      { description: 'Everything that is missing' }
    )
  },
  { description: 'What the agency has asked for (Mẫu 02)', examples: [aRequest] }
)

const aResult = { kind: 'approved', number: '12/GP-STTTT', title: 'Giấy phép nhập khẩu', reason: '', signedAt: '2026-11-27T03:00:00Z' }
export const ResultOf = Component(
  'DossierResult',
  {
    kind: OneOf(['approved', 'refused'] as const, 'Refused on merit is a result too (NĐ 61/2018 Đ19.8)'),
    number: Text('Number of the document', aResult.number),
    title: Text('Its title', aResult.title),
    reason: Text('Why it was refused', ''),
    signedAt: Instant('When it was signed')
  },
  { description: 'What was decided', examples: [aResult] }
)

const aFee = { name: 'Lệ phí', amount: 50_000 }
const aDossier = {
  ...aSummary,
  channel: 'online',
  subject: aFiling.subject,
  filer: aParty,
  applicant: aParty,
  relation: null,
  delivery: { ...aDelivery, wardName: 'Phường Máy Tơ' },
  pickUp: null,
  fees: [aFee],
  receivedAt: null,
  acceptedAt: null,
  finishedAt: null,
  returnedAt: null,
  isLate: false,
  explanation: [],
  papers: [aHeldPaper],
  supplementRequests: [],
  documents: [],
  result: null
}
export const DossierOf = Component(
  'Dossier',
  {
    ...summaryFields,
    channel: OneOf(channels, 'How it came in'),
    subject: Text('What is asked for', aFiling.subject),
    filer: Ref(PartyOf),
    applicant: Ref(PartyOf),
    relation: OrNull(Text('What the filer is to the applicant', 'Mẹ')),
    delivery: Ref(DeliveryOf),
    pickUp: OrNull(Ref(PickUpOf)),
    fees: Type.Array(Type.Object({ name: Text('Name', 'Lệ phí'), amount: Money('Whole đồng') }), {
      description: 'Fixed on the day of filing'
    }),
    receivedAt: OrNull(Instant('Received in law')),
    acceptedAt: OrNull(Instant('Accepted at the desk')),
    finishedAt: OrNull(Instant('Decided, refused or withdrawn')),
    returnedAt: OrNull(Instant('The result reached the person')),
    isLate: Claim('Past its due time and not decided, or decided after it', false),
    explanation: Type.Array(Text('A sentence', 'Nhận hồ sơ lúc 09:05 thứ Hai 23/11/2026, nên mốc tính là ngày này.'), {
      description: 'Why it is due then'
    }),
    papers: Type.Array(Ref(PaperOf), { description: 'The papers in force' }),
    supplementRequests: Type.Array(Ref(SupplementRequestOf), { description: 'What was asked for' }),
    documents: Type.Array(Ref(DocumentOf), { description: 'What the house has issued' }),
    result: OrNull(Ref(ResultOf))
  },
  { description: 'A dossier', examples: [aDossier] }
)

export const dossierSchemas = [
  PartyOf,
  DeliveryOf,
  PickUpOf,
  GivenPaper,
  FilingOf,
  SupplementOf,
  WithdrawalOf,
  Summary,
  DossierPage,
  PaperOf,
  DocumentOf,
  SupplementRequestOf,
  ResultOf,
  DossierOf
]

export type AskedFiling = Static<typeof FilingOf>
export type AskedPaper = Static<typeof GivenPaper>
export type AskedAddress = Static<typeof PickUpOf>
export type AskedParty = Static<typeof PartyOf>
export type AskedDelivery = Static<typeof DeliveryOf>
