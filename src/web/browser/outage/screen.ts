// The screen of a desk without a network: card, procedure, papers, fee, one key; the number is on the disk before it is on the screen.
import { readScannedCard } from '../../../accounts/identity-card.ts'
import { explain } from '../../../deadlines/explain.ts'
import { fieldErrors } from '../../../kernel/field-errors.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { FieldErrors } from '../../../kernel/refusal.ts'
import { dayOf, formatInstant, formatTime } from '../../../kernel/time.ts'
import { dueOf, wardNameIn } from '../../../outages/accepting.ts'
import { readOffline } from '../../../outages/reading.ts'
import type { Knowledge, OfflineContent } from '../../../outages/types.ts'
import { screenWords as words } from '../../../outages/words.ts'
import { byLetters } from '../../../procedures/initials.ts'
import { errorMessage, errorSummary } from '../../components/form.ts'
import { note } from '../../components/status.ts'
import { box, fact, isAble, type KeptItem } from './box.ts'
import { completeTorn, SaidNo, sendWaiting } from './chores.ts'
import { dueLeaf, feeBoxes, papersOf, screenForm, sumTable } from './form.ts'
import { takeHandedOver } from './hand-over.ts'
import { itemList } from './list.ts'
import { give, giveUp, leftOn } from './numbers.ts'
import { printReceipt } from './receipt.ts'

const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'vi'
const fill = (text: string, facts: Record<string, string | number>) => text.replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? ''))
const find = <Found extends Element>(selector: string) => document.querySelector<Found>(selector)!
const put = (place: Element, content: Html) => {
  place.innerHTML = content.toString()
}

/** Becomes the dossier's own id: the same form pressed twice is one dossier. */
let formId = crypto.randomUUID() as string
let knowledge: Knowledge
let last: KeptItem | undefined
/** As kept in the box; here as well, because a key must not wait for the disk. */
let ahead = 0
const nowHere = () => Temporal.Instant.fromEpochMilliseconds(Date.now() + ahead)

const form = () => find<HTMLFormElement>('[data-outage-form]')
const procedureNow = () => knowledge.procedures.find(({ code }) => code === find<HTMLSelectElement>('[name="procedure"]').value)

function typed(): OfflineContent['body'] {
  const body: OfflineContent['body'] = {}
  for (const [name, value] of new FormData(form())) {
    if (typeof value !== 'string' || name === 'scan' || name === 'q') continue
    if (name === 'paper') body[name] = [...((body[name] as string[] | undefined) ?? []), value]
    else body[name] = value
  }
  return body
}

function say(content: Html) {
  put(find('[data-said]'), content)
}

async function showState() {
  ahead = (await fact('ahead')) ?? 0
  const items = await (await box()).getAll('items')
  put(find('[data-items]'), itemList(items, locale))
  const left = await leftOn(dayOf(nowHere()).toString())
  find('[data-left]').textContent =
    `${fill(words.left[locale], { n: left })} · ${fill(words.clock[locale], { time: formatTime(nowHere()) })}`
}

function showProcedure() {
  const procedure = procedureNow()
  put(find('[data-papers]'), papersOf(procedure, locale))
  put(find('[data-fees]'), feeBoxes(procedure, locale))
  showSum()
  const due = procedure && dueOf(knowledge, procedure, nowHere())
  put(find('[data-due]'), due?.dueAt ? dueLeaf(due.dueAt, explain(due, procedure!.processingTime, locale)[0] ?? '', locale) : html``)
}

function showSum() {
  const procedure = procedureNow()
  const place = document.querySelector('[data-sum]')
  if (procedure && place) put(place, sumTable(procedure, typed(), locale))
}

function set(name: string, value: string) {
  const control = form().elements.namedItem(name)
  if (control instanceof RadioNodeList) control.value = value
  else if (control && 'value' in control) (control as HTMLInputElement).value = value
}

