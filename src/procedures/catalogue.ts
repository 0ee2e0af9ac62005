// The city's catalogue as its data files say it: agencies, hours, sectors, procedures and what hangs on them.
// All of it or nothing: every wrong line is collected, then one CatalogueError names them all. Pure.
import { type AgencyEntry, agencyLevels, type HoursEntry, isAgencyIdentifier, type Period } from '../agencies/rules.ts'
import type { Form } from '../forms/definition.ts'
import { fold } from '../kernel/fold.ts'
import { type CaseEntry, caseColumns, readCases } from './cases.ts'
import { CatalogueError } from './catalogue-error.ts'
import { type DataFile, type DataRow, type Problem, readDataFile } from './data-files.ts'
import { hangForms } from './forms-file.ts'
import {
  type ApplicantKind,
  applicantKinds,
  type Certainty,
  certainties,
  channels,
  type DocumentForm,
  documentForms,
  type FeeRule,
  isProcedureCode,
  isSectorCode,
  type OnlineLevel,
  type ProcedureLevel,
  type ProcessingTime,
  type ProofProfile,
  payerGroups,
  procedureLevels,
  proofProfiles,
  readProcessingTime,
  type SynonymKind,
  synonymKinds
} from './rules.ts'
import type { EverydayWord } from './search-index.ts'
import { readStep, type StepEntry, stepColumns, wrongWith } from './steps.ts'

export type OfferingEntry = { level: ProcedureLevel; agency: string | null; onlineLevel: OnlineLevel; postIn: boolean; postOut: boolean }
export type DocumentEntry = { number: number; name: string; form: DocumentForm; copies: number; condition: string | null }
export type FeeEntry = FeeRule & { certainty: Certainty }
export type ProcedureEntry = Period & {
  code: string
  sector: string
  name: string
  level: ProcedureLevel
  agency: string | null
  processingTime: ProcessingTime
  legalBasis: string
  resultName: string
  applicantKinds: ApplicantKind[]
  proofProfile: ProofProfile
  certainty: Certainty
  offerings: OfferingEntry[]
  documents: DocumentEntry[]
  fees: FeeEntry[]
  /** Its own form; procedures without one ask what the general form asks. */
  form?: Form | undefined
  /** Its internal process, in order; empty for those settled by one officer. */
  steps: StepEntry[]
  /** Where the line is, for words about a mistake that only the database can see. */
  line: number
}
export type SynonymEntry = { kind: SynonymKind; phrase: string; spelt: string; procedures: string[] }

export type Catalogue = {
  agencies: AgencyEntry[]
  openingHours: HoursEntry[]
  sectors: { code: string; name: string }[]
  procedures: ProcedureEntry[]
  synonyms: SynonymEntry[]
  everydayWords: EverydayWord[]
  cases: CaseEntry[]
}

/** Which columns each file has; the header may put them in any order. */
export const catalogueFiles = {
  'agencies.tsv': ['code', 'identifier', 'parent', 'level', 'name', 'valid_from', 'valid_to', 'certainty'],
  'opening-hours.tsv': ['whose', 'weekday', 'opens', 'closes', 'valid_from', 'valid_to'],
  'sectors.tsv': ['code', 'name'],
  'procedures.tsv': [
    ...['code', 'sector', 'name', 'level', 'agency', 'time', 'legal_basis', 'result', 'applicants', 'proof'],
    ...['valid_from', 'valid_to', 'certainty']
  ],
  'offerings.tsv': ['procedure', 'level', 'agency', 'online_level', 'post_in', 'post_out'],
  'documents.tsv': ['procedure', 'number', 'name', 'form', 'copies', 'when'],
  'fees.tsv': [
    ...['procedure', 'name', 'channel', 'payers', 'amount', 'unit', 'when', 'valid_from', 'valid_to'],
    ...['legal_basis', 'certainty']
  ],
  'synonyms.tsv': ['kind', 'phrase', 'procedures'],
  'everyday-words.tsv': ['said', 'meant'],
  'cases.tsv': caseColumns,
  'steps.tsv': stepColumns
} as const

type FileName = keyof typeof catalogueFiles

