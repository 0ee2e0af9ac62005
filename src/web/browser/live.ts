// Lists that bring themselves up to date: the part of the page is read again and put in place; what is chosen, ticked, typed or in view stays.
import { onPage, say } from './page.ts'

const typing = (part: Element, target: Element | null) =>
  target instanceof HTMLElement &&
  part.contains(target) &&
  target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select') &&
  (target as HTMLInputElement).value !== (target as HTMLInputElement).defaultValue

const rowOf = (part: Element, href: string | undefined) =>
  href ? part.querySelector<HTMLElement>(`tr[data-href="${CSS.escape(href)}"]`) : null

const ticked = (part: Element) =>
  [...part.querySelectorAll<HTMLInputElement>('input:is([type="checkbox"], [type="radio"]):checked')].map(({ name, value }) => ({
    name,
    value
  }))

/** What somebody would miss: the row they are on, how far down it stands, what is ticked and unfolded, where the cursor is. */
function placeIn(part: Element) {
  const chosen = part.querySelector<HTMLElement>('tr.sel')
  const active = part.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null
  return {
    chosen: chosen?.dataset['href'],
    top: chosen?.getBoundingClientRect().top,
    cursor:
      active &&
      (active.id
        ? `#${CSS.escape(active.id)}`
        : active instanceof HTMLAnchorElement
          ? `a[href="${CSS.escape(active.getAttribute('href')!)}"]`
          : undefined),
    ticks: ticked(part),
    unfolded: [...part.querySelectorAll('details[open]')].map(({ id }) => id).filter(Boolean)
  }
}

function putBack(part: Element, { chosen, top, cursor, ticks, unfolded }: ReturnType<typeof placeIn>) {
  for (const { name, value } of ticks) {
    const box = part.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`)
    if (box) box.checked = true
  }
  for (const id of unfolded) part.querySelector(`details#${CSS.escape(id)}`)?.setAttribute('open', '')
  const row = rowOf(part, chosen)
  row?.classList.add('sel')
  row?.setAttribute('aria-current', 'true')
  if (row && top !== undefined) scrollBy(0, row.getBoundingClientRect().top - top)
  if (cursor) part.querySelector<HTMLElement>(cursor)?.focus({ preventScroll: true })
}

function tell(part: Element) {
  let words = part.nextElementSibling
  if (!words?.matches('[data-live-said]')) {
    words = document.createElement('p')
    words.className = 'vh'
    words.setAttribute('role', 'status')
    words.setAttribute('data-live-said', '')
    part.after(words)
  }
  const time = new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' })
  words.textContent = say(`Danh sách vừa được cập nhật lúc ${time}.`, `The list was brought up to date at ${time}.`)
}

async function bringUpToDate(part: Element) {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!answer.ok || answer.redirected) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id)
  if (!fresh || fresh.innerHTML === part.innerHTML) return
  const place = placeIn(part)
  part.replaceChildren(...document.adoptNode(fresh).childNodes)
  putBack(part, place)
  tell(part)
}

function follow(part: HTMLElement) {
  const source = new EventSource(part.dataset['live']!)
  let known: string | undefined
  let isWaiting = false
  let isReading = false
  const read = async () => {
    if (isReading || typing(part, document.activeElement)) {
      isWaiting = true
      return
    }
    isReading = true
    isWaiting = false
    await bringUpToDate(part).catch(() => {})
    isReading = false
    if (isWaiting) await read()
  }
  source.onmessage = ({ data }: MessageEvent<string>) => {
    if (!part.isConnected) return source.close()
    // The first word too: something may have happened between the drawing of the page and now.
    if (known !== data) void read()
    known = data
  }
  // Whoever was typing has finished.
  part.addEventListener('focusout', () => {
    if (isWaiting) setTimeout(read, 0)
  })
  // A page that is left lets its connection go: browsers allow six to one address.
  addEventListener('pagehide', () => source.close(), { once: true })
}

export function startLive() {
  onPage(() => {
    for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) follow(part)
  })
}
