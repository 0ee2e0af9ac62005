// The papers people of a story bring: real PDFs, a page each.

import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'

const font = fileURLToPath(new URL('../../node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf', import.meta.url))

export function paper(title: string, ...lines: string[]): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4', margin: 60, info: { Title: title } })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  document.font(font).fontSize(18).text(title.normalize('NFC'), { align: 'center' }).moveDown()
  document.fontSize(12)
  for (const line of lines) document.text(line.normalize('NFC')).moveDown(0.5)
  document.end()
  return new Promise((resolve) => document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks)))))
}
