// Every message to people as data: what is said on which occasion, in both languages. Names in braces are filled in.
import type { Words } from '../kernel/locale.ts'

/**
 * `sms` travels in at most three parts with its accents, in one or two without; `body` is the letter. `urgent`: somebody waits with
 * the telephone in hand, so it is sent by night too.
 */
export type Template = { subject: Words; body: Words; sms: Words; urgent?: boolean }

const template = (rows: Record<string, Template>) => rows

export const templates = template({
  submitted: {
    subject: { vi: 'Đã nhận hồ sơ {code}', en: 'Dossier {code} received' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\nHồ sơ “{procedure}” đã được gửi đến {agency}, mã {code}.\nQuầy một cửa sẽ kiểm tra và báo cho ông/bà. Xem hồ sơ đến đâu tại {url}.',
      en: 'Dear {name},\n\nYour dossier “{procedure}” was sent to {agency}, code {code}.\nThe desk will check it and tell you. Follow it at {url}.'
    },
    sms: { vi: 'Một Cửa: đã nhận hồ sơ {code}. Theo dõi: {url}', en: 'Mot Cua: dossier {code} received. Track: {url}' }
  },
  accepted: {
    subject: { vi: 'Hồ sơ {code} đã được tiếp nhận, hẹn trả {due}', en: 'Dossier {code} accepted, due {due}' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\n{agency} đã tiếp nhận hồ sơ “{procedure}”, mã {code}.\nHẹn trả kết quả: {due}.\nGiấy tiếp nhận và cách đếm ngày có tại {url}.',
      en: 'Dear {name},\n\n{agency} accepted your dossier “{procedure}”, code {code}.\nResult due: {due}.\nThe receipt and how the days were counted are at {url}.'
    },
    sms: { vi: 'Một Cửa: hồ sơ {code} đã tiếp nhận, hẹn trả {due}.', en: 'Mot Cua: dossier {code} accepted, due {due}.' }
  },
  accepted_in_outage: {
    subject: {
      vi: 'Hồ sơ {code} nhận lúc mất mạng đã vào sổ, hẹn trả {due}',
      en: 'Dossier {code}, taken in without a network, is registered, due {due}'
    },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\n{agency} đã nhận hồ sơ “{procedure}”, mã {code}, lúc mất mạng ({received}); nay hồ sơ đã vào sổ. Giờ nhận và mã trên giấy ông/bà đang giữ vẫn đúng.\nHẹn trả kết quả: {due}.\nGiấy tiếp nhận và cách đếm ngày có tại {url}.',
      en: 'Dear {name},\n\n{agency} took in your dossier “{procedure}”, code {code}, without a network ({received}); it is registered now. The time and the code on your receipt stand.\nResult due: {due}.\nThe receipt and how the days were counted are at {url}.'
    },
    sms: {
      vi: 'Một Cửa: hồ sơ {code} nhận lúc mất mạng đã vào sổ, hẹn trả {due}.',
      en: 'Mot Cua: dossier {code}, taken without a network, is registered, due {due}.'
    }
  },
  refused: {
    subject: { vi: 'Hồ sơ {code} không được tiếp nhận', en: 'Dossier {code} was not accepted' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\n{agency} không tiếp nhận hồ sơ “{procedure}”, mã {code}.\nLý do: {note}\nPhiếu từ chối có tại {url}. Cần giải thích thêm, xin gọi 1022.',
      en: 'Dear {name},\n\n{agency} did not accept your dossier “{procedure}”, code {code}.\nReason: {note}\nThe slip is at {url}. Call 1022 for help.'
    },
    sms: {
      vi: 'Một Cửa: hồ sơ {code} không được tiếp nhận. Lý do tại {url}',
      en: 'Mot Cua: dossier {code} was not accepted. Reason: {url}'
    }
  },
  supplement: {
    subject: { vi: 'Hồ sơ {code} cần ông/bà bổ sung giấy tờ', en: 'Dossier {code} needs papers from you' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\n{agency} cần ông/bà bổ sung cho hồ sơ “{procedure}”, mã {code}:\n{reasons}\nĐây là toàn bộ những gì còn thiếu, chỉ yêu cầu một lần. Bổ sung ngay tại {url}.',
      en: 'Dear {name},\n\n{agency} needs the following for your dossier “{procedure}”, code {code}:\n{reasons}\nThis is everything, and it is asked once. Send it at {url}.'
    },
    sms: { vi: 'Một Cửa: hồ sơ {code} cần bổ sung giấy tờ. Xem tại {url}', en: 'Mot Cua: dossier {code} needs papers. See {url}' }
  },
  supplemented: {
    subject: { vi: 'Đã nhận giấy tờ bổ sung của hồ sơ {code}', en: 'Papers for dossier {code} received' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\n{agency} đã nhận giấy tờ bổ sung của hồ sơ “{procedure}”, mã {code}.\nXem hồ sơ đến đâu tại {url}.',
      en: 'Dear {name},\n\n{agency} received the papers you sent for “{procedure}”, code {code}.\nFollow it at {url}.'
    },
    sms: { vi: 'Một Cửa: đã nhận giấy tờ bổ sung của hồ sơ {code}.', en: 'Mot Cua: papers for dossier {code} received.' }
  },
  payment: {
    subject: { vi: 'Hồ sơ {code} cần nộp phí, lệ phí', en: 'Dossier {code}: payment needed' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\nHồ sơ “{procedure}”, mã {code}, cần nộp phí, lệ phí: {note}\nÔng/bà nộp tại quầy một cửa của {agency}. Thời gian chờ nộp không tính vào thời gian giải quyết. Chi tiết: {url}.',
      en: 'Dear {name},\n\nYour dossier “{procedure}”, code {code}, needs a payment: {note}\nPay at the desk of {agency}. The legal time stands still meanwhile. Details: {url}.'
    },
    sms: { vi: 'Một Cửa: hồ sơ {code} cần nộp phí, lệ phí. Xem {url}', en: 'Mot Cua: dossier {code} needs a payment. See {url}' }
  },
  result: {
    subject: { vi: 'Hồ sơ {code} đã có kết quả', en: 'The result of dossier {code} is ready' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\nHồ sơ “{procedure}”, mã {code}, đã có kết quả.\n{delivery}\nXem tại {url}.',
      en: 'Dear {name},\n\nThe result of your dossier “{procedure}”, code {code}, is ready.\n{delivery}\nSee {url}.'
    },
    sms: { vi: 'Một Cửa: hồ sơ {code} đã có kết quả. {url}', en: 'Mot Cua: the result of dossier {code} is ready. {url}' }
  },
  result_revoked: {
    subject: { vi: 'Kết quả số {number} đã bị thu hồi', en: 'Result {number} was revoked' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\n{agency} đã thu hồi kết quả số {number} của hồ sơ {code} từ ngày {date}.\nLý do: {note}\nCăn cứ: {basis}\nTừ ngày đó giấy này không còn giá trị; ai kiểm tra mã trên giấy đều thấy như vậy. Xin liên hệ {agency} hoặc gọi 1022 để được hướng dẫn cấp lại. Ông/bà có quyền khiếu nại. Xem tại {url}.',
      en: 'Dear {name},\n\n{agency} revoked result {number} of dossier {code} as of {date}.\nReason: {note}\nLegal basis: {basis}\nSince that day the paper has no force, and whoever checks its code sees so. Ask {agency} or call 1022 how to get a new one. You may complain against this. See {url}.'
    },
    sms: {
      vi: 'Một Cửa: kết quả số {number} đã bị thu hồi, không còn giá trị. Lý do: {url} hoặc gọi 1022.',
      en: 'Mot Cua: result {number} was revoked and has no force. Why: {url} or call 1022.'
    }
  },
  returned: {
    subject: { vi: 'Đã trả kết quả hồ sơ {code}', en: 'The result of dossier {code} was handed over' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\nKết quả hồ sơ “{procedure}”, mã {code}, đã được trả cho ông/bà.\nNếu ông/bà chưa nhận được, xin gọi 1022 ngay. Diễn biến: {url}.',
      en: 'Dear {name},\n\nThe result of your dossier “{procedure}”, code {code}, was handed over.\nIf you did not receive it, call 1022 at once. History: {url}.'
    },
    sms: {
      vi: 'Một Cửa: đã trả kết quả hồ sơ {code}. Chưa nhận được: gọi 1022.',
      en: 'Mot Cua: result of dossier {code} handed over. Not received? Call 1022.'
    }
  },
  withdrawn: {
    subject: { vi: 'Hồ sơ {code} đã được rút', en: 'Dossier {code} was withdrawn' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\nHồ sơ “{procedure}”, mã {code}, đã được rút theo yêu cầu. Nếu không phải ông/bà yêu cầu, xin gọi 1022.',
      en: 'Dear {name},\n\nYour dossier “{procedure}”, code {code}, was withdrawn as requested. If it was not you, call 1022.'
    },
    sms: { vi: 'Một Cửa: hồ sơ {code} đã được rút.', en: 'Mot Cua: dossier {code} was withdrawn.' }
  },
  // NĐ 61/2018 Đ19.9: the new date is told by message, with the cause.
  apology: {
    subject: { vi: 'Xin lỗi và hẹn lại ngày trả kết quả hồ sơ {code}', en: 'Dossier {code}: an apology and a new date' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\n{agency} chưa trả được kết quả hồ sơ “{procedure}”, mã {code}, vào {oldDue} như đã hẹn.\nLý do: {note}\n{agency} xin lỗi ông/bà và hẹn trả kết quả vào {due}. Theo quy định, cơ quan chỉ được hẹn lại một lần.\nPhiếu xin lỗi có tại {url}. Cần giải thích thêm, xin gọi 1022.',
      en: 'Dear {name},\n\n{agency} cannot give the result of your dossier “{procedure}”, code {code}, on {oldDue} as promised.\nReason: {note}\nWe apologise. The new date is {due}; the law allows one new date only.\nThe letter is at {url}. Questions: call 1022.'
    },
    sms: {
      vi: 'Một Cửa xin lỗi: hồ sơ {code} hẹn lại {due}. Lý do tại {url}',
      en: 'Mot Cua apologises: dossier {code} is now due {due}. Reason: {url}'
    }
  },
  parcel: {
    subject: { vi: 'Bưu gửi {tracking}: {status}', en: 'Parcel {tracking}: {status}' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\nBưu gửi {tracking} của hồ sơ {code}: {status}.{reason}\nXem bưu gửi đến đâu tại {url}.',
      en: 'Dear {name},\n\nParcel {tracking} of dossier {code}: {status}.{reason}\nFollow it at {url}.'
    },
    sms: { vi: 'Một Cửa: bưu gửi {tracking}: {status}. {url}', en: 'Mot Cua: parcel {tracking}: {status}. {url}' }
  },
  parcel_problem: {
    subject: {
      vi: 'Bưu gửi {tracking} chưa giao được, xin ông/bà chọn cách nhận',
      en: 'Parcel {tracking} could not be delivered: choose how to get it'
    },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\nBưu gửi {tracking} của hồ sơ {code}: {status}.{reason}\nXin chọn ngày giao lại, đến bưu cục nhận, hoặc đưa về quầy một cửa tại {link}\nLiên kết này chỉ dành cho ông/bà, xin không chuyển cho người khác. Không mở được, xin gọi 1022.',
      en: 'Dear {name},\n\nParcel {tracking} of dossier {code}: {status}.{reason}\nChoose another day, collect it at the post office, or have it brought to the desk: {link}\nThis link is for you only; do not pass it on. If it does not open, call 1022.'
    },
    sms: {
      vi: 'Một Cửa: bưu gửi {tracking} chưa giao được. Chọn cách nhận: {link}',
      en: 'Mot Cua: parcel {tracking} was not delivered. Choose how to get it: {link}'
    }
  },
  parcel_wish: {
    subject: { vi: 'Bưu gửi {tracking}: {wish}', en: 'Parcel {tracking}: {wish}' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\nĐã ghi cách nhận bưu gửi {tracking} của hồ sơ {code}: {wish}.\nNếu không phải ông/bà yêu cầu, xin gọi 1022 ngay.',
      en: 'Dear {name},\n\nRecorded for parcel {tracking} of dossier {code}: {wish}.\nIf it was not you who asked, call 1022 at once.'
    },
    sms: {
      vi: 'Một Cửa: bưu gửi {tracking}: {wish}. Không phải ông/bà yêu cầu: gọi 1022.',
      en: 'Mot Cua: parcel {tracking}: {wish}. Not you? Call 1022.'
    }
  },
  petition_received: {
    subject: { vi: 'Đã nhận phản ánh {number}', en: 'Petition {number} received' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\nPhản ánh, kiến nghị của ông/bà đã được gửi đến {agency}, số {number}.\nCơ quan trả lời chậm nhất {due}. Nếu việc thuộc thẩm quyền nơi khác, phản ánh được chuyển tiếp và ông/bà được báo.\nXem tại {url} bằng số trên và 4 số cuối điện thoại.',
      en: 'Dear {name},\n\nYour petition went to {agency} under the number {number}.\nThe office answers by {due}. If another office is competent, it is passed on and you are told.\nSee {url} with this number and the last 4 digits of your phone.'
    },
    sms: { vi: 'Một Cửa: đã nhận phản ánh {number}, trả lời chậm nhất {due}.', en: 'Mot Cua: petition {number} received, answer by {due}.' }
  },
  petition_forwarded: {
    subject: { vi: 'Phản ánh {number} đã được chuyển đến {agency}', en: 'Petition {number} was passed on to {agency}' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\nPhản ánh {number} thuộc thẩm quyền của {agency} nên đã được chuyển đến đó.\nLý do: {note}\nCơ quan này trả lời chậm nhất {due}. Xem tại {url}.',
      en: 'Dear {name},\n\nPetition {number} is for {agency} to answer, and was passed on.\nReason: {note}\nThat office answers by {due}. See {url}.'
    },
    sms: {
      vi: 'Một Cửa: phản ánh {number} đã chuyển cơ quan có thẩm quyền, trả lời chậm nhất {due}.',
      en: 'Mot Cua: petition {number} was passed on to the competent office, answer by {due}.'
    }
  },
  petition_answered: {
    subject: { vi: 'Trả lời phản ánh {number}', en: 'Answer to petition {number}' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\n{agency} trả lời phản ánh {number}:\n\n{note}\n\nXem lại tại {url}.',
      en: 'Dear {name},\n\n{agency} answers petition {number}:\n\n{note}\n\nSee it again at {url}.'
    },
    sms: {
      vi: 'Một Cửa: phản ánh {number} đã được trả lời. Xem tại {url}',
      en: 'Mot Cua: petition {number} was answered. See {url}'
    }
  },
  petition_declined: {
    subject: { vi: 'Phản ánh {number}: hướng dẫn nơi nhận', en: 'Petition {number}: where to turn' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\n{agency} không giải quyết được phản ánh {number} theo thủ tục phản ánh, kiến nghị:\n\n{note}\n\nXem lại tại {url}. Cần giải thích thêm, xin gọi 1022.',
      en: 'Dear {name},\n\n{agency} cannot handle {number} as a petition:\n\n{note}\n\nSee it again at {url}. Questions: call 1022.'
    },
    sms: {
      vi: 'Một Cửa: phản ánh {number} cần gửi nơi khác. Hướng dẫn tại {url}',
      en: 'Mot Cua: petition {number} belongs elsewhere. See {url}'
    }
  },
  question_answered: {
    subject: { vi: 'Trả lời câu hỏi “{subject}”', en: 'Answer to “{subject}”' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\n{agency} trả lời câu hỏi “{subject}”:\n\n{answer}\n\nXem lại tại {url}.',
      en: 'Dear {name},\n\n{agency} answers your question “{subject}”:\n\n{answer}\n\nSee it again at {url}.'
    },
    sms: {
      vi: 'Một Cửa: câu hỏi của ông/bà đã được trả lời. Xem tại {url}',
      en: 'Mot Cua: your question was answered. See {url}'
    }
  },
  identity_linked: {
    subject: { vi: 'Tài khoản Một Cửa: thêm cách đăng nhập', en: 'Your Mot Cua account: a new way to sign in' },
    body: {
      vi: 'Tài khoản của ông/bà vừa được ghép với {provider}, lúc {at}. Nếu không phải ông/bà làm, xin mở {url} để gỡ và đăng xuất mọi nơi, hoặc gọi 1022.',
      en: 'Your account was linked to {provider} at {at}. If this was not you, open {url} to remove it and sign out everywhere, or call 1022.'
    },
    sms: {
      vi: 'Một Cửa: tài khoản vừa ghép với {provider}. Không phải ông/bà? Gỡ tại {url} hoặc gọi 1022',
      en: 'Mot Cua: your account was linked to {provider}. Not you? Remove it at {url} or call 1022'
    }
  },
  help_asked: {
    subject: { vi: '{person} nhờ ông/bà làm hồ sơ giúp', en: '{person} asks you to help with a dossier' },
    body: {
      vi: 'Kính gửi ông/bà {helper},\n\n{person} nhờ ông/bà làm giúp hồ sơ “{procedure}”, từ nay đến {until}, dùng một lần.\nÔng/bà đăng nhập bằng số điện thoại này tại {url}. Không quen người này thì bỏ qua, hoặc bấm “Không nhận lời”.',
      en: 'Dear {helper},\n\n{person} asks you to help with the dossier “{procedure}”, until {until}, once.\nSign in with this phone at {url}. If you do not know this person, ignore this or decline.'
    },
    sms: {
      vi: 'Một Cửa: {person} nhờ làm giúp “{procedure}”. Xem: {url}',
      en: 'Mot Cua: {person} asks for help with “{procedure}”. See {url}'
    }
  },
  help_allowed: {
    subject: { vi: 'Ông/bà đã nhờ {helper} làm hồ sơ', en: 'You asked {helper} to help with a dossier' },
    body: {
      vi: 'Kính gửi ông/bà {person},\n\nÔng/bà đã nhờ {helper} làm hồ sơ “{procedure}” giúp đến {until}, chỉ một hồ sơ.\nXem người giúp đã làm gì, hoặc thôi nhờ bất cứ lúc nào, tại {url}. Nếu không phải ông/bà nhờ, xin gọi 1022.',
      en: 'Dear {person},\n\nYou asked {helper} to help with the dossier “{procedure}” until {until}, for one dossier.\nSee what was done, or end it at any time, at {url}. If it was not you, call 1022.'
    },
    sms: {
      vi: 'Một Cửa: {helper} được làm giúp “{procedure}” 7 ngày. Thôi nhờ: {url}',
      en: 'Mot Cua: {helper} may file “{procedure}” for 7 days. End it: {url}'
    }
  },
  help_over: {
    subject: { vi: 'Lời nhờ làm hồ sơ “{procedure}” đã hết', en: 'Help with “{procedure}” has ended' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\nTừ lúc này {helper} không còn làm hồ sơ “{procedure}” cho {person}. Những gì đã lưu vẫn còn ở chỗ {person}. Xem tại {url}.',
      en: 'Dear {name},\n\nFrom now on {helper} no longer helps {person} with the dossier “{procedure}”. Everything saved is still with {person}. See {url}.'
    },
    sms: {
      vi: 'Một Cửa: {helper} không còn làm hồ sơ “{procedure}” cho {person}.',
      en: 'Mot Cua: {helper} no longer helps {person} with “{procedure}”.'
    }
  },
  // It says exactly who, what and for how long, because reading it out is the consent.
  helper_code: {
    urgent: true,
    subject: { vi: 'Mã đồng ý cho làm hồ sơ giúp', en: 'Your code to allow help' },
    body: { vi: '', en: '' },
    sms: {
      vi: '{secret} là mã đồng ý để {helper} ({phone}) làm hồ sơ “{procedure}” giúp ông/bà trong 7 ngày. Không nhờ thì đừng đọc mã.',
      en: '{secret} allows {helper} ({phone}) to file “{procedure}” for you within 7 days. If you do not want this, do not read it out.'
    }
  },
  guidance: {
    subject: { vi: 'Giấy tờ cần mang thêm, phiếu {number}', en: 'Papers still to bring, slip {number}' },
    body: {
      vi: 'Ông/bà cần mang thêm: {papers}. Danh mục đầy đủ: {url}. Khi quay lại quầy, xin đọc số phiếu {number}.',
      en: 'Please bring: {papers}. The full list: {url}. When you come back, give the number of your slip, {number}.'
    },
    sms: {
      vi: 'Một Cửa: còn thiếu {papers}. Xem {url}. Phiếu {number}',
      en: 'Mot Cua: still missing: {papers}. See {url}. Slip {number}'
    }
  },
  phone_changed: {
    subject: { vi: 'Tài khoản Một Cửa: đổi số điện thoại', en: 'Your Mot Cua account: a new phone number' },
    body: {
      vi: 'Tài khoản của ông/bà chuyển sang số {newPhone}, lúc {at}. Nếu không phải ông/bà làm, xin gọi 1022 ngay.',
      en: 'Your account moved to {newPhone} at {at}. If this was not you, call 1022 at once.'
    },
    sms: {
      vi: 'Một Cửa: tài khoản chuyển sang số {newPhone}. Không phải ông/bà? Xin gọi 1022 ngay',
      en: 'Mot Cua: your account moved to {newPhone}. Not you? Call 1022 at once'
    }
  },
  draft_ending: {
    subject: { vi: 'Bản nháp “{procedure}” sẽ bị xóa sau ngày {due}', en: 'Your draft “{procedure}” will be deleted after {due}' },
    body: {
      vi: 'Kính gửi ông/bà {name},\n\nBản nháp “{procedure}” đã lâu chưa được làm tiếp. Bản nháp được giữ đến hết ngày {due}, sau đó sẽ bị xóa.\nÔng/bà làm tiếp tại {url}. Mỗi lần làm tiếp, bản nháp được giữ thêm 90 ngày.',
      en: 'Dear {name},\n\nYour draft “{procedure}” has not been touched for a while. It is kept until {due} and deleted after that.\nGo on at {url}. Every change keeps it for another 90 days.'
    },
    sms: {
      vi: 'Một Cửa: bản nháp của ông/bà được giữ đến {due}. Làm tiếp: {url}',
      en: 'Mot Cua: your draft is kept until {due}. Go on: {url}'
    }
  },
  sign_in_code: {
    urgent: true,
    subject: { vi: 'Mã đăng nhập Một Cửa', en: 'Your Mot Cua sign-in code' },
    body: { vi: '', en: '' },
    sms: {
      vi: '{secret} là mã đăng nhập Một Cửa, dùng trong 10 phút. Không đưa mã này cho ai, kể cả cán bộ.',
      en: '{secret} is your Mot Cua sign-in code, valid for 10 minutes. Give it to nobody, not even to officials.'
    }
  }
})

export type TemplateName = keyof typeof templates & string

/** Fills the names in braces. A name without a value is our mistake and throws. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`A message has no value for {${name}}`)
    return value
  })
}
