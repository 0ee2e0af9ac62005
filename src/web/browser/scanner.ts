// A hand scanner types like a very fast person: its burst goes to the scan field, wherever the cursor happens to be, and presses nothing on its way.

/** 35 ms between signs is faster than any hand; 15 signs are longer than any lucky roll over the keys. */
const longestGap = 35
const usualLength = 15
/** From here on it is no hand any more: signs that would press a button or tick a box are kept from it. */
const surelyScanned = 4

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

let burst = ''
let lastAt = 0
let place: Typed | undefined
let valueBefore = ''
/** Digits of a sign a scanner sends as Alt and its number, which no keyboard layout can spoil. */
let numbered = ''

/** Where a page has no field of its own for scans, the box that finds anything takes them. */
const scanField = () =>
  document.querySelector<HTMLInputElement>('input[data-scan]') ?? document.querySelector<HTMLInputElement>('input[data-find]')

/** Boxes and buttons have no text that could be spoilt. */
const isTyped = (target: EventTarget | null): target is Typed =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|file)$/.test(target.type))

function begin(event: KeyboardEvent) {
  burst = ''
  place = isTyped(event.target) ? event.target : undefined
  valueBefore = place?.value ?? ''
}

function deliver(event: KeyboardEvent, field: HTMLInputElement) {
  event.preventDefault()
  event.stopImmediatePropagation()
  // Whatever field the cursor was in gets back what it held before the burst.
  if (place) place.value = valueBefore
  field.value = burst
  // A screen that is just being replaced takes it along.
  document.dispatchEvent(new CustomEvent('scan', { detail: burst }))
  burst = ''
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.form?.requestSubmit(field.form.querySelector<HTMLElement>('button[data-scan-go]') ?? undefined)
}

function add(sign: string, event: KeyboardEvent, quick: boolean) {
  if (!quick || burst === '') begin(event)
  burst += sign
  if (burst.length >= surelyScanned && !isTyped(event.target)) event.preventDefault()
}

function listen(event: KeyboardEvent) {
  const field = scanField()
  // What a script plays back was typed by a hand.
  if (!field || !event.isTrusted) return
  const quick = event.timeStamp - lastAt < longestGap
  const { key } = event
  // A plain number in its own field is the same from a hand as from a scanner, and a pause in it must not lose its beginning.
  if (event.target === field && field.dataset['scanPlain'] !== undefined && !(quick && burst)) return
  if (event.altKey && /^Numpad\d$/.test(event.code)) {
    numbered += event.code.at(-1)
    lastAt = event.timeStamp
    return
  }
  if (['Shift', 'Alt', 'AltGraph', 'Control', 'CapsLock'].includes(key)) {
    if (quick) lastAt = event.timeStamp
    return
  }
  lastAt = event.timeStamp
  if (key.length === 1 && !event.ctrlKey) return add(key, event, quick)
  // Vietnamese typing tools take back what they have passed on and send something else.
  if (key === 'Backspace' && quick && burst) burst = burst.slice(0, -1)
  else if ((key === 'Process' || key === 'Unidentified') && quick) burst += '\ufffd'
  else if (key === 'Enter' || key === 'Tab') {
    const least = Number(field.dataset['scan']) || usualLength
    if (quick && burst.length >= least) deliver(event, field)
    else burst = ''
  } else burst = ''
}

function releaseKey(event: KeyboardEvent) {
  if (event.key === 'Alt' && numbered) {
    const sign = String.fromCodePoint(Math.min(Number(numbered), 0xffff))
    numbered = ''
    add(sign, event, burst !== '')
    lastAt = event.timeStamp
  }
  // A space that ends a word of a name presses no button.
  if (event.key === ' ' && burst.length >= surelyScanned && !isTyped(event.target)) event.preventDefault()
}

/** Needs `<input data-scan>` (with `data-scan-plain` what is typed into it is left alone), else `<input data-find>`; a number in the attribute is the shortest code it takes. `button[data-scan-go]` of its form is pressed, if there is one. */
export function startScanner() {
  document.addEventListener('keydown', listen, { capture: true })
  document.addEventListener('keyup', releaseKey, { capture: true })
}
