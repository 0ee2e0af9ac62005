// The desk by keyboard: ↑ ↓ walk the list, Enter opens, `/` finds, PgUp PgDn turn pages, and whatever key a button shows.
import { onPage, say } from './page.ts'

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select')

/** Keys of one character can be switched off (WCAG 2.1.4): voice control would press them by accident. */
const switchedOff = () => localStorage.getItem('phim-mot-chu') === 'tat'

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('table[data-list] tr[data-href]')]
}

function select(row: HTMLElement) {
  for (const other of rows()) {
    other.classList.toggle('sel', other === row)
    if (other === row) other.setAttribute('aria-current', 'true')
    else other.removeAttribute('aria-current')
  }
  row.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'nearest' })
}

function walk(step: 1 | -1): boolean {
  const list = rows()
  if (list.length === 0) return false
  const at = list.findIndex((row) => row.classList.contains('sel'))
  const next = list[at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + step))]
  if (next) select(next)
  return true
}

function open(): boolean {
  const row = rows().find((one) => one.classList.contains('sel'))
  if (!row?.dataset['href']) return false
  location.assign(row.dataset['href'])
  return true
}

function follow(rel: 'prev' | 'next'): boolean {
  const link = document.querySelector<HTMLAnchorElement>(`a[rel="${rel}"]`)
  link?.click()
  return link !== null
}

function find(): boolean {
  const box = document.querySelector<HTMLInputElement>('[data-find], input[type="search"]')
  box?.focus()
  box?.select()
  return box !== null
}

/** `Ctrl+Enter`, `Alt+1`, `F4`: as written in the `data-key` of a button, link or field. */
function shown(event: KeyboardEvent): boolean {
  const parts = [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.key.length === 1 ? event.key.toUpperCase() : event.key]
  const name = parts.filter(Boolean).join('+')
  const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(name)}"]`)
  if (!target) return false
  if (target.matches('button, a, input[type="radio"], input[type="checkbox"]')) target.click()
  else target.focus()
  return true
}

function act(event: KeyboardEvent): boolean {
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey
  if (typing(event.target)) return (event.key.length > 1 && event.key.startsWith('F')) || !plain ? shown(event) : false
  if (plain && event.key.length === 1) return !switchedOff() && (event.key === '/' ? find() : shown(event))
  if (!plain) return shown(event)
  if (event.key === 'ArrowDown') return walk(1)
  if (event.key === 'ArrowUp') return walk(-1)
  // On a link or a button Enter already has its meaning.
  if (event.key === 'Enter') return !(event.target as Element).closest('a, button, summary') && open()
  if (event.key === 'PageDown') return follow('next')
  if (event.key === 'PageUp') return follow('prev')
  return shown(event)
}

function labelSwitch(button: HTMLElement) {
  button.hidden = false
  button.setAttribute('aria-pressed', String(!switchedOff()))
  button.textContent = switchedOff()
    ? say('Bật phím tắt một chữ', 'Turn one-letter keys on')
    : say('Tắt phím tắt một chữ', 'Turn one-letter keys off')
}

export function startKeyboard() {
  document.addEventListener('keydown', (event) => {
    if (!event.isComposing && act(event)) event.preventDefault()
  })
  onPage(() => {
    const button = document.querySelector<HTMLElement>('[data-keys-switch]')
    if (!button) return
    labelSwitch(button)
    button.addEventListener('click', () => {
      localStorage.setItem('phim-mot-chu', switchedOff() ? 'bat' : 'tat')
      labelSwitch(button)
    })
  })
}
