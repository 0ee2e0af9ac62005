// What can be wrong with one field, in words that say how to mend it. Used beside the field and in the error summary.
import type { Words } from './locale.ts'

export const fieldErrors = {
  REQUIRED: { vi: 'Xin điền ô này', en: 'Fill in this field' },
  NAME_REQUIRED: { vi: 'Xin ghi họ và tên như trên giấy tờ', en: 'Enter the full name as on the paper' },
  OPEN_TWIN: {
    vi: 'Người này đang có hồ sơ cùng thủ tục chưa xong. Xin xem hồ sơ đó, hoặc đánh dấu vẫn nhận hồ sơ mới',
    en: 'This person has an open dossier of the same procedure. Look at it, or tick to accept another'
  },
  COUNT_FEE: { vi: 'Xin ghi số trang, số bản để tính tiền', en: 'Enter how many pages or copies, to count the fee' },
  PLAIN_NAME_REQUIRED: {
    vi: 'Xin ghi họ và tên bằng chữ, không có số hay ký hiệu, nhiều nhất 60 chữ',
    en: 'Enter the full name in letters, without digits or signs, at most 60'
  },
  HELPER_IS_YOURSELF: {
    vi: 'Đây là số của chính ông/bà. Xin ghi số của người kia',
    en: 'This is your own number. Enter the other person’s'
  },
  ORGANISATION_NAME_REQUIRED: { vi: 'Xin ghi tên tổ chức, doanh nghiệp', en: 'Enter the name of the organisation' },
  PHONE_INVALID: { vi: 'Số điện thoại gồm 10 số, ví dụ 0912 480 123', en: 'A phone number has 10 digits, such as 0912 480 123' },
  EMAIL_INVALID: { vi: 'Địa chỉ thư điện tử chưa đúng, ví dụ ten@vidu.vn', en: 'The e-mail address is not valid, such as name@example.vn' },
  IDENTITY_NUMBER_INVALID: { vi: 'Số căn cước gồm 12 chữ số, bắt đầu bằng 0', en: 'An identity number has 12 digits and starts with 0' },
  TAX_CODE_INVALID: {
    vi: 'Mã số thuế chưa đúng: 10 chữ số (hoặc 10 chữ số, gạch nối, 3 chữ số)',
    en: 'The tax code is wrong: 10 digits (or 10 digits, a dash, 3 digits)'
  },
  DATE_INVALID: { vi: 'Ngày chưa đúng, ví dụ 09/11/2026', en: 'The date is not valid, such as 09/11/2026' },
  EXPIRY_BEFORE_ISSUE: { vi: 'Ngày hết hạn không được trước ngày cấp', en: 'It cannot expire before it was issued' },
  CONSENT_REQUIRED: { vi: 'Xin đánh dấu đồng ý nếu muốn giữ lại', en: 'Tick that you agree if you want it kept' },
  DATE_IN_FUTURE: { vi: 'Ngày này không được sau hôm nay', en: 'This date cannot be after today' },
  DATE_IN_PAST: { vi: 'Ngày này không được trước hôm nay', en: 'This date cannot be before today' },
  SCOPE_UNKNOWN: {
    vi: 'Xin ghi mã thủ tục hoặc mã lĩnh vực có trong danh mục',
    en: 'Enter the code of a procedure or sector of the catalogue'
  },
  SCOPE_REQUIRED: {
    vi: 'Tạm dừng chỉ theo luật của một thủ tục hoặc lĩnh vực, xin ghi mã',
    en: 'Only the law of a procedure or sector allows this: enter its code'
  },
  CAUSE_REQUIRED: { vi: 'Xin chọn ít nhất một lý do, hoặc ghi bằng lời', en: 'Choose a cause, or say it in words' },
  NEW_DATE_NOT_LATER: { vi: 'Ngày hẹn mới phải sau ngày hẹn cũ', en: 'The new date comes after the old one' },
  NEW_DATE_IN_PAST: { vi: 'Ngày hẹn mới không được ở quá khứ', en: 'The new date cannot be in the past' },
  NEW_DATE_DAY_OFF: { vi: 'Ngày này cơ quan không làm việc, xin chọn ngày làm việc', en: 'This is not a working day, choose another' },
  DATE_NOT_WHOLE: { vi: 'Xin ghi đủ ngày, tháng, năm', en: 'Enter day, month and year' },
  DATE_TOO_EARLY: { vi: 'Năm này sớm quá, xin xem lại', en: 'This year is too early, check it' },
  NUMBER_INVALID: { vi: 'Xin ghi bằng chữ số', en: 'Enter a number in digits' },
  NUMBER_NOT_WHOLE: { vi: 'Xin ghi ít chữ số hơn sau dấu phẩy', en: 'Enter fewer digits after the decimal sign' },
  NUMBER_TOO_SMALL: { vi: 'Số này nhỏ quá, xin xem lại', en: 'This number is too small, check it' },
  NUMBER_TOO_LARGE: { vi: 'Số này lớn quá, xin xem lại', en: 'This number is too large, check it' },
  MONEY_INVALID: { vi: 'Xin ghi số tiền bằng chữ số, ví dụ 1.250.000', en: 'Enter the amount in digits, such as 1.250.000' },
  OPTION_UNKNOWN: { vi: 'Xin chọn một câu trả lời trong danh sách', en: 'Choose one of the answers listed' },
  WARD_NAME_REQUIRED: { vi: 'Xin ghi phường, xã', en: 'Enter the ward' },
  WARD_AMBIGUOUS: { vi: 'Có nhiều nơi tên này, xin chọn một', en: 'Several places have this name, choose one' },
  PROVINCE_REQUIRED: { vi: 'Xin ghi tỉnh, thành phố', en: 'Enter the province or city' },
  ROWS_TOO_FEW: { vi: 'Còn thiếu, xin thêm cho đủ', en: 'Some are missing, add them' },
  ROWS_TOO_MANY: { vi: 'Nhiều quá, xin bỏ bớt', en: 'Too many, remove some' },
  RULE_BROKEN: { vi: 'Không khớp với câu trả lời khác hoặc với quy định', en: 'Does not fit another answer, or the law' },
  ANSWER_MALFORMED: { vi: 'Câu trả lời sai kiểu dữ liệu', en: 'The answer has the wrong shape' },
  UNKNOWN_FIELD: { vi: 'Tờ khai không có ô này, xin bỏ đi', en: 'The form has no such field, remove it' },
  ADDRESS_REQUIRED: { vi: 'Xin ghi số nhà, đường, thôn hoặc tổ dân phố', en: 'Enter house number and street' },
  WARD_REQUIRED: { vi: 'Xin chọn phường, xã, thị trấn', en: 'Choose the ward' },
  AGENCY_REQUIRED: { vi: 'Xin chọn nơi giải quyết hồ sơ', en: 'Choose the agency' },
  CHOICE_REQUIRED: { vi: 'Xin chọn một cách', en: 'Choose one' },
  CHOOSE_ONE: { vi: 'Xin chọn một cách nhận', en: 'Choose how to receive it' },
  OWNER_ONLY: {
    vi: 'Giấy tờ này chỉ giao tận tay người có tên. Xin để trống ô này và chọn ngày ông/bà có mặt',
    en: 'This paper is handed only to the person named on it. Leave this empty and choose a day when you are there'
  },
  CHOICE_NOT_OFFERED: {
    vi: 'Thủ tục này không có cách này. Xin chọn cách khác',
    en: 'This procedure does not offer this. Choose another way'
  },
  PAPER_REQUIRED: { vi: 'Xin tải lên giấy tờ này', en: 'Upload this paper' },
  ANSWER_REQUIRED: { vi: 'Xin chọn một câu trả lời', en: 'Choose an answer' },
  PERSON_REQUIRED: { vi: 'Xin chọn một người', en: 'Choose a person' },
  SUBSTITUTE_IS_ABSENT: { vi: 'Người thay phải là người khác', en: 'The substitute must be somebody else' },
  SUBSTITUTE_UNFIT: {
    vi: 'Người này không làm được việc của người vắng. Xin chọn người cùng vai trò, hoặc phụ trách của họ',
    en: 'This person cannot do the work of the one who is away. Choose somebody with the same role, or their head'
  },
  DATES_IN_ORDER: { vi: 'Ngày cuối không được trước ngày đầu', en: 'The last day cannot be before the first' },
  SUBSTITUTION_TOO_LONG: {
    vi: 'Một lần nhiều nhất 90 ngày; vắng lâu hơn xin lập lần nữa',
    en: 'At most 90 days at a time; arrange it again for longer'
  },
  CHOOSE_DUTY: { vi: 'Xin chọn ít nhất một lĩnh vực hoặc ghi một mã thủ tục', en: 'Choose a sector or enter a procedure code' },
  PROCEDURE_UNKNOWN: {
    vi: 'Có mã thủ tục không đúng. Xin xem lại từng dòng',
    en: 'One of these procedure codes is unknown. Check each line'
  },
  TEXT_TOO_LONG: { vi: 'Câu này dài quá, xin rút xuống dưới 600 chữ', en: 'This text is too long, keep it under 600 characters' },
  NAME_UNKNOWN: {
    vi: 'Có tên trong ngoặc nhọn mà giấy này không điền được',
    en: 'There is a name in braces that this paper cannot fill in'
  },
  STEP_REQUIRED: { vi: 'Xin chọn một bước đã làm trước đó', en: 'Choose a step that was done before' },
  DEADLINE_OUTSIDE: {
    vi: 'Hạn trả lời phải sau lúc này và không sau hạn của hồ sơ',
    en: 'The deadline must be later than now and not after the dossier is due'
  },
  HELD_IN_FUTURE: { vi: 'Xin ghi lúc đã xác minh, không sau bây giờ', en: 'Enter when it was held, not later than now' },
  OFFICE_REQUIRED: { vi: 'Xin chọn cơ quan', en: 'Choose the office' },
  OFFICE_IS_OURS: { vi: 'Phản ánh đang ở chính cơ quan này. Xin chọn cơ quan khác', en: 'It lies at this very office. Choose another' },
  TOO_MANY_FILES: {
    vi: 'Nhiều tệp quá. Xin gộp các trang vào một tệp PDF, hoặc bỏ bớt tệp',
    en: 'Too many files. Put the pages into one PDF, or take some away'
  },
  SUBJECT_REQUIRED: { vi: 'Xin ghi ngắn gọn nội dung yêu cầu giải quyết', en: 'Say briefly what you ask for' },
  DECLARATION_REQUIRED: { vi: 'Xin đánh dấu vào ô cam đoan', en: 'Tick the declaration' },
  PASSWORD_WRONG: { vi: 'Mật khẩu chưa đúng, xin nhập lại', en: 'The password is wrong, enter it again' },
  TEMPLATE_FAULTY: { vi: 'Mẫu còn chỗ sai, xin sửa các dòng ghi bên dưới', en: 'The template has faults; mend the lines named below' },
  REASON_REQUIRED: { vi: 'Xin ghi lý do', en: 'Enter the reason' },
  LEGAL_BASIS_REQUIRED: { vi: 'Xin ghi điều khoản làm căn cứ', en: 'Enter the article of law' },
  TOO_LONG: { vi: 'Nội dung dài quá, xin viết ngắn lại', en: 'This is too long, shorten it' },
  LAST_FOUR_INVALID: { vi: 'Xin ghi đúng 4 chữ số cuối', en: 'Enter exactly the last 4 digits' },
  CODE_INVALID: { vi: 'Mã gồm 6 chữ số', en: 'The code has 6 digits' },
  LAST_DIGITS_INVALID: { vi: 'Xin ghi 4 số cuối của giấy tờ tùy thân đã xem', en: 'Enter the last 4 digits of the identity paper you saw' },
  CONFIRMATION_REQUIRED: {
    vi: 'Xin đánh dấu đã kiểm mã một lần hoặc đã có chữ ký',
    en: 'Tick that the one-time code was checked or the receiver signed'
  },
  PAPERS_NOT_ALL_PRESENT: {
    vi: 'Xin đánh dấu từng giấy tờ đã có. Thiếu giấy tờ thì chọn “Chưa nhận được”',
    en: 'Tick every paper that is there. If one is missing, choose “Could not collect”'
  },
  COUNT_INVALID: {
    vi: 'Xin ghi số giấy tờ đã đếm, ít nhất bằng số trong danh sách',
    en: 'Enter how many papers were counted, at least as many as listed'
  },
  SIGNATURES_REQUIRED: { vi: 'Xin đánh dấu hai bên đã ký', en: 'Tick that both sides signed' },
  AUTHORISATION_REQUIRED: {
    vi: 'Người nhận không phải chủ hồ sơ hay người nộp: cần ảnh giấy ủy quyền',
    en: 'The receiver is neither applicant nor filer: a picture of the authorisation is needed'
  },
  COUNTER_INVALID: { vi: 'Số quầy từ 1 đến 99', en: 'A counter has a number from 1 to 99' },
  DIFFERENCE_REASON_REQUIRED: {
    vi: 'Tiền đếm được lệch với sổ: xin ghi lý do',
    en: 'The cash counted differs from the books: enter the reason'
  },
  SHELF_INVALID: { vi: 'Xin ghi ô để kết quả, ví dụ A3 hoặc B-12', en: 'Enter the place on the shelf, such as A3 or B-12' },
  SIGNATURE_REQUIRED: {
    vi: 'Xin ký vào ô, hoặc đánh dấu đã ký trên giấy',
    en: 'Sign in the box, or tick that the paper was signed'
  },
  FILE_TOO_BIG: {
    vi: 'Tệp lớn quá. Xin chụp lại ở cỡ nhỏ hơn hoặc chia thành nhiều tệp',
    en: 'The file is too large. Take a smaller picture or split it'
  },
  FILE_WRONG_TYPE: { vi: 'Tệp không phải PDF, JPG hay PNG. Xin chọn tệp khác', en: 'The file is not a PDF, JPG or PNG. Choose another' },
  FILE_EMPTY: { vi: 'Tệp không có nội dung. Xin chọn lại', en: 'The file is empty. Choose it again' },
  FILE_LOCKED: {
    vi: 'Tệp có mật khẩu. Xin in ra PDF không có mật khẩu rồi chọn lại',
    en: 'The file has a password. Print it to a PDF without one and choose that'
  },
  FILE_UNREADABLE: {
    vi: 'Không đọc được tệp: tệp bị hỏng. Xin chụp hoặc quét lại',
    en: 'The file cannot be read: it is damaged. Photograph or scan it again'
  },
  FILE_INFECTED: {
    vi: 'Tệp có vi-rút nên không được nhận. Xin quét vi-rút, hoặc chụp lại giấy bằng điện thoại',
    en: 'The file contains a virus and was not taken. Check your device, or photograph the paper with a phone'
  },
  FILE_NOT_FOUND: { vi: 'Không còn thấy tệp này. Xin chọn tệp khác', en: 'This file is no longer there. Choose another' },
  UPLOAD_FAILED: { vi: 'Chưa tải được tệp vì hệ thống gặp trục trặc. Xin thử lại', en: 'The file was not uploaded. Try again' }
} satisfies Record<string, Words>

export type FieldErrorCode = keyof typeof fieldErrors