function readTheCard() {
  const field = find<HTMLInputElement>('[name="scan"]')
  const text = field.value.trim()
  const card = readScannedCard(text)
  if (!card) return say(note('warn', words.badScan[locale]))
  field.value = ''
  set('filer.identityNumber', card.identityNumber)
  if (card.layout === 'unknown') {
    if (text !== card.identityNumber) say(note('warn', words.onlyNumber[locale]))
    return find<HTMLInputElement>('[name="filer.name"]').focus()
  }
  const [year, month, day] = card.bornOn.split('-')
  const known = {
    'filer.name': card.name,
    'filer.address': card.address,
    'filer.bornOnDay': day!,
    'filer.bornOnMonth': month!,
    'filer.bornOnYear': year!
  }
  for (const [name, value] of Object.entries(known)) set(name, value)
  say(html``)
  find<HTMLInputElement>('[name="filer.phone"]').focus()
}

function choose() {
  const text = find<HTMLInputElement>('[name="q"]').value
  const [best] = byLetters(knowledge.procedures, text)
  if (best) set('procedure', best.code)
  showProcedure()
  find<HTMLElement>(best ? '[data-papers] input' : '[name="procedure"]').focus()
}

/** The sentence at its field and in the list above; the cursor goes to the list. */
function showErrors(errors: FieldErrors) {
  for (const old of document.querySelectorAll('.errmsg, .errsum')) old.remove()
  const problems = Object.entries(errors).map(([name, code]) => {
    const paper = procedureNow()?.documents.find(({ number }) => name === `paper.${number}`)
    return { field: name, sentence: paper ? `${fieldErrors[code][locale]}: ${paper.name}` : fieldErrors[code][locale] }
  })
  for (const { field, sentence } of problems) {
    const control = document.getElementById(field)
    control?.closest('.field')?.insertAdjacentHTML('beforeend', errorMessage(`${field}-loi`, sentence, locale).toString())
  }
  say(errorSummary(problems, locale))
  find<HTMLElement>('.errsum').focus()
}

async function accept() {
  const procedure = procedureNow()
  const body = typed()
  if (!procedure) return showErrors({ procedure: 'CHOICE_REQUIRED' })
  const { errors, application } = readOffline(body, { today: dayOf(nowHere()), procedure, wardName: wardNameIn(knowledge) })
  if (Object.keys(errors).length > 0) return showErrors(errors)
  const item = await give({ id: formId, body, knowledge, name: application.filer.name, procedure: procedure.name })
  if (!item) return say(note('err', words.unprepared[locale]))
  last = item
  const { dueAt } = JSON.parse(item.sent!.content) as OfflineContent
  clear()
  const due = formatInstant(Temporal.Instant.from(dueAt), locale)
  say(
    html`<div role="status" class="flash" data-accepted="${item.code}">${note('ok', fill(words.accepted[locale], { code: item.code, due }))}</div>`
  )
  await showState()
  find<HTMLElement>('[data-print="last"]').hidden = false
  printReceipt(item, knowledge)
  void send({ quietly: true })
}

function clear() {
  formId = crypto.randomUUID()
  form().reset()
  showProcedure()
  find<HTMLInputElement>('[name="scan"]').focus()
}

async function send({ quietly = false } = {}) {
  try {
    const sent = await sendWaiting()
    if (sent > 0) say(html`<div role="status" class="flash" data-sent="${sent}">${note('ok', fill(words.sent[locale], { n: sent }))}</div>`)
  } catch (error) {
    if (error instanceof SaidNo && error.status === 401) {
      say(
        html`${note('warn', html`${words.signIn[locale]} <a href="/can-bo/dang-nhap?tiep=/quay/ngoai-tuyen">${words.signInLink[locale]}</a>`)}`
      )
    } else if (!quietly) say(note('warn', error instanceof SaidNo ? error.message : words.stillGone[locale]))
  }
  await showState()
}

/** A form that was typed before: on the ordinary screen when the network went, or here and refused by the house. */
function showTyped(body: OfflineContent['body']) {
  clear()
  if (typeof body['procedure'] === 'string') set('procedure', body['procedure'])
  showProcedure()
  for (const [name, value] of Object.entries(body)) if (name !== 'paper') set(name, String(value))
  const papers = new Set([body['paper'] ?? []].flat())
  for (const input of document.querySelectorAll<HTMLInputElement>('[name="paper"]')) input.checked = papers.has(input.value)
  showSum()
}

