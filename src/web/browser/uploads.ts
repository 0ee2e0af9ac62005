// Forms with files: a field that may sends its files at once and piece by piece (uploader.ts); any other sends them with the form, and says
// how far it is, with a way to stop and after a lost network a way to send again. Nothing chosen is lost.
import { release } from './once.ts'
import { say, showPage } from './page.ts'

const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(1).replace('.', say(',', '.'))

const chosenFiles = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLInputElement>('input[data-upload]')].flatMap((input) => [...(input.files ?? [])])

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text = '', className = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.textContent = text
  made.className = className
  return made
}

/** The box above the form's last button that tells what is going on. */
function statusBox(form: HTMLFormElement) {
  form.querySelector('.sending')?.remove()
  const box = element('div', '', 'sending')
  const words = element('p', say('Đang tải lên…', 'Uploading…'))
  words.setAttribute('role', 'status')
  const bar = element('progress')
  bar.max = 100
  bar.setAttribute('aria-label', say('Đã tải lên', 'Uploaded'))
  const button = element('button', say('Dừng tải', 'Stop'), 'btn quiet')
  button.type = 'button'
  box.append(words, bar, button)
  const buttons = form.querySelectorAll('button:not([type="button"])')
  const last = buttons[buttons.length - 1]
  if (last) last.before(box)
  else form.append(box)
  box.scrollIntoView({ block: 'nearest' })
  return { box, words, bar, button }
}

function secondsLeft(started: number, done: number, total: number): string {
  const seconds = Math.ceil(((performance.now() - started) / 1000 / done) * (total - done))
  return seconds > 1 ? say(` · còn khoảng ${seconds} giây`, ` · about ${seconds} seconds left`) : ''
}

function send(form: HTMLFormElement, submitter: HTMLElement | null) {
  const { box, words, bar, button } = statusBox(form)
  const request = new XMLHttpRequest()
  const started = performance.now()
  let percent = 0

  const fail = (sentence: string) => {
    box.classList.add('failed')
    words.textContent = sentence
    button.textContent = say('Gửi lại', 'Send again')
    button.onclick = () => form.requestSubmit(submitter)
    release(form)
  }

  request.upload.onprogress = ({ loaded, total }) => {
    percent = Math.floor((loaded / total) * 100)
    bar.value = percent
    words.textContent =
      loaded < total
        ? say(
            `Đang tải lên: ${megabytes(loaded)} trên ${megabytes(total)} MB`,
            `Uploading: ${megabytes(loaded)} of ${megabytes(total)} MB`
          ) + secondsLeft(started, loaded, total)
        : say('Đã tải lên hết, đang kiểm tra giấy…', 'All uploaded, checking the papers…')
  }
  // A refused form is still the form: its address stays, so that Back and Reload fetch a page that exists.
  request.onload = () => showPage(request.responseText, request.status < 400 ? request.responseURL : location.href)
  request.onerror = () =>
    fail(
      say(
        `Mạng bị ngắt ở ${percent} %. Giấy đã chọn và những gì đã điền vẫn còn trên trang này. Có mạng lại, xin bấm “Gửi lại”.`,
        `The network was lost at ${percent} %. What you chose and typed is still on this page. Press “Send again” when you are back online.`
      )
    )
  request.onabort = () =>
    fail(say('Đã dừng, chưa gửi gì. Giấy đã chọn vẫn còn trên trang này.', 'Stopped, nothing was sent. Your files are still chosen.'))
  button.onclick = () => request.abort()

  request.open('POST', form.action)
  request.setRequestHeader('accept', 'text/html')
  request.send(new FormData(form, submitter))
}

type Uploader = typeof import('./uploader.ts')
let uploader: Uploader | undefined

/** A file was chosen where files may be sent at once. Without the module they go with the form, as without any script. */
async function sendAtOnce(event: Event) {
  const input = event.target as HTMLInputElement
  const address = input.dataset?.['uploader']
  if (!address || !input.files?.length) return
  try {
    uploader ??= (await import(address)) as Uploader
  } catch {
    return
  }
  await uploader.take(input, say)
}

function takeOver(event: SubmitEvent) {
  const form = event.target as HTMLFormElement
  const waiting = event.defaultPrevented ? undefined : uploader?.pending(form)
  if (waiting) {
    event.preventDefault()
    const { submitter } = event
    void waiting.then(() => {
      release(form)
      form.requestSubmit(submitter)
    })
    return
  }
  if (event.defaultPrevented || form.enctype !== 'multipart/form-data' || chosenFiles(form).length === 0) return
  event.preventDefault()
  send(form, event.submitter)
}

/** Call after guardForms(): the guard counts the sending, this replaces it. */
export function startUploads() {
  document.addEventListener('submit', takeOver)
  document.addEventListener('change', (event) => void sendAtOnce(event))
}
