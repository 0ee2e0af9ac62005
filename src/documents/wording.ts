// The words of the official papers that may change without a programmer: titles, references to the rule, set sentences. As printed since 2019;
// later versions are rows with a day they hold from (documents/table.ts). What is filled in, and where, is drawn by forms/.

/** `{name}`: put in when printed. Lines of a title are parted by a line break. */
type Slot = { text: string; what: string; names?: readonly string[] }

const help = {
  what: 'Câu chỉ nơi hỏi khi vướng mắc',
  names: ['địa chỉ', 'gọi', 'công chức', 'điện thoại']
}

/** Unsure since 1/7/2025: NĐ 118/2025 and the circular that replaces TT 01/2018 may have other forms; so they are kept editable. */
export const wordings = {
  receipt: {
    reference: { what: 'Số mẫu và văn bản ban hành', text: 'Mẫu số 01 – Thông tư số 01/2018/TT-VPCP' },
    title: { what: 'Tên giấy', text: 'GIẤY TIẾP NHẬN HỒ SƠ\nVÀ HẸN TRẢ KẾT QUẢ' },
    note: {
      what: 'Lời dặn cuối giấy',
      text: 'Xem hồ sơ đang ở đâu: {địa chỉ}, hoặc gọi {gọi}. Kết quả có thể có sớm hơn ngày hẹn, cơ quan sẽ báo. Nhận kết quả tại quầy, ông/bà mang theo giấy này và giấy tờ tùy thân.',
      names: ['địa chỉ', 'gọi']
    },
    giver: { what: 'Chức danh ký bên trái', text: 'NGƯỜI NỘP HỒ SƠ' },
    taker: { what: 'Chức danh ký bên phải', text: 'NGƯỜI TIẾP NHẬN HỒ SƠ' }
  },
  supplement_request: {
    reference: { what: 'Số mẫu và văn bản ban hành', text: 'Mẫu số 02 – Thông tư số 01/2018/TT-VPCP' },
    title: { what: 'Tên giấy', text: 'PHIẾU YÊU CẦU BỔ SUNG,\nHOÀN THIỆN HỒ SƠ' },
    lead: { what: 'Câu mở đầu', text: 'Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:' },
    // NĐ 61/2018, Điều 19.4
    restart: { what: 'Câu về thời gian giải quyết', text: 'Thời gian giải quyết được tính lại từ đầu, kể từ khi cơ quan nhận đủ hồ sơ.' },
    help: {
      ...help,
      text: 'Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, Ông/Bà có thể tra cứu tại {địa chỉ}{gọi} hoặc liên hệ với công chức {công chức}, số điện thoại {điện thoại} để được hướng dẫn./.'
    },
    signer: { what: 'Chức danh ký', text: 'NGƯỜI HƯỚNG DẪN' }
  },
  rejection: {
    reference: { what: 'Số mẫu và văn bản ban hành', text: 'Mẫu số 03 – Thông tư số 01/2018/TT-VPCP' },
    title: { what: 'Tên giấy', text: 'PHIẾU TỪ CHỐI TIẾP NHẬN\nGIẢI QUYẾT HỒ SƠ' },
    lead: {
      what: 'Câu mở đầu',
      text: 'Qua xem xét, {bộ phận} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
      names: ['bộ phận']
    },
    close: { what: 'Câu kết', text: 'Xin thông báo cho Ông/Bà được biết và thực hiện.' },
    help: {
      ...help,
      text: 'Nếu có vướng mắc, Ông/Bà có thể tra cứu tại {địa chỉ}{gọi} hoặc liên hệ với {công chức}, số điện thoại {điện thoại} để được hướng dẫn./.'
    },
    giver: { what: 'Chức danh ký bên trái (nộp tại quầy)', text: 'NGƯỜI NỘP HỒ SƠ' },
    atDesk: { what: 'Chức danh ký bên phải (nộp tại quầy)', text: 'NGƯỜI TIẾP NHẬN (TỪ CHỐI)' },
    online: { what: 'Chức danh ký (nộp trực tuyến)', text: 'NGƯỜI TỪ CHỐI TIẾP NHẬN' }
  },
  apology: {
    reference: { what: 'Số mẫu và văn bản ban hành', text: 'Mẫu số 04 – Thông tư số 01/2018/TT-VPCP' },
    title: { what: 'Tên giấy', text: 'PHIẾU XIN LỖI VÀ HẸN LẠI\nNGÀY TRẢ KẾT QUẢ' },
    missed: {
      what: 'Câu về lần hẹn cũ',
      text: 'Tuy nhiên đến nay, {cơ quan} chưa trả kết quả giải quyết hồ sơ của Ông/Bà đúng thời hạn quy định ghi trong Giấy tiếp nhận hồ sơ và hẹn trả kết quả.',
      names: ['cơ quan']
    },
    sorry: {
      what: 'Câu xin lỗi, trước ngày hẹn mới',
      text: 'Sự chậm trễ này đã gây phiền hà, tốn kém thời gian, công sức của Ông/Bà. {cơ quan} xin lỗi Ông/Bà và sẽ trả kết quả giải quyết hồ sơ vào',
      names: ['cơ quan']
    },
    close: { what: 'Câu kết', text: 'Mong nhận được sự thông cảm của Ông/Bà vì sự chậm trễ này./.' },
    help: { what: 'Câu chỉ nơi theo dõi', text: 'Theo dõi hồ sơ tại {địa chỉ}, hoặc gọi {gọi}.', names: ['địa chỉ', 'gọi'] },
    signer: { what: 'Chức danh ký', text: 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ' }
  },
  process_slip: {
    reference: { what: 'Số mẫu và văn bản ban hành', text: 'Mẫu số 05 – Thông tư số 01/2018/TT-VPCP' },
    title: { what: 'Tên giấy', text: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH\nGIẢI QUYẾT HỒ SƠ' },
    note: {
      what: 'Ghi chú cuối phiếu',
      text: 'Thời gian giao, nhận do hệ thống ghi khi mỗi bên xác nhận. Khi chuyển qua bưu chính, thời gian và chữ ký là của phiếu gửi bưu chính. Khi hệ thống ngừng, hai bên ký vào phiếu này.'
    }
  },
  register_book: {
    reference: { what: 'Số mẫu và văn bản ban hành', text: 'Mẫu số 06 – Thông tư số 01/2018/TT-VPCP' },
    title: { what: 'Tên sổ', text: 'SỔ THEO DÕI HỒ SƠ' },
    proposer: { what: 'Chức danh ký bên trái, khi khóa sổ', text: 'NGƯỜI ĐỀ NGHỊ KHÓA SỔ' },
    closer: { what: 'Chức danh ký bên phải, khi khóa sổ', text: 'NGƯỜI KHÓA SỔ' },
    // TT 01/2018, Điều 10: joined sheets bear a seal across them
    seal: { what: 'Lời dặn dưới chức danh bên phải', text: '(Ký tên, đóng dấu giáp lai)' }
  }
} as const satisfies Record<string, Record<string, Slot>>

export type WordedForm = keyof typeof wordings
export const wordedForms = Object.keys(wordings) as WordedForm[]
export type SlotOf<Form extends WordedForm> = keyof (typeof wordings)[Form] & string
/** Texts that differ from the first ones, by slot. */
export type Wording = Readonly<Record<string, string>>

export const slotsOf = (form: WordedForm): [string, Slot][] => Object.entries(wordings[form])

/** The texts of a form on a day, each slot with its names filled in by the form. */
export function wordsOn<Form extends WordedForm>(form: Form, wording: Wording = {}) {
  const slots: Record<string, Slot> = wordings[form]
  return {
    say(slot: SlotOf<Form>, values: Readonly<Record<string, string>> = {}): string {
      const text = wording[slot] ?? slots[slot]!.text
      return text.replace(/\{([^{}]+)\}/g, (whole, name: string) => values[name] ?? whole)
    },
    lines: (slot: SlotOf<Form>): string[] => (wording[slot] ?? slots[slot]!.text).split('\n')
  }
}

const longest = 600

/** What is wrong with a text somebody wants printed: empty, too long for A5, or with a name the paper cannot fill. */
export function checkWording(form: WordedForm, texts: Wording): Record<string, 'REQUIRED' | 'TEXT_TOO_LONG' | 'NAME_UNKNOWN'> {
  const errors: Record<string, 'REQUIRED' | 'TEXT_TOO_LONG' | 'NAME_UNKNOWN'> = {}
  for (const [slot, { names = [] }] of slotsOf(form)) {
    const text = texts[slot]?.trim() ?? ''
    const asked = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!)
    if (!text) errors[slot] = 'REQUIRED'
    else if (text.length > longest) errors[slot] = 'TEXT_TOO_LONG'
    else if (asked.some((name) => !names.includes(name))) errors[slot] = 'NAME_UNKNOWN'
  }
  return errors
}
