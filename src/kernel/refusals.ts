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
  // Registers
  REGISTER_NOT_FOUND: {
    status: 404,
    vi: 'Cơ quan không có sổ theo dõi này. Xin chọn một năm trong danh sách sổ.',
    en: 'There is no such register here. Choose a year from the list of books.'
  },
  REGISTER_CLOSED: {
    status: 409,
    vi: 'Sổ {number} đã khóa, không ghi thêm được. Việc của năm đã khóa xin ghi chú vào sổ năm sau.',
    en: 'Book {number} is closed; nothing can be added. Note it in the book of the next year.'
  },
  REGISTER_YEAR_OPEN: {
    status: 409,
    vi: 'Năm {year} chưa hết nên chưa khóa sổ được. Xin khóa từ ngày 01/01 năm sau.',
    en: 'The year {year} is not over, so its book stays open. Close it from 1 January on.'
  },
  REGISTER_NOT_PROPOSED: {
    status: 409,
    vi: 'Chưa ai đề nghị khóa sổ {number}. Xin trưởng bộ phận một cửa đề nghị trước.',
    en: 'Nobody has proposed to close book {number}. The head of the desk proposes first.'
  },
  REGISTER_FOUR_EYES: {
    status: 409,
    vi: 'Khóa sổ cần hai người. Xin để lãnh đạo cơ quan khóa sổ.',
    en: 'Closing a book takes two people. Let a head of the agency close it.'
  },
  // Originals
  ORIGINAL_NOT_FOUND: {
    status: 404,
    vi: 'Không có bản chính nào mang mã {code}. Xin quét lại, hoặc gõ đủ 8 ký tự sau chữ BG.',
    en: 'No original bears the code {code}. Scan again, or type all 8 signs after BG.'
  },
  ORIGINAL_ON_ITS_WAY: {
    status: 409,
    vi: 'Bản chính {code} đang nằm trên một phiếu bàn giao khác chờ bên nhận. Xin rút phiếu đó lại trước.',
    en: 'Original {code} is on another hand-over list waiting for its receiver. Call that list back first.'
  },
  ORIGINAL_GONE: {
    status: 409,
    vi: 'Bản chính {code} không còn ở cơ quan nên không bàn giao được. Xin mở trang bản chính để xem ai đang giữ.',
    en: 'Original {code} is no longer in the house and cannot be handed over. Open its page to see who has it.'
  },
  ORIGINAL_NOT_OFFERED: {
    status: 409,
    vi: 'Chưa ai giao bản chính {code} trên phiếu này nên chưa nhận được. Xin bên giao quét trước.',
    en: 'Nobody has given original {code} on this list, so it cannot be received. The giver scans first.'
  },
  ORIGINAL_SAME_HOLDER: {
    status: 409,
    vi: 'Bản chính {code} đang ở chính nơi nhận. Xin chọn nơi nhận khác.',
    en: 'Original {code} is at that place already. Choose another receiver.'
  },
  ORIGINAL_BOTH_SIDES: {
    status: 409,
    vi: 'Bàn giao cần hai người. Xin để người khác bên nhận xác nhận.',
    en: 'A hand-over takes two people. Let somebody else on the receiving side confirm.'
  },
  ORIGINAL_NOT_LOST: {
    status: 409,
    vi: 'Bản chính {code} không ở trạng thái báo mất.',
    en: 'Original {code} was not reported lost.'
  },
  ORIGINAL_NOT_YOURS: {
    status: 403,
    vi: 'Bản chính {code} không do nơi của ông/bà giữ nên không làm việc này được.',
    en: 'Original {code} is not held by you, so you cannot do this.'
  },
  HAND_OVER_NOT_FOUND: {
    status: 404,
    vi: 'Không tìm thấy phiếu bàn giao này ở nơi ông/bà làm việc.',
    en: 'There is no such hand-over list where you work.'
  },
  HAND_OVER_OVER: {
    status: 409,
    vi: 'Phiếu bàn giao {number} đã xong hoặc đang ở bước khác. Xin mở lại phiếu để xem.',
    en: 'Hand-over list {number} is finished or at another step. Open it again.'
  },
  HAND_OVER_EMPTY: {
    status: 422,
    vi: 'Phiếu chưa có bản chính nào. Xin quét ít nhất một bản.',
    en: 'The list has no original yet. Scan at least one.'
  },
  HAND_OVER_UNACCOUNTED: {
    status: 422,
    vi: 'Còn {count} bản chưa quét mà chưa nói lý do. Xin quét, hoặc ghi vì sao không nhận.',
    en: '{count} are neither scanned nor explained. Scan them, or say why they were not received.'
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
  NOTHING_MISSING: {
    status: 422,
    vi: 'Giấy tờ bắt buộc đã đủ, không cần phiếu hướng dẫn. Xin bấm “Nhận hồ sơ”.',
    en: 'Every required paper is there; no slip is needed. Accept the dossier.'
  },
  GUIDANCE_NOT_FOUND: {
    status: 404,
    vi: 'Không có phiếu hướng dẫn này, hoặc đã quá 30 ngày. Xin nhận như một lượt mới.',
    en: 'There is no such slip, or its 30 days are over. Accept as a new visit.'
  },
  // Outages
  OUTAGE_BLOCK_UNKNOWN: {
    status: 409,
    vi: 'Dải số này không thuộc cơ quan đang đăng nhập. Xin đăng nhập bằng tài khoản của quầy đã nhận hồ sơ rồi gửi lại.',
    en: 'This block of numbers is not of your agency. Sign in at the desk that accepted the dossier and send again.'
  },
  OUTAGE_UNREADABLE: {
    status: 422,
    vi: 'Không đọc được hồ sơ này. Xin giữ nguyên máy và báo người quản trị.',
    en: 'This dossier cannot be read. Leave the machine as it is and tell the administrator.'
  },
  OUTAGE_SIGNATURE_WRONG: {
    status: 409,
    vi: 'Chữ ký của máy không đúng: nội dung đã bị sửa sau khi nhận. Phụ trách quầy xem lại với người dân theo giấy đã in.',
    en: 'The machine’s signature is wrong: the content was altered. The head of the desk checks it against the printed receipt.'
  },
  OUTAGE_NUMBER_OUTSIDE: {
    status: 409,
    vi: 'Số {number} nằm ngoài dải {first}–{last} đã cấp cho máy này. Phụ trách quầy hủy số này và nhận lại hồ sơ.',
    en: 'Number {number} is outside the block {first}–{last} lent to this machine. The head of the desk voids it and accepts anew.'
  },
  OUTAGE_NUMBER_USED: {
    status: 409,
    vi: 'Số {number} đã cấp cho một hồ sơ khác. Phụ trách quầy hủy số này và nhận lại hồ sơ.',
    en: 'Number {number} belongs to another dossier already. The head of the desk voids it and accepts anew.'
  },
  OUTAGE_TIME_OUTSIDE: {
    status: 409,
    vi: 'Giờ nhận trên giấy không nằm trong ngày của dải số. Phụ trách quầy xem lại đồng hồ của máy.',
    en: 'The time on the receipt is outside the day of its block. The head of the desk checks the clock of the machine.'
  },
  OUTAGE_TIME_AHEAD: {
    status: 409,
    vi: 'Giờ nhận trên giấy còn ở phía trước: đồng hồ của máy chạy nhanh. Xin gửi lại sau giờ ghi trên giấy.',
    en: 'The time on the receipt is still to come: the machine’s clock is fast. Send again after that time.'
  },
  OUTAGE_RECEIPT_WRONG: {
    status: 409,
    vi: 'Giấy đã in không khớp với hồ sơ gửi lên. Phụ trách quầy xem lại với người dân theo giấy đã in.',
    en: 'The printed receipt does not agree with what was sent. The head of the desk checks it against the paper.'
  },
  OUTAGE_VERSION_OTHER: {
    status: 409,
    vi: 'Thủ tục đã đổi trước ngày nhận mà máy chưa biết. Phụ trách quầy ghi lý do rồi nhận theo bản đang có hiệu lực, hoặc hủy.',
    en: 'The procedure had changed and the machine did not know. The head of the desk accepts it under the version in force, with a reason, or voids it.'
  },
  OUTAGE_ACCEPTED_ONLINE: {
    status: 409,
    vi: 'Hồ sơ này đã được nhận trực tuyến với mã {code} ngay trước khi mất mạng. Hủy số ngoại tuyến và báo người dân dùng mã đó.',
    en: 'This dossier was accepted online as {code} just before the network went. Void the offline number and tell the person to use that code.'
  },
  OUTAGE_ALREADY_SETTLED: {
    status: 409,
    vi: 'Hồ sơ này đã được giải quyết với nội dung khác. Xin tải lại trang để xem.',
    en: 'This one was settled already, with other content. Reload the page to see it.'
  },
  OUTAGE_ITEM_NOT_FOUND: {
    status: 404,
    vi: 'Không có hồ sơ ngoại tuyến này ở cơ quan đang đăng nhập.',
    en: 'There is no such offline dossier at your agency.'
  },
  OUTAGE_NUMBERS_OPEN: {
    status: 409,
    vi: 'Còn số đã cấp mà hồ sơ chưa gửi lên. Xin gửi hết rồi mới trả dải số.',
    en: 'Some numbers were given and their dossiers have not come in. Send them first, then return the block.'
  },
  OUTAGE_FAILED: {
    status: 409,
    vi: 'Máy chủ gặp lỗi với hồ sơ này; hồ sơ vẫn còn trên máy. Xin gửi lại sau, vẫn lỗi thì gọi 1022.',
    en: 'The server failed with this one; it is still on the machine. Send again later; if it fails again, call 1022.'
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
  RESULT_DRAFT_CHANGED: {
    status: 409,
    vi: 'Dự thảo của hồ sơ {code} đã được sửa sau khi trang này mở ra. Xin đọc lại rồi ký.',
    en: 'The draft of dossier {code} was changed after this page was opened. Read it again, then sign.'
  },
  SUPPLEMENT_ALREADY_ASKED: {
    status: 409,
    vi: 'Hồ sơ này đã được yêu cầu bổ sung một lần; theo quy định chỉ được yêu cầu một lần.',
    en: 'A supplement was already requested once; the law allows one request.'
  },
  SUPPLEMENT_TOO_LATE: {
    status: 409,
    vi: 'Chỉ được yêu cầu bổ sung trong {days} ngày làm việc kể từ khi tiếp nhận ({article}), đến hết ngày {lastDay}. Xin giải quyết theo giấy tờ đã có.',
    en: 'A supplement can be requested within {days} working days of receipt only ({article}), until {lastDay}. Decide on the papers there are.'
  },
  SUSPENSION_NOT_ALLOWED: {
    status: 409,
    vi: 'Chưa có quy định chuyên ngành nào cho phép tạm dừng hồ sơ thuộc thủ tục {procedureCode}, lĩnh vực {sectorCode}, nên thời hạn vẫn chạy. Nếu có luật cho phép, xin báo người quản trị thêm điều luật và số ngày vào danh mục thời hạn.',
    en: 'No special law is known that allows suspending a dossier of procedure {procedureCode}, sector {sectorCode}, so the clock runs on. If there is one, ask the administrator to add its article and days to the limits.'
  },
  APOLOGY_ALREADY_SENT: {
    status: 409,
    vi: 'Hồ sơ này đã hẹn lại một lần; theo quy định chỉ được hẹn lại một lần (NĐ 61/2018/NĐ-CP Điều 19 khoản 9). Xin giải quyết ngay.',
    en: 'A new date was given once; the law allows one only (Decree 61/2018, Article 19.9). Settle it now.'
  },
  APOLOGY_NOT_FOUND: {
    status: 404,
    vi: 'Không còn phiếu xin lỗi này: hồ sơ đã có kết quả, hoặc hạn trả đã đổi. Xin tải lại trang.',
    en: 'This letter is no longer there: the result came first, or the due date changed. Reload the page.'
  },
  APOLOGY_NOT_PROPOSED: {
    status: 409,
    vi: 'Cán bộ chưa ghi xong lý do và ngày hẹn mới nên chưa ký được. Xin chờ cán bộ trình lại.',
    en: 'The officer has not yet named cause and new date, so it cannot be signed. Wait for the officer.'
  },
  APOLOGY_FOUR_EYES: {
    status: 403,
    vi: 'Người trình không ký phiếu xin lỗi của chính mình. Xin để lãnh đạo khác ký.',
    en: 'Whoever proposes a letter of apology does not sign it. Ask another head.'
  },
  ESCALATION_NOT_FOUND: { status: 404, vi: 'Không tìm thấy nhắc việc này.', en: 'This notice was not found.' },

  PAPERS_NOT_ALL_CHECKED: {
    status: 409,
    vi: 'Còn {n} giấy tờ chưa xét. Phiếu yêu cầu bổ sung phải nêu hết một lần, nên xin xét từng giấy là đúng hay chưa đúng rồi gửi.',
    en: '{n} papers have no verdict yet. A supplement request names everything at once: mark each paper right or wrong, then send.'
  },
  PAPER_MARKED_WRONG: {
    status: 409,
    vi: 'Giấy tờ bắt buộc “{name}” đang ghi là chưa đúng nên chưa tiếp nhận được. Xin gửi yêu cầu bổ sung, hoặc xét lại giấy này.',
    en: 'The required paper “{name}” is marked wrong, so the dossier cannot be accepted. Ask for a supplement, or look at the paper again.'
  },
  HELD_BY_COLLEAGUE: {
    status: 409,
    vi: '{name} đang kiểm tra hồ sơ này từ {since}. Xin để {name} làm xong, hoặc bấm “Tôi kiểm tra tiếp”.',
    en: '{name} has been checking this dossier since {since}. Let them finish, or press “I take it over”.'
  },
  SECOND_REQUEST_OPEN: {
    status: 409,
    vi: 'Đề nghị bổ sung lần nữa của {name} đang chờ duyệt. Xin đợi người phụ trách trả lời.',
    en: 'A proposal of {name} for another request is waiting for approval. Wait for the answer.'
  },
  SECOND_REQUEST_NOT_FOUND: {
    status: 404,
    vi: 'Không tìm thấy đề nghị này, hoặc đã được trả lời. Xin tải lại danh sách.',
    en: 'This proposal was not found, or was answered already. Reload the list.'
  },
  SECOND_REQUEST_NOT_NEEDED: {
    status: 409,
    vi: 'Hồ sơ này chưa yêu cầu bổ sung lần nào, nên gửi được ngay, không cần duyệt.',
    en: 'No supplement was requested yet, so it can be sent at once, without approval.'
  },
  FOUR_EYES_NEEDED: {
    status: 403,
    vi: 'Người đề nghị không tự duyệt được. Xin để người phụ trách khác duyệt.',
    en: 'Whoever proposes cannot approve. Another person in charge has to.'
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
  // Results: drafts, signing, the register
  RESULT_DRAFT_NOT_FOUND: { status: 404, vi: 'Không tìm thấy dự thảo kết quả này.', en: 'There is no such draft of a result.' },
  RESULT_DRAFT_EXISTS: {
    status: 409,
    vi: 'Hồ sơ này đã có dự thảo kết quả. Xin mở dự thảo đó để sửa, hoặc bỏ nó trước khi soạn bản khác.',
    en: 'This dossier has a draft already. Open it to change it, or drop it before drafting another.'
  },
  RESULT_DRAFT_ELSEWHERE: {
    status: 409,
    vi: 'Dự thảo đang ở bước “{state}” nên chưa làm được việc này. Xin tải lại trang để xem ai đang giữ.',
    en: 'The draft is at the step “{state}”, so this cannot be done now. Reload the page to see who has it.'
  },
  NEEDS_OTHER_EYES: {
    status: 403,
    vi: 'Người soạn không tự duyệt, tự ký dự thảo của mình. Xin nhờ một người khác của cơ quan.',
    en: 'Who drafted it may not agree to it or sign it. Ask somebody else of the agency.'
  },
  NOT_YOUR_DRAFT: {
    status: 403,
    vi: 'Chỉ người soạn sửa được dự thảo này. Xin trả lại kèm ý kiến để người soạn sửa.',
    en: 'Only who drafted it may change this draft. Return it with your remark.'
  },
  TEMPLATE_MISSING: {
    status: 409,
    vi: 'Chưa có mẫu văn bản nào đang có hiệu lực cho việc này. Xin nhờ người ký thêm mẫu ở trang Mẫu kết quả.',
    en: 'No template is in force for this. Ask who signs to add one on the page of templates.'
  },
  NOTHING_TO_SIGN: { status: 422, vi: 'Xin chọn ít nhất một dự thảo để ký.', en: 'Choose at least one draft to sign.' },
  TOO_MANY_TO_SIGN: {
    status: 422,
    vi: 'Mỗi lần ký nhiều nhất {most} văn bản. Xin bỏ bớt rồi ký tiếp ở lần sau.',
    en: 'At most {most} documents are signed at once. Take some out and sign them next.'
  },
  PASSWORD_WRONG: {
    status: 422,
    vi: 'Mật khẩu chưa đúng nên chưa ký văn bản nào. Xin nhập lại.',
    en: 'The password is wrong, so nothing was signed. Enter it again.'
  },
  SIGNING_FAILED: {
    status: 503,
    vi: 'Chưa ký được: {detail}. Văn bản vẫn ở danh sách chờ ký; xin thử lại, nếu vẫn lỗi thì báo người quản trị chứng thư số.',
    en: 'Not signed: {detail}. The document is still on the list; try again, and if it fails tell who manages the certificate.'
  },
  SIGNING_CALLED_OFF: {
    status: 409,
    vi: 'Người ký đã dừng lệnh ký trước khi tới văn bản này.',
    en: 'The order was stopped before it came to this document.'
  },
  RESULT_NOT_FOUND: {
    status: 404,
    vi: 'Không tìm thấy kết quả này trong sổ của cơ quan.',
    en: 'This result is not in the register of the agency.'
  },
  RESULT_REVOKED_ALREADY: { status: 409, vi: 'Kết quả này đã bị thu hồi.', en: 'This result was revoked already.' },
  RESULT_NOT_SEALED_YET: {
    status: 409,
    vi: 'Dấu của thành phố chưa đóng xong vào kết quả này. Xin thử lại sau một phút.',
    en: 'The city’s seal is still being put to this result. Try again in a minute.'
  },
  RESULT_REVOKED_BY_TWO: {
    status: 409,
    vi: 'Kết quả chỉ thu hồi được ở sổ kết quả, với đề nghị của một người và xác nhận của người ký khác.',
    en: 'A result is revoked in the register only: one person proposes it and another, who signs, confirms.'
  },
  REVOCATION_WAITS: {
    status: 409,
    vi: 'Đã có đề nghị thu hồi kết quả này, đang chờ người ký xác nhận.',
    en: 'A proposal to revoke this result already waits for confirmation.'
  },
  REVOCATION_NOT_FOUND: {
    status: 409,
    vi: 'Không còn đề nghị thu hồi nào đang chờ cho kết quả này.',
    en: 'No proposal to revoke this result is waiting.'
  },
  PROCEDURE_NOT_OFFERED: {
    status: 422,
    vi: 'Cơ quan này không nhận thủ tục này, hoặc thủ tục chưa nộp được theo cách này.',
    en: 'This agency does not take this procedure, or not in this way.'
  },
  // The counters
  TICKET_NOT_FOUND: {
    status: 404,
    vi: 'Không thấy số thứ tự này trong hôm nay. Xin lấy số mới ở máy lấy số.',
    en: 'There is no such ticket today. Take a new one at the machine.'
  },
  TICKET_NOT_AT_COUNTER: {
    status: 409,
    vi: 'Quầy này đang không gọi ai. Xin bấm F9 để gọi người tiếp theo.',
    en: 'Nobody is called to this counter. Press F9 to call the next person.'
  },
  NOBODY_WAITS: {
    status: 409,
    vi: 'Không còn ai chờ. Màn hình tự báo khi có người lấy số.',
    en: 'Nobody waits. The screen tells when somebody takes a ticket.'
  },
  SHIFT_NEEDED: {
    status: 409,
    vi: 'Xin mở ca trước: chọn số quầy và ghi tiền lẻ đầu ca ở trang “Ca làm việc”.',
    en: 'Open your shift first: choose the counter and enter the cash float on the page “Shift”.'
  },
  SHIFT_OPEN_ALREADY: {
    status: 409,
    vi: 'Ông/bà đang có ca chưa đóng, hoặc quầy {counter} đang có người ngồi. Xin đóng ca cũ hoặc chọn quầy khác.',
    en: 'You have a shift that is not closed, or counter {counter} is taken. Close the old shift or choose another counter.'
  },
  SHIFT_NOT_FOUND: { status: 404, vi: 'Không tìm thấy ca làm việc này.', en: 'This shift was not found.' },
  SHIFT_CLOSED: {
    status: 409,
    vi: 'Ca này đã đóng, không đóng lại được. Khoản thu sau đó thuộc ca tiếp theo.',
    en: 'This shift is closed and cannot be closed again. What came later belongs to the next shift.'
  },
  SHIFT_CONFIRMED: { status: 409, vi: 'Ca này đã được xác nhận.', en: 'This shift has been confirmed.' },
  SHIFT_NEEDS_ANOTHER: {
    status: 403,
    vi: 'Người khác phải đếm và xác nhận: trưởng bộ phận, hoặc người nhận ca.',
    en: 'Somebody else must count and confirm: the head of the section, or who takes over.'
  },
  SHELF_NEEDS_RESULT: {
    status: 409,
    vi: 'Chỉ xếp kệ hồ sơ đã có kết quả và chưa trả. Xin tải lại trang.',
    en: 'Only a result that is ready and not yet returned goes on the shelf. Reload the page.'
  },
  FEE_STILL_OWED: {
    status: 409,
    vi: 'Hồ sơ còn {amount} phải thu. Xin thu tiền rồi trả kết quả, đánh dấu “Đã thu tiền mặt”.',
    en: '{amount} is still owed. Take the money, tick “Cash taken”, then hand over.'
  },
  NOTE_EMPTY: { status: 422, vi: 'Xin ghi nội dung, nhiều nhất 1.000 chữ.', en: 'Write a note of at most 1,000 signs.' },
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
  MANIFEST_NOT_FOUND: { status: 404, vi: 'Không tìm thấy bảng kê này.', en: 'The bordereau was not found.' },
  MANIFEST_SIGNED: {
    status: 409,
    vi: 'Biên bản {number} đã ký lúc {at} nên không sửa được nữa. Có sai lệch, xin ghi thành dòng đính chính ở bảng kê sau.',
    en: 'The record {number} was signed at {at} and cannot be changed. Write what differs as a correction on the next bordereau.'
  },
  MANIFEST_EMPTY: {
    status: 409,
    vi: 'Bảng kê chưa có dòng nào. Xin quét bưu gửi trước khi ký.',
    en: 'The bordereau has no line yet. Scan the envelopes before signing.'
  },
  MANIFEST_UNCHECKED: {
    status: 409,
    vi: 'Còn {n} bưu gửi đã quét mà chưa kiểm niêm phong và đếm giấy. Xin kiểm hết rồi ký.',
    en: '{n} scanned envelopes are not checked yet. Check their seals and papers, then sign.'
  },
  // The internal process
  STEP_MOVED_ON: {
    status: 409,
    vi: 'Bước này vừa được người khác làm. Xin xem lại hồ sơ ở dưới.',
    en: 'Somebody has just done this step. Look at the dossier again below.'
  },
  STEP_NOT_YOURS: {
    status: 409,
    vi: 'Bước đang làm không ở tay người bấm nút. Xin nhận việc trước, hoặc nhờ người đang giữ hay lãnh đạo làm.',
    en: 'The step at hand is not yours. Take it first, or ask whoever has it or the head of the agency.'
  },
  STEP_DECIDES_NOT: {
    status: 409,
    vi: 'Bước “{step}” không được quyết định việc này. Xin chuyển hồ sơ sang bước có quyền quyết định.',
    en: 'The step “{step}” may not decide this. Send the dossier on to the step that may.'
  },
  STEP_PAUSED: {
    status: 409,
    vi: 'Hồ sơ không ở trạng thái đang giải quyết nên chưa chuyển đi được. Xin đợi hồ sơ tiếp tục.',
    en: 'The dossier is not being processed now, so it cannot be passed on. Wait until it goes on.'
  },
  STEP_IS_LAST: {
    status: 409,
    vi: 'Đây là bước cuối: bước này kết thúc bằng quyết định, không chuyển tiếp được.',
    en: 'This is the last step: it ends with the decision and cannot be sent on.'
  },
  CONSULTATION_ANSWERED: { status: 409, vi: '{by} đã trả lời câu hỏi này.', en: '{by} has answered this question.' },
  NOTHING_TO_FORWARD: {
    status: 409,
    vi: 'Hồ sơ chưa được tiếp nhận hoặc đã xong, không có gì để chuyển.',
    en: 'The dossier is not accepted yet or has ended; there is nothing to forward.'
  },
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
