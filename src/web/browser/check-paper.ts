// The page a phone's camera opens: asks the register, and where there is no network checks the seal here, with the keys in the page.
import { checkPaper, fromBase64Url, type PaperFacts, sha256, toHex, type VerificationKey } from '../../documents/verification.ts'
import { release } from './once.ts'
import { showPage } from './page.ts'

/** After this the answer of the seal itself is shown; the promise is five seconds in all. */
const patience = 4000

async function ask(ma: string): Promise<boolean> {
  try {
    const answer = await fetch('/kiem-tra', {
      method: 'POST',
      body: new URLSearchParams({ ma }),
      headers: { accept: 'text/html' },
      signal: AbortSignal.timeout(patience)
    })
    showPage(await answer.text(), location.href)
    return true
  } catch {
    return false
  }
}

const localTime = (seconds: number) =>
  new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric'
  }).format(seconds * 1000)

function show(box: HTMLElement, name: string, facts?: PaperFacts) {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-offline="${name}"]`)
  if (!template) return
  box.replaceChildren(template.content.cloneNode(true))
  const forms = JSON.parse(box.dataset['forms'] ?? '{}') as Record<string, string>
  for (const line of box.querySelectorAll<HTMLElement>('[data-fact]')) {
    const fact = line.dataset['fact'] as keyof PaperFacts
    const value = facts?.[fact]
    if (value === undefined) line.parentElement?.remove()
    else if (fact === 'form') line.textContent = forms[String(value)] ?? String(value)
    else if (fact === 'amount') line.textContent = `${Number(value).toLocaleString('vi-VN')}\u00a0₫`
    else line.textContent = typeof value === 'number' ? localTime(value) : String(value)
  }
}

async function checkHere(box: HTMLElement, text: string) {
  const published = JSON.parse(box.dataset['keys'] ?? '[]') as (Omit<VerificationKey, 'publicKey'> & { x: string })[]
  const keys = published.map(({ x, ...key }) => ({ ...key, publicKey: fromBase64Url(x)! }))
  try {
    const proof = await checkPaper(text, keys)
    if (proof.verdict === 'genuine') show(box, 'genuine', proof.facts)
    else show(box, proof.verdict === 'unreadable' ? 'unreadable' : 'forged')
  } catch {
    // An old browser without Ed25519.
    show(box, 'cannot')
  }
}

async function checkAddress() {
  const box = document.querySelector<HTMLElement>('[data-check-paper]')
  const text = location.hash.slice(1)
  if (!box || text.length < 20) return
  box.textContent = box.dataset['checking'] ?? ''
  if (!(await ask(text))) await checkHere(box, text)
}

/** The file stays here: only its fingerprint is asked for. */
async function checkFile(event: SubmitEvent) {
  const form = event.target as HTMLFormElement
  const file = form.querySelector<HTMLInputElement>('input[type="file"]')?.files?.[0]
  if (!form.matches('[data-check-file]') || !file || file.size > 25 * 1024 * 1024) return
  event.preventDefault()
  const hash = toHex(await sha256(new Uint8Array(await file.arrayBuffer())))
  if (await ask(hash)) return
  release(form)
  form.submit()
}

export function startChecks() {
  void checkAddress()
  addEventListener('hashchange', () => void checkAddress())
  document.addEventListener('submit', (event) => void checkFile(event))
}
