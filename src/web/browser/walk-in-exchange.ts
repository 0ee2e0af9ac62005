// Asks the server for the walk-in screen as it would be after a step, and puts it in place: what was typed meanwhile stays, the hands go on,
// keys pressed too early are played when it is there.
import { say, showPage } from './page.ts'

export const formOf = () => document.querySelector<HTMLFormElement>('form.walkin')

export const isText = (one: EventTarget | null): one is HTMLInputElement =>
  one instanceof HTMLInputElement && !/^(checkbox|radio|file|hidden|button|submit)$/.test(one.type)

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
const fieldsOf = (form: HTMLFormElement) =>
  [...form.elements].filter((one): one is Field => one.id !== '' && one.matches('input:not([type=file], [type=hidden]), select, textarea'))
const isTick = (field: Field): field is HTMLInputElement => field.matches('[type=checkbox], [type=radio]')
const stateOf = (field: Field) => (isTick(field) ? String(field.checked) : field.value)

/** What was changed by hand while the answer was under way. */
function editsSince(before: ReadonlyMap<string, string>): [string, string][] {
  const form = formOf()
  const changed = form ? fieldsOf(form).filter((field) => stateOf(field) !== before.get(field.id)) : []
  return changed.map((field) => [field.id, stateOf(field)])
}

function putBack(edits: readonly (readonly [string, string])[]) {
  for (const [id, value] of edits) {
    const field = document.getElementById(id) as Field | null
    if (!field) continue
    if (isTick(field)) field.checked = value === 'true'
    else field.value = value
  }
}

export function focusOn(field: HTMLElement | null | undefined) {
  field?.focus()
  if (isText(field ?? null)) (field as HTMLInputElement).select()
}

let busy: Promise<void> | undefined
/** The hands wait for the answer; a look-up in the background does not hold them. */
let holdsKeys = false
const waiting: KeyboardEvent[] = []
/** A card scanned while an answer is under way: its signs are no keys, and the field it came to will be gone. */
let late: string | undefined

function tell(words: string) {
  const place = document.querySelector<HTMLElement>('.walkin .said') ?? formOf()
  const line = document.createElement('p')
  line.className = 'note warn'
  line.textContent = words
  place?.prepend(line)
}

/** @returns nothing when the answer is another page, which is then opened */
async function fetchScreen(form: HTMLFormElement, step: string): Promise<string | undefined> {
  const data = new FormData(form)
  data.set('step', step)
  // Letters not yet chosen from are no choice.
  if (step !== 'choose') data.set('asked', String(data.get('q') ?? ''))
  const response = await fetch(form.action, { method: 'POST', body: data, headers: { accept: 'text/html' } })
  const text = await response.text()
  if (!text.includes('class="walkin"')) throw new Error(String(response.status))
  if (!response.redirected) return text
  location.assign(response.url)
  return undefined
}

/** The field the hands were in, in the new page, with the cursor where it was. */
function returnTo(now: HTMLElement | null, caret: readonly [number | null, number | null] | undefined) {
  const same = now?.id ? document.getElementById(now.id) : null
  same?.focus()
  if (caret && isText(same)) same.setSelectionRange(...caret)
  // Letters in the box are looked at again: their list went with the page.
  if (same?.matches('[data-offers]')) same.dispatchEvent(new Event('input', { bubbles: true }))
}

function place(
  text: string,
  { before, focused, isQuiet }: { before: ReadonlyMap<string, string>; focused: Element | null; isQuiet: boolean }
) {
  const now = document.activeElement as HTMLElement | null
  const caret = isText(now) && now.type !== 'email' ? ([now.selectionStart, now.selectionEnd] as const) : undefined
  const edits = editsSince(before)
  const { scrollX, scrollY } = window
  showPage(text, location.href)
  scrollTo(scrollX, scrollY)
  putBack(edits)
  if (document.querySelector('[data-focus]')) return
  if (isQuiet || now !== focused) returnTo(now, caret)
  else focusOn(formOf()?.querySelector<HTMLElement>('[autofocus]'))
}

async function exchange(form: HTMLFormElement, step: string, isQuiet: boolean) {
  const before = new Map(fieldsOf(form).map((field) => [field.id, stateOf(field)]))
  const focused = document.activeElement
  try {
    const text = await fetchScreen(form, step)
    if (text !== undefined) place(text, { before, focused, isQuiet })
  } catch {
    tell(
      say(
        'Chưa hỏi được máy chủ. Những gì đã gõ vẫn còn trên trang này; xin thử lại.',
        'The server did not answer. What you typed is still on this page; try again.'
      )
    )
  }
}

/** One question at a time. `isQuiet`: the hands go on where they are. */
export async function ask(step: string, { isQuiet = false } = {}): Promise<void> {
  while (busy) await busy
  const form = formOf()
  if (!form) return
  const box = form.querySelector<HTMLInputElement>('#scan')
  if (late !== undefined && box) box.value = late
  late = undefined
  holdsKeys = !isQuiet
  busy = exchange(form, step, isQuiet)
  await busy
  busy = undefined
  holdsKeys = false
  playWaiting()
}

function playWaiting() {
  for (const { key, code, ctrlKey, altKey, shiftKey } of waiting.splice(0)) {
    const target = document.activeElement ?? document.body
    const again = new KeyboardEvent('keydown', { key, code, ctrlKey, altKey, shiftKey, bubbles: true, cancelable: true })
    if (!target.dispatchEvent(again) || !isText(target) || key.length > 1 || ctrlKey || altKey) continue
    target.setRangeText(key, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end')
    target.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** Keys pressed too early wait; those of the browser do not. */
function keepWaiting(event: KeyboardEvent) {
  if (!holdsKeys || ['F5', 'F11', 'F12', 'Shift', 'Control', 'Alt', 'Tab'].includes(event.key)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  waiting.push(event)
}

function keepScan(event: Event) {
  if (!busy) return
  late = (event as CustomEvent<string>).detail
  waiting.splice(-late.length)
}

export function holdEarlyKeys() {
  document.addEventListener('scan', keepScan)
  document.addEventListener('keydown', keepWaiting, { capture: true })
}
