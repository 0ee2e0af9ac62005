// The screens of the hall: the display follows the calls and may read them aloud, the machine prints its slip and goes back to the start.
import { startLiveParts } from './live-part.ts'
import { guardForms } from './once.ts'
import { say } from './page.ts'

/** `A012` → `A, không, một, hai`: figures one by one, as everybody calls them. */
const spelt = (code: string) => [...code].join(', ')

let lastSaid = ''
let isSpeaking = false

function speak(call: HTMLElement) {
  const { code = '', counter = '', call: key = '' } = call.dataset
  if (!isSpeaking || key === lastSaid) return
  lastSaid = key
  const text = say(`Mời số ${spelt(code)}, đến quầy số ${counter}`, `Number ${spelt(code)}, counter ${counter}`)
  const words = new SpeechSynthesisUtterance(text)
  words.lang = document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN'
  words.rate = 0.9
  speechSynthesis.speak(words)
}

const latest = () => document.querySelector<HTMLElement>('[data-call]')

function startVoice() {
  const button = document.querySelector<HTMLButtonElement>('[data-voice]')
  if (!button || !('speechSynthesis' in window)) return
  button.hidden = false
  button.addEventListener('click', () => {
    isSpeaking = !isSpeaking
    button.setAttribute('aria-pressed', String(isSpeaking))
    button.textContent = (isSpeaking ? button.dataset['off'] : button.dataset['on']) ?? ''
    lastSaid = latest()?.dataset['call'] ?? ''
    // A browser lets a page speak only after somebody pressed something on it.
    if (isSpeaking) speechSynthesis.speak(new SpeechSynthesisUtterance(' '))
  })
  document.addEventListener('live', () => {
    const call = latest()
    if (call) speak(call)
  })
}

function startClock() {
  const clock = document.querySelector<HTMLElement>('[data-clock]')
  if (!clock) return
  const show = () => {
    const parts = { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Ho_Chi_Minh' } as const
    clock.textContent = new Intl.DateTimeFormat('vi-VN', parts).format(new Date())
  }
  show()
  setInterval(show, 5000)
}

function startConnectionSign() {
  const sign = document.querySelector<HTMLElement>('[data-lost]')
  if (!sign) return
  document.addEventListener('live', (event) => {
    sign.hidden = (event as CustomEvent<{ state: string }>).detail.state !== 'lost'
  })
}

function startSlip() {
  const slip = document.querySelector<HTMLElement>('[data-slip]')
  for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => print())
  }
  if (!slip) return
  // Only at the machine, right after the press; whoever opens the slip on the own phone prints nothing.
  if (slip.dataset['slip'] === 'new') print()
  const back = slip.dataset['back']
  if (back) setTimeout(() => location.assign(back), 20_000)
}

guardForms()
startLiveParts()
startVoice()
startClock()
startConnectionSign()
startSlip()
