// Who a person is to the house. A move names its roles; a room's routes name theirs.

export const roles = ['applicant', 'clerk', 'officer', 'postman', 'partner', 'system'] as const
/**
 * applicant: a citizen or business; clerk: reception at a one-stop desk; officer: settles dossiers and signs;
 * postman: postal operator; partner: an integrator with an API key; system: the house's own jobs.
 */
export type Role = (typeof roles)[number]

/** Who acts: kept with every move, event and audit entry. `agencyId` only for people who work at an agency. */
export type Actor = { id: string; name: string; role: Role; agencyId?: string | undefined }

export const systemActor: Actor = { id: '00000000-0000-7000-8000-000000000000', name: 'Hệ thống', role: 'system' }
