// The voice of a story: what happens is printed step by step, what is expected is checked, papers met on the way are kept.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Visitor } from '../helpers/visitor.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

export type Narrator = Awaited<ReturnType<typeof narrator>>

export async function narrator(folder: string) {
  await mkdir(folder, { recursive: true })
  const failures: string[] = []
  return {
    failures,
    chapter: (title: string) => say(`\n${title}\n${'─'.repeat(Math.min(100, title.length))}`),
    step: (who: string, what: string) => say(`  ${who.padEnd(11)} ${what}`),
    detail: (text: string) => say(`              ${text}`),
    /** Said, counted, and the story goes on: one look shows everything that is wrong. */
    expect(holds: boolean, sentence: string): void {
      if (holds) return
      failures.push(sentence)
      say(`  ✗ ${sentence}`)
    },
    async keep(name: string, bytes: Uint8Array): Promise<void> {
      if (!Buffer.from(bytes.subarray(0, 5)).equals(Buffer.from('%PDF-'))) failures.push(`${name} is not a PDF`)
      const file = join(folder, name)
      await writeFile(file, bytes)
      say(`              PDF ${file} (${Math.round(bytes.length / 1024)} KB)`)
    }
  }
}

const listAfter = (page: string, mark: RegExp) => {
  const [, inside = ''] = mark.exec(page) ?? []
  return [...inside.matchAll(/<li[^>]*>([\s\S]*?)<\/li>/g)].map(([, text]) =>
    text!
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  )
}

/** The due day a page binds itself to, and how it was counted. */
export function dueOn(visitor: Visitor): { day: string | undefined; explanation: string[] } {
  const day = /class="leaf[^"]*"[^>]*datetime="([\d-]+)|datetime="([\d-]+)"[^>]*class="leaf/.exec(visitor.page)
  return { day: day?.[1] ?? day?.[2], explanation: listAfter(visitor.page, /<ol class="reason">([\s\S]*?)<\/ol>/) }
}
