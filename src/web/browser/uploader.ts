// Loaded once a file was chosen: sends it piece by piece (tus), goes on by itself when the network is back or the same file is chosen
// again after a reload, and leaves the id of the kept file in the form instead of the file.
import { type DetailedError, type PreviousUpload, Upload } from 'tus-js-client'
import { shrink } from './shrink.ts'

/** Words in the language of the page; handed over, because this module is a bundle of its own. */
type Say = (vi: string, en: string) => string

const door = '/tai-len'
/** Small pieces: a proxy that hands on whole requests only still lets each one through. */
const pieceSize = 1024 * 1024
const day = 24 * 3600 * 1000
const tryAgainAfter = 15_000

type Row = { form: HTMLFormElement; done: Promise<void>; resume(): void }
const rows = new Set<Row>()

/** Resolves when nothing of this form is under way any more; what was paused goes on. `undefined` when nothing is. */
export function pending(form: HTMLFormElement): Promise<unknown> | undefined {
  const mine = [...rows].filter((row) => row.form === form)
  for (const row of mine) row.resume()
  return mine.length > 0 ? Promise.all(mine.map(({ done }) => done)) : undefined
}

/** Names of files stay out of the browser's memory: somebody else may use this computer next. */
function markOf({ name, size, type, lastModified }: File): string {
  let hash = 0x811c9dc5
  for (const sign of `${name}|${type}`) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193) >>> 0
  return `mot-cua-${hash.toString(36)}-${size}-${lastModified}`
}

function forgetOld(): void {
  try {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith('tus::'))) {
      const { creationTime } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<PreviousUpload>
      if (!creationTime || Date.parse(creationTime) < Date.now() - day) localStorage.removeItem(key)
    }
  } catch {
    // A browser that remembers nothing sends from the beginning.
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text = '', className = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.textContent = text
  made.className = className
  return made
}

function drawRow(card: Element, name: string, say: Say) {
  const box = element('div', '', 'sending')
  const title = element('p', '', 'file')
  const bold = element('b', name)
  bold.translate = false
  const words = element('span', say('đang chuẩn bị…', 'getting ready…'))
  title.append(bold, ' · ', words)
  const bar = element('progress')
  bar.max = 100
  bar.setAttribute('aria-label', say(`Đã tải lên: ${name}`, `Uploaded: ${name}`))
  // Said once at a turn of events; the figures above change too often to be read aloud.
  const status = element('p', '', 'vh')
  status.setAttribute('role', 'status')
  const buttons = element('p', '', 'cluster')
  const pause = element('button', say('Tạm dừng', 'Pause'), 'btn quiet')
  const drop = element('button', say('Bỏ tệp này', 'Remove'), 'linklike')
  pause.type = 'button'
  drop.type = 'button'
  drop.append(Object.assign(element('span', ` ${name}`, 'vh')))
  buttons.append(pause, drop)
  box.append(title, bar, status, buttons)
  card.append(box)
  return { box, words, bar, status, pause, drop }
}

const megabytes = (bytes: number, say: Say) => (bytes / 1_048_576).toFixed(1).replace('.', say(',', '.'))

function secondsLeft(begun: { at: number; bytes: number }, sent: number, total: number, say: Say): string {
  const speed = (sent - begun.bytes) / (performance.now() - begun.at)
  const seconds = Math.ceil((total - sent) / speed / 1000)
  return Number.isFinite(seconds) && seconds > 1 ? say(` · còn khoảng ${seconds} giây`, ` · about ${seconds} seconds left`) : ''
}

/** What the server said no with, in words for the person; `undefined` when it did not answer. */
function refusalIn(error: Error | DetailedError): string | undefined {
  const answer = 'originalResponse' in error ? error.originalResponse : null
  if (!answer || answer.getStatus() < 400 || (answer.getStatus() >= 500 && answer.getStatus() !== 503)) return undefined
  try {
    const { sentence, title } = JSON.parse(answer.getBody()) as { sentence?: string; title?: string }
    return answer.getStatus() === 503 ? undefined : (sentence ?? title)
  } catch {
    return undefined
  }
}

/** The kept file, or why it was refused; `undefined` when the server could not be asked. */
async function askResult(url: string): Promise<{ id?: string; sentence?: string } | undefined> {
  try {
    const answer = await fetch(`${url}/ket-qua`, { headers: { accept: 'application/json' } })
    if (answer.status >= 500) return undefined
    const told = (await answer.json()) as { id?: string; sentence?: string; title?: string }
    return answer.ok ? { id: told.id! } : { sentence: told.title ?? '' }
  } catch {
    return undefined
  }
}

