// The desk by keyboard: ↑ ↓ walk the list, Enter opens, `/` finds, PgUp PgDn turn pages, F1 shows the map, and whatever key a button shows.
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

/** To the place a link on this page leads to: the hands go with it, not only the eye. */
function goTo(link: HTMLAnchorElement): boolean {
  const place = document.getElementById(decodeURIComponent(link.hash.slice(1)))
  place?.scrollIntoView({ block: 'nearest' })
  place?.focus({ preventScroll: true })
  if (place instanceof HTMLInputElement && /^(text|search|tel)$/.test(place.type)) place.select()
  return place !== null
}

/** `Ctrl+Enter`, `Alt+1`, `F4`, `Shift+F8`: as written in the `data-key` of a button, link or field. */
function shown(event: KeyboardEvent): boolean {
  // Shift is part of the name of a key that prints nothing: Shift+F9 is not F9.
  const shift = event.shiftKey && event.key.length > 1 && 'Shift'
  const parts = [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', shift, event.key.length === 1 ? event.key.toUpperCase() : event.key]
  const name = parts.filter(Boolean).join('+')
  const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(name)}"]`)
  if (!target) return false
  if (target.matches('a[href^="#"]')) return goTo(target as HTMLAnchorElement)
  if (target.matches('button, a, input[type="radio"], input[type="checkbox"]')) target.click()
  else target.focus()
  return true
}

/** The map of this page's keys; without one F1 stays the browser's. */
function showMap(): boolean {
  const map = document.querySelector<HTMLDialogElement>('dialog#bang-phim')
  if (!map) return false
  if (!map.open) map.showModal()
  return true
}

/** A burst of the scanner is quicker than any hand: keys of one character wait this long to see whether more follow. */
const longestGap = 45
const handRoll = 3
let held: KeyboardEvent[] = []
let timer: ReturnType<typeof setTimeout> | undefined

const press = (event: KeyboardEvent): boolean => (event.key === '/' ? find() : shown(event))

function pressHeld() {
  clearTimeout(timer)
  const pressed = held
  held = []
  if (pressed.length <= handRoll) for (const event of pressed) press(event)
}

function letter(event: KeyboardEvent): boolean {
  if (switchedOff()) return false
  // What a script plays back was typed by a hand.
  if (!event.isTrusted || !document.querySelector('input[data-scan], input[data-find]')) return press(event)
  held.push(event)
  clearTimeout(timer)
  timer = setTimeout(pressHeld, longestGap)
  return true
}

function act(event: KeyboardEvent): boolean {
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey
  if (document.querySelector('dialog#bang-phim[open]')) return false
  if (event.key === 'F1') return showMap()
  if (typing(event.target)) return (event.key.length > 1 && event.key.startsWith('F')) || !plain ? shown(event) : false
  if (plain && event.key.length === 1) return event.key !== ' ' && letter(event)
  if (held.length > 0 && event.key !== 'Shift') pressHeld()
  if (!plain) return shown(event)
  if (event.key === 'ArrowDown') return walk(1)
  if (event.key === 'ArrowUp') return walk(-1)
  // On a link or a button Enter already has its meaning.
  if (event.key === 'Enter') return !(event.target as Element).closest('a, button, summary') && (open() || shown(event))
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
  document.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a[data-key="F1"]') && showMap()) event.preventDefault()
  })
  onPage(() => {
    const switches = document.querySelectorAll<HTMLElement>('[data-keys-switch]')
    for (const button of switches) {
      labelSwitch(button)
      button.addEventListener('click', () => {
        localStorage.setItem('phim-mot-chu', switchedOff() ? 'bat' : 'tat')
        switches.forEach(labelSwitch)
      })
    }
  })
}
