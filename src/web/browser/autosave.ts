// What is typed into a page of a filing is kept on the server while it is typed; the page says when, and says so when it could not be.
import { onPage, say } from './page.ts'

const pauseAfterTyping = 1500
const pauseAfterFailure = 10_000

type Saved = { saved: string; revision: number }

/** A page that is opened again in the same tab is no stranger: what its last words changed after it had gone is not "elsewhere". */
function beSamePageAfterReload(form: HTMLFormElement) {
  const page = form.querySelector<HTMLInputElement>('input[name="_page"]')
  if (!page) return
  const key = `page ${location.pathname}`
  try {
    page.value = sessionStorage.getItem(key) ?? page.value
    sessionStorage.setItem(key, page.value)
  } catch {
    // Storage may be switched off: then a quick reload asks the person, as another device would.
  }
}

function watch(form: HTMLFormElement, address: string) {
  const status = document.querySelector<HTMLElement>('[data-saved]')
  let timer: ReturnType<typeof setTimeout> | undefined
  let isDirty = false
  let isStopped = false

  // Sendings of one page are numbered by the clock: a slow one that arrives after a later one changes nothing.
  const counter = form.appendChild(document.createElement('input'))
  counter.type = 'hidden'
  counter.name = '_n'
  let last = 0
  const number = () => {
    last = Math.max(Date.now(), last + 1)
    counter.value = String(last)
  }
  beSamePageAfterReload(form)

  const tell = (words: string) => {
    if (status && status.textContent !== words) status.textContent = words
  }
  const saveIn = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(save, milliseconds)
  }

  const send = (keepalive: boolean) => {
    number()
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    return fetch(address, { method: 'POST', headers: { accept: 'application/json' }, body, keepalive })
  }

  /** Somebody else saved this page: it is left to the person, who sees both ways when sending it. */
  const stopAtOther = (title: string) => {
    isStopped = true
    tell(`${title} `)
    const again = document.createElement('a')
    again.href = location.href
    again.textContent = say('Tải lại trang', 'Reload the page')
    status?.append(again)
  }

  async function save() {
    if (isStopped || !isDirty) return
    isDirty = false
    try {
      const answer = await send(false)
      if (answer.redirected || answer.status === 401 || answer.status === 403) throw new Error('signed out')
      if (answer.status === 409) return stopAtOther(((await answer.json()) as { title: string }).title)
      if (!answer.ok) throw new Error(String(answer.status))
      const { saved, revision } = (await answer.json()) as Saved
      const opened = form.querySelector<HTMLInputElement>('input[name="_revision"]')
      if (opened) opened.value = String(revision)
      if (!isDirty) tell(saved)
    } catch {
      isDirty = true
      tell(
        say(
          'Chưa lưu được, sẽ thử lại. Những gì đã điền vẫn còn trên trang này.',
          'Not saved yet, trying again. What you typed is still on this page.'
        )
      )
      saveIn(pauseAfterFailure)
    }
  }

  form.addEventListener('input', () => {
    isDirty = true
    if (!isStopped) saveIn(pauseAfterTyping)
  })
  form.addEventListener('submit', () => {
    isDirty = false
    clearTimeout(timer)
    number()
  })
  addEventListener('online', () => form.isConnected && save())
  // Left by a link or closed: the last words are sent after the page is gone.
  addEventListener('pagehide', () => {
    if (!isDirty || isStopped || !form.isConnected) return
    isDirty = false
    send(true).catch(() => {})
  })
}

export function startAutosave() {
  onPage(() => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) watch(form, form.dataset['autosave']!)
  })
}
