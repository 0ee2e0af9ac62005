// What every form says whatever it asks: parts of people and addresses, rows, yes and no.
import type { Words } from '../kernel/locale.ts'

/** Parts of an answer by kind and part. */
export const partWords = {
  person: {
    name: { vi: 'Họ, chữ đệm, tên', en: 'Full name' },
    identityNumber: { vi: 'Số định danh cá nhân (số căn cước)', en: 'Identity number' },
    bornOn: { vi: 'Ngày sinh', en: 'Date of birth' },
    nationality: { vi: 'Quốc tịch', en: 'Nationality' }
  },
  organisation: {
    name: { vi: 'Tên tổ chức, doanh nghiệp', en: 'Name of the organisation' },
    taxCode: { vi: 'Mã số thuế', en: 'Tax code' },
    address: { vi: 'Địa chỉ trụ sở', en: 'Registered address' }
  },
  address: {
    line: { vi: 'Số nhà, đường, thôn hoặc tổ dân phố', en: 'House number and street, or village' },
    ward: { vi: 'Phường, xã', en: 'Ward or commune' },
    province: { vi: 'Tỉnh, thành phố', en: 'Province or city' }
  }
} as const satisfies Record<string, Record<string, Words>>

export const fieldWords = {
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  identityHint: { vi: '12 chữ số trên thẻ căn cước', en: '12 digits on the identity card' },
  dateHint: { vi: 'Ví dụ 09/11/1990', en: 'For example 09/11/1990' },
  dateOrYearHint: {
    vi: 'Ví dụ 09/11/1990. Chỉ biết năm thì ghi năm',
    en: 'For example 09/11/1990. If only the year is known, enter the year'
  },
  wardHint: { vi: 'Ghi theo giấy tờ, tên cũ hay tên mới đều được', en: 'As on the paper; the old name or the new one' },
  severalWards: { vi: 'Phường, xã: có {n} nơi tên “{name}”, chọn một', en: 'Ward: {n} places are called “{name}”, choose one' },
  wardAgain: { vi: 'Hoặc ghi lại tên phường, xã', en: 'Or write the ward again' },
  wardAgainHint: {
    vi: 'Khi nơi ấy không có ở trên: ghi cả quận, huyện, tên cũ hay tên mới đều được',
    en: 'When it is not listed above: with its district, by the old name or the new one'
  },
  moneyHint: { vi: 'Đồng Việt Nam, ví dụ 1.250.000', en: 'Vietnamese đồng, such as 1.250.000' },
  severalHint: { vi: 'Có thể chọn nhiều', en: 'Choose all that apply' },
  row: { vi: '{label} thứ {n}', en: '{label} {n}' },
  addRow: { vi: 'Thêm: {label}', en: 'Add: {label}' },
  removeRow: { vi: 'Bỏ: {label} thứ {n}', en: 'Remove: {label} {n}' },
  none: { vi: 'Chọn', en: 'Choose' },
  bornOnOf: { vi: 'sinh ngày {value}', en: 'born {value}' },
  bornInOf: { vi: 'sinh năm {value}', en: 'born in {value}' },
  identityOf: { vi: 'số định danh {value}', en: 'identity number {value}' },
  taxCodeOf: { vi: 'mã số thuế {value}', en: 'tax code {value}' },
  nationalityOf: { vi: 'quốc tịch {value}', en: 'nationality {value}' },
  least: { vi: 'ít nhất {n}', en: 'at least {n}' },
  most: { vi: 'nhiều nhất {n}', en: 'at most {n}' },
  appeared: {
    vi: 'Câu trả lời của ông/bà cần thêm vài ô ở trang này. Xin điền tiếp các ô mới.',
    en: 'Your answers need a few more fields on this page. Please fill in the new ones.'
  }
} as const satisfies Record<string, Words>
