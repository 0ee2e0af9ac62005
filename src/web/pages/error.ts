// A page for every "no": what happened in one sentence, what is safe, and where to go from here.
import { type Html, html } from '../../kernel/html.ts'
import type { Words } from '../../kernel/locale.ts'
import { searchBox } from '../components/form.ts'
import { note } from '../components/status.ts'
import { citizenPage, type Frame } from '../layout.ts'

const words = {
  notFound: { vi: 'Không tìm thấy', en: 'Not found' },
  notAllowed: { vi: 'Không làm được việc này', en: 'This cannot be done' },
  tooMany: { vi: 'Xin đợi một chút', en: 'Please wait a moment' },
  ourFault: { vi: 'Hệ thống gặp lỗi', en: 'Something failed on our side' },
  busy: { vi: 'Hệ thống đang bận', en: 'The system is busy' },
  search: { vi: 'Tìm thủ tục', en: 'Search procedures' },
  ways: { vi: 'Ông/bà có thể', en: 'You can' },
  home: { vi: 'Về trang đầu', en: 'Go to the home page' },
  all: { vi: 'Xem tất cả thủ tục, xếp A–Z', en: 'See all procedures, A–Z' },
  track: { vi: 'Tra cứu hồ sơ bằng mã in trên giấy hẹn', en: 'Track a dossier by the code on its receipt' },
  call: { vi: 'Gọi 1022 để có người giúp', en: 'Call 1022 for help' },
  reference: { vi: 'Số để báo khi gọi:', en: 'Number to quote when you call:' }
} satisfies Record<string, Words>

function titleOf(status: number): Words {
  if (status === 404) return words.notFound
  if (status === 429) return words.tooMany
  if (status === 503) return words.busy
  return status >= 500 ? words.ourFault : words.notAllowed
}

/** `sentence` comes from the catalogue of refusals; the reference number is shown only when the fault is ours. */
export function errorPage({
  status,
  sentence,
  requestId,
  ...frame
}: Frame & { status: number; sentence: string; requestId: string }): Html {
  const { locale } = frame
  const title = titleOf(status)[locale]
  const reference =
    status >= 500 && html`<p class="hint">${words.reference[locale]} <span class="code" translate="no">${requestId}</span></p>`
  const ways = html`<ul class="bullets"><li><a href="/">${words.home[locale]}</a></li><li><a href="/thu-tuc">${words.all[locale]}</a></li><li><a href="/tra-cuu">${words.track[locale]}</a></li><li><a href="tel:1022">${words.call[locale]}</a></li></ul>`
  const main = html`<h1>${title}</h1>${note(status >= 500 ? 'err' : 'warn', sentence)}${reference}${
    status === 404 && searchBox({ locale, label: words.search[locale], small: true })
  }<h2>${words.ways[locale]}</h2>${ways}`
  return citizenPage({ ...frame, title, main, error: true })
}
