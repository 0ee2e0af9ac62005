// The words of paying: to the person who pays, and to the clerk who sees what was paid and what does not add up.
import type { Words } from '../kernel/locale.ts'
import type { EntryKind, MismatchReason, Way } from './rules.ts'

const words = <Name extends string>(rows: Record<Name, Words>): Record<Name, Words> => rows

export const wayNames: Record<Way, Words> = {
  vnpay: { vi: 'Cổng thanh toán VNPAY', en: 'VNPAY gateway' },
  transfer: { vi: 'Chuyển khoản bằng mã QR', en: 'Bank transfer by QR code' },
  cash: { vi: 'Tiền mặt tại quầy', en: 'Cash at the desk' }
}

export const entryNames: Record<EntryKind, Words> = {
  paid: { vi: 'Đã thu', en: 'Paid' },
  refunded: { vi: 'Đã hoàn', en: 'Refunded' },
  mismatch: { vi: 'Chờ đối soát', en: 'To be reconciled' },
  settled: { vi: 'Đã đối soát', en: 'Reconciled' }
}

export const payWords = words({
  title: { vi: 'Nộp phí, lệ phí', en: 'Pay the fee' },
  backTo: { vi: 'Về hồ sơ', en: 'Back to the dossier' },
  fees: { vi: 'Khoản phải nộp', en: 'What is to be paid' },
  sum: { vi: 'Cộng', en: 'Total' },
  paidAlready: { vi: 'Đã nộp', en: 'Paid already' },
  owed: { vi: 'Còn phải nộp', en: 'Still to pay' },
  nothing: { vi: 'Hồ sơ này không có khoản nào phải nộp trực tuyến.', en: 'There is nothing to pay online for this dossier.' },
  done: { vi: 'Ông/bà đã nộp đủ. Không phải nộp thêm.', en: 'Everything is paid. There is nothing more to pay.' },
  receipt: { vi: 'Biên lai số {number} (PDF)', en: 'Receipt no. {number} (PDF)' },
  receiptSoon: {
    vi: 'Biên lai số {number} sẽ có ở trang hồ sơ sau ít giây.',
    en: 'Receipt no. {number} will be on the page of the dossier in a few seconds.'
  },
  advance: {
    vi: 'Ông/bà có thể nộp ngay bây giờ, hoặc nộp khi nhận kết quả. Nếu rút hồ sơ trước khi cơ quan bắt đầu giải quyết, tiền được hoàn lại.',
    en: 'You may pay now, or when you receive the result. If you withdraw before work begins, the money is given back.'
  },
  needed: { vi: 'Cơ quan tiếp tục giải quyết ngay khi nhận được tiền.', en: 'The agency goes on as soon as the money has arrived.' },
  begin: { vi: 'Nộp {amount} trực tuyến', en: 'Pay {amount} online' },
  desk: { vi: 'Nộp tại quầy: {agency}, bằng tiền mặt, trong giờ làm việc.', en: 'At the desk: {agency}, in cash, in opening hours.' },
  waiting: { vi: 'Đang chờ tiền về', en: 'Waiting for the money' },
  waitingText: {
    vi: 'Trang này tự xem lại sau ít giây. Nếu ông/bà đã trả rồi: đang chờ, không trả lại lần nữa.',
    en: 'This page looks again by itself every few seconds. If you have paid: it is on its way, do not pay again.'
  },
  returned: { vi: 'Đang chờ ngân hàng báo, không trả lại lần nữa', en: 'Waiting for the bank, do not pay again' },
  returnedText: {
    vi: 'Cổng thanh toán nói rằng ông/bà đã trả. Chúng tôi chờ ngân hàng xác nhận, thường trong một phút. Trang này tự xem lại.',
    en: 'The gateway says you have paid. We wait for the bank to confirm it, usually within a minute. This page looks again by itself.'
  },
  again: { vi: 'Xem lại ngay', en: 'Look again now' },
  until: { vi: 'Trả trước {time}. Mã giao dịch {ref}.', en: 'Pay before {time}. Reference {ref}.' },
  card: { vi: 'Thẻ hoặc tài khoản ngân hàng', en: 'Card or bank account' },
  cardText: {
    vi: 'Mở trang của cổng thanh toán VNPAY. Trả xong, ông/bà được đưa về đây.',
    en: 'Opens the VNPAY gateway. Afterwards you come back here.'
  },
  cardButton: { vi: 'Mở cổng thanh toán', en: 'Open the gateway' },
  qr: { vi: 'Chuyển khoản bằng mã QR', en: 'Transfer by QR code' },
  slip: { vi: 'In phiếu nộp phí có mã này (PDF)', en: 'Print a slip with this code (PDF)' },
  qrText: {
    vi: 'Quét bằng ứng dụng ngân hàng. Xin giữ nguyên số tiền và nội dung.',
    en: 'Scan it with your bank app. Please leave amount and purpose as they are.'
  },
  qrLabel: { vi: 'Mã QR chuyển {amount}, nội dung {ref}', en: 'QR code: transfer {amount}, purpose {ref}' },
  purpose: { vi: 'Nội dung', en: 'Purpose' },
  account: { vi: 'Số tài khoản', en: 'Account' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  tryBank: { vi: 'Bản chạy thử: chuyển tiền giả ở đây', en: 'Trial: transfer play money here' },
  failed: { vi: 'Lần trả trước không thành công', en: 'The last try did not succeed' },
  failedText: { vi: 'Không có tiền nào được thu. Ông/bà có thể trả lại.', en: 'No money was taken. You may try again.' },
  expired: { vi: 'Lần trả trước đã hết giờ', en: 'The last try has expired' },
  expiredText: {
    vi: 'Nếu tài khoản của ông/bà đã bị trừ tiền, xin đừng trả lại: tiền sẽ về trong ít phút, hoặc gọi 1022. Nếu chưa, ông/bà có thể trả lại.',
    en: 'If money has left your account, do not pay again: it will arrive in a few minutes, or call 1022. If not, you may try again.'
  },
  held: { vi: 'Ngân hàng đang giữ tiền để kiểm tra', en: 'The bank holds the money for a check' },
  heldText: {
    vi: 'Tài khoản của ông/bà đã bị trừ tiền, nhưng ngân hàng chưa chuyển cho cơ quan. Xin đừng trả lại. Kiểm tra xong, trang này tự cập nhật; cần hỏi thêm, xin gọi 1022.',
    en: 'The money has left your account, but the bank has not passed it on. Do not pay again. This page follows by itself when the check is done; questions: call 1022.'
  },
  mismatch: { vi: 'Có khoản tiền đang được đối soát', en: 'A payment is being looked into' },
  mismatchText: {
    vi: 'Chúng tôi nhận được báo có tiền chưa khớp với hồ sơ. Cơ quan đang xem, tiền của ông/bà không mất. Cần hỏi thêm, xin gọi 1022.',
    en: 'We were told of money that does not match. The agency is looking into it and your money is not lost. Questions: call 1022.'
  },
  refunded: { vi: 'Đã hoàn {amount}', en: '{amount} was given back' },
  payNow: { vi: 'Nộp phí, lệ phí trực tuyến', en: 'Pay the fee online' },
  seePayments: { vi: 'Phí, lệ phí và biên lai', en: 'Fees and receipts' }
})

export const deskMoneyWords = words({
  title: { vi: 'Phí, lệ phí', en: 'Fees' },
  none: { vi: 'Không có khoản thu cố định.', en: 'No fixed fees.' },
  paidAll: { vi: 'Đã thu đủ {amount}', en: 'Paid in full, {amount}' },
  owed: { vi: 'Còn thu {amount}', en: '{amount} to be collected' },
  collect: { vi: 'Thu {amount} tiền mặt', en: 'Collect {amount} in cash' },
  collected: {
    vi: 'Đã ghi nhận {amount} tiền mặt. Biên lai có sau ít giây.',
    en: '{amount} in cash was booked. The receipt follows in seconds.'
  },
  receiptNo: { vi: 'biên lai {number}', en: 'receipt {number}' },
  toList: { vi: 'Mở danh sách đối soát', en: 'Open the reconciliation list' }
})

export const mismatchNames: Record<MismatchReason, Words> = {
  wrong_amount: { vi: 'Số tiền báo khác số tiền phải nộp', en: 'The amount told differs from the amount due' },
  already_paid: { vi: 'Trả thừa: hồ sơ đã được nộp đủ trước đó', en: 'Paid twice: the dossier was paid already' },
  closed: { vi: 'Tiền về sau khi hồ sơ đã rút hoặc bị từ chối', en: 'Money came after the dossier was withdrawn or refused' },
  unknown_order: { vi: 'Không có giao dịch nào mang mã này', en: 'No order has this reference' },
  held: { vi: 'Ngân hàng giữ tiền, nghi gian lận (mã 07)', en: 'The bank holds the money, suspecting fraud (code 07)' },
  refund_failed: { vi: 'Hoàn tiền qua cổng không thành công', en: 'The refund through the gateway failed' },
  refund_at_desk: { vi: 'Hoàn tiền mặt cho người nộp', en: 'Give the cash back to the payer' }
}

export const mismatchAdvice: Record<MismatchReason, Words> = {
  wrong_amount: {
    vi: 'Đối chiếu với sao kê của cổng thanh toán; chưa có đồng nào được ghi vào hồ sơ.',
    en: 'Compare with the gateway’s statement; nothing was booked.'
  },
  already_paid: { vi: 'Hoàn khoản thừa cho người nộp.', en: 'Give the surplus back.' },
  closed: { vi: 'Hoàn cho người nộp.', en: 'Give it back.' },
  unknown_order: { vi: 'Tìm người trả theo mã giao dịch, rồi hoàn lại.', en: 'Find the payer by the reference, then give it back.' },
  held: {
    vi: 'Hỏi cổng thanh toán. Khi cổng báo lại, khoản này tự đóng; nếu ngân hàng đã trả tiền cho người nộp mà cổng không báo, xin đóng ở đây để người nộp trả lại được.',
    en: 'Ask the gateway. It closes by itself when the gateway reports; if the bank returned the money and nothing was reported, close it here so that the payer may try again.'
  },
  refund_failed: {
    vi: 'Xem sao kê xem tiền đã hoàn chưa; nếu chưa, hoàn tại quầy.',
    en: 'See in the statement whether it was refunded; if not, do it at the desk.'
  },
  refund_at_desk: { vi: 'Mời người nộp đến quầy nhận lại tiền.', en: 'Ask the payer to collect it at the desk.' }
}

export const reconcileWords = words({
  title: { vi: 'Đối soát thu phí', en: 'Reconciliation' },
  lead: {
    vi: 'Những khoản tiền chưa khớp, cũ nhất trước. Mỗi khoản được đóng một lần, kèm cách đã làm.',
    en: 'Money that does not add up, oldest first. Each is closed once, with how it was done.'
  },
  empty: { vi: 'Mọi khoản đều khớp. Không có gì phải đối soát.', en: 'Everything adds up. Nothing to reconcile.' },
  reason: { vi: 'Lý do', en: 'Reason' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  noDossier: { vi: 'Không rõ hồ sơ', en: 'No dossier known' },
  ref: { vi: 'Mã giao dịch', en: 'Reference' },
  at: { vi: 'Lúc', en: 'At' },
  note: { vi: 'Đã làm gì', en: 'What was done' },
  noteHint: {
    vi: 'Ví dụ: hoàn tại quầy, phiếu chi 15; đã đối chiếu sao kê ngày 23/11',
    en: 'For example: given back at the desk, voucher 15'
  },
  close: { vi: 'Đóng khoản này', en: 'Close this item' },
  closed: { vi: 'Đã đóng một khoản đối soát.', en: 'One item was closed.' }
})
