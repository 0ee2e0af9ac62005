// A photo of a paper, small enough for a slow line and still read easily: longest side 2200 points, JPEG. What a camera noted is gone.

const longestSide = 2200
const quality = 0.8
/** What the server takes as it is. Other pictures the browser can open are turned into JPEG. */
const taken = new Set(['image/jpeg', 'image/png'])

async function redraw(file: File): Promise<Blob | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const pen = canvas.getContext('2d')
  if (!pen) return null
  // JPEG has no transparency: what was see-through is paper.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}

/** The file itself when it is no picture, cannot be opened, or would not become smaller. */
export async function shrink(file: File): Promise<File> {
  if (!file.type.startsWith('image/')) return file
  const small = await redraw(file).catch(() => null)
  if (!small || (taken.has(file.type) && small.size >= file.size)) return file
  return new File([small], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg', lastModified: file.lastModified })
}
