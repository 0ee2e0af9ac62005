// Copy buttons appear only where copying works, and say when it is done.
import { onPage } from './page.ts'

async function copy(event: MouseEvent) {
  const button = (event.target as Element).closest<HTMLElement>('[data-copy]')
  const words = button?.querySelector('span')
  if (!button || !words) return
  await navigator.clipboard.writeText(button.dataset['copy'] ?? '')
  words.setAttribute('role', 'status')
  words.textContent = button.dataset['done'] ?? ''
}

export function startCopyButtons() {
  if (!('clipboard' in navigator)) return
  onPage(() => {
    for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) button.hidden = false
  })
  document.addEventListener('click', (event) => void copy(event))
}
