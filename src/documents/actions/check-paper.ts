// Is this paper the city's, and does it still hold? Asked with the sealed text or with the hash of a file, never with a number that can be guessed.
import type { Context } from '../../context.ts'
import { findDossierByCode, getDossier } from '../../dossiers/queries.ts'
import { findSealedByHash, findSealedByToken, findVoided, publishedKeys, type SealedPaper, sealedOf } from '../queries.ts'
import { checkPaper, type PaperFacts, type PaperForm } from '../verification.ts'

/**
 * `over`: the dossier was taken back or not accepted, so its receipt binds nobody any more; `not_synced`: a receipt a desk printed
 * without a network, which is true by its two signatures but has not reached the register yet.
 */
export const paperStates = ['valid', 'replaced', 'over', 'revoked', 'not_synced'] as const
export type PaperState = (typeof paperStates)[number]
/** `forged`: the seal does not fit, or no seal of ours; `not_registered`: a seal that fits and a paper nobody issued; `not_found`: a file we never issued. */
export const denials = ['forged', 'not_registered', 'unreadable', 'not_found'] as const
export type Denial = (typeof denials)[number]

export type GenuinePaper = {
  verdict: 'genuine'
  state: PaperState
  facts: PaperFacts
  agencyName: string
  signedBy: string
  sha256: string
  /** When it was replaced or taken back. */
  changedAt?: Temporal.Instant | undefined
  /** The paper that took its place. */
  newNumber?: string | undefined
}
export type Checked = GenuinePaper | { verdict: Denial }

/** Papers of which only the newest holds: a receipt after a supplement has another due date. */
const replaceable: readonly PaperForm[] = ['receipt', 'offline_receipt', 'filing_confirmation', 'filled_form']

export async function checkToken(context: Context, text: string): Promise<Checked> {
  const proof = await checkPaper(text, await publishedKeys(context.db))
  if (proof.verdict === 'unreadable') return { verdict: 'unreadable' }
  if (proof.verdict !== 'genuine') return { verdict: 'forged' }
  const paper = await findSealedByToken(context.db, proof.token)
  if (paper) return describe(context, paper, proof.facts)
  const { facts, lease } = proof
  if (!lease) return { verdict: 'not_registered' }
  const told = { verdict: 'genuine' as const, facts, agencyName: lease.agencyName, signedBy: lease.staffName, sha256: '' }
  const voided = await findVoided(context.db, proof.token)
  if (voided) return { ...told, state: 'revoked', changedAt: voided.voidedAt }
  // Its number came in with another paper: of two that a machine signed, the register's counts.
  const dossier = await findDossierByCode(context.db, facts.code)
  if (!dossier) return { ...told, state: 'not_synced' }
  const kept = (await sealedOf(context.db, dossier.id)).findLast(({ form }) => form === 'offline_receipt' || form === 'receipt')
  return { ...told, state: 'replaced', changedAt: kept?.issuedAt, newNumber: kept?.number }
}

/** @param sha256 64 hex digits, lower case */
export async function checkHash(context: Context, sha256: string): Promise<Checked> {
  const paper = await findSealedByHash(context.db, sha256)
  if (!paper) return { verdict: 'not_found' }
  const proof = await checkPaper(paper.token, await publishedKeys(context.db))
  return proof.verdict === 'genuine' ? describe(context, paper, proof.facts) : { verdict: 'forged' }
}

/** @param given words typed, scanned or pasted: a hash, an address, the sealed text */
export const checkText = (context: Context, given: string): Promise<Checked> => {
  const plain = given.replace(/\s+/g, '')
  return /^[0-9a-f]{64}$/i.test(plain) ? checkHash(context, plain.toLowerCase()) : checkToken(context, given)
}

async function describe(context: Context, paper: SealedPaper, facts: PaperFacts): Promise<GenuinePaper> {
  const { agencyName, signedBy, sha256, dossierId, form, issuedAt, revokedAt } = paper
  const told = { verdict: 'genuine' as const, facts, agencyName, signedBy, sha256 }
  if (revokedAt) return { ...told, state: 'revoked', changedAt: revokedAt }
  if (!replaceable.includes(form)) return { ...told, state: 'valid' }
  const newer = (await sealedOf(context.db, dossierId)).findLast(
    (other) => takesPlaceOf(form, other.form) && Temporal.Instant.compare(other.issuedAt, issuedAt) > 0
  )
  if (newer) return { ...told, state: 'replaced', changedAt: newer.issuedAt, newNumber: newer.number }
  const { state } = await getDossier(context.db, dossierId)
  return { ...told, state: state === 'withdrawn' || state === 'refused' ? 'over' : 'valid' }
}

/** A receipt made after a supplement replaces the one printed in an outage as well. */
const takesPlaceOf = (form: PaperForm, newer: PaperForm) => newer === form || (form === 'offline_receipt' && newer === 'receipt')