async function mend(id: string) {
  const item = await (await box()).get('items', id)
  if (!item?.body) return
  showTyped(item.body)
  formId = id
  say(note('info', fill(words.mending[locale], { code: item.code })))
  find<HTMLInputElement>('[name="filer.name"]').focus()
}

async function printAgain(id: string | undefined) {
  const item = id ? await (await box()).get('items', id) : last
  const day = item && dayOf(Temporal.Instant.from(item.at)).toString()
  const known = day && (await (await box()).get('knowledge', day))
  if (item?.body && item.sent && known) printReceipt(item, known)
}

/** Enter goes on to the next field; in the two boxes that look something up it looks. */
function onEnter(event: KeyboardEvent) {
  const field = event.target
  if (event.key !== 'Enter' || event.ctrlKey || !(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
  if (!form().contains(field)) return
  event.preventDefault()
  if (field.name === 'q') return choose()
  if (field.name === 'scan' && field.value) return readTheCard()
  const all = [...form().querySelectorAll<HTMLElement>('input, select, button')].filter((one) => one.offsetParent !== null)
  all[all.indexOf(field) + 1]?.focus()
}

function listen() {
  const page = find<HTMLElement>('[data-outage-screen]')
  page.addEventListener('keydown', onEnter)
  page.addEventListener('submit', (event) => {
    event.preventDefault()
    const target = event.target as HTMLFormElement
    const id = target.dataset['giveUp']
    if (id) return void giveUpItem(id, String(new FormData(target).get('why') ?? '').trim())
    const step = (event.submitter as HTMLButtonElement | null)?.value
    if (step === 'scan') readTheCard()
    else if (step === 'choose') choose()
    else void navigator.locks.request('ngoai-tuyen.nhan', accept)
  })
  page.addEventListener('change', (event) => {
    if ((event.target as HTMLInputElement).name === 'procedure') showProcedure()
    else showSum()
  })
  page.addEventListener('input', showSum)
  page.addEventListener('reset', () => setTimeout(showProcedure))
  page.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-all], [data-print], [data-mend], [data-send]')
    if (!button) return
    if ('all' in button.dataset) for (const one of page.querySelectorAll<HTMLInputElement>('[data-required]')) one.checked = true
    else if (button.dataset['print']) void printAgain(button.dataset['print'] === 'last' ? undefined : button.dataset['print'])
    else if (button.dataset['mend']) void mend(button.dataset['mend'])
    else void send()
  })
  addEventListener('online', () => void send({ quietly: true }))
}

async function giveUpItem(id: string, why: string) {
  const item = await (await box()).get('items', id)
  if (!item?.sent || !why) return find<HTMLInputElement>(`#huy-${CSS.escape(id)}`).focus()
  await giveUp(item, why)
  await send()
}

/** Draws the screen from what the machine knows of today; says plainly what is missing. */
export async function openScreen() {
  const page = document.querySelector<HTMLElement>('[data-outage-screen]')
  if (!page) return
  const isUsable = await isAble()
  if (isUsable) ahead = (await fact('ahead')) ?? 0
  const known = isUsable ? await (await box()).get('knowledge', dayOf(nowHere()).toString()) : undefined
  const head = html`<div class="dhead"><h1>${words.title[locale]}</h1><span class="muted" data-left></span><span class="end"><button type="button" class="btn quiet" data-print="last" data-key="P" hidden>${words.printAgain[locale]}</button></span></div><div data-said aria-live="polite"></div>`
  if (!isUsable) return put(page, html`${head}${note('err', words.unable[locale])}`)
  put(page, html`${head}${known ? screenForm(known, locale) : note('warn', words.unprepared[locale])}<div data-items></div>`)
  if (known) {
    knowledge = known
    find('[data-outage-who]').textContent = `${known.staff.name} · ${known.agency.name}`
  }
  listen()
  await completeTorn()
  const typedBefore = known && takeHandedOver()
  if (typedBefore) {
    showTyped(typedBefore.body)
    formId = typedBefore.id
    say(note('info', words.handedOver[locale]))
  } else if (known) clear()
  await showState()
  page.dataset['outageScreen'] = 'ready'
  void send({ quietly: true })
}
