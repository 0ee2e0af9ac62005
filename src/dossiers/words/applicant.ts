// Words a citizen reads while filing and while waiting. Plain, "ông/bà", and always what to do next.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const startWords = words({
  title: { vi: 'Bắt đầu nộp hồ sơ', en: 'Start filing' },
  back: { vi: 'Quay lại thủ tục', en: 'Back to the procedure' },
  time: { vi: 'Thời gian giải quyết', en: 'Processing time' },
  fee: { vi: 'Lệ phí khi nộp tại nhà', en: 'Fee when filed from home' },
  result: { vi: 'Ông/bà nhận được', en: 'You get' },
  papers: { vi: 'Giấy tờ cần có', en: 'Papers you need' },
  noPapers: { vi: 'Thủ tục này không cần giấy tờ kèm theo.', en: 'No papers are needed.' },
  where: { vi: 'Nơi giải quyết', en: 'Who decides' },
  whereHint: {
    vi: 'Thường là nơi ông/bà thường trú hoặc nơi xảy ra việc cần đăng ký.',
    en: 'Usually where you live, or where the matter took place.'
  },
  chooseWard: { vi: 'Chọn phường, xã, thị trấn', en: 'Choose a ward or commune' },
  chooseDistrict: { vi: 'Chọn quận, huyện', en: 'Choose a district' },
  search: { vi: 'Tìm nhanh theo tên, không cần dấu', en: 'Find by name, with or without accents' },
  searchButton: { vi: 'Tìm nơi này', en: 'Find' },
  found: { vi: '{n} nơi hợp với “{q}”', en: '{n} places match “{q}”' },
  notFound: { vi: 'Không có nơi nào hợp với “{q}”. Xin chọn trong danh sách.', en: 'No place matches “{q}”. Choose from the list.' },
  showAll: { vi: 'Xem tất cả', en: 'Show all' },
  askHelp: { vi: 'Nhờ người giúp', en: 'Ask somebody to help' },
  giveHelp: { vi: 'Làm giúp người khác', en: 'File for somebody' },
  begin: { vi: 'Bắt đầu', en: 'Start' },
  beginSignedOut: {
    vi: 'Bước sau, ông/bà đăng nhập bằng số điện thoại. Không cần đăng ký trước.',
    en: 'Next you sign in with your phone number. No registration needed.'
  },
  leave: {
    vi: 'Mỗi trang được lưu ngay. Ông/bà có thể dừng và làm tiếp bất cứ lúc nào ở “Hồ sơ của tôi”.',
    en: 'Every page is saved at once. You can stop and go on at any time from “My dossiers”.'
  },
  draftExists: { vi: 'Ông/bà đang có bản nháp của thủ tục này, lưu lúc {at}.', en: 'You have a draft of this procedure, saved at {at}.' },
  resume: { vi: 'Làm tiếp bản nháp', en: 'Continue the draft' },
  closedTitle: { vi: 'Thủ tục này chưa nộp được trên trang này', en: 'This procedure cannot be filed on this site yet' },
  closedWhy: {
    vi: 'Thủ tục này cần ông/bà đến quầy: cơ quan phải xem giấy tờ bản chính hoặc gặp người yêu cầu.',
    en: 'For this procedure you come to the desk: the office must see the originals or meet you in person.'
  },
  closedDo: {
    vi: 'Ông/bà mang các giấy tờ dưới đây đến quầy một cửa của',
    en: 'Bring the papers below to the one-stop desk of'
  },
  closedPlaces: { vi: 'Xem nơi nộp và giờ mở cửa', en: 'See places and opening hours' },
  paperOnly: {
    vi: 'Cơ quan cần giấy tờ bản giấy, nên bưu điện sẽ đến nhà lấy. Ông/bà khai trên trang này trước.',
    en: 'The office needs the papers themselves, so the post collects them at your home. You fill in the form here first.'
  }
})

export const stepTitles = words({
  'nguoi-nop': { vi: 'Người nộp', en: 'Who files' },
  'giay-to': { vi: 'Giấy tờ', en: 'Papers' },
  'nhan-ket-qua': { vi: 'Cách nhận kết quả', en: 'How you get the result' },
  'xem-lai': { vi: 'Xem lại và nộp', en: 'Check and file' }
})

