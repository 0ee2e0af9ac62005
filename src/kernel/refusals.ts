// The catalogue of "no": code, HTTP status, and the sentence in both languages that says what to do next.
import type { Words } from './locale.ts'

type Entry = Words & { status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503 }
const catalogue = <Code extends string>(entries: Record<Code, Entry>) => entries

export const refusals = catalogue({
  // The request itself
  REQUEST_MALFORMED: { status: 400, vi: 'Yêu cầu chưa đúng dạng: {detail}.', en: 'The request is malformed: {detail}.' },
  FORM_INCOMPLETE: { status: 422, vi: 'Còn chỗ cần sửa trước khi tiếp tục.', en: 'Some answers need correcting before you go on.' },
  PAGE_NOT_FOUND: {
    status: 404,
    vi: 'Không có trang này. Xin xem lại địa chỉ hoặc tìm từ trang đầu.',
    en: 'There is no such page. Check the address or search from the home page.'
  },
  TOO_MANY_TRIES: {
    status: 429,
    vi: 'Thử quá nhiều lần. Xin đợi {seconds} giây rồi thử lại.',
    en: 'Too many tries. Wait {seconds} seconds and try again.'
  },
  FORM_EXPIRED: {
    status: 403,
    vi: 'Trang mở đã lâu. Xin mở lại trang rồi gửi lần nữa.',
    en: 'This page was open too long. Reload it and send again.'
  },
  // Who you are
  SIGN_IN_NEEDED: { status: 401, vi: 'Xin đăng nhập để tiếp tục.', en: 'Sign in to continue.' },
  NOT_YOURS_TO_SEE: { status: 404, vi: 'Không tìm thấy hồ sơ này trong danh sách của ông/bà.', en: 'This dossier is not among yours.' },
  NOT_YOURS_TO_DO: { status: 403, vi: 'Việc này không thuộc vai trò của tài khoản đang đăng nhập.', en: 'Your role may not do this.' },
  SIGN_IN_FAILED: { status: 401, vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng.', en: 'The user name or password is wrong.' },
  USERNAME_TAKEN: {
    status: 409,
    vi: 'Tên đăng nhập {username} đã có người dùng. Xin chọn tên khác.',
    en: 'The user name {username} is taken. Choose another.'
  },
  SIGN_IN_CODE_WRONG: {
    status: 401,
    vi: 'Mã chưa đúng hoặc đã hết hạn. Xin kiểm tra lại, hoặc lấy mã mới.',
    en: 'The code is wrong or has expired. Check it, or ask for a new one.'
  },
  IDENTITY_LINKED_ELSEWHERE: {
    status: 409,
    vi: '{provider} này đã ghép với một tài khoản khác nên không ghép được vào đây. Xin đăng nhập bằng {provider} để vào tài khoản đó, hoặc gọi 1022.',
    en: 'This {provider} is linked to another account and cannot be linked here. Sign in with {provider} to reach that account, or call 1022.'
  },
  IDENTITY_OF_ANOTHER: {
    status: 409,
    vi: 'Tài khoản này đang mang thông tin của một người khác với người mà {provider} xác thực, nên không ghép được. Xin mang căn cước đến quầy một cửa, hoặc gọi 1022.',
    en: 'This account holds the details of somebody other than the person {provider} vouches for, so they cannot be linked. Bring your identity card to a one-stop desk, or call 1022.'
  },
  PHONE_TAKEN: {
    status: 409,
    vi: 'Số điện thoại mới đã có một tài khoản khác; mỗi số chỉ có một tài khoản. Xin dùng số khác, hoặc gọi 1022.',
    en: 'The new phone number has an account of its own; a number has one account only. Use another number, or call 1022.'
  },
  // Looking up
  PROCEDURE_NOT_FOUND: { status: 404, vi: 'Không có thủ tục mã {code}.', en: 'There is no procedure {code}.' },
  AGENCY_NOT_FOUND: { status: 404, vi: 'Không có cơ quan mã {code}.', en: 'There is no agency {code}.' },
  DOSSIER_NOT_FOUND: { status: 404, vi: 'Không tìm thấy hồ sơ.', en: 'The dossier was not found.' },
  SHIPMENT_NOT_FOUND: { status: 404, vi: 'Không tìm thấy bưu gửi.', en: 'The shipment was not found.' },
  FILE_NOT_FOUND: { status: 404, vi: 'Không tìm thấy tệp.', en: 'The file was not found.' },
  TRACKING_NOT_FOUND: {
    status: 404,
    vi: 'Mã hồ sơ và 4 số cuối không khớp với hồ sơ nào. Xin xem lại hai ô bên dưới.',
    en: 'The code and the last 4 digits match no dossier. Check both.'
  },
  PETITION_NOT_FOUND: {
    status: 404,
    vi: 'Số phản ánh và 4 số cuối điện thoại không khớp với phản ánh nào. Xin xem lại hai ô bên dưới.',
    en: 'The number and the last 4 digits of the phone match no petition. Check both.'
  },
  QUESTION_NOT_FOUND: { status: 404, vi: 'Không tìm thấy câu hỏi này.', en: 'This question was not found.' },
  // Helping somebody
  HELP_NOT_FOUND: {
    status: 404,
    vi: 'Không tìm thấy lời nhờ này. Xin mở mục “Giúp người khác” để xem ông/bà được ai nhờ.',
    en: 'This request for help was not found. Open “Help somebody” to see who asked you.'
  },
  HELP_ENDED: {
    status: 403,
    vi: 'Lời nhờ của {name} không còn hiệu lực nên ông/bà không mở hồ sơ này được nữa. Những gì đã lưu vẫn còn nguyên ở chỗ {name}; điều vừa gõ ở trang này không được ghi. Nếu vẫn cần giúp, xin {name} nhờ lại trong mục “Nhờ người giúp”.',
    en: 'The request of {name} no longer holds, so you cannot open this dossier any more. Everything saved is still with {name}; what was just typed on this page was not kept. If help is still needed, {name} can ask again under “Ask somebody to help”.'
  },
  HELP_USED: {
    status: 409,
    vi: 'Lời nhờ này đã dùng cho một hồ sơ. Mỗi lời nhờ chỉ dùng một lần; cần làm hồ sơ khác, xin nhờ lại.',
    en: 'This request was already used for one dossier. Each holds once; for another dossier, ask again.'
  },
  HELPER_MAY_NOT: {
    status: 403,
    vi: 'Việc này chỉ {name} tự làm được: rút hồ sơ, xóa bản nháp, tải kết quả, đổi nơi nhận, đánh giá. Người được nhờ khai, gửi giấy tờ, nộp hồ sơ, nộp phí và theo dõi.',
    en: 'Only {name} can do this: withdraw, discard a draft, download the result, change the delivery, rate. A helper fills in, sends papers, files, pays and follows.'
  },
  HELPER_NOT_SELF: {
    status: 422,
    vi: 'Ông/bà đang làm hồ sơ cho {name}. Hồ sơ của chính ông/bà xin mở riêng ở “Hồ sơ của tôi”.',
    en: 'You are filing for {name}. Your own dossiers are under “My dossiers”.'
  },
  HELPER_ALREADY: {
    status: 409,
    vi: 'Hồ sơ này đang nhờ {name}. Xin thôi nhờ người đó trước, rồi nhờ người khác.',
    en: '{name} is helping with this dossier. End that first, then ask somebody else.'
  },
  HELP_CODE_WRONG: {
    status: 422,
    vi: 'Mã chưa đúng hoặc đã hết hạn. Xin đọc lại tin nhắn, hoặc gửi mã mới.',
    en: 'The code is wrong or has expired. Read the message again, or send a new code.'
  },
  HELP_LIMIT: {
    status: 429,
    vi: 'Hôm nay đã gửi nhiều lời nhờ từ tài khoản này hoặc đến số này. Xin thử lại ngày mai, hoặc cùng nhau đến quầy một cửa.',
    en: 'Many requests were sent today from this account or to this number. Try again tomorrow, or come to the desk together.'
  },
  // The dossier's life
  MOVE_NOT_ALLOWED: {
    status: 409,
    vi: 'Hồ sơ đang ở trạng thái “{stateWords}” nên không làm được việc này. Xin tải lại trang để xem diễn biến mới nhất.',
    en: 'The dossier is “{stateWords}”, so this cannot be done. Reload to see what happened.'
  },
  DRAFT_CHANGED_ELSEWHERE: {
    status: 409,
    vi: 'Trang này đã được sửa ở một cửa sổ hoặc máy khác lúc {at}. Những gì ông/bà vừa điền còn trên trang này nhưng chưa lưu.',
    en: 'This page was changed in another window or on another device at {at}. What you typed is still on this page but not saved.'
  },
  SUPPLEMENT_ALREADY_ASKED: {
    status: 409,
    vi: 'Hồ sơ này đã được yêu cầu bổ sung một lần; theo quy định chỉ được yêu cầu một lần.',
    en: 'A supplement was already requested once; the law allows one request.'
  },
  SUPPLEMENT_TOO_LATE: {
    status: 409,
    vi: 'Đã quá 03 ngày làm việc kể từ khi tiếp nhận nên không yêu cầu bổ sung được nữa.',
    en: 'More than three working days have passed since receipt; a supplement can no longer be requested.'
  },

  PAPERS_NOT_ARRIVED: {
    status: 409,
    vi: 'Bưu điện chưa giao giấy tờ của hồ sơ này đến quầy. Xin quét bưu gửi khi nhận được, rồi tiếp nhận.',
    en: 'The post has not brought the papers of this dossier yet. Scan the parcel when it arrives, then accept.'
  },
  NOT_FOR_DESK: {
    status: 409,
    vi: 'Hồ sơ này đăng ký nhận kết quả qua bưu điện và bưu gửi đang đi. Xin xem diễn biến bưu gửi.',
    en: 'This result is on its way by post. See the parcel.'
  },
  RESULT_MISSING: {
    status: 422,
    vi: 'Xin đính kèm văn bản kết quả (PDF) trước khi duyệt.',
    en: 'Attach the result document (PDF) before approving.'
  },
  PROCEDURE_NOT_OFFERED: {
    status: 422,
    vi: 'Cơ quan này không nhận thủ tục này, hoặc thủ tục chưa nộp được theo cách này.',
    en: 'This agency does not take this procedure, or not in this way.'
  },
  IDENTITY_CHECK_NEEDED: {
    status: 422,
    vi: 'Xin ghi lại giấy tờ tùy thân đã xem trước khi trao kết quả.',
    en: 'Record the identity paper you checked before handing over.'
  },
  // After a visit of the post that failed
  PARCEL_WISH_NOT_OPEN: {
    status: 409,
    vi: 'Bưu gửi này hiện không đổi cách nhận được: bưu tá đang đi phát, đã giao, hoặc đang trên đường trở lại quầy. Cần giúp, xin gọi 1022.',
    en: 'How this parcel is received cannot be changed now: it is out for delivery, was handed over, or is on its way back. Call 1022 for help.'
  },
  PARCEL_LINK_USED: {
    status: 409,
    vi: 'Liên kết này đã dùng một lần. Để đổi lại, xin nhận mã 6 số gửi đến điện thoại của ông/bà.',
    en: 'This link was used once. To change your choice, ask for the 6-digit code sent to your phone.'
  },
  PARCEL_LINK_GONE: {
    status: 404,
    vi: 'Liên kết này không còn dùng được. Xin tra cứu hồ sơ bằng mã hồ sơ, hoặc gọi 1022.',
    en: 'This link no longer works. Track the dossier by its code, or call 1022.'
  },
  // Being heard
  RATING_NOT_OPEN: {
    status: 409,
    vi: 'Chỉ đánh giá được hồ sơ đã trả kết quả, và chỉ sửa đánh giá được trong 7 ngày.',
    en: 'Only a dossier whose result was returned can be rated, and a rating can be changed for 7 days.'
  },
  FEEDBACK_MOVE_NOT_ALLOWED: {
    status: 409,
    vi: 'Đang ở trạng thái “{stateWords}” nên không làm được việc này. Xin tải lại trang để xem diễn biến mới nhất.',
    en: 'It is “{stateWords}”, so this cannot be done. Reload to see what happened.'
  },
  // Money
  PAYMENT_NOT_DUE: {
    status: 409,
    vi: 'Hồ sơ này hiện không còn khoản nào phải nộp. Xin tải lại trang để xem mới nhất.',
    en: 'Nothing is to be paid for this dossier now. Reload to see what happened.'
  },
  PAYMENT_NOT_ONLINE: {
    status: 409,
    vi: 'Hiện chưa nộp trực tuyến được. Xin nộp tại quầy một cửa.',
    en: 'Paying online is not possible now. Please pay at the desk.'
  },
  PAYMENT_HELD: {
    status: 409,
    vi: 'Tiền ông/bà đã trả đang được ngân hàng kiểm tra. Xin đừng trả lại; cần hỏi thêm, xin gọi 1022.',
    en: 'The bank is checking the money you paid. Do not pay again; questions: call 1022.'
  },
  PAYMENT_ENTRY_NOT_FOUND: { status: 404, vi: 'Không tìm thấy khoản tiền này.', en: 'This payment was not found.' },
  PAYMENT_ENTRY_ANSWERED: {
    status: 409,
    vi: 'Khoản này đã được đối soát xong. Xin tải lại trang.',
    en: 'This item has been reconciled already. Reload the page.'
  },
  // Files
  FILE_TOO_BIG: {
    status: 413,
    vi: 'Tệp “{name}” lớn hơn {limit}. Xin chụp lại ở cỡ nhỏ hơn hoặc chia thành nhiều tệp.',
    en: '“{name}” is larger than {limit}. Take a smaller picture or split it.'
  },
  FILE_WRONG_TYPE: {
    status: 415,
    vi: 'Tệp “{name}” không phải PDF hay ảnh JPG, PNG. Xin chọn tệp khác.',
    en: '“{name}” is not a PDF, JPG or PNG. Choose another file.'
  },
  FILE_EMPTY: { status: 422, vi: 'Tệp “{name}” không có nội dung. Xin chọn lại.', en: '“{name}” is empty. Choose it again.' },
  FILE_LOCKED: {
    status: 422,
    vi: 'Tệp “{name}” có mật khẩu. Xin mở tệp bằng mật khẩu, in ra PDF không có mật khẩu, rồi chọn tệp mới.',
    en: '“{name}” has a password. Open it with the password, print it to a PDF without one, and choose that.'
  },
  FILE_UNREADABLE: {
    status: 422,
    vi: 'Không đọc được tệp “{name}”: tệp bị hỏng. Xin chụp hoặc quét lại, rồi chọn tệp mới.',
    en: '“{name}” cannot be read: it is damaged. Photograph or scan it again and choose the new file.'
  },
  FILE_INFECTED: {
    status: 422,
    vi: 'Tệp “{name}” có vi-rút nên không được nhận. Xin quét vi-rút trên máy của ông/bà, hoặc chụp lại giấy bằng điện thoại.',
    en: '“{name}” contains a virus and was not taken. Check your device for viruses, or photograph the paper with a phone.'
  },
  UPLOAD_FAILED: {
    status: 503,
    vi: 'Chưa tải được tệp “{name}” vì hệ thống gặp trục trặc. Tệp khác vẫn còn. Xin thử lại sau ít phút.',
    en: '“{name}” was not uploaded because something failed on our side. The other files are kept. Try again in a few minutes.'
  },
  TOO_MANY_FILES: {
    status: 422,
    vi: 'Nhiều nhất {most} tệp. Xin gộp các trang vào một tệp PDF, hoặc bỏ bớt tệp.',
    en: 'At most {most} files. Put the pages into one PDF, or take some away.'
  },
  // The post
  SHIPMENT_COMMAND_NOT_ALLOWED: {
    status: 409,
    vi: 'Bưu gửi đang ở trạng thái “{statusWords}” nên không ghi được bước này.',
    en: 'The shipment is “{statusWords}”, so this step cannot be recorded.'
  },
  REASON_NEEDED: { status: 422, vi: 'Xin chọn lý do.', en: 'Choose a reason.' },
  PROOF_NEEDED: { status: 422, vi: 'Chưa đủ bằng chứng giao nhận: {missing}.', en: 'The proof is not complete: {missing}.' },
  WEBHOOK_SIGNATURE_BAD: { status: 401, vi: 'Chữ ký của thông báo không đúng.', en: 'The webhook signature is not valid.' },
  // Integrators
  API_KEY_NEEDED: {
    status: 401,
    vi: 'Cần khóa API trong tiêu đề Authorization: Bearer ….',
    en: 'Send an API key in the header Authorization: Bearer ….'
  },
  SCOPE_MISSING: { status: 403, vi: 'Khóa API này không có quyền {scope}.', en: 'This API key lacks the scope {scope}.' },
  IDEMPOTENCY_KEY_NEEDED: { status: 400, vi: 'Thiếu tiêu đề Idempotency-Key.', en: 'The Idempotency-Key header is missing.' },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    vi: 'Idempotency-Key này đã dùng cho một nội dung khác.',
    en: 'This Idempotency-Key was used with another body.'
  },
  REQUEST_IN_PROGRESS: {
    status: 409,
    vi: 'Yêu cầu với Idempotency-Key này đang được xử lý. Xin thử lại sau giây lát.',
    en: 'A request with this Idempotency-Key is still running. Try again shortly.'
  },
  // The house itself
  SERVICE_UNAVAILABLE: {
    status: 503,
    vi: 'Hệ thống đang bận hoặc sắp dừng để bảo trì. Những gì đã nộp vẫn được giữ. Xin thử lại sau ít phút.',
    en: 'The system is busy or stopping. What you filed is kept. Try again in a few minutes.'
  }
})

export type RefusalCode = keyof typeof refusals
