// The device check in words: what to try, and for each fault the one thing to do.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const deviceWords = words({
  title: { vi: 'Kiểm tra thiết bị', en: 'Device check' },
  lead: { vi: 'Sáu việc, khoảng một phút. Mỗi lỗi có một cách sửa.', en: 'Six checks, about a minute. Each fault has one fix.' },
  printer: { vi: 'Máy in', en: 'Printer' },
  printerHow: {
    vi: 'Bấm in thử: một trang có dòng “Máy in tốt” và mã QR sắc nét.',
    en: 'Press: one page with a sharp QR code should come out.'
  },
  printerFix: {
    vi: 'Không in được: bật máy in, xem giấy và dây, chọn đúng máy in trong hộp in, rồi bấm lại.',
    en: 'Nothing printed: switch the printer on, check paper and cable, choose it in the print box, press again.'
  },
  printerButton: { vi: 'In thử', en: 'Test print' },
  scanner: { vi: 'Máy quét mã', en: 'Code scanner' },
  scannerHow: {
    vi: 'Quét mã QR này bằng máy quét của quầy. Không cần bấm vào ô.',
    en: 'Scan this QR code with the scanner. No need to click into the box.'
  },
  scannerLabel: { vi: 'Máy quét đọc được', en: 'What the scanner read' },
  scannerQr: { vi: 'Mã QR thử, có chữ tiếng Việt', en: 'Test QR code with Vietnamese letters' },
  compare: { vi: 'So sánh', en: 'Compare' },
  should: { vi: 'Phải là', en: 'Should be' },
  camera: { vi: 'Máy ảnh', en: 'Camera' },
  cameraHow: { vi: 'Bấm mở máy ảnh: phải thấy hình trong vài giây.', en: 'Press: a picture should show within seconds.' },
  cameraFix: {
    vi: 'Không thấy hình: bấm biểu tượng máy ảnh trên thanh địa chỉ, chọn Cho phép, rồi tải lại trang.',
    en: 'No picture: press the camera sign in the address bar, choose Allow, reload the page.'
  },
  cameraButton: { vi: 'Mở máy ảnh', en: 'Open the camera' },
  sign: { vi: 'Bảng ký', en: 'Signing pad' },
  signHow: { vi: 'Ký thử vào ô. Nét phải đi theo đầu bút.', en: 'Sign in the box. The line should follow the pen.' },
  signFix: {
    vi: 'Nét lệch hoặc không có nét: chạy “Hiệu chỉnh bút” (Calibrate) của Windows cho đúng màn hình này.',
    en: 'No line, or beside the pen: run the pen calibration of Windows for this screen.'
  },
  sound: { vi: 'Loa', en: 'Sound' },
  soundHow: { vi: 'Bấm nghe thử: phải nghe “Mời số A, không, không, một”.', en: 'Press: a number should be read aloud.' },
  soundFix: {
    vi: 'Không nghe: bật loa, tăng âm lượng. Nghe giọng nước ngoài: cài giọng tiếng Việt trong Cài đặt Windows, mục Giọng nói.',
    en: 'Silent: turn the speakers up. A foreign voice: install the Vietnamese voice in the Windows settings, Speech.'
  },
  soundButton: { vi: 'Nghe thử', en: 'Play' },
  soundSaid: { vi: 'Mời số A, không, không, một, đến quầy số 1', en: 'Number A, zero, zero, one, counter 1' },
  display: { vi: 'Màn hình gọi số', en: 'Display of calls' },
  displayHow: {
    vi: 'Mở màn hình gọi số trên tivi của sảnh: đồng hồ phải chạy và không có chữ “Mất kết nối”.',
    en: 'Open the display on the hall’s screen: the clock runs, and no words say that the connection is lost.'
  },
  displayFix: {
    vi: 'Màn hình đứng: bấm F5 trên máy của tivi; vẫn đứng thì kiểm tra dây mạng của tivi.',
    en: 'It stands still: press F5 there; if it stays, check its network cable.'
  },
  displayOpen: { vi: 'Mở màn hình gọi số', en: 'Open the display' },
  works: { vi: 'Máy in tốt', en: 'The printer works' },
  noScript: { vi: 'Trình duyệt đang tắt JavaScript nên không thử được mục này.', en: 'JavaScript is off, so this cannot be tried.' }
})

export const verdictWords = words({
  right: { vi: 'Đúng từng chữ. Máy quét dùng tốt.', en: 'Every letter is right. The scanner is good.' },
  digits_only: {
    vi: 'Chỉ còn chữ số. Cách sửa: đặt máy quét ở chế độ “Unicode/ALT” (quét mã cài đặt trong sách của máy). Trong lúc chờ, quầy chỉ dùng số căn cước.',
    en: 'Only the figures came through. Fix: set the scanner to “Unicode/ALT” (scan the setting code in its booklet). Until then the desk uses the identity number only.'
  },
  unaccented: {
    vi: 'Mất dấu tiếng Việt. Cách sửa: đặt máy quét ở chế độ “Unicode/ALT”, bàn phím “US”. Trong lúc chờ, gõ lại dấu của tên.',
    en: 'The Vietnamese marks are lost. Fix: set the scanner to “Unicode/ALT” with a “US” keyboard. Until then retype the marks of names.'
  },
  telex: {
    vi: 'Bộ gõ (Unikey, Telex) đã đổi chữ. Cách sửa: tắt Unikey bằng Ctrl+Shift (chữ E trên thanh tác vụ), rồi quét lại.',
    en: 'A typing tool (Unikey, Telex) changed letters. Fix: switch it off with Ctrl+Shift (E in the task bar), scan again.'
  },
  other: {
    vi: 'Đọc được nhưng sai. Cách sửa: quét “khôi phục cài đặt gốc” trong sách của máy quét, chọn bàn phím US, rồi quét lại.',
    en: 'It reads, but wrongly. Fix: scan “factory reset” in the scanner’s booklet, choose the US keyboard, scan again.'
  }
})