export const filingWords = words({
  saved: { vi: 'Đã lưu nháp lúc {time}.', en: 'Draft saved at {time}.' },
  next: { vi: 'Lưu và tiếp tục', en: 'Save and continue' },
  toReview: { vi: 'Lưu và quay lại trang xem lại', en: 'Save and go back to the check' },
  later: { vi: 'Lưu, để làm sau', en: 'Save for later' },
  savedForLater: { vi: 'Đã lưu bản nháp. Ông/bà làm tiếp lúc nào cũng được.', en: 'The draft is saved. Continue whenever you like.' },
  backMine: { vi: 'Quay lại hồ sơ của tôi', en: 'Back to my dossiers' },
  backTo: { vi: 'Quay lại: {title}', en: 'Back: {title}' },
  changedTitle: { vi: 'Chưa lưu.', en: 'Not saved.' },
  changedDo: {
    vi: 'Muốn giữ những gì trên trang này, xin bấm lưu lần nữa. Muốn bỏ và dùng bản đã lưu ở nơi khác:',
    en: 'To keep what is on this page, save again. To drop it and take what was saved elsewhere:'
  },
  reload: { vi: 'Tải lại trang', en: 'Reload the page' },
  sentTo: { vi: 'Nộp cho {agency}', en: 'To be filed with {agency}' }
})

