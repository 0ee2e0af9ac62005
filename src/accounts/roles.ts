// Who a person is to the house. A move names its roles; a room's routes name theirs.

export const roles = ['applicant', 'clerk', 'officer', 'signer', 'supervisor', 'postman', 'administrator', 'partner', 'system'] as const
/**
 * applicant: a citizen or business; clerk: reception at a one-stop desk; officer: settles dossiers; signer: the head of an agency
 * or a deputy, who signs results and apologies; supervisor: the head of the one-stop section; postman: postal operator; administrator: keeps what the law and the house may change, and opens no dossier;
 * partner: an integrator with an API key; system: the house's own jobs.
 */
export type Role = (typeof roles)[number]

/** Who has an account with a user name. */
export const staffRoles = ['clerk', 'officer', 'signer', 'supervisor', 'postman', 'administrator'] as const satisfies readonly Role[]
export type StaffRole = (typeof staffRoles)[number]

/** Heads may do the work of their people: a supervisor sits down at the desk, a signer settles a dossier. */
const heads: Partial<Record<Role, Role>> = { signer: 'officer', supervisor: 'clerk' }

/** Whether a role may do what `wanted` may. Where two pairs of eyes are needed, persons are compared, not roles. */
export const actsAs = (role: Role, ...wanted: readonly Role[]): boolean =>
  wanted.includes(role) || wanted.some((one) => one === heads[role])

/**
 * Somebody for whom the actor acts, by a consent that held when the request came in (`askedAt`). Whoever changes something
 * looks at the consent again while holding it.
 */
export type OnBehalf = { consentId: string; dossierId: string; personId: string; name: string; askedAt: Temporal.Instant }

export const dutyKinds = ['sector', 'procedure'] as const
/** A sector or a procedure somebody answers for, by its code. */
export type Duty = { kind: (typeof dutyKinds)[number]; code: string }

/**
 * Who acts: kept with every move, event and audit entry. `agencyId` only for people who work at an agency, `duties` only for
 * those of them who do not answer for everything there; read anew at each request.
 */
export type Actor = {
  id: string
  name: string
  role: Role
  agencyId?: string | undefined
  duties?: readonly Duty[] | undefined
  onBehalfOf?: OnBehalf | undefined
}

/** Whether a dossier is among what somebody answers for. */
export const answersFor = (
  { duties }: Pick<Actor, 'duties'>,
  { sectorCode, procedureCode }: { sectorCode: string; procedureCode: string }
) => !duties || duties.some(({ kind, code }) => code === (kind === 'sector' ? sectorCode : procedureCode))

/** The name an act is signed with: both, when one acts for the other. */
export const signatureOf = ({ name, onBehalfOf }: Actor): string => (onBehalfOf ? `${name}, giúp ${onBehalfOf.name}` : name)

/** Whose the things are that an actor brings: a helper's uploads belong to the citizen. */
export const ownerOf = ({ id, onBehalfOf }: Actor): string => onBehalfOf?.personId ?? id

export const systemActor: Actor = { id: '00000000-0000-7000-8000-000000000000', name: 'Hệ thống', role: 'system' }
