// For those who keep the catalogue: what people searched and did not find, most often first.
import { type Html, html } from '../../kernel/html.ts'
import type { Words } from '../../kernel/locale.ts'
import { formatInstant } from '../../kernel/time.ts'
import { panel, table } from '../../web/components/desk.ts'
import { type DeskPage, deskPage } from '../../web/layout.ts'
import type { MissedWords } from '../queries.ts'

const words = {
  title: { vi: 'Từ khóa chưa tìm thấy', en: 'Words that found nothing' },
  lead: {
    vi: 'Người dân gõ những từ này mà không ra thủ tục nào. Không giữ ai đã tìm; số điện thoại, số giấy tờ, mã hồ sơ đã cắt bỏ. Báo người giữ danh mục thủ tục thêm từ đồng nghĩa, lần sau tìm là thấy.',
    en: 'Citizens typed these words and found no procedure. Who searched is not kept; phones, document numbers and dossier codes were cut out. Tell whoever keeps the catalogue to add them as other words for a procedure, and they will lead somewhere.'
  },
  words: { vi: 'Từ khóa', en: 'Words' },
  times: { vi: 'Số lần tìm', en: 'Searches' },
  reports: { vi: 'Người dân báo', en: 'Reported' },
  last: { vi: 'Lần cuối', en: 'Last' },
  try: { vi: 'Tìm thử', en: 'Try it' },
  none: { vi: 'Chưa có từ khóa nào tìm mà không thấy.', en: 'No search has come to nothing yet.' }
} satisfies Record<string, Words>

export type MissedWordsPage = Omit<DeskPage, 'title' | 'main'> & { missed: readonly MissedWords[] }

export function missedWordsPage({ missed, ...page }: MissedWordsPage): Html {
  const { locale } = page
  const rows = missed.map((one) => ({
    cells: [
      html`<span lang="vi">${one.words}</span>`,
      html`<span class="num">${one.times}</span>`,
      html`<span class="num">${one.reports}</span>`,
      formatInstant(one.lastAt, locale),
      html`<a href="/tim?${new URLSearchParams({ q: one.words }).toString()}">${words.try[locale]}<span class="vh"> ${one.words}</span></a>`
    ]
  }))
  const columns = [
    { title: words.words[locale] },
    { title: words.times[locale], number: true, sorted: 'descending' as const },
    { title: words.reports[locale], number: true },
    { title: words.last[locale] },
    { title: words.try[locale] }
  ]
  const list =
    rows.length > 0
      ? table({ caption: words.title[locale], columns, rows })
      : html`<div class="in empty"><p>${words.none[locale]}</p></div>`
  const title = html`${words.title[locale]} <span class="muted">${missed.length}</span>`
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1></div><div class="flow"><p>${words.lead[locale]}</p>${panel({ title, body: list, bare: true })}</div>`
  return deskPage({ ...page, title: words.title[locale], main })
}