export const whoWords = words({
  whom: { vi: 'Ông/bà nộp hồ sơ cho ai?', en: 'For whom are you filing?' },
  self: { vi: 'Cho chính tôi', en: 'For myself' },
  other: { vi: 'Cho người khác', en: 'For another person' },
  otherHint: { vi: 'Con, cha mẹ, vợ chồng, người nhờ tôi nộp', en: 'A child, parent, spouse, somebody who asked me' },
  organisation: { vi: 'Cho tổ chức, doanh nghiệp', en: 'For an organisation or business' },
  you: { vi: 'Thông tin của ông/bà', en: 'About you' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  nameHint: { vi: 'Như trên căn cước', en: 'As on the identity card' },
  phone: { vi: 'Số điện thoại', en: 'Phone number' },
  phoneHint: { vi: 'Cơ quan và bưu điện gọi số này', en: 'The office and the post call this number' },
  identityNumber: { vi: 'Số căn cước', en: 'Identity number' },
  identityHint: { vi: '12 chữ số. Cần để đối chiếu khi trả kết quả', en: '12 digits. Used to check who receives the result' },
  bornOn: { vi: 'Ngày sinh', en: 'Date of birth' },
  bornHint: { vi: 'Chỉ nhớ năm thì ghi năm', en: 'If only the year is known, enter the year' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  addressHint: { vi: 'Số nhà, đường hoặc thôn, phường hoặc xã', en: 'House number, street or village, ward' },
  relation: { vi: 'Ông/bà là gì của người đó?', en: 'What are you to this person?' },
  relationShort: { vi: 'Quan hệ với người đó', en: 'Relation to this person' },
  relationHint: { vi: 'Ví dụ: mẹ, con, người được ủy quyền', en: 'For example: mother, son, authorised person' },
  theirName: { vi: 'Họ và tên của người đó', en: 'Their full name' },
  theirIdentity: { vi: 'Số căn cước hoặc số định danh của người đó', en: 'Their identity number' },
  theirIdentityHint: { vi: 'Trẻ chưa có số thì để trống', en: 'Leave empty for a child without one' },
  theirBornOn: { vi: 'Ngày sinh của người đó', en: 'Their date of birth' },
  theirPhone: { vi: 'Số điện thoại của người đó', en: 'Their phone number' },
  theirPhoneHint: { vi: 'Để trống nếu dùng số của ông/bà', en: 'Leave empty to use yours' },
  theirAddress: { vi: 'Địa chỉ của người đó', en: 'Their address' },
  theirAddressHint: { vi: 'Để trống nếu giống địa chỉ của ông/bà', en: 'Leave empty if the same as yours' },
  organisationName: { vi: 'Tên tổ chức, doanh nghiệp', en: 'Name of the organisation' },
  taxCode: { vi: 'Mã số thuế', en: 'Tax code' },
  taxHint: { vi: '10 chữ số, chi nhánh thêm gạch nối và 3 chữ số', en: '10 digits; a branch adds a dash and 3 digits' },
  organisationPhone: { vi: 'Điện thoại của tổ chức', en: 'Phone of the organisation' },
  organisationAddress: { vi: 'Địa chỉ trụ sở', en: 'Address of the head office' },
  position: { vi: 'Chức vụ của ông/bà', en: 'Your position' }
})

/** How much of a draft is left. */
export const taskListWords = words({
  at: { vi: 'Bản nháp, sẽ nộp cho {agency}', en: 'Draft, to be filed with {agency}' },
  done: { vi: 'Đã xong {n} trên {all} phần.', en: '{n} of {all} parts are done.' },
  parts: { vi: 'Các phần của hồ sơ', en: 'Parts of the dossier' },
  next: { vi: 'Làm tiếp: {title}', en: 'Go on: {title}' },
  last: { vi: 'Xem lại và nộp', en: 'Check and file' },
  blocked: {
    vi: 'Ông/bà xem lại và nộp được khi mọi phần trên đã xong.',
    en: 'You can check and file once all parts above are done.'
  },
  kept: {
    vi: 'Lưu lần cuối lúc {at}. Bản nháp được giữ đến {day}; mỗi lần làm tiếp, bản nháp được giữ thêm 90 ngày. Ông/bà đăng nhập ở máy nào cũng làm tiếp được.',
    en: 'Last saved at {at}. The draft is kept until {day}; every change keeps it for another 90 days. You can go on from any device where you sign in.'
  }
})

export const paperWords = words({
  lead: {
    vi: 'Chụp rõ bốn góc, không bị lóa. Mỗi tệp là PDF, JPG hoặc PNG, không quá {limit}. Một giấy có nhiều trang thì chọn nhiều tệp.',
    en: 'Show all four corners, no glare. Each file a PDF, JPG or PNG of at most {limit}. For several pages choose several files.'
  },
  formLimit: {
    vi: 'Trình duyệt này gửi cả tệp trong một lần, nên mỗi tệp không quá {limit}.',
    en: 'This browser sends each file in one go, so each may have at most {limit}.'
  },
  join: { vi: 'Gộp thành một tệp PDF khi có nhiều trang', en: 'Put several pages into one PDF' },
  joinNow: { vi: 'Gộp {n} tệp thành một tệp PDF', en: 'Put the {n} files into one PDF' },
  reuse: { vi: 'Dùng lại giấy đã có', en: 'Use a paper you keep here' },
  reuseHint: {
    vi: 'Từ “Giấy tờ của tôi”. Đánh dấu giấy cần dùng rồi bấm nút ở cuối trang.',
    en: 'From “My papers”. Tick the paper and press the button at the end of the page.'
  },
  reuseExpired: { vi: 'vẫn dùng dù đã hết hạn ngày {day}', en: 'use it although it expired on {day}' },
  reuseUntil: { vi: 'có giá trị đến {day}', en: 'valid until {day}' },
  reuseNumber: { vi: 'số {number}', en: 'number {number}' },
  none: { vi: 'Thủ tục này không cần tải giấy tờ. Ông/bà sang bước sau.', en: 'Nothing to upload here. Go on to the next step.' },
  collected: {
    vi: 'Ông/bà đã chọn bưu điện đến nhà lấy giấy tờ, nên không bắt buộc tải ảnh lên. Có ảnh thì cơ quan xem trước được.',
    en: 'The post collects your papers, so uploads are optional. With pictures the office can look at them earlier.'
  },
  mayBeCollected: {
    vi: 'Không chụp được? Ở bước sau ông/bà có thể chọn bưu điện đến nhà lấy giấy tờ.',
    en: 'Cannot take pictures? In the next step you can have the post collect your papers.'
  },
  copiesNeeded: { vi: '{n} bản', en: '{n} copies' },
  onlyWhen: { vi: 'Chỉ cần {when}.', en: 'Needed only in this case: {when}.' },
  own: {
    vi: 'Một Cửa tự lập từ những điều ông/bà đã điền. Ông/bà không phải tải lên.',
    en: 'Made from what you filled in. There is nothing to upload.'
  },
  ownTag: { vi: 'Không phải tải lên', en: 'Nothing to upload' },
  formHint: { vi: 'Tờ khai đã điền và ký. Mẫu có ở quầy một cửa.', en: 'Filled in and signed. The blank is available at any desk.' },
  present: { vi: 'Chỉ xuất trình, không phải nộp', en: 'Only shown, not handed in' },
  presentLead: {
    vi: 'Ông/bà mang theo để cơ quan hoặc bưu tá xem khi nhận kết quả.',
    en: 'Have these at hand: the clerk or the postman looks at them when you get the result.'
  },
  kept: { vi: 'Các tệp khác đã được giữ.', en: 'The other files were kept.' },
  remove: { vi: 'Bỏ tệp này', en: 'Remove' },
  replaceAll: { vi: 'Thay cho các tệp đã tải', en: 'In place of the files above' }
})

export const deliveryWords = words({
  method: { vi: 'Ông/bà nhận kết quả thế nào?', en: 'How do you want the result?' },
  desk: { vi: 'Đến quầy nhận', en: 'Collect at the desk' },
  deskHint: { vi: 'Tại {agency}. Không mất thêm tiền.', en: 'At {agency}. No extra cost.' },
  post: { vi: 'Bưu điện đưa đến nhà', en: 'The post brings it home' },
  postHint: { vi: 'Cước theo bảng giá bưu điện, trả khi nhận.', en: 'Postage by the tariff of the post, paid on delivery.' },
  electronic: { vi: 'Tệp có chữ ký số', en: 'A digitally signed file' },
  electronicHint: { vi: 'Tải về trên trang này. Không mất thêm tiền.', en: 'Download it from this site. No extra cost.' },
  papersTitle: { vi: 'Giấy tờ của ông/bà đến cơ quan thế nào?', en: 'How do your papers get to the office?' },
  upload: { vi: 'Tôi tải ảnh lên là đủ', en: 'I upload pictures' },
  uploadHint: { vi: 'Cơ quan cần xem bản chính thì xem khi trả kết quả.', en: 'If originals must be seen, it is when you get the result.' },
  collect: { vi: 'Bưu điện đến nhà lấy giấy tờ', en: 'The post collects the papers at my home' },
  collectHint: {
    vi: 'Cước theo bảng giá bưu điện. Giấy tờ được niêm phong trước mặt ông/bà; ngày nộp tính khi quầy ký nhận.',
    en: 'Postage by the tariff of the post. Sealed in front of you; filed in law when the desk signs for them.'
  },
  receiver: { vi: 'Người nhận', en: 'Who receives it' },
  giver: { vi: 'Người giao giấy tờ', en: 'Who hands over the papers' },
  phone: { vi: 'Số điện thoại để bưu tá gọi', en: 'Phone the postman calls' },
  address: { vi: 'Số nhà, đường, thôn hoặc tổ dân phố', en: 'House number, street or village' },
  ward: { vi: 'Phường, xã, thị trấn', en: 'Ward or commune' },
  chooseWard: { vi: 'Chọn trong danh sách', en: 'Choose from the list' },
  sameHint: { vi: 'Để trống các ô dưới nếu giống nơi nhận kết quả.', en: 'Leave these empty if the same as where the result goes.' },
  when: { vi: 'Khi nào tiện đến lấy?', en: 'When is a good time?' },
  anyTime: { vi: 'Lúc nào cũng được', en: 'Any time' },
  morning: { vi: 'Buổi sáng', en: 'Morning' },
  afternoon: { vi: 'Buổi chiều', en: 'Afternoon' },
  evening: { vi: 'Sau 17:00', en: 'After 17:00' },
  cityOnly: { vi: 'Địa chỉ trong thành phố Hải Phòng.', en: 'Addresses within Hải Phòng.' }
})

export const reviewWords = words({
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  agency: { vi: 'Nơi giải quyết', en: 'Who decides' },
  applicant: { vi: 'Người có yêu cầu', en: 'Applicant' },
  filer: { vi: 'Người nộp', en: 'Filed by' },
  notGiven: { vi: 'Chưa có', en: 'Missing' },
  byPost: { vi: 'đi cùng bưu điện', en: 'travels by post' },
  delivery: { vi: 'Nhận kết quả', en: 'Result' },
  pickUp: { vi: 'Lấy giấy tờ', en: 'Papers collected' },
  fees: { vi: 'Phí, lệ phí', en: 'Fees' },
  noFee: { vi: 'Không thu phí, lệ phí khi nộp theo cách này.', en: 'No fee when filed this way.' },
  sum: { vi: 'Tổng cộng', en: 'Total' },
  per: { vi: 'mỗi {unit}', en: 'per {unit}' },
  postage: { vi: 'Cước bưu điện tính riêng, theo bảng giá bưu điện.', en: 'Postage is separate, by the tariff of the post.' },
  payLater: {
    vi: 'Trả trực tuyến sau khi nộp hồ sơ, ở quầy, hoặc khi nhận kết quả. Lúc này ông/bà chưa phải trả gì.',
    en: 'Paid online once the dossier is filed, at the desk, or with the result. Nothing to pay now.'
  },
  perhaps: {
    vi: 'Có thể thêm, khi cơ quan xem hồ sơ thấy đúng trường hợp. Khi đó cơ quan báo cho ông/bà trước.',
    en: 'May be added when the office finds that the case applies. You would be told first.'
  },
  seeForm: { vi: 'Xem tờ khai (PDF)', en: 'See the filled form (PDF)' },
  times: { vi: '{n} × {each}', en: '{n} × {each}' },
  next: { vi: 'Nộp xong thì thế nào?', en: 'What happens next?' },
  change: { vi: 'Sửa', en: 'Change' },
  declaration: {
    vi: 'Tôi cam đoan những điều đã khai là đúng và chịu trách nhiệm trước pháp luật về những điều đó.',
    en: 'I declare that what I have stated is true and I am responsible for it before the law.'
  },
  declarationTitle: { vi: 'Cam đoan', en: 'Declaration' },
  submit: { vi: 'Nộp hồ sơ', en: 'File now' }
})
