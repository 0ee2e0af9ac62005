// The walk-in screen by keyboard: Enter leads on and never to a button that was not meant; scan, choice and look-up without leaving the page.
import { formatMoney } from '../../kernel/money.ts'
import { chosenOffer, closeOffers, showOffers, walkOffers } from './offers.ts'
import { onPage } from './page.ts'
import { ask, focusOn, formOf, holdEarlyKeys, isText } from './walk-in-exchange.ts'

/** Buttons whose answer is this screen again; the others leave it. */
const staying = new Set(['scan', 'choose'])
const pauseAfterNumber = 250

const named = <Field extends HTMLElement = HTMLInputElement>(name: string) =>
  formOf()?.querySelector<Field>(`[name="${CSS.escape(name)}"]`) ?? undefined

function take(code: string) {
  const select = named<HTMLSelectElement>('procedure')
  const box = named('q')
  const asked = named('asked')
  if (!select || !box || !asked) return
  select.value = code
  // The server takes the choice as it is, not the letters.
  asked.value = box.value
  closeOffers(box)
  void ask('choose')
}

const person = ['filer.name', 'filer.identityNumber', 'filer.phone']
const nextOfPerson = () => person.map((name) => named(name)).find((field) => field && !field.value) ?? named('filer.phone')

/** The procedure, or where it is known already its papers. */
function toPapers() {
  const isChosen = named<HTMLSelectElement>('procedure')?.value
  focusOn(isChosen ? (named('paper') ?? named('delivery.method')) : named('q'))
}

function goOn(field: HTMLInputElement): unknown {
  const { id, name, value } = field
  if (id === 'scan') return value.trim() ? ask('scan') : focusOn(nextOfPerson())
  if (id === 'q') {
    const code = chosenOffer()
    return code ? take(code) : ask('choose')
  }
  if (name.startsWith('fee.')) return formOf()?.querySelector<HTMLElement>('[name=pay]:checked')?.focus()
  if (name.startsWith('copies.')) return document.getElementById(name.replace('copies', 'paper'))?.focus()
  if (name === 'filer.phone') return toPapers()
  return name.startsWith('filer.') && focusOn(nextOfPerson())
}

function onKey(event: KeyboardEvent) {
  const { target, key } = event
  if (!(target instanceof HTMLElement) || !target.closest('form.walkin') || event.ctrlKey || event.altKey || event.isComposing) return
  if (target.matches('[data-offers]') && walkOffers(target as HTMLInputElement, key)) event.preventDefault()
  if (key !== 'Enter' || !target.matches('input, select')) return
  event.preventDefault()
  if (isText(target)) goOn(target)
  else if (target.matches('select[name=procedure]')) void ask('choose')
}

const counted = ({ type, checked, value, dataset }: HTMLInputElement) =>
  (type === 'checkbox' ? checked : /^\d{1,4}$/.test(value)) ? Number(value) * Number(dataset['fee']) : 0

/** The sum as the pages are counted, before anybody is asked for money. */
function countUp() {
  const place = document.querySelector('[data-sum]')
  if (!place) return
  const fixed = [...document.querySelectorAll<HTMLElement>('[data-amount]')].map((row) => Number(row.dataset['amount']))
  const fees = [...document.querySelectorAll<HTMLInputElement>('[data-fee]')].map(counted)
  const sum = [...fixed, ...fees].reduce((total, amount) => total + amount, 0)
  place.textContent = formatMoney(sum)
  document.querySelector('[data-uncounted]')?.toggleAttribute('hidden', sum > 0)
}

let lookUp: ReturnType<typeof setTimeout> | undefined

function onInput({ target }: Event) {
  if (!(target instanceof HTMLInputElement) || !target.closest('form.walkin')) return
  if (target.matches('[data-offers]')) showOffers(target, take)
  if (target.matches('[data-fee]')) countUp()
  if (target.name !== 'filer.identityNumber') return
  clearTimeout(lookUp)
  const number = target.value.replace(/\s/g, '')
  // Typed to its end, or filled in by the camera: who is it?
  if (/^0\d{11}$/.test(number) && number !== named('looked')?.value)
    lookUp = setTimeout(() => void ask('person', { isQuiet: true }), pauseAfterNumber)
}

/** A choice that asks for something more leads to it. */
function onChange({ target }: Event) {
  if (!(target instanceof HTMLInputElement) || !target.closest('form.walkin')) return
  const { name, value } = target
  if (name === 'pay' && value !== 'later')
    focusOn([...document.querySelectorAll<HTMLInputElement>('[data-must]')].find((field) => !field.value))
  if (name === 'delivery.method' && value === 'post' && !named('delivery.wardCode')?.value) focusOn(named('delivery.wardCode'))
  if (name === 'filer.phone' && !named('filer.identityNumber')?.value) void ask('person', { isQuiet: true })
}

function onSubmit(event: SubmitEvent) {
  const form = event.target as HTMLFormElement
  const step = (event.submitter as HTMLButtonElement | null)?.value ?? ''
  if (!form.matches('.walkin') || !staying.has(step)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  void ask(step)
}

/** "All required are here" needs no server. */
function onClick(event: MouseEvent) {
  if (!(event.target as Element).closest('form.walkin button[value="all"]')) return
  event.preventDefault()
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-required]')) box.checked = true
}

export function startWalkIn() {
  holdEarlyKeys()
  document.addEventListener('keydown', onKey)
  document.addEventListener('input', onInput)
  document.addEventListener('change', onChange)
  document.addEventListener('submit', onSubmit, { capture: true })
  document.addEventListener('click', onClick, { capture: true })
  onPage(countUp)
}
