// The receipt a desk prints without a network: Mẫu 01 on A5, two copies, its code proven by two signatures.

import { explain } from '../../../deadlines/explain.ts'
import { qrPath } from '../../../documents/qr.ts'
import { paperAddress } from '../../../documents/verification.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { formatMoney, moneyInWords } from '../../../kernel/money.ts'
import { dayOf, formatDay, formatTime, weekday } from '../../../kernel/time.ts'
import { dueOf, wardNameIn } from '../../../outages/accepting.ts'
import { readOffline } from '../../../outages/reading.ts'
import { feesOf } from '../../../outages/rules.ts'
import type { Knowledge, OfflineContent } from '../../../outages/types.ts'
import type { KeptItem } from './box.ts'

/** `09 giờ 12 phút, thứ Hai ngày 02/03/2026` */
const longTime = (at: Temporal.Instant) => {
  const [hour, minute] = formatTime(at).split(':')
  return `${hour} giờ ${minute} phút, ${weekday(dayOf(at))} ngày ${formatDay(dayOf(at))}`
}

const line = (label: string, value: string | Html) => value !== '' && html`<p><span>${label}:</span> <b>${value}</b></p>`

function papersTable(papers: readonly { name: string; form: string; copies: number }[]): Html {
  if (papers.length === 0) return html``
  const count = (isIt: boolean, copies: number) => (isIt ? String(copies).padStart(2, '0') : '')
  const rows = papers.map(({ name, form, copies }, i) => {
    const isOriginal = ['original', 'form', 'present'].includes(form)
    return html`<tr><td>${i + 1}</td><td>${name}</td><td>${count(isOriginal, copies)}</td><td>${count(form === 'certified_copy', copies)}</td><td>${count(form === 'copy', copies)}</td></tr>`
  })
  return html`<table><thead><tr><th>TT</th><th>Tên giấy tờ</th><th>Bản chính</th><th>Bản chứng thực</th><th>Bản photo</th></tr></thead><tbody>${rows}</tbody></table>`
}

/** Both copies. `item` is signed and its body is still here. */
export function receiptOf(item: KeptItem, knowledge: Knowledge): Html {
  const content = JSON.parse(item.sent!.content) as OfflineContent
  const procedure = knowledge.procedures.find(({ versionId }) => versionId === content.versionId)!
  const at = Temporal.Instant.from(content.at)
  const { application, papers, feeCounts } = readOffline(content.body, { today: dayOf(at), procedure, wardName: wardNameIn(knowledge) })
  const { filer, applicant, delivery } = application
  const due = dueOf(knowledge, procedure, at)
  const { size, path } = qrPath(paperAddress(location.origin, content.receipt))
  const fees = feesOf(procedure, feeCounts).filter(({ amount }) => amount > 0)
  const paid = content.cash > 0 ? 'đã nộp tiền mặt' : 'nộp khi nhận kết quả'
  const resultAt =
    delivery.method === 'post'
      ? `Bưu điện phát tại ${delivery.address}, ${delivery.wardName}`
      : delivery.method === 'electronic'
        ? 'Bản điện tử trên trang Một Cửa'
        : 'Bộ phận Tiếp nhận và Trả kết quả'
  const copy = (note: string) => html`<article class="offline-paper" lang="vi">
<header><div><p>${knowledge.agency.heading}</p><p><b>Bộ phận Tiếp nhận và Trả kết quả</b></p><p>Số: ${item.number}/BPTNTKQ</p></div><div><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p><b>Độc lập – Tự do – Hạnh phúc</b></p><p>Hải Phòng, ngày ${formatDay(dayOf(at))}</p></div></header>
<div class="title"><svg role="img" aria-label="Mã QR để kiểm tra giấy này" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg><div><h2>GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ</h2><p><i>(${note}. Lập khi mất mạng)</i></p><p class="code">${item.code}</p></div></div>
${line('Tiếp nhận hồ sơ của', filer.name)}${line('Địa chỉ', filer.address ?? '')}<p><span>Số điện thoại:</span> <b>${filer.phone}</b> <span>Số căn cước:</span> <b>${filer.identityNumber ?? ''}</b></p>
${applicant.name !== filer.name && line('Chủ hồ sơ', applicant.name)}${line('Nội dung yêu cầu giải quyết', procedure.name)}
<p>1. Thành phần hồ sơ nộp gồm:</p>${papersTable(papers)}
${line('2. Số lượng hồ sơ', '01 bộ')}${line('3. Thời gian nhận hồ sơ', longTime(at))}${line('4. Thời gian trả kết quả', due.dueAt ? longTime(due.dueAt) : '')}
<p class="small"><i>Cách tính: ${explain(due, procedure.processingTime, 'vi').join(' ')}</i></p>
${line('5. Đăng ký nhận kết quả tại', resultAt)}
${fees.length > 0 ? html`<p>Phí, lệ phí: ${fees.map(({ name, amount }) => `${name} ${formatMoney(amount)}`).join('; ')}. Cộng: <b>${formatMoney(content.fee)}</b> <i>(${moneyInWords(content.fee)})</i>, ${paid}.</p>` : html`<p>Phí, lệ phí: không thu.</p>`}
<p class="small"><i>Mã hồ sơ này dùng được ngay khi quầy có mạng lại; cơ quan sẽ nhắn tin cho ông/bà. Quét mã QR để biết giấy thật, không cần mạng. Hỏi hồ sơ: gọi 1022.</i></p>
<footer><div><p><b>NGƯỜI NỘP HỒ SƠ</b></p><p>${filer.name}</p></div><div><p><b>NGƯỜI TIẾP NHẬN HỒ SƠ</b></p><p>${knowledge.staff.name}</p></div></footer></article>`
  return html`${copy('Liên 1: Lưu')}${copy('Liên 2: Giao người nộp')}`
}

/** Puts the receipt on the page, where only the printer sees it, and calls the printer. */
export function printReceipt(item: KeptItem, knowledge: Knowledge): void {
  for (const old of document.querySelectorAll('.offline-paper')) old.remove()
  document.body.insertAdjacentHTML('beforeend', receiptOf(item, knowledge).toString())
  print()
}
