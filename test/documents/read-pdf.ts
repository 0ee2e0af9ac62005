// Reads a printed paper back as a reader's program would: text, places, structure, metadata.
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Item = { text: string; left: number; right: number; baseline: number }
/** `aloud`: the characters as they follow one another in the file, blanks only where they are written. */
export type Page = { width: number; height: number; items: Item[]; roles: string[]; alternatives: string[]; aloud: string }
export type Reading = {
  pages: Page[]
  text: string
  tagged: boolean
  language: unknown
  title: unknown
  author: unknown
  createdAt: unknown
  conformance: string
}

type Node = { role?: string; alt?: string; children?: Node[] }
const flatten = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flatten)]
/** Text with every run of blanks as one, so that lines and pages don't matter. */
export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS })
  const document = await task.promise
  const pages: Page[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const tree = flatten((await page.getStructTree()) as Node)
    const { fnArray, argsArray } = await page.getOperatorList()
    const shown = fnArray.flatMap((code, index) =>
      code === OPS.showText ? (argsArray[index]![0] as ({ unicode?: string } | number)[]) : []
    )
    const { width, height } = page.getViewport({ scale: 1 })
    pages.push({
      width,
      height,
      items: items.flatMap((item) =>
        'str' in item
          ? [
              {
                text: item.str,
                left: item.transform[4] as number,
                right: (item.transform[4] as number) + item.width,
                baseline: item.transform[5] as number
              }
            ]
          : []
      ),
      aloud: shown.map((glyph) => (typeof glyph === 'number' ? '' : (glyph.unicode ?? ''))).join(''),
      roles: [...new Set(tree.map(({ role }) => role ?? ''))],
      alternatives: tree.flatMap(({ alt }) => (alt ? [alt] : []))
    })
  }
  const { info, metadata } = (await document.getMetadata()) as unknown as {
    info: Record<string, unknown>
    metadata: { getRaw(): string } | null
  }
  const tagged = ((await document.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true
  const raw = metadata?.getRaw() ?? ''
  await task.destroy()
  return {
    pages,
    text: squeeze(pages.flatMap(({ items }) => items.map(({ text }) => text)).join(' ')),
    tagged,
    language: info.Language,
    title: info.Title,
    author: info.Author,
    createdAt: info.CreationDate,
    conformance: `${/<pdfaid:part>(.+?)</.exec(raw)?.[1]}${/<pdfaid:conformance>(.+?)</.exec(raw)?.[1]}`
  }
}
