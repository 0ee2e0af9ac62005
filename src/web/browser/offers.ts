// A procedure by a few letters: while one types, the likeliest of the list below are shown; Enter takes the first or the chosen one.
import { byLetters } from '../../procedures/initials.ts'
import { say } from './page.ts'

const most = 7

const offersOf = (select: HTMLSelectElement) =>
  [...select.options].filter(({ value }) => value !== '').map(({ value, text }) => ({ code: value, name: text }))

const selectOf = (box: HTMLInputElement) => document.querySelector<HTMLSelectElement>(`select[name="${box.dataset['offers']}"]`)
const listOf = () => document.getElementById('goi-y')
const chosenIn = (list: HTMLElement | null) => list?.querySelector<HTMLElement>('[aria-selected="true"]')

function mark(box: HTMLInputElement, option: Element) {
  for (const one of option.parentElement?.children ?? []) one.setAttribute('aria-selected', String(one === option))
  box.setAttribute('aria-activedescendant', option.id)
}

export function closeOffers(box: HTMLInputElement): boolean {
  const list = listOf()
  list?.remove()
  box.removeAttribute('aria-activedescendant')
  box.removeAttribute('aria-controls')
  if (box.hasAttribute('aria-expanded')) box.setAttribute('aria-expanded', 'false')
  return list !== null
}

function optionOf({ code, name }: { code: string; name: string }, i: number, take: (code: string) => void): HTMLElement {
  const option = document.createElement('li')
  option.id = `goi-y-${i}`
  option.setAttribute('role', 'option')
  option.dataset['code'] = code
  option.lang = 'vi'
  option.textContent = name
  // Before the box loses the focus and the list is gone.
  option.addEventListener('mousedown', (event) => {
    event.preventDefault()
    take(code)
  })
  return option
}

/** Shows what fits the letters in the box; nothing when nothing does. */
export function showOffers(box: HTMLInputElement, take: (code: string) => void) {
  closeOffers(box)
  const select = selectOf(box)
  const found = select ? byLetters(offersOf(select), box.value).slice(0, most) : []
  if (found.length === 0) return
  const list = document.createElement('ul')
  list.id = 'goi-y'
  list.className = 'offers'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', say('Thủ tục khớp', 'Procedures that fit'))
  list.append(...found.map((one, i) => optionOf(one, i, take)))
  box.closest('.field')?.append(list)
  box.setAttribute('role', 'combobox')
  box.setAttribute('aria-autocomplete', 'list')
  box.setAttribute('aria-controls', list.id)
  box.setAttribute('aria-expanded', 'true')
  mark(box, list.firstElementChild!)
}

/** ↑ ↓ Esc in the box. @returns whether the key was for the list */
export function walkOffers(box: HTMLInputElement, key: string): boolean {
  if (key === 'Escape') return closeOffers(box)
  const list = listOf()
  const now = chosenIn(list)
  if (!list || !now || (key !== 'ArrowDown' && key !== 'ArrowUp')) return false
  const next = key === 'ArrowDown' ? now.nextElementSibling : now.previousElementSibling
  if (next) mark(box, next)
  return true
}

/** What Enter takes; nothing when no offer fits. */
export const chosenOffer = (): string | undefined => chosenIn(listOf())?.dataset['code']
