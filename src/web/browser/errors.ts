// After a refused form the focus is on the error summary; its links go to the field itself, label in view.
import { onPage } from './page.ts'

function focusField(event: MouseEvent) {
  const link = (event.target as Element).closest<HTMLAnchorElement>('.errsum a[href^="#"]')
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (!field) return
  event.preventDefault()
  const group = field.closest('.field, .up') ?? field
  group.scrollIntoView({ block: 'start' })
  field.focus({ preventScroll: true })
}

export function focusFirstError() {
  onPage(() => document.querySelector<HTMLElement>('[data-focus]')?.focus())
  document.addEventListener('click', focusField)
}
