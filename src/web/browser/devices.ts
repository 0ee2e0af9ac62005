// The device check: prints the page, opens the camera, reads a number aloud, and puts a scanner's burst into its own box.
import { onPage, say } from './page.ts'

const saidBeside = (button: HTMLElement) => button.closest('.panel')?.querySelector<HTMLElement>('[data-said]')

function tell(button: HTMLElement, words: string) {
  const place = saidBeside(button)
  if (place) place.textContent = words
}

async function openCamera(button: HTMLElement) {
  const video = button.closest('.panel')?.querySelector('video')
  if (!video) return
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true })
    video.srcObject = stream
    video.hidden = false
    await video.play()
    tell(button, say('Camera hoạt động.', 'The camera works.'))
    // A camera nobody looks through any more is let go.
    setTimeout(() => {
      for (const track of stream.getTracks()) track.stop()
    }, 30_000)
  } catch {
    tell(button, say('Không mở được camera.', 'The camera could not be opened.'))
  }
}

function readAloud(button: HTMLElement) {
  if (!('speechSynthesis' in window)) return tell(button, say('Trình duyệt này không có giọng đọc.', 'This browser has no voice.'))
  const words = new SpeechSynthesisUtterance(button.dataset['say'] ?? '')
  words.lang = document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN'
  const hasVoice = speechSynthesis.getVoices().some(({ lang }) => lang.toLowerCase().startsWith(words.lang.slice(0, 2)))
  speechSynthesis.speak(words)
  tell(button, hasVoice ? say('Đang đọc.', 'Reading.') : say('Máy chưa cài giọng tiếng Việt.', 'The Vietnamese voice is not installed.'))
}

const tests: Record<string, (button: HTMLElement) => unknown> = { print: () => print(), camera: openCamera, sound: readAloud }

export function startDevices() {
  onPage(() => {
    const box = document.querySelector<HTMLInputElement>('[data-scan-form] input[name="quet"]')
    if (box) box.dataset['scan'] = '8'
    for (const button of document.querySelectorAll<HTMLElement>('[data-test]')) {
      button.hidden = false
      button.addEventListener('click', () => tests[button.dataset['test'] ?? '']?.(button))
    }
  })
}
