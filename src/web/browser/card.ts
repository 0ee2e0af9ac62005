// "Scan my card": fills name, number, birth date and address from the QR code of an identity card. The reader itself comes when asked for.
import { onPage, say } from './page.ts'

function offer(place: HTMLElement) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn plain'
  button.textContent = say('Quét mã QR trên căn cước để điền nhanh', 'Scan the QR code of the identity card')
  button.addEventListener('click', async () => {
    const status = document.createElement('p')
    status.setAttribute('role', 'status')
    status.textContent = say('Đang mở máy quét…', 'Opening the reader…')
    button.after(status)
    try {
      const { openReader } = await import('./card-reader.ts')
      status.remove()
      await openReader(place, button)
    } catch {
      status.textContent = say(
        'Máy này không mở được bộ quét. Xin ông/bà điền các ô bên dưới.',
        'This device could not open the reader. Please fill in the fields below.'
      )
    }
  })
  place.replaceChildren(button)
}

/** Needs `<div data-card="filer">`; the value says whose fields are filled. */
export function startCardButtons() {
  onPage(() => {
    for (const place of document.querySelectorAll<HTMLElement>('[data-card]')) offer(place)
  })
}
