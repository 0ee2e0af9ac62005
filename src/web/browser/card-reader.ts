// The reader behind "Scan my card": camera or photo, QR code, fields. Nothing leaves the telephone; the picture is not kept.
import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm'
import { type CardReading, type CardWarning, readCard } from '../../accounts/identity-card.ts'
import { say } from './page.ts'

prepareZXingModule({ overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path) } })

/** A camera left on eats the battery; after a minute it closes by itself. */
const longestMs = 60_000
const pauseMs = 150

type Source = HTMLVideoElement | ImageBitmap

async function look(detector: BarcodeDetector, source: Source): Promise<CardReading | 'another' | undefined> {
  const codes = await detector.detect(source).catch(() => [])
  if (codes.length === 0) return undefined
  return codes.map(({ rawValue }) => readCard(rawValue)).find(Boolean) ?? 'another'
}

const warningWords: Record<CardWarning, () => string> = {
  mojibake: () => say('dấu tiếng Việt trong mã bị hỏng', 'the accents in the code are broken'),
  name_without_accents: () => say('họ tên không có dấu', 'the name has no accents'),
  number_disagrees: () =>
    say('số định danh không khớp với ngày sinh hoặc giới tính', 'the number does not agree with the birth date or sex')
}

function summary(card: CardReading): string {
  if (card.layout === 'unknown')
    return say(
      'Thẻ mới: chỉ đọc được số. Xin ông/bà điền và kiểm tra các ô còn lại.',
      'New card: only the number could be read. Please fill in and check the other fields.'
    )
  const filled = say('Đã điền từ căn cước. Xin ông/bà đọc lại từng ô.', 'Filled in from the card. Please read each field again.')
  if (card.warnings.length === 0) return filled
  return `${filled} ${say('Chú ý', 'Note')}: ${card.warnings.map((warning) => warningWords[warning]()).join('; ')}.`
}

/** Puts what was read into the fields of one person; what the code does not hold stays as typed. */
function fill(at: string, card: CardReading) {
  const put = (name: string, value: string) => {
    const field = document.querySelector<HTMLInputElement>(`[name="${at}.${name}"]`)
    if (!field || !value) return
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  put('identityNumber', card.identityNumber)
  if (card.layout === 'unknown') return
  const [year = '', month = '', day = ''] = card.bornOn.split('-')
  put('name', card.name)
  put('address', card.address)
  put('bornOnDay', day)
  put('bornOnMonth', month)
  put('bornOnYear', year)
}

function panel() {
  const box = document.createElement('div')
  box.className = 'card-scan'
  const status = document.createElement('p')
  status.setAttribute('role', 'status')
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.hidden = true
  const label = document.createElement('label')
  label.textContent = say('Hoặc chọn ảnh chụp rõ mã QR trên thẻ', 'Or choose a sharp photo of the QR code on the card')
  const photo = document.createElement('input')
  photo.type = 'file'
  photo.accept = 'image/*'
  label.append(photo)
  const close = document.createElement('button')
  close.type = 'button'
  close.className = 'btn quiet'
  close.textContent = say('Thôi quét', 'Stop scanning')
  box.append(status, video, label, close)
  return { box, status, video, photo, close }
}

/** @returns whether there is a picture: no camera, or none allowed, is no fault */
async function startCamera(video: HTMLVideoElement): Promise<boolean> {
  const wish = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } }
  const stream = await navigator.mediaDevices?.getUserMedia({ audio: false, video: wish }).catch(() => undefined)
  if (!stream) return false
  video.srcObject = stream
  video.hidden = false
  await video.play()
  return true
}

function stopCamera(video: HTMLVideoElement) {
  for (const track of (video.srcObject as MediaStream | null)?.getTracks() ?? []) track.stop()
}

type Session = { isOpen(): boolean; take(card: CardReading): void; tell(vi: string, en: string): void; end(words?: string): void }

/** One opening of the reader: ends once, whichever way, and gives the button back. */
function begin(place: HTMLElement, button: HTMLButtonElement, parts: ReturnType<typeof panel>): Session {
  let open = true
  place.replaceChildren(parts.box)
  const end = (words = '') => {
    if (!open) return
    open = false
    stopCamera(parts.video)
    const said = document.createElement('p')
    said.setAttribute('role', 'status')
    place.replaceChildren(button, said)
    said.textContent = words
    if (!words) button.focus()
  }
  return {
    isOpen: () => open,
    end,
    tell: (vi, en) => {
      parts.status.textContent = say(vi, en)
    },
    take: (card) => {
      const at = place.dataset['card'] ?? 'filer'
      fill(at, card)
      end(summary(card))
      document.querySelector<HTMLElement>(`[name="${at}.name"]`)?.focus()
    }
  }
}

async function readPhoto(detector: BarcodeDetector, photo: HTMLInputElement, { take, tell }: Session): Promise<void> {
  const [file] = photo.files ?? []
  const image = file && (await createImageBitmap(file).catch(() => undefined))
  const seen = image && (await look(detector, image))
  if (seen && seen !== 'another') return take(seen)
  tell(
    'Không thấy mã QR của căn cước trong ảnh. Xin chụp gần hơn, đủ sáng, cả ô vuông mã QR nằm trong ảnh.',
    'No identity card code in the photo. Take it closer, in good light, with the whole square inside.'
  )
}

async function watch(detector: BarcodeDetector, video: HTMLVideoElement, { isOpen, take, tell }: Session): Promise<void> {
  const until = performance.now() + longestMs
  while (isOpen() && performance.now() < until) {
    const seen = await look(detector, video)
    if (seen === 'another') tell('Mã này không phải của căn cước.', 'This code is not that of an identity card.')
    else if (seen && isOpen()) return take(seen)
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

/** Shows the camera in `place` until a card was read, the person stops, or a minute is over; then the button is there again. */
export async function openReader(place: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  const parts = panel()
  const { video, photo, close } = parts
  const session = begin(place, button, parts)
  close.addEventListener('click', () => session.end())
  photo.addEventListener('change', () => readPhoto(detector, photo, session))
  session.tell('Đang mở máy ảnh…', 'Opening the camera…')
  if (!(await startCamera(video))) {
    session.tell(
      'Không mở được máy ảnh. Ông/bà có thể chọn ảnh chụp thẻ.',
      'The camera could not be opened. You may choose a photo of the card.'
    )
    return
  }
  if (!session.isOpen()) return stopCamera(video)
  session.tell('Đưa mã QR trên thẻ vào giữa khung hình.', 'Hold the QR code of the card in the middle of the picture.')
  await watch(detector, video, session)
  session.end(say('Chưa đọc được mã. Ông/bà có thể quét lại hoặc tự điền.', 'The code was not read. Scan again or fill in the fields.'))
}