async function send(file: File, { card, input, form, say }: { card: Element; input: HTMLInputElement; form: HTMLFormElement; say: Say }) {
  const { box, words, bar, status, pause, drop } = drawRow(card, file.name, say)
  // In its place from the start, so that pages stay in the order in which they were chosen.
  const kept = element('input')
  kept.type = 'hidden'
  kept.name = input.dataset['kept']!
  kept.disabled = true
  box.append(kept)

  let settle = () => {}
  const done = new Promise<void>((resolve) => {
    settle = resolve
  })
  let isPaused = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let upload: Upload | undefined
  let begun: { at: number; bytes: number } | undefined

  const finish = () => {
    clearTimeout(timer)
    removeEventListener('online', resume)
    rows.delete(row)
    settle()
  }
  const refuse = (sentence: string) => {
    box.classList.add('failed')
    words.textContent = sentence
    status.textContent = sentence
    bar.remove()
    pause.remove()
    finish()
  }
  const wait = () => {
    words.textContent = say(
      `mạng bị ngắt ở ${Math.floor(bar.value)} %. Có mạng lại thì tự tải tiếp, không phải chọn lại.`,
      `the network was lost at ${Math.floor(bar.value)} %. It goes on by itself when you are back online.`
    )
    status.textContent = words.textContent
    pause.textContent = say('Tải tiếp ngay', 'Go on now')
    isPaused = true
    timer = setTimeout(resume, tryAgainAfter)
  }
  const accept = async () => {
    const result = await askResult(upload!.url!)
    if (!result) return wait()
    if (!result.id) return refuse(result.sentence || say('chưa tải được, xin chọn lại tệp', 'not uploaded, choose the file again'))
    kept.value = `${input.dataset['keptPrefix'] ?? ''}${result.id}`
    kept.disabled = false
    bar.value = 100
    words.textContent = say(
      'đã tải xong. Bấm nút ở cuối trang để lưu vào hồ sơ.',
      'uploaded. Press the button at the end of the page to save it.'
    )
    status.textContent = say(`Đã tải xong ${file.name}`, `Uploaded ${file.name}`)
    pause.remove()
    finish()
  }

  function resume() {
    if (!isPaused) return
    clearTimeout(timer)
    isPaused = false
    begun = undefined
    pause.textContent = say('Tạm dừng', 'Pause')
    words.textContent = say('đang tải tiếp…', 'going on…')
    upload?.start()
  }
  const row: Row = { form, done, resume }
  // Known from now on: a form that is sent meanwhile waits for it.
  rows.add(row)
  addEventListener('online', resume)
  pause.onclick = () => {
    if (isPaused) return resume()
    isPaused = true
    void upload?.abort()
    pause.textContent = say('Tải tiếp', 'Go on')
    words.textContent = say(`đã tạm dừng ở ${Math.floor(bar.value)} %`, `paused at ${Math.floor(bar.value)} %`)
    status.textContent = words.textContent
  }
  drop.onclick = () => {
    void upload?.abort(true).catch(() => {})
    finish()
    box.remove()
    input.focus()
  }

  const small = await shrink(file)
  upload = new Upload(small, {
    endpoint: door,
    chunkSize: pieceSize,
    retryDelays: [0, 1000, 3000, 5000, 10_000],
    metadata: { name: small.name },
    headers: { accept: 'application/json', 'accept-language': document.documentElement.lang },
    fingerprint: async () => markOf(file),
    onProgress: (sent, total) => {
      begun ??= { at: performance.now(), bytes: sent }
      bar.value = (sent / total) * 100
      const told = say(
        `đang tải: ${megabytes(sent, say)} trên ${megabytes(total, say)} MB (${Math.floor(bar.value)} %)`,
        `uploading: ${megabytes(sent, say)} of ${megabytes(total, say)} MB (${Math.floor(bar.value)} %)`
      )
      words.textContent = told + secondsLeft(begun, sent, total, say)
    },
    onSuccess: () => void accept(),
    onError: (error) => {
      const sentence = refusalIn(error)
      if (sentence) refuse(sentence)
      else wait()
    }
  })
  const [before] = await upload.findPreviousUploads()
  if (before) upload.resumeFromPreviousUpload(before)
  // Paused or dropped while it was made smaller.
  if (rows.has(row) && !isPaused) upload.start()
}

/** Takes the chosen files out of the field and sends them; in the form they stand in the order in which they were chosen. */
export async function take(input: HTMLInputElement, say: Say): Promise<void> {
  const files = [...(input.files ?? [])]
  const card = input.closest('.pick') ?? input.parentElement!
  const form = input.form!
  input.value = ''
  forgetOld()
  for (const file of files) await send(file, { card, input, form, say })
}
