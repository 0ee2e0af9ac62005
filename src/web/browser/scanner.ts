// A hand scanner types like a very fast person: its burst goes to the scan field, wherever the cursor happens to be.

/** 35 ms between signs is faster than any hand; 15 signs are longer than any lucky roll over the keys. */
const longestGap = 35
const usualLength = 15

let burst = ''
let lastAt = 0
let place: HTMLInputElement | HTMLTextAreaElement | undefined
let valueBefore = ''

function begin(event: KeyboardEvent) {
  burst = ''
  const target = event.target
  place = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : undefined
  valueBefore = place?.value ?? ''
}

function deliver(event: KeyboardEvent, field: HTMLInputElement) {
  event.preventDefault()
  event.stopImmediatePropagation()
  // Whatever field the cursor was in gets back what it held before the burst.
  if (place) place.value = valueBefore
  field.value = burst
  burst = ''
  field.form?.requestSubmit()
}

function listen(event: KeyboardEvent) {
  const field = document.querySelector<HTMLInputElement>('input[data-scan]')
  if (!field) return
  const quick = event.timeStamp - lastAt < longestGap
  lastAt = event.timeStamp
  if (event.key.length === 1) {
    if (!quick) begin(event)
    burst += event.key
    return
  }
  if (event.key === 'Shift') return
  const least = Number(field.dataset['scan']) || usualLength
  if ((event.key === 'Enter' || event.key === 'Tab') && quick && burst.length >= least) deliver(event, field)
  else burst = ''
}

/** Needs `<input data-scan>`; a number in the attribute is the shortest code it takes. */
export function startScanner() {
  document.addEventListener('keydown', listen, { capture: true })
}
