// The embedded mode: nothing leaves the house. Each letter is a JSON file in a folder, for whoever wants to look.
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Mail } from './mail.ts'

export function outboxMail({ folder }: { folder: string }): Mail {
  return {
    async send(letter) {
      await mkdir(folder, { recursive: true })
      const file = join(folder, `${letter.id.replace(/[^\w-]/g, '_')}.json`)
      await writeFile(`${file}.new`, JSON.stringify(letter, null, 2))
      await rename(`${file}.new`, file)
    },
    close() {}
  }
}
