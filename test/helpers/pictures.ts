// Small true files: a PDF with pages, a picture, a photo taken with the phone held sideways.
import { PDFDocument } from '@cantoo/pdf-lib'

export async function pdfOf(pages: number): Promise<Buffer> {
  const made = await PDFDocument.create()
  for (let i = 0; i < pages; i++) made.addPage()
  return Buffer.from(await made.save())
}

export const aPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)

/** 200 × 100 points and the note "turn me a quarter clockwise" (EXIF orientation 6); no picture inside, which no reader of heads minds. */
export const sidewaysPhoto = Buffer.concat([
  Buffer.from('ffd8ffe1', 'hex'),
  Buffer.from('0022', 'hex'),
  Buffer.from('Exif\0\0', 'latin1'),
  Buffer.from('49492a0008000000' + '0100' + '120103000100000006000000' + '00000000', 'hex'),
  Buffer.from('ffc00011080064' + '00c8' + '03012200021101031101', 'hex'),
  Buffer.from('ffda000c03010002110311003f00', 'hex'),
  Buffer.from('ffd9', 'hex')
])
