// A signature drawn on glass: read out of a form, bounded, stripped to its points, kept as a picture; or the word that paper was signed.
import type { Context } from '../../context.ts'
import type { Body } from '../../forms/typed.ts'
import type { FileRow } from '../store.ts'
import { keepFile } from './keep-file.ts'
import { plainPng } from './plain-png.ts'

/** The pane is 600 × 200 points; a screen with more points per inch may send its own measure, nobody more than this. */
const longestSide = 1800
/** Three times what a full pane of scribble takes. */
const mostText = 90_000
const before = 'data:image/png;base64,'

export type Signature = { png: Uint8Array } | { onPaper: true }

function pictureIn(text: string): Uint8Array | undefined {
  if (!text.startsWith(before) || text.length > mostText) return undefined
  try {
    const png = plainPng(Buffer.from(text.slice(before.length), 'base64'))
    const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
    const [width, height] = [view.getUint32(16), view.getUint32(20)]
    return width > 0 && height > 0 && Math.max(width, height) <= longestSide ? png : undefined
  } catch {
    // Torn, or no picture at all: the same as nothing signed.
    return undefined
  }
}

/** What a `signatureField` sent; `undefined` when nobody signed. A drawn signature counts before the tick. */
export function readSignature(body: Body, name = 'signature'): Signature | undefined {
  const drawn = body[name]
  const png = typeof drawn === 'string' ? pictureIn(drawn) : undefined
  if (png) return { png }
  return body[`${name}OnPaper`] === 'yes' ? { onPaper: true } : undefined
}

type Kept = { signature: Signature; ownerId: string; name?: string }

/** @returns the picture's file; `undefined` when it was signed on paper */
export async function keepSignature(context: Context, { signature, ownerId, name = 'chu-ky.png' }: Kept): Promise<FileRow | undefined> {
  return 'png' in signature ? keepFile(context, { name, bytes: signature.png, ownerId }) : undefined
}