/** Throws a CatalogueError that names every wrong line of every file. */
export function parseCatalogue(files: readonly DataFile[]): Catalogue {
  const problems: Problem[] = []
  const rows = (name: FileName) =>
    readDataFile(
      files.find((file) => file.name === name),
      { name, columns: catalogueFiles[name], problems }
    )
  const agencies = readAgencies(rows('agencies.tsv'))
  const isAgency = set(agencies.map((agency) => agency.code))
  const openingHours = rows('opening-hours.tsv').map((row) => readHours(row, isAgency))
  const sectors = readSectors(rows('sectors.tsv'))
  const procedures = readProcedures(rows('procedures.tsv'), { isSector: set(sectors.map((sector) => sector.code)), isAgency })
  const byCode = new Map(procedures.map((procedure) => [procedure.code, procedure]))
  hang(rows('offerings.tsv'), byCode, (procedure, row) => addOffering(procedure, row, isAgency))
  hang(rows('documents.tsv'), byCode, addDocument)
  hang(rows('fees.tsv'), byCode, addFees)
  hangForms(files, byCode, problems)
  hang(rows('steps.tsv'), byCode, (procedure, row) => procedure.steps.push(readStep(row, isAgency)))
  for (const { code, steps } of procedures)
    if (steps.length > 0)
      for (const sentence of wrongWith(steps)) problems.push({ file: 'steps.tsv', line: 0, sentence: `thủ tục ${code}: ${sentence}` })
  const isProcedure = set([...byCode.keys()])
  const synonyms = readSynonyms(rows('synonyms.tsv'), isProcedure)
  const everydayWords = readEverydayWords(rows('everyday-words.tsv'))
  const cases = readCases(rows('cases.tsv'), isProcedure)
  for (const { code, line, offerings } of procedures)
    if (offerings.length === 0)
      problems.push({ file: 'procedures.tsv', line, sentence: `thủ tục ${code} không có dòng nào trong offerings.tsv` })
  if (problems.length > 0) throw new CatalogueError(problems)
  return { agencies, openingHours, sectors, procedures, synonyms, everydayWords, cases }
}

type Known = (code: string) => boolean
const set = (codes: readonly string[]): Known => {
  const all = new Set(codes)
  return (code) => all.has(code)
}

/** Reports the second line with the same key. */
function onlyOnce() {
  const seen = new Set<string>()
  return (row: DataRow, key: string, what: string) => {
    if (seen.has(key)) row.bad(`${what} đã có ở một dòng trên`)
    seen.add(key)
  }
}

function readAgencies(rows: readonly DataRow[]): AgencyEntry[] {
  const once = onlyOnce()
  const all = new Set(rows.map((row) => row.optional('code')))
  return rows.map((row) => {
    const code = row.text('code')
    const identifier = row.text('identifier')
    const parent = row.optional('parent')
    const level = row.oneOf('level', agencyLevels)
    if (!isAgencyIdentifier(identifier)) row.bad(`mã định danh "${identifier}" sai dạng 000.00.00.H24`)
    if (parent === null ? level !== 'city' : !all.has(parent)) row.bad(`cơ quan cấp trên "${parent ?? ''}" không có trong tệp`)
    once(row, `code ${code}`, `mã cơ quan ${code}`)
    once(row, `identifier ${identifier}`, `mã định danh ${identifier}`)
    return { code, identifier, parent, level, name: row.text('name'), certainty: row.oneOf('certainty', certainties), ...row.period() }
  })
}

function readHours(row: DataRow, isAgency: Known): HoursEntry {
  const whose = row.text('whose')
  const level = agencyLevels.find((one) => one === whose) ?? null
  const agency = level === null && whose !== '*' ? whose : null
  if (agency !== null && !isAgency(agency)) row.bad(`"${agency}" không phải *, một cấp hay mã cơ quan có trong agencies.tsv`)
  const [opens, closes] = [row.time('opens'), row.time('closes')]
  if (opens >= closes) row.bad('giờ đóng phải sau giờ mở')
  return { agency, level, weekday: row.whole('weekday', { from: 1, to: 7 }), opens, closes, ...row.period() }
}

function readSectors(rows: readonly DataRow[]) {
  const once = onlyOnce()
  return rows.map((row) => {
    const code = row.text('code')
    if (!isSectorCode(code)) row.bad(`mã lĩnh vực "${code}" sai dạng (G15-TP03 hoặc L-…)`)
    once(row, code, `mã lĩnh vực ${code}`)
    return { code, name: row.text('name') }
  })
}

function readProcedures(rows: readonly DataRow[], { isSector, isAgency }: { isSector: Known; isAgency: Known }): ProcedureEntry[] {
  const once = onlyOnce()
  return rows.map((row) => {
    const code = row.text('code')
    const sector = row.text('sector')
    const level = row.oneOf('level', procedureLevels)
    const time = readProcessingTime(row.text('time'))
    if (!isProcedureCode(code)) row.bad(`mã thủ tục "${code}" sai dạng (1.003725)`)
    if (!isSector(sector)) row.bad(`lĩnh vực "${sector}" không có trong sectors.tsv`)
    if (!time) row.bad(`thời hạn "${row.optional('time') ?? ''}" phải viết: 15 ngày, 5 ngày làm việc, 24 giờ, hoặc trong ngày`)
    once(row, code, `mã thủ tục ${code}`)
    return {
      code,
      sector,
      name: row.text('name'),
      level,
      agency: readAgencyOf(row, level, isAgency),
      processingTime: time ?? { kind: 'same_day', cutOff: '15:00' },
      legalBasis: row.text('legal_basis'),
      resultName: row.text('result'),
      applicantKinds: row.someOf('applicants', applicantKinds),
      proofProfile: row.oneOf('proof', proofProfiles),
      certainty: row.oneOf('certainty', certainties),
      ...row.period(),
      offerings: [],
      documents: [],
      fees: [],
      steps: [],
      line: row.line
    }
  })
}

