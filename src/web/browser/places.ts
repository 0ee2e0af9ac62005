// Boxes for a ward and its province offer names while somebody types; without a script they are plain boxes and the server reads them.
import { onPage, say } from './page.ts'

type Hint = { value: string; note: string; province: string }
/** Wards or provinces, as the server calls them. */
type Level = 'xa' | 'tinh'
/** A box with its list. `at` is the marked hint, -1 none; `asked` counts questions, so that a late answer is known as late. */
type Box = {
  input: HTMLInputElement
  list: HTMLUListElement
  heard: HTMLElement
  level: Level
  hints: Hint[]
  at: number
  asked: number
  timer?: ReturnType<typeof setTimeout>
}

const pause = 150
const shortest = 2
let made = 0

async function ask(text: string, level: Level): Promise<Hint[]> {
  const answer = await fetch(`/dia-danh?lang=${say('vi', 'en')}&cap=${level}&q=${encodeURIComponent(text.slice(0, 100))}`).catch(
    () => undefined
  )
  // No network, no hints: the box stays a box.
  if (!answer?.ok) return []
  return ((await answer.json()) as { items: Hint[] }).items
}

/** Puts an empty list and a voice for screen readers beside the input. */
function boxAround(input: HTMLInputElement, level: Level): Box {
  const list = document.createElement('ul')
  const heard = document.createElement('p')
  const around = document.createElement('div')
  Object.assign(list, { id: `goi-y-noi-${++made}`, className: 'places', role: 'listbox', hidden: true })
  list.ariaLabel = say('Gợi ý địa danh', 'Suggested places')
  heard.className = 'vh'
  heard.setAttribute('role', 'status')
  around.className = 'places-box'
  input.replaceWith(around)
  around.append(input, list, heard)
  return { input, list, heard, level, hints: [], at: -1, asked: 0 }
}

function close(box: Box) {
  clearTimeout(box.timer)
  box.asked++
  box.at = -1
  box.list.hidden = true
  box.input.setAttribute('aria-expanded', 'false')
  box.input.removeAttribute('aria-activedescendant')
}

function mark(box: Box, next: number) {
  // Whoever is choosing is not given another list.
  clearTimeout(box.timer)
  box.asked++
  box.at = (next + box.hints.length) % box.hints.length
  const options = [...box.list.children]
  for (const [i, option] of options.entries()) option.setAttribute('aria-selected', String(i === box.at))
  options[box.at]?.scrollIntoView({ block: 'nearest' })
  box.input.setAttribute('aria-activedescendant', `${box.list.id}-${box.at}`)
}

function choose(box: Box, { value, province }: Hint) {
  const { input, level } = box
  const beside =
    level === 'xa' && input.form?.querySelector<HTMLInputElement>(`input[name="${input.name.replace(/\.ward$/, '.province')}"]`)
  input.value = value
  if (beside) beside.value = province
  close(box)
  // Whoever keeps the draft, or shows and hides fields, should hear of it.
  for (const changed of [input, beside]) if (changed) changed.dispatchEvent(new Event('change', { bubbles: true }))
}

function optionOf(box: Box, hint: Hint, i: number): HTMLElement {
  const option = document.createElement('li')
  const note = document.createElement('span')
  Object.assign(option, { id: `${box.list.id}-${i}`, role: 'option', lang: 'vi', textContent: hint.value })
  option.setAttribute('aria-selected', 'false')
  note.textContent = [hint.note, box.level === 'xa' ? hint.province : ''].filter(Boolean).join(', ')
  option.append(note)
  // Before the box loses the focus.
  option.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    choose(box, hint)
  })
  return option
}

function show(box: Box, hints: Hint[]) {
  close(box)
  box.hints = hints
  box.heard.textContent =
    hints.length > 0
      ? say(`Có ${hints.length} gợi ý. Dùng phím mũi tên để chọn.`, `${hints.length} suggestions. Use the arrow keys.`)
      : say('Không có gợi ý. Cứ ghi tên như trên giấy tờ.', 'No suggestions. Write the name as on your papers.')
  if (hints.length === 0) return
  box.list.replaceChildren(...hints.map((hint, i) => optionOf(box, hint, i)))
  box.list.hidden = false
  box.input.setAttribute('aria-expanded', 'true')
}

function onInput(box: Box) {
  const { input, level } = box
  clearTimeout(box.timer)
  const mine = ++box.asked
  if (input.value.trim().length < shortest) return close(box)
  box.timer = setTimeout(async () => {
    const hints = await ask(input.value, level)
    if (mine === box.asked && document.activeElement === input) show(box, hints)
  }, pause)
}

function onKey(box: Box, event: KeyboardEvent) {
  if (event.isComposing || box.list.hidden) return
  const { at, hints } = box
  if (event.key === 'ArrowDown') mark(box, at + 1)
  else if (event.key === 'ArrowUp') mark(box, at < 0 ? hints.length - 1 : at - 1)
  else if (event.key === 'Enter' && at >= 0) choose(box, hints[at]!)
  else if (event.key === 'Escape') close(box)
  else return
  event.preventDefault()
}

/** An input becomes a combobox with a list of its own (ARIA: editable, list autocomplete). */
function enhance(input: HTMLInputElement, level: Level) {
  const box = boxAround(input, level)
  const { id } = box.list
  const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id }
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)
  input.addEventListener('input', () => onInput(box))
  input.addEventListener('keydown', (event) => onKey(box, event))
  input.addEventListener('blur', () => close(box))
}

const parts: Record<string, Level> = { ward: 'xa', province: 'tinh' }

export function startPlaces() {
  onPage(() => {
    for (const [part, level] of Object.entries(parts))
      for (const input of document.querySelectorAll<HTMLInputElement>(`input[type=text][name$=".${part}"]:not([role])`))
        enhance(input, level)
  })
}
