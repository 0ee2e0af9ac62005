// The house's own templates: text files of the catalogue, read once; a fault in one stops the start, not an officer.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTemplate } from '../templates.ts'
import type { Template } from '../types.ts'

const folder = join(import.meta.dirname, '../catalogue')

/** A template and the text it was read from, to begin a version of one's own with. */
export type HouseTemplate = { template: Template; text: string }

let kept: readonly HouseTemplate[] | undefined

export function houseTemplates(): readonly HouseTemplate[] {
  kept ??= readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      const { template, faults } = parseTemplate(text)
      if (faults.length > 0) throw new Error(`results/catalogue/${name}: ${JSON.stringify(faults)}`)
      return { template, text }
    })
  return kept
}
