// The shop opens: brings the catalogue in the database to what the data files say, or changes nothing when they are as last time.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceOpeningHours, saveAgencies } from '../../agencies/store.ts'
import type { Context } from '../../context.ts'
import { dayOf } from '../../kernel/time.ts'
import { type Catalogue, type ProcedureEntry, parseCatalogue } from '../catalogue.ts'
import { CatalogueError } from '../catalogue-error.ts'
import type { DataFile } from '../data-files.ts'
import {
  addVersions,
  endVersions,
  type LatestVersion,
  lastLoad,
  latestVersions,
  lockLoads,
  noteLoad,
  replaceCases,
  replaceEverydayWords,
  replaceSynonyms,
  saveProcedures,
  saveSectors
} from '../store.ts'
import { planVersions } from '../versions.ts'

const folders = [join(import.meta.dirname, '../../agencies/catalogue'), join(import.meta.dirname, '../catalogue')]

/**
 * Loads our own data files, or those given. `newVersions` counts procedures that got a new version.
 * Throws a CatalogueError with every wrong line; then nothing was loaded.
 */
export async function loadCatalogue(context: Pick<Context, 'db' | 'now'>, files?: readonly DataFile[]): Promise<{ newVersions: number }> {
  const given = files ?? (await ownFiles())
  const hash = sha256(JSON.stringify(given.map(({ name, text }) => [name, text]).sort()))
  if ((await lastLoad(context.db)) === hash) return { newVersions: 0 }
  const catalogue = parseCatalogue(given)
  return context.db.transaction(async (tx) => {
    if ((await lockLoads(tx)) === hash) return { newVersions: 0 }
    const agencyIds = await saveAgencies(tx, catalogue.agencies)
    await replaceOpeningHours(tx, { entries: catalogue.openingHours, ids: agencyIds })
    const sectorIds = await saveSectors(tx, catalogue.sectors)
    const procedureIds = await saveProcedures(tx, { entries: catalogue.procedures, sectorIds })
    const { fresh, ends } = plan(catalogue, await latestVersions(tx), dayOf(context.now()))
    await endVersions(tx, ends)
    await addVersions(tx, { fresh, procedureIds, agencyIds })
    await replaceSynonyms(tx, { entries: catalogue.synonyms, procedureIds })
    await replaceEverydayWords(tx, catalogue.everydayWords)
    await replaceCases(tx, { entries: catalogue.cases, procedureIds })
    await noteLoad(tx, { hash, loadedAt: context.now() })
    return { newVersions: fresh.length }
  })
}

async function ownFiles(): Promise<DataFile[]> {
  const paths = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder, { recursive: true }))
        .filter((name) => name.endsWith('.tsv'))
        .sort()
        .map((name) => ({ name, path: join(folder, name) }))
    )
  )
  return Promise.all(paths.flat().map(async ({ name, path }) => ({ name, text: await readFile(path, 'utf8') })))
}

function plan(catalogue: Catalogue, latest: readonly LatestVersion[], today: Temporal.PlainDate) {
  const sectorNames = new Map(catalogue.sectors.map(({ code, name }) => [code, name]))
  const entries = catalogue.procedures.map((entry) => ({
    ...entry,
    contentHash: contentHashOf(entry),
    formHash: entry.form ? sha256(JSON.stringify(entry.form)) : null,
    stepsHash: entry.steps.length > 0 ? sha256(JSON.stringify(entry.steps)) : null,
    sectorName: sectorNames.get(entry.sector)!
  }))
  const { fresh, ends, problems } = planVersions(entries, latest, today)
  if (problems.length > 0) throw new CatalogueError(problems)
  return { fresh, ends }
}

/** The law a dossier is pinned to: where the line stands in its file, when the version counts, the form and the internal process are no part of it. */
const contentHashOf = ({ line: _, validFrom: __, validTo: ___, form: ____, steps: _____, ...content }: ProcedureEntry) =>
  sha256(JSON.stringify(content))

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
