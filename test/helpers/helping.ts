// A citizen and somebody who may help: signed in, with names and phones, and a consent between them.
import type { Actor } from '../../src/accounts/roles.ts'
import { ensurePerson, rememberPerson } from '../../src/accounts/store.ts'
import type { Context } from '../../src/context.ts'
import { addPapers } from '../../src/dossiers/actions/add-paper.ts'
import { beginHelp } from '../../src/dossiers/actions/begin-help.ts'
import type { Dossier } from '../../src/dossiers/store.ts'
import { keepFile } from '../../src/files/actions/keep-file.ts'
import { nameHelper } from '../../src/helping/actions/name-helper.ts'
import { helperActor } from '../../src/helping/on-behalf.routes.ts'
import type { Consent } from '../../src/helping/store.ts'
import { smallPdf } from './dossiers.ts'

export const citizenPhone = '0912480123'
export const helperPhone = '0983111222'

export async function signedIn(context: Context, phone: string, fullName?: string): Promise<Actor> {
  const person = await context.db.transaction(async (tx) => {
    const made = await ensurePerson(tx, { phone, locale: 'vi', at: context.now() })
    if (fullName) await rememberPerson(tx, made.id, { fullName })
    return made
  })
  return { id: person.id, name: fullName ?? phone, role: 'applicant' }
}

export const typed = {
  helperPhone,
  helperName: 'Trần Thị Bình',
  personName: 'Nguyễn Thị An',
  relation: 'child',
  shares: false
}

/** An has asked Bình for help. */
export async function aConsent(
  context: Context,
  changes: Partial<typeof typed> = {}
): Promise<{ an: Actor; binh: Actor; consent: Consent }> {
  const [an, binh] = [await signedIn(context, citizenPhone, 'Nguyễn Thị An'), await signedIn(context, helperPhone, 'Trần Thị Bình')]
  const consent = await nameHelper(context, { by: an, typed: { ...typed, ...changes }, procedureCode: '1.005461', locale: 'vi' })
  return { an, binh, consent }
}

/** Bình has begun and given every paper; nothing is left but to file it. */
export async function aHelpedDraft(context: Context, changes: Partial<typeof typed> = {}) {
  const { an, binh, consent } = await aConsent(context, changes)
  const filer = { kind: 'person' as const, name: 'Trần Thị Bình', phone: helperPhone }
  const draft = await beginHelp(context, {
    consentId: consent.id,
    by: binh,
    filer,
    agencyCode: '11302',
    channel: 'online',
    locale: 'vi'
  })
  const helper = await actingFor(context, draft, binh)
  const file = await keepFile(context, { name: 'don.pdf', bytes: smallPdf, ownerId: an.id })
  const papers = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({
    number,
    name: `Giấy ${number}`,
    form: 'copy',
    given: 'file' as const,
    fileId: file.id
  }))
  await addPapers(context, { dossierId: draft.id, by: helper, papers })
  return { an, binh, helper, consent, draft, fileId: file.id }
}

export async function actingFor(context: Context, { id }: Pick<Dossier, 'id'>, by: Actor): Promise<Actor> {
  return (await helperActor(context, id, by))!
}
