// How far the check of a new dossier is: what has its verdict, what is wrong, what is not there, who looks at it, what waits for a head's word.
import type { CheckedPaper } from './check-queries.ts'
import type { PaperCheck, SecondRequest } from './check-store.ts'
import type { Paper } from './store.ts'

type Required = { number: number; name: string; form: string; required: boolean }

export type CheckState = {
  verdicts: ReadonlyMap<string, PaperCheck>
  unseen: number
  wrong: { paper: Paper; check: PaperCheck }[]
  /** Papers the law wants of which there is none, neither file nor paper. */
  missing: Required[]
  heldBy: { name: string; since: Temporal.Instant } | undefined
  proposal: SecondRequest | undefined
  /** Of the next proposal: pressing twice is one. */
  formId: string
}

type Given = {
  papers: readonly CheckedPaper[]
  documents: readonly Required[]
  /** The paper the house fills in itself from the answers. */
  filledIn: number | undefined
  heldBy: CheckState['heldBy']
  seconds: readonly SecondRequest[]
  formId: string
}

/** The proposal that waits for a head, and the last one when it was not agreed to. */
export function proposalsIn(seconds: readonly SecondRequest[]): { open: SecondRequest | undefined; declined: SecondRequest | undefined } {
  const last = seconds.at(-1)
  return { open: seconds.find(({ decision }) => decision === null), declined: last?.decision === 'declined' ? last : undefined }
}

export function checkStateOf({ papers, documents, filledIn, heldBy, seconds, formId }: Given): CheckState {
  const there = new Set(papers.map(({ paper }) => paper.number))
  return {
    verdicts: new Map(papers.flatMap(({ paper, check }) => (check ? [[paper.id, check] as const] : []))),
    unseen: papers.filter(({ check }) => !check).length,
    wrong: papers.flatMap(({ paper, check }) => (check?.verdict === 'wrong' ? [{ paper, check }] : [])),
    // What is only shown at the desk cannot be in an envelope or an upload.
    missing: documents.filter(({ number, required, form }) => required && form !== 'present' && number !== filledIn && !there.has(number)),
    heldBy,
    proposal: proposalsIn(seconds).open,
    formId
  }
}
