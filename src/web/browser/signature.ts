// The pane of a signature: drawn with finger, pen or mouse, sent with its form as a small picture of fixed size.
import type SignaturePad from 'signature_pad'
import { onPage, say } from './page.ts'

function wire(place: HTMLElement, Pad: typeof SignaturePad) {
  const pane = place.querySelector<HTMLElement>('.signpane')
  const canvas = place.querySelector('canvas')
  const status = place.querySelector<HTMLElement>('[role="status"]')
  if (!pane || !canvas || !status) return
  const kept = document.createElement('input')
  kept.type = 'hidden'
  kept.name = place.dataset['signature'] ?? 'signature'
  place.append(kept)
  pane.hidden = false
  // The library draws where the finger is, so a point of the picture is a point of the page.
  canvas.width = Math.min(600, pane.clientWidth || 600)
  // White below the strokes: the paper it is printed on is white, and a picture without holes is smaller.
  const pad = new Pad(canvas, { backgroundColor: '#fff', penColor: '#111', minWidth: 1, maxWidth: 3 })
  const clear = () => {
    pad.clear()
    kept.value = ''
    status.textContent = say('Chưa có chữ ký.', 'Not signed yet.')
  }
  pad.addEventListener('endStroke', () => {
    kept.value = pad.isEmpty() ? '' : pad.toDataURL('image/png')
    status.textContent = say('Đã có chữ ký.', 'Signed.')
    place.dispatchEvent(new CustomEvent('signed', { bubbles: true }))
  })
  place.querySelector('[data-sign-again]')?.addEventListener('click', clear)
  clear()
}

/** Needs the markup of `signatureField`; the library comes only to a page that has one. */
export function startSignatures() {
  onPage(() => {
    const places = document.querySelectorAll<HTMLElement>('[data-signature]')
    if (places.length > 0)
      void import('signature_pad').then(({ default: Pad }) => {
        for (const place of places) wire(place, Pad)
      })
  })
}
