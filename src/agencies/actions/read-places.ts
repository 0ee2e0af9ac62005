// The shop looks up a place: our own data files, read once.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Places, placesOf } from '../places.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, '../catalogue', name), 'utf8')

let kept: Places | undefined

/** The places of our data files. */
export function ownPlaces(): Places {
  kept ??= placesOf({
    agencies: read('agencies.tsv'),
    units: read('units-2025.tsv'),
    formerWards: read('former-wards.tsv'),
    provinces: read('provinces.tsv')
  })
  return kept
}