/** Wards and districts are many, so a line names a level; a department is one, so its line names it. */
function readAgencyOf(row: DataRow, level: ProcedureLevel, isAgency: Known): string | null {
  const agency = row.optional('agency')
  if (agency === null && level === 'department') row.bad('cấp department thì phải ghi mã sở ở cột "agency"')
  if (agency !== null && !isAgency(agency)) row.bad(`cơ quan "${agency}" không có trong agencies.tsv`)
  return agency
}

/** Hands each line to the procedure it belongs to. */
function hang(
  rows: readonly DataRow[],
  byCode: ReadonlyMap<string, ProcedureEntry>,
  add: (procedure: ProcedureEntry, row: DataRow) => void
) {
  for (const row of rows) {
    const code = row.text('procedure')
    const procedure = byCode.get(code)
    if (procedure) add(procedure, row)
    else row.bad(`thủ tục "${code}" không có trong procedures.tsv`)
  }
}

function addOffering(procedure: ProcedureEntry, row: DataRow, isAgency: Known) {
  const level = row.oneOf('level', procedureLevels)
  const agency = readAgencyOf(row, level, isAgency)
  if (procedure.offerings.some((other) => other.level === level && other.agency === agency))
    row.bad('nơi tiếp nhận này đã có ở một dòng trên')
  const onlineLevel = row.whole('online_level', { from: 2, to: 4 }) as OnlineLevel
  procedure.offerings.push({ level, agency, onlineLevel, postIn: row.yesOrNo('post_in'), postOut: row.yesOrNo('post_out') })
}

function addDocument(procedure: ProcedureEntry, row: DataRow) {
  const number = row.whole('number', { from: 1, to: 99 })
  const when = row.text('when')
  if (number !== procedure.documents.length + 1) row.bad(`số thứ tự phải là ${procedure.documents.length + 1}`)
  if (when !== 'required' && !when.startsWith('khi ')) row.bad('cột "when" phải là required, hoặc bắt đầu bằng "khi"')
  const condition = when === 'required' ? null : when
  const [name, form, copies] = [row.text('name'), row.oneOf('form', documentForms), row.whole('copies', { from: 1, to: 20 })]
  procedure.documents.push({ number, name, form, copies, condition })
}

function addFees(procedure: ProcedureEntry, row: DataRow) {
  const condition = row.optional('when')
  if (condition !== null && !condition.startsWith('khi ')) row.bad('cột "when" để trống, hoặc bắt đầu bằng "khi"')
  const fee = {
    name: row.text('name'),
    channel: row.optional('channel') === '*' ? null : row.oneOf('channel', channels),
    amount: row.whole('amount', { from: 0, to: 1_000_000_000 }),
    unit: row.text('unit'),
    condition,
    legalBasis: row.text('legal_basis'),
    certainty: row.oneOf('certainty', certainties),
    ...row.period()
  }
  for (const payerGroup of row.someOf('payers', payerGroups)) {
    if (procedure.fees.some((other) => isSameRule(other, { ...fee, payerGroup }))) row.bad('mức phí này đã có ở một dòng trên')
    procedure.fees.push({ ...fee, payerGroup })
  }
}

const isSameRule = (a: FeeRule, b: FeeRule) =>
  a.name === b.name && a.channel === b.channel && a.payerGroup === b.payerGroup && a.validFrom.equals(b.validFrom)

function readSynonyms(rows: readonly DataRow[], isProcedure: Known): SynonymEntry[] {
  const once = onlyOnce()
  return rows.map((row) => {
    const kind = row.oneOf('kind', synonymKinds)
    const spelt = row.text('phrase')
    const phrase = fold(spelt)
    const procedures = row
      .text('procedures')
      .split(',')
      .map((code) => code.trim())
    for (const code of procedures) if (!isProcedure(code)) row.bad(`thủ tục "${code}" không có trong procedures.tsv`)
    if (new Set(procedures).size < procedures.length) row.bad('một mã thủ tục ghi hai lần')
    once(row, `${kind} ${phrase}`, `từ ngữ "${phrase}"`)
    return { kind, phrase, spelt, procedures }
  })
}

function readEverydayWords(rows: readonly DataRow[]): EverydayWord[] {
  const once = onlyOnce()
  return rows.map((row) => {
    const said = row.text('said').toLowerCase()
    once(row, said, `cụm "${said}"`)
    return { said, meant: row.text('meant') }
  })
}
